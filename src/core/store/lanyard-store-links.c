/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an outline leaves out and a page of many talks needs at once: where to
 * watch them, live or later, and where people talk about them.
 * The public functions are called in any thread with a main context, the
 * static ones on the worker thread. */

#include "config.h"

#include "lanyard-store-names.h"
#include "lanyard-store-private.h"

typedef struct
{
  const char *uuid;  /* borrowed */
  GHashTable *links; /* borrowed: key of a talk -> GPtrArray of LanyardLink */
} Listing;

static void
add_link (Listing          *self,
          LanyardStatement *row)
{
  const char *key = lanyard_statement_need_text (row, 0);
  GPtrArray *links = g_hash_table_lookup (self->links, key);

  if (links == NULL)
    {
      links = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_link_unref);
      g_hash_table_insert (self->links, g_strdup (key), links);
    }
  g_ptr_array_add (links, lanyard_link_new (lanyard_statement_need_text (row, 1), lanyard_statement_get_text (row, 2),
                                            lanyard_store_link_kind_of_name (lanyard_statement_get_text (row, 3)),
                                            lanyard_statement_get_text (row, 4),
                                            lanyard_statement_get_number (row, 5)));
}

static gboolean
list_rows (LanyardDatabase  *database,
           gpointer          user_data,
           GError          **error)
{
  Listing *self = user_data;
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 conference;

  if (!lanyard_store_find_conference (database, self->uuid, &conference, error))
    return FALSE;

  row = lanyard_statement_new (database,
                               "SELECT t.key, l.url, l.title, l.kind, l.content_type, l.size FROM links l"
                               "  CROSS JOIN talks t ON t.conference = l.conference AND t.number = l.owner"
                               "  WHERE l.conference = ?1 AND l.owner_kind = 'talk'"
                               "    AND l.kind IN ('recording', 'stream', 'chat', 'pad')"
                               "  ORDER BY l.owner, l.position",
                               error);
  if (row == NULL)
    return FALSE;

  g_hash_table_remove_all (self->links);
  lanyard_statement_bind_number (row, conference);
  while (lanyard_statement_next (row, &failure))
    add_link (self, row);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gpointer
list_talk_links (LanyardDatabase            *database,
                 const LanyardStoreRequest  *request,
                 GError                    **error)
{
  g_autoptr (GHashTable) links =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  Listing listing = { .uuid = request->uuid, .links = links };

  if (!lanyard_database_read (database, list_rows, &listing, error))
    return NULL;
  return g_steal_pointer (&links);
}

/**
 * lanyard_store_list_talk_links_async:
 * @self: a store
 * @uuid: a conference
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists the recordings, streams, chats and shared notes of all talks of a
 * conference.
 */
void
lanyard_store_list_talk_links_async (LanyardStore        *self,
                                     const char          *uuid,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (uuid != NULL);

  lanyard_store_post (self, lanyard_store_list_talk_links_async, list_talk_links,
                      &(LanyardStoreRequest) { .uuid = uuid }, (GDestroyNotify) g_hash_table_unref, cancellable,
                      callback, user_data);
}

/**
 * lanyard_store_list_talk_links_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is no such conference
 *
 * Ends listing.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GPtrArray): for each
 *   talk that has some, by its key, an array of LanyardLink; %NULL if it failed
 */
GHashTable *
lanyard_store_list_talk_links_finish (LanyardStore  *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_list_talk_links_async, error);
}
