/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When each conference was last asked about, kept outside the database, to
 * which a refresh that finds nothing new writes nothing: one tiny file a
 * conference, shared with other processes. Losing one costs a request. Called
 * by the refresh; main thread, but for the writing. */

#include "config.h"

#include <glib/gstdio.h>

#include "lanyard-checks.h"

#include "model/lanyard-enums.h"

#define GROUP "refresh"

struct _LanyardChecks
{
  GHashTable *checks; /* owned; uuid to LanyardCheck, what this process has set */
};

typedef struct
{
  char *path; /* owned */
  char *text; /* owned */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *self = data;

  g_free (self->path);
  g_free (self->text);
  g_free (self);
}

static char *
dup_path (const char *uuid)
{
  return g_build_filename (g_get_user_state_dir (), "lanyard", "refresh", uuid, NULL);
}

static gint64
get_instant (GKeyFile   *file,
             const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64 instant = g_key_file_get_int64 (file, GROUP, name, &error);

  return error == NULL ? instant : LANYARD_NO_TIME;
}

static void
set_instant (GKeyFile   *file,
             const char *name,
             gint64      instant)
{
  if (instant != LANYARD_NO_TIME)
    g_key_file_set_int64 (file, GROUP, name, instant);
}

static LanyardCheck
read_check (const char *uuid)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_path (uuid);

  /* A file that is missing or broken says nothing. */
  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return (LanyardCheck) {
    .asked_at = get_instant (file, "asked-at"),
    .checked_at = get_instant (file, "checked-at"),
    .retry_at = get_instant (file, "retry-at"),
    .n_failures = (guint) CLAMP (g_key_file_get_integer (file, GROUP, "failures", NULL), 0, 1000),
  };
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Writing *writing = task_data;
  g_autofree char *folder = g_path_get_dirname (writing->path);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      !g_file_set_contents_full (writing->path, writing->text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_debug ("When a conference was refreshed is not kept: %s", error != NULL ? error->message : g_strerror (errno));
  g_task_return_boolean (task, TRUE);
}

/*
 * Makes the memory of refreshes.
 */
LanyardChecks *
lanyard_checks_new (void)
{
  LanyardChecks *self = g_new0 (LanyardChecks, 1);

  self->checks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/*
 * Frees it; what was set stays in the files.
 */
void
lanyard_checks_free (LanyardChecks *self)
{
  g_hash_table_unref (self->checks);
  g_free (self);
}

/*
 * Says what is known of a conference's refreshes, by this process or by
 * another one, whichever asked last.
 */
LanyardCheck
lanyard_checks_get (LanyardChecks *self,
                    const char    *uuid)
{
  const LanyardCheck *own = g_hash_table_lookup (self->checks, uuid);
  LanyardCheck kept = read_check (uuid);

  return own != NULL && own->asked_at >= kept.asked_at ? *own : kept;
}

/*
 * Keeps what came of asking. It is known here at once, even where the file
 * cannot be written; the callback is called when that has been tried.
 */
void
lanyard_checks_set_async (LanyardChecks       *self,
                          const char          *uuid,
                          const LanyardCheck  *check,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  Writing *writing = g_new0 (Writing, 1);

  g_hash_table_replace (self->checks, g_strdup (uuid), g_memdup2 (check, sizeof *check));

  set_instant (file, "asked-at", check->asked_at);
  set_instant (file, "checked-at", check->checked_at);
  set_instant (file, "retry-at", check->retry_at);
  if (check->n_failures > 0)
    g_key_file_set_integer (file, GROUP, "failures", (int) check->n_failures);
  writing->path = dup_path (uuid);
  writing->text = g_key_file_to_data (file, NULL, NULL);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_in_thread);
}

/*
 * Forgets a conference that is gone.
 */
void
lanyard_checks_forget (LanyardChecks *self,
                       const char    *uuid)
{
  g_autofree char *path = dup_path (uuid);

  g_hash_table_remove (self->checks, uuid);
  g_unlink (path);
}
