/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-listing.h"

G_BEGIN_DECLS

/**
 * LanyardDirectory:
 *
 * Conferences that can be added, with where their programmes are. Immutable.
 */
#define LANYARD_TYPE_DIRECTORY (lanyard_directory_get_type ())
G_DECLARE_FINAL_TYPE (LanyardDirectory, lanyard_directory, LANYARD, DIRECTORY, GObject)

LanyardDirectory *lanyard_directory_new           (GPtrArray         *listings);
LanyardDirectory *lanyard_directory_new_built_in  (void);
LanyardDirectory *lanyard_directory_new_together  (LanyardDirectory  *first,
                                                   LanyardDirectory  *second);
LanyardDirectory *lanyard_directory_read          (GBytes            *document,
                                                   GError           **error);
GPtrArray        *lanyard_directory_get_listings  (LanyardDirectory  *self);
GPtrArray        *lanyard_directory_find_words    (LanyardDirectory  *self,
                                                   const char        *text,
                                                   guint              today);
LanyardListing   *lanyard_directory_find_address  (LanyardDirectory  *self,
                                                   const char        *address);

G_END_DECLS
