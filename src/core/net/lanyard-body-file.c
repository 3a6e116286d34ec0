/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the body of an answer into a file as it arrives, so that a film needs
 * no more memory than a page: refused before it begins where the disk has no
 * room for it, and as soon as it is larger than it may be. lanyard-exchange.c
 * calls it, in its main context; the file is written by GIO's threads. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-body-file.h"
#include "lanyard-net-error.h"

#define PIECE (64 * 1024)

/* What is left to the others on the disk. */
#define RESERVE (32 * 1024 * 1024)

typedef struct
{
  GInputStream *stream;    /* owned */
  GFile *file;             /* owned */
  GOutputStream *output;   /* owned, nullable until the file is open */
  guint64 length;          /* how much it will be, 0 if unknown */
  guint64 max_bytes;
  guint64 n_bytes;         /* how much has been written */
  LanyardBodyFunc arrived; /* nullable */
  gpointer arrived_data;   /* the caller's */
  GError *failure;         /* owned, nullable: why the file is closed early */
  guint8 piece[PIECE];
} Saving;

static void read_piece (GTask *task);

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_clear_object (&saving->stream);
  g_clear_object (&saving->file);
  g_clear_object (&saving->output);
  g_clear_error (&saving->failure);
  g_free (saving);
}

/* What hinders the writing is a sentence already, and no fault of the
 * server's; somebody's cancelling stays what it is. */
static GError *
new_for_disk (GError  *cause,
              guint64  length)
{
  g_autoptr (GError) owned_cause = cause;
  g_autofree char *size = g_format_size (length);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_steal_pointer (&owned_cause);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE) && length > 0)
    return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_DISK,
                        /* Translators: %s is a size, such as "1.2 MB" */
                        _("This computer has no room for a file of %s; delete something, and try again."), size);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return g_error_new_literal (LANYARD_NET_ERROR, LANYARD_NET_ERROR_DISK,
                                _("This computer has no room for the file; delete something, and try again."));
  return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_DISK,
                      /* Translators: %s is the system's reason, such as "Permission denied" */
                      _("The file cannot be written: %s."), cause->message);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Saving *saving = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_output_stream_close_finish (G_OUTPUT_STREAM (source), result, &error) && saving->failure == NULL)
    saving->failure = new_for_disk (g_steal_pointer (&error), saving->length);
  g_clear_error (&error);
  if (saving->failure != NULL)
    g_task_return_error (task, g_steal_pointer (&saving->failure));
  else
    g_task_return_boolean (task, TRUE);
}

/* Whoever cancels waits for the file to be closed, so that it can be deleted. */
static void
close_file (GTask  *task,
            GError *failure)
{
  Saving *saving = g_task_get_task_data (task);

  saving->failure = failure;
  g_output_stream_close_async (saving->output, G_PRIORITY_DEFAULT, NULL, closed_cb, task);
}

static void
piece_written_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  GTask *task = user_data;
  Saving *saving = g_task_get_task_data (task);
  GError *error = NULL;
  gsize n;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, &n, &error))
    {
      close_file (task, new_for_disk (error, saving->length));
      return;
    }
  saving->n_bytes += n;
  if (saving->arrived != NULL)
    saving->arrived (saving->n_bytes, saving->arrived_data);
  read_piece (task);
}

static void
piece_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask *task = user_data;
  Saving *saving = g_task_get_task_data (task);
  GError *error = NULL;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (n <= 0)
    close_file (task, error);
  else if ((guint64) n > saving->max_bytes - saving->n_bytes)
    close_file (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "The file is too large"));
  else
    g_output_stream_write_all_async (saving->output, saving->piece, (gsize) n, G_PRIORITY_DEFAULT,
                                     g_task_get_cancellable (task), piece_written_cb, task);
}

static void
read_piece (GTask *task)
{
  Saving *saving = g_task_get_task_data (task);

  g_input_stream_read_async (saving->stream, saving->piece, PIECE, G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                             piece_read_cb, task);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Saving *saving = g_task_get_task_data (task);
  GError *error = NULL;

  saving->output = G_OUTPUT_STREAM (g_file_replace_finish (G_FILE (source), result, &error));
  if (saving->output == NULL)
    g_task_return_error (task, new_for_disk (error, saving->length));
  else
    read_piece (g_steal_pointer (&task));
}

static void
open_file (GTask *task)
{
  Saving *saving = g_task_get_task_data (task);

  g_file_replace_async (saving->file, NULL, FALSE, G_FILE_CREATE_PRIVATE, G_PRIORITY_DEFAULT,
                        g_task_get_cancellable (task), opened_cb, task);
}

/* A disk that does not say how full it is may have room. */
static void
room_found_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Saving *saving = g_task_get_task_data (task);
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info_finish (G_FILE (source), result, NULL);

  if (info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) &&
      g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) < saving->length + RESERVE)
    g_task_return_error (task, new_for_disk (g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "No room"),
                                             saving->length));
  else
    open_file (g_steal_pointer (&task));
}

/* Writes @stream to its end into @file, in a folder that is there. @length is
 * how much the server promises, 0 if it does not; more than @max_bytes is
 * G_IO_ERROR_MESSAGE_TOO_LARGE, and what the disk refuses LANYARD_NET_ERROR_DISK.
 * What was written of a file that failed is the caller's to delete. */
void
lanyard_body_save_async (GInputStream        *stream,
                         GFile               *file,
                         guint64              length,
                         guint64              max_bytes,
                         LanyardBodyFunc      arrived,
                         gpointer             arrived_data,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  Saving *saving = g_new0 (Saving, 1);

  g_task_set_source_tag (task, lanyard_body_save_async);
  g_task_set_check_cancellable (task, FALSE);
  saving->stream = g_object_ref (stream);
  saving->file = g_object_ref (file);
  saving->length = length;
  saving->max_bytes = max_bytes;
  saving->arrived = arrived;
  saving->arrived_data = arrived_data;
  g_task_set_task_data (task, saving, saving_free);
  g_file_query_filesystem_info_async (folder, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, G_PRIORITY_DEFAULT, cancellable,
                                      room_found_cb, g_steal_pointer (&task));
}

/* @n_bytes: (out): how much has been written */
gboolean
lanyard_body_save_finish (GAsyncResult  *result,
                          guint64       *n_bytes,
                          GError       **error)
{
  Saving *saving = g_task_get_task_data (G_TASK (result));

  *n_bytes = saving->n_bytes;
  return g_task_propagate_boolean (G_TASK (result), error);
}
