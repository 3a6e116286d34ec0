/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Objects in sections for a list view, of which it shows a stretch at first and
 * grows to the whole in the frames after: a view makes up to two hundred rows
 * at once, many times what one sees. What is the same before and after a change
 * stays as it is. Made by LanyardItemList and the speakers page. Main thread. */

#include "config.h"

#include "lanyard-growing-model.h"

#define ITEMS_A_STEP 5

/* A view makes rows for no more than these; what lies beyond costs it nothing. */
#define MOST_ROWS 250

struct _LanyardGrowingModel
{
  GObject parent_instance;
  GType type;       /* of the items */
  GPtrArray *items; /* owned, of that type: all there are */
  GArray *sections; /* owned, of gint64: what the items of one section have in common */
  guint first;      /* the first item that is shown */
  guint end;        /* behind the last one */
  guint growing;    /* id of the source that shows the others, or ever fewer, or 0 */
};

enum
{
  SIGNAL_GROWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
lanyard_growing_model_get_item_type (GListModel *list)
{
  return LANYARD_GROWING_MODEL (list)->type;
}

static guint
lanyard_growing_model_get_n_items (GListModel *list)
{
  LanyardGrowingModel *self = LANYARD_GROWING_MODEL (list);

  return self->end - self->first;
}

static gpointer
lanyard_growing_model_get_item (GListModel *list,
                                guint       position)
{
  LanyardGrowingModel *self = LANYARD_GROWING_MODEL (list);

  if (position >= self->end - self->first)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->items, self->first + position));
}

static void
lanyard_growing_model_init_list (GListModelInterface *iface)
{
  iface->get_item_type = lanyard_growing_model_get_item_type;
  iface->get_n_items = lanyard_growing_model_get_n_items;
  iface->get_item = lanyard_growing_model_get_item;
}

static void
lanyard_growing_model_get_section (GtkSectionModel *model,
                                   guint            position,
                                   guint           *start,
                                   guint           *end)
{
  LanyardGrowingModel *self = LANYARD_GROWING_MODEL (model);
  guint n_items = self->end - self->first;
  const gint64 *sections = (const gint64 *) (gpointer) self->sections->data + self->first;

  if (position >= n_items)
    {
      *start = n_items;
      *end = G_MAXUINT;
      return;
    }
  *start = position;
  *end = position + 1;
  while (*start > 0 && sections[*start - 1] == sections[position])
    (*start)--;
  while (*end < n_items && sections[*end] == sections[position])
    (*end)++;
}

static void
lanyard_growing_model_init_sections (GtkSectionModelInterface *iface)
{
  iface->get_section = lanyard_growing_model_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardGrowingModel, lanyard_growing_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lanyard_growing_model_init_list)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, lanyard_growing_model_init_sections))

static void
lanyard_growing_model_dispose (GObject *object)
{
  g_clear_handle_id (&LANYARD_GROWING_MODEL (object)->growing, g_source_remove);

  G_OBJECT_CLASS (lanyard_growing_model_parent_class)->dispose (object);
}

static void
lanyard_growing_model_finalize (GObject *object)
{
  LanyardGrowingModel *self = LANYARD_GROWING_MODEL (object);

  g_ptr_array_unref (self->items);
  g_array_unref (self->sections);

  G_OBJECT_CLASS (lanyard_growing_model_parent_class)->finalize (object);
}

static void
lanyard_growing_model_class_init (LanyardGrowingModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_growing_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = lanyard_growing_model_finalize;

  /**
   * LanyardGrowingModel::grown:
   * @self: the model
   *
   * All of the items are shown, some frames after they were set.
   */
  signals[SIGNAL_GROWN] =
      g_signal_new ("grown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lanyard_growing_model_init (LanyardGrowingModel *self)
{
  self->items = g_ptr_array_new ();
  self->sections = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * lanyard_growing_model_new:
 * @type: what the items are
 *
 * Makes a model without items.
 *
 * Returns: (transfer full): a model
 */
LanyardGrowingModel *
lanyard_growing_model_new (GType type)
{
  LanyardGrowingModel *self = g_object_new (LANYARD_TYPE_GROWING_MODEL, NULL);

  self->type = type;
  return self;
}

/* Between two frames: each waits for the one before to be drawn. As soon as the
 * view has all its rows, the model doubles with each, so that the longest list
 * is whole after seconds, too. */
static gboolean
grow_cb (gpointer user_data)
{
  LanyardGrowingModel *self = LANYARD_GROWING_MODEL (user_data);
  guint n_shown = self->end - self->first;

  if (lanyard_growing_model_grow (self, n_shown < MOST_ROWS ? ITEMS_A_STEP : n_shown))
    return G_SOURCE_CONTINUE;
  self->growing = 0;
  g_signal_emit (self, signals[SIGNAL_GROWN], 0);
  return G_SOURCE_REMOVE;
}

/* Below the priority of drawing, so that the frame goes out first. */
static void
grow_later (LanyardGrowingModel *self)
{
  g_clear_handle_id (&self->growing, g_source_remove);
  if (self->items->len > 0)
    self->growing = g_timeout_add_full (G_PRIORITY_LOW, 20, grow_cb, self, NULL);
}

static gboolean
is_same (LanyardGrowingModel *self,
         guint                position,
         GPtrArray           *items,
         GArray              *sections,
         guint                its_position)
{
  return g_ptr_array_index (self->items, position) == g_ptr_array_index (items, its_position) &&
         g_array_index (self->sections, gint64, position) == g_array_index (sections, gint64, its_position);
}

/* What of a stretch of other items is the same as what is shown. */
typedef struct
{
  guint first;  /* of the other items */
  guint end;    /* behind the last one */
  guint before; /* how many are the same from the first one on */
  guint after;  /* how many are so up to the last one, without those */
} Stretch;

static Stretch
compare_stretch (LanyardGrowingModel *self,
                 GPtrArray           *items,
                 GArray              *sections,
                 guint                first,
                 guint                n_shown)
{
  Stretch stretch = { .first = MIN (first, items->len) };
  guint most;

  stretch.end = stretch.first + MIN (n_shown, items->len - stretch.first);
  most = MIN (self->end - self->first, stretch.end - stretch.first);
  while (stretch.before < most &&
         is_same (self, self->first + stretch.before, items, sections, stretch.first + stretch.before))
    stretch.before++;
  while (stretch.after < most - stretch.before &&
         is_same (self, self->end - 1 - stretch.after, items, sections, stretch.end - 1 - stretch.after))
    stretch.after++;
  return stretch;
}

/**
 * lanyard_growing_model_set_items:
 * @self: a model
 * @items: (element-type GObject): all items, in order
 * @sections: (element-type gint64): for each item a number that those of its section share
 * @first: the first item to show
 * @n_shown: how many to show
 *
 * Replaces the items. Those around are shown a few at a time, between frames,
 * and then ever more.
 */
void
lanyard_growing_model_set_items (LanyardGrowingModel *self,
                                 GPtrArray           *items,
                                 GArray              *sections,
                                 guint                first,
                                 guint                n_shown)
{
  g_autoptr (GPtrArray) old_items = NULL;
  g_autoptr (GArray) old_sections = NULL;
  Stretch stretch;
  guint n_gone;
  guint n_new;

  g_return_if_fail (LANYARD_IS_GROWING_MODEL (self));
  g_return_if_fail (items->len == sections->len);

  stretch = compare_stretch (self, items, sections, first, n_shown);
  n_gone = self->end - self->first - stretch.before - stretch.after;
  n_new = stretch.end - stretch.first - stretch.before - stretch.after;

  old_items = g_steal_pointer (&self->items);
  old_sections = g_steal_pointer (&self->sections);
  self->items = g_ptr_array_ref (items);
  self->sections = g_array_ref (sections);
  self->first = stretch.first;
  self->end = stretch.end;
  if (n_gone > 0 || n_new > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), stretch.before, n_gone, n_new);
  grow_later (self);
}

/**
 * lanyard_growing_model_count_going:
 * @self: a model
 * @items: (element-type GObject): what would be given to lanyard_growing_model_set_items()
 * @sections: (element-type gint64): likewise
 * @first: likewise
 * @n_shown: likewise
 *
 * Counts what would not be shown any more if other items were set.
 *
 * Returns: how many items would go at once
 */
guint
lanyard_growing_model_count_going (LanyardGrowingModel *self,
                                   GPtrArray           *items,
                                   GArray              *sections,
                                   guint                first,
                                   guint                n_shown)
{
  Stretch stretch;

  g_return_val_if_fail (LANYARD_IS_GROWING_MODEL (self), 0);
  g_return_val_if_fail (items->len == sections->len, 0);

  stretch = compare_stretch (self, items, sections, first, n_shown);
  return self->end - self->first - stretch.before - stretch.after;
}

static gboolean
dissolve_cb (gpointer user_data)
{
  LanyardGrowingModel *self = LANYARD_GROWING_MODEL (user_data);
  guint n_items = MIN (ITEMS_A_STEP, self->end - self->first);

  self->end -= n_items;
  g_list_model_items_changed (G_LIST_MODEL (self), self->end - self->first, n_items, 0);
  if (self->end > self->first)
    return G_SOURCE_CONTINUE;
  self->growing = 0;
  return G_SOURCE_REMOVE;
}

/**
 * lanyard_growing_model_dissolve:
 * @self: a model
 *
 * Shows fewer and fewer of the items, between frames, until none is left: for a
 * view that is out of sight. Items that are set meanwhile put an end to it.
 */
void
lanyard_growing_model_dissolve (LanyardGrowingModel *self)
{
  g_return_if_fail (LANYARD_IS_GROWING_MODEL (self));

  g_clear_handle_id (&self->growing, g_source_remove);
  if (self->end > self->first)
    self->growing = g_timeout_add_full (G_PRIORITY_LOW, 20, dissolve_cb, self, NULL);
}

/**
 * lanyard_growing_model_grow:
 * @self: a model
 * @n_items: how many more items to show
 *
 * Shows more of the items, first those after what is shown.
 *
 * Returns: whether there are still more
 */
gboolean
lanyard_growing_model_grow (LanyardGrowingModel *self,
                            guint                n_items)
{
  guint n_shown;
  guint n_more;

  g_return_val_if_fail (LANYARD_IS_GROWING_MODEL (self), FALSE);

  n_shown = self->end - self->first;
  n_more = MIN (n_items, self->items->len - self->end);
  if (n_more > 0)
    {
      self->end += n_more;
      g_list_model_items_changed (G_LIST_MODEL (self), n_shown, 0, n_more);
    }
  else if (self->first > 0)
    {
      n_more = MIN (n_items, self->first);
      self->first -= n_more;
      g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n_more);
    }
  return self->first > 0 || self->end < self->items->len;
}

/**
 * lanyard_growing_model_get_items:
 * @self: a model
 *
 * Gets all items, also those that it does not show yet.
 *
 * Returns: (transfer none) (element-type GObject): the items
 */
GPtrArray *
lanyard_growing_model_get_items (LanyardGrowingModel *self)
{
  g_return_val_if_fail (LANYARD_IS_GROWING_MODEL (self), NULL);

  return self->items;
}

/**
 * lanyard_growing_model_get_first:
 * @self: a model
 *
 * Gets which of all items is the first that it shows.
 *
 * Returns: its place among all items
 */
guint
lanyard_growing_model_get_first (LanyardGrowingModel *self)
{
  g_return_val_if_fail (LANYARD_IS_GROWING_MODEL (self), 0);

  return self->first;
}
