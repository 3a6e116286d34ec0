/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the schedule can be filtered by, and what is hidden for good: one list
 * under headings, in which one can search, and the time of day. It lists only
 * what the programme has, anew whenever it opens. Made by the schedule when it
 * is first opened. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-list-top.h"
#include "lanyard-filter-option.h"
#include "lanyard-filter-phrases.h"
#include "lanyard-filter-popover.h"
#include "lanyard-filter-row.h"

#define HOURS_A_DAY 24
#define LONG_LIST 10

struct _LanyardFilterPopover
{
  GtkPopover parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  GtkSortListModel *sorted;    /* owned: the options in sections */
  GtkFilterListModel *found;   /* owned: of these what is searched for */
  GHashTable *bound;           /* owned, of GtkListItem borrowed from the view */
  gboolean following;          /* while widgets follow the filter */

  GtkEditable *search;
  GtkListView *view;
  GtkNoSelection *selection;
  GtkDropDown *from;
  GtkDropDown *until;
};

G_DEFINE_FINAL_TYPE (LanyardFilterPopover, lanyard_filter_popover, GTK_TYPE_POPOVER)

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  guint left = lanyard_filter_option_get_group (LANYARD_FILTER_OPTION ((gpointer) a));
  guint right = lanyard_filter_option_get_group (LANYARD_FILTER_OPTION ((gpointer) b));

  return (left > right) - (left < right);
}

static gboolean
is_searched_for (gpointer item,
                 gpointer user_data)
{
  LanyardFilterPopover *self = LANYARD_FILTER_POPOVER (user_data);
  const char *text = gtk_editable_get_text (self->search);

  return *text == '\0' || g_str_match_string (text, lanyard_filter_option_get_label (item), TRUE);
}

static void
show_row (LanyardFilterPopover *self,
          GtkListItem          *list_item)
{
  LanyardFilterRow *row = LANYARD_FILTER_ROW (gtk_list_item_get_child (list_item));
  g_autofree char *label = NULL;

  lanyard_filter_row_bind (row, gtk_list_item_get_item (list_item), lanyard_open_conference_get_filter (self->open));
  label = lanyard_filter_row_dup_label (row);
  gtk_list_item_set_accessible_label (list_item, label);
}

static void
show_hours (LanyardFilterPopover *self)
{
  int from = 0;
  int until = HOURS_A_DAY * 60;

  if (!lanyard_filter_get_hours (lanyard_open_conference_get_filter (self->open), &from, &until))
    {
      from = 0;
      until = HOURS_A_DAY * 60;
    }
  gtk_drop_down_set_selected (self->from, (guint) from / 60);
  gtk_drop_down_set_selected (self->until, HOURS_A_DAY - (guint) until / 60);
}

static void
follow_filter (LanyardFilterPopover *self)
{
  GHashTableIter iter;
  gpointer list_item;

  self->following = TRUE;
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    show_row (self, list_item);
  show_hours (self);
  self->following = FALSE;
}

static void
fill (LanyardFilterPopover *self)
{
  g_autoptr (GListModel) options = NULL;

  if (lanyard_open_conference_get_programme (self->open) == NULL)
    return;
  options = lanyard_filter_option_list (self->open);
  gtk_sort_list_model_set_model (self->sorted, options);
  gtk_widget_set_visible (GTK_WIDGET (self->search), g_list_model_get_n_items (options) > LONG_LIST);
  follow_filter (self);
}

/* Where one reads stays while something is hidden or shown again. */
static void
fill_if_seen (LanyardFilterPopover *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
search_changed_cb (LanyardFilterPopover *self)
{
  g_assert (LANYARD_IS_FILTER_POPOVER (self));

  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
stop_search_cb (LanyardFilterPopover *self)
{
  g_assert (LANYARD_IS_FILTER_POPOVER (self));

  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
activated_cb (LanyardFilterPopover *self,
              guint                 position)
{
  g_autoptr (LanyardFilterOption) option = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (LanyardFilter) filter = NULL;

  g_assert (LANYARD_IS_FILTER_POPOVER (self));

  if (lanyard_filter_option_get_group (option) == LANYARD_FILTER_GROUP_HIDDEN)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.unhide", "(us)",
                                  (guint) lanyard_filter_option_get_field (option),
                                  lanyard_filter_option_get_value (option));
      return;
    }
  filter = lanyard_filter_option_toggle (option, lanyard_open_conference_get_filter (self->open));
  lanyard_open_conference_set_filter (self->open, filter);
}

/* An end before the beginning means the hours around midnight. */
static void
hours_chosen_cb (LanyardFilterPopover *self)
{
  g_autoptr (LanyardFilter) filter = NULL;
  int from;
  int until;

  g_assert (LANYARD_IS_FILTER_POPOVER (self));

  if (self->following || self->open == NULL)
    return;
  from = (int) gtk_drop_down_get_selected (self->from) * 60;
  until = (HOURS_A_DAY - (int) gtk_drop_down_get_selected (self->until)) * 60;
  filter = lanyard_filter_with_hours (lanyard_open_conference_get_filter (self->open), from, until);
  lanyard_open_conference_set_filter (self->open, filter);
}

static void
row_setup_cb (LanyardFilterPopover *self,
              GtkListItem          *list_item)
{
  gtk_list_item_set_child (list_item, lanyard_filter_row_new ());
}

static void
row_bind_cb (LanyardFilterPopover *self,
             GtkListItem          *list_item)
{
  show_row (self, list_item);
  g_hash_table_add (self->bound, list_item);
}

static void
row_unbind_cb (LanyardFilterPopover *self,
               GtkListItem          *list_item)
{
  g_hash_table_remove (self->bound, list_item);
}

static void
heading_setup_cb (LanyardFilterPopover *self,
                  GtkListHeader        *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
heading_bind_cb (LanyardFilterPopover *self,
                 GtkListHeader        *header)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)),
                       lanyard_filter_option_get_heading (gtk_list_header_get_item (header)));
}

static void
lanyard_filter_popover_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lanyard_filter_popover_parent_class)->map (widget);

  fill (LANYARD_FILTER_POPOVER (widget));
  lanyard_list_show_top (LANYARD_FILTER_POPOVER (widget)->view);
}

/* From the first hour on, and until the last: in that order, so that what is
 * chosen first in both lists means no limit. */
static void
add_hours (LanyardFilterPopover *self)
{
  g_autoptr (GtkStringList) from = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) until = gtk_string_list_new (NULL);

  for (int i = 0; i < HOURS_A_DAY; i++)
    {
      g_autofree char *hour = lanyard_phrase_filter_hour (i * 60);
      g_autofree char *last = lanyard_phrase_filter_hour ((HOURS_A_DAY - i) % HOURS_A_DAY * 60);

      /* Translators: no limit to the time of day at which talks begin */
      gtk_string_list_append (from, i > 0 ? hour : C_("time of day", "Any"));
      gtk_string_list_append (until, i > 0 ? last : C_("time of day", "Any"));
    }
  self->following = TRUE;
  gtk_drop_down_set_model (self->from, G_LIST_MODEL (from));
  gtk_drop_down_set_model (self->until, G_LIST_MODEL (until));
  self->following = FALSE;
}

static void
lanyard_filter_popover_dispose (GObject *object)
{
  LanyardFilterPopover *self = LANYARD_FILTER_POPOVER (object);

  self->following = TRUE;
  g_clear_object (&self->sorted);
  g_clear_object (&self->found);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_FILTER_POPOVER);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (lanyard_filter_popover_parent_class)->dispose (object);
}

static void
lanyard_filter_popover_finalize (GObject *object)
{
  g_hash_table_unref (LANYARD_FILTER_POPOVER (object)->bound);

  G_OBJECT_CLASS (lanyard_filter_popover_parent_class)->finalize (object);
}

static void
lanyard_filter_popover_class_init (LanyardFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_filter_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = lanyard_filter_popover_finalize;
  widget_class->map = lanyard_filter_popover_map;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/schedule/lanyard-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardFilterPopover, search);
  gtk_widget_class_bind_template_child (widget_class, LanyardFilterPopover, view);
  gtk_widget_class_bind_template_child (widget_class, LanyardFilterPopover, selection);
  gtk_widget_class_bind_template_child (widget_class, LanyardFilterPopover, from);
  gtk_widget_class_bind_template_child (widget_class, LanyardFilterPopover, until);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, hours_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
lanyard_filter_popover_init (LanyardFilterPopover *self)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_searched_for, self, NULL));

  self->bound = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sorted = gtk_sort_list_model_new (NULL, NULL);
  gtk_sort_list_model_set_section_sorter (self->sorted, GTK_SORTER (gtk_custom_sorter_new (compare_groups, NULL, NULL)));
  self->found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->sorted)), filter);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->found));
  add_hours (self);
}

/**
 * lanyard_filter_popover_new:
 * @open: the conference
 *
 * Makes a popover that filters a conference's programme.
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
lanyard_filter_popover_new (LanyardOpenConference *open)
{
  LanyardFilterPopover *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_FILTER_POPOVER, NULL);
  self->open = g_object_ref (open);
  g_signal_connect_object (open, "notify::filter", G_CALLBACK (follow_filter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::hidden", G_CALLBACK (fill_if_seen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (fill_if_seen), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
