/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In bytes. Longer addresses than this carry data. */
#define LANYARD_URL_MAX_LENGTH 2048

char *lanyard_url_resolve (const char *href,
                           const char *base_url);

G_END_DECLS
