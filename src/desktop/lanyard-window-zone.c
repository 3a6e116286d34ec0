/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which zones the window shows times: the actions that choose them, and
 * what returns at the next start. The actions are properties of the window, so
 * that menus can show which choice is made. Main thread. */

#include "config.h"

#include "lanyard-window-private.h"
#include "zone/lanyard-recent-zones.h"
#include "zone/lanyard-zone-dialog.h"

typedef enum
{
  PROP_ZONE = 1,
  PROP_BOTH_ZONES,
} LanyardWindowZoneProperty;

static const char *
name_of_choice (LanyardZoneChoice choice)
{
  switch (choice)
    {
    case LANYARD_ZONE_LOCAL: return "local";
    case LANYARD_ZONE_CONFERENCE: return "conference";
    case LANYARD_ZONE_OTHER: return "other";
    default: g_return_val_if_reached ("local");
    }
}

/* A menu's target: "local", "conference" or a zone's id. */
static const char *
get_zone_name (LanyardWindow *self)
{
  LanyardZoneChoice choice = lanyard_open_conference_get_zone_choice (self->open);

  if (choice == LANYARD_ZONE_OTHER)
    return lanyard_zone_get_id (lanyard_open_conference_get_zone (self->open));
  return name_of_choice (choice);
}

static void
set_zone_name (LanyardWindow *self,
               const char    *name)
{
  g_autoptr (LanyardZone) zone = NULL;

  if (g_strcmp0 (name, "local") == 0)
    lanyard_open_conference_set_zone_choice (self->open, LANYARD_ZONE_LOCAL, NULL);
  else if (g_strcmp0 (name, "conference") == 0)
    lanyard_open_conference_set_zone_choice (self->open, LANYARD_ZONE_CONFERENCE, NULL);
  else if (name != NULL && (zone = lanyard_zone_new (name)) != NULL)
    {
      lanyard_recent_zones_add (self->settings, lanyard_zone_get_id (zone));
      lanyard_open_conference_set_zone_choice (self->open, LANYARD_ZONE_OTHER, zone);
    }
}

static void
get_property (GObject    *object,
              guint       property_id,
              GValue     *value,
              GParamSpec *pspec)
{
  LanyardWindow *self = LANYARD_WINDOW (object);

  switch ((LanyardWindowZoneProperty) property_id)
    {
    case PROP_ZONE:
      g_value_set_string (value, self->open != NULL ? get_zone_name (self) : "local");
      break;
    case PROP_BOTH_ZONES:
      g_value_set_boolean (value, self->open != NULL && lanyard_open_conference_get_shows_both (self->open));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
set_property (GObject      *object,
              guint         property_id,
              const GValue *value,
              GParamSpec   *pspec)
{
  LanyardWindow *self = LANYARD_WINDOW (object);

  switch ((LanyardWindowZoneProperty) property_id)
    {
    case PROP_ZONE:
      set_zone_name (self, g_value_get_string (value));
      break;
    case PROP_BOTH_ZONES:
      lanyard_open_conference_set_shows_both (self->open, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
zone_chosen_cb (LanyardWindow *self,
                LanyardZone   *zone)
{
  g_assert (LANYARD_IS_WINDOW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.zone", "s", lanyard_zone_get_id (zone));
}

static void
choose_zone_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  AdwDialog *dialog = lanyard_zone_dialog_new (self->settings, lanyard_open_conference_get_now (self->open));

  g_signal_connect_object (dialog, "zone-chosen", G_CALLBACK (zone_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
zone_changed_cb (LanyardWindow *self)
{
  LanyardZoneChoice choice = lanyard_open_conference_get_zone_choice (self->open);

  g_settings_set_string (self->settings, "zone-choice", name_of_choice (choice));
  if (choice == LANYARD_ZONE_OTHER)
    g_settings_set_string (self->settings, "other-zone",
                           lanyard_zone_get_id (lanyard_open_conference_get_zone (self->open)));
  g_settings_set_boolean (self->settings, "both-zones", lanyard_open_conference_get_shows_both (self->open));
  g_object_notify (G_OBJECT (self), "zone");
  g_object_notify (G_OBJECT (self), "both-zones");
  lanyard_window_update_actions (self);
}

static void
restore_zone (LanyardWindow *self)
{
  g_autofree char *choice = g_settings_get_string (self->settings, "zone-choice");
  g_autofree char *other = g_settings_get_string (self->settings, "other-zone");
  g_autoptr (LanyardZone) zone = *other != '\0' ? lanyard_zone_new (other) : NULL;

  if (g_str_equal (choice, "conference"))
    lanyard_open_conference_set_zone_choice (self->open, LANYARD_ZONE_CONFERENCE, zone);
  else if (g_str_equal (choice, "other") && zone != NULL)
    lanyard_open_conference_set_zone_choice (self->open, LANYARD_ZONE_OTHER, zone);
  lanyard_open_conference_set_shows_both (self->open, g_settings_get_boolean (self->settings, "both-zones"));
}

/* Private: "win.zone" takes "local", "conference" or a zone's id,
 * "win.both-zones" turns itself over, "win.choose-zone" opens the dialog. */
void
lanyard_window_install_zone_actions (GtkWidgetClass *widget_class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (widget_class);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  g_object_class_install_property (object_class, PROP_ZONE, g_param_spec_string ("zone", NULL, NULL, "local", flags));
  g_object_class_install_property (object_class, PROP_BOTH_ZONES,
                                   g_param_spec_boolean ("both-zones", NULL, NULL, FALSE, flags));

  gtk_widget_class_install_property_action (widget_class, "win.zone", "zone");
  gtk_widget_class_install_property_action (widget_class, "win.both-zones", "both-zones");
  gtk_widget_class_install_action (widget_class, "win.choose-zone", NULL, choose_zone_action);
}

/* Private: takes up the zones of the last time, and keeps those of this one. */
void
lanyard_window_follow_zone (LanyardWindow *self)
{
  restore_zone (self);
  g_signal_connect_object (self->open, "notify::zone", G_CALLBACK (zone_changed_cb), self, G_CONNECT_SWAPPED);
}
