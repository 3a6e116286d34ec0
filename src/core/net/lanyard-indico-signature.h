/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Requests signed with an API key. Private to the feed of Indico. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *lanyard_indico_sign (const char *path,
                           const char *query,
                           const char *key,
                           const char *secret,
                           gint64      now);

G_END_DECLS
