/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-sync-private.h"

G_BEGIN_DECLS

/*
 * LanyardRun:
 * @sync: (owned): what refreshes
 * @uuid: (owned): which conference
 * @url: (owned) (nullable): where it is, if somebody has just said so
 * @flags: why and how; grows when somebody joins who wants more
 * @listener: told how far it is, and tells all who wait
 * @cancellable: (owned): ends it, when nobody waits any more
 * @waiters: (owned): those who asked for it
 * @refresh: (owned) (nullable): what came of it
 * @error: (owned) (nullable): why nothing came of it
 *
 * A refresh that has been asked for and has not ended.
 */
typedef struct
{
  LanyardSync         *sync;
  char                *uuid;
  char                *url;
  LanyardRefreshFlags  flags;
  LanyardSyncListener  listener;
  GCancellable        *cancellable;
  GPtrArray           *waiters;
  LanyardRefresh      *refresh;
  GError              *error;
} LanyardRun;

LanyardRefresh *lanyard_run_work (LanyardRun  *self,
                                  GError     **error);

G_END_DECLS
