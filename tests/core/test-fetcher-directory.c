/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The directory on its way from a server: fetched once a week, with validators,
 * and never replaced by what is none. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "fetch-helper.h"
#include "formats/lanyard-format.h"
#include "sync/lanyard-directory-cache.h"
#include "sync/lanyard-directory-file.h"

#define HOUR (60 * 60)
#define DAY (24 * HOUR)
#define NOW (G_GINT64_CONSTANT (1790000000))

#define FIRST "{ schedules: [ { id: 'one', title: 'One', url: 'https://example.org/one.ics', }, ] }"
#define SECOND "[{ \"title\": \"Two\", \"url\": \"https://example.org/two.ics\" }]"


static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static LanyardDirectory *
refresh (FetchFixture  *fixture,
         const char    *address,
         gint64         now,
         gboolean       by_hand,
         GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_directory_refresh_async (fixture->fetcher, address, now, by_hand, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return lanyard_directory_refresh_finish (result, error);
}

static gboolean
has (LanyardDirectory *directory,
     const char       *address)
{
  return lanyard_directory_find_address (directory, address) != NULL;
}

static gboolean
is_kept (const char *address)
{
  g_autoptr (LanyardDirectory) directory = lanyard_directory_load ();

  return has (directory, address);
}

static void
serve (FetchFixture *fixture,
       const char   *text)
{
  g_clear_pointer (&fixture->body, g_bytes_unref);
  fixture->body = g_bytes_new (text, strlen (text));
}

/* With an ETag, and 304 for who has it. */
static void
answer_with_etag (FetchFixture      *fixture,
                  SoupServer        *server,
                  SoupServerMessage *message,
                  guint              n_asked)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *known = soup_message_headers_get_one (headers, "If-None-Match");
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, fixture->body);
  g_autofree char *etag = g_strdup_printf ("\"%.16s\"", digest);

  soup_message_headers_replace (soup_server_message_get_response_headers (message), "ETag", etag);
  if (g_strcmp0 (known, etag) == 0)
    soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
  else
    {
      soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
      soup_message_body_append_bytes (soup_server_message_get_response_body (message), fixture->body);
    }
}

static void
forget (FetchFixture *fixture)
{
  g_autoptr (LanyardDirectory) directory = refresh (fixture, "", NOW, FALSE, NULL);
}

static void
test_weekly (FetchFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardDirectory) first = NULL;
  g_autoptr (LanyardDirectory) second = NULL;

  forget (fixture);
  fixture->answer = answer_with_etag;
  serve (fixture, FIRST);
  first = refresh (fixture, fixture->base, NOW, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (has (first, "https://example.org/one.ics"));
  g_assert_true (has (first, "https://lpc.events/event/20/"));
  g_assert_true (is_kept ("https://example.org/one.ics"));

  /* Not before a week has passed, and then only whether it is another one. */
  g_assert_null (refresh (fixture, fixture->base, NOW + 6 * DAY, FALSE, &error));
  g_assert_cmpuint (fixture->n_asked, ==, 1);
  g_assert_null (refresh (fixture, fixture->base, NOW + 8 * DAY, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_asked, ==, 2);
  g_assert_true (is_kept ("https://example.org/one.ics"));
  g_assert_null (refresh (fixture, fixture->base, NOW + 9 * DAY, FALSE, &error));
  g_assert_cmpuint (fixture->n_asked, ==, 2);

  serve (fixture, SECOND);
  second = refresh (fixture, fixture->base, NOW + 9 * DAY, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (has (second, "https://example.org/two.ics"));
  g_assert_false (has (second, "https://example.org/one.ics"));
  forget (fixture);
}

/* What is no directory changes nothing, and is asked for again soon. */
static void
test_bad (FetchFixture  *fixture,
          gconstpointer  data)
{
  g_autoptr (LanyardDirectory) first = NULL;
  g_autoptr (GError) error = NULL;

  forget (fixture);
  fixture->answer = answer_with_etag;
  serve (fixture, FIRST);
  first = refresh (fixture, fixture->base, NOW, FALSE, NULL);
  serve (fixture, "{\"colour\": \"red\"}");
  g_assert_null (refresh (fixture, fixture->base, NOW + 8 * DAY, FALSE, &error));
  g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE);
  g_assert_true (is_kept ("https://example.org/one.ics"));
  g_clear_error (&error);

  fixture->answer = NULL;
  fixture->fault = LANYARD_FAULT_LOGIN_PAGE;
  g_assert_null (refresh (fixture, fixture->base, NOW + 8 * DAY, FALSE, &error));
  g_assert_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_LOGIN_WALL);
  g_assert_true (is_kept ("https://example.org/one.ics"));
  g_clear_error (&error);

  /* A server that failed is left alone for an hour. */
  g_assert_null (refresh (fixture, fixture->base, NOW + 8 * DAY + HOUR / 2, FALSE, &error));
  g_assert_no_error (error);
  g_assert_null (refresh (fixture, fixture->base, NOW + 8 * DAY + 2 * HOUR, FALSE, &error));
  g_assert_nonnull (error);
  forget (fixture);
}

/* Another address is another directory; without one only what is built in stays. */
static void
test_address (FetchFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *other = g_strconcat (fixture->base, "/other", NULL);
  g_autoptr (LanyardDirectory) first = NULL;
  g_autoptr (LanyardDirectory) second = NULL;
  g_autoptr (LanyardDirectory) built_in = NULL;
  g_autoptr (GError) error = NULL;

  forget (fixture);
  fixture->answer = answer_with_etag;
  serve (fixture, FIRST);
  first = refresh (fixture, fixture->base, NOW, FALSE, NULL);
  second = refresh (fixture, other, NOW + HOUR, FALSE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (second);
  g_assert_cmpuint (fixture->n_asked, ==, 2);
  g_assert_null (find_header (fixture, "If-None-Match"));

  built_in = refresh (fixture, " ", NOW + HOUR, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (has (built_in, "https://example.org/one.ics"));
  g_assert_true (has (built_in, "https://lpc.events/event/20/"));
  g_assert_false (is_kept ("https://example.org/one.ics"));
  g_assert_cmpuint (fixture->n_asked, ==, 2);
}

/* What is kept may be damaged; there is always one that is built in. */
static void
test_damaged (FetchFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "lanyard", "directory", NULL);
  g_autofree char *path = g_build_filename (folder, "conferences.json", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "{ schedules: [", -1, NULL));
  g_assert_true (is_kept ("https://lpc.events/event/20/"));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* All tests leave them empty. */
static void
remove_folders (const char *folder)
{
  g_autofree char *ours = g_build_filename (folder, "lanyard", NULL);
  g_autofree char *cache = g_build_filename (ours, "directory", NULL);

  g_rmdir (cache);
  g_rmdir (ours);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
add (const char *name,
     void      (*test) (FetchFixture *fixture, gconstpointer data))
{
  g_test_add (name, FetchFixture, NULL, fetch_fixture_set_up, test, fetch_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("lanyard-cache-XXXXXX", NULL);
  int status;

  g_assert_nonnull (folder);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  add ("/fetcher-directory/weekly", test_weekly);
  add ("/fetcher-directory/bad", test_bad);
  add ("/fetcher-directory/address", test_address);
  add ("/fetcher-directory/damaged", test_damaged);
  status = g_test_run ();
  remove_folders (folder);
  return status;
}
