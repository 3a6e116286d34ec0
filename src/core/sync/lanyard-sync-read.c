/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what feeds gave to a programme, on a thread of its own. Called by fibers
 * on the main thread. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <sys/resource.h>

#include "lanyard-directory-cache.h"
#include "lanyard-fiber.h"
#include "lanyard-sync-private.h"

#include "formats/lanyard-digest.h"
#include "formats/lanyard-format.h"
#include "formats/lanyard-join.h"

#define READER_NICENESS 5

typedef struct
{
  GPtrArray *downloads;    /* owned, of LanyardDownload */
  char      *zone;         /* owned, nullable: what somebody says */
  char      *place;        /* owned, nullable: the address that was given */
  char      *known_digest; /* owned, nullable */
} ReadingRequest;

static void
reading_request_free (gpointer data)
{
  ReadingRequest *self = data;

  g_ptr_array_unref (self->downloads);
  g_free (self->known_digest);
  g_free (self->place);
  g_free (self->zone);
  g_free (self);
}

static GPtrArray *
list_documents (GPtrArray *downloads)
{
  GPtrArray *documents = g_ptr_array_new ();

  for (guint i = 0; i < downloads->len; i++)
    g_ptr_array_extend (documents, ((const LanyardDownload *) g_ptr_array_index (downloads, i))->documents, NULL, NULL);
  return documents;
}

/* What neither the feed nor anybody says, the directory may know: by the address
 * that was given or chosen there, or by that of the feed which was found. */
static char *
dup_zone (const ReadingRequest *request)
{
  const LanyardDownload *first = g_ptr_array_index (request->downloads, 0);
  g_autoptr (LanyardDirectory) directory = NULL;
  LanyardListing *listing = NULL;

  if (request->zone != NULL)
    return g_strdup (request->zone);
  directory = lanyard_directory_load ();
  if (request->place != NULL)
    listing = lanyard_directory_find_address (directory, request->place);
  if (listing == NULL)
    listing = lanyard_directory_find_address (directory, first->url);
  return listing != NULL ? g_strdup (lanyard_listing_get_fields (listing)->zone) : NULL;
}

/* Each feed is read by itself, for they may be of different formats. */
static GPtrArray *
read_feeds (const ReadingRequest  *request,
            const char            *zone,
            const char            *named_zone,
            GError               **error)
{
  g_autoptr (GPtrArray) programmes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < request->downloads->len; i++)
    {
      const LanyardDownload *download = g_ptr_array_index (request->downloads, i);
      const LanyardReadOptions options = {
        .languages = g_get_language_names (),
        .zone = zone,
        .named_zone = named_zone,
        .address = download->url,
      };
      LanyardProgramme *programme = lanyard_format_read (download->documents, &options, error);

      if (programme == NULL)
        return NULL;
      g_ptr_array_add (programmes, programme);
    }
  return g_steal_pointer (&programmes);
}

/* What one of several feeds says of the zone is true of the others as well. */
static LanyardProgramme *
read_programme (const ReadingRequest  *request,
                GError               **error)
{
  g_autofree char *zone = dup_zone (request);
  g_autofree char *named_zone = NULL;
  g_autoptr (GPtrArray) programmes = read_feeds (request, zone, NULL, error);

  if (programmes == NULL)
    return NULL;
  if (programmes->len == 1)
    return g_object_ref (g_ptr_array_index (programmes, 0));

  named_zone = g_strdup (lanyard_format_find_zone (programmes, zone));
  if (named_zone != NULL)
    {
      g_clear_pointer (&programmes, g_ptr_array_unref);
      programmes = read_feeds (request, zone, named_zone, error);
    }
  return programmes != NULL ? lanyard_programme_join (programmes) : NULL;
}

/* What ends before its end would take the rest away from a programme that is
 * here; whoever adds it is told instead. */
static gboolean
is_refresh_cut_off (const ReadingRequest *request,
                    LanyardProgramme     *programme)
{
  return request->known_digest != NULL &&
         lanyard_programme_get_remarks (programme)->counts[LANYARD_REMARK_CUT_OFF] > 0;
}

static void
read_documents (GTask *task)
{
  const ReadingRequest *request = g_task_get_task_data (task);
  g_autoptr (LanyardReading) reading = g_new0 (LanyardReading, 1);
  g_autoptr (GPtrArray) documents = list_documents (request->downloads);
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  reading->digest = lanyard_documents_dup_digest (documents);
  if (reading->digest == NULL || g_strcmp0 (reading->digest, request->known_digest) != 0)
    reading->programme = read_programme (request, &error);
  if (reading->programme != NULL && is_refresh_cut_off (request, reading->programme))
    error = g_error_new_literal (LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_MALFORMED,
                                 _("The server sent only part of the programme, so nothing was changed; try again later."));

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&reading), (GDestroyNotify) lanyard_reading_free);
}

/* Gives way to the main loop: with who 0 it is this thread alone, on Linux,
 * whose priority is lowered. */
static void
read_in_pool (gpointer data,
              gpointer user_data)
{
  g_autoptr (GTask) task = data;

  setpriority (PRIO_PROCESS, 0, READER_NICENESS);
  read_documents (task);
}

/*
 * Makes the pool in which documents are read, those of one conference at a
 * time: several would take the processor from the main loop, and memory.
 */
GThreadPool *
lanyard_sync_make_readers (void)
{
  return g_thread_pool_new_full (read_in_pool, NULL, g_object_unref, 1, TRUE, NULL);
}

/*
 * Makes a programme of what was downloaded, unless its digest is the one that
 * is known. @zone is nullable: used where a feed names none, in place of what
 * the directory knows of the feed or of @place, which is nullable as well.
 */
void
lanyard_sync_read_async (LanyardSync         *self,
                         GPtrArray           *downloads,
                         const char          *zone,
                         const char          *place,
                         const char          *known_digest,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  ReadingRequest *request = g_new0 (ReadingRequest, 1);

  g_task_set_source_tag (task, lanyard_sync_read_async);
  request->downloads = g_ptr_array_ref (downloads);
  request->zone = g_strdup (zone);
  request->place = g_strdup (place);
  request->known_digest = g_strdup (known_digest);
  g_task_set_task_data (task, request, reading_request_free);
  g_thread_pool_push (self->readers, task, NULL);
}

LanyardReading *
lanyard_sync_read_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
lanyard_reading_free (LanyardReading *self)
{
  g_free (self->digest);
  g_clear_object (&self->programme);
  g_free (self);
}

static void
free_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_task_set_task_data (task, NULL, NULL);
  g_task_return_boolean (task, TRUE);
}

/*
 * Frees a programme where it hinders nobody: a large one has many small parts.
 */
void
lanyard_reading_free_in_thread (LanyardReading *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, lanyard_reading_free_in_thread);
  g_task_set_task_data (task, self, (GDestroyNotify) lanyard_reading_free);
  g_task_run_in_thread (task, free_in_thread);
}
