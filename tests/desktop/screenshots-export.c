/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of what takes a plan out of the window, and of somebody else's plan
 * beside one's own. */

#include "config.h"

#include "export/lanyard-extract.h"
#include "export/lanyard-shared-plan.h"
#include "export/lanyard-their-plan-dialog.h"
#include "screenshots-export.h"
#include "screenshots-opened.h"

static GtkWidget *
open_export (WindowDriver *driver)
{
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.export", "s", "plan");
  return opened_await_dialog (driver);
}

/* With the choices that pages have, and a calendar has not. */
static GtkWidget *
open_pages (WindowDriver *driver)
{
  GtkWidget *dialog = open_export (driver);

  if (dialog != NULL)
    adw_combo_row_set_selected (ADW_COMBO_ROW (window_driver_find (dialog, ADW_TYPE_COMBO_ROW)), 1);
  window_driver_settle ();
  return dialog;
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

static GtkWidget *
open_plan (WindowDriver *driver)
{
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.open-plan", NULL);
  return opened_await_dialog (driver);
}

static GtkWidget *
open_link (WindowDriver *driver,
           const char   *link)
{
  GtkWidget *dialog = open_plan (driver);

  if (dialog != NULL)
    lanyard_their_plan_dialog_open_link (LANYARD_THEIR_PLAN_DIALOG (dialog), link);
  window_driver_settle ();
  return dialog;
}

static GtkWidget *
open_wrong_link (WindowDriver *driver)
{
  return open_link (driver, "https://example.org/");
}

static GtkWidget *
open_theirs (WindowDriver *driver)
{
  g_autofree char *link = dup_link (driver);

  return open_link (driver, link);
}

/* Of what was planned before. */
void
screenshots_take_export (WindowDriver *driver,
                         const Looks  *looks)
{
  looks_take_with (looks, driver, "export", open_export, opened_close);
  looks_take_with (looks, driver, "export-pages", open_pages, opened_close);
  looks_take_with (looks, driver, "share", opened_share_plan, opened_close);
  looks_take_with (looks, driver, "their-plan-open", open_plan, opened_close);
  looks_take_with (looks, driver, "their-plan-wrong", open_wrong_link, opened_close);
  looks_take_with (looks, driver, "their-plan", open_theirs, opened_close);
}
