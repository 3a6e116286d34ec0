/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One conference to walk about in: sidebar, pages and the detail of one item,
 * side by side where there is room and one at a time where there is not. A
 * page is made when it is first shown. */

#include "config.h"

#include <glib/gi18n.h>

#include "../conference/lanyard-conference-page.h"
#include "../now/lanyard-now-page.h"
#include "../plan/lanyard-plan-page.h"
#include "../refresh/lanyard-standing-banner.h"
#include "../rooms/lanyard-room-page.h"
#include "../rooms/lanyard-rooms-page.h"
#include "../search/lanyard-search-page.h"
#include "../sessions/lanyard-session-page.h"
#include "../sessions/lanyard-sessions-page.h"
#include "../speakers/lanyard-person-page.h"
#include "../speakers/lanyard-speakers-page.h"
#include "../updates/lanyard-updates-page.h"
#include "../zone/lanyard-zone-hint.h"
#include "lanyard-browser.h"
#include "lanyard-page-bar.h"
#include "lanyard-typing.h"

struct _LanyardBrowser
{
  AdwBreakpointBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  LanyardHistory *history;     /* owned, nullable until set */
  LanyardStanding *standing; /* owned, nullable until set */
  GSettings *settings;         /* owned, nullable until set */
  char *day;                   /* owned, nullable: for the schedule, before it is made */
  GtkWidget *search;           /* borrowed, nullable until first shown: the search page */
  gboolean searched_from_item; /* whether the search lies before an item that had the whole window */
  gboolean folded;             /* whether there is no room for the detail beside the page */

  AdwOverlaySplitView *outer;
  AdwNavigationSplitView *inner;
  LanyardSidebar *sidebar;
  AdwNavigationView *navigation;
  AdwBin *hint;
  GtkStack *pages;
  GtkRevealer *bar_revealer;
  LanyardPageBar *bar;
  LanyardDetailPage *detail;
};

typedef enum
{
  PROP_PAGE = 1,
} LanyardBrowserProperty;

static GParamSpec *properties[PROP_PAGE + 1];

#define SEARCH_TAG "search"

G_DEFINE_FINAL_TYPE (LanyardBrowser, lanyard_browser, ADW_TYPE_BREAKPOINT_BIN)

static void
item_activated_cb (LanyardBrowser *self,
                   LanyardItem    *item)
{
  lanyard_browser_show_item (self, item);
}

static void
session_activated_cb (LanyardBrowser *self,
                      LanyardSession *session)
{
  lanyard_browser_show_session (self, session);
}

static GtkWidget *
make_plan_page (LanyardBrowser *self)
{
  LanyardPlanPage *page = g_object_new (LANYARD_TYPE_PLAN_PAGE, NULL);

  lanyard_plan_page_set_open (page, self->open);
  g_signal_connect_object (page, "item-activated", G_CALLBACK (item_activated_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (page);
}

static GtkWidget *
make_now_page (LanyardBrowser *self)
{
  return lanyard_now_page_new (self->open);
}

static GtkWidget *
get_schedule_page (LanyardBrowser *self)
{
  return adw_bin_get_child (ADW_BIN (gtk_stack_get_child_by_name (self->pages, "schedule")));
}

static gboolean
shows_grid (LanyardBrowser *self)
{
  AdwNavigationPage *visible = adw_navigation_view_get_visible_page (self->navigation);
  GtkWidget *schedule = get_schedule_page (self);

  return schedule != NULL && g_str_equal (gtk_stack_get_visible_child_name (self->pages), "schedule") &&
         visible != NULL && g_strcmp0 (adw_navigation_page_get_tag (visible), "root") == 0 &&
         g_str_equal (lanyard_schedule_page_get_view (LANYARD_SCHEDULE_PAGE (schedule)), "grid");
}

/* The grid wants all the width there is: what is opened from it lies down upon
 * it, as everything does in a narrow window. */
static void
make_room_cb (LanyardBrowser *self)
{
  gboolean collapse = self->folded || shows_grid (self);

  g_assert (LANYARD_IS_BROWSER (self));

  if (collapse == adw_navigation_split_view_get_collapsed (self->inner))
    return;
  if (collapse && !self->folded)
    adw_navigation_split_view_set_show_content (self->inner, FALSE);
  adw_navigation_split_view_set_collapsed (self->inner, collapse);
}

static void
fold_cb (LanyardBrowser *self)
{
  self->folded = TRUE;
  make_room_cb (self);
}

static void
unfold_cb (LanyardBrowser *self)
{
  self->folded = FALSE;
  make_room_cb (self);
}

static GtkWidget *
make_schedule_page (LanyardBrowser *self)
{
  LanyardSchedulePage *page = g_object_new (LANYARD_TYPE_SCHEDULE_PAGE, NULL);

  if (self->settings != NULL)
    {
      g_settings_bind (self->settings, "schedule-view", page, "view", G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (self->settings, "schedule-position", page, "position", G_SETTINGS_BIND_DEFAULT);
    }
  lanyard_schedule_page_set_day (page, self->day);
  lanyard_schedule_page_set_open (page, self->open);
  g_signal_connect_object (page, "notify::view", G_CALLBACK (make_room_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "item-activated", G_CALLBACK (item_activated_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (page);
}

static GtkWidget *
make_sessions_page (LanyardBrowser *self)
{
  LanyardSessionsPage *page = g_object_new (LANYARD_TYPE_SESSIONS_PAGE, NULL);

  lanyard_sessions_page_set_open (page, self->open);
  g_signal_connect_object (page, "session-activated", G_CALLBACK (session_activated_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (page);
}

static GtkWidget *
make_speakers_page (LanyardBrowser *self)
{
  return lanyard_speakers_page_new (self->open);
}

static GtkWidget *
make_rooms_page (LanyardBrowser *self)
{
  return lanyard_rooms_page_new (self->open);
}

static GtkWidget *
make_updates_page (LanyardBrowser *self)
{
  LanyardUpdatesPage *page = g_object_new (LANYARD_TYPE_UPDATES_PAGE, NULL);

  lanyard_updates_page_set_history (page, self->history, self->standing);
  g_signal_connect_object (page, "item-activated", G_CALLBACK (item_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "session-activated", G_CALLBACK (session_activated_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (page);
}

static const struct
{
  const char *name;
  GtkWidget *(*make) (LanyardBrowser *self);
} page_makers[] = {
  { "plan", make_plan_page },         { "now", make_now_page },
  { "schedule", make_schedule_page }, { "sessions", make_sessions_page },
  { "speakers", make_speakers_page }, { "rooms", make_rooms_page },
  { "updates", make_updates_page },
};

/* Below the header of the page, which is a bin with a toolbar view. */
static void
add_banner (LanyardBrowser *self,
            AdwBin         *bin)
{
  GtkWidget *view = adw_bin_get_child (ADW_BIN (adw_bin_get_child (bin)));

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), lanyard_standing_banner_new (self->standing));
}

static void
make_visible_page (LanyardBrowser *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->pages);
  AdwBin *bin = ADW_BIN (gtk_stack_get_visible_child (self->pages));

  if (self->open == NULL || adw_bin_get_child (bin) != NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (page_makers); i++)
    if (g_str_equal (page_makers[i].name, name))
      adw_bin_set_child (bin, page_makers[i].make (self));
  add_banner (self, bin);
}

static void
page_changed_cb (LanyardBrowser *self)
{
  g_assert (LANYARD_IS_BROWSER (self));

  make_visible_page (self);
  lanyard_sidebar_set_page (self->sidebar, lanyard_browser_get_page (self));
  lanyard_page_bar_set_page (self->bar, lanyard_browser_get_page (self));
  make_room_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
page_activated_cb (LanyardBrowser *self,
                   const char     *page)
{
  lanyard_browser_set_page (self, page);
  if (adw_overlay_split_view_get_collapsed (self->outer))
    adw_overlay_split_view_set_show_sidebar (self->outer, FALSE);
}

/* A sidebar that lies over the page is closed until it is asked for. */
static void
collapsed_cb (LanyardBrowser *self)
{
  adw_overlay_split_view_set_show_sidebar (self->outer, !adw_overlay_split_view_get_collapsed (self->outer));
}

static void
programme_changed_cb (LanyardBrowser *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  if (LANYARD_IS_SESSION_PAGE (page) &&
      (programme == NULL ||
       lanyard_programme_find_session (programme, lanyard_session_page_get_key (LANYARD_SESSION_PAGE (page))) == NULL))
    adw_navigation_view_pop_to_tag (self->navigation, "root");
}

static void
history_changed_cb (LanyardBrowser *self)
{
  lanyard_page_bar_set_n_unseen (self->bar, lanyard_history_get_n_unseen (self->history));
}

/* A page that lies upon the others already comes to the top again; one that is
 * new lies down upon them. */
static void
push_page (LanyardBrowser    *self,
           AdwNavigationPage *page,
           const char        *tag)
{
  adw_navigation_page_set_tag (page, tag);
  adw_navigation_view_push (self->navigation, page);
}

static gboolean
return_to_page (LanyardBrowser *self,
                const char     *tag)
{
  adw_navigation_split_view_set_show_content (self->inner, FALSE);
  if (adw_navigation_view_find_page (self->navigation, tag) == NULL)
    return FALSE;
  adw_navigation_view_pop_to_tag (self->navigation, tag);
  return TRUE;
}

/* It stays when it is left, so that what was typed is still there. */
static void
make_search (LanyardBrowser *self)
{
  AdwNavigationPage *page;

  self->search = lanyard_search_page_new (self->open);
  page = adw_navigation_page_new_with_tag (self->search, _("Search"), SEARCH_TAG);
  adw_navigation_view_add (self->navigation, page);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (adw_bin_get_child (ADW_BIN (self->search))),
                                lanyard_standing_banner_new (self->standing));
}

/* Whether the search is shown, or lies below what is shown. */
static gboolean
is_searching (LanyardBrowser *self)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (self->navigation);

  for (guint i = 0; i < g_list_model_get_n_items (stack); i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);

      if (g_strcmp0 (adw_navigation_page_get_tag (page), SEARCH_TAG) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Upon whatever is shown, so that going back leads there, focus and all. */
static void
show_search (LanyardBrowser *self)
{
  gboolean shows_item = adw_navigation_split_view_get_show_content (self->inner) &&
                        adw_navigation_split_view_get_collapsed (self->inner);

  if (self->open == NULL || lanyard_open_conference_get_programme (self->open) == NULL)
    return;
  if (self->search == NULL)
    make_search (self);
  if (is_searching (self))
    adw_navigation_view_pop_to_tag (self->navigation, SEARCH_TAG);
  else
    {
      self->searched_from_item = shows_item;
      adw_navigation_view_push_by_tag (self->navigation, SEARCH_TAG);
    }
  adw_navigation_split_view_set_show_content (self->inner, FALSE);
  lanyard_search_page_begin (LANYARD_SEARCH_PAGE (self->search));
}

static void
popped_cb (LanyardBrowser    *self,
           AdwNavigationPage *page)
{
  if (g_strcmp0 (adw_navigation_page_get_tag (page), SEARCH_TAG) != 0)
    return;
  if (self->searched_from_item)
    adw_navigation_split_view_set_show_content (self->inner, TRUE);
  self->searched_from_item = FALSE;
}

/* Who just types wants to search. */
static gboolean
key_pressed_cb (LanyardBrowser        *self,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                GtkEventControllerKey *controller)
{
  if (!lanyard_typing_is_text (GTK_WIDGET (self), key, modifiers))
    return GDK_EVENT_PROPAGATE;
  show_search (self);
  return self->search != NULL && lanyard_search_page_forward_key (LANYARD_SEARCH_PAGE (self->search), controller);
}

static void
lanyard_browser_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((LanyardBrowserProperty) property_id)
    {
    case PROP_PAGE:
      g_value_set_string (value, lanyard_browser_get_page (LANYARD_BROWSER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_browser_dispose (GObject *object)
{
  LanyardBrowser *self = LANYARD_BROWSER (object);

  g_clear_object (&self->history);
  g_clear_object (&self->standing);
  g_clear_object (&self->open);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->day, g_free);
  /* The template would take the child away without the bin's knowing. */
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_BROWSER);

  G_OBJECT_CLASS (lanyard_browser_parent_class)->dispose (object);
}

static void
lanyard_browser_class_init (LanyardBrowserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lanyard_browser_get_property;
  object_class->dispose = lanyard_browser_dispose;

  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (LANYARD_TYPE_DETAIL_PAGE);
  g_type_ensure (LANYARD_TYPE_PAGE_BAR);
  g_type_ensure (LANYARD_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/browser/lanyard-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, outer);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, inner);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, sidebar);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, navigation);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, hint);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, pages);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, bar_revealer);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, detail);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_room_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, unfold_cb);
}

static void
lanyard_browser_init (LanyardBrowser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_browser_set_open:
 * @self: a browser
 * @open: the conference it shows
 *
 * Says what it shows; once.
 */
void
lanyard_browser_set_open (LanyardBrowser        *self,
                          LanyardOpenConference *open)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));
  g_return_if_fail (self->open == NULL);

  self->open = g_object_ref (open);
  self->history = lanyard_history_new (open);
  lanyard_sidebar_set_open (self->sidebar, open);
  lanyard_sidebar_set_history (self->sidebar, self->history);
  lanyard_detail_page_set_open (self->detail, open);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "changed", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->hint, lanyard_zone_hint_new (open));
  programme_changed_cb (self);
  page_changed_cb (self);
}

/**
 * lanyard_browser_set_standing:
 * @self: a browser
 * @standing: how fresh the conference is
 *
 * Says what its banners and the sidebar's foot show; once, before
 * lanyard_browser_set_open().
 */
void
lanyard_browser_set_standing (LanyardBrowser   *self,
                               LanyardStanding *standing)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));
  g_return_if_fail (self->standing == NULL);

  self->standing = g_object_ref (standing);
  lanyard_sidebar_set_standing (self->sidebar, standing);
}

/**
 * lanyard_browser_set_settings:
 * @self: a browser
 * @settings: where it is kept how the schedule is shown and where it is read
 *
 * Says where pages keep what holds for all conferences; once, before
 * lanyard_browser_set_open().
 */
void
lanyard_browser_set_settings (LanyardBrowser *self,
                              GSettings      *settings)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
}

/**
 * lanyard_browser_get_page:
 * @self: a browser
 *
 * Gets which page is shown.
 *
 * Returns: (transfer none): the page's name: "plan", "now", "schedule",
 *   "sessions", "speakers", "rooms" or "updates"
 */
const char *
lanyard_browser_get_page (LanyardBrowser *self)
{
  g_return_val_if_fail (LANYARD_IS_BROWSER (self), NULL);

  return gtk_stack_get_visible_child_name (self->pages);
}

/**
 * lanyard_browser_set_page:
 * @self: a browser
 * @page: a page's name, or "search"; a name that no page has does nothing
 *
 * Shows a page, in front of whatever lies upon it; the search upon what is
 * shown.
 */
void
lanyard_browser_set_page (LanyardBrowser *self,
                          const char     *page)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));

  if (g_str_equal (page, "search"))
    show_search (self);
  if (gtk_stack_get_child_by_name (self->pages, page) == NULL)
    return;
  gtk_stack_set_visible_child_name (self->pages, page);
  adw_navigation_view_pop_to_tag (self->navigation, "root");
  adw_navigation_split_view_set_show_content (self->inner, FALSE);
}

/**
 * lanyard_browser_focus_page:
 * @self: a browser
 *
 * Gives the focus to what the page is for, where it was last; unless something
 * lies upon the page, or the bar below has the focus, from which one goes on.
 */
void
lanyard_browser_focus_page (LanyardBrowser *self)
{
  AdwNavigationPage *visible;
  GtkRoot *root;
  GtkWidget *focus;
  GtkWidget *view;

  g_return_if_fail (LANYARD_IS_BROWSER (self));

  visible = adw_navigation_view_get_visible_page (self->navigation);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (self->open == NULL || visible == NULL || g_strcmp0 (adw_navigation_page_get_tag (visible), "root") != 0 ||
      (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->bar))))
    return;
  view = adw_bin_get_child (ADW_BIN (adw_bin_get_child (ADW_BIN (gtk_stack_get_visible_child (self->pages)))));
  if (!gtk_widget_child_focus (adw_toolbar_view_get_content (ADW_TOOLBAR_VIEW (view)), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

/**
 * lanyard_browser_dup_day:
 * @self: a browser
 *
 * Gets which day the schedule shows.
 *
 * Returns: (transfer full) (nullable): the day's name
 */
char *
lanyard_browser_dup_day (LanyardBrowser *self)
{
  GtkWidget *page;

  g_return_val_if_fail (LANYARD_IS_BROWSER (self), NULL);

  page = get_schedule_page (self);
  return page != NULL ? lanyard_schedule_page_dup_day (LANYARD_SCHEDULE_PAGE (page)) : g_strdup (self->day);
}

/**
 * lanyard_browser_set_day:
 * @self: a browser
 * @day: (nullable): what lanyard_browser_dup_day() gave
 *
 * Has the schedule show a day, if it has it.
 */
void
lanyard_browser_set_day (LanyardBrowser *self,
                         const char     *day)
{
  GtkWidget *page;

  g_return_if_fail (LANYARD_IS_BROWSER (self));

  g_set_str (&self->day, day);
  page = get_schedule_page (self);
  if (page != NULL)
    lanyard_schedule_page_set_day (LANYARD_SCHEDULE_PAGE (page), day);
}

/**
 * lanyard_browser_get_schedule:
 * @self: a browser
 *
 * Gets the schedule, which is made if it was not shown yet.
 *
 * Returns: (transfer none): the page
 */
LanyardSchedulePage *
lanyard_browser_get_schedule (LanyardBrowser *self)
{
  AdwBin *bin;

  g_return_val_if_fail (LANYARD_IS_BROWSER (self), NULL);
  g_return_val_if_fail (self->open != NULL, NULL);

  bin = ADW_BIN (gtk_stack_get_child_by_name (self->pages, "schedule"));
  if (adw_bin_get_child (bin) == NULL)
    {
      adw_bin_set_child (bin, make_schedule_page (self));
      add_banner (self, bin);
    }
  return LANYARD_SCHEDULE_PAGE (adw_bin_get_child (bin));
}

/**
 * lanyard_browser_toggle_sidebar:
 * @self: a browser
 *
 * Shows the sidebar or hides it.
 */
void
lanyard_browser_toggle_sidebar (LanyardBrowser *self)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));

  adw_overlay_split_view_set_show_sidebar (self->outer, !adw_overlay_split_view_get_show_sidebar (self->outer));
}

/**
 * lanyard_browser_show_item:
 * @self: a browser
 * @item: a talk, a break or a block
 *
 * Shows an item; of a block, its session.
 */
void
lanyard_browser_show_item (LanyardBrowser *self,
                           LanyardItem    *item)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));
  g_return_if_fail (LANYARD_IS_ITEM (item));

  if (lanyard_item_get_kind (item) == LANYARD_KIND_BLOCK)
    {
      lanyard_browser_show_session (self, lanyard_item_get_session (item));
      return;
    }
  lanyard_detail_page_set_item (self->detail, item);
  if (is_searching (self))
    lanyard_detail_page_set_words (self->detail, lanyard_search_page_get_words (LANYARD_SEARCH_PAGE (self->search)));
  adw_navigation_split_view_set_show_content (self->inner, TRUE);
}

/**
 * lanyard_browser_show_session:
 * @self: a browser
 * @session: a session
 *
 * Shows the page of a session.
 */
void
lanyard_browser_show_session (LanyardBrowser *self,
                              LanyardSession *session)
{
  g_autofree char *tag = NULL;

  g_return_if_fail (LANYARD_IS_BROWSER (self));
  g_return_if_fail (LANYARD_IS_SESSION (session));

  tag = g_strdup_printf ("session:%s", lanyard_session_get_key (session));
  if (!return_to_page (self, tag))
    push_page (self, ADW_NAVIGATION_PAGE (lanyard_session_page_new (self->open, session)), tag);
}

/**
 * lanyard_browser_show_person:
 * @self: a browser
 * @key: a person's key
 *
 * Shows the page of somebody who speaks or leads.
 */
void
lanyard_browser_show_person (LanyardBrowser *self,
                             const char     *key)
{
  g_autofree char *tag = NULL;

  g_return_if_fail (LANYARD_IS_BROWSER (self));
  g_return_if_fail (key != NULL);

  tag = g_strdup_printf ("person:%s", key);
  if (!return_to_page (self, tag))
    push_page (self, ADW_NAVIGATION_PAGE (lanyard_person_page_new (self->open, key)), tag);
}

/**
 * lanyard_browser_show_room:
 * @self: a browser
 * @name: a room's name
 *
 * Shows the page of a room; on the page of another one, in its place.
 */
void
lanyard_browser_show_room (LanyardBrowser *self,
                           const char     *name)
{
  g_autofree char *tag = NULL;
  AdwNavigationPage *page;

  g_return_if_fail (LANYARD_IS_BROWSER (self));
  g_return_if_fail (name != NULL);

  tag = g_strdup_printf ("room:%s", name);
  if (return_to_page (self, tag))
    return;
  page = adw_navigation_view_get_visible_page (self->navigation);
  if (LANYARD_IS_ROOM_PAGE (page))
    {
      lanyard_room_page_set_room (LANYARD_ROOM_PAGE (page), name);
      adw_navigation_page_set_tag (page, tag);
    }
  else
    push_page (self, ADW_NAVIGATION_PAGE (lanyard_room_page_new (self->open, name)), tag);
}

/**
 * lanyard_browser_show_conference:
 * @self: a browser
 *
 * Shows the page about the conference itself.
 */
void
lanyard_browser_show_conference (LanyardBrowser *self)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));

  if (!return_to_page (self, "conference"))
    push_page (self, ADW_NAVIGATION_PAGE (lanyard_conference_page_new (self->open, self->standing)), "conference");
}

/**
 * lanyard_browser_get_sidebar:
 * @self: a browser
 *
 * Gets the sidebar.
 *
 * Returns: (transfer none): the sidebar
 */
LanyardSidebar *
lanyard_browser_get_sidebar (LanyardBrowser *self)
{
  g_return_val_if_fail (LANYARD_IS_BROWSER (self), NULL);

  return self->sidebar;
}

/**
 * lanyard_browser_get_detail:
 * @self: a browser
 *
 * Gets the page that shows one item.
 *
 * Returns: (transfer none): the page
 */
LanyardDetailPage *
lanyard_browser_get_detail (LanyardBrowser *self)
{
  g_return_val_if_fail (LANYARD_IS_BROWSER (self), NULL);

  return self->detail;
}
