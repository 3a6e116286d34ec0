/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is in conflict in the plan, and what can be done about it: go to one of
 * the two, make one a maybe, hear the talk at another time or watch it later.
 * Each press is an edit that can be undone, and what is resolved goes away by
 * itself. Opened by the page of the plan. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-conflict-dialog.h"
#include "lanyard-conflict-group.h"

struct _LanyardConflictDialog
{
  AdwDialog parent_instance;
  LanyardShownPlan *plan; /* owned */
  char *uuid;             /* owned, NULL for the conflicts of all entries */
  LanyardKind kind;
  char *key;              /* owned, nullable likewise */
  GPtrArray *groups;      /* owned, of GtkWidget, borrowed children */

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (LanyardConflictDialog, lanyard_conflict_dialog, ADW_TYPE_DIALOG)

static gboolean
is_of_entry (LanyardConflictDialog *self,
             LanyardPlanEntry      *entry)
{
  return lanyard_item_get_kind (entry->item) == self->kind && g_str_equal (lanyard_item_get_key (entry->item), self->key) &&
         g_strcmp0 (lanyard_conference_get_uuid (entry->conference), self->uuid) == 0;
}

/* Of one entry all of them, of the whole plan those that are a problem. */
static gboolean
is_shown (LanyardConflictDialog *self,
          LanyardConflict       *conflict)
{
  if (self->key == NULL)
    return conflict->level == LANYARD_LEVEL_GOING;
  return is_of_entry (self, conflict->first) || is_of_entry (self, conflict->second);
}

/* The dialog goes when there is nothing left to do, and the focus to the first
 * button when the one that was pressed is gone. */
static void
fill (LanyardConflictDialog *self)
{
  GPtrArray *conflicts = lanyard_shown_plan_get_conflicts (self->plan);
  gboolean is_open = self->groups->len > 0;

  g_assert (LANYARD_IS_CONFLICT_DIALOG (self));

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; i < conflicts->len; i++)
    {
      LanyardConflict *conflict = g_ptr_array_index (conflicts, i);
      GtkWidget *group;

      if (!is_shown (self, conflict))
        continue;
      group = lanyard_conflict_group_new (self->plan, conflict);
      adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
      g_ptr_array_add (self->groups, group);
    }
  if (is_open && self->groups->len == 0)
    adw_dialog_close (ADW_DIALOG (self));
  else if (is_open)
    gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
}

static void
lanyard_conflict_dialog_dispose (GObject *object)
{
  LanyardConflictDialog *self = LANYARD_CONFLICT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_CONFLICT_DIALOG);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (lanyard_conflict_dialog_parent_class)->dispose (object);
}

static void
lanyard_conflict_dialog_class_init (LanyardConflictDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_conflict_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/plan/lanyard-conflict-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardConflictDialog, page);
}

static void
lanyard_conflict_dialog_init (LanyardConflictDialog *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_conflict_dialog_new:
 * @plan: a plan that has conflicts
 * @entry: (nullable): the entry that they are to be of, %NULL for any
 *
 * Makes a dialog that helps to resolve conflicts.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
lanyard_conflict_dialog_new (LanyardShownPlan *plan,
                             LanyardPlanEntry *entry)
{
  LanyardConflictDialog *self;

  g_return_val_if_fail (LANYARD_IS_SHOWN_PLAN (plan), NULL);

  self = g_object_new (LANYARD_TYPE_CONFLICT_DIALOG, NULL);
  self->plan = g_object_ref (plan);
  if (entry != NULL)
    {
      self->uuid = g_strdup (lanyard_conference_get_uuid (entry->conference));
      self->kind = lanyard_item_get_kind (entry->item);
      self->key = g_strdup (lanyard_item_get_key (entry->item));
    }
  fill (self);
  g_signal_connect_object (plan, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
