/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A QR code as a widget: always black on white, for readers want it so, also
 * where everything else is dark. The dialog for sharing has one. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "export/lanyard-qr.h"
#include "lanyard-qr-view.h"

/* So that a phone reads it from where somebody holds it. */
#define SIDE 272

struct _LanyardQrView
{
  GtkWidget parent_instance;
  LanyardQr *code; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (LanyardQrView, lanyard_qr_view, GTK_TYPE_WIDGET)

static void
lanyard_qr_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = SIDE;
}

/* On whole pixels, for what is blurred is hard to read. */
static void
lanyard_qr_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  LanyardQrView *self = LANYARD_QR_VIEW (widget);
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA black = { 0, 0, 0, 1 };
  int side = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  guint width;
  int module, rest;

  if (self->code == NULL)
    return;
  width = lanyard_qr_get_width (self->code);
  module = MAX (side / (int) (width + 2 * LANYARD_QR_MARGIN), 1);
  rest = (side - module * (int) width) / 2;
  gtk_snapshot_append_color (snapshot, &white, &GRAPHENE_RECT_INIT (0, 0, (float) side, (float) side));
  for (guint y = 0; y < width; y++)
    for (guint x = 0; x < width; x++)
      if (lanyard_qr_is_dark (self->code, x, y))
        gtk_snapshot_append_color (snapshot, &black,
                                   &GRAPHENE_RECT_INIT ((float) (rest + module * (int) x), (float) (rest + module * (int) y),
                                                        (float) module, (float) module));
}

static void
lanyard_qr_view_finalize (GObject *object)
{
  LanyardQrView *self = LANYARD_QR_VIEW (object);

  g_clear_pointer (&self->code, lanyard_qr_free);

  G_OBJECT_CLASS (lanyard_qr_view_parent_class)->finalize (object);
}

static void
lanyard_qr_view_class_init (LanyardQrViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lanyard_qr_view_finalize;
  widget_class->measure = lanyard_qr_view_measure;
  widget_class->snapshot = lanyard_qr_view_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lanyard_qr_view_init (LanyardQrView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("QR Code of the Link"), -1);
}

/**
 * lanyard_qr_view_set_text:
 * @self: a view
 * @text: what the code says
 *
 * Shows a text as a code.
 *
 * Returns: %FALSE if it is too long for one
 */
gboolean
lanyard_qr_view_set_text (LanyardQrView *self,
                          const char    *text)
{
  g_return_val_if_fail (LANYARD_IS_QR_VIEW (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  g_clear_pointer (&self->code, lanyard_qr_free);
  self->code = lanyard_qr_new (text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return self->code != NULL;
}
