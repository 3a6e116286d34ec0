/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void lanyard_page_feeds_add (GBytes     *page,
                             const char *url,
                             GPtrArray  *offers);

G_END_DECLS
