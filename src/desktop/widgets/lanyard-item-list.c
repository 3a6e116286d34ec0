/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list of items under headings of hours or days: the schedule's and the
 * plan's. Only a screenful of rows is made before the first frame, the rest
 * right after it. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-item-list.h"
#include "lanyard-item-row.h"
#include "lanyard-list-top.h"
#include "time/lanyard-time-format.h"

#define ROWS_OF_FIRST_FRAME 10

struct _LanyardItemList
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  LanyardHeading heading;
  GtkSliceListModel *slice;    /* owned */
  guint first_frame;           /* id of the idle source that adds the other rows */

  GtkListView *view;
  GtkSingleSelection *selection;
};

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

static GtkWidget *
make_heading (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *first = gtk_label_new (NULL);
  GtkWidget *second = gtk_label_new (NULL);

  gtk_widget_add_css_class (box, "item-heading");
  gtk_widget_add_css_class (first, "heading");
  gtk_widget_add_css_class (first, "numeric");
  gtk_widget_add_css_class (second, "caption");
  gtk_widget_add_css_class (second, "dimmed");
  gtk_widget_add_css_class (second, "numeric");
  gtk_widget_set_valign (second, GTK_ALIGN_BASELINE_FILL);
  gtk_widget_set_valign (first, GTK_ALIGN_BASELINE_FILL);
  gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  return box;
}

static char *
dup_hour (LanyardZone *zone,
          gint64       instant)
{
  int offset = lanyard_zone_get_offset (zone, instant);
  gint64 wall = instant + offset;

  return lanyard_format_time (zone, wall - ((wall % 3600) + 3600) % 3600 - offset);
}

/* The same hour in the other zone, where it may begin at half past. */
static char *
dup_hour_elsewhere (LanyardItemList *self,
                    gint64           instant)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (self->open);
  LanyardZone *second = lanyard_open_conference_get_second_zone (self->open);
  gint64 wall = instant + lanyard_zone_get_offset (zone, instant);
  gint64 hour = instant - ((wall % 3600) + 3600) % 3600;
  g_autofree char *time = NULL;
  g_autofree char *city = NULL;

  if (second == NULL)
    return NULL;
  time = lanyard_format_time (second, hour);
  city = lanyard_zone_dup_city (second);
  /* Translators: a time in another zone, "17:00 in Tokyo" */
  return g_strdup_printf (C_("time and city", "%s in %s"), time, city);
}

static void
show_heading (LanyardItemList *self,
              GtkLabel        *first,
              GtkLabel        *second,
              LanyardItem     *item)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (self->open);
  gint64 start = lanyard_item_get_start (item);
  g_autofree char *main_text = NULL;
  g_autofree char *other_text = NULL;

  if (start == LANYARD_NO_TIME)
    main_text = g_strdup (_("Not Scheduled Yet"));
  else if (self->heading == LANYARD_HEADING_DAY)
    main_text = lanyard_format_day (lanyard_zone_get_day (zone, start), LANYARD_DAY_LONG);
  else
    {
      main_text = dup_hour (zone, start);
      other_text = dup_hour_elsewhere (self, start);
    }
  gtk_label_set_label (first, main_text);
  gtk_label_set_label (second, other_text != NULL ? other_text : "");
}

static void
heading_setup_cb (LanyardItemList *self,
                  GtkListHeader   *header)
{
  gtk_list_header_set_child (header, make_heading ());
}

static void
heading_bind_cb (LanyardItemList *self,
                 GtkListHeader   *header)
{
  GtkWidget *first = gtk_widget_get_first_child (gtk_list_header_get_child (header));
  LanyardItem *item = gtk_list_header_get_item (header);

  show_heading (self, GTK_LABEL (first), GTK_LABEL (gtk_widget_get_next_sibling (first)), item);
}

static void
row_setup_cb (LanyardItemList *self,
              GtkListItem     *list_item)
{
  gtk_list_item_set_child (list_item, lanyard_item_row_new ());
}

/* Anew with each plan, for it says what is picked. */
static void
name_row (LanyardOpenConference *open,
          GParamSpec            *pspec,
          GtkListItem           *list_item)
{
  g_autofree char *label = lanyard_item_dup_accessible_label (open, gtk_list_item_get_item (list_item));

  gtk_list_item_set_accessible_label (list_item, label);
}

static void
fill_row (LanyardOpenConference *open,
          GParamSpec            *pspec,
          GtkListItem           *list_item)
{
  lanyard_item_row_bind (LANYARD_ITEM_ROW (gtk_list_item_get_child (list_item)), open,
                         gtk_list_item_get_item (list_item), LANYARD_ITEM_ROW_NONE);
  name_row (open, pspec, list_item);
}

/* The view does not bind a row again for an item that it has already, though in
 * another zone there is another time to show. */
static void
row_bind_cb (LanyardItemList *self,
             GtkListItem     *list_item)
{
  fill_row (self->open, NULL, list_item);
  g_signal_connect_object (self->open, "notify::zone", G_CALLBACK (fill_row), list_item, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->open, "notify::plan", G_CALLBACK (name_row), list_item, G_CONNECT_DEFAULT);
}

static void
row_unbind_cb (LanyardItemList *self,
               GtkListItem     *list_item)
{
  if (self->open == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->open, fill_row, list_item);
  g_signal_handlers_disconnect_by_func (self->open, name_row, list_item);
}

static void
activated_cb (LanyardItemList *self,
              guint            position)
{
  g_autoptr (LanyardItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  g_assert (LANYARD_IS_ITEM_LIST (self));

  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[SIGNAL_ITEM_ACTIVATED], 0, item);
}

static gboolean
show_all_rows_cb (gpointer user_data)
{
  LanyardItemList *self = LANYARD_ITEM_LIST (user_data);

  self->first_frame = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

/* Below the priority of drawing, so that the frame goes out first. */
static void
show_all_rows_later (LanyardItemList *self)
{
  g_clear_handle_id (&self->first_frame, g_source_remove);
  self->first_frame = g_timeout_add_full (G_PRIORITY_LOW, 50, show_all_rows_cb, self, NULL);
}

/* Each inner list becomes a section with a heading of its own. */
static GListModel *
divide (LanyardItemList *self,
        GPtrArray       *items)
{
  GListStore *sections = g_list_store_new (G_TYPE_LIST_MODEL);
  guint begin = 0;

  while (begin < items->len)
    {
      g_autoptr (GListStore) section = g_list_store_new (LANYARD_TYPE_ITEM);
      guint end = begin + 1;

      while (end < items->len && section_of (self, items->pdata[begin]) == section_of (self, items->pdata[end]))
        end++;
      g_list_store_splice (section, 0, 0, &items->pdata[begin], end - begin);
      g_list_store_append (sections, section);
      begin = end;
    }
  return G_LIST_MODEL (sections);
}

static void
lanyard_item_list_dispose (GObject *object)
{
  LanyardItemList *self = LANYARD_ITEM_LIST (object);

  g_clear_handle_id (&self->first_frame, g_source_remove);
  g_clear_object (&self->slice);
  g_clear_object (&self->open);
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

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/widgets/lanyard-item-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardItemList, view);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemList, selection);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
}

static void
lanyard_item_list_init (LanyardItemList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->slice = gtk_slice_list_model_new (NULL, 0, ROWS_OF_FIRST_FRAME);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->slice));
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

  g_set_object (&self->open, open);
  self->heading = heading;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading == LANYARD_HEADING_DAY ? _("My Plan") : _("Schedule"), -1);
}

/**
 * lanyard_item_list_set_items:
 * @self: a list
 * @items: (element-type LanyardItem): the items, in timetable order
 * @from_top: whether they are to be read from the top, and not from where the list is
 *
 * Shows other items.
 */
void
lanyard_item_list_set_items (LanyardItemList *self,
                             GPtrArray       *items,
                             gboolean         from_top)
{
  g_autoptr (GListModel) sections = NULL;
  g_autoptr (GtkFlattenListModel) flat = NULL;

  g_return_if_fail (LANYARD_IS_ITEM_LIST (self));
  g_return_if_fail (self->open != NULL);

  sections = divide (self, items);
  flat = gtk_flatten_list_model_new (g_steal_pointer (&sections));
  gtk_slice_list_model_set_size (self->slice, from_top ? ROWS_OF_FIRST_FRAME : G_MAXUINT);
  gtk_slice_list_model_set_model (self->slice, G_LIST_MODEL (flat));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  if (!from_top)
    return;
  lanyard_list_show_top (self->view);
  if (items->len > ROWS_OF_FIRST_FRAME)
    show_all_rows_later (self);
}

/**
 * lanyard_item_list_get_model:
 * @self: a list
 *
 * Gets what the list shows, in order.
 *
 * Returns: (transfer none): the items
 */
GListModel *
lanyard_item_list_get_model (LanyardItemList *self)
{
  g_return_val_if_fail (LANYARD_IS_ITEM_LIST (self), NULL);

  return G_LIST_MODEL (self->selection);
}
