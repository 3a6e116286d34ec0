/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pane for one talk or break: its sheet, made when something is first
 * shown, and its star with a level. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-star-button.h"
#include "lanyard-detail-page.h"
#include "lanyard-item-sheet.h"

struct _LanyardDetailPage
{
  AdwNavigationPage parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  LanyardItem *item;           /* owned, nullable */
  GtkWidget *sheet;            /* borrowed from the bin, NULL until made */

  AdwSplitButton *star;        /* borrowed from the header, NULL until made */

  AdwHeaderBar *header;
  GMenuModel *levels;
  GtkStack *stack;
  AdwBin *bin;
};

enum
{
  SIGNAL_SESSION_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardDetailPage, lanyard_detail_page, ADW_TYPE_NAVIGATION_PAGE)

static void
session_activated_cb (LanyardDetailPage *self,
                      LanyardSession    *session)
{
  g_assert (LANYARD_IS_DETAIL_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_SESSION_ACTIVATED], 0, session);
}

static void
make_sheet (LanyardDetailPage *self)
{
  self->sheet = lanyard_item_sheet_new (self->open);
  g_signal_connect_object (self->sheet, "session-activated", G_CALLBACK (session_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->bin, self->sheet);
}

static void
star_clicked_cb (LanyardDetailPage *self)
{
  lanyard_detail_page_set_level (self, lanyard_detail_page_get_level (self) == LANYARD_LEVEL_NONE
                                           ? LANYARD_LEVEL_GOING
                                           : LANYARD_LEVEL_NONE);
}

static void
make_star (LanyardDetailPage *self)
{
  self->star = ADW_SPLIT_BUTTON (adw_split_button_new ());
  adw_split_button_set_menu_model (self->star, self->levels);
  adw_split_button_set_dropdown_tooltip (self->star, _("Going or Maybe"));
  g_signal_connect_object (self->star, "clicked", G_CALLBACK (star_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (self->header, GTK_WIDGET (self->star));
}

static void
show_level (LanyardDetailPage *self)
{
  LanyardLevel level = lanyard_detail_page_get_level (self);
  const char *tooltip = level == LANYARD_LEVEL_NONE ? _("Add to My Plan") : _("Remove from My Plan");

  if (self->star == NULL)
    return;
  adw_split_button_set_icon_name (self->star, lanyard_star_icon_name (level));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->star), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
}

/* The same talk in the new programme, or nothing if it is not in there. */
static void
programme_changed_cb (LanyardDetailPage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  LanyardItem *item = NULL;

  if (self->item == NULL)
    return;
  if (programme != NULL && LANYARD_IS_TALK (self->item))
    item = (LanyardItem *) lanyard_programme_find_talk (programme, lanyard_item_get_key (self->item));
  else if (programme != NULL)
    item = (LanyardItem *) lanyard_programme_find_break (programme, lanyard_item_get_key (self->item));
  lanyard_detail_page_set_item (self, item);
}

static void
lanyard_detail_page_dispose (GObject *object)
{
  LanyardDetailPage *self = LANYARD_DETAIL_PAGE (object);

  g_clear_object (&self->item);
  g_clear_object (&self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_DETAIL_PAGE);

  G_OBJECT_CLASS (lanyard_detail_page_parent_class)->dispose (object);
}

static void
lanyard_detail_page_class_init (LanyardDetailPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_detail_page_dispose;

  /**
   * LanyardDetailPage::session-activated:
   * @self: the page
   * @session: the session
   *
   * Somebody wants to see the session of what is shown.
   */
  signals[SIGNAL_SESSION_ACTIVATED] = g_signal_new ("session-activated", G_TYPE_FROM_CLASS (klass),
                                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                    1, LANYARD_TYPE_SESSION);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/detail/lanyard-detail-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardDetailPage, header);
  gtk_widget_class_bind_template_child (widget_class, LanyardDetailPage, levels);
  gtk_widget_class_bind_template_child (widget_class, LanyardDetailPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardDetailPage, bin);
}

static void
lanyard_detail_page_init (LanyardDetailPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_detail_page_set_open:
 * @self: a page
 * @open: the conference it shows something of
 *
 * Says what it shows; once.
 */
void
lanyard_detail_page_set_open (LanyardDetailPage     *self,
                              LanyardOpenConference *open)
{
  g_return_if_fail (LANYARD_IS_DETAIL_PAGE (self));
  g_return_if_fail (self->open == NULL);

  self->open = g_object_ref (open);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::plan", G_CALLBACK (show_level), self, G_CONNECT_SWAPPED);
}

/**
 * lanyard_detail_page_set_item:
 * @self: a page
 * @item: (nullable): a talk or a break
 *
 * Shows an item, or that nothing is selected.
 */
void
lanyard_detail_page_set_item (LanyardDetailPage *self,
                              LanyardItem       *item)
{
  g_return_if_fail (LANYARD_IS_DETAIL_PAGE (self));
  g_return_if_fail (item == NULL || LANYARD_IS_ITEM (item));

  g_set_object (&self->item, item);
  gtk_stack_set_visible_child_name (self->stack, item != NULL ? "item" : "empty");
  if (item == NULL)
    {
      if (self->star != NULL)
        gtk_widget_set_visible (GTK_WIDGET (self->star), FALSE);
      return;
    }

  if (self->sheet == NULL)
    {
      make_sheet (self);
      make_star (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->star), TRUE);
  lanyard_item_sheet_set_item (LANYARD_ITEM_SHEET (self->sheet), item);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), lanyard_item_get_title (item));
  show_level (self);
}

/**
 * lanyard_detail_page_get_item:
 * @self: a page
 *
 * Gets what it shows.
 *
 * Returns: (transfer none) (nullable): a talk or a break
 */
LanyardItem *
lanyard_detail_page_get_item (LanyardDetailPage *self)
{
  g_return_val_if_fail (LANYARD_IS_DETAIL_PAGE (self), NULL);

  return self->item;
}

/**
 * lanyard_detail_page_set_level:
 * @self: a page
 * @level: how much it is wanted
 *
 * Picks what is shown or lets it go.
 */
void
lanyard_detail_page_set_level (LanyardDetailPage *self,
                               LanyardLevel       level)
{
  g_return_if_fail (LANYARD_IS_DETAIL_PAGE (self));

  if (self->item != NULL)
    lanyard_open_conference_set_level (self->open, lanyard_item_get_kind (self->item),
                                       lanyard_item_get_key (self->item), level);
}

/**
 * lanyard_detail_page_get_level:
 * @self: a page
 *
 * Gets the level of what is shown.
 *
 * Returns: the level
 */
LanyardLevel
lanyard_detail_page_get_level (LanyardDetailPage *self)
{
  g_return_val_if_fail (LANYARD_IS_DETAIL_PAGE (self), LANYARD_LEVEL_NONE);

  if (self->item == NULL)
    return LANYARD_LEVEL_NONE;
  return lanyard_open_conference_get_level (self->open, lanyard_item_get_kind (self->item),
                                            lanyard_item_get_key (self->item));
}
