/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Decisions as a row of small numbers, for tests that compare what the code
 * makes of edits with what they ought to be: the levels, notes and marks of a
 * few talks, and a few own entries, 0 for none. */

#pragma once

#include "model/lanyard-decisions.h"

G_BEGIN_DECLS

#define MODEL_N_TALKS 5
#define MODEL_N_ENTRIES 3
#define MODEL_N_CELLS (MODEL_N_TALKS * 3 + MODEL_N_ENTRIES)
#define MODEL_N_VALUES 4

typedef struct
{
  int cells[MODEL_N_CELLS];
} Model;

typedef struct
{
  guint    cell;
  int      value;
  gboolean has_expected;
  int      expected;
} ModelStep;

static inline LanyardStepKind
model_get_kind (guint cell)
{
  return cell < MODEL_N_TALKS * 3 ? (LanyardStepKind) (cell / MODEL_N_TALKS) : LANYARD_STEP_ENTRY;
}

/* A talk's key is its number, which the store's programmes have, too. */
static inline char *
model_dup_key (guint cell)
{
  if (model_get_kind (cell) == LANYARD_STEP_ENTRY)
    return g_strdup_printf ("00000000-0000-4000-8000-%012u", cell - MODEL_N_TALKS * 3);
  return g_strdup_printf ("%u", cell % MODEL_N_TALKS);
}

static inline char *
model_dup_text (int value)
{
  return value > 0 ? g_strdup_printf ("Note %d, with “*Markdown*”\n", value) : NULL;
}

static inline LanyardOwnEntry *
model_make_entry (guint cell,
                  int   value)
{
  g_autofree char *uuid = model_dup_key (cell);
  g_autofree char *title = g_strdup_printf ("Entry %d", value);

  if (value == 0)
    return NULL;
  return lanyard_own_entry_new (&(LanyardOwnEntryFields) {
    .uuid = uuid,
    .kind = value,
    .title = title,
    .start = 1700000000 + value * 600,
    .end = 1700003600 + value * 600,
    .zone = value == 1 ? "Asia/Kolkata" : NULL,
    .place = value == 2 ? "Lobby" : NULL,
    .people = value == 3 ? "Ada, Grace" : NULL,
    .note = value == 3 ? "Bring *slides*" : NULL,
  });
}

/* The result borrows from nobody; free with model_decided_clear(). */
static inline LanyardDecided
model_make_decided (guint cell,
                    int   value)
{
  switch (model_get_kind (cell))
    {
    case LANYARD_STEP_LEVEL:
      return (LanyardDecided) { .level = (LanyardLevel) value };
    case LANYARD_STEP_NOTE:
      return (LanyardDecided) { .text = model_dup_text (value) };
    case LANYARD_STEP_MARKS:
      return (LanyardDecided) { .marks = (LanyardMarks) value };
    case LANYARD_STEP_ENTRY:
    default:
      return (LanyardDecided) { .entry = model_make_entry (cell, value) };
    }
}

static inline void
model_decided_clear (LanyardDecided *decided)
{
  g_clear_pointer (&decided->text, g_free);
  g_clear_object (&decided->entry);
}

static inline void
model_add_step (LanyardEdit     *edit,
                const ModelStep *step)
{
  g_autofree char *key = model_dup_key (step->cell);
  LanyardDecided value = model_make_decided (step->cell, step->value);
  LanyardDecided expected = model_make_decided (step->cell, step->expected);

  lanyard_edit_add_step (edit, &(LanyardEditStep) {
                                 .step = model_get_kind (step->cell),
                                 .kind = model_get_kind (step->cell) == LANYARD_STEP_ENTRY ? LANYARD_KIND_OWN
                                                                                            : LANYARD_KIND_TALK,
                                 .key = key,
                                 .value = value,
                                 .has_expected = step->has_expected,
                                 .expected = expected,
                                 .changed_at = LANYARD_NO_TIME,
                               });
  model_decided_clear (&value);
  model_decided_clear (&expected);
}

static inline LanyardEdit *
model_make_edit (const ModelStep *steps,
                 guint            n_steps)
{
  LanyardEdit *edit = lanyard_edit_new ();

  for (guint i = 0; i < n_steps; i++)
    model_add_step (edit, &steps[i]);
  return edit;
}

static inline void
model_apply (Model           *self,
             const ModelStep *steps,
             guint            n_steps)
{
  for (guint i = 0; i < n_steps; i++)
    if (!steps[i].has_expected || steps[i].expected == self->cells[steps[i].cell])
      self->cells[steps[i].cell] = steps[i].value;
}

/* What is decided about a cell, as a number; -1 for what no cell says. */
static inline int
model_read_cell (LanyardDecisions *decisions,
                 guint             cell)
{
  g_autofree char *key = model_dup_key (cell);

  for (int value = 0; value < MODEL_N_VALUES; value++)
    {
      LanyardStepKind kind = model_get_kind (cell);
      LanyardDecided wanted = model_make_decided (cell, value);
      LanyardDecided found = {
        .level = kind == LANYARD_STEP_LEVEL ? lanyard_decisions_get_level (decisions, LANYARD_KIND_TALK, key) : 0,
        .text = kind == LANYARD_STEP_NOTE ? (char *) lanyard_decisions_get_note (decisions, LANYARD_KIND_TALK, key) : NULL,
        .marks = kind == LANYARD_STEP_MARKS ? lanyard_decisions_get_marks (decisions, LANYARD_KIND_TALK, key) : 0,
        .entry = kind == LANYARD_STEP_ENTRY ? lanyard_decisions_find_entry (decisions, key) : NULL,
      };
      gboolean is_equal = lanyard_decided_equal (kind, &wanted, &found);

      model_decided_clear (&wanted);
      if (is_equal)
        return value;
    }
  return -1;
}

/* Whether decisions are what the model says, and nothing else. */
static inline gboolean
model_equals (const Model      *self,
              LanyardDecisions *decisions)
{
  guint n_picks = 0;
  guint n_notes = 0;
  guint n_entries = 0;

  for (guint i = 0; i < MODEL_N_CELLS; i++)
    if (model_read_cell (decisions, i) != self->cells[i])
      return FALSE;
  for (guint i = 0; i < MODEL_N_TALKS; i++)
    {
      n_picks += self->cells[i] != 0;
      n_notes += self->cells[MODEL_N_TALKS + i] != 0 || self->cells[MODEL_N_TALKS * 2 + i] != 0;
    }
  for (guint i = MODEL_N_TALKS * 3; i < MODEL_N_CELLS; i++)
    n_entries += self->cells[i] != 0;
  return lanyard_decisions_get_picks (decisions)->len == n_picks &&
         lanyard_decisions_get_notes (decisions)->len == n_notes &&
         lanyard_decisions_get_entries (decisions)->len == n_entries;
}

G_END_DECLS
