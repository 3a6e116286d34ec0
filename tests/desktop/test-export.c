/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking a plan out of the window: the dialogs, the clipboard, the printer's
 * pages, the calendar file; and somebody else's plan beside one's own. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "export/lanyard-export-dialog.h"
#include "export/lanyard-printing.h"
#include "export/lanyard-share-dialog.h"
#include "export/lanyard-shared-plan.h"
#include "export/lanyard-their-plan-dialog.h"
#include "preferences/lanyard-preferences-dialog.h"
#include "widgets/lanyard-star-button.h"
#include "window-driver.h"

#define NOW "2026-09-29T00:00:00Z"
#define TALK "Copy on write, ten years on"
#define OTHER "Mesh on the Nullarbor"
#define PATIENCE_US (5 * G_USEC_PER_SEC)

static WindowDriver *
driver_with_plan (void)
{
  WindowDriver *driver = window_driver_new (NOW);

  g_settings_reset (driver->settings, "page");
  g_settings_reset (driver->settings, "calendar-file");
  g_settings_reset (driver->settings, "calendar-alarm");
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  window_driver_show (driver, 1200, 800);
  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_TALK,
                                     lanyard_item_get_key (LANYARD_ITEM (window_driver_find_talk (driver, TALK))),
                                     LANYARD_LEVEL_GOING);
  window_driver_settle ();
  return driver;
}

static AdwDialog *
open_dialog (WindowDriver *driver,
             const char   *action,
             const char   *subject)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (driver->window);
  gint64 deadline = g_get_monotonic_time () + PATIENCE_US;

  g_assert_true (subject != NULL ? gtk_widget_activate_action (GTK_WIDGET (window), action, "s", subject)
                                 : gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  while (adw_application_window_get_visible_dialog (window) == NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
  window_driver_settle ();
  return adw_application_window_get_visible_dialog (window);
}

static char *
dup_subject (WindowDriver *driver,
             const char   *title)
{
  return lanyard_outgoing_dup_subject (LANYARD_KIND_TALK,
                                       lanyard_item_get_key (LANYARD_ITEM (window_driver_find_talk (driver, title))));
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
read_clipboard (WindowDriver *driver)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (driver->window)), NULL, text_read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

static void
press (AdwDialog  *dialog,
       const char *text)
{
  GtkWidget *label = window_driver_find_text (GTK_WIDGET (dialog), text);
  GtkWidget *row = label != NULL ? gtk_widget_get_ancestor (label, ADW_TYPE_BUTTON_ROW) : NULL;

  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activated");
  window_driver_settle ();
}

static void
test_share (void)
{
  g_autoptr (WindowDriver) driver = driver_with_plan ();
  AdwDialog *dialog = open_dialog (driver, "win.share", "plan");
  g_autofree char *link = NULL;
  g_autofree char *text = NULL;
  g_autofree char *calendar = NULL;
  g_autoptr (LanyardSharedPlan) shared = NULL;

  g_assert_true (LANYARD_IS_SHARE_DIALOG (dialog));
  window_driver_sweep (GTK_WIDGET (dialog), "share");
  press (dialog, "Copy Link");
  link = read_clipboard (driver);
  shared = lanyard_shared_plan_new_for_link (link, NULL);
  g_assert_nonnull (shared);
  g_assert_cmpuint (lanyard_shared_plan_get_n_picks (shared), ==, 1);

  press (dialog, "Copy as Text");
  text = read_clipboard (driver);
  g_assert_nonnull (strstr (text, TALK));
  g_assert_nonnull (strstr (text, "Times in "));

  press (dialog, "Copy as Calendar");
  calendar = read_clipboard (driver);
  g_assert_true (g_str_has_prefix (calendar, "BEGIN:VCALENDAR\r\n"));
  g_assert_nonnull (strstr (calendar, "BEGIN:VEVENT"));
}

/* Several at once are together in one text. */
static void
test_selection (void)
{
  g_autoptr (WindowDriver) driver = driver_with_plan ();
  g_autofree char *first = dup_subject (driver, TALK);
  g_autofree char *second = dup_subject (driver, OTHER);
  g_autofree char *subject = g_strjoin ("\n", first, second, "talk:gone", NULL);
  AdwDialog *dialog = open_dialog (driver, "win.share", subject);
  g_autofree char *text = NULL;

  press (dialog, "Copy as Text");
  text = read_clipboard (driver);
  g_assert_nonnull (strstr (text, TALK));
  g_assert_nonnull (strstr (text, OTHER));
}

/* What is not in the plan goes out alone. */
static void
test_share_one (void)
{
  g_autoptr (WindowDriver) driver = driver_with_plan ();
  g_autofree char *subject = dup_subject (driver, OTHER);
  AdwDialog *dialog = open_dialog (driver, "win.share", subject);
  g_autofree char *text = NULL;

  press (dialog, "Copy as Text");
  text = read_clipboard (driver);
  g_assert_nonnull (strstr (text, OTHER));
  g_assert_null (strstr (text, TALK));
}

static void
test_export (void)
{
  g_autoptr (WindowDriver) driver = driver_with_plan ();
  AdwDialog *dialog = open_dialog (driver, "win.export", "plan");
  GtkWidget *format;
  GtkWidget *paper;
  GtkWidget *reminder;

  g_assert_true (LANYARD_IS_EXPORT_DIALOG (dialog));
  window_driver_sweep (GTK_WIDGET (dialog), "export");
  format = gtk_widget_get_ancestor (window_driver_find_text (GTK_WIDGET (dialog), "Format"), ADW_TYPE_COMBO_ROW);
  reminder = window_driver_find_text (GTK_WIDGET (dialog), "Reminder");
  g_assert_true (gtk_widget_get_mapped (reminder));
  adw_combo_row_set_selected (ADW_COMBO_ROW (format), LANYARD_SAVING_PDF);
  window_driver_settle ();
  paper = window_driver_find_text (GTK_WIDGET (dialog), "Paper");
  g_assert_nonnull (paper);
  g_assert_true (gtk_widget_get_mapped (paper));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      outgoing)
{
  g_autoptr (GError) error = NULL;

  *(LanyardOutgoing **) outgoing = lanyard_outgoing_load_finish (result, &error);
  g_assert_no_error (error);
}

static LanyardOutgoing *
load (WindowDriver *driver,
      const char   *subject)
{
  LanyardOutgoing *outgoing = NULL;

  lanyard_outgoing_load_async (driver->open, subject, loaded_cb, &outgoing);
  while (outgoing == NULL)
    g_main_context_iteration (NULL, TRUE);
  return outgoing;
}

/* Into a file, as somebody does who prints to a file. */
static void
test_print (void)
{
  g_autoptr (WindowDriver) driver = driver_with_plan ();
  static const char *const subjects[] = { LANYARD_OUTGOING_PLAN, LANYARD_OUTGOING_ALL };

  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autoptr (LanyardOutgoing) outgoing = load (driver, subjects[i]);
      g_autoptr (GtkPrintOperation) operation = lanyard_printing_new (outgoing);
      g_autofree char *path = g_build_filename (driver->folder, "pages.pdf", NULL);
      g_autofree char *bytes = NULL;
      g_autoptr (GError) error = NULL;

      gtk_print_operation_set_export_filename (operation, path);
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (driver->window), &error);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
      g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
      g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), >, 0);
      g_remove (path);
    }
}

/* Each star of a row that says @title. */
static GtkWidget *
find_star (AdwDialog  *dialog,
           const char *title)
{
  GtkWidget *label = window_driver_find_text (GTK_WIDGET (dialog), title);
  GtkWidget *row = label != NULL ? gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW) : NULL;

  return row != NULL ? window_driver_find (row, LANYARD_TYPE_STAR_BUTTON) : NULL;
}

static char *
dup_link_to (WindowDriver *driver,
             const char   *title)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (LanyardExtract) extract = NULL;

  g_ptr_array_add (items, window_driver_find_talk (driver, title));
  extract = lanyard_extract_new (&(LanyardExtractFields) {
    .programme = lanyard_open_conference_get_programme (driver->open), .items = items,
  });
  return lanyard_shared_plan_write_link (extract);
}

/* Reading changes nothing; a star takes over, and can be taken back. */
static void
test_their_plan (void)
{
  g_autoptr (WindowDriver) driver = driver_with_plan ();
  g_autofree char *link = dup_link_to (driver, OTHER);
  const char *key = lanyard_item_get_key (LANYARD_ITEM (window_driver_find_talk (driver, OTHER)));
  AdwDialog *dialog = open_dialog (driver, "win.open-plan", NULL);

  lanyard_their_plan_dialog_open_link (LANYARD_THEIR_PLAN_DIALOG (dialog), link);
  window_driver_settle ();
  window_driver_sweep (GTK_WIDGET (dialog), "their plan");
  g_assert_nonnull (window_driver_find_text (GTK_WIDGET (dialog), "Only Theirs"));
  g_assert_nonnull (window_driver_find_text (GTK_WIDGET (dialog), "Only Yours"));
  g_assert_null (window_driver_find_text (GTK_WIDGET (dialog), "Both of You"));
  g_assert_cmpint (lanyard_open_conference_get_level (driver->open, LANYARD_KIND_TALK, key), ==, LANYARD_LEVEL_NONE);

  g_signal_emit_by_name (find_star (dialog, OTHER), "clicked");
  window_driver_settle ();
  g_assert_cmpint (lanyard_open_conference_get_level (driver->open, LANYARD_KIND_TALK, key), ==, LANYARD_LEVEL_GOING);
  lanyard_open_conference_undo (driver->open);
  window_driver_settle ();
  g_assert_cmpint (lanyard_open_conference_get_level (driver->open, LANYARD_KIND_TALK, key), ==, LANYARD_LEVEL_NONE);
}

static void
test_bad_plan (void)
{
  g_autoptr (WindowDriver) driver = driver_with_plan ();
  AdwDialog *dialog = open_dialog (driver, "win.open-plan", NULL);
  GtkWidget *banner = window_driver_find (GTK_WIDGET (dialog), ADW_TYPE_BANNER);

  lanyard_their_plan_dialog_open_link (LANYARD_THEIR_PLAN_DIALOG (dialog), "https://example.org/");
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));
  g_assert_true (g_str_has_prefix (adw_banner_get_title (ADW_BANNER (banner)), "This is not a link"));
}

static void
await_file (const char *path,
            const char *words)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_US;

  while (TRUE)
    {
      g_autofree char *text = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL) && strstr (text, words) != NULL)
        return;
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
}

/* From the moment on at which a file is chosen, and with the reminder. */
static void
test_calendar_file (void)
{
  g_autoptr (WindowDriver) driver = driver_with_plan ();
  g_autofree char *path = g_build_filename (driver->folder, "plan.ics", NULL);
  const char *key = lanyard_item_get_key (LANYARD_ITEM (window_driver_find_talk (driver, OTHER)));

  g_settings_set_string (driver->settings, "calendar-file", path);
  await_file (path, TALK + strlen ("Copy on write, "));
  g_settings_set_int (driver->settings, "calendar-alarm", 15);
  await_file (path, "TRIGGER:-PT15M");
  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_TALK, key, LANYARD_LEVEL_GOING);
  await_file (path, OTHER);
  g_settings_reset (driver->settings, "calendar-file");
  g_settings_reset (driver->settings, "calendar-alarm");
  window_driver_settle ();
  g_remove (path);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  window_driver_init (&argc, &argv);

  g_test_add_func ("/export/share", test_share);
  g_test_add_func ("/export/share-one", test_share_one);
  g_test_add_func ("/export/selection", test_selection);
  g_test_add_func ("/export/dialog", test_export);
  g_test_add_func ("/export/print", test_print);
  g_test_add_func ("/export/their-plan", test_their_plan);
  g_test_add_func ("/export/bad-plan", test_bad_plan);
  g_test_add_func ("/export/calendar-file", test_calendar_file);

  return g_test_run ();
}
