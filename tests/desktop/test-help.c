/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Help about where one is: each page and dialog of the window has its page of
 * the help, F1 finds it, and a viewer of the test's own is given its address.
 * Without a viewer the window shows it, with all pages and links. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "browser/lanyard-browser.h"
#include "export/lanyard-calendar-group.h"
#include "help-helper.h"
#include "help/lanyard-help-dialog.h"
#include "help/lanyard-help.h"
#include "preferences/lanyard-preferences-dialog.h"
#include "window-driver.h"

#define NOW "2026-10-05T09:00:00Z"

static char *
read_help_page (const char *page)
{
  g_autofree char *name = g_strndup (page, strcspn (page, "#"));
  g_autofree char *file = g_strconcat (name, ".page", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "help", "C", file, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_pages_exist (void)
{
  guint n_places;
  const LanyardHelpPlace *places = lanyard_help_list_places (&n_places);

  for (guint i = 0; i < n_places; i++)
    {
      const char *section = strchr (places[i].page, '#');
      g_autofree char *text = read_help_page (places[i].page);
      g_autofree char *id = section != NULL ? g_strdup_printf ("<section id=\"%s\"", section + 1) : NULL;

      g_test_message ("%s: %s", places[i].type, places[i].page);
      g_assert_true (id == NULL || strstr (text, id) != NULL);
      if (i > 0)
        g_assert_cmpstr (places[i - 1].type, <, places[i].type);
    }
}

static gboolean
has_place (const char *type)
{
  guint n_places;
  const LanyardHelpPlace *places = lanyard_help_list_places (&n_places);

  for (guint i = 0; i < n_places; i++)
    if (g_str_equal (places[i].type, type))
      return TRUE;
  return FALSE;
}

/* The class of a template, if it is one that help belongs to. */
static char *
dup_place_class (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *text = NULL;
  g_autoptr (GRegex) template = g_regex_new ("<template class=\"(\\w+(?:Page|Dialog|Popover))\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return g_regex_match (template, text, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static guint
check_folder (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  guint n_classes = 0;

  g_assert_no_error (error);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, "/", names[i], NULL);
      g_autofree char *class_name = g_str_has_suffix (path, ".ui") ? dup_place_class (path) : NULL;

      if (class_name == NULL)
        continue;
      g_test_message ("%s", class_name);
      g_assert_true (has_place (class_name));
      n_classes++;
    }
  return n_classes;
}

/* Also those that are made next year. */
static void
test_everything_has_a_page (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) folders = g_resources_enumerate_children (APP_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  guint n_classes = 0;

  g_assert_no_error (error);
  for (guint i = 0; folders[i] != NULL; i++)
    if (g_str_has_suffix (folders[i], "/"))
      {
        g_autofree char *folder = g_strconcat (APP_PATH "/", folders[i], NULL);

        folder[strlen (folder) - 1] = '\0';
        n_classes += check_folder (folder);
      }
  g_assert_cmpuint (n_classes, >, 25);
}

static WindowDriver *
driver_with_conference (int width)
{
  WindowDriver *driver = window_driver_new (NOW);

  g_settings_reset (driver->settings, "page");
  g_settings_reset (driver->settings, "schedule-view");
  g_settings_reset (driver->settings, "other-zone");
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  window_driver_show (driver, width, 800);
  return driver;
}

static void
assert_help (WindowDriver *driver,
             const char   *page)
{
  g_assert_cmpstr (lanyard_help_find_page (GTK_WINDOW (driver->window)), ==, page);
}

static void
test_welcome (void)
{
  g_autoptr (WindowDriver) driver = window_driver_new (NOW);

  g_settings_reset (driver->settings, "conference");
  g_assert_cmpstr (lanyard_help_find_page (NULL), ==, "index");
  window_driver_show (driver, 800, 600);
  assert_help (driver, "first-steps");
}

/* Each page that the sidebar names, with the focus in it, in the sidebar, and
 * nowhere. */
static void
test_pages (void)
{
  static const char *const pages[][2] = {
    { "plan", "plan" },         { "now", "now" },           { "schedule", "schedule" }, { "sessions", "sessions" },
    { "speakers", "speakers" }, { "rooms", "rooms" },       { "updates", "updates" },   { "search", "search" },
  };
  g_autoptr (WindowDriver) driver = driver_with_conference (1200);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      window_driver_activate (driver, "win.page", pages[i][0]);
      assert_help (driver, pages[i][1]);
      gtk_widget_child_focus (GTK_WIDGET (lanyard_browser_get_sidebar (lanyard_window_get_browser (driver->window))),
                              GTK_DIR_TAB_FORWARD);
      assert_help (driver, pages[i][1]);
      gtk_window_set_focus (GTK_WINDOW (driver->window), NULL);
      assert_help (driver, pages[i][1]);
    }
  window_driver_activate (driver, "win.page", "schedule");
  window_driver_activate (driver, "win.schedule-view", "grid");
  gtk_widget_child_focus (lanyard_window_get_shown_page (driver->window), GTK_DIR_TAB_FORWARD);
  gtk_widget_grab_focus (window_driver_find (GTK_WIDGET (driver->window), g_type_from_name ("LanyardGridView")));
  assert_help (driver, "grid");
}

static void
test_upon_pages (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (700);
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);

  lanyard_browser_show_session (browser, window_driver_find_session (driver, "Filesystems and Storage MC"));
  window_driver_settle ();
  assert_help (driver, "sessions");
  lanyard_browser_show_conference (browser);
  window_driver_settle ();
  assert_help (driver, "conference");
  lanyard_browser_show_item (browser, LANYARD_ITEM (window_driver_find_talk (driver, "Copy on write, ten years on")));
  window_driver_settle ();
  assert_help (driver, "talk");
  gtk_window_set_focus (GTK_WINDOW (driver->window), NULL);
  assert_help (driver, "talk");
}

static void
close_dialog (WindowDriver *driver)
{
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (driver->window)));
  window_driver_settle ();
}

static void
test_dialogs (void)
{
  static const struct
  {
    const char *action;
    const char *target;
    const char *page;
  } dialogs[] = {
    { "win.add-conference", NULL, "add-address" },
    { "win.choose-zone", NULL, "time-zones" },
    { "win.new-entry", NULL, "own-entries" },
    { "win.open-plan", NULL, "others-plan" },
    { "win.export", "all", "export" },
  };
  g_autoptr (WindowDriver) driver = driver_with_conference (1000);
  GtkWidget *group;

  window_driver_activate (driver, "win.page", "plan");
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_test_message ("%s", dialogs[i].action);
      window_driver_activate (driver, dialogs[i].action, dialogs[i].target);
      assert_help (driver, dialogs[i].page);
      gtk_window_set_focus (GTK_WINDOW (driver->window), NULL);
      assert_help (driver, dialogs[i].page);
      close_dialog (driver);
    }
  window_driver_activate (driver, "win.preferences", NULL);
  gtk_window_set_focus (GTK_WINDOW (driver->window), NULL);
  assert_help (driver, "preferences");
  group = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_CALENDAR_GROUP);
  gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD);
  assert_help (driver, "calendar#living");
  close_dialog (driver);
}

/* A viewer as any other: it has a desktop file, and keeps the address that it
 * is given. The folders are this test's own. */
static char *
install_viewer (void)
{
  g_autofree char *applications = g_build_filename (g_get_user_data_dir (), "applications", NULL);
  g_autofree char *desktop_file = g_build_filename (applications, "org.example.Viewer.desktop", NULL);
  g_autofree char *list = g_build_filename (applications, "mimeapps.list", NULL);
  g_autofree char *script = g_build_filename (g_get_user_cache_dir (), "viewer", NULL);
  g_autofree char *entry = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Viewer\nExec=%s %%u\n"
                                            "MimeType=x-scheme-handler/help;\n", script);
  char *kept = g_build_filename (g_get_user_cache_dir (), "address", NULL);
  g_autofree char *code = g_strdup_printf ("#!/bin/sh\nprintf '%%s\\n' \"$1\" >'%s.part'\nmv '%s.part' '%s'\n", kept, kept, kept);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (applications, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_cache_dir (), 0700), ==, 0);
  g_file_set_contents_full (script, code, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0700, &error);
  g_assert_no_error (error);
  g_file_set_contents (desktop_file, entry, -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (list, "[Default Applications]\nx-scheme-handler/help=org.example.Viewer.desktop\n", -1, &error);
  g_assert_no_error (error);
  return kept;
}

static void
remove_viewer (void)
{
  g_autofree char *desktop_file = g_build_filename (g_get_user_data_dir (), "applications", "org.example.Viewer.desktop", NULL);

  g_assert_cmpint (g_unlink (desktop_file), ==, 0);
}

static void
test_viewer (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1000);
  g_autofree char *kept = install_viewer ();
  g_autofree char *address = NULL;
  gint64 begun = g_get_monotonic_time ();

  window_driver_activate (driver, "win.page", "speakers");
  lanyard_help_show (GTK_WINDOW (driver->window));
  while (!g_file_get_contents (kept, &address, NULL, NULL))
    {
      g_assert_cmpint (g_get_monotonic_time () - begun, <, 10 * G_USEC_PER_SEC);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpstr (address, ==, "help:lanyard/speakers\n");
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (driver->window)));
  remove_viewer ();
}

static LanyardHelpDialog *
wait_for_help (WindowDriver *driver)
{
  gint64 begun = g_get_monotonic_time ();
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (driver->window))) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time () - begun, <, 10 * G_USEC_PER_SEC);
      g_main_context_iteration (NULL, FALSE);
    }
  window_driver_settle ();
  return LANYARD_HELP_DIALOG (dialog);
}

/* The label that has such a link. */
static GtkWidget *
find_link (GtkWidget  *widget,
           const char *address)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), address) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_link (child, address);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
wait_for_link (GtkWidget  *root,
               const char *address)
{
  gint64 begun = g_get_monotonic_time ();
  GtkWidget *label;

  while ((label = find_link (root, address)) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time () - begun, <, 10 * G_USEC_PER_SEC);
      g_main_context_iteration (NULL, FALSE);
    }
  return label;
}

static void
follow (LanyardHelpDialog *dialog,
        const char        *target)
{
  g_autofree char *address = lanyard_help_address_new (target);
  GtkWidget *label = wait_for_link (GTK_WIDGET (dialog), address);
  gboolean is_handled = FALSE;

  g_signal_emit_by_name (label, "activate-link", address, &is_handled);
  g_assert_true (is_handled);
  window_driver_settle ();
}

static void
go_back (LanyardHelpDialog *dialog)
{
  GtkWidget *pages = window_driver_find (GTK_WIDGET (dialog), ADW_TYPE_NAVIGATION_VIEW);

  g_assert_true (gtk_widget_activate_action (pages, "navigation.pop", NULL));
  window_driver_settle ();
}

/* The page for where one is, then others, and back to the list of all. */
static void
test_no_viewer (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1000);
  LanyardHelpDialog *dialog;

  help_install ();
  window_driver_activate (driver, "win.page", "speakers");
  lanyard_help_show (GTK_WINDOW (driver->window));
  dialog = wait_for_help (driver);
  g_assert_cmpstr (lanyard_help_dialog_get_page (dialog), ==, "speakers");
  follow (dialog, "search");
  g_assert_cmpstr (lanyard_help_dialog_get_page (dialog), ==, "search");
  go_back (dialog);
  go_back (dialog);
  g_assert_cmpstr (lanyard_help_dialog_get_page (dialog), ==, "index");
  follow (dialog, "trouble");
  follow (dialog, "trouble-network");
  follow (dialog, "talk#files");
  g_assert_cmpstr (lanyard_help_dialog_get_page (dialog), ==, "talk");
  /* The key is the window's as well: no help upon the help. */
  lanyard_help_show (GTK_WINDOW (driver->window));
  g_assert_true (wait_for_help (driver) == dialog);
  close_dialog (driver);
}

static void
assert_begins_at (LanyardHelpDialog *dialog,
                  const char        *words)
{
  gint64 begun = g_get_monotonic_time ();
  GtkWidget *heading;
  GtkWidget *scroller;
  GtkAdjustment *adjustment;
  graphene_point_t place;

  while ((heading = window_driver_find_text (GTK_WIDGET (dialog), words)) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time () - begun, <, 10 * G_USEC_PER_SEC);
      g_main_context_iteration (NULL, FALSE);
    }
  window_driver_settle ();
  scroller = gtk_widget_get_ancestor (heading, GTK_TYPE_SCROLLED_WINDOW);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_assert_true (gtk_widget_compute_point (heading, scroller, graphene_point_zero (), &place));
  g_test_message ("“%s” is at %g, of %g at %g", words, place.y, gtk_adjustment_get_upper (adjustment),
                  gtk_adjustment_get_value (adjustment));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
  if (gtk_adjustment_get_value (adjustment) < gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment))
    g_assert_cmpfloat_with_epsilon (place.y, 0, 24);
}

/* A section is at the top, or as far up as its page goes, for where one is and
 * where a link leads. */
static void
test_sections (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (360);
  g_autoptr (LanyardHelpBook) book = NULL;
  LanyardHelpDialog *dialog;

  help_install ();
  window_driver_resize (driver, 360, 500);
  book = lanyard_help_book_new_read ();
  adw_dialog_present (lanyard_help_dialog_new (book, "trouble-account#token"), GTK_WIDGET (driver->window));
  dialog = wait_for_help (driver);
  g_assert_cmpstr (lanyard_help_dialog_get_page (dialog), ==, "trouble-account");
  assert_begins_at (dialog, lanyard_help_book_get_title (book, "trouble-account#token"));
  go_back (dialog);
  follow (dialog, "offline");
  follow (dialog, "talk#files");
  assert_begins_at (dialog, lanyard_help_book_get_title (book, "talk#files"));
  close_dialog (driver);
}

/* Whoever presses the key again while the pages are read sees them once. */
static void
test_twice (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1000);
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (driver->window));

  help_install ();
  lanyard_help_show (GTK_WINDOW (driver->window));
  lanyard_help_show (GTK_WINDOW (driver->window));
  wait_for_help (driver);
  g_assert_cmpuint (g_list_model_get_n_items (dialogs), ==, 1);
  close_dialog (driver);
}

int
main (int    argc,
      char **argv)
{
  window_driver_init (&argc, &argv);
  g_test_add_func ("/help/pages-exist", test_pages_exist);
  g_test_add_func ("/help/everything-has-a-page", test_everything_has_a_page);
  g_test_add_func ("/help/welcome", test_welcome);
  g_test_add_func ("/help/pages", test_pages);
  g_test_add_func ("/help/upon-pages", test_upon_pages);
  g_test_add_func ("/help/dialogs", test_dialogs);
  g_test_add_func ("/help/viewer", test_viewer);
  g_test_add_func ("/help/no-viewer", test_no_viewer);
  g_test_add_func ("/help/sections", test_sections);
  g_test_add_func ("/help/twice", test_twice);
  return g_test_run ();
}
