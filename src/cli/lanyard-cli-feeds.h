/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-context.h"
#include "lanyard-cli-json.h"

#include "model/lanyard-feed.h"

G_BEGIN_DECLS

gboolean lanyard_cli_feeds_list     (LanyardCliContext  *context,
                                     const char         *address,
                                     GError            **error);
void     lanyard_cli_feeds_add_json (LanyardCliJson     *json,
                                     LanyardFeed        *feed);

G_END_DECLS
