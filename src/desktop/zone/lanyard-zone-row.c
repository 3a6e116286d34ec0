/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row that has a zone and asks for another one when it is pressed. Part of
 * dialogs in which times are stated; main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-recent-zones.h"
#include "lanyard-zone-dialog.h"
#include "lanyard-zone-row.h"
#include "time/lanyard-time-format.h"

struct _LanyardZoneRow
{
  AdwActionRow parent_instance;
  LanyardZone *zone; /* owned, nullable until set */
  gint64 instant;    /* UTC seconds: for summer or winter time */
  gint64 now;        /* UTC seconds */
};

enum
{
  SIGNAL_ZONE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardZoneRow, lanyard_zone_row, ADW_TYPE_ACTION_ROW)

static void
zone_chosen_cb (LanyardZoneRow *self,
                LanyardZone    *zone)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  g_assert (LANYARD_IS_ZONE_ROW (self));

  lanyard_recent_zones_add (settings, lanyard_zone_get_id (zone));
  lanyard_zone_row_set_zone (self, zone, self->instant, self->now);
  g_signal_emit (self, signals[SIGNAL_ZONE_CHOSEN], 0, zone);
}

static void
lanyard_zone_row_activate (AdwActionRow *row)
{
  LanyardZoneRow *self = LANYARD_ZONE_ROW (row);
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  AdwDialog *dialog = lanyard_zone_dialog_new (settings, self->now);

  g_signal_connect_object (dialog, "zone-chosen", G_CALLBACK (zone_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
lanyard_zone_row_dispose (GObject *object)
{
  LanyardZoneRow *self = LANYARD_ZONE_ROW (object);

  g_clear_pointer (&self->zone, lanyard_zone_unref);

  G_OBJECT_CLASS (lanyard_zone_row_parent_class)->dispose (object);
}

static void
lanyard_zone_row_class_init (LanyardZoneRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_zone_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = lanyard_zone_row_activate;

  /**
   * LanyardZoneRow::zone-chosen:
   * @self: the row, which has it
   * @zone: the zone
   *
   * Somebody chose another zone.
   */
  signals[SIGNAL_ZONE_CHOSEN] = g_signal_new ("zone-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                              NULL, G_TYPE_NONE, 1, lanyard_zone_get_type ());
}

static void
lanyard_zone_row_init (LanyardZoneRow *self)
{
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Time Zone"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
}

/**
 * lanyard_zone_row_get_zone:
 * @self: a row
 *
 * Gets the zone.
 *
 * Returns: (transfer none) (nullable): it, %NULL if none was set
 */
LanyardZone *
lanyard_zone_row_get_zone (LanyardZoneRow *self)
{
  g_return_val_if_fail (LANYARD_IS_ZONE_ROW (self), NULL);

  return self->zone;
}

/**
 * lanyard_zone_row_set_zone:
 * @self: a row
 * @zone: the zone
 * @instant: UTC seconds: whether it is named for summer or winter
 * @now: what time it is, UTC seconds
 *
 * Says which zone it is so far.
 */
void
lanyard_zone_row_set_zone (LanyardZoneRow *self,
                           LanyardZone    *zone,
                           gint64          instant,
                           gint64          now)
{
  g_autofree char *name = NULL;

  g_return_if_fail (LANYARD_IS_ZONE_ROW (self));
  g_return_if_fail (zone != NULL);

  lanyard_zone_ref (zone);
  g_clear_pointer (&self->zone, lanyard_zone_unref);
  self->zone = zone;
  self->instant = instant;
  self->now = now;
  name = lanyard_format_zone (zone, instant);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), name);
}
