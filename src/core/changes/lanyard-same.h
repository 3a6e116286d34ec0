/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "model/lanyard-enums.h"

G_BEGIN_DECLS

char     *lanyard_same_dup_key      (const char        *text);
char     *lanyard_same_dup_names    (GPtrArray         *credits,
                                     LanyardRole        role);
char     *lanyard_same_dup_url      (const char        *url);
gboolean  lanyard_same_text         (const char        *a,
                                     const char        *b);
gboolean  lanyard_same_description  (const char        *a,
                                     LanyardTextFormat  a_format,
                                     const char        *b,
                                     LanyardTextFormat  b_format);
gboolean  lanyard_same_links        (GPtrArray         *a,
                                     GPtrArray         *b,
                                     gboolean           with_numbers);

G_END_DECLS
