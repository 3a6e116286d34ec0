/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a clock of 12 hours and a language from right to left ask of windows,
 * in Arabic as it is spoken in Egypt, which has both. */

#include "config.h"

#include <adwaita.h>

#include "plan/lanyard-typed-time.h"
#include "time/lanyard-time-format.h"
#include "widgets/lanyard-item-row.h"
#include "window-driver.h"

#define NOW "2026-10-05T11:12:00+02:00"
#define TALK_AT_FIVE "Rust-BPF updates"
#define TALK_AT_TEN "Linux Crypto API is dead, long live Linux Crypto API v2?"
#define WIDTH 1400
#define HEIGHT 900

/* What the form of an own entry writes, it can read. */
static void
test_times_are_read (void)
{
  g_autoptr (LanyardZone) zone = lanyard_zone_new_utc ();

  g_assert_true (lanyard_format_has_12_hours ());
  for (int half_hour = 0; half_hour < 48; half_hour++)
    {
      g_autofree char *text = lanyard_format_time (zone, half_hour * 30 * 60);
      int minutes;

      if (!lanyard_typed_time_parse (text, &minutes))
        g_error ("“%s” cannot be read", text);
      g_assert_cmpint (minutes, ==, half_hour * 30);
    }
}

static int
get_text_start (WindowDriver *driver,
                const char   *title)
{
  g_autoptr (GtkWidget) row = g_object_ref_sink (lanyard_item_row_new ());

  lanyard_item_row_bind (LANYARD_ITEM_ROW (row), driver->open, LANYARD_ITEM (window_driver_find_talk (driver, title)), LANYARD_ITEM_ROW_NONE);
  return lanyard_item_row_get_text_start (LANYARD_ITEM_ROW (row));
}

/* Titles stand below one another, whatever hour is beside them. */
static void
test_titles_are_in_line (void)
{
  g_autoptr (WindowDriver) driver = window_driver_new (NOW);

  g_settings_reset (driver->settings, "page");
  window_driver_add (driver, g_getenv ("LANYARD_TEST_SAMPLE"));
  window_driver_show (driver, WIDTH, HEIGHT);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (driver->window)), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (get_text_start (driver, TALK_AT_FIVE), ==, get_text_start (driver, TALK_AT_TEN));
  window_driver_close (driver);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  window_driver_init (&argc, &argv);

  g_test_add_func ("/arabic/times-are-read", test_times_are_read);
  g_test_add_func ("/arabic/titles-are-in-line", test_titles_are_in_line);

  return g_test_run ();
}
