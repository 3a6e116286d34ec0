/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What runs now and what comes next, yours first; before, between and after
 * the days of the conference what there is to say instead. The rules are the
 * core's. Follows the minute while it is seen. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-item-words.h"
#include "../widgets/lanyard-list-focus.h"
#include "../widgets/lanyard-list-top.h"
#include "../widgets/lanyard-pick-menu.h"
#include "../widgets/lanyard-show-item.h"
#include "../widgets/lanyard-zone-button.h"
#include "lanyard-now-heading.h"
#include "lanyard-now-links.h"
#include "lanyard-now-model.h"
#include "lanyard-now-page.h"
#include "lanyard-now-row.h"
#include "lanyard-now-sections.h"
#include "plan/lanyard-now.h"
#include "time/lanyard-time-format.h"

struct _LanyardNowPage
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned */
  LanyardNow *now;             /* owned, nullable: to be made of programme and plan again */
  LanyardMoment *moment;       /* owned, nullable: what is shown, of entries of now */
  LanyardNowLinks *links;      /* owned */
  LanyardNowModel *model;      /* owned */
  GHashTable *rows;            /* owned, of GtkListItem borrowed from the view: those with a row */
  GHashTable *headings;        /* owned, of GtkListHeader borrowed from the view */
  guint n_filled;              /* how many sections are filled, all of them soon after the page was first seen */
  guint filling;               /* id of the source that fills the new page, or 0 */

  AdwWindowTitle *title;
  LanyardZoneButton *zone;
  GtkStack *stack;
  GtkListView *view;
  GtkSingleSelection *selection;
  AdwStatusPage *nothing;
};

G_DEFINE_FINAL_TYPE (LanyardNowPage, lanyard_now_page, ADW_TYPE_BIN)

/* The first heading says besides where in the conference we are. */
static void
show_heading (LanyardNowPage *self,
              GtkListHeader  *header)
{
  guint start = gtk_list_header_get_start (header);
  LanyardZone *zone = lanyard_open_conference_get_zone (self->open);
  g_autofree char *heading =
      lanyard_phrase_now_section (self->open, lanyard_now_model_get_section (self->model, start), self->moment->phase,
                                  gtk_list_header_get_item (header));
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;

  if (start == 0)
    {
      title = lanyard_moment_dup_title (self->moment, zone);
      description = lanyard_moment_dup_description (self->moment, zone);
    }
  lanyard_now_heading_set (LANYARD_NOW_HEADING (gtk_list_header_get_child (header)), heading, title, description);
}

static void
show_headings (LanyardNowPage *self)
{
  GHashTableIter iter;
  gpointer header;

  g_hash_table_iter_init (&iter, self->headings);
  while (g_hash_table_iter_next (&iter, &header, NULL))
    show_heading (self, header);
}

/* A screen reader hears how soon it begins, as well as how long it lasts. */
static void
name_row (LanyardNowPage *self,
          GtkListItem    *list_item)
{
  LanyardItem *item = gtk_list_item_get_item (list_item);
  gint64 seconds = lanyard_item_get_start (item) - lanyard_open_conference_get_now (self->open);
  g_autofree char *label = lanyard_item_dup_accessible_label (self->open, item, LANYARD_ITEM_ROW_NONE);
  g_autofree char *soon = seconds > 0 && !lanyard_item_is_cancelled (item) ? lanyard_format_time_until (seconds) : NULL;
  g_autofree char *label_with_soon = NULL;

  if (soon != NULL)
    /* Translators: how soon a talk begins, then what else there is to say of it */
    label_with_soon = g_strdup_printf (C_("list of facts", "%1$s, %2$s"), soon, label);
  gtk_list_item_set_accessible_label (list_item, label_with_soon != NULL ? label_with_soon : label);
}

static void
name_rows (LanyardNowPage *self)
{
  GHashTableIter iter;
  gpointer list_item;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    name_row (self, list_item);
}

static void
fill_row (LanyardNowPage *self,
          GtkListItem    *list_item)
{
  LanyardItem *item = gtk_list_item_get_item (list_item);
  LanyardNowSection section = lanyard_now_model_get_section (self->model, gtk_list_item_get_position (list_item));
  g_autoptr (GPtrArray) links = NULL;

  if (section == LANYARD_NOW_RUNNING)
    links = lanyard_now_links_dup_live (self->links, item);
  else if (section == LANYARD_NOW_YOUR_RECORDINGS || section == LANYARD_NOW_RECORDINGS)
    links = lanyard_now_links_dup_recordings (self->links, item);
  lanyard_now_row_bind (LANYARD_NOW_ROW (gtk_list_item_get_child (list_item)), self->open, item, links);
}

static void
row_setup_cb (LanyardNowPage *self,
              GtkListItem    *list_item)
{
  gtk_list_item_set_child (list_item, lanyard_now_row_new ());
}

static void
row_bind_cb (LanyardNowPage *self,
             GtkListItem    *list_item)
{
  fill_row (self, list_item);
  name_row (self, list_item);
  g_hash_table_add (self->rows, list_item);
}

static void
row_unbind_cb (LanyardNowPage *self,
               GtkListItem    *list_item)
{
  g_hash_table_remove (self->rows, list_item);
}

static void
heading_setup_cb (LanyardNowPage *self,
                  GtkListHeader  *header)
{
  gtk_list_header_set_child (header, lanyard_now_heading_new ());
}

static void
heading_bind_cb (LanyardNowPage *self,
                 GtkListHeader  *header)
{
  g_hash_table_add (self->headings, header);
  show_heading (self, header);
}

static void
heading_unbind_cb (LanyardNowPage *self,
                   GtkListHeader  *header)
{
  g_hash_table_remove (self->headings, header);
}

/* The item whose row has the focus, itself or its star. */
static LanyardItem *
ref_focused_item (LanyardNowPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GHashTableIter iter;
  gpointer list_item;

  g_hash_table_iter_init (&iter, self->rows);
  while (focus != NULL && g_hash_table_iter_next (&iter, &list_item, NULL))
    {
      GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (list_item));

      if (focus == row || gtk_widget_is_ancestor (focus, row))
        return g_object_ref (gtk_list_item_get_item (list_item));
    }
  return NULL;
}

/* What begins moves up to what runs, and the focus goes with it; what has left
 * the list leaves the focus to its neighbour. */
static void
keep_focus (LanyardNowPage    *self,
            LanyardItem       *item,
            LanyardNowSection  section)
{
  guint position;

  if (lanyard_now_model_find (self->model, item, &position) &&
      lanyard_now_model_get_section (self->model, position) != section)
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_FOCUS, NULL);
}

static gboolean
is_at_top (LanyardNowPage *self)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view))) <= 0;
}

static void
fill_sections (LanyardNowPage *self)
{
  for (LanyardNowSection section = 0; section < self->n_filled; section++)
    {
      g_autoptr (GPtrArray) items = lanyard_now_section_list (section, self->now, self->moment, self->links);

      lanyard_now_model_set_section (self->model, section, items);
    }
}

static void
show_nothing (LanyardNowPage *self)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (self->open);
  g_autofree char *title = lanyard_moment_dup_title (self->moment, zone);
  g_autofree char *description = lanyard_moment_dup_description (self->moment, zone);

  if (self->moment->phase == LANYARD_MOMENT_UNSCHEDULED &&
      !lanyard_filter_is_empty (lanyard_open_conference_get_hidden (self->open)))
    {
      g_set_str (&title, _("Nothing to See Here"));
      g_set_str (&description, _("What has a time is hidden, or nothing has one yet"));
    }
  if (self->moment->phase == LANYARD_MOMENT_AFTER)
    {
      g_autofree char *ended = g_steal_pointer (&description);

      /* Translators: %s is a sentence: "It ended on Sunday 25 October 2026" */
      description = g_strdup_printf (_("%s. No talk has a recording yet."), ended);
    }
  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, description);
}

static void
show_page (LanyardNowPage *self)
{
  gboolean is_over = self->moment->phase == LANYARD_MOMENT_AFTER;

  if (g_list_model_get_n_items (lanyard_now_model_get_items (self->model)) > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "items");
      return;
    }
  if (is_over && !lanyard_now_links_is_ready (self->links))
    {
      gtk_stack_set_visible_child_name (self->stack, "waiting");
      return;
    }
  show_nothing (self);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
make_now (LanyardNowPage *self)
{
  g_clear_pointer (&self->moment, lanyard_moment_free);
  self->now = lanyard_now_new (lanyard_open_conference_get_programme (self->open),
                               lanyard_open_conference_get_plan (self->open),
                               lanyard_open_conference_get_hidden (self->open));
}

/* Each minute, and when anything else has changed; while nobody sees the page
 * it waits until somebody does. Who reads at the top stays at the top, others
 * at what they read. */
static void
update (LanyardNowPage *self)
{
  g_autoptr (LanyardItem) focused = NULL;
  LanyardNowSection section = LANYARD_NOW_RUNNING;
  gboolean was_at_top;
  guint position;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || lanyard_open_conference_get_plan (self->open) == NULL ||
      lanyard_open_conference_get_programme (self->open) == NULL)
    return;

  focused = ref_focused_item (self);
  if (focused != NULL && lanyard_now_model_find (self->model, focused, &position))
    section = lanyard_now_model_get_section (self->model, position);
  was_at_top = is_at_top (self);
  if (self->now == NULL)
    make_now (self);
  g_clear_pointer (&self->moment, lanyard_moment_free);
  self->moment = lanyard_now_dup_moment (self->now, lanyard_open_conference_get_now (self->open));
  fill_sections (self);
  show_headings (self);
  name_rows (self);
  show_page (self);
  if (focused != NULL)
    keep_focus (self, focused, section);
  else if (was_at_top)
    lanyard_list_show_top (self->view);
}

/* Programme, plan or what is hidden is another one. */
static void
remake (LanyardNowPage *self)
{
  g_assert (LANYARD_IS_NOW_PAGE (self));

  g_clear_pointer (&self->now, lanyard_now_free);
  update (self);
}

static void
programme_changed_cb (LanyardNowPage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);

  g_assert (LANYARD_IS_NOW_PAGE (self));

  if (programme == NULL)
    return;
  adw_window_title_set_subtitle (self->title,
                                 lanyard_conference_get_title (lanyard_programme_get_conference (programme)));
  remake (self);
}

static void
links_changed_cb (LanyardNowPage *self)
{
  GHashTableIter iter;
  gpointer list_item;

  g_assert (LANYARD_IS_NOW_PAGE (self));

  update (self);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    fill_row (self, list_item);
}

static void
activated_cb (LanyardNowPage *self,
              guint           position)
{
  g_autoptr (LanyardItem) item = g_list_model_get_item (lanyard_now_model_get_items (self->model), position);

  gtk_single_selection_set_selected (self->selection, position);
  lanyard_show_item (GTK_WIDGET (self), item);
}

static gboolean
fill_cb (gpointer user_data)
{
  LanyardNowPage *self = LANYARD_NOW_PAGE (user_data);

  self->n_filled++;
  update (self);
  if (self->n_filled < LANYARD_N_NOW_SECTIONS)
    return G_SOURCE_CONTINUE;
  self->filling = 0;
  lanyard_list_focus_filled (GTK_WIDGET (self), self->stack);
  return G_SOURCE_REMOVE;
}

/* To make the page and to fill it would take too long at once; it is filled
 * section by section before it is drawn. */
static void
lanyard_now_page_map (GtkWidget *widget)
{
  LanyardNowPage *self = LANYARD_NOW_PAGE (widget);

  GTK_WIDGET_CLASS (lanyard_now_page_parent_class)->map (widget);
  if (self->n_filled == LANYARD_N_NOW_SECTIONS)
    update (self);
  else if (self->filling == 0)
    self->filling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_cb, self, NULL);
}

static void
lanyard_now_page_dispose (GObject *object)
{
  LanyardNowPage *self = LANYARD_NOW_PAGE (object);

  g_clear_handle_id (&self->filling, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_NOW_PAGE);
  g_clear_pointer (&self->moment, lanyard_moment_free);
  g_clear_pointer (&self->now, lanyard_now_free);
  g_clear_object (&self->links);
  g_clear_object (&self->model);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (lanyard_now_page_parent_class)->dispose (object);
}

static void
lanyard_now_page_finalize (GObject *object)
{
  LanyardNowPage *self = LANYARD_NOW_PAGE (object);

  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->headings);

  G_OBJECT_CLASS (lanyard_now_page_parent_class)->finalize (object);
}

static void
lanyard_now_page_class_init (LanyardNowPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lanyard_now_page_dispose;
  object_class->finalize = lanyard_now_page_finalize;
  widget_class->map = lanyard_now_page_map;

  g_type_ensure (LANYARD_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/now/lanyard-now-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardNowPage, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardNowPage, zone);
  gtk_widget_class_bind_template_child (widget_class, LanyardNowPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardNowPage, view);
  gtk_widget_class_bind_template_child (widget_class, LanyardNowPage, selection);
  gtk_widget_class_bind_template_child (widget_class, LanyardNowPage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
}

static void
lanyard_now_page_init (LanyardNowPage *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  self->headings = g_hash_table_new (NULL, NULL);
  self->model = lanyard_now_model_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_single_selection_set_model (self->selection, lanyard_now_model_get_items (self->model));
}

/**
 * lanyard_now_page_new:
 * @open: the conference it shows
 *
 * Makes the page.
 *
 * Returns: (transfer full): a page, floating
 */
GtkWidget *
lanyard_now_page_new (LanyardOpenConference *open)
{
  LanyardNowPage *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_NOW_PAGE, NULL);
  self->open = g_object_ref (open);
  lanyard_pick_menu_attach (GTK_WIDGET (self), open);
  self->links = lanyard_now_links_new (open);
  lanyard_zone_button_set_open (self->zone, open);
  g_signal_connect_object (self->links, "changed", G_CALLBACK (links_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::plan", G_CALLBACK (remake), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::hidden", G_CALLBACK (remake), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::now", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  programme_changed_cb (self);
  return GTK_WIDGET (self);
}
