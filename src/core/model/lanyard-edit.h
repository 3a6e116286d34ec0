/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-own-entry.h"

G_BEGIN_DECLS

/**
 * LanyardStepKind:
 * @LANYARD_STEP_LEVEL: sets the level of a pick
 * @LANYARD_STEP_NOTE: sets the text of a note
 * @LANYARD_STEP_MARKS: sets marks
 * @LANYARD_STEP_ENTRY: puts an own entry, or removes it
 *
 * What a step of an edit does.
 */
typedef enum
{
  LANYARD_STEP_LEVEL,
  LANYARD_STEP_NOTE,
  LANYARD_STEP_MARKS,
  LANYARD_STEP_ENTRY,
} LanyardStepKind;

/**
 * LanyardDecided:
 * @level: of %LANYARD_STEP_LEVEL
 * @text: (nullable): of %LANYARD_STEP_NOTE; never empty
 * @marks: of %LANYARD_STEP_MARKS
 * @entry: (nullable): of %LANYARD_STEP_ENTRY, %NULL for none
 *
 * What is decided about one thing, in the field that the step's kind says.
 */
typedef struct
{
  LanyardLevel     level;
  char            *text;
  LanyardMarks     marks;
  LanyardOwnEntry *entry;
} LanyardDecided;

/**
 * LanyardEditStep:
 * @step: what it does
 * @kind: what it is about: a talk, a session, a break or an own entry
 * @key: which of that kind; an own entry's uuid
 * @value: what is to be decided
 * @has_expected: whether @expected counts
 * @expected: what must be decided before, or else the step does nothing
 * @changed_at: when it was decided, UTC seconds, or %LANYARD_NO_TIME for when the edit is applied
 *
 * One step of an edit.
 */
typedef struct
{
  LanyardStepKind  step;
  LanyardKind      kind;
  char            *key;
  LanyardDecided   value;
  gboolean         has_expected;
  LanyardDecided   expected;
  gint64           changed_at;
} LanyardEditStep;

/**
 * LanyardEdit:
 *
 * One thought of somebody about a conference: steps that are done together or
 * not at all. It is filled by the one who makes it, and does not change any
 * more once somebody else has it; then it may cross threads. A later step
 * about the same thing takes the place of an earlier one.
 */
typedef struct _LanyardEdit LanyardEdit;

#define LANYARD_TYPE_EDIT (lanyard_edit_get_type ())

GType        lanyard_edit_get_type          (void);
LanyardEdit *lanyard_edit_new               (void);
LanyardEdit *lanyard_edit_ref               (LanyardEdit           *self);
void         lanyard_edit_unref             (LanyardEdit           *self);

void         lanyard_edit_set_level         (LanyardEdit           *self,
                                             LanyardKind            kind,
                                             const char            *key,
                                             LanyardLevel           level);
void         lanyard_edit_set_note          (LanyardEdit           *self,
                                             LanyardKind            kind,
                                             const char            *key,
                                             const char            *text);
void         lanyard_edit_set_marks         (LanyardEdit           *self,
                                             LanyardKind            kind,
                                             const char            *key,
                                             LanyardMarks           marks);
void         lanyard_edit_put_entry         (LanyardEdit           *self,
                                             LanyardOwnEntry       *entry);
void         lanyard_edit_remove_entry      (LanyardEdit           *self,
                                             const char            *uuid);
void         lanyard_edit_add_step          (LanyardEdit           *self,
                                             const LanyardEditStep *step);

void         lanyard_edit_set_keeps_unknown (LanyardEdit           *self,
                                             gboolean               keeps_unknown);
gboolean     lanyard_edit_get_keeps_unknown (LanyardEdit           *self);
GPtrArray   *lanyard_edit_get_steps         (LanyardEdit           *self);
gboolean     lanyard_edit_is_empty          (LanyardEdit           *self);

gboolean     lanyard_decided_equal          (LanyardStepKind        step,
                                             const LanyardDecided  *a,
                                             const LanyardDecided  *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardEdit, lanyard_edit_unref)

G_END_DECLS
