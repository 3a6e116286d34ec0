/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of every page, for `./dev screenshots`, in each look of
 * screenshots-looks.c; of a long-worded, a crowded and some extreme
 * conferences. With ADW_DEBUG_HIGH_CONTRAST=1 in high contrast.
 *
 * Usage: screenshots FOLDER SAMPLE INVENTED EXTREMES [LOOK…] [--page=NAME…] */

#include "config.h"

#include "grid/lanyard-grid.h"
#include "lanyard-application.h"
#include "network-driver.h"
#include "screenshots-accounts.h"
#include "screenshots-application.h"
#include "screenshots-backup.h"
#include "screenshots-directory.h"
#include "screenshots-export.h"
#include "screenshots-feeds.h"
#include "screenshots-files.h"
#include "screenshots-looks.h"
#include "screenshots-menus.h"
#include "screenshots-opened.h"
#include "screenshots-picks.h"
#include "screenshots-plan.h"
#include "screenshots-search.h"
#include "screenshots-states.h"

/* Of a window before it is in any look. */
#define WIDTH 1600
#define HEIGHT 1000

static void
pick_some (WindowDriver *driver)
{
  static const char *titles[] = {
    "Rust-BPF updates", "AF_XDP BoF", "Intro/Welcome", "Performance Tools and Prompts", "Creating self references safely",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    lanyard_open_conference_set_level (driver->open, LANYARD_KIND_TALK,
                                       lanyard_item_get_key (LANYARD_ITEM (window_driver_find_talk (driver, titles[i]))),
                                       i == 3 ? LANYARD_LEVEL_MAYBE : LANYARD_LEVEL_GOING);
  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_SESSION,
                                     lanyard_session_get_key (window_driver_find_session (driver, "Live Update MC")),
                                     LANYARD_LEVEL_GOING);
}

/* Of a talk: who gives it and where. */
static void
take_person_and_room (WindowDriver *driver,
                      const Looks  *looks,
                      const char   *title,
                      const char   *prefix)
{
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);
  LanyardTalk *talk = window_driver_find_talk (driver, title);
  const LanyardCredit *credit = g_ptr_array_index (lanyard_talk_get_fields (talk)->credits, 0);
  g_autofree char *person_name = g_strconcat (prefix, "person", NULL);
  g_autofree char *room_name = g_strconcat (prefix, "room", NULL);

  lanyard_browser_show_person (browser, lanyard_person_get_key (credit->person));
  looks_take (looks, driver, person_name);
  lanyard_browser_show_room (browser, lanyard_room_get_name (lanyard_item_get_room (LANYARD_ITEM (talk))));
  looks_take (looks, driver, room_name);
}

static void
take_pages (WindowDriver *driver,
            const Looks  *looks,
            const char   *talk,
            const char   *session,
            const char   *prefix)
{
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);
  static const char *pages[] = { "schedule", "sessions", "plan", "speakers", "rooms" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strconcat (prefix, pages[i], NULL);

      lanyard_browser_set_page (browser, pages[i]);
      looks_take (looks, driver, name);
    }
  {
    g_autofree char *name = g_strconcat (prefix, "grid", NULL);

    gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.schedule-view", "s", "grid");
    looks_take (looks, driver, name);
    gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.schedule-view", "s", "list");
  }
  {
    g_autofree char *name = g_strconcat (prefix, "microconference", NULL);

    lanyard_browser_show_session (browser, window_driver_find_session (driver, session));
    looks_take (looks, driver, name);
  }
  {
    g_autofree char *name = g_strconcat (prefix, "talk", NULL);

    lanyard_browser_set_page (browser, "schedule");
    lanyard_browser_show_item (browser, LANYARD_ITEM (window_driver_find_talk (driver, talk)));
    looks_take (looks, driver, name);
  }
  take_person_and_room (driver, looks, talk, prefix);
}

static void
take_page (WindowDriver *driver,
           const Looks  *looks,
           const char   *page,
           const char   *name)
{
  lanyard_browser_set_page (lanyard_window_get_browser (driver->window), page);
  looks_take (looks, driver, name);
}

/* Nothing has happened yet; then a starred talk is cancelled, another one
 * moves, and more of the kind: the number of it all, the page, what it leads
 * to, and the plan. */
static void
tell_updates (WindowDriver *driver,
              const Looks  *looks)
{
  static const char *titles[] = { "Mesh on the Nullarbor", "NFS over a satellite", "Free software for fire brigades" };
  g_autofree char *version = g_build_filename (g_getenv ("LANYARD_CHANGED_PROGRAMMES"), "invented", "changed", NULL);
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);

  take_page (driver, looks, "updates", "updates-none");
  lanyard_browser_set_page (browser, "schedule");
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    lanyard_open_conference_set_level (driver->open, LANYARD_KIND_TALK,
                                       lanyard_item_get_key (LANYARD_ITEM (window_driver_find_talk (driver, titles[i]))),
                                       LANYARD_LEVEL_GOING);
  window_driver_settle ();
  window_driver_add (driver, version);
  looks_take (looks, driver, "updates-unseen");
  take_page (driver, looks, "updates", "updates");
  lanyard_browser_show_item (browser, LANYARD_ITEM (window_driver_find_talk (driver, titles[0])));
  looks_take (looks, driver, "updates-cancelled");
  take_page (driver, looks, "plan", "updates-plan");
}

static void
zoom_grid (WindowDriver *driver,
           const char   *action)
{
  GtkWidget *grid = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_GRID);

  gtk_widget_activate_action (grid, action, NULL);
  gtk_widget_activate_action (grid, action, NULL);
  gtk_widget_activate_action (grid, action, NULL);
}

/* While talks are on: as it is, by session, turned, and from near and far. */
static void
take_grids (WindowDriver *driver,
            const Looks  *looks)
{
  GtkWidget *grid;

  window_driver_set_now (driver, "2026-10-05T11:12:00+02:00");
  lanyard_browser_set_page (lanyard_window_get_browser (driver->window), "schedule");
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.schedule-view", "s", "grid");
  window_driver_settle ();
  grid = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_GRID);
  looks_take (looks, driver, "grid-now");
  zoom_grid (driver, "grid.zoom-out");
  looks_take (looks, driver, "grid-far");
  gtk_widget_activate_action (grid, "grid.reset-zoom", NULL);
  zoom_grid (driver, "grid.zoom-in");
  looks_take (looks, driver, "grid-near");
  gtk_widget_activate_action (grid, "grid.reset-zoom", NULL);
  g_object_set (grid, "turned", TRUE, NULL);
  looks_take (looks, driver, "grid-turned");
  g_object_set (grid, "turned", FALSE, "division", "session", NULL);
  looks_take (looks, driver, "grid-sessions");
  g_object_set (grid, "division", "room", NULL);
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.schedule-view", "s", "list");
}

/* While talks are on, in the night after, when all is over, and before the first
 * day; then the page of the conference itself. */
static void
take_now (WindowDriver *driver,
          const Looks  *looks)
{
  static const struct
  {
    const char *now;
    const char *name;
  } moments[] = {
    { "2026-10-05T11:12:00+02:00", "now" },
    { "2026-10-05T23:20:00+02:00", "now-night" },
    { "2026-10-12T11:00:00+02:00", "now-after" },
    { "2026-10-02T11:00:00+02:00", "now-before" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      window_driver_set_now (driver, moments[i].now);
      take_page (driver, looks, "now", moments[i].name);
    }
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.show-conference", NULL);
  looks_take (looks, driver, "conference");
}

static GtkWidget *
open_filters (WindowDriver *driver)
{
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.filter", NULL);
  return opened_await_popover (driver);
}

/* With filters, of which one leaves nothing of the day. */
static void
take_filters (WindowDriver *driver,
              const Looks  *looks)
{
  static const char *const sessions[] = { "Rust MC", "Android MC" };

  lanyard_browser_set_page (lanyard_window_get_browser (driver->window), "schedule");
  for (gsize i = 0; i < G_N_ELEMENTS (sessions); i++)
    {
      g_autofree char *name = g_strdup_printf ("schedule-filter-%" G_GSIZE_FORMAT, i + 1);
      g_autoptr (GVariant) value = g_variant_ref_sink (
          g_variant_new ("(us)", (guint) LANYARD_FILTER_SESSION,
                         lanyard_session_get_key (window_driver_find_session (driver, sessions[i]))));

      gtk_widget_activate_action_variant (GTK_WIDGET (driver->window), "win.filter-by", value);
      looks_take (looks, driver, name);
    }
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.clear-filter", NULL);
  looks_take_with (looks, driver, "schedule-filters", open_filters, opened_close);
}

static GtkWidget *
toggle_sidebar (WindowDriver *driver)
{
  lanyard_browser_toggle_sidebar (lanyard_window_get_browser (driver->window));
  return GTK_WIDGET (driver->window);
}

static void
toggle_back (WindowDriver *driver)
{
  toggle_sidebar (driver);
}

/* Between talks. */
static void
take_break (WindowDriver *driver,
            const Looks  *looks)
{
  GPtrArray *breaks = lanyard_programme_get_breaks (lanyard_open_conference_get_programme (driver->open));

  lanyard_browser_set_page (lanyard_window_get_browser (driver->window), "schedule");
  lanyard_browser_show_item (lanyard_window_get_browser (driver->window), breaks->pdata[0]);
  looks_take (looks, driver, "break");
}

static void
take_welcome (WindowDriver *driver,
              const Looks  *looks)
{
  g_settings_reset (driver->settings, "conference");
  window_driver_show (driver, WIDTH, HEIGHT);
  looks_take (looks, driver, "welcome");
  window_driver_close (driver);
}

static void
take_invented (WindowDriver *driver,
               const Looks  *looks,
               const char   *folder)
{
  window_driver_add (driver, folder);
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  window_driver_show (driver, WIDTH, HEIGHT);
  take_pages (driver, looks, "Copy on write, ten years on", "Filesystems and Storage MC", "invented-");
  tell_updates (driver, looks);
  window_driver_close (driver);
}

static void
take_sample (WindowDriver *driver,
             const Looks  *looks,
             const char   *folder)
{
  window_driver_add (driver, folder);
  g_settings_reset (driver->settings, "zone-choice");
  window_driver_show (driver, WIDTH, HEIGHT);
  pick_some (driver);
  take_pages (driver, looks, "Rust-BPF updates", "Rust MC", "");
  take_grids (driver, looks);
  take_now (driver, looks);
  take_filters (driver, looks);
  screenshots_take_search (driver, looks);
  screenshots_take_menus (looks, driver);
  screenshots_take_plan (driver, looks);
  screenshots_take_export (driver, looks);
  looks_take_with (looks, driver, "sidebar", toggle_sidebar, toggle_back);
  take_break (driver, looks);
  screenshots_take_application (driver, looks);
  screenshots_take_zones (driver, looks);
  screenshots_take_picks (driver, looks);
  window_driver_close (driver);
}

/* List and grid of many rooms, one room, one talk and the like. */
static void
take_extremes (WindowDriver *driver,
               const Looks  *looks,
               const char   *folder)
{
  static const char *const names[] = { "many-rooms", "one-room", "one-talk", "long-words", "empty-blocks" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *list = g_strconcat (names[i], "-list", NULL);
      g_autofree char *grid = g_strconcat (names[i], "-grid", NULL);

      window_driver_add (driver, path);
      window_driver_show (driver, WIDTH, HEIGHT);
      take_page (driver, looks, "schedule", list);
      gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.schedule-view", "s", "grid");
      looks_take (looks, driver, grid);
      gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.schedule-view", "s", "list");
      window_driver_close (driver);
    }
}

/* Adding by address and refreshing, with a real server and without one. */
static void
take_network (const Looks *looks)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autofree char *address = network_driver_dup_address (driver, "/event/20/");
  g_autofree char *wrong = network_driver_dup_address (driver, "/event/404/");
  const LanyardLimits patient = { 60000, 60000, 60000, 1 << 22, 60000, 1 << 22, 5, 0, 1, 1 };
  LanyardBrowser *browser;

  /* A spinner keeps a picture waiting. */
  lanyard_fetcher_set_limits (lanyard_sync_get_fetcher (lanyard_lazy_sync_get (driver->window->sync)), &patient);
  network_driver_show (driver, WIDTH, HEIGHT);
  network_driver_activate (driver, "win.add-conference", NULL);
  looks_take (looks, driver->window, "add-entry");
  network_driver_look_up (driver, wrong);
  network_driver_wait_text (driver, "The server knows no such event, or hides it from you; check its address, or sign in.");
  looks_take (looks, driver->window, "add-error");
  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_SLOW, "", 0, NULL);
  network_driver_look_up (driver, address);
  network_driver_wait_text (driver, "Downloading the programme…");
  looks_take (looks, driver->window, "add-progress");
  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_NONE, "", 0, NULL);
  network_driver_press (driver, "Cancel");
  network_driver_look_up (driver, address);
  network_driver_wait_text (driver, "Add");
  looks_take (looks, driver->window, "add-preview");
  network_driver_press (driver, "Add");
  network_driver_wait_text (driver, "Schedule");
  window_driver_settle ();

  browser = lanyard_window_get_browser (driver->window->window);
  network_driver_serve (driver, "halved");
  network_driver_activate (driver, "win.refresh", NULL);
  network_driver_wait_text (driver, "Keep Old");
  looks_take (looks, driver->window, "held-back");
  network_driver_press (driver, "Keep Old");
  network_driver_serve (driver, "changed");
  network_driver_activate (driver, "win.refresh", NULL);
  network_driver_wait_text (driver, "Show");
  looks_take (looks, driver->window, "refreshed");
  lanyard_browser_set_page (browser, "updates");
  window_driver_settle ();
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (network_driver_find_button (driver, "Only Mine")), TRUE);
  looks_take (looks, driver->window, "updates-none-mine");
  network_driver_press (driver, "Show All Updates");
  lanyard_browser_set_page (browser, "schedule");
  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_BROKEN, "", 0, NULL);
  network_driver_activate (driver, "win.refresh", NULL);
  network_driver_wait_text (driver, "Try Again");
  looks_take (looks, driver->window, "failed");
  network_driver_set_online (FALSE);
  lanyard_browser_set_page (browser, "schedule");
  looks_take (looks, driver->window, "offline");
  looks_take_with (looks, driver->window, "offline-sidebar", toggle_sidebar, toggle_back);
}

static void
take_all (const Looks *looks,
          const char  *sample,
          const char  *invented,
          const char  *extremes)
{
  g_autoptr (WindowDriver) driver = window_driver_new ("2026-10-02T09:00:00Z");

  take_welcome (driver, looks);
  take_sample (driver, looks, sample);
  take_extremes (driver, looks, extremes);
  window_driver_set_now (driver, "2026-10-02T09:00:00Z");
  take_invented (driver, looks, invented);
  screenshots_take_states (looks, invented);
  take_network (looks);
  screenshots_take_accounts (looks);
  screenshots_take_files (looks);
  screenshots_take_backup (looks, invented);
  screenshots_take_directory (looks);
  screenshots_take_feeds (looks);
}

/* Menus show the keys that the application has, and it is what they ask for
 * help. As it does not run, it lives as long as its process. */
static void
start_application (void)
{
  LanyardApplication *application = lanyard_application_new ();
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  g_application_set_default (G_APPLICATION (application));
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Inter 11", "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE,
                "gtk-decoration-layout", "appmenu:close", "gtk-label-select-on-focus", FALSE, NULL);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    double text_scale;
    gboolean mirrored;
  } rounds[] = { { 1, FALSE }, { 1, TRUE }, { 1.6, FALSE } };
  Looks looks = { 0 };

  if (argc < 5)
    {
      g_printerr ("Usage: screenshots FOLDER SAMPLE INVENTED EXTREMES [LOOK…] [--page=NAME…]\n");
      return 2;
    }
  looks.folder = argv[1];
  looks.chosen = (const char *const *) argv + 5;
  if (!looks_check (&looks))
    return 2;

  network_driver_init ();
  start_application ();
  g_mkdir_with_parents (argv[1], 0755);
  for (gsize i = 0; i < G_N_ELEMENTS (rounds); i++)
    if (looks_begin (&looks, rounds[i].text_scale, rounds[i].mirrored))
      take_all (&looks, argv[2], argv[3], argv[4]);
  return looks_end (&looks) ? 0 : 1;
}
