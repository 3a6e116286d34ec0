/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys that zoom, the same for all that can be zoomed. Used by the grid and
 * by the board of days. Main thread. */

#include "config.h"

#include "lanyard-zoom-keys.h"

static gboolean
key_pressed_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_activate_action_variant (widget, user_data, NULL);
}

/**
 * lanyard_zoom_keys_add:
 * @widget: what can be zoomed
 * @actions: by which of its actions
 *
 * Lets Ctrl and plus, minus and zero zoom wherever the focus is, as long as one
 * sees the widget.
 */
void
lanyard_zoom_keys_add (GtkWidget                *widget,
                       const LanyardZoomActions *actions)
{
  const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, actions->in },
    { GDK_KEY_equal, actions->in },
    { GDK_KEY_KP_Add, actions->in },
    { GDK_KEY_minus, actions->out },
    { GDK_KEY_KP_Subtract, actions->out },
    { GDK_KEY_0, actions->reset },
    { GDK_KEY_KP_0, actions->reset },
  };
  GtkEventController *shortcuts;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  shortcuts = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (shortcuts), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_CONTROL_MASK),
                                                            gtk_callback_action_new (key_pressed_cb, (gpointer) keys[i].action, NULL)));
  gtk_widget_add_controller (widget, shortcuts);
}
