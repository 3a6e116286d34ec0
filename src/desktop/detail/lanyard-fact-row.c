/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row that says one thing about an item, and may lead to it. */

#include "config.h"

#include "../widgets/lanyard-text-side.h"
#include "lanyard-fact-row.h"

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  lanyard_text_side_follow (row);
  return row;
}

/**
 * lanyard_fact_row_new:
 * @icon_name: an icon
 * @title: what it is
 * @subtitle: (nullable): more about it
 *
 * Makes a row for a boxed list.
 *
 * Returns: (transfer floating): an #AdwActionRow
 */
GtkWidget *
lanyard_fact_row_new (const char *icon_name,
                      const char *title,
                      const char *subtitle)
{
  GtkWidget *row = make_row (title, subtitle);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return row;
}

/**
 * lanyard_fact_row_new_property:
 * @title: what is said
 * @value: how it is
 *
 * Makes a row whose value stands out, and can be copied.
 *
 * Returns: (transfer floating): an #AdwActionRow
 */
GtkWidget *
lanyard_fact_row_new_property (const char *title,
                               const char *value)
{
  GtkWidget *row = make_row (title, value);

  gtk_widget_add_css_class (row, "property");
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

/**
 * lanyard_fact_row_set_action:
 * @row: an #AdwActionRow
 * @action_name: what the row does
 * @target: with what; a floating one is taken
 *
 * Has a row lead on when it is activated, and shows that it does.
 */
void
lanyard_fact_row_set_action (GtkWidget  *row,
                             const char *action_name,
                             GVariant   *target)
{
  GtkWidget *arrow;

  g_return_if_fail (ADW_IS_ACTION_ROW (row));

  arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action_name);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
}
