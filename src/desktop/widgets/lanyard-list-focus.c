/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way into a list that begins with a heading. GtkListBox offers the focus
 * to its first row alone, and a heading does not take it, so that Tab would pass
 * all of the list by. Asked by what has such a list, main thread. */

#include "config.h"

#include "lanyard-list-focus.h"

static void
move_cursor_cb (GtkListBox      *list,
                GtkMovementStep  step,
                int              count)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (list));

  if (step != GTK_MOVEMENT_DISPLAY_LINES || row == NULL)
    return;
  do
    row = count > 0 ? gtk_widget_get_next_sibling (row) : gtk_widget_get_prev_sibling (row);
  while (row != NULL && !(gtk_widget_get_focusable (row) && gtk_widget_get_visible (row)));
  if (row == NULL)
    return;
  gtk_widget_grab_focus (row);
  g_signal_stop_emission_by_name (list, "move-cursor");
}

/**
 * lanyard_list_pass_headings:
 * @list: a list some of whose rows cannot have the focus
 *
 * Has the arrow keys pass such rows by, where they would seem to do nothing.
 */
void
lanyard_list_pass_headings (GtkListBox *list)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list));

  g_signal_connect (list, "move-cursor", G_CALLBACK (move_cursor_cb), NULL);
}

/**
 * lanyard_list_focus_first:
 * @list: a list some of whose rows cannot have the focus
 * @direction: where the focus is about to go, and @list does not take it
 *
 * Gives the focus to the first row that can have it, if the focus comes from
 * before the list.
 *
 * Returns: whether a row has it
 */
gboolean
lanyard_list_focus_first (GtkListBox       *list,
                          GtkDirectionType  direction)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (list));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_return_val_if_fail (GTK_IS_LIST_BOX (list), FALSE);

  if ((direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_DOWN) ||
      (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (list))))
    return FALSE;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_focusable (row) && gtk_widget_get_visible (row))
      return gtk_widget_grab_focus (row);
  return FALSE;
}

/**
 * lanyard_list_focus_filled:
 * @page: a page that has just been filled
 * @stack: what of it may have the focus: a list, or what is in its place
 *
 * Moves the focus on to what is there now, if it came to the page while that
 * was empty.
 */
void
lanyard_list_focus_filled (GtkWidget *page,
                           GtkStack  *stack)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *target = GTK_WIDGET (stack);
  GtkWidget *view;

  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (GTK_IS_STACK (stack));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, page))
    return;
  /* What scrolls takes the focus while there is nothing in it. */
  if (GTK_IS_SCROLLED_WINDOW (focus))
    target = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (focus));
  else if (gtk_widget_is_ancestor (focus, target))
    return;
  if (!gtk_widget_child_focus (target, GTK_DIR_TAB_FORWARD))
    return;
  /* The list gives it to what is in the row, its star. */
  view = gtk_widget_get_ancestor (gtk_root_get_focus (root), GTK_TYPE_LIST_VIEW);
  if (view != NULL)
    gtk_widget_grab_focus (view);
}
