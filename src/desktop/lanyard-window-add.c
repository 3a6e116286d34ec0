/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How conferences come into the window: addresses that the dialog looks up, and
 * files, both of which may be dropped upon it. */

#include "config.h"

#include <glib/gi18n.h>

#include "add/lanyard-add-dialog.h"
#include "add/lanyard-page-address.h"
#include "lanyard-window-private.h"
#include "net/lanyard-address.h"

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
