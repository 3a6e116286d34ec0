/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks through a real window on a real store and measures, action by action,
 * for how long the main loop was kept: `browse FOLDER QUERY…` reads the
 * documents of an invented conference there and prints lines of what is measured, a name,
 * a number and what a clock on the wall would say:
 *
 *   switch  milliseconds of the longest turn of the main loop after an action
 *   pan     the same of a turn while something is scrolled from end to end
 *   key     milliseconds from a key in the search field to the results in the
 *           model, of which most passes on the store's thread: by the wall
 *   widgets how many the grid made for each that is seen
 *
 * Turns are measured in the time that the main thread itself had the processor:
 * others have it as well, and the loop never waits for anything. What the
 * renderer takes is left out, for on a display without a GPU it is the
 * processor's; of panning, GTK's layout as well, but not where the grid's own
 * cells are placed in it. Each is the best of some times. */

#include "config.h"

#include "../desktop/window-driver.h"
#include "browser/lanyard-browser.h"
#include "duration.h"
#include "grid/lanyard-grid-view.h"
#include "plan/lanyard-people.h"
#include "search/lanyard-search-page.h"
#include "search/lanyard-search.h"

#define QUIET_USEC 120000
#define PATIENCE_USEC (1 * G_USEC_PER_SEC)
#define REPEATS 4

typedef struct
{
  WindowDriver *driver; /* borrowed */
  gboolean leaves_layout; /* whether GTK's layout is left out */
  Duration updated;     /* when the frame's update phase ended */
  Duration laid_out;    /* when its layout phase ended */
  Duration left_out;    /* spent in this turn on what is not ours */
  Duration worst;       /* the longest turn */
  gboolean found;       /* whether the search has its results */
} Browse;

typedef void (*Action) (Browse     *self,
                        const char *target);

static void
leave_out (Browse   *self,
           Duration  begun)
{
  Duration took = duration_since (begun);

  self->left_out.cpu += took.cpu;
  self->left_out.wall += took.wall;
}

static void
update_cb (Browse *self)
{
  self->updated = duration_now ();
}

static void
layout_cb (Browse *self)
{
  if (self->leaves_layout)
    leave_out (self, self->updated);
  self->laid_out = duration_now ();
}

static void
after_paint_cb (Browse *self)
{
  leave_out (self, self->laid_out);
}

/* Each before GTK's own handlers of the next phase and after those of this. */
static void
watch_frames (Browse *self)
{
  GdkFrameClock *frames = gtk_widget_get_frame_clock (GTK_WIDGET (self->driver->window));

  g_signal_connect_data (frames, "update", G_CALLBACK (update_cb), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_data (frames, "layout", G_CALLBACK (layout_cb), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_swapped (frames, "after-paint", G_CALLBACK (after_paint_cb), self);
}

static void
keep_worst (Browse   *self,
            Duration  took)
{
  self->worst.cpu = MAX (self->worst.cpu, took.cpu - self->left_out.cpu);
  self->worst.wall = MAX (self->worst.wall, took.wall - self->left_out.wall);
}

/* Turns the main loop once and keeps what is the longest. */
static gboolean
turn (Browse *self)
{
  Duration begun = duration_now ();
  gboolean something;

  self->left_out = (Duration) { 0 };
  something = g_main_context_iteration (NULL, FALSE);
  keep_worst (self, duration_since (begun));
  return something;
}

static void
settle_for (Browse *self,
            gint64  quiet)
{
  gint64 begun = g_get_monotonic_time ();
  gint64 quiet_since = begun;

  while (g_get_monotonic_time () - quiet_since < quiet && g_get_monotonic_time () - begun < PATIENCE_USEC)
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
  Duration begun = duration_now ();

  self->worst = self->left_out = (Duration) { 0 };
  action (self, target);
  keep_worst (self, duration_since (begun));
  settle_for (self, QUIET_USEC);
}

static void
activate (Browse     *self,
          const char *action,
          GVariant   *target)
{
  g_autoptr (GVariant) sunk = target != NULL ? g_variant_ref_sink (target) : NULL;

  if (!gtk_widget_activate_action_variant (GTK_WIDGET (self->driver->window), action, sunk))
    g_error ("There is no action “%s”", action);
}

static void
show_page (Browse     *self,
           const char *page)
{
  activate (self, "win.page", g_variant_new_string (page));
}

static void
show_view (Browse     *self,
           const char *view)
{
  activate (self, "win.schedule-view", g_variant_new_string (view));
}

static void
show_session (Browse     *self,
              const char *key)
{
  activate (self, "win.show-session", g_variant_new_string (key));
}

static void
show_person (Browse     *self,
             const char *key)
{
  activate (self, "win.show-person", g_variant_new_string (key));
}

static void
show_room (Browse     *self,
           const char *name)
{
  activate (self, "win.show-room", g_variant_new_string (name));
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
  activate (self, "win.zone", g_variant_new_string (zone));
}

static void
filter_by (Browse     *self,
           const char *session)
{
  activate (self, "win.filter-by", g_variant_new ("(us)", (guint) LANYARD_FILTER_SESSION, session));
}

static void
clear_filter (Browse     *self,
              const char *target)
{
  activate (self, "win.clear-filter", NULL);
}

static void
hide (Browse     *self,
      const char *session)
{
  activate (self, "win.hide", g_variant_new ("(us)", (guint) LANYARD_FILTER_SESSION, session));
}

static void
unhide (Browse     *self,
        const char *session)
{
  activate (self, "win.unhide", g_variant_new ("(us)", (guint) LANYARD_FILTER_SESSION, session));
}

/* There and back again; the best of each way, and the worse of the two. */
static void
measure (Browse     *self,
         const char *name,
         Action      there,
         const char *there_target,
         Action      back,
         const char *back_target)
{
  Duration best[2] = { { G_MAXINT64, G_MAXINT64 }, { G_MAXINT64, G_MAXINT64 } };

  for (int repeat = 0; repeat < REPEATS; repeat++)
    {
      act (self, there, there_target);
      duration_keep_best (&best[0], self->worst);
      act (self, back, back_target);
      duration_keep_best (&best[1], self->worst);
    }
  duration_report ("switch", name, (Duration) { MAX (best[0].cpu, best[1].cpu), MAX (best[0].wall, best[1].wall) });
}

/* A page is made when it is first shown, which happens once. */
static void
measure_pages (Browse *self)
{
  static const char *const pages[] = { "plan", "now", "sessions", "speakers", "rooms", "updates", "search" };
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->driver->open);
  LanyardSession *session = g_ptr_array_index (lanyard_programme_get_sessions (programme), 0);
  LanyardProfile *profile = g_ptr_array_index (lanyard_people_get_profiles (lanyard_people_get (programme)), 0);
  const struct
  {
    const char *name;
    Action show;
    const char *target;
  } others[] = {
    { "session", show_session, lanyard_session_get_key (session) },
    { "person", show_person, lanyard_profile_get_key (profile) },
    { "room", show_room, "Room 1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strconcat ("first-", pages[i], NULL);

      act (self, show_page, pages[i]);
      duration_report ("switch", name, self->worst);
      act (self, show_page, "schedule");
      measure (self, pages[i], show_page, pages[i], show_page, "schedule");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *name = g_strconcat ("first-", others[i].name, NULL);

      act (self, others[i].show, others[i].target);
      duration_report ("switch", name, self->worst);
      act (self, show_page, "schedule");
      measure (self, others[i].name, others[i].show, others[i].target, show_page, "schedule");
    }
}

static GtkAdjustment *
get_adjustment (GtkWidget      *scrollable,
                GtkOrientation  orientation)
{
  return orientation == GTK_ORIENTATION_VERTICAL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (scrollable))
                                                 : gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (scrollable));
}

/* A third of what is seen, every frame, until there is no more. */
static void
scroll (Browse        *self,
        GtkAdjustment *adjustment)
{
  double before;

  gtk_adjustment_set_value (adjustment, 0);
  settle_for (self, QUIET_USEC);
  self->worst = (Duration) { 0 };
  do
    {
      gint64 until = g_get_monotonic_time () + 20000;
      Duration begun = duration_now ();

      before = gtk_adjustment_get_value (adjustment);
      self->left_out = (Duration) { 0 };
      gtk_adjustment_set_value (adjustment, before + gtk_adjustment_get_page_size (adjustment) / 3);
      keep_worst (self, duration_since (begun));
      while (g_get_monotonic_time () < until)
        if (!turn (self))
          g_usleep (200);
    }
  while (gtk_adjustment_get_value (adjustment) > before);
}

static void
measure_scrolling (Browse         *self,
                   const char     *name,
                   GType           type,
                   GtkOrientation  orientation)
{
  GtkWidget *page = gtk_widget_get_parent (GTK_WIDGET (lanyard_browser_get_schedule (lanyard_window_get_browser (self->driver->window))));
  GtkAdjustment *adjustment = get_adjustment (window_driver_find (page, type), orientation);
  Duration best = { G_MAXINT64, G_MAXINT64 };

  for (int repeat = 0; repeat < REPEATS; repeat++)
    {
      scroll (self, adjustment);
      duration_keep_best (&best, self->worst);
    }
  duration_report ("pan", name, best);
}

static void
measure_first_grid (Browse *self)
{
  LanyardGridView *view;

  act (self, show_view, "grid");
  duration_report ("switch", "first-grid", self->worst);
  view = LANYARD_GRID_VIEW (window_driver_find (GTK_WIDGET (self->driver->window), LANYARD_TYPE_GRID_VIEW));
  g_print ("widgets grid %.2f 0\n", (double) lanyard_grid_view_get_n_made (view) / lanyard_grid_view_get_n_shown (view));
}

static void
measure_panning (Browse *self)
{
  measure_scrolling (self, "grid-along", LANYARD_TYPE_GRID_VIEW, GTK_ORIENTATION_VERTICAL);
  measure_scrolling (self, "grid-across", LANYARD_TYPE_GRID_VIEW, GTK_ORIENTATION_HORIZONTAL);
}

static void
measure_days (Browse     *self,
              const char *suffix)
{
  g_autofree char *name = g_strconcat ("day", suffix, NULL);
  g_autofree char *zone = g_strconcat ("zone", suffix, NULL);
  g_autofree char *filter = g_strconcat ("filter", suffix, NULL);
  g_autofree char *hidden = g_strconcat ("hide", suffix, NULL);
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->driver->open);
  const char *session = lanyard_session_get_key (g_ptr_array_index (lanyard_programme_get_sessions (programme), 0));

  measure (self, name, show_day, "2026-10-06", show_day, "2026-10-05");
  measure (self, zone, show_zone, "conference", show_zone, "local");
  measure (self, filter, filter_by, session, clear_filter, NULL);
  measure (self, hidden, hide, session, unhide, session);
}

static gboolean
found_cb (GSignalInvocationHint *hint,
          guint                  n_values,
          const GValue          *values,
          gpointer               user_data)
{
  ((Browse *) user_data)->found = TRUE;
  return G_SOURCE_CONTINUE;
}

static gint64
time_key (Browse      *self,
          GtkEditable *entry,
          const char  *text)
{
  gint64 begun = g_get_monotonic_time ();
  gint64 took;

  self->found = FALSE;
  gtk_editable_set_text (entry, text);
  while (!self->found)
    g_main_context_iteration (NULL, TRUE);
  took = g_get_monotonic_time () - begun;
  settle_for (self, 30000);
  return took;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 *left = a;
  const gint64 *right = b;

  return (*left > *right) - (*left < *right);
}

/* Key by key; of each key the best of its times. */
static void
measure_keys (Browse  *self,
              char   **queries)
{
  gulong hook = g_signal_add_emission_hook (g_signal_lookup ("changed", LANYARD_TYPE_SEARCH), 0, found_cb, self, NULL);
  GtkWidget *page = window_driver_find (GTK_WIDGET (self->driver->window), LANYARD_TYPE_SEARCH_PAGE);
  GtkEditable *entry = GTK_EDITABLE (window_driver_find (page, GTK_TYPE_SEARCH_ENTRY));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (int repeat = 0; repeat < REPEATS; repeat++)
    {
      guint n_keys = 0;

      for (guint i = 0; queries[i] != NULL; i++)
        for (gsize length = 1; length <= strlen (queries[i]); length++)
          {
            g_autofree char *typed = g_strndup (queries[i], length);
            gint64 took;

            if (typed[length - 1] == ' ')
              continue;
            took = time_key (self, entry, typed);
            if (n_keys == times->len)
              g_array_append_val (times, took);
            else
              g_array_index (times, gint64, n_keys) = MIN (g_array_index (times, gint64, n_keys), took);
            n_keys++;
          }
    }
  g_signal_remove_emission_hook (g_signal_lookup ("changed", LANYARD_TYPE_SEARCH), hook);
  g_array_sort (times, compare_times);
  g_print ("key median %.2f 0\nkey longest %.2f 0\n", (double) g_array_index (times, gint64, times->len / 2) / 1000,
           (double) g_array_index (times, gint64, times->len - 1) / 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (WindowDriver) driver = NULL;
  Browse browse = { NULL };

  if (argc < 3)
    g_error ("Usage: %s FOLDER QUERY…", argv[0]);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  driver = window_driver_new (g_getenv ("LANYARD_NOW"));
  g_settings_reset (driver->settings, "page");
  g_settings_reset (driver->settings, "schedule-view");
  window_driver_add (driver, argv[1]);
  window_driver_show (driver, 1400, 900);
  browse.driver = driver;
  watch_frames (&browse);

  settle_for (&browse, QUIET_USEC);
  act (&browse, show_page, "schedule");
  measure_first_grid (&browse);
  measure (&browse, "view", show_view, "list", show_view, "grid");
  act (&browse, show_view, "list");
  measure_pages (&browse);
  measure_days (&browse, "");
  browse.leaves_layout = TRUE;
  measure_scrolling (&browse, "list", GTK_TYPE_LIST_VIEW, GTK_ORIENTATION_VERTICAL);
  browse.leaves_layout = FALSE;
  /* Again, when all other pages lie in the same window. */
  measure (&browse, "view-with-all-pages", show_view, "grid", show_view, "list");
  act (&browse, show_view, "grid");
  measure_panning (&browse);
  measure_days (&browse, "-grid");
  act (&browse, show_page, "search");
  measure_keys (&browse, argv + 2);
  return 0;
}
