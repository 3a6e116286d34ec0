/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way back from somebody's edits, and forth again. It keeps what is to be
 * done to get there, never what was decided at some time, so that what other
 * programs or an import decided in between stays.
 * Used by the open conference on the main thread. */

#include "config.h"

#include "lanyard-undo.h"

#define MAX_TURNS 200

/* What is typed or moved without a longer pause than this, in seconds, is one thought. */
#define PAUSE 30

typedef struct
{
  LanyardEdit *edit; /* owned: what to do to get there */
  char *label;       /* owned: what was done, for people */
  gint64 done_at;    /* UTC seconds */
} Turn;

struct _LanyardUndo
{
  GPtrArray *back;  /* owned, of Turn, the last is the next */
  GPtrArray *forth; /* owned, likewise */
};

static void
turn_free (gpointer data)
{
  Turn *turn = data;

  g_clear_pointer (&turn->edit, lanyard_edit_unref);
  g_clear_pointer (&turn->label, g_free);
  g_free (turn);
}

static void
push (GPtrArray   *turns,
      LanyardEdit *edit,
      const char  *label,
      gint64       done_at)
{
  Turn *turn = g_new (Turn, 1);

  turn->edit = lanyard_edit_ref (edit);
  turn->label = g_strdup (label);
  turn->done_at = done_at;
  g_ptr_array_add (turns, turn);
}

static Turn *
peek (GPtrArray *turns)
{
  return turns->len > 0 ? g_ptr_array_index (turns, turns->len - 1) : NULL;
}

static const LanyardEditStep *
get_only_step (LanyardEdit *edit)
{
  GPtrArray *steps = lanyard_edit_get_steps (edit);

  return steps->len == 1 ? g_ptr_array_index (steps, 0) : NULL;
}

static gboolean
has_value (const LanyardEditStep *step,
           const LanyardDecided  *value)
{
  return step->step == LANYARD_STEP_NOTE ? value->text != NULL : value->entry != NULL;
}

/* Whether @next takes a further change of what @before takes back: the same
 * note typed on, the same own entry moved on. */
static gboolean
goes_on (const LanyardEditStep *before,
         const LanyardEditStep *next)
{
  return before != NULL && next != NULL &&
         (next->step == LANYARD_STEP_NOTE || next->step == LANYARD_STEP_ENTRY) &&
         before->step == next->step && before->kind == next->kind && g_str_equal (before->key, next->key) &&
         has_value (next, &next->value) && has_value (next, &next->expected) &&
         lanyard_decided_equal (next->step, &before->expected, &next->value);
}

static gboolean
join (LanyardUndo *self,
      LanyardEdit *inverse,
      const char  *label,
      gint64       now)
{
  Turn *last = peek (self->back);
  g_autoptr (LanyardEdit) joined = NULL;
  const LanyardEditStep *before;
  const LanyardEditStep *next;
  LanyardEditStep step;

  if (last == NULL || self->forth->len > 0 || now < last->done_at || now - last->done_at > PAUSE ||
      g_strcmp0 (last->label, label) != 0)
    return FALSE;
  before = get_only_step (last->edit);
  next = get_only_step (inverse);
  if (!goes_on (before, next))
    return FALSE;

  step = *before;
  step.expected = next->expected;
  joined = lanyard_edit_new ();
  lanyard_edit_add_step (joined, &step);
  g_clear_pointer (&last->edit, lanyard_edit_unref);
  last->edit = g_steal_pointer (&joined);
  last->done_at = now;
  return TRUE;
}

/* Whether there is still something for the edit to do. */
static gboolean
is_effective (LanyardEdit      *edit,
              LanyardDecisions *decisions)
{
  g_autoptr (LanyardEdit) inverse = lanyard_decisions_invert (decisions, edit);

  return !lanyard_edit_is_empty (inverse);
}

static gboolean
drop_stale (GPtrArray        *turns,
            LanyardDecisions *decisions)
{
  guint n_turns = turns->len;

  while (turns->len > 0 && !is_effective (peek (turns)->edit, decisions))
    g_ptr_array_set_size (turns, turns->len - 1);
  return turns->len != n_turns;
}

static LanyardEdit *
turn_to (GPtrArray         *from,
         GPtrArray         *to,
         LanyardDecisions  *decisions,
         char             **label)
{
  g_autoptr (LanyardEdit) inverse = NULL;
  LanyardEdit *edit;
  Turn *turn;

  drop_stale (from, decisions);
  turn = peek (from);
  if (turn == NULL)
    return NULL;

  inverse = lanyard_decisions_invert (decisions, turn->edit);
  push (to, inverse, turn->label, turn->done_at);
  edit = lanyard_edit_ref (turn->edit);
  if (label != NULL)
    *label = g_strdup (turn->label);
  g_ptr_array_set_size (from, from->len - 1);
  return edit;
}

/**
 * lanyard_undo_new:
 *
 * Makes a history without edits.
 *
 * Returns: (transfer full): a history
 */
LanyardUndo *
lanyard_undo_new (void)
{
  LanyardUndo *self = g_new0 (LanyardUndo, 1);

  self->back = g_ptr_array_new_with_free_func (turn_free);
  self->forth = g_ptr_array_new_with_free_func (turn_free);
  return self;
}

/**
 * lanyard_undo_free:
 * @self: (transfer full): a history
 *
 * Frees it.
 */
void
lanyard_undo_free (LanyardUndo *self)
{
  g_clear_pointer (&self->back, g_ptr_array_unref);
  g_clear_pointer (&self->forth, g_ptr_array_unref);
  g_free (self);
}

/**
 * lanyard_undo_add:
 * @self: a history
 * @before: what is decided before @edit
 * @edit: what somebody decides
 * @label: (nullable): what that is, for people
 * @now: when, UTC seconds
 *
 * Adds an edit; what was undone before cannot be redone any more. Typing on in
 * one note, and moving one own entry on, is one turn.
 *
 * Returns: %FALSE if @edit changes nothing, so that there is nothing to undo
 */
gboolean
lanyard_undo_add (LanyardUndo      *self,
                  LanyardDecisions *before,
                  LanyardEdit      *edit,
                  const char       *label,
                  gint64            now)
{
  g_autoptr (LanyardEdit) inverse = NULL;

  g_return_val_if_fail (self != NULL && before != NULL && edit != NULL, FALSE);

  inverse = lanyard_decisions_invert (before, edit);
  if (lanyard_edit_is_empty (inverse))
    return FALSE;

  if (!join (self, inverse, label, now))
    push (self->back, inverse, label, now);
  if (self->back->len > MAX_TURNS)
    g_ptr_array_remove_index (self->back, 0);
  g_ptr_array_set_size (self->forth, 0);
  return TRUE;
}

/**
 * lanyard_undo_back:
 * @self: a history
 * @decisions: what is decided now
 * @label: (out) (nullable) (optional): what is taken back, for people
 *
 * Goes one turn back, over those that have nothing to take back any more.
 *
 * Returns: (transfer full) (nullable): the edit to be done, %NULL for none
 */
LanyardEdit *
lanyard_undo_back (LanyardUndo       *self,
                   LanyardDecisions  *decisions,
                   char             **label)
{
  g_return_val_if_fail (self != NULL && decisions != NULL, NULL);

  return turn_to (self->back, self->forth, decisions, label);
}

/**
 * lanyard_undo_forth:
 * @self: a history
 * @decisions: what is decided now
 * @label: (out) (nullable) (optional): what is done again, for people
 *
 * Goes one turn forth, over those that have nothing to do any more.
 *
 * Returns: (transfer full) (nullable): the edit to be done, %NULL for none
 */
LanyardEdit *
lanyard_undo_forth (LanyardUndo       *self,
                    LanyardDecisions  *decisions,
                    char             **label)
{
  g_return_val_if_fail (self != NULL && decisions != NULL, NULL);

  return turn_to (self->forth, self->back, decisions, label);
}

/**
 * lanyard_undo_forget_stale:
 * @self: a history
 * @decisions: what is decided now
 *
 * Forgets the next turns, back and forth, that others have overtaken, so that
 * no page offers what would do nothing.
 *
 * Returns: %TRUE if there were any
 */
gboolean
lanyard_undo_forget_stale (LanyardUndo      *self,
                           LanyardDecisions *decisions)
{
  gboolean were_stale;

  g_return_val_if_fail (self != NULL && decisions != NULL, FALSE);

  were_stale = drop_stale (self->back, decisions);
  return drop_stale (self->forth, decisions) || were_stale;
}

static gboolean
is_about_another (const Turn      *turn,
                  LanyardUndoFunc  is_another,
                  gpointer         user_data)
{
  GPtrArray *steps = lanyard_edit_get_steps (turn->edit);

  for (guint i = 0; i < steps->len; i++)
    {
      const LanyardEditStep *step = g_ptr_array_index (steps, i);

      if (is_another (step->kind, step->key, user_data))
        return TRUE;
    }
  return FALSE;
}

static void
drop_others (GPtrArray       *turns,
             LanyardUndoFunc  is_another,
             gpointer         user_data)
{
  for (guint i = turns->len; i-- > 0;)
    if (is_about_another (g_ptr_array_index (turns, i), is_another, user_data))
      g_ptr_array_remove_index (turns, i);
}

/**
 * lanyard_undo_forget_where:
 * @self: a history
 * @is_another: (scope call): whether a key means another thing by now
 * @user_data: for @is_another
 *
 * Forgets the turns about what is not what it was: a new programme may give
 * the key of one talk to another.
 */
void
lanyard_undo_forget_where (LanyardUndo     *self,
                           LanyardUndoFunc  is_another,
                           gpointer         user_data)
{
  g_return_if_fail (self != NULL && is_another != NULL);

  drop_others (self->back, is_another, user_data);
  drop_others (self->forth, is_another, user_data);
}

/**
 * lanyard_undo_can_go_back:
 * @self: a history
 *
 * Says whether there is a turn back.
 *
 * Returns: %TRUE if there is
 */
gboolean
lanyard_undo_can_go_back (LanyardUndo *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->back->len > 0;
}

/**
 * lanyard_undo_can_go_forth:
 * @self: a history
 *
 * Says whether there is a turn forth.
 *
 * Returns: %TRUE if there is
 */
gboolean
lanyard_undo_can_go_forth (LanyardUndo *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->forth->len > 0;
}

/**
 * lanyard_undo_get_back_label:
 * @self: a history
 *
 * Gets what going back takes back.
 *
 * Returns: (transfer none) (nullable): a label
 */
const char *
lanyard_undo_get_back_label (LanyardUndo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->back->len > 0 ? peek (self->back)->label : NULL;
}

/**
 * lanyard_undo_get_forth_label:
 * @self: a history
 *
 * Gets what going forth does again.
 *
 * Returns: (transfer none) (nullable): a label
 */
const char *
lanyard_undo_get_forth_label (LanyardUndo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->forth->len > 0 ? peek (self->forth)->label : NULL;
}
