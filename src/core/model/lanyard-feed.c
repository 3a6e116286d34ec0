/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a conference's programme is read from, as the store keeps it and the
 * sync layer asks it. Any thread. */

#include "config.h"

#include "lanyard-feed.h"

G_DEFINE_BOXED_TYPE (LanyardFeed, lanyard_feed, lanyard_feed_ref, lanyard_feed_unref)

static void
lanyard_feed_clear (gpointer data)
{
  LanyardFeed *self = data;

  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->validators, g_free);
  g_clear_pointer (&self->digest, g_free);
}

/**
 * lanyard_feed_new:
 * @url: the conference's address, without any secret
 * @validators: (nullable): what the server said for the next conditional requests
 * @digest: (nullable): of the documents that it gave
 *
 * Makes a feed.
 *
 * Returns: (transfer full): a feed
 */
LanyardFeed *
lanyard_feed_new (const char *url,
                  const char *validators,
                  const char *digest)
{
  LanyardFeed *self;

  g_return_val_if_fail (url != NULL, NULL);

  self = g_atomic_rc_box_new0 (LanyardFeed);
  self->url = g_strdup (url);
  self->validators = g_strdup (validators);
  self->digest = g_strdup (digest);
  return self;
}

/**
 * lanyard_feed_ref:
 * @self: a feed
 *
 * Keeps a feed.
 *
 * Returns: (transfer full): @self
 */
LanyardFeed *
lanyard_feed_ref (LanyardFeed *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_feed_unref:
 * @self: (transfer full): a feed
 *
 * Lets a feed go.
 */
void
lanyard_feed_unref (LanyardFeed *self)
{
  g_atomic_rc_box_release_full (self, lanyard_feed_clear);
}
