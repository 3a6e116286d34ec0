/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One talk, block or break on a page. Private to the pages. */

#pragma once

#include "lanyard-page-writer.h"

G_BEGIN_DECLS

void lanyard_pages_add_row (LanyardPageWriter *writer,
                            LanyardExtract    *extract,
                            LanyardItem       *item,
                            LanyardZone       *zone,
                            const char        *conference);
void lanyard_pages_add_day (LanyardPageWriter *writer,
                            guint              day);

G_END_DECLS
