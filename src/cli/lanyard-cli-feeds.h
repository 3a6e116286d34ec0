/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-context.h"

G_BEGIN_DECLS

gboolean lanyard_cli_feeds_list (LanyardCliContext  *context,
                                 const char         *address,
                                 GError            **error);

G_END_DECLS
