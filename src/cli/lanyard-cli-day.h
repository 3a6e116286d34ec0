/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-view.h"

G_BEGIN_DECLS

#define LANYARD_CLI_ANY_DAY 0

gboolean lanyard_cli_day_parse (LanyardCliContext  *context,
                                LanyardCliView     *view,
                                const char         *text,
                                guint              *day,
                                GError            **error);

G_END_DECLS
