/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Menus that are made when they are first opened. GtkMenuButton makes the
 * widgets of its menu at once, which the start of the program need not pay. */

#include "config.h"

#include "lanyard-lazy-menu.h"

static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, user_data);
}

/**
 * lanyard_lazy_menu_set:
 * @button: a button
 * @menu: its menu
 *
 * Gives a button a menu, whose widgets are made when it is first opened.
 */
void
lanyard_lazy_menu_set (GtkMenuButton *button,
                       GMenuModel    *menu)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  gtk_menu_button_set_menu_model (button, NULL);
  gtk_menu_button_set_create_popup_func (button, create_popup_cb, g_object_ref (menu), g_object_unref);
}
