/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <libdex.h>

G_BEGIN_DECLS

typedef void (*LanyardFiberFunc) (gpointer data);

void          lanyard_fiber_start    (LanyardFiberFunc   work,
                                      LanyardFiberFunc   done,
                                      gpointer           data);
GAsyncResult *lanyard_fiber_await    (DexPromise        *answer);
void          lanyard_fiber_await_cb (GObject           *source,
                                      GAsyncResult      *result,
                                      gpointer           user_data);

G_END_DECLS
