/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the body of an answer and refuses it as soon as it is too large, so
 * that no server can fill the memory: what is counted is what is unpacked.
 * lanyard-exchange.c calls it, in its main context. */

#include "config.h"

#include "lanyard-body.h"

/* Unpacking this much takes a fraction of a millisecond. */
#define PIECE (64 * 1024)

typedef struct
{
  GInputStream *stream;    /* owned */
  gsize max_bytes;
  LanyardBodyFunc arrived; /* nullable */
  gpointer arrived_data;   /* the caller's */
  GByteArray *bytes;       /* owned, nullable once given away */
  guint8 piece[PIECE];
} Reading;

static void read_piece (GTask *task);

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->stream);
  g_clear_pointer (&reading->bytes, g_byte_array_unref);
  g_free (reading);
}

static void
piece_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (n < 0)
    g_task_return_error (task, error);
  else if (n == 0)
    g_task_return_pointer (task, g_byte_array_free_to_bytes (g_steal_pointer (&reading->bytes)),
                           (GDestroyNotify) g_bytes_unref);
  else if ((gsize) n > reading->max_bytes - reading->bytes->len)
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "The body is too large");
  else
    {
      g_byte_array_append (reading->bytes, reading->piece, (guint) n);
      if (reading->arrived != NULL)
        reading->arrived (reading->bytes->len, reading->arrived_data);
      read_piece (g_steal_pointer (&task));
    }
}

static void
read_piece (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);

  g_input_stream_read_async (reading->stream, reading->piece, PIECE, G_PRIORITY_DEFAULT,
                             g_task_get_cancellable (task), piece_read_cb, task);
}

/* Reads @stream to its end; more than @max_bytes is G_IO_ERROR_MESSAGE_TOO_LARGE. */
void
lanyard_body_read_async (GInputStream        *stream,
                         gsize                max_bytes,
                         LanyardBodyFunc      arrived,
                         gpointer             arrived_data,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  g_task_set_source_tag (task, lanyard_body_read_async);
  reading->stream = g_object_ref (stream);
  reading->max_bytes = MIN (max_bytes, G_MAXINT);
  reading->arrived = arrived;
  reading->arrived_data = arrived_data;
  reading->bytes = g_byte_array_new ();
  g_task_set_task_data (task, reading, reading_free);
  read_piece (g_steal_pointer (&task));
}

GBytes *
lanyard_body_read_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
