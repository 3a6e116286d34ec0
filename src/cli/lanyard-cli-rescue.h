/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/lanyard-store.h"

G_BEGIN_DECLS

void lanyard_cli_rescue_follow (LanyardStore *store);
void lanyard_cli_rescue_forget (LanyardStore *store,
                                GCancellable *cancellable);

G_END_DECLS
