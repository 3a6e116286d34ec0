/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How conferences come into the window: files that are read, addresses that
 * the dialog looks up, and both dropped upon it. */

#include "config.h"

#include <glib/gi18n.h>

#include "add/lanyard-add-dialog.h"
#include "add/lanyard-page-address.h"
#include "lanyard-window-private.h"
#include "net/lanyard-address.h"
#include "sync/lanyard-import.h"
#include "widgets/lanyard-toast.h"

static void
forget_import (LanyardWindow *self)
{
  g_clear_handle_id (&self->import_toast_source, g_source_remove);
  g_clear_object (&self->import);
  if (self->import_toast != NULL)
    adw_toast_dismiss (self->import_toast);
  g_clear_object (&self->import_toast);
}

static void
explain_failure (LanyardWindow *self,
                 const GError  *error)
{
  AdwDialog *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  dialog = adw_alert_dialog_new (_("Could Not Open the Schedule"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Tells once what the reading had to skip or to repair: one thing in passing,
 * several in a dialog. */
static void
say_what_was_remarked (LanyardWindow    *self,
                       LanyardProgramme *programme)
{
  g_auto (GStrv) sentences = lanyard_remarks_dup_sentences (lanyard_programme_get_remarks (programme));
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  if (g_strv_length (sentences) == 0)
    return;
  if (g_strv_length (sentences) == 1)
    {
      lanyard_window_say (self, sentences[0]);
      return;
    }
  body = g_strjoinv ("\n\n", sentences);
  dialog = adw_alert_dialog_new (_("Not Everything Could Be Read"), body);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LanyardWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardImport) import = lanyard_import_files_finish (result, &error);

  if (self->open == NULL)
    return;
  forget_import (self);
  if (import == NULL)
    {
      explain_failure (self, error);
      return;
    }
  lanyard_open_conference_load (self->open, import->uuid);
  say_what_was_remarked (self, import->programme);
}

static void
show_import_toast (gpointer user_data)
{
  LanyardWindow *self = LANYARD_WINDOW (user_data);

  self->import_toast_source = 0;
  self->import_toast = lanyard_toast_new_offer (_("Reading the schedule…"), _("_Cancel"), "win.cancel-import", NULL);
  adw_toast_set_timeout (self->import_toast, 0);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->import_toast));
}

/* A page of the conference that was asked for, of which the programme may know
 * whose it is. */
static void
found_cb (LanyardWindow *self,
          const char    *uuid,
          const char    *address)
{
  g_assert (LANYARD_IS_WINDOW (self));

  g_set_str (&self->wanted_page, address);
  if (g_strcmp0 (uuid, lanyard_open_conference_get_uuid (self->open)) == 0)
    lanyard_window_show_wanted_page (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.conference", "s", uuid);
}

/* One dialog at a time: another address goes into the one that is there. */
static LanyardAddDialog *
get_add_dialog (LanyardWindow *self)
{
  AdwDialog *visible = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  LanyardAddDialog *dialog;

  if (LANYARD_IS_ADD_DIALOG (visible))
    return LANYARD_ADD_DIALOG (visible);
  dialog = lanyard_add_dialog_new (self->sync, self->settings, lanyard_open_conference_get_now (self->open));
  g_signal_connect_object (dialog, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
  return dialog;
}

static gboolean
take_files (LanyardWindow *self,
            GSList        *files)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *l = files; l != NULL; l = l->next)
    g_ptr_array_add (array, g_object_ref (l->data));
  if (array->len == 0)
    return FALSE;
  lanyard_window_open (self, array);
  return TRUE;
}

static gboolean
drop_cb (LanyardWindow *self,
         const GValue  *value)
{
  const char *text;

  g_assert (LANYARD_IS_WINDOW (self));

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return take_files (self, g_value_get_boxed (value));
  text = g_value_get_string (value);
  if (text == NULL || !lanyard_address_is_likely (text))
    return FALSE;
  lanyard_window_add_address (self, text);
  return TRUE;
}

static void
drop_changed_cb (GtkDropTarget *target,
                 GParamSpec    *pspec,
                 LanyardWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_hint, gtk_drop_target_get_current_drop (target) != NULL);
}

/* Private: shows the talk or session whose page was asked for, if the
 * programme that is loaded has it. */
void
lanyard_window_show_wanted_page (LanyardWindow *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  g_autofree char *page = g_steal_pointer (&self->wanted_page);
  LanyardSession *session;
  LanyardTalk *talk;

  if (page == NULL || programme == NULL)
    return;
  talk = lanyard_page_address_find_talk (programme, page);
  session = talk == NULL ? lanyard_page_address_find_session (programme, page) : NULL;
  if (talk != NULL)
    lanyard_browser_show_item (self->browser, LANYARD_ITEM (talk));
  else if (session != NULL)
    lanyard_browser_show_session (self->browser, session);
}

/* Private: takes files and addresses from elsewhere, with a hint while they
 * are held over the window. */
void
lanyard_window_accept_drops (LanyardWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY | GDK_ACTION_LINK);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "notify::current-drop", G_CALLBACK (drop_changed_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Private: ends the import under way, if there is one. */
void
lanyard_window_end_import (LanyardWindow *self)
{
  g_cancellable_cancel (self->import);
  forget_import (self);
}

/**
 * lanyard_window_add_files:
 * @self: a window
 * @files: (element-type GFile): the documents of one conference
 *
 * Reads files and shows the conference that is in them. One import runs at a
 * time: another one ends the first.
 */
void
lanyard_window_add_files (LanyardWindow *self,
                          GPtrArray     *files)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));
  g_return_if_fail (files != NULL && files->len > 0);

  lanyard_window_end_import (self);
  self->import = g_cancellable_new ();
  self->import_toast_source = g_timeout_add_once (1000, show_import_toast, self);
  lanyard_import_files_async (lanyard_open_conference_get_store (self->open), files,
                              lanyard_open_conference_get_now (self->open), self->import, imported_cb,
                              g_object_ref (self));
}

/**
 * lanyard_window_add_address:
 * @self: a window
 * @address: (nullable): an address of a conference, %NULL to ask for one
 *
 * Adds a conference by its address: shows what is there and asks whether it is
 * wanted.
 */
void
lanyard_window_add_address (LanyardWindow *self,
                            const char    *address)
{
  LanyardAddDialog *dialog;

  g_return_if_fail (LANYARD_IS_WINDOW (self));

  dialog = get_add_dialog (self);
  if (address != NULL)
    lanyard_add_dialog_look_up (dialog, address);
}

/**
 * lanyard_window_open:
 * @self: a window
 * @files: (element-type GFile): files, or things at an address
 *
 * Adds what is there: of addresses the first one, else all the files as one
 * conference. A `lanyard:` address may come from any web page that was looked
 * at, so that no server is asked before somebody has read which one it is.
 */
void
lanyard_window_open (LanyardWindow *self,
                     GPtrArray     *files)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));
  g_return_if_fail (files != NULL && files->len > 0);

  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);

      g_autofree char *uri = g_file_get_uri (file);

      if (g_file_has_uri_scheme (file, "lanyard"))
        {
          lanyard_add_dialog_suggest (get_add_dialog (self), uri);
          return;
        }
      if (g_file_has_uri_scheme (file, "http") || g_file_has_uri_scheme (file, "https") ||
          g_file_has_uri_scheme (file, "webcal"))
        {
          lanyard_window_add_address (self, uri);
          return;
        }
    }
  lanyard_window_add_files (self, files);
}
