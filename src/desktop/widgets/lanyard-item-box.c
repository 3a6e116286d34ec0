/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A boxed list of a few items among the other things of a page: a person's
 * talks, a room's day. Rows lead to their item; what runs is marked. For long
 * lists there is LanyardItemList, which makes its rows when they are seen. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-item-box.h"
#include "lanyard-list-focus.h"
#include "lanyard-show-item.h"
#include "time/lanyard-time-format.h"

/* A shorter gap is the time it takes to change speakers. */
#define SHORTEST_GAP (10 * 60)

struct _LanyardItemBox
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  LanyardItemBoxFlags flags;
  GPtrArray *items;            /* owned, of LanyardItem */
  GtkListBox *list;            /* borrowed child */
};

G_DEFINE_FINAL_TYPE (LanyardItemBox, lanyard_item_box, ADW_TYPE_BIN)

/* The item that a row of the list shows, NULL of a line between them. */
static LanyardItem *
item_of_row (GtkWidget *row)
{
  GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  return LANYARD_IS_ITEM_ROW (child) ? lanyard_item_row_get_item (LANYARD_ITEM_ROW (child)) : NULL;
}

static gboolean
is_running (LanyardItemBox *self,
            LanyardItem    *item)
{
  gint64 now = lanyard_open_conference_get_now (self->open);

  return lanyard_item_is_scheduled (item) && !lanyard_item_is_cancelled (item) &&
         lanyard_item_get_start (item) <= now && lanyard_item_get_end (item) > now;
}

/* Headings of days cannot have the focus, so that each row says its day. */
static char *
dup_name (LanyardItemBox *self,
          LanyardItem    *item)
{
  g_autofree char *label = lanyard_item_dup_accessible_label (self->open, item, LANYARD_ITEM_ROW_NONE);
  g_autofree char *day = NULL;

  if ((self->flags & LANYARD_ITEM_BOX_DAYS) == 0 || !lanyard_item_is_scheduled (item))
    return g_steal_pointer (&label);
  day = lanyard_format_day (lanyard_zone_get_day (lanyard_open_conference_get_zone (self->open), lanyard_item_get_start (item)),
                            LANYARD_DAY_MEDIUM);
  /* Translators: a day, then what there is to say of a talk on that day */
  return g_strdup_printf (C_("list of facts", "%1$s, %2$s"), day, label);
}

/* With each plan and each minute, for a row's name says what is picked and on. */
static void
mark_rows (LanyardItemBox *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      LanyardItem *item = item_of_row (row);
      g_autofree char *label = NULL;

      if (item == NULL)
        continue;
      label = dup_name (self, item);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      if (is_running (self, item))
        gtk_widget_add_css_class (row, "running");
      else
        gtk_widget_remove_css_class (row, "running");
    }
}

static void
append_line (LanyardItemBox *self,
             const char     *text,
             const char     *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_list_box_append (self->list, g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE,
                                                 "child", label, NULL));
}

static void
append_day (LanyardItemBox *self,
            guint           day)
{
  g_autofree char *text = day != 0 ? lanyard_format_day (day, LANYARD_DAY_LONG) : g_strdup (_("Not Scheduled Yet"));

  append_line (self, text, "item-box-day");
}

static void
append_gap (LanyardItemBox *self,
            gint64          start,
            gint64          end)
{
  g_autofree char *times = lanyard_format_time_range (lanyard_open_conference_get_zone (self->open), start, end);
  g_autofree char *duration = lanyard_format_duration (end - start);
  g_autofree char *text = NULL;

  /* Translators: a stretch of time in which nothing is in a room: "12:00–13:30 · nothing for 1 h 30 min" */
  text = g_strdup_printf (_("%1$s · nothing for %2$s"), times, duration);
  append_line (self, text, "item-box-gap");
}

static void
append_item (LanyardItemBox *self,
             LanyardItem    *item)
{
  GtkWidget *row = lanyard_item_row_new ();

  lanyard_item_row_bind (LANYARD_ITEM_ROW (row), self->open, item, LANYARD_ITEM_ROW_NONE);
  gtk_list_box_append (self->list, row);
}

static void
refill (LanyardItemBox *self)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (self->open);
  gint64 last_end = LANYARD_NO_TIME;
  guint last_day = G_MAXUINT;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (self->items, i);
      gint64 start = lanyard_item_get_start (item);
      guint day = lanyard_item_is_scheduled (item) ? lanyard_zone_get_day (zone, start) : 0;

      if ((self->flags & LANYARD_ITEM_BOX_DAYS) != 0 && day != last_day)
        append_day (self, day);
      else if ((self->flags & LANYARD_ITEM_BOX_GAPS) != 0 && last_end != LANYARD_NO_TIME && day == last_day &&
               day != 0 && start - last_end >= SHORTEST_GAP)
        append_gap (self, last_end, start);
      append_item (self, item);
      last_day = day;
      if (lanyard_item_is_scheduled (item))
        last_end = MAX (last_end, lanyard_item_get_end (item));
    }
  mark_rows (self);
}

static void
row_activated_cb (LanyardItemBox *self,
                  GtkListBoxRow  *row)
{
  LanyardItem *item = item_of_row (GTK_WIDGET (row));

  if (item != NULL)
    lanyard_show_item (GTK_WIDGET (self), item);
}

static gboolean
lanyard_item_box_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  return GTK_WIDGET_CLASS (lanyard_item_box_parent_class)->focus (widget, direction) ||
         lanyard_list_focus_first (LANYARD_ITEM_BOX (widget)->list, direction);
}

static void
lanyard_item_box_dispose (GObject *object)
{
  LanyardItemBox *self = LANYARD_ITEM_BOX (object);

  g_clear_object (&self->open);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (lanyard_item_box_parent_class)->dispose (object);
}

static void
lanyard_item_box_class_init (LanyardItemBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_item_box_dispose;
  GTK_WIDGET_CLASS (klass)->focus = lanyard_item_box_focus;
}

static void
lanyard_item_box_init (LanyardItemBox *self)
{
  self->items = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  lanyard_list_pass_headings (self->list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_tab_behavior (self->list, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * lanyard_item_box_set_open:
 * @self: a box
 * @open: the conference
 * @name: what the box holds, for assistive technology
 * @flags: what stands between the items
 *
 * Says what the box is of; once, before its items.
 */
void
lanyard_item_box_set_open (LanyardItemBox        *self,
                           LanyardOpenConference *open,
                           const char            *name,
                           LanyardItemBoxFlags    flags)
{
  g_return_if_fail (LANYARD_IS_ITEM_BOX (self));
  g_return_if_fail (self->open == NULL);

  self->open = g_object_ref (open);
  self->flags = flags;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::plan", G_CALLBACK (mark_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::now", G_CALLBACK (mark_rows), self, G_CONNECT_SWAPPED);
}

static gboolean
are_same_items (GPtrArray *a,
                GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

/**
 * lanyard_item_box_set_items:
 * @self: a box
 * @items: (element-type LanyardItem): the items, in timetable order
 *
 * Shows other items.
 */
void
lanyard_item_box_set_items (LanyardItemBox *self,
                            GPtrArray      *items)
{
  g_return_if_fail (LANYARD_IS_ITEM_BOX (self));
  g_return_if_fail (self->open != NULL);

  if (are_same_items (self->items, items))
    return;
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->items, g_object_ref (g_ptr_array_index (items, i)));
  refill (self);
}
