/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-context.h"
#include "lanyard-cli-json.h"

G_BEGIN_DECLS

/**
 * LanyardCliView:
 * @conference: (transfer none): the conference, with its uuid
 * @programme: (transfer full): its programme
 * @decisions: (transfer full): what is decided about it
 * @plan: (transfer full): its plan
 * @zone: (transfer full): the zone in which times are shown
 *
 * A conference as most commands need it.
 */
typedef struct
{
  LanyardConference *conference;
  LanyardProgramme  *programme;
  LanyardDecisions  *decisions;
  LanyardPlan       *plan;
  LanyardZone       *zone;
} LanyardCliView;

LanyardCliView *lanyard_cli_view_new            (LanyardCliContext  *context,
                                                 gboolean            is_whole,
                                                 GError            **error);
void            lanyard_cli_view_free           (LanyardCliView     *self);
void            lanyard_cli_view_print_zone     (LanyardCliView     *self,
                                                 LanyardCliOutput   *output);
LanyardCliJson *lanyard_cli_view_new_json       (LanyardCliView     *self);
const char     *lanyard_cli_view_get_mark       (LanyardCliView     *self,
                                                 LanyardKind         kind,
                                                 const char         *key,
                                                 LanyardItem        *item,
                                                 gboolean            is_terminal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardCliView, lanyard_cli_view_free)

G_END_DECLS
