/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Search: what people type, what they get, and what must never happen. */

#include "config.h"

#include "search-helper.h"

static const TalkText texts[] = {
  { "cpp", "C++ modules in the kernel", "Zoë Åström", "Compiler work. What C brings." },
  { "c", "Calling conventions of C", "O'Hara", "It's about registers" },
  { "ext", "sched_ext: a year later", "Bo", "Schedulers written in BPF\n\nand a scheduler for games" },
  { "bpf", "LSF/MM+BPF in one hour", "Kim", "An overview" },
  { "body", "Something else", "Lee", "A talk that mentions schedulers only once, between many other words" },
  { "cjk", "メモリ管理の話", "田中", "日本語の説明" },
};

static char *
find_keys (LanyardStore *store,
           const char   *uuid,
           const char   *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matches = search (store, uuid, words, &error);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < matches->len; i++)
    {
      const LanyardMatch *match = matches->pdata[i];

      if (match->kind == LANYARD_MATCH_TALK || match->kind == LANYARD_MATCH_SESSION)
        g_strv_builder_add (keys, match->key);
    }
  strv = g_strv_builder_end (keys);
  return g_strjoinv (" ", strv);
}

static void
assert_finds (StoreFixture *fixture,
              const char   *words,
              const char   *keys)
{
  g_autofree char *found = find_keys (fixture->store, NULL, words);

  g_test_message ("“%s”", words);
  g_assert_cmpstr (found, ==, keys);
}

static void
save_usual_texts (StoreFixture *fixture)
{
  save_texts (fixture->store, "texts", texts, G_N_ELEMENTS (texts));
}

static void
test_words (StoreFixture  *fixture,
            gconstpointer  data)
{
  save_usual_texts (fixture);
  assert_finds (fixture, "mod", "cpp");
  assert_finds (fixture, "MODULES kern", "cpp");
  assert_finds (fixture, "modules registers", "");
  assert_finds (fixture, "odules", "");
  assert_finds (fixture, "zoe astrom", "cpp");
  assert_finds (fixture, "Åstr", "cpp");
  assert_finds (fixture, "sched_ext", "ext");
  assert_finds (fixture, "sched", "ext body");
  assert_finds (fixture, "it's", "c");
  assert_finds (fixture, "o'hara", "c");
  assert_finds (fixture, "メモリ", "cjk");
  assert_finds (fixture, "田", "cjk");
  assert_finds (fixture, "linkers", "s");
  assert_finds (fixture, "  modules\t\n\302\240kernel ", "cpp");
}

/* What the index's tokenizer folds, and what is looked for in two spellings. */
static void
test_letters (StoreFixture  *fixture,
              gconstpointer  data)
{
  static const TalkText letters[] = {
    { "street", "Straßenverkehr", "Bloß", "x" },
    { "swiss", "Strassenbau", "Blossmann", "x" },
    { "capital", "STRAẞENBAHN", "x", "x" },
    { "istanbul", "İstanbul", "Işık Çağlayan", "x" },
    { "vietnam", "Nguyễn", "Dvořák", "x" },
    { "decomposed", "Cafe\314\201", "Łukasz", "x" },
    { "greek", "ΟΔΥΣΣΕΥΣ", "Ångström", "x" },
    { "wide", "ＡＢＣ", "x", "x" },
  };
  save_texts (fixture->store, "letters", letters, G_N_ELEMENTS (letters));
  assert_finds (fixture, "strasse", "street swiss capital");
  assert_finds (fixture, "straße", "street swiss capital");
  assert_finds (fixture, "STRASSENB", "swiss capital");
  assert_finds (fixture, "bloss", "street swiss");
  assert_finds (fixture, "istanbul", "istanbul");
  assert_finds (fixture, "İSTANBUL", "istanbul");
  assert_finds (fixture, "caglayan", "istanbul");
  assert_finds (fixture, "nguyen", "vietnam");
  assert_finds (fixture, "NGUYỄN", "vietnam");
  assert_finds (fixture, "dvorak", "vietnam");
  assert_finds (fixture, "café", "decomposed");
  assert_finds (fixture, "cafe", "decomposed");
  assert_finds (fixture, "οδυσσευσ", "greek");
  assert_finds (fixture, "angstrom", "greek");
}

static void
test_emoji (StoreFixture  *fixture,
            gconstpointer  data)
{
  static const TalkText emoji[] = {
    { "crab", "Rust 🦀 in the kernel", "x", "x" },
    { "heart", "We ❤️ maintainers", "x", "x" },
    { "text", "A talk", "x", "With a 🦀 between many words" },
    { "family", "For the whole 👩‍💻 family", "x", "x" },
  };
  g_autoptr (LanyardProgramme) programme = make_texts ("emoji", emoji, G_N_ELEMENTS (emoji));
  g_autoptr (GPtrArray) matches = NULL;
  const LanyardMatch *match;

  g_free (save_programme (fixture->store, programme, NULL));
  assert_finds (fixture, "🦀", "crab text");
  assert_finds (fixture, "🦀 rust", "crab");
  assert_finds (fixture, "rust 🦀", "crab");
  assert_finds (fixture, "🦀 🐧", "");
  assert_finds (fixture, "❤️", "heart");
  assert_finds (fixture, "❤", "heart");
  assert_finds (fixture, "👩‍💻", "family");
  assert_finds (fixture, "rust🦀", "");

  matches = search (fixture->store, NULL, "🦀", NULL);
  match = matches->pdata[0];
  g_assert_cmpstr (match->marked_title, ==, "Rust " BEGIN "🦀" END " in the kernel");
  g_assert_null (match->snippet);
  match = matches->pdata[1];
  g_assert_cmpint (match->place, ==, LANYARD_MATCH_IN_TEXT);
  g_assert_cmpstr (match->snippet, ==, "With a " BEGIN "🦀" END " between many words");
}

static void
test_everything_about_a_talk_is_searched (StoreFixture  *fixture,
                                          gconstpointer  data)
{
  save_usual_texts (fixture);
  assert_finds (fixture, "toolchains c++", "cpp");
  assert_finds (fixture, "großer games", "ext");
  assert_finds (fixture, "example labs registers", "c");
}

/* Peers raise an SQL error, or find every word with a c. */
static void
test_c_plus_plus (StoreFixture  *fixture,
                  gconstpointer  data)
{
  save_usual_texts (fixture);
  assert_finds (fixture, "c++", "cpp");
  assert_finds (fixture, "C++ mod", "cpp");
  assert_finds (fixture, "lsf/mm+b", "bpf");
  assert_finds (fixture, "bpf", "bpf ext");
  assert_finds (fixture, "c#", "");
}

static void
test_nothing_typed_is_an_error (StoreFixture  *fixture,
                                gconstpointer  data)
{
  static const char *const typed[] = {
    "", " ", "\"", "\"\"", "'", "*", "(", ")", "(((", "^", "-", "--", "+", "++", "#", ":", "\\", "{}",
    "NEAR(", "a AND", "AND", "OR", "NOT", "NOT a", "a OR OR b", "title:", "title:x", "title : x",
    "\"unclosed", "un\"closed", "a*b*", "-a", "^a", "%", "_", "?", ";", "--;DROP TABLE talks", "\001\002",
    "a\xff" "b", "\xc3", "\xef\xbf\xbe", "\xee\x80\x80", "\xee\x80\x80" "a", "e\xcc\x81", "\xcc\x81",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb", "NULL", "0", "1e999", "rank",
    "a b c d e f g h i j k l m n o p q r s t",
  };
  g_autofree char *longest = g_strnfill (100000, 'a');
  g_autoptr (GString) many = g_string_new (NULL);

  save_usual_texts (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    g_free (find_keys (fixture->store, NULL, typed[i]));
  for (guint i = 0; i < 10000; i++)
    g_string_append (many, "a-\"b ");
  g_free (find_keys (fixture->store, NULL, longest));
  g_free (find_keys (fixture->store, NULL, many->str));
  assert_finds (fixture, "", "");
  assert_finds (fixture, "* ( \"", "");
  assert_finds (fixture, "modules ( *", "cpp");
  assert_finds (fixture, "AND", "ext");
}

/* A peer's index doubles at every refresh and finds what is no longer there. */
static void
test_refresh_leaves_no_trace (StoreFixture  *fixture,
                              gconstpointer  data)
{
  static const TalkText after[] = {
    { "cpp", "Rust modules in the kernel", "Zoë Åström", "Compiler work" },
    { "new", "Brand new", "Nia", "Fresh" },
  };
  g_autoptr (LanyardProgramme) programme = make_texts ("texts", after, G_N_ELEMENTS (after));
  gint64 n_documents;
  gint64 n_bytes;

  for (guint i = 0; i < 20; i++)
    {
      save_usual_texts (fixture);
      g_free (save_programme (fixture->store, programme, NULL));
      if (i % 3 == 0)
        assert_finds (fixture, "rust", "cpp");
    }
  assert_finds (fixture, "modules", "cpp");
  n_documents = ask_sql (fixture->path, "SELECT count(*) FROM search_docsize");
  n_bytes = ask_sql (fixture->path, "SELECT sum(length(block)) FROM search_data");
  g_assert_cmpint (n_documents, ==, 6);
  g_assert_cmpint (n_bytes, <, 20000);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM finds"), ==, 6);

  assert_finds (fixture, "c++", "");
  assert_finds (fixture, "registers", "");
  assert_finds (fixture, "modules", "cpp");
  assert_finds (fixture, "rust", "cpp");
  assert_finds (fixture, "fresh", "new");

  g_test_message ("The index agrees with the texts to the letter");
  assert_index_agrees (fixture->store, fixture->path);
}

/* Storing does not wait for the index; a search does, whoever stored it. */
static void
test_index_follows (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr (LanyardStore) other = lanyard_store_new (fixture->path);
  g_autoptr (LanyardProgramme) programme =
      make_programme (&(ProgrammeShape) { .n_talks = 2400, .n_words = 5, .feed_id = "many", .mark = "Many" });
  g_autofree char *found = NULL;

  lanyard_store_set_hasty (other);
  g_assert_true (open_store (other, NULL));
  save_usual_texts (fixture);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM search_docsize"), ==, 0);
  found = find_keys (other, NULL, "registers");
  g_assert_cmpstr (found, ==, "c");
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM unindexed"), ==, 0);

  g_test_message ("More than is indexed at once");
  g_free (save_programme (fixture->store, programme, NULL));
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM unindexed"), >, 2400);
  assert_index_agrees (other, fixture->path);
  g_free (found);
  found = find_keys (other, NULL, "registers");
  g_assert_cmpstr (found, ==, "c");
}

/* Who has nothing to do does it before somebody searches. */
static void
test_idle_completes_index (StoreFixture  *fixture,
                           gconstpointer  data)
{
  save_usual_texts (fixture);
  while (ask_sql (fixture->path, "SELECT count(*) FROM unindexed") > 0)
    g_usleep (10 * G_TIME_SPAN_MILLISECOND);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM search_docsize"), >, 0);
  assert_index_agrees (fixture->store, fixture->path);
}

/* There must be room to index what was stored; nothing less is found then. */
static void
test_incomplete_index_is_told (StoreFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matches = NULL;
  SqlSession *session;

  save_usual_texts (fixture);
  session = sql_session_new (fixture->path);
  sql_session_run (session, "CREATE TRIGGER no_room BEFORE DELETE ON unindexed BEGIN SELECT raise (ABORT, 'no'); END");
  matches = search (fixture->store, NULL, "registers", &error);
  g_assert_null (matches);
  g_assert_nonnull (error);
  sql_session_run (session, "DROP TRIGGER no_room");
  sql_session_free (session);
  assert_finds (fixture, "registers", "c");
  assert_index_agrees (fixture->store, fixture->path);
}

static void
test_one_conference_or_all (StoreFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr (LanyardProgramme) first = make_texts ("first", texts, G_N_ELEMENTS (texts));
  g_autoptr (LanyardProgramme) second = make_texts ("second", texts, G_N_ELEMENTS (texts));
  g_autofree char *uuid = save_programme (fixture->store, first, NULL);
  g_autofree char *other = save_programme (fixture->store, second, NULL);
  g_autofree char *one = find_keys (fixture->store, uuid, "modules");
  g_autofree char *none = find_keys (fixture->store, "no such", "modules");
  g_autoptr (GPtrArray) matches = NULL;

  g_assert_cmpstr (one, ==, "cpp");
  g_assert_cmpstr (none, ==, "");
  assert_finds (fixture, "modules", "cpp cpp");

  g_assert_true (remove_conference (fixture->store, uuid, NULL));
  matches = search (fixture->store, NULL, "modules", NULL);
  g_assert_cmpuint (matches->len, ==, 1);
  g_assert_cmpstr (((LanyardMatch *) matches->pdata[0])->uuid, ==, other);
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
    { "/store/search/words", test_words },
    { "/store/search/letters", test_letters },
    { "/store/search/emoji", test_emoji },
    { "/store/search/everything-about-a-talk", test_everything_about_a_talk_is_searched },
    { "/store/search/c-plus-plus", test_c_plus_plus },
    { "/store/search/nothing-typed-is-an-error", test_nothing_typed_is_an_error },
    { "/store/search/refresh-leaves-no-trace", test_refresh_leaves_no_trace },
    { "/store/search/index-follows", test_index_follows },
    { "/store/search/idle-completes-index", test_idle_completes_index },
    { "/store/search/incomplete-index-is-told", test_incomplete_index_is_told },
    { "/store/search/one-conference-or-all", test_one_conference_or_all },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);

  return g_test_run ();
}
