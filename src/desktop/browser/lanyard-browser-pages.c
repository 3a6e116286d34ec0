/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages that the sidebar names, each made when it is first shown and told
 * what it needs; also the schedule's day, which a window remembers before there
 * is a schedule. Main thread. */

#include "config.h"

#include "../now/lanyard-now-page.h"
#include "../refresh/lanyard-standing-banner.h"
#include "../rooms/lanyard-rooms-page.h"
#include "../sessions/lanyard-sessions-page.h"
#include "../speakers/lanyard-speakers-page.h"
#include "../updates/lanyard-updates-page.h"
#include "lanyard-browser-private.h"

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
  g_signal_connect_object (page, "notify::view", G_CALLBACK (lanyard_browser_make_room_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "item-activated", G_CALLBACK (item_activated_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (page);
}

static GtkWidget *
make_now_page (LanyardBrowser *self)
{
  return lanyard_now_page_new (self->open);
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
  g_signal_connect_object (page, "notify::view", G_CALLBACK (lanyard_browser_make_room_cb), self, G_CONNECT_SWAPPED);
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
make_page (LanyardBrowser *self,
           AdwBin         *bin,
           const char     *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_makers); i++)
    if (g_str_equal (page_makers[i].name, name))
      adw_bin_set_child (bin, page_makers[i].make (self));
  add_banner (self, bin);
}

void
lanyard_browser_make_visible_page (LanyardBrowser *self)
{
  AdwBin *bin = ADW_BIN (gtk_stack_get_visible_child (self->pages));

  if (self->open == NULL)
    return;
  if (adw_bin_get_child (bin) == NULL)
    make_page (self, bin, gtk_stack_get_visible_child_name (self->pages));
  gtk_widget_set_visible (adw_bin_get_child (bin), TRUE);
  lanyard_browser_hide_pages_cb (self);
}

/* What a stack does not show is styled with the rest at each change of state
 * above it, such as that of the focus; what is invisible is not. */
void
lanyard_browser_hide_pages_cb (LanyardBrowser *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->pages);

  g_assert (LANYARD_IS_BROWSER (self));

  if (gtk_stack_get_transition_running (self->pages))
    return;
  for (GtkWidget *bin = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); bin != NULL;
       bin = gtk_widget_get_next_sibling (bin))
    {
      GtkWidget *page = adw_bin_get_child (ADW_BIN (bin));

      if (page != NULL && bin != shown)
        gtk_widget_set_visible (page, FALSE);
    }
}

GtkWidget *
lanyard_browser_peek_schedule (LanyardBrowser *self)
{
  return adw_bin_get_child (ADW_BIN (gtk_stack_get_child_by_name (self->pages, "schedule")));
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

  page = lanyard_browser_peek_schedule (self);
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
  page = lanyard_browser_peek_schedule (self);
  if (page != NULL)
    lanyard_schedule_page_set_day (LANYARD_SCHEDULE_PAGE (page), day);
}

/**
 * lanyard_browser_get_plan:
 * @self: a browser
 *
 * Gets My Plan, if it was shown already.
 *
 * Returns: (transfer none) (nullable): the page
 */
LanyardPlanPage *
lanyard_browser_get_plan (LanyardBrowser *self)
{
  GtkWidget *page;

  g_return_val_if_fail (LANYARD_IS_BROWSER (self), NULL);

  page = adw_bin_get_child (ADW_BIN (gtk_stack_get_child_by_name (self->pages, "plan")));
  return page != NULL ? LANYARD_PLAN_PAGE (page) : NULL;
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
