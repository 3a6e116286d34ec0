/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LanyardCliAwait:
 * @cancellable: (nullable): what the call was given
 * @result: (nullable): the call's result, once it is there
 *
 * An asynchronous call that is being waited for. Lives on the stack.
 */
typedef struct
{
  GCancellable *cancellable;
  GAsyncResult *result;
} LanyardCliAwait;

void          lanyard_cli_await_cb    (GObject         *source,
                                       GAsyncResult    *result,
                                       gpointer         user_data);
GAsyncResult *lanyard_cli_await_run   (LanyardCliAwait *self);
void          lanyard_cli_await_clear (LanyardCliAwait *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LanyardCliAwait, lanyard_cli_await_clear)

G_END_DECLS
