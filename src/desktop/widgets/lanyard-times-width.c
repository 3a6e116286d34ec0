/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How wide a column of times must be where they differ, which they do on a
 * clock of 12 hours: "9:00 AM", "10:00 PM". All of a column would otherwise be
 * as wide as its own, and what is beside it would stand in no line. Used by
 * rows and by the axes of days. Main thread. */

#include "config.h"

#include "lanyard-times-width.h"
#include "time/lanyard-time-format.h"

/* One of each half of the day, with all the digits that an hour can have. */
static int
measure (GtkWidget *widget)
{
  static const gint64 hours[] = { 10, 22 };
  g_autoptr (LanyardZone) zone = lanyard_zone_new_utc ();
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int widest = 0;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  for (gsize i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      g_autofree char *text = lanyard_format_time (zone, hours[i] * 60 * 60);
      int width;

      pango_layout_set_text (layout, text, -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest;
}

/**
 * lanyard_times_width_get:
 * @self: what is remembered
 * @widget: whose text the times are like, but bold
 *
 * Measures what room any time of day takes, if that is not known for the
 * widget's present text.
 *
 * Returns: pixels; 0 where all times are equally wide
 */
int
lanyard_times_width_get (LanyardTimesWidth *self,
                         GtkWidget         *widget)
{
  guint serial;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  if (!lanyard_format_has_12_hours ())
    return 0;
  serial = pango_context_get_serial (gtk_widget_get_pango_context (widget));
  if (self->serial != serial)
    {
      self->width = measure (widget);
      self->serial = serial;
    }
  return self->width;
}
