/* SPDX-License-Identifier: GPL-3.0-or-later */

/* See fetch-helper.h. Servers and fetcher share the test's thread. */

#include "config.h"

#include <string.h>

#include "fetch-helper.h"
#include "lanyard-indico-server.h"

/* --- names that lead to this computer -------------------------------------- */

#define TEST_TYPE_RESOLVER (test_resolver_get_type ())
G_DECLARE_FINAL_TYPE (TestResolver, test_resolver, TEST, RESOLVER, GResolver)

struct _TestResolver
{
  GResolver parent_instance;
};

G_DEFINE_FINAL_TYPE (TestResolver, test_resolver, G_TYPE_RESOLVER)

static void
resolve_async (GResolver                *resolver,
               const char               *name,
               GResolverNameLookupFlags  flags,
               GCancellable             *cancellable,
               GAsyncReadyCallback       callback,
               gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  if (g_str_has_suffix (name, ".test") && !g_str_equal (name, "nowhere.test") && flags != G_RESOLVER_NAME_LOOKUP_FLAGS_IPV6_ONLY)
    g_task_return_pointer (task, g_list_append (NULL, g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4)),
                           (GDestroyNotify) g_resolver_free_addresses);
  else
    g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "No address for %s", name);
}

static GList *
resolve_finish (GResolver     *resolver,
                GAsyncResult  *result,
                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
test_resolver_class_init (TestResolverClass *klass)
{
  G_RESOLVER_CLASS (klass)->lookup_by_name_with_flags_async = resolve_async;
  G_RESOLVER_CLASS (klass)->lookup_by_name_with_flags_finish = resolve_finish;
}

static void
test_resolver_init (TestResolver *self)
{
}

/* --- servers --------------------------------------------------------------- */

static void
remember_header (const char *name,
                 const char *value,
                 gpointer    user_data)
{
  g_strv_builder_take (user_data, g_strdup_printf ("%s: %s", name, value));
}

static void
asked_cb (SoupServer        *server,
          SoupServerMessage *message,
          const char        *path,
          GHashTable        *query,
          gpointer           user_data)
{
  FetchFixture *fixture = user_data;
  g_autoptr (GStrvBuilder) headers = g_strv_builder_new ();

  soup_message_headers_foreach (soup_server_message_get_request_headers (message), remember_header, headers);
  g_strfreev (fixture->headers);
  fixture->headers = g_strv_builder_end (headers);
  fixture->n_asked++;
  if (fixture->answer != NULL)
    fixture->answer (fixture, server, message, fixture->n_asked);
  else
    lanyard_fault_answer (fixture->fault, server, message, "application/json", fixture->body, fixture->elsewhere);
}

static SoupServer *
start_server (FetchFixture  *fixture,
              const char    *certificate_name,
              char         **base)
{
  g_autoptr (GTlsCertificate) certificate = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  SoupServer *server;
  GSList *uris;

  if (certificate_name != NULL)
    {
      path = dup_certificate_path (certificate_name);
      certificate = g_tls_certificate_new_from_file (path, &error);
      g_assert_no_error (error);
    }
  server = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_add_handler (server, NULL, asked_cb, fixture, NULL);
  soup_server_listen_local (server, 0, (certificate != NULL ? SOUP_SERVER_LISTEN_HTTPS : 0) | SOUP_SERVER_LISTEN_IPV4_ONLY,
                            &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  *base = g_strdup_printf ("%s://127.0.0.1:%d", g_uri_get_scheme (uris->data), g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return server;
}

void
fetch_fixture_set_up (FetchFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (GTlsDatabase) authority = lanyard_indico_server_dup_authority ();
  static const char body[] = "{\"_type\":\"HTTPAPIResult\",\"count\":0,\"results\":[]}";

  fixture->server = start_server (fixture, NULL, &fixture->base);
  fixture->secure = start_server (fixture, "good.pem", &fixture->secure_base);
  fixture->body = g_bytes_new_static (body, strlen (body));
  fixture->limits = (LanyardLimits) {
    .connect_ms = 2000,
    .silence_ms = 2000,
    .total_ms = 10000,
    .max_bytes = 4 * 1024 * 1024,
    .file_ms = 10000,
    .max_file_bytes = 4 * 1024 * 1024,
    .n_redirects = 5,
    .n_retries = 0,
    .backoff_ms = 10,
    .longest_wait_ms = 2000,
  };
  fixture->fetcher = lanyard_fetcher_new ();
  fetch_fixture_limit (fixture);
  lanyard_fetcher_set_tls_database (fixture->fetcher, authority);
}

void
fetch_fixture_tear_down (FetchFixture  *fixture,
                         gconstpointer  data)
{
  g_assert_finalize_object (fixture->fetcher);
  soup_server_disconnect (fixture->server);
  soup_server_disconnect (fixture->secure);
  g_clear_object (&fixture->server);
  g_clear_object (&fixture->secure);
  g_clear_pointer (&fixture->base, g_free);
  g_clear_pointer (&fixture->secure_base, g_free);
  g_clear_pointer (&fixture->elsewhere, g_free);
  g_clear_pointer (&fixture->body, g_bytes_unref);
  g_clear_pointer (&fixture->headers, g_strfreev);
}

/* Gives the fetcher the fixture's limits, after a change. */
void
fetch_fixture_limit (FetchFixture *fixture)
{
  lanyard_fetcher_set_limits (fixture->fetcher, &fixture->limits);
}

/* From now on, ".test" is this computer. */
void
fetch_fixture_resolve (FetchFixture *fixture)
{
  g_autoptr (GResolver) resolver = g_object_new (TEST_TYPE_RESOLVER, NULL);

  g_resolver_set_default (resolver);
}

/* --- half a server --------------------------------------------------------- */

static gboolean
connected_cb (GThreadedSocketService *service,
              GSocketConnection      *connection,
              GObject                *source,
              HalfServer             *half)
{
  static const char * const protocols[] = { "h2", "http/1.1", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (half->certificate, &error);
  g_autoptr (GIOStream) tls = g_tls_server_connection_new (G_IO_STREAM (connection), certificate, &error);
  char heard[512];

  g_assert_no_error (error);
  g_atomic_int_inc (&half->n_connections);
  g_socket_set_timeout (g_socket_connection_get_socket (connection), 1);
  g_tls_connection_set_advertised_protocols (G_TLS_CONNECTION (tls), protocols);
  if (!g_tls_connection_handshake (G_TLS_CONNECTION (tls), NULL, NULL))
    return TRUE;
  g_set_str (&half->protocol, g_tls_connection_get_negotiated_protocol (G_TLS_CONNECTION (tls)));
  while (g_input_stream_read (g_io_stream_get_input_stream (tls), heard, sizeof heard, NULL, NULL) > 0)
    g_atomic_int_inc (&half->n_heard);
  return TRUE;
}

HalfServer *
half_server_new (const char *certificate_name)
{
  HalfServer *half = g_new0 (HalfServer, 1);
  g_autoptr (GError) error = NULL;
  guint16 port;

  half->certificate = dup_certificate_path (certificate_name);
  half->service = g_threaded_socket_service_new (2);
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (half->service), NULL, &error);
  g_assert_no_error (error);
  half->url = g_strdup_printf ("https://127.0.0.1:%u/", port);
  g_signal_connect (half->service, "run", G_CALLBACK (connected_cb), half);
  return half;
}

/* Ends when its threads have: what they wrote is there then. */
void
half_server_stop (HalfServer *half)
{
  g_socket_service_stop (half->service);
  g_clear_object (&half->service);
}

void
half_server_free (HalfServer *half)
{
  if (half->service != NULL)
    half_server_stop (half);
  g_free (half->certificate);
  g_free (half->url);
  g_free (half->protocol);
  g_free (half);
}

/* --- asking ---------------------------------------------------------------- */

static void
progress_cb (guint64  n_bytes,
             guint64  n_total,
             gpointer user_data)
{
  FetchFixture *fixture = user_data;

  fixture->n_progress++;
  fixture->n_bytes = MAX (fixture->n_bytes, n_bytes);
  fixture->n_total = n_total;
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

LanyardResponse *
fetch (FetchFixture          *fixture,
       const LanyardRequest  *request,
       GCancellable          *cancellable,
       gint64                *retry_at,
       GError               **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_fetcher_fetch_async (fixture->fetcher, request, progress_cb, fixture, cancellable, fetched_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return lanyard_fetcher_fetch_finish (fixture->fetcher, result, retry_at, error);
}

LanyardResponse *
fetch_url (FetchFixture  *fixture,
           const char    *url,
           GError       **error)
{
  return fetch (fixture, &(LanyardRequest) { .url = url, .wants_json = TRUE }, NULL, NULL, error);
}

/* `part` is in the sentence. */
void
assert_fails (FetchFixture         *fixture,
              const LanyardRequest *request,
              LanyardNetError       code,
              const char           *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) response = fetch (fixture, request, NULL, NULL, &error);

  g_assert_null (response);
  g_assert_error (error, LANYARD_NET_ERROR, (int) code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” is not in: %s", part, error->message);
}

/* Of the last request; NULL if it was not there. */
const char *
find_header (FetchFixture *fixture,
             const char   *name)
{
  for (gsize i = 0; fixture->headers != NULL && fixture->headers[i] != NULL; i++)
    {
      gsize length = strlen (name);

      if (g_ascii_strncasecmp (fixture->headers[i], name, length) == 0 && fixture->headers[i][length] == ':')
        return fixture->headers[i] + length + 2;
    }
  return NULL;
}

char *
dup_certificate_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "server", "certificates", name, NULL);
}

/* The same address with another host. */
char *
replace_host (const char *url,
              const char *host)
{
  g_autoptr (GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GUri) other = soup_uri_copy (uri, SOUP_URI_HOST, host, SOUP_URI_NONE);

  return g_uri_to_string (other);
}
