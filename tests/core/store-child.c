/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The other process of the store's tests: opens the database named by its
 * first argument and does what it is told, one line at a time. It is also
 * told to work without end, to be killed in the middle of it. A second
 * argument is how large a file may be, as on a disk that is full. */

#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "store-child.h"
#include "sync/lanyard-backup-file.h"

typedef struct
{
  LanyardStore *store; /* owned */
  GMainLoop *loop;     /* owned */
  GDataInputStream *input; /* owned */
  char *uuid;          /* owned, nullable: of what was saved last */
} Child;

static void read_command (Child *self);

static void
say_error (const GError *error)
{
  g_print ("error %s %d %s\n", g_quark_to_string (error->domain), error->code, error->message);
}

static void
do_save (Child      *self,
         const char *mark,
         guint       n_talks)
{
  g_autoptr (LanyardProgramme) programme =
      make_programme (&(ProgrammeShape) { .mark = mark, .n_talks = n_talks, .n_words = 60 });
  g_autoptr (GError) error = NULL;
  char *uuid = try_save (self->store, programme, &error);

  if (uuid == NULL)
    {
      say_error (error);
      return;
    }
  g_free (self->uuid);
  self->uuid = uuid;
  g_print ("saved %s\n", mark);
}

/* As a refresh does. */
static void
do_refresh (Child      *self,
            const char *mark,
            guint       n_talks)
{
  g_autoptr (LanyardProgramme) programme =
      make_programme (&(ProgrammeShape) { .mark = mark, .n_talks = n_talks, .n_words = 60 });
  g_autoptr (LanyardFeed) feed = lanyard_feed_new (FEED_URL, NULL, mark);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardSaved) saved = try_save_feed (self->store, NULL, programme, feed, 2000, LANYARD_SAVE_NONE, &error);

  if (saved == NULL)
    {
      say_error (error);
      return;
    }
  g_free (self->uuid);
  self->uuid = g_strdup (saved->uuid);
  g_print ("refreshed %s\n", mark);
}

static void
do_pick (Child        *self,
         const char   *key,
         LanyardLevel  level)
{
  g_autoptr (GError) error = NULL;

  if (set_pick (self->store, self->uuid, LANYARD_KIND_TALK, key, level, &error))
    g_print ("picked %s\n", key);
  else
    say_error (error);
}

static void
do_load (Child *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) whole = load_whole (self->store, self->uuid, &error);

  if (whole != NULL)
    g_print ("loaded\n");
  else
    say_error (error);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = lanyard_backup_file_restore_finish (result, &error);

  if (results != NULL)
    g_print ("restored\n");
  else
    say_error (error);
}

static void
do_restore (Child      *self,
            const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  lanyard_backup_file_restore_async (self->store, file, 2000, NULL, restored_cb, NULL);
}

static void
do_limit (guint64 n_bytes)
{
  struct rlimit limit = { .rlim_cur = n_bytes, .rlim_max = RLIM_INFINITY };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_print ("limited\n");
}

/* Many small and large changes, while another process makes its own. */
static void
do_hammer (Child *self,
           guint  n_rounds)
{
  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr (LanyardProgramme) programme =
          make_programme (&(ProgrammeShape) { .mark = "Hammer", .n_talks = 24, .n_words = 20 });
      g_autofree char *uuid = save_programme (self->store, programme, NULL);
      g_autofree char *key = g_strdup_printf ("%u", i % 24);
      g_autoptr (GError) error = NULL;

      set_pick (self->store, uuid, LANYARD_KIND_TALK, key, LANYARD_LEVEL_GOING, &error);
      g_assert_no_error (error);
    }
  g_print ("hammered\n");
}

/* So that it is killed while it indexes, too. */
static void
search_anything (LanyardStore *store)
{
  g_autoptr (GPtrArray) matches = search (store, NULL, "anything", NULL);

  g_assert_nonnull (matches);
}

/* Goes through the steps that the parent knows too, and says each that is
 * done, until killed. */
static void
do_steps (Child *self,
          guint  first)
{
  for (guint i = first;; i++)
    {
      Step step = get_step (i);

      if (step.is_save)
        {
          g_autoptr (LanyardProgramme) programme = make_step_programme (i);
          g_autoptr (LanyardSaved) saved = save_step (self->store, programme, i);

          g_free (self->uuid);
          self->uuid = g_strdup (saved->uuid);
          if (i % 8 == 0)
            search_anything (self->store);
        }
      else
        {
          g_autofree char *key = g_strdup_printf ("%u", step.talk);

          g_assert_true (set_pick (self->store, self->uuid, LANYARD_KIND_TALK, key, step.level, NULL));
        }
      g_print ("%u\n", i);
    }
}

static void
do_edit (Child           *self,
         guint            number,
         const ModelStep *steps,
         guint            n_steps)
{
  g_autoptr (LanyardEdit) edit = model_make_edit (steps, n_steps);
  g_autoptr (GError) error = NULL;

  apply_edit (self->store, self->uuid, edit, number, &error);
  g_assert_no_error (error);
  g_print ("edit %u\n", number);
}

/* Makes the edits that the parent knows too, and says each, until killed. */
static void
do_edits (Child *self,
          guint  first)
{
  for (guint i = first;; i++)
    {
      ModelStep steps[4];
      guint n_steps = get_numbered_steps (i, steps);

      do_edit (self, i, steps, n_steps);
    }
}

static void
do_half_edits (Child *self,
               guint  n_edits)
{
  for (guint i = 0; i < n_edits; i++)
    {
      ModelStep step = get_half_step (i, 1);

      do_edit (self, i, &step, 1);
    }
  g_print ("half done\n");
}

static void
do_note (Child *self,
         gsize  length)
{
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autofree char *text = g_strnfill (length, 'x');
  g_autoptr (GError) error = NULL;

  lanyard_edit_set_note (edit, LANYARD_KIND_TALK, "3", text);
  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, "3", LANYARD_LEVEL_GOING);
  if (apply_edit (self->store, self->uuid, edit, 2000, &error))
    g_print ("noted\n");
  else
    say_error (error);
}

static void
obey (Child      *self,
      const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  if (g_str_equal (words[0], "save"))
    do_save (self, words[1], g_ascii_strtoull (words[2], NULL, 10));
  else if (g_str_equal (words[0], "refresh"))
    do_refresh (self, words[1], g_ascii_strtoull (words[2], NULL, 10));
  else if (g_str_equal (words[0], "pick"))
    do_pick (self, words[1], LANYARD_LEVEL_GOING);
  else if (g_str_equal (words[0], "load"))
    do_load (self);
  else if (g_str_equal (words[0], "restore"))
    do_restore (self, words[1]);
  else if (g_str_equal (words[0], "limit"))
    do_limit (g_ascii_strtoull (words[1], NULL, 10));
  else if (g_str_equal (words[0], "hammer"))
    do_hammer (self, g_ascii_strtoull (words[1], NULL, 10));
  else if (g_str_equal (words[0], "steps"))
    do_steps (self, g_ascii_strtoull (words[1], NULL, 10));
  else if (g_str_equal (words[0], "edits"))
    do_edits (self, g_ascii_strtoull (words[1], NULL, 10));
  else if (g_str_equal (words[0], "half-edits"))
    do_half_edits (self, g_ascii_strtoull (words[1], NULL, 10));
  else if (g_str_equal (words[0], "note"))
    do_note (self, g_ascii_strtoull (words[1], NULL, 10));
  else
    g_error ("What is “%s”?", line);
}

static void
command_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Child *self = user_data;
  g_autofree char *line = g_data_input_stream_read_line_finish (self->input, result, NULL, NULL);

  if (line == NULL)
    {
      g_main_loop_quit (self->loop);
      return;
    }
  obey (self, line);
  read_command (self);
}

static void
read_command (Child *self)
{
  g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, NULL, command_cb, self);
}

static void
conferences_changed_cb (LanyardStore *store)
{
  g_print ("conferences-changed\n");
}

static void
decisions_changed_cb (LanyardStore *store,
                      const char   *uuid)
{
  g_print ("decisions-changed %s\n", uuid);
}

static void
changes_changed_cb (LanyardStore *store,
                    const char   *uuid)
{
  g_print ("changes-changed %s\n", uuid);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GInputStream) stdin_stream = g_unix_input_stream_new (0, FALSE);
  g_autoptr (GPtrArray) conferences = NULL;
  g_autoptr (GError) error = NULL;
  Child self = { NULL };

  g_assert_cmpint (argc, >=, 2);
  setvbuf (stdout, NULL, _IOLBF, 0);
  if (argc > 2)
    do_limit (g_ascii_strtoull (argv[2], NULL, 10));
  self.loop = g_main_loop_new (NULL, FALSE);
  self.input = g_data_input_stream_new (stdin_stream);
  self.store = lanyard_store_new (argv[1]);
  if (!open_store (self.store, &error))
    {
      say_error (error);
      return 1;
    }

  conferences = list_conferences (self.store);
  if (conferences->len > 0)
    self.uuid = g_strdup (lanyard_conference_get_uuid (conferences->pdata[0]));
  g_signal_connect (self.store, "conferences-changed", G_CALLBACK (conferences_changed_cb), NULL);
  g_signal_connect (self.store, "decisions-changed", G_CALLBACK (decisions_changed_cb), NULL);
  g_signal_connect (self.store, "changes-changed", G_CALLBACK (changes_changed_cb), NULL);
  g_print ("open\n");
  read_command (&self);
  g_main_loop_run (self.loop);

  g_object_unref (self.store);
  g_object_unref (self.input);
  g_main_loop_unref (self.loop);
  g_free (self.uuid);
  return 0;
}
