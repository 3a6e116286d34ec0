/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LANYARD_QR_MARGIN:
 *
 * How many light modules a reader needs around the code (ISO/IEC 18004).
 */
#define LANYARD_QR_MARGIN 4

/* The dark and light modules of a QR code; never changes. */
typedef struct _LanyardQr LanyardQr;

LanyardQr *lanyard_qr_new       (const char *text);
void       lanyard_qr_free      (LanyardQr  *self);
guint      lanyard_qr_get_width (LanyardQr  *self);
gboolean   lanyard_qr_is_dark   (LanyardQr  *self,
                                 guint       x,
                                 guint       y);
char      *lanyard_qr_dup_lines (LanyardQr  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardQr, lanyard_qr_free)

G_END_DECLS
