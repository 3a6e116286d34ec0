/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-view.h"

G_BEGIN_DECLS

#define LANYARD_CLI_ANY_DAY 0
#define LANYARD_CLI_MINUTES_OF_DAY (24 * 60)

gboolean lanyard_cli_day_parse (LanyardCliContext  *context,
                                LanyardCliView     *view,
                                const char         *text,
                                guint              *day,
                                GError            **error);
gboolean lanyard_cli_day_parse_any (LanyardCliContext  *context,
                                    LanyardCliView     *view,
                                    const char         *text,
                                    guint              *day,
                                    GError            **error);
gboolean lanyard_cli_day_parse_minute (const char  *text,
                                       int         *minute,
                                       GError     **error);

G_END_DECLS
