/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The heading above some items of a list: an hour or a day, and the same in
 * another zone. It draws its text itself and is as high with one text as with
 * another, so that the one that stays at the top of a list can change while
 * that scrolls without anything being laid out. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-drawn-text.h"
#include "lanyard-item-heading.h"
#include "lanyard-text-side.h"

#define SPACING 9
#define LEAST_WIDTH 60

struct _LanyardItemHeading
{
  GtkWidget parent_instance;
  LanyardItem *item;   /* owned, nullable until set: the first below it */
  GtkWidget *small;    /* borrowed child, never shown: has the style of small text */
  PangoLayout *text;   /* owned */
  PangoLayout *second; /* owned, empty for none */
};

G_DEFINE_FINAL_TYPE (LanyardItemHeading, lanyard_item_heading, GTK_TYPE_WIDGET)

static void
lanyard_item_heading_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  LanyardItemHeading *self = LANYARD_ITEM_HEADING (widget);
  int width;
  int height;
  int second_width;

  pango_layout_get_pixel_size (self->text, &width, &height);
  pango_layout_get_pixel_size (self->second, &second_width, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = MAX (LEAST_WIDTH, width + SPACING + second_width);
    }
  else
    *minimum = *natural = height;
}

static void
draw (GtkWidget   *styled,
      GtkSnapshot *snapshot,
      PangoLayout *layout,
      float        x,
      float        y)
{
  GdkRGBA color;

  gtk_widget_get_color (styled, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
lanyard_item_heading_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  LanyardItemHeading *self = LANYARD_ITEM_HEADING (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  float baseline = (float) (pango_layout_get_baseline (self->text) - pango_layout_get_baseline (self->second)) / PANGO_SCALE;
  int text_width;

  pango_layout_get_pixel_size (self->text, &text_width, NULL);
  pango_layout_set_width (self->second, MAX (width - text_width - SPACING, 0) * PANGO_SCALE);
  draw (widget, snapshot, self->text, rtl ? width - text_width : 0, 0);
  if (*pango_layout_get_text (self->second) != '\0')
    draw (self->small, snapshot, self->second, rtl ? 0 : text_width + SPACING, baseline);
}

static void
lanyard_item_heading_root (GtkWidget *widget)
{
  LanyardItemHeading *self = LANYARD_ITEM_HEADING (widget);

  GTK_WIDGET_CLASS (lanyard_item_heading_parent_class)->root (widget);
  lanyard_drawn_text_renew (&self->text, widget);
  lanyard_drawn_text_renew (&self->second, self->small);
}

static void
lanyard_item_heading_dispose (GObject *object)
{
  LanyardItemHeading *self = LANYARD_ITEM_HEADING (object);

  g_clear_pointer (&self->small, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_object (&self->text);
  g_clear_object (&self->second);

  G_OBJECT_CLASS (lanyard_item_heading_parent_class)->dispose (object);
}

static void
lanyard_item_heading_class_init (LanyardItemHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_item_heading_dispose;
  widget_class->measure = lanyard_item_heading_measure;
  widget_class->root = lanyard_item_heading_root;
  widget_class->snapshot = lanyard_item_heading_snapshot;
  gtk_widget_class_set_css_name (widget_class, "itemheading");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_HEADING);
}

static PangoLayout *
make_layout (GtkWidget *styled)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (styled, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
lanyard_item_heading_init (LanyardItemHeading *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "heading");
  self->small = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->small, "caption");
  gtk_widget_add_css_class (self->small, "item-heading-second");
  gtk_widget_set_visible (self->small, FALSE);
  gtk_widget_set_parent (self->small, GTK_WIDGET (self));
  self->text = make_layout (GTK_WIDGET (self));
  self->second = make_layout (self->small);
}

/**
 * lanyard_item_heading_new:
 *
 * Makes a heading without text.
 *
 * Returns: (transfer floating): a heading
 */
GtkWidget *
lanyard_item_heading_new (void)
{
  return g_object_new (LANYARD_TYPE_ITEM_HEADING, NULL);
}

/**
 * lanyard_item_heading_set:
 * @self: a heading
 * @item: the first item below it
 * @text: what it says
 * @second: (nullable): what it says beside that, smaller
 *
 * Says what it is the heading of.
 */
void
lanyard_item_heading_set (LanyardItemHeading *self,
                          LanyardItem        *item,
                          const char         *text,
                          const char         *second)
{
  g_autofree char *name = NULL;

  g_return_if_fail (LANYARD_IS_ITEM_HEADING (self));
  g_return_if_fail (text != NULL);

  g_set_object (&self->item, item);
  pango_layout_set_text (self->text, text, -1);
  pango_layout_set_text (self->second, second != NULL ? second : "", -1);
  lanyard_text_side_align (self->second, gtk_widget_get_direction (GTK_WIDGET (self)));
  /* Translators: a day or a time, then the same in another zone: what a screen reader says */
  name = second != NULL ? g_strdup_printf (C_("list of facts", "%1$s, %2$s"), text, second) : g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lanyard_item_heading_get_item:
 * @self: a heading
 *
 * Gets the first item below it.
 *
 * Returns: (transfer none) (nullable): the item
 */
LanyardItem *
lanyard_item_heading_get_item (LanyardItemHeading *self)
{
  g_return_val_if_fail (LANYARD_IS_ITEM_HEADING (self), NULL);

  return self->item;
}
