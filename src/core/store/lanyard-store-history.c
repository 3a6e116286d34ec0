/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each refresh found to be different, kept until the conference goes:
 * written by saving, listed for whoever wants to know, marked when seen.
 * The public functions are called in any thread with a main context, the
 * others on the worker thread. */

#include "config.h"

#include "lanyard-store-names.h"
#include "lanyard-store-private.h"
#include "lanyard-store-save-private.h"

typedef struct
{
  const LanyardStoreRequest *request; /* borrowed */
  GPtrArray *changes;                 /* borrowed */
} Listing;

/* %NULL for a kind that this version does not know. */
static LanyardChange *
read_change (LanyardStatement *row)
{
  LanyardChangeKind kind;

  if (!lanyard_change_kind_from_name (lanyard_statement_need_text (row, 2), &kind))
    return NULL;

  return lanyard_change_new (&(LanyardChangeFields) {
    .id = lanyard_statement_get_number (row, 0),
    .uuid = lanyard_statement_need_text (row, 1),
    .kind = kind,
    .item_kind = lanyard_store_kind_of_name (lanyard_statement_get_text (row, 3)),
    .key = lanyard_statement_need_text (row, 4),
    .title = lanyard_statement_need_text (row, 5),
    .noticed_at = lanyard_statement_get_number (row, 6),
    .is_mine = lanyard_statement_get_number (row, 7) != 0,
    .is_seen = lanyard_statement_get_number (row, 8) != 0,
    .old_text = lanyard_statement_get_text (row, 9),
    .new_text = lanyard_statement_get_text (row, 10),
    .old_start = lanyard_statement_get_time (row, 11),
    .old_end = lanyard_statement_get_time (row, 12),
    .new_start = lanyard_statement_get_time (row, 13),
    .new_end = lanyard_statement_get_time (row, 14),
  });
}

/* No conference stands for all of them. */
static gboolean
list_rows (LanyardDatabase  *database,
           gpointer          user_data,
           GError          **error)
{
  Listing *self = user_data;
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 conference;

  if (self->request->uuid != NULL &&
      !lanyard_store_find_conference (database, self->request->uuid, &conference, error))
    return FALSE;

  row = lanyard_statement_new (
      database,
      "SELECT h.id, c.uuid, h.kind, h.item_kind, h.key, h.title, h.noticed_at, h.is_mine, h.is_seen,"
      "    h.old_text, h.new_text, h.old_start, h.old_end, h.new_start, h.new_end"
      "  FROM changes h JOIN conferences c ON c.id = h.conference"
      "  WHERE c.removed_at IS NULL AND (?1 IS NULL OR c.uuid = ?1) AND (?2 IS NULL OR h.noticed_at >= ?2)"
      "  ORDER BY h.noticed_at DESC, h.conference, h.id",
      error);
  if (row == NULL)
    return FALSE;

  lanyard_statement_bind_text (row, self->request->uuid);
  lanyard_statement_bind_time (row, self->request->instant);
  while (lanyard_statement_next (row, &failure))
    {
      LanyardChange *change = read_change (row);

      if (change != NULL)
        g_ptr_array_add (self->changes, change);
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gpointer
list_changes (LanyardDatabase            *database,
              const LanyardStoreRequest  *request,
              GError                    **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_object_unref);
  Listing listing = { .request = request, .changes = changes };

  return lanyard_database_read (database, list_rows, &listing, error) ? g_steal_pointer (&changes) : NULL;
}

static gboolean
grow_revision (LanyardDatabase  *database,
               gint64            conference,
               GError          **error)
{
  g_autoptr (LanyardStatement) statement = NULL;

  statement = lanyard_statement_new (database,
                                     "UPDATE conferences SET changes_revision = changes_revision + 1 WHERE id = ?1",
                                     error);
  if (statement == NULL)
    return FALSE;

  lanyard_statement_bind_number (statement, conference);
  return lanyard_statement_run (statement, error);
}

static gboolean
see_rows (LanyardDatabase  *database,
          gpointer          user_data,
          GError          **error)
{
  const LanyardStoreRequest *request = user_data;
  g_autoptr (LanyardStatement) statement = NULL;
  gint64 n_changes = lanyard_database_get_n_changes (database);
  gint64 conference;

  if (!lanyard_store_find_conference (database, request->uuid, &conference, error))
    return FALSE;

  statement = lanyard_statement_new (database,
                                     "UPDATE changes SET is_seen = 1"
                                     "  WHERE conference = ?1 AND id <= ?2 AND is_seen = 0",
                                     error);
  if (statement == NULL)
    return FALSE;

  lanyard_statement_bind_number (statement, conference);
  lanyard_statement_bind_number (statement, request->last_id);
  if (!lanyard_statement_run (statement, error))
    return FALSE;
  return lanyard_database_get_n_changes (database) == n_changes || grow_revision (database, conference, error);
}

static gpointer
see_changes (LanyardDatabase            *database,
             const LanyardStoreRequest  *request,
             GError                    **error)
{
  return GINT_TO_POINTER (lanyard_database_write (database, see_rows, (gpointer) request, error));
}

static gboolean
write_change (LanyardStatement           *insert,
              gint64                      conference,
              const LanyardChangeFields  *fields,
              GError                    **error)
{
  lanyard_statement_bind_number (insert, conference);
  lanyard_statement_bind_number (insert, fields->noticed_at);
  lanyard_statement_bind_text (insert, lanyard_change_kind_name (fields->kind));
  lanyard_statement_bind_text (insert, lanyard_store_name_of_kind (fields->item_kind));
  lanyard_statement_bind_text (insert, fields->key);
  lanyard_statement_bind_text (insert, fields->title);
  lanyard_statement_bind_number (insert, fields->is_mine);
  lanyard_statement_bind_number (insert, fields->is_seen);
  lanyard_statement_bind_text (insert, fields->old_text);
  lanyard_statement_bind_text (insert, fields->new_text);
  lanyard_statement_bind_time (insert, fields->old_start);
  lanyard_statement_bind_time (insert, fields->old_end);
  lanyard_statement_bind_time (insert, fields->new_start);
  lanyard_statement_bind_time (insert, fields->new_end);
  return lanyard_statement_run (insert, error);
}

/*
 * lanyard_store_note_changes:
 * @conference: the number of the conference's row
 * @changes: (element-type LanyardChange): what a refresh noticed, without ids
 *
 * Adds to a conference's history.
 *
 * Returns: (transfer full) (element-type LanyardChange) (nullable): the same
 *   with their ids, or %NULL if it failed
 */
GPtrArray *
lanyard_store_note_changes (LanyardDatabase  *database,
                            gint64            conference,
                            GPtrArray        *changes,
                            GError          **error)
{
  g_autoptr (GPtrArray) noted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LanyardStatement) insert = NULL;

  if (changes->len == 0)
    return g_steal_pointer (&noted);

  insert = lanyard_statement_new (database,
                                  "INSERT INTO changes (conference, noticed_at, kind, item_kind, key, title,"
                                  "    is_mine, is_seen, old_text, new_text, old_start, old_end, new_start, new_end)"
                                  "  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                  error);
  if (insert == NULL)
    return NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      LanyardChangeFields fields = *lanyard_change_get_fields (g_ptr_array_index (changes, i));

      if (!write_change (insert, conference, &fields, error))
        return NULL;
      fields.id = lanyard_database_get_last_id (database);
      g_ptr_array_add (noted, lanyard_change_new (&fields));
    }
  return grow_revision (database, conference, error) ? g_steal_pointer (&noted) : NULL;
}

/**
 * lanyard_store_list_changes_async:
 * @self: a store
 * @uuid: (nullable): a conference, %NULL for all of them
 * @since: UTC seconds: noticed then or later, %LANYARD_NO_TIME for all
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists what refreshes have found to be different.
 */
void
lanyard_store_list_changes_async (LanyardStore        *self,
                                  const char          *uuid,
                                  gint64               since,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));

  lanyard_store_post (self, lanyard_store_list_changes_async, list_changes,
                      &(LanyardStoreRequest) { .uuid = uuid, .instant = since },
                      (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * lanyard_store_list_changes_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is no such conference
 *
 * Ends listing. The newest refresh comes first, its changes in timetable
 * order.
 *
 * Returns: (transfer full) (element-type LanyardChange) (nullable): the
 *   changes, or %NULL if it failed
 */
GPtrArray *
lanyard_store_list_changes_finish (LanyardStore  *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_list_changes_async, error);
}

/**
 * lanyard_store_see_changes_async:
 * @self: a store
 * @uuid: a conference
 * @last_id: the highest id that was looked at; newer changes stay unseen
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Marks a conference's changes as seen.
 */
void
lanyard_store_see_changes_async (LanyardStore        *self,
                                 const char          *uuid,
                                 gint64               last_id,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (uuid != NULL);

  lanyard_store_post (self, lanyard_store_see_changes_async, see_changes,
                      &(LanyardStoreRequest) { .uuid = uuid, .last_id = last_id }, NULL,
                      cancellable, callback, user_data);
}

/**
 * lanyard_store_see_changes_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is no such conference
 *
 * Ends marking.
 *
 * Returns: whether they are marked
 */
gboolean
lanyard_store_see_changes_finish (LanyardStore  *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_see_changes_async, error) != NULL;
}
