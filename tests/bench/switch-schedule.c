/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the main loop is kept at most when the schedule shows another day,
 * zone or filter, without the time that software spends on drawing, which is a
 * GPU's elsewhere. Prints a line each: what, and milliseconds.
 *
 * Usage: switch-schedule FOLDER-OF-A-PROGRAMME */

#include "config.h"

#include <time.h>

#include "../desktop/window-driver.h"

#define REPEATS 5

/* Microseconds of this thread alone, whatever else the machine does. */
static gint64
get_thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

typedef struct
{
  WindowDriver *driver; /* borrowed */
  gint64 laid_out;      /* when the last layout ended */
  gint64 drawing;       /* spent on drawing in this turn of the main loop */
} Watch;

static void
layout_cb (GdkFrameClock *frame_clock,
           Watch         *watch)
{
  watch->laid_out = get_thread_time ();
}

static void
after_paint_cb (GdkFrameClock *frame_clock,
                Watch         *watch)
{
  if (watch->laid_out != 0)
    watch->drawing += get_thread_time () - watch->laid_out;
  watch->laid_out = 0;
}

/* The longest turn of the main loop until nothing has happened for a while. */
static gint64
settle (Watch *watch)
{
  gint64 worst = 0;
  gint64 quiet_since = g_get_monotonic_time ();

  while (g_get_monotonic_time () - quiet_since < 150000)
    {
      gint64 begun = get_thread_time ();
      gint64 taken;

      watch->drawing = 0;
      if (!g_main_context_iteration (NULL, FALSE))
        {
          g_usleep (500);
          continue;
        }
      quiet_since = g_get_monotonic_time ();
      taken = get_thread_time () - begun - watch->drawing;
      worst = MAX (worst, taken);
    }
  return worst;
}

static gint64
act (Watch      *watch,
     const char *action,
     GVariant   *target)
{
  g_autoptr (GVariant) sunk = target != NULL ? g_variant_ref_sink (target) : NULL;
  gint64 begun = get_thread_time ();
  gint64 taken;
  gint64 after;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (watch->driver->window), action, sunk));
  taken = get_thread_time () - begun;
  after = settle (watch);
  return MAX (taken, after);
}

static void
report (const char *name,
        gint64      worst)
{
  g_print ("%-10s %.1f ms\n", name, (double) worst / 1000);
}

/* There and back again, from the middle of a day. */
static void
measure (Watch      *watch,
         const char *name,
         const char *action,
         GVariant   *there,
         const char *back_action,
         GVariant   *back)
{
  GtkWidget *view = window_driver_find (GTK_WIDGET (watch->driver->window), GTK_TYPE_LIST_VIEW);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  gint64 worst = 0;
  gint64 gaps[2];

  g_variant_ref_sink (there);
  if (back != NULL)
    g_variant_ref_sink (back);
  for (guint i = 0; i < REPEATS; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
      settle (watch);
      gaps[0] = act (watch, action, there);
      gaps[1] = act (watch, back_action, back);
      worst = MAX (worst, MAX (gaps[0], gaps[1]));
    }
  g_variant_unref (there);
  g_clear_pointer (&back, g_variant_unref);
  report (name, worst);
}

static void
measure_scrolling (Watch *watch)
{
  GtkWidget *view = window_driver_find (GTK_WIDGET (watch->driver->window), GTK_TYPE_LIST_VIEW);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double page = gtk_adjustment_get_page_size (adjustment);
  gint64 worst = 0;

  for (double value = 0; value < gtk_adjustment_get_upper (adjustment) - page && value < 60 * page; value += page / 3)
    {
      gint64 until = g_get_monotonic_time () + 20000;

      gtk_adjustment_set_value (adjustment, value);
      while (g_get_monotonic_time () < until)
        {
          gint64 begun = get_thread_time ();
          gint64 taken;

          watch->drawing = 0;
          if (!g_main_context_iteration (NULL, FALSE))
            continue;
          taken = get_thread_time () - begun - watch->drawing;
          worst = MAX (worst, taken);
        }
    }
  report ("scroll", worst);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (WindowDriver) driver = NULL;
  Watch watch = { 0 };
  GdkFrameClock *frame_clock;
  const char *session;

  if (argc != 2)
    {
      g_printerr ("Usage: switch-schedule FOLDER\n");
      return 2;
    }
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  driver = window_driver_new ("2026-10-05T03:00:00Z");
  window_driver_add (driver, argv[1]);
  window_driver_show (driver, 1200, 900);
  watch.driver = driver;
  frame_clock = gtk_widget_get_frame_clock (GTK_WIDGET (driver->window));
  g_signal_connect_after (frame_clock, "layout", G_CALLBACK (layout_cb), &watch);
  g_signal_connect (frame_clock, "after-paint", G_CALLBACK (after_paint_cb), &watch);
  settle (&watch);
  session = lanyard_session_get_key (
      g_ptr_array_index (lanyard_programme_get_sessions (lanyard_open_conference_get_programme (driver->open)), 0));
  measure (&watch, "day", "win.step-day", g_variant_new_int32 (1), "win.step-day", g_variant_new_int32 (-1));
  measure (&watch, "zone", "win.zone", g_variant_new_string ("conference"), "win.zone", g_variant_new_string ("local"));
  measure (&watch, "filter", "win.filter-by", g_variant_new ("(us)", (guint) LANYARD_FILTER_SESSION, session),
           "win.clear-filter", NULL);
  measure (&watch, "hide", "win.hide", g_variant_new ("(us)", (guint) LANYARD_FILTER_SESSION, session), "win.unhide",
           g_variant_new ("(us)", (guint) LANYARD_FILTER_SESSION, session));
  measure (&watch, "page", "win.page", g_variant_new_string ("plan"), "win.page", g_variant_new_string ("schedule"));
  measure_scrolling (&watch);
  return 0;
}
