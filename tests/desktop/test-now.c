/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Now & Next as the minutes of a conference pass: what it lists and says, that
 * rows, focus and place stay, and that nobody is told while nobody sees it.
 * The invented conference is in Adelaide, where the clocks go forward in the
 * night to its third day. */

#include "config.h"

#include "now/lanyard-now-links.h"
#include "now/lanyard-now-page.h"
#include "now/lanyard-now-row.h"
#include "widgets/lanyard-item-row.h"
#include "window-driver.h"

#define DURING "2026-10-02T00:40:00Z"

static WindowDriver *
driver_at (const char *now)
{
  WindowDriver *driver = window_driver_new (now);

  g_settings_set_string (driver->settings, "page", "now");
  g_settings_reset (driver->settings, "day");
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  window_driver_show (driver, 1200, 800);
  return driver;
}

static GtkWidget *
get_page (WindowDriver *driver)
{
  GtkWidget *page = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_NOW_PAGE);

  g_assert_nonnull (page);
  return page;
}

static GListModel *
get_model (WindowDriver *driver)
{
  return G_LIST_MODEL (gtk_list_view_get_model (
      GTK_LIST_VIEW (window_driver_find (get_page (driver), GTK_TYPE_LIST_VIEW))));
}

static void
assert_titles (WindowDriver *driver,
               const char   *expected)
{
  GListModel *model = get_model (driver);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (LanyardItem) item = g_list_model_get_item (model, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? "|" : "", lanyard_item_get_title (item));
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
assert_says (WindowDriver *driver,
             const char   *text)
{
  if (window_driver_find_text (get_page (driver), text) == NULL)
    g_error ("The page does not say “%s”", text);
}

static void
pass_to (WindowDriver *driver,
         const char   *now)
{
  window_driver_set_now (driver, now);
  window_driver_settle ();
}

static void
star (WindowDriver *driver,
      const char   *title)
{
  LanyardTalk *talk = window_driver_find_talk (driver, title);

  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_TALK, lanyard_item_get_key (LANYARD_ITEM (talk)),
                                     LANYARD_LEVEL_GOING);
  window_driver_settle ();
}

/* The row of an item, or NULL while it has none. */
static LanyardNowRow *
find_row (GtkWidget  *widget,
          const char *title)
{
  if (LANYARD_IS_NOW_ROW (widget))
    {
      GtkWidget *row = window_driver_find (widget, LANYARD_TYPE_ITEM_ROW);
      LanyardItem *item = lanyard_item_row_get_item (LANYARD_ITEM_ROW (row));

      return g_str_equal (lanyard_item_get_title (item), title) ? LANYARD_NOW_ROW (widget) : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      LanyardNowRow *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The list's own widget around a row, which has focus and name. */
static GtkWidget *
find_list_row (WindowDriver *driver,
               const char   *title)
{
  LanyardNowRow *row = find_row (get_page (driver), title);

  g_assert_nonnull (row);
  return gtk_widget_get_parent (GTK_WIDGET (row));
}

static void
assert_named (WindowDriver *driver,
              const char   *title,
              const char   *part)
{
  GtkWidget *row = find_list_row (driver, title);
  g_autofree char *expected = g_strdup_printf ("*%s*", part);
  g_autofree char *name = NULL;

  name = gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  g_assert_nonnull (name);
  if (!g_pattern_match_simple (expected, name))
    g_error ("“%s” is not in “%s”", part, name);
}

static void
test_minutes_pass (void)
{
  g_autoptr (WindowDriver) driver = driver_at (DURING);
  LanyardNowRow *row;
  GtkWidget *progress;

  assert_titles (driver, "Copy on write, ten years on|Time without a network: clocks at sea|Old abstracts are HTML|"
                         "Short break");
  assert_says (driver, "Now");
  assert_says (driver, "Next");
  assert_named (driver, "Copy on write, ten years on", "5 min left");
  assert_named (driver, "Old abstracts are HTML", "in 5 min");

  row = find_row (get_page (driver), "Time without a network: clocks at sea");
  progress = window_driver_find (GTK_WIDGET (row), GTK_TYPE_PROGRESS_BAR);
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (progress)), 1.0 / 3, 0.001);
  pass_to (driver, "2026-10-02T00:41:00Z");
  assert_named (driver, "Copy on write, ten years on", "4 min left");
  assert_named (driver, "Old abstracts are HTML", "in 4 min");
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (progress)), 11.0 / 30, 0.001);

  /* One talk ends, the next begins; what goes on keeps its row. */
  pass_to (driver, "2026-10-02T00:45:00Z");
  assert_titles (driver, "Time without a network: clocks at sea|Old abstracts are HTML|Short break|Coffee break");
  g_assert_true (row == find_row (get_page (driver), "Time without a network: clocks at sea"));
  assert_named (driver, "Old abstracts are HTML", "30 min left");
}

static void
count_changes_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  guint      *n_changes)
{
  *n_changes += 1;
}

static void
test_nothing_is_rebuilt (void)
{
  g_autoptr (WindowDriver) driver = driver_at (DURING);
  guint n_changes = 0;

  g_signal_connect (get_model (driver), "items-changed", G_CALLBACK (count_changes_cb), &n_changes);
  for (guint minute = 41; minute < 45; minute++)
    {
      g_autofree char *now = g_strdup_printf ("2026-10-02T00:%u:00Z", minute);

      pass_to (driver, now);
    }
  g_assert_cmpuint (n_changes, ==, 0);
  g_signal_handlers_disconnect_by_func (get_model (driver), count_changes_cb, &n_changes);
}

/* The focus follows a talk from what comes to what runs. */
static void
test_focus_stays (void)
{
  g_autoptr (WindowDriver) driver = driver_at (DURING);

  gtk_widget_grab_focus (find_list_row (driver, "Old abstracts are HTML"));
  pass_to (driver, "2026-10-02T00:41:00Z");
  g_assert_true (gtk_widget_is_focus (find_list_row (driver, "Old abstracts are HTML")));
  pass_to (driver, "2026-10-02T00:45:00Z");
  g_assert_true (gtk_widget_is_focus (find_list_row (driver, "Old abstracts are HTML")));
}

static void
test_yours_come_first (void)
{
  g_autoptr (WindowDriver) driver = driver_at (DURING);

  star (driver, "Time without a network: clocks at sea");
  assert_titles (driver, "Time without a network: clocks at sea|Copy on write, ten years on|Old abstracts are HTML|"
                         "Short break");
  star (driver, "NFS over a satellite");
  assert_titles (driver, "Time without a network: clocks at sea|Copy on write, ten years on|Old abstracts are HTML|"
                         "Short break|NFS over a satellite");
  assert_says (driver, "Next in My Plan, on Sunday 4 October");
}

static void
test_hidden (void)
{
  g_autoptr (WindowDriver) driver = driver_at (DURING);
  g_autoptr (LanyardFilter) nothing = lanyard_filter_new ();
  g_autoptr (LanyardFilter) hidden =
      lanyard_filter_with_value (nothing, LANYARD_FILTER_SESSION,
                                 lanyard_session_get_key (window_driver_find_session (driver, "Filesystems and Storage MC")),
                                 TRUE);

  lanyard_open_conference_set_hidden (driver->open, hidden);
  window_driver_settle ();
  assert_titles (driver, "Time without a network: clocks at sea|Short break");
}

static void
test_before_between_after (void)
{
  g_autoptr (WindowDriver) driver = driver_at ("2026-09-29T12:00:00+09:30");

  assert_says (driver, "Starts in 3 days");
  assert_says (driver, "First");
  g_assert_cmpuint (g_list_model_get_n_items (get_model (driver)), >, 0);
  pass_to (driver, "2026-10-01T23:59:00+09:30");
  assert_says (driver, "Starts tomorrow");
  pass_to (driver, "2026-10-02T00:00:00+09:30");
  assert_says (driver, "Starts today");
  pass_to (driver, "2026-10-02T23:50:00+09:30");
  assert_says (driver, "Today is over");
  assert_says (driver, "Next");
  /* Something runs over midnight, and through the hour that is not there. */
  pass_to (driver, "2026-10-04T00:10:00+09:30");
  assert_says (driver, "Now");
  assert_named (driver, "Right over midnight", "20 min left");
  pass_to (driver, "2026-10-04T01:45:00+09:30");
  assert_named (driver, "The hour that is not there", "45 min left");
  pass_to (driver, "2026-11-01T12:00:00+10:30");
  assert_says (driver, "The conference is over");
  assert_says (driver, "Recordings");
  assert_titles (driver, "Copy on write, ten years on");
  assert_says (driver, "Video");
}

/* The same moment is another day elsewhere. */
static void
test_zone (void)
{
  g_autoptr (WindowDriver) driver = driver_at ("2026-10-01T23:00:00+09:30");

  assert_says (driver, "Starts tomorrow");
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.zone", "s", "local");
  window_driver_settle ();
  assert_says (driver, "Starts today");
}

static void
test_live_links (void)
{
  g_autoptr (WindowDriver) driver = driver_at (DURING);
  LanyardNowRow *row = find_row (get_page (driver), "Copy on write, ten years on");

  g_assert_nonnull (window_driver_find_text (GTK_WIDGET (row), "Matrix chat"));
  row = find_row (get_page (driver), "Old abstracts are HTML");
  g_assert_null (window_driver_find_text (GTK_WIDGET (row), "Matrix chat"));
}

static void
assert_forgotten_cb (LanyardNowLinks *links)
{
  g_assert_false (lanyard_now_links_is_ready (links));
}

/* Keys tell talks apart within a conference only. */
static void
test_links_of_another_conference (void)
{
  g_autoptr (WindowDriver) driver = driver_at (DURING);
  g_autoptr (LanyardNowLinks) links = lanyard_now_links_new (driver->open);
  g_autofree char *uuid = NULL;

  window_driver_settle ();
  g_assert_true (lanyard_now_links_is_ready (links));

  window_driver_add (driver, g_getenv ("LANYARD_TEST_SAMPLE"));
  uuid = g_settings_get_string (driver->settings, "conference");
  g_signal_connect_swapped (driver->open, "notify::programme", G_CALLBACK (assert_forgotten_cb), links);
  lanyard_open_conference_load (driver->open, uuid);
  window_driver_settle ();
  g_assert_true (lanyard_now_links_is_ready (links));
  g_signal_handlers_disconnect_by_func (driver->open, assert_forgotten_cb, links);
}

static void
count_minutes_cb (LanyardOpenConference *open,
                  GParamSpec            *pspec,
                  guint                 *n_minutes)
{
  ++*n_minutes;
}

/* A window that is not seen hears of no minute, and catches up. */
static void
test_hidden_window_rests (void)
{
  g_autoptr (WindowDriver) driver = driver_at (DURING);
  guint n_minutes = 0;

  g_signal_connect (driver->open, "notify::now", G_CALLBACK (count_minutes_cb), &n_minutes);
  gtk_widget_set_visible (GTK_WIDGET (driver->window), FALSE);
  window_driver_settle ();
  pass_to (driver, "2026-10-02T00:42:00Z");
  g_assert_cmpuint (n_minutes, ==, 0);
  gtk_widget_set_visible (GTK_WIDGET (driver->window), TRUE);
  window_driver_settle ();
  g_assert_cmpuint (n_minutes, ==, 1);
  assert_named (driver, "Copy on write, ten years on", "3 min left");
  g_signal_handlers_disconnect_by_func (driver->open, count_minutes_cb, &n_minutes);
}

/* The dot of the sidebar. */
static GtkWidget *
find_dot (GtkWidget *widget)
{
  if (gtk_widget_has_css_class (widget, "unseen-dot") && gtk_widget_get_visible (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_dot (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_dot (void)
{
  g_autoptr (WindowDriver) driver = driver_at (DURING);
  GtkWidget *sidebar = GTK_WIDGET (lanyard_browser_get_sidebar (lanyard_window_get_browser (driver->window)));

  g_assert_null (find_dot (sidebar));
  star (driver, "Copy on write, ten years on");
  g_assert_nonnull (find_dot (sidebar));
  pass_to (driver, "2026-10-02T00:45:00Z");
  g_assert_null (find_dot (sidebar));
}

static void
test_activate (void)
{
  g_autoptr (WindowDriver) driver = driver_at (DURING);
  LanyardDetailPage *detail = lanyard_browser_get_detail (lanyard_window_get_browser (driver->window));

  g_signal_emit_by_name (window_driver_find (get_page (driver), GTK_TYPE_LIST_VIEW), "activate", 1);
  window_driver_settle ();
  g_assert_nonnull (window_driver_find_text (GTK_WIDGET (detail), "Time without a network: clocks at sea"));
  window_driver_sweep (get_page (driver), "now");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Pacific/Auckland", TRUE);
  window_driver_init (&argc, &argv);

  g_test_add_func ("/now/minutes-pass", test_minutes_pass);
  g_test_add_func ("/now/nothing-is-rebuilt", test_nothing_is_rebuilt);
  g_test_add_func ("/now/focus-stays", test_focus_stays);
  g_test_add_func ("/now/yours-come-first", test_yours_come_first);
  g_test_add_func ("/now/hidden", test_hidden);
  g_test_add_func ("/now/before-between-after", test_before_between_after);
  g_test_add_func ("/now/zone", test_zone);
  g_test_add_func ("/now/live-links", test_live_links);
  g_test_add_func ("/now/links-of-another-conference", test_links_of_another_conference);
  g_test_add_func ("/now/hidden-window-rests", test_hidden_window_rests);
  g_test_add_func ("/now/dot", test_dot);
  g_test_add_func ("/now/activate", test_activate);
  return g_test_run ();
}
