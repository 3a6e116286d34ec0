/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of a feed that was found: it is known when it is asked for
 * again, and refreshed, also where it has moved or there are several. */

#include "config.h"

#include <string.h>

#include "feed-search-helper.h"
#include "formats/lanyard-format.h"

/* --- what is there ----------------------------------------------------------- */

/* Any page of it is of what is there, as far as the address tells; its server
 * is not asked. */
static void
test_known (SyncFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr (Site) site = site_new ();
  g_autofree char *widget = dup_widget ();
  g_autoptr (LanyardPreview) found = NULL;
  g_autoptr (LanyardPreview) again = NULL;
  g_autofree char *uuid = NULL;

  site_put (site, "/tern26/schedule/widgets/schedule.json", "application/json", widget);
  found = preview_path (fixture, site, "/tern26/talk/KN0TS1/");
  uuid = add_found (fixture, found);
  site_forget (site);
  again = preview_path (fixture, site, "/tern26/speaker/ABCDEF/");
  g_assert_cmpstr (again->uuid, ==, uuid);
  g_assert_cmpstr (again->feed->url, ==, found->feed->url);
  g_assert_cmpuint (site->requests->len, ==, 0);
}

/* The length that the server gives is right, only the file behind it is not. */
static void
test_refresh_cut_off (SyncFixture   *fixture,
                      gconstpointer  data)
{
  g_autoptr (Site) site = site_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "frab", "frab.xml", NULL);
  g_autofree char *schedule = NULL;
  g_autofree char *uuid = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *url = site_dup_url (site, "/schedule.xml");
  g_autoptr (LanyardPreview) found = NULL;
  g_autoptr (LanyardRefresh) refreshed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &schedule, NULL, NULL));
  site_put (site, "/schedule.xml", "application/xml", schedule);
  found = preview_with (fixture, url, NULL, &error);
  g_assert_no_error (error);
  uuid = add_found (fixture, found);

  *(strstr (schedule, "</schedule>") - 20) = '\0';
  site_put (site, "/schedule.xml", "application/xml", schedule);
  before = dup_state (fixture);
  refreshed = refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND, &error);
  g_assert_null (refreshed);
  g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_MALFORMED);
  after = dup_state (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_refresh (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr (Site) site = site_new ();
  g_autofree char *schedule = dup_schedule ("Knots");
  g_autofree char *changed = dup_schedule ("Better Knots");
  g_autoptr (LanyardPreview) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  site_put (site, "/schedule.json", "application/json", schedule);
  found = preview_path (fixture, site, "/schedule.json");
  uuid = add_found (fixture, found);
  site_forget (site);

  /* it says that nothing changed, and nothing is written */
  before = dup_state (fixture);
  {
    g_autoptr (LanyardRefresh) refreshed = refresh (fixture, uuid, LANYARD_REFRESH_BY_ITSELF, &error);

    g_assert_no_error (error);
    g_assert_true (refreshed->is_unchanged);
    g_assert_cmpuint (site_count (site, " 304"), ==, 1);
  }
  after = dup_state (fixture);
  g_assert_cmpstr (after, ==, before);

  site_put (site, "/schedule.json", "application/json", changed);
  {
    g_autoptr (LanyardRefresh) refreshed = refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND, &error);

    g_assert_no_error (error);
    g_assert_false (refreshed->is_unchanged);
    g_assert_cmpuint (refreshed->changes->len, ==, 1);
  }

  /* a page in its place, and a server without it, leave everything as it was */
  site_put (site, "/schedule.json", "application/json", "<!DOCTYPE html><html><body>Log in</body></html>");
  g_assert_null (refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND, &error));
  g_assert_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_LOGIN_WALL);
  g_clear_error (&error);
  site_set_status (site, "/schedule.json", 404);
  g_assert_null (refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND, &error));
  g_assert_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_NOT_FOUND);
  {
    g_autoptr (LanyardConference) conference = find_conference (fixture, uuid);

    g_assert_cmpuint (lanyard_conference_get_fields (conference)->n_talks, ==, 1);
    g_assert_cmpuint (lanyard_conference_get_fields (conference)->revision, ==, 2);
  }
}

/* The next time the feed is asked where the server had sent to. */
static void
test_moved (SyncFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr (Site) site = site_new ();
  g_autofree char *schedule = dup_schedule ("Knots");
  g_autoptr (LanyardPreview) found = NULL;

  site_redirect (site, "/schedule.json", "/2026/schedule.json");
  site_put (site, "/2026/schedule.json", "application/json", schedule);
  found = preview_path (fixture, site, "/schedule.json");
  assert_read_from (found, site, "/2026/schedule.json");
  g_assert_nonnull (lanyard_offers_find (found->offers, found->feed->url));
}

/* --- several feeds ----------------------------------------------------------- */

static char *
dup_other_schedule (void)
{
  g_autofree char *schedule = dup_schedule ("Sails");
  g_autoptr (GString) other = g_string_new (schedule);

  g_string_replace (other, "000000000001", "000000000002", 0);
  g_string_replace (other, "Pier", "Loft", 0);
  return g_string_free_and_steal (g_steal_pointer (&other));
}

static void
test_together (SyncFixture   *fixture,
               gconstpointer  data)
{
  g_autoptr (Site) site = site_new ();
  g_autofree char *first = dup_schedule ("Knots");
  g_autofree char *second = dup_other_schedule ();
  g_autofree char *changed = dup_schedule ("Better Knots");
  g_autofree char *url = site_dup_url (site, "/a.json");
  g_autofree char *other = site_dup_url (site, "/b.json");
  const char * const others[] = { other, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardPreview) found = NULL;
  g_autofree char *both = g_strconcat (url, " ", other, NULL);
  g_autofree char *uuid = NULL;

  site_put (site, "/a.json", "application/json", first);
  site_put (site, "/b.json", "application/json", second);
  found = preview_with (fixture, url, &(LanyardWish) { .others = others }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lanyard_programme_get_talks (found->programme)->len, ==, 2);
  g_assert_cmpstr (found->feed->url, ==, both);
  uuid = add_found (fixture, found);
  site_forget (site);
  {
    g_autoptr (LanyardRefresh) refreshed = refresh (fixture, uuid, LANYARD_REFRESH_BY_ITSELF, &error);

    g_assert_no_error (error);
    g_assert_true (refreshed->is_unchanged);
    g_assert_cmpuint (site_count (site, " 304"), ==, 2);
  }

  /* one is new: the other, which is as it was, is needed after all */
  site_put (site, "/a.json", "application/json", changed);
  {
    g_autoptr (LanyardRefresh) refreshed = refresh (fixture, uuid, LANYARD_REFRESH_BY_ITSELF, &error);
    g_autoptr (LanyardConference) conference = find_conference (fixture, uuid);

    g_assert_no_error (error);
    g_assert_cmpuint (refreshed->changes->len, ==, 1);
    g_assert_cmpuint (lanyard_conference_get_fields (conference)->n_talks, ==, 2);
  }
}

static void
add_tests (void)
{
#define ADD(path, func) \
  g_test_add ("/feed-refresh/" path, SyncFixture, NULL, sync_fixture_set_up, func, sync_fixture_tear_down)
  ADD ("known", test_known);
  ADD ("refresh", test_refresh);
  ADD ("cut-off", test_refresh_cut_off);
  ADD ("moved", test_moved);
  ADD ("together", test_together);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return run_tests_with_own_state (add_tests, argc, argv);
}
