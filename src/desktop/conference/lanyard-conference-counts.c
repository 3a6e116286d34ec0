/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much of everything a programme has, each a way to the page that lists
 * it. What there is none of is left out. Called by the conference's page; main
 * thread. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "lanyard-conference-counts.h"
#include "plan/lanyard-people.h"

/* Without a page the number stands for itself. */
static void
add_count (GtkListBox *list,
           const char *title,
           guint       count,
           const char *page)
{
  g_autofree char *text = g_strdup_printf ("%u", count);
  GtkWidget *row;
  GtkWidget *label;

  if (count == 0)
    return;
  row = adw_action_row_new ();
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
  if (page != NULL)
    {
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

      gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.page");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", page);
    }
  gtk_list_box_append (list, row);
}

static guint
count_unscheduled (GPtrArray *talks)
{
  guint n_unscheduled = 0;

  for (guint i = 0; i < talks->len; i++)
    if (!lanyard_item_is_scheduled (g_ptr_array_index (talks, i)))
      n_unscheduled++;
  return n_unscheduled;
}

static guint
count_cancelled (GPtrArray *talks)
{
  guint n_cancelled = 0;

  for (guint i = 0; i < talks->len; i++)
    if (lanyard_item_is_cancelled (g_ptr_array_index (talks, i)))
      n_cancelled++;
  return n_cancelled;
}

/**
 * lanyard_conference_counts_show:
 * @list: where to put the rows, instead of those that are there
 * @open: a conference that is loaded
 *
 * Counts what the programme has.
 */
void
lanyard_conference_counts_show (GtkListBox            *list,
                                LanyardOpenConference *open)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (open);
  g_autoptr (GPtrArray) rooms = NULL;
  GPtrArray *talks;

  g_return_if_fail (GTK_IS_LIST_BOX (list));
  g_return_if_fail (programme != NULL);

  talks = lanyard_programme_get_talks (programme);
  rooms = lanyard_programme_dup_rooms (programme);
  gtk_list_box_remove_all (list);
  add_count (list, _("Talks"), talks->len - count_cancelled (talks), "schedule");
  add_count (list, lanyard_phrase_sessions (programme), lanyard_programme_get_sessions (programme)->len, "sessions");
  add_count (list, _("Breaks"), lanyard_programme_get_breaks (programme)->len, NULL);
  add_count (list, _("Speakers"), lanyard_people_get_profiles (lanyard_people_get (programme))->len, "speakers");
  add_count (list, _("Rooms"), rooms->len, "rooms");
  add_count (list, _("Stars in My Plan"), lanyard_plan_get_n_picks (lanyard_open_conference_get_plan (open)), "plan");
  add_count (list, _("Talks without a Time"), count_unscheduled (talks), NULL);
  add_count (list, _("Cancelled, but Starred"), count_cancelled (talks), NULL);
  add_count (list, _("Entries That Could Not Be Read"), lanyard_programme_get_n_skipped (programme), NULL);
}
