/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits by a process that is killed again and again, by two processes at once,
 * and on a disk without room. What was acknowledged must be there afterwards,
 * and no edit half done. */

#include "config.h"

#include "store-child.h"

#define N_EDITS 500

typedef struct
{
  GSubprocess *process;     /* owned */
  GDataInputStream *output; /* owned */
} Child;

static void
child_clear (Child *self)
{
  g_clear_object (&self->output);
  g_clear_object (&self->process);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Child, child_clear)

static void
child_start (Child      *self,
             const char *path,
             const char *command)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "core", "store-child", NULL);
  g_autofree char *line = g_strconcat (command, "\n", NULL);
  g_autoptr (GError) error = NULL;

  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                    program, path, NULL);
  g_assert_no_error (error);
  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  g_output_stream_write_all (g_subprocess_get_stdin_pipe (self->process), line, strlen (line), NULL, NULL, NULL);
}

static void
child_tell (Child      *self,
            const char *command)
{
  g_autofree char *line = g_strconcat (command, "\n", NULL);

  g_output_stream_write_all (g_subprocess_get_stdin_pipe (self->process), line, strlen (line), NULL, NULL, NULL);
}

/* The next line that begins so; %NULL when the child is dead. */
static char *
child_hear (Child      *self,
            const char *beginning)
{
  g_autofree char *line = NULL;

  while ((line = g_data_input_stream_read_line (self->output, NULL, NULL, NULL)) != NULL)
    {
      if (g_str_has_prefix (line, beginning))
        return g_steal_pointer (&line);
      g_clear_pointer (&line, g_free);
    }
  return NULL;
}

/* Counts what the child says to have done until it is dead, or up to a number. */
static guint
follow (Child *child,
        guint  n_done,
        guint  until)
{
  while (n_done < until)
    {
      g_autofree char *line = child_hear (child, "edit ");

      if (line == NULL)
        break;
      g_assert_cmpuint (g_ascii_strtoull (line + strlen ("edit "), NULL, 10), ==, n_done);
      n_done++;
    }
  return n_done;
}

static char *
save_talks (StoreFixture *fixture)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = MODEL_N_TALKS });

  return save_programme (fixture->store, programme, NULL);
}

static void
assert_edits_are_there (StoreFixture *fixture,
                        const char   *uuid,
                        guint        *n_done)
{
  g_autoptr (LanyardStore) store = lanyard_store_new (fixture->path);
  g_autoptr (LanyardDecisions) decisions = NULL;
  g_autofree char *check = NULL;
  g_autoptr (GError) error = NULL;
  Model model = { { 0 } };

  open_store (store, &error);
  g_assert_no_error (error);
  check = ask_sql_text (fixture->path, "PRAGMA integrity_check");
  g_assert_cmpstr (check, ==, "ok");
  for (guint i = 0; i < *n_done; i++)
    apply_numbered_edit (&model, i);
  decisions = load_decisions (store, uuid, &error);
  g_assert_no_error (error);
  if (model_equals (&model, decisions))
    return;

  /* It was done, but killed before it could say so. */
  apply_numbered_edit (&model, *n_done);
  g_assert_true (model_equals (&model, decisions));
  (*n_done)++;
}

static void
test_kill (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autofree char *uuid = save_talks (fixture);
  guint n_done = 0;
  guint n_kills = 0;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  for (; n_done < N_EDITS; n_kills++)
    {
      g_auto (Child) child = { NULL };
      g_autofree char *command = g_strdup_printf ("edits %u", n_done);

      child_start (&child, fixture->path, command);
      n_done = follow (&child, n_done, n_done + (n_kills % 5 == 0 ? 0 : g_test_rand_int_range (1, 15)));
      g_usleep (g_test_rand_int_range (0, 5000));
      g_subprocess_force_exit (child.process);
      n_done = follow (&child, n_done, G_MAXUINT);
      g_assert_true (g_subprocess_wait (child.process, NULL, NULL));
      assert_edits_are_there (fixture, uuid, &n_done);
    }
  g_test_message ("%u kills, %u edits", n_kills, n_done);
}

/* Each has cells of its own, and both write at the same time. */
static void
test_two_at_once (StoreFixture  *fixture,
                  gconstpointer  data)
{
  g_autofree char *uuid = save_talks (fixture);
  g_auto (Child) child = { NULL };
  g_autoptr (LanyardDecisions) decisions = NULL;
  Model model = { { 0 } };

  child_start (&child, fixture->path, "half-edits 150");
  g_free (child_hear (&child, "edit 0"));
  for (guint i = 0; i < 150; i++)
    {
      ModelStep step = get_half_step (i, 0);
      g_autoptr (LanyardEdit) edit = model_make_edit (&step, 1);
      g_autoptr (GError) error = NULL;

      apply_edit (fixture->store, uuid, edit, i, &error);
      g_assert_no_error (error);
    }
  g_free (child_hear (&child, "half done"));

  for (guint i = 0; i < 150; i++)
    for (guint half = 0; half < 2; half++)
      {
        ModelStep step = get_half_step (i, half);

        model_apply (&model, &step, 1);
      }
  decisions = load_decisions (fixture->store, uuid, NULL);
  g_assert_true (model_equals (&model, decisions));
}

/* A note that finds no room is refused in words, and takes nothing with it. */
static void
test_full_disk (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *uuid = save_talks (fixture);
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autoptr (LanyardDecisions) before = NULL;
  g_autoptr (LanyardDecisions) after = NULL;
  g_autofree char *expected = g_strdup_printf ("error lanyard-store-error-quark %d ", LANYARD_STORE_ERROR_FULL);

  lanyard_edit_set_note (edit, LANYARD_KIND_TALK, "1", "Short");
  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_GOING);
  g_assert_true (apply_edit (fixture->store, uuid, edit, 1, NULL));
  before = load_decisions (fixture->store, uuid, NULL);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  {
    g_auto (Child) child = { NULL };
    g_autofree char *message = NULL;

    child_start (&child, fixture->path, "limit 300000");
    child_tell (&child, "note 400000");
    message = child_hear (&child, expected);
    g_assert_nonnull (message);
    g_assert_nonnull (strstr (message, fixture->path));
    child_tell (&child, "pick 2");
    g_free (child_hear (&child, "picked"));
  }

  fixture->store = lanyard_store_new (fixture->path);
  g_assert_true (open_store (fixture->store, NULL));
  after = load_decisions (fixture->store, uuid, NULL);
  g_assert_cmpstr (lanyard_decisions_get_note (after, LANYARD_KIND_TALK, "1"), ==, "Short");
  g_assert_cmpint (lanyard_decisions_get_level (after, LANYARD_KIND_TALK, "1"), ==, LANYARD_LEVEL_GOING);
  g_assert_cmpint (lanyard_decisions_get_level (after, LANYARD_KIND_TALK, "2"), ==, LANYARD_LEVEL_GOING);
  g_assert_cmpuint (lanyard_decisions_get_notes (after)->len, ==, lanyard_decisions_get_notes (before)->len);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/decisions/kill", StoreFixture, NULL, store_fixture_set_up, test_kill, store_fixture_tear_down);
  g_test_add ("/store/decisions/two-at-once", StoreFixture, NULL, store_fixture_set_up, test_two_at_once,
              store_fixture_tear_down);
  g_test_add ("/store/decisions/full-disk", StoreFixture, NULL, store_fixture_set_up, test_full_disk,
              store_fixture_tear_down);

  return g_test_run ();
}
