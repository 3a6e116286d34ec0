/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the filter popover: a check mark before what is kept, and a button
 * that hides it for good, or one that shows again what is hidden. The row as a
 * whole is activated; what it says in words is the list item's name. Main
 * thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-filter-row.h"

struct _LanyardFilterRow
{
  AdwBin parent_instance;
  LanyardFilterOption *option; /* owned, nullable until bound */

  GtkCheckButton *check;
  GtkLabel *label;
  GtkLabel *count;
  GtkWidget *hide;
  GtkWidget *unhide;
};

G_DEFINE_FINAL_TYPE (LanyardFilterRow, lanyard_filter_row, ADW_TYPE_BIN)

static void
hide_cb (LanyardFilterRow *self)
{
  g_assert (LANYARD_IS_FILTER_ROW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.hide", "(us)",
                              (guint) lanyard_filter_option_get_field (self->option),
                              lanyard_filter_option_get_value (self->option));
}

static void
unhide_cb (LanyardFilterRow *self)
{
  g_assert (LANYARD_IS_FILTER_ROW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.unhide", "(us)",
                              (guint) lanyard_filter_option_get_field (self->option),
                              lanyard_filter_option_get_value (self->option));
}

static void
lanyard_filter_row_dispose (GObject *object)
{
  LanyardFilterRow *self = LANYARD_FILTER_ROW (object);

  g_clear_object (&self->option);
  /* The template would take the child away without the bin's knowing. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_FILTER_ROW);

  G_OBJECT_CLASS (lanyard_filter_row_parent_class)->dispose (object);
}

static void
lanyard_filter_row_class_init (LanyardFilterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_filter_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/schedule/lanyard-filter-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardFilterRow, check);
  gtk_widget_class_bind_template_child (widget_class, LanyardFilterRow, label);
  gtk_widget_class_bind_template_child (widget_class, LanyardFilterRow, count);
  gtk_widget_class_bind_template_child (widget_class, LanyardFilterRow, hide);
  gtk_widget_class_bind_template_child (widget_class, LanyardFilterRow, unhide);
  gtk_widget_class_bind_template_callback (widget_class, hide_cb);
  gtk_widget_class_bind_template_callback (widget_class, unhide_cb);
}

static void
lanyard_filter_row_init (LanyardFilterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_filter_row_new:
 *
 * Makes an empty row.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lanyard_filter_row_new (void)
{
  return g_object_new (LANYARD_TYPE_FILTER_ROW, NULL);
}

/**
 * lanyard_filter_row_bind:
 * @self: a row
 * @option: what it shows
 * @filter: what is kept now
 *
 * Shows an option.
 */
void
lanyard_filter_row_bind (LanyardFilterRow    *self,
                         LanyardFilterOption *option,
                         LanyardFilter       *filter)
{
  gboolean is_hidden;
  guint n_items;
  g_autofree char *count = NULL;
  g_autofree char *hide = NULL;
  g_autofree char *unhide = NULL;

  g_return_if_fail (LANYARD_IS_FILTER_ROW (self));
  g_return_if_fail (LANYARD_IS_FILTER_OPTION (option));

  g_set_object (&self->option, option);
  is_hidden = lanyard_filter_option_get_group (option) == LANYARD_FILTER_GROUP_HIDDEN;
  n_items = lanyard_filter_option_get_n_items (option);
  if (n_items > 0)
    count = g_strdup_printf ("%u", n_items);
  /* Translators: %s is a session, a room or a type of talks */
  hide = g_strdup_printf (_("Hide “%s” for Good"), lanyard_filter_option_get_label (option));
  /* Translators: %s is a session, a room or a type of talks that is hidden */
  unhide = g_strdup_printf (_("Show “%s” Again"), lanyard_filter_option_get_label (option));

  gtk_check_button_set_active (self->check, lanyard_filter_option_is_chosen (option, filter));
  gtk_widget_set_visible (GTK_WIDGET (self->check), !is_hidden);
  gtk_label_set_label (self->label, lanyard_filter_option_get_label (option));
  gtk_label_set_label (self->count, count != NULL ? count : "");
  gtk_widget_set_visible (self->hide, lanyard_filter_option_is_hidable (option));
  gtk_widget_set_visible (self->unhide, is_hidden);
  gtk_widget_set_tooltip_text (self->hide, hide);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hide), GTK_ACCESSIBLE_PROPERTY_LABEL, hide, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unhide), GTK_ACCESSIBLE_PROPERTY_LABEL, unhide, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lanyard_filter_option_get_label (option), -1);
}

/**
 * lanyard_filter_row_dup_label:
 * @self: a row that shows something
 *
 * Says in words what it shows.
 *
 * Returns: (transfer full): what, of which kind, how many, and whether it is kept
 */
char *
lanyard_filter_row_dup_label (LanyardFilterRow *self)
{
  const char *label;
  const char *heading;

  g_return_val_if_fail (LANYARD_IS_FILTER_ROW (self), NULL);
  g_return_val_if_fail (self->option != NULL, NULL);

  label = lanyard_filter_option_get_label (self->option);
  heading = lanyard_filter_option_get_heading (self->option);
  if (gtk_check_button_get_active (self->check))
    /* Translators: a line of the filters for a screen reader: "Rust MC, Session, chosen" */
    return g_strdup_printf (_("%1$s, %2$s, chosen"), label, heading);
  /* Translators: a line of the filters for a screen reader: "Rust MC, Session" */
  return g_strdup_printf (_("%1$s, %2$s"), label, heading);
}
