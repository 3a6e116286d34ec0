/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/lanyard-programme.h"

static LanyardTalk *
make_talk (const char     *key,
           gint64          start,
           LanyardSession *session)
{
  return lanyard_talk_new (&(LanyardTalkFields) {
    .item = {
      .key = key,
      .title = key,
      .start = start,
      .end = start == LANYARD_NO_TIME ? LANYARD_NO_TIME : start + 1800,
      .session = session,
    },
  });
}

static LanyardConference *
make_conference (void)
{
  return lanyard_conference_new (&(LanyardConferenceFields) { .title = "Conference", .zone = "UTC" });
}

static void
test_order (void)
{
  g_autoptr (LanyardConference) conference = make_conference ();
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LanyardProgramme) programme = NULL;
  GPtrArray *sorted;

  g_ptr_array_add (talks, make_talk ("unscheduled", LANYARD_NO_TIME, NULL));
  g_ptr_array_add (talks, make_talk ("late", 7200, NULL));
  g_ptr_array_add (talks, make_talk ("before-1970", -3600, NULL));
  g_ptr_array_add (talks, make_talk ("early", 3600, NULL));

  programme = lanyard_programme_new (&(LanyardProgrammeFields) { .conference = conference, .talks = talks });
  sorted = lanyard_programme_get_talks (programme);

  g_assert_cmpuint (sorted->len, ==, 4);
  g_assert_cmpstr (lanyard_item_get_key (sorted->pdata[0]), ==, "before-1970");
  g_assert_cmpstr (lanyard_item_get_key (sorted->pdata[1]), ==, "early");
  g_assert_cmpstr (lanyard_item_get_key (sorted->pdata[2]), ==, "late");
  g_assert_cmpstr (lanyard_item_get_key (sorted->pdata[3]), ==, "unscheduled");
}

static void
test_look_ups (void)
{
  g_autoptr (LanyardConference) conference = make_conference ();
  g_autoptr (LanyardSession) session =
      lanyard_session_new (&(LanyardSessionFields) { .key = "1", .title = "Rust MC" });
  g_autoptr (LanyardSession) other =
      lanyard_session_new (&(LanyardSessionFields) { .key = "2", .title = "Android MC" });
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (LanyardProgramme) programme = NULL;

  g_ptr_array_add (sessions, session);
  g_ptr_array_add (sessions, other);
  g_ptr_array_add (talks, make_talk ("10", 0, session));
  g_ptr_array_add (talks, make_talk ("11", 3600, other));
  programme = lanyard_programme_new (&(LanyardProgrammeFields) {
    .conference = conference,
    .sessions = sessions,
    .talks = talks,
  });

  g_assert_true (lanyard_programme_find_session (programme, "1") == session);
  g_assert_null (lanyard_programme_find_session (programme, "3"));
  g_assert_nonnull (lanyard_programme_find_talk (programme, "11"));
  g_assert_null (lanyard_programme_find_break (programme, "11"));
  g_assert_true (lanyard_programme_has_microconferences (programme));
  g_assert_cmpstr (lanyard_session_get_title (lanyard_programme_get_sessions (programme)->pdata[0]), ==, "Android MC");

  items = lanyard_programme_dup_session_items (programme, session);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpstr (lanyard_item_get_key (items->pdata[0]), ==, "10");
}

static void
test_links (void)
{
  g_assert_cmpint (lanyard_link_guess_kind ("https://youtu.be/x", "Slides", NULL), ==, LANYARD_LINK_RECORDING);
  g_assert_cmpint (lanyard_link_guess_kind ("https://matrix.to/#/#rust:example.org", NULL, NULL), ==, LANYARD_LINK_CHAT);
  g_assert_cmpint (lanyard_link_guess_kind ("https://example.org/a.pdf", "My Slides", "application/pdf"), ==, LANYARD_LINK_SLIDES);
  g_assert_cmpint (lanyard_link_guess_kind ("https://example.org/a.pdf", NULL, "application/pdf"), ==, LANYARD_LINK_FILE);
  g_assert_cmpint (lanyard_link_guess_kind ("https://example.org/", NULL, NULL), ==, LANYARD_LINK_WEB);
}

/* What can be kept, and what can only be visited. */
static void
test_files (void)
{
  static const struct
  {
    const char *url;
    const char *title;
    LanyardLinkKind kind;
    const char *content_type;
    const char *ending; /* NULL for none */
    gboolean is_file;
  } cases[] = {
    { "https://example.org/5/8/slides.PDF", "Slides", LANYARD_LINK_SLIDES, "application/pdf", "pdf", TRUE },
    { "https://example.org/slides.odp?download=1", NULL, LANYARD_LINK_SLIDES, NULL, "odp", TRUE },
    { "https://example.org/5/8/", "talk.webm", LANYARD_LINK_RECORDING, "video/webm", "webm", TRUE },
    { "https://example.org/5/8/", "Data", LANYARD_LINK_FILE, NULL, NULL, TRUE },
    { "https://example.org/page", "Page", LANYARD_LINK_WEB, NULL, NULL, FALSE },
    { "https://example.org/page.html", "Page", LANYARD_LINK_FILE, "text/html", NULL, FALSE },
    { "https://www.youtube.com/watch?v=a.mp4", "Video", LANYARD_LINK_RECORDING, NULL, NULL, FALSE },
    { "https://pad.example.org/notes.md", "Pad", LANYARD_LINK_PAD, NULL, "md", FALSE },
    { "matrix:r/room.pdf", "Chat", LANYARD_LINK_WEB, NULL, "pdf", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LanyardLink) link =
          lanyard_link_new (cases[i].url, cases[i].title, cases[i].kind, cases[i].content_type, 0);
      g_autofree char *ending = lanyard_link_dup_ending (link);

      g_assert_cmpstr (ending, ==, cases[i].ending);
      g_assert_true (lanyard_link_is_file (link) == cases[i].is_file);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/order", test_order);
  g_test_add_func ("/model/look-ups", test_look_ups);
  g_test_add_func ("/model/links", test_links);
  g_test_add_func ("/model/files", test_files);

  return g_test_run ();
}
