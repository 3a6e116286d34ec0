/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is yours follows a new programme: picks and notes go to the new keys of
 * what they were made for, the history goes with them, and picks learn anew
 * what they are of.
 * Called by saving, on the store's worker thread, inside its transaction. */

#include "config.h"

#include "lanyard-store-names.h"
#include "lanyard-store-save-private.h"

/* A table that only this connection sees, so that one statement can give new
 * keys to many rows, however they change places. */
static const char make_moves[] =
    "CREATE TEMP TABLE moves ("
    "  conference INTEGER NOT NULL,"
    "  kind TEXT NOT NULL,"
    "  old_key TEXT NOT NULL,"
    "  new_key TEXT NOT NULL,"
    "  PRIMARY KEY (conference, kind, old_key)"
    ") WITHOUT ROWID";

/* Where there is a row already, of something that has long gone, the one that
 * comes wins unless it was taken back, and two notes become one. */
static const char apply_moves[] =
    "CREATE TEMP TABLE moved_picks AS"
    "  SELECT p.conference, p.kind, m.new_key, p.level, p.picked_at, p.title, p.url, p.start, p.persons"
    "  FROM temp.moves m CROSS JOIN picks p"
    "    ON p.conference = m.conference AND p.kind = m.kind AND p.key = m.old_key;"
    "DELETE FROM picks WHERE (conference, kind, key) IN (SELECT conference, kind, old_key FROM temp.moves);"
    "INSERT INTO picks (conference, kind, key, level, picked_at, title, url, start, persons)"
    "  SELECT * FROM temp.moved_picks WHERE TRUE"
    "  ON CONFLICT DO UPDATE SET level = excluded.level, picked_at = excluded.picked_at"
    "    WHERE excluded.level <> 'none';"

    "CREATE TEMP TABLE moved_notes AS"
    "  SELECT n.conference, n.kind, m.new_key, n.text, n.changed_at, n.title, n.url, n.start, n.persons"
    "  FROM temp.moves m CROSS JOIN notes n"
    "    ON n.conference = m.conference AND n.kind = m.kind AND n.key = m.old_key;"
    "DELETE FROM notes WHERE (conference, kind, key) IN (SELECT conference, kind, old_key FROM temp.moves);"
    "INSERT INTO notes (conference, kind, key, text, changed_at, title, url, start, persons)"
    "  SELECT * FROM temp.moved_notes WHERE TRUE"
    "  ON CONFLICT DO UPDATE SET text = text || char(10) || excluded.text;"

    "UPDATE changes SET key = m.new_key FROM temp.moves m"
    "  WHERE m.conference = changes.conference AND m.kind = changes.item_kind AND m.old_key = changes.key;"
    "UPDATE conferences SET picks_revision = picks_revision + 1"
    "  WHERE id IN (SELECT conference FROM temp.moved_picks);"

    "DROP TABLE temp.moved_notes;"
    "DROP TABLE temp.moved_picks;"
    "DROP TABLE temp.moves";

static gboolean
write_moves (LanyardStatement  *insert,
             gint64             conference,
             LanyardKind        kind,
             GHashTable        *moves,
             GError           **error)
{
  GHashTableIter iter;
  gpointer old_key;
  gpointer new_key;

  g_hash_table_iter_init (&iter, moves);
  while (g_hash_table_iter_next (&iter, &old_key, &new_key))
    {
      lanyard_statement_bind_number (insert, conference);
      lanyard_statement_bind_text (insert, lanyard_store_name_of_kind (kind));
      lanyard_statement_bind_text (insert, old_key);
      lanyard_statement_bind_text (insert, new_key);
      if (!lanyard_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_all_moves (LanyardDatabase    *database,
                 gint64              conference,
                 LanyardStoreMerge  *merge,
                 GError            **error)
{
  g_autoptr (LanyardStatement) insert = NULL;

  insert = lanyard_statement_new (database,
                                  "INSERT INTO temp.moves (conference, kind, old_key, new_key) VALUES (?, ?, ?, ?)",
                                  error);
  if (insert == NULL)
    return FALSE;

  for (guint kind = 0; kind < LANYARD_STORE_N_KINDS; kind++)
    if (!write_moves (insert, conference, kind, merge->moves[kind], error))
      return FALSE;
  return TRUE;
}

static LanyardStatement *
select_picks (LanyardDatabase  *database,
              gint64            conference,
              GError          **error)
{
  LanyardStatement *row = lanyard_statement_new (database, "SELECT kind, key, level FROM picks WHERE conference = ?1", error);

  if (row != NULL)
    lanyard_statement_bind_number (row, conference);
  return row;
}

/*
 * lanyard_store_read_picked:
 * @conference: the number of the conference's row
 * @merge: is told what is picked
 *
 * Reads what is picked, under the keys that the stored programme has.
 */
gboolean
lanyard_store_read_picked (LanyardDatabase    *database,
                           gint64              conference,
                           LanyardStoreMerge  *merge,
                           GError            **error)
{
  g_autoptr (LanyardStatement) row = select_picks (database, conference, error);
  g_autoptr (GError) failure = NULL;

  if (row == NULL)
    return FALSE;

  while (lanyard_statement_next (row, &failure))
    if (lanyard_store_level_of_name (lanyard_statement_get_text (row, 2)) != LANYARD_LEVEL_NONE)
      g_hash_table_add (merge->picked[lanyard_store_kind_of_name (lanyard_statement_get_text (row, 0))],
                        g_strdup (lanyard_statement_get_text (row, 1)));
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/*
 * lanyard_store_move_picks:
 * @conference: the number of the conference's row
 * @merge: which keys are new
 *
 * Gives picks, notes and the history the keys that the new programme has.
 */
gboolean
lanyard_store_move_picks (LanyardDatabase    *database,
                          gint64              conference,
                          LanyardStoreMerge  *merge,
                          GError            **error)
{
  return !lanyard_store_merge_has_moves (merge) ||
         (lanyard_database_execute (database, make_moves, error) &&
          write_all_moves (database, conference, merge, error) &&
          lanyard_database_execute (database, apply_moves, error));
}

typedef struct
{
  char *kind; /* owned */
  char *key;  /* owned */
} Target;

static void
target_free (gpointer data)
{
  Target *target = data;

  g_free (target->kind);
  g_free (target->key);
  g_free (target);
}

static GPtrArray *
list_targets (LanyardDatabase  *database,
              gint64            conference,
              GError          **error)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func (target_free);
  g_autoptr (LanyardStatement) row = select_picks (database, conference, error);
  g_autoptr (GError) failure = NULL;

  if (row == NULL)
    return NULL;

  while (lanyard_statement_next (row, &failure))
    {
      Target *target = g_new (Target, 1);

      target->kind = g_strdup (lanyard_statement_get_text (row, 0));
      target->key = g_strdup (lanyard_statement_get_text (row, 1));
      g_ptr_array_add (targets, target);
    }
  if (failure == NULL)
    return g_steal_pointer (&targets);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/*
 * lanyard_store_remind_picks:
 * @conference: the number of the conference's row
 *
 * Has each pick remember what it is of, should that vanish one day. One by
 * one: only where conference, kind and key are given does the planner look a
 * target up instead of going through all of them.
 */
gboolean
lanyard_store_remind_picks (LanyardDatabase  *database,
                            gint64            conference,
                            GError          **error)
{
  g_autoptr (GPtrArray) targets = list_targets (database, conference, error);
  g_autoptr (LanyardStatement) statement = NULL;

  if (targets == NULL)
    return FALSE;

  statement = lanyard_statement_new (
      database,
      "UPDATE picks SET title = t.title, url = t.url, start = t.start, persons = t.persons"
      "  FROM (SELECT * FROM targets WHERE conference = ?1 AND kind = ?2 AND key = ?3) t"
      "  WHERE picks.conference = ?1 AND picks.kind = ?2 AND picks.key = ?3",
      error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < targets->len; i++)
    {
      const Target *target = g_ptr_array_index (targets, i);

      lanyard_statement_bind_number (statement, conference);
      lanyard_statement_bind_text (statement, target->kind);
      lanyard_statement_bind_text (statement, target->key);
      if (!lanyard_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}
