/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a list of items, under headings: what scrolls. The list has two
 * of them, which take turns: for making away with two hundred rows at once
 * takes longer than a frame, and they can go a few at a time when another view
 * has taken their place. Made by LanyardItemList. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-item-list-private.h"
#include "lanyard-item-place.h"
#include "lanyard-item-words.h"
#include "lanyard-lined-row.h"
#include "time/lanyard-time-format.h"

G_DEFINE_FINAL_TYPE (LanyardItemView, lanyard_item_view, ADW_TYPE_BIN)

static void
show_heading (LanyardItemHeading *heading,
              LanyardItem        *item,
              gpointer            user_data)
{
  LanyardItemList *list = LANYARD_ITEM_VIEW (user_data)->list;
  LanyardZone *zone = lanyard_open_conference_get_zone (list->open);
  gint64 start = lanyard_item_get_start (item);
  g_autofree char *text = NULL;
  g_autofree char *second = NULL;

  if (start == LANYARD_NO_TIME)
    text = g_strdup (_("Not Scheduled Yet"));
  else if (list->heading == LANYARD_HEADING_DAY)
    text = lanyard_format_day (lanyard_zone_get_day (zone, start), LANYARD_DAY_LONG);
  else
    {
      text = lanyard_item_dup_hour (list->open, item);
      second = lanyard_item_dup_second_hour (list->open, item);
    }
  lanyard_item_heading_set (heading, item, text, second);
}

static void
heading_setup_cb (LanyardItemView *self,
                  GtkListHeader   *header)
{
  GtkWidget *heading = lanyard_item_heading_new ();

  gtk_widget_add_css_class (heading, "item-heading");
  gtk_list_header_set_child (header, heading);
}

static void
heading_bind_cb (LanyardItemView *self,
                 GtkListHeader   *header)
{
  show_heading (LANYARD_ITEM_HEADING (gtk_list_header_get_child (header)), gtk_list_header_get_item (header), self);
}

static void
row_setup_cb (LanyardItemView *self,
              GtkListItem     *list_item)
{
  gtk_list_item_set_child (list_item, lanyard_item_list_make_row (self->list));
}

static void
row_bind_cb (LanyardItemView *self,
             GtkListItem     *list_item)
{
  LanyardItemRow *row = lanyard_item_row_find (gtk_list_item_get_child (list_item));
  LanyardItem *item = gtk_list_item_get_item (list_item);
  const char *elsewhere = lanyard_item_list_get_elsewhere (self->list, item);

  lanyard_item_row_set_conference (row, elsewhere);
  lanyard_item_row_bind (row, self->list->open, item, elsewhere != NULL ? LANYARD_ITEM_ROW_ELSEWHERE : LANYARD_ITEM_ROW_NONE);
  lanyard_item_list_line_row (self->list, list_item);
  lanyard_item_list_name_row (self->list, list_item);
  g_hash_table_add (self->bound, list_item);
}

static void
row_unbind_cb (LanyardItemView *self,
               GtkListItem     *list_item)
{
  g_hash_table_remove (self->bound, list_item);
}

static void
activated_cb (LanyardItemView *self,
              guint            position)
{
  g_assert (LANYARD_IS_ITEM_VIEW (self));

  lanyard_item_list_activate (self->list, position);
}

static void
lanyard_item_view_dispose (GObject *object)
{
  LanyardItemView *self = LANYARD_ITEM_VIEW (object);

  g_clear_object (&self->model);
  /* The template would take the child away without the bin's knowing. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ITEM_VIEW);

  G_OBJECT_CLASS (lanyard_item_view_parent_class)->dispose (object);
}

static void
lanyard_item_view_finalize (GObject *object)
{
  g_hash_table_unref (LANYARD_ITEM_VIEW (object)->bound);

  G_OBJECT_CLASS (lanyard_item_view_parent_class)->finalize (object);
}

static void
lanyard_item_view_class_init (LanyardItemViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_item_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = lanyard_item_view_finalize;

  g_type_ensure (LANYARD_TYPE_HEADED_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/widgets/lanyard-item-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardItemView, headed);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemView, view);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemView, selection);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
}

static void
lanyard_item_view_init (LanyardItemView *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
  self->model = lanyard_growing_model_new (LANYARD_TYPE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  lanyard_headed_view_set_view (self->headed, self->view, show_heading, self);
}

/*
 * lanyard_item_view_new:
 * @list: the list whose items it shows, which outlives it
 *
 * Makes a view without rows.
 */
LanyardItemView *
lanyard_item_view_new (LanyardItemList *list)
{
  LanyardItemView *self = g_object_new (LANYARD_TYPE_ITEM_VIEW, NULL);

  self->list = list;
  return self;
}
