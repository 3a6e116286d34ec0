/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way back from what was starred or let go in the window, and the action
 * that stars many things at once, which is one change and undone as one. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-window-private.h"

/* Takes a floating array of kinds, keys and the levels from before. */
static void
keep_change (LanyardWindow *self,
             GVariant      *levels)
{
  g_clear_pointer (&self->last_change, g_variant_unref);
  self->last_change = g_variant_ref_sink (
      g_variant_new ("(s@a(usu))", lanyard_open_conference_get_uuid (self->open), levels));
  lanyard_window_update_actions (self);
}

static void
show_toast (LanyardWindow *self,
            const char    *sentence)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_title (toast, sentence);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-level");
  adw_toast_set_action_target_value (toast, self->last_change);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Sets the levels that differ. Gives those from before, floating. */
static GVariant *
set_levels (LanyardWindow *self,
            GVariant      *levels)
{
  GVariantBuilder before;
  GVariantIter iter;
  const char *key;
  guint kind;
  guint level;

  self->setting_levels = TRUE;
  g_variant_builder_init (&before, G_VARIANT_TYPE ("a(usu)"));
  g_variant_iter_init (&iter, levels);
  while (g_variant_iter_next (&iter, "(u&su)", &kind, &key, &level))
    {
      guint old_level = lanyard_open_conference_get_level (self->open, kind, key);

      if (old_level == level)
        continue;
      g_variant_builder_add (&before, "(usu)", kind, key, old_level);
      lanyard_open_conference_set_level (self->open, kind, key, level);
    }
  self->setting_levels = FALSE;
  return g_variant_builder_end (&before);
}

static void
set_levels_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  g_autoptr (GVariant) before = NULL;
  g_autofree char *sentence = NULL;
  gsize n_changed;
  guint level;

  if (lanyard_open_conference_get_programme (self->open) == NULL || g_variant_n_children (target) == 0)
    return;
  before = g_variant_ref_sink (set_levels (self, target));
  n_changed = g_variant_n_children (before);
  if (n_changed == 0)
    return;

  keep_change (self, before);
  g_variant_get_child (target, 0, "(usu)", NULL, NULL, &level);
  if (level != LANYARD_LEVEL_NONE)
    sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u talk added to My Plan", "%u talks added to My Plan",
                                             n_changed),
                                (guint) n_changed);
  else
    sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u talk removed from My Plan",
                                             "%u talks removed from My Plan", n_changed),
                                (guint) n_changed);
  show_toast (self, sentence);
}

static void
undo_level_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  g_autoptr (GVariant) levels = NULL;
  g_autoptr (GVariant) before = NULL;
  const char *uuid;

  g_variant_get (target, "(&s@a(usu))", &uuid, &levels);
  if (g_strcmp0 (uuid, lanyard_open_conference_get_uuid (self->open)) != 0)
    return;
  before = g_variant_ref_sink (set_levels (self, levels));
  if (g_variant_n_children (before) > 0)
    keep_change (self, before);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  g_autoptr (GVariant) change = g_steal_pointer (&self->last_change);

  if (change != NULL)
    gtk_widget_activate_action_variant (widget, "win.undo-level", change);
}

/* Private: "win.set-levels" takes kinds, keys and levels, "win.undo-level" a
 * conference's uuid and the same. */
void
lanyard_window_install_level_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.set-levels", "a(usu)", set_levels_action);
  gtk_widget_class_install_action (widget_class, "win.undo-level", "(sa(usu))", undo_level_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
}

/* Private: after something left the plan: a toast with a way back. Every
 * change can be undone by key, but adding something needs no notice. */
void
lanyard_window_offer_undo (LanyardWindow *self,
                           guint          kind,
                           const char    *key,
                           guint          before,
                           guint          after)
{
  GVariant *level;

  if (self->setting_levels)
    return;
  level = g_variant_new ("(usu)", kind, key, before);
  keep_change (self, g_variant_new_array (G_VARIANT_TYPE ("(usu)"), &level, 1));
  if (after == LANYARD_LEVEL_NONE)
    show_toast (self, _("Removed from My Plan"));
}
