/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of the grid that scrolls: bands and lines are drawn, items are cells,
 * of which there are only those in sight and the one that has the focus. A cell
 * that goes out of sight is used again for one that comes in. Rows move as a
 * whole, so that panning lays nothing out and draws no cell anew. Main thread. */

#include "config.h"

#include "lanyard-grid-canvas.h"
#include "lanyard-grid-paint.h"
#include "lanyard-grid-row.h"
#include "time/lanyard-time-format.h"

struct _LanyardGridCanvas
{
  GtkWidget parent_instance;
  LanyardOpenConference *open;         /* owned */
  const LanyardGridGeometry *geometry; /* borrowed from the view, which is its parent */
  double x;                            /* what part is in sight, in pixels of the whole */
  double y;
  double least;                        /* pixels that a cell is long at least */
  GdkRGBA line;                        /* colour of the line at now */
  guint current;                       /* the place that keeps its cell out of sight */
  GPtrArray *cells;                    /* owned, of cells or NULL, one a place */
  GPtrArray *rows;                     /* owned, of rows or NULL, one a row */
  GPtrArray *spare_cells;              /* owned, of cells without a parent */
  GPtrArray *spare_rows;               /* owned, of rows without a parent */
  guint n_made;                        /* cells and rows ever made */
};

G_DEFINE_FINAL_TYPE (LanyardGridCanvas, lanyard_grid_canvas, GTK_TYPE_WIDGET)

static GtkWidget *
take_spare (GPtrArray *spares)
{
  return spares->len > 0 ? g_ptr_array_steal_index_fast (spares, spares->len - 1) : NULL;
}

static GtkWidget *
own_new (LanyardGridCanvas *self,
         GtkWidget         *made)
{
  self->n_made++;
  return g_object_ref_sink (made);
}

static void
release_cell (LanyardGridCanvas *self,
              guint              place)
{
  GtkWidget *cell = self->cells->pdata[place];
  GtkWidget *row = gtk_widget_get_parent (cell);
  guint number = lanyard_grid_row_get_number (LANYARD_GRID_ROW (row));

  g_ptr_array_add (self->spare_cells, g_object_ref (cell));
  gtk_widget_unparent (cell);
  self->cells->pdata[place] = NULL;
  if (gtk_widget_get_first_child (row) != NULL)
    return;
  g_ptr_array_add (self->spare_rows, g_object_ref (row));
  gtk_widget_unparent (row);
  self->rows->pdata[number] = NULL;
}

static GtkWidget *
ensure_row (LanyardGridCanvas *self,
            guint              number)
{
  GtkWidget *row = self->rows->pdata[number];
  GtkWidget *next = NULL;
  g_autofree char *label = NULL;

  if (row != NULL)
    return row;
  for (guint i = number + 1; i < self->rows->len && next == NULL; i++)
    next = self->rows->pdata[i];
  label = lanyard_format_time (lanyard_open_conference_get_zone (self->open),
                               lanyard_grid_layout_get_row_start (self->geometry->layout, number));
  row = take_spare (self->spare_rows);
  if (row == NULL)
    row = own_new (self, lanyard_grid_row_new ());
  lanyard_grid_row_bind (LANYARD_GRID_ROW (row), number, label);
  gtk_widget_insert_before (row, GTK_WIDGET (self), next);
  g_object_unref (row);
  self->rows->pdata[number] = row;
  return row;
}

static void
show_cell (LanyardGridCanvas *self,
           guint              number)
{
  const LanyardGridPlace *place = lanyard_grid_layout_get_place (self->geometry->layout, number);
  GtkWidget *row = ensure_row (self, place->row);
  GtkWidget *cell = take_spare (self->spare_cells);

  if (cell == NULL)
    cell = own_new (self, lanyard_grid_cell_new (GTK_WIDGET (self)));
  lanyard_grid_cell_bind (LANYARD_GRID_CELL (cell), self->open, place, number);
  lanyard_grid_row_take_cell (LANYARD_GRID_ROW (row), cell);
  g_object_unref (cell);
  self->cells->pdata[number] = cell;
}

static gboolean
is_in_sight (const graphene_rect_t *area,
             const graphene_rect_t *sight)
{
  return graphene_rect_intersection (area, sight, NULL);
}

static void
place_cell (LanyardGridCanvas     *self,
            LanyardGridCell       *cell,
            const graphene_rect_t *area,
            const graphene_rect_t *sight)
{
  graphene_rect_t line = lanyard_grid_get_now_line (self->geometry, lanyard_open_conference_get_now (self->open));
  float right = area->origin.x + area->size.width - sight->origin.x - sight->size.width;

  lanyard_grid_cell_set_area (cell, area);
  lanyard_grid_cell_set_hidden (cell, MAX (sight->origin.x - area->origin.x, 0), MAX (right, 0),
                                MAX (sight->origin.y - area->origin.y, 0));
  graphene_rect_offset (&line, -area->origin.x, -area->origin.y);
  lanyard_grid_cell_set_line (cell, &line, &self->line);
}

/* First those that go, so that they are there for those that come. */
static void
recycle (LanyardGridCanvas *self,
         int                width,
         int                height)
{
  const LanyardGridGeometry *geometry = self->geometry;
  graphene_rect_t sight = GRAPHENE_RECT_INIT ((float) self->x, (float) self->y, width, height);

  for (guint i = 0; i < self->cells->len; i++)
    {
      graphene_rect_t area;

      if (self->cells->pdata[i] == NULL || i == self->current)
        continue;
      area = lanyard_grid_geometry_get_place (geometry, lanyard_grid_layout_get_place (geometry->layout, i), self->least);
      if (!is_in_sight (&area, &sight))
        release_cell (self, i);
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      graphene_rect_t area =
          lanyard_grid_geometry_get_place (geometry, lanyard_grid_layout_get_place (geometry->layout, i), self->least);

      if (self->cells->pdata[i] == NULL && (i == self->current || is_in_sight (&area, &sight)))
        show_cell (self, i);
      if (self->cells->pdata[i] != NULL)
        place_cell (self, self->cells->pdata[i], &area, &sight);
    }
}

static void
lanyard_grid_canvas_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  LanyardGridCanvas *self = LANYARD_GRID_CANVAS (widget);

  if (self->geometry->layout == NULL)
    return;
  recycle (self, width, height);
  for (GtkWidget *row = gtk_widget_get_first_child (widget); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      graphene_point_t offset = GRAPHENE_POINT_INIT ((float) -self->x, (float) -self->y);

      gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (row, width, height, -1, gsk_transform_translate (NULL, &offset));
    }
}

static void
lanyard_grid_canvas_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  LanyardGridCanvas *self = LANYARD_GRID_CANVAS (widget);
  graphene_rect_t sight = GRAPHENE_RECT_INIT ((float) self->x, (float) self->y, gtk_widget_get_width (widget),
                                              gtk_widget_get_height (widget));
  graphene_rect_t line;

  if (self->geometry->layout == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) -self->x, (float) -self->y));
  lanyard_grid_paint_bands (widget, snapshot, self->geometry, &sight);
  lanyard_grid_paint_lines (widget, snapshot, self->geometry, lanyard_open_conference_get_zone (self->open), &sight);
  line = lanyard_grid_get_now_line (self->geometry, lanyard_open_conference_get_now (self->open));
  if (line.size.width > 0)
    gtk_snapshot_append_color (snapshot, &self->line, &line);
  gtk_snapshot_restore (snapshot);
  GTK_WIDGET_CLASS (lanyard_grid_canvas_parent_class)->snapshot (widget, snapshot);
}

static void
release_all (LanyardGridCanvas *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (self->cells->pdata[i] != NULL)
      release_cell (self, i);
}

static void
lanyard_grid_canvas_dispose (GObject *object)
{
  LanyardGridCanvas *self = LANYARD_GRID_CANVAS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->spare_cells, g_ptr_array_unref);
  g_clear_pointer (&self->spare_rows, g_ptr_array_unref);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (lanyard_grid_canvas_parent_class)->dispose (object);
}

static void
lanyard_grid_canvas_class_init (LanyardGridCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_grid_canvas_dispose;
  widget_class->size_allocate = lanyard_grid_canvas_size_allocate;
  widget_class->snapshot = lanyard_grid_canvas_snapshot;
  gtk_widget_class_set_css_name (widget_class, "gridcanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW_GROUP);
}

static void
lanyard_grid_canvas_init (LanyardGridCanvas *self)
{
  self->current = LANYARD_GRID_NOWHERE;
  self->cells = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->spare_cells = g_ptr_array_new_with_free_func (g_object_unref);
  self->spare_rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* Makes the canvas of a view.
 * @geometry: (transfer none): how it is laid out; lives as long as the view */
GtkWidget *
lanyard_grid_canvas_new (LanyardOpenConference     *open,
                         const LanyardGridGeometry *geometry)
{
  LanyardGridCanvas *self = g_object_new (LANYARD_TYPE_GRID_CANVAS, NULL);

  self->open = g_object_ref (open);
  self->geometry = geometry;
  return GTK_WIDGET (self);
}

/* Begins anew with the layout that the geometry has now. */
void
lanyard_grid_canvas_set_layout (LanyardGridCanvas *self)
{
  LanyardGridLayout *layout = self->geometry->layout;

  release_all (self);
  self->current = LANYARD_GRID_NOWHERE;
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->cells, layout != NULL ? (int) lanyard_grid_layout_get_n_places (layout) : 0);
  g_ptr_array_set_size (self->rows, layout != NULL ? (int) lanyard_grid_layout_get_n_rows (layout) : 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Says which part is in sight, right before the canvas is allocated. */
void
lanyard_grid_canvas_set_offset (LanyardGridCanvas *self,
                                double             x,
                                double             y,
                                double             least)
{
  self->x = x;
  self->y = y;
  self->least = least;
}

void
lanyard_grid_canvas_set_line (LanyardGridCanvas *self,
                              const GdkRGBA     *color)
{
  self->line = *color;
}

/* Shows what time and picks make of the items in sight. */
void
lanyard_grid_canvas_refresh (LanyardGridCanvas *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (self->cells->pdata[i] != NULL)
      lanyard_grid_cell_refresh (self->cells->pdata[i]);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The current place has a cell wherever it is, so that it can have the focus. */
void
lanyard_grid_canvas_set_current (LanyardGridCanvas *self,
                                 guint              place)
{
  self->current = place;
  if (place != LANYARD_GRID_NOWHERE && place < self->cells->len && self->cells->pdata[place] == NULL)
    show_cell (self, place);
}

/* The cell of a place, or NULL when that is out of sight. */
GtkWidget *
lanyard_grid_canvas_get_cell (LanyardGridCanvas *self,
                              guint              place)
{
  return place < self->cells->len ? self->cells->pdata[place] : NULL;
}

/* The cell under a point, or NULL. */
GtkWidget *
lanyard_grid_canvas_pick_cell (LanyardGridCanvas *self,
                               double             x,
                               double             y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return widget != NULL ? gtk_widget_get_ancestor (widget, LANYARD_TYPE_GRID_CELL) : NULL;
}

/* How many cells and rows are there now. */
guint
lanyard_grid_canvas_get_n_shown (LanyardGridCanvas *self)
{
  guint n = 0;

  for (guint i = 0; i < self->cells->len; i++)
    n += self->cells->pdata[i] != NULL;
  for (guint i = 0; i < self->rows->len; i++)
    n += self->rows->pdata[i] != NULL;
  return n;
}

/* How many cells and rows were ever made. */
guint
lanyard_grid_canvas_get_n_made (LanyardGridCanvas *self)
{
  return self->n_made;
}
