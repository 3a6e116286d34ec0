/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the feed of Indico share. Private to
 * lanyard-indico-feed*.c. */

#pragma once

#include "lanyard-indico-feed.h"

G_BEGIN_DECLS

char *lanyard_indico_feed_dup_host   (LanyardAddress    *address);
char *lanyard_indico_feed_dup_export (LanyardAddress    *address,
                                      const char        *path,
                                      const char        *query,
                                      LanyardCredential *credential);

G_END_DECLS
