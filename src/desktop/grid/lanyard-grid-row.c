/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What begins at the same time in the grid, as a screen reader's row of the
 * table. To the eye and the pointer it is not there: it is as large as the
 * grid, and its cells are where their times say. Main thread. */

#include "config.h"

#include "lanyard-grid-cell.h"
#include "lanyard-grid-row.h"

struct _LanyardGridRow
{
  GtkWidget parent_instance;
  guint number;
};

G_DEFINE_FINAL_TYPE (LanyardGridRow, lanyard_grid_row, GTK_TYPE_WIDGET)

static gboolean
lanyard_grid_row_contains (GtkWidget *widget,
                           double     x,
                           double     y)
{
  return FALSE;
}

static void
lanyard_grid_row_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const graphene_rect_t *area = lanyard_grid_cell_get_area (LANYARD_GRID_CELL (child));
      int x = (int) area->origin.x;
      int y = (int) area->origin.y;

      /* A child must be measured before it may be given a place. */
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (child,
                                &(GtkAllocation) { x, y, MAX ((int) (area->origin.x + area->size.width) - x, 1),
                                                   MAX ((int) (area->origin.y + area->size.height) - y, 1) },
                                -1);
    }
}

static void
lanyard_grid_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (lanyard_grid_row_parent_class)->dispose (object);
}

static void
lanyard_grid_row_class_init (LanyardGridRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_grid_row_dispose;
  widget_class->contains = lanyard_grid_row_contains;
  widget_class->size_allocate = lanyard_grid_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "gridrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
lanyard_grid_row_init (LanyardGridRow *self)
{
}

/**
 * lanyard_grid_row_new:
 *
 * Makes an empty row.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lanyard_grid_row_new (void)
{
  return g_object_new (LANYARD_TYPE_GRID_ROW, NULL);
}

/**
 * lanyard_grid_row_bind:
 * @self: a row without cells
 * @number: its number in the layout
 * @label: its time
 *
 * Makes it another row.
 */
void
lanyard_grid_row_bind (LanyardGridRow *self,
                       guint           number,
                       const char     *label)
{
  g_return_if_fail (LANYARD_IS_GRID_ROW (self));

  self->number = number;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* The first row is the headers'. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) number + 2, -1);
}

/**
 * lanyard_grid_row_get_number:
 * @self: a row
 *
 * Gets which row it is.
 *
 * Returns: its number in the layout
 */
guint
lanyard_grid_row_get_number (LanyardGridRow *self)
{
  return self->number;
}

/**
 * lanyard_grid_row_get_n_cells:
 * @self: a row
 *
 * Gets how many cells it has at the moment.
 *
 * Returns: their number
 */
guint
lanyard_grid_row_get_n_cells (LanyardGridRow *self)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/**
 * lanyard_grid_row_take_cell:
 * @self: a row
 * @cell: a bound cell without a parent
 *
 * Puts a cell where it belongs in the row: they are in order of columns.
 */
void
lanyard_grid_row_take_cell (LanyardGridRow *self,
                            GtkWidget      *cell)
{
  guint number = lanyard_grid_cell_get_number (LANYARD_GRID_CELL (cell));
  GtkWidget *next = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (next != NULL && lanyard_grid_cell_get_number (LANYARD_GRID_CELL (next)) < number)
    next = gtk_widget_get_next_sibling (next);
  gtk_widget_insert_before (cell, GTK_WIDGET (self), next);
}
