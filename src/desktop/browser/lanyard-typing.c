/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells the keys with which somebody begins to type a search from those that
 * do something. Asked by the browser for keys that nobody below it took: an
 * entry and a list that finds its rows by letters take theirs. Main thread. */

#include "config.h"

#include "lanyard-typing.h"

/**
 * lanyard_typing_is_text:
 * @widget: the widget that was given the key last
 * @key: a key
 * @modifiers: the keys that are held with it
 *
 * Finds out whether a key writes something. A space does not: it presses what
 * has the focus. In a menu or a dialog that lies upon the window nobody types
 * a search.
 *
 * Returns: whether it is text
 */
gboolean
lanyard_typing_is_text (GtkWidget       *widget,
                        guint            key,
                        GdkModifierType  modifiers)
{
  GtkRoot *root;
  GtkWidget *focus;
  gunichar character = gdk_keyval_to_unicode (key);

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return FALSE;
  if (!g_unichar_isgraph (character))
    return FALSE;
  root = gtk_widget_get_root (widget);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return focus == NULL || (GtkWidget *) gtk_widget_get_native (focus) == (GtkWidget *) root;
}
