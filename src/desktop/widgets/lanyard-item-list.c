/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list of items under headings of hours or days: the schedule's and the
 * plan's. Other items leave it where one reads: at the same item, or the next
 * one that is left. Only a screenful of rows is made at once, the rest a few
 * at a time in the frames after it. How several are selected is in
 * lanyard-item-list-selecting.c. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-item-list-private.h"
#include "lanyard-item-place.h"

#define ROWS_AT_ONCE 8
#define ROWS_ABOVE 1

/* So many rows may go at once: what a tall window shows of them. */
#define MOST_ROWS_GOING 24

enum
{
  SIGNAL_ITEM_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardItemList, lanyard_item_list, ADW_TYPE_BIN)

/* What items of one section have in common: the hour or the day, counted from
 * the epoch in the display zone, and G_MININT64 for items without a time. */
static gint64
section_of (LanyardItemList *self,
            LanyardItem     *item)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (self->open);
  gint64 start = lanyard_item_get_start (item);
  gint64 wall;

  if (start == LANYARD_NO_TIME)
    return G_MININT64;
  if (self->heading == LANYARD_HEADING_DAY)
    return lanyard_zone_get_day (zone, start);
  wall = start + lanyard_zone_get_offset (zone, start);
  return wall / 3600 - (wall % 3600 < 0);
}

static void
zone_changed_cb (LanyardItemList *self)
{
  g_assert (LANYARD_IS_ITEM_LIST (self));

  lanyard_item_list_name_rows (self);
  lanyard_headed_view_refresh (self->view->headed);
}

/* Private: somebody has activated a row of the view. */
void
lanyard_item_list_activate (LanyardItemList *self,
                            guint            position)
{
  g_autoptr (LanyardItem) item = g_list_model_get_item (G_LIST_MODEL (self->view->selection), position);

  if (lanyard_selection_is_active (self->several))
    {
      lanyard_item_list_select (self, item);
      return;
    }
  gtk_single_selection_set_selected (self->view->selection, position);
  g_free (self->chosen);
  self->chosen = lanyard_item_dup_name (item);
  g_signal_emit (self, signals[SIGNAL_ITEM_ACTIVATED], 0, item);
}

/* Programmes come and go, what was opened stays marked. */
static void
select_chosen (LanyardItemList *self)
{
  guint first = lanyard_growing_model_get_first (self->view->model);
  guint position;

  if (lanyard_items_find_named (lanyard_growing_model_get_items (self->view->model), self->chosen, &position) && position >= first &&
      position - first < g_list_model_get_n_items (G_LIST_MODEL (self->view->model)))
    gtk_single_selection_set_selected (self->view->selection, position - first);
  else
    gtk_single_selection_set_selected (self->view->selection, GTK_INVALID_LIST_POSITION);
}

static void
name_view (LanyardItemList *self,
           LanyardItemView *view)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (view->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->heading == LANYARD_HEADING_DAY ? _("My Plan") : _("Schedule"), -1);
}

static LanyardItemView *add_view (LanyardItemList *self);

/* The second view is made when there is time for it. */
static void
grown_cb (LanyardItemList *self)
{
  g_assert (LANYARD_IS_ITEM_LIST (self));

  lanyard_headed_view_release_item (self->view->headed);
  if (self->chosen != NULL)
    select_chosen (self);
  if (self->other == NULL)
    {
      self->other = add_view (self);
      gtk_widget_set_visible (GTK_WIDGET (self->other), FALSE);
      name_view (self, self->other);
      if (self->make_lines != NULL)
        gtk_widget_add_css_class (GTK_WIDGET (self->other->view), "lined");
    }
}

static LanyardItemView *
add_view (LanyardItemList *self)
{
  LanyardItemView *view = lanyard_item_view_new (self);

  g_signal_connect_object (view->model, "grown", G_CALLBACK (grown_cb), self, G_CONNECT_SWAPPED);
  lanyard_item_list_let_select (self, view);
  gtk_box_prepend (self->box, GTK_WIDGET (view));
  return view;
}

static gboolean
has_focus (LanyardItemView *view)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (view));
}

/* Has the other view take over. */
static void
take_turns (LanyardItemList *self)
{
  LanyardItemView *before = self->view;

  self->view = self->other;
  self->other = before;
  gtk_widget_set_visible (GTK_WIDGET (self->view), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (before), FALSE);
  lanyard_growing_model_dissolve (before->model);
}

/* Whether so many rows would go that it takes longer than a frame, and the
 * other view has far fewer left to get rid of. */
static gboolean
wants_other_view (LanyardItemList *self,
                  GPtrArray       *items,
                  GArray          *sections,
                  guint            first)
{
  guint n_going = lanyard_growing_model_count_going (self->view->model, items, sections, first, ROWS_AT_ONCE);

  return self->other != NULL && n_going > MOST_ROWS_GOING &&
         g_list_model_get_n_items (G_LIST_MODEL (self->other->model)) < n_going / 2;
}

static GArray *
dup_sections (LanyardItemList *self,
              GPtrArray       *items)
{
  GArray *sections = g_array_sized_new (FALSE, FALSE, sizeof (gint64), items->len);

  for (guint i = 0; i < items->len; i++)
    {
      gint64 section = section_of (self, g_ptr_array_index (items, i));

      g_array_append_val (sections, section);
    }
  return sections;
}

/* Where the list is read, or was when it was put away. */
static LanyardItem *
get_top (LanyardItemList *self,
         LanyardItem     *kept,
         int             *y)
{
  if (kept == NULL)
    return lanyard_headed_view_get_top_item (self->view->headed, y);
  *y = self->kept_y;
  return kept;
}

/* Shows the items around one of them, and puts that to its place. */
static void
show_around (LanyardItemList *self,
             GPtrArray       *items,
             guint            position,
             int              y)
{
  g_autoptr (GArray) sections = dup_sections (self, items);
  guint first = position > ROWS_ABOVE ? position - ROWS_ABOVE : 0;
  gboolean had_focus = has_focus (self->view);

  if (wants_other_view (self, items, sections, first))
    take_turns (self);
  lanyard_growing_model_set_items (self->view->model, items, sections, first, ROWS_AT_ONCE);
  if (items->len == 0)
    return;
  lanyard_headed_view_place_item (self->view->headed, g_ptr_array_index (items, position), position - first, y);
  if (had_focus && !has_focus (self->view))
    gtk_widget_grab_focus (GTK_WIDGET (self->view->view));
}

static void
lanyard_item_list_dispose (GObject *object)
{
  LanyardItemList *self = LANYARD_ITEM_LIST (object);

  g_clear_object (&self->several);
  g_clear_object (&self->open);
  g_clear_pointer (&self->anchor, g_free);
  g_clear_pointer (&self->elsewhere, g_hash_table_unref);
  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_object (&self->kept);
  /* The template would take the child away without the bin's knowing. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ITEM_LIST);

  G_OBJECT_CLASS (lanyard_item_list_parent_class)->dispose (object);
}

static void
lanyard_item_list_class_init (LanyardItemListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_item_list_dispose;

  /**
   * LanyardItemList::item-activated:
   * @self: the list
   * @item: the item
   *
   * Somebody wants to see an item.
   */
  signals[SIGNAL_ITEM_ACTIVATED] = g_signal_new ("item-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, LANYARD_TYPE_ITEM);

  lanyard_item_list_install_selecting (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/widgets/lanyard-item-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardItemList, box);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemList, bar);
}

static void
lanyard_item_list_init (LanyardItemList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_item_list_init_selecting (self);
  self->view = add_view (self);
}

/**
 * lanyard_item_list_set_open:
 * @self: a list
 * @open: the conference
 * @heading: how the list is divided
 *
 * Says what the list is of; once, before its items.
 */
void
lanyard_item_list_set_open (LanyardItemList       *self,
                            LanyardOpenConference *open,
                            LanyardHeading         heading)
{
  g_return_if_fail (LANYARD_IS_ITEM_LIST (self));
  g_return_if_fail (self->open == NULL);

  self->open = g_object_ref (open);
  self->heading = heading;
  lanyard_item_list_follow_conference (self);
  g_signal_connect_object (open, "notify::plan", G_CALLBACK (lanyard_item_list_name_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::now", G_CALLBACK (lanyard_item_list_name_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (zone_changed_cb), self, G_CONNECT_SWAPPED);
  name_view (self, self->view);
}

/**
 * lanyard_item_list_get_open:
 * @self: a list
 *
 * Gets what the list is of.
 *
 * Returns: (transfer none) (nullable): the conference
 */
LanyardOpenConference *
lanyard_item_list_get_open (LanyardItemList *self)
{
  g_return_val_if_fail (LANYARD_IS_ITEM_LIST (self), NULL);

  return self->open;
}

/**
 * lanyard_item_list_put_away:
 * @self: a list
 * @from_top: whether what it shows next is to be read from the top
 *
 * Lets go of all rows until items are set again: while it is out of sight, a
 * window that moves its pages about need not carry them.
 */
void
lanyard_item_list_put_away (LanyardItemList *self,
                            gboolean         from_top)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  g_return_if_fail (LANYARD_IS_ITEM_LIST (self));

  if (from_top)
    g_clear_object (&self->kept);
  else if (self->kept == NULL)
    g_set_object (&self->kept, lanyard_headed_view_get_top_item (self->view->headed, &self->kept_y));
  show_around (self, nothing, 0, 0);
}

/**
 * lanyard_item_list_set_items:
 * @self: a list
 * @items: (element-type LanyardItem): the items, in timetable order
 * @from_top: whether they are to be read from the top, and not from where the list is
 *
 * Shows other items. Where the list was read, and what is selected in it, stay
 * as they are as far as they are still there.
 */
void
lanyard_item_list_set_items (LanyardItemList *self,
                             GPtrArray       *items,
                             gboolean         from_top)
{
  g_autofree char *wanted = NULL;
  g_autoptr (LanyardItem) kept = NULL;
  LanyardItem *top = NULL;
  guint position = 0;
  int y = -1;

  g_return_if_fail (LANYARD_IS_ITEM_LIST (self));
  g_return_if_fail (self->open != NULL);

  wanted = g_steal_pointer (&self->wanted);
  kept = g_steal_pointer (&self->kept);
  if (!from_top)
    top = get_top (self, kept, &y);
  if (top != NULL && items->len > 0)
    position = lanyard_items_find_nearest (items, top);
  else if (!lanyard_items_find_named (items, wanted, &position))
    position = 0;
  show_around (self, items, position, y);
  select_chosen (self);
}

/**
 * lanyard_item_list_show_item:
 * @self: a list
 * @item: one of its items
 *
 * Scrolls an item to the top and gives it the focus.
 */
void
lanyard_item_list_show_item (LanyardItemList *self,
                             LanyardItem     *item)
{
  g_autoptr (GPtrArray) items = NULL;
  guint position;

  g_return_if_fail (LANYARD_IS_ITEM_LIST (self));
  g_return_if_fail (LANYARD_IS_ITEM (item));

  items = g_ptr_array_ref (lanyard_growing_model_get_items (self->view->model));
  if (!g_ptr_array_find (items, item, &position))
    return;
  show_around (self, items, position, -1);
  gtk_list_view_scroll_to (self->view->view, position - lanyard_growing_model_get_first (self->view->model), GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view->view));
}

/**
 * lanyard_item_list_get_top_item:
 * @self: a list
 *
 * Gets where the list is read.
 *
 * Returns: (transfer none) (nullable): the first item that is seen
 */
LanyardItem *
lanyard_item_list_get_top_item (LanyardItemList *self)
{
  int y;

  g_return_val_if_fail (LANYARD_IS_ITEM_LIST (self), NULL);

  return get_top (self, self->kept, &y);
}

/**
 * lanyard_item_list_dup_position:
 * @self: a list
 *
 * Gets where the list is read, so that it can return there at the next start.
 *
 * Returns: (transfer full) (nullable): a name of the first item that is seen
 */
char *
lanyard_item_list_dup_position (LanyardItemList *self)
{
  LanyardItem *top;

  g_return_val_if_fail (LANYARD_IS_ITEM_LIST (self), NULL);

  if (self->wanted != NULL)
    return g_strdup (self->wanted);
  top = lanyard_item_list_get_top_item (self);
  return top != NULL ? lanyard_item_dup_name (top) : NULL;
}

/**
 * lanyard_item_list_set_position:
 * @self: a list
 * @position: (nullable): what lanyard_item_list_dup_position() gave
 *
 * Has the first items that it is given be read from where they were, if they
 * are still there.
 */
void
lanyard_item_list_set_position (LanyardItemList *self,
                                const char      *position)
{
  g_return_if_fail (LANYARD_IS_ITEM_LIST (self));

  g_set_str (&self->wanted, position);
}

/**
 * lanyard_item_list_get_model:
 * @self: a list
 *
 * Gets what the list shows, in order. It grows to all the items within some
 * frames after they are set.
 *
 * Returns: (transfer none): the items
 */
GListModel *
lanyard_item_list_get_model (LanyardItemList *self)
{
  g_return_val_if_fail (LANYARD_IS_ITEM_LIST (self), NULL);

  return G_LIST_MODEL (self->view->selection);
}
