/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings the top of a list into view, with the heading above its first item.
 * Called by lists with headings that are filled anew. */

#include "config.h"

#include "lanyard-list-top.h"

/* The view can scroll to its first item, but not to the heading above that:
 * this goes by the number of pixels, which counts only when the items have
 * been laid out, a frame later. */
static gboolean
next_frame_cb (GtkWidget     *widget,
               GdkFrameClock *frame_clock,
               gpointer       user_data)
{
  gboolean *is_laid_out = user_data;

  if (!*is_laid_out)
    {
      *is_laid_out = TRUE;
      return G_SOURCE_CONTINUE;
    }
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget)), 0);
  return G_SOURCE_REMOVE;
}

/**
 * lanyard_list_show_top:
 * @view: a list that was just filled
 *
 * Scrolls to the very top, within two frames.
 */
void
lanyard_list_show_top (GtkListView *view)
{
  GtkSelectionModel *model;

  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  model = gtk_list_view_get_model (view);
  if (g_list_model_get_n_items (G_LIST_MODEL (model)) == 0)
    return;
  gtk_list_view_scroll_to (view, 0, GTK_LIST_SCROLL_NONE, NULL);
  gtk_widget_add_tick_callback (GTK_WIDGET (view), next_frame_cb, g_new0 (gboolean, 1), g_free);
}
