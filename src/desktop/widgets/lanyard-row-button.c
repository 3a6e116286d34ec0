/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A button at the end of a row that does something with what the row shows.
 * Used by lists of rows. Main thread. */

#include "config.h"

#include "lanyard-row-button.h"

/**
 * lanyard_row_button_add:
 * @row: a row
 * @icon_name: what it shows
 * @label: what it does, for the tooltip and for who does not see it
 * @clicked: called with @object and then the button
 * @object: a #GObject, for as long as it is there
 *
 * Adds a button to a row.
 */
void
lanyard_row_button_add (AdwActionRow *row,
                        const char   *icon_name,
                        const char   *label,
                        GCallback     clicked,
                        gpointer      object)
{
  GtkWidget *button;

  g_return_if_fail (ADW_IS_ACTION_ROW (row));
  g_return_if_fail (G_IS_OBJECT (object));

  button = gtk_button_new_from_icon_name (icon_name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", clicked, object, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}
