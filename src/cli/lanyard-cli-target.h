/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-view.h"

G_BEGIN_DECLS

/**
 * LanyardCliTarget:
 * @session: (transfer none) (nullable): the session that is meant
 * @item: (transfer none) (nullable): the talk or break that is meant
 *
 * What an id or a title on the command line means: one of the two.
 */
typedef struct
{
  LanyardSession *session;
  LanyardItem    *item;
} LanyardCliTarget;

gboolean    lanyard_cli_target_find      (LanyardCliTarget        *self,
                                          LanyardCliView          *view,
                                          const char              *text,
                                          GError                 **error);
GArray     *lanyard_cli_target_find_all  (LanyardCliView          *view,
                                          char                   **words,
                                          GError                 **error);
LanyardKind lanyard_cli_target_get_kind  (const LanyardCliTarget  *self);
const char *lanyard_cli_target_get_key   (const LanyardCliTarget  *self);
const char *lanyard_cli_target_get_title (const LanyardCliTarget  *self);

void        lanyard_cli_target_add_json  (const LanyardCliTarget  *self,
                                          LanyardCliJson          *json);

G_END_DECLS
