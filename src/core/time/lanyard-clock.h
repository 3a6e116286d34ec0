/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_CLOCK (lanyard_clock_get_type ())
G_DECLARE_FINAL_TYPE (LanyardClock, lanyard_clock, LANYARD, CLOCK, GObject)

LanyardClock *lanyard_clock_new_system           (void);
LanyardClock *lanyard_clock_new_stopped          (gint64         instant);
LanyardClock *lanyard_clock_new_from_environment (GError       **error);
gint64        lanyard_clock_get_now              (LanyardClock  *self);
gboolean      lanyard_clock_is_stopped           (LanyardClock  *self);
void          lanyard_clock_move                 (LanyardClock  *self,
                                                  gint64         instant);

G_END_DECLS
