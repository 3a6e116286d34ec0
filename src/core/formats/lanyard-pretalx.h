/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-format.h"

G_BEGIN_DECLS

gboolean          lanyard_pretalx_widget_sniff (GBytes                    *document);
LanyardProgramme *lanyard_pretalx_widget_read  (GPtrArray                 *documents,
                                                const LanyardReadOptions  *options,
                                                GError                   **error);
gboolean          lanyard_pretalx_rest_sniff   (GBytes                    *document);
LanyardProgramme *lanyard_pretalx_rest_read    (GPtrArray                 *documents,
                                                const LanyardReadOptions  *options,
                                                GError                   **error);

G_END_DECLS
