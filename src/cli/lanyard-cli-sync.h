/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sync/lanyard-sync.h"

#include "lanyard-cli-context.h"

G_BEGIN_DECLS

/**
 * LanyardCliRefreshed:
 * @uuid: (owned): a conference
 * @refresh: (owned) (nullable): what came of its refresh
 * @error: (owned) (nullable): why nothing came of it
 *
 * How the refresh of one of several conferences ended.
 */
typedef struct
{
  char           *uuid;
  LanyardRefresh *refresh;
  GError         *error;
} LanyardCliRefreshed;

void            lanyard_cli_refreshed_free   (LanyardCliRefreshed  *self);

LanyardPreview *lanyard_cli_sync_preview     (LanyardCliContext    *context,
                                              const char           *address,
                                              const LanyardWish    *wish,
                                              GError              **error);
GPtrArray      *lanyard_cli_sync_list_offers (LanyardCliContext    *context,
                                              const char           *address,
                                              GError              **error);
LanyardSaved   *lanyard_cli_sync_add         (LanyardCliContext    *context,
                                              LanyardPreview       *preview,
                                              GError              **error);
GPtrArray      *lanyard_cli_sync_refresh     (LanyardCliContext    *context,
                                              GPtrArray            *uuids,
                                              LanyardRefreshFlags   flags,
                                              GError              **error);

G_END_DECLS
