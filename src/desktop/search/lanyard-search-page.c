/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed, found in one conference or all. The browser opens it, hands it
 * the keys that nobody else wanted. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-pick-menu.h"
#include "../widgets/lanyard-zone-button.h"
#include "lanyard-recent-searches.h"
#include "lanyard-result-list.h"
#include "lanyard-search-page.h"
#include "lanyard-search.h"

/* So long nothing is typed before the number of results is said. */
#define PAUSE_MS 700

struct _LanyardSearchPage
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned */
  LanyardSearch *search;       /* owned */
  GCancellable *listing;       /* owned: ends the listing of conferences */
  guint pause;                 /* id of the source that says how much was found */
  gboolean is_typed;           /* whether the results to come are for other words */
  gboolean wants_first;        /* whether Enter was pressed before the results came */

  GtkSearchEntry *entry;
  AdwToggleGroup *scope;
  LanyardZoneButton *zone;
  GtkStack *stack;
  GtkWidget *recent;
  GtkListBox *recent_list;
  LanyardResultList *results;
  AdwStatusPage *empty;
  GtkWidget *everywhere;
};

G_DEFINE_FINAL_TYPE (LanyardSearchPage, lanyard_search_page, ADW_TYPE_BIN)

static gboolean
say_number_cb (gpointer user_data)
{
  LanyardSearchPage *self = LANYARD_SEARCH_PAGE (user_data);
  guint n_found = lanyard_search_get_n_found (self->search);
  g_autofree char *sentence = NULL;

  self->pause = 0;
  if (n_found == 0)
    sentence = g_strdup (_("No results"));
  else if (lanyard_search_is_capped (self->search))
    sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "At least %u result", "At least %u results", n_found),
                                n_found);
  else
    sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u result", "%u results", n_found), n_found);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return G_SOURCE_REMOVE;
}

static void
show_nothing_found (LanyardSearchPage *self)
{
  gboolean can_widen = gtk_widget_get_visible (GTK_WIDGET (self->scope)) && !lanyard_search_get_everywhere (self->search);

  gtk_widget_set_visible (self->everywhere, can_widen);
  adw_status_page_set_description (self->empty,
                                   can_widen ? _("Try fewer words, another spelling, or all your conferences.")
                                             : _("Try fewer words or another spelling."));
}

static void
show_start (LanyardSearchPage *self)
{
  gboolean any = lanyard_recent_searches_show (self->recent_list);

  gtk_widget_set_visible (self->recent, any);
  gtk_stack_set_visible_child_name (self->stack, "start");
}

static void
search_done_cb (LanyardSearchPage *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (*lanyard_search_get_words (self->search) == '\0')
    {
      show_start (self);
      return;
    }
  self->pause = g_timeout_add (PAUSE_MS, say_number_cb, self);
  if (lanyard_search_get_n_found (self->search) == 0)
    {
      show_nothing_found (self);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "results");
  if (self->is_typed)
    lanyard_result_list_show_top (self->results);
  self->is_typed = FALSE;
  if (self->wants_first)
    lanyard_result_list_activate_first (self->results);
  self->wants_first = FALSE;
}

static void
search_failed_cb (LanyardSearchPage *self,
                  const char        *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->empty, markup);
  gtk_widget_set_visible (self->everywhere, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
entry_changed_cb (LanyardSearchPage *self)
{
  self->wants_first = FALSE;
  self->is_typed = TRUE;
  lanyard_search_set_words (self->search, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* Who types fast presses Enter before the store has answered. */
static void
entry_activated_cb (LanyardSearchPage *self)
{
  self->wants_first = lanyard_search_is_busy (self->search);
  if (!self->wants_first)
    lanyard_result_list_activate_first (self->results);
}

/* First what was typed goes, then the page. */
static void
search_stopped_cb (LanyardSearchPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static gboolean
entry_key_pressed_cb (LanyardSearchPage *self,
                      guint              key,
                      guint              code,
                      GdkModifierType    modifiers)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  if (!g_str_equal (gtk_stack_get_visible_child_name (self->stack), "results"))
    return GDK_EVENT_PROPAGATE;
  lanyard_result_list_enter (self->results);
  return GDK_EVENT_STOP;
}

/* Escape on the page, wherever the focus is. */
static gboolean
page_key_pressed_cb (LanyardSearchPage *self,
                     guint              key,
                     guint              code,
                     GdkModifierType    modifiers)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  search_stopped_cb (self);
  return GDK_EVENT_STOP;
}

static void
top_passed_cb (LanyardSearchPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
scope_changed_cb (LanyardSearchPage *self)
{
  if (self->search != NULL)
    lanyard_search_set_everywhere (self->search,
                                   g_strcmp0 (adw_toggle_group_get_active_name (self->scope), "everywhere") == 0);
}

static void
everywhere_cb (LanyardSearchPage *self)
{
  adw_toggle_group_set_active_name (self->scope, "everywhere");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
recent_activated_cb (LanyardSearchPage *self,
                     GtkListBoxRow     *row)
{
  g_autofree char *words = g_strdup (lanyard_recent_searches_of_row (row));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
clear_recent_cb (LanyardSearchPage *self)
{
  lanyard_recent_searches_clear ();
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  show_start (self);
}

static void
match_activated_cb (LanyardSearchPage *self,
                    LanyardMatch      *match)
{
  lanyard_recent_searches_add (lanyard_search_get_words (self->search));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-match", "(sus)", match->uuid, match->kind, match->key);
}

static void
conferences_listed_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (LanyardSearchPage) self = user_data;
  g_autoptr (GPtrArray) conferences = lanyard_store_list_conferences_finish (LANYARD_STORE (source), result, NULL);

  if (conferences == NULL || self->open == NULL)
    return;
  lanyard_result_list_set_conferences (self->results, conferences);
  gtk_widget_set_visible (GTK_WIDGET (self->scope), conferences->len > 1);
  if (conferences->len <= 1)
    adw_toggle_group_set_active_name (self->scope, "here");
}

static void
list_conferences (LanyardSearchPage *self)
{
  lanyard_store_list_conferences_async (lanyard_open_conference_get_store (self->open), self->listing,
                                        conferences_listed_cb, g_object_ref (self));
}

static void
lanyard_search_page_dispose (GObject *object)
{
  LanyardSearchPage *self = LANYARD_SEARCH_PAGE (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->listing);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_SEARCH_PAGE);
  g_clear_object (&self->listing);
  g_clear_object (&self->search);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (lanyard_search_page_parent_class)->dispose (object);
}

static void
lanyard_search_page_class_init (LanyardSearchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_search_page_dispose;

  g_type_ensure (LANYARD_TYPE_RESULT_LIST);
  g_type_ensure (LANYARD_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/search/lanyard-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardSearchPage, entry);
  gtk_widget_class_bind_template_child (widget_class, LanyardSearchPage, scope);
  gtk_widget_class_bind_template_child (widget_class, LanyardSearchPage, zone);
  gtk_widget_class_bind_template_child (widget_class, LanyardSearchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardSearchPage, recent);
  gtk_widget_class_bind_template_child (widget_class, LanyardSearchPage, recent_list);
  gtk_widget_class_bind_template_child (widget_class, LanyardSearchPage, results);
  gtk_widget_class_bind_template_child (widget_class, LanyardSearchPage, empty);
  gtk_widget_class_bind_template_child (widget_class, LanyardSearchPage, everywhere);
  gtk_widget_class_bind_template_callback (widget_class, clear_recent_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, everywhere_cb);
  gtk_widget_class_bind_template_callback (widget_class, match_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, top_passed_cb);
}

static void
lanyard_search_page_init (LanyardSearchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->listing = g_cancellable_new ();
}

/**
 * lanyard_search_page_new:
 * @open: the conference that is shown
 *
 * Makes the page, with nothing typed.
 *
 * Returns: (transfer full): a page, floating
 */
GtkWidget *
lanyard_search_page_new (LanyardOpenConference *open)
{
  LanyardSearchPage *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_SEARCH_PAGE, NULL);
  self->open = g_object_ref (open);
  lanyard_pick_menu_attach (GTK_WIDGET (self), open);
  self->search = lanyard_search_new (open);
  lanyard_zone_button_set_open (self->zone, open);
  lanyard_result_list_set_search (self->results, open, self->search);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (search_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "failed", G_CALLBACK (search_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lanyard_open_conference_get_store (open), "conferences-changed",
                           G_CALLBACK (list_conferences), self, G_CONNECT_SWAPPED);
  list_conferences (self);
  show_start (self);
  return GTK_WIDGET (self);
}

/**
 * lanyard_search_page_begin:
 * @self: a page that is shown
 *
 * Lets somebody type: what is there already is selected, so that it gives way.
 */
void
lanyard_search_page_begin (LanyardSearchPage *self)
{
  g_return_if_fail (LANYARD_IS_SEARCH_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * lanyard_search_page_forward_key:
 * @self: a page that is shown
 * @controller: one that handles a key
 *
 * Has the search field take a key that was pressed elsewhere.
 *
 * Returns: whether it did
 */
gboolean
lanyard_search_page_forward_key (LanyardSearchPage     *self,
                                 GtkEventControllerKey *controller)
{
  g_return_val_if_fail (LANYARD_IS_SEARCH_PAGE (self), FALSE);
  g_return_val_if_fail (GTK_IS_EVENT_CONTROLLER_KEY (controller), FALSE);

  return gtk_event_controller_key_forward (controller,
                                           GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));
}

/**
 * lanyard_search_page_get_words:
 * @self: a page
 *
 * Gets what is searched for.
 *
 * Returns: (transfer none): the words, empty if nothing is typed
 */
const char *
lanyard_search_page_get_words (LanyardSearchPage *self)
{
  g_return_val_if_fail (LANYARD_IS_SEARCH_PAGE (self), NULL);

  return lanyard_search_get_words (self->search);
}
