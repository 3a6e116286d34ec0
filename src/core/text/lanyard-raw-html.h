/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-tags.h"

G_BEGIN_DECLS

void lanyard_raw_html_read      (const char         *html,
                                 LanyardTextBuilder *builder,
                                 LanyardTags        *tags);
void lanyard_raw_html_decode    (const char         *text,
                                 gsize               length,
                                 GString            *decoded);

G_END_DECLS
