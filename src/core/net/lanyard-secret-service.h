/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     lanyard_secret_service_reach_async    (GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean lanyard_secret_service_reach_finish   (GAsyncResult         *result,
                                                GError              **error);

gboolean lanyard_secret_service_is_locked      (const GError         *error);
GError  *lanyard_secret_service_explain        (const GError         *error);

void     lanyard_secret_service_explain_lock_async  (GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean lanyard_secret_service_explain_lock_finish (GAsyncResult         *result,
                                                     GError              **error);

G_END_DECLS
