/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process that stores programmes and stars talks is killed again and again,
 * at any moment. What it had said to be done must be there afterwards, and no
 * programme half replaced. */

#include "config.h"

#include <glib/gstdio.h>

#include "store-child.h"
#include "store/lanyard-store-backups.h"

#define N_KILLS 200

/* How often the file is thrown away, to hit its making too. */
#define N_KILLS_A_FILE 20

typedef struct
{
  guint first;     /* the step with which the next child begins */
  guint n_done;    /* steps that were acknowledged since the file was made */
  guint n_further; /* how often a step was done but not yet acknowledged */
} Progress;

static GSubprocess *
spawn (const char *path)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "core", "store-child", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *child;

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                            program, path, NULL);
  g_assert_no_error (error);
  return child;
}

/* Notes what the child says, until it is dead or, if asked, once. */
static void
follow (GDataInputStream *output,
        Progress         *progress,
        gboolean          is_once)
{
  g_autofree char *line = NULL;

  while ((line = g_data_input_stream_read_line (output, NULL, NULL, NULL)) != NULL)
    {
      if (g_ascii_isdigit (*line))
        {
          g_assert_cmpuint (g_ascii_strtoull (line, NULL, 10), ==, progress->first);
          progress->first++;
          progress->n_done++;
          if (is_once)
            return;
        }
      g_clear_pointer (&line, g_free);
    }
}

static void
run_and_kill (const char *path,
              Progress   *progress,
              guint       number)
{
  g_autoptr (GSubprocess) child = spawn (path);
  g_autoptr (GDataInputStream) output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  g_autofree char *command = g_strdup_printf ("steps %u\n", progress->first);

  g_output_stream_write_all (g_subprocess_get_stdin_pipe (child), command, strlen (command), NULL, NULL, NULL);
  if (number % 5 != 0)
    follow (output, progress, TRUE);
  g_usleep (g_test_rand_int_range (0, 30000));
  g_subprocess_force_exit (child);
  follow (output, progress, FALSE);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
}

/* What the steps up to and without @end lead to, in one line. */
static char *
expect (guint first,
        guint end)
{
  g_autoptr (GString) state = g_string_new (NULL);
  LanyardLevel levels[N_STEP_TALKS] = { LANYARD_LEVEL_NONE };
  guint saved = 0;

  for (guint i = first; i < end; i++)
    {
      Step step = get_step (i);

      if (step.is_save)
        saved = i;
      else
        levels[step.talk] = step.level;
    }

  g_string_printf (state, "Step%u:", saved);
  for (guint i = 0; i < N_STEP_TALKS; i++)
    g_string_append_printf (state, " %d", (int) levels[i]);
  return g_string_free (g_steal_pointer (&state), FALSE);
}

/* What is stored, in the same words; every title must name the same step. */
static char *
describe (LanyardStore *store)
{
  g_autoptr (GString) state = g_string_new (NULL);
  g_autoptr (GPtrArray) conferences = list_conferences (store);
  g_autoptr (LanyardProgramme) whole = NULL;
  g_autoptr (GPtrArray) picks = NULL;
  LanyardLevel levels[N_STEP_TALKS] = { LANYARD_LEVEL_NONE };
  GPtrArray *talks;
  const char *mark;

  if (conferences->len == 0)
    return NULL;

  mark = lanyard_conference_get_title (conferences->pdata[0]);
  whole = load_whole (store, lanyard_conference_get_uuid (conferences->pdata[0]), NULL);
  talks = lanyard_programme_get_talks (whole);
  g_assert_cmpuint (talks->len, ==, N_STEP_TALKS);
  for (guint i = 0; i < talks->len; i++)
    {
      const LanyardTalkFields *talk = lanyard_talk_get_fields (talks->pdata[i]);

      g_assert_true (g_str_has_prefix (talk->item.title, mark) && talk->item.title[strlen (mark)] == ' ');
      g_assert_true (g_str_has_prefix (talk->description, mark) && talk->description[strlen (mark)] == ' ');
      g_assert_true (g_str_has_prefix (lanyard_session_get_title (talk->item.session), mark));
    }

  picks = list_picks (store, lanyard_conference_get_uuid (conferences->pdata[0]), NULL);
  for (guint i = 0; i < picks->len; i++)
    {
      const LanyardPick *pick = picks->pdata[i];

      levels[g_ascii_strtoull (pick->key, NULL, 10)] = pick->level;
    }
  g_string_printf (state, "%s:", mark);
  for (guint i = 0; i < N_STEP_TALKS; i++)
    g_string_append_printf (state, " %d", (int) levels[i]);
  return g_string_free (g_steal_pointer (&state), FALSE);
}

/* The feed and the history are of the same step as the programme. */
static void
assert_refresh_is_whole (LanyardStore *store)
{
  g_autoptr (GPtrArray) conferences = list_conferences (store);
  g_autoptr (GPtrArray) changes = list_changes (store, NULL, LANYARD_NO_TIME);
  g_autoptr (LanyardFeed) feed = NULL;
  guint n_talks = 0;

  if (conferences->len == 0)
    return;

  feed = find_feed (store, lanyard_conference_get_uuid (conferences->pdata[0]), NULL);
  g_assert_cmpstr (feed->digest, ==, lanyard_conference_get_title (conferences->pdata[0]));
  for (guint i = 0; i < changes->len; i++)
    {
      const LanyardChangeFields *change = lanyard_change_get_fields (changes->pdata[i]);

      if (change->noticed_at == lanyard_change_get_fields (changes->pdata[0])->noticed_at)
        n_talks += change->item_kind == LANYARD_KIND_TALK && change->kind == LANYARD_CHANGE_TITLE;
    }
  if (changes->len > 0)
    {
      g_autofree char *newest = g_strdup_printf (
          "Step%" G_GINT64_FORMAT, lanyard_change_get_fields (changes->pdata[0])->noticed_at);

      g_assert_cmpstr (newest, ==, feed->digest);
      g_assert_cmpuint (n_talks, ==, N_STEP_TALKS);
    }
}

static void
assert_all_is_there (const char *path,
                     Progress   *progress)
{
  g_autoptr (LanyardStore) store = lanyard_store_new (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *check = NULL;
  g_autofree char *state = NULL;
  g_autofree char *acknowledged = expect (progress->first - progress->n_done, progress->first);
  g_autofree char *further = expect (progress->first - progress->n_done, progress->first + 1);

  open_store (store, &error);
  g_assert_no_error (error);
  check = ask_sql_text (path, "PRAGMA integrity_check");
  g_assert_cmpstr (check, ==, "ok");
  assert_index_agrees (store, path);

  assert_refresh_is_whole (store);
  state = describe (store);
  if (state == NULL)
    g_assert_cmpuint (progress->n_done, ==, 0);
  else if (progress->n_done == 0 || !g_str_equal (state, acknowledged))
    {
      g_assert_cmpstr (state, ==, further);
      progress->n_further++;
    }
}

/* The backups too, or else an emptied file is taken for a damaged one. */
static void
remove_file (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autoptr (GPtrArray) backups = lanyard_store_backups_list (path);

  for (guint i = 0; i < backups->len; i++)
    g_unlink (((LanyardStoreBackup *) backups->pdata[i])->path);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

static void
test_kill (StoreFixture  *fixture,
           gconstpointer  data)
{
  Progress progress = { 0 };
  guint n_done = 0;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  for (guint i = 0; i < N_KILLS; i++)
    {
      if (i % N_KILLS_A_FILE == 0)
        {
          n_done += progress.n_done;
          remove_file (fixture->path);
          progress.n_done = 0;
          /* A file begins with a programme. */
          progress.first = (progress.first + 3) / 4 * 4;
        }
      run_and_kill (fixture->path, &progress, i);
      assert_all_is_there (fixture->path, &progress);
    }

  n_done += progress.n_done;
  g_test_message ("%u kills, %u steps acknowledged, %u times one more was done", N_KILLS, n_done, progress.n_further);
  g_assert_cmpuint (n_done, >, N_KILLS / 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/kill", StoreFixture, NULL, store_fixture_set_up, test_kill, store_fixture_tear_down);

  return g_test_run ();
}
