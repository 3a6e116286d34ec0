/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes into the calendar: a program for calendars of the test's own keeps
 * the file that it is given. */

#include "config.h"

#include <glib/gstdio.h>

#include "window-driver.h"

#define NOW "2026-10-02T09:00:00Z"
#define CALENDAR "org.example.Calendar"

static WindowDriver *
driver_with_conference (void)
{
  WindowDriver *driver = window_driver_new (NOW);

  g_settings_reset (driver->settings, "page");
  g_settings_reset (driver->settings, "other-zone");
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  window_driver_show (driver, 1200, 800);
  return driver;
}

/* A program for calendars as any other: it has a desktop file, and keeps what
 * it is given. The folders are this test's own. */
static char *
dup_desktop_file (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".desktop", NULL);

  return g_build_filename (g_get_user_data_dir (), "applications", name, NULL);
}

static void
install_program (const char *id,
                 const char *kept)
{
  g_autofree char *desktop_file = dup_desktop_file (id);
  g_autofree char *applications = g_path_get_dirname (desktop_file);
  g_autofree char *entry = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (applications, 0700), ==, 0);
  entry = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=%s\nExec=cp %%f %s\nMimeType=text/calendar;\n",
                           id, kept);
  g_file_set_contents (desktop_file, entry, -1, &error);
  g_assert_no_error (error);
}

static void
set_default (const char *id)
{
  g_autofree char *list = g_build_filename (g_get_user_data_dir (), "applications", "mimeapps.list", NULL);
  g_autofree char *text = g_strdup_printf ("[Default Applications]\ntext/calendar=%s.desktop\n"
                                           "[Added Associations]\ntext/calendar=" CALENDAR ".desktop;\n", id);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (list, text, -1, &error);
  g_assert_no_error (error);
}

static char *
install_calendar (void)
{
  char *kept = g_build_filename (g_get_user_cache_dir (), "kept.ics", NULL);

  install_program (CALENDAR, kept);
  set_default (CALENDAR);
  return kept;
}

static void
remove_program (const char *id)
{
  g_autofree char *desktop_file = dup_desktop_file (id);

  g_assert_cmpint (g_unlink (desktop_file), ==, 0);
}

static char *
wait_for_file (const char *path)
{
  gint64 begun = g_get_monotonic_time ();
  char *text = NULL;

  while (text == NULL || !g_str_has_suffix (text, "END:VCALENDAR\r\n"))
    {
      g_assert_cmpint (g_get_monotonic_time () - begun, <, 10 * G_USEC_PER_SEC);
      g_main_context_iteration (NULL, FALSE);
      g_clear_pointer (&text, g_free);
      g_file_get_contents (path, &text, NULL, NULL);
    }
  g_unlink (path);
  return text;
}

static void
add_to_calendar (WindowDriver *driver,
                 LanyardKind   kind,
                 const char   *key)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.add-to-calendar", "(us)", (guint) kind, key));
}

static guint
count (const char *text,
       const char *word)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, word)) != NULL; at++)
    n++;
  return n;
}

static void
test_kept (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  LanyardTalk *talk = window_driver_find_talk (driver, "Copy on write, ten years on");
  LanyardSession *session = window_driver_find_session (driver, "Filesystems and Storage MC");
  g_autofree char *kept = install_calendar ();
  g_autofree char *file = g_build_filename (g_get_user_cache_dir (), "lanyard", "calendar",
                                            "Copy on write, ten years on.ics", NULL);
  g_autofree char *calendar = NULL;
  g_autofree char *sessions_calendar = NULL;

  add_to_calendar (driver, LANYARD_KIND_TALK, lanyard_item_get_key (LANYARD_ITEM (talk)));
  calendar = wait_for_file (kept);
  g_assert_cmpuint (count (calendar, "BEGIN:VEVENT"), ==, 1);
  g_assert_nonnull (strstr (calendar, "UID:indico-contribution-3104@"));
  /* The abstract, which the window does not have. */
  g_assert_nonnull (strstr (calendar, "DESCRIPTION:Speakers: "));
  g_assert_cmpuint (strlen (calendar), >, 1500);
  g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));

  add_to_calendar (driver, LANYARD_KIND_SESSION, lanyard_session_get_key (session));
  sessions_calendar = wait_for_file (kept);
  g_assert_cmpuint (count (sessions_calendar, "BEGIN:VEVENT"), ==, 3);
  remove_program (CALENDAR);
}

static void
assert_toast (WindowDriver *driver,
              const char   *sentence)
{
  gint64 begun = g_get_monotonic_time ();

  while (window_driver_find_text (GTK_WIDGET (driver->window), sentence) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time () - begun, <, 10 * G_USEC_PER_SEC);
      window_driver_settle ();
    }
}

static void
add_train (WindowDriver *driver,
           const char   *key)
{
  const LanyardOwnEntryFields fields = {
    .uuid = key,
    .kind = LANYARD_OWN_TRAVEL,
    .title = "Train",
    .start = 1790899200,
    .end = 1790902800,
    .zone = "Australia/Adelaide",
  };
  g_autoptr (LanyardOwnEntry) entry = lanyard_own_entry_new (&fields);
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();

  lanyard_edit_put_entry (edit, entry);
  lanyard_open_conference_apply (driver->open, edit, "Added “Train”");
  window_driver_settle ();
}

/* What is selected goes into one file, and so does what is one's own. */
static void
test_several (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  g_autofree char *kept = install_calendar ();
  g_autofree char *calendar = NULL;

  add_train (driver, "11111111-2222-4333-8444-555555555555");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.add-all-to-calendar", "s",
                                             "talk:3104\ntalk:3113\nown:11111111-2222-4333-8444-555555555555"));
  calendar = wait_for_file (kept);
  g_assert_cmpuint (count (calendar, "BEGIN:VEVENT"), ==, 3);
  g_assert_nonnull (strstr (calendar, "SUMMARY:Train"));
  remove_program (CALENDAR);
}

static void
read_text_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static void
test_copied (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (driver->window));
  g_autofree char *text = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.copy", "s", "talk:3104"));
  assert_toast (driver, "Copied “Copy on write, ten years on”");
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/calendar;charset=utf-8"));
  gdk_clipboard_read_text_async (clipboard, NULL, read_text_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (text, "Copy on write, ten years on"));
  g_assert_null (strstr (text, "BEGIN:VCALENDAR"));
}

static void
test_without_program (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  LanyardTalk *talk = window_driver_find_talk (driver, "Copy on write, ten years on");

  add_to_calendar (driver, LANYARD_KIND_TALK, lanyard_item_get_key (LANYARD_ITEM (talk)));
  assert_toast (driver, "No program for calendars was found. Install one, for example GNOME Calendar.");
}

/* Lanyard opens calendars, too, and must not be handed what it writes itself. */
static void
test_not_ourselves (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  LanyardTalk *talk = window_driver_find_talk (driver, "Copy on write, ten years on");
  g_autofree char *ours = g_build_filename (g_get_user_cache_dir (), "ours.ics", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *calendar = NULL;

  install_program (APP_ID, ours);
  set_default (APP_ID);
  add_to_calendar (driver, LANYARD_KIND_TALK, lanyard_item_get_key (LANYARD_ITEM (talk)));
  assert_toast (driver, "No program for calendars was found. Install one, for example GNOME Calendar.");

  kept = install_calendar ();
  set_default (APP_ID);
  add_to_calendar (driver, LANYARD_KIND_TALK, lanyard_item_get_key (LANYARD_ITEM (talk)));
  calendar = wait_for_file (kept);
  g_assert_cmpuint (count (calendar, "BEGIN:VEVENT"), ==, 1);
  g_assert_false (g_file_test (ours, G_FILE_TEST_EXISTS));
  remove_program (CALENDAR);
  remove_program (APP_ID);
}

static void
test_without_time (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GPtrArray *talks = lanyard_programme_get_talks (lanyard_open_conference_get_programme (driver->open));
  LanyardItem *last = g_ptr_array_index (talks, talks->len - 1);

  g_assert_false (lanyard_item_is_scheduled (last));
  add_to_calendar (driver, LANYARD_KIND_TALK, lanyard_item_get_key (last));
  assert_toast (driver, "This is not scheduled yet, so it cannot be added to a calendar.");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  window_driver_init (&argc, &argv);

  g_test_add_func ("/calendar/kept", test_kept);
  g_test_add_func ("/calendar/several", test_several);
  g_test_add_func ("/calendar/copied", test_copied);
  g_test_add_func ("/calendar/without-program", test_without_program);
  g_test_add_func ("/calendar/not-ourselves", test_not_ourselves);
  g_test_add_func ("/calendar/without-time", test_without_time);

  return g_test_run ();
}
