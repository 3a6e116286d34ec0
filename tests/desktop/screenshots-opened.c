/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What lies upon the window while a picture is taken: a dialog, or what popped
 * up. A display without a window manager may refuse a popup the grab that it
 * asks for, and then it is not shown; so it is asked again, without one. */

#include "config.h"

#include "schedule/lanyard-item-menu.h"
#include "screenshots-opened.h"
#include "texts.h"

#define PATIENCE (15 * G_USEC_PER_SEC)

GtkWidget *
opened_get_dialog (WindowDriver *driver)
{
  return GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (driver->window)));
}

/* Returns NULL if none comes. */
GtkWidget *
opened_await_dialog (WindowDriver *driver)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;

  while (opened_get_dialog (driver) == NULL && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  window_driver_settle ();
  return opened_get_dialog (driver);
}

/* The outermost that is asked to be seen, whether it is or not. */
static GtkWidget *
find_popover (GtkWidget *root)
{
  if (GTK_IS_POPOVER (root) && gtk_widget_get_visible (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_popover (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Returns NULL if none comes. */
GtkWidget *
opened_await_popover (WindowDriver *driver)
{
  GtkWidget *popover = find_popover (GTK_WIDGET (driver->window));

  if (popover == NULL)
    return NULL;
  g_object_ref (popover);
  window_driver_settle ();
  if (!gtk_widget_get_mapped (popover) && gtk_widget_get_parent (popover) != NULL)
    {
      gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
      gtk_popover_popup (GTK_POPOVER (popover));
      window_driver_settle ();
    }
  g_object_unref (popover);
  return find_popover (GTK_WIDGET (driver->window));
}

/* The first of a type that is seen and says one of these in its tooltip.
 * Returns NULL if there is none. */
GtkWidget *
opened_find_button (GtkWidget         *root,
                    GType              type,
                    const char *const *tooltips)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_tooltip_text (root) != NULL &&
      g_strv_contains (tooltips, gtk_widget_get_tooltip_text (root)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *button = opened_find_button (child, type, tooltips);

      if (button != NULL)
        return button;
    }
  return NULL;
}

/* The menu of the first button that is seen and says this in its tooltip, in
 * the language of the window. Returns NULL if there is none. */
GtkWidget *
opened_press_menu (WindowDriver *driver,
                   const char   *tooltip)
{
  g_auto (GStrv) tooltips = texts_dup_forms (tooltip);
  GtkWidget *button = opened_find_button (GTK_WIDGET (driver->window), GTK_TYPE_MENU_BUTTON, (const char *const *) tooltips);

  if (button == NULL)
    return NULL;
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  return opened_await_popover (driver);
}

/* The menu of a talk in the list. Returns NULL if none is seen. */
GtkWidget *
opened_pop_item_menu (WindowDriver *driver,
                      const char   *title)
{
  GtkWidget *list = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ITEM_LIST);

  if (list == NULL || !gtk_widget_get_mapped (list))
    return NULL;
  lanyard_item_menu_popup (LANYARD_ITEM_LIST (list), LANYARD_ITEM (window_driver_find_talk (driver, title)), 60, 120);
  return opened_await_popover (driver);
}

/* The dialog that shares the plan. Returns NULL if it does not come. */
GtkWidget *
opened_share_plan (WindowDriver *driver)
{
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.share", "s", "plan");
  return opened_await_dialog (driver);
}

/* All of it. */
void
opened_close (WindowDriver *driver)
{
  GtkWidget *popover;

  while ((popover = find_popover (GTK_WIDGET (driver->window))) != NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (popover));
      window_driver_settle ();
    }
  while (opened_get_dialog (driver) != NULL)
    {
      adw_dialog_force_close (ADW_DIALOG (opened_get_dialog (driver)));
      window_driver_settle ();
    }
}
