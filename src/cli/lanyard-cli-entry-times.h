/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-view.h"

G_BEGIN_DECLS

/**
 * LanyardCliEntryTimes:
 * @day: (nullable): `--day`
 * @from: (nullable): `--from`
 * @until: (nullable): `--until`
 *
 * When an own entry is, as it was typed.
 */
typedef struct
{
  char *day;
  char *from;
  char *until;
} LanyardCliEntryTimes;

void     lanyard_cli_entry_times_clear (LanyardCliEntryTimes  *self);
gboolean lanyard_cli_entry_times_parse (LanyardCliEntryTimes  *self,
                                        LanyardCliContext     *context,
                                        LanyardCliView        *view,
                                        gint64                *start,
                                        gint64                *end,
                                        GError               **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LanyardCliEntryTimes, lanyard_cli_entry_times_clear)

G_END_DECLS
