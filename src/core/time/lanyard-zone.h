/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_ZONE (lanyard_zone_get_type ())

/* An immutable, reference-counted time zone. */
typedef struct _LanyardZone LanyardZone;

GType        lanyard_zone_get_type         (void);
LanyardZone *lanyard_zone_new              (const char  *id);
LanyardZone *lanyard_zone_new_utc          (void);
LanyardZone *lanyard_zone_new_local        (void);
LanyardZone *lanyard_zone_ref              (LanyardZone *self);
void         lanyard_zone_unref            (LanyardZone *self);
gboolean     lanyard_zone_equal            (LanyardZone *self,
                                            LanyardZone *other);
const char  *lanyard_zone_get_id           (LanyardZone *self);
GTimeZone   *lanyard_zone_get_time_zone    (LanyardZone *self);
char        *lanyard_zone_dup_city         (LanyardZone *self);
char        *lanyard_zone_dup_abbreviation (LanyardZone *self,
                                            gint64       instant);
int          lanyard_zone_get_offset       (LanyardZone *self,
                                            gint64       instant);
guint        lanyard_zone_get_day          (LanyardZone *self,
                                            gint64       instant);
gint64       lanyard_zone_get_day_start    (LanyardZone *self,
                                            guint        day);
gint64       lanyard_zone_resolve          (LanyardZone *self,
                                            int          year,
                                            int          month,
                                            int          day,
                                            int          hour,
                                            int          minute,
                                            int          second);
char       **lanyard_zone_list_ids         (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardZone, lanyard_zone_unref)

G_END_DECLS
