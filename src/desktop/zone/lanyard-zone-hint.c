/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A bar that says, once for each conference, that its clocks and those of this
 * computer differ, and offers the conference's zone. When it was said is kept
 * as the choice "zone-hint". The browser has it at the foot of its pages; it is
 * empty until there is something to say. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-zone-hint.h"
#include "lanyard-zone-phrases.h"
#include "time/lanyard-time-format.h"

#define CHOICE "zone-hint"

/* So wide is the text at least before the button goes below it. */
#define NARROW_CHARACTERS 20

struct _LanyardZoneHint
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned */
  char *uuid;                  /* owned, nullable: the conference of which it speaks */
  guint look;                  /* id of the source that looks whether there is something to say */
};

G_DEFINE_FINAL_TYPE (LanyardZoneHint, lanyard_zone_hint, ADW_TYPE_BIN)

static void
hide (LanyardZoneHint *self)
{
  g_clear_pointer (&self->uuid, g_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Whoever sees the conference's zone already, or has chosen another, knows. */
static gboolean
is_worth_saying (LanyardZoneHint *self)
{
  LanyardZone *here = lanyard_open_conference_get_local_zone (self->open);
  LanyardZone *there = lanyard_open_conference_get_own_zone (self->open);
  gint64 first;
  gint64 last;

  if (there == NULL || lanyard_open_conference_get_zone_choice (self->open) != LANYARD_ZONE_LOCAL)
    return FALSE;
  lanyard_open_conference_get_span (self->open, &first, &last);
  return lanyard_zone_get_offset (here, first) != lanyard_zone_get_offset (there, first) ||
         lanyard_zone_get_offset (here, last) != lanyard_zone_get_offset (there, last);
}

static void
use_clicked_cb (LanyardZoneHint *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.zone", "s", "conference");
}

static GtkWidget *
make_line (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NARROW_CHARACTERS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_text (const char *difference)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_line (_("Times Are in Your Zone"), "caption-heading"));
  gtk_box_append (GTK_BOX (box), make_line (difference, "caption"));
  return box;
}

static GtkWidget *
make_use_button (LanyardZoneHint *self)
{
  g_autofree char *city = lanyard_zone_dup_city (lanyard_open_conference_get_own_zone (self->open));
  /* Translators: a button; %s is the city of the conference's zone */
  g_autofree char *text = g_strdup_printf (_("Use %s Time"), city);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new ();

  /* Large text and long words have no room in one line of a narrow window, and
   * would make all of the page wider than that. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "text-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (use_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_close_button (LanyardZoneHint *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Close"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (hide), self, G_CONNECT_SWAPPED);
  return button;
}

static void
show (LanyardZoneHint *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = adw_wrap_box_new ();
  g_autofree char *difference = lanyard_phrase_zone_difference (self->open);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (lines), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (lines), 6);
  gtk_widget_set_hexpand (lines, TRUE);
  adw_wrap_box_append (ADW_WRAP_BOX (lines), make_text (difference));
  adw_wrap_box_append (ADW_WRAP_BOX (lines), make_use_button (self));
  gtk_box_append (GTK_BOX (bar), lines);
  gtk_box_append (GTK_BOX (bar), make_close_button (self));
  gtk_widget_add_css_class (bar, "zone-hint");
  adw_bin_set_child (ADW_BIN (self), bar);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), difference, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
look_cb (gpointer user_data)
{
  LanyardZoneHint *self = LANYARD_ZONE_HINT (user_data);
  g_autofree char *date = NULL;

  self->look = 0;
  if (lanyard_open_conference_get_choice (self->open, CHOICE) != NULL || !is_worth_saying (self))
    return G_SOURCE_REMOVE;
  g_set_str (&self->uuid, lanyard_open_conference_get_uuid (self->open));
  show (self);
  date = lanyard_format_iso8601 (lanyard_open_conference_get_local_zone (self->open),
                                 lanyard_open_conference_get_now (self->open));
  lanyard_open_conference_set_choice (self->open, CHOICE, date);
  return G_SOURCE_REMOVE;
}

/* What it says may no longer be true. The next look waits until whatever
 * changed is shown, the first frame above all. */
static void
follow (LanyardZoneHint *self)
{
  if (self->uuid != NULL && (g_strcmp0 (self->uuid, lanyard_open_conference_get_uuid (self->open)) != 0 ||
                             !is_worth_saying (self)))
    hide (self);
  else if (self->uuid != NULL)
    show (self);
  if (self->look == 0 && lanyard_open_conference_get_programme (self->open) != NULL)
    self->look = g_idle_add_full (G_PRIORITY_LOW, look_cb, self, NULL);
}

static void
lanyard_zone_hint_dispose (GObject *object)
{
  LanyardZoneHint *self = LANYARD_ZONE_HINT (object);

  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_pointer (&self->uuid, g_free);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (lanyard_zone_hint_parent_class)->dispose (object);
}

static void
lanyard_zone_hint_class_init (LanyardZoneHintClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_zone_hint_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
lanyard_zone_hint_init (LanyardZoneHint *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * lanyard_zone_hint_new:
 * @open: the conference that is shown
 *
 * Makes the bar, empty and hidden.
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
lanyard_zone_hint_new (LanyardOpenConference *open)
{
  LanyardZoneHint *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_ZONE_HINT, NULL);
  self->open = g_object_ref (open);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  follow (self);
  return GTK_WIDGET (self);
}
