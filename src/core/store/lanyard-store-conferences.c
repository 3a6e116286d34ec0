/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of conferences: what there is, removing, and taking that back. A
 * removed conference is only hidden, with its programme and decisions, and is
 * deleted for good when the store is opened a month later; not if somebody
 * wrote notes or own entries for it, which only they may throw away.
 * The public functions are called in any thread with a main context, the
 * static ones on the worker thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-store-rows.h"
#include "lanyard-store-private.h"

/* The system's clock decides here, for this is housekeeping that no screen
 * shows. */
#define NOW "unixepoch ()"
#define A_MONTH "30 * 24 * 60 * 60"

#define IS_FORGOTTEN                                                                                \
  "removed_at < " NOW " - " A_MONTH                                                                 \
  "  AND NOT EXISTS (SELECT 1 FROM notes n WHERE n.conference = conferences.id AND n.text <> '')"   \
  "  AND NOT EXISTS (SELECT 1 FROM own_entries e WHERE e.conference = conferences.id)"

static gpointer
list (LanyardDatabase  *database,
      const char       *sql,
      GError          **error)
{
  g_autoptr (GPtrArray) conferences = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LanyardStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  statement = lanyard_statement_new (database, sql, error);
  if (statement == NULL)
    return NULL;

  while (lanyard_statement_next (statement, &failure))
    g_ptr_array_add (conferences, lanyard_store_rows_read_conference (statement, NULL, NULL));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&conferences);
}

static gpointer
list_conferences (LanyardDatabase            *database,
                  const LanyardStoreRequest  *request,
                  GError                    **error)
{
  return list (database,
               "SELECT " LANYARD_STORE_CONFERENCE_COLUMNS " FROM conferences"
               "  WHERE removed_at IS NULL"
               "  ORDER BY start IS NULL, start, title, id",
               error);
}

/* Without what waits to be added, which has no programme. */
static gpointer
list_removed (LanyardDatabase            *database,
              const LanyardStoreRequest  *request,
              GError                    **error)
{
  return list (database,
               "SELECT " LANYARD_STORE_CONFERENCE_COLUMNS " FROM conferences"
               "  WHERE removed_at IS NOT NULL AND imported_at IS NOT NULL"
               "  ORDER BY removed_at DESC, title, id",
               error);
}

static void
set_not_found (GError **error)
{
  g_set_error_literal (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND,
                       _("There is no such conference."));
}

/* Also of one that was removed: it would come back in that zone. */
static gpointer
find_zone (LanyardDatabase            *database,
           const LanyardStoreRequest  *request,
           GError                    **error)
{
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;

  row = lanyard_statement_new (database,
                               "SELECT zone FROM conferences WHERE feed_id = ?1 AND imported_at IS NOT NULL"
                               "  ORDER BY removed_at IS NOT NULL, id LIMIT 1",
                               error);
  if (row == NULL)
    return NULL;

  lanyard_statement_bind_text (row, request->key);
  if (lanyard_statement_next (row, &failure))
    return g_strdup (lanyard_statement_need_text (row, 0));

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    set_not_found (error);
  return NULL;
}

static gpointer
change_conference (LanyardDatabase  *database,
                   const char       *uuid,
                   const char       *sql,
                   GError          **error)
{
  g_autoptr (LanyardStatement) statement = lanyard_statement_new (database, sql, error);
  gint64 n_changes = lanyard_database_get_n_changes (database);

  if (statement == NULL)
    return NULL;

  lanyard_statement_bind_text (statement, uuid);
  if (!lanyard_statement_run (statement, error))
    return NULL;
  if (lanyard_database_get_n_changes (database) == n_changes)
    {
      set_not_found (error);
      return NULL;
    }
  return GINT_TO_POINTER (TRUE);
}

static gpointer
remove_conference (LanyardDatabase            *database,
                   const LanyardStoreRequest  *request,
                   GError                    **error)
{
  return change_conference (database, request->uuid,
                            "UPDATE conferences SET removed_at = " NOW
                            "  WHERE uuid = ?1 AND removed_at IS NULL",
                            error);
}

static gpointer
forget_conference (LanyardDatabase            *database,
                   const LanyardStoreRequest  *request,
                   GError                    **error)
{
  return change_conference (database, request->uuid, "DELETE FROM conferences WHERE uuid = ?1", error);
}

/* Who restores what is not removed has what they want. */
static gpointer
restore_conference (LanyardDatabase            *database,
                    const LanyardStoreRequest  *request,
                    GError                    **error)
{
  return change_conference (database, request->uuid,
                            "UPDATE conferences SET removed_at = NULL WHERE uuid = ?1",
                            error);
}

static gboolean
find_conference (LanyardDatabase  *database,
                 const char       *sql,
                 const char       *uuid,
                 gint64           *conference,
                 GError          **error)
{
  g_autoptr (LanyardStatement) statement = lanyard_statement_new (database, sql, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  lanyard_statement_bind_text (statement, uuid);
  if (lanyard_statement_next (statement, &failure))
    {
      *conference = lanyard_statement_get_number (statement, 0);
      return TRUE;
    }

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    set_not_found (error);
  return FALSE;
}

/*
 * lanyard_store_find_conference:
 * @uuid: a conference that is not removed
 * @conference: (out): the number of its row
 *
 * Looks a conference up, or fails with %LANYARD_STORE_ERROR_NOT_FOUND.
 */
gboolean
lanyard_store_find_conference (LanyardDatabase  *database,
                               const char       *uuid,
                               gint64           *conference,
                               GError          **error)
{
  return find_conference (database, "SELECT id FROM conferences WHERE uuid = ?1 AND removed_at IS NULL", uuid,
                          conference, error);
}

/*
 * lanyard_store_find_kept_conference:
 * @uuid: a conference, removed or not
 * @conference: (out): the number of its row
 *
 * Looks a conference up whose decisions are read or changed: who writes a note
 * while another program removes the conference has written it.
 */
gboolean
lanyard_store_find_kept_conference (LanyardDatabase  *database,
                                    const char       *uuid,
                                    gint64           *conference,
                                    GError          **error)
{
  return find_conference (database, "SELECT id FROM conferences WHERE uuid = ?1", uuid, conference, error);
}

/*
 * lanyard_store_purge:
 *
 * Deletes what was removed a month ago, but for what has notes or own entries. Asks first, so that opening the store
 * does not wait for another process that writes.
 */
gboolean
lanyard_store_purge (LanyardDatabase  *database,
                     GError          **error)
{
  gint64 n_old;

  if (!lanyard_database_get_number (database,
                                    "SELECT count(*) FROM conferences WHERE " IS_FORGOTTEN, &n_old, error))
    return FALSE;
  if (n_old == 0)
    return TRUE;
  return lanyard_database_execute (database,
                                   "DELETE FROM conferences WHERE " IS_FORGOTTEN, error);
}

/**
 * lanyard_store_list_conferences_async:
 * @self: a store
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists the conferences that are not removed.
 */
void
lanyard_store_list_conferences_async (LanyardStore        *self,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));

  lanyard_store_post (self, lanyard_store_list_conferences_async, list_conferences, NULL,
                      (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * lanyard_store_list_conferences_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed
 *
 * Ends listing. The conferences come by start, those without one last; their
 * chairs and links are left out.
 *
 * Returns: (transfer full) (element-type LanyardConference) (nullable): the
 *   conferences, or %NULL if it failed
 */
GPtrArray *
lanyard_store_list_conferences_finish (LanyardStore  *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_list_conferences_async, error);
}

/**
 * lanyard_store_find_zone_async:
 * @self: a store
 * @feed_id: what a programme says of itself
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks up in which zone a conference is, as it is stored, even if it was
 * removed.
 */
void
lanyard_store_find_zone_async (LanyardStore        *self,
                               const char          *feed_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (feed_id != NULL);

  lanyard_store_post (self, lanyard_store_find_zone_async, find_zone, &(LanyardStoreRequest) { .key = feed_id }, g_free,
                      cancellable, callback, user_data);
}

/**
 * lanyard_store_find_zone_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is no such conference
 *
 * Ends looking up.
 *
 * Returns: (transfer full) (nullable): the zone, by its name
 */
char *
lanyard_store_find_zone_finish (LanyardStore  *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_find_zone_async, error);
}

/**
 * lanyard_store_list_removed_async:
 * @self: a store
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists the conferences that are removed and can still be restored.
 */
void
lanyard_store_list_removed_async (LanyardStore        *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));

  lanyard_store_post (self, lanyard_store_list_removed_async, list_removed, NULL, (GDestroyNotify) g_ptr_array_unref,
                      cancellable, callback, user_data);
}

/**
 * lanyard_store_list_removed_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed
 *
 * Ends listing.
 *
 * Returns: (transfer full) (element-type LanyardConference) (nullable): the
 *   conferences, the one that was removed last first, or %NULL if it failed
 */
GPtrArray *
lanyard_store_list_removed_finish (LanyardStore  *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_list_removed_async, error);
}

/**
 * lanyard_store_remove_conference_async:
 * @self: a store
 * @uuid: a conference
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Removes a conference from all lists. For a month it can be restored, or
 * added again, with its picks; with notes or own entries of yours it can be
 * for ever, until [method@LanyardStore.forget_conference_async].
 */
void
lanyard_store_remove_conference_async (LanyardStore        *self,
                                       const char          *uuid,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (uuid != NULL);

  lanyard_store_post (self, lanyard_store_remove_conference_async, remove_conference,
                      &(LanyardStoreRequest) { .uuid = uuid }, NULL, cancellable, callback, user_data);
}

/**
 * lanyard_store_remove_conference_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is none
 *
 * Ends removing.
 *
 * Returns: whether it was removed
 */
gboolean
lanyard_store_remove_conference_finish (LanyardStore  *self,
                                        GAsyncResult  *result,
                                        GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_remove_conference_async, error) != NULL;
}

/**
 * lanyard_store_forget_conference_async:
 * @self: a store
 * @uuid: a conference, removed or not
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Deletes a conference for good, with picks, notes and own entries.
 */
void
lanyard_store_forget_conference_async (LanyardStore        *self,
                                       const char          *uuid,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (uuid != NULL);

  lanyard_store_post (self, lanyard_store_forget_conference_async, forget_conference,
                      &(LanyardStoreRequest) { .uuid = uuid }, NULL, cancellable, callback, user_data);
}

/**
 * lanyard_store_forget_conference_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is none
 *
 * Ends forgetting.
 *
 * Returns: whether it is gone
 */
gboolean
lanyard_store_forget_conference_finish (LanyardStore  *self,
                                        GAsyncResult  *result,
                                        GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_forget_conference_async, error) != NULL;
}

/**
 * lanyard_store_restore_conference_async:
 * @self: a store
 * @uuid: a conference that was removed
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Takes back what [method@LanyardStore.remove_conference_async] did.
 */
void
lanyard_store_restore_conference_async (LanyardStore        *self,
                                        const char          *uuid,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (uuid != NULL);

  lanyard_store_post (self, lanyard_store_restore_conference_async, restore_conference,
                      &(LanyardStoreRequest) { .uuid = uuid }, NULL, cancellable, callback, user_data);
}

/**
 * lanyard_store_restore_conference_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is none
 *
 * Ends restoring.
 *
 * Returns: whether it is there again
 */
gboolean
lanyard_store_restore_conference_finish (LanyardStore  *self,
                                         GAsyncResult  *result,
                                         GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_restore_conference_async, error) != NULL;
}
