/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of a talk's files: on their server, on their way, here, and not to
 * be had. */

#include "config.h"

#include <libintl.h>

#include "detail-helper.h"
#include "screenshots-files.h"
#include "screenshots-opened.h"
#include "sync/lanyard-attachment.h"

#define TALK "Copy on write, ten years on"

/* The talk may be out of sight once pictures were taken at several widths. */
static void
act (DetailFixture *fixture,
     const char    *file,
     const char    *action)
{
  detail_show (fixture, TALK);
  g_assert_true (gtk_widget_activate_action (detail_find_row (fixture, file), action, NULL));
}

/* Of the file that is here. */
static GtkWidget *
open_more (WindowDriver *driver)
{
  g_autofree char *tooltip = g_strdup_printf (dgettext (GETTEXT_PACKAGE, "More for “%s”"), "Slides");

  lanyard_browser_show_item (lanyard_window_get_browser (driver->window), LANYARD_ITEM (window_driver_find_talk (driver, TALK)));
  window_driver_settle ();
  return opened_press_menu (driver, tooltip);
}

void
screenshots_take_files (const Looks *looks)
{
  DetailFixture fixture = { 0 };

  detail_set_up (&fixture, NULL);
  detail_show (&fixture, TALK);
  looks_take (looks, fixture.driver, "files");
  act (&fixture, "Slides", "attachment.fetch");
  window_driver_settle ();
  fixture.fault = LANYARD_FAULT_GONE;
  act (&fixture, "Sound only", "attachment.fetch");
  window_driver_settle ();
  looks_take (looks, fixture.driver, "files-failed");
  looks_take_with (looks, fixture.driver, "menu-file", open_more, opened_close);
  act (&fixture, "Slides", "attachment.remove");
  window_driver_settle ();
  fixture.fault = LANYARD_FAULT_SLOW;
  act (&fixture, "Slides", "attachment.fetch");
  looks_take (looks, fixture.driver, "files-coming");
  act (&fixture, "Slides", "attachment.cancel");
  window_driver_settle ();
  detail_tear_down (&fixture, NULL);
}
