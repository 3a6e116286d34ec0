/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "lanyard-room-sign.h"

G_BEGIN_DECLS

/**
 * LanyardListingPhase:
 * @LANYARD_LISTING_RUNNING: today is one of its days
 * @LANYARD_LISTING_COMING: it begins later
 * @LANYARD_LISTING_OVER: its last day has passed
 * @LANYARD_LISTING_UNDATED: nobody says when it is
 *
 * How a listed conference stands to today.
 */
typedef enum
{
  LANYARD_LISTING_RUNNING,
  LANYARD_LISTING_COMING,
  LANYARD_LISTING_OVER,
  LANYARD_LISTING_UNDATED,
} LanyardListingPhase;

/**
 * LanyardListingFields:
 * @id: (nullable): what the directory calls it
 * @title: its name
 * @address: where its programme is
 * @first_day: its first day, a Julian day number as #GDate counts, or 0 if unknown
 * @last_day: its last day, likewise
 * @city: (nullable): the city it is held in, or a word such as "Online"
 * @zone: (nullable): the IANA name of the zone it is held in
 * @links: (nullable) (element-type LanyardLink): its pages and maps
 * @signs: (nullable) (element-type LanyardRoomSign): what is known about its rooms
 *
 * What a listing is made of; everything is copied.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *address;
  guint       first_day;
  guint       last_day;
  const char *city;
  const char *zone;
  GPtrArray  *links;
  GPtrArray  *signs;
} LanyardListingFields;

#define LANYARD_TYPE_LISTING (lanyard_listing_get_type ())
G_DECLARE_FINAL_TYPE (LanyardListing, lanyard_listing, LANYARD, LISTING, GObject)

LanyardListing             *lanyard_listing_new        (const LanyardListingFields *fields);
const LanyardListingFields *lanyard_listing_get_fields (LanyardListing             *self);
LanyardListingPhase         lanyard_listing_get_phase  (LanyardListing             *self,
                                                        guint                       today);
gboolean                    lanyard_listing_has_words  (LanyardListing             *self,
                                                        char                      **words);
LanyardRoomSign            *lanyard_listing_find_sign  (LanyardListing             *self,
                                                        const char                 *room);
int                         lanyard_listing_compare    (LanyardListing             *self,
                                                        LanyardListing             *other,
                                                        guint                       today);

G_END_DECLS
