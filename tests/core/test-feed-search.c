/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From whatever page of a conference somebody has to its best feed, against a
 * real server: which addresses are asked, in what order, what is taken, and what is
 * said when there is nothing. */

#include "config.h"

#include <string.h>

#include "feed-search-helper.h"
#include "formats/lanyard-format.h"

static void
assert_fails (SyncFixture *fixture,
              Site        *site,
              const char  *path,
              GQuark       domain,
              int          code,
              const char  *part)
{
  g_autofree char *url = site_dup_url (site, path);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardPreview) found = preview_with (fixture, url, NULL, &error);

  g_assert_null (found);
  g_assert_error (error, domain, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
}

/* --- by convention ----------------------------------------------------------- */

/* A talk's page says which event it is of; the page itself is not asked. */
static void
test_pretalx (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr (Site) site = site_new ();
  g_autofree char *widget = dup_widget ();
  g_autofree char *schedule = dup_schedule ("Knots");
  g_autoptr (LanyardPreview) found = NULL;

  site_put (site, "/tern26/schedule/widgets/schedule.json", "application/json", widget);
  site_put (site, "/tern26/schedule/export/schedule.json", "application/json", schedule);
  found = preview_path (fixture, site, "/tern26/talk/KN0TS1/");
  assert_read_from (found, site, "/tern26/schedule/widgets/schedule.json");
  g_assert_cmpuint (lanyard_programme_get_breaks (found->programme)->len, ==, 1);
  g_assert_cmpuint (site->requests->len, ==, 1);
  g_assert_cmpuint (found->offers->len, ==, 5);
}

/* Older servers do not have the best; the next best is taken. */
static void
test_next_best (SyncFixture   *fixture,
                gconstpointer  data)
{
  g_autoptr (Site) site = site_new ();
  g_autofree char *schedule = dup_schedule ("Knots");
  g_autoptr (LanyardPreview) found = NULL;

  site_put (site, "/tern26/schedule/export/schedule.json", "application/json", schedule);
  found = preview_path (fixture, site, "/tern26/talk/KN0TS1/");
  assert_read_from (found, site, "/tern26/schedule/export/schedule.json");
  g_assert_cmpuint (site->requests->len, ==, 4);
}

/* The address of a document is that of a feed, whatever the server calls it. */
static void
test_document (SyncFixture   *fixture,
               gconstpointer  data)
{
  const char * const types[] = { "application/json", "text/html", "application/octet-stream" };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (Site) site = site_new ();
      g_autofree char *schedule = dup_schedule ("Knots");
      g_autoptr (LanyardPreview) found = NULL;

      site_put (site, "/files/tern.json", types[i], schedule);
      found = preview_path (fixture, site, "/files/tern.json#top");
      assert_read_from (found, site, "/files/tern.json");
      g_assert_cmpuint (site->requests->len, ==, 1);
    }
}

/* What says of itself where it is may say so without an ending. */
static void
test_document_without_ending (SyncFixture   *fixture,
                              gconstpointer  data)
{
  g_autoptr (Site) site = site_new ();
  g_autofree char *schedule = dup_schedule ("Knots");
  g_autoptr (LanyardPreview) found = NULL;

  site_put (site, "/export?what=all", "text/plain", schedule);
  found = preview_path (fixture, site, "/export?what=all");
  assert_read_from (found, site, "/export?what=all");
}

/* Where an Indico keeps its exports to itself, its calendars are a programme,
 * with the identity that the exports give it. */
static void
test_calendars_of_indico (SyncFixture   *fixture,
                          gconstpointer  data)
{
  static const char head[] = "BEGIN:VCALENDAR\r\nPRODID:-//CERN//INDICO//EN\r\nBEGIN:VEVENT\r\n";
  static const char tail[] = "END:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autoptr (Site) site = site_new ();
  g_autofree char *page = site_dup_url (site, "/event/7/");
  g_autofree char *event = g_strconcat (head, "UID:indico-event-7@x\r\nSUMMARY:Tern Days\r\nDTSTART:20260905T060000Z\r\nURL:",
                                        page, "\r\nLOCATION:Pier\r\n", tail, NULL);
  g_autofree char *talk = g_strconcat (head, "UID:indico-contribution-71@x\r\nSUMMARY:Knots\r\nDTSTART:20260905T080000Z\r\n"
                                             "DTEND:20260905T090000Z\r\nLOCATION:Hut (Pier)\r\nURL:", page,
                                       "contributions/71/\r\n", tail, NULL);
  g_autofree char *block = g_strconcat (head, "UID:indico-session-block-3@x\r\nSUMMARY:Ropes MC\r\nDTSTART:20260905T080000Z\r\n"
                                              "DTEND:20260905T100000Z\r\nLOCATION:Hut (Pier)\r\nURL:", page,
                                        "sessions/5/\r\n", tail, NULL);
  g_autoptr (LanyardPreview) found = NULL;
  LanyardTalk *knots;

  site_set_status (site, "/export/event/7.json?detail=sessions&tz=UTC", 403);
  site_set_status (site, "/export/event/7.json?detail=contributions&tz=UTC", 403);
  site_set_status (site, "/export/timetable/7.json", 403);
  site_put (site, "/event/7/event.ics", "text/calendar", event);
  site_put (site, "/event/7/event.ics?scope=contribution", "text/calendar", talk);
  site_put (site, "/event/7/event.ics?scope=session", "text/calendar", block);
  found = preview_path (fixture, site, "/event/7/");
  assert_read_from (found, site, "/event/7/event.ics?scope=contribution");
  g_assert_cmpstr (lanyard_conference_get_title (lanyard_programme_get_conference (found->programme)), ==, "Tern Days");
  g_assert_cmpstr (lanyard_conference_get_fields (lanyard_programme_get_conference (found->programme))->feed_id, ==, page);
  knots = lanyard_programme_find_talk (found->programme, "71");
  g_assert_cmpstr (lanyard_session_get_title (lanyard_item_get_session (LANYARD_ITEM (knots))), ==, "Ropes MC");

  /* the talks alone will do, but not while the server is in trouble */
  site_set_status (site, "/event/7/event.ics?scope=session", 404);
  g_clear_pointer (&found, lanyard_preview_unref);
  found = preview_path (fixture, site, "/event/7/");
  g_assert_cmpuint (lanyard_programme_get_sessions (found->programme)->len, ==, 0);
  site_set_status (site, "/event/7/event.ics?scope=session", 503);
  assert_fails (fixture, site, "/event/7/event.ics?scope=contribution", LANYARD_NET_ERROR, LANYARD_NET_ERROR_SERVER, "");
}

/* --- by the page ------------------------------------------------------------- */

static void
test_alternate (SyncFixture   *fixture,
                gconstpointer  data)
{
  g_autoptr (Site) site = site_new ();
  g_autofree char *schedule = dup_schedule ("Knots");
  g_autoptr (LanyardPreview) found = NULL;

  site_put (site, "/2026/", "text/html; charset=utf-8",
            "<!DOCTYPE html><html><head><title>Tern Days</title>"
            "<link rel='stylesheet' href='style.css'>"
            "<link rel='alternate' type='application/rss+xml' href='news.xml'>"
            "<link rel='alternate' type='application/vnd.c3voc.schedule+xml' href='gone'>"
            "<link href='feeds/all?v=2' type='application/vnd.c3voc.schedule+json' rel='Alternate nofollow'>"
            "</head><body><p>Welcome</p></body></html>");
  site_put (site, "/2026/feeds/all?v=2", "application/json", schedule);
  found = preview_path (fixture, site, "/2026/");
  assert_read_from (found, site, "/2026/feeds/all?v=2");
  g_assert_cmpuint (site->requests->len, ==, 3);
  g_assert_cmpuint (site_count (site, "news.xml"), ==, 0);
  g_assert_cmpuint (site_count (site, "style.css"), ==, 0);
}

/* A page that is sent on is read where it is in the end. */
static void
test_redirected_page (SyncFixture   *fixture,
                      gconstpointer  data)
{
  g_autoptr (Site) site = site_new ();
  g_autofree char *schedule = dup_schedule ("Knots");
  g_autoptr (LanyardPreview) found = NULL;

  site_redirect (site, "/", "/2026/de/");
  site_put (site, "/2026/de/", "text/html", "<html><body><a href='../schedule.json'>JSON</a></body></html>");
  site_put (site, "/2026/schedule.json", "application/json", schedule);
  found = preview_path (fixture, site, "/");
  assert_read_from (found, site, "/2026/schedule.json");
}

/* A short address is one of an event in the end. */
static void
test_shortcut (SyncFixture   *fixture,
               gconstpointer  data)
{
  const char * const paths[] = { "/e/wattlebird", "/event/wattlebird/" };

  lanyard_indico_server_set_shortcut (fixture->server, "wattlebird", EVENT);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *address = g_strconcat (lanyard_indico_server_get_base (fixture->server), paths[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardPreview) found = preview_with (fixture, address, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (g_str_has_suffix (found->feed->url, "/event/" EVENT));
      g_assert_cmpuint (lanyard_programme_get_talks (found->programme)->len, ==, 35);
    }
}

/* One that only some may see leads to a page to log in at, which says which
 * event it is; what is said is for who may sign in. */
static void
test_restricted_shortcut (SyncFixture   *fixture,
                          gconstpointer  data)
{
  g_autofree char *address = g_strconcat (lanyard_indico_server_get_base (fixture->server), "/e/wattlebird", NULL);
  g_autoptr (GError) error = NULL;

  lanyard_indico_server_set_shortcut (fixture->server, "wattlebird", EVENT);
  lanyard_indico_server_set_restricted (fixture->server, EVENT, TRUE);
  g_assert_null (preview_with (fixture, address, NULL, &error));
  g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_FOUND);
}

/* Where an Indico does not give its exports, its calendar may be open. */
static void
test_closed_indico (SyncFixture   *fixture,
                    gconstpointer  data)
{
  const guint statuses[] = { 401, 403, 404 };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (Site) site = site_new ();
      g_autofree char *schedule = dup_schedule ("Knots");
      g_autoptr (LanyardPreview) found = NULL;

      site_set_status (site, "/export/event/5.json?detail=sessions&tz=UTC", statuses[i]);
      site_set_status (site, "/export/event/5.json?detail=contributions&tz=UTC", statuses[i]);
      site_set_status (site, "/export/timetable/5.json", statuses[i]);
      site_put (site, "/event/5/event.ics?scope=contribution", "text/calendar", schedule);
      found = preview_path (fixture, site, "/event/5/timetable/");
      assert_read_from (found, site, "/event/5/event.ics?scope=contribution");

      /* without it, the first answer is what is said */
      site_set_status (site, "/event/5/event.ics?scope=contribution", 404);
      assert_fails (fixture, site, "/event/5/", LANYARD_NET_ERROR,
                    statuses[i] == 401   ? LANYARD_NET_ERROR_UNAUTHORIZED
                    : statuses[i] == 403 ? LANYARD_NET_ERROR_FORBIDDEN
                                         : LANYARD_NET_ERROR_NOT_FOUND,
                    statuses[i] == 404 ? "has no Indico" : "127.0.0.1");
    }
}

static void
test_front_page_of_indico (SyncFixture   *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardPreview) found =
      preview_with (fixture, lanyard_indico_server_get_base (fixture->server), NULL, &error);

  g_assert_null (found);
  g_assert_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_ADDRESS);
  g_assert_nonnull (strstr (error->message, "not a conference’s"));
  g_assert_cmpuint (count_requests (fixture, "GET"), ==, 1);
}

/* --- by guessing ------------------------------------------------------------- */

static void
test_guess (SyncFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr (Site) site = site_new ();
  g_autofree char *schedule = dup_schedule ("Knots");
  g_autoptr (LanyardPreview) found = NULL;

  site_put (site, "/terns/programme/day-1", "text/html", "<html><body><p>Welcome</p></body></html>");
  site_put (site, "/terns/schedule.json", "application/json", schedule);
  found = preview_path (fixture, site, "/terns/programme/day-1");
  assert_read_from (found, site, "/terns/schedule.json");
  g_assert_cmpstr (g_ptr_array_index (site->requests, 0), ==, "/terns/programme/day-1");
  g_assert_cmpuint (site->requests->len, <=, 8);
}

/* Nobody is asked for long, and nothing is asked twice. */
static void
test_nothing (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr (Site) site = site_new ();
  g_autoptr (GHashTable) asked = g_hash_table_new (g_str_hash, g_str_equal);

  site_put (site, "/blog/", "text/html", "<html><body>Nothing here</body></html>");
  assert_fails (fixture, site, "/blog/", LANYARD_NET_ERROR, LANYARD_NET_ERROR_ADDRESS, "No programme was found");
  g_assert_cmpuint (site->requests->len, <=, 9);
  for (guint i = 0; i < site->requests->len; i++)
    g_assert_true (g_hash_table_add (asked, g_ptr_array_index (site->requests, i)));
}

/* A server that has the conference, and no schedule of it yet. */
static void
test_unpublished (SyncFixture   *fixture,
                  gconstpointer  data)
{
  g_autoptr (Site) site = site_new ();

  site_put (site, "/tern26/talk/KN0TS1/", "text/html", "<html><body>Knots</body></html>");
  assert_fails (fixture, site, "/tern26/talk/KN0TS1/", LANYARD_NET_ERROR, LANYARD_NET_ERROR_ADDRESS, "published yet");
  g_assert_cmpuint (site->requests->len, <=, 9);
}

static void
test_gone (SyncFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr (Site) site = site_new ();

  assert_fails (fixture, site, "/nowhere/", LANYARD_NET_ERROR, LANYARD_NET_ERROR_NOT_FOUND, "does not have this page");
  g_assert_cmpuint (site->requests->len, ==, 1);

  site_forget (site);
  assert_fails (fixture, site, "/files/tern.xml", LANYARD_NET_ERROR, LANYARD_NET_ERROR_NOT_FOUND, "does not have this page");
  g_assert_cmpuint (site->requests->len, ==, 1);
}

/* What all feeds would fail of alike is said at once. */
static void
test_trouble (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr (Site) site = site_new ();

  site_set_status (site, "/tern26/schedule/widgets/schedule.json", 500);
  assert_fails (fixture, site, "/tern26/talk/KN0TS1/", LANYARD_NET_ERROR, LANYARD_NET_ERROR_SERVER, "500");
  g_assert_cmpuint (site->requests->len, ==, 1);

  site_forget (site);
  site_set_status (site, "/tern26/schedule/widgets/schedule.json", 429);
  assert_fails (fixture, site, "/tern26/talk/KN0TS1/", LANYARD_NET_ERROR, LANYARD_NET_ERROR_RATE_LIMITED, "too often");
  g_assert_cmpuint (site->requests->len, ==, 1);
}

/* --- choosing ---------------------------------------------------------------- */

static void
test_choice (SyncFixture   *fixture,
             gconstpointer  data)
{
  g_autoptr (Site) site = site_new ();
  g_autofree char *widget = dup_widget ();
  g_autofree char *schedule = dup_schedule ("Knots");
  g_autofree char *page = site_dup_url (site, "/tern26/talk/KN0TS1/");
  g_autofree char *feed = site_dup_url (site, "/tern26/schedule/export/schedule.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardPreview) by_word = NULL;
  g_autoptr (LanyardPreview) by_address = NULL;
  g_autoptr (LanyardPreview) missing = NULL;

  site_put (site, "/tern26/schedule/widgets/schedule.json", "application/json", widget);
  site_put (site, "/tern26/schedule/export/schedule.json", "application/json", schedule);

  by_word = preview_with (fixture, page, &(LanyardWish) { .feed = "json" }, &error);
  g_assert_no_error (error);
  assert_read_from (by_word, site, "/tern26/schedule/export/schedule.json");
  g_assert_cmpuint (site->requests->len, ==, 1);

  by_address = preview_with (fixture, page, &(LanyardWish) { .feed = feed, .offers = by_word->offers }, &error);
  g_assert_no_error (error);
  assert_read_from (by_address, site, "/tern26/schedule/export/schedule.json");
  g_assert_cmpuint (site->requests->len, ==, 2);
  g_assert_cmpuint (by_address->offers->len, ==, by_word->offers->len);

  /* an address of one's own, of which secrets are not kept */
  {
    g_autofree char *own = g_strconcat (feed, "?token=abc", NULL);
    g_autoptr (LanyardPreview) by_own = preview_with (fixture, page, &(LanyardWish) { .feed = own }, &error);

    g_assert_no_error (error);
    assert_read_from (by_own, site, "/tern26/schedule/export/schedule.json");
  }

  missing = preview_with (fixture, page, &(LanyardWish) { .feed = "ical" }, &error);
  g_assert_null (missing);
  g_assert_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_NOT_FOUND);
}

static void
test_list (SyncFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr (Site) site = site_new ();
  g_autofree char *page = site_dup_url (site, "/2026/");
  g_auto (Call) call = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offers = NULL;
  const LanyardOffer *first;

  site_put (site, "/2026/", "text/html", "<html><body><a href='plan/schedule.xml'>XML</a></body></html>");
  lanyard_sync_list_offers_async (fixture->sync, page, NULL, call_cb, &call);
  offers = lanyard_sync_list_offers_finish (fixture->sync, call_wait (&call), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (offers->len, >, 1);
  first = g_ptr_array_index (offers, 0);
  g_assert_cmpint (first->kind, ==, LANYARD_OFFER_XML);
  g_assert_cmpint (first->source, ==, LANYARD_OFFER_LINKED);
  g_assert_true (g_str_has_suffix (first->url, "/2026/plan/schedule.xml"));
  g_assert_cmpuint (site->requests->len, ==, 1);
  g_assert_nonnull (strstr (site->accept, "text/html"));
}

static void
add_tests (void)
{
#define ADD(path, func) \
  g_test_add ("/feed-search/" path, SyncFixture, NULL, sync_fixture_set_up, func, sync_fixture_tear_down)
  ADD ("pretalx", test_pretalx);
  ADD ("next-best", test_next_best);
  ADD ("document", test_document);
  ADD ("document-without-ending", test_document_without_ending);
  ADD ("alternate", test_alternate);
  ADD ("redirected-page", test_redirected_page);
  ADD ("shortcut", test_shortcut);
  ADD ("restricted-shortcut", test_restricted_shortcut);
  ADD ("closed-indico", test_closed_indico);
  ADD ("calendars-of-indico", test_calendars_of_indico);
  ADD ("front-page-of-indico", test_front_page_of_indico);
  ADD ("guess", test_guess);
  ADD ("nothing", test_nothing);
  ADD ("unpublished", test_unpublished);
  ADD ("gone", test_gone);
  ADD ("trouble", test_trouble);
  ADD ("choice", test_choice);
  ADD ("list", test_list);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return run_tests_with_own_state (add_tests, argc, argv);
}
