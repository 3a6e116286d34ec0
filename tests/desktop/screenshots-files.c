/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of a talk's files: on their server, on their way, here, and not to
 * be had. */

#include "config.h"

#include "detail-helper.h"
#include "detail/lanyard-attachment-row.h"
#include "screenshots-files.h"
#include "screenshots-opened.h"
#include "sync/lanyard-attachment.h"

#define TALK "Copy on write, ten years on"
#define PATIENCE (15 * G_USEC_PER_SEC)

/* The talk may be out of sight once pictures were taken at several widths. */
static void
act (DetailFixture *fixture,
     const char    *file,
     const char    *action)
{
  detail_show (fixture, TALK);
  g_assert_true (gtk_widget_activate_action (detail_find_row (fixture, file), action, NULL));
}

/* The talk may be out of sight, and the files are far below its title. */
static GtkWidget *
show_files (WindowDriver *driver)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  GtkWidget *row = NULL;

  lanyard_browser_show_item (lanyard_window_get_browser (driver->window), LANYARD_ITEM (window_driver_find_talk (driver, TALK)));
  /* They are read from the store. */
  while (row == NULL && g_get_monotonic_time () < deadline)
    {
      window_driver_settle ();
      row = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ATTACHMENT_ROW);
    }
  if (row == NULL)
    return NULL;
  /* Not by the focus: GTK's backend for tests cannot announce what happens to that. */
  gtk_viewport_scroll_to (GTK_VIEWPORT (gtk_widget_get_ancestor (row, GTK_TYPE_VIEWPORT)), row, NULL);
  window_driver_settle ();
  return row;
}

/* Of the file that is here. */
static GtkWidget *
open_more (WindowDriver *driver)
{
  show_files (driver);
  return opened_press_menu (driver, "More for This File");
}

void
screenshots_take_files (const Looks *looks)
{
  DetailFixture fixture = { 0 };

  detail_set_up (&fixture, NULL);
  looks_take_with (looks, fixture.driver, "files", show_files, opened_close);
  act (&fixture, "Slides", "attachment.fetch");
  window_driver_settle ();
  fixture.fault = LANYARD_FAULT_GONE;
  act (&fixture, "Sound only", "attachment.fetch");
  window_driver_settle ();
  looks_take_with (looks, fixture.driver, "files-failed", show_files, opened_close);
  act (&fixture, "Slides", "attachment.remove");
  window_driver_settle ();
  fixture.fault = LANYARD_FAULT_SLOW;
  act (&fixture, "Slides", "attachment.fetch");
  looks_take_with (looks, fixture.driver, "files-coming", show_files, opened_close);
  act (&fixture, "Slides", "attachment.cancel");
  window_driver_settle ();
  fixture.fault = LANYARD_FAULT_NONE;
  act (&fixture, "Slides", "attachment.fetch");
  window_driver_settle ();
  /* Last, for its row has the focus then. */
  looks_take_with (looks, fixture.driver, "menu-file", open_more, opened_close);
  detail_tear_down (&fixture, NULL);
}
