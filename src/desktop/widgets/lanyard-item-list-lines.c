/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which lines stand between the items of a list: who has the list is asked for
 * those of an item when its row comes into sight. Main thread. */

#include "config.h"

#include "lanyard-item-list-private.h"
#include "lanyard-lined-row.h"

/* Private: a row, which can have lines if anybody makes some. */
GtkWidget *
lanyard_item_list_make_row (LanyardItemList *self)
{
  GtkWidget *child = self->make_lines != NULL ? lanyard_lined_row_new () : lanyard_item_row_new ();

  lanyard_item_row_set_selection (lanyard_item_row_find (child), self->several);
  return child;
}

/* Private: gives a row the lines of its item. */
void
lanyard_item_list_line_row (LanyardItemList *self,
                            GtkListItem     *list_item)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (self->make_lines == NULL)
    return;
  lines = self->make_lines (gtk_list_item_get_item (list_item), self->lines_data);
  lanyard_lined_row_set_lines (LANYARD_LINED_ROW (gtk_list_item_get_child (list_item)), lines);
}

/**
 * lanyard_item_list_set_line_maker:
 * @self: a list
 * @make_lines: what makes the lines of an item
 * @user_data: for @make_lines
 *
 * Has lines stand between the items; once, before there are items.
 */
void
lanyard_item_list_set_line_maker (LanyardItemList      *self,
                                  LanyardMakeItemLines  make_lines,
                                  gpointer              user_data)
{
  g_return_if_fail (LANYARD_IS_ITEM_LIST (self));
  g_return_if_fail (self->make_lines == NULL);

  self->make_lines = make_lines;
  self->lines_data = user_data;
  gtk_widget_add_css_class (GTK_WIDGET (self->view->view), "lined");
}

/**
 * lanyard_item_list_renew_lines:
 * @self: a list
 *
 * Has the lines that are in sight made anew.
 */
void
lanyard_item_list_renew_lines (LanyardItemList *self)
{
  GHashTableIter iter;
  gpointer list_item;

  g_return_if_fail (LANYARD_IS_ITEM_LIST (self));

  g_hash_table_iter_init (&iter, self->view->bound);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    lanyard_item_list_line_row (self, list_item);
}
