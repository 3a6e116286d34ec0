/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The star of one talk, session or break. A press picks it or lets it go;
 * shape as well as colour tells going from maybe. To assistive technology it
 * is a toggle button. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-star-button.h"

struct _LanyardStarButton
{
  GtkButton parent_instance;
  LanyardOpenConference *open; /* owned, nullable until bound */
  LanyardKind kind;
  char *key;                   /* owned */
};

G_DEFINE_FINAL_TYPE (LanyardStarButton, lanyard_star_button, GTK_TYPE_BUTTON)

static void
show_level (LanyardStarButton *self)
{
  LanyardLevel level = lanyard_open_conference_get_level (self->open, self->kind, self->key);

  gtk_button_set_icon_name (GTK_BUTTON (self), lanyard_star_icon_name (level));
  if (level != LANYARD_LEVEL_NONE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "starred");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "starred");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               level != LANYARD_LEVEL_NONE ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), level == LANYARD_LEVEL_NONE ? _("Add to My Plan")
                                                                             : _("Remove from My Plan"));
}

static void
lanyard_star_button_clicked (GtkButton *button)
{
  LanyardStarButton *self = LANYARD_STAR_BUTTON (button);
  LanyardLevel level;

  if (self->open == NULL)
    return;
  level = lanyard_open_conference_get_level (self->open, self->kind, self->key);
  lanyard_open_conference_set_level (self->open, self->kind, self->key,
                                     level == LANYARD_LEVEL_NONE ? LANYARD_LEVEL_GOING : LANYARD_LEVEL_NONE);
}

static void
unbind (LanyardStarButton *self)
{
  if (self->open != NULL)
    g_signal_handlers_disconnect_by_data (self->open, self);
  g_clear_object (&self->open);
  g_clear_pointer (&self->key, g_free);
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
  G_OBJECT_CLASS (klass)->dispose = lanyard_star_button_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = lanyard_star_button_clicked;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON);
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
  self->kind = kind;
  self->key = g_strdup (key);
  g_signal_connect_swapped (open, "notify::plan", G_CALLBACK (show_level), self);
  /* Translators: the name of a star button, pressed or not; %s is the title of a talk, a microconference or a break */
  label = g_strdup_printf (_("Star “%s”"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  show_level (self);
}

/**
 * lanyard_star_icon_name:
 * @level: a level
 *
 * Gets the shape of a star for a level.
 *
 * Returns: (transfer none): an icon's name
 */
const char *
lanyard_star_icon_name (LanyardLevel level)
{
  switch (level)
    {
    case LANYARD_LEVEL_GOING: return "lanyard-star-symbolic";
    case LANYARD_LEVEL_MAYBE: return "lanyard-maybe-symbolic";
    case LANYARD_LEVEL_LEFT_OUT:
    case LANYARD_LEVEL_NONE: return "lanyard-star-outline-symbolic";
    default: g_return_val_if_reached ("lanyard-star-outline-symbolic");
    }
}
