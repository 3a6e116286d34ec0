/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes in other encodings than ours. Private to the formats. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *lanyard_encoding_unmark (GBytes     *document);
char   *lanyard_encoding_mend   (const char *text,
                                 gsize       length,
                                 gsize      *n_written);

G_END_DECLS
