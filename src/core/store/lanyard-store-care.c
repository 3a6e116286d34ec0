/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done for the database around all requests: opening it, whatever
 * state it was left in, and making the backup that is due.
 * Called by the worker, on its thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-store-backups.h"
#include "lanyard-store-care.h"
#include "lanyard-store-private.h"
#include "lanyard-store-rescue.h"
#include "lanyard-store-schema.h"
#include "lanyard-tokenizer.h"

/* An older Lanyard can still read what is kept here, and so can somebody who
 * looks for what a migration lost. Without room for it there is none, and the
 * migration is a transaction all the same. */
static void
keep_older (LanyardDatabase *database)
{
  g_autoptr (GError) error = NULL;
  gint64 application_id;
  gint64 version;

  if (lanyard_database_get_number (database, "PRAGMA user_version", &version, NULL) &&
      lanyard_database_get_number (database, "PRAGMA application_id", &application_id, NULL) &&
      application_id == LANYARD_STORE_APPLICATION_ID && version > 0 &&
      version < (gint64) lanyard_store_schema_get_version () &&
      !lanyard_store_backups_keep_version (database, version, &error))
    g_info ("No backup was made before the migration: %s", error->message);
}

/*
 * lanyard_store_care_open:
 * @path: the database's file
 * @cancellable: (nullable): to cancel it
 *
 * Opens the database, ready for requests; made or brought to this version
 * where that is needed.
 */
LanyardDatabase *
lanyard_store_care_open (const char    *path,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (LanyardDatabase) database = NULL;

  if (!lanyard_store_rescue_complete (path, error))
    return NULL;
  if (lanyard_store_rescue_is_emptied (path))
    {
      g_set_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_DAMAGED,
                   /* Translators: %s is a file's name */
                   _("“%s” is damaged, or no database at all."), path);
      return NULL;
    }

  database = lanyard_database_open (path, cancellable, error);
  if (database != NULL)
    keep_older (database);
  if (database == NULL ||
      !lanyard_tokenizer_add_rating (database, error) ||
      !lanyard_store_schema_prepare (database, error) ||
      !lanyard_store_purge (database, error))
    return NULL;
  return g_steal_pointer (&database);
}

/*
 * lanyard_store_care_back_up:
 * @database: the database, open
 *
 * Makes a backup if one is due, of a database that is sound. Whether it is,
 * nobody would notice else before it is too late.
 *
 * Returns: %FALSE with @error set if it was not made; with
 *   %LANYARD_STORE_ERROR_DAMAGED for a database that is not sound
 */
gboolean
lanyard_store_care_back_up (LanyardDatabase  *database,
                            GError          **error)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gboolean is_sound;

  if (!lanyard_store_backups_is_due (database, now))
    return TRUE;
  if (!lanyard_store_rescue_is_sound (database, &is_sound, error))
    return FALSE;
  if (is_sound)
    return lanyard_store_backups_make (database, now, error);

  g_set_error_literal (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_DAMAGED, lanyard_database_get_path (database));
  return FALSE;
}
