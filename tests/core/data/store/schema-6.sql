-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- A database of version 6, as it was released, with a little in it. Never
-- edited: a newer version gets a file of its own beside this one.

PRAGMA application_id = 1280203076;
PRAGMA user_version = 6;

CREATE TABLE conferences (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  feed_id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  picks_revision INTEGER NOT NULL,
  removed_at INTEGER,
  imported_at INTEGER,
  title TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  zone TEXT NOT NULL,
  venue TEXT,
  address TEXT,
  url TEXT,
  description TEXT,
  description_format TEXT NOT NULL,
  organizer TEXT,
  language TEXT,
  label TEXT,
  label_message TEXT,
  is_cancelled INTEGER NOT NULL,
  n_talks INTEGER NOT NULL,
  n_sessions INTEGER NOT NULL,
  n_skipped INTEGER NOT NULL,
  changes_revision INTEGER NOT NULL DEFAULT 0,
  choices_revision INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE rooms (
  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  venue TEXT,
  PRIMARY KEY (conference, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE persons (
  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,
  number INTEGER NOT NULL,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  affiliation TEXT,
  email TEXT,
  PRIMARY KEY (conference, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,
  number INTEGER NOT NULL,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  code TEXT,
  type TEXT,
  color TEXT,
  is_poster INTEGER NOT NULL,
  url TEXT,
  is_cancelled INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (conference, number),
  UNIQUE (conference, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE blocks (
  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,
  number INTEGER NOT NULL,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  room INTEGER,
  session INTEGER NOT NULL,
  is_cancelled INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (conference, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE talks (
  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,
  number INTEGER NOT NULL,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  duration INTEGER NOT NULL,
  room INTEGER,
  session INTEGER,
  block INTEGER,
  url TEXT,
  type TEXT,
  track TEXT,
  code TEXT,
  board TEXT,
  keywords TEXT,
  is_cancelled INTEGER NOT NULL DEFAULT 0,
  language TEXT,
  subtitle TEXT,
  is_unrecorded INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (conference, number),
  UNIQUE (conference, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE parts (
  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,
  number INTEGER NOT NULL,
  talk INTEGER NOT NULL,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  duration INTEGER NOT NULL,
  PRIMARY KEY (conference, talk, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE breaks (
  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,
  number INTEGER NOT NULL,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  room INTEGER,
  session INTEGER,
  block INTEGER,
  description TEXT,
  is_cancelled INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (conference, number),
  UNIQUE (conference, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE credits (
  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,
  owner_kind TEXT NOT NULL,
  owner INTEGER NOT NULL,
  position INTEGER NOT NULL,
  person INTEGER NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (conference, owner_kind, owner, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE links (
  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,
  owner_kind TEXT NOT NULL,
  owner INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  url TEXT NOT NULL,
  title TEXT,
  content_type TEXT,
  size INTEGER NOT NULL,
  PRIMARY KEY (conference, owner_kind, owner, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  persons TEXT,
  session TEXT,
  room TEXT,
  words TEXT,
  description TEXT,
  description_format TEXT NOT NULL,
  minutes TEXT,
  UNIQUE (conference, kind, key)
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
  title, persons, session, room, words, description,
  content='documents', content_rowid='id', prefix='1 2',
  tokenize='unicode61 remove_diacritics 2'
);

CREATE TABLE unindexed (id INTEGER PRIMARY KEY) STRICT;

CREATE TRIGGER documents_after_delete AFTER DELETE ON documents BEGIN
  INSERT INTO search (search, rowid, title, persons, session, room, words, description)
  SELECT 'delete', old.id, old.title, old.persons, old.session, old.room, old.words, old.description
    WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE id = old.id);
  DELETE FROM unindexed WHERE id = old.id;
END;

CREATE TRIGGER documents_after_update
  AFTER UPDATE OF title, persons, session, room, words, description ON documents
  WHEN NOT EXISTS (SELECT 1 FROM unindexed WHERE id = old.id) BEGIN
  INSERT INTO search (search, rowid, title, persons, session, room, words, description)
  VALUES ('delete', old.id, old.title, old.persons, old.session, old.room, old.words, old.description);
  INSERT INTO unindexed (id) VALUES (new.id);
END;

CREATE TABLE picks (
  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  level TEXT NOT NULL,
  picked_at INTEGER NOT NULL,
  title TEXT,
  url TEXT,
  start INTEGER,
  persons TEXT,
  PRIMARY KEY (conference, kind, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  text TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  title TEXT,
  url TEXT,
  start INTEGER,
  persons TEXT,
  is_seen INTEGER NOT NULL DEFAULT 0,
  is_to_watch INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (conference, kind, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_entries (
  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,
  uuid TEXT NOT NULL,
  title TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  place TEXT,
  text TEXT,
  changed_at INTEGER NOT NULL,
  kind TEXT NOT NULL DEFAULT 'other',
  zone TEXT,
  people TEXT,
  PRIMARY KEY (conference, uuid)
) STRICT, WITHOUT ROWID;

CREATE TABLE feeds (
  conference INTEGER PRIMARY KEY REFERENCES conferences ON DELETE CASCADE,
  url TEXT NOT NULL,
  validators TEXT,
  digest TEXT
) STRICT;

CREATE TABLE changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,
  noticed_at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  item_kind TEXT NOT NULL,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  is_mine INTEGER NOT NULL,
  is_seen INTEGER NOT NULL,
  old_text TEXT,
  new_text TEXT,
  old_start INTEGER,
  old_end INTEGER,
  new_start INTEGER,
  new_end INTEGER
) STRICT;
CREATE INDEX changes_by_refresh ON changes (conference, noticed_at);

CREATE TABLE choices (
  conference INTEGER NOT NULL REFERENCES conferences ON DELETE CASCADE,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (conference, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE finds (
  id INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  conference INTEGER NOT NULL,
  kind TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER
) STRICT;
CREATE INDEX finds_by_conference ON finds (conference);

CREATE VIEW targets (conference, kind, key, title, url, start, persons) AS
  SELECT t.conference, 'talk', t.key, t.title, t.url, t.start,
    (SELECT group_concat(p.name, char(10)) FROM credits c
       JOIN persons p ON p.conference = c.conference AND p.number = c.person
       WHERE c.conference = t.conference AND c.owner_kind = 'talk' AND c.owner = t.number
         AND c.role = 'speaker')
    FROM talks t
  UNION ALL
  SELECT s.conference, 'session', s.key, s.title, s.url, NULL, NULL FROM sessions s
  UNION ALL
  SELECT b.conference, 'break', b.key, b.title, NULL, b.start, NULL FROM breaks b;

INSERT INTO conferences (id, uuid, feed_id, revision, picks_revision, imported_at, title, zone,
    description_format, is_cancelled, n_talks, n_sessions, n_skipped)
  VALUES (7, 'b3f0ce4e-6ba8-4bb4-a2e5-0b4cb5d1f2a1', 'https://example.org/event/7/', 3, 1, 1600000000,
    'Old Conference', 'Asia/Kolkata', 'plain', 0, 1, 1, 0);
INSERT INTO persons VALUES (7, 0, 'ada', 'Ada Lovelace', NULL, NULL);
INSERT INTO feeds VALUES (7, 'https://example.org/event/7/', NULL, 'abc');
INSERT INTO changes (id, conference, noticed_at, kind, item_kind, key, title, is_mine, is_seen, old_text, new_text)
  VALUES (3, 7, 1600000000, 'room', 'talk', 't', 'Old Talk', 1, 0, 'Cellar', 'Hall');
INSERT INTO rooms VALUES (7, 0, 'Hall', NULL);
INSERT INTO sessions (conference, number, key, title, is_poster) VALUES (7, 0, 's', 'Old MC', 0);
INSERT INTO talks (conference, number, key, title, start, "end", duration, room, session, subtitle, is_unrecorded)
  VALUES (7, 0, 't', 'Old Talk', 1600000000, 1600001800, 1800, 0, 0, 'Old Subtitle', 1);
INSERT INTO credits VALUES (7, 'talk', 0, 0, 0, 'speaker');
INSERT INTO documents (conference, kind, key, title, persons, session, room, description, description_format)
  VALUES (7, 'session', 's', 'Old MC', NULL, NULL, NULL, 'About it', 'markdown'),
    (7, 'talk', 't', 'Old Talk', 'Ada Lovelace', 'Old MC', 'Hall', 'An engine that weaves', 'markdown');
INSERT INTO documents (conference, kind, key, title, description, description_format)
  VALUES (7, 'person', 'ada', 'Ada Lovelace', 'Old *biography*', 'markdown'), (7, 'room', 'Hall', 'Hall', NULL, 'plain');
INSERT INTO search (rowid, title, persons, session, room, words, description)
  SELECT id, title, persons, session, room, words, description FROM documents WHERE kind <> 'talk';
INSERT INTO unindexed (id) SELECT id FROM documents WHERE kind = 'talk';
INSERT INTO finds (id, conference, kind, start, "end")
  VALUES (1, 7, 'session', NULL, NULL), (2, 7, 'talk', 1600000000, 1600001800), (3, 7, 'person', NULL, NULL),
    (4, 7, 'room', NULL, NULL);
INSERT INTO choices VALUES (7, 'filter', '{}');
INSERT INTO picks (conference, kind, key, level, picked_at, title) VALUES (7, 'talk', 't', 'going', 1, 'Old Talk');
INSERT INTO notes (conference, kind, key, text, changed_at, title, is_seen) VALUES (7, 'talk', 't', 'Weaves!', 1, 'Old Talk', 1);
INSERT INTO own_entries (conference, uuid, title, start, "end", place, changed_at, kind, zone, people)
  VALUES (7, '8f14e45f-ceea-4e1a-9b1c-2f0f4c3f6b10', 'Old Dinner', 1600005400, 1600010800, 'Harbour', 1, 'meal',
    'Asia/Kolkata', 'Ada');
