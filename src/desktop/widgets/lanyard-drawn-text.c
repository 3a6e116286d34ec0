/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What widgets that draw their text themselves have to do so that it follows
 * the size of text. A widget that is taken out of its window, as a pane that
 * folds and a cell that is used again are, loses the context in which its
 * layouts were made, and those would never hear of another font. Main thread. */

#include "config.h"

#include "lanyard-drawn-text.h"

/**
 * lanyard_drawn_text_renew:
 * @layout: (inout) (nullable): where a layout is kept
 * @styled: the widget in whose style it is made
 *
 * Makes a layout anew, as it is, if its widget has lost the context in which it
 * was made. To be called when the widget comes into a window.
 */
void
lanyard_drawn_text_renew (PangoLayout **layout,
                          GtkWidget    *styled)
{
  PangoLayout *renewed;

  g_return_if_fail (layout != NULL);
  g_return_if_fail (GTK_IS_WIDGET (styled));

  if (*layout == NULL || pango_layout_get_context (*layout) == gtk_widget_get_pango_context (styled))
    return;
  renewed = gtk_widget_create_pango_layout (styled, pango_layout_get_text (*layout));
  pango_layout_set_attributes (renewed, pango_layout_get_attributes (*layout));
  pango_layout_set_width (renewed, pango_layout_get_width (*layout));
  pango_layout_set_height (renewed, pango_layout_get_height (*layout));
  pango_layout_set_wrap (renewed, pango_layout_get_wrap (*layout));
  pango_layout_set_ellipsize (renewed, pango_layout_get_ellipsize (*layout));
  pango_layout_set_alignment (renewed, pango_layout_get_alignment (*layout));
  pango_layout_set_auto_dir (renewed, pango_layout_get_auto_dir (*layout));
  g_object_unref (*layout);
  *layout = renewed;
}
