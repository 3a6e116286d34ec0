/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names the zone of the times on a page, and lets another be chosen: the menu
 * says how the zones differ and holds the choices, its widgets are made when it
 * is opened. Where there is little room the zone's short name is seen. On every page that shows times: put it into the page's template
 * and call lanyard_zone_button_set_open() once. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../zone/lanyard-recent-zones.h"
#include "../zone/lanyard-zone-phrases.h"
#include "lanyard-shorter-label.h"
#include "lanyard-zone-button.h"

struct _LanyardZoneButton
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  gboolean compact;

  GtkMenuButton *button;
  LanyardShorterLabel *label;
};

typedef enum
{
  PROP_COMPACT = 1,
} LanyardZoneButtonProperty;

static GParamSpec *properties[PROP_COMPACT + 1];

G_DEFINE_FINAL_TYPE (LanyardZoneButton, lanyard_zone_button, ADW_TYPE_BIN)

static void
show_zone (LanyardZoneButton *self)
{
  g_autofree char *name = lanyard_phrase_zone (self->open, lanyard_open_conference_get_zone (self->open));
  g_autofree char *difference = lanyard_phrase_zone_difference (self->open);

  g_autofree char *short_name = lanyard_phrase_zone_shortly (self->open, lanyard_open_conference_get_zone (self->open));

  lanyard_shorter_label_set_texts (self->label, self->compact ? short_name : name, short_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), difference != NULL ? difference : _("Change the Time Zone"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, difference != NULL ? difference : "",
                                  -1);
}

static void
append_zone (GMenu      *menu,
             const char *label,
             const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

  g_menu_item_set_label (item, label);
  g_menu_item_set_action_and_target (item, "win.zone", "s", target);
  g_menu_append_item (menu, item);
}

static GMenu *
make_main_section (LanyardOpenConference *open)
{
  GMenu *section = g_menu_new ();
  LanyardZone *own_zone = lanyard_open_conference_get_own_zone (open);
  g_autofree char *here = lanyard_phrase_zone (open, lanyard_open_conference_get_local_zone (open));
  g_autofree char *there = own_zone != NULL ? lanyard_phrase_zone (open, own_zone) : NULL;
  g_autofree char *yours = NULL;
  g_autofree char *theirs = NULL;

  /* Translators: a choice of a zone; %s is the zone of this computer, "Tokyo time (JST)" */
  yours = g_strdup_printf (_("Yours: %s"), here);
  append_zone (section, yours, "local");
  if (there == NULL)
    return section;
  /* Translators: a choice of a zone; %s is the zone of the conference, "Prague time (CEST)" */
  theirs = g_strdup_printf (_("The Conference’s: %s"), there);
  append_zone (section, theirs, "conference");
  return section;
}

static GMenu *
make_other_section (LanyardOpenConference *open)
{
  GMenu *section = g_menu_new ();
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_auto (GStrv) ids = lanyard_recent_zones_list (settings);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (LanyardZone) zone = lanyard_zone_new (ids[i]);
      g_autofree char *name = zone != NULL ? lanyard_phrase_zone (open, zone) : NULL;

      if (name != NULL)
        append_zone (section, name, ids[i]);
    }
  g_menu_append (section, _("_Other Zone…"), "win.choose-zone");
  return section;
}

/* Made anew each time, because the laptop travels and choices are added. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  LanyardZoneButton *self = LANYARD_ZONE_BUTTON (user_data);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) main_section = make_main_section (self->open);
  g_autoptr (GMenu) other_section = make_other_section (self->open);
  g_autoptr (GMenu) both_section = g_menu_new ();
  g_autofree char *difference = lanyard_phrase_zone_difference (self->open);

  g_menu_append (both_section, _("Show _Both Times"), "win.both-zones");
  g_menu_append_section (menu, difference, G_MENU_MODEL (main_section));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (other_section));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (both_section));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
set_compact (LanyardZoneButton *self,
             gboolean           compact)
{
  if (self->compact == compact)
    return;
  self->compact = compact;
  if (self->open != NULL)
    show_zone (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

static void
lanyard_zone_button_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((LanyardZoneButtonProperty) property_id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, LANYARD_ZONE_BUTTON (object)->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_zone_button_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch ((LanyardZoneButtonProperty) property_id)
    {
    case PROP_COMPACT:
      set_compact (LANYARD_ZONE_BUTTON (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
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
  G_OBJECT_CLASS (klass)->get_property = lanyard_zone_button_get_property;
  G_OBJECT_CLASS (klass)->set_property = lanyard_zone_button_set_property;

  /* Whether the zone's short name is seen even if there is room for the other, because that
   * is better left to what is beside it. */
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);

  g_type_ensure (LANYARD_TYPE_SHORTER_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/widgets/lanyard-zone-button.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardZoneButton, button);
  gtk_widget_class_bind_template_child (widget_class, LanyardZoneButton, label);
}

static void
lanyard_zone_button_init (LanyardZoneButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  gtk_menu_button_set_create_popup_func (self->button, create_popup_cb, self, NULL);
  show_zone (self);
}
