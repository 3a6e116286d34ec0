/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which zone the times of files are that name none: what is known of that
 * without asking anybody. The window asks then, with this for a proposal; the
 * command line takes it. Called on the main thread; the directory is read on one
 * of GTask's pool. */

#include "config.h"

#include "lanyard-directory-cache.h"
#include "lanyard-import.h"
#include "time/lanyard-zone.h"

static void
search_directory (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const LanyardConferenceFields *fields = lanyard_conference_get_fields (task_data);
  g_autoptr (LanyardDirectory) directory = lanyard_directory_load ();
  LanyardListing *listing = lanyard_directory_find_address (directory, fields->feed_id);

  if (listing == NULL && fields->url != NULL)
    listing = lanyard_directory_find_address (directory, fields->url);
  g_task_return_pointer (task, listing != NULL ? g_strdup (lanyard_listing_get_fields (listing)->zone) : NULL, g_free);
}

static void
stored_zone_found_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *zone = lanyard_store_find_zone_finish (LANYARD_STORE (source), result, &error);

  if (error != NULL && !g_error_matches (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (lanyard_import_knows_zone (zone))
    g_task_return_pointer (task, g_steal_pointer (&zone), g_free);
  else
    g_task_run_in_thread (task, search_directory);
}

/**
 * lanyard_import_lacks_zone:
 * @programme: what was read
 *
 * Says whether times were read that may be of any zone, for neither they nor
 * the files say of which.
 *
 * Returns: %TRUE if the zone is to be found out elsewhere
 */
gboolean
lanyard_import_lacks_zone (LanyardProgramme *programme)
{
  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), FALSE);

  return lanyard_programme_get_remarks (programme)->counts[LANYARD_REMARK_NO_ZONE] > 0;
}

/**
 * lanyard_import_knows_zone:
 * @zone: (nullable): the zone of a conference, as it is stored
 *
 * Says whether somebody knew that zone: UTC is what is stored when nobody did.
 *
 * Returns: %TRUE if it says something
 */
gboolean
lanyard_import_knows_zone (const char *zone)
{
  g_autoptr (LanyardZone) known = zone != NULL ? lanyard_zone_new (zone) : NULL;
  g_autoptr (LanyardZone) utc = lanyard_zone_new_utc ();

  return known != NULL && !lanyard_zone_equal (known, utc);
}

/**
 * lanyard_import_find_zone_async:
 * @store: where the conference may be
 * @programme: what was read
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks for the zone of a programme that lacks it: the one that the conference
 * had so far, else what the directory knows of it.
 */
void
lanyard_import_find_zone_async (LanyardStore        *store,
                                LanyardProgramme    *programme,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  LanyardConference *conference;
  GTask *task;

  g_return_if_fail (LANYARD_IS_STORE (store));
  g_return_if_fail (LANYARD_IS_PROGRAMME (programme));

  conference = lanyard_programme_get_conference (programme);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_import_find_zone_async);
  g_task_set_task_data (task, g_object_ref (conference), g_object_unref);
  lanyard_store_find_zone_async (store, lanyard_conference_get_fields (conference)->feed_id, cancellable,
                                 stored_zone_found_cb, task);
}

/**
 * lanyard_import_find_zone_finish:
 * @result: what the callback got
 * @error: why it failed: a #LanyardStoreError or %G_IO_ERROR_CANCELLED
 *
 * Ends looking.
 *
 * Returns: (transfer full) (nullable): the zone's name, %NULL without @error set
 *   if nobody knows it
 */
char *
lanyard_import_find_zone_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
