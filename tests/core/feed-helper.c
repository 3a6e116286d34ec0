/* SPDX-License-Identifier: GPL-3.0-or-later */

/* See feed-helper.h. */

#include "config.h"

#include <string.h>

#include "feed-helper.h"
#include "formats/lanyard-format.h"

static const LanyardLimits limits = {
  .connect_ms = 5000,
  .silence_ms = 10000,
  .total_ms = 10000,
  .max_bytes = 4 * 1024 * 1024,
  .n_redirects = 5,
  .n_retries = 0,
  .backoff_ms = 1,
  .longest_wait_ms = 100,
};

void
feed_fixture_set_up (FeedFixture   *fixture,
                     gconstpointer  data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "conference", NULL);
  g_autoptr (GError) error = NULL;

  fixture->server = lanyard_indico_server_new (FALSE, data != NULL ? data : "", 0, &error);
  g_assert_no_error (error);
  lanyard_indico_server_set_event (fixture->server, "77", folder, &error);
  g_assert_no_error (error);
  fixture->fetcher = lanyard_fetcher_new ();
  lanyard_fetcher_set_limits (fixture->fetcher, &limits);
  fixture->cancellable = g_cancellable_new ();
  fixture->address = feed_address (fixture, "/event/77");
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* What was cancelled while libsoup connected is let go when that has ended,
 * a little after who asked was told. */
static void
assert_let_go (gpointer object)
{
  gpointer weak = object;
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  guint wake = g_timeout_add (10, wake_cb, NULL);

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);
  while (weak != NULL && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (weak);
  g_source_remove (wake);
}

void
feed_fixture_tear_down (FeedFixture   *fixture,
                        gconstpointer  data)
{
  g_clear_pointer (&fixture->address, lanyard_address_unref);
  assert_let_go (g_steal_pointer (&fixture->fetcher));
  assert_let_go (g_steal_pointer (&fixture->cancellable));
  g_clear_object (&fixture->server);
}

LanyardAddress *
feed_address (FeedFixture *fixture,
              const char  *path)
{
  g_autofree char *text = g_strconcat (lanyard_indico_server_get_base (fixture->server), path, NULL);
  g_autoptr (GError) error = NULL;
  LanyardAddress *address = lanyard_address_parse (text, &error);

  g_assert_no_error (error);
  return address;
}

LanyardCredential *
feed_token (FeedFixture *fixture)
{
  return lanyard_credential_new (LANYARD_CREDENTIAL_TOKEN, fixture->address->origin, NULL, NULL, FEED_TOKEN);
}

LanyardCredential *
feed_api_key (FeedFixture *fixture,
              const char  *secret)
{
  return lanyard_credential_new (LANYARD_CREDENTIAL_API_KEY, fixture->address->origin, NULL, FEED_KEY, secret);
}

static void
progress_cb (guint64  n_bytes,
             guint64  n_total,
             gpointer user_data)
{
  FeedFixture *fixture = user_data;

  g_assert_cmpuint (n_bytes, >=, fixture->n_bytes);
  fixture->n_progress++;
  fixture->n_bytes = n_bytes;
  fixture->n_total = n_total;
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

LanyardDownload *
feed_download (FeedFixture        *fixture,
               LanyardAddress     *address,
               LanyardCredential  *credential,
               const char         *validators,
               gboolean            by_hand,
               gint64             *retry_at,
               GError            **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  fixture->n_progress = 0;
  fixture->n_bytes = 0;
  lanyard_indico_feed_download_async (fixture->fetcher, address, credential, validators, by_hand, progress_cb, fixture,
                                      fixture->cancellable, ended_cb, &result);
  return lanyard_indico_feed_download_finish (await (&result), retry_at, error);
}

LanyardIdentity *
feed_check (FeedFixture        *fixture,
            LanyardAddress     *address,
            LanyardCredential  *credential,
            GError            **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_indico_feed_check_async (fixture->fetcher, address, credential, fixture->cancellable, ended_cb, &result);
  return lanyard_indico_feed_check_finish (await (&result), error);
}

guint
feed_count_requests (FeedFixture *fixture,
                     const char  *part)
{
  g_auto (GStrv) requests = lanyard_indico_server_dup_requests (fixture->server);
  guint n = 0;

  for (guint i = 0; requests[i] != NULL; i++)
    n += strstr (requests[i], part) != NULL;
  return n;
}

void
feed_assert_no_secret (const char *text)
{
  static const char * const secrets[] = { FEED_TOKEN, FEED_KEY, FEED_SECRET, "signature=", "timestamp=" };

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (secrets); i++)
    if (strstr (text, secrets[i]) != NULL)
      g_error ("There is a secret in “%s”", text);
}

LanyardDownload *
feed_download_well (FeedFixture       *fixture,
                    LanyardAddress    *address,
                    LanyardCredential *credential,
                    const char        *validators)
{
  g_autoptr (GError) error = NULL;
  LanyardDownload *download = feed_download (fixture, address, credential, validators, FALSE, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (download);
  feed_assert_no_secret (download->validators);
  feed_assert_no_secret (download->url);
  return download;
}

void
feed_assert_fails (FeedFixture       *fixture,
                   LanyardAddress    *address,
                   LanyardCredential *credential,
                   LanyardNetError    code,
                   const char        *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardDownload) download = feed_download (fixture, address, credential, NULL, FALSE, NULL, &error);

  g_assert_null (download);
  g_assert_error (error, LANYARD_NET_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, part));
  feed_assert_no_secret (error->message);
}

guint
feed_count_talks (LanyardDownload *download)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme = lanyard_format_read (download->documents, NULL, &error);

  g_assert_no_error (error);
  return lanyard_programme_get_talks (programme)->len;
}

void
feed_assert_hidden (LanyardDownload *download)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme = lanyard_format_read (download->documents, NULL, &error);

  g_assert_null (programme);
  g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_FOUND);
}
