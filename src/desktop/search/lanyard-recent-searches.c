/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was searched for lately and led somewhere, the last first: kept in the
 * settings, shown by the search page while nothing is typed. Main thread. */

#include "config.h"

#include "lanyard-recent-searches.h"

#define MAX_RECENT 8
#define KEY "recent-searches"

/**
 * lanyard_recent_searches_add:
 * @words: what was searched for
 *
 * Remembers a search.
 */
void
lanyard_recent_searches_add (const char *words)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_auto (GStrv) before = g_settings_get_strv (settings, KEY);
  const char *after[MAX_RECENT + 1] = { words };
  guint n_after = 1;

  g_return_if_fail (words != NULL);

  for (guint i = 0; before[i] != NULL && n_after < MAX_RECENT; i++)
    if (!g_str_equal (before[i], words))
      after[n_after++] = before[i];
  g_settings_set_strv (settings, KEY, after);
}

/**
 * lanyard_recent_searches_clear:
 *
 * Forgets all searches.
 */
void
lanyard_recent_searches_clear (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  g_settings_reset (settings, KEY);
}

/**
 * lanyard_recent_searches_show:
 * @list: where to show them
 *
 * Fills a list with rows that can be activated.
 *
 * Returns: whether there is any
 */
gboolean
lanyard_recent_searches_show (GtkListBox *list)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_auto (GStrv) words = g_settings_get_strv (settings, KEY);

  g_return_val_if_fail (GTK_IS_LIST_BOX (list), FALSE);

  gtk_list_box_remove_all (list);
  for (guint i = 0; words[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words[i]);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("document-open-recent-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_list_box_append (list, row);
    }
  return words[0] != NULL;
}

/**
 * lanyard_recent_searches_of_row:
 * @row: a row of the list
 *
 * Gets what was searched for.
 *
 * Returns: (transfer none): the words
 */
const char *
lanyard_recent_searches_of_row (GtkListBoxRow *row)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
}
