/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of rooms and the page of one of them: what is on, the order that
 * somebody gives them, and what is hidden and comes back. */

#include "config.h"

#include "plan/lanyard-room-order.h"
#include "rooms/lanyard-room-page.h"
#include "rooms/lanyard-room-row.h"
#include "rooms/lanyard-rooms-page.h"
#include "schedule/lanyard-day-switcher.h"
#include "window-driver.h"

/* Friday 2 October, 09:40 in Adelaide. */
#define NOW "2026-10-02T00:10:00Z"

static WindowDriver *
driver_with_conference (void)
{
  WindowDriver *driver = window_driver_new (NOW);

  g_settings_reset (driver->settings, "page");
  g_settings_reset (driver->settings, "day");
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  window_driver_show (driver, 1000, 700);
  return driver;
}

static GtkWidget *
show_rooms (WindowDriver *driver)
{
  GtkWidget *page;

  window_driver_activate (driver, "win.page", "rooms");
  page = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ROOMS_PAGE);
  g_assert_nonnull (page);
  return page;
}

static GtkWidget *
show_room (WindowDriver *driver,
           const char   *name)
{
  GtkWidget *page;

  window_driver_activate (driver, "win.show-room", name);
  page = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ROOM_PAGE);
  g_assert_nonnull (page);
  return page;
}

static GListModel *
rows (GtkWidget *page)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (window_driver_find (page, GTK_TYPE_LIST_VIEW))));
}

/* The names of the rooms in the list; "…" is the line of those hidden. */
static void
assert_rows (GtkWidget  *page,
             const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows (page)); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (rows (page), i);

      g_string_append (found, i > 0 ? "|" : "");
      g_string_append (found, LANYARD_IS_ROOM (row) ? lanyard_room_get_name (LANYARD_ROOM (row)) : "…");
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static GtkWidget *
find_row (GtkWidget  *root,
          const char *name)
{
  if (LANYARD_IS_ROOM_ROW (root) && gtk_widget_get_mapped (root) &&
      g_str_equal (lanyard_room_get_name (lanyard_room_row_get_room (LANYARD_ROOM_ROW (root))), name))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_row_says (GtkWidget  *page,
                 const char *name,
                 const char *label)
{
  GtkWidget *row = find_row (page, name);
  g_autofree char *wrong = NULL;

  g_assert_nonnull (row);
  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  g_assert_cmpstr (wrong, ==, NULL);
}

static gboolean
says (GtkWidget  *root,
      const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_label (GTK_LABEL (root)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static void
press_key (GtkWidget       *page,
           const char      *room,
           guint            keyval,
           GdkModifierType  modifiers)
{
  GtkWidget *view = window_driver_find (page, GTK_TYPE_LIST_VIEW);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_parent (find_row (page, room))));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &handled);
      g_assert_true (handled);
    }
  window_driver_settle ();
}

static const char *
focused_room (WindowDriver *driver)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (driver->window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return row != NULL && LANYARD_IS_ROOM_ROW (row)
             ? lanyard_room_get_name (lanyard_room_row_get_room (LANYARD_ROOM_ROW (row)))
             : NULL;
}

#define BY_NAME "Banksia Hall|Foyer|Hackroom|Mallee Lab|Room 2 – Wattle|Semaphore jetty|The \"Galah\" bar"

static void
test_list (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *page = show_rooms (driver);

  assert_rows (page, BY_NAME);
  assert_row_says (page, "Banksia Hall",
                   "Banksia Hall, Old Tram Depot, Now: Copy on write, ten years on, 35 min left, "
                   "Next: Old abstracts are HTML, in 35 min");
  assert_row_says (page, "Foyer", "Foyer, Old Tram Depot, Next: A wattle in every initramfs, Sat 3 Oct, 13:00");
  window_driver_sweep (GTK_WIDGET (driver->window), "rooms");
}

/* What is picked is said, and a minute changes words, not rows. */
static void
test_minute (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *page = show_rooms (driver);
  GtkWidget *row = find_row (page, "Banksia Hall");
  LanyardItem *talk = LANYARD_ITEM (window_driver_find_talk (driver, "Copy on write, ten years on"));

  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_TALK, lanyard_item_get_key (talk), LANYARD_LEVEL_GOING);
  window_driver_set_now (driver, "2026-10-02T00:44:00Z");
  window_driver_settle ();
  assert_row_says (page, "Banksia Hall",
                   "Banksia Hall, Old Tram Depot, Now: Copy on write, ten years on, 1 min left, in My Plan, "
                   "Next: Old abstracts are HTML, in 1 min");
  g_assert_true (says (page, "1 min left"));
  window_driver_set_now (driver, "2026-10-02T00:45:00Z");
  window_driver_settle ();
  g_assert_true (says (page, "30 min left"));
  g_assert_true (find_row (page, "Banksia Hall") == row);

  /* Nor is anything forgotten that happens while nobody looks. */
  window_driver_activate (driver, "win.page", "plan");
  window_driver_set_now (driver, "2026-10-06T00:00:00Z");
  window_driver_activate (driver, "win.page", "rooms");
  assert_row_says (page, "Foyer", "Foyer, Old Tram Depot, No more talks");
}

static void
test_order_by_keys (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *page = show_rooms (driver);

  press_key (page, "Hackroom", GDK_KEY_Up, GDK_ALT_MASK);
  assert_rows (page, "Banksia Hall|Hackroom|Foyer|Mallee Lab|Room 2 – Wattle|Semaphore jetty|The \"Galah\" bar");
  g_assert_cmpstr (focused_room (driver), ==, "Hackroom");
  press_key (page, "Hackroom", GDK_KEY_Up, GDK_ALT_MASK);
  press_key (page, "Hackroom", GDK_KEY_Up, GDK_ALT_MASK);
  assert_rows (page, "Hackroom|Banksia Hall|Foyer|Mallee Lab|Room 2 – Wattle|Semaphore jetty|The \"Galah\" bar");
  press_key (page, "Room 2 – Wattle", GDK_KEY_Down, GDK_ALT_MASK);
  assert_rows (page, "Hackroom|Banksia Hall|Foyer|Mallee Lab|Semaphore jetty|Room 2 – Wattle|The \"Galah\" bar");

  /* It is kept, and the choice is what the grid reads. */
  window_driver_close (driver);
  window_driver_show (driver, 1000, 700);
  page = show_rooms (driver);
  assert_rows (page, "Hackroom|Banksia Hall|Foyer|Mallee Lab|Semaphore jetty|Room 2 – Wattle|The \"Galah\" bar");
  g_assert_true (g_str_has_prefix (lanyard_open_conference_get_choice (driver->open, LANYARD_ROOM_ORDER),
                                   "Hackroom\nBanksia Hall\n"));
  gtk_widget_activate_action (page, "rooms.reset-order", NULL);
  window_driver_settle ();
  assert_rows (page, BY_NAME);
}

static void
test_order_by_dropping (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *page = show_rooms (driver);
  LanyardRoom *hackroom = lanyard_room_row_get_room (LANYARD_ROOM_ROW (find_row (page, "Hackroom")));

  g_signal_emit_by_name (find_row (page, "Mallee Lab"), "room-dropped", hackroom, TRUE);
  window_driver_settle ();
  assert_rows (page, "Banksia Hall|Foyer|Mallee Lab|Hackroom|Room 2 – Wattle|Semaphore jetty|The \"Galah\" bar");
  g_signal_emit_by_name (find_row (page, "Foyer"), "room-dropped", hackroom, FALSE);
  window_driver_settle ();
  assert_rows (page, "Banksia Hall|Hackroom|Foyer|Mallee Lab|Room 2 – Wattle|Semaphore jetty|The \"Galah\" bar");
}

static void
activate_row (GtkWidget *page,
              guint      position)
{
  g_signal_emit_by_name (window_driver_find (page, GTK_TYPE_LIST_VIEW), "activate", position);
  window_driver_settle ();
}

static void
test_hide (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *page = show_rooms (driver);

  press_key (page, "Foyer", GDK_KEY_Delete, 0);
  assert_rows (page, "Banksia Hall|Hackroom|Mallee Lab|Room 2 – Wattle|Semaphore jetty|The \"Galah\" bar|…");
  g_assert_true (says (GTK_WIDGET (driver->window), "“Foyer” is hidden"));
  g_assert_true (says (page, "1 hidden room"));
  g_assert_true (lanyard_filter_has_value (lanyard_open_conference_get_hidden (driver->open), LANYARD_FILTER_ROOM,
                                           "Foyer"));
  press_key (page, "Hackroom", GDK_KEY_Delete, 0);
  g_assert_true (says (page, "2 hidden rooms"));

  activate_row (page, 5);
  assert_rows (page, "Banksia Hall|Mallee Lab|Room 2 – Wattle|Semaphore jetty|The \"Galah\" bar|…|Foyer|Hackroom");
  assert_row_says (page, "Foyer", "Foyer, Old Tram Depot, hidden");
  gtk_widget_activate_action (page, "win.unhide", "(us)", LANYARD_FILTER_ROOM, "Foyer");
  window_driver_settle ();
  assert_rows (page, "Banksia Hall|Foyer|Mallee Lab|Room 2 – Wattle|Semaphore jetty|The \"Galah\" bar|…|Hackroom");
  activate_row (page, 6);
  assert_rows (page, "Banksia Hall|Foyer|Mallee Lab|Room 2 – Wattle|Semaphore jetty|The \"Galah\" bar|…");
  gtk_widget_activate_action (page, "win.unhide", "(us)", LANYARD_FILTER_ROOM, "Hackroom");
  window_driver_settle ();
  assert_rows (page, BY_NAME);
}

static void
test_sidebar_count (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *sidebar = GTK_WIDGET (lanyard_browser_get_sidebar (lanyard_window_get_browser (driver->window)));
  GtkWidget *page = show_rooms (driver);

  g_assert_true (says (sidebar, "7"));
  gtk_widget_activate_action (page, "win.hide", "(us)", LANYARD_FILTER_ROOM, "Foyer");
  window_driver_settle ();
  g_assert_true (says (sidebar, "6"));
}

static void
test_room (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *page = show_room (driver, "Banksia Hall");
  GtkWidget *switcher = window_driver_find (page, LANYARD_TYPE_DAY_SWITCHER);
  guint friday = lanyard_day_switcher_get_day (LANYARD_DAY_SWITCHER (switcher));

  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)), ==, "Banksia Hall");
  g_assert_true (says (page, "Old Tram Depot"));
  g_assert_true (says (page, "Now: Copy on write, ten years on, 35 min left\nNext: Old abstracts are HTML, in 35 min"));
  window_driver_sweep (GTK_WIDGET (driver->window), "room");

  lanyard_day_switcher_step (LANYARD_DAY_SWITCHER (switcher), 1);
  window_driver_settle ();
  g_assert_cmpuint (lanyard_day_switcher_get_day (LANYARD_DAY_SWITCHER (switcher)), ==, friday + 1);
  g_assert_true (says (page, "11:45–14:00 · nothing for 2 h 15 min"));
}

/* From room to room in place, past those that are hidden. */
static void
test_neighbours (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  g_autoptr (LanyardFilter) none = lanyard_filter_new ();
  g_autoptr (LanyardFilter) hidden = lanyard_filter_with_value (none, LANYARD_FILTER_ROOM, "Foyer", TRUE);
  GtkWidget *page;

  lanyard_open_conference_set_hidden (driver->open, hidden);
  page = show_room (driver, "Banksia Hall");
  g_assert_false (says (page, "This room is hidden."));
  window_driver_activate (driver, "win.show-room", "Hackroom");
  g_assert_true (window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ROOM_PAGE) == page);
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)), ==, "Hackroom");

  window_driver_activate (driver, "win.show-room", "Foyer");
  g_assert_true (says (page, "This room is hidden."));
  lanyard_open_conference_set_hidden (driver->open, none);
  window_driver_settle ();
  g_assert_false (says (page, "This room is hidden."));
}

static void
test_room_gone (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *page = show_room (driver, "Attic");

  g_assert_true (says (page, "No Longer in the Programme"));
  window_driver_activate (driver, "win.zone", "local");
  window_driver_activate (driver, "win.page", "rooms");
  g_assert_nonnull (window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ROOMS_PAGE));
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  window_driver_init (&argc, &argv);

  g_test_add_func ("/rooms/list", test_list);
  g_test_add_func ("/rooms/minute", test_minute);
  g_test_add_func ("/rooms/order-by-keys", test_order_by_keys);
  g_test_add_func ("/rooms/order-by-dropping", test_order_by_dropping);
  g_test_add_func ("/rooms/hide", test_hide);
  g_test_add_func ("/rooms/sidebar-count", test_sidebar_count);
  g_test_add_func ("/rooms/room", test_room);
  g_test_add_func ("/rooms/neighbours", test_neighbours);
  g_test_add_func ("/rooms/room-gone", test_room_gone);

  return g_test_run ();
}
