/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Refreshing by hand, as the window's user sees it: what came of it, and the
 * question that a programme with far fewer talks asks. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-window-private.h"

static void
say_updates (LanyardWindow *self,
             guint          n_updates)
{
  g_autofree char *sentence =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u update", "%u updates", n_updates), n_updates);

  lanyard_window_offer (self, sentence, _("_Show"), "win.page", g_variant_new_string ("updates"));
}

static void
held_back_answered_cb (LanyardWindow *self,
                       const char    *response)
{
  g_assert (LANYARD_IS_WINDOW (self));

  if (g_str_equal (response, "use"))
    lanyard_standing_refresh (self->standing, LANYARD_REFRESH_ACCEPT_SHRINK);
  else
    lanyard_standing_keep_old (self->standing);
}

static void
ask_about_held_back (LanyardWindow *self)
{
  const char *sentence = lanyard_standing_get_failure (self->standing, NULL);
  AdwAlertDialog *dialog;

  if (sentence == NULL)
    return;
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Use New Programme?"), sentence));
  adw_alert_dialog_add_responses (dialog, "keep", _("_Keep Old"), "use", _("_Use New"), NULL);
  adw_alert_dialog_set_default_response (dialog, "keep");
  adw_alert_dialog_set_close_response (dialog, "keep");
  adw_alert_dialog_set_response_appearance (dialog, "use", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (held_back_answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* Failures of other kinds are told by the banner. */
static void
refresh_ended_cb (LanyardWindow  *self,
                  LanyardRefresh *refresh,
                  const GError   *error)
{
  g_assert (LANYARD_IS_WINDOW (self));

  if (g_error_matches (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_SHRINKS))
    ask_about_held_back (self);
  else if (error != NULL)
    return;
  else if (refresh->changes->len > 0)
    say_updates (self, refresh->changes->len);
  else
    lanyard_window_say (self, _("Nothing new"));
}

static void
update_actions (LanyardWindow *self)
{
  gboolean has_programme = lanyard_open_conference_get_programme (self->open) != NULL;
  gboolean is_busy = lanyard_standing_can_cancel (self->standing);
  gboolean is_held_back = lanyard_standing_get_state (self->standing) == LANYARD_STANDING_HELD_BACK;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.refresh", has_programme && !is_busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-refresh", is_busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.review-held-back", is_held_back);
}

static void
refresh_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *target)
{
  lanyard_standing_refresh (LANYARD_WINDOW (widget)->standing, LANYARD_REFRESH_BY_HAND);
}

static void
cancel_refresh_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *target)
{
  lanyard_standing_cancel (LANYARD_WINDOW (widget)->standing);
}

static void
review_held_back_action (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *target)
{
  ask_about_held_back (LANYARD_WINDOW (widget));
}

void
lanyard_window_install_refresh_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-refresh", NULL, cancel_refresh_action);
  gtk_widget_class_install_action (widget_class, "win.review-held-back", NULL, review_held_back_action);
}

/* Once, when the window is made; what needs the network waits for the first
 * frame. */
void
lanyard_window_follow_standing (LanyardWindow *self)
{
  g_signal_connect_object (self->standing, "changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->standing, "ended", G_CALLBACK (refresh_ended_cb), self, G_CONNECT_SWAPPED);
  lanyard_browser_set_standing (self->browser, self->standing);
  update_actions (self);
}
