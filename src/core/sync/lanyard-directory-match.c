/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the directory knows about a conference that is stored, by the address it
 * is read from, or by that of itself if it came from files. The window asks it
 * for where rooms are. Called on the main thread; the directory is read on one
 * of GTask's pool. */

#include "config.h"

#include "lanyard-directory-cache.h"
#include "lanyard-directory-match.h"

typedef struct
{
  char **urls;   /* owned, nullable: where the programme is read from */
  char *feed_id; /* owned, nullable: what the programme says of itself */
} Match;

static void
match_free (gpointer data)
{
  Match *self = data;

  g_strfreev (self->urls);
  g_free (self->feed_id);
  g_free (self);
}

static void
match_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  const Match *self = task_data;
  g_autoptr (LanyardDirectory) directory = lanyard_directory_load ();
  LanyardListing *listing = NULL;

  for (char **url = self->urls; url != NULL && *url != NULL && listing == NULL; url++)
    listing = lanyard_directory_find_address (directory, *url);
  if (listing == NULL && self->feed_id != NULL)
    listing = lanyard_directory_find_address (directory, self->feed_id);
  g_task_return_pointer (task, listing != NULL ? g_object_ref (listing) : NULL, g_object_unref);
}

static void
feed_found_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Match *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (LanyardFeed) feed = lanyard_store_find_feed_finish (LANYARD_STORE (source), result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (feed != NULL)
    self->urls = lanyard_feed_split_url (feed->url);
  g_task_run_in_thread (task, match_in_thread);
}

/**
 * lanyard_directory_match_async:
 * @store: where the conference is
 * @conference: a conference that is stored
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks for a conference in the directory. Nobody is asked.
 */
void
lanyard_directory_match_async (LanyardStore        *store,
                               LanyardConference   *conference,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  const LanyardConferenceFields *fields;
  GTask *task;
  Match *match;

  g_return_if_fail (LANYARD_IS_STORE (store));
  g_return_if_fail (LANYARD_IS_CONFERENCE (conference));

  fields = lanyard_conference_get_fields (conference);
  match = g_new0 (Match, 1);
  match->feed_id = g_strdup (fields->feed_id);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_directory_match_async);
  g_task_set_task_data (task, match, match_free);
  lanyard_store_find_feed_async (store, fields->uuid, cancellable, feed_found_cb, task);
}

/**
 * lanyard_directory_match_finish:
 * @result: what the callback was given
 * @error: a #LanyardStoreError or %G_IO_ERROR_CANCELLED
 *
 * Ends looking.
 *
 * Returns: (transfer full) (nullable): what the directory knows, %NULL without
 *   @error set if that is nothing
 */
LanyardListing *
lanyard_directory_match_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
