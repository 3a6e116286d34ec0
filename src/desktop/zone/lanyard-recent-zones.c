/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The zones that were chosen by name, the last one first: few, so that a menu
 * can offer them. The window adds to them, menu and dialog show them. Main
 * thread. */

#include "config.h"

#include "lanyard-recent-zones.h"

#define MAX_RECENT 4

/**
 * lanyard_recent_zones_list:
 * @settings: the program's settings
 *
 * Lists the zones that were chosen by name.
 *
 * Returns: (transfer full): ids, the last one first
 */
char **
lanyard_recent_zones_list (GSettings *settings)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  return g_settings_get_strv (settings, "recent-zones");
}

/**
 * lanyard_recent_zones_add:
 * @settings: the program's settings
 * @id: a zone's id
 *
 * Remembers that a zone was chosen.
 */
void
lanyard_recent_zones_add (GSettings  *settings,
                          const char *id)
{
  g_auto (GStrv) before = NULL;
  const char *after[MAX_RECENT + 1] = { id };
  guint n_after = 1;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (id != NULL);

  before = lanyard_recent_zones_list (settings);
  for (guint i = 0; before[i] != NULL && n_after < MAX_RECENT; i++)
    if (!g_str_equal (before[i], id))
      after[n_after++] = before[i];
  g_settings_set_strv (settings, "recent-zones", after);
}
