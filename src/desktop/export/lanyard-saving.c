/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saves what goes out as a file: asks where, through the portal if there is
 * one, then makes and writes it on a thread. The dialogs call it. Main thread. */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "export/lanyard-export-file.h"
#include "export/lanyard-ical.h"
#include "export/lanyard-shared-plan.h"
#include "lanyard-saving.h"
#include "plan/lanyard-day.h"

typedef struct
{
  LanyardOutgoing *outgoing; /* owned */
  LanyardSavingSettings settings;
  LanyardSavingFunc done;
  gpointer user_data;        /* the caller's */
  char *path;                /* owned, nullable: chosen */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_object_unref (self->outgoing);
  g_free (self->path);
  g_free (self);
}

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
make_pdf (const Saving  *self,
          GError       **error)
{
  g_autoptr (LanyardPages) pages = NULL;
  double width, height;

  lanyard_paper_get_size (self->settings.paper, self->settings.is_grid && self->settings.paper != LANYARD_PAPER_POCKET,
                          &width, &height);
  pages = lanyard_saving_make_pages (self->outgoing, self->settings.is_grid, width, height);
  return lanyard_pages_dup_pdf (pages, error);
}

static GBytes *
make_file (const Saving  *self,
           GError       **error)
{
  LanyardExtract *extract = lanyard_outgoing_get_extract (self->outgoing);

  switch (self->settings.format)
    {
    case LANYARD_SAVING_CALENDAR:
      return lanyard_saving_make_calendar (self->outgoing, self->settings.alarm, self->settings.has_zones);
    case LANYARD_SAVING_PDF: return make_pdf (self, error);
    case LANYARD_SAVING_TEXT:
      return take_text (lanyard_shared_plan_write_text (extract, lanyard_outgoing_get_zone (self->outgoing)));
    case LANYARD_SAVING_PLAN: return take_text (lanyard_shared_plan_write (extract));
    default: g_return_val_if_reached (NULL);
    }
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Saving *self = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = make_file (self, &error);

  if (bytes != NULL && lanyard_export_file_write (self->path, bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  const Saving *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *sentence = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    /* Translators: %s is a file's name */
    sentence = g_strdup_printf (_("Saved as “%s”"), name);
  self->done (sentence != NULL ? sentence : error->message, self->user_data);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Saving *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (file != NULL)
    self->path = g_file_get_path (file);
  if (self->path == NULL)
    {
      self->done (file != NULL                                                          ? _("Files can only be saved on this computer.")
                  : g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ? NULL
                                                                                        : error->message,
                  self->user_data);
      saving_free (self);
      return;
    }
  task = g_task_new (NULL, NULL, saved_cb, NULL);
  g_task_set_source_tag (task, chosen_cb);
  g_task_set_task_data (task, self, saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

static const char *
get_extension (LanyardSavingFormat format)
{
  switch (format)
    {
    case LANYARD_SAVING_CALENDAR: return ".ics";
    case LANYARD_SAVING_PDF: return ".pdf";
    case LANYARD_SAVING_TEXT: return ".txt";
    case LANYARD_SAVING_PLAN: return ".lanyard.json";
    default: g_return_val_if_reached (NULL);
    }
}

/**
 * lanyard_saving_begin:
 * @outgoing: what is saved
 * @settings: how
 * @root: (nullable): the window that asks where
 * @done: called when it is saved, or not
 * @user_data: for @done
 *
 * Asks for a file and writes it.
 */
void
lanyard_saving_begin (LanyardOutgoing             *outgoing,
                      const LanyardSavingSettings *settings,
                      GtkRoot                     *root,
                      LanyardSavingFunc            done,
                      gpointer                     user_data)
{
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autofree char *name = NULL;
  Saving *self;

  g_return_if_fail (LANYARD_IS_OUTGOING (outgoing));
  g_return_if_fail (settings != NULL);
  g_return_if_fail (done != NULL);

  self = g_new0 (Saving, 1);
  self->outgoing = g_object_ref (outgoing);
  self->settings = *settings;
  self->done = done;
  self->user_data = user_data;
  dialog = gtk_file_dialog_new ();
  name = lanyard_outgoing_dup_name (lanyard_outgoing_get_title (outgoing), get_extension (settings->format));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, chosen_cb, self);
}

/**
 * lanyard_saving_make_calendar:
 * @outgoing: what goes into it
 * @alarm: minutes before each entry, or %LANYARD_ICAL_NO_ALARM
 * @has_zones: whether times are the conference's instead of UTC
 *
 * Writes it as a calendar, in this thread.
 *
 * Returns: (transfer full): iCalendar
 */
GBytes *
lanyard_saving_make_calendar (LanyardOutgoing *outgoing,
                              int              alarm,
                              gboolean         has_zones)
{
  LanyardIcalSettings settings = { .alarm = alarm, .has_zones = has_zones };

  g_return_val_if_fail (LANYARD_IS_OUTGOING (outgoing), NULL);

  settings.name = lanyard_outgoing_get_title (outgoing);
  return lanyard_ical_export (lanyard_outgoing_get_extracts (outgoing), &settings, NULL);
}

/**
 * lanyard_saving_copy:
 * @outgoing: what is copied
 * @clipboard: where to
 *
 * Copies it as text for people, and for calendar programs as a calendar.
 */
void
lanyard_saving_copy (LanyardOutgoing *outgoing,
                     GdkClipboard    *clipboard)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) calendar = NULL;
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) provider = NULL;

  g_return_if_fail (LANYARD_IS_OUTGOING (outgoing));

  text = lanyard_shared_plan_write_text (lanyard_outgoing_get_extract (outgoing), lanyard_outgoing_get_zone (outgoing));
  calendar = lanyard_saving_make_calendar (outgoing, LANYARD_ICAL_NO_ALARM, FALSE);
  providers[0] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  providers[1] = gdk_content_provider_new_for_bytes ("text/calendar;charset=utf-8", calendar);
  provider = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (clipboard, provider);
}

static LanyardPages *
make_pages (LanyardOutgoing *outgoing,
            gboolean         is_grid,
            double           width,
            double           height)
{
  LanyardExtract *extract = lanyard_outgoing_get_extract (outgoing);
  LanyardSession *session = lanyard_outgoing_get_session (outgoing);
  LanyardZone *zone = lanyard_outgoing_get_zone (outgoing);

  if (is_grid)
    return lanyard_pages_new_grid (extract, zone, LANYARD_DAY_NONE, width, height);
  if (session != NULL)
    return lanyard_pages_new_session (extract, session, zone, width, height);
  return lanyard_pages_new_plans (lanyard_outgoing_get_extracts (outgoing), zone, lanyard_outgoing_get_title (outgoing),
                                  width, height);
}

/**
 * lanyard_saving_make_pages:
 * @outgoing: what is printed
 * @is_grid: whether as rooms and hours
 * @width: of a page, points
 * @height: of a page, points
 *
 * Lays it out on pages, in this thread, mirrored where the window is.
 *
 * Returns: (transfer full): the pages
 */
LanyardPages *
lanyard_saving_make_pages (LanyardOutgoing *outgoing,
                           gboolean         is_grid,
                           double           width,
                           double           height)
{
  LanyardPages *pages;

  g_return_val_if_fail (LANYARD_IS_OUTGOING (outgoing), NULL);

  pages = make_pages (outgoing, is_grid, width, height);
  if (lanyard_outgoing_is_mirrored (outgoing))
    lanyard_pages_mirror (pages);
  return pages;
}
