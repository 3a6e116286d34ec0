/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "changes/lanyard-compare.h"

G_BEGIN_DECLS

#define LANYARD_STORE_N_KINDS (LANYARD_KIND_BREAK + 1)

/*
 * LanyardStoreMerge:
 * @old_programme: borrowed; what is stored, whole
 * @new_programme: borrowed; what the feed gave
 * @picked: owned; the old keys of each kind that are picked
 * @left_out: owned; those that are left out of a picked session
 * @noted: owned; those that have a note or a mark
 * @moves: owned; of each kind the new key of what has another key now
 * @vanished: owned; the old keys of each kind that nothing new has
 * @comparison: owned; what differs
 * @programme: owned; what is to be stored: the new programme, and what is kept of the old one
 *
 * How the stored programme becomes the next one.
 */
typedef struct
{
  LanyardProgramme  *old_programme;
  LanyardProgramme  *new_programme;
  GHashTable        *picked[LANYARD_STORE_N_KINDS];
  GHashTable        *left_out[LANYARD_STORE_N_KINDS];
  GHashTable        *noted[LANYARD_STORE_N_KINDS];
  GHashTable        *moves[LANYARD_STORE_N_KINDS];
  GHashTable        *vanished[LANYARD_STORE_N_KINDS];
  LanyardComparison *comparison;
  LanyardProgramme  *programme;
} LanyardStoreMerge;

LanyardStoreMerge *lanyard_store_merge_new          (LanyardProgramme  *old_programme,
                                                     LanyardProgramme  *new_programme);
void               lanyard_store_merge_free         (LanyardStoreMerge *self);
void               lanyard_store_merge_complete     (LanyardStoreMerge *self);
const char        *lanyard_store_merge_get_new_key  (LanyardStoreMerge *self,
                                                     LanyardKind        kind,
                                                     const char        *old_key);
gboolean           lanyard_store_merge_has_moves    (LanyardStoreMerge *self);
GPtrArray         *lanyard_store_merge_list_changes (LanyardStoreMerge *self,
                                                     const char        *uuid,
                                                     gint64             noticed_at);
LanyardProgramme  *lanyard_store_merge_keep_decided (LanyardStoreMerge *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardStoreMerge, lanyard_store_merge_free)

G_END_DECLS
