/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A session's colour as a narrow upright band. Only an aid to the eye: the
 * session's name always stands beside it. */

#include "config.h"

#include "lanyard-color-band.h"
#include "lanyard-session-color.h"

#define BAND_WIDTH 4

struct _LanyardColorBand
{
  GtkWidget parent_instance;
  GdkRGBA color; /* transparent: none */
};

G_DEFINE_FINAL_TYPE (LanyardColorBand, lanyard_color_band, GTK_TYPE_WIDGET)

static void
lanyard_color_band_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? BAND_WIDTH : 0;
}

static void
lanyard_color_band_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  LanyardColorBand *self = LANYARD_COLOR_BAND (widget);
  graphene_rect_t bounds;
  GskRoundedRect rounded;

  if (gdk_rgba_is_clear (&self->color))
    return;

  graphene_rect_init (&bounds, 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  gsk_rounded_rect_init_from_rect (&rounded, &bounds, BAND_WIDTH / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &self->color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
lanyard_color_band_class_init (LanyardColorBandClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = lanyard_color_band_measure;
  widget_class->snapshot = lanyard_color_band_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lanyard_color_band_init (LanyardColorBand *self)
{
}

/**
 * lanyard_color_band_set_session:
 * @self: a band
 * @session: (nullable): a session
 *
 * Shows the colour of a session.
 */
void
lanyard_color_band_set_session (LanyardColorBand *self,
                                LanyardSession   *session)
{
  g_return_if_fail (LANYARD_IS_COLOR_BAND (self));

  self->color = lanyard_session_get_color (session);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
