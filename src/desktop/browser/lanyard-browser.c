/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One conference to walk about in: sidebar, pages and the detail of one item,
 * side by side where there is room and one at a time where there is not. The
 * pages, the search and what lies down upon them have files of their own. Main
 * thread. */

#include "config.h"

#include "../sessions/lanyard-session-page.h"
#include "../zone/lanyard-zone-hint.h"
#include "lanyard-browser-private.h"

/* Widths of a page beside the detail, in sp. */
#define MAX_PAGE_WIDTH 900
#define WHOLE_WIDTH 100000

typedef enum
{
  PROP_PAGE = 1,
} LanyardBrowserProperty;

static GParamSpec *properties[PROP_PAGE + 1];

G_DEFINE_FINAL_TYPE (LanyardBrowser, lanyard_browser, ADW_TYPE_BREAKPOINT_BIN)

static gboolean
shows_page (LanyardBrowser *self,
            const char     *name)
{
  AdwNavigationPage *visible = adw_navigation_view_get_visible_page (self->navigation);

  return g_str_equal (gtk_stack_get_visible_child_name (self->pages), name) && visible != NULL &&
         g_strcmp0 (adw_navigation_page_get_tag (visible), "root") == 0;
}

static gboolean
shows_grid (LanyardBrowser *self)
{
  GtkWidget *schedule = lanyard_browser_peek_schedule (self);

  return schedule != NULL && shows_page (self, "schedule") &&
         g_str_equal (lanyard_schedule_page_get_view (LANYARD_SCHEDULE_PAGE (schedule)), "grid");
}

static gboolean
shows_days (LanyardBrowser *self)
{
  LanyardPlanPage *plan = lanyard_browser_get_plan (self);

  return plan != NULL && shows_page (self, "plan") && lanyard_plan_page_shows_days (plan);
}

static void
tell_pages (LanyardBrowser *self,
            gboolean        alone)
{
  GtkWidget *schedule = lanyard_browser_peek_schedule (self);
  LanyardPlanPage *plan = lanyard_browser_get_plan (self);

  if (schedule != NULL)
    lanyard_schedule_page_set_alone (LANYARD_SCHEDULE_PAGE (schedule), alone);
  if (plan != NULL)
    lanyard_plan_page_set_alone (plan, alone);
}

/* The grid wants all the width there is, as do the days of the plan, until
 * something is opened from them: that stands beside them and can be closed. To
 * fold the two panes into one instead, as in a narrow window, would move every
 * page to another place, which takes longer than a frame. */
void
lanyard_browser_make_room_cb (LanyardBrowser *self)
{
  gboolean wide = !self->folded && (shows_grid (self) || shows_days (self));
  gboolean alone;

  g_assert (LANYARD_IS_BROWSER (self));

  if (wide && !self->wide)
    adw_navigation_split_view_set_show_content (self->inner, FALSE);
  self->wide = wide;
  alone = wide && !adw_navigation_split_view_get_show_content (self->inner);

  tell_pages (self, alone);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), !alone);
  lanyard_detail_page_set_closable (self->detail, wide);
  gtk_event_controller_set_propagation_phase (self->closer, wide ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
  adw_navigation_split_view_set_max_sidebar_width (self->inner, wide ? WHOLE_WIDTH : MAX_PAGE_WIDTH);
  adw_navigation_split_view_set_sidebar_width_fraction (self->inner, alone ? 1 : wide ? 0.65 : 0.55);
  adw_navigation_split_view_set_collapsed (self->inner, self->folded);
}

static void
show_content_cb (LanyardBrowser *self)
{
  g_assert (LANYARD_IS_BROWSER (self));

  if (!self->wide)
    return;
  lanyard_browser_make_room_cb (self);
  if (!adw_navigation_split_view_get_show_content (self->inner))
    lanyard_browser_focus_page (self);
}

static void
fold_cb (LanyardBrowser *self)
{
  self->folded = TRUE;
  lanyard_browser_make_room_cb (self);
}

static void
unfold_cb (LanyardBrowser *self)
{
  self->folded = FALSE;
  lanyard_browser_make_room_cb (self);
}

static void
page_changed_cb (LanyardBrowser *self)
{
  g_assert (LANYARD_IS_BROWSER (self));

  lanyard_browser_make_visible_page (self);
  lanyard_sidebar_set_page (self->sidebar, lanyard_browser_get_page (self));
  lanyard_page_bar_set_page (self->bar, lanyard_browser_get_page (self));
  lanyard_browser_make_room_cb (self);
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
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, closer);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, sidebar);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, navigation);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, hint);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, pages);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, bar_revealer);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardBrowser, detail);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
  gtk_widget_class_bind_template_callback (widget_class, lanyard_browser_hide_pages_cb);
  gtk_widget_class_bind_template_callback (widget_class, lanyard_browser_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, lanyard_browser_make_room_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, lanyard_browser_popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_content_cb);
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
    lanyard_browser_show_search (self);
  if (gtk_stack_get_child_by_name (self->pages, page) == NULL)
    return;
  gtk_stack_set_visible_child_name (self->pages, page);
  adw_navigation_view_pop_to_tag (self->navigation, "root");
  adw_navigation_split_view_set_show_content (self->inner, FALSE);
}

/* A list gives the focus to what is in the row, its star, where it was the row
 * that had it. */
static void
focus_row (GtkRoot *root)
{
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *view = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) : NULL;

  if (view != NULL && focus != view)
    gtk_widget_grab_focus (view);
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
  focus_row (root);
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
