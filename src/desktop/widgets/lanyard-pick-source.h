/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "lanyard-pickable.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_PICK_SOURCE (lanyard_pick_source_get_type ())
G_DECLARE_INTERFACE (LanyardPickSource, lanyard_pick_source, LANYARD, PICK_SOURCE, GtkWidget)

/**
 * LanyardPickSourceInterface:
 * @parent_iface: the parent
 * @dup_pickable: what the widget shows, to be starred; %NULL if that is nothing
 *
 * A widget that shows something that can be starred: a star, a cell of a grid,
 * a page.
 */
struct _LanyardPickSourceInterface
{
  GTypeInterface parent_iface;

  LanyardPickable *(*dup_pickable) (LanyardPickSource *self);
};

LanyardPickable *lanyard_pick_source_dup_pickable (LanyardPickSource *self);
LanyardPickSource *lanyard_pick_source_find       (GtkWidget         *focus);
LanyardPickable *lanyard_pick_source_dup_of       (GtkWidget         *widget);
LanyardPickable *lanyard_pick_source_dup_at       (GtkWidget         *focus);

G_END_DECLS
