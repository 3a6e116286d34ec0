/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell of the grid that shows an entry of a plan, on a day that is drawn to
 * scale: what it shows comes from the entry, which may be of another conference
 * than the one that is open. Main thread. */

#include "config.h"

#include "../widgets/lanyard-session-color.h"
#include "lanyard-grid-cell-private.h"
#include "model/lanyard-own-entry.h"

/**
 * lanyard_grid_cell_new_entry:
 * @day: what it will lie on, and in whose style its text is drawn; outlives it
 *
 * Makes an empty cell for an entry of a plan.
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
lanyard_grid_cell_new_entry (GtkWidget *day)
{
  LanyardGridCell *self = g_object_new (LANYARD_TYPE_GRID_CELL, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

  lanyard_grid_cell_set_styled (self, day);
  return GTK_WIDGET (self);
}

/* What somebody adds themselves has no session that would give it a colour. */
static GdkRGBA
get_entry_color (LanyardPlanEntry *entry)
{
  if (LANYARD_IS_OWN_ENTRY (entry->item))
    return (GdkRGBA) { 0.36f, 0.46f, 0.58f, 1 };
  return lanyard_session_get_color (lanyard_item_get_session (entry->item));
}

/**
 * lanyard_grid_cell_bind_entry:
 * @self: a cell for entries
 * @open: the conference whose zone and time count
 * @entry: an entry of a plan, of this or of another conference
 * @label: what a screen reader says of it
 *
 * Shows an entry of a plan.
 */
void
lanyard_grid_cell_bind_entry (LanyardGridCell       *self,
                              LanyardOpenConference *open,
                              LanyardPlanEntry      *entry,
                              const char            *label)
{
  g_return_if_fail (LANYARD_IS_GRID_CELL (self));

  g_set_object (&self->open, open);
  g_set_object (&self->item, entry->item);
  lanyard_plan_entry_ref (entry);
  g_clear_pointer (&self->entry, lanyard_plan_entry_unref);
  self->entry = entry;
  g_set_str (&self->label, label);
  self->color = get_entry_color (entry);
  lanyard_grid_cell_show_text (self);
  lanyard_grid_cell_refresh (self);
}

/**
 * lanyard_grid_cell_get_entry:
 * @self: a cell
 *
 * Gets which entry of a plan it shows.
 *
 * Returns: (transfer none) (nullable): the entry, %NULL of another cell
 */
LanyardPlanEntry *
lanyard_grid_cell_get_entry (LanyardGridCell *self)
{
  g_return_val_if_fail (LANYARD_IS_GRID_CELL (self), NULL);

  return self->entry;
}
