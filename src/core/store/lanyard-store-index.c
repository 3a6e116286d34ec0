/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts into the index for searching what it lacks. To index a programme takes
 * longer than to store it, so that saving only notes in `unindexed` what there
 * is to do, and it is done by the worker when it is idle, or else by the first
 * search. Every step is a transaction of its own that takes from `unindexed`
 * what it puts into the index: whatever ends a program between two of them, no
 * document is in the index twice or never.
 * Called by the worker, the search and the rescue, on the store's worker thread. */

#include "config.h"

#include "lanyard-store-index.h"

/* How many documents at a time: some hundredths of a second. */
#define SOME "(SELECT id FROM unindexed ORDER BY id LIMIT 1000)"

typedef struct
{
  gboolean is_complete;
} Step;

/* In the order of rows, for FTS5 writes down all that it has in memory at each
 * step back. */
static gboolean
take_step (LanyardDatabase  *database,
           gpointer          user_data,
           GError          **error)
{
  Step *step = user_data;
  gint64 is_lacking;

  if (!lanyard_database_execute (database,
                                 "INSERT INTO search (rowid, title, persons, session, room, words, description)"
                                 "  SELECT id, title, persons, session, room, words, description FROM documents"
                                 "    WHERE id IN " SOME " ORDER BY id;"
                                 "DELETE FROM unindexed WHERE id IN " SOME,
                                 error) ||
      !lanyard_database_get_number (database, LANYARD_STORE_INDEX_LACKS, &is_lacking, error))
    return FALSE;
  step->is_complete = !is_lacking;
  return TRUE;
}

/*
 * lanyard_store_index_advance:
 * @database: the database, in no transaction
 * @is_complete: (out): whether the index lacks nothing now
 *
 * Puts some of what the index lacks into it.
 */
gboolean
lanyard_store_index_advance (LanyardDatabase  *database,
                             gboolean         *is_complete,
                             GError          **error)
{
  Step step = { FALSE };
  gint64 is_lacking;

  if (!lanyard_database_get_number (database, LANYARD_STORE_INDEX_LACKS, &is_lacking, error) ||
      (is_lacking && !lanyard_database_write_aside (database, take_step, &step, error)))
    return FALSE;
  *is_complete = !is_lacking || step.is_complete;
  return TRUE;
}

/*
 * lanyard_store_index_complete:
 * @database: the database, in no transaction
 *
 * Puts into the index all that it lacks.
 */
gboolean
lanyard_store_index_complete (LanyardDatabase  *database,
                              GError          **error)
{
  gboolean is_complete = FALSE;

  while (!is_complete)
    if (!lanyard_store_index_advance (database, &is_complete, error))
      return FALSE;
  return TRUE;
}

static gboolean
rebuild (LanyardDatabase  *database,
         gpointer          user_data,
         GError          **error)
{
  gint64 can_lack;

  return lanyard_database_execute (database, "INSERT INTO search (search) VALUES ('rebuild')", error) &&
         lanyard_database_get_number (database, "SELECT count (*) FROM sqlite_schema WHERE name = 'unindexed'", &can_lack,
                                      error) &&
         (!can_lack || lanyard_database_execute (database, "DELETE FROM unindexed", error));
}

/*
 * lanyard_store_index_rebuild:
 * @database: the database, in no transaction
 *
 * Makes the index anew of all that is searched, also where the database is of
 * an older version.
 */
gboolean
lanyard_store_index_rebuild (LanyardDatabase  *database,
                             GError          **error)
{
  return lanyard_database_write (database, rebuild, NULL, error);
}
