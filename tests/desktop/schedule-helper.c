/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "schedule-helper.h"
#include "widgets/lanyard-item-row.h"

static void
reset (WindowDriver *driver)
{
  static const char *const keys[] = { "page", "day", "schedule-view", "schedule-position", "other-zone", "both-zones" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (driver->settings, keys[i]);
  g_settings_set_string (driver->settings, "zone-choice", "conference");
}

WindowDriver *
schedule_driver_with (const char *now,
                      const char *folder,
                      int         width,
                      int         height)
{
  WindowDriver *driver = window_driver_new (now);

  reset (driver);
  window_driver_add (driver, folder);
  window_driver_show (driver, width, height);
  return driver;
}

WindowDriver *
schedule_driver (const char *now)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LANYARD_DATA_DIR"), "sample", NULL);

  return schedule_driver_with (now, folder, 1200, 800);
}

void
schedule_activate (WindowDriver *driver,
                   const char   *action,
                   GVariant     *target)
{
  g_autoptr (GVariant) sunk = target != NULL ? g_variant_ref_sink (target) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (driver->window), action, sunk));
  window_driver_settle ();
}

void
schedule_activate_value (WindowDriver       *driver,
                         const char         *action,
                         LanyardFilterField  field,
                         const char         *value)
{
  schedule_activate (driver, action, g_variant_new ("(us)", (guint) field, value));
}

GtkWidget *
schedule_find (WindowDriver *driver,
               GType         type)
{
  return window_driver_find (GTK_WIDGET (driver->window), type);
}

LanyardItemList *
schedule_get_list (WindowDriver *driver)
{
  GtkWidget *list = schedule_find (driver, LANYARD_TYPE_ITEM_LIST);

  g_assert_nonnull (list);
  return LANYARD_ITEM_LIST (list);
}

guint
schedule_count_items (WindowDriver *driver)
{
  return g_list_model_get_n_items (lanyard_item_list_get_model (schedule_get_list (driver)));
}

GtkAdjustment *
schedule_get_adjustment (WindowDriver *driver)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (schedule_find (driver, GTK_TYPE_LIST_VIEW)));
}

const char *
schedule_get_top_title (WindowDriver *driver)
{
  return lanyard_item_get_title (lanyard_item_list_get_top_item (schedule_get_list (driver)));
}

GtkWidget *
schedule_find_row (GtkWidget  *root,
                   const char *title)
{
  if (LANYARD_IS_ITEM_ROW (root))
    return g_str_equal (lanyard_item_get_title (lanyard_item_row_get_item (LANYARD_ITEM_ROW (root))), title) ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = schedule_find_row (child, title);

      if (row != NULL)
        return row;
    }
  return NULL;
}

char *
schedule_dup_day (WindowDriver *driver)
{
  return lanyard_browser_dup_day (lanyard_window_get_browser (driver->window));
}

void
schedule_assert_day (WindowDriver *driver,
                     const char   *expected)
{
  g_autofree char *day = schedule_dup_day (driver);

  g_assert_cmpstr (day, ==, expected);
}
