/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where conferences come from: one address each, with what is known of what
 * the server gave last. One that was read from files has none.
 * The public functions are called in any thread with a main context, the
 * others on the worker thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-store-private.h"
#include "lanyard-store-save-private.h"

typedef struct
{
  const char *uuid;  /* borrowed */
  LanyardFeed *feed; /* owned */
} Finding;

static gboolean
find_row (LanyardDatabase  *database,
          gpointer          user_data,
          GError          **error)
{
  Finding *self = user_data;
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 conference;

  if (!lanyard_store_find_conference (database, self->uuid, &conference, error))
    return FALSE;

  row = lanyard_statement_new (database, "SELECT url, validators, digest FROM feeds WHERE conference = ?1", error);
  if (row == NULL)
    return FALSE;

  lanyard_statement_bind_number (row, conference);
  if (lanyard_statement_next (row, &failure))
    {
      self->feed = lanyard_feed_new (lanyard_statement_need_text (row, 0), lanyard_statement_get_text (row, 1),
                                     lanyard_statement_get_text (row, 2));
      return TRUE;
    }

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND,
                         _("This conference came from files, so there is no address to refresh it from."));
  return FALSE;
}

static gpointer
find_feed (LanyardDatabase            *database,
           const LanyardStoreRequest  *request,
           GError                    **error)
{
  Finding finding = { .uuid = request->uuid };

  if (lanyard_database_read (database, find_row, &finding, error))
    return finding.feed;

  g_clear_pointer (&finding.feed, lanyard_feed_unref);
  return NULL;
}

/*
 * lanyard_store_save_feed_row:
 * @conference: the number of the conference's row
 *
 * Keeps where a programme came from. Writes only what is not there already.
 */
gboolean
lanyard_store_save_feed_row (LanyardDatabase    *database,
                             gint64              conference,
                             const LanyardFeed  *feed,
                             GError            **error)
{
  g_autoptr (LanyardStatement) statement = NULL;

  statement = lanyard_statement_new (
      database,
      "INSERT INTO feeds (conference, url, validators, digest) VALUES (?1, ?2, ?3, ?4)"
      "  ON CONFLICT (conference) DO UPDATE"
      "    SET url = excluded.url, validators = excluded.validators, digest = excluded.digest"
      "    WHERE (url, validators, digest) IS NOT (excluded.url, excluded.validators, excluded.digest)",
      error);
  if (statement == NULL)
    return FALSE;

  lanyard_statement_bind_number (statement, conference);
  lanyard_statement_bind_text (statement, feed->url);
  lanyard_statement_bind_text (statement, feed->validators);
  lanyard_statement_bind_text (statement, feed->digest);
  return lanyard_statement_run (statement, error);
}

/*
 * lanyard_store_forget_documents:
 * @conference: the number of the conference's row
 *
 * Has the next refresh read everything, for the stored programme was not made
 * of what the feed gave last.
 */
gboolean
lanyard_store_forget_documents (LanyardDatabase  *database,
                                gint64            conference,
                                GError          **error)
{
  g_autoptr (LanyardStatement) statement = NULL;

  statement = lanyard_statement_new (database,
                                     "UPDATE feeds SET validators = NULL, digest = NULL WHERE conference = ?1", error);
  if (statement == NULL)
    return FALSE;

  lanyard_statement_bind_number (statement, conference);
  return lanyard_statement_run (statement, error);
}

/*
 * lanyard_store_forget_feed_row:
 * @conference: the number of the conference's row
 *
 * Has a conference come from files again.
 */
gboolean
lanyard_store_forget_feed_row (LanyardDatabase  *database,
                               gint64            conference,
                               GError          **error)
{
  g_autoptr (LanyardStatement) statement = NULL;

  statement = lanyard_statement_new (database, "DELETE FROM feeds WHERE conference = ?1", error);
  if (statement == NULL)
    return FALSE;

  lanyard_statement_bind_number (statement, conference);
  return lanyard_statement_run (statement, error);
}

/**
 * lanyard_store_find_feed_async:
 * @self: a store
 * @uuid: a conference
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks up where a conference's programme comes from.
 */
void
lanyard_store_find_feed_async (LanyardStore        *self,
                               const char          *uuid,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (uuid != NULL);

  lanyard_store_post (self, lanyard_store_find_feed_async, find_feed, &(LanyardStoreRequest) { .uuid = uuid },
                      (GDestroyNotify) lanyard_feed_unref, cancellable, callback, user_data);
}

/**
 * lanyard_store_find_feed_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is no such
 *   conference, or it was read from files
 *
 * Ends looking up.
 *
 * Returns: (transfer full) (nullable): the feed, or %NULL if there is none
 */
LanyardFeed *
lanyard_store_find_feed_finish (LanyardStore  *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_find_feed_async, error);
}
