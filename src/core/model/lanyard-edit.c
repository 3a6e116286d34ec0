/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody wants to be decided, in one thought: pages and commands fill
 * an edit, the store and the decisions in memory do the same with it.
 * One thread until it is filled, then any. */

#include "config.h"

#include "lanyard-edit.h"

struct _LanyardEdit
{
  GPtrArray *steps;  /* owned, of LanyardEditStep */
  GHashTable *index; /* owned; step to itself, by what it is about; borrows from steps */
  gboolean keeps_unknown;
};

G_DEFINE_BOXED_TYPE (LanyardEdit, lanyard_edit, lanyard_edit_ref, lanyard_edit_unref)

static guint
step_hash (gconstpointer data)
{
  const LanyardEditStep *step = data;

  return g_str_hash (step->key) * 31 + step->step * 7 + step->kind;
}

static gboolean
steps_are_about_the_same (gconstpointer a,
                          gconstpointer b)
{
  const LanyardEditStep *left = a;
  const LanyardEditStep *right = b;

  return left->step == right->step && left->kind == right->kind && g_str_equal (left->key, right->key);
}

static void
decided_copy (LanyardDecided       *self,
              const LanyardDecided *other)
{
  const char *text = other->text;

  self->level = other->level;
  self->text = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
  self->marks = other->marks;
  self->entry = other->entry != NULL ? g_object_ref (other->entry) : NULL;
}

static void
decided_clear (LanyardDecided *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->entry);
}

static void
step_free (gpointer data)
{
  LanyardEditStep *step = data;

  g_free (step->key);
  decided_clear (&step->value);
  decided_clear (&step->expected);
  g_free (step);
}

static void
lanyard_edit_clear (gpointer data)
{
  LanyardEdit *self = data;

  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
}

/**
 * lanyard_edit_new:
 *
 * Makes an edit that does nothing yet.
 *
 * Returns: (transfer full): an edit
 */
LanyardEdit *
lanyard_edit_new (void)
{
  LanyardEdit *self = g_atomic_rc_box_new0 (LanyardEdit);

  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->index = g_hash_table_new (step_hash, steps_are_about_the_same);
  return self;
}

/**
 * lanyard_edit_ref:
 * @self: an edit
 *
 * Keeps an edit.
 *
 * Returns: (transfer full): @self
 */
LanyardEdit *
lanyard_edit_ref (LanyardEdit *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_edit_unref:
 * @self: (transfer full): an edit
 *
 * Lets an edit go.
 */
void
lanyard_edit_unref (LanyardEdit *self)
{
  g_atomic_rc_box_release_full (self, lanyard_edit_clear);
}

/**
 * lanyard_edit_add_step:
 * @self: an edit that nobody else has yet
 * @step: what else to do; copied
 *
 * Adds a step. One that is there already and about the same gives way.
 */
void
lanyard_edit_add_step (LanyardEdit           *self,
                       const LanyardEditStep *step)
{
  LanyardEditStep *copy;
  LanyardEditStep *before;

  g_return_if_fail (self != NULL && step != NULL);
  g_return_if_fail (step->key != NULL);
  g_return_if_fail (step->kind != LANYARD_KIND_BLOCK);
  g_return_if_fail ((step->step == LANYARD_STEP_ENTRY) == (step->kind == LANYARD_KIND_OWN));

  before = g_hash_table_lookup (self->index, step);
  if (before != NULL)
    {
      g_hash_table_remove (self->index, before);
      g_ptr_array_remove (self->steps, before);
    }

  copy = g_new (LanyardEditStep, 1);
  *copy = *step;
  copy->key = g_strdup (step->key);
  decided_copy (&copy->value, &step->value);
  decided_copy (&copy->expected, &step->expected);
  g_ptr_array_add (self->steps, copy);
  g_hash_table_add (self->index, copy);
}

/**
 * lanyard_edit_set_level:
 * @self: an edit that nobody else has yet
 * @kind: what is picked: a talk, a session or a break
 * @key: which of that kind
 * @level: how much it is wanted, %LANYARD_LEVEL_NONE to take the pick back
 *
 * Picks something, leaves it out, or takes that back.
 */
void
lanyard_edit_set_level (LanyardEdit  *self,
                        LanyardKind   kind,
                        const char   *key,
                        LanyardLevel  level)
{
  lanyard_edit_add_step (self, &(LanyardEditStep) {
                                 .step = LANYARD_STEP_LEVEL,
                                 .kind = kind,
                                 .key = (char *) key,
                                 .value.level = level,
                                 .changed_at = LANYARD_NO_TIME,
                               });
}

/**
 * lanyard_edit_set_note:
 * @self: an edit that nobody else has yet
 * @kind: what the note is about: a talk, a session or a break
 * @key: which of that kind
 * @text: (nullable): Markdown; an empty one or %NULL takes the note away
 *
 * Writes a note.
 */
void
lanyard_edit_set_note (LanyardEdit *self,
                       LanyardKind  kind,
                       const char  *key,
                       const char  *text)
{
  lanyard_edit_add_step (self, &(LanyardEditStep) {
                                 .step = LANYARD_STEP_NOTE,
                                 .kind = kind,
                                 .key = (char *) key,
                                 .value.text = (char *) text,
                                 .changed_at = LANYARD_NO_TIME,
                               });
}

/**
 * lanyard_edit_set_marks:
 * @self: an edit that nobody else has yet
 * @kind: what is marked: a talk, a session or a break
 * @key: which of that kind
 * @marks: all its marks from now on
 *
 * Marks something.
 */
void
lanyard_edit_set_marks (LanyardEdit  *self,
                        LanyardKind   kind,
                        const char   *key,
                        LanyardMarks  marks)
{
  lanyard_edit_add_step (self, &(LanyardEditStep) {
                                 .step = LANYARD_STEP_MARKS,
                                 .kind = kind,
                                 .key = (char *) key,
                                 .value.marks = marks,
                                 .changed_at = LANYARD_NO_TIME,
                               });
}

/**
 * lanyard_edit_put_entry:
 * @self: an edit that nobody else has yet
 * @entry: an own entry
 *
 * Puts an own entry into the plan, in place of the one with its uuid.
 */
void
lanyard_edit_put_entry (LanyardEdit     *self,
                        LanyardOwnEntry *entry)
{
  g_return_if_fail (LANYARD_IS_OWN_ENTRY (entry));

  lanyard_edit_add_step (self, &(LanyardEditStep) {
                                 .step = LANYARD_STEP_ENTRY,
                                 .kind = LANYARD_KIND_OWN,
                                 .key = (char *) lanyard_item_get_key (LANYARD_ITEM (entry)),
                                 .value.entry = entry,
                                 .changed_at = LANYARD_NO_TIME,
                               });
}

/**
 * lanyard_edit_remove_entry:
 * @self: an edit that nobody else has yet
 * @uuid: which own entry
 *
 * Takes an own entry out of the plan.
 */
void
lanyard_edit_remove_entry (LanyardEdit *self,
                           const char  *uuid)
{
  lanyard_edit_add_step (self, &(LanyardEditStep) {
                                 .step = LANYARD_STEP_ENTRY,
                                 .kind = LANYARD_KIND_OWN,
                                 .key = (char *) uuid,
                                 .changed_at = LANYARD_NO_TIME,
                               });
}

/**
 * lanyard_edit_set_keeps_unknown:
 * @self: an edit that nobody else has yet
 * @keeps_unknown: whether to keep what is decided about something unknown
 *
 * Says what the store does with picks, notes and marks of something that the
 * programme has not got: the edit fails, unless they are to be kept until the
 * programme has it. Who takes a backup back wants that.
 */
void
lanyard_edit_set_keeps_unknown (LanyardEdit *self,
                                gboolean     keeps_unknown)
{
  g_return_if_fail (self != NULL);

  self->keeps_unknown = keeps_unknown;
}

/**
 * lanyard_edit_get_keeps_unknown:
 * @self: an edit
 *
 * Says whether to keep what is decided about something that is not in the programme.
 *
 * Returns: %TRUE if so
 */
gboolean
lanyard_edit_get_keeps_unknown (LanyardEdit *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->keeps_unknown;
}

/**
 * lanyard_edit_get_steps:
 * @self: an edit
 *
 * Gets what it does, one step for each thing that it is about.
 *
 * Returns: (transfer none) (element-type LanyardEditStep): the steps
 */
GPtrArray *
lanyard_edit_get_steps (LanyardEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->steps;
}

/**
 * lanyard_edit_is_empty:
 * @self: an edit
 *
 * Says whether it has no steps.
 *
 * Returns: %TRUE if it does nothing
 */
gboolean
lanyard_edit_is_empty (LanyardEdit *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->steps->len == 0;
}

/**
 * lanyard_decided_equal:
 * @step: which field counts
 * @a: what may be decided
 * @b: what else may be decided
 *
 * Says whether both mean the same.
 *
 * Returns: %TRUE if they are equal
 */
gboolean
lanyard_decided_equal (LanyardStepKind       step,
                       const LanyardDecided *a,
                       const LanyardDecided *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  switch (step)
    {
    case LANYARD_STEP_LEVEL:
      return a->level == b->level;
    case LANYARD_STEP_NOTE:
      return g_strcmp0 (a->text, b->text) == 0;
    case LANYARD_STEP_MARKS:
      return a->marks == b->marks;
    case LANYARD_STEP_ENTRY:
      return a->entry == b->entry ||
             (a->entry != NULL && b->entry != NULL && lanyard_own_entry_equal (a->entry, b->entry));
    default:
      g_return_val_if_reached (FALSE);
    }
}
