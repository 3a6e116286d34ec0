/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of a planned day: to scale, as a list, and of the dialogs about it.
 * What was planned is taken back at the end. */

#include "config.h"

#include "screenshots-plan.h"

static void
set_level (WindowDriver *driver,
           const char   *title,
           LanyardLevel  level)
{
  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_TALK,
                                     lanyard_item_get_key (LANYARD_ITEM (window_driver_find_talk (driver, title))), level);
}

static gint64
instant_at (const char *text)
{
  g_autoptr (GDateTime) date_time = g_date_time_new_from_iso8601 (text, NULL);

  return g_date_time_to_unix (date_time);
}

static void
add_lunch (WindowDriver *driver)
{
  const LanyardOwnEntryFields fields = {
    .kind = LANYARD_OWN_MEAL,
    .title = "Lunch with the RISC-V people",
    .start = instant_at ("2026-10-05T13:30:00+02:00"),
    .end = instant_at ("2026-10-05T14:45:00+02:00"),
    .zone = "Europe/Prague",
    .place = "Lobby",
    .people = "Palmer, Conor",
  };
  g_autoptr (LanyardOwnEntry) entry = lanyard_own_entry_new (&fields);
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();

  lanyard_edit_put_entry (edit, entry);
  lanyard_open_conference_apply (driver->open, edit, "Added");
}

static void
plan_some (WindowDriver *driver)
{
  set_level (driver, "Rust-BPF updates", LANYARD_LEVEL_GOING);
  set_level (driver, "Performance Tools and Prompts", LANYARD_LEVEL_MAYBE);
  set_level (driver, "AF_XDP BoF", LANYARD_LEVEL_GOING);
  set_level (driver, "Modern Developments with NFS in Linux", LANYARD_LEVEL_GOING);
  set_level (driver, "Live Update BoF", LANYARD_LEVEL_MAYBE);
  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_SESSION,
                                     lanyard_session_get_key (window_driver_find_session (driver, "Live Update MC")),
                                     LANYARD_LEVEL_GOING);
  add_lunch (driver);
}

/* When it is there again after the window got another size. */
static GtkWidget *
get_page (WindowDriver *driver)
{
  window_driver_settle ();
  return window_driver_find (GTK_WIDGET (driver->window), g_type_from_name ("LanyardPlanPage"));
}

static void
open_entry (WindowDriver *driver)
{
  gtk_widget_activate_action (get_page (driver), "plan.add", NULL);
}

static void
open_conflicts (WindowDriver *driver)
{
  gtk_widget_activate_action (get_page (driver), "plan.resolve-all", NULL);
}

static void
open_fits (WindowDriver *driver)
{
  gtk_widget_activate_action (get_page (driver), "plan.fits", "(xx)", instant_at ("2026-10-05T15:00:00+02:00"),
                              instant_at ("2026-10-05T16:00:00+02:00"));
}

static void
close_dialog (WindowDriver *driver)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (driver->window));

  if (dialog != NULL)
    adw_dialog_force_close (dialog);
  window_driver_settle ();
}

void
screenshots_take_plan (WindowDriver *driver,
                       const Looks  *looks)
{
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);

  window_driver_set_now (driver, "2026-10-05T11:12:00+02:00");
  lanyard_browser_set_page (browser, "schedule");
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.zone", "s", "conference");
  plan_some (driver);
  window_driver_settle ();
  lanyard_browser_set_page (browser, "plan");
  window_driver_settle ();
  looks_take (looks, driver, "plan-day");
  looks_take_with (looks, driver, "plan-entry", open_entry, close_dialog);
  looks_take_with (looks, driver, "plan-conflicts", open_conflicts, close_dialog);
  looks_take_with (looks, driver, "plan-fits", open_fits, close_dialog);
  gtk_widget_activate_action (get_page (driver), "plan.view", "s", "list");
  looks_take (looks, driver, "plan-list");
  gtk_widget_activate_action (get_page (driver), "plan.view", "s", "day");
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.zone", "s", "local");
}
