/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "lanyard-body.h"

G_BEGIN_DECLS

void     lanyard_body_save_async  (GInputStream         *stream,
                                   GFile                *file,
                                   guint64               length,
                                   guint64               max_bytes,
                                   LanyardBodyFunc       arrived,
                                   gpointer              arrived_data,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean lanyard_body_save_finish (GAsyncResult         *result,
                                   guint64              *n_bytes,
                                   GError              **error);

G_END_DECLS
