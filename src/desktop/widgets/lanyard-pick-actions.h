/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "../lanyard-open-conference.h"
#include "lanyard-pickable.h"

G_BEGIN_DECLS

/* The name under which a widget has the actions. */
#define LANYARD_PICK_PREFIX "pick"

#define LANYARD_TYPE_PICK_ACTIONS (lanyard_pick_actions_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPickActions, lanyard_pick_actions, LANYARD, PICK_ACTIONS, GSimpleActionGroup)

LanyardPickActions *lanyard_pick_actions_new            (GtkWidget             *widget,
                                                         LanyardOpenConference *open);
void                lanyard_pick_actions_take_pickables (LanyardPickActions    *self,
                                                         GPtrArray             *pickables);
void                lanyard_pick_actions_take_pickable  (LanyardPickActions    *self,
                                                         LanyardPickable       *pickable);
const char         *lanyard_level_get_name              (LanyardLevel           level);
LanyardLevel        lanyard_level_from_name             (const char            *name);

G_END_DECLS
