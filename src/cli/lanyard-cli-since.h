/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-context.h"

G_BEGIN_DECLS

gboolean lanyard_cli_since_parse (LanyardCliContext  *context,
                                  LanyardZone        *zone,
                                  const char         *text,
                                  gint64             *since,
                                  GError            **error);

G_END_DECLS
