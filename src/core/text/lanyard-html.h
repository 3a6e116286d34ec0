/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-text-builder.h"

G_BEGIN_DECLS

gboolean lanyard_html_read (const char         *html,
                            LanyardTextBuilder *builder);

G_END_DECLS
