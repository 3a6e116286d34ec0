/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs an asynchronous call of the core to its end. Ctrl+C meanwhile cancels
 * the call, so that the store undoes what it had begun; at all other times it
 * ends the program at once, as nothing is being changed then. Called wherever
 * a command asks the store; main thread. */

#include "config.h"

#include <glib-unix.h>
#include <signal.h>

#include "lanyard-cli-await.h"

static gboolean
interrupted_cb (gpointer user_data)
{
  LanyardCliAwait *self = user_data;

  g_assert (self != NULL);

  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_CONTINUE;
}

/**
 * lanyard_cli_await_cb:
 * @source: (nullable): where the call was made
 * @result: its result
 * @user_data: a #LanyardCliAwait
 *
 * The callback to give to a call.
 */
void
lanyard_cli_await_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  LanyardCliAwait *self = user_data;

  g_assert (self != NULL && self->result == NULL);

  self->result = g_object_ref (result);
}

/**
 * lanyard_cli_await_run:
 * @self: a call that has been made
 *
 * Waits until the call has ended.
 *
 * Returns: (transfer none): its result
 */
GAsyncResult *
lanyard_cli_await_run (LanyardCliAwait *self)
{
  guint interrupted_id;

  g_return_val_if_fail (self != NULL, NULL);

  interrupted_id = g_unix_signal_add (SIGINT, interrupted_cb, self);
  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (interrupted_id);

  return self->result;
}

/**
 * lanyard_cli_await_clear:
 * @self: a call
 *
 * Lets the result go.
 */
void
lanyard_cli_await_clear (LanyardCliAwait *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->result);
}
