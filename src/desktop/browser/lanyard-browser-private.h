/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the browser share. */

#pragma once

#include "../updates/lanyard-history.h"
#include "lanyard-browser.h"
#include "lanyard-page-bar.h"

G_BEGIN_DECLS

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
  gboolean wide;               /* whether the page wants the room of a detail that shows nothing */

  AdwOverlaySplitView *outer;
  AdwNavigationSplitView *inner;
  GtkEventController *closer;
  LanyardSidebar *sidebar;
  AdwNavigationView *navigation;
  AdwBin *hint;
  GtkStack *pages;
  GtkRevealer *bar_revealer;
  LanyardPageBar *bar;
  LanyardDetailPage *detail;
};

GtkWidget *lanyard_browser_peek_schedule     (LanyardBrowser        *self);
void       lanyard_browser_make_visible_page (LanyardBrowser        *self);
void       lanyard_browser_hide_pages_cb     (LanyardBrowser        *self);
void       lanyard_browser_make_room_cb      (LanyardBrowser        *self);
gboolean   lanyard_browser_is_searching      (LanyardBrowser        *self);
void       lanyard_browser_show_search       (LanyardBrowser        *self);
void       lanyard_browser_popped_cb         (LanyardBrowser        *self,
                                              AdwNavigationPage     *page);
gboolean   lanyard_browser_key_pressed_cb    (LanyardBrowser        *self,
                                              guint                  key,
                                              guint                  code,
                                              GdkModifierType        modifiers,
                                              GtkEventControllerKey *controller);

G_END_DECLS
