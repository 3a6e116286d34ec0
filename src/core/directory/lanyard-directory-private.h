/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of this folder share. */

#pragma once

#include <json-glib/json-glib.h>

#include "lanyard-listing.h"

G_BEGIN_DECLS

char           *lanyard_directory_dup_place       (const char   *address);
guint           lanyard_directory_parse_day       (const char   *text);
gboolean        lanyard_directory_is_address      (const char   *text);
char           *lanyard_directory_dup_map         (double        latitude,
                                                   double        longitude);
LanyardListing *lanyard_directory_read_menu_entry (JsonObject   *object,
                                                   GStringChunk *strings);
LanyardListing *lanyard_directory_read_kongress   (JsonObject   *object,
                                                   GStringChunk *strings);

G_END_DECLS
