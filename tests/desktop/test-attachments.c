/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files of a talk that are fetched to stay: how that goes, how it is ended, and
 * what is said when it fails. */

#include "config.h"

#include <string.h>

#include "detail-helper.h"
#include "detail/lanyard-attachment-row.h"

#define FIRST "Copy on write, ten years on"
#define SECOND "Old abstracts are HTML"
#define NBSP "\xc2\xa0"

static GtkWidget *
wait_for_button (DetailFixture *fixture,
                 const char    *action)
{
  GtkWidget *row = detail_find_row (fixture, "Slides");
  gint64 deadline = g_get_monotonic_time () + 15 * G_USEC_PER_SEC;

  g_assert_true (LANYARD_IS_ATTACHMENT_ROW (row));
  while (g_get_monotonic_time () < deadline)
    {
      GtkWidget *found = NULL;
      GtkWidget *box = gtk_widget_get_parent (window_driver_find (row, GTK_TYPE_PROGRESS_BAR));

      for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
        if (GTK_IS_ACTIONABLE (child) && gtk_widget_get_visible (child) &&
            g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), action) == 0)
          found = child;
      if (found != NULL)
        return found;
      g_main_context_iteration (NULL, FALSE);
    }
  g_error ("There is no button for “%s”", action);
}

static void
press (DetailFixture *fixture,
       const char    *action)
{
  GtkWidget *button = wait_for_button (fixture, action);

  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
}

/* Fetched, known after a restart, and removed. */
static void
test_download (DetailFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *open;

  detail_show (fixture, FIRST);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (wait_for_button (fixture, "attachment.fetch")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Download “Slides” for Offline Use");
  press (fixture, "attachment.fetch");
  open = wait_for_button (fixture, "attachment.open");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_PROPERTY_LABEL, "Open “Slides”");
  g_assert_true (gtk_widget_has_focus (open));
  detail_assert_subtitle (fixture, "Slides", "PDF, 482.1" NBSP "kB · Available offline");
  window_driver_sweep (GTK_WIDGET (detail_get_page (fixture)), "talk with a file");

  window_driver_close (fixture->driver);
  soup_server_disconnect (fixture->server);
  window_driver_set_now (fixture->driver, DETAIL_NOW);
  window_driver_show (fixture->driver, 1400, 900);
  detail_show (fixture, FIRST);
  wait_for_button (fixture, "attachment.open");
  detail_assert_subtitle (fixture, "Slides", "PDF, 482.1" NBSP "kB · Available offline");

  g_assert_true (gtk_widget_activate_action (detail_find_row (fixture, "Slides"), "attachment.remove", NULL));
  wait_for_button (fixture, "attachment.fetch");
  detail_assert_subtitle (fixture, "Slides", "PDF, 482.1" NBSP "kB");
}

static GtkProgressBar *
wait_for_progress (DetailFixture *fixture)
{
  GtkProgressBar *bar = GTK_PROGRESS_BAR (window_driver_find (detail_find_row (fixture, "Slides"), GTK_TYPE_PROGRESS_BAR));

  while (!(gtk_progress_bar_get_fraction (bar) > 0))
    g_main_context_iteration (NULL, TRUE);
  return bar;
}

/* While something arrives, nothing ever settles. */
static void
turn_to (DetailFixture *fixture,
         const char    *title)
{
  lanyard_browser_show_item (lanyard_window_get_browser (fixture->driver->window),
                             LANYARD_ITEM (window_driver_find_talk (fixture->driver, title)));
  while ((detail_find_row (fixture, "Slides") != NULL) != g_str_equal (title, FIRST))
    g_main_context_iteration (NULL, TRUE);
}

/* It goes on while somebody looks at something else, and can be cancelled. */
static void
test_cancel (DetailFixture *fixture,
             gconstpointer  data)
{
  GtkProgressBar *bar;
  const char *subtitle;

  fixture->fault = LANYARD_FAULT_SLOW;
  detail_show (fixture, FIRST);
  press (fixture, "attachment.fetch");
  bar = wait_for_progress (fixture);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (bar), <, 0.1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, "Download of “Slides”");

  turn_to (fixture, SECOND);
  turn_to (fixture, FIRST);
  wait_for_button (fixture, "attachment.cancel");
  subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (detail_find_row (fixture, "Slides")));
  g_assert_true (g_str_has_suffix (subtitle, " of 482.1" NBSP "kB"));
  press (fixture, "attachment.cancel");
  g_assert_true (gtk_widget_has_focus (wait_for_button (fixture, "attachment.fetch")));
  detail_assert_subtitle (fixture, "Slides", "PDF, 482.1" NBSP "kB");
}

/* Says why, and can be tried again. */
static void
test_failure (DetailFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *row;

  fixture->fault = LANYARD_FAULT_GONE;
  detail_show (fixture, FIRST);
  press (fixture, "attachment.fetch");
  wait_for_button (fixture, "attachment.cancel");
  wait_for_button (fixture, "attachment.fetch");
  row = detail_find_row (fixture, "Slides");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "does not have this"));
  g_assert_true (gtk_widget_has_css_class (row, "failed"));
  detail_show (fixture, SECOND);
  detail_show (fixture, FIRST);
  row = detail_find_row (fixture, "Slides");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "does not have this"));
  g_assert_true (gtk_widget_has_css_class (row, "failed"));

  fixture->fault = LANYARD_FAULT_NONE;
  press (fixture, "attachment.fetch");
  wait_for_button (fixture, "attachment.open");
  g_assert_false (gtk_widget_has_css_class (row, "failed"));
}

/* What is here of a talk is looked for in the folder of its own conference,
 * also while another one is on its way from the disk. */
static void
test_while_another_loads (DetailFixture *fixture,
                          gconstpointer  data)
{
  LanyardOpenConference *open = fixture->driver->open;
  LanyardTalk *talk = window_driver_find_talk (fixture->driver, FIRST);

  detail_show (fixture, FIRST);
  press (fixture, "attachment.fetch");
  wait_for_button (fixture, "attachment.open");
  detail_show (fixture, SECOND);
  lanyard_open_conference_load (open, "00000000-0000-0000-0000-000000000000");
  g_assert_cmpstr (lanyard_open_conference_get_uuid (open), ==, "00000000-0000-0000-0000-000000000000");
  lanyard_browser_show_item (lanyard_window_get_browser (fixture->driver->window), LANYARD_ITEM (talk));
  window_driver_settle ();
  wait_for_button (fixture, "attachment.open");
}

#define ADD(name, func) g_test_add ("/attachments/" name, DetailFixture, NULL, detail_set_up, func, detail_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  window_driver_init (&argc, &argv);

  ADD ("download", test_download);
  ADD ("cancel", test_cancel);
  ADD ("failure", test_failure);
  ADD ("while-another-loads", test_while_another_loads);

  return g_test_run ();
}
