/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what can be read of a damaged database into a good one: all picks,
 * notes and own entries that are newer there, and conferences that the good
 * one does not have. Of these a programme is taken only if it is whole; the
 * next refresh brings it otherwise.
 *
 * Where a table cannot be read on, it is read from its other end as well.
 * Called by rescuing, on the store's worker thread. */

#include "config.h"

#include "lanyard-store-salvage.h"
#include "lanyard-store-save-private.h"

/* What is yours, and what says which of two rows is the newer one. */
static const struct
{
  const char *table;
  const char *order;
  const char *newer;
} yours[] = {
  { "picks", "conference DESC, kind DESC, key DESC", "picked_at" },
  { "notes", "conference DESC, kind DESC, key DESC", "changed_at" },
  { "own_entries", "conference DESC, uuid DESC", "changed_at" },
};

/* What a conference consists of, besides what is yours. */
static const char *const parts[] = {
  "rooms",
  "persons",
  "sessions",
  "blocks",
  "talks",
  "parts",
  "breaks",
  "credits",
  "links",
  "documents",
  "changes",
  "choices",
  "feeds",
};

typedef struct
{
  LanyardDatabase *damaged; /* borrowed */
  LanyardDatabase *target;  /* borrowed */
  GHashTable *conferences;  /* owned; the numbers of rows there to those here */
  gint64 n_saved;           /* rows of what is yours */
} Salvage;

static void
salvage_clear (Salvage *self)
{
  g_clear_pointer (&self->conferences, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Salvage, salvage_clear)

/* The columns that a table has on both sides, the conference's number first
 * and without numbers of its own. */
static char **
list_columns (Salvage    *self,
              const char *table)
{
  static const char sql[] = "SELECT name FROM pragma_table_info(?1) WHERE name NOT IN ('conference', 'id')";
  g_autoptr (LanyardStatement) here = lanyard_statement_new (self->target, sql, NULL);
  g_autoptr (LanyardStatement) there = lanyard_statement_new (self->damaged, sql, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();

  if (here == NULL || there == NULL)
    return NULL;

  lanyard_statement_bind_text (there, table);
  while (lanyard_statement_next (there, NULL))
    g_hash_table_add (names, g_strdup (lanyard_statement_get_text (there, 0)));
  lanyard_statement_bind_text (here, table);
  while (lanyard_statement_next (here, NULL))
    if (g_hash_table_contains (names, lanyard_statement_get_text (here, 0)))
      g_strv_builder_take (columns, g_strdup_printf ("\"%s\"", lanyard_statement_get_text (here, 0)));
  return g_strv_builder_end (columns);
}

static char *
dup_marks (guint n_columns)
{
  GString *marks = g_string_new ("?");

  for (guint i = 1; i < n_columns; i++)
    g_string_append (marks, ", ?");
  return g_string_free_and_steal (marks);
}

static gboolean
is_valid (LanyardStatement *row,
          guint             n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    if (lanyard_statement_is_text (row, i) && !g_utf8_validate (lanyard_statement_get_text (row, i), -1, NULL))
      return FALSE;
  return TRUE;
}

/* Copies rows for as long as they can be read; @conference is the number here,
 * or 0 to look each row's up, and to do without a row that does not fit. */
static gboolean
copy_rows (Salvage           *self,
           LanyardStatement  *row,
           LanyardStatement  *insert,
           guint              n_columns,
           gint64             conference,
           GError           **error)
{
  g_autoptr (GError) failure = NULL;

  while (lanyard_statement_next (row, &failure))
    {
      gint64 number = lanyard_statement_get_number (row, 0);
      gint64 *known = g_hash_table_lookup (self->conferences, &number);

      if ((conference == 0 && known == NULL) || !is_valid (row, n_columns))
        continue;
      lanyard_statement_bind_number (insert, conference != 0 ? conference : *known);
      for (guint i = 1; i < n_columns; i++)
        lanyard_statement_bind_column (insert, row, i);
      if (!lanyard_statement_run (insert, conference != 0 ? &failure : NULL) && conference != 0)
        break;
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Whichever of two rows about the same thing is newer stays. */
static char *
dup_upsert (const char  *table,
            char       **columns,
            const char  *newer)
{
  g_autofree char *names = g_strjoinv (", ", columns);
  g_autofree char *marks = dup_marks (g_strv_length (columns) + 1);
  g_autoptr (GString) sets = g_string_new (NULL);

  for (guint i = 0; columns[i] != NULL; i++)
    g_string_append_printf (sets, "%s%s = excluded.%s", i > 0 ? ", " : "", columns[i], columns[i]);
  return g_strdup_printf ("INSERT INTO %s (conference, %s) VALUES (%s)"
                          "  ON CONFLICT DO UPDATE SET %s WHERE excluded.%s > %s.%s",
                          table, names, marks, sets->str, newer, table, newer);
}

/* Reads one table of what is yours, from both ends if it must be. */
static void
save_yours (Salvage    *self,
            const char *table,
            const char *order,
            const char *newer)
{
  g_auto (GStrv) columns = list_columns (self, table);
  g_autofree char *names = columns != NULL ? g_strjoinv (", ", columns) : NULL;
  g_autofree char *upsert = NULL;
  g_autofree char *forth = NULL;
  g_autofree char *back = NULL;
  g_autoptr (LanyardStatement) insert = NULL;
  g_autoptr (LanyardStatement) row = NULL;
  gint64 n_changes = lanyard_database_get_n_changes (self->target);
  guint n_columns;

  if (columns == NULL || *columns == NULL)
    return;

  n_columns = g_strv_length (columns) + 1;
  upsert = dup_upsert (table, columns, newer);
  forth = g_strdup_printf ("SELECT conference, %s FROM %s", names, table);
  back = g_strdup_printf ("%s ORDER BY %s", forth, order);
  insert = lanyard_statement_new (self->target, upsert, NULL);
  row = lanyard_statement_new (self->damaged, forth, NULL);
  if (insert != NULL && row != NULL && !copy_rows (self, row, insert, n_columns, 0, NULL))
    {
      g_clear_pointer (&row, lanyard_statement_free);
      row = lanyard_statement_new (self->damaged, back, NULL);
      if (row != NULL)
        copy_rows (self, row, insert, n_columns, 0, NULL);
    }
  self->n_saved += lanyard_database_get_n_changes (self->target) - n_changes;
}

static gboolean
copy_part (Salvage     *self,
           const char  *table,
           gint64       there,
           gint64       here,
           GError     **error)
{
  g_auto (GStrv) columns = list_columns (self, table);
  g_autofree char *names = columns != NULL ? g_strjoinv (", ", columns) : NULL;
  g_autofree char *marks = NULL;
  g_autofree char *read = NULL;
  g_autofree char *write = NULL;
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (LanyardStatement) insert = NULL;

  if (columns == NULL || *columns == NULL)
    return TRUE;

  marks = dup_marks (g_strv_length (columns) + 1);
  /* The plus keeps SQLite from asking an index, which may be what is damaged. */
  read = g_strdup_printf ("SELECT conference, %s FROM %s WHERE +conference = ?1", names, table);
  write = g_strdup_printf ("INSERT INTO %s (conference, %s) VALUES (%s)", table, names, marks);
  row = lanyard_statement_new (self->damaged, read, error);
  insert = row != NULL ? lanyard_statement_new (self->target, write, error) : NULL;
  if (insert == NULL)
    return FALSE;
  lanyard_statement_bind_number (row, there);
  return copy_rows (self, row, insert, g_strv_length (columns) + 1, here, error);
}

/* A page that lost rows without a trace is noticed by their number. */
static gboolean
has_all (Salvage *self,
         gint64   here)
{
  g_autoptr (LanyardStatement) row = NULL;

  row = lanyard_statement_new (self->target,
                               "SELECT n_talks <= (SELECT count(*) FROM talks WHERE conference = c.id)"
                               "    AND n_sessions <= (SELECT count(*) FROM sessions WHERE conference = c.id)"
                               "  FROM conferences c WHERE id = ?1",
                               NULL);
  if (row == NULL)
    return FALSE;
  lanyard_statement_bind_number (row, here);
  return lanyard_statement_next (row, NULL) && lanyard_statement_get_number (row, 0) != 0;
}

/* All of a conference's programme, or nothing of it. */
static gboolean
copy_programme (Salvage  *self,
                gint64    there,
                gint64    here,
                GError  **error)
{
  gboolean is_whole = TRUE;

  if (!lanyard_database_execute (self->target, "SAVEPOINT programme", error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (parts) && is_whole; i++)
    is_whole = copy_part (self, parts[i], there, here, NULL);
  is_whole = is_whole && has_all (self, here) && lanyard_store_save_finds (self->target, here, NULL);
  if (!is_whole)
    {
      g_autofree char *sql = g_strdup_printf ("ROLLBACK TO programme;"
                                              "UPDATE conferences SET n_talks = 0, n_sessions = 0"
                                              "  WHERE id = %" G_GINT64_FORMAT,
                                              here);

      if (!lanyard_database_execute (self->target, sql, error))
        return FALSE;
      copy_part (self, "choices", there, here, NULL);
      copy_part (self, "feeds", there, here, NULL);
      if (!lanyard_database_execute (self->target, "UPDATE feeds SET validators = NULL, digest = NULL"
                                                   "  WHERE conference NOT IN (SELECT conference FROM talks)",
                                     error))
        return FALSE;
    }
  return lanyard_database_execute (self->target, "RELEASE programme", error);
}

static void
remember (Salvage *self,
          gint64   there,
          gint64   here)
{
  g_hash_table_insert (self->conferences, g_memdup2 (&there, sizeof there), g_memdup2 (&here, sizeof here));
}

static gint64
find_here (Salvage    *self,
           const char *uuid)
{
  g_autoptr (LanyardStatement) row =
      lanyard_statement_new (self->target, "SELECT id FROM conferences WHERE uuid = ?1", NULL);

  if (row == NULL)
    return 0;
  lanyard_statement_bind_text (row, uuid);
  return lanyard_statement_next (row, NULL) ? lanyard_statement_get_number (row, 0) : 0;
}

/* @row has the number, the uuid and then all columns of the conference. */
static gboolean
save_conference (Salvage           *self,
                 LanyardStatement  *row,
                 LanyardStatement  *insert,
                 guint              n_columns,
                 GError           **error)
{
  gint64 there = lanyard_statement_get_number (row, 0);
  gint64 here;
  gint64 n_changes = lanyard_database_get_n_changes (self->target);

  if (!is_valid (row, n_columns) || !lanyard_statement_is_text (row, 1))
    return TRUE;
  here = find_here (self, lanyard_statement_get_text (row, 1));
  if (here != 0)
    {
      remember (self, there, here);
      return TRUE;
    }

  for (guint i = 2; i < n_columns; i++)
    lanyard_statement_bind_column (insert, row, i);
  /* One that does not fit is no reason to lose the others. */
  if (!lanyard_statement_run (insert, NULL) || lanyard_database_get_n_changes (self->target) == n_changes)
    return TRUE;
  here = lanyard_database_get_last_id (self->target);
  remember (self, there, here);
  return copy_programme (self, there, here, error);
}

/* A backup's conferences have the numbers that they had in the database. They
 * are taken for known until it is read that they are not. */
static gboolean
expect_same_numbers (Salvage  *self,
                     GError  **error)
{
  g_autoptr (LanyardStatement) row = lanyard_statement_new (self->target, "SELECT id FROM conferences", error);

  if (row == NULL)
    return FALSE;
  while (lanyard_statement_next (row, NULL))
    remember (self, lanyard_statement_get_number (row, 0), lanyard_statement_get_number (row, 0));
  return TRUE;
}

static gboolean
save_conferences (Salvage  *self,
                  GError  **error)
{
  g_auto (GStrv) columns = list_columns (self, "conferences");
  g_autofree char *names = columns != NULL ? g_strjoinv (", ", columns) : NULL;
  g_autofree char *marks = NULL;
  g_autofree char *read = NULL;
  g_autofree char *write = NULL;
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (LanyardStatement) insert = NULL;

  if (columns == NULL || *columns == NULL)
    return TRUE;

  marks = dup_marks (g_strv_length (columns));
  read = g_strdup_printf ("SELECT id, uuid, %s FROM conferences", names);
  write = g_strdup_printf ("INSERT OR IGNORE INTO conferences (%s) VALUES (%s)", names, marks);
  row = lanyard_statement_new (self->damaged, read, NULL);
  insert = lanyard_statement_new (self->target, write, error);
  if (insert == NULL)
    return FALSE;
  while (row != NULL && lanyard_statement_next (row, NULL))
    if (!save_conference (self, row, insert, g_strv_length (columns) + 2, error))
      return FALSE;
  return TRUE;
}

static gboolean
salvage_in_transaction (LanyardDatabase  *target,
                        gpointer          user_data,
                        GError          **error)
{
  Salvage *self = user_data;

  if (!expect_same_numbers (self, error) || !save_conferences (self, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (yours); i++)
    save_yours (self, yours[i].table, yours[i].order, yours[i].newer);
  return TRUE;
}

/*
 * lanyard_store_salvage:
 * @damaged: what is read
 * @target: what it is brought into, built as this version builds it
 * @n_saved: (out): how many picks, notes and own entries came
 *
 * Brings over what can be read.
 *
 * Returns: %FALSE with @error set if @target cannot be written
 */
gboolean
lanyard_store_salvage (LanyardDatabase  *damaged,
                       LanyardDatabase  *target,
                       guint            *n_saved,
                       GError          **error)
{
  g_auto (Salvage) salvage = { .damaged = damaged, .target = target };

  salvage.conferences = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (!lanyard_database_write (target, salvage_in_transaction, &salvage, error))
    return FALSE;

  *n_saved = salvage.n_saved;
  return TRUE;
}
