/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of every page, for `./dev screenshots`: light and dark, wide,
 * medium and narrow, in a long-worded, a right-to-left and a crowded state,
 * mirrored, and with large text. With ADW_DEBUG_HIGH_CONTRAST=1 in high contrast.
 *
 * Usage: screenshots FOLDER SAMPLE INVENTED */

#include "config.h"

#include "network-driver.h"
#include "screenshots-accounts.h"

typedef struct
{
  const char *name;
  int width;
  int height;
  gboolean dark;
  gboolean mirrored;
  double text_scale;
} Look;

static const Look looks[] = {
  { "wide", 1440, 900, FALSE, FALSE, 1 },
  { "wide-dark", 1440, 900, TRUE, FALSE, 1 },
  { "wide-mirrored", 1440, 900, FALSE, TRUE, 1 },
  { "medium", 1000, 700, FALSE, FALSE, 1 },
  { "medium-large", 1000, 700, FALSE, FALSE, 1.6 },
  { "narrow", 360, 720, FALSE, FALSE, 1 },
  { "narrow-dark", 360, 720, TRUE, FALSE, 1 },
  { "narrow-mirrored", 360, 720, FALSE, TRUE, 1 },
  { "narrow-large", 360, 720, FALSE, FALSE, 1.6 },
};

static void
take (WindowDriver *driver,
      const char   *folder,
      const char   *page,
      const char   *look)
{
  g_autofree char *name = g_strdup_printf ("%s-%s.png", page, look);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  window_driver_picture (driver, path);
  g_print ("%s\n", path);
}

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
                      const char   *folder,
                      const Look   *look,
                      const char   *title,
                      const char   *prefix)
{
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);
  LanyardTalk *talk = window_driver_find_talk (driver, title);
  const LanyardCredit *credit = g_ptr_array_index (lanyard_talk_get_fields (talk)->credits, 0);
  g_autofree char *person_name = g_strconcat (prefix, "person", NULL);
  g_autofree char *room_name = g_strconcat (prefix, "room", NULL);

  lanyard_browser_show_person (browser, lanyard_person_get_key (credit->person));
  take (driver, folder, person_name, look->name);
  lanyard_browser_show_room (browser, lanyard_room_get_name (lanyard_item_get_room (LANYARD_ITEM (talk))));
  take (driver, folder, room_name, look->name);
}

static void
take_pages (WindowDriver *driver,
            const char   *folder,
            const Look   *look,
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
      take (driver, folder, name, look->name);
    }
  {
    g_autofree char *name = g_strconcat (prefix, "grid", NULL);

    gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.schedule-view", "s", "grid");
    take (driver, folder, name, look->name);
    gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.schedule-view", "s", "list");
  }
  {
    g_autofree char *name = g_strconcat (prefix, "microconference", NULL);

    lanyard_browser_show_session (browser, window_driver_find_session (driver, session));
    take (driver, folder, name, look->name);
  }
  {
    g_autofree char *name = g_strconcat (prefix, "talk", NULL);

    lanyard_browser_set_page (browser, "schedule");
    lanyard_browser_show_item (browser, LANYARD_ITEM (window_driver_find_talk (driver, talk)));
    take (driver, folder, name, look->name);
  }
  take_person_and_room (driver, folder, look, talk, prefix);
}

static void
take_page (WindowDriver *driver,
           const char   *folder,
           const char   *page,
           const char   *name,
           const Look   *look)
{
  lanyard_browser_set_page (lanyard_window_get_browser (driver->window), page);
  take (driver, folder, name, look->name);
}

/* Nothing has happened yet; then a starred talk is cancelled, another one
 * moves, and more of the kind: the number of it all, the page, what it leads
 * to, and the plan. */
static void
tell_updates (WindowDriver *driver,
              const char   *folder,
              const Look   *look)
{
  static const char *titles[] = { "Mesh on the Nullarbor", "NFS over a satellite", "Free software for fire brigades" };
  g_autofree char *version = g_build_filename (g_getenv ("LANYARD_CHANGED_PROGRAMMES"), "invented", "changed", NULL);
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);

  take_page (driver, folder, "updates", "updates-none", look);
  lanyard_browser_set_page (browser, "schedule");
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    lanyard_open_conference_set_level (driver->open, LANYARD_KIND_TALK,
                                       lanyard_item_get_key (LANYARD_ITEM (window_driver_find_talk (driver, titles[i]))),
                                       LANYARD_LEVEL_GOING);
  window_driver_settle ();
  window_driver_add (driver, version);
  take (driver, folder, "updates-unseen", look->name);
  take_page (driver, folder, "updates", "updates", look);
  lanyard_browser_show_item (browser, LANYARD_ITEM (window_driver_find_talk (driver, titles[0])));
  take (driver, folder, "updates-cancelled", look->name);
  take_page (driver, folder, "plan", "updates-plan", look);
}

/* While talks are on, before the first day and in the night after it; then
 * the page of the conference itself. */
static void
take_now (WindowDriver *driver,
          const char   *folder,
          const Look   *look)
{
  static const struct
  {
    const char *now;
    const char *name;
  } moments[] = {
    { "2026-10-05T11:12:00+02:00", "now" },
    { "2026-10-05T23:20:00+02:00", "now-night" },
    { "2026-10-02T11:00:00+02:00", "now-before" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      window_driver_set_now (driver, moments[i].now);
      take_page (driver, folder, "now", moments[i].name, look);
    }
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.show-conference", NULL);
  take (driver, folder, "conference", look->name);
}

/* With filters, of which one leaves nothing of the day. */
static void
take_filters (WindowDriver *driver,
              const char   *folder,
              const Look   *look)
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
      take (driver, folder, name, look->name);
    }
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.clear-filter", NULL);
}

/* Nothing typed, something found, and nothing found. */
static void
take_search (WindowDriver *driver,
             const char   *folder,
             const Look   *look)
{
  static const struct
  {
    const char *words;
    const char *name;
  } searches[] = { { "", "search" }, { "rust", "search-found" }, { "xyzzy", "search-nothing" } };

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      GtkWidget *entry;

      lanyard_browser_set_page (lanyard_window_get_browser (driver->window), "search");
      window_driver_settle ();
      entry = window_driver_find (GTK_WIDGET (driver->window), GTK_TYPE_SEARCH_ENTRY);
      gtk_editable_set_text (GTK_EDITABLE (entry), searches[i].words);
      take (driver, folder, searches[i].name, look->name);
    }
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.page", "s", "schedule");
}

static void
take_look (const char *folder,
           const char *sample,
           const char *invented,
           const Look *look)
{
  g_autoptr (WindowDriver) driver = window_driver_new ("2026-10-02T09:00:00Z");

  gtk_widget_set_default_direction (look->mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * look->text_scale), NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      look->dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_settings_reset (driver->settings, "conference");
  window_driver_show (driver, look->width, look->height);
  take (driver, folder, "welcome", look->name);
  window_driver_close (driver);

  window_driver_add (driver, invented);
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  window_driver_show (driver, look->width, look->height);
  take_pages (driver, folder, look, "Copy on write, ten years on", "Filesystems and Storage MC", "invented-");
  tell_updates (driver, folder, look);
  window_driver_close (driver);

  window_driver_add (driver, sample);
  g_settings_reset (driver->settings, "zone-choice");
  window_driver_show (driver, look->width, look->height);
  pick_some (driver);
  take_pages (driver, folder, look, "Rust-BPF updates", "Rust MC", "");
  take_now (driver, folder, look);
  take_filters (driver, folder, look);
  take_search (driver, folder, look);
  lanyard_browser_toggle_sidebar (lanyard_window_get_browser (driver->window));
  take (driver, folder, "sidebar", look->name);
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.choose-zone", NULL);
  take (driver, folder, "zone", look->name);
}

/* Adding by address and refreshing, with a real server and without one. */
static void
take_network (const char *folder,
              const Look *look)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autofree char *address = network_driver_dup_address (driver, "/event/20/");
  g_autofree char *wrong = network_driver_dup_address (driver, "/event/404/");
  const LanyardLimits patient = { 60000, 60000, 60000, 1 << 22, 60000, 1 << 22, 5, 0, 1, 1 };
  LanyardBrowser *browser;

  /* A spinner keeps a picture waiting. */
  lanyard_fetcher_set_limits (lanyard_sync_get_fetcher (lanyard_lazy_sync_get (driver->window->sync)), &patient);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      look->dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  network_driver_show (driver, look->width, look->height);
  network_driver_activate (driver, "win.add-conference", NULL);
  take (driver->window, folder, "add-entry", look->name);
  network_driver_look_up (driver, wrong);
  network_driver_wait_text (driver, "The server knows no such event, or hides it from you; check its address, or sign in.");
  take (driver->window, folder, "add-error", look->name);
  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_SLOW, "", 0, NULL);
  network_driver_look_up (driver, address);
  network_driver_wait_text (driver, "Downloading the programme…");
  take (driver->window, folder, "add-progress", look->name);
  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_NONE, "", 0, NULL);
  network_driver_press (driver, "Cancel");
  network_driver_look_up (driver, address);
  network_driver_wait_text (driver, "Add");
  take (driver->window, folder, "add-preview", look->name);
  network_driver_press (driver, "Add");
  network_driver_wait_text (driver, "Schedule");
  window_driver_settle ();

  browser = lanyard_window_get_browser (driver->window->window);
  network_driver_serve (driver, "halved");
  network_driver_activate (driver, "win.refresh", NULL);
  network_driver_wait_text (driver, "Keep Old Programme");
  take (driver->window, folder, "held-back", look->name);
  network_driver_press (driver, "Keep Old Programme");
  network_driver_serve (driver, "changed");
  network_driver_activate (driver, "win.refresh", NULL);
  network_driver_wait_text (driver, "Show");
  take (driver->window, folder, "refreshed", look->name);
  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_BROKEN, "", 0, NULL);
  network_driver_activate (driver, "win.refresh", NULL);
  network_driver_wait_text (driver, "Try Again");
  take (driver->window, folder, "failed", look->name);
  network_driver_set_online (FALSE);
  lanyard_browser_set_page (browser, "schedule");
  take (driver->window, folder, "offline", look->name);
  lanyard_browser_toggle_sidebar (browser);
  take (driver->window, folder, "offline-sidebar", look->name);
}

int
main (int   argc,
      char *argv[])
{
  if (argc != 4)
    {
      g_printerr ("Usage: screenshots FOLDER SAMPLE INVENTED\n");
      return 2;
    }

  network_driver_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Inter 11", "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  g_mkdir_with_parents (argv[1], 0755);
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      take_look (argv[1], argv[2], argv[3], &looks[i]);
      take_network (argv[1], &looks[i]);
      screenshots_take_accounts (argv[1], looks[i].name, looks[i].width, looks[i].height);
    }
  return 0;
}
