/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Certificates that are not good, names that nobody knows, ports that nobody
 * listens at, and no network at all. */

#include "config.h"

#include <string.h>

#include "fetch-helper.h"
#include "net/lanyard-failure.h"

/* --- a network that is there or not ---------------------------------------- */

#define TEST_TYPE_MONITOR (test_monitor_get_type ())
G_DECLARE_FINAL_TYPE (TestMonitor, test_monitor, TEST, MONITOR, GObject)

struct _TestMonitor
{
  GObject parent_instance;

  gboolean has_network;
};

typedef enum
{
  PROP_AVAILABLE = 1,
  PROP_METERED,
  PROP_CONNECTIVITY,
} TestMonitorProperty;

static gboolean
init_monitor (GInitable     *initable,
              GCancellable  *cancellable,
              GError       **error)
{
  return TRUE;
}

static void
initable_init (GInitableIface *iface)
{
  iface->init = init_monitor;
}

static void
monitor_init (GNetworkMonitorInterface *iface)
{
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestMonitor, test_monitor, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, initable_init)
                                   G_IMPLEMENT_INTERFACE (G_TYPE_NETWORK_MONITOR, monitor_init))

static void
test_monitor_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *spec)
{
  TestMonitor *self = TEST_MONITOR (object);

  switch ((TestMonitorProperty) id)
    {
    case PROP_AVAILABLE: g_value_set_boolean (value, self->has_network); break;
    case PROP_METERED: g_value_set_boolean (value, FALSE); break;
    case PROP_CONNECTIVITY:
      g_value_set_enum (value, self->has_network ? G_NETWORK_CONNECTIVITY_FULL : G_NETWORK_CONNECTIVITY_LOCAL);
      break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec); break;
    }
}

static void
test_monitor_class_init (TestMonitorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = test_monitor_get_property;
  g_object_class_override_property (object_class, PROP_AVAILABLE, "network-available");
  g_object_class_override_property (object_class, PROP_METERED, "network-metered");
  g_object_class_override_property (object_class, PROP_CONNECTIVITY, "connectivity");
}

static void
test_monitor_init (TestMonitor *self)
{
  self->has_network = TRUE;
}

static void
set_network (gboolean has_network)
{
  TestMonitor *monitor = TEST_MONITOR (g_network_monitor_get_default ());

  g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (monitor, TEST_TYPE_MONITOR));
  monitor->has_network = has_network;
}

/* --- certificates ---------------------------------------------------------- */

/* One connection, on which nothing is said. */
static void
assert_distrusts (FetchFixture *fixture,
                  const char   *certificate,
                  const char   *part)
{
  g_autoptr (HalfServer) half = half_server_new (certificate);

  fixture->limits.n_retries = 3;
  fetch_fixture_limit (fixture);
  assert_fails (fixture, &(LanyardRequest) { .url = half->url }, LANYARD_NET_ERROR_TLS, part);
  half_server_stop (half);
  g_assert_cmpint (half->n_connections, ==, 1);
  g_assert_cmpint (half->n_heard, ==, 0);
}

static void
test_certificates (FetchFixture  *fixture,
                   gconstpointer  data)
{
  assert_distrusts (fixture, "expired.pem", "has expired");
  assert_distrusts (fixture, "early.pem", "is not valid yet");
  assert_distrusts (fixture, "elsewhere.pem", "is not for “127.0.0.1:");
}

/* Who trusts nobody but another server. */
static void
test_unknown (FetchFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *path = dup_certificate_path ("elsewhere.pem");
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) database = g_tls_file_database_new (path, &error);

  g_assert_no_error (error);
  lanyard_fetcher_set_tls_database (fixture->fetcher, database);
  assert_distrusts (fixture, "good.pem", "from an authority that this computer does not trust");
}

/* Nobody but the system, which knows nothing of the authority of tests. */
static void
test_system (FetchFixture  *fixture,
             gconstpointer  data)
{
  g_clear_object (&fixture->fetcher);
  fixture->fetcher = lanyard_fetcher_new ();
  assert_distrusts (fixture, "good.pem", "from an authority that this computer does not trust");
}

static void
test_good (FetchFixture  *fixture,
           gconstpointer  data)
{
  g_autofree char *name = replace_host (fixture->secure_base, "localhost");
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) response = fetch_url (fixture, name, &error);

  g_assert_no_error (error);
}

static gboolean
greet_cb (GThreadedSocketService *service,
          GSocketConnection      *connection,
          GObject                *source,
          gpointer                user_data)
{
  static const char greeting[] = "SSH-2.0-OpenSSH_10.0\r\n";

  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), greeting, strlen (greeting), NULL,
                             NULL, NULL);
  return TRUE;
}

static void
test_no_tls (FetchFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr (GSocketService) service = g_threaded_socket_service_new (1);
  g_autofree char *url = NULL;

  g_signal_connect (service, "run", G_CALLBACK (greet_cb), NULL);
  url = g_strdup_printf ("https://127.0.0.1:%u/",
                         g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, NULL));
  assert_fails (fixture, &(LanyardRequest) { .url = url }, LANYARD_NET_ERROR_TLS, "secure connection");
}

/* Those that no test server can show. */
static void
test_flags (void)
{
  static const struct
  {
    GTlsCertificateFlags flags;
    const char *part;
  } cases[] = {
    { G_TLS_CERTIFICATE_REVOKED | G_TLS_CERTIFICATE_EXPIRED, "was revoked" },
    { G_TLS_CERTIFICATE_INSECURE, "too weak" },
    { G_TLS_CERTIFICATE_GENERIC_ERROR, "cannot be trusted" },
  };
  g_autoptr (GError) cause = g_error_new_literal (G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, "Unacceptable");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LanyardFailurePlace place = { .host = "lpc.events", .flags = cases[i].flags, .has_network = TRUE };
      gboolean may_pass;
      g_autoptr (GError) error = lanyard_failure_new_for_connection (cause, &place, &may_pass);

      g_assert_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_TLS);
      g_assert_nonnull (strstr (error->message, cases[i].part));
      g_assert_nonnull (strstr (error->message, "lpc.events"));
      g_assert_false (may_pass);
    }
}

static void
test_causes (void)
{
  static const struct
  {
    int code;
    LanyardNetError expected;
    const char *part;
    gboolean may_pass;
  } cases[] = {
    { G_IO_ERROR_PROXY_NEED_AUTH, LANYARD_NET_ERROR_REFUSED, "proxy", FALSE },
    { G_IO_ERROR_HOST_UNREACHABLE, LANYARD_NET_ERROR_REFUSED, "cannot be reached", FALSE },
    { G_IO_ERROR_NETWORK_UNREACHABLE, LANYARD_NET_ERROR_REFUSED, "cannot be reached", FALSE },
    { G_IO_ERROR_CONNECTION_CLOSED, LANYARD_NET_ERROR_REFUSED, "dropped", TRUE },
    { G_IO_ERROR_FAILED, LANYARD_NET_ERROR_REFUSED, "dropped", TRUE },
    { G_IO_ERROR_TIMED_OUT, LANYARD_NET_ERROR_TIMED_OUT, "does not answer", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LanyardFailurePlace place = { .host = "lpc.events", .has_network = TRUE };
      g_autoptr (GError) cause = g_error_new_literal (G_IO_ERROR, cases[i].code, "Cause");
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) offline = NULL;
      gboolean may_pass;

      error = lanyard_failure_new_for_connection (cause, &place, &may_pass);
      g_assert_error (error, LANYARD_NET_ERROR, (int) cases[i].expected);
      g_assert_nonnull (strstr (error->message, cases[i].part));
      g_assert_true (may_pass == cases[i].may_pass);

      place.has_network = FALSE;
      offline = lanyard_failure_new_for_connection (cause, &place, &may_pass);
      g_assert_error (offline, LANYARD_NET_ERROR, LANYARD_NET_ERROR_OFFLINE);
      g_assert_false (may_pass);
    }
}

/* --- names, ports and networks --------------------------------------------- */

static void
test_unknown_host (FetchFixture  *fixture,
                   gconstpointer  data)
{
  const LanyardRequest request = { .url = "https://nowhere.test/event/1/" };

  fetch_fixture_resolve (fixture);
  assert_fails (fixture, &request, LANYARD_NET_ERROR_UNKNOWN_HOST, "“nowhere.test”");
}

static char *
make_closed_address (const char *host)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);

  g_socket_listener_close (listener);
  return g_strdup_printf ("http://%s:%u/", host, port);
}

static void
test_refused (FetchFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *url = make_closed_address ("127.0.0.1");

  assert_fails (fixture, &(LanyardRequest) { .url = url }, LANYARD_NET_ERROR_REFUSED, "does not accept the connection");
}

static void
test_offline (FetchFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *closed = make_closed_address ("indico.test");
  g_autofree char *closed_here = make_closed_address ("127.0.0.1");
  g_autofree char *named = replace_host (fixture->base, "indico.test");
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) here = NULL;
  g_autoptr (LanyardResponse) there = NULL;

  fetch_fixture_resolve (fixture);
  set_network (FALSE);
  assert_fails (fixture, &(LanyardRequest) { .url = "https://nowhere.test/" }, LANYARD_NET_ERROR_OFFLINE, "no network");
  assert_fails (fixture, &(LanyardRequest) { .url = closed }, LANYARD_NET_ERROR_OFFLINE, "no network");

  /* This computer is always there, and what the system believes may be wrong. */
  assert_fails (fixture, &(LanyardRequest) { .url = closed_here }, LANYARD_NET_ERROR_REFUSED, "does not accept");
  here = fetch_url (fixture, fixture->base, &error);
  g_assert_no_error (error);
  there = fetch_url (fixture, named, &error);
  g_assert_no_error (error);
  set_network (TRUE);
  assert_fails (fixture, &(LanyardRequest) { .url = closed }, LANYARD_NET_ERROR_REFUSED, "does not accept");
}

/* As test_offline(), but the silence of a network that swallows everything. */
static void
test_offline_in_silence (FetchFixture  *fixture,
                         gconstpointer  data)
{
  g_autofree char *url = replace_host (fixture->base, "indico.test");

  fetch_fixture_resolve (fixture);
  fixture->fault = LANYARD_FAULT_SILENCE;
  fixture->limits.silence_ms = 100;
  fetch_fixture_limit (fixture);
  set_network (FALSE);
  assert_fails (fixture, &(LanyardRequest) { .url = url }, LANYARD_NET_ERROR_TIMED_OUT, "went silent");
  set_network (TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_io_extension_point_register (G_NETWORK_MONITOR_EXTENSION_POINT_NAME);
  g_io_extension_point_implement (G_NETWORK_MONITOR_EXTENSION_POINT_NAME, TEST_TYPE_MONITOR, "test", 10000);

#define ADD(name, function) \
  g_test_add ("/fetcher-trust/" name, FetchFixture, NULL, fetch_fixture_set_up, function, fetch_fixture_tear_down)
  ADD ("certificates", test_certificates);
  ADD ("unknown", test_unknown);
  ADD ("system", test_system);
  ADD ("good", test_good);
  ADD ("no-tls", test_no_tls);
  ADD ("unknown-host", test_unknown_host);
  ADD ("refused", test_refused);
  ADD ("offline", test_offline);
  ADD ("offline-in-silence", test_offline_in_silence);
#undef ADD
  g_test_add_func ("/fetcher-trust/flags", test_flags);
  g_test_add_func ("/fetcher-trust/causes", test_causes);

  return g_test_run ();
}
