/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the store does with the file that it finds: none, an older one, a newer
 * one, one that is not ours, one that may not be written. */

#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "refresh-helper.h"

/* What a database consists of, without how its statements were spelled. */
#define DESCRIBE                                                               \
  "SELECT group_concat(line, char(10)) FROM ("                                 \
  "  SELECT s.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\""  \
  "      || ' ' || ifnull(c.dflt_value, '-') || ' ' || c.pk AS line"           \
  "    FROM sqlite_schema s, pragma_table_xinfo(s.name) c"                     \
  "    WHERE s.type IN ('table', 'view') AND s.name NOT LIKE 'sqlite_%'"       \
  "  UNION ALL"                                                                \
  "  SELECT s.name || ' unique ' || i.\"unique\" || ' '"                       \
  "      || (SELECT group_concat(x.name) FROM pragma_index_xinfo(i.name) x)"   \
  "    FROM sqlite_schema s, pragma_index_list(s.name) i"                      \
  "    WHERE s.type = 'table'"                                                 \
  "  UNION ALL"                                                                \
  "  SELECT s.name || ' refers to ' || f.\"table\" || ' ' || f.on_delete"      \
  "    FROM sqlite_schema s, pragma_foreign_key_list(s.name) f"                \
  "    WHERE s.type = 'table'"                                                 \
  "  UNION ALL"                                                                \
  "  SELECT type || ' ' || name || ' ' || replace(replace(sql, char(10), ''), ' ', '')" \
  "    FROM sqlite_schema WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL%'" \
  "  ORDER BY 1)"

static char *
read_file (const char *path,
           gsize      *length)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

static void
close_store (StoreFixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

/* Opens and expects to be refused with one sentence, and with the file left
 * as it was. */
static void
assert_refused (StoreFixture      *fixture,
                LanyardStoreError  code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_length;
  gsize after_length;

  before = read_file (fixture->path, &before_length);
  fixture->store = lanyard_store_new (fixture->path);
  g_assert_false (open_store (fixture->store, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_nonnull (strstr (error->message, fixture->path));
  close_store (fixture);
  after = read_file (fixture->path, &after_length);
  g_assert_cmpmem (before, before_length, after, after_length);
}

static void
test_new_file_is_private (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  GStatBuf status;

  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (ask_sql (fixture->path, "PRAGMA application_id"), ==, 0x4c4e5944);
  g_assert_cmpint (ask_sql (fixture->path, "PRAGMA user_version"), >, 0);
}

/* What a later version finds is found in what an older one stored. */
static void
assert_finds_all_kinds (LanyardStore *store)
{
  g_autoptr (GPtrArray) persons = search (store, NULL, "lovel", NULL);
  g_autoptr (GPtrArray) rooms = search (store, NULL, "hall", NULL);
  const LanyardMatch *match;

  g_assert_cmpuint (persons->len, ==, 2);
  match = persons->pdata[0];
  g_assert_cmpint (match->kind, ==, LANYARD_MATCH_PERSON);
  g_assert_cmpstr (match->key, ==, "ada");
  match = persons->pdata[1];
  g_assert_cmpint (match->kind, ==, LANYARD_MATCH_TALK);
  g_assert_cmpint (match->start, ==, 1600000000);
  g_assert_cmpint (match->end, ==, 1600001800);
  g_assert_cmpuint (rooms->len, ==, 2);
  match = rooms->pdata[0];
  g_assert_cmpint (match->kind, ==, LANYARD_MATCH_ROOM);
}

/* Notes and own entries are there since the fourth version. */
static void
assert_has_decisions (LanyardStore *store,
                      const char   *uuid,
                      gint64        version)
{
  g_autoptr (LanyardDecisions) decisions = load_decisions (store, uuid, NULL);
  const LanyardOwnEntryFields *entry;

  g_assert_cmpint (lanyard_decisions_get_level (decisions, LANYARD_KIND_TALK, "t"), ==, LANYARD_LEVEL_GOING);
  if (version < 4)
    return;

  g_assert_cmpstr (lanyard_decisions_get_note (decisions, LANYARD_KIND_TALK, "t"), ==, "Weaves!");
  g_assert_cmpint (lanyard_decisions_get_marks (decisions, LANYARD_KIND_TALK, "t"), ==, LANYARD_MARK_SEEN);
  g_assert_cmpuint (lanyard_decisions_get_entries (decisions)->len, ==, 1);
  entry = lanyard_own_entry_get_fields (lanyard_decisions_get_entries (decisions)->pdata[0]);
  g_assert_cmpint (entry->kind, ==, LANYARD_OWN_MEAL);
  g_assert_cmpstr (entry->zone, ==, "Asia/Kolkata");
  g_assert_cmpstr (entry->people, ==, "Ada");
}

/* What came with version 5 is there, or else nothing. */
static void
assert_has_details (LanyardProgramme *whole,
                    gint64            version)
{
  const LanyardTalkFields *talk = lanyard_talk_get_fields (lanyard_programme_get_talks (whole)->pdata[0]);
  const LanyardCredit *credit = g_ptr_array_index (talk->credits, 0);
  LanyardTextFormat format;

  g_assert_cmpstr (talk->subtitle, ==, version < 5 ? NULL : "Old Subtitle");
  g_assert_cmpint (talk->is_unrecorded, ==, version >= 5);
  g_assert_cmpstr (lanyard_person_get_biography (credit->person, &format), ==, version < 5 ? NULL : "Old *biography*");
  g_assert_cmpint (format, ==, version < 5 ? LANYARD_TEXT_PLAIN : LANYARD_TEXT_MARKDOWN);
}

/* As it was before the migration, whatever comes later. */
static void
assert_older_is_kept (StoreFixture *fixture,
                      gint64        version)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *name = g_strdup_printf ("lanyard-schema-%" G_GINT64_FORMAT ".db", version);
  g_autofree char *path = g_build_filename (folder, "backups", name, NULL);
  g_autofree char *state = NULL;

  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (ask_sql (path, "PRAGMA user_version"), ==, version);
  g_assert_cmpint (ask_sql (path, "SELECT count(*) FROM talks WHERE title = 'Old Talk'"), ==, 1);
  g_assert_cmpint (ask_sql (path, "SELECT count(*) FROM picks"), ==, 1);
  state = ask_sql_text (path, "PRAGMA integrity_check");
  g_assert_cmpstr (state, ==, "ok");
}

/* A database of each version that ever was becomes like a new one, and loses
 * nothing. A version without its file in data/store fails here. */
static void
test_migrations (StoreFixture  *fixture,
                 gconstpointer  data)
{
  gint64 version = ask_sql (fixture->path, "PRAGMA user_version");
  g_autofree char *fresh = ask_sql_text (fixture->path, DESCRIBE);

  g_assert_nonnull (strstr (fresh, "talks.conference INTEGER 1"));
  close_store (fixture);
  for (gint64 i = 1; i <= version; i++)
    {
      g_autofree char *name = g_strdup_printf ("schema-%" G_GINT64_FORMAT ".sql", i);
      g_autofree char *sql_path = g_test_build_filename (G_TEST_DIST, "core", "data", "store", name, NULL);
      g_autofree char *sql = read_file (sql_path, NULL);
      g_autofree char *migrated = NULL;
      g_autoptr (LanyardProgramme) whole = NULL;
      g_autoptr (GPtrArray) picks = NULL;
      g_autoptr (GPtrArray) matches = NULL;
      const LanyardMatch *match;

      g_test_message ("From version %" G_GINT64_FORMAT, i);
      g_unlink (fixture->path);
      run_sql (fixture->path, sql);
      g_assert_cmpint (ask_sql (fixture->path, "PRAGMA user_version"), ==, i);

      fixture->store = lanyard_store_new (fixture->path);
      g_assert_true (open_store (fixture->store, NULL));
      g_assert_cmpint (ask_sql (fixture->path, "PRAGMA user_version"), ==, version);
      migrated = ask_sql_text (fixture->path, DESCRIBE);
      g_assert_cmpstr (migrated, ==, fresh);

      assert_finds_all_kinds (fixture->store);
      matches = search (fixture->store, NULL, "weaves", NULL);
      g_assert_cmpuint (matches->len, ==, 1);
      match = matches->pdata[0];
      whole = load_whole (fixture->store, match->uuid, NULL);
      g_assert_cmpstr (lanyard_item_get_title (lanyard_programme_get_talks (whole)->pdata[0]), ==, "Old Talk");
      assert_has_details (whole, i);
      picks = list_picks (fixture->store, match->uuid, NULL);
      g_assert_cmpuint (picks->len, ==, 1);
      assert_has_decisions (fixture->store, match->uuid, i);
      close_store (fixture);
      if (i < version)
        assert_older_is_kept (fixture, i);
    }
}

/* Takes a whole programme back to the fifth version, whose index lacks nothing. */
#define BACK_TO_5                                                              \
  "INSERT INTO search (search) VALUES ('rebuild');"                            \
  "DROP TABLE unindexed;"                                                      \
  "DROP TRIGGER documents_after_delete; DROP TRIGGER documents_after_update;"  \
  "CREATE TRIGGER documents_after_delete AFTER DELETE ON documents BEGIN"      \
  "  INSERT INTO search (search, rowid, title, persons, session, room, words, description)" \
  "  VALUES ('delete', old.id, old.title, old.persons, old.session, old.room, old.words, old.description);" \
  "END;"                                                                       \
  "CREATE TRIGGER documents_after_update"                                      \
  "  AFTER UPDATE OF title, persons, session, room, words, description ON documents BEGIN" \
  "  INSERT INTO search (search, rowid, title, persons, session, room, words, description)" \
  "  VALUES ('delete', old.id, old.title, old.persons, old.session, old.room, old.words, old.description);" \
  "  INSERT INTO search (rowid, title, persons, session, room, words, description)" \
  "  VALUES (new.id, new.title, new.persons, new.session, new.room, new.words, new.description);" \
  "END;"                                                                       \
  "PRAGMA user_version = 5;"

/* And to the fourth one. */
#define BACK_TO_4                                                              \
  BACK_TO_5                                                                    \
  "ALTER TABLE talks DROP COLUMN subtitle;"                                    \
  "ALTER TABLE talks DROP COLUMN is_unrecorded;"                               \
  "CREATE TRIGGER documents_after_insert AFTER INSERT ON documents BEGIN"      \
  "  INSERT INTO search (rowid, title, persons, session, room, words, description)" \
  "  VALUES (new.id, new.title, new.persons, new.session, new.room, new.words, new.description);" \
  "END;"                                                                       \
  "PRAGMA user_version = 4;"

/* And to the third one. */
#define BACK_TO_3                                                              \
  BACK_TO_4                                                                    \
  "ALTER TABLE notes DROP COLUMN is_seen;"                                     \
  "ALTER TABLE notes DROP COLUMN is_to_watch;"                                 \
  "ALTER TABLE own_entries DROP COLUMN kind;"                                  \
  "ALTER TABLE own_entries DROP COLUMN zone;"                                  \
  "ALTER TABLE own_entries DROP COLUMN people;"                                \
  "PRAGMA user_version = 3;"

/* And to the second one. */
#define BACK_TO_2                                                              \
  BACK_TO_3                                                                    \
  "DELETE FROM documents WHERE kind NOT IN ('talk', 'session');"               \
  "DROP TABLE choices; DROP TABLE finds; DROP TABLE search;"                   \
  "CREATE VIRTUAL TABLE search USING fts5 ("                                   \
  "  title, persons, session, room, words, description,"                       \
  "  content='documents', content_rowid='id',"                                 \
  "  tokenize='unicode61 remove_diacritics 2');"                               \
  "INSERT INTO search (search) VALUES ('rebuild');"                            \
  "ALTER TABLE conferences DROP COLUMN choices_revision;"                      \
  "ALTER TABLE talks DROP COLUMN language;"                                    \
  "PRAGMA user_version = 2;"

#define DESCRIBE_FINDS                                                         \
  "SELECT group_concat (line, char (10)) FROM (SELECT"                         \
  "  concat_ws (' ', d.kind, d.key, d.title, d.persons, d.session, d.room, d.words, f.kind, f.start, f.\"end\")" \
  "    AS line FROM documents d JOIN finds f ON f.id = d.id ORDER BY d.kind, d.key)"

/* And to the first one. */
#define BACK_TO_1                                                              \
  BACK_TO_2                                                                    \
  "DROP TABLE feeds; DROP TABLE changes;"                                      \
  "ALTER TABLE conferences DROP COLUMN changes_revision;"                      \
  "ALTER TABLE sessions DROP COLUMN is_cancelled;"                             \
  "ALTER TABLE blocks DROP COLUMN is_cancelled;"                               \
  "ALTER TABLE talks DROP COLUMN is_cancelled;"                                \
  "ALTER TABLE breaks DROP COLUMN is_cancelled;"                               \
  "PRAGMA user_version = 1"

/* A whole programme of an older version is as if it had always been so. */
static void
test_filled_version_2 (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 240, .n_words = 30 });
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_autofree char *before = describe_stored (fixture->store, uuid);
  g_autofree char *finds = ask_sql_text (fixture->path, DESCRIBE_FINDS);
  g_autofree char *after = NULL;
  g_autofree char *finds_after = NULL;

  close_store (fixture);
  run_sql (fixture->path, BACK_TO_2);

  fixture->store = lanyard_store_new (fixture->path);
  g_assert_true (open_store (fixture->store, NULL));
  after = describe_stored (fixture->store, uuid);
  g_assert_cmpstr (after, ==, before);
  finds_after = ask_sql_text (fixture->path, DESCRIBE_FINDS);
  g_assert_cmpuint (strlen (finds), >, 1000);
  g_assert_cmpstr (finds_after, ==, finds);
  assert_index_agrees (fixture->store, fixture->path);
}

static void
test_filled_version_1 (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 240, .n_words = 30 });
  g_autoptr (LanyardProgramme) fewer =
      make_programme (&(ProgrammeShape) { .n_talks = 240, .n_words = 30, .first_talk = 12 });
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_autofree char *before = describe_stored (fixture->store, uuid);
  g_autofree char *after = NULL;
  g_autofree char *picks_before = NULL;
  g_autofree char *picks_after = NULL;
  g_autoptr (LanyardSaved) saved = NULL;
  g_autoptr (LanyardProgramme) outline = NULL;
  g_autoptr (GPtrArray) matches = NULL;

  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_TALK, "3", LANYARD_LEVEL_MAYBE, NULL));
  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_SESSION, "s2", LANYARD_LEVEL_GOING, NULL));
  picks_before = describe_picks (fixture->store, uuid);
  close_store (fixture);
  run_sql (fixture->path, BACK_TO_1);

  fixture->store = lanyard_store_new (fixture->path);
  g_assert_true (open_store (fixture->store, NULL));
  after = describe_stored (fixture->store, uuid);
  g_assert_cmpstr (after, ==, before);
  picks_after = describe_picks (fixture->store, uuid);
  g_assert_cmpstr (picks_after, ==, picks_before);
  matches = search (fixture->store, uuid, "talk", NULL);
  g_assert_cmpuint (matches->len, ==, 50);

  g_test_message ("It can be refreshed as if it had always been so");
  saved = save_feed (fixture->store, fewer, 5);
  g_assert_cmpstr (saved->uuid, ==, uuid);
  g_assert_cmpuint (saved->changes->len, ==, 12);
  outline = load_outline (fixture->store, uuid, NULL);
  g_assert_true (lanyard_item_is_cancelled (LANYARD_ITEM (lanyard_programme_find_talk (outline, "3"))));
}

static void
test_newer (StoreFixture  *fixture,
            gconstpointer  data)
{
  close_store (fixture);
  run_sql (fixture->path, "PRAGMA user_version = 1000");
  assert_refused (fixture, LANYARD_STORE_ERROR_NEWER);
}

static void
test_of_another_program (StoreFixture  *fixture,
                         gconstpointer  data)
{
  close_store (fixture);
  g_unlink (fixture->path);
  run_sql (fixture->path, "CREATE TABLE recipes (title)");
  assert_refused (fixture, LANYARD_STORE_ERROR_DAMAGED);
}

static void
test_empty_file (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("What a full disk leaves of a first start is filled at the next");
  close_store (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  fixture->store = lanyard_store_new (fixture->path);
  open_store (fixture->store, &error);
  g_assert_no_error (error);
}

static void
test_read_only (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *below = g_build_filename (folder, "more", "lanyard.db", NULL);
  g_autoptr (LanyardStore) store = NULL;
  g_autoptr (GError) error = NULL;

  uid_t before = geteuid ();

  close_store (fixture);
  if (!become_ordinary (folder, fixture->path))
    {
      g_test_skip ("The superuser, who may write everywhere, cannot become anybody else here");
      return;
    }
  g_chmod (fixture->path, 0400);
  assert_refused (fixture, LANYARD_STORE_ERROR_READ_ONLY);

  g_test_message ("The folder may not be written");
  g_chmod (fixture->path, 0600);
  g_chmod (folder, 0500);
  assert_refused (fixture, LANYARD_STORE_ERROR_READ_ONLY);
  store = lanyard_store_new (below);
  g_assert_false (open_store (store, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_READ_ONLY);
  g_chmod (folder, 0700);
  g_clear_object (&store);
  g_assert_no_errno (seteuid (before));
}

static void
test_opened_twice (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_assert_true (open_store (fixture->store, NULL));
}

static goffset
get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_size : 0;
}

/* Who is in a hurry leaves what was stored in the log, and the next one tidies
 * up, but for what is so much that nobody could read it quickly. */
static void
test_closed_early (StoreFixture  *fixture,
                   gconstpointer  data)
{
  static const guint n_talks[] = { 100, 12000 };
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  close_store (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (n_talks); i++)
    {
      g_autoptr (LanyardProgramme) programme =
          make_programme (&(ProgrammeShape) { .n_talks = n_talks[i], .n_words = 40 });
      g_autofree char *uuid = NULL;
      g_autoptr (LanyardProgramme) outline = NULL;
      goffset size = get_size (fixture->path);

      fixture->store = lanyard_store_new (fixture->path);
      lanyard_store_set_hasty (fixture->store);
      g_assert_true (open_store (fixture->store, NULL));
      uuid = save_programme (fixture->store, programme, NULL);
      lanyard_store_close_early (fixture->store);
      close_store (fixture);
      g_assert_cmpint (get_size (log) > 0, ==, i == 0);
      g_assert_cmpint (get_size (fixture->path) == size, ==, i == 0);

      fixture->store = lanyard_store_new (fixture->path);
      g_assert_true (open_store (fixture->store, NULL));
      outline = load_outline (fixture->store, uuid, NULL);
      g_assert_cmpuint (lanyard_programme_get_talks (outline)->len, ==, n_talks[i]);
      close_store (fixture);
      g_assert_cmpint (get_size (log), ==, 0);
      g_assert_cmpint (get_size (fixture->path), >, size);
    }
}

static void
test_default_path (void)
{
  g_autofree char *path = lanyard_store_dup_default_path ();

  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (path, "/lanyard/lanyard.db"));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (StoreFixture *, gconstpointer);
  } tests[] = {
    { "/store/file/new-file-is-private", test_new_file_is_private },
    { "/store/file/migrations", test_migrations },
    { "/store/file/filled-version-1", test_filled_version_1 },
    { "/store/file/filled-version-2", test_filled_version_2 },
    { "/store/file/newer", test_newer },
    { "/store/file/of-another-program", test_of_another_program },
    { "/store/file/empty-file", test_empty_file },
    { "/store/file/read-only", test_read_only },
    { "/store/file/opened-twice", test_opened_twice },
    { "/store/file/closed-early", test_closed_early },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);
  g_test_add_func ("/store/file/default-path", test_default_path);

  return g_test_run ();
}
