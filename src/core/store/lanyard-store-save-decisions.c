/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is yours follows a new programme: picks, notes and marks go to the new
 * keys of what they were made for, the history goes with them, and they learn
 * anew what they are of.
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
 * comes wins unless it was taken back, and two notes become one with the marks
 * of both. */
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
    "  SELECT n.conference, n.kind, m.new_key, n.text, n.is_seen, n.is_to_watch, n.changed_at, n.title, n.url, n.start,"
    "    n.persons"
    "  FROM temp.moves m CROSS JOIN notes n"
    "    ON n.conference = m.conference AND n.kind = m.kind AND n.key = m.old_key;"
    "DELETE FROM notes WHERE (conference, kind, key) IN (SELECT conference, kind, old_key FROM temp.moves);"
    "INSERT INTO notes (conference, kind, key, text, is_seen, is_to_watch, changed_at, title, url, start, persons)"
    "  SELECT * FROM temp.moved_notes WHERE TRUE"
    "  ON CONFLICT DO UPDATE SET"
    "    text = text || CASE WHEN text = '' OR excluded.text = '' THEN '' ELSE char(10) END || excluded.text,"
    "    is_seen = max (is_seen, excluded.is_seen), is_to_watch = max (is_to_watch, excluded.is_to_watch),"
    "    changed_at = max (changed_at, excluded.changed_at);"

    "UPDATE changes SET key = m.new_key FROM temp.moves m"
    "  WHERE m.conference = changes.conference AND m.kind = changes.item_kind AND m.old_key = changes.key;"
    "UPDATE conferences SET picks_revision = picks_revision + 1"
    "  WHERE id IN (SELECT conference FROM temp.moved_picks UNION SELECT conference FROM temp.moved_notes);"

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

/* Calls a function for each row about something in the programme. */
typedef void (*TakeTarget) (LanyardStatement *row,
                            gpointer          user_data);

static gboolean
for_each_row (LanyardDatabase  *database,
              const char       *sql,
              gint64            conference,
              TakeTarget        take,
              gpointer          user_data,
              GError          **error)
{
  g_autoptr (LanyardStatement) row = lanyard_statement_new (database, sql, error);
  g_autoptr (GError) failure = NULL;

  if (row == NULL)
    return FALSE;

  lanyard_statement_bind_number (row, conference);
  while (lanyard_statement_next (row, &failure))
    take (row, user_data);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
take_pick (LanyardStatement *row,
           gpointer          user_data)
{
  LanyardStoreMerge *merge = user_data;
  LanyardLevel level = lanyard_store_level_of_name (lanyard_statement_get_text (row, 2));
  GHashTable **keys = lanyard_level_is_picked (level) ? merge->picked : merge->left_out;

  if (level != LANYARD_LEVEL_NONE)
    g_hash_table_add (keys[lanyard_store_kind_of_name (lanyard_statement_get_text (row, 0))],
                      g_strdup (lanyard_statement_get_text (row, 1)));
}

static void
take_note (LanyardStatement *row,
           gpointer          user_data)
{
  LanyardStoreMerge *merge = user_data;

  g_hash_table_add (merge->noted[lanyard_store_kind_of_name (lanyard_statement_get_text (row, 0))],
                    g_strdup (lanyard_statement_get_text (row, 1)));
}

/*
 * lanyard_store_read_decided:
 * @conference: the number of the conference's row
 * @merge: is told what is picked, left out and noted
 *
 * Reads what something is decided about, under the keys that the stored
 * programme has.
 */
gboolean
lanyard_store_read_decided (LanyardDatabase    *database,
                            gint64              conference,
                            LanyardStoreMerge  *merge,
                            GError            **error)
{
  return for_each_row (database, "SELECT kind, key, level FROM picks WHERE conference = ?1", conference,
                       take_pick, merge, error) &&
         for_each_row (database,
                       "SELECT kind, key FROM notes"
                       "  WHERE conference = ?1 AND (text <> '' OR is_seen OR is_to_watch)",
                       conference, take_note, merge, error);
}

/*
 * lanyard_store_move_decided:
 * @conference: the number of the conference's row
 * @merge: which keys are new
 *
 * Gives picks, notes, marks and the history the keys that the new programme has.
 */
gboolean
lanyard_store_move_decided (LanyardDatabase    *database,
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

static void
take_target (LanyardStatement *row,
             gpointer          user_data)
{
  GPtrArray *targets = user_data;
  Target *target = g_new (Target, 1);

  target->kind = g_strdup (lanyard_statement_get_text (row, 0));
  target->key = g_strdup (lanyard_statement_get_text (row, 1));
  g_ptr_array_add (targets, target);
}

/* One by one: only where conference, kind and key are given does the planner
 * look a target up instead of going through all of them. */
static gboolean
remind (LanyardDatabase  *database,
        gint64            conference,
        const char       *list,
        const char       *update,
        GError          **error)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func (target_free);
  g_autoptr (LanyardStatement) statement = NULL;

  if (!for_each_row (database, list, conference, take_target, targets, error))
    return FALSE;

  statement = lanyard_statement_new (database, update, error);
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

#define REMIND(table)                                                                          \
  "UPDATE " table " SET title = t.title, url = t.url, start = t.start, persons = t.persons"    \
  "  FROM (SELECT * FROM targets WHERE conference = ?1 AND kind = ?2 AND key = ?3) t"          \
  "  WHERE " table ".conference = ?1 AND " table ".kind = ?2 AND " table ".key = ?3"

/*
 * lanyard_store_remind_decided:
 * @conference: the number of the conference's row
 *
 * Has each pick and note remember what it is of, should that vanish one day.
 */
gboolean
lanyard_store_remind_decided (LanyardDatabase  *database,
                              gint64            conference,
                              GError          **error)
{
  return remind (database, conference, "SELECT kind, key FROM picks WHERE conference = ?1", REMIND ("picks"), error) &&
         remind (database, conference, "SELECT kind, key FROM notes WHERE conference = ?1", REMIND ("notes"), error);
}
