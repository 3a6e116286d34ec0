/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pane for one talk or break: its sheet and its header, made when something
 * is first shown, with the way to its neighbours and its star with a level. What
 * can be copied of it is in lanyard-detail-page-actions.c. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-lazy-menu.h"
#include "../widgets/lanyard-pick-menu.h"
#include "../widgets/lanyard-pick-source.h"
#include "../widgets/lanyard-picking.h"
#include "../widgets/lanyard-star-button.h"
#include "lanyard-detail-page-private.h"
#include "lanyard-item-sheet.h"
#include "plan/lanyard-neighbours.h"

enum
{
  SIGNAL_NEIGHBOURS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static LanyardPickable *
lanyard_detail_page_dup_pickable (LanyardPickSource *source)
{
  LanyardDetailPage *self = LANYARD_DETAIL_PAGE (source);

  return self->item != NULL ? lanyard_pickable_new_of_item (self->item) : NULL;
}

static void
lanyard_detail_page_init_pick_source (LanyardPickSourceInterface *iface)
{
  iface->dup_pickable = lanyard_detail_page_dup_pickable;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardDetailPage, lanyard_detail_page, ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (LANYARD_TYPE_PICK_SOURCE, lanyard_detail_page_init_pick_source))

static void
make_sheet (LanyardDetailPage *self)
{
  self->sheet = lanyard_item_sheet_new (self->open, self->sync);
  adw_bin_set_child (self->bin, self->sheet);
}

static void
star_clicked_cb (LanyardDetailPage *self)
{
  g_autoptr (LanyardPickable) pickable = lanyard_detail_page_dup_pickable (LANYARD_PICK_SOURCE (self));

  if (pickable != NULL)
    lanyard_picking_step (GTK_WIDGET (self), self->open, pickable);
}

static void
make_star (LanyardDetailPage *self)
{
  self->star = ADW_SPLIT_BUTTON (adw_split_button_new ());
  adw_split_button_set_dropdown_tooltip (self->star, _("Going, Maybe, Seen"));
  g_signal_connect_object (self->star, "clicked", G_CALLBACK (star_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (self->header, GTK_WIDGET (self->star));
}

static GtkWidget *
make_step (const char *icon_name,
           const char *tooltip,
           const char *action_name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  return button;
}

static void
make_way (LanyardDetailPage *self)
{
  self->way = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->way), make_step ("go-up-symbolic", _("Previous Talk"), "win.previous-item"));
  gtk_box_append (GTK_BOX (self->way), make_step ("go-down-symbolic", _("Next Talk"), "win.next-item"));
  adw_header_bar_pack_start (self->header, self->way);
}

static void
make_menu (LanyardDetailPage *self)
{
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_widget_set_tooltip_text (self->menu, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);
  lanyard_lazy_menu_set (GTK_MENU_BUTTON (self->menu), self->more);
  adw_header_bar_pack_end (self->header, self->menu);
}

/* --- what is shown --------------------------------------------------------- */

static void
find_neighbours (LanyardDetailPage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  LanyardNeighbours neighbours = { 0 };

  if (self->item != NULL && programme != NULL)
    lanyard_neighbours_find (programme, self->item, lanyard_open_conference_get_zone (self->open), &neighbours);
  g_set_object (&self->previous, neighbours.previous);
  g_set_object (&self->next, neighbours.next);
  g_signal_emit (self, signals[SIGNAL_NEIGHBOURS_CHANGED], 0);
}

/* The entries depend on the level of the session, too. */
static void
show_levels (LanyardDetailPage     *self,
             const LanyardPickable *pickable)
{
  g_autoptr (GMenuModel) menu = lanyard_pick_menu_new (self->open, pickable, NULL);
  g_autoptr (GMenuModel) levels = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  GMenuModel *before = adw_split_button_get_menu_model (self->star);
  g_autoptr (GMenuModel) levels_before = before != NULL ? g_menu_model_get_item_link (before, 0, G_MENU_LINK_SECTION) : NULL;

  if (before == NULL || g_menu_model_get_n_items (before) != g_menu_model_get_n_items (menu) ||
      g_menu_model_get_n_items (levels_before) != g_menu_model_get_n_items (levels))
    adw_split_button_set_menu_model (self->star, menu);
}

static void
show_level (LanyardDetailPage *self)
{
  g_autoptr (LanyardPickable) pickable = lanyard_detail_page_dup_pickable (LANYARD_PICK_SOURCE (self));
  LanyardLevel level;
  gboolean is_in_picked;
  const char *tooltip;

  if (self->star == NULL || pickable == NULL)
    return;
  level = lanyard_picking_get_level (self->open, pickable);
  is_in_picked = lanyard_picking_is_in_picked (self->open, pickable);
  tooltip = lanyard_star_get_tooltip (level, is_in_picked);
  adw_split_button_set_icon_name (self->star, lanyard_star_get_icon_name (level, is_in_picked));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->star), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  show_levels (self, pickable);
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
  g_clear_object (&self->previous);
  g_clear_object (&self->next);
  g_clear_object (&self->open);
  g_clear_object (&self->sync);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_DETAIL_PAGE);

  G_OBJECT_CLASS (lanyard_detail_page_parent_class)->dispose (object);
}

static void
lanyard_detail_page_class_init (LanyardDetailPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_detail_page_dispose;

  /**
   * LanyardDetailPage::neighbours-changed:
   * @self: the page
   *
   * There may be a previous or a next talk now, or none any more.
   */
  signals[SIGNAL_NEIGHBOURS_CHANGED] = g_signal_new ("neighbours-changed", G_TYPE_FROM_CLASS (klass),
                                                     G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  lanyard_detail_page_install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/detail/lanyard-detail-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardDetailPage, header);
  gtk_widget_class_bind_template_child (widget_class, LanyardDetailPage, close_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardDetailPage, more);
  gtk_widget_class_bind_template_child (widget_class, LanyardDetailPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardDetailPage, bin);
}

static void
lanyard_detail_page_init (LanyardDetailPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_detail_page_update_actions (self);
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
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (find_neighbours), self, G_CONNECT_SWAPPED);
}

/**
 * lanyard_detail_page_set_sync:
 * @self: a page
 * @sync: what fetches files, not used before there is one to show
 *
 * Says with what files are fetched; once, before something is shown.
 */
void
lanyard_detail_page_set_sync (LanyardDetailPage *self,
                              LanyardLazySync   *sync)
{
  g_return_if_fail (LANYARD_IS_DETAIL_PAGE (self));
  g_return_if_fail (self->sync == NULL);

  self->sync = g_object_ref (sync);
}

static gboolean
is_same (LanyardItem *a,
         LanyardItem *b)
{
  return a != NULL && b != NULL && lanyard_item_get_kind (a) == lanyard_item_get_kind (b) &&
         g_str_equal (lanyard_item_get_key (a), lanyard_item_get_key (b));
}

static void
show_header (LanyardDetailPage *self)
{
  if (self->sheet == NULL && self->item != NULL)
    {
      self->actions = lanyard_pick_actions_new (GTK_WIDGET (self), self->open);
      make_sheet (self);
      make_way (self);
      make_menu (self);
      make_star (self);
    }
  if (self->sheet == NULL)
    return;
  gtk_widget_set_visible (self->way, self->item != NULL);
  gtk_widget_set_visible (self->menu, self->item != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->star), self->item != NULL);
}

/**
 * lanyard_detail_page_set_item:
 * @self: a page
 * @item: (nullable): a talk or a break
 *
 * Shows an item, or that nothing is selected. The words of a search are marked
 * no longer if it is another one.
 */
void
lanyard_detail_page_set_item (LanyardDetailPage *self,
                              LanyardItem       *item)
{
  g_return_if_fail (LANYARD_IS_DETAIL_PAGE (self));
  g_return_if_fail (item == NULL || LANYARD_IS_ITEM (item));

  if (self->sheet != NULL && !is_same (self->item, item))
    lanyard_item_sheet_set_words (LANYARD_ITEM_SHEET (self->sheet), NULL);
  g_set_object (&self->item, item);
  gtk_stack_set_visible_child_name (self->stack, item != NULL ? "item" : "empty");
  show_header (self);
  lanyard_detail_page_update_actions (self);
  find_neighbours (self);
  if (self->actions != NULL)
    lanyard_pick_actions_take_pickable (self->actions, lanyard_detail_page_dup_pickable (LANYARD_PICK_SOURCE (self)));
  if (item == NULL)
    return;

  lanyard_item_sheet_set_item (LANYARD_ITEM_SHEET (self->sheet), item);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), lanyard_item_get_title (item));
  show_level (self);
}

/**
 * lanyard_detail_page_set_words:
 * @self: a page
 * @words: (nullable): what somebody typed into a search
 *
 * Marks the words of a search in the item that is shown, until another one is
 * shown.
 */
void
lanyard_detail_page_set_words (LanyardDetailPage *self,
                               const char        *words)
{
  g_return_if_fail (LANYARD_IS_DETAIL_PAGE (self));

  if (self->item != NULL)
    lanyard_item_sheet_set_words (LANYARD_ITEM_SHEET (self->sheet), words);
}

/**
 * lanyard_detail_page_get_neighbour:
 * @self: a page
 * @step: -1 for the previous one, 1 for the next
 *
 * Gets the talk before or after the item that is shown: in its session, or
 * without one on its day in its room.
 *
 * Returns: (transfer none) (nullable): a talk
 */
LanyardItem *
lanyard_detail_page_get_neighbour (LanyardDetailPage *self,
                                   int                step)
{
  g_return_val_if_fail (LANYARD_IS_DETAIL_PAGE (self), NULL);

  return step < 0 ? self->previous : self->next;
}

/**
 * lanyard_detail_page_step:
 * @self: a page
 * @step: -1 for the previous one, 1 for the next
 *
 * Shows the talk before or after the one that is shown, and says so.
 */
void
lanyard_detail_page_step (LanyardDetailPage *self,
                          int                step)
{
  g_autoptr (LanyardItem) item = NULL;

  g_return_if_fail (LANYARD_IS_DETAIL_PAGE (self));

  g_set_object (&item, lanyard_detail_page_get_neighbour (self, step));
  if (item == NULL)
    return;
  lanyard_detail_page_set_item (self, item);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), lanyard_item_get_title (item),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
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
 * lanyard_detail_page_set_closable:
 * @self: a pane
 * @closable: whether it stands beside something that can do without it
 *
 * Shows or hides the button that closes the pane where nothing has to be gone
 * back to.
 */
void
lanyard_detail_page_set_closable (LanyardDetailPage *self,
                                  gboolean           closable)
{
  g_return_if_fail (LANYARD_IS_DETAIL_PAGE (self));

  gtk_widget_set_visible (self->close_button, closable);
}
