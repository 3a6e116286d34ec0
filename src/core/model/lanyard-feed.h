/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_FEED (lanyard_feed_get_type ())

/**
 * LanyardFeed:
 * @url: the feed's address: of an Indico the event's, else the document's; of several feeds that make one conference
 *   all, with a space between (see lanyard_feed_split_url())
 * @validators: (nullable): what the server said for the next conditional requests
 * @digest: (nullable): of the documents that the stored programme was made of
 *
 * An address with which one conference's programme is read, and what is known
 * of what it gave last; never changes. Has no secret.
 */
typedef struct
{
  char *url;
  char *validators;
  char *digest;
} LanyardFeed;

GType        lanyard_feed_get_type (void);
LanyardFeed *lanyard_feed_new      (const char  *url,
                                    const char  *validators,
                                    const char  *digest);
char       **lanyard_feed_split_url (const char        *url);
char        *lanyard_feed_join_urls (const char *const *urls);
LanyardFeed *lanyard_feed_ref      (LanyardFeed *self);
void         lanyard_feed_unref    (LanyardFeed *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardFeed, lanyard_feed_unref)

G_END_DECLS
