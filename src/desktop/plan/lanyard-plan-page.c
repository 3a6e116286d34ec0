/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is starred, in order of time under headings of days, and a word about
 * what overlaps. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-item-list.h"
#include "../widgets/lanyard-zone-button.h"
#include "lanyard-plan-page.h"
#include "plan/lanyard-conflict.h"

struct _LanyardPlanPage
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  gboolean filled;             /* whether it was shown, and is where somebody reads */

  AdwWindowTitle *title;
  LanyardZoneButton *zone;
  AdwBanner *overlaps;
  GtkStack *stack;
  LanyardItemList *list;
};

enum
{
  SIGNAL_ITEM_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardPlanPage, lanyard_plan_page, ADW_TYPE_BIN)

static void
show_overlaps (LanyardPlanPage *self,
               LanyardPlan     *plan)
{
  g_autoptr (GPtrArray) overlaps = lanyard_conflicts_find (lanyard_plan_get_entries (plan), 0);
  g_autofree char *sentence = NULL;

  if (overlaps->len == 1)
    sentence = lanyard_conflict_dup_title (g_ptr_array_index (overlaps, 0));
  else if (overlaps->len > 1)
    sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u overlap in your plan", "%u overlaps in your plan",
                                             overlaps->len),
                                overlaps->len);
  adw_banner_set_use_markup (self->overlaps, FALSE);
  adw_banner_set_title (self->overlaps, sentence != NULL ? sentence : "");
  adw_banner_set_revealed (self->overlaps, sentence != NULL);
}

static void
refill (LanyardPlanPage *self)
{
  LanyardPlan *plan = lanyard_open_conference_get_plan (self->open);
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  GPtrArray *entries;

  if (plan == NULL)
    return;
  entries = lanyard_plan_get_entries (plan);
  for (guint i = 0; i < entries->len; i++)
    {
      const LanyardPlanEntry *entry = g_ptr_array_index (entries, i);

      g_ptr_array_add (items, entry->item);
    }
  lanyard_item_list_set_items (self->list, items, !self->filled);
  self->filled = TRUE;
  adw_window_title_set_subtitle (self->title,
                                 lanyard_conference_get_title (lanyard_programme_get_conference (programme)));
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "items" : "empty");
  show_overlaps (self, plan);
}

static void
item_activated_cb (LanyardPlanPage *self,
                   LanyardItem     *item)
{
  g_signal_emit (self, signals[SIGNAL_ITEM_ACTIVATED], 0, item);
}

static void
lanyard_plan_page_dispose (GObject *object)
{
  LanyardPlanPage *self = LANYARD_PLAN_PAGE (object);

  g_clear_object (&self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_PLAN_PAGE);

  G_OBJECT_CLASS (lanyard_plan_page_parent_class)->dispose (object);
}

static void
lanyard_plan_page_class_init (LanyardPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_plan_page_dispose;

  /**
   * LanyardPlanPage::item-activated:
   * @self: the page
   * @item: the item
   *
   * Somebody wants to see an entry.
   */
  signals[SIGNAL_ITEM_ACTIVATED] = g_signal_new ("item-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, LANYARD_TYPE_ITEM);

  g_type_ensure (LANYARD_TYPE_ITEM_LIST);
  g_type_ensure (LANYARD_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/plan/lanyard-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanPage, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanPage, zone);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanPage, overlaps);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanPage, list);
  gtk_widget_class_bind_template_callback (widget_class, item_activated_cb);
}

static void
lanyard_plan_page_init (LanyardPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_plan_page_set_open:
 * @self: a page
 * @open: the conference whose plan it shows
 *
 * Says what it shows; once.
 */
void
lanyard_plan_page_set_open (LanyardPlanPage       *self,
                            LanyardOpenConference *open)
{
  g_return_if_fail (LANYARD_IS_PLAN_PAGE (self));
  g_return_if_fail (self->open == NULL);

  self->open = g_object_ref (open);
  lanyard_zone_button_set_open (self->zone, open);
  lanyard_item_list_set_open (self->list, open, LANYARD_HEADING_DAY);
  g_signal_connect_object (open, "notify::plan", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  refill (self);
}
