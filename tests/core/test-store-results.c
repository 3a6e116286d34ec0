/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a search answers: in which order, of which kinds, how it is marked, and
 * how soon. */

#include "config.h"

#include <string.h>

#include "search-helper.h"

/* Of all kinds. */
static void
assert_kinds (StoreFixture *fixture,
              const char   *words,
              const char   *expected)
{
  static const char *const names[] = {
    [LANYARD_MATCH_TALK] = "talk",
    [LANYARD_MATCH_SESSION] = "session",
    [LANYARD_MATCH_BREAK] = "break",
    [LANYARD_MATCH_PERSON] = "person",
    [LANYARD_MATCH_ROOM] = "room",
  };
  g_autoptr (GPtrArray) matches = search_at (fixture->store, words, 0, 50);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const LanyardMatch *match = matches->pdata[i];

      g_string_append_printf (found, "%s%s:%s", found->len > 0 ? " " : "", names[match->kind], match->key);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_marked (StoreFixture *fixture,
               const char   *words,
               const char   *title)
{
  g_autoptr (GPtrArray) matches = search_at (fixture->store, words, 0, 50);

  g_assert_cmpuint (matches->len, >, 0);
  g_assert_cmpstr (((LanyardMatch *) matches->pdata[0])->marked_title, ==, title);
}

static void
assert_order (StoreFixture *fixture,
              const char   *words,
              gint64        now,
              const char   *expected)
{
  g_autoptr (GPtrArray) matches = search_at (fixture->store, words, now, 50);
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const LanyardMatch *match = matches->pdata[i];

      g_string_append_printf (keys, "%s%d:%s", keys->len > 0 ? " " : "", match->place, match->key);
    }
  g_assert_cmpstr (keys->str, ==, expected);
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
  save_texts (fixture->store, "ranked", ranked, G_N_ELEMENTS (ranked));
  assert_order (fixture, "latency", 0, "0:title 0:Pat Latency 1:person 5:body");
}

/* Each of them half an hour long, one after the other. */
static void
test_order (StoreFixture  *fixture,
            gconstpointer  data)
{
  static const TalkText ordered[] = {
    { "0", "Latency in the text", "A", "x" },
    { "1", "The latency of all", "B", "x" },
    { "2", "Latency again", "C", "x" },
    { "3", "Latency once more", "D", "x" },
    { "4", "Once", "E", "latency" },
    { "5", "Twice", "F", "latency, latency" },
    { "6", "Other", "Latency Lee", "x" },
  };
  save_texts (fixture->store, "ordered", ordered, G_N_ELEMENTS (ordered));
  g_test_message ("By place, then by how near to the beginning or how often, then by time");
  assert_order (fixture, "latency", 0, "0:0 0:2 0:3 0:Latency Lee 0:1 1:6 5:5 5:4");
  g_test_message ("What is past comes last, the latest first");
  assert_order (fixture, "latency", 3 * 1800, "0:3 0:Latency Lee 0:2 0:0 0:1 1:6 5:5 5:4");
  assert_order (fixture, "latency", 3 * 1800 - 1, "0:2 0:3 0:Latency Lee 0:0 0:1 1:6 5:5 5:4");
  g_test_message ("Of several words the one that is worst to find counts");
  assert_order (fixture, "latency lee", 0, "0:Latency Lee 1:6");
  assert_order (fixture, "other latency", 0, "1:6");
}

/* With a zebra of each kind; @is_over leaves nothing but the session. */
static LanyardProgramme *
make_zoo (gboolean is_over)
{
  g_autoptr (LanyardConference) conference =
      lanyard_conference_new (&(LanyardConferenceFields) { .feed_id = "kinds", .title = "Kinds", .zone = "UTC" });
  g_autoptr (LanyardSession) session = lanyard_session_new (&(LanyardSessionFields) { .key = "s", .title = "Zebra MC" });
  g_autoptr (LanyardBlock) late = lanyard_block_new (
      &(LanyardItemFields) { .key = "late", .title = "Zebra MC", .start = 500, .end = 600, .session = session }, NULL);
  g_autoptr (LanyardBlock) early = lanyard_block_new (
      &(LanyardItemFields) { .key = "early", .title = "Zebra MC", .start = 300, .end = 400, .session = session }, NULL);
  g_autoptr (LanyardRoom) room = lanyard_room_new ("Zebra hall", "Zoo");
  g_autoptr (LanyardBreak) brk = lanyard_break_new (
      &(LanyardItemFields) { .key = "b", .title = "Zebra dinner", .start = 100, .end = 200, .room = room, .session = session },
      NULL, "With vegetables");
  g_autoptr (LanyardPerson) person = lanyard_person_new ("1", "Zoe Zebra", "Savanna Institute", NULL);
  g_autoptr (LanyardPerson) twin = lanyard_person_new ("2", "Zoe Zebra", "Savanna Institute", NULL);
  g_autoptr (LanyardPerson) other = lanyard_person_new ("3", "Zoe Zebra", "Elsewhere", NULL);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (GPtrArray) breaks = g_ptr_array_new ();
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) credits = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_credit_unref);

  g_ptr_array_add (sessions, session);
  if (is_over)
    return lanyard_programme_new (&(LanyardProgrammeFields) { .conference = conference, .sessions = sessions });

  g_ptr_array_add (blocks, late);
  g_ptr_array_add (blocks, early);
  g_ptr_array_add (breaks, brk);
  g_ptr_array_add (credits, lanyard_credit_new (person, LANYARD_ROLE_SPEAKER));
  g_ptr_array_add (credits, lanyard_credit_new (twin, LANYARD_ROLE_AUTHOR));
  g_ptr_array_add (credits, lanyard_credit_new (other, LANYARD_ROLE_AUTHOR));
  g_ptr_array_add (talks, lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = "t", .title = "Stripes", .start = 10, .end = 20 },
    .credits = credits,
  }));
  return lanyard_programme_new (&(LanyardProgrammeFields) {
    .conference = conference, .sessions = sessions, .blocks = blocks, .talks = talks, .breaks = breaks,
  });
}

static void
test_kinds (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_zoo (FALSE);
  g_autoptr (LanyardProgramme) later = make_zoo (TRUE);
  g_autoptr (GPtrArray) matches = NULL;

  g_free (save_programme (fixture->store, programme, NULL));

  assert_kinds (fixture, "zebra", "break:b session:s room:Zebra hall person:1 person:3 talk:t");
  assert_kinds (fixture, "savanna", "talk:t person:1");
  assert_kinds (fixture, "zoo", "room:Zebra hall");
  assert_kinds (fixture, "vegetables", "break:b");
  assert_kinds (fixture, "zebra dinner", "break:b");

  matches = search_at (fixture->store, "zebra mc", 0, 50);
  g_assert_cmpint (((LanyardMatch *) matches->pdata[0])->start, ==, 300);
  g_assert_cmpint (((LanyardMatch *) matches->pdata[0])->end, ==, 600);

  g_test_message ("What is no longer there is no longer found");
  g_free (save_programme (fixture->store, later, NULL));
  assert_kinds (fixture, "zebra", "session:s");
  assert_kinds (fixture, "zoo", "");
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM finds"), ==, 1);
  assert_index_agrees (fixture->store, fixture->path);
}

static void
test_marks (StoreFixture  *fixture,
            gconstpointer  data)
{
  static const TalkText marked[] = {
    { "phrase", "sched_ext and ext4 and sched", NULL, "x" },
    { "plus", "C and C++ and c++26", NULL, "x" },
    { "accent", "Größe und GROSSE Mengen", NULL, "x" },
  };
  save_texts (fixture->store, "marks", marked, G_N_ELEMENTS (marked));
  assert_marked (fixture, "sched_ext", BEGIN "sched_ext" END " and ext4 and sched");
  assert_marked (fixture, "sched_ext 'and", BEGIN "sched_ext" END " " BEGIN "and" END " ext4 " BEGIN "and" END " sched");
  assert_marked (fixture, "c++", "C and " BEGIN "C++" END " and " BEGIN "c++" END "26");
  assert_marked (fixture, "groß", BEGIN "Größe" END " und " BEGIN "GROSSE" END " Mengen");
  assert_marked (fixture, "meng", "Größe und GROSSE " BEGIN "Mengen" END);
}

static void
test_long_texts (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *row = g_strnfill (50000, '.');
  g_autofree char *dots = g_strconcat (row, " haystack ", row, NULL);
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (GPtrArray) matches = NULL;
  const LanyardMatch *match;

  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (text, i == 300 ? "needle " : i == 500 ? "needle thread " : "straw%u ", i);
  g_string_append (text, "endword");
  programme = make_texts ("long", &(TalkText) { "long", "Title", NULL, text->str }, 1);
  g_free (save_programme (fixture->store, programme, NULL));

  matches = search (fixture->store, NULL, "needle", NULL);
  match = matches->pdata[0];
  g_assert_true (g_str_has_prefix (match->snippet, "…straw295 straw296 straw297 straw298 straw299 " BEGIN "needle" END " straw301 "));
  g_assert_true (g_str_has_suffix (match->snippet, " straw318…"));

  g_test_message ("The line with most of the words is shown");
  g_clear_pointer (&matches, g_ptr_array_unref);
  matches = search (fixture->store, NULL, "thread needle", NULL);
  match = matches->pdata[0];
  g_assert_nonnull (strstr (match->snippet, BEGIN "needle" END " " BEGIN "thread" END));

  g_test_message ("Nor does it run on where there are no words");
  g_clear_pointer (&matches, g_ptr_array_unref);
  g_clear_object (&programme);
  programme = make_texts ("dots", &(TalkText) { "dots", "Title", NULL, dots }, 1);
  g_free (save_programme (fixture->store, programme, NULL));
  matches = search (fixture->store, NULL, "haystack", NULL);
  g_assert_cmpuint (strlen (((LanyardMatch *) matches->pdata[0])->snippet), <, 1000);

  g_test_message ("What stands very far behind is found, if not shown");
  g_clear_pointer (&matches, g_ptr_array_unref);
  matches = search (fixture->store, NULL, "endword", NULL);
  g_assert_cmpuint (matches->len, ==, 1);
}

static void
call_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **taken = user_data;

  *taken = g_object_ref (result);
}

static void
test_html (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr (LanyardConference) conference =
      lanyard_conference_new (&(LanyardConferenceFields) { .feed_id = "html", .title = "H", .zone = "UTC" });
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (GPtrArray) matches = NULL;

  g_ptr_array_add (talks, lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = "h", .title = "Title" },
    .description = "<p class='x > y'>A <b>weaving</b>&nbsp;engine<br/>is < 3 &amp; <unclosed",
    .description_format = LANYARD_TEXT_HTML,
  }));
  programme = lanyard_programme_new (&(LanyardProgrammeFields) { .conference = conference, .talks = talks });
  g_free (save_programme (fixture->store, programme, NULL));
  matches = search (fixture->store, NULL, "weaving", NULL);
  g_assert_cmpstr (((LanyardMatch *) matches->pdata[0])->snippet, ==,
                   "y'>A " BEGIN "weaving" END " &nbsp;engine is < 3 &amp; <unclosed");
}

/* Who types fast waits for the last answer only. */
static void
test_cancelled (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 2400, .n_words = 60 });
  GAsyncResult *results[50] = { NULL };
  g_autoptr (GPtrArray) matches = NULL;
  gint64 started_at;
  gint64 alone;
  gint64 behind_others;

  g_free (save_programme (fixture->store, programme, NULL));
  started_at = g_get_monotonic_time ();
  matches = search (fixture->store, NULL, "talk", NULL);
  alone = g_get_monotonic_time () - started_at;
  g_assert_cmpuint (matches->len, >=, 50);
  g_clear_pointer (&matches, g_ptr_array_unref);

  started_at = g_get_monotonic_time ();
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();

      lanyard_store_search_async (fixture->store, NULL, "talk", 0, 50, cancellable, call_cb, &results[i]);
      g_cancellable_cancel (cancellable);
    }
  matches = search (fixture->store, NULL, "talk", NULL);
  behind_others = g_get_monotonic_time () - started_at;
  g_test_message ("Alone %.1f ms, behind fifty others %.1f ms", alone / 1000., behind_others / 1000.);
  g_assert_cmpint (behind_others, <, alone * 20);

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      while (results[i] == NULL)
        g_main_context_iteration (NULL, TRUE);
      result = results[i];

      g_assert_null (lanyard_store_search_finish (fixture->store, result, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
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

static void
test_limit (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 120, .n_words = 3 });
  g_autoptr (GPtrArray) matches = NULL;
  guint n_rooms = 0;

  g_free (save_programme (fixture->store, programme, NULL));
  matches = search (fixture->store, NULL, "talk", NULL);
  g_assert_cmpuint (matches->len, ==, 50);

  g_test_message ("It is one of each kind: the talks do not drive out the room");
  g_clear_pointer (&matches, g_ptr_array_unref);
  matches = search_at (fixture->store, "r", 0, 3);
  for (guint i = 0; i < matches->len; i++)
    n_rooms += ((LanyardMatch *) matches->pdata[i])->kind == LANYARD_MATCH_ROOM;
  g_assert_cmpuint (n_rooms, ==, 3);
  g_clear_pointer (&matches, g_ptr_array_unref);
  matches = search_at (fixture->store, "talk", 0, 0);
  g_assert_cmpuint (matches->len, ==, 0);
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
    { "/store/results/cancelled", test_cancelled },
    { "/store/results/html", test_html },
    { "/store/results/kinds", test_kinds },
    { "/store/results/limit", test_limit },
    { "/store/results/long-texts", test_long_texts },
    { "/store/results/marks", test_marks },
    { "/store/results/order", test_order },
    { "/store/results/snippets", test_snippets },
    { "/store/results/titles-come-first", test_titles_come_first },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);

  return g_test_run ();
}
