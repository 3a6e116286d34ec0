/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps the heading of what one reads at the top of a list of items, until the
 * next heading pushes it out, which GTK's own headings do not do. It looks at
 * the rows whenever they have got their places, and so is never a frame late.
 * It is only seen: assistive technology meets the headings in the list itself.
 * It also puts an item where it was, or at the top. Made by LanyardItemList.
 * Main thread. */

#include "config.h"

#include "lanyard-headed-view.h"
#include "lanyard-lined-row.h"

/* Heights of rows out of sight are guesses, and rows come while the list grows,
 * so that an item may need many an attempt to stay in its place. */
#define MOST_ATTEMPTS 100

struct _LanyardHeadedView
{
  GtkWidget parent_instance;
  GtkWidget *child;                /* borrowed child: the list, which scrolls */
  GtkWidget *heading;              /* borrowed child */
  GtkListView *view;               /* borrowed, inside the child */
  LanyardShowHeading show_heading;
  gpointer user_data;              /* borrowed, for show_heading */
  GtkAdjustment *adjustment;       /* owned, nullable until set */
  GtkRoot *root;                   /* borrowed, nullable: whose focus is followed */
  LanyardItem *placed;             /* owned, nullable: kept in its place */
  int placed_y;                    /* where that is */
  int attempts;                    /* left */
  gboolean focus_moved;            /* since rows last got their places */
};

typedef enum
{
  PROP_CHILD = 1,
} LanyardHeadedViewProperty;

static GParamSpec *properties[PROP_CHILD + 1];

G_DEFINE_FINAL_TYPE (LanyardHeadedView, lanyard_headed_view, GTK_TYPE_WIDGET)

/* The row or heading inside what the view wraps it in. */
static LanyardItem *
get_item (GtkWidget *wrapper,
          gboolean  *is_heading)
{
  GtkWidget *child = gtk_widget_get_first_child (wrapper);
  LanyardItemRow *row;

  *is_heading = LANYARD_IS_ITEM_HEADING (child);
  if (*is_heading)
    return lanyard_item_heading_get_item (LANYARD_ITEM_HEADING (child));
  row = lanyard_item_row_find (child);
  return row != NULL ? lanyard_item_row_get_item (row) : NULL;
}

static gboolean
get_extent (LanyardHeadedView *self,
            GtkWidget         *wrapper,
            int               *y,
            int               *height)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_child_visible (wrapper) || !gtk_widget_compute_bounds (wrapper, GTK_WIDGET (self), &bounds))
    return FALSE;
  *y = (int) bounds.origin.y;
  *height = (int) bounds.size.height;
  return *height > 0;
}

static int
get_heading_height (LanyardHeadedView *self)
{
  int natural;

  gtk_widget_measure (self->heading, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static gboolean
scroll_by (LanyardHeadedView *self,
           int                delta)
{
  double before = gtk_adjustment_get_value (self->adjustment);

  gtk_adjustment_set_value (self->adjustment, before + delta);
  return gtk_adjustment_get_value (self->adjustment) != before;
}

/* Whether something moved, and rows get their places anew. */
static gboolean
move_placed_item (LanyardHeadedView *self)
{
  gboolean is_heading;
  int height;
  int y;

  if (self->placed == NULL)
    return FALSE;
  for (GtkWidget *wrapper = gtk_widget_get_first_child (GTK_WIDGET (self->view)); wrapper != NULL;
       wrapper = gtk_widget_get_next_sibling (wrapper))
    {
      if (get_item (wrapper, &is_heading) != self->placed || is_heading || !get_extent (self, wrapper, &y, &height))
        continue;
      return y != self->placed_y && self->attempts-- > 0 && scroll_by (self, y - self->placed_y);
    }
  return FALSE;
}

/* The view knows nothing of the heading that covers a row it has scrolled to. */
static gboolean
uncover_focus (LanyardHeadedView *self)
{
  GtkWidget *wrapper = gtk_widget_get_focus_child (GTK_WIDGET (self->view));
  int height;
  int y;

  if (!self->focus_moved)
    return FALSE;
  self->focus_moved = FALSE;
  if (wrapper == NULL || !get_extent (self, wrapper, &y, &height) || y >= get_heading_height (self) || y + height < 0)
    return FALSE;
  return scroll_by (self, y - get_heading_height (self));
}

/* What is read at the top, and how far the next heading has pushed. */
static void
follow_rows (LanyardHeadedView *self,
             int                width)
{
  int heading_height = get_heading_height (self);
  LanyardItem *top = NULL;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, 0);
  gboolean is_heading = FALSE;
  int offset = 0;
  int height;
  int y;

  for (GtkWidget *wrapper = gtk_widget_get_first_child (GTK_WIDGET (self->view)); wrapper != NULL;
       wrapper = gtk_widget_get_next_sibling (wrapper))
    {
      LanyardItem *item = get_item (wrapper, &is_heading);

      if (item == NULL || !get_extent (self, wrapper, &y, &height) || y + height <= 0)
        continue;
      if (y >= heading_height)
        break;
      if (top == NULL)
        top = item;
      else if (is_heading)
        offset = y - heading_height;
    }

  gtk_widget_set_child_visible (self->heading, top != NULL);
  if (top == NULL)
    return;
  if (lanyard_item_heading_get_item (LANYARD_ITEM_HEADING (self->heading)) != top)
    self->show_heading (LANYARD_ITEM_HEADING (self->heading), top, self->user_data);
  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->view), GTK_WIDGET (self), &bounds))
    return;
  gtk_widget_allocate (self->heading, (int) bounds.size.width, heading_height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (bounds.origin.x, offset)));
}

static void
lanyard_headed_view_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  LanyardHeadedView *self = LANYARD_HEADED_VIEW (widget);

  if (self->child == NULL)
    return;
  do
    gtk_widget_allocate (self->child, width, height, -1, NULL);
  while (self->view != NULL && (move_placed_item (self) || uncover_focus (self)));
  if (self->view != NULL)
    follow_rows (self, width);
}

static void
lanyard_headed_view_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  LanyardHeadedView *self = LANYARD_HEADED_VIEW (widget);

  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  /* So that its width is known: it is always less. */
  gtk_widget_measure (self->heading, orientation, -1, NULL, NULL, NULL, NULL);
}

static void
lanyard_headed_view_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  GTK_WIDGET_CLASS (lanyard_headed_view_parent_class)->snapshot (widget, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
focus_moved_cb (LanyardHeadedView *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);

  if (focus == NULL || self->view == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return;
  self->focus_moved = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Who scrolls wants to be elsewhere. */
static gboolean
event_cb (LanyardHeadedView *self,
          GdkEvent          *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_SCROLL || type == GDK_KEY_PRESS || type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    g_clear_object (&self->placed);
  return GDK_EVENT_PROPAGATE;
}

static void
lanyard_headed_view_root (GtkWidget *widget)
{
  LanyardHeadedView *self = LANYARD_HEADED_VIEW (widget);

  GTK_WIDGET_CLASS (lanyard_headed_view_parent_class)->root (widget);
  self->root = gtk_widget_get_root (widget);
  g_signal_connect_object (self->root, "notify::focus-widget", G_CALLBACK (focus_moved_cb), self, G_CONNECT_SWAPPED);
}

static void
lanyard_headed_view_unroot (GtkWidget *widget)
{
  LanyardHeadedView *self = LANYARD_HEADED_VIEW (widget);

  g_signal_handlers_disconnect_by_func (self->root, focus_moved_cb, self);
  self->root = NULL;
  GTK_WIDGET_CLASS (lanyard_headed_view_parent_class)->unroot (widget);
}

static void
set_child (LanyardHeadedView *self,
           GtkWidget         *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_insert_before (child, GTK_WIDGET (self), self->heading);
}

static void
lanyard_headed_view_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((LanyardHeadedViewProperty) property_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, LANYARD_HEADED_VIEW (object)->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_headed_view_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch ((LanyardHeadedViewProperty) property_id)
    {
    case PROP_CHILD:
      set_child (LANYARD_HEADED_VIEW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_headed_view_dispose (GObject *object)
{
  LanyardHeadedView *self = LANYARD_HEADED_VIEW (object);

  self->view = NULL;
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->placed);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_pointer (&self->heading, gtk_widget_unparent);

  G_OBJECT_CLASS (lanyard_headed_view_parent_class)->dispose (object);
}

static void
lanyard_headed_view_class_init (LanyardHeadedViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lanyard_headed_view_get_property;
  object_class->set_property = lanyard_headed_view_set_property;
  object_class->dispose = lanyard_headed_view_dispose;
  widget_class->measure = lanyard_headed_view_measure;
  widget_class->root = lanyard_headed_view_root;
  widget_class->size_allocate = lanyard_headed_view_size_allocate;
  widget_class->snapshot = lanyard_headed_view_snapshot;
  widget_class->unroot = lanyard_headed_view_unroot;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
lanyard_headed_view_init (LanyardHeadedView *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  self->heading = g_object_new (LANYARD_TYPE_ITEM_HEADING, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->heading, "item-heading");
  gtk_widget_add_css_class (self->heading, "sticky");
  gtk_widget_set_can_target (self->heading, FALSE);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
}

/**
 * lanyard_headed_view_set_view:
 * @self: a headed view
 * @view: the list inside its child, of LanyardItemRow under LanyardItemHeading
 * @show_heading: (scope notified): fills the heading at the top
 * @user_data: for @show_heading, which must live as long as @self does
 *
 * Says which list it keeps the heading of; once.
 */
void
lanyard_headed_view_set_view (LanyardHeadedView  *self,
                              GtkListView        *view,
                              LanyardShowHeading  show_heading,
                              gpointer            user_data)
{
  g_return_if_fail (LANYARD_IS_HEADED_VIEW (self));
  g_return_if_fail (self->view == NULL);

  self->view = view;
  self->show_heading = show_heading;
  self->user_data = user_data;
  self->adjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)));
  g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self);
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (gtk_widget_queue_allocate), self);
}

/**
 * lanyard_headed_view_get_top_item:
 * @self: a headed view
 * @y: (out): where its upper edge is, pixels below the view's own
 *
 * Gets the first item that is seen below the heading at the top, or will be
 * when the rows have their places.
 *
 * Returns: (transfer none) (nullable): the item
 */
LanyardItem *
lanyard_headed_view_get_top_item (LanyardHeadedView *self,
                                  int               *y)
{
  gboolean is_heading;
  int heading_height;
  int height;

  g_return_val_if_fail (LANYARD_IS_HEADED_VIEW (self), NULL);
  g_return_val_if_fail (self->view != NULL, NULL);

  heading_height = get_heading_height (self);
  for (GtkWidget *wrapper = gtk_widget_get_first_child (GTK_WIDGET (self->view)); wrapper != NULL;
       wrapper = gtk_widget_get_next_sibling (wrapper))
    {
      LanyardItem *item = get_item (wrapper, &is_heading);

      if (item != NULL && !is_heading && get_extent (self, wrapper, y, &height) && *y + height > heading_height)
        return item;
    }
  *y = self->placed_y;
  return self->placed;
}

/**
 * lanyard_headed_view_place_item:
 * @self: a headed view
 * @item: an item of the list
 * @position: its position in the list's model
 * @y: where its upper edge is to be, pixels below the view's own; negative for
 *   right below the heading at the top
 *
 * Scrolls an item to its place, as far as the list goes, and keeps it there
 * while rows come before and after it, until it is released or somebody scrolls.
 */
void
lanyard_headed_view_place_item (LanyardHeadedView *self,
                                LanyardItem       *item,
                                guint              position,
                                int                y)
{
  g_return_if_fail (LANYARD_IS_HEADED_VIEW (self));
  g_return_if_fail (self->view != NULL);

  g_set_object (&self->placed, item);
  self->placed_y = y >= 0 ? y : get_heading_height (self);
  self->attempts = MOST_ATTEMPTS;
  gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_NONE, NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * lanyard_headed_view_release_item:
 * @self: a headed view
 *
 * Keeps no item in its place any more: all rows have come.
 */
void
lanyard_headed_view_release_item (LanyardHeadedView *self)
{
  g_return_if_fail (LANYARD_IS_HEADED_VIEW (self));

  g_clear_object (&self->placed);
}

/**
 * lanyard_headed_view_refresh:
 * @self: a headed view
 *
 * Has the heading at the top filled anew, because it would say the same item
 * otherwise: in another zone.
 */
void
lanyard_headed_view_refresh (LanyardHeadedView *self)
{
  LanyardItem *item;

  g_return_if_fail (LANYARD_IS_HEADED_VIEW (self));

  item = lanyard_item_heading_get_item (LANYARD_ITEM_HEADING (self->heading));
  if (item != NULL)
    self->show_heading (LANYARD_ITEM_HEADING (self->heading), item, self->user_data);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
