/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a cell of the grid looks. Main thread. */

#include "config.h"

#include <adwaita.h>

#include "lanyard-grid-cell-private.h"
#include "lanyard-grid-geometry.h"

#define BAND_WIDTH 4
#define RADIUS 6
#define PADDING 6
#define TINT 0.2f
#define TINT_OF_BREAK 0.07f
#define TINT_OF_PAST 0.1f
#define TINT_OF_MAYBE 0.07f
#define ALPHA_OF_PAST 0.6f
#define ALPHA_OF_DETAILS 0.7f
#define LINE_ALPHA 0.25f

/* In lines: text is not squeezed below this when most of its cell is out of
 * sight, and narrower than this words are not broken. */
#define LEAST_WIDTH 6

static gboolean
has_high_contrast (GtkWidget *widget)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
}

/* What is past, cancelled or left out. */
static gboolean
steps_back (LanyardGridCell *self)
{
  return self->phase == LANYARD_PHASE_OVER || self->level == LANYARD_LEVEL_LEFT_OUT || lanyard_item_is_cancelled (self->item);
}

/* Except for who needs every contrast there is. */
static float
text_alpha (LanyardGridCell *self)
{
  if (has_high_contrast (GTK_WIDGET (self)))
    return 1;
  return steps_back (self) ? ALPHA_OF_PAST : 1;
}

static void
append_layout (GtkSnapshot   *snapshot,
               PangoLayout   *layout,
               float          x,
               float          y,
               const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* As many whole lines as there is room for, and one in any case. */
static int
fit (PangoLayout *layout,
     int          width,
     int          height)
{
  int used;

  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_height (layout, MAX (height, 0) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &used);
  return used;
}

/* Whether a line begins inside a word. */
static gboolean
breaks_words (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, NULL);

  for (GSList *lines = pango_layout_get_lines_readonly (layout); lines != NULL; lines = lines->next)
    {
      int start = pango_layout_line_get_start_index (lines->data);

      if (start > 0 && !attributes[g_utf8_pointer_to_offset (text, text + start)].is_line_break)
        return TRUE;
    }
  return FALSE;
}

/* A short line that ends in an ellipsis is read sooner than letters upon
 * letters. */
static int
fit_words (PangoLayout *layout,
           int          width,
           int          height,
           int          line)
{
  int used = fit (layout, width, height);

  if (width < LEAST_WIDTH * line && breaks_words (layout))
    used = fit (layout, width, 0);
  return used;
}

/* A column of the cell that text is written into. */
typedef struct
{
  int left;
  int width;
  int line; /* how high one is */
} Column;

/* What is left of it beside the sign; perhaps nothing. */
static Column
get_beside (LanyardGridCell *self,
            Column           column)
{
  int taken = MIN ((int) self->sign_width - PADDING + 1, column.width);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    column.left += taken;
  column.width -= taken;
  return column;
}

/* Fits text into a column; above a sign if it can be, else beside it. */
static int
fit_column (LanyardGridCell *self,
            PangoLayout     *layout,
            Column          *column,
            float            y,
            int              height)
{
  int used = fit_words (layout, column->width, height, column->line);
  int above = (int) (self->sign_top - y);

  if (self->sign_width <= 0 || used <= above)
    return used;
  if (above >= column->line)
    return fit_words (layout, column->width, above, column->line);
  *column = get_beside (self, *column);
  return column->width >= column->line / 2 ? fit_words (layout, column->width, height, column->line) : 0;
}

static int
draw_column (LanyardGridCell *self,
             GtkSnapshot     *snapshot,
             PangoLayout     *layout,
             Column           column,
             float            y,
             int              height,
             const GdkRGBA   *color)
{
  int used = fit_column (self, layout, &column, y, height);

  if (used > 0)
    append_layout (snapshot, layout, column.left, y, color);
  return used;
}

static void
draw_star (LanyardGridCell *self,
           GtkSnapshot     *snapshot,
           float            x,
           float            y,
           int              size,
           const GdkRGBA   *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (self->star), snapshot, size, size, color, 1);
  gtk_snapshot_restore (snapshot);
}

static void
draw_text (LanyardGridCell *self,
           GtkSnapshot     *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int line = lanyard_grid_line_height (widget);
  int height = gtk_widget_get_height (widget) - (int) self->hidden_top;
  int padding = CLAMP ((height - line) / 2, 0, PADDING - 2);
  int left = rtl ? PADDING : BAND_WIDTH + PADDING;
  int right = gtk_widget_get_width (widget) - (rtl ? BAND_WIDTH + PADDING : PADDING);
  int least = MIN (right - left, LEAST_WIDTH * line);
  Column column = { left, MAX (right - left - (int) self->hidden_left - (int) self->hidden_right, least), line };
  int star = self->star != NULL ? line - 2 : 0;
  float y = self->hidden_top + padding;
  GdkRGBA color;
  int used;
  int room;

  if (column.width < line / 2)
    return;
  column.left = rtl ? MAX (right - (int) self->hidden_right - column.width, left)
                    : MIN (left + (int) self->hidden_left, right - column.width);
  gtk_widget_get_color (widget, &color);
  color.alpha *= text_alpha (self);
  pango_layout_set_indent (self->title, star > 0 ? (star + 4) * PANGO_SCALE : 0);
  used = draw_column (self, snapshot, self->title, column, y, height - 2 * padding, &color);
  if (star > 0)
    draw_star (self, snapshot, rtl ? column.left + column.width - star : column.left, y + 1, star, &color);
  color.alpha *= has_high_contrast (widget) ? 1 : ALPHA_OF_DETAILS;
  room = height - 2 * padding - used;
  if (room < line)
    return;
  used += draw_column (self, snapshot, self->time, column, y + used, self->entry != NULL ? room : line, &color);
  room = height - 2 * padding - used;
  if (room >= line && *pango_layout_get_text (self->people) != '\0')
    draw_column (self, snapshot, self->people, column, y + used, room, &color);
}

/* In a plan, what is only a maybe. */
static gboolean
is_fallback (LanyardGridCell *self)
{
  return self->entry != NULL && self->level == LANYARD_LEVEL_MAYBE;
}

static void
draw_ground (LanyardGridCell *self,
             GtkSnapshot     *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  float tint = self->phase == LANYARD_PHASE_OVER || self->level == LANYARD_LEVEL_LEFT_OUT ? TINT_OF_PAST : TINT;
  GdkRGBA color = self->color;
  GskRoundedRect outline;
  GdkRGBA pale;

  if (gdk_rgba_is_clear (&color))
    {
      gtk_widget_get_color (widget, &color);
      tint = TINT_OF_BREAK;
    }
  else if (is_fallback (self))
    tint = TINT_OF_MAYBE;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  pale = color;
  pale.alpha = tint;
  gtk_snapshot_append_color (snapshot, &pale, &outline.bounds);
  if (!gdk_rgba_is_clear (&self->color))
    gtk_snapshot_append_color (snapshot, &self->color, &GRAPHENE_RECT_INIT (rtl ? width - BAND_WIDTH : 0, 0, BAND_WIDTH, height));
  if (self->phase == LANYARD_PHASE_RUNNING)
    {
      color = self->line_color;
      color.alpha *= LINE_ALPHA;
      gtk_snapshot_append_color (snapshot, &color, &self->line);
    }
  gtk_snapshot_pop (snapshot);
}

/* Broken, as a fallback is. */
static void
draw_dashes (LanyardGridCell *self,
             GtkSnapshot     *snapshot)
{
  static const float dashes[] = { 4, 3 };
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1);
  GskRoundedRect outline;
  GdkRGBA color = self->color;

  if (gdk_rgba_is_clear (&color) || has_high_contrast (widget))
    gtk_widget_get_color (widget, &color);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0.5f, 0.5f, (float) gtk_widget_get_width (widget) - 1,
                                                                  (float) gtk_widget_get_height (widget) - 1),
                                   RADIUS);
  gsk_path_builder_add_rounded_rect (builder, &outline);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
}

/* A border where everything has one, and around what runs. */
static void
draw_border (LanyardGridCell *self,
             GtkSnapshot     *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean running = self->phase == LANYARD_PHASE_RUNNING && !lanyard_item_is_cancelled (self->item);
  float thickness = running ? 2 : 1;
  GskRoundedRect outline;
  GdkRGBA color;

  if (!running && !has_high_contrast (widget))
    return;
  gtk_widget_get_color (widget, &color);
  if (running && !gdk_rgba_is_clear (&self->color) && !has_high_contrast (widget))
    color = self->color;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)),
                                   RADIUS);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { thickness, thickness, thickness, thickness },
                              (GdkRGBA[4]) { color, color, color, color });
}

/* Private: a cell's snapshot. */
void
lanyard_grid_cell_draw (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  LanyardGridCell *self = LANYARD_GRID_CELL (widget);

  if (self->item == NULL)
    return;
  draw_ground (self, snapshot);
  draw_border (self, snapshot);
  if (is_fallback (self))
    draw_dashes (self, snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  draw_text (self, snapshot);
  gtk_snapshot_pop (snapshot);
}
