/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-decisions.h"

G_BEGIN_DECLS

/**
 * LanyardUndo:
 *
 * The history of somebody's edits of one conference, with a way back and
 * forth. It is used on one thread.
 */
typedef struct _LanyardUndo LanyardUndo;

LanyardUndo *lanyard_undo_new            (void);
void         lanyard_undo_free           (LanyardUndo      *self);

gboolean     lanyard_undo_add            (LanyardUndo      *self,
                                          LanyardDecisions *before,
                                          LanyardEdit      *edit,
                                          const char       *label,
                                          gint64            now);
LanyardEdit *lanyard_undo_back           (LanyardUndo      *self,
                                          LanyardDecisions *decisions,
                                          char            **label);
LanyardEdit *lanyard_undo_forth          (LanyardUndo      *self,
                                          LanyardDecisions *decisions,
                                          char            **label);
/**
 * LanyardUndoFunc:
 * @kind: what a step is about
 * @key: which of that kind
 * @user_data: what was given with the function
 *
 * Says whether the key means another thing by now.
 *
 * Returns: %TRUE if the step must not be done
 */
typedef gboolean (*LanyardUndoFunc) (LanyardKind  kind,
                                     const char  *key,
                                     gpointer     user_data);

void         lanyard_undo_forget_where   (LanyardUndo      *self,
                                          LanyardUndoFunc   is_another,
                                          gpointer          user_data);
gboolean     lanyard_undo_forget_stale   (LanyardUndo      *self,
                                          LanyardDecisions *decisions);
gboolean     lanyard_undo_can_go_back    (LanyardUndo      *self);
gboolean     lanyard_undo_can_go_forth   (LanyardUndo      *self);
const char  *lanyard_undo_get_back_label  (LanyardUndo     *self);
const char  *lanyard_undo_get_forth_label (LanyardUndo     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardUndo, lanyard_undo_free)

G_END_DECLS
