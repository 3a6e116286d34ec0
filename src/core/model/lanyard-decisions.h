/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-edit.h"
#include "lanyard-note.h"
#include "lanyard-pick.h"

G_BEGIN_DECLS

/**
 * LanyardDecisions:
 *
 * All that somebody has decided about one conference: picks, notes with marks,
 * own entries. It never changes and may cross threads; an edit makes others
 * of it.
 */
typedef struct _LanyardDecisions LanyardDecisions;

#define LANYARD_TYPE_DECISIONS (lanyard_decisions_get_type ())

GType             lanyard_decisions_get_type    (void);
LanyardDecisions *lanyard_decisions_new         (GPtrArray             *picks,
                                                 GPtrArray             *notes,
                                                 GPtrArray             *entries);
LanyardDecisions *lanyard_decisions_ref         (LanyardDecisions      *self);
void              lanyard_decisions_unref       (LanyardDecisions      *self);

GPtrArray        *lanyard_decisions_get_picks   (LanyardDecisions      *self);
GPtrArray        *lanyard_decisions_get_notes   (LanyardDecisions      *self);
GPtrArray        *lanyard_decisions_get_entries (LanyardDecisions      *self);

LanyardLevel      lanyard_decisions_get_level   (LanyardDecisions      *self,
                                                 LanyardKind            kind,
                                                 const char            *key);
const char       *lanyard_decisions_get_note    (LanyardDecisions      *self,
                                                 LanyardKind            kind,
                                                 const char            *key);
LanyardMarks      lanyard_decisions_get_marks   (LanyardDecisions      *self,
                                                 LanyardKind            kind,
                                                 const char            *key);
LanyardOwnEntry  *lanyard_decisions_find_entry  (LanyardDecisions      *self,
                                                 const char            *uuid);

gboolean          lanyard_decisions_equal       (LanyardDecisions      *a,
                                                 LanyardDecisions      *b);
gboolean          lanyard_decisions_is_empty    (LanyardDecisions      *self);

LanyardDecisions *lanyard_decisions_apply       (LanyardDecisions      *self,
                                                 LanyardEdit           *edit,
                                                 gint64                 now);
LanyardEdit      *lanyard_decisions_invert      (LanyardDecisions      *self,
                                                 LanyardEdit           *edit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardDecisions, lanyard_decisions_unref)

G_END_DECLS
