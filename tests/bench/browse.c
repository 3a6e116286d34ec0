/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks through a real window on a real store and measures, action by action,
 * for how long the main loop was away: `browse FOLDER` reads the documents of a
 * conference there and prints a name and milliseconds a line.
 *
 * A turn of the main loop counts from the moment poll() returns until it would
 * be called again. What the renderer takes is left out, for on a display
 * without a GPU it is the processor's; where the name ends in "-own", GTK's
 * layout is left out as well. */

#include "config.h"

#include "../desktop/window-driver.h"
#include "browser/lanyard-browser.h"
#include "plan/lanyard-day.h"
#include "schedule/lanyard-schedule-page.h"
#include "widgets/lanyard-item-list.h"

#define QUIET_USEC 150000
#define PATIENCE_USEC (20 * G_USEC_PER_SEC)
#define REPEATS 3

typedef struct
{
  GSource  source;
  gint64  *polled; /* borrowed: when poll() returned, monotonic microseconds */
} Watch;

typedef struct
{
  WindowDriver *driver; /* borrowed */
  gint64 polled;        /* when poll() returned in this turn, monotonic microseconds */
  gint64 updated;       /* when the frame's update phase ended */
  gint64 laid_out;      /* when its layout phase ended */
  gint64 drawn;         /* microseconds of drawing in this turn */
  gint64 arranged;      /* microseconds of layout in this turn */
  gint64 worst;         /* the longest turn without drawing, microseconds */
  gint64 worst_own;     /* the longest turn without drawing and layout, microseconds */
} Browse;

typedef void (*Action) (Browse     *self,
                        const char *target);

static gboolean
watch_prepare (GSource *source,
               int     *timeout)
{
  *timeout = -1;
  return FALSE;
}

static gboolean
watch_check (GSource *source)
{
  *((Watch *) source)->polled = g_get_monotonic_time ();
  return FALSE;
}

static gboolean
watch_dispatch (GSource     *source,
                GSourceFunc  callback,
                gpointer     user_data)
{
  return G_SOURCE_CONTINUE;
}

static GSourceFuncs watch_funcs = { watch_prepare, watch_check, watch_dispatch, NULL, NULL, NULL };

static void
update_cb (Browse *self)
{
  self->updated = g_get_monotonic_time ();
}

static void
layout_cb (Browse *self)
{
  self->laid_out = g_get_monotonic_time ();
  self->arranged += self->laid_out - self->updated;
}

static void
after_paint_cb (Browse *self)
{
  self->drawn += g_get_monotonic_time () - self->laid_out;
}

static void
watch_frames (Browse *self)
{
  GdkFrameClock *frames = gtk_widget_get_frame_clock (GTK_WIDGET (self->driver->window));

  g_signal_connect_swapped (frames, "update", G_CALLBACK (update_cb), self);
  g_signal_connect_swapped (frames, "layout", G_CALLBACK (layout_cb), self);
  g_signal_connect_swapped (frames, "after-paint", G_CALLBACK (after_paint_cb), self);
}

/* Turns the main loop once and keeps what is the longest. */
static gboolean
turn (Browse *self)
{
  gboolean something;
  gint64 took;

  self->drawn = self->arranged = 0;
  something = g_main_context_iteration (NULL, FALSE);
  took = g_get_monotonic_time () - self->polled - self->drawn;
  self->worst = MAX (self->worst, took);
  self->worst_own = MAX (self->worst_own, took - self->arranged);
  return something;
}

static void
settle (Browse *self)
{
  gint64 begun = g_get_monotonic_time ();
  gint64 quiet_since = begun;

  while (g_get_monotonic_time () - quiet_since < QUIET_USEC && g_get_monotonic_time () - begun < PATIENCE_USEC)
    {
      if (turn (self))
        quiet_since = g_get_monotonic_time ();
      else
        g_usleep (500);
    }
}

/* What an action does itself happens in a turn, too. */
static void
act (Browse     *self,
     Action      action,
     const char *target)
{
  gint64 begun = g_get_monotonic_time ();

  action (self, target);
  self->worst = self->worst_own = g_get_monotonic_time () - begun;
  settle (self);
}

static void
show_page (Browse     *self,
           const char *page)
{
  gtk_widget_activate_action (GTK_WIDGET (self->driver->window), "win.page", "s", page);
}

static void
show_day (Browse     *self,
          const char *day)
{
  lanyard_browser_set_day (lanyard_window_get_browser (self->driver->window), day);
}

static void
show_zone (Browse     *self,
           const char *zone)
{
  gtk_widget_activate_action (GTK_WIDGET (self->driver->window), "win.zone", "s", zone);
}

static GtkAdjustment *
schedule_adjustment (Browse *self)
{
  GtkWidget *list = window_driver_find (GTK_WIDGET (self->driver->window), LANYARD_TYPE_ITEM_LIST);
  GtkWidget *scroller = window_driver_find (list, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

static gboolean
scroll_on (GtkAdjustment *adjustment)
{
  double before = gtk_adjustment_get_value (adjustment);

  gtk_adjustment_set_value (adjustment, before + gtk_adjustment_get_page_size (adjustment) / 3);
  return gtk_adjustment_get_value (adjustment) > before;
}

static void
scroll_list (Browse     *self,
             const char *target)
{
  GtkAdjustment *adjustment = schedule_adjustment (self);
  gboolean moved;

  gtk_adjustment_set_value (adjustment, 0);
  settle (self);
  self->worst = self->worst_own = 0;
  do
    {
      gint64 begun = g_get_monotonic_time ();
      gint64 took;

      moved = scroll_on (adjustment);
      took = g_get_monotonic_time () - begun;
      self->worst_own = MAX (self->worst_own, took);
      for (int i = 0; i < 40; i++)
        {
          turn (self);
          g_usleep (500);
        }
    }
  while (moved);
}

/* Each action some times, and the best of them: others may have the processor,
 * but what the loop itself does, it does each time. */
static void
measure (Browse             *self,
         const char         *name,
         Action              action,
         const char *const  *targets)
{
  gint64 worst = 0;

  for (gsize i = 0; targets[i] != NULL; i++)
    {
      gint64 best = G_MAXINT64;

      for (int repeat = 0; repeat < REPEATS; repeat++)
        {
          act (self, action, targets[i == 0 ? 1 : 0]);
          act (self, action, targets[i]);
          best = MIN (best, self->worst);
        }
      worst = MAX (worst, best);
    }
  g_print ("%s %.2f\n", name, worst / 1000.0);
}

/* A page is made when it is first shown, which happens once. */
static void
measure_first (Browse            *self,
               const char *const *pages)
{
  for (gsize i = 0; pages[i] != NULL; i++)
    {
      act (self, show_page, pages[i]);
      g_print ("first-%s %.2f\n", pages[i], self->worst / 1000.0);
    }
}

static char **
dup_day_names (Browse *self)
{
  g_autoptr (GPtrArray) days = lanyard_programme_dup_days (lanyard_open_conference_get_programme (self->driver->open),
                                                           lanyard_open_conference_get_zone (self->driver->open));
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < days->len; i++)
    {
      const LanyardDay *day = g_ptr_array_index (days, i);
      char name[16];
      GDate date;

      if (day->day == LANYARD_DAY_NONE)
        continue;
      g_date_clear (&date, 1);
      g_date_set_julian (&date, day->day);
      g_date_strftime (name, sizeof name, "%Y-%m-%d", &date);
      g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

static void
measure_scrolling (Browse *self)
{
  gint64 best = G_MAXINT64;

  for (int repeat = 0; repeat < REPEATS; repeat++)
    {
      scroll_list (self, NULL);
      best = MIN (best, self->worst_own);
    }
  g_print ("scroll-list-own %.2f\n", best / 1000.0);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const pages[] = { "schedule", "plan", "now", "sessions", "speakers", "rooms", "updates", NULL };
  static const char *const zones[] = { "conference", "local", NULL };
  g_autoptr (WindowDriver) driver = NULL;
  g_auto (GStrv) days = NULL;
  Browse browse = { NULL };
  g_autoptr (GSource) watch = NULL;

  if (argc != 2)
    g_error ("Usage: %s FOLDER", argv[0]);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  driver = window_driver_new (g_getenv ("LANYARD_NOW"));
  window_driver_add (driver, argv[1]);
  window_driver_show (driver, 1400, 900);
  browse.driver = driver;
  watch = g_source_new (&watch_funcs, sizeof (Watch));
  ((Watch *) watch)->polled = &browse.polled;
  g_source_attach (watch, NULL);
  watch_frames (&browse);

  settle (&browse);
  measure_first (&browse, pages);
  measure (&browse, "page", show_page, pages);
  act (&browse, show_page, "schedule");
  days = dup_day_names (&browse);
  measure (&browse, "day", show_day, (const char *const *) days);
  measure (&browse, "zone", show_zone, zones);
  measure_scrolling (&browse);
  g_source_destroy (watch);
  return 0;
}
