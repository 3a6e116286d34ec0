/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a conference's programme is read from, as the store keeps it and the
 * sync layer asks it. Any thread. */

#include "config.h"

#include "lanyard-feed.h"

/* No address has one in it. */
#define SEPARATOR " "

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
 * @url: the feed's address, without any secret
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
 * lanyard_feed_split_url:
 * @url: the address of a feed
 *
 * Gets the addresses that make a feed: more than one where several feeds make
 * one conference.
 *
 * Returns: (transfer full): the addresses, at least one
 */
char **
lanyard_feed_split_url (const char *url)
{
  g_return_val_if_fail (url != NULL, NULL);

  return g_strsplit (url, SEPARATOR, -1);
}

/**
 * lanyard_feed_join_urls:
 * @urls: (array zero-terminated=1): addresses, at least one
 *
 * Makes one feed's address of several.
 *
 * Returns: (transfer full): what lanyard_feed_split_url() takes apart
 */
char *
lanyard_feed_join_urls (const char *const *urls)
{
  g_return_val_if_fail (urls != NULL && urls[0] != NULL, NULL);

  return g_strjoinv (SEPARATOR, (char **) urls);
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
