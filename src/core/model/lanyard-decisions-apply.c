/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an edit makes of decisions, and the edit that takes it back. The store
 * does the same with an edit, in a transaction; see lanyard-store-apply.c.
 * Any thread. */

#include "config.h"

#include "lanyard-decisions-private.h"

/* What is decided about what a step is about; borrowed. */
static LanyardDecided
look_up (LanyardDecisions      *self,
         const LanyardEditStep *step)
{
  LanyardDecided decided = { 0 };

  switch (step->step)
    {
    case LANYARD_STEP_LEVEL:
      decided.level = lanyard_decisions_get_level (self, step->kind, step->key);
      break;
    case LANYARD_STEP_NOTE:
      decided.text = (char *) lanyard_decisions_get_note (self, step->kind, step->key);
      break;
    case LANYARD_STEP_MARKS:
      decided.marks = lanyard_decisions_get_marks (self, step->kind, step->key);
      break;
    case LANYARD_STEP_ENTRY:
      decided.entry = lanyard_decisions_find_entry (self, step->key);
      break;
    default:
      g_assert_not_reached ();
    }
  return decided;
}

static gboolean
changes_something (const LanyardEditStep *step,
                   const LanyardDecided  *current)
{
  return (!step->has_expected || lanyard_decided_equal (step->step, current, &step->expected)) &&
         !lanyard_decided_equal (step->step, current, &step->value);
}

/* A clock that was set back does not make what is decided later look older. */
static gint64
find_time (const LanyardEditStep *step,
           gint64                 now,
           gint64                 before)
{
  return MAX (step->changed_at != LANYARD_NO_TIME ? step->changed_at : now, before);
}

static void
set_level (LanyardDecisions      *self,
           const LanyardEditStep *step,
           gint64                 now)
{
  const LanyardPick *before = g_hash_table_lookup (self->picks_by_target, &(LanyardTarget) { step->kind, step->key });
  LanyardPick *pick;

  if (step->value.level == LANYARD_LEVEL_NONE)
    {
      g_hash_table_remove (self->picks_by_target, &(LanyardTarget) { step->kind, step->key });
      return;
    }
  pick = lanyard_pick_new (step->kind, step->key, step->value.level,
                           find_time (step, now, before != NULL ? before->picked_at : G_MININT64));
  g_hash_table_replace (self->picks_by_target, pick, pick);
}

static void
set_note (LanyardDecisions      *self,
          const LanyardEditStep *step,
          gint64                 now)
{
  const LanyardNote *before = g_hash_table_lookup (self->notes_by_target, &(LanyardTarget) { step->kind, step->key });
  const char *text = before != NULL ? before->text : NULL;
  LanyardMarks marks = before != NULL ? before->marks : LANYARD_MARKS_NONE;
  LanyardNote *note;

  if (step->step == LANYARD_STEP_NOTE)
    text = step->value.text;
  else
    marks = step->value.marks;

  if (text == NULL && marks == LANYARD_MARKS_NONE)
    {
      g_hash_table_remove (self->notes_by_target, &(LanyardTarget) { step->kind, step->key });
      return;
    }
  note = lanyard_note_new (step->kind, step->key, text, marks,
                           find_time (step, now, before != NULL ? before->changed_at : G_MININT64));
  g_hash_table_replace (self->notes_by_target, note, note);
}

static void
set_entry (LanyardDecisions      *self,
           const LanyardEditStep *step,
           gint64                 now)
{
  LanyardOwnEntry *before = g_hash_table_lookup (self->entries_by_uuid, step->key);
  LanyardOwnEntryFields fields;
  LanyardOwnEntry *entry;

  if (step->value.entry == NULL)
    {
      g_hash_table_remove (self->entries_by_uuid, step->key);
      return;
    }
  fields = *lanyard_own_entry_get_fields (step->value.entry);
  fields.changed_at = find_time (step, now, before != NULL ? lanyard_own_entry_get_fields (before)->changed_at : G_MININT64);
  entry = lanyard_own_entry_new (&fields);
  g_hash_table_replace (self->entries_by_uuid, (gpointer) lanyard_item_get_key (LANYARD_ITEM (entry)), entry);
}

static void
do_step (LanyardDecisions      *self,
         const LanyardEditStep *step,
         gint64                 now)
{
  switch (step->step)
    {
    case LANYARD_STEP_LEVEL:
      set_level (self, step, now);
      break;
    case LANYARD_STEP_NOTE:
    case LANYARD_STEP_MARKS:
      set_note (self, step, now);
      break;
    case LANYARD_STEP_ENTRY:
      set_entry (self, step, now);
      break;
    default:
      g_assert_not_reached ();
    }
}

static LanyardDecisions *
begin_copy (LanyardDecisions *self)
{
  LanyardDecisions *copy = lanyard_decisions_alloc ();

  for (guint i = 0; i < self->picks->len; i++)
    g_hash_table_add (copy->picks_by_target, lanyard_pick_ref (self->picks->pdata[i]));
  for (guint i = 0; i < self->notes->len; i++)
    g_hash_table_add (copy->notes_by_target, lanyard_note_ref (self->notes->pdata[i]));
  for (guint i = 0; i < self->entries->len; i++)
    g_hash_table_insert (copy->entries_by_uuid, (gpointer) lanyard_item_get_key (self->entries->pdata[i]),
                         g_object_ref (self->entries->pdata[i]));
  return copy;
}

/**
 * lanyard_decisions_apply:
 * @self: what is decided
 * @edit: what is to be decided
 * @now: when, UTC seconds
 *
 * Does what @edit says. A step that expects something else does nothing.
 *
 * Returns: (transfer full): what is decided then; @self if nothing changes
 */
LanyardDecisions *
lanyard_decisions_apply (LanyardDecisions *self,
                         LanyardEdit      *edit,
                         gint64            now)
{
  LanyardDecisions *copy = NULL;
  GPtrArray *steps;

  g_return_val_if_fail (self != NULL && edit != NULL, NULL);

  steps = lanyard_edit_get_steps (edit);
  for (guint i = 0; i < steps->len; i++)
    {
      const LanyardEditStep *step = g_ptr_array_index (steps, i);
      LanyardDecided current = look_up (self, step);

      if (!changes_something (step, &current))
        continue;
      if (copy == NULL)
        copy = begin_copy (self);
      do_step (copy, step, now);
    }
  return copy != NULL ? lanyard_decisions_finish (copy) : lanyard_decisions_ref (self);
}

/**
 * lanyard_decisions_invert:
 * @self: what is decided before @edit
 * @edit: what is to be decided
 *
 * Makes the edit that takes @edit back. Each of its steps expects what @edit
 * decided, so that it touches nothing that somebody has changed since.
 *
 * Returns: (transfer full): an edit, an empty one if @edit changes nothing
 */
LanyardEdit *
lanyard_decisions_invert (LanyardDecisions *self,
                          LanyardEdit      *edit)
{
  LanyardEdit *inverse;
  GPtrArray *steps;

  g_return_val_if_fail (self != NULL && edit != NULL, NULL);

  inverse = lanyard_edit_new ();
  steps = lanyard_edit_get_steps (edit);
  for (guint i = 0; i < steps->len; i++)
    {
      const LanyardEditStep *step = g_ptr_array_index (steps, i);
      LanyardDecided current = look_up (self, step);

      if (changes_something (step, &current))
        lanyard_edit_add_step (inverse, &(LanyardEditStep) {
                                          .step = step->step,
                                          .kind = step->kind,
                                          .key = step->key,
                                          .value = current,
                                          .has_expected = TRUE,
                                          .expected = step->value,
                                          .changed_at = LANYARD_NO_TIME,
                                        });
    }
  return inverse;
}
