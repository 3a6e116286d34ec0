/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

/**
 * LanyardFilterGroup:
 * @LANYARD_FILTER_GROUP_GENERAL: picks and still to come
 * @LANYARD_FILTER_GROUP_SESSION: the first of the fields, in the order of #LanyardFilterField
 * @LANYARD_FILTER_GROUP_HIDDEN: what is hidden for good
 *
 * Under which heading an option stands.
 */
typedef enum
{
  LANYARD_FILTER_GROUP_GENERAL,
  LANYARD_FILTER_GROUP_SESSION,
  LANYARD_FILTER_GROUP_HIDDEN = LANYARD_FILTER_GROUP_SESSION + LANYARD_N_FILTER_FIELDS,
} LanyardFilterGroup;

#define LANYARD_TYPE_FILTER_OPTION (lanyard_filter_option_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFilterOption, lanyard_filter_option, LANYARD, FILTER_OPTION, GObject)

GListModel         *lanyard_filter_option_list       (LanyardOpenConference *open);
const char         *lanyard_filter_option_get_label  (LanyardFilterOption   *self);
guint               lanyard_filter_option_get_group  (LanyardFilterOption   *self);
const char         *lanyard_filter_option_get_heading (LanyardFilterOption  *self);
LanyardFilterField  lanyard_filter_option_get_field  (LanyardFilterOption   *self);
const char         *lanyard_filter_option_get_value  (LanyardFilterOption   *self);
guint               lanyard_filter_option_get_n_items (LanyardFilterOption  *self);
gboolean            lanyard_filter_option_is_hidable (LanyardFilterOption   *self);
gboolean            lanyard_filter_option_is_chosen  (LanyardFilterOption   *self,
                                                      LanyardFilter         *filter);
LanyardFilter      *lanyard_filter_option_toggle     (LanyardFilterOption   *self,
                                                      LanyardFilter         *filter);

G_END_DECLS
