/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-format.h"

G_BEGIN_DECLS

gboolean          lanyard_calendar_sniff (GBytes                    *document);
gboolean          lanyard_xcal_sniff     (GBytes                    *document);
LanyardProgramme *lanyard_calendar_read  (GPtrArray                 *documents,
                                          const LanyardReadOptions  *options,
                                          GError                   **error);

G_END_DECLS
