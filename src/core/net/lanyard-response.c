/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A server's answer, as the fetcher gives it. Any thread. */

#include "config.h"

#include "lanyard-fetcher.h"

G_DEFINE_BOXED_TYPE (LanyardResponse, lanyard_response, lanyard_response_ref, lanyard_response_unref)

static void
response_clear (gpointer data)
{
  LanyardResponse *self = data;

  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->content_type, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->last_modified, g_free);
}

/**
 * lanyard_response_ref:
 * @self: an answer
 *
 * Returns: (transfer full): @self, with a reference more
 */
LanyardResponse *
lanyard_response_ref (LanyardResponse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_response_unref:
 * @self: (transfer full): an answer
 *
 * Gives a reference back.
 */
void
lanyard_response_unref (LanyardResponse *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, response_clear);
}
