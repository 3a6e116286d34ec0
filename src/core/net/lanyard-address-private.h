/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the two halves of an address's reading share. Private to
 * lanyard-address*.c. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char     *lanyard_address_dup_web_address (const char  *text,
                                           GError     **error);
gboolean  lanyard_address_has_scheme      (const char  *text);

G_END_DECLS
