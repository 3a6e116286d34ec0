/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The banner below a page's header while something stands between the
 * programme and its server, with the one thing that can be done about it. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-standing-banner.h"
#include "lanyard-standing-phrases.h"

static void
show (AdwBanner  *banner,
      const char *title,
      const char *button,
      const char *action)
{
  adw_banner_set_title (banner, title);
  adw_banner_set_button_label (banner, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (banner), action);
  adw_banner_set_revealed (banner, TRUE);
}

/* Hidden while a refresh by hand runs, so that its coming back is an answer. */
static void
follow (AdwBanner        *banner,
        LanyardStanding *standing)
{
  LanyardStandingState state = lanyard_standing_get_state (standing);
  g_autofree char *offline = lanyard_phrase_offline (standing);
  gboolean by_hand;
  const char *failure = lanyard_standing_get_failure (standing, &by_hand);

  if (lanyard_standing_can_cancel (standing))
    adw_banner_set_revealed (banner, FALSE);
  else if (state == LANYARD_STANDING_OFFLINE)
    show (banner, offline, _("_Try Again"), "win.refresh");
  else if (state == LANYARD_STANDING_HELD_BACK)
    show (banner, _("The new programme lacks many talks and was held back"), _("_Review…"), "win.review-held-back");
  else if (state == LANYARD_STANDING_FAILED && by_hand)
    show (banner, failure, _("_Try Again"), "win.refresh");
  else
    adw_banner_set_revealed (banner, FALSE);
}

static void
changed_cb (LanyardStanding *standing,
            AdwBanner        *banner)
{
  follow (banner, standing);
}

/**
 * lanyard_standing_banner_new:
 * @standing: what it follows
 *
 * Makes a banner, which is shown only while there is something to say.
 *
 * Returns: (transfer floating): a banner
 */
GtkWidget *
lanyard_standing_banner_new (LanyardStanding *standing)
{
  GtkWidget *banner;

  g_return_val_if_fail (LANYARD_IS_STANDING (standing), NULL);

  banner = adw_banner_new ("");
  adw_banner_set_use_markup (ADW_BANNER (banner), FALSE);
  g_signal_connect_object (standing, "changed", G_CALLBACK (changed_cb), banner, G_CONNECT_DEFAULT);
  follow (ADW_BANNER (banner), standing);
  return banner;
}
