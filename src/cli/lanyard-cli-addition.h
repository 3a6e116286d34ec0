/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-context.h"

G_BEGIN_DECLS

/**
 * LanyardCliAddition:
 * @feed_word: (owned) (nullable): which feed is asked for
 * @zone: (owned) (nullable): the zone of the times where the programme names none
 * @is_list: whether only the feeds are asked for
 * @is_verbose: whether all is told
 * @is_fetched: whether the words are addresses, not files
 * @import: (owned) (nullable): what came of it
 * @changes: (owned) (nullable): what changed in a conference that was there already
 * @feed: (owned) (nullable): where it was read from
 * @conference: (owned) (nullable): it as it is stored
 * @n_picks: how many of its picks came back with it
 *
 * What somebody wants to add, and what came of it. Lives on the stack.
 */
typedef struct
{
  char              *feed_word;
  char              *zone;
  gboolean           is_list;
  gboolean           is_verbose;
  gboolean           is_fetched;
  LanyardImport     *import;
  GPtrArray         *changes;
  LanyardFeed       *feed;
  LanyardConference *conference;
  guint              n_picks;
} LanyardCliAddition;

void     lanyard_cli_addition_clear  (LanyardCliAddition   *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LanyardCliAddition, lanyard_cli_addition_clear)

gboolean lanyard_cli_addition_parse  (LanyardCliAddition   *self,
                                      LanyardCliContext    *context,
                                      int                  *argc,
                                      char               ***argv,
                                      GError              **error);
gboolean lanyard_cli_addition_finish (LanyardCliAddition   *self,
                                      LanyardCliContext    *context,
                                      GError              **error);

G_END_DECLS
