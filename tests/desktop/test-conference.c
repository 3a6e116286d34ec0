/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The conference's page: what it says and what it leaves out, the ways to it
 * and from it, and how it follows refreshes, stars and the minute. */

#include "config.h"

#include "conference/lanyard-conference-page.h"
#include "conference/lanyard-conference-source.h"
#include "network-driver.h"

#define NOW "2026-10-02T09:00:00Z"

static WindowDriver *
driver_on_page (const char *folder)
{
  WindowDriver *driver = window_driver_new (NOW);

  g_settings_reset (driver->settings, "page");
  g_settings_reset (driver->settings, "day");
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  window_driver_add (driver, folder);
  window_driver_show (driver, 1200, 900);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.show-conference", NULL));
  window_driver_settle ();
  return driver;
}

static GtkWidget *
get_page (WindowDriver *driver)
{
  GtkWidget *page = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_CONFERENCE_PAGE);

  g_assert_nonnull (page);
  return page;
}

static void
assert_says (WindowDriver *driver,
             const char   *text)
{
  if (window_driver_find_text (get_page (driver), text) == NULL)
    g_error ("The page does not say “%s”", text);
}

static void
assert_says_not (WindowDriver *driver,
                 const char   *text)
{
  if (window_driver_find_text (get_page (driver), text) != NULL)
    g_error ("The page says “%s”", text);
}

/* What stands in the row that a text is in. */
static void
assert_row (WindowDriver *driver,
            const char   *title,
            const char   *value)
{
  GtkWidget *label = window_driver_find_text (get_page (driver), title);
  GtkWidget *row = label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row == NULL)
    g_error ("There is no row “%s”", title);
  if (window_driver_find_text (row, value) == NULL)
    g_error ("“%s” is not “%s”", title, value);
}

static void
test_all_is_said (void)
{
  g_autoptr (WindowDriver) driver = driver_on_page (g_getenv ("LANYARD_TEST_CONFERENCE"));

  assert_says (driver, "Wattlebird 2026");
  assert_says (driver, "2–5 October 2026");
  assert_row (driver, "Adelaide time (ACST)", "Friday 2 October 2026, 08:00 –\nMonday 5 October 2026, 12:00");
  assert_row (driver, "Kolkata time (IST)", "Friday 2 October 2026, 04:00 –\nMonday 5 October 2026, 07:00");
  assert_row (driver, "Difference", "Adelaide is 4 hours ahead of Kolkata");
  assert_row (driver, "Place", "Old Tram Depot\n1 Invented Street, Karrawirra 5000");
  assert_row (driver, "Held By", "Wattlebird committee");
  assert_says (driver, "Nikhil Deshpande");
  assert_row (driver, "Talks", "35");
  assert_row (driver, "Talks without a Time", "3");
  assert_row (driver, "Format", "Indico");
  assert_row (driver, "Age", "Read from files just now");
  window_driver_sweep (get_page (driver), "conference");

  /* What there is none of is not there. */
  assert_says_not (driver, "Stars in My Plan");
  assert_says_not (driver, "Address");
  assert_says_not (driver, "Next Automatic Refresh");
  assert_says_not (driver, "The Last Refresh Failed");
  assert_says_not (driver, "Cancelled");
}

/* No caret blinks in what is only to be read. */
static void
test_focus (void)
{
  g_autoptr (WindowDriver) driver = driver_on_page (g_getenv ("LANYARD_TEST_CONFERENCE"));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (driver->window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, get_page (driver)));
  g_assert_false (GTK_IS_LABEL (focus));
}

/* Stars count at once, and the programme grows older under one's eyes. */
static void
test_follows (void)
{
  g_autoptr (WindowDriver) driver = driver_on_page (g_getenv ("LANYARD_TEST_CONFERENCE"));
  LanyardTalk *talk = window_driver_find_talk (driver, "Keyboard layouts");

  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_TALK, lanyard_item_get_key (LANYARD_ITEM (talk)),
                                     LANYARD_LEVEL_GOING);
  window_driver_settle ();
  assert_row (driver, "Stars in My Plan", "1");
  window_driver_set_now (driver, "2026-10-02T09:03:00Z");
  window_driver_settle ();
  assert_row (driver, "Age", "Read from files 3 minutes ago");
}

static void
test_ways (void)
{
  g_autoptr (WindowDriver) driver = driver_on_page (g_getenv ("LANYARD_TEST_CONFERENCE"));
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);
  GtkWidget *row = gtk_widget_get_ancestor (window_driver_find_text (get_page (driver), "Rooms"), GTK_TYPE_LIST_BOX_ROW);

  gtk_widget_activate (row);
  window_driver_settle ();
  g_assert_cmpstr (lanyard_browser_get_page (browser), ==, "rooms");
  g_assert_null (window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_CONFERENCE_PAGE));

  /* Asked for twice, it lies there once. */
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.show-conference", NULL);
  window_driver_settle ();
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.show-conference", NULL);
  window_driver_settle ();
  gtk_widget_activate_action (get_page (driver), "navigation.pop", NULL);
  window_driver_settle ();
  g_assert_null (window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_CONFERENCE_PAGE));
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *tooltip)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static char *
read_clipboard (GtkWidget *widget)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (widget));
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&value, G_TYPE_STRING);
  g_assert_nonnull (content);
  gdk_content_provider_get_value (content, &value, &error);
  g_assert_no_error (error);
  return g_value_dup_string (&value);
}

/* One that comes from a server has an address, and a next time. */
static void
test_source (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autofree char *address = network_driver_dup_address (driver, "/event/" NETWORK_DRIVER_EVENT);
  g_autofree char *copied = NULL;
  GtkWidget *source;

  network_driver_show (driver, 1200, 900);
  network_driver_add (driver);
  network_driver_activate (driver, "win.show-conference", NULL);
  window_driver_settle ();

  assert_row (driver->window, "Address", address);
  assert_row (driver->window, "Age", "Checked just now");
  g_assert_nonnull (window_driver_find_text (get_page (driver->window), "Next Automatic Refresh"));
  source = window_driver_find (get_page (driver->window), LANYARD_TYPE_CONFERENCE_SOURCE);
  g_assert_nonnull (source);
  g_signal_emit_by_name (find_button (source, "Copy the Address"), "clicked");
  copied = read_clipboard (source);
  g_assert_cmpstr (copied, ==, address);

  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_BROKEN, "", 0, NULL);
  network_driver_activate (driver, "win.refresh", NULL);
  network_driver_wait_text (driver, "The Last Refresh Failed");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Asia/Kolkata", TRUE);
  network_driver_init_test (&argc, &argv);

  g_test_add_func ("/conference/all-is-said", test_all_is_said);
  g_test_add_func ("/conference/focus", test_focus);
  g_test_add_func ("/conference/follows", test_follows);
  g_test_add_func ("/conference/ways", test_ways);
  g_test_add_func ("/conference/source", test_source);
  return g_test_run ();
}
