/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

gboolean lanyard_redirect_is    (SoupMessage  *message);
GUri    *lanyard_redirect_parse (SoupMessage  *message,
                                 GUri         *from,
                                 const char   *host,
                                 GError      **error);

G_END_DECLS
