/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What fits a free stretch of the plan, the best first, each with why it is
 * offered, to be starred here or opened. What was found stays while the dialog
 * is open, so that one can star several and take a star back. Opened by the
 * page of the plan. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-item-row.h"
#include "../widgets/lanyard-pick-source.h"
#include "../widgets/lanyard-picking.h"
#include "../widgets/lanyard-show-item.h"
#include "lanyard-day-view.h"
#include "lanyard-fits-dialog.h"
#include "time/lanyard-time-format.h"

#define NEW_ENTRY_SECONDS (60 * 60)

struct _LanyardFitsDialog
{
  AdwDialog parent_instance;
  LanyardShownPlan *plan; /* owned */
  gint64 start;           /* of the free stretch, UTC seconds */
  gint64 end;
  GListStore *items;      /* owned, of LanyardItem: what fits */
  GHashTable *fits;       /* owned, from item to LanyardFit */
  GHashTable *bound;      /* owned, of GtkListItem: rows that show something */

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkListView *list;
  GtkNoSelection *selection;
};

G_DEFINE_FINAL_TYPE (LanyardFitsDialog, lanyard_fits_dialog, ADW_TYPE_DIALOG)

static LanyardOpenConference *
get_open (LanyardFitsDialog *self)
{
  return lanyard_shown_plan_get_open (self->plan);
}

static LanyardFit *
get_fit (LanyardFitsDialog *self,
         LanyardItem       *item)
{
  return g_hash_table_lookup (self->fits, item);
}

static char *
dup_reason (LanyardFit *fit)
{
  g_autofree char *reason = lanyard_fit_dup_reason (fit);

  if (!fit->is_tight)
    return g_steal_pointer (&reason);
  if (reason == NULL)
    return g_strdup (_("Little time to change rooms"));
  /* Translators: why something is offered for a free stretch, and what speaks against it */
  return g_strdup_printf (C_("facts of a talk", "%1$s · %2$s"), reason, _("Little time to change rooms"));
}

static void
name_row (LanyardFitsDialog *self,
          GtkListItem       *list_item)
{
  LanyardItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *label = lanyard_item_dup_accessible_label (get_open (self), item, LANYARD_ITEM_ROW_NONE);
  g_autofree char *reason = dup_reason (get_fit (self, item));

  gtk_list_item_set_accessible_label (list_item, label);
  gtk_list_item_set_accessible_description (list_item, reason != NULL ? reason : "");
}

static void
plan_changed_cb (LanyardFitsDialog *self)
{
  GHashTableIter iter;
  gpointer list_item;

  g_assert (LANYARD_IS_FITS_DIALOG (self));

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    name_row (self, list_item);
}

static void
setup_cb (LanyardFitsDialog *self,
          GtkListItem       *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *reason = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                    "css-classes", ((const char *[]) { "caption", "accent", "fit-reason", NULL }), NULL);

  gtk_box_append (GTK_BOX (box), lanyard_item_row_new ());
  gtk_box_append (GTK_BOX (box), reason);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (LanyardFitsDialog *self,
         GtkListItem       *list_item)
{
  GtkWidget *box = gtk_list_item_get_child (list_item);
  LanyardItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_widget_get_last_child (box);
  g_autofree char *reason = dup_reason (get_fit (self, item));

  lanyard_item_row_bind (LANYARD_ITEM_ROW (gtk_widget_get_first_child (box)), get_open (self), item, LANYARD_ITEM_ROW_NONE);
  gtk_widget_set_margin_start (label, lanyard_item_row_get_text_start (LANYARD_ITEM_ROW (gtk_widget_get_first_child (box))));
  gtk_label_set_label (GTK_LABEL (label), reason != NULL ? reason : "");
  gtk_widget_set_visible (label, reason != NULL);
  g_hash_table_add (self->bound, list_item);
  name_row (self, list_item);
}

static void
unbind_cb (LanyardFitsDialog *self,
           GtkListItem       *list_item)
{
  g_hash_table_remove (self->bound, list_item);
}

static void
activated_cb (LanyardFitsDialog *self,
              guint              position)
{
  g_autoptr (LanyardItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  g_assert (LANYARD_IS_FITS_DIALOG (self));

  lanyard_show_item (GTK_WIDGET (self), item);
  adw_dialog_close (ADW_DIALOG (self));
}

/* Ctrl+D and Shift+Ctrl+D, as everywhere: the window's keys wait while a dialog
 * is open. */
static gboolean
key_pressed_cb (LanyardFitsDialog *self,
                guint              key,
                guint              code,
                GdkModifierType    state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  LanyardLevel level = modifiers == GDK_CONTROL_MASK ? LANYARD_LEVEL_GOING : LANYARD_LEVEL_MAYBE;
  LanyardPickable *pickable = NULL;
  g_autoptr (GPtrArray) pickables = lanyard_pickables_new ();

  if (gdk_keyval_to_lower (key) == GDK_KEY_d && (modifiers & ~GDK_SHIFT_MASK) == GDK_CONTROL_MASK)
    pickable = lanyard_pick_source_dup_at (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  if (pickable == NULL)
    return GDK_EVENT_PROPAGATE;
  g_ptr_array_add (pickables, pickable);
  lanyard_picking_toggle_level (GTK_WIDGET (self), get_open (self), pickables, level);
  return GDK_EVENT_STOP;
}

static void
new_entry_cb (LanyardFitsDialog *self)
{
  gint64 end = MIN (self->end, self->start + NEW_ENTRY_SECONDS);

  g_assert (LANYARD_IS_FITS_DIALOG (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "plan.new-entry", LANYARD_PLAN_STRETCH_TARGET, self->start, end);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
fill (LanyardFitsDialog *self)
{
  g_autoptr (GPtrArray) fits = lanyard_shown_plan_dup_fits (self->plan, self->start, self->end);
  g_autofree char *range = lanyard_format_time_range (lanyard_open_conference_get_zone (get_open (self)), self->start, self->end);
  g_autofree char *duration = lanyard_format_duration (self->end - self->start);
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < fits->len; i++)
    {
      LanyardFit *fit = g_ptr_array_index (fits, i);

      g_hash_table_insert (self->fits, fit->item, lanyard_fit_ref (fit));
      g_list_store_append (self->items, fit->item);
    }
  /* Translators: a time and how long that is: "10:00–10:30, 30 min" */
  subtitle = g_strdup_printf (_("%1$s, %2$s"), range, duration);
  adw_window_title_set_subtitle (self->title, subtitle);
  adw_dialog_set_title (ADW_DIALOG (self), _("What Fits Here"));
  gtk_stack_set_visible_child_name (self->stack, fits->len > 0 ? "fits" : "empty");
  if (fits->len > 0)
    adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->list));
}

static void
lanyard_fits_dialog_dispose (GObject *object)
{
  LanyardFitsDialog *self = LANYARD_FITS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_FITS_DIALOG);
  g_clear_object (&self->items);
  g_clear_pointer (&self->fits, g_hash_table_unref);
  g_clear_pointer (&self->bound, g_hash_table_unref);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (lanyard_fits_dialog_parent_class)->dispose (object);
}

static void
lanyard_fits_dialog_class_init (LanyardFitsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_fits_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/plan/lanyard-fits-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardFitsDialog, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardFitsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardFitsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, LanyardFitsDialog, selection);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_entry_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
lanyard_fits_dialog_init (LanyardFitsDialog *self)
{
  self->items = g_list_store_new (LANYARD_TYPE_ITEM);
  self->fits = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) lanyard_fit_unref);
  self->bound = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->items));
}

/**
 * lanyard_fits_dialog_new:
 * @plan: a plan
 * @start: when a free stretch of it begins, UTC seconds
 * @end: when it ends, UTC seconds
 *
 * Makes a dialog that offers what fits a free stretch.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
lanyard_fits_dialog_new (LanyardShownPlan *plan,
                         gint64            start,
                         gint64            end)
{
  LanyardFitsDialog *self;

  g_return_val_if_fail (LANYARD_IS_SHOWN_PLAN (plan), NULL);
  g_return_val_if_fail (start < end, NULL);

  self = g_object_new (LANYARD_TYPE_FITS_DIALOG, NULL);
  self->plan = g_object_ref (plan);
  self->start = start;
  self->end = end;
  fill (self);
  g_signal_connect_object (plan, "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
