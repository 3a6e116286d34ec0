/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with all that is selected in a list, and how many that are.
 * Made by the list when somebody begins to select. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../export/lanyard-outgoing.h"
#include "lanyard-pick-actions.h"
#include "lanyard-selection-bar.h"

struct _LanyardSelectionBar
{
  AdwBin parent_instance;
  LanyardSelection *selection; /* owned, nullable until made */
  LanyardPickActions *actions; /* borrowed from the action groups, NULL until made */

  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (LanyardSelectionBar, lanyard_selection_bar, ADW_TYPE_BIN)

static void
show_selection (LanyardSelectionBar *self)
{
  guint n = lanyard_selection_get_n_selected (self->selection);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Selected", "%u Selected", n), n);

  if (!lanyard_selection_is_active (self->selection))
    return;
  gtk_label_set_label (self->count, text);
  lanyard_pick_actions_take_pickables (self->actions, lanyard_selection_dup_pickables (self->selection));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
stop_cb (LanyardSelectionBar *self)
{
  g_assert (LANYARD_IS_SELECTION_BAR (self));

  lanyard_selection_set_active (self->selection, FALSE);
}

static void
take_out_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *target)
{
  LanyardSelectionBar *self = LANYARD_SELECTION_BAR (widget);
  g_autoptr (GPtrArray) pickables = lanyard_selection_dup_pickables (self->selection);
  g_autoptr (GString) subject = g_string_new (NULL);

  for (guint i = 0; i < pickables->len; i++)
    {
      const LanyardPickable *pickable = g_ptr_array_index (pickables, i);
      g_autofree char *one = lanyard_outgoing_dup_subject (pickable->kind, pickable->key);

      g_string_append_printf (subject, "%s%s", i > 0 ? "\n" : "", one);
    }
  if (pickables->len > 0)
    lanyard_outgoing_activate (widget, action_name, subject->str);
}

static void
lanyard_selection_bar_dispose (GObject *object)
{
  LanyardSelectionBar *self = LANYARD_SELECTION_BAR (object);

  self->actions = NULL;
  gtk_widget_insert_action_group (GTK_WIDGET (self), LANYARD_PICK_PREFIX, NULL);
  g_clear_object (&self->selection);
  /* The template would take the child away without the bin's knowing. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_SELECTION_BAR);

  G_OBJECT_CLASS (lanyard_selection_bar_parent_class)->dispose (object);
}

static void
lanyard_selection_bar_class_init (LanyardSelectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_selection_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/widgets/lanyard-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardSelectionBar, count);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_install_action (widget_class, "selected.add-all-to-calendar", NULL, take_out_action);
  gtk_widget_class_install_action (widget_class, "selected.copy", NULL, take_out_action);
  gtk_widget_class_install_action (widget_class, "selected.export", NULL, take_out_action);
  gtk_widget_class_install_action (widget_class, "selected.print", NULL, take_out_action);
  gtk_widget_class_install_action (widget_class, "selected.share", NULL, take_out_action);
}

static void
lanyard_selection_bar_init (LanyardSelectionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_selection_bar_new:
 * @open: the conference
 * @selection: what is selected of it
 *
 * Makes the bar of a selection.
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
lanyard_selection_bar_new (LanyardOpenConference *open,
                           LanyardSelection      *selection)
{
  LanyardSelectionBar *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);
  g_return_val_if_fail (LANYARD_IS_SELECTION (selection), NULL);

  self = g_object_new (LANYARD_TYPE_SELECTION_BAR, NULL);
  self->selection = g_object_ref (selection);
  self->actions = lanyard_pick_actions_new (GTK_WIDGET (self), open);
  g_signal_connect_object (selection, "changed", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  show_selection (self);
  return GTK_WIDGET (self);
}
