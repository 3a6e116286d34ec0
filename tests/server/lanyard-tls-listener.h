/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* Listens for a SoupServer and speaks TLS before the server is bothered. */
typedef struct _LanyardTlsListener LanyardTlsListener;

/* In the main context that is the thread's default. `server` is borrowed. */
LanyardTlsListener *lanyard_tls_listener_new      (SoupServer         *server,
                                                   GTlsCertificate    *certificate,
                                                   guint               port,
                                                   GError            **error);
guint               lanyard_tls_listener_get_port (LanyardTlsListener *self);
/* Takes no more connections, and returns when those that were about to be made
 * have ended. Runs the main context meanwhile. */
void                lanyard_tls_listener_stop     (LanyardTlsListener *self,
                                                   GMainContext       *context);
void                lanyard_tls_listener_free     (LanyardTlsListener *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardTlsListener, lanyard_tls_listener_free)

G_END_DECLS
