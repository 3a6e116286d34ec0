/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Has the open conference read from other feeds, and takes that back if its
 * user wants. */

#include "config.h"

#include <glib/gi18n.h>

#include "feeds/lanyard-feeds-dialog.h"
#include "lanyard-window-private.h"
#include "widgets/lanyard-toast.h"

/* What the way back needs; owns both. */
typedef struct
{
  LanyardWindow *window;
  LanyardFeedChange *change;
} WayBack;

static void
way_back_free (gpointer  data,
               GClosure *closure)
{
  WayBack *self = data;

  g_object_unref (self->window);
  lanyard_feed_change_unref (self->change);
  g_free (self);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LanyardWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->open == NULL)
    return;
  if (lanyard_feed_change_finish (LANYARD_SYNC (source), result, &error))
    lanyard_window_say (self, _("The feeds are as they were"));
  else
    lanyard_window_say (self, error->message);
}

static void
undo_clicked_cb (AdwToast *toast,
                 WayBack  *way_back)
{
  LanyardWindow *self = way_back->window;

  if (self->sync != NULL)
    lanyard_feed_change_undo_async (lanyard_lazy_sync_get (self->sync), way_back->change, undone_cb,
                                    g_object_ref (self));
}

static void
feeds_changed_cb (LanyardWindow     *self,
                  LanyardFeedChange *change)
{
  AdwToast *toast = lanyard_toast_new (_("Feeds changed"));
  WayBack *way_back = g_new0 (WayBack, 1);

  g_assert (LANYARD_IS_WINDOW (self));

  way_back->window = g_object_ref (self);
  way_back->change = lanyard_feed_change_ref (change);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), way_back, way_back_free, 0);
  lanyard_window_show_offer (self, toast);
}

static void
change_feeds_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  AdwDialog *dialog;

  if (lanyard_open_conference_get_programme (self->open) == NULL)
    return;
  dialog = lanyard_feeds_dialog_new (self->open, self->standing);
  g_signal_connect_object (dialog, "changed", G_CALLBACK (feeds_changed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

void
lanyard_window_install_feed_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.change-feeds", NULL, change_feeds_action);
}
