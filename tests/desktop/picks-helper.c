/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of deciding in the window share: one conference, and how its
 * talks are found, starred and read out. */

#include "config.h"

#include <string.h>

#include "picks-helper.h"
#include "widgets/lanyard-item-list.h"
#include "widgets/lanyard-item-row.h"
#include "widgets/lanyard-item-words.h"

WindowDriver *
picks_driver (const char *now)
{
  WindowDriver *driver = window_driver_new (now);

  g_settings_reset (driver->settings, "page");
  g_settings_reset (driver->settings, "day");
  g_settings_reset (driver->settings, "schedule-view");
  g_settings_reset (driver->settings, "schedule-position");
  g_settings_reset (driver->settings, "other-zone");
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  window_driver_show (driver, 1200, 800);
  return driver;
}

void
picks_activate (WindowDriver *driver,
                const char *action,
                const char *target)
{
  g_autoptr (GVariant) argument = target != NULL ? g_variant_ref_sink (g_variant_new_string (target)) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (driver->window), action, argument));
  window_driver_settle ();
}

gboolean
picks_says (WindowDriver *driver,
            const char *text)
{
  return window_driver_find_text (GTK_WIDGET (driver->window), text) != NULL;
}

void
picks_press (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  window_driver_settle ();
}

void
picks_press_text (WindowDriver *driver,
                  const char *text)
{
  GtkWidget *label = window_driver_find_text (GTK_WIDGET (driver->window), text);

  g_assert_nonnull (label);
  picks_press (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON));
}

LanyardItem *
picks_find_talk (WindowDriver *driver,
                 const char *title)
{
  return LANYARD_ITEM (window_driver_find_talk (driver, title));
}

LanyardLevel
picks_get_level (WindowDriver *driver,
                 const char *title)
{
  return lanyard_item_get_level (driver->open, picks_find_talk (driver, title));
}

void
picks_set_session (WindowDriver *driver,
                   LanyardLevel level)
{
  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_SESSION,
                                     lanyard_session_get_key (window_driver_find_session (driver, PICKS_SESSION)), level);
  window_driver_settle ();
}

GtkWidget *
picks_get_list (WindowDriver *driver)
{
  GtkWidget *list = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ITEM_LIST);

  g_assert_nonnull (list);
  return list;
}

GtkWidget *
picks_find_row (GtkWidget *widget,
                LanyardItem *item)
{
  if (LANYARD_IS_ITEM_ROW (widget))
    return gtk_widget_get_mapped (widget) && lanyard_item_row_get_item (LANYARD_ITEM_ROW (widget)) == item ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = picks_find_row (child, item);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
picks_get_row (WindowDriver *driver,
               const char *title)
{
  GtkWidget *row = picks_find_row (picks_get_list (driver), picks_find_talk (driver, title));

  g_assert_nonnull (row);
  return row;
}

void
picks_assert_row_says (WindowDriver *driver,
                       const char *title,
                       const char *words,
                       gboolean does)
{
  g_autofree char *label = lanyard_item_dup_accessible_label (driver->open, picks_find_talk (driver, title), LANYARD_ITEM_ROW_NONE);

  if ((strstr (label, words) != NULL) != does)
    g_test_fail_printf ("“%s” is %ssaid in “%s”", words, does ? "not " : "", label);
}

void
picks_show_item (WindowDriver *driver,
                 const char *title)
{
  lanyard_browser_show_item (lanyard_window_get_browser (driver->window), picks_find_talk (driver, title));
  window_driver_settle ();
}
