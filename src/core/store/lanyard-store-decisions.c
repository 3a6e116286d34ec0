/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that you decided about a conference: reading it at once, also of a
 * conference that was removed while its plan is open.
 * The public functions are called in any thread with a main context, the
 * static ones on the worker thread. */

#include "config.h"

#include "lanyard-store-decisions.h"
#include "lanyard-store-names.h"

typedef struct
{
  const char *uuid;            /* borrowed */
  LanyardDecisions *decisions; /* owned, NULL until read */
} Reading;

/* Adds what a row says to the objects. */
typedef void (*TakeRow) (LanyardStatement *row,
                         GPtrArray        *objects);

static void
take_pick (LanyardStatement *row,
           GPtrArray        *picks)
{
  const char *key = lanyard_statement_need_text (row, 1);
  LanyardLevel level = lanyard_store_level_of_name (lanyard_statement_get_text (row, 2));

  /* What only a newer Lanyard knows, or a disk has made up, is none here. */
  if (level != LANYARD_LEVEL_NONE)
    g_ptr_array_add (picks, lanyard_pick_new (lanyard_store_kind_of_name (lanyard_statement_get_text (row, 0)), key,
                                              level, lanyard_statement_get_number (row, 3)));
}

static void
take_note (LanyardStatement *row,
           GPtrArray        *notes)
{
  g_ptr_array_add (notes, lanyard_note_new (lanyard_store_kind_of_name (lanyard_statement_get_text (row, 0)),
                                            lanyard_statement_need_text (row, 1), lanyard_statement_get_text (row, 2),
                                            lanyard_store_read_marks (row, 3), lanyard_statement_get_number (row, 5)));
}

static void
take_entry (LanyardStatement *row,
            GPtrArray        *entries)
{
  g_ptr_array_add (entries, lanyard_store_read_entry (row));
}

static GPtrArray *
read_rows (LanyardDatabase  *database,
           const char       *sql,
           gint64            conference,
           GDestroyNotify    free_object,
           TakeRow           take,
           GError          **error)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (free_object);
  g_autoptr (LanyardStatement) row = lanyard_statement_new (database, sql, error);
  g_autoptr (GError) failure = NULL;

  if (row == NULL)
    return NULL;

  lanyard_statement_bind_number (row, conference);
  while (lanyard_statement_next (row, &failure))
    take (row, objects);
  if (failure == NULL)
    return g_steal_pointer (&objects);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
read_decisions (LanyardDatabase  *database,
                gpointer          user_data,
                GError          **error)
{
  Reading *self = user_data;
  g_autoptr (GPtrArray) picks = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  gint64 conference;

  if (!lanyard_store_find_kept_conference (database, self->uuid, &conference, error) ||
      (picks = read_rows (database,
                          "SELECT kind, key, level, picked_at FROM picks WHERE conference = ?1 AND level <> 'none'",
                          conference, (GDestroyNotify) lanyard_pick_unref, take_pick, error)) == NULL ||
      (notes = read_rows (database,
                          "SELECT kind, key, text, is_seen, is_to_watch, changed_at FROM notes"
                          "  WHERE conference = ?1 AND (text <> '' OR is_seen OR is_to_watch)",
                          conference, (GDestroyNotify) lanyard_note_unref, take_note, error)) == NULL ||
      (entries = read_rows (database,
                            "SELECT " LANYARD_STORE_ENTRY_COLUMNS " FROM own_entries WHERE conference = ?1"
                            "  AND title <> '' AND start <= \"end\"",
                            conference, g_object_unref, take_entry, error)) == NULL)
    return FALSE;

  self->decisions = lanyard_decisions_new (picks, notes, entries);
  return TRUE;
}

/*
 * lanyard_store_read_decisions:
 * @uuid: a conference, removed or not
 *
 * Reads what is decided, inside a transaction.
 *
 * Returns: (transfer full) (nullable): the decisions, %NULL with @error set if it failed
 */
LanyardDecisions *
lanyard_store_read_decisions (LanyardDatabase  *database,
                              const char       *uuid,
                              GError          **error)
{
  Reading reading = { .uuid = uuid };

  return read_decisions (database, &reading, error) ? reading.decisions : NULL;
}

static gpointer
load_decisions (LanyardDatabase            *database,
                const LanyardStoreRequest  *request,
                GError                    **error)
{
  Reading reading = { .uuid = request->uuid };

  return lanyard_database_read (database, read_decisions, &reading, error) ? reading.decisions : NULL;
}

/*
 * lanyard_store_read_marks:
 * @row: a row
 * @column: the first of the two columns is_seen and is_to_watch
 */
LanyardMarks
lanyard_store_read_marks (LanyardStatement *row,
                          int               column)
{
  return (lanyard_statement_get_number (row, column) != 0 ? LANYARD_MARK_SEEN : 0) |
         (lanyard_statement_get_number (row, column + 1) != 0 ? LANYARD_MARK_WATCH_LATER : 0);
}

/*
 * lanyard_store_read_entry:
 * @row: a row of LANYARD_STORE_ENTRY_COLUMNS
 *
 * Returns: (transfer full): the own entry
 */
LanyardOwnEntry *
lanyard_store_read_entry (LanyardStatement *row)
{
  LanyardOwnEntryFields fields = {
    .uuid = lanyard_statement_need_text (row, 0),
    .kind = LANYARD_OWN_OTHER,
    .title = lanyard_statement_need_text (row, 2),
    .start = lanyard_statement_get_number (row, 3),
    .end = lanyard_statement_get_number (row, 4),
    .zone = lanyard_statement_get_text (row, 5),
    .place = lanyard_statement_get_text (row, 6),
    .people = lanyard_statement_get_text (row, 7),
    .note = lanyard_statement_get_text (row, 8),
    .changed_at = lanyard_statement_get_number (row, 9),
  };

  /* A kind that only a newer Lanyard knows stays "other" here. */
  if (lanyard_statement_get_text (row, 1) != NULL)
    lanyard_own_kind_from_name (lanyard_statement_get_text (row, 1), &fields.kind);
  return lanyard_own_entry_new (&fields);
}

/**
 * lanyard_store_load_decisions_async:
 * @self: a store
 * @uuid: a conference, also one that was removed
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Loads what is decided about a conference.
 */
void
lanyard_store_load_decisions_async (LanyardStore        *self,
                                    const char          *uuid,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (uuid != NULL);

  lanyard_store_post (self, lanyard_store_load_decisions_async, load_decisions,
                      &(LanyardStoreRequest) { .uuid = uuid }, (GDestroyNotify) lanyard_decisions_unref,
                      cancellable, callback, user_data);
}

/**
 * lanyard_store_load_decisions_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is no such conference
 *
 * Ends loading.
 *
 * Returns: (transfer full) (nullable): the decisions, or %NULL if it failed
 */
LanyardDecisions *
lanyard_store_load_decisions_finish (LanyardStore  *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_load_decisions_async, error);
}
