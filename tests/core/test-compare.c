/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Comparing two programmes: what counts as a change, what does not, and what is
 * the same under another key. */

#include "config.h"

#include "changes/lanyard-compare.h"
#include "compare-drafts.h"

/* A programme of one talk. */
static LanyardProgramme *
make_one (const TalkFacts *facts)
{
  Draft *draft = draft_new ();

  add_talk (draft, facts);
  return draft_finish (draft);
}

static LanyardComparison *
compare_drafts (Draft *old_draft,
                Draft *new_draft)
{
  g_autoptr (LanyardProgramme) old_programme = draft_finish (old_draft);
  g_autoptr (LanyardProgramme) new_programme = draft_finish (new_draft);

  return lanyard_compare_programmes (old_programme, new_programme);
}

static LanyardComparison *
compare_talks (const TalkFacts *old_facts,
               const TalkFacts *new_facts)
{
  g_autoptr (LanyardProgramme) old_programme = make_one (old_facts);
  g_autoptr (LanyardProgramme) new_programme = make_one (new_facts);

  return lanyard_compare_programmes (old_programme, new_programme);
}

/* Whether the changes are these, each "kind key". */
static void
assert_changes (LanyardComparison *comparison,
                const char        *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < comparison->changes->len; i++)
    {
      const LanyardChangeFields *change = lanyard_change_get_fields (comparison->changes->pdata[i]);

      g_string_append_printf (found, "%s%s %s", i > 0 ? ", " : "", lanyard_change_kind_name (change->kind), change->key);
      g_assert_cmpint (change->noticed_at, ==, LANYARD_NO_TIME);
      g_assert_null (change->uuid);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static const LanyardChangeFields *
get_change (LanyardComparison *comparison,
            guint              index)
{
  g_assert_cmpuint (index, <, comparison->changes->len);
  return lanyard_change_get_fields (comparison->changes->pdata[index]);
}

static void
test_names (void)
{
  LanyardChangeKind kind;

  for (guint i = LANYARD_CHANGE_NEW; i <= LANYARD_CHANGE_LINKS; i++)
    {
      g_assert_true (lanyard_change_kind_from_name (lanyard_change_kind_name ((LanyardChangeKind) i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (lanyard_change_kind_from_name ("moved", &kind));
}

static void
test_nothing (void)
{
  TalkFacts facts = {
    "1", "Title", TEN, "Hall", "Ada;Bob", "Text", LANYARD_TEXT_PLAIN, "https://example.org/1", "https://example.org/a",
  };
  g_autoptr (LanyardComparison) comparison = compare_talks (&facts, &facts);

  assert_changes (comparison, "");
  g_assert_cmpuint (comparison->n_old_talks, ==, 1);
  g_assert_cmpuint (comparison->n_lost_talks, ==, 0);
  g_assert_false (lanyard_comparison_shrinks (comparison));
}

static void
test_new_and_cancelled (void)
{
  Draft *before = draft_new ();
  Draft *after = draft_new ();
  g_autoptr (LanyardComparison) comparison = NULL;

  add_talk (before, &(TalkFacts) { "1", .start = TEN });
  add_talk (before, &(TalkFacts) { "2", .start = TEN + HOUR });
  add_talk (before, &(TalkFacts) { "3", .start = TEN + 2 * HOUR });
  add_talk (after, &(TalkFacts) { "1", .start = TEN });
  add_talk (after, &(TalkFacts) { "3", .start = TEN + 2 * HOUR });
  add_talk (after, &(TalkFacts) { "4", .start = TEN - HOUR });
  add_talk (after, &(TalkFacts) { "5", .start = LANYARD_NO_TIME });
  comparison = compare_drafts (before, after);

  assert_changes (comparison, "new 4, cancelled 2, new 5");
  g_assert_cmpint (get_change (comparison, 0)->new_start, ==, TEN - HOUR);
  g_assert_cmpint (get_change (comparison, 0)->old_start, ==, LANYARD_NO_TIME);
  g_assert_cmpint (get_change (comparison, 1)->old_start, ==, TEN + HOUR);
  g_assert_cmpint (get_change (comparison, 1)->old_end, ==, TEN + HOUR + HOUR / 2);
  g_assert_cmpint (get_change (comparison, 1)->new_start, ==, LANYARD_NO_TIME);
  g_assert_cmpint (get_change (comparison, 2)->new_start, ==, LANYARD_NO_TIME);
  g_assert_cmpuint (comparison->n_lost_talks, ==, 1);
  g_assert_false (lanyard_comparison_shrinks (comparison));
}

static void
test_fields (void)
{
  TalkFacts before = {
    "1", "Title", TEN, "Hall A", "Ada;Bob", "Text", LANYARD_TEXT_PLAIN, "https://example.org/1", "https://example.org/a",
  };
  TalkFacts after = {
    "1", "Other", TEN + HOUR, "Hall B", "Ada;Cid", "More", LANYARD_TEXT_PLAIN, "https://example.org/1",
    "https://example.org/b",
  };
  g_autoptr (LanyardComparison) comparison = compare_talks (&before, &after);

  assert_changes (comparison, "time 1, room 1, title 1, speakers 1, description 1, links 1");
  for (guint i = 0; i < comparison->changes->len; i++)
    g_assert_cmpstr (get_change (comparison, i)->title, ==, "Other");
  g_assert_cmpint (get_change (comparison, 0)->old_start, ==, TEN);
  g_assert_cmpint (get_change (comparison, 0)->new_start, ==, TEN + HOUR);
  g_assert_cmpint (get_change (comparison, 0)->new_end, ==, TEN + HOUR + HOUR / 2);
  g_assert_cmpstr (get_change (comparison, 1)->old_text, ==, "Hall A");
  g_assert_cmpstr (get_change (comparison, 1)->new_text, ==, "Hall B");
  g_assert_cmpstr (get_change (comparison, 2)->old_text, ==, "Title");
  g_assert_cmpstr (get_change (comparison, 3)->old_text, ==, "Ada, Bob");
  g_assert_cmpstr (get_change (comparison, 3)->new_text, ==, "Ada, Cid");
}

static void
test_got_and_lost (void)
{
  TalkFacts without = { "1", .start = LANYARD_NO_TIME };
  TalkFacts with = { "1", .start = TEN, .room = "Hall", .speakers = "Ada" };
  g_autoptr (LanyardComparison) got = compare_talks (&without, &with);
  g_autoptr (LanyardComparison) lost = compare_talks (&with, &without);

  assert_changes (got, "time 1, room 1, speakers 1");
  g_assert_cmpint (get_change (got, 0)->old_start, ==, LANYARD_NO_TIME);
  g_assert_cmpint (get_change (got, 0)->new_start, ==, TEN);
  g_assert_null (get_change (got, 1)->old_text);
  assert_changes (lost, "time 1, room 1, speakers 1");
  g_assert_cmpint (get_change (lost, 0)->new_start, ==, LANYARD_NO_TIME);
  g_assert_null (get_change (lost, 2)->new_text);
}

/* White space, markup, composed letters, order of people, spelling of addresses. */
static void
test_what_does_not_count (void)
{
  static const struct
  {
    TalkFacts before;
    TalkFacts after;
  } cases[] = {
    { { "1", "A  talk ", .room = "Hall  A" }, { "1", " A talk", .room = "Hall A " } },
    { { "1", "Caf\u00e9" }, { "1", "Cafe\u0301" } },
    { { "1", "Zero\u200bwidth" }, { "1", "Zerowidth" } },
    { { "1", .speakers = "Ada;Bob" }, { "1", .speakers = "Bob;Ada" } },
    { { "1", .description = "Some words" }, { "1", .description = "Some\n\n words\n" } },
    { { "1", .description = "<p>Some <b>words</b></p>", .format = LANYARD_TEXT_HTML },
      { "1", .description = "Some **words**", .format = LANYARD_TEXT_MARKDOWN } },
    { { "1", .description = "* one\n* two\n", .format = LANYARD_TEXT_MARKDOWN },
      { "1", .description = "<ol><li>one</li><li>two</li></ol>", .format = LANYARD_TEXT_HTML } },
    { { "1", .description = "x", .link = "https://Example.org:443/a/" },
      { "1", .description = "x", .link = "https://example.org/a" } },
    { { "1", .description = "x", .link = "https://example.org" },
      { "1", .description = "x", .link = "https://example.org/" } },
    { { "1", .url = "https://old.example.org/1" }, { "1", .url = "https://new.example.org/1" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LanyardComparison) comparison = compare_talks (&cases[i].before, &cases[i].after);

      g_test_message ("case %u", i);
      assert_changes (comparison, "");
    }
}

static void
test_what_counts (void)
{
  TalkFacts room = { "1", .description = "x", .link = "https://matrix.to/#/#rust:example.org" };
  TalkFacts other_room = { "1", .description = "x", .link = "https://matrix.to/#/#bpf:example.org" };
  TalkFacts empty = { "1", .description = "", .link = "https://example.org" };
  TalkFacts filled = { "1", .description = "Now there is one", .link = "https://example.org" };
  g_autoptr (LanyardComparison) links = compare_talks (&room, &other_room);
  g_autoptr (LanyardComparison) got = compare_talks (&empty, &filled);
  g_autoptr (LanyardComparison) lost = compare_talks (&filled, &empty);

  assert_changes (links, "links 1");
  assert_changes (got, "description 1");
  assert_changes (lost, "description 1");
}

static void
test_outline (void)
{
  TalkFacts whole = { "1", "Title", TEN, .description = "Text", .link = "https://example.org" };
  TalkFacts outline = { "1", "Other", TEN };
  g_autoptr (LanyardComparison) lost = compare_talks (&whole, &outline);
  g_autoptr (LanyardComparison) got = compare_talks (&outline, &whole);

  assert_changes (lost, "title 1");
  assert_changes (got, "title 1");
}

/* Where nobody had written anything, the first abstract is one. */
static void
test_first_texts (void)
{
  Draft *before = draft_new ();
  Draft *after = draft_new ();
  g_autoptr (LanyardComparison) comparison = NULL;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);

      add_talk (before, &(TalkFacts) { key, .start = TEN });
      add_talk (after, &(TalkFacts) { key, .start = TEN, .description = i < 3 ? "Text" : NULL });
    }
  comparison = compare_drafts (before, after);
  assert_changes (comparison, "description 0, description 1, description 2");
}

static void
test_renumbered (void)
{
  Draft *before = draft_new ();
  Draft *after = draft_new ();
  g_autoptr (LanyardComparison) comparison = NULL;

  add_talk (before, &(TalkFacts) { "1", "By address", TEN, .url = "https://example.org/t/1",
                                   .link = "https://example.org/talk/1/attachments/21/a.pdf" });
  add_talk (before, &(TalkFacts) { "2", "By title", TEN, .speakers = "Ada;Bob" });
  add_talk (before, &(TalkFacts) { "3", "Office hours", TEN, .url = "https://example.org/o" });
  add_talk (before, &(TalkFacts) { "4", "Office hours", TEN + HOUR, .url = "https://example.org/o" });
  add_talk (before, &(TalkFacts) { "5", "Stays", TEN, .url = "https://example.org/" });
  add_talk (after, &(TalkFacts) { "11", "By  address!", TEN, .url = "https://example.org/t/1",
                                  .link = "https://example.org/talk/11/attachments/7/a.pdf" });
  add_talk (after, &(TalkFacts) { "12", "By title", TEN + HOUR, .speakers = "Bob;Ada" });
  add_talk (after, &(TalkFacts) { "13", "Office hours", TEN, .url = "https://example.org/o" });
  add_talk (after, &(TalkFacts) { "14", "Office hours", TEN + HOUR, .url = "https://example.org/o" });
  add_talk (after, &(TalkFacts) { "5", "Stays", TEN, .url = "https://example.org/" });
  comparison = compare_drafts (before, after);

  assert_changes (comparison, "title 11, time 12");
  g_assert_cmpuint (g_hash_table_size (comparison->new_talk_keys), ==, 4);
  g_assert_cmpstr (g_hash_table_lookup (comparison->new_talk_keys, "1"), ==, "11");
  g_assert_cmpstr (g_hash_table_lookup (comparison->new_talk_keys, "2"), ==, "12");
  g_assert_cmpstr (g_hash_table_lookup (comparison->new_talk_keys, "3"), ==, "13");
  g_assert_cmpstr (g_hash_table_lookup (comparison->new_talk_keys, "4"), ==, "14");
  g_assert_cmpuint (comparison->n_lost_talks, ==, 0);
}

/* What is not the only one of its kind is nobody's successor. */
static void
test_ambiguous (void)
{
  Draft *before = draft_new ();
  Draft *after = draft_new ();
  g_autoptr (LanyardComparison) comparison = NULL;
  static const char * const home = "https://example.org/";
  LanyardSession *android_before = add_session (before, "1", "Android MC", NULL);
  LanyardSession *rust_before = add_session (before, "2", "Rust MC", NULL);
  LanyardSession *android_after;
  LanyardSession *rust_after;

  android_after = add_session (after, "1", "Android MC", NULL);
  rust_after = add_session (after, "2", "Rust MC", NULL);
  add_talk (before, &(TalkFacts) { "1", "Stays", TEN, .url = home, .session = android_before });
  add_talk (before, &(TalkFacts) { "2", "Gone", TEN + 2, .url = home, .session = android_before });
  add_talk (before, &(TalkFacts) { "3", "Welcome", TEN + 3, .session = rust_before });
  add_talk (before, &(TalkFacts) { "4", "Twins", TEN + 4, .session = rust_before });
  add_talk (before, &(TalkFacts) { "5", "Twins", TEN + 5, .session = rust_before });
  add_talk (after, &(TalkFacts) { "1", "Stays", TEN, .url = home, .session = android_after });
  add_talk (after, &(TalkFacts) { "12", "Fresh", TEN + 12, .url = home, .session = android_after });
  add_talk (after, &(TalkFacts) { "13", "Welcome", TEN + 13, .session = android_after });
  add_talk (after, &(TalkFacts) { "14", "Twins", TEN + 14, .session = rust_after });
  comparison = compare_drafts (before, after);

  assert_changes (comparison, "cancelled 2, cancelled 3, cancelled 4, cancelled 5, new 12, new 13, new 14");
  g_assert_cmpuint (g_hash_table_size (comparison->new_talk_keys), ==, 0);
}

/* One number for several talks: their keys have start and room in them, and
 * only the one that moved has changed. */
static void
test_serial (void)
{
  Draft *before = draft_new ();
  Draft *after = draft_new ();
  g_autoptr (LanyardComparison) comparison = NULL;
  static const char * const url = "https://example.org/t/AB";

  for (guint i = 0; i < 3; i++)
    {
      gint64 start = TEN + i * HOUR;
      gint64 new_start = i == 1 ? start + HOUR / 2 : start;
      g_autofree char *key = g_strdup_printf ("AB@%" G_GINT64_FORMAT, start);
      g_autofree char *new_key = g_strdup_printf ("AB@%" G_GINT64_FORMAT, new_start);

      add_talk (before, &(TalkFacts) { key, "Tour", start, .speakers = "Ada", .url = url });
      add_talk (after, &(TalkFacts) { new_key, "Tour", new_start, .speakers = "Ada", .url = url });
    }
  comparison = compare_drafts (before, after);

  assert_changes (comparison, "time AB@1791199800");
  g_assert_cmpuint (g_hash_table_size (comparison->new_talk_keys), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (comparison->new_talk_keys, "AB@1791198000"), ==, "AB@1791199800");
}

static void
test_sessions (void)
{
  Draft *before = draft_new ();
  Draft *after = draft_new ();
  g_autoptr (LanyardComparison) comparison = NULL;
  LanyardSession *rust_before = add_session (before, "1", "Rust MC", "About Rust");
  LanyardSession *bpf_before = add_session (before, "2", "eBPF Track", NULL);
  LanyardSession *rust_after = add_session (after, "21", "Rust MC", "About *Rust* in the kernel");
  LanyardSession *bpf_after = add_session (after, "2", "BPF Track", NULL);

  add_session (before, "3", "Gone MC", NULL);
  add_session (after, "4", "Fresh MC", NULL);
  add_block (before, "b1", rust_before, TEN, "Hall A");
  add_block (before, "b2", bpf_before, TEN, "Hall B");
  add_block (before, "b3", bpf_before, TEN + 24 * HOUR, "Hall B");
  add_block (after, "b11", rust_after, TEN + HOUR, "Hall C");
  add_block (after, "b12", bpf_after, TEN + HOUR, "Hall B");
  add_block (after, "b13", bpf_after, TEN + 24 * HOUR, "Hall B");
  add_talk (before, &(TalkFacts) { "t1", .start = TEN, .session = rust_before });
  add_talk (before, &(TalkFacts) { "t2", .start = TEN, .session = bpf_before });
  add_talk (before, &(TalkFacts) { "t3", .start = TEN });
  add_talk (after, &(TalkFacts) { "t1", .start = TEN, .session = rust_after });
  add_talk (after, &(TalkFacts) { "t2", .start = TEN, .session = rust_after });
  add_talk (after, &(TalkFacts) { "t3", .start = TEN, .session = bpf_after });
  comparison = compare_drafts (before, after);

  assert_changes (comparison, "session t2, session t3, time 21, room 21, description 21, title 2, cancelled 3, new 4");
  g_assert_cmpstr (get_change (comparison, 0)->old_text, ==, "eBPF Track");
  g_assert_cmpstr (get_change (comparison, 0)->new_text, ==, "Rust MC");
  g_assert_null (get_change (comparison, 1)->old_text);
  g_assert_cmpint (get_change (comparison, 2)->item_kind, ==, LANYARD_KIND_SESSION);
  g_assert_cmpstr (get_change (comparison, 3)->new_text, ==, "Hall C");
  g_assert_cmpuint (g_hash_table_size (comparison->new_session_keys), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (comparison->new_session_keys, "1"), ==, "21");
}

static void
test_breaks (void)
{
  Draft *before = draft_new ();
  Draft *after = draft_new ();
  g_autoptr (LanyardComparison) comparison = NULL;

  add_break (before, "2026-10-05/Coffee/1", "Coffee", TEN);
  add_break (before, "2026-10-05/Coffee/2", "Coffee", TEN + 5 * HOUR);
  add_break (before, "2026-10-05/Lunch/1", "Lunch", TEN + 3 * HOUR);
  add_break (before, "2026-10-05/Party/1", "Party", TEN + 9 * HOUR);
  add_break (before, "2026-10-06/Lunch/1", "Lunch", TEN + 27 * HOUR);
  add_break (after, "2026-10-05/Coffee/1", "Coffee", TEN);
  add_break (after, "2026-10-05/Coffee/2", "Coffee", TEN + 2 * HOUR);
  add_break (after, "2026-10-05/Coffee/3", "Coffee", TEN + 5 * HOUR);
  add_break (after, "2026-10-05/Lunch and Posters/1", "Lunch and Posters", TEN + 3 * HOUR);
  add_break (after, "2026-10-06/Lunch/1", "Lunch", TEN + 28 * HOUR);
  add_break (after, "2026-10-06/Party/1", "Party", TEN + 33 * HOUR);
  comparison = compare_drafts (before, after);

  assert_changes (comparison,
                  "new 2026-10-05/Coffee/2, title 2026-10-05/Lunch and Posters/1, time 2026-10-06/Lunch/1, "
                  "time 2026-10-06/Party/1");
  g_assert_cmpint (get_change (comparison, 0)->item_kind, ==, LANYARD_KIND_BREAK);
  g_assert_cmpuint (g_hash_table_size (comparison->new_break_keys), ==, 3);
  g_assert_cmpstr (g_hash_table_lookup (comparison->new_break_keys, "2026-10-05/Coffee/2"), ==, "2026-10-05/Coffee/3");
  g_assert_cmpstr (g_hash_table_lookup (comparison->new_break_keys, "2026-10-05/Party/1"), ==, "2026-10-06/Party/1");
}

/* What is kept though the feed lost it: it is not lost again, it can come back,
 * also under another key, and it takes nothing from what is still there. */
static void
test_restored (void)
{
  Draft *before = draft_new ();
  Draft *after = draft_new ();
  g_autoptr (LanyardComparison) comparison = NULL;

  add_talk (before, &(TalkFacts) { "1", "Gone", TEN, .is_cancelled = TRUE });
  add_talk (before, &(TalkFacts) { "2", "Back", TEN, .room = "Hall A", .is_cancelled = TRUE });
  add_talk (before, &(TalkFacts) { "3", "Back elsewhere", TEN, .speakers = "Ada", .is_cancelled = TRUE });
  add_talk (before, &(TalkFacts) { "4", "Twins", TEN, .speakers = "Bob", .is_cancelled = TRUE });
  add_talk (before, &(TalkFacts) { "5", "Twins", TEN + 5, .speakers = "Bob" });
  add_talk (after, &(TalkFacts) { "2", "Back", TEN + 2, .room = "Hall B" });
  add_talk (after, &(TalkFacts) { "13", "Back elsewhere", TEN + 3, .speakers = "Ada" });
  add_talk (after, &(TalkFacts) { "15", "Twins", TEN + 5, .speakers = "Bob" });
  comparison = compare_drafts (before, after);

  assert_changes (comparison, "restored 2, restored 13");
  g_assert_cmpint (get_change (comparison, 0)->new_start, ==, TEN + 2);
  g_assert_cmpint (get_change (comparison, 0)->old_start, ==, LANYARD_NO_TIME);
  g_assert_cmpuint (g_hash_table_size (comparison->new_talk_keys), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (comparison->new_talk_keys, "5"), ==, "15");
  g_assert_cmpuint (comparison->n_old_talks, ==, 1);
  g_assert_cmpuint (comparison->n_lost_talks, ==, 0);
}

static void
test_shrinks (void)
{
  static const struct
  {
    guint n_before;
    guint n_after;
    gboolean shrinks;
  } cases[] = {
    { 0, 0, FALSE }, { 0, 3, FALSE }, { 1, 0, TRUE }, { 3, 2, FALSE }, { 3, 1, TRUE },
    { 9, 6, FALSE }, { 9, 5, TRUE }, { 9, 0, TRUE }, { 10, 7, FALSE }, { 10, 6, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Draft *before = draft_new ();
      Draft *after = draft_new ();
      g_autoptr (LanyardComparison) comparison = NULL;

      for (guint talk = 0; talk < MAX (cases[i].n_before, cases[i].n_after); talk++)
        {
          g_autofree char *key = g_strdup_printf ("%u", talk);

          if (talk < cases[i].n_before)
            add_talk (before, &(TalkFacts) { key, .start = TEN });
          if (talk < cases[i].n_after)
            add_talk (after, &(TalkFacts) { key, .start = TEN });
        }
      comparison = compare_drafts (before, after);
      g_assert_cmpint (lanyard_comparison_shrinks (comparison), ==, cases[i].shrinks);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compare/names", test_names);
  g_test_add_func ("/compare/nothing", test_nothing);
  g_test_add_func ("/compare/new-and-cancelled", test_new_and_cancelled);
  g_test_add_func ("/compare/fields", test_fields);
  g_test_add_func ("/compare/got-and-lost", test_got_and_lost);
  g_test_add_func ("/compare/what-does-not-count", test_what_does_not_count);
  g_test_add_func ("/compare/what-counts", test_what_counts);
  g_test_add_func ("/compare/outline", test_outline);
  g_test_add_func ("/compare/first-texts", test_first_texts);
  g_test_add_func ("/compare/renumbered", test_renumbered);
  g_test_add_func ("/compare/ambiguous", test_ambiguous);
  g_test_add_func ("/compare/serial", test_serial);
  g_test_add_func ("/compare/sessions", test_sessions);
  g_test_add_func ("/compare/breaks", test_breaks);
  g_test_add_func ("/compare/restored", test_restored);
  g_test_add_func ("/compare/shrinks", test_shrinks);

  return g_test_run ();
}
