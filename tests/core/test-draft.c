/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all importers leave to the draft: ids that repeat, tracks, biographies,
 * remarks, and which conference a feed is of. */

#include "formats/lanyard-draft.h"

static LanyardDraft *
new_draft (const char *title)
{
  LanyardDraft *draft = lanyard_draft_new ();

  draft->conference.title = title;
  draft->conference.feed_id = "test";
  draft->conference.zone = "Europe/Berlin";
  return draft;
}

static void
add_talk (LanyardDraft *draft,
          const char   *key,
          const char   *difference,
          const char   *title,
          gint64        start)
{
  LanyardDraftTalk *talk = lanyard_draft_add_talk (draft, key, difference);

  talk->fields.item.title = title;
  talk->fields.item.start = start;
}

static void
test_same_id (void)
{
  g_autoptr (LanyardDraft) draft = new_draft ("A");
  g_autoptr (LanyardProgramme) programme = NULL;
  const LanyardRemarks *remarks;

  add_talk (draft, "7", "2031-03-08T10:00", "First", 1900000000);
  add_talk (draft, "7", "2031-03-08T11:00", "Second", 1900003600);
  add_talk (draft, "7", "2031-03-08T11:00", "Third", 1900003600);
  add_talk (draft, "7", NULL, "Fourth", LANYARD_NO_TIME);
  add_talk (draft, "8", NULL, "Fifth", LANYARD_NO_TIME);
  programme = lanyard_draft_finish (draft);
  remarks = lanyard_programme_get_remarks (programme);
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 5);
  g_assert_nonnull (lanyard_programme_find_talk (programme, "7"));
  g_assert_nonnull (lanyard_programme_find_talk (programme, "7/2031-03-08T11:00"));
  g_assert_nonnull (lanyard_programme_find_talk (programme, "7/2031-03-08T11:00/2"));
  g_assert_cmpuint (remarks->counts[LANYARD_REMARK_SAME_ID], ==, 3);
  g_assert_false (lanyard_remarks_is_empty (remarks));
}

/* A hundred thousand talks of one id take no longer than those of many. */
static void
test_same_id_often (void)
{
  g_autoptr (LanyardDraft) draft = new_draft ("A");
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; i < 100000; i++)
    lanyard_draft_add_talk (draft, "7", "x");
  g_assert_cmpuint (draft->talks->len, ==, 100000);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 10 * G_USEC_PER_SEC);
}

static void
test_tracks (void)
{
  static const char * const none[] = { "No Track", "no track", "None", "n/a", " - ", "", NULL };
  g_autoptr (LanyardDraft) draft = new_draft ("A");
  LanyardDraftSession *session = lanyard_draft_ensure_track (draft, "kernel", NULL);

  g_assert_cmpstr (session->fields.key, ==, "track:kernel");
  g_assert_true (lanyard_draft_ensure_track (draft, "kernel", " The \n Kernel ") == session);
  g_assert_cmpstr (session->fields.title, ==, "The Kernel");
  g_assert_cmpstr (lanyard_draft_ensure_track (draft, NULL, "Nötes")->fields.key, ==, "track:Nötes");
  for (guint i = 0; none[i] != NULL; i++)
    g_assert_null (lanyard_draft_ensure_track (draft, NULL, none[i]));
  g_assert_null (lanyard_draft_ensure_track (draft, NULL, NULL));
}

/* The longest, however often and in whichever order they are told. */
static void
test_biography (void)
{
  static const char * const orders[][3] = { { "Bb", "*A*", "Aa" }, { "*A*", "Aa", "Bb" }, { "Aa", "Bb", "*A*" } };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (LanyardDraft) draft = new_draft ("A");
      LanyardDraftPerson *person = lanyard_draft_ensure_person (draft, "1", "Ada", NULL, NULL);

      lanyard_draft_person_tell (draft, person, NULL);
      for (gsize j = 0; j < 3; j++)
        lanyard_draft_person_tell (draft, person, orders[i][j]);
      g_assert_cmpstr (person->biography, ==, "*A*");
      g_assert_cmpint (person->biography_format, ==, LANYARD_TEXT_MARKDOWN);
    }
}

static void
test_identity (void)
{
  static const struct
  {
    const char *title;
    const char *base_url;
    const char *acronym;
    gint64 start;
    const char *feed_id;
  } cases[] = {
    { "Harbour Days", "https://www.Harbour.example/2031/schedule/", "HD2031", 1930000000, "schedule:harbour.example/hd2031" },
    { "Harbour Days", "https://harbour.example", "harbour", 1930000000, "schedule:harbour.example/harbour/2031" },
    { "Harbour Days", NULL, "hd2031", 1930000000, "schedule:hd2031" },
    { "Harbour Days", "https://harbour.example", NULL, 1930000000, "schedule:harbour days/2031" },
    { "Harbour Days 31", "not an address", "", LANYARD_NO_TIME, "schedule:harbour days 31" },
    /* New Year in Berlin, the day before in UTC */
    { "Ä", NULL, NULL, 1924990200, "schedule:ä/2031" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LanyardDraft) draft = new_draft (cases[i].title);

      add_talk (draft, "1", NULL, "T", cases[i].start);
      lanyard_draft_identify (draft, cases[i].base_url, cases[i].acronym);
      g_assert_cmpstr (draft->conference.feed_id, ==, cases[i].feed_id);
    }
}

static void
test_keys (void)
{
  g_autoptr (LanyardDraft) draft = new_draft ("A");
  const char *key = lanyard_draft_make_key (draft, "A", "1");

  g_assert_cmpuint (strlen (key), ==, 18);
  g_assert_cmpstr (key, ==, lanyard_draft_make_key (draft, "A", "1"));
  g_assert_cmpstr (key, !=, lanyard_draft_make_key (draft, "A1", NULL));
  g_assert_cmpstr (key, !=, lanyard_draft_make_key (draft, "A", NULL));
}

static void
test_remarks_in_words (void)
{
  LanyardRemarks remarks = { { 0 } };
  g_autofree char *nothing = lanyard_remarks_dup_summary (&remarks, 2);
  g_autofree char *summary = NULL;
  g_auto (GStrv) sentences = NULL;

  g_assert_true (lanyard_remarks_is_empty (&remarks));
  g_assert_cmpstr (nothing, ==, "2 talks");
  remarks.counts[LANYARD_REMARK_NO_START] = 1;
  remarks.counts[LANYARD_REMARK_SAME_ID] = 13;
  summary = lanyard_remarks_dup_summary (&remarks, 1);
  sentences = lanyard_remarks_dup_sentences (&remarks);
  g_assert_cmpstr (summary, ==, "1 talk; 1 had no readable start and is listed as not scheduled; "
                                "13 have the number of another one");
  g_assert_cmpuint (g_strv_length (sentences), ==, 2);
  for (guint i = 0; i < LANYARD_N_REMARKS; i++)
    {
      g_assert_nonnull (lanyard_remark_get_name (i));
      remarks.counts[i] = 5;
    }
  g_clear_pointer (&sentences, g_strfreev);
  sentences = lanyard_remarks_dup_sentences (&remarks);
  g_assert_cmpuint (g_strv_length (sentences), ==, LANYARD_N_REMARKS);
  for (guint i = 0; i < LANYARD_N_REMARKS; i++)
    g_assert_true (g_str_has_suffix (sentences[i], "."));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/same-id", test_same_id);
  g_test_add_func ("/draft/same-id-often", test_same_id_often);
  g_test_add_func ("/draft/tracks", test_tracks);
  g_test_add_func ("/draft/biography", test_biography);
  g_test_add_func ("/draft/identity", test_identity);
  g_test_add_func ("/draft/keys", test_keys);
  g_test_add_func ("/draft/remarks-in-words", test_remarks_in_words);
  return g_test_run ();
}
