/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Takes connections for a SoupServer and shakes hands with who comes, so that
 * the server is given only those that can speak. A SoupServer that does so
 * itself looks at connections that are gone if it is stopped meanwhile. No
 * protocol is advertised, so that HTTP/1.1 is spoken. On the server's thread.
 */

#include "config.h"

#include "lanyard-no-authorities.h"
#include "lanyard-tls-listener.h"

struct _LanyardTlsListener
{
  SoupServer      *server;      /* borrowed */
  GTlsCertificate *certificate; /* owned */
  GSocketService  *service;     /* owned */
  GCancellable    *stopped;     /* owned */
  guint            port;
  guint            n_handshakes; /* that have not ended */
};

static void
handshake_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  LanyardTlsListener *self = user_data;
  g_autoptr (GIOStream) base = NULL;
  g_autoptr (GSocketAddress) local = NULL;
  g_autoptr (GSocketAddress) remote = NULL;

  self->n_handshakes--;
  /* Whoever does not trust the certificate goes away: no error of the server. */
  if (!g_tls_connection_handshake_finish (G_TLS_CONNECTION (source), result, NULL))
    return;
  g_object_get (source, "base-io-stream", &base, NULL);
  local = g_socket_connection_get_local_address (G_SOCKET_CONNECTION (base), NULL);
  remote = g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (base), NULL);
  if (local != NULL && remote != NULL)
    soup_server_accept_iostream (self->server, G_IO_STREAM (source), local, remote, NULL);
}

static gboolean
incoming_cb (GSocketService    *service,
             GSocketConnection *connection,
             GObject           *source,
             gpointer           user_data)
{
  LanyardTlsListener *self = user_data;
  g_autoptr (GIOStream) tls = g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, NULL);

  g_assert (tls != NULL);
  self->n_handshakes++;
  g_tls_connection_handshake_async (G_TLS_CONNECTION (tls), G_PRIORITY_DEFAULT, self->stopped, handshake_cb, self);
  return TRUE;
}

LanyardTlsListener *
lanyard_tls_listener_new (SoupServer      *server,
                          GTlsCertificate *certificate,
                          guint            port,
                          GError         **error)
{
  g_autoptr (LanyardTlsListener) self = g_new0 (LanyardTlsListener, 1);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new_from_string ("127.0.0.1", port);
  g_autoptr (GSocketAddress) bound = NULL;

  lanyard_no_authorities_allow ();
  self->server = server;
  self->certificate = g_object_ref (certificate);
  self->stopped = g_cancellable_new ();
  self->service = g_socket_service_new ();
  g_signal_connect (self->service, "incoming", G_CALLBACK (incoming_cb), self);
  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM,
                                      G_SOCKET_PROTOCOL_TCP, NULL, &bound, error))
    return NULL;
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  return g_steal_pointer (&self);
}

guint
lanyard_tls_listener_get_port (LanyardTlsListener *self)
{
  return self->port;
}

void
lanyard_tls_listener_stop (LanyardTlsListener *self,
                           GMainContext       *context)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_cancellable_cancel (self->stopped);
  while (self->n_handshakes > 0)
    g_main_context_iteration (context, TRUE);
}

void
lanyard_tls_listener_free (LanyardTlsListener *self)
{
  g_assert (self->n_handshakes == 0);

  g_signal_handlers_disconnect_by_data (self->service, self);
  g_object_unref (self->service);
  g_object_unref (self->stopped);
  g_object_unref (self->certificate);
  g_free (self);
}
