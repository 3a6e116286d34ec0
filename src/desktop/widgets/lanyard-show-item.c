/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way from a list to what is in it. Used by pages and dialogs, main thread. */

#include "config.h"

#include "lanyard-show-item.h"

/**
 * lanyard_show_item:
 * @widget: where it was activated, in a window
 * @item: what was activated
 *
 * Has the window show an item. A block has no page of its own, but its session
 * has one.
 */
void
lanyard_show_item (GtkWidget   *widget,
                   LanyardItem *item)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (LANYARD_IS_ITEM (item));

  if (lanyard_item_get_kind (item) == LANYARD_KIND_BLOCK)
    gtk_widget_activate_action (widget, "win.show-session", "s", lanyard_session_get_key (lanyard_item_get_session (item)));
  else
    gtk_widget_activate_action (widget, "win.show-item", "(us)", (guint) lanyard_item_get_kind (item),
                                lanyard_item_get_key (item));
}
