/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Search: what people type, what they get, and what must never happen. */

#include "config.h"

#include "store-helper.h"

#define BEGIN LANYARD_MATCH_BEGIN
#define END LANYARD_MATCH_END

typedef struct
{
  const char *key;
  const char *title;
  const char *person;
  const char *description;
} TalkText;

static LanyardProgramme *
make_texts (const char     *feed_id,
            const TalkText *texts,
            guint           n_texts)
{
  g_autoptr (LanyardConference) conference =
      lanyard_conference_new (&(LanyardConferenceFields) { .feed_id = feed_id, .title = "Texts", .zone = "UTC" });
  g_autoptr (LanyardSession) session = lanyard_session_new (&(LanyardSessionFields) {
    .key = "s", .title = "Toolchains MC", .description = "Everything about linkers",
  });
  g_autoptr (LanyardRoom) room = lanyard_room_new ("Großer Saal", NULL);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (sessions, session);
  for (guint i = 0; i < n_texts; i++)
    {
      g_autoptr (LanyardPerson) person = lanyard_person_new (texts[i].person != NULL ? texts[i].person : "-",
                                                             texts[i].person != NULL ? texts[i].person : "-",
                                                             "Example Labs", NULL);
      g_autoptr (GPtrArray) credits = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_credit_unref);

      g_ptr_array_add (credits, lanyard_credit_new (person, LANYARD_ROLE_SPEAKER));
      g_ptr_array_add (talks, lanyard_talk_new (&(LanyardTalkFields) {
        .item = {
          .key = texts[i].key,
          .title = texts[i].title,
          .start = i * 1800,
          .end = (i + 1) * 1800,
          .session = session,
          .room = room,
        },
        .description = texts[i].description,
        .credits = credits,
      }));
    }
  return lanyard_programme_new (&(LanyardProgrammeFields) {
    .conference = conference, .sessions = sessions, .talks = talks,
  });
}

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
save_texts (StoreFixture *fixture)
{
  g_autoptr (LanyardProgramme) programme = make_texts ("texts", texts, G_N_ELEMENTS (texts));

  g_free (save_programme (fixture->store, programme, NULL));
}

static void
test_words (StoreFixture  *fixture,
            gconstpointer  data)
{
  save_texts (fixture);
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

static void
test_everything_about_a_talk_is_searched (StoreFixture  *fixture,
                                          gconstpointer  data)
{
  save_texts (fixture);
  assert_finds (fixture, "toolchains c++", "cpp");
  assert_finds (fixture, "großer games", "ext");
  assert_finds (fixture, "example labs registers", "c");
}

/* Peers raise an SQL error, or find every word with a c. */
static void
test_c_plus_plus (StoreFixture  *fixture,
                  gconstpointer  data)
{
  save_texts (fixture);
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

  save_texts (fixture);
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

static void
test_titles_come_first (StoreFixture  *fixture,
                        gconstpointer  data)
{
  static const TalkText ranked[] = {
    { "body", "Something", NULL, "latency latency latency latency latency latency" },
    { "title", "Where latency comes from, told at length and in very many words", NULL, "Nothing more" },
    { "person", "Something else", "Pat Latency", "Nothing more" },
  };
  g_autoptr (LanyardProgramme) programme = make_texts ("ranked", ranked, G_N_ELEMENTS (ranked));

  g_free (save_programme (fixture->store, programme, NULL));
  assert_finds (fixture, "latency", "title person body");
}

static void
test_snippets (StoreFixture  *fixture,
               gconstpointer  data)
{
  static const TalkText marked[] = {
    { "lines", "Something", NULL, "First\n\n* second  schedulers\n* third" },
    { "marks", "Something", NULL, END "odd " BEGIN "marks" BEGIN " in the weaving text" END END },
  };
  g_autoptr (LanyardProgramme) programme = make_texts ("marked", marked, G_N_ELEMENTS (marked));
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_autoptr (GPtrArray) matches = search (fixture->store, uuid, "sched", NULL);
  const LanyardMatch *match = matches->pdata[0];

  g_assert_cmpstr (match->uuid, ==, uuid);
  g_assert_cmpint (match->kind, ==, LANYARD_MATCH_TALK);
  g_assert_cmpstr (match->title, ==, "Something");
  g_assert_cmpstr (match->snippet, ==, "First * second " BEGIN "schedulers" END " * third");

  g_test_message ("A text with marks of its own cannot unbalance them");
  g_clear_pointer (&matches, g_ptr_array_unref);
  matches = search (fixture->store, uuid, "weaving", NULL);
  match = matches->pdata[0];
  g_assert_cmpstr (match->snippet, ==, "odd marks in the " BEGIN "weaving" END " text");

  g_clear_pointer (&matches, g_ptr_array_unref);
  matches = search (fixture->store, uuid, "toolchains", NULL);
  match = matches->pdata[0];
  g_assert_cmpint (match->kind, ==, LANYARD_MATCH_SESSION);
  g_assert_cmpint (match->place, ==, LANYARD_MATCH_IN_TITLE);
  g_assert_cmpstr (match->marked_title, ==, BEGIN "Toolchains" END " MC");
  g_assert_null (match->snippet);
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
      save_texts (fixture);
      g_free (save_programme (fixture->store, programme, NULL));
    }
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
  run_sql (fixture->path, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
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

static void
test_limit (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 120, .n_words = 3 });
  g_autoptr (GPtrArray) matches = NULL;

  g_free (save_programme (fixture->store, programme, NULL));
  matches = search (fixture->store, NULL, "talk", NULL);
  g_assert_cmpuint (matches->len, ==, 50);
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
    { "/store/search/everything-about-a-talk", test_everything_about_a_talk_is_searched },
    { "/store/search/c-plus-plus", test_c_plus_plus },
    { "/store/search/nothing-typed-is-an-error", test_nothing_typed_is_an_error },
    { "/store/search/titles-come-first", test_titles_come_first },
    { "/store/search/snippets", test_snippets },
    { "/store/search/refresh-leaves-no-trace", test_refresh_leaves_no_trace },
    { "/store/search/one-conference-or-all", test_one_conference_or_all },
    { "/store/search/limit", test_limit },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);

  return g_test_run ();
}
