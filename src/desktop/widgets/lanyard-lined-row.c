/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of an item with lines above and below it. The row is as it is
 * elsewhere; what is said of the list's row, and what activates it, is of the
 * item alone, and the lines are buttons of their own. Made by LanyardItemList.
 * Main thread. */

#include "config.h"

#include "lanyard-lined-row.h"

#define PADDING 6

struct _LanyardLinedRow
{
  GtkWidget parent_instance;
  GtkWidget *row; /* borrowed child: a LanyardItemRow */
};

G_DEFINE_FINAL_TYPE (LanyardLinedRow, lanyard_lined_row, GTK_TYPE_WIDGET)

/* All but the row. */
static void
remove_lines (LanyardLinedRow *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != self->row)
        gtk_widget_unparent (child);
      child = next;
    }
}

static void
lanyard_lined_row_dispose (GObject *object)
{
  LanyardLinedRow *self = LANYARD_LINED_ROW (object);

  remove_lines (self);
  g_clear_pointer (&self->row, gtk_widget_unparent);

  G_OBJECT_CLASS (lanyard_lined_row_parent_class)->dispose (object);
}

static void
lanyard_lined_row_class_init (LanyardLinedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_lined_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
lanyard_lined_row_init (LanyardLinedRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->row = lanyard_item_row_new ();
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));
}

/**
 * lanyard_lined_row_new:
 *
 * Makes a row without an item and without lines.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lanyard_lined_row_new (void)
{
  return g_object_new (LANYARD_TYPE_LINED_ROW, NULL);
}

/**
 * lanyard_lined_row_get_row:
 * @self: a row with lines
 *
 * Gets the row of the item.
 *
 * Returns: (transfer none): the row
 */
LanyardItemRow *
lanyard_lined_row_get_row (LanyardLinedRow *self)
{
  g_return_val_if_fail (LANYARD_IS_LINED_ROW (self), NULL);

  return LANYARD_ITEM_ROW (self->row);
}

/**
 * lanyard_lined_row_set_lines:
 * @self: a row whose item is bound
 * @lines: (element-type LanyardItemLine) (nullable): its lines, from above to below
 *
 * Says what stands above and below the item.
 */
void
lanyard_lined_row_set_lines (LanyardLinedRow *self,
                             GPtrArray       *lines)
{
  g_return_if_fail (LANYARD_IS_LINED_ROW (self));

  remove_lines (self);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const LanyardItemLine *line = g_ptr_array_index (lines, i);
      GtkWidget *button = lanyard_item_line_new_button (line);

      /* Its own padding goes before its text. */
      gtk_widget_set_margin_start (button, lanyard_item_row_get_text_start (LANYARD_ITEM_ROW (self->row)) - PADDING);
      if (line->is_above)
        gtk_widget_insert_before (button, GTK_WIDGET (self), self->row);
      else
        gtk_widget_insert_before (button, GTK_WIDGET (self), NULL);
    }
}

/**
 * lanyard_item_row_find:
 * @child: (nullable): what a list has for an item
 *
 * Finds the row of the item, which lines may be around.
 *
 * Returns: (transfer none) (nullable): the row, %NULL if there is none
 */
LanyardItemRow *
lanyard_item_row_find (GtkWidget *child)
{
  if (LANYARD_IS_LINED_ROW (child))
    return LANYARD_ITEM_ROW (LANYARD_LINED_ROW (child)->row);
  return LANYARD_IS_ITEM_ROW (child) ? LANYARD_ITEM_ROW (child) : NULL;
}
