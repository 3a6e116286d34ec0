/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why bytes are not a programme. Private to the formats. */

#pragma once

#include "lanyard-json-text.h"

G_BEGIN_DECLS

void lanyard_refusal_set               (GBytes               *document,
                                        GError              **error);
void lanyard_refusal_set_from_json     (LanyardJsonDocument  *document,
                                        GError              **error);
void lanyard_refusal_set_damaged       (GError              **error);
void lanyard_refusal_set_too_large     (GError              **error);
void lanyard_refusal_set_mixed         (GError              **error);
void lanyard_refusal_set_not_published (GError              **error);

G_END_DECLS
