/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pictures of the metainfo, which software centres show: of a window of
 * 1000 × 700 with its round corners and its shadow, on the first day of the
 * sample, for `./dev screenshots --metainfo`.
 *
 * Usage: store-screenshots FOLDER SAMPLE */

#include "config.h"

#include "window-driver.h"

#define WIDTH 1000
#define HEIGHT 700

/* What the shadow takes around the window, and how round its corners are. */
#define MARGIN 48
#define RADIUS 15

#define SESSION "Safe Systems with Linux MC"

static LanyardItem *
find_talk (WindowDriver *driver,
           const char   *title)
{
  return LANYARD_ITEM (window_driver_find_talk (driver, title));
}

static gint64
instant_at (const char *text)
{
  g_autoptr (GDateTime) date_time = g_date_time_new_from_iso8601 (text, NULL);

  return g_date_time_to_unix (date_time);
}

static void
plan_some (WindowDriver *driver)
{
  static const struct
  {
    const char *title;
    LanyardLevel level;
  } picks[] = {
    { "Rust-BPF updates", LANYARD_LEVEL_GOING },
    { "Performance Tools and Prompts", LANYARD_LEVEL_MAYBE },
    { "AF_XDP BoF", LANYARD_LEVEL_GOING },
    { "Modern Developments with NFS in Linux", LANYARD_LEVEL_GOING },
    { "x86 BoF", LANYARD_LEVEL_GOING },
    { "Sashiko current status", LANYARD_LEVEL_GOING },
    { "How to support multiple backends for guest_memfd?", LANYARD_LEVEL_MAYBE },
    { "Maintainer-oriented features of b4", LANYARD_LEVEL_GOING },
    { "The slab allocator sheaves post-mortem", LANYARD_LEVEL_GOING },
    { "Creating self references safely", LANYARD_LEVEL_GOING },
  };
  const LanyardOwnEntryFields lunch = {
    .kind = LANYARD_OWN_MEAL,
    .title = "Lunch with the RISC-V people",
    .start = instant_at ("2026-10-05T13:30:00+02:00"),
    .end = instant_at ("2026-10-05T14:45:00+02:00"),
    .zone = "Europe/Prague",
    .place = "Lobby",
  };
  g_autoptr (LanyardOwnEntry) entry = lanyard_own_entry_new (&lunch);
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (picks); i++)
    lanyard_open_conference_set_level (driver->open, LANYARD_KIND_TALK,
                                       lanyard_item_get_key (find_talk (driver, picks[i].title)), picks[i].level);
  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_SESSION,
                                     lanyard_session_get_key (window_driver_find_session (driver, "Live Update MC")),
                                     LANYARD_LEVEL_GOING);
  lanyard_edit_put_entry (edit, entry);
  lanyard_open_conference_apply (driver->open, edit, "Added");
}

/* As libadwaita has them, on a display that has none. */
static void
append_shadows (GtkSnapshot          *snapshot,
                const GskRoundedRect *outline)
{
  static const struct
  {
    int down;
    int blur;
    int spread;
    float alpha;
  } shadows[] = { { 0, 0, 1, 0.05f }, { 6, 32, 16, 0.04f }, { 3, 20, 10, 0.09f }, { 2, 8, 2, 0.13f } };

  for (gsize i = 0; i < G_N_ELEMENTS (shadows); i++)
    {
      const GdkRGBA color = { 0, 0, 0, shadows[i].alpha };

      gtk_snapshot_append_outset_shadow (snapshot, outline, &color, 0, (float) shadows[i].down, (float) shadows[i].spread,
                                         (float) shadows[i].blur);
    }
}

static void
take (WindowDriver *driver,
      const char   *folder,
      const char   *name)
{
  const graphene_rect_t window = GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT);
  const graphene_rect_t area = GRAPHENE_RECT_INIT (-MARGIN, -MARGIN, WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN);
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) drawn = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GskRoundedRect outline;

  /* On a display without a compositor it would have a border of its own. */
  gtk_widget_remove_css_class (GTK_WIDGET (driver->window), "solid-csd");
  gtk_widget_add_css_class (GTK_WIDGET (driver->window), "csd");
  window_driver_settle ();
  drawn = window_driver_draw (driver);
  gsk_rounded_rect_init_from_rect (&outline, &window, RADIUS);
  append_shadows (snapshot, &outline);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_node (snapshot, drawn);
  gtk_snapshot_pop (snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (driver->window)), node, &area);
  g_assert_true (gdk_texture_save_to_png (texture, path));
  g_print ("%s\n", path);
}

static void
take_all (WindowDriver *driver,
          const char   *folder)
{
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);

  lanyard_browser_set_page (browser, "plan");
  take (driver, folder, "plan");
  lanyard_browser_set_page (browser, "schedule");
  take (driver, folder, "schedule");
  window_driver_activate (driver, "win.schedule-view", "grid");
  take (driver, folder, "grid");
  window_driver_activate (driver, "win.schedule-view", "list");
  lanyard_browser_show_session (browser, window_driver_find_session (driver, SESSION));
  take (driver, folder, "microconference");
  window_driver_set_now (driver, "2026-10-05T11:12:00+02:00");
  lanyard_browser_set_page (browser, "now");
  take (driver, folder, "now");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (WindowDriver) driver = NULL;

  if (argc != 3)
    {
      g_printerr ("Usage: store-screenshots FOLDER SAMPLE\n");
      return 2;
    }
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Inter 11", "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, "gtk-decoration-layout", "appmenu:close", "gtk-label-select-on-focus", FALSE, NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
  driver = window_driver_new ("2026-10-02T09:00:00Z");
  window_driver_add (driver, argv[2]);
  window_driver_show (driver, WIDTH, HEIGHT);
  plan_some (driver);
  take_all (driver, argv[1]);
  return 0;
}
