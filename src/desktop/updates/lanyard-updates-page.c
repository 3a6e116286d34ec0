/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has changed in the programme, under headings of when that was noticed,
 * in each what is mine first. What is painted has been seen; it stays marked as
 * new until the page is left. */

#include "config.h"

#include <glib/gi18n.h>

#include "../refresh/lanyard-standing-phrases.h"
#include "../widgets/lanyard-list-top.h"
#include "../widgets/lanyard-zone-button.h"
#include "changes/lanyard-change-text.h"
#include "lanyard-update-row.h"
#include "lanyard-updates-page.h"

struct _LanyardUpdatesPage
{
  AdwBin parent_instance;
  LanyardHistory *history;       /* owned, nullable until set */
  LanyardStanding *standing;     /* owned, nullable until set */
  GHashTable *fresh;             /* owned: ids of what was unseen when this visit began, as pointers to gint64 */
  GtkNoSelection *shown;         /* owned: what the list shows */
  GdkFrameClock *frame_clock;    /* owned, nullable: while a paint is waited for */

  AdwWindowTitle *title;
  GtkToggleButton *only_mine;
  LanyardZoneButton *zone;
  GtkStack *stack;
  GtkListView *view;
  GtkLabel *checked;
};

enum
{
  SIGNAL_ITEM_ACTIVATED,
  SIGNAL_SESSION_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardUpdatesPage, lanyard_updates_page, ADW_TYPE_BIN)

/* The talk, break or session that a change is of; %NULL once it is gone. */
static gpointer
find_subject (LanyardUpdatesPage *self,
              LanyardChange      *change)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (lanyard_history_get_open (self->history));
  const LanyardChangeFields *fields = lanyard_change_get_fields (change);

  if (programme == NULL)
    return NULL;
  switch (fields->item_kind)
    {
    case LANYARD_KIND_TALK:
      return lanyard_programme_find_talk (programme, fields->key);
    case LANYARD_KIND_SESSION:
      return lanyard_programme_find_session (programme, fields->key);
    case LANYARD_KIND_BREAK:
      return lanyard_programme_find_break (programme, fields->key);
    case LANYARD_KIND_BLOCK:
    case LANYARD_KIND_OWN:
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
is_fresh (LanyardUpdatesPage *self,
          LanyardChange      *change)
{
  return g_hash_table_contains (self->fresh, &lanyard_change_get_fields (change)->id);
}

static void
row_setup_cb (LanyardUpdatesPage *self,
              GtkListItem        *list_item)
{
  gtk_list_item_set_child (list_item, lanyard_update_row_new ());
}

static void
row_bind_cb (LanyardUpdatesPage *self,
             GtkListItem        *list_item)
{
  LanyardOpenConference *open = lanyard_history_get_open (self->history);
  LanyardChange *change = gtk_list_item_get_item (list_item);
  gboolean fresh = is_fresh (self, change);
  g_autofree char *label = lanyard_update_dup_accessible_label (open, change, fresh);

  lanyard_update_row_bind (LANYARD_UPDATE_ROW (gtk_list_item_get_child (list_item)), open, change, fresh);
  gtk_list_item_set_accessible_label (list_item, label);
  gtk_list_item_set_activatable (list_item, find_subject (self, change) != NULL);
}

static void
heading_setup_cb (LanyardUpdatesPage *self,
                  GtkListHeader      *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "item-heading");
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_header_set_child (header, label);
}

static void
heading_bind_cb (LanyardUpdatesPage *self,
                 GtkListHeader      *header)
{
  LanyardOpenConference *open = lanyard_history_get_open (self->history);
  LanyardChange *change = gtk_list_header_get_item (header);
  g_autofree char *heading = lanyard_change_dup_heading (lanyard_change_get_fields (change)->noticed_at,
                                                         lanyard_open_conference_get_now (open),
                                                         lanyard_open_conference_get_zone (open));

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), heading);
}

static void
activated_cb (LanyardUpdatesPage *self,
              guint               position)
{
  g_autoptr (LanyardChange) change = g_list_model_get_item (G_LIST_MODEL (self->shown), position);
  gpointer subject = find_subject (self, change);

  if (subject == NULL)
    return;
  if (LANYARD_IS_SESSION (subject))
    g_signal_emit (self, signals[SIGNAL_SESSION_ACTIVATED], 0, subject);
  else
    g_signal_emit (self, signals[SIGNAL_ITEM_ACTIVATED], 0, subject);
}

/* Each refresh becomes a section with a heading of its own. */
static GListModel *
divide (GPtrArray *changes)
{
  GListStore *sections = g_list_store_new (G_TYPE_LIST_MODEL);
  guint begin = 0;

  while (begin < changes->len)
    {
      gint64 noticed_at = lanyard_change_get_fields (changes->pdata[begin])->noticed_at;
      g_autoptr (GListStore) section = g_list_store_new (LANYARD_TYPE_CHANGE);
      guint end = begin + 1;

      while (end < changes->len && lanyard_change_get_fields (changes->pdata[end])->noticed_at == noticed_at)
        end++;
      g_list_store_splice (section, 0, 0, &changes->pdata[begin], end - begin);
      g_list_store_append (sections, section);
      begin = end;
    }
  return G_LIST_MODEL (sections);
}

static GPtrArray *
choose_changes (LanyardUpdatesPage *self,
                GPtrArray          *changes)
{
  gboolean only_mine = gtk_toggle_button_get_active (self->only_mine);
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < changes->len; i++)
    if (!only_mine || lanyard_change_get_fields (changes->pdata[i])->is_mine)
      g_ptr_array_add (chosen, changes->pdata[i]);
  return chosen;
}

/* When there is nothing to read, it matters how new that is. */
static void
show_checked (LanyardUpdatesPage *self)
{
  g_autofree char *phrase = lanyard_phrase_standing (self->standing);

  gtk_label_set_label (self->checked, phrase != NULL ? phrase : "");
}

static void
remember_fresh (LanyardUpdatesPage *self,
                GPtrArray          *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const LanyardChangeFields *fields = lanyard_change_get_fields (changes->pdata[i]);

      if (!fields->is_seen)
        g_hash_table_add (self->fresh, g_memdup2 (&fields->id, sizeof (fields->id)));
    }
}

static void
stop_waiting (LanyardUpdatesPage *self)
{
  if (self->frame_clock != NULL)
    g_signal_handlers_disconnect_by_data (self->frame_clock, self);
  g_clear_object (&self->frame_clock);
}

static void
painted_cb (LanyardUpdatesPage *self)
{
  stop_waiting (self);
  lanyard_history_see (self->history);
}

/* Not before it was on the screen. Who looks only at what is his has seen what
 * he wants to see. */
static void
see_when_painted (LanyardUpdatesPage *self)
{
  if (self->frame_clock != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      lanyard_history_get_n_unseen (self->history) == 0)
    return;
  self->frame_clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  g_signal_connect_swapped (self->frame_clock, "after-paint", G_CALLBACK (painted_cb), self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whether the list shows these already: what was only seen stays where it is,
 * and so does who reads it. */
static gboolean
are_shown (LanyardUpdatesPage *self,
           GPtrArray          *chosen)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->shown)) != chosen->len)
    return FALSE;
  for (guint i = 0; i < chosen->len; i++)
    {
      g_autoptr (LanyardChange) change = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (lanyard_change_get_fields (change)->id != lanyard_change_get_fields (chosen->pdata[i])->id)
        return FALSE;
    }
  return TRUE;
}

/* A list that is given what it has already goes on showing it as it did: for
 * another zone, say, it must have lost it first. */
static void
show_changes (LanyardUpdatesPage *self,
              GPtrArray          *chosen,
              gboolean            is_anew)
{
  g_autoptr (GtkFlattenListModel) flat = gtk_flatten_list_model_new (divide (chosen));

  if (is_anew)
    gtk_no_selection_set_model (self->shown, NULL);
  gtk_no_selection_set_model (self->shown, G_LIST_MODEL (flat));
  if (is_anew)
    lanyard_list_show_top (self->view);
}

static void
show_history (LanyardUpdatesPage *self,
              gboolean            is_anew)
{
  GPtrArray *changes = lanyard_history_get_changes (self->history);
  g_autoptr (GPtrArray) chosen = NULL;
  const char *page = "changes";

  if (changes == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "waiting");
      return;
    }
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    remember_fresh (self, changes);
  chosen = choose_changes (self, changes);
  if (is_anew || !are_shown (self, chosen))
    show_changes (self, chosen, is_anew);
  if (changes->len == 0)
    page = "empty";
  else if (chosen->len == 0)
    page = "none-mine";
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_sensitive (GTK_WIDGET (self->only_mine), changes->len > 0);
  see_when_painted (self);
}

static void
history_changed_cb (LanyardUpdatesPage *self)
{
  show_history (self, FALSE);
}

static void
zone_changed_cb (LanyardUpdatesPage *self)
{
  show_history (self, TRUE);
}

static void
only_mine_cb (LanyardUpdatesPage *self)
{
  if (self->history != NULL)
    show_history (self, FALSE);
}

static void
show_all_cb (LanyardUpdatesPage *self)
{
  gtk_toggle_button_set_active (self->only_mine, FALSE);
}

static void
programme_changed_cb (LanyardUpdatesPage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (lanyard_history_get_open (self->history));

  if (programme != NULL)
    adw_window_title_set_subtitle (self->title,
                                   lanyard_conference_get_title (lanyard_programme_get_conference (programme)));
  show_history (self, TRUE);
}

/* Each visit has its own marks of what is new. */
static void
lanyard_updates_page_map (GtkWidget *widget)
{
  LanyardUpdatesPage *self = LANYARD_UPDATES_PAGE (widget);

  GTK_WIDGET_CLASS (lanyard_updates_page_parent_class)->map (widget);
  if (self->history != NULL)
    show_history (self, TRUE);
}

static void
lanyard_updates_page_unmap (GtkWidget *widget)
{
  LanyardUpdatesPage *self = LANYARD_UPDATES_PAGE (widget);

  stop_waiting (self);
  g_hash_table_remove_all (self->fresh);
  GTK_WIDGET_CLASS (lanyard_updates_page_parent_class)->unmap (widget);
}

static void
lanyard_updates_page_dispose (GObject *object)
{
  LanyardUpdatesPage *self = LANYARD_UPDATES_PAGE (object);

  stop_waiting (self);
  g_clear_object (&self->history);
  g_clear_object (&self->standing);
  g_clear_object (&self->shown);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_UPDATES_PAGE);

  G_OBJECT_CLASS (lanyard_updates_page_parent_class)->dispose (object);
}

static void
lanyard_updates_page_finalize (GObject *object)
{
  LanyardUpdatesPage *self = LANYARD_UPDATES_PAGE (object);

  g_clear_pointer (&self->fresh, g_hash_table_unref);

  G_OBJECT_CLASS (lanyard_updates_page_parent_class)->finalize (object);
}

static void
lanyard_updates_page_class_init (LanyardUpdatesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_updates_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = lanyard_updates_page_finalize;
  widget_class->map = lanyard_updates_page_map;
  widget_class->unmap = lanyard_updates_page_unmap;

  /**
   * LanyardUpdatesPage::item-activated:
   * @self: the page
   * @item: the talk or break
   *
   * Somebody wants to see what has changed.
   */
  signals[SIGNAL_ITEM_ACTIVATED] = g_signal_new ("item-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, LANYARD_TYPE_ITEM);

  /**
   * LanyardUpdatesPage::session-activated:
   * @self: the page
   * @session: the session
   *
   * Somebody wants to see the session that has changed.
   */
  signals[SIGNAL_SESSION_ACTIVATED] = g_signal_new ("session-activated", G_TYPE_FROM_CLASS (klass),
                                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                    1, LANYARD_TYPE_SESSION);

  g_type_ensure (LANYARD_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/updates/lanyard-updates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardUpdatesPage, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardUpdatesPage, only_mine);
  gtk_widget_class_bind_template_child (widget_class, LanyardUpdatesPage, zone);
  gtk_widget_class_bind_template_child (widget_class, LanyardUpdatesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardUpdatesPage, view);
  gtk_widget_class_bind_template_child (widget_class, LanyardUpdatesPage, checked);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, only_mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
lanyard_updates_page_init (LanyardUpdatesPage *self)
{
  self->fresh = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->shown = gtk_no_selection_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->shown));
}

/**
 * lanyard_updates_page_set_history:
 * @self: a page
 * @history: what it shows
 * @standing: how fresh that is
 *
 * Says what it shows; once.
 */
void
lanyard_updates_page_set_history (LanyardUpdatesPage *self,
                                  LanyardHistory     *history,
                                  LanyardStanding    *standing)
{
  LanyardOpenConference *open;

  g_return_if_fail (LANYARD_IS_UPDATES_PAGE (self));
  g_return_if_fail (self->history == NULL);

  open = lanyard_history_get_open (history);
  self->history = g_object_ref (history);
  self->standing = g_object_ref (standing);
  lanyard_zone_button_set_open (self->zone, open);
  g_signal_connect_object (history, "changed", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (zone_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (standing, "changed", G_CALLBACK (show_checked), self, G_CONNECT_SWAPPED);
  show_checked (self);
  programme_changed_cb (self);
}

/**
 * lanyard_updates_page_get_model:
 * @self: a page
 *
 * Gets what the list shows, in order.
 *
 * Returns: (transfer none): a list of LanyardChange
 */
GListModel *
lanyard_updates_page_get_model (LanyardUpdatesPage *self)
{
  g_return_val_if_fail (LANYARD_IS_UPDATES_PAGE (self), NULL);

  return G_LIST_MODEL (self->shown);
}
