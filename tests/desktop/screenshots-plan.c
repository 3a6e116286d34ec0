/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of a planned day: to scale, as a list, and of the dialogs about it.
 * What was planned is taken back at the end. */

#include "config.h"

#include "plan/lanyard-day-view.h"
#include "screenshots-opened.h"
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

static GtkWidget *
open_entry (WindowDriver *driver)
{
  gtk_widget_activate_action (get_page (driver), "plan.add", NULL);
  return opened_await_dialog (driver);
}

/* What begins at a time that there is not. */
static GtkWidget *
open_wrong_entry (WindowDriver *driver)
{
  GtkWidget *dialog = open_entry (driver);
  GtkWidget *row = dialog != NULL ? window_driver_find_text (dialog, "Start") : NULL;

  if (row == NULL)
    return NULL;
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_ancestor (row, ADW_TYPE_ENTRY_ROW)), "25:61");
  return dialog;
}

static GtkWidget *
open_own_entry (WindowDriver *driver)
{
  GPtrArray *entries = lanyard_decisions_get_entries (lanyard_open_conference_get_decisions (driver->open));

  gtk_widget_activate_action (get_page (driver), "plan.show", LANYARD_PLAN_ENTRY_TARGET,
                              lanyard_open_conference_get_uuid (driver->open), (guint) LANYARD_KIND_OWN,
                              lanyard_item_get_key (entries->pdata[0]));
  return opened_await_dialog (driver);
}

static GtkWidget *
open_conflicts (WindowDriver *driver)
{
  gtk_widget_activate_action (get_page (driver), "plan.resolve-all", NULL);
  return opened_await_dialog (driver);
}

static GtkWidget *
open_fits_between (WindowDriver *driver,
                   const char   *start,
                   const char   *end)
{
  gtk_widget_activate_action (get_page (driver), "plan.fits", LANYARD_PLAN_STRETCH_TARGET, instant_at (start), instant_at (end));
  return opened_await_dialog (driver);
}

static GtkWidget *
open_fits (WindowDriver *driver)
{
  return open_fits_between (driver, "2026-10-05T15:00:00+02:00", "2026-10-05T16:00:00+02:00");
}

/* Where an entry is, nothing is free. */
static GtkWidget *
open_no_fits (WindowDriver *driver)
{
  return open_fits_between (driver, "2026-10-05T13:45:00+02:00", "2026-10-05T14:15:00+02:00");
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
  looks_take_with (looks, driver, "plan-entry", open_entry, opened_close);
  looks_take_with (looks, driver, "plan-entry-wrong", open_wrong_entry, opened_close);
  looks_take_with (looks, driver, "plan-entry-own", open_own_entry, opened_close);
  looks_take_with (looks, driver, "plan-conflicts", open_conflicts, opened_close);
  looks_take_with (looks, driver, "plan-fits", open_fits, opened_close);
  looks_take_with (looks, driver, "plan-fits-none", open_no_fits, opened_close);
  gtk_widget_activate_action (get_page (driver), "plan.view", "s", "list");
  looks_take (looks, driver, "plan-list");
  gtk_widget_activate_action (get_page (driver), "plan.view", "s", "day");
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.zone", "s", "local");
}
