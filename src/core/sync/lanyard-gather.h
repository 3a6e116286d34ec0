/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/lanyard-extract.h"
#include "store/lanyard-store.h"

G_BEGIN_DECLS

/**
 * LanyardGatherFlags:
 * @LANYARD_GATHER_PLANNED: whole talks where they are in the plan, no more
 * @LANYARD_GATHER_WHOLE: the whole programme, for what is not in the plan
 *
 * How much is gathered.
 */
typedef enum
{
  LANYARD_GATHER_PLANNED = 0,
  LANYARD_GATHER_WHOLE = 1 << 0,
} LanyardGatherFlags;

void       lanyard_gather_async  (LanyardStore         *store,
                                  const char           *uuid,
                                  LanyardGatherFlags    flags,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
GPtrArray *lanyard_gather_finish (LanyardStore         *store,
                                  GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
