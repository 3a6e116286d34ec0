/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adds a conference from the directory, or by its address: asks for one, says
 * what is done meanwhile, shows what the address gives, and stores it when told
 * to. What goes wrong is said where it can be mended. The directory is read,
 * and fetched if it is old, when the dialog is first seen. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../accounts/lanyard-sign-in-dialog.h"
#include "lanyard-add-dialog-private.h"

enum
{
  SIGNAL_FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardAddDialog, lanyard_add_dialog, ADW_TYPE_DIALOG)

static void
end_work (LanyardAddDialog *self)
{
  g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
}

static GCancellable *
begin_work (LanyardAddDialog *self)
{
  end_work (self);
  self->work = g_cancellable_new ();
  return self->work;
}

static void
show_finder (LanyardAddDialog *self)
{
  gtk_stack_set_visible_child_name (self->steps, "entry");
  adw_dialog_set_default_widget (ADW_DIALOG (self), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->finder));
}

/* The address stays, also where it came from the directory: so that it can be
 * seen and mended. */
static void
show_failure (LanyardAddDialog *self,
              const GError     *error)
{
  show_finder (self);
  lanyard_conference_finder_set_text (self->finder, self->address, FALSE);
  lanyard_conference_finder_show_failure (self->finder, error);
}

/* Whoever thought better of it when it was stored already has closed the dialog. */
static void
finish (LanyardAddDialog *self,
        const char       *uuid)
{
  g_autofree char *address = g_strdup (self->address);

  g_signal_emit (self, signals[SIGNAL_FOUND], 0, uuid, address);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
show_preview (LanyardAddDialog *self)
{
  lanyard_preview_list_set_preview (self->preview, self->found, self->now);
  adw_banner_set_revealed (self->save_failure, FALSE);
  gtk_widget_set_sensitive (self->add, TRUE);
  show_finder (self);
  adw_navigation_view_push_by_tag (self->navigation, "preview");
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->add);
  gtk_widget_grab_focus (self->add);
}

/* Another feed or zone was wanted, and gives nothing: what was there is there
 * still. */
static void
keep_preview (LanyardAddDialog *self,
              const GError     *error)
{
  g_clear_pointer (&self->feed, g_free);
  g_set_str (&self->zone, self->found->zone);
  show_preview (self);
  adw_banner_set_title (self->save_failure, error->message);
  adw_banner_set_revealed (self->save_failure, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* A conference that has an address is shown. One that was read from files gets
 * it now, if that is wanted. */
static void
feed_found_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (LanyardAddDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardFeed) feed = lanyard_store_find_feed_finish (LANYARD_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->found == NULL)
    return;
  g_clear_object (&self->work);
  if (feed != NULL)
    finish (self, self->found->uuid);
  else
    show_preview (self);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LanyardAddDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardPreview) preview = lanyard_sync_preview_finish (LANYARD_SYNC (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (preview == NULL)
    {
      g_clear_object (&self->work);
      if (self->feed != NULL)
        keep_preview (self, error);
      else
        show_failure (self, error);
      return;
    }
  g_clear_pointer (&self->found, lanyard_preview_unref);
  self->found = g_steal_pointer (&preview);
  if (self->found->uuid != NULL)
    {
      lanyard_store_find_feed_async (lanyard_sync_get_store (LANYARD_SYNC (source)), self->found->uuid, self->work,
                                     feed_found_cb, g_object_ref (self));
      return;
    }
  g_clear_object (&self->work);
  show_preview (self);
}

static const char *
name_step (LanyardSyncStep step)
{
  switch (step)
    {
    case LANYARD_SYNC_CONNECTING: return _("Connecting to the server…");
    case LANYARD_SYNC_DOWNLOADING: return _("Downloading the programme…");
    case LANYARD_SYNC_READING: return _("Reading the programme…");
    case LANYARD_SYNC_SAVING: return _("Saving the programme…");
    default: g_return_val_if_reached ("");
    }
}

/* Called only while the request is under way, which holds the dialog. */
static void
progress_cb (LanyardSyncStep step,
             guint64         n_bytes,
             gpointer        user_data)
{
  LanyardAddDialog *self = LANYARD_ADD_DIALOG (user_data);
  g_autofree char *bytes = n_bytes > 0 ? g_format_size (n_bytes) : g_strdup ("");

  gtk_label_set_label (self->step, name_step (step));
  gtk_label_set_label (self->bytes, bytes);
}

static void
look_up (LanyardAddDialog *self)
{
  LanyardSync *sync = lanyard_lazy_sync_get (self->lazy_sync);
  GCancellable *work = begin_work (self);
  const LanyardWish wish = {
    .feed = self->feed,
    .offers = self->feed != NULL ? self->found->offers : NULL,
    .zone = self->zone,
  };

  lanyard_conference_finder_clear_failure (self->finder);
  adw_navigation_view_pop_to_tag (self->navigation, "address");
  progress_cb (LANYARD_SYNC_CONNECTING, 0, self);
  gtk_stack_set_visible_child_name (self->steps, "progress");
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->cancel);
  gtk_widget_grab_focus (self->cancel);
  lanyard_sync_preview_async (sync, self->address, &wish, progress_cb, self, work, previewed_cb, g_object_ref (self));
}

static void
wanted_cb (LanyardAddDialog *self,
           const char       *address)
{
  g_assert (LANYARD_IS_ADD_DIALOG (self));

  g_set_str (&self->address, address);
  g_clear_pointer (&self->feed, g_free);
  g_clear_pointer (&self->zone, g_free);
  look_up (self);
}

static void
feed_chosen_cb (LanyardAddDialog *self,
                const char       *feed)
{
  g_assert (LANYARD_IS_ADD_DIALOG (self));

  g_set_str (&self->feed, feed);
  look_up (self);
}

/* The same feed once more: only the server has its documents. */
static void
zone_chosen_cb (LanyardAddDialog *self,
                const char       *zone)
{
  g_assert (LANYARD_IS_ADD_DIALOG (self));

  g_set_str (&self->feed, self->found->feed->url);
  g_set_str (&self->zone, zone);
  look_up (self);
}

static void
cancel_cb (LanyardAddDialog *self)
{
  g_assert (LANYARD_IS_ADD_DIALOG (self));

  end_work (self);
  show_finder (self);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LanyardAddDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardSaved) saved = lanyard_sync_add_finish (LANYARD_SYNC (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->work);
  if (saved != NULL)
    {
      finish (self, saved->uuid);
      return;
    }
  adw_banner_set_title (self->save_failure, error->message);
  adw_banner_set_revealed (self->save_failure, TRUE);
  gtk_widget_set_sensitive (self->add, TRUE);
}

static void
add_cb (LanyardAddDialog *self)
{
  g_assert (LANYARD_IS_ADD_DIALOG (self));

  gtk_widget_set_sensitive (self->add, FALSE);
  lanyard_sync_add_async (lanyard_lazy_sync_get (self->lazy_sync), self->found, begin_work (self), added_cb,
                          g_object_ref (self));
}

static void
stopped_cb (LanyardAddDialog *self)
{
  g_assert (LANYARD_IS_ADD_DIALOG (self));

  adw_dialog_close (ADW_DIALOG (self));
}

static void
open_files_cb (LanyardAddDialog *self)
{
  g_assert (LANYARD_IS_ADD_DIALOG (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-files", NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
sign_in_cb (LanyardAddDialog *self)
{
  LanyardSync *sync = lanyard_lazy_sync_get (self->lazy_sync);
  AdwDialog *dialog =
      lanyard_sign_in_dialog_new (lanyard_sync_get_fetcher (sync), lanyard_sync_get_keyring (sync), self->address);

  g_signal_connect_object (dialog, "signed-in", G_CALLBACK (look_up), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
lanyard_add_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lanyard_add_dialog_parent_class)->map (widget);
  lanyard_add_dialog_load_directory (LANYARD_ADD_DIALOG (widget));
}

static void
lanyard_add_dialog_closed (AdwDialog *dialog)
{
  LanyardAddDialog *self = LANYARD_ADD_DIALOG (dialog);

  end_work (self);
  g_cancellable_cancel (self->reading);
}

static void
lanyard_add_dialog_dispose (GObject *object)
{
  LanyardAddDialog *self = LANYARD_ADD_DIALOG (object);

  end_work (self);
  g_cancellable_cancel (self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ADD_DIALOG);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->found, lanyard_preview_unref);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->feed, g_free);
  g_clear_pointer (&self->zone, g_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->lazy_sync);

  G_OBJECT_CLASS (lanyard_add_dialog_parent_class)->dispose (object);
}

static void
lanyard_add_dialog_class_init (LanyardAddDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_add_dialog_dispose;
  widget_class->map = lanyard_add_dialog_map;
  ADW_DIALOG_CLASS (klass)->closed = lanyard_add_dialog_closed;

  /**
   * LanyardAddDialog::found:
   * @self: the dialog
   * @uuid: the conference
   * @address: the address that was typed, which may be of a page of it
   *
   * The conference is in the store, and is to be shown.
   */
  signals[SIGNAL_FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (LANYARD_TYPE_CONFERENCE_FINDER);
  g_type_ensure (LANYARD_TYPE_PREVIEW_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/add/lanyard-add-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardAddDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, LanyardAddDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, LanyardAddDialog, finder);
  gtk_widget_class_bind_template_child (widget_class, LanyardAddDialog, step);
  gtk_widget_class_bind_template_child (widget_class, LanyardAddDialog, bytes);
  gtk_widget_class_bind_template_child (widget_class, LanyardAddDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, LanyardAddDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, LanyardAddDialog, save_failure);
  gtk_widget_class_bind_template_child (widget_class, LanyardAddDialog, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, feed_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_files_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_chosen_cb);
}

static void
lanyard_add_dialog_init (LanyardAddDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->finder));
}

/**
 * lanyard_add_dialog_new:
 * @sync: what fetches and stores
 * @settings: where the directory's address is
 * @now: what time it is, UTC seconds
 *
 * Makes a dialog that asks for a conference.
 *
 * Returns: (transfer floating): a dialog
 */
LanyardAddDialog *
lanyard_add_dialog_new (LanyardLazySync *sync,
                        GSettings       *settings,
                        gint64           now)
{
  LanyardAddDialog *self;

  g_return_val_if_fail (LANYARD_IS_LAZY_SYNC (sync), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (LANYARD_TYPE_ADD_DIALOG, NULL);
  self->lazy_sync = g_object_ref (sync);
  self->settings = g_object_ref (settings);
  self->now = now;
  return self;
}

/**
 * lanyard_add_dialog_look_up:
 * @self: a dialog
 * @address: an address, as it was given
 *
 * Has the dialog take an address and look what is there, in place of what it
 * was doing.
 */
void
lanyard_add_dialog_look_up (LanyardAddDialog *self,
                            const char       *address)
{
  g_return_if_fail (LANYARD_IS_ADD_DIALOG (self));
  g_return_if_fail (address != NULL);

  lanyard_conference_finder_set_text (self->finder, address, FALSE);
  wanted_cb (self, address);
}

/**
 * lanyard_add_dialog_suggest:
 * @self: a dialog
 * @address: an address, as it was given
 *
 * Has the dialog take an address in place of what it was doing, and leave it to
 * the user to look what is there.
 */
void
lanyard_add_dialog_suggest (LanyardAddDialog *self,
                            const char       *address)
{
  g_return_if_fail (LANYARD_IS_ADD_DIALOG (self));
  g_return_if_fail (address != NULL);

  end_work (self);
  adw_navigation_view_pop_to_tag (self->navigation, "address");
  show_finder (self);
  lanyard_conference_finder_set_text (self->finder, address, FALSE);
}
