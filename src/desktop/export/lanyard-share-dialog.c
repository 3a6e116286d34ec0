/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody picked for somebody else: a link as a QR code and to be copied,
 * text, or a file. Opened by the window's action. Main thread. */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "export/lanyard-ical.h"
#include "export/lanyard-shared-plan.h"
#include "lanyard-qr-view.h"
#include "lanyard-saving.h"
#include "../widgets/lanyard-toast.h"
#include "lanyard-share-dialog.h"

struct _LanyardShareDialog
{
  AdwDialog parent_instance;
  LanyardOutgoing *outgoing; /* owned */
  char *link;                /* owned, nullable */

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  AdwPreferencesGroup *code_group;
  LanyardQrView *code;
  GtkWidget *copy_link;
};

G_DEFINE_FINAL_TYPE (LanyardShareDialog, lanyard_share_dialog, ADW_TYPE_DIALOG)

static void
say (LanyardShareDialog *self,
     const char         *sentence)
{
  adw_toast_overlay_add_toast (self->toasts, lanyard_toast_new (sentence));
}

static void
copy_link_cb (LanyardShareDialog *self)
{
  g_assert (LANYARD_IS_SHARE_DIALOG (self));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->link);
  say (self, _("Link copied"));
}

static void
copy_text_cb (LanyardShareDialog *self)
{
  g_autofree char *text = NULL;

  g_assert (LANYARD_IS_SHARE_DIALOG (self));

  text = lanyard_shared_plan_write_text (lanyard_outgoing_get_extract (self->outgoing),
                                         lanyard_outgoing_get_zone (self->outgoing));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  say (self, _("Text copied"));
}

/* For calendar programs that take what is pasted, and for the others as text. */
static void
copy_calendar_cb (LanyardShareDialog *self)
{
  g_autoptr (GBytes) calendar = NULL;
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) provider = NULL;

  g_assert (LANYARD_IS_SHARE_DIALOG (self));

  calendar = lanyard_saving_make_calendar (self->outgoing, LANYARD_ICAL_NO_ALARM, FALSE);
  providers[0] = gdk_content_provider_new_for_bytes ("text/calendar;charset=utf-8", calendar);
  providers[1] = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", calendar);
  provider = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  say (self, _("Calendar copied"));
}

static void
saved_cb (const char *sentence,
          gpointer    user_data)
{
  g_autoptr (LanyardShareDialog) self = user_data;

  if (sentence != NULL)
    say (self, sentence);
}

static void
save_cb (LanyardShareDialog *self)
{
  const LanyardSavingSettings settings = { .format = LANYARD_SAVING_PLAN };

  g_assert (LANYARD_IS_SHARE_DIALOG (self));

  lanyard_saving_begin (self->outgoing, &settings, gtk_widget_get_root (GTK_WIDGET (self)), saved_cb,
                        g_object_ref (self));
}

static void
show_link (LanyardShareDialog *self)
{
  self->link = lanyard_shared_plan_write_link (lanyard_outgoing_get_extract (self->outgoing));
  gtk_widget_set_sensitive (self->copy_link, self->link != NULL);
  if (self->link != NULL && lanyard_qr_view_set_text (self->code, self->link))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->code), FALSE);
  adw_preferences_group_set_description (
      self->code_group,
      self->link != NULL ? _("This is too much for a QR code, but the link can be copied.")
                         : _("There are no talks in it yet that a link could name, or the conference has no address."));
}

static void
lanyard_share_dialog_dispose (GObject *object)
{
  LanyardShareDialog *self = LANYARD_SHARE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_SHARE_DIALOG);
  g_clear_object (&self->outgoing);
  g_clear_pointer (&self->link, g_free);

  G_OBJECT_CLASS (lanyard_share_dialog_parent_class)->dispose (object);
}

static void
lanyard_share_dialog_class_init (LanyardShareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_share_dialog_dispose;

  g_type_ensure (LANYARD_TYPE_QR_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/export/lanyard-share-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardShareDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, LanyardShareDialog, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardShareDialog, code_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardShareDialog, code);
  gtk_widget_class_bind_template_child (widget_class, LanyardShareDialog, copy_link);
  gtk_widget_class_bind_template_callback (widget_class, copy_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_calendar_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
lanyard_share_dialog_init (LanyardShareDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_share_dialog_new:
 * @outgoing: what is shared
 *
 * Makes a dialog that gives it to others.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
lanyard_share_dialog_new (LanyardOutgoing *outgoing)
{
  LanyardShareDialog *self;

  g_return_val_if_fail (LANYARD_IS_OUTGOING (outgoing), NULL);

  self = g_object_new (LANYARD_TYPE_SHARE_DIALOG, NULL);
  self->outgoing = g_object_ref (outgoing);
  adw_window_title_set_subtitle (self->title, lanyard_outgoing_get_title (outgoing));
  show_link (self);
  return ADW_DIALOG (self);
}
