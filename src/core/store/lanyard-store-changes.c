/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds out what has changed in the database since the last look, no matter
 * which process changed it. Every conference has four counters, which grow
 * with its programme, its picks, the history of its changes and your choices.
 * Called by the worker, on its thread only. */

#include "config.h"

#include "lanyard-store-changes.h"

struct _LanyardStoreChanges
{
  GHashTable *known;     /* owned; uuid to Counters */
  gint64 data_version;   /* SQLite's counter of what other connections commit */
  gint64 n_own_changes;
};

typedef struct
{
  gint64 revision;
  gint64 picks_revision;
  gint64 changes_revision;
  gint64 choices_revision;
} Counters;

static GHashTable *
read_counters (LanyardDatabase *database)
{
  g_autoptr (GHashTable) counters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (LanyardStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  statement = lanyard_statement_new (database,
                                     "SELECT uuid, revision, picks_revision, changes_revision, choices_revision"
                                     "  FROM conferences"
                                     "  WHERE removed_at IS NULL",
                                     NULL);
  while (statement != NULL && lanyard_statement_next (statement, &error))
    {
      const char *uuid = lanyard_statement_get_text (statement, 0);
      Counters *row;

      /* In a damaged database even what is never NULL may be. */
      if (uuid == NULL)
        continue;
      row = g_new (Counters, 1);
      row->revision = lanyard_statement_get_number (statement, 1);
      row->picks_revision = lanyard_statement_get_number (statement, 2);
      row->changes_revision = lanyard_statement_get_number (statement, 3);
      row->choices_revision = lanyard_statement_get_number (statement, 4);
      g_hash_table_insert (counters, g_strdup (uuid), row);
    }

  return statement != NULL && error == NULL ? g_steal_pointer (&counters) : NULL;
}

static gboolean
may_have_changed (LanyardStoreChanges *self,
                  LanyardDatabase     *database)
{
  gint64 n_own_changes = lanyard_database_get_n_changes (database);
  gint64 data_version = 0;

  lanyard_database_get_number (database, "PRAGMA data_version", &data_version, NULL);
  if (self->known != NULL && data_version == self->data_version && n_own_changes == self->n_own_changes)
    return FALSE;

  self->data_version = data_version;
  self->n_own_changes = n_own_changes;
  return TRUE;
}

LanyardStoreChanges *
lanyard_store_changes_new (void)
{
  return g_new0 (LanyardStoreChanges, 1);
}

void
lanyard_store_changes_free (LanyardStoreChanges *self)
{
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_free (self);
}

static LanyardStoreNews *
compare_counters (GHashTable *before,
                  GHashTable *now)
{
  g_autoptr (LanyardStoreNews) news = g_new0 (LanyardStoreNews, 1);
  g_autoptr (GStrvBuilder) picks = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) histories = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) choices = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer uuid;
  gpointer value;

  news->conferences = g_hash_table_size (before) != g_hash_table_size (now);
  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &uuid, &value))
    {
      const Counters *new_row = value;
      const Counters *old_row = g_hash_table_lookup (before, uuid);

      if (old_row == NULL || old_row->revision != new_row->revision)
        news->conferences = TRUE;
      if (old_row != NULL && old_row->picks_revision != new_row->picks_revision)
        g_strv_builder_add (picks, uuid);
      if (old_row != NULL && old_row->changes_revision != new_row->changes_revision)
        g_strv_builder_add (histories, uuid);
      if (old_row != NULL && old_row->choices_revision != new_row->choices_revision)
        g_strv_builder_add (choices, uuid);
    }

  news->picks = g_strv_builder_end (picks);
  news->histories = g_strv_builder_end (histories);
  news->choices = g_strv_builder_end (choices);
  if (news->conferences || *news->picks != NULL || *news->histories != NULL || *news->choices != NULL)
    return g_steal_pointer (&news);
  return NULL;
}

void
lanyard_store_news_free (LanyardStoreNews *self)
{
  g_strfreev (self->picks);
  g_strfreev (self->histories);
  g_strfreev (self->choices);
  g_free (self);
}

/* Another file has taken the database's place: anything in it may differ, also
 * where the counters do not. */
void
lanyard_store_changes_doubt (LanyardStoreChanges *self)
{
  GHashTableIter iter;
  gpointer row;

  self->data_version = -1;
  if (self->known == NULL)
    return;
  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    memset (row, 0xff, sizeof (Counters));
}

/*
 * lanyard_store_changes_look:
 *
 * Compares with the last look. The first one finds nothing: it is what the
 * others compare with. One that fails is made up for by the next.
 *
 * Returns: (transfer full) (nullable): what has changed, %NULL for nothing
 */
LanyardStoreNews *
lanyard_store_changes_look (LanyardStoreChanges *self,
                            LanyardDatabase     *database)
{
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) now = NULL;

  if (!may_have_changed (self, database) || (now = read_counters (database)) == NULL)
    return NULL;

  before = g_steal_pointer (&self->known);
  self->known = g_hash_table_ref (now);
  return before != NULL ? compare_counters (before, now) : NULL;
}
