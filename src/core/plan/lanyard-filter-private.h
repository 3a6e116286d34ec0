/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the filter share. */

#pragma once

#include "lanyard-filter.h"

G_BEGIN_DECLS

struct _LanyardFilter
{
  GStrv values[LANYARD_N_FILTER_FIELDS]; /* owned, NULL where nothing is chosen */
  gboolean only_picks;
  LanyardFilterDecided decided;          /* any of these, or none for whatever is decided */
  gboolean still_to_come;
  int from_minute;                       /* of the day */
  int until_minute;                      /* the same as from_minute: all day */
};

const char * const *lanyard_filter_list_item_values (LanyardItem        *item,
                                                     LanyardFilterField  field,
                                                     const char         *single[2]);
LanyardFilter       *lanyard_filter_copy             (LanyardFilter      *self);
gboolean             lanyard_filter_is_picked        (LanyardItem        *item,
                                                      LanyardPlan        *plan);
gboolean             lanyard_filter_is_decided       (LanyardFilter      *self,
                                                      LanyardItem        *item,
                                                      LanyardPlan        *plan);

G_END_DECLS
