/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a database is built as its version says: a header that was changed,
 * or a table that is lost, is damage that SQLite does not see.
 * Called when damage is suspected, on the store's worker thread. */

#include "config.h"

#include "lanyard-store-schema.h"

/* What a database consists of: its tables and views with their columns. Asking
 * for a view's also tries out whether it can be read. */
static gboolean
describe (LanyardDatabase  *database,
          char            **description,
          GError          **error)
{
  return lanyard_database_get_text (database,
                                    "SELECT ifnull(group_concat(line, char(10)), '') FROM"
                                    "  (SELECT s.name || '.' || c.name || ' ' || c.type || ' ' || c.pk AS line"
                                    "    FROM sqlite_schema s, pragma_table_info(s.name) c"
                                    "    WHERE s.type IN ('table', 'view') AND s.name NOT LIKE 'sqlite_%'"
                                    "    ORDER BY s.name, c.cid)",
                                    description, error);
}

/* Whether most of what should be there is: damage may have changed the rest,
 * and the mark of the program, too. */
static gboolean
is_alike (const char *description,
          const char *expected)
{
  g_auto (GStrv) lines = g_strsplit (description, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);
  guint n_found = 0;

  for (guint i = 0; expected_lines[i] != NULL; i++)
    n_found += g_strv_contains ((const char *const *) lines, expected_lines[i]);
  return n_found > g_strv_length (expected_lines) / 2;
}

static gboolean
describe_version (guint     version,
                  char    **description,
                  GError  **error)
{
  g_autoptr (LanyardDatabase) database = lanyard_database_open_existing (":memory:", error);

  return database != NULL && lanyard_store_schema_build (database, 0, version, error) &&
         describe (database, description, error);
}

/*
 * lanyard_store_schema_check:
 * @database: a database whose contents are whole
 * @is_built: (out): whether it is one of ours and built as its version says
 *
 * Looks at what the database consists of. One of another program, or of a
 * newer Lanyard, is none of our business and counts as built.
 *
 * Returns: %FALSE with @error set if it cannot be read
 */
gboolean
lanyard_store_schema_check (LanyardDatabase  *database,
                            gboolean         *is_built,
                            GError          **error)
{
  g_autofree char *description = NULL;
  g_autofree char *expected = NULL;
  gint64 application_id;
  gint64 version;

  if (!lanyard_database_get_number (database, "PRAGMA application_id", &application_id, error) ||
      !lanyard_database_get_number (database, "PRAGMA user_version", &version, error) ||
      !describe (database, &description, error))
    return FALSE;

  if (version < 0 || version > (gint64) lanyard_store_schema_get_version ())
    {
      *is_built = TRUE;
      return TRUE;
    }
  if (!describe_version (version, &expected, error))
    return FALSE;

  if (application_id == LANYARD_STORE_APPLICATION_ID)
    *is_built = g_str_equal (description, expected);
  else
    *is_built = !is_alike (description, expected);
  return TRUE;
}
