/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the schedule is filtered by, side by side, each to be taken away with a
 * click; nothing at all while nothing is filtered. Its widgets are made with
 * the first filter. Made by the schedule. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-filter-chips.h"
#include "lanyard-filter-phrases.h"

struct _LanyardFilterChips
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  GtkBox *box;                 /* borrowed child, NULL until something is filtered */
};

G_DEFINE_FINAL_TYPE (LanyardFilterChips, lanyard_filter_chips, ADW_TYPE_BIN)

/* What is left of a filter without what a chip stands for. */
static void
remove_cb (GtkWidget     *chip,
           LanyardFilter *rest)
{
  LanyardFilterChips *self = LANYARD_FILTER_CHIPS (gtk_widget_get_ancestor (chip, LANYARD_TYPE_FILTER_CHIPS));
  g_autoptr (LanyardFilter) filter = lanyard_filter_ref (rest);

  lanyard_open_conference_set_filter (self->open, filter);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
unref_closure (gpointer  data,
               GClosure *closure)
{
  lanyard_filter_unref (data);
}

static void
add_chip (LanyardFilterChips *self,
          const char         *label,
          LanyardFilter      *rest)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (label);
  g_autofree char *name = NULL;

  /* Translators: %s is a session, a room, a type, a keyword …, by which the schedule is filtered */
  name = g_strdup_printf (_("Remove the Filter “%s”"), label);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 28);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "filter-chip");
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (chip, "clicked", G_CALLBACK (remove_cb), rest, unref_closure, G_CONNECT_DEFAULT);
  gtk_box_append (self->box, chip);
}

static void
add_values (LanyardFilterChips *self,
            LanyardFilter      *filter,
            LanyardFilterField  field)
{
  const char * const *values = lanyard_filter_get_values (filter, field);

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *label =
          lanyard_phrase_filter_value (lanyard_open_conference_get_programme (self->open), field, values[i]);

      add_chip (self, label, lanyard_filter_with_value (filter, field, values[i], FALSE));
    }
}

static void
add_decided (LanyardFilterChips *self,
             LanyardFilter      *filter)
{
  LanyardFilterDecided decided = lanyard_filter_get_decided (filter);

  for (guint flag = 0; flag < LANYARD_N_FILTER_DECIDED; flag++)
    if ((decided & (1 << flag)) != 0)
      add_chip (self, lanyard_phrase_filter_decided (1 << flag), lanyard_filter_with_decided (filter, decided & ~(1 << flag)));
}

static void
add_clear (LanyardFilterChips *self)
{
  GtkWidget *clear = gtk_button_new_with_label (_("Clear"));

  gtk_widget_add_css_class (clear, "flat");
  gtk_widget_set_tooltip_text (clear, _("Remove All Filters"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "win.clear-filter");
  gtk_box_append (self->box, clear);
}

static void
make_box (LanyardFilterChips *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = GTK_BOX (box);
  gtk_widget_add_css_class (box, "toolbar");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static void
show_filter (LanyardFilterChips *self)
{
  LanyardFilter *filter = lanyard_open_conference_get_filter (self->open);
  gboolean is_empty = filter == NULL || lanyard_filter_is_empty (filter);
  g_autofree char *hours = NULL;
  GtkWidget *child;

  gtk_widget_set_visible (GTK_WIDGET (self), !is_empty);
  if (is_empty && self->box == NULL)
    return;
  if (self->box == NULL)
    make_box (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  if (is_empty)
    return;

  if (lanyard_filter_get_picks (filter))
    add_chip (self, _("In My Plan"), lanyard_filter_with_picks (filter, FALSE));
  add_decided (self, filter);
  if (lanyard_filter_get_still_to_come (filter))
    add_chip (self, _("Still to Come"), lanyard_filter_with_still_to_come (filter, FALSE));
  hours = lanyard_phrase_filter_hours (filter);
  if (hours != NULL)
    add_chip (self, hours, lanyard_filter_with_hours (filter, 0, 0));
  for (guint field = 0; field < LANYARD_N_FILTER_FIELDS; field++)
    add_values (self, filter, field);
  add_clear (self);
}

static void
lanyard_filter_chips_dispose (GObject *object)
{
  LanyardFilterChips *self = LANYARD_FILTER_CHIPS (object);

  self->box = NULL;
  g_clear_object (&self->open);

  G_OBJECT_CLASS (lanyard_filter_chips_parent_class)->dispose (object);
}

static void
lanyard_filter_chips_class_init (LanyardFilterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_filter_chips_dispose;
}

static void
lanyard_filter_chips_init (LanyardFilterChips *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * lanyard_filter_chips_set_open:
 * @self: the chips
 * @open: the conference whose filter they show
 *
 * Says what they show; once.
 */
void
lanyard_filter_chips_set_open (LanyardFilterChips    *self,
                               LanyardOpenConference *open)
{
  g_return_if_fail (LANYARD_IS_FILTER_CHIPS (self));
  g_return_if_fail (self->open == NULL);

  self->open = g_object_ref (open);
  g_signal_connect_object (open, "notify::filter", G_CALLBACK (show_filter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (show_filter), self, G_CONNECT_SWAPPED);
  show_filter (self);
}
