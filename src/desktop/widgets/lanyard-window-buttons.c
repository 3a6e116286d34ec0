/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The buttons of the window in the header of a page that stands alone. In a
 * split view the header at the end has them, also while it is hidden. Called by
 * pages that take the whole width. Main thread. */

#include "config.h"

#include "lanyard-window-buttons.h"

/**
 * lanyard_window_buttons_show:
 * @header: the header of a page
 * @buttons: (inout): where the page keeps the buttons, %NULL before they are
 *   first shown; borrowed from @header
 * @shown: whether the page stands alone
 *
 * Shows or hides the buttons that close and resize the window.
 */
void
lanyard_window_buttons_show (AdwHeaderBar  *header,
                             GtkWidget    **buttons,
                             gboolean       shown)
{
  g_return_if_fail (ADW_IS_HEADER_BAR (header));
  g_return_if_fail (buttons != NULL);

  if (*buttons == NULL && shown)
    {
      *buttons = gtk_window_controls_new (GTK_PACK_END);
      adw_header_bar_pack_end (header, *buttons);
    }
  if (*buttons != NULL)
    gtk_widget_set_visible (*buttons, shown);
}
