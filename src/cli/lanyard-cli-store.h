/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-context.h"
#include "plan/lanyard-filter.h"

G_BEGIN_DECLS

GPtrArray        *lanyard_cli_store_list_picks     (LanyardCliContext  *context,
                                                    const char         *uuid,
                                                    GError            **error);
LanyardDecisions *lanyard_cli_store_load_decisions (LanyardCliContext  *context,
                                                    const char         *uuid,
                                                    GError            **error);
gboolean          lanyard_cli_store_apply          (LanyardCliContext  *context,
                                                    const char         *uuid,
                                                    LanyardEdit        *edit,
                                                    GError            **error);
LanyardFilter    *lanyard_cli_store_load_hidden    (LanyardCliContext  *context,
                                                    const char         *uuid,
                                                    GError            **error);
LanyardProgramme *lanyard_cli_store_load_outline   (LanyardCliContext  *context,
                                                    const char         *uuid,
                                                    GError            **error);
LanyardProgramme *lanyard_cli_store_load_whole     (LanyardCliContext  *context,
                                                    const char         *uuid,
                                                    GError            **error);
LanyardTalk      *lanyard_cli_store_load_talk      (LanyardCliContext  *context,
                                                    LanyardProgramme   *outline,
                                                    const char         *key,
                                                    GError            **error);
gboolean          lanyard_cli_store_has_feed       (LanyardCliContext  *context,
                                                    const char         *uuid,
                                                    gboolean           *has_feed,
                                                    GError            **error);
gboolean          lanyard_cli_store_remove         (LanyardCliContext  *context,
                                                    const char         *uuid,
                                                    GError            **error);
gboolean          lanyard_cli_store_restore        (LanyardCliContext  *context,
                                                    const char         *uuid,
                                                    GError            **error);
gboolean          lanyard_cli_store_forget         (LanyardCliContext  *context,
                                                    const char         *uuid,
                                                    GError            **error);
GPtrArray        *lanyard_cli_store_list_changes   (LanyardCliContext  *context,
                                                    const char         *uuid,
                                                    gint64              since,
                                                    GError            **error);
GPtrArray        *lanyard_cli_store_gather         (LanyardCliContext  *context,
                                                    GError            **error);
GPtrArray        *lanyard_cli_store_search         (LanyardCliContext  *context,
                                                    const char         *uuid,
                                                    const char         *words,
                                                    guint               limit,
                                                    GError            **error);

G_END_DECLS
