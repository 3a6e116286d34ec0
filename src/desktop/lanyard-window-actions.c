/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done in the window, as actions: menus, buttons, keys and tests
 * all go through them. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-window-private.h"
#include "preferences/lanyard-preferences-dialog.h"
#include "sync/lanyard-import.h"
#include "widgets/lanyard-toast.h"

static void
page_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *target)
{
  LanyardBrowser *browser = LANYARD_WINDOW (widget)->browser;

  lanyard_browser_set_page (browser, g_variant_get_string (target, NULL));
  lanyard_browser_focus_page (browser);
}

static void
toggle_sidebar_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *target)
{
  lanyard_browser_toggle_sidebar (LANYARD_WINDOW (widget)->browser);
}

static void
preferences_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  LanyardSync *sync = lanyard_lazy_sync_get (self->sync);

  adw_dialog_present (lanyard_preferences_dialog_new (lanyard_sync_get_fetcher (sync), lanyard_sync_get_keyring (sync),
                                                      lanyard_open_conference_get_store (self->open), self->settings),
                      widget);
}

static void
conference_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  const char *uuid = g_variant_get_string (target, NULL);

  if (g_strcmp0 (uuid, lanyard_open_conference_get_uuid (self->open)) != 0)
    {
      lanyard_detail_page_set_item (lanyard_browser_get_detail (self->browser), NULL);
      lanyard_open_conference_load (self->open, uuid);
    }
}

static void
conference_removed_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (LanyardWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!lanyard_store_remove_conference_finish (LANYARD_STORE (source), result, &error))
    lanyard_window_say (self, error->message);
}

static void
remove_conference_action (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);

  if (lanyard_open_conference_get_programme (self->open) == NULL)
    return;
  lanyard_store_remove_conference_async (lanyard_open_conference_get_store (self->open),
                                         lanyard_open_conference_get_uuid (self->open), NULL, conference_removed_cb, g_object_ref (self));
}

/* A conference that is gone, or that is to come back. */
typedef struct
{
  LanyardWindow *self; /* owned */
  char *uuid;          /* owned */
  char *title;         /* owned, nullable */
} Removed;

static void
removed_free (Removed *removed)
{
  g_clear_object (&removed->self);
  g_clear_pointer (&removed->uuid, g_free);
  g_clear_pointer (&removed->title, g_free);
  g_free (removed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removed, removed_free)

/* What somebody wrote for it is not thrown away with it. */
static char *
dup_removed_sentence (const char       *title,
                      LanyardDecisions *decisions)
{
  if (decisions != NULL &&
      (lanyard_decisions_get_notes (decisions)->len > 0 || lanyard_decisions_get_entries (decisions)->len > 0))
    /* Translators: %s is the title of a conference */
    return g_strdup_printf (_("“%s” removed; your notes and entries are kept"), title);
  /* Translators: %s is the title of a conference */
  return g_strdup_printf (_("“%s” removed"), title);
}

/* One that was removed for good has no decisions any more, and no way back. */
static void
removed_decisions_loaded_cb (GObject      *source,
                             GAsyncResult *result,
                             gpointer      user_data)
{
  g_autoptr (Removed) removed = user_data;
  g_autoptr (LanyardDecisions) decisions = lanyard_store_load_decisions_finish (LANYARD_STORE (source), result, NULL);
  g_autofree char *sentence = dup_removed_sentence (removed->title, decisions);

  if (removed->self->open == NULL)
    return;

  if (decisions == NULL)
    lanyard_window_say (removed->self, sentence);
  else
    lanyard_window_show_way_back (removed->self,
                                  lanyard_toast_new_offer (sentence, _("_Undo"), "win.restore-conference",
                                                           g_variant_new_string (removed->uuid)),
                                  removed->uuid);
}

/* Private: the conference that is shown was removed, here or by another
 * program: a toast with a way back. */
void
lanyard_window_say_removed (LanyardWindow *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  LanyardConference *conference;
  Removed *removed;

  if (programme == NULL)
    return;

  conference = lanyard_programme_get_conference (programme);
  removed = g_new0 (Removed, 1);
  removed->self = g_object_ref (self);
  removed->uuid = g_strdup (lanyard_conference_get_uuid (conference));
  removed->title = g_strdup (lanyard_conference_get_title (conference));
  lanyard_store_load_decisions_async (lanyard_open_conference_get_store (self->open), removed->uuid, NULL,
                                      removed_decisions_loaded_cb, removed);
}

static void
conference_restored_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (Removed) removed = user_data;
  LanyardWindow *self = removed->self;
  g_autoptr (GError) error = NULL;
  gboolean is_restored = lanyard_store_restore_conference_finish (LANYARD_STORE (source), result, &error);

  if (self->open == NULL)
    return;
  if (is_restored)
    lanyard_open_conference_load (self->open, removed->uuid);
  else
    lanyard_window_say (self, error->message);
}

static void
restore_conference_action (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  Removed *removed = g_new0 (Removed, 1);

  removed->self = g_object_ref (self);
  removed->uuid = g_variant_dup_string (target, NULL);
  lanyard_store_restore_conference_async (lanyard_open_conference_get_store (self->open), removed->uuid, NULL,
                                          conference_restored_cb, removed);
}

/* By what deleted it: the store tells nobody. */
static void
conference_deleted_action (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *target)
{
  lanyard_window_end_way_back (LANYARD_WINDOW (widget), g_variant_get_string (target, NULL));
}

static void
add_conference_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *target)
{
  lanyard_window_add_address (LANYARD_WINDOW (widget), NULL);
}

static void
add_sample_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *target)
{
  g_autoptr (GPtrArray) files = lanyard_import_list_sample ();

  lanyard_window_add_files (LANYARD_WINDOW (widget), files);
}

static void
cancel_import_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *target)
{
  g_cancellable_cancel (LANYARD_WINDOW (widget)->import);
}

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (LanyardWindow) self = user_data;
  g_autoptr (GListModel) chosen = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (chosen == NULL || g_list_model_get_n_items (chosen) == 0)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  lanyard_window_add_files (self, files);
}

static void
open_files_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *target)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  static const char * const suffixes[] = { "json", "xml", "frab", "ics", "ical", "xcal" };
  g_autoptr (GtkFileFilter) schedules = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (schedules, _("Schedule Files"));
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (schedules, suffixes[i]);
  g_list_store_append (filters, schedules);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _("Open the Files of a Conference"));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (widget), NULL, files_chosen_cb, g_object_ref (widget));
}

/* GTK and libadwaita would load a shortcuts file of the usual name at every
 * start. Ours is read when somebody asks for it. It holds a dialog where
 * libadwaita has one for shortcuts, else a window. */
static void
shortcuts_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *target)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (APP_PATH "/shortcuts.ui");
  GObject *shortcuts = gtk_builder_get_object (builder, "shortcuts");

  if (ADW_IS_DIALOG (shortcuts))
    {
      adw_dialog_present (ADW_DIALOG (shortcuts), widget);
      return;
    }
  gtk_window_set_transient_for (GTK_WINDOW (shortcuts), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (shortcuts));
}

void
lanyard_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.conference", "s", conference_action);
  gtk_widget_class_install_action (widget_class, "win.remove-conference", NULL, remove_conference_action);
  gtk_widget_class_install_action (widget_class, "win.restore-conference", "s", restore_conference_action);
  gtk_widget_class_install_action (widget_class, "win.conference-deleted", "s", conference_deleted_action);
  gtk_widget_class_install_action (widget_class, "win.add-conference", NULL, add_conference_action);
  gtk_widget_class_install_action (widget_class, "win.add-sample", NULL, add_sample_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-import", NULL, cancel_import_action);
  gtk_widget_class_install_action (widget_class, "win.open-files", NULL, open_files_action);
}

void
lanyard_window_update_actions (LanyardWindow *self)
{
  gboolean has_programme = lanyard_open_conference_get_programme (self->open) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.page", has_programme);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.schedule-view", has_programme);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-conference", has_programme);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.step-day", has_programme);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-now", has_programme);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-entry", has_programme);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.filter", has_programme);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.filter-by", has_programme);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.clear-filter", has_programme);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.hide", has_programme);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.unhide", has_programme);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.zone", has_programme);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.both-zones", has_programme);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.choose-zone", has_programme);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.remove-conference", has_programme);
}
