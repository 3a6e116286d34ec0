/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The action of the window that adds something to the calendar: it writes an
 * iCalendar file into the cache folder, on a thread, and opens it with the
 * program that the system has for such files. */

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
  LanyardWindow *window;       /* owned */
  LanyardProgramme *programme; /* owned */
  LanyardPlan *plan;           /* owned */
  GPtrArray *items;            /* owned, of LanyardItem */
  char *title;                 /* owned: of the file */
  int alarm;                   /* minutes before */
} Entry;

static void
entry_free (Entry *entry)
{
  g_object_unref (entry->window);
  g_object_unref (entry->programme);
  g_object_unref (entry->plan);
  g_ptr_array_unref (entry->items);
  g_free (entry->title);
  g_free (entry);
}

static char *
write_file (const Entry  *entry,
            GError      **error)
{
  const LanyardIcalSettings settings = { .alarm = entry->alarm };
  g_autoptr (GPtrArray) extracts = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_extract_unref);
  g_autoptr (GBytes) calendar = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "lanyard", "calendar", NULL);
  g_autofree char *name = lanyard_outgoing_dup_name (entry->title, ".ics");
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_ptr_array_add (extracts, lanyard_extract_new (&(LanyardExtractFields) {
    .programme = entry->programme, .plan = entry->plan, .items = entry->items,
  }));
  calendar = lanyard_ical_export (extracts, &settings, NULL);
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
  lanyard_window_say (self, _("No program for calendars was found. Install one, for example GNOME Calendar."));
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
  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_launch (launcher, GTK_WINDOW (self), NULL, launched_cb, g_object_ref (self));
}

static void
write_entry (Entry *entry)
{
  g_autoptr (GTask) task = g_task_new (entry->window, NULL, written_cb, NULL);

  g_task_set_source_tag (task, write_entry);
  g_task_set_task_data (task, entry, (GDestroyNotify) entry_free);
  g_task_run_in_thread (task, write_in_thread);
}

/* The window has an outline; a talk's abstract comes from the store. Without
 * it the entry is worth having, too. */
static void
talk_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Entry *entry = user_data;
  LanyardTalk *talk = lanyard_store_load_talk_finish (LANYARD_STORE (source), result, NULL);

  if (talk != NULL)
    {
      g_ptr_array_set_size (entry->items, 0);
      g_ptr_array_add (entry->items, talk);
    }
  write_entry (entry);
}

static void
keep_scheduled (GPtrArray *items)
{
  for (guint i = items->len; i > 0; i--)
    if (!lanyard_item_is_scheduled (g_ptr_array_index (items, i - 1)))
      g_ptr_array_remove_index (items, i - 1);
}

static GPtrArray *
dup_items (LanyardProgramme  *programme,
           LanyardKind        kind,
           const char        *key,
           const char       **title)
{
  LanyardSession *session = kind == LANYARD_KIND_SESSION ? lanyard_programme_find_session (programme, key) : NULL;
  LanyardItem *item = NULL;
  GPtrArray *items;

  if (session != NULL)
    {
      *title = lanyard_session_get_title (session);
      return lanyard_extract_dup_session_items (programme, session);
    }

  if (kind == LANYARD_KIND_TALK)
    item = (LanyardItem *) lanyard_programme_find_talk (programme, key);
  else if (kind == LANYARD_KIND_BREAK)
    item = (LanyardItem *) lanyard_programme_find_break (programme, key);
  items = g_ptr_array_new_with_free_func (g_object_unref);
  if (item != NULL)
    {
      *title = lanyard_item_get_title (item);
      g_ptr_array_add (items, g_object_ref (item));
    }
  return items;
}

static void
add_to_calendar_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  g_autoptr (GPtrArray) items = NULL;
  const char *title = NULL;
  const char *key;
  guint kind;
  Entry *entry;

  g_variant_get (target, "(u&s)", &kind, &key);
  if (programme == NULL)
    return;
  items = dup_items (programme, kind, key, &title);
  if (title == NULL)
    return;
  keep_scheduled (items);
  if (items->len == 0)
    {
      lanyard_window_say (self, _("This is not scheduled yet, so that it cannot be added to a calendar."));
      return;
    }

  entry = g_new0 (Entry, 1);
  entry->window = g_object_ref (self);
  entry->programme = g_object_ref (programme);
  entry->plan = g_object_ref (lanyard_open_conference_get_plan (self->open));
  entry->items = g_steal_pointer (&items);
  entry->title = g_strdup (title);
  entry->alarm = g_settings_get_int (self->settings, "calendar-alarm");
  if (kind == LANYARD_KIND_TALK)
    lanyard_store_load_talk_async (lanyard_open_conference_get_store (self->open), programme, key, NULL,
                                   talk_loaded_cb, entry);
  else
    write_entry (entry);
}

/* Private: "win.add-to-calendar" takes a LanyardKind, a talk's, a break's or a
 * session's, and a key. */
void
lanyard_window_install_calendar_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-to-calendar", "(us)", add_to_calendar_action);
}
