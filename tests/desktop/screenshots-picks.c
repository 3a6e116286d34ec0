/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of what somebody decides: several talks selected, a microconference
 * that is starred but for one talk, a note and marks. */

#include "config.h"

#include "detail/lanyard-item-sheet.h"
#include "screenshots-opened.h"
#include "screenshots-picks.h"
#include "sessions/lanyard-session-page.h"
#include "widgets/lanyard-item-list.h"
#include "widgets/lanyard-note-editor.h"
#include "widgets/lanyard-selection-bar.h"

#define SESSION "Rust MC"
#define TALK "Rust-BPF updates"

static LanyardItem *
find_talk (WindowDriver *driver,
           const char   *title)
{
  return LANYARD_ITEM (window_driver_find_talk (driver, title));
}

static void
decide (WindowDriver *driver)
{
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  LanyardSession *session = window_driver_find_session (driver, SESSION);
  g_autoptr (GPtrArray) items = lanyard_programme_dup_session_items (lanyard_open_conference_get_programme (driver->open), session);
  const char *key = lanyard_item_get_key (find_talk (driver, TALK));

  lanyard_edit_set_level (edit, LANYARD_KIND_SESSION, lanyard_session_get_key (session), LANYARD_LEVEL_GOING);
  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, lanyard_item_get_key (items->pdata[0]), LANYARD_LEVEL_MAYBE);
  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, lanyard_item_get_key (items->pdata[1]), LANYARD_LEVEL_LEFT_OUT);
  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, lanyard_item_get_key (items->pdata[2]), LANYARD_LEVEL_GOING);
  lanyard_edit_set_marks (edit, LANYARD_KIND_TALK, key, LANYARD_MARK_SEEN);
  lanyard_edit_set_note (edit, LANYARD_KIND_TALK, key, "Ask about **SCEV** and the LLVM side:\n\n* how loops are proved to end\n* `rustc` flags");
  lanyard_edit_set_note (edit, LANYARD_KIND_SESSION, lanyard_session_get_key (session), "Sit near the front.");
  lanyard_open_conference_apply (driver->open, edit, "Decided");
}

static GtkWidget *
find (WindowDriver *driver,
      GType         type)
{
  return window_driver_find (GTK_WIDGET (driver->window), type);
}

static GtkWidget *
open_menu (WindowDriver *driver)
{
  return opened_pop_item_menu (driver, TALK);
}

static GtkWidget *
open_more (WindowDriver *driver)
{
  GtkWidget *button = window_driver_find (find (driver, LANYARD_TYPE_SELECTION_BAR), GTK_TYPE_MENU_BUTTON);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  return opened_await_popover (driver);
}

static void
open_editor (WindowDriver *driver)
{
  lanyard_note_editor_edit (LANYARD_NOTE_EDITOR (window_driver_find (find (driver, LANYARD_TYPE_ITEM_SHEET), LANYARD_TYPE_NOTE_EDITOR)));
}

void
screenshots_take_picks (WindowDriver *driver,
            const Looks  *looks)
{
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);
  LanyardItemList *list;

  window_driver_set_now (driver, "2026-10-05T10:40:00+02:00");
  decide (driver);
  lanyard_browser_set_page (browser, "schedule");
  window_driver_settle ();
  list = LANYARD_ITEM_LIST (find (driver, LANYARD_TYPE_ITEM_LIST));
  looks_take_with (looks, driver, "picks-menu", open_menu, opened_close);
  lanyard_item_list_begin_selecting (list, find_talk (driver, TALK));
  lanyard_item_list_begin_selecting (list, find_talk (driver, "Untangling convoluted performance regression"));
  looks_take (looks, driver, "picks-selecting");
  looks_take_with (looks, driver, "menu-selection", open_more, opened_close);
  lanyard_browser_show_session (browser, window_driver_find_session (driver, SESSION));
  looks_take (looks, driver, "picks-session");
  lanyard_browser_set_page (browser, "schedule");
  lanyard_browser_show_item (browser, find_talk (driver, TALK));
  looks_take (looks, driver, "picks-talk");
  open_editor (driver);
  looks_take (looks, driver, "picks-note");
}
