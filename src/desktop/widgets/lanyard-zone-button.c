/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names the zone of the times on a page, and lets another be chosen. On every
 * page that shows times. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-lazy-menu.h"
#include "lanyard-zone-button.h"
#include "time/lanyard-time-format.h"

struct _LanyardZoneButton
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */

  GtkMenuButton *button;
  GtkLabel *label;
  GMenuModel *menu;
};

G_DEFINE_FINAL_TYPE (LanyardZoneButton, lanyard_zone_button, ADW_TYPE_BIN)

/* The abbreviation changes with the season: that of the conference counts. */
static gint64
instant_of (LanyardOpenConference *open)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (open);
  gint64 start = LANYARD_NO_TIME;

  if (programme != NULL)
    start = lanyard_conference_get_fields (lanyard_programme_get_conference (programme))->start;
  return start != LANYARD_NO_TIME ? start : lanyard_open_conference_get_now (open);
}

static void
show_zone (LanyardZoneButton *self)
{
  gint64 instant = instant_of (self->open);
  LanyardZone *zone = lanyard_open_conference_get_zone (self->open);
  LanyardZone *second = lanyard_open_conference_get_second_zone (self->open);
  g_autofree char *name = lanyard_format_zone (zone, instant);
  g_autofree char *difference = NULL;

  if (second != NULL)
    difference = lanyard_format_zone_difference (zone, second, instant);
  gtk_label_set_label (self->label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), difference != NULL ? difference : _("Change the Time Zone"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, difference != NULL ? difference : "",
                                  -1);
}

static void
lanyard_zone_button_dispose (GObject *object)
{
  LanyardZoneButton *self = LANYARD_ZONE_BUTTON (object);

  g_clear_object (&self->open);
  /* The template would take the child away without the bin's knowing. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ZONE_BUTTON);

  G_OBJECT_CLASS (lanyard_zone_button_parent_class)->dispose (object);
}

static void
lanyard_zone_button_class_init (LanyardZoneButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_zone_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/widgets/lanyard-zone-button.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardZoneButton, button);
  gtk_widget_class_bind_template_child (widget_class, LanyardZoneButton, label);
  gtk_widget_class_bind_template_child (widget_class, LanyardZoneButton, menu);
}

static void
lanyard_zone_button_init (LanyardZoneButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_lazy_menu_set (self->button, self->menu);
}

/**
 * lanyard_zone_button_set_open:
 * @self: a button
 * @open: the conference whose zone it names
 *
 * Says what it is for; once.
 */
void
lanyard_zone_button_set_open (LanyardZoneButton     *self,
                              LanyardOpenConference *open)
{
  g_return_if_fail (LANYARD_IS_ZONE_BUTTON (self));
  g_return_if_fail (self->open == NULL);

  self->open = g_object_ref (open);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (show_zone), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (show_zone), self, G_CONNECT_SWAPPED);
  show_zone (self);
}
