/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-change.h"
#include "model/lanyard-programme.h"

G_BEGIN_DECLS

/**
 * LanyardComparison:
 * @changes: (element-type LanyardChange): what differs, in timetable order
 * @new_talk_keys: (element-type utf8 utf8): the new key of each old talk that has another key now
 * @new_session_keys: (element-type utf8 utf8): likewise of sessions
 * @new_break_keys: (element-type utf8 utf8): likewise of breaks
 * @n_old_talks: how many talks there were, cancelled ones left out
 * @n_lost_talks: how many of them are not there any more under any key
 *
 * Two programmes of one conference beside each other. A key may be both an old
 * one and the new one of something else (breaks are counted): who renames by
 * the maps does it all at once.
 */
typedef struct
{
  GPtrArray  *changes;
  GHashTable *new_talk_keys;
  GHashTable *new_session_keys;
  GHashTable *new_break_keys;
  guint       n_old_talks;
  guint       n_lost_talks;
} LanyardComparison;

LanyardComparison *lanyard_compare_programmes (LanyardProgramme  *old_programme,
                                               LanyardProgramme  *new_programme);
gboolean           lanyard_comparison_shrinks (LanyardComparison *self);
void               lanyard_comparison_free    (LanyardComparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardComparison, lanyard_comparison_free)

G_END_DECLS
