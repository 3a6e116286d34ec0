/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the store to a backup file, and back. The window and the command line
 * share it. Called on the main thread; files are read, parsed and written on a
 * thread of GTask's pool. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/lanyard-backup-json.h"
#include "export/lanyard-export-file.h"
#include "lanyard-backup-file.h"

#define BYTES_AT_ONCE (64 * 1024)

typedef struct
{
  LanyardStore *store;   /* owned */
  GFile *file;           /* owned */
  gint64 now;            /* UTC seconds */
  LanyardBackup *backup; /* owned, nullable until collected or read */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->store);
  g_clear_object (&job->file);
  g_clear_pointer (&job->backup, lanyard_backup_unref);
  g_free (job);
}

static GTask *
new_task (LanyardStore        *store,
          GFile               *file,
          gint64               now,
          gpointer             source_tag,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, source_tag);
  job->store = g_object_ref (store);
  job->file = g_object_ref (file);
  job->now = now;
  g_task_set_task_data (task, job, job_free);
  return task;
}

/* Has @func work on the job of @task, which goes on in @callback. */
static void
work_in_thread (GTask               *task,
                GTaskThreadFunc      func,
                GAsyncReadyCallback  callback)
{
  g_autoptr (GTask) inner = g_task_new (NULL, g_task_get_cancellable (task), callback, g_object_ref (task));

  /* The inner task borrows the data of the outer one, which outlives it. */
  g_task_set_source_tag (inner, work_in_thread);
  g_task_set_task_data (inner, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (inner, func);
}

/* Written under another name and put into its place only when it is whole. */
static gboolean
write_file (GFile         *file,
            GBytes        *bytes,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *path = g_file_get_path (file);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (path != NULL)
    return lanyard_export_file_write (path, bytes, error);
  return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, cancellable, error);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GBytes) bytes = lanyard_backup_to_json (job->backup);
  GError *error = NULL;

  if (write_file (job->file, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_pointer (task, g_steal_pointer (&job->backup), (GDestroyNotify) lanyard_backup_unref);
  else
    g_task_return_error (task, error);
}

static void
collected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->backup = lanyard_store_collect_backup_finish (LANYARD_STORE (source), result, &error);
  if (job->backup != NULL)
    work_in_thread (task, write_in_thread, written_cb);
  else
    g_task_return_error (task, error);
}

/**
 * lanyard_backup_file_save_async:
 * @store: whose decisions
 * @file: where to write them; replaced if it is there
 * @now: what time it is, UTC seconds
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes all that is decided about all conferences into a file.
 */
void
lanyard_backup_file_save_async (LanyardStore        *store,
                                GFile               *file,
                                gint64               now,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (LANYARD_IS_STORE (store));
  g_return_if_fail (G_IS_FILE (file));

  task = new_task (store, file, now, lanyard_backup_file_save_async, cancellable, callback, user_data);
  lanyard_store_collect_backup_async (store, now, cancellable, collected_cb, task);
}

/**
 * lanyard_backup_file_save_finish:
 * @result: what the callback got
 * @error: why it failed: a #LanyardStoreError or a #GIOErrorEnum
 *
 * Ends saving.
 *
 * Returns: (transfer full) (nullable): what was written, %NULL if the file is
 *   as it was
 */
LanyardBackup *
lanyard_backup_file_save_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The reason in a sentence, for people. */
static void
explain (GFile         *file,
         const GError  *failure,
         GError       **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, failure->domain, failure->code,
                 /* Translators: %s is a file's name */
                 _("There is no file “%s”."), name);
  else
    g_set_error (error, failure->domain, failure->code,
                 /* Translators: the first %s is a file's name, the second the system's reason */
                 _("The file “%s” cannot be read: %s."), name, failure->message);
}

/* No more than a backup may be long, whatever a file says of its length: some
 * never end. */
static GBytes *
read_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) contents = NULL;
  g_autofree guint8 *buffer = NULL;
  gssize n_read;

  if (stream == NULL)
    return NULL;

  contents = g_byte_array_new ();
  buffer = g_malloc (BYTES_AT_ONCE);
  while ((n_read = g_input_stream_read (G_INPUT_STREAM (stream), buffer, BYTES_AT_ONCE, cancellable, error)) > 0 &&
         contents->len <= LANYARD_BACKUP_MOST_BYTES)
    g_byte_array_append (contents, buffer, n_read);
  return n_read >= 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&contents)) : NULL;
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = read_file (job->file, cancellable, &failure);
  LanyardBackup *backup = bytes != NULL ? lanyard_backup_from_json (bytes, &error) : NULL;

  if (bytes == NULL)
    explain (job->file, failure, &error);
  if (backup != NULL)
    g_task_return_pointer (task, backup, (GDestroyNotify) lanyard_backup_unref);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *results = lanyard_store_restore_backup_finish (LANYARD_STORE (source), result, &error);

  if (results != NULL)
    g_task_return_pointer (task, results, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->backup = g_task_propagate_pointer (G_TASK (result), &error);
  if (job->backup != NULL)
    lanyard_store_restore_backup_async (job->store, job->backup, job->now, cancellable, restored_cb,
                                        g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/**
 * lanyard_backup_file_restore_async:
 * @store: where to bring it
 * @file: a backup file
 * @now: what time it is, UTC seconds
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Brings back all that a backup file has, or nothing of it.
 */
void
lanyard_backup_file_restore_async (LanyardStore        *store,
                                   GFile               *file,
                                   gint64               now,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LANYARD_IS_STORE (store));
  g_return_if_fail (G_IS_FILE (file));

  task = new_task (store, file, now, lanyard_backup_file_restore_async, cancellable, callback, user_data);
  work_in_thread (task, read_in_thread, read_cb);
}

/**
 * lanyard_backup_file_restore_finish:
 * @result: what the callback got
 * @error: why it failed: a #LanyardBackupError, a #LanyardStoreError or a #GIOErrorEnum
 *
 * Ends restoring.
 *
 * Returns: (transfer full) (element-type LanyardBackupResult) (nullable): what
 *   came of each conference, %NULL if nothing has changed
 */
GPtrArray *
lanyard_backup_file_restore_finish (GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lanyard_backup_file_dup_name:
 * @now: what time it is, UTC seconds
 *
 * Makes a name for a backup file: "Lanyard Backup 2026-10-05.json".
 *
 * Returns: (transfer full): a name
 */
char *
lanyard_backup_file_dup_name (gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (now);
  g_autofree char *day = g_date_time_format (time, "%F");

  /* Translators: a file's name; %s is a day as 2026-10-05 */
  return g_strdup_printf (_("Lanyard Backup %s.json"), day);
}
