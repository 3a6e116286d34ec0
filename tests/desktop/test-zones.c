/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which zones the window shows times: the choice and how it returns, both
 * times at once, the laptop that travels, and the hint when clocks differ. */

#include "config.h"

#include <unistd.h>

#include <glib/gstdio.h>

#include "time/lanyard-zone-index.h"
#include "widgets/lanyard-zone-button.h"
#include "window-driver.h"
#include "zone/lanyard-zone-dialog.h"
#include "zone/lanyard-zone-hint.h"
#include "zone/lanyard-zone-phrases.h"

#define NOW "2026-09-20T09:00:00Z"

/* As timedated sets a zone: a new link, renamed over the old one. */
static void
link_zone (const char *path,
           const char *id)
{
  g_autofree char *target = g_strconcat ("../usr/share/zoneinfo/", id, NULL);
  g_autofree char *new_path = g_strconcat (path, ".new", NULL);

  g_assert_no_errno (symlink (target, new_path));
  g_assert_no_errno (g_rename (new_path, path));
}

static void
reset_settings (WindowDriver *driver)
{
  static const char *keys[] = { "page", "day", "zone-choice", "other-zone", "both-zones", "recent-zones" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (driver->settings, keys[i]);
}

static WindowDriver *
driver_new (void)
{
  WindowDriver *driver = window_driver_new (NOW);

  reset_settings (driver);
  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  return driver;
}

static void
assert_zone (LanyardZone *zone,
             const char  *id)
{
  g_assert_nonnull (zone);
  g_assert_cmpstr (lanyard_zone_get_id (zone), ==, id);
}

static GtkWidget *
find_hint (WindowDriver *driver)
{
  GtkWidget *hint = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ZONE_HINT);

  return hint != NULL && gtk_widget_get_mapped (hint) ? hint : NULL;
}

/* Rows and headings ask for a second zone: there is one while both are wanted
 * and have not one clock. */
static void
test_both (void)
{
  g_autoptr (WindowDriver) driver = driver_new ();

  window_driver_show (driver, 1200, 800);
  assert_zone (lanyard_open_conference_get_zone (driver->open), "Asia/Tokyo");
  g_assert_null (lanyard_open_conference_get_second_zone (driver->open));
  assert_zone (lanyard_open_conference_get_compared_zone (driver->open), "Australia/Adelaide");

  window_driver_activate (driver, "win.both-zones", NULL);
  assert_zone (lanyard_open_conference_get_second_zone (driver->open), "Australia/Adelaide");
  g_assert_true (g_settings_get_boolean (driver->settings, "both-zones"));
  window_driver_close (driver);

  window_driver_show (driver, 1200, 800);
  assert_zone (lanyard_open_conference_get_second_zone (driver->open), "Australia/Adelaide");
  window_driver_activate (driver, "win.zone", "conference");
  assert_zone (lanyard_open_conference_get_second_zone (driver->open), "Asia/Tokyo");
  window_driver_activate (driver, "win.zone", "Australia/Broken_Hill");
  g_assert_null (lanyard_open_conference_get_second_zone (driver->open));
  assert_zone (lanyard_open_conference_get_compared_zone (driver->open), "Australia/Adelaide");
}

static void
test_choice_returns (void)
{
  g_autoptr (WindowDriver) driver = driver_new ();
  g_auto (GStrv) recent = NULL;

  window_driver_show (driver, 1200, 800);
  window_driver_activate (driver, "win.zone", "Asia/Kolkata");
  window_driver_activate (driver, "win.zone", "America/New_York");
  window_driver_activate (driver, "win.zone", "Asia/Kolkata");
  window_driver_activate (driver, "win.zone", "Nowhere/Land");
  assert_zone (lanyard_open_conference_get_zone (driver->open), "Asia/Kolkata");
  window_driver_close (driver);

  window_driver_show (driver, 1200, 800);
  assert_zone (lanyard_open_conference_get_zone (driver->open), "Asia/Kolkata");
  recent = g_settings_get_strv (driver->settings, "recent-zones");
  g_assert_cmpuint (g_strv_length (recent), ==, 2);
  g_assert_cmpstr (recent[0], ==, "Asia/Kolkata");
  g_assert_cmpstr (recent[1], ==, "America/New_York");
}

/* The conference is from 1 to 4 October; Adelaide's clock is put forward on
 * the last day. */
static void
test_difference_in_words (void)
{
  g_autoptr (WindowDriver) driver = driver_new ();
  g_autofree char *difference = NULL;
  GtkWidget *button;

  window_driver_show (driver, 1200, 800);
  difference = lanyard_phrase_zone_difference (driver->open);
  g_assert_cmpstr (difference, ==,
                   "Tokyo is 30 minutes behind Adelaide. From Sun 4 Oct: Tokyo is 1 hour and 30 minutes behind Adelaide");
  window_driver_activate (driver, "win.page", "updates");
  button = window_driver_find (window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ZONE_BUTTON),
                               GTK_TYPE_MENU_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Tokyo time (JST)");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, difference);
}

/* The menu says the difference, and which choice is made. */
static void
test_menu (void)
{
  g_autoptr (WindowDriver) driver = driver_new ();
  GtkWidget *button;
  GMenuModel *menu;
  g_autofree char *heading = NULL;
  g_autofree char *first = NULL;
  g_autoptr (GMenuModel) section = NULL;

  g_settings_set_strv (driver->settings, "recent-zones", (const char *[]) { "Asia/Kolkata", "Not/There", NULL });
  window_driver_show (driver, 1200, 800);
  window_driver_activate (driver, "win.page", "updates");
  button = window_driver_find (window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ZONE_BUTTON),
                               GTK_TYPE_MENU_BUTTON);
  g_assert_null (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  g_assert_nonnull (menu);
  g_assert_true (g_menu_model_get_item_attribute (menu, 0, G_MENU_ATTRIBUTE_LABEL, "s", &heading));
  g_assert_true (g_str_has_prefix (heading, "Tokyo is 30 minutes behind Adelaide"));
  section = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  g_assert_true (g_menu_model_get_item_attribute (section, 0, G_MENU_ATTRIBUTE_LABEL, "s", &first));
  g_assert_cmpstr (first, ==, "Yours: Tokyo time (JST)");
  g_clear_object (&section);
  section = g_menu_model_get_item_link (menu, 1, G_MENU_LINK_SECTION);
  g_assert_cmpint (g_menu_model_get_n_items (section), ==, 2);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  window_driver_settle ();
}

static void
test_dialog (void)
{
  g_autoptr (WindowDriver) driver = driver_new ();
  GtkWidget *dialog;
  GtkWidget *entry;
  GtkWidget *view;
  GListModel *model;
  g_autoptr (LanyardZonePlace) place = NULL;

  g_settings_set_strv (driver->settings, "recent-zones", (const char *[]) { "Asia/Kolkata", NULL });
  window_driver_show (driver, 1200, 800);
  window_driver_activate (driver, "win.choose-zone", NULL);
  dialog = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ZONE_DIALOG);
  entry = window_driver_find (dialog, GTK_TYPE_SEARCH_ENTRY);
  /* The zones are read on another thread. */
  while ((view = window_driver_find (dialog, GTK_TYPE_LIST_VIEW)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  window_driver_settle ();
  model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
  place = g_list_model_get_item (model, 0);
  g_assert_cmpstr (lanyard_zone_place_get_city (place), ==, "Kolkata");
  window_driver_sweep (dialog, "zones");

  gtk_editable_set_text (GTK_EDITABLE (entry), "sao pau");
  window_driver_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
  g_signal_emit_by_name (entry, "activate");
  window_driver_settle ();
  assert_zone (lanyard_open_conference_get_zone (driver->open), "America/Sao_Paulo");
  g_assert_null (window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ZONE_DIALOG));
}

/* Once for each conference, and gone when the offer is taken. */
static void
test_hint (void)
{
  g_autoptr (WindowDriver) driver = driver_new ();
  GtkWidget *hint;

  window_driver_show (driver, 360, 700);
  hint = find_hint (driver);
  g_assert_nonnull (hint);
  g_assert_nonnull (lanyard_open_conference_get_choice (driver->open, "zone-hint"));
  window_driver_sweep (hint, "hint");
  g_signal_emit_by_name (window_driver_find (hint, GTK_TYPE_BUTTON), "clicked");
  window_driver_settle ();
  g_assert_cmpint (lanyard_open_conference_get_zone_choice (driver->open), ==, LANYARD_ZONE_CONFERENCE);
  g_assert_null (find_hint (driver));

  window_driver_activate (driver, "win.zone", "local");
  g_assert_null (find_hint (driver));
  window_driver_close (driver);
  window_driver_show (driver, 1200, 800);
  g_assert_null (find_hint (driver));
}

/* Who has chosen a zone needs no hint; it comes when the laptop arrives where
 * clocks differ, and goes where they do not. */
static void
test_travel (void)
{
  g_autoptr (WindowDriver) driver = driver_new ();
  g_autofree char *path = g_build_filename (driver->folder, "localtime", NULL);
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  g_clear_object (&driver->zone);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  g_settings_set_boolean (driver->settings, "both-zones", TRUE);
  link_zone (path, "Australia/Adelaide");
  driver->zone = lanyard_local_zone_new (path);
  window_driver_show (driver, 1200, 800);
  g_assert_null (find_hint (driver));
  g_assert_null (lanyard_open_conference_get_second_zone (driver->open));

  link_zone (path, "Europe/Prague");
  while (!g_str_equal (lanyard_zone_get_id (lanyard_open_conference_get_zone (driver->open)), "Europe/Prague"))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
  window_driver_settle ();
  g_assert_nonnull (find_hint (driver));
  assert_zone (lanyard_open_conference_get_second_zone (driver->open), "Australia/Adelaide");

  link_zone (path, "Australia/Broken_Hill");
  while (find_hint (driver) != NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  window_driver_init (&argc, &argv);

  g_test_add_func ("/zones/both", test_both);
  g_test_add_func ("/zones/choice-returns", test_choice_returns);
  g_test_add_func ("/zones/difference-in-words", test_difference_in_words);
  g_test_add_func ("/zones/menu", test_menu);
  g_test_add_func ("/zones/dialog", test_dialog);
  g_test_add_func ("/zones/hint", test_hint);
  g_test_add_func ("/zones/travel", test_travel);

  return g_test_run ();
}
