/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The directory as it is here: the one that was fetched last, in the cache
 * folder, with the one that is built in. */

#pragma once

#include "directory/lanyard-directory.h"

G_BEGIN_DECLS

/*
 * LanyardDirectoryState:
 * @address: (nullable): where it was fetched
 * @etag: (nullable): what the server said of it
 * @last_modified: (nullable): likewise
 * @asked_at: when the server was asked last, UTC seconds, 0 for never
 * @checked_at: when it was last known to be the newest, UTC seconds, 0 for never
 *
 * What is known about the directory that is kept.
 */
typedef struct
{
  char   *address;
  char   *etag;
  char   *last_modified;
  gint64  asked_at;
  gint64  checked_at;
} LanyardDirectoryState;

void                   lanyard_directory_state_clear   (LanyardDirectoryState       *self);
LanyardDirectoryState  lanyard_directory_cache_get     (void);
GBytes                *lanyard_directory_cache_read    (void);
void                   lanyard_directory_cache_write   (GBytes                      *document,
                                                        const LanyardDirectoryState *state);
void                   lanyard_directory_cache_remove  (void);
LanyardDirectory      *lanyard_directory_load          (void);

G_END_DECLS
