/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_QR_VIEW (lanyard_qr_view_get_type ())
G_DECLARE_FINAL_TYPE (LanyardQrView, lanyard_qr_view, LANYARD, QR_VIEW, GtkWidget)

gboolean lanyard_qr_view_set_text (LanyardQrView *self,
                                   const char    *text);

G_END_DECLS
