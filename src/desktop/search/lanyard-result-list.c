/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The results of a search, a heading for each kind with how many there are.
 * Rows are made as they come into view. Part of the search page, main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "../widgets/lanyard-list-top.h"
#include "lanyard-result-list.h"
#include "lanyard-result-row.h"

struct _LanyardResultList
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  LanyardSearch *search;       /* owned, nullable until set */
  GHashTable *conferences;     /* owned: title by UUID */

  GtkListView *view;
  GtkSingleSelection *selection;
  GtkFlattenListModel *flat;
};

enum
{
  SIGNAL_MATCH_ACTIVATED,
  SIGNAL_TOP_PASSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardResultList, lanyard_result_list, ADW_TYPE_BIN)

/* The offer to show all gives way to what it stood for, and the focus stays. */
static void
show_all (LanyardResultList *self,
          LanyardResult     *offer,
          guint              position)
{
  lanyard_search_show_all (self->search, lanyard_result_get_kind (offer));
  gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

static void
activated_cb (LanyardResultList *self,
              guint              position)
{
  g_autoptr (LanyardResult) result = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  LanyardMatch *match;

  if (result == NULL)
    return;
  match = lanyard_result_get_match (result);
  if (match == NULL)
    {
      show_all (self, result, position);
      return;
    }
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[SIGNAL_MATCH_ACTIVATED], 0, match);
}

static gboolean
key_pressed_cb (LanyardResultList *self,
                guint              key,
                guint              code,
                GdkModifierType    modifiers)
{
  if (key != GDK_KEY_Up || gtk_single_selection_get_selected (self->selection) > 0)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[SIGNAL_TOP_PASSED], 0);
  return GDK_EVENT_STOP;
}

static void
row_setup_cb (LanyardResultList *self,
              GtkListItem       *list_item)
{
  gtk_list_item_set_child (list_item, lanyard_result_row_new ());
}

static void
name_row (LanyardResultList *self,
          GtkListItem       *list_item)
{
  LanyardResultRow *row = LANYARD_RESULT_ROW (gtk_list_item_get_child (list_item));
  g_autofree char *label = lanyard_result_row_dup_accessible_label (row);

  gtk_list_item_set_accessible_label (list_item, label);
}

static void
fill_row (LanyardResultList *self,
          GtkListItem       *list_item)
{
  LanyardResult *result = gtk_list_item_get_item (list_item);
  LanyardMatch *match = lanyard_result_get_match (result);
  const char *conference = match != NULL ? g_hash_table_lookup (self->conferences, match->uuid) : NULL;

  lanyard_result_row_bind (LANYARD_RESULT_ROW (gtk_list_item_get_child (list_item)), self->open, result, conference);
  name_row (self, list_item);
}

static void
zone_changed_cb (LanyardOpenConference *open,
                 GParamSpec            *pspec,
                 GtkListItem           *list_item)
{
  GtkWidget *list = gtk_widget_get_ancestor (gtk_list_item_get_child (list_item), LANYARD_TYPE_RESULT_LIST);

  /* A row that goes away is no longer in the list before it is let go. */
  if (list != NULL)
    fill_row (LANYARD_RESULT_LIST (list), list_item);
}

/* A result that is there already is not bound again in another zone, nor with
 * another pick. */
static void
row_bind_cb (LanyardResultList *self,
             GtkListItem       *list_item)
{
  fill_row (self, list_item);
  g_signal_connect_object (self->open, "notify::zone", G_CALLBACK (zone_changed_cb), list_item, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->open, "notify::plan", G_CALLBACK (zone_changed_cb), list_item, G_CONNECT_DEFAULT);
}

static void
row_unbind_cb (LanyardResultList *self,
               GtkListItem       *list_item)
{
  if (self->open != NULL)
    g_signal_handlers_disconnect_by_func (self->open, zone_changed_cb, list_item);
}

static GtkWidget *
make_heading_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, style);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE_FILL);
  return label;
}

static void
heading_setup_cb (LanyardResultList *self,
                  GtkListHeader     *header)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *count = make_heading_label ("caption");

  gtk_widget_add_css_class (count, "dimmed");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (box, "item-heading");
  gtk_box_append (GTK_BOX (box), make_heading_label ("heading"));
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_header_set_child (header, box);
}

static const char *
title_of (LanyardResultList *self,
          LanyardMatchKind   kind)
{
  switch (kind)
    {
    case LANYARD_MATCH_TALK: return _("Talks");
    case LANYARD_MATCH_SESSION: return lanyard_phrase_sessions (lanyard_open_conference_get_programme (self->open));
    case LANYARD_MATCH_BREAK: return _("Breaks");
    case LANYARD_MATCH_PERSON: return _("Speakers");
    case LANYARD_MATCH_ROOM: return _("Rooms");
    default: g_return_val_if_reached (NULL);
    }
}

static void
heading_bind_cb (LanyardResultList *self,
                 GtkListHeader     *header)
{
  LanyardResult *result = gtk_list_header_get_item (header);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_header_get_child (header));
  g_autofree char *count = NULL;

  if (lanyard_result_is_capped (result))
    /* Translators: there are as many results as the number says, or more */
    count = g_strdup_printf (C_("results", "%u+"), lanyard_result_get_n_found (result));
  else
    count = g_strdup_printf (C_("results", "%u"), lanyard_result_get_n_found (result));
  gtk_label_set_label (GTK_LABEL (title), title_of (self, lanyard_result_get_kind (result)));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)), count);
}

static void
lanyard_result_list_dispose (GObject *object)
{
  LanyardResultList *self = LANYARD_RESULT_LIST (object);

  /* The template would take the child away without the bin's knowing. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_RESULT_LIST);
  g_clear_object (&self->search);
  g_clear_object (&self->open);
  g_clear_pointer (&self->conferences, g_hash_table_unref);

  G_OBJECT_CLASS (lanyard_result_list_parent_class)->dispose (object);
}

static void
lanyard_result_list_class_init (LanyardResultListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_result_list_dispose;

  /**
   * LanyardResultList::match-activated:
   * @self: the list
   * @match: the match
   *
   * Somebody wants to see what was found.
   */
  signals[SIGNAL_MATCH_ACTIVATED] =
      g_signal_new ("match-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    1, LANYARD_TYPE_MATCH);

  /**
   * LanyardResultList::top-passed:
   * @self: the list
   *
   * Somebody went up from the first result.
   */
  signals[SIGNAL_TOP_PASSED] =
      g_signal_new ("top-passed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/search/lanyard-result-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardResultList, view);
  gtk_widget_class_bind_template_child (widget_class, LanyardResultList, selection);
  gtk_widget_class_bind_template_child (widget_class, LanyardResultList, flat);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
}

static void
lanyard_result_list_init (LanyardResultList *self)
{
  self->conferences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_result_list_set_search:
 * @self: a list
 * @open: the conference that is shown
 * @search: whose results it shows
 *
 * Says what it shows; once.
 */
void
lanyard_result_list_set_search (LanyardResultList     *self,
                                LanyardOpenConference *open,
                                LanyardSearch         *search)
{
  g_return_if_fail (LANYARD_IS_RESULT_LIST (self));
  g_return_if_fail (self->open == NULL);

  self->open = g_object_ref (open);
  self->search = g_object_ref (search);
  gtk_flatten_list_model_set_model (self->flat, lanyard_search_get_groups (search));
}

/**
 * lanyard_result_list_set_conferences:
 * @self: a list
 * @conferences: (element-type LanyardConference): all there are
 *
 * Says how to name the conferences of results.
 */
void
lanyard_result_list_set_conferences (LanyardResultList *self,
                                     GPtrArray         *conferences)
{
  g_return_if_fail (LANYARD_IS_RESULT_LIST (self));

  g_hash_table_remove_all (self->conferences);
  for (guint i = 0; i < conferences->len; i++)
    g_hash_table_insert (self->conferences, g_strdup (lanyard_conference_get_uuid (conferences->pdata[i])),
                         g_strdup (lanyard_conference_get_title (conferences->pdata[i])));
}

/**
 * lanyard_result_list_enter:
 * @self: a list
 *
 * Moves the focus to the first result, if there is one.
 */
void
lanyard_result_list_enter (LanyardResultList *self)
{
  g_return_if_fail (LANYARD_IS_RESULT_LIST (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

/**
 * lanyard_result_list_activate_first:
 * @self: a list
 *
 * Opens the best result.
 */
void
lanyard_result_list_activate_first (LanyardResultList *self)
{
  g_return_if_fail (LANYARD_IS_RESULT_LIST (self));

  activated_cb (self, 0);
}

/**
 * lanyard_result_list_show_top:
 * @self: a list
 *
 * Shows the best results again, because they are for other words.
 */
void
lanyard_result_list_show_top (LanyardResultList *self)
{
  g_return_if_fail (LANYARD_IS_RESULT_LIST (self));

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  lanyard_list_show_top (self->view);
}

/**
 * lanyard_result_list_get_model:
 * @self: a list
 *
 * Gets what the list shows, in order.
 *
 * Returns: (transfer none): the results
 */
GListModel *
lanyard_result_list_get_model (LanyardResultList *self)
{
  g_return_val_if_fail (LANYARD_IS_RESULT_LIST (self), NULL);

  return G_LIST_MODEL (self->selection);
}
