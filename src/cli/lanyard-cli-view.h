/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plan/lanyard-fit.h"

#include "lanyard-cli-context.h"
#include "lanyard-cli-json.h"

G_BEGIN_DECLS

/**
 * LanyardCliView:
 * @conference: (transfer none): the conference, with its uuid
 * @programme: (transfer full): its programme
 * @decisions: (transfer full): what is decided about it
 * @plan: (transfer full): its plan
 * @fits: (transfer full) (nullable): what fits gaps, once somebody has asked
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
  LanyardFits       *fits;
  LanyardZone       *zone;
} LanyardCliView;

LanyardCliView *lanyard_cli_view_new            (LanyardCliContext  *context,
                                                 gboolean            is_whole,
                                                 GError            **error);
LanyardCliView *lanyard_cli_view_new_of         (LanyardCliContext  *context,
                                                 LanyardConference  *conference,
                                                 gboolean            is_whole,
                                                 GError            **error);
void            lanyard_cli_view_free           (LanyardCliView     *self);
void            lanyard_cli_view_print_zone     (LanyardCliView     *self,
                                                 LanyardCliOutput   *output);
LanyardCliJson *lanyard_cli_view_new_json       (LanyardCliView     *self);
void            lanyard_cli_view_add_json_notes (LanyardCliView     *self,
                                                 LanyardCliJson     *json);
void            lanyard_cli_view_add_json_entries (LanyardCliView   *self,
                                                   LanyardCliJson   *json);
void            lanyard_cli_view_set_json       (LanyardCliView     *self,
                                                 LanyardCliJson     *json);
const char     *lanyard_cli_view_get_mark       (LanyardCliView     *self,
                                                 LanyardKind         kind,
                                                 const char         *key,
                                                 LanyardItem        *item,
                                                 gboolean            is_terminal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardCliView, lanyard_cli_view_free)

G_END_DECLS
