/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ways an address comes to the dialog that adds a conference, and how a page
 * of a conference is known by its address. */

#include "config.h"

#include "add/lanyard-page-address.h"
#include "network-driver.h"

#define TITLE "Wattlebird 2026"
#define TALK "Copy on write, ten years on"

static void
test_clipboard (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autofree char *address = network_driver_dup_address (driver, "/event/20/");
  GdkClipboard *clipboard;

  network_driver_show (driver, 800, 640);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (driver->window->window));
  gdk_clipboard_set_text (clipboard, "milk, bread and butter");
  network_driver_activate (driver, "win.add-conference", NULL);
  window_driver_settle ();
  g_assert_cmpstr (network_driver_get_typed (driver), ==, "");
  adw_dialog_close (ADW_DIALOG (network_driver_get_dialog (driver)));
  network_driver_wait_dialog_gone (driver);

  gdk_clipboard_set_text (clipboard, address);
  network_driver_activate (driver, "win.add-conference", NULL);
  window_driver_settle ();
  g_assert_cmpstr (network_driver_get_typed (driver), ==, address);
}

static GtkEventController *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }
  g_error ("The window takes no drops");
}

static gboolean
drop_text (NetworkDriver *driver,
           const char    *text)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (driver->window->window)), "drop", &value, 10.0, 10.0, &taken);
  return taken;
}

static gboolean
drop_file (NetworkDriver *driver,
           GFile         *file)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GSList) files = g_slist_append (NULL, file);
  gboolean taken;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (driver->window->window)), "drop", &value, 10.0, 10.0, &taken);
  return taken;
}

/* An address in either form leads to its preview, files to their conference. */
static void
test_drop (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autofree char *address = network_driver_dup_address (driver, "/event/20/");
  g_autoptr (GFile) link = g_file_new_for_uri (address);
  g_autoptr (GFile) folder = g_file_new_for_path (g_getenv ("LANYARD_TEST_CONFERENCE"));

  network_driver_show (driver, 800, 640);
  g_assert_false (drop_text (driver, "milk, bread and butter"));
  g_assert_null (network_driver_get_dialog (driver));

  g_assert_true (drop_text (driver, address));
  network_driver_wait_text (driver, TITLE);
  g_assert_true (drop_file (driver, link));
  network_driver_wait_text (driver, "Add");
  adw_dialog_close (ADW_DIALOG (network_driver_get_dialog (driver)));
  network_driver_wait_dialog_gone (driver);

  g_assert_true (drop_file (driver, folder));
  while (lanyard_open_conference_get_programme (driver->window->open) == NULL)
    window_driver_settle ();
  g_assert_null (network_driver_get_dialog (driver));
}

/* A link of any web page, while something else was looked up: its server is
 * named, and asked only when the user says so. */
static void
test_link (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autofree char *address = network_driver_dup_address (driver, "/event/20/");
  g_autofree char *link = g_strconcat ("lanyard:", address, NULL);
  g_autoptr (GFile) file = g_file_new_for_uri (link);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_auto (GStrv) requests = NULL;

  network_driver_show (driver, 800, 640);
  network_driver_look_up (driver, address);
  network_driver_wait_text (driver, TITLE);
  lanyard_indico_server_clear_requests (driver->server);
  g_ptr_array_add (files, file);
  lanyard_window_open (driver->window->window, files);
  window_driver_settle ();
  g_assert_cmpstr (network_driver_get_typed (driver), ==, link);
  network_driver_wait_text (driver, "This server is asked which conference it is.");
  requests = lanyard_indico_server_dup_requests (driver->server);
  g_assert_cmpuint (g_strv_length (requests), ==, 0);

  network_driver_press (driver, "Find Conference");
  network_driver_wait_text (driver, TITLE);
}

/* A calendar's address as its page has it, from a file manager or a terminal. */
static void
test_webcal (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autoptr (GFile) file = g_file_new_for_uri ("webcal://nowhere.invalid/terns.ics");
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  network_driver_show (driver, 800, 640);
  g_ptr_array_add (files, file);
  lanyard_window_open (driver->window->window, files);
  network_driver_wait_text (driver, "No server called “nowhere.invalid” was found; check the address.");
}

/* However an address of a page is written, it is that page. */
static void
test_page_address (void)
{
  static const char *same[] = {
    "https://events.example.org/event/77/contributions/3104/",
    "http://events.example.org/event/77/contributions/3104",
    "events.example.org/event/77/contributions/3104/?note=1#top",
    "lanyard:https://EVENTS.example.org/event/77/contributions/3104/",
    "lanyard://events.example.org/event/77/contributions/3104/",
    "lanyard://https//events.example.org/event/77/contributions/3104/",
    "lanyard:https%3A%2F%2Fevents.example.org%2Fevent%2F77%2Fcontributions%2F3104",
    "See <https://events.example.org/event/77/contributions/3104/>.",
  };
  static const char *others[] = {
    "https://events.example.org/event/77/contributions/310/", "https://other.example.org/event/77/contributions/3104/",
    "https://events.example.org/event/77/", "", "lanyard:", "%", "https://",
  };
  g_autoptr (WindowDriver) driver = window_driver_new ("2026-10-02T09:00:00Z");
  LanyardProgramme *programme;
  LanyardSession *session;

  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  window_driver_show (driver, 800, 640);
  programme = lanyard_open_conference_get_programme (driver->open);
  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      LanyardTalk *talk = lanyard_page_address_find_talk (programme, same[i]);

      g_assert_nonnull (talk);
      g_assert_cmpstr (lanyard_item_get_title (LANYARD_ITEM (talk)), ==, TALK);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_null (lanyard_page_address_find_talk (programme, others[i]));
      g_assert_null (lanyard_page_address_find_session (programme, others[i]));
    }
  session = lanyard_page_address_find_session (programme, "https://events.example.org/event/77/sessions/216");
  g_assert_nonnull (session);
  g_assert_cmpstr (lanyard_session_get_title (session), ==, "Birds of a Feather");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  network_driver_init_test (&argc, &argv);

  g_test_add_func ("/add-ways/clipboard", test_clipboard);
  g_test_add_func ("/add-ways/drop", test_drop);
  g_test_add_func ("/add-ways/link", test_link);
  g_test_add_func ("/add-ways/webcal", test_webcal);
  g_test_add_func ("/add-ways/page-address", test_page_address);

  return g_test_run ();
}
