/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The star of one talk, session or break. Each press is one level further:
 * going, maybe, none; shape as well as colour tells them apart, and what is in
 * the plan with its session from what is left out of it. The menu key opens
 * the menu of all there is to decide; a right click does where the page has
 * attached it, for there are too many stars to give each a gesture. To
 * assistive technology it is a toggle button, half pressed for a maybe. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-pick-menu.h"
#include "lanyard-pick-source.h"
#include "lanyard-picking.h"
#include "lanyard-star-button.h"

struct _LanyardStarButton
{
  GtkButton parent_instance;
  LanyardOpenConference *open; /* owned, nullable until bound */
  LanyardPickable *pickable;   /* owned, nullable until bound */
};

static LanyardPickable *
lanyard_star_button_dup_pickable (LanyardPickSource *source)
{
  LanyardStarButton *self = LANYARD_STAR_BUTTON (source);

  if (self->pickable == NULL)
    return NULL;
  return lanyard_pickable_new (self->pickable->kind, self->pickable->key, self->pickable->title);
}

static void
lanyard_star_button_init_pick_source (LanyardPickSourceInterface *iface)
{
  iface->dup_pickable = lanyard_star_button_dup_pickable;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardStarButton, lanyard_star_button, GTK_TYPE_BUTTON,
                               G_IMPLEMENT_INTERFACE (LANYARD_TYPE_PICK_SOURCE, lanyard_star_button_init_pick_source))

static GtkAccessibleTristate
get_pressed (LanyardLevel level)
{
  switch (level)
    {
    case LANYARD_LEVEL_GOING: return GTK_ACCESSIBLE_TRISTATE_TRUE;
    case LANYARD_LEVEL_MAYBE: return GTK_ACCESSIBLE_TRISTATE_MIXED;
    case LANYARD_LEVEL_NONE:
    case LANYARD_LEVEL_LEFT_OUT: return GTK_ACCESSIBLE_TRISTATE_FALSE;
    default: g_return_val_if_reached (GTK_ACCESSIBLE_TRISTATE_FALSE);
    }
}

static void
show_level (LanyardStarButton *self)
{
  LanyardLevel level = lanyard_picking_get_level (self->open, self->pickable);
  gboolean is_in_picked = lanyard_picking_is_in_picked (self->open, self->pickable);
  const char *words = lanyard_star_get_words (level, is_in_picked);

  gtk_button_set_icon_name (GTK_BUTTON (self), lanyard_star_get_icon_name (level, is_in_picked));
  if (lanyard_level_is_picked (level) || (is_in_picked && level == LANYARD_LEVEL_NONE))
    gtk_widget_add_css_class (GTK_WIDGET (self), "starred");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "starred");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED, get_pressed (level), -1);
  if (words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), lanyard_star_get_tooltip (level, is_in_picked));
}

static void
lanyard_star_button_clicked (GtkButton *button)
{
  LanyardStarButton *self = LANYARD_STAR_BUTTON (button);

  if (self->open != NULL)
    lanyard_picking_step (GTK_WIDGET (self), self->open, self->pickable);
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *target)
{
  LanyardStarButton *self = LANYARD_STAR_BUTTON (widget);

  if (self->open != NULL)
    lanyard_pick_menu_popup (widget, self->open, lanyard_star_button_dup_pickable (LANYARD_PICK_SOURCE (self)), NULL,
                             gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget));
}

static void
unbind (LanyardStarButton *self)
{
  if (self->open != NULL)
    g_signal_handlers_disconnect_by_data (self->open, self);
  g_clear_object (&self->open);
  g_clear_pointer (&self->pickable, lanyard_pickable_free);
}

static void
lanyard_star_button_dispose (GObject *object)
{
  unbind (LANYARD_STAR_BUTTON (object));

  G_OBJECT_CLASS (lanyard_star_button_parent_class)->dispose (object);
}

static void
lanyard_star_button_class_init (LanyardStarButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_star_button_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = lanyard_star_button_clicked;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "star.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, GDK_NO_MODIFIER_MASK, "star.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "star.menu", NULL);
}

static void
lanyard_star_button_init (LanyardStarButton *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "circular");
  gtk_widget_add_css_class (GTK_WIDGET (self), "star");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * lanyard_star_button_new:
 *
 * Makes a star.
 *
 * Returns: (transfer floating): a star
 */
GtkWidget *
lanyard_star_button_new (void)
{
  return g_object_new (LANYARD_TYPE_STAR_BUTTON, NULL);
}

/**
 * lanyard_star_button_bind:
 * @self: a star
 * @open: the conference
 * @kind: what it picks
 * @key: which of that kind
 * @title: what that is called
 *
 * Makes it the star of one thing.
 */
void
lanyard_star_button_bind (LanyardStarButton     *self,
                          LanyardOpenConference *open,
                          LanyardKind            kind,
                          const char            *key,
                          const char            *title)
{
  g_autofree char *label = NULL;

  g_return_if_fail (LANYARD_IS_STAR_BUTTON (self));
  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (open));

  unbind (self);
  self->open = g_object_ref (open);
  self->pickable = lanyard_pickable_new (kind, key, title);
  g_signal_connect_swapped (open, "notify::plan", G_CALLBACK (show_level), self);
  /* Translators: the name of a star button, pressed or not; %s is the title of a talk, a microconference or a break */
  label = g_strdup_printf (_("Star “%s”"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  show_level (self);
}

/**
 * lanyard_star_get_icon_name:
 * @level: a level
 * @is_in_picked: whether its session is in the plan as a whole
 *
 * Gets the shape of a star for a level.
 *
 * Returns: (transfer none): an icon's name
 */
const char *
lanyard_star_get_icon_name (LanyardLevel level,
                            gboolean     is_in_picked)
{
  switch (level)
    {
    case LANYARD_LEVEL_GOING: return "lanyard-star-symbolic";
    case LANYARD_LEVEL_MAYBE: return "lanyard-maybe-symbolic";
    case LANYARD_LEVEL_LEFT_OUT: return "lanyard-left-out-symbolic";
    case LANYARD_LEVEL_NONE: return is_in_picked ? "lanyard-covered-symbolic" : "lanyard-star-outline-symbolic";
    default: g_return_val_if_reached ("lanyard-star-outline-symbolic");
    }
}

/**
 * lanyard_star_get_words:
 * @level: a level
 * @is_in_picked: whether its session is in the plan as a whole
 *
 * Says what the shape says.
 *
 * Returns: (transfer none) (nullable): a word or some, %NULL for what is not in the plan
 */
const char *
lanyard_star_get_words (LanyardLevel level,
                        gboolean     is_in_picked)
{
  switch (level)
    {
    case LANYARD_LEVEL_GOING: return _("Going");
    case LANYARD_LEVEL_MAYBE: return _("Maybe");
    case LANYARD_LEVEL_LEFT_OUT: return _("Left out");
    case LANYARD_LEVEL_NONE: return is_in_picked ? _("In My Plan with its session") : NULL;
    default: g_return_val_if_reached (NULL);
    }
}

/**
 * lanyard_star_get_tooltip:
 * @level: a level
 * @is_in_picked: whether its session is in the plan as a whole
 *
 * Says what a press of the star does.
 *
 * Returns: (transfer none): a tooltip
 */
const char *
lanyard_star_get_tooltip (LanyardLevel level,
                          gboolean     is_in_picked)
{
  switch (lanyard_picking_get_next (level, is_in_picked))
    {
    case LANYARD_LEVEL_GOING: return is_in_picked ? _("Star on Its Own") : _("Add to My Plan");
    case LANYARD_LEVEL_MAYBE: return _("Make It a Maybe");
    case LANYARD_LEVEL_LEFT_OUT: return _("Leave Out");
    case LANYARD_LEVEL_NONE: return level == LANYARD_LEVEL_LEFT_OUT ? _("No Longer Leave Out") : _("Remove from My Plan");
    default: g_return_val_if_reached (NULL);
    }
}
