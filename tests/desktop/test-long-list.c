/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A day with 12,000 talks: rows are made for those around what one sees, and the
 * list is whole soon. */

#include "config.h"

#include <glib/gstdio.h>

#include "schedule-helper.h"
#include "widgets/lanyard-item-row.h"

#define N_TALKS 12000

/* A view of GTK makes two hundred rows, and some more for what is in sight. */
#define MOST_ROWS 300

/* So often the list grows until it is whole: with five more talks each time it
 * would be 2,400 times. */
#define MOST_STEPS 100

static char *
write_day (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("lanyard-long-list-XXXXXX", &error);
  g_autofree char *path = NULL;
  g_autoptr (GString) calendar = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Long Day\r\n");

  g_assert_no_error (error);
  for (guint i = 0; i < N_TALKS; i++)
    g_string_append_printf (calendar,
                            "BEGIN:VEVENT\r\nUID:%u@example.org\r\nSUMMARY:Talk %u\r\nLOCATION:Pier %u\r\n"
                            "DTSTART:20261005T%02u%02u00Z\r\nDURATION:PT1M\r\nEND:VEVENT\r\n",
                            i, i, i % 20, i / 500, i / 20 % 25);
  g_string_append (calendar, "END:VCALENDAR\r\n");
  path = g_build_filename (folder, "day.ics", NULL);
  g_assert_true (g_file_set_contents (path, calendar->str, (gssize) calendar->len, NULL));
  return folder;
}

static guint
count_rows (GtkWidget *root)
{
  guint n_rows = LANYARD_IS_ITEM_ROW (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_rows += count_rows (child);
  return n_rows;
}

static void
changed_cb (GListModel *model,
            guint       position,
            guint       n_removed,
            guint       n_added,
            guint      *n_steps)
{
  (*n_steps)++;
}

static void
test_day (void)
{
  g_autofree char *folder = write_day ();
  g_autofree char *path = g_build_filename (folder, "day.ics", NULL);
  g_autoptr (WindowDriver) driver = schedule_driver_with ("2026-10-05T12:00:00Z", folder, 1200, 800);
  GListModel *model = lanyard_item_list_get_model (schedule_get_list (driver));
  g_autoptr (LanyardItem) last = NULL;
  guint n_steps = 0;

  g_signal_connect (model, "items-changed", G_CALLBACK (changed_cb), &n_steps);
  while (g_list_model_get_n_items (model) < N_TALKS)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (n_steps, <=, MOST_STEPS);
    }
  window_driver_settle ();
  g_assert_cmpuint (count_rows (GTK_WIDGET (driver->window)), >, 0);
  g_assert_cmpuint (count_rows (GTK_WIDGET (driver->window)), <, MOST_ROWS);

  /* The last one is there as soon as it is asked for. */
  last = g_list_model_get_item (model, N_TALKS - 1);
  gtk_list_view_scroll_to (GTK_LIST_VIEW (schedule_find (driver, GTK_TYPE_LIST_VIEW)), N_TALKS - 1, GTK_LIST_SCROLL_NONE, NULL);
  window_driver_settle ();
  g_assert_nonnull (schedule_find_row (GTK_WIDGET (driver->window), lanyard_item_get_title (last)));
  g_assert_cmpuint (count_rows (GTK_WIDGET (driver->window)), <, MOST_ROWS);
  g_signal_handlers_disconnect_by_func (model, changed_cb, &n_steps);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  window_driver_init (&argc, &argv);

  g_test_add_func ("/long-list/day", test_day);
  return g_test_run ();
}
