/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line between the items of a list, such as how long one is free there: a
 * button as wide as the text of the rows, which says what it is about and what
 * a press of it does. Used by LanyardLinedRow, made by who has the list. Main
 * thread. */

#include "config.h"

#include "lanyard-item-line.h"

/**
 * lanyard_item_line_new:
 * @fields: what it says; its strings and its target are taken
 *
 * Makes a line.
 *
 * Returns: (transfer full): a line
 */
LanyardItemLine *
lanyard_item_line_new (const LanyardItemLine *fields)
{
  LanyardItemLine *self;

  g_return_val_if_fail (fields != NULL && fields->text != NULL && fields->name != NULL, NULL);

  self = g_new (LanyardItemLine, 1);
  *self = *fields;
  if (self->target != NULL)
    g_variant_ref_sink (self->target);
  return self;
}

/**
 * lanyard_item_line_free:
 * @self: (transfer full): a line
 *
 * Frees it.
 */
void
lanyard_item_line_free (LanyardItemLine *self)
{
  g_free (self->text);
  g_free (self->offer);
  g_free (self->name);
  g_clear_pointer (&self->target, g_variant_unref);
  g_free (self);
}

/**
 * lanyard_item_line_new_button:
 * @self: a line
 *
 * Makes what is seen of it.
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
lanyard_item_line_new_button (const LanyardItemLine *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_object_new (GTK_TYPE_LABEL, "label", self->text, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, NULL);
  gtk_widget_add_css_class (text, "caption");
  if (self->is_warning)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  else
    gtk_widget_add_css_class (text, "dimmed");
  gtk_box_append (GTK_BOX (box), text);
  if (self->offer != NULL)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", self->offer, "valign", GTK_ALIGN_CENTER,
                                                 "css-classes", ((const char *[]) { "caption", "offer", NULL }), NULL));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "item-line");
  if (self->is_warning)
    gtk_widget_add_css_class (button, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
  if (self->target != NULL)
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), self->target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), self->action);
  return button;
}
