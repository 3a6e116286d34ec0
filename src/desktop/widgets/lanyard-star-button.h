/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_STAR_BUTTON (lanyard_star_button_get_type ())
G_DECLARE_FINAL_TYPE (LanyardStarButton, lanyard_star_button, LANYARD, STAR_BUTTON, GtkButton)

GtkWidget  *lanyard_star_button_new       (void);
void        lanyard_star_button_bind      (LanyardStarButton     *self,
                                           LanyardOpenConference *open,
                                           LanyardKind            kind,
                                           const char            *key,
                                           const char            *title);
const char *lanyard_star_get_icon_name    (LanyardLevel           level,
                                           gboolean               is_in_picked);
const char *lanyard_star_get_words        (LanyardLevel           level,
                                           gboolean               is_in_picked);
const char *lanyard_star_get_tooltip      (LanyardLevel           level,
                                           gboolean               is_in_picked);

G_END_DECLS
