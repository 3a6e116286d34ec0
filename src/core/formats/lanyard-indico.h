/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-format.h"

G_BEGIN_DECLS

char             *lanyard_indico_dup_event_address (const char *url);
gboolean          lanyard_indico_sniff (GBytes                    *document);
LanyardProgramme *lanyard_indico_read  (GPtrArray                 *documents,
                                        const LanyardReadOptions  *options,
                                        GError                   **error);

G_END_DECLS
