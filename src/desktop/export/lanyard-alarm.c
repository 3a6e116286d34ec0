/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long before an entry a calendar is to call: a row to choose it in, tied
 * to the setting. Preferences and the dialog for exporting have it. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "export/lanyard-ical.h"
#include "lanyard-alarm.h"

static const int minutes[] = { LANYARD_ICAL_NO_ALARM, 0, 5, 10, 15, 30, 60 };

static char *
dup_name (int alarm)
{
  if (alarm == LANYARD_ICAL_NO_ALARM)
    return g_strdup (_("None"));
  if (alarm == 0)
    return g_strdup (_("When It Begins"));
  return g_strdup_printf (ngettext ("%d Minute Before", "%d Minutes Before", (gulong) alarm), alarm);
}

static gboolean
alarm_to_position (GValue   *value,
                   GVariant *variant,
                   gpointer  user_data)
{
  int alarm = g_variant_get_int32 (variant);
  guint position = 0;

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    if (ABS (minutes[i] - alarm) < ABS (minutes[position] - alarm))
      position = i;
  g_value_set_uint (value, position);
  return TRUE;
}

static GVariant *
position_to_alarm (const GValue       *value,
                   const GVariantType *type,
                   gpointer            user_data)
{
  guint position = MIN (g_value_get_uint (value), G_N_ELEMENTS (minutes) - 1);

  return g_variant_new_int32 (minutes[position]);
}

/**
 * lanyard_alarm_bind:
 * @row: an empty row
 * @settings: the program's settings
 *
 * Lets a row choose the reminder of calendars.
 */
void
lanyard_alarm_bind (AdwComboRow *row,
                    GSettings   *settings)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  g_return_if_fail (G_IS_SETTINGS (settings));

  for (gsize i = 0; i < G_N_ELEMENTS (minutes); i++)
    gtk_string_list_take (names, dup_name (minutes[i]));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  g_settings_bind_with_mapping (settings, "calendar-alarm", row, "selected", G_SETTINGS_BIND_DEFAULT,
                                alarm_to_position, position_to_alarm, NULL, NULL);
}
