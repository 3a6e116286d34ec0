/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits, and the way back from them: what each does, and that thousands of
 * random sequences of deciding, undoing, redoing and meddling by others end
 * where counting by hand ends. */

#include "config.h"

#include "decision-model.h"
#include "model/lanyard-undo.h"

#define N_SEQUENCES 10000
#define MAX_STEPS 4
#define A_PAUSE 60

static LanyardDecisions *
apply (LanyardDecisions *decisions,
       LanyardEdit      *edit)
{
  return lanyard_decisions_apply (decisions, edit, 100);
}

static void
test_one_edit_of_each_kind (void)
{
  g_autoptr (LanyardDecisions) nothing = lanyard_decisions_new (NULL, NULL, NULL);
  g_autoptr (LanyardOwnEntry) dinner = lanyard_own_entry_new (&(LanyardOwnEntryFields) {
    .kind = LANYARD_OWN_MEAL, .title = "Dinner", .start = 1000, .end = 2000, .place = "Harbour", .note = "" });
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autoptr (LanyardDecisions) decisions = NULL;
  g_autoptr (LanyardEdit) inverse = NULL;
  g_autoptr (LanyardDecisions) again = NULL;
  const char *uuid = lanyard_item_get_key (LANYARD_ITEM (dinner));
  const LanyardNote *note;

  g_assert_true (lanyard_decisions_is_empty (nothing));
  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_MAYBE);
  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_GOING);
  lanyard_edit_set_level (edit, LANYARD_KIND_BREAK, "1", LANYARD_LEVEL_LEFT_OUT);
  lanyard_edit_set_note (edit, LANYARD_KIND_SESSION, "s", "Ask *why*");
  lanyard_edit_set_note (edit, LANYARD_KIND_TALK, "2", "");
  lanyard_edit_set_marks (edit, LANYARD_KIND_SESSION, "s", LANYARD_MARK_SEEN | LANYARD_MARK_WATCH_LATER);
  lanyard_edit_put_entry (edit, dinner);
  g_assert_cmpuint (lanyard_edit_get_steps (edit)->len, ==, 6);

  decisions = apply (nothing, edit);
  g_assert_cmpint (lanyard_decisions_get_level (decisions, LANYARD_KIND_TALK, "1"), ==, LANYARD_LEVEL_GOING);
  g_assert_cmpint (lanyard_decisions_get_level (decisions, LANYARD_KIND_BREAK, "1"), ==, LANYARD_LEVEL_LEFT_OUT);
  g_assert_cmpuint (lanyard_decisions_get_picks (decisions)->len, ==, 2);
  g_assert_cmpuint (lanyard_decisions_get_notes (decisions)->len, ==, 1);
  note = lanyard_decisions_get_notes (decisions)->pdata[0];
  g_assert_cmpstr (note->text, ==, "Ask *why*");
  g_assert_cmpint (note->marks, ==, LANYARD_MARK_SEEN | LANYARD_MARK_WATCH_LATER);
  g_assert_cmpint (note->changed_at, ==, 100);
  g_assert_true (lanyard_own_entry_equal (lanyard_decisions_find_entry (decisions, uuid), dinner));
  g_assert_cmpint (lanyard_own_entry_get_fields (lanyard_decisions_find_entry (decisions, uuid))->changed_at, ==, 100);
  g_assert_true (lanyard_decisions_is_empty (nothing));

  inverse = lanyard_decisions_invert (nothing, edit);
  g_assert_cmpuint (lanyard_edit_get_steps (inverse)->len, ==, 5);
  again = apply (decisions, inverse);
  g_assert_true (lanyard_decisions_is_empty (again));
}

/* An own entry is an item, so that everything that takes items takes it. */
static void
test_own_entry_is_an_item (void)
{
  g_autoptr (LanyardOwnEntry) entry = lanyard_own_entry_new (&(LanyardOwnEntryFields) {
    .kind = LANYARD_OWN_TRAVEL, .title = "Train", .start = 1000, .end = 2000, .zone = "Asia/Kolkata", .place = "Platform 3" });
  g_autoptr (LanyardOwnEntry) moved = lanyard_own_entry_new_moved (entry, 1600, 2600);
  g_autoptr (LanyardOwnEntry) other = lanyard_own_entry_new (&(LanyardOwnEntryFields) {
    .kind = LANYARD_OWN_TRAVEL, .title = "Train", .start = 1000, .end = 2000, .zone = "Asia/Kolkata", .place = "Platform 3" });
  LanyardItem *item = LANYARD_ITEM (entry);
  LanyardOwnKind kind;

  g_assert_cmpint (lanyard_item_get_kind (item), ==, LANYARD_KIND_OWN);
  g_assert_cmpstr (lanyard_item_get_title (item), ==, "Train");
  g_assert_cmpstr (lanyard_room_get_name (lanyard_item_get_room (item)), ==, "Platform 3");
  g_assert_null (lanyard_item_get_session (item));
  g_assert_true (g_uuid_string_is_valid (lanyard_item_get_key (item)));
  g_assert_cmpstr (lanyard_item_get_key (item), ==, lanyard_item_get_key (LANYARD_ITEM (moved)));
  g_assert_cmpint (lanyard_item_get_start (LANYARD_ITEM (moved)), ==, 1600);
  g_assert_false (lanyard_own_entry_equal (entry, moved));
  g_assert_false (lanyard_own_entry_equal (entry, other));

  for (guint i = 0; i < LANYARD_N_OWN_KINDS; i++)
    {
      g_assert_true (lanyard_own_kind_from_name (lanyard_own_kind_get_name (i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (lanyard_own_kind_from_name ("siesta", &kind));
}

/* A clock that is set back makes nothing look older than what it replaced. */
static void
test_clock_set_back (void)
{
  g_autoptr (LanyardDecisions) nothing = lanyard_decisions_new (NULL, NULL, NULL);
  g_autoptr (LanyardEdit) maybe = lanyard_edit_new ();
  g_autoptr (LanyardEdit) going = lanyard_edit_new ();
  g_autoptr (LanyardDecisions) first = NULL;
  g_autoptr (LanyardDecisions) second = NULL;
  const LanyardPick *pick;

  lanyard_edit_set_level (maybe, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_MAYBE);
  lanyard_edit_set_level (going, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_GOING);
  first = lanyard_decisions_apply (nothing, maybe, 5000);
  second = lanyard_decisions_apply (first, going, 3000);
  pick = lanyard_decisions_get_picks (second)->pdata[0];
  g_assert_cmpint (pick->level, ==, LANYARD_LEVEL_GOING);
  g_assert_cmpint (pick->picked_at, ==, 5000);
}

typedef struct
{
  LanyardDecisions *decisions; /* owned */
  LanyardUndo *undo;           /* owned */
  gint64 now;
} Desk;

static void
desk_clear (Desk *self)
{
  g_clear_pointer (&self->decisions, lanyard_decisions_unref);
  g_clear_pointer (&self->undo, lanyard_undo_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static void
desk_init (Desk *self)
{
  self->decisions = lanyard_decisions_new (NULL, NULL, NULL);
  self->undo = lanyard_undo_new ();
  self->now = 1000;
}

static void
desk_take (Desk        *self,
           LanyardEdit *edit)
{
  g_autoptr (LanyardDecisions) before = g_steal_pointer (&self->decisions);

  self->decisions = lanyard_decisions_apply (before, edit, self->now);
}

static gboolean
desk_decide (Desk        *self,
             LanyardEdit *edit,
             const char  *label)
{
  if (!lanyard_undo_add (self->undo, self->decisions, edit, label, self->now))
    return FALSE;
  desk_take (self, edit);
  return TRUE;
}

static gboolean
desk_turn (Desk     *self,
           gboolean  is_back)
{
  g_autoptr (LanyardEdit) edit = is_back ? lanyard_undo_back (self->undo, self->decisions, NULL)
                                         : lanyard_undo_forth (self->undo, self->decisions, NULL);

  if (edit == NULL)
    return FALSE;
  desk_take (self, edit);
  return TRUE;
}

static void
desk_write (Desk       *self,
            const char *text)
{
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();

  lanyard_edit_set_note (edit, LANYARD_KIND_TALK, "1", text);
  g_assert_true (desk_decide (self, edit, "Note changed"));
}

static void
desk_assert_note (Desk       *self,
                  const char *text)
{
  g_assert_cmpstr (lanyard_decisions_get_note (self->decisions, LANYARD_KIND_TALK, "1"), ==, text);
}

/* What is typed in one go is taken back in one go, and after a pause not. */
static void
test_typing_is_one_turn (void)
{
  g_auto (Desk) desk = { NULL };

  desk_init (&desk);
  desk_write (&desk, "H");
  desk.now += 2;
  desk_write (&desk, "He");
  desk.now += 2;
  desk_write (&desk, "Hello");
  desk.now += A_PAUSE;
  desk_write (&desk, "Hello there");
  desk.now++;
  desk_write (&desk, NULL);

  g_assert_true (desk_turn (&desk, TRUE));
  desk_assert_note (&desk, "Hello there");
  g_assert_true (desk_turn (&desk, TRUE));
  desk_assert_note (&desk, "Hello");
  g_assert_true (desk_turn (&desk, TRUE));
  desk_assert_note (&desk, NULL);
  g_assert_false (desk_turn (&desk, TRUE));

  g_assert_true (desk_turn (&desk, FALSE));
  desk_assert_note (&desk, "Hello");
  desk.now = 0;
  desk_write (&desk, "Hello, clock");
  g_assert_false (desk_turn (&desk, FALSE));
  g_assert_true (desk_turn (&desk, TRUE));
  desk_assert_note (&desk, "Hello");
}

static void
desk_set_level (Desk         *self,
                const char   *key,
                LanyardLevel  level,
                const char   *label)
{
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();

  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, key, level);
  desk_decide (self, edit, label);
}

static void
test_labels (void)
{
  g_auto (Desk) desk = { NULL };

  desk_init (&desk);
  g_assert_null (lanyard_undo_get_back_label (desk.undo));
  desk_set_level (&desk, "1", LANYARD_LEVEL_GOING, "Starred");
  desk_set_level (&desk, "2", LANYARD_LEVEL_GOING, NULL);
  desk_set_level (&desk, "2", LANYARD_LEVEL_GOING, "Nothing new");
  g_assert_null (lanyard_undo_get_back_label (desk.undo));
  g_assert_true (lanyard_undo_can_go_back (desk.undo));
  g_assert_true (desk_turn (&desk, TRUE));
  g_assert_cmpstr (lanyard_undo_get_back_label (desk.undo), ==, "Starred");
  g_assert_true (desk_turn (&desk, TRUE));
  g_assert_cmpstr (lanyard_undo_get_forth_label (desk.undo), ==, "Starred");
  g_assert_false (lanyard_undo_can_go_back (desk.undo));
}

/* Somebody else has changed one of two things since: the other is taken back. */
static void
test_others_are_not_undone (void)
{
  g_auto (Desk) desk = { NULL };
  g_autoptr (LanyardEdit) both = lanyard_edit_new ();
  g_autoptr (LanyardEdit) meddling = lanyard_edit_new ();

  desk_init (&desk);
  lanyard_edit_set_level (both, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_GOING);
  lanyard_edit_set_level (both, LANYARD_KIND_TALK, "2", LANYARD_LEVEL_GOING);
  g_assert_true (desk_decide (&desk, both, "Starred two"));
  lanyard_edit_set_level (meddling, LANYARD_KIND_TALK, "2", LANYARD_LEVEL_MAYBE);
  desk_take (&desk, meddling);

  g_assert_true (desk_turn (&desk, TRUE));
  g_assert_cmpint (lanyard_decisions_get_level (desk.decisions, LANYARD_KIND_TALK, "1"), ==, LANYARD_LEVEL_NONE);
  g_assert_cmpint (lanyard_decisions_get_level (desk.decisions, LANYARD_KIND_TALK, "2"), ==, LANYARD_LEVEL_MAYBE);
  g_assert_true (desk_turn (&desk, FALSE));
  g_assert_cmpint (lanyard_decisions_get_level (desk.decisions, LANYARD_KIND_TALK, "1"), ==, LANYARD_LEVEL_GOING);
  g_assert_cmpint (lanyard_decisions_get_level (desk.decisions, LANYARD_KIND_TALK, "2"), ==, LANYARD_LEVEL_MAYBE);
}

/* --- thousands of sequences, against counting by hand ---------------------- */

typedef struct
{
  ModelStep steps[MAX_STEPS];
  guint n_steps;
} ModelTurn;

typedef struct
{
  Model model;
  GArray *back;  /* owned, of ModelTurn: what to do to get there */
  GArray *forth; /* owned, likewise */
} Reference;

static void
reference_clear (Reference *self)
{
  g_clear_pointer (&self->back, g_array_unref);
  g_clear_pointer (&self->forth, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reference, reference_clear)

static void
reference_init (Reference *self)
{
  memset (&self->model, 0, sizeof self->model);
  self->back = g_array_new (FALSE, FALSE, sizeof (ModelTurn));
  self->forth = g_array_new (FALSE, FALSE, sizeof (ModelTurn));
}

/* What takes the turn back, as far as it does anything. */
static ModelTurn
turn_round (const Model     *model,
            const ModelTurn *turn)
{
  ModelTurn inverse = { .n_steps = 0 };

  for (guint i = 0; i < turn->n_steps; i++)
    {
      const ModelStep *step = &turn->steps[i];
      int current = model->cells[step->cell];

      if (current != step->value && (!step->has_expected || step->expected == current))
        inverse.steps[inverse.n_steps++] = (ModelStep) { step->cell, current, TRUE, step->value };
    }
  return inverse;
}

static void
reference_decide (Reference       *self,
                  const ModelTurn *turn)
{
  ModelTurn inverse = turn_round (&self->model, turn);

  if (inverse.n_steps == 0)
    return;
  model_apply (&self->model, turn->steps, turn->n_steps);
  g_array_append_val (self->back, inverse);
  g_array_set_size (self->forth, 0);
}

static void
reference_turn (Reference *self,
                GArray    *from,
                GArray    *to)
{
  while (from->len > 0)
    {
      ModelTurn turn = g_array_index (from, ModelTurn, from->len - 1);
      ModelTurn inverse = turn_round (&self->model, &turn);

      g_array_set_size (from, from->len - 1);
      if (inverse.n_steps == 0)
        continue;
      model_apply (&self->model, turn.steps, turn.n_steps);
      g_array_append_val (to, inverse);
      return;
    }
}

static void
forget_stale (Reference *self,
              GArray    *turns)
{
  while (turns->len > 0 && turn_round (&self->model, &g_array_index (turns, ModelTurn, turns->len - 1)).n_steps == 0)
    g_array_set_size (turns, turns->len - 1);
}

static ModelTurn
make_random_turn (void)
{
  ModelTurn turn = { .n_steps = 0 };
  guint n_wanted = g_test_rand_int_range (1, MAX_STEPS + 1);
  guint first = g_test_rand_int_range (0, MODEL_N_CELLS);

  for (guint i = 0; i < n_wanted; i++)
    turn.steps[turn.n_steps++] =
        (ModelStep) { (first + i * 5) % MODEL_N_CELLS, g_test_rand_int_range (0, MODEL_N_VALUES), FALSE, 0 };
  return turn;
}

static void
assert_agree (Desk      *desk,
              Reference *reference)
{
  g_assert_true (model_equals (&reference->model, desk->decisions));
}

static void
do_random_thing (Desk      *desk,
                 Reference *reference,
                 gboolean   is_alone)
{
  ModelTurn turn = make_random_turn ();
  g_autoptr (LanyardEdit) edit = model_make_edit (turn.steps, turn.n_steps);
  int dice = g_test_rand_int_range (0, is_alone ? 8 : 10);

  desk->now += A_PAUSE;
  if (dice < 4)
    {
      desk_decide (desk, edit, "Decided");
      reference_decide (reference, &turn);
    }
  else if (dice < 6)
    {
      desk_turn (desk, TRUE);
      reference_turn (reference, reference->back, reference->forth);
    }
  else if (dice < 8)
    {
      desk_turn (desk, FALSE);
      reference_turn (reference, reference->forth, reference->back);
    }
  else
    {
      desk_take (desk, edit);
      model_apply (&reference->model, turn.steps, turn.n_steps);
      if (dice == 9)
        {
          lanyard_undo_forget_stale (desk->undo, desk->decisions);
          forget_stale (reference, reference->back);
          forget_stale (reference, reference->forth);
          g_assert_cmpint (lanyard_undo_can_go_back (desk->undo), ==, reference->back->len > 0);
          g_assert_cmpint (lanyard_undo_can_go_forth (desk->undo), ==, reference->forth->len > 0);
        }
    }
}

/* Who is alone gets back to the beginning and forth to the end. */
static void
assert_goes_all_the_way (Desk *desk)
{
  g_autoptr (LanyardDecisions) end = NULL;

  while (desk_turn (desk, FALSE))
    ;
  end = lanyard_decisions_ref (desk->decisions);
  while (desk_turn (desk, TRUE))
    ;
  g_assert_true (lanyard_decisions_is_empty (desk->decisions));
  while (desk_turn (desk, FALSE))
    ;
  g_assert_true (lanyard_decisions_equal (desk->decisions, end));
}

static void
test_random_sequences (void)
{
  for (guint i = 0; i < N_SEQUENCES; i++)
    {
      g_auto (Desk) desk = { NULL };
      g_auto (Reference) reference = { 0 };
      gboolean is_alone = i % 2 == 0;
      guint n_things = g_test_rand_int_range (1, 40);

      desk_init (&desk);
      reference_init (&reference);
      for (guint j = 0; j < n_things; j++)
        {
          do_random_thing (&desk, &reference, is_alone);
          if (j % 4 == 0)
            assert_agree (&desk, &reference);
        }
      assert_agree (&desk, &reference);
      if (is_alone)
        assert_goes_all_the_way (&desk);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decisions/one-edit-of-each-kind", test_one_edit_of_each_kind);
  g_test_add_func ("/decisions/own-entry-is-an-item", test_own_entry_is_an_item);
  g_test_add_func ("/decisions/clock-set-back", test_clock_set_back);
  g_test_add_func ("/decisions/typing-is-one-turn", test_typing_is_one_turn);
  g_test_add_func ("/decisions/labels", test_labels);
  g_test_add_func ("/decisions/others-are-not-undone", test_others_are_not_undone);
  g_test_add_func ("/decisions/random-sequences", test_random_sequences);

  return g_test_run ();
}
