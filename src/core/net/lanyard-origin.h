/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "lanyard-credential.h"

G_BEGIN_DECLS

GUri    *lanyard_origin_parse_url       (const char        *url,
                                         GError           **error);
char    *lanyard_origin_dup             (GUri              *uri);
char    *lanyard_origin_dup_host        (GUri              *uri);
char    *lanyard_origin_dup_readable    (const char        *origin);
gboolean lanyard_origin_is_loopback     (GUri              *uri);
gboolean lanyard_origin_is_private      (GUri              *uri);
gboolean lanyard_origin_matches        (GUri              *uri,
                                         LanyardCredential *credential);

G_END_DECLS
