/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups in the window: into a file and back, with what came of it, and the
 * news that the database was damaged and a backup has taken its place. */

#include "config.h"

#include <glib/gi18n.h>

#include "export/lanyard-backup-text.h"
#include "lanyard-window-private.h"
#include "sync/lanyard-backup-file.h"

static void
explain_failure (LanyardWindow *self,
                 const char    *heading,
                 const GError  *error)
{
  AdwDialog *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  dialog = adw_alert_dialog_new (heading, error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static GtkFileDialog *
new_file_dialog (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) backups = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (backups, _("Backups"));
  gtk_file_filter_add_suffix (backups, "json");
  g_list_store_append (filters, backups);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, title);
  return dialog;
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LanyardWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardBackup) backup = lanyard_backup_file_save_finish (result, &error);
  g_autofree char *summary = NULL;
  g_autofree char *sentence = NULL;

  if (self->open == NULL)
    return;
  if (backup == NULL)
    {
      explain_failure (self, _("Could Not Back Up"), error);
      return;
    }
  summary = lanyard_backup_dup_summary (backup);
  /* Translators: %s is what is in the backup: "12 picks · 1 note" */
  sentence = g_strdup_printf (_("Backed up: %s"), summary);
  lanyard_window_say (self, sentence);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (LanyardWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->open != NULL)
    lanyard_window_back_up (self, file);
}

static void
back_up_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = new_file_dialog (_("Back Up All Picks, Notes and Own Entries"));
  g_autofree char *name = lanyard_backup_file_dup_name (lanyard_open_conference_get_now (self->open));

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, place_chosen_cb, g_object_ref (widget));
}

/* One row a conference. */
static GtkWidget *
new_result_list (GPtrArray *results)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Conferences"), -1);
  for (guint i = 0; i < results->len; i++)
    {
      const LanyardBackupResult *result = g_ptr_array_index (results, i);
      g_autofree char *summary = lanyard_backup_result_dup_summary (result);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), result->title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), summary);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  return list;
}

static gboolean
has_news (GPtrArray *results)
{
  for (guint i = 0; i < results->len; i++)
    if (lanyard_backup_result_is_news (g_ptr_array_index (results, i)))
      return TRUE;
  return FALSE;
}

static void
show_results (LanyardWindow *self,
              GPtrArray     *results)
{
  AdwDialog *dialog;

  if (!has_news (results))
    {
      lanyard_window_say (self, _("All that is in this backup is here already"));
      return;
    }
  dialog = adw_alert_dialog_new (_("Backup Restored"),
                                 _("This is new. What you had decided before is still there."));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), new_result_list (results));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LanyardWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = lanyard_backup_file_restore_finish (result, &error);

  if (self->open == NULL)
    return;
  if (results != NULL)
    show_results (self, results);
  else
    explain_failure (self, _("Could Not Restore the Backup"), error);
}

static void
backup_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (LanyardWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->open != NULL)
    lanyard_window_restore (self, file);
}

static void
restore_backup_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *target)
{
  g_autoptr (GtkFileDialog) dialog = new_file_dialog (_("Restore a Backup"));

  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, backup_chosen_cb, g_object_ref (widget));
}

static void
rescue_response_cb (LanyardWindow *self,
                    const char    *response)
{
  LanyardStore *store = lanyard_open_conference_get_store (self->open);
  LanyardRescue *rescue = lanyard_store_get_rescue (store);

  g_assert (LANYARD_IS_WINDOW (self));

  if (rescue != NULL && g_str_equal (response, "show"))
    {
      g_autoptr (GFile) file = g_file_new_for_path (rescue->damaged_path);
      g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

      gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (self), NULL, NULL, NULL);
    }
  lanyard_store_forget_rescue_async (store, NULL, NULL, NULL);
}

/* Private: tells of a rescue of which nobody has been told yet. */
void
lanyard_window_tell_rescue (LanyardWindow *self)
{
  LanyardRescue *rescue = lanyard_store_get_rescue (lanyard_open_conference_get_store (self->open));
  g_autoptr (LanyardZone) zone = NULL;
  g_autofree char *sentence = NULL;
  AdwDialog *dialog;

  if (rescue == NULL || !self->started)
    return;
  zone = lanyard_zone_new_local ();
  sentence = lanyard_rescue_dup_sentence (rescue, zone);
  dialog = adw_alert_dialog_new (rescue->made_at != LANYARD_NO_TIME ? _("A Backup Was Restored")
                                                                   : _("Database Set Aside"),
                                 sentence);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "show", _("_Show Files"), "close", _("_Close"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (rescue_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Private: "win.back-up" and "win.restore-backup" ask for a file. */
void
lanyard_window_install_backup_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back-up", NULL, back_up_action);
  gtk_widget_class_install_action (widget_class, "win.restore-backup", NULL, restore_backup_action);
}

/**
 * lanyard_window_back_up:
 * @self: a window
 * @file: where to write it
 *
 * Writes a backup of all conferences, and says what is in it.
 */
void
lanyard_window_back_up (LanyardWindow *self,
                        GFile         *file)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  lanyard_backup_file_save_async (lanyard_open_conference_get_store (self->open), file,
                                  lanyard_open_conference_get_now (self->open), NULL, backed_up_cb,
                                  g_object_ref (self));
}

/**
 * lanyard_window_restore:
 * @self: a window
 * @file: a backup
 *
 * Brings back what a backup has, and says what was new.
 */
void
lanyard_window_restore (LanyardWindow *self,
                        GFile         *file)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  lanyard_backup_file_restore_async (lanyard_open_conference_get_store (self->open), file,
                                     lanyard_open_conference_get_now (self->open), NULL, restored_cb,
                                     g_object_ref (self));
}
