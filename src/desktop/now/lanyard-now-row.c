/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of Now & Next: an item as it stands in every list, below it how much
 * of it is over, and buttons for where it can be watched and talked about,
 * both in line with its text. It follows the minute itself, for which nothing
 * is laid out. Main thread. */

#include "config.h"

#include "../widgets/lanyard-item-row.h"
#include "../widgets/lanyard-link-button.h"
#include "lanyard-now-row.h"

#define SPACE_AFTER 12

struct _LanyardNowRow
{
  GtkWidget parent_instance;
  LanyardOpenConference *open; /* owned, nullable until bound */
  LanyardItem *item;           /* owned, nullable until bound */

  LanyardItemRow *row;
  GtkProgressBar *progress;
  AdwWrapBox *buttons;
};

G_DEFINE_FINAL_TYPE (LanyardNowRow, lanyard_now_row, GTK_TYPE_WIDGET)

static void
show_links (LanyardNowRow *self,
            GPtrArray     *links)
{
  GtkWidget *button;

  while ((button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    adw_wrap_box_remove (self->buttons, button);
  for (guint i = 0; links != NULL && i < links->len; i++)
    adw_wrap_box_append (self->buttons, lanyard_link_button_new (g_ptr_array_index (links, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), links != NULL && links->len > 0);
}

static void
show_progress (LanyardNowRow *self)
{
  gint64 now = lanyard_open_conference_get_now (self->open);
  gint64 start = lanyard_item_get_start (self->item);
  gint64 end = lanyard_item_get_end (self->item);
  gboolean is_running = !lanyard_item_is_cancelled (self->item) && start <= now && end > now;

  g_assert (LANYARD_IS_NOW_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_running);
  if (is_running)
    gtk_progress_bar_set_fraction (self->progress, (double) (now - start) / (double) (end - start));
}

static GtkSizeRequestMode
lanyard_now_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* How much less wide a child is than the row. */
static int
indent_of (LanyardNowRow *self,
           GtkWidget     *child)
{
  return child == GTK_WIDGET (self->row) ? 0 : lanyard_item_row_get_text_start (self->row) + SPACE_AFTER;
}

static void
lanyard_now_row_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  LanyardNowRow *self = LANYARD_NOW_ROW (widget);

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int indent = indent_of (self, child);
      int least;
      int usual;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation,
                          orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0 ? MAX (for_size - indent, 0) : -1,
                          &least, &usual, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, least + indent);
          *natural = MAX (*natural, usual + indent);
        }
      else
        {
          *minimum += least;
          *natural += usual;
        }
    }
}

static void
lanyard_now_row_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  LanyardNowRow *self = LANYARD_NOW_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int indent = indent_of (self, child);
      GtkAllocation place = { 0, y, MAX (width - indent, 0), 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      if (indent > 0)
        place.x = rtl ? SPACE_AFTER : indent - SPACE_AFTER;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL, NULL);
      gtk_widget_size_allocate (child, &place, -1);
      y += place.height;
    }
}

static void
lanyard_now_row_dispose (GObject *object)
{
  LanyardNowRow *self = LANYARD_NOW_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_NOW_ROW);

  G_OBJECT_CLASS (lanyard_now_row_parent_class)->dispose (object);
}

static void
lanyard_now_row_class_init (LanyardNowRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_now_row_dispose;
  widget_class->get_request_mode = lanyard_now_row_get_request_mode;
  widget_class->measure = lanyard_now_row_measure;
  widget_class->size_allocate = lanyard_now_row_size_allocate;

  g_type_ensure (LANYARD_TYPE_ITEM_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/now/lanyard-now-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardNowRow, row);
  gtk_widget_class_bind_template_child (widget_class, LanyardNowRow, progress);
  gtk_widget_class_bind_template_child (widget_class, LanyardNowRow, buttons);
}

static void
lanyard_now_row_init (LanyardNowRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_now_row_new:
 *
 * Makes an empty row.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lanyard_now_row_new (void)
{
  return g_object_new (LANYARD_TYPE_NOW_ROW, NULL);
}

/**
 * lanyard_now_row_bind:
 * @self: a row
 * @open: the conference
 * @item: what to show
 * @links: (nullable) (element-type LanyardLink): what to offer to open
 *
 * Shows an item.
 */
void
lanyard_now_row_bind (LanyardNowRow         *self,
                      LanyardOpenConference *open,
                      LanyardItem           *item,
                      GPtrArray             *links)
{
  g_return_if_fail (LANYARD_IS_NOW_ROW (self));
  g_return_if_fail (LANYARD_IS_ITEM (item));

  if (g_set_object (&self->open, open))
    g_signal_connect_object (open, "notify::now", G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
  g_set_object (&self->item, item);
  lanyard_item_row_bind (self->row, open, item, LANYARD_ITEM_ROW_SOON);
  show_links (self, links);
  show_progress (self);
}
