/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of what takes a plan out of the window, and of somebody else's plan
 * beside one's own. */

#include "config.h"

#include "export/lanyard-extract.h"
#include "export/lanyard-shared-plan.h"
#include "export/lanyard-their-plan-dialog.h"
#include "screenshots-export.h"

static void
await_dialog (WindowDriver *driver)
{
  while (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (driver->window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  window_driver_settle ();
}

static void
open_export (WindowDriver *driver)
{
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.export", "s", "plan");
  await_dialog (driver);
}

static void
open_share (WindowDriver *driver)
{
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.share", "s", "plan");
  await_dialog (driver);
}

/* Each twentieth talk, as a link that somebody sent. */
static char *
dup_link (WindowDriver *driver)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (driver->open);
  GPtrArray *talks = lanyard_programme_get_talks (programme);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (LanyardExtract) extract = NULL;

  for (guint i = 0; i < talks->len; i += 20)
    g_ptr_array_add (items, g_ptr_array_index (talks, i));
  extract = lanyard_extract_new (&(LanyardExtractFields) { .programme = programme, .items = items });
  return lanyard_shared_plan_write_link (extract);
}

static void
open_theirs (WindowDriver *driver)
{
  g_autofree char *link = dup_link (driver);

  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.open-plan", NULL);
  await_dialog (driver);
  lanyard_their_plan_dialog_open_link (
      LANYARD_THEIR_PLAN_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (driver->window))),
      link);
  window_driver_settle ();
}

static void
close_dialog (WindowDriver *driver)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (driver->window));

  if (dialog != NULL)
    adw_dialog_force_close (dialog);
  window_driver_settle ();
}

/* Of what was planned before. */
void
screenshots_take_export (WindowDriver *driver,
                         const Looks  *looks)
{
  looks_take_with (looks, driver, "export", open_export, close_dialog);
  looks_take_with (looks, driver, "share", open_share, close_dialog);
  looks_take_with (looks, driver, "their-plan", open_theirs, close_dialog);
}
