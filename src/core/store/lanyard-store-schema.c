/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shape of the database and how it came to be: numbered migrations, each
 * of which turns version N - 1 into version N and is never edited once it has
 * been released. `PRAGMA user_version` says which version a file has.
 * Called when the store is opened (lanyard-store-prepare.c) and when one is made
 * to compare with, on the store's worker thread.
 *
 * What to know before reading the tables:
 *
 * - Instants are UTC seconds, NULL where the programme does not say. What is
 *   an enum in C is a name here.
 * - A conference's uuid is its name outside; inside, `conference` is the small
 *   number of its row.
 * - What a programme consists of is numbered from 0 within its conference, in
 *   the order in which it is shown, and replaced as a whole by the next
 *   import. Rows refer to each other by these numbers, so that a programme is
 *   read with one pass over each table.
 * - `documents` has the long texts of talks, sessions and persons, and what is
 *   searched: an outline hardly touches it, and the search index takes its
 *   contents from it. Its rows stay when a programme is replaced, so that only
 *   what changed is indexed anew. Rooms and breaks have one for being found only.
 *   `finds` has in a narrow row of each what a search orders by, `unindexed` those
 *   that the index lacks yet: the next search, or who has nothing to do, adds them.
 * - What vanishes from a feed while it is picked stays in the programme,
 *   cancelled, until nobody picks it any more.
 * - `feeds` says where a programme comes from: an address is what a conference
 *   has, not what it is. `changes` is the history of what differed.
 * - picks, notes and own entries are yours. They refer to keys, not to
 *   numbers, and no import deletes them. They remember what they were made
 *   for, in case that it vanishes or comes back under another key. A pick that
 *   was taken back stays, with the level "none", so that it can be undone, and
 *   so does a note whose text and marks are gone. `picks_revision` counts the
 *   edits of all three.
 * - A conference that is removed in the far future and was never imported waits:
 *   a backup knew it, and what is decided about it is there when it is added.
 * - `choices` is what you chose for a conference: small texts by name, whose
 *   meaning the store does not know. No import touches them. */

#include "config.h"

#include "lanyard-store-schema.h"

static const char version_1[] =
    "CREATE TABLE conferences ("
    "  id INTEGER PRIMARY KEY,"
    "  uuid TEXT NOT NULL UNIQUE,"
    "  feed_id TEXT NOT NULL UNIQUE,"
    "  revision INTEGER NOT NULL,"
    "  picks_revision INTEGER NOT NULL,"
    "  removed_at INTEGER,"
    "  imported_at INTEGER,"
    "  title TEXT NOT NULL,"
    "  start INTEGER,"
    "  \"end\" INTEGER,"
    "  zone TEXT NOT NULL,"
    "  venue TEXT,"
    "  address TEXT,"
    "  url TEXT,"
    "  description TEXT,"
    "  description_format TEXT NOT NULL,"
    "  organizer TEXT,"
    "  language TEXT,"
    "  label TEXT,"
    "  label_message TEXT,"
    "  is_cancelled INTEGER NOT NULL,"
    "  n_talks INTEGER NOT NULL,"
    "  n_sessions INTEGER NOT NULL,"
    "  n_skipped INTEGER NOT NULL"
    ") STRICT;"

    "CREATE TABLE rooms ("
    "  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,"
    "  number INTEGER NOT NULL,"
    "  name TEXT NOT NULL,"
    "  venue TEXT,"
    "  PRIMARY KEY (conference, number)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE persons ("
    "  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,"
    "  number INTEGER NOT NULL,"
    "  key TEXT NOT NULL,"
    "  name TEXT NOT NULL,"
    "  affiliation TEXT,"
    "  email TEXT,"
    "  PRIMARY KEY (conference, number)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE sessions ("
    "  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,"
    "  number INTEGER NOT NULL,"
    "  key TEXT NOT NULL,"
    "  title TEXT NOT NULL,"
    "  code TEXT,"
    "  type TEXT,"
    "  color TEXT,"
    "  is_poster INTEGER NOT NULL,"
    "  url TEXT,"
    "  PRIMARY KEY (conference, number),"
    "  UNIQUE (conference, key)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE blocks ("
    "  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,"
    "  number INTEGER NOT NULL,"
    "  key TEXT NOT NULL,"
    "  title TEXT NOT NULL,"
    "  start INTEGER,"
    "  \"end\" INTEGER,"
    "  room INTEGER,"
    "  session INTEGER NOT NULL,"
    "  PRIMARY KEY (conference, number)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE talks ("
    "  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,"
    "  number INTEGER NOT NULL,"
    "  key TEXT NOT NULL,"
    "  title TEXT NOT NULL,"
    "  start INTEGER,"
    "  \"end\" INTEGER,"
    "  duration INTEGER NOT NULL,"
    "  room INTEGER,"
    "  session INTEGER,"
    "  block INTEGER,"
    "  url TEXT,"
    "  type TEXT,"
    "  track TEXT,"
    "  code TEXT,"
    "  board TEXT,"
    "  keywords TEXT,"
    "  PRIMARY KEY (conference, number),"
    "  UNIQUE (conference, key)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE parts ("
    "  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,"
    "  number INTEGER NOT NULL,"
    "  talk INTEGER NOT NULL,"
    "  key TEXT NOT NULL,"
    "  title TEXT NOT NULL,"
    "  duration INTEGER NOT NULL,"
    "  PRIMARY KEY (conference, talk, number)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE breaks ("
    "  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,"
    "  number INTEGER NOT NULL,"
    "  key TEXT NOT NULL,"
    "  title TEXT NOT NULL,"
    "  start INTEGER,"
    "  \"end\" INTEGER,"
    "  room INTEGER,"
    "  session INTEGER,"
    "  block INTEGER,"
    "  description TEXT,"
    "  PRIMARY KEY (conference, number),"
    "  UNIQUE (conference, key)"
    ") STRICT, WITHOUT ROWID;"

    /* The owner is the number of a session, block, talk or part, or 0 for
     * what is the conference's own. */
    "CREATE TABLE credits ("
    "  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,"
    "  owner_kind TEXT NOT NULL,"
    "  owner INTEGER NOT NULL,"
    "  position INTEGER NOT NULL,"
    "  person INTEGER NOT NULL,"
    "  role TEXT NOT NULL,"
    "  PRIMARY KEY (conference, owner_kind, owner, position)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE links ("
    "  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,"
    "  owner_kind TEXT NOT NULL,"
    "  owner INTEGER NOT NULL,"
    "  position INTEGER NOT NULL,"
    "  kind TEXT NOT NULL,"
    "  url TEXT NOT NULL,"
    "  title TEXT,"
    "  content_type TEXT,"
    "  size INTEGER NOT NULL,"
    "  PRIMARY KEY (conference, owner_kind, owner, position)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE documents ("
    "  id INTEGER PRIMARY KEY,"
    "  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,"
    "  kind TEXT NOT NULL,"
    "  key TEXT NOT NULL,"
    "  title TEXT NOT NULL,"
    "  persons TEXT,"
    "  session TEXT,"
    "  room TEXT,"
    "  words TEXT,"
    "  description TEXT,"
    "  description_format TEXT NOT NULL,"
    "  minutes TEXT,"
    "  UNIQUE (conference, kind, key)"
    ") STRICT;"

    "CREATE VIRTUAL TABLE search USING fts5 ("
    "  title, persons, session, room, words, description,"
    "  content='documents', content_rowid='id',"
    "  tokenize='unicode61 remove_diacritics 2'"
    ");"
    "INSERT INTO search (search, rank) VALUES ('rank', 'bm25(12.0, 6.0, 3.0, 3.0, 2.0, 1.0)');"

    "CREATE TRIGGER documents_after_insert AFTER INSERT ON documents BEGIN"
    "  INSERT INTO search (rowid, title, persons, session, room, words, description)"
    "  VALUES (new.id, new.title, new.persons, new.session, new.room, new.words, new.description);"
    "END;"
    "CREATE TRIGGER documents_after_delete AFTER DELETE ON documents BEGIN"
    "  INSERT INTO search (search, rowid, title, persons, session, room, words, description)"
    "  VALUES ('delete', old.id, old.title, old.persons, old.session, old.room, old.words, old.description);"
    "END;"
    "CREATE TRIGGER documents_after_update"
    "  AFTER UPDATE OF title, persons, session, room, words, description ON documents BEGIN"
    "  INSERT INTO search (search, rowid, title, persons, session, room, words, description)"
    "  VALUES ('delete', old.id, old.title, old.persons, old.session, old.room, old.words, old.description);"
    "  INSERT INTO search (rowid, title, persons, session, room, words, description)"
    "  VALUES (new.id, new.title, new.persons, new.session, new.room, new.words, new.description);"
    "END;"

    "CREATE TABLE picks ("
    "  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,"
    "  kind TEXT NOT NULL,"
    "  key TEXT NOT NULL,"
    "  level TEXT NOT NULL,"
    "  picked_at INTEGER NOT NULL,"
    "  title TEXT,"
    "  url TEXT,"
    "  start INTEGER,"
    "  persons TEXT,"
    "  PRIMARY KEY (conference, kind, key)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE notes ("
    "  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,"
    "  kind TEXT NOT NULL,"
    "  key TEXT NOT NULL,"
    "  text TEXT NOT NULL,"
    "  changed_at INTEGER NOT NULL,"
    "  title TEXT,"
    "  url TEXT,"
    "  start INTEGER,"
    "  persons TEXT,"
    "  PRIMARY KEY (conference, kind, key)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE own_entries ("
    "  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,"
    "  uuid TEXT NOT NULL,"
    "  title TEXT NOT NULL,"
    "  start INTEGER NOT NULL,"
    "  \"end\" INTEGER NOT NULL,"
    "  place TEXT,"
    "  text TEXT,"
    "  changed_at INTEGER NOT NULL,"
    "  PRIMARY KEY (conference, uuid)"
    ") STRICT, WITHOUT ROWID;"

    /* What can be picked, and what a pick remembers of it. */
    "CREATE VIEW targets (conference, kind, key, title, url, start, persons) AS"
    "  SELECT t.conference, 'talk', t.key, t.title, t.url, t.start,"
    "    (SELECT group_concat(p.name, char(10)) FROM credits c"
    "       JOIN persons p ON p.conference = c.conference AND p.number = c.person"
    "       WHERE c.conference = t.conference AND c.owner_kind = 'talk' AND c.owner = t.number"
    "         AND c.role = 'speaker')"
    "    FROM talks t"
    "  UNION ALL"
    "  SELECT s.conference, 'session', s.key, s.title, s.url, NULL, NULL FROM sessions s"
    "  UNION ALL"
    "  SELECT b.conference, 'break', b.key, b.title, NULL, b.start, NULL FROM breaks b;";

static const char version_2[] =
    "ALTER TABLE conferences ADD COLUMN changes_revision INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE sessions ADD COLUMN is_cancelled INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE blocks ADD COLUMN is_cancelled INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE talks ADD COLUMN is_cancelled INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE breaks ADD COLUMN is_cancelled INTEGER NOT NULL DEFAULT 0;"

    "CREATE TABLE feeds ("
    "  conference INTEGER PRIMARY KEY REFERENCES conferences ON DELETE CASCADE,"
    "  url TEXT NOT NULL,"
    "  validators TEXT,"
    "  digest TEXT"
    ") STRICT;"

    /* The ids only ever grow, for whoever looked at changes remembers the
     * last one. */
    "CREATE TABLE changes ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,"
    "  noticed_at INTEGER NOT NULL,"
    "  kind TEXT NOT NULL,"
    "  item_kind TEXT NOT NULL,"
    "  key TEXT NOT NULL,"
    "  title TEXT NOT NULL,"
    "  is_mine INTEGER NOT NULL,"
    "  is_seen INTEGER NOT NULL,"
    "  old_text TEXT,"
    "  new_text TEXT,"
    "  old_start INTEGER,"
    "  old_end INTEGER,"
    "  new_start INTEGER,"
    "  new_end INTEGER"
    ") STRICT;"
    "CREATE INDEX changes_by_refresh ON changes (conference, noticed_at);";

static const char version_3[] =
    "ALTER TABLE conferences ADD COLUMN choices_revision INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE talks ADD COLUMN language TEXT;"

    "CREATE TABLE choices ("
    "  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,"
    "  name TEXT NOT NULL,"
    "  value TEXT NOT NULL,"
    "  PRIMARY KEY (conference, name)"
    ") STRICT, WITHOUT ROWID;"

    /* The key of a row is the id of its document. */
    "CREATE TABLE finds ("
    "  id INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,"
    "  conference INTEGER NOT NULL,"
    "  kind TEXT NOT NULL,"
    "  start INTEGER,"
    "  \"end\" INTEGER"
    ") STRICT;"
    "CREATE INDEX finds_by_conference ON finds (conference);"

    /* Who types begins with one letter, which half of all words may have. */
    "DROP TABLE search;"
    "CREATE VIRTUAL TABLE search USING fts5 ("
    "  title, persons, session, room, words, description,"
    "  content='documents', content_rowid='id', prefix='1 2',"
    "  tokenize='unicode61 remove_diacritics 2'"
    ");"
    "INSERT INTO search (search) VALUES ('rebuild');"

    "INSERT INTO documents (conference, kind, key, title, words, description_format)"
    "  SELECT conference, 'person', key, name, affiliation, 'plain' FROM persons GROUP BY conference, key;"
    "INSERT INTO documents (conference, kind, key, title, words, description_format)"
    "  SELECT conference, 'room', name, name, venue, 'plain' FROM rooms GROUP BY conference, name;"
    "INSERT INTO documents (conference, kind, key, title, session, room, description, description_format)"
    "  SELECT b.conference, 'break', b.key, b.title, s.title, r.name, b.description, 'plain' FROM breaks b"
    "    LEFT JOIN sessions s ON s.conference = b.conference AND s.number = b.session"
    "    LEFT JOIN rooms r ON r.conference = b.conference AND r.number = b.room;"

    "INSERT INTO finds (id, conference, kind, start, \"end\")"
    "  SELECT d.id, d.conference, d.kind,"
    "    CASE d.kind WHEN 'talk' THEN t.start WHEN 'break' THEN b.start WHEN 'session' THEN o.start END,"
    "    CASE d.kind WHEN 'talk' THEN t.\"end\" WHEN 'break' THEN b.\"end\" WHEN 'session' THEN o.\"end\" END"
    "    FROM documents d"
    "      LEFT JOIN sessions s ON s.conference = d.conference AND s.key = d.key AND d.kind = 'session'"
    "      LEFT JOIN (SELECT conference, session, min (start) AS start, max (\"end\") AS \"end\" FROM blocks"
    "        GROUP BY conference, session) o ON o.conference = s.conference AND o.session = s.number"
    "      LEFT JOIN talks t ON t.conference = d.conference AND t.key = d.key AND d.kind = 'talk'"
    "      LEFT JOIN breaks b ON b.conference = d.conference AND b.key = d.key AND d.kind = 'break';";

static const char version_4[] =
    "ALTER TABLE notes ADD COLUMN is_seen INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE notes ADD COLUMN is_to_watch INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE own_entries ADD COLUMN kind TEXT NOT NULL DEFAULT 'other';"
    "ALTER TABLE own_entries ADD COLUMN zone TEXT;"
    "ALTER TABLE own_entries ADD COLUMN people TEXT;";

/* A person's biography is what their document has as a description. New
 * documents are indexed by who saves them, all at once: where a trigger does it,
 * each of them is a statement within a statement, for which FTS5 writes down
 * all that it has in memory. */
static const char version_5[] =
    "DROP TRIGGER documents_after_insert;"
    "ALTER TABLE talks ADD COLUMN subtitle TEXT;"
    "ALTER TABLE talks ADD COLUMN is_unrecorded INTEGER NOT NULL DEFAULT 0;";

/* What a programme is found by is indexed after it was stored: see
 * lanyard-store-index.c. A document that waits for it is not in the index, from
 * which nothing may be taken out then. There is no reference to documents, for
 * SQLite would follow that before it calls the triggers, which ask here. */
static const char version_6[] =
    "CREATE TABLE unindexed (id INTEGER PRIMARY KEY) STRICT;"

    "DROP TRIGGER documents_after_delete;"
    "DROP TRIGGER documents_after_update;"
    "CREATE TRIGGER documents_after_delete AFTER DELETE ON documents BEGIN"
    "  INSERT INTO search (search, rowid, title, persons, session, room, words, description)"
    "  SELECT 'delete', old.id, old.title, old.persons, old.session, old.room, old.words, old.description"
    "    WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE id = old.id);"
    "  DELETE FROM unindexed WHERE id = old.id;"
    "END;"
    "CREATE TRIGGER documents_after_update"
    "  AFTER UPDATE OF title, persons, session, room, words, description ON documents"
    "  WHEN NOT EXISTS (SELECT 1 FROM unindexed WHERE id = old.id) BEGIN"
    "  INSERT INTO search (search, rowid, title, persons, session, room, words, description)"
    "  VALUES ('delete', old.id, old.title, old.persons, old.session, old.room, old.words, old.description);"
    "  INSERT INTO unindexed (id) VALUES (new.id);"
    "END;";

/* The migration at index N leads to version N + 1. */
static const char *const migrations[] = { version_1, version_2, version_3, version_4, version_5, version_6 };

/*
 * lanyard_store_schema_get_version:
 *
 * Gets the version that lanyard_store_schema_prepare() leads to.
 */
guint
lanyard_store_schema_get_version (void)
{
  return G_N_ELEMENTS (migrations);
}

/*
 * lanyard_store_schema_build:
 * @database: a database
 * @from: its version, 0 for an empty one
 * @to: one that there has been since
 *
 * Makes of it what a database of that version consists of.
 */
gboolean
lanyard_store_schema_build (LanyardDatabase  *database,
                            guint             from,
                            guint             to,
                            GError          **error)
{
  for (guint i = from; i < to; i++)
    if (!lanyard_database_execute (database, migrations[i], error))
      return FALSE;
  return TRUE;
}
