/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stores what makes a search complete and fast: documents of the rooms and
 * breaks, of which nobody but the search asks, what of all is new and has to be
 * indexed, and a narrow row for each document with what results are ordered by, for the
 * documents are wide and a single letter is found in nearly all of them.
 * Called by saving, on the store's worker thread, inside its transaction and
 * after the rows and texts that it is made of. */

#include "config.h"

#include "lanyard-store-save-private.h"

/* Each with the conference's number as the only parameter. */
static const char *const statements[] = {
  "DELETE FROM documents WHERE conference = ?1 AND kind = 'room'"
  "  AND key NOT IN (SELECT name FROM rooms WHERE conference = ?1)",
  "DELETE FROM documents WHERE conference = ?1 AND kind = 'break'"
  "  AND key NOT IN (SELECT key FROM breaks WHERE conference = ?1)",

  "INSERT INTO documents (conference, kind, key, title, words, description_format)"
  "  SELECT conference, 'room', name, name, venue, 'plain' FROM rooms"
  "    WHERE conference = ?1 GROUP BY name"
  "  ON CONFLICT DO UPDATE SET words = excluded.words WHERE words IS NOT excluded.words",
  "INSERT INTO documents (conference, kind, key, title, session, room, description, description_format)"
  "  SELECT b.conference, 'break', b.key, b.title, s.title, r.name, b.description, 'plain' FROM breaks b"
  "    LEFT JOIN sessions s ON s.conference = b.conference AND s.number = b.session"
  "    LEFT JOIN rooms r ON r.conference = b.conference AND r.number = b.room"
  "    WHERE b.conference = ?1"
  "  ON CONFLICT DO UPDATE SET title = excluded.title, session = excluded.session, room = excluded.room,"
  "      description = excluded.description"
  "    WHERE (title, session, room, description)"
  "      IS NOT (excluded.title, excluded.session, excluded.room, excluded.description)",

  /* What has no row in finds yet is new, and not in the index. */
  "INSERT INTO unindexed (id)"
  "  SELECT d.id FROM documents d LEFT JOIN finds f ON f.id = d.id"
  "    WHERE d.conference = ?1 AND f.id IS NULL ORDER BY d.id",
  /* Talks lead, for their documents were stored in their order. */
  "DELETE FROM finds WHERE conference = ?1",
  "INSERT INTO finds (id, conference, kind, start, \"end\")"
  "  SELECT d.id, d.conference, d.kind, t.start, t.\"end\" FROM talks t"
  "    CROSS JOIN documents d ON d.conference = t.conference AND d.kind = 'talk' AND d.key = t.key"
  "    WHERE t.conference = ?1",
  "INSERT INTO finds (id, conference, kind, start, \"end\")"
  "  SELECT d.id, d.conference, d.kind, b.start, b.\"end\" FROM documents d"
  "    JOIN breaks b ON b.conference = d.conference AND b.key = d.key"
  "    WHERE d.conference = ?1 AND d.kind = 'break'",
  "INSERT INTO finds (id, conference, kind, start, \"end\")"
  "  SELECT d.id, d.conference, d.kind, o.start, o.\"end\" FROM documents d"
  "    JOIN sessions s ON s.conference = d.conference AND s.key = d.key"
  "    LEFT JOIN (SELECT session, min (start) AS start, max (\"end\") AS \"end\" FROM blocks"
  "      WHERE conference = ?1 GROUP BY session) o"
  "      ON o.session = s.number"
  "    WHERE d.conference = ?1 AND d.kind = 'session'",
  "INSERT INTO finds (id, conference, kind)"
  "  SELECT id, conference, kind FROM documents WHERE conference = ?1 AND kind IN ('person', 'room')",
};

/*
 * lanyard_store_save_finds:
 * @conference: the number of the conference's row
 *
 * Brings up to date what is searched beside the texts of talks and sessions.
 */
gboolean
lanyard_store_save_finds (LanyardDatabase  *database,
                          gint64            conference,
                          GError          **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (LanyardStatement) statement = lanyard_statement_new (database, statements[i], error);

      if (statement == NULL)
        return FALSE;
      lanyard_statement_bind_number (statement, conference);
      if (!lanyard_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}
