/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a database that was just opened ready for use: looks whose it is and how
 * new, sets how SQLite is to treat it, and migrates it where that is needed.
 * Called when the store is opened, on the store's worker thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-store-schema.h"
#include "lanyard-store.h"

static gboolean
refuse_newer (LanyardDatabase  *database,
              GError          **error)
{
  g_set_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NEWER,
               /* Translators: %s is a file's name */
               _("“%s” was written by a newer Lanyard. Please update this one."),
               lanyard_database_get_path (database));
  return FALSE;
}

static gboolean
refuse_foreign (LanyardDatabase  *database,
                GError          **error)
{
  g_set_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_DAMAGED,
               /* Translators: %s is a file's name */
               _("“%s” is a database of another program."), lanyard_database_get_path (database));
  return FALSE;
}

/* Looks whose the file is and how new, before anything in it is touched. All
 * of it is asked at once, for another process may be making the file. */
static gboolean
check_file (LanyardDatabase  *database,
            gpointer          user_data,
            GError          **error)
{
  gint64 *version = user_data;
  gint64 application_id;
  gint64 n_tables;

  if (!lanyard_database_get_number (database, "PRAGMA user_version", version, error) ||
      !lanyard_database_get_number (database, "PRAGMA application_id", &application_id, error) ||
      !lanyard_database_get_number (database, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  if (application_id != LANYARD_STORE_APPLICATION_ID && (n_tables > 0 || *version != 0))
    return refuse_foreign (database, error);
  if (*version > (gint64) lanyard_store_schema_get_version ())
    return refuse_newer (database, error);
  return TRUE;
}

/* Another process may have migrated while this one waited for the lock, so
 * the version is asked for once more. */
static gboolean
migrate (LanyardDatabase  *database,
         gpointer          user_data,
         GError          **error)
{
  g_autofree char *pragmas = NULL;
  gint64 version;

  if (!check_file (database, &version, error))
    return FALSE;

  if (!lanyard_store_schema_build (database, version, lanyard_store_schema_get_version (), error))
    return FALSE;

  pragmas = g_strdup_printf ("PRAGMA application_id = %" G_GINT64_FORMAT "; PRAGMA user_version = %u",
                             LANYARD_STORE_APPLICATION_ID, lanyard_store_schema_get_version ());
  return lanyard_database_execute (database, pragmas, error);
}

/*
 * lanyard_store_schema_prepare:
 * @database: a database that has just been opened
 *
 * Brings a file of any older version, or a new one, to this version, and
 * refuses what is not ours or too new without having changed it.
 *
 * A full sync at each commit is what makes an acknowledged star survive a
 * power cut. Descriptions are longer than a small page has room for, and each
 * page is written by itself, so that a new file gets larger ones.
 */
gboolean
lanyard_store_schema_prepare (LanyardDatabase  *database,
                              GError          **error)
{
  gint64 version;

  if (!lanyard_database_read (database, check_file, &version, error))
    return FALSE;

  if (version == 0 && !lanyard_database_execute (database, "PRAGMA page_size = 8192", error))
    return FALSE;
  if (!lanyard_database_use_log (database, error) ||
      !lanyard_database_execute (database,
                                 "PRAGMA synchronous = FULL;"
                                 "PRAGMA foreign_keys = ON;"
                                 "PRAGMA temp_store = MEMORY;"
                                 "PRAGMA journal_size_limit = 8000000",
                                 error))
    return FALSE;

  if (version == (gint64) lanyard_store_schema_get_version ())
    return TRUE;
  return lanyard_database_write (database, migrate, NULL, error);
}
