/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Headings of groups that are sentences. The library cuts a heading off where
 * there is no room for it, and there is none for a sentence in a narrow window,
 * nor in languages with long words. Main thread. */

#include "config.h"

#include "lanyard-wrapped-heading.h"

/* What is in the rows of the group is not looked at. */
static GtkLabel *
find_heading (GtkWidget  *widget,
              const char *title)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), title))
    return GTK_LABEL (widget);
  for (GtkWidget *child = GTK_IS_LIST_BOX (widget) ? NULL : gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *found = find_heading (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * lanyard_wrapped_heading_make:
 * @group: a group that has a title
 *
 * Has the title of a group go on in another line instead of being cut off.
 */
void
lanyard_wrapped_heading_make (AdwPreferencesGroup *group)
{
  GtkLabel *heading;

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  heading = find_heading (GTK_WIDGET (group), adw_preferences_group_get_title (group));
  if (heading == NULL)
    return;
  gtk_label_set_ellipsize (heading, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (heading, TRUE);
  gtk_label_set_wrap_mode (heading, PANGO_WRAP_WORD_CHAR);
}
