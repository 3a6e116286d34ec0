/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a key stars: whatever has the focus, be it a row of any list, a cell of
 * the grid, or something on a page that is about one talk or session. The
 * window asks; a new kind of widget need only say what it shows. Main thread. */

#include "config.h"

#include "lanyard-pick-source.h"

G_DEFINE_INTERFACE (LanyardPickSource, lanyard_pick_source, GTK_TYPE_WIDGET)

static void
lanyard_pick_source_default_init (LanyardPickSourceInterface *iface)
{
}

/* The star in a row. */
static LanyardPickSource *
find_inside (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (LANYARD_IS_PICK_SOURCE (widget))
    return LANYARD_PICK_SOURCE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      LanyardPickSource *found = find_inside (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What lists of both kinds wrap their rows in goes by this name in CSS. */
static gboolean
is_row (GtkWidget *widget)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "row");
}

/**
 * lanyard_pick_source_dup_pickable:
 * @self: a widget
 *
 * Gets what it shows.
 *
 * Returns: (transfer full) (nullable): what can be starred
 */
LanyardPickable *
lanyard_pick_source_dup_pickable (LanyardPickSource *self)
{
  g_return_val_if_fail (LANYARD_IS_PICK_SOURCE (self), NULL);

  return LANYARD_PICK_SOURCE_GET_IFACE (self)->dup_pickable (self);
}

static LanyardPickSource *
source_of (GtkWidget *widget)
{
  if (LANYARD_IS_PICK_SOURCE (widget))
    return LANYARD_PICK_SOURCE (widget);
  return is_row (widget) ? find_inside (widget) : NULL;
}

/**
 * lanyard_pick_source_find:
 * @focus: (nullable): what has the focus
 *
 * Finds what a key is about: the row, the cell or else the page with the focus.
 *
 * Returns: (transfer none) (nullable): a widget that says what it shows, which
 *   may be nothing that can be starred
 */
LanyardPickSource *
lanyard_pick_source_find (GtkWidget *focus)
{
  LanyardPickSource *source = NULL;

  for (GtkWidget *widget = focus; widget != NULL && source == NULL; widget = gtk_widget_get_parent (widget))
    source = source_of (widget);
  return source;
}

/**
 * lanyard_pick_source_dup_of:
 * @widget: any widget
 *
 * Gets what a widget itself shows: a row, what its star stands for.
 *
 * Returns: (transfer full) (nullable): what can be starred
 */
LanyardPickable *
lanyard_pick_source_dup_of (GtkWidget *widget)
{
  LanyardPickSource *source;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  source = source_of (widget);
  return source != NULL ? lanyard_pick_source_dup_pickable (source) : NULL;
}

/**
 * lanyard_pick_source_dup_at:
 * @focus: (nullable): what has the focus
 *
 * Gets what is starred by a key there.
 *
 * Returns: (transfer full) (nullable): what can be starred
 */
LanyardPickable *
lanyard_pick_source_dup_at (GtkWidget *focus)
{
  LanyardPickSource *source = lanyard_pick_source_find (focus);

  return source != NULL ? lanyard_pick_source_dup_pickable (source) : NULL;
}
