/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-decided.h"
#include "lanyard-cli-view.h"
#include "plan/lanyard-filter.h"

G_BEGIN_DECLS

/* How many options there are to filter by. */
#define LANYARD_CLI_N_FILTER_ENTRIES (10 + LANYARD_CLI_N_DECIDED_ENTRIES)

/**
 * LanyardCliFilter:
 * @day: (nullable): as typed
 * @typed: (nullable): as typed, of each field
 * @from: (nullable): as typed
 * @until: (nullable): as typed
 * @is_starred: whether only what is starred is wanted
 * @decided: about what something must be decided
 * @is_to_come: whether only what is not over is wanted
 * @day_number: the day as GDate counts, or %LANYARD_CLI_ANY_DAY
 * @now: UTC seconds
 * @filter: (nullable): the rest of it, understood
 *
 * Which items somebody wants to see; zeroed to begin with.
 */
typedef struct
{
  char          *day;
  char         **typed[LANYARD_N_FILTER_FIELDS];
  char          *from;
  char          *until;
  gboolean       is_starred;
  LanyardCliDecided decided;
  gboolean       is_to_come;
  guint          day_number;
  gint64         now;
  LanyardFilter *filter;
} LanyardCliFilter;

void     lanyard_cli_filter_clear        (LanyardCliFilter    *self);
void     lanyard_cli_filter_fill_entries (LanyardCliFilter    *self,
                                          GOptionEntry        *entries);
gboolean lanyard_cli_filter_is_typed     (LanyardCliFilter    *self);
gboolean lanyard_cli_filter_prepare      (LanyardCliFilter    *self,
                                          LanyardCliContext   *context,
                                          LanyardCliView      *view,
                                          GError             **error);
gboolean lanyard_cli_filter_is_on_day    (LanyardCliFilter    *self,
                                          LanyardCliView      *view,
                                          LanyardItem         *item);
gboolean lanyard_cli_filter_matches      (LanyardCliFilter    *self,
                                          LanyardCliView      *view,
                                          LanyardItem         *item);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LanyardCliFilter, lanyard_cli_filter_clear)

G_END_DECLS
