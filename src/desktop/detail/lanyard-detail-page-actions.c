/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with the talk or break of the pane besides deciding about it:
 * copying, opening its page, taking it out of Lanyard. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../export/lanyard-outgoing.h"
#include "../widgets/lanyard-toast.h"
#include "lanyard-detail-page-private.h"
#include "lanyard-item-text.h"
#include "text/lanyard-rich-text.h"

static void
copy (LanyardDetailPage *self,
      const char        *text,
      const char        *sentence)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  if (toasts != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), lanyard_toast_new (sentence));
}

static void
copy_title_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *target)
{
  LanyardDetailPage *self = LANYARD_DETAIL_PAGE (widget);

  copy (self, lanyard_item_get_title (self->item), _("Title copied"));
}

static void
copy_link_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *target)
{
  LanyardDetailPage *self = LANYARD_DETAIL_PAGE (widget);

  copy (self, lanyard_item_text_get_url (self->item), _("Link copied"));
}

static void
copy_details_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *target)
{
  LanyardDetailPage *self = LANYARD_DETAIL_PAGE (widget);
  g_autofree char *text = lanyard_item_text_dup (self->open, self->item);

  copy (self, text, _("Details copied"));
}

static void
open_in_browser_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *target)
{
  LanyardDetailPage *self = LANYARD_DETAIL_PAGE (widget);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (lanyard_item_text_get_url (self->item));

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, NULL, NULL);
}

static void
add_to_calendar_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *target)
{
  LanyardDetailPage *self = LANYARD_DETAIL_PAGE (widget);

  gtk_widget_activate_action (widget, "win.add-to-calendar", "(us)", lanyard_item_get_kind (self->item),
                              lanyard_item_get_key (self->item));
}

static void
take_out_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *target)
{
  LanyardDetailPage *self = LANYARD_DETAIL_PAGE (widget);
  g_autofree char *subject =
      lanyard_outgoing_dup_subject (lanyard_item_get_kind (self->item), lanyard_item_get_key (self->item));

  lanyard_outgoing_activate (widget, action_name, subject);
}

/* Private: which of them can be had of what is shown. */
void
lanyard_detail_page_update_actions (LanyardDetailPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *url = self->item != NULL ? lanyard_item_text_get_url (self->item) : NULL;
  gboolean is_safe = url != NULL && lanyard_url_is_safe (url);

  gtk_widget_action_set_enabled (widget, "detail.copy-title", self->item != NULL);
  gtk_widget_action_set_enabled (widget, "detail.copy-link", url != NULL);
  gtk_widget_action_set_enabled (widget, "detail.copy-details", self->item != NULL);
  gtk_widget_action_set_enabled (widget, "detail.open-in-browser", is_safe);
  gtk_widget_action_set_enabled (widget, "detail.export", self->item != NULL);
  gtk_widget_action_set_enabled (widget, "detail.share", self->item != NULL);
  gtk_widget_action_set_enabled (widget, "detail.add-to-calendar",
                                 self->item != NULL && lanyard_item_is_scheduled (self->item));
}

/* Private: the actions of the pane. */
void
lanyard_detail_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "detail.copy-title", NULL, copy_title_action);
  gtk_widget_class_install_action (widget_class, "detail.copy-link", NULL, copy_link_action);
  gtk_widget_class_install_action (widget_class, "detail.copy-details", NULL, copy_details_action);
  gtk_widget_class_install_action (widget_class, "detail.open-in-browser", NULL, open_in_browser_action);
  gtk_widget_class_install_action (widget_class, "detail.add-to-calendar", NULL, add_to_calendar_action);
  gtk_widget_class_install_action (widget_class, "detail.export", NULL, take_out_action);
  gtk_widget_class_install_action (widget_class, "detail.share", NULL, take_out_action);
}
