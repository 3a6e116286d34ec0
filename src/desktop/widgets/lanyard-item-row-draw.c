/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a row of a list is measured and drawn: the time, the band in its
 * session's colour, the lines of text, one layout each, and the star beside
 * them. Main thread. */

#include "config.h"

#include <adwaita.h>

#include "lanyard-item-row-private.h"

#define PADDING 9
#define SPACING 12
#define BAND_WIDTH 4
#define LEAST_TEXT_WIDTH 120
#define NATURAL_TEXT_WIDTH 360
#define DIM_ALPHA 0.62f
#define DIM_ALPHA_IN_HIGH_CONTRAST 0.9f

static gboolean
is_empty (PangoLayout *layout)
{
  return layout == NULL || *pango_layout_get_text (layout) == '\0';
}

/* Without a time there is no column for it. */
static int
times_width (LanyardItemRow *self)
{
  int start;
  int end;

  if (is_empty (self->start))
    return 0;
  pango_layout_get_pixel_size (self->start, &start, NULL);
  pango_layout_get_pixel_size (self->end, &end, NULL);
  return MAX (MAX (start, end), lanyard_times_width_get (&self->times, GTK_WIDGET (self))) + SPACING;
}

static int
star_size (LanyardItemRow *self)
{
  int natural;

  gtk_widget_measure (self->star, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
width_around_text (LanyardItemRow *self)
{
  return PADDING + times_width (self) + BAND_WIDTH + SPACING + SPACING + star_size (self) + PADDING / 2;
}

static int
layout_height (PangoLayout *layout,
               int          width)
{
  int height;

  if (is_empty (layout))
    return 0;
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static int
text_height (LanyardItemRow *self,
             int             width)
{
  return layout_height (self->title, width) + layout_height (self->state, width) +
         layout_height (self->people, width) + layout_height (self->place, width) + layout_height (self->second, width);
}

static int
times_height (LanyardItemRow *self)
{
  return layout_height (self->start, -1) + layout_height (self->end, -1);
}

/* Lists give their rows all the width there is and ask again with it, so that a
 * row need not lay its text out to know what it would like, nor how high it
 * would be in no particular width. Laying out is what costs. */
void
lanyard_item_row_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  LanyardItemRow *self = LANYARD_ITEM_ROW (widget);
  int around;

  around = width_around_text (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = around + LEAST_TEXT_WIDTH;
      *natural = around + NATURAL_TEXT_WIDTH;
    }
  else
    {
      int height = times_height (self);

      if (for_size >= 0)
        height = MAX (height, text_height (self, MAX (for_size - around, LEAST_TEXT_WIDTH)));
      *minimum = *natural = 2 * PADDING + height;
    }
}

void
lanyard_item_row_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  LanyardItemRow *self = LANYARD_ITEM_ROW (widget);
  int size = star_size (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation star = { rtl ? PADDING / 2 : width - size - PADDING / 2, 0, size, height };

  gtk_widget_size_allocate (self->star, &star, -1);
  if (self->check != NULL && gtk_widget_get_child_visible (self->check))
    gtk_widget_size_allocate (self->check, &star, -1);
}

/* What is over or left out is as dim as what matters less, and no dimmer: one
 * may want to read it. */
static void
get_colors (LanyardItemRow *self,
            GdkRGBA        *color,
            GdkRGBA        *dim)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  gtk_widget_get_color (widget, color);
  *dim = *color;
  dim->alpha *= adw_style_manager_get_high_contrast (style) ? DIM_ALPHA_IN_HIGH_CONTRAST : DIM_ALPHA;
  if (self->phase == LANYARD_PHASE_OVER || self->is_left_out)
    *color = *dim;
}

/* What runs is told in the accent's colour. */
static GdkRGBA
get_state_color (LanyardItemRow *self,
                 GdkRGBA         color)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkRGBA accent;

  if (self->phase != LANYARD_PHASE_RUNNING || lanyard_item_is_cancelled (self->item) ||
      adw_style_manager_get_high_contrast (style))
    return color;
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (style), adw_style_manager_get_dark (style), &accent);
  return accent;
}

static void
draw_layout (GtkSnapshot *snapshot,
             PangoLayout *layout,
             float        x,
             float        y,
             GdkRGBA      color)
{
  if (is_empty (layout))
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_band (LanyardItemRow *self,
           GtkSnapshot    *snapshot,
           float           x,
           float           height)
{
  GdkRGBA color = self->color;
  GskRoundedRect band;

  if (gdk_rgba_is_clear (&color))
    return;
  if (self->phase == LANYARD_PHASE_OVER || self->is_left_out)
    color.alpha *= DIM_ALPHA;
  gsk_rounded_rect_init_from_rect (&band, &GRAPHENE_RECT_INIT (x, PADDING, BAND_WIDTH, height - 2 * PADDING),
                                   BAND_WIDTH / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &band);
  gtk_snapshot_append_color (snapshot, &color, &band.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_time (LanyardItemRow *self,
           GtkSnapshot    *snapshot,
           PangoLayout    *layout,
           int             y,
           GdkRGBA         color)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  draw_layout (snapshot, layout, rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - PADDING - width : PADDING, y, color);
}

void
lanyard_item_row_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  LanyardItemRow *self = LANYARD_ITEM_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int text_width = MAX (width - width_around_text (self), LEAST_TEXT_WIDTH);
  int times = times_width (self);
  int before_text = lanyard_item_row_get_text_start (self);
  int text_x = rtl ? width - before_text - text_width : before_text;
  int y = MAX (PADDING, (height - text_height (self, text_width)) / 2);
  GdkRGBA color;
  GdkRGBA dim;

  get_colors (self, &color, &dim);
  draw_time (self, snapshot, self->start, PADDING, color);
  draw_time (self, snapshot, self->end, PADDING + layout_height (self->start, -1), dim);
  draw_band (self, snapshot, rtl ? width - PADDING - times - BAND_WIDTH : PADDING + times, height);
  draw_layout (snapshot, self->title, text_x, y, color);
  y += layout_height (self->title, text_width);
  draw_layout (snapshot, self->state, text_x, y, get_state_color (self, color));
  y += layout_height (self->state, text_width);
  draw_layout (snapshot, self->people, text_x, y, color);
  y += layout_height (self->people, text_width);
  draw_layout (snapshot, self->place, text_x, y, dim);
  y += layout_height (self->place, text_width);
  draw_layout (snapshot, self->second, text_x, y, dim);
  gtk_widget_snapshot_child (widget, self->star, snapshot);
  if (self->check != NULL)
    gtk_widget_snapshot_child (widget, self->check, snapshot);
}

/**
 * lanyard_item_row_get_text_start:
 * @self: a row
 *
 * Gets where its text begins, for what stands below it.
 *
 * Returns: pixels from the side at which one begins to read
 */
int
lanyard_item_row_get_text_start (LanyardItemRow *self)
{
  g_return_val_if_fail (LANYARD_IS_ITEM_ROW (self), 0);

  return PADDING + times_width (self) + BAND_WIDTH + SPACING;
}
