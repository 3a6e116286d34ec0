/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adding something to the calendar: an iCalendar file is written into the cache
 * folder, on a thread, and opened with the program that the system has for such
 * files. The window's actions do it. Main thread. */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "export/lanyard-ical.h"
#include "export/lanyard-outgoing.h"
#include "lanyard-window-private.h"

/* What is on its way into the calendar. */
typedef struct
{
  GPtrArray *extracts;         /* owned, of LanyardExtract: what is written */
  char *title;                 /* owned: of the file */
  int alarm;                   /* minutes before */
} Entry;

static void
entry_free (Entry *entry)
{
  g_ptr_array_unref (entry->extracts);
  g_free (entry->title);
  g_free (entry);
}

static char *
write_file (const Entry  *entry,
            GError      **error)
{
  const LanyardIcalSettings settings = { .alarm = entry->alarm };
  g_autoptr (GBytes) calendar = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "lanyard", "calendar", NULL);
  g_autofree char *name = lanyard_outgoing_dup_name (entry->title, ".ics");
  g_autofree char *path = g_build_filename (folder, name, NULL);

  calendar = lanyard_ical_export (entry->extracts, &settings, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }
  if (!g_file_set_contents_full (path, g_bytes_get_data (calendar, NULL), g_bytes_get_size (calendar),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    return NULL;
  return g_steal_pointer (&path);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  char *path = write_file (task_data, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
say_no_program (LanyardWindow *self)
{
  lanyard_window_say (self, _("No program for calendars was found. Install one, for example GNOME Calendar."));
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LanyardWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) || self->open == NULL ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  g_debug ("No program took the calendar file: %s", error->message);
  say_no_program (self);
}

static gboolean
is_lanyard (GAppInfo *program)
{
  return g_strcmp0 (g_app_info_get_id (program), APP_ID ".desktop") == 0;
}

/* Whether the system would open a calendar with Lanyard itself, which reads
 * them as well. In a sandbox, which sees no other program, somebody is asked. */
static gboolean
would_come_back (void)
{
  g_autoptr (GAppInfo) program = NULL;

  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return FALSE;
  program = g_app_info_get_default_for_type ("text/calendar", FALSE);
  return program != NULL && is_lanyard (program);
}

/* Opens the file with the first other program for calendars. */
static void
open_elsewhere (LanyardWindow *self,
                GFile         *file)
{
  g_autolist (GAppInfo) programs = g_app_info_get_all_for_type ("text/calendar");
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GError) error = NULL;
  GList files = { .data = file };
  GList *at = programs;

  while (at != NULL && is_lanyard (at->data))
    at = at->next;
  if (at != NULL && g_app_info_launch (at->data, &files, G_APP_LAUNCH_CONTEXT (context), &error))
    return;
  if (error != NULL)
    g_debug ("The program did not take the calendar file: %s", error->message);
  say_no_program (self);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  LanyardWindow *self = LANYARD_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *sentence = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GtkFileLauncher) launcher = NULL;

  if (self->open == NULL)
    return;
  if (path == NULL)
    {
      /* Translators: %s is the system's reason */
      sentence = g_strdup_printf (_("The file for the calendar could not be written: %s"), error->message);
      lanyard_window_say (self, sentence);
      return;
    }
  file = g_file_new_for_path (path);
  if (would_come_back ())
    {
      open_elsewhere (self, file);
      return;
    }
  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_launch (launcher, GTK_WINDOW (self), NULL, launched_cb, g_object_ref (self));
}

static gboolean
is_any_scheduled (GPtrArray *extracts)
{
  for (guint i = 0; i < extracts->len; i++)
    {
      GPtrArray *items = lanyard_extract_get_fields (g_ptr_array_index (extracts, i))->items;

      for (guint j = 0; j < items->len; j++)
        if (lanyard_item_is_scheduled (g_ptr_array_index (items, j)))
          return TRUE;
    }
  return FALSE;
}

/* Private: opens the calendar with one thing, or several. What of it has no
 * time is left out. */
void
lanyard_window_add_to_calendar (LanyardWindow   *self,
                                LanyardOutgoing *outgoing)
{
  g_autoptr (GTask) task = NULL;
  Entry *entry;

  if (!is_any_scheduled (lanyard_outgoing_get_extracts (outgoing)))
    {
      lanyard_window_say (self, _("This is not scheduled yet, so it cannot be added to a calendar."));
      return;
    }
  entry = g_new0 (Entry, 1);
  entry->extracts = g_ptr_array_ref (lanyard_outgoing_get_extracts (outgoing));
  entry->title = g_strdup (lanyard_outgoing_get_title (outgoing));
  entry->alarm = g_settings_get_int (self->settings, "calendar-alarm");
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_source_tag (task, lanyard_window_add_to_calendar);
  g_task_set_task_data (task, entry, (GDestroyNotify) entry_free);
  g_task_run_in_thread (task, write_in_thread);
}
