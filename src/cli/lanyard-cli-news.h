/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-json.h"

#include "model/lanyard-change.h"
#include "model/lanyard-conference.h"

G_BEGIN_DECLS

void lanyard_cli_news_print    (LanyardCliOutput  *output,
                                LanyardConference *conference,
                                GPtrArray         *changes,
                                guint              n_skipped);
void lanyard_cli_news_add_json (LanyardCliJson    *json,
                                GPtrArray         *changes);

G_END_DECLS
