/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Called for each piece that arrived; @n_bytes is how much there is now. */
typedef void (*LanyardBodyFunc) (guint64  n_bytes,
                                 gpointer user_data);

void    lanyard_body_read_async  (GInputStream         *stream,
                                  gsize                 max_bytes,
                                  LanyardBodyFunc       arrived,
                                  gpointer              arrived_data,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
GBytes *lanyard_body_read_finish (GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
