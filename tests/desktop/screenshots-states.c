/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of what is seldom there: pages of a conference that says next to
 * nothing, what is said of files, what is hidden, and what was removed. */

#include "config.h"

#include <libintl.h>

#include "lanyard-window-private.h"
#include "preferences/lanyard-removed-group.h"
#include "screenshots-opened.h"
#include "screenshots-states.h"

#define ENTRY(uid, title, rest) "BEGIN:VEVENT\r\nUID:" uid "\r\nSUMMARY:" title "\r\n" rest "END:VEVENT\r\n"
#define CALENDAR(entries) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Tern Days 2026\r\n" entries "END:VCALENDAR\r\n"
#define KNOTS ENTRY ("k", "Knots", "DTSTART:20261002T090000Z\r\nDURATION:PT30M\r\n")
#define HACK_DAY ENTRY ("d", "Hack Day", "DTSTART;VALUE=DATE:20261003\r\n")
#define SOME_TIME ENTRY ("n", "Some Time", "")

static void
open_file (WindowDriver *driver,
           const char   *text)
{
  g_autoptr (GFile) file = g_file_new_build_filename (driver->folder, "tern.ics", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  g_file_set_contents (g_file_peek_path (file), text, -1, NULL);
  g_ptr_array_add (files, file);
  lanyard_window_open (driver->window, files);
  window_driver_settle ();
}

/* What was skipped is told in passing, or at length. */
static void
take_files (WindowDriver *driver,
            const Looks  *looks)
{
  open_file (driver, "no calendar");
  opened_await_dialog (driver);
  looks_take (looks, driver, "open-failed");
  opened_close (driver);
  open_file (driver, CALENDAR (KNOTS HACK_DAY));
  looks_take (looks, driver, "open-remark");
  open_file (driver, CALENDAR (KNOTS HACK_DAY SOME_TIME));
  opened_await_dialog (driver);
  looks_take (looks, driver, "open-remarks");
  opened_close (driver);
}

/* Nobody speaks, nowhere, about nothing in particular. */
static void
take_bare (WindowDriver *driver,
           const Looks  *looks)
{
  static const char *pages[] = { "now", "schedule", "sessions", "speakers", "rooms", "plan" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strconcat ("bare-", pages[i], NULL);

      lanyard_browser_set_page (lanyard_window_get_browser (driver->window), pages[i]);
      looks_take (looks, driver, name);
    }
  looks_take_with (looks, driver, "bare-share", opened_share_plan, opened_close);
}

/* The room of the first talk, which is among those that are hidden then. */
static void
take_hidden (WindowDriver *driver,
             const Looks  *looks)
{
  LanyardItem *item = LANYARD_ITEM (window_driver_find_talk (driver, "Copy on write, ten years on"));
  const char *room = lanyard_room_get_name (lanyard_item_get_room (item));

  lanyard_browser_set_page (lanyard_window_get_browser (driver->window), "schedule");
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.hide", "(us)", (guint) LANYARD_FILTER_ROOM, room);
  looks_take (looks, driver, "hidden");
  lanyard_browser_set_page (lanyard_window_get_browser (driver->window), "rooms");
  looks_take (looks, driver, "hidden-room");
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.unhide", "(us)", (guint) LANYARD_FILTER_ROOM, room);
  window_driver_settle ();
}

/* What somebody did is offered to be undone. */
static void
take_undo (WindowDriver *driver,
           const Looks  *looks)
{
  LanyardItem *item = LANYARD_ITEM (window_driver_find_talk (driver, "Copy on write, ten years on"));

  lanyard_browser_set_page (lanyard_window_get_browser (driver->window), "schedule");
  lanyard_browser_show_item (lanyard_window_get_browser (driver->window), item);
  window_driver_settle ();
  window_driver_activate (driver, "win.toggle-level", "going");
  window_driver_activate (driver, "win.toggle-level", "going");
  looks_take (looks, driver, "undo");
}

static GtkWidget *
open_removed (WindowDriver *driver)
{
  GtkWidget *group;

  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.preferences", NULL);
  if (opened_await_dialog (driver) == NULL)
    return NULL;
  group = window_driver_find (opened_get_dialog (driver), LANYARD_TYPE_REMOVED_GROUP);
  gtk_widget_grab_focus (window_driver_find (group, GTK_TYPE_BUTTON));
  window_driver_settle ();
  return group;
}

static GtkWidget *
open_delete (WindowDriver *driver)
{
  GtkWidget *group = open_removed (driver);
  g_autofree char *tooltip = g_strdup_printf (dgettext (GETTEXT_PACKAGE, "Delete “%s” for Good"), "Wattlebird 2026");
  const char *tooltips[] = { tooltip, NULL };
  GtkWidget *button = group != NULL ? opened_find_button (group, GTK_TYPE_BUTTON, tooltips) : NULL;

  if (button == NULL)
    return NULL;
  g_signal_emit_by_name (button, "clicked");
  return opened_await_dialog (driver);
}

static void
take_removed (WindowDriver *driver,
              const Looks  *looks)
{
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  const char *key = lanyard_item_get_key (LANYARD_ITEM (window_driver_find_talk (driver, "Copy on write, ten years on")));

  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, key, LANYARD_LEVEL_GOING);
  lanyard_edit_set_note (edit, LANYARD_KIND_TALK, key, "Ask about snapshots");
  lanyard_open_conference_apply (driver->open, edit, "Decided");
  window_driver_settle ();
  window_driver_activate (driver, "win.remove-conference", NULL);
  looks_take (looks, driver, "removed");
  looks_take_with (looks, driver, "preferences-removed", open_removed, opened_close);
  looks_take_with (looks, driver, "preferences-delete", open_delete, opened_close);
}

/* As while a file is held over the window. */
static void
take_drop (WindowDriver *driver,
           const Looks  *looks)
{
  gtk_revealer_set_reveal_child (driver->window->drop_hint, TRUE);
  looks_take (looks, driver, "drop");
  gtk_revealer_set_reveal_child (driver->window->drop_hint, FALSE);
}

/* @conference is the folder of the invented one. */
void
screenshots_take_states (const Looks *looks,
                         const char  *conference)
{
  g_autoptr (WindowDriver) driver = window_driver_new ("2026-10-02T09:00:00Z");

  g_settings_reset (driver->settings, "page");
  g_settings_reset (driver->settings, "day");
  g_settings_reset (driver->settings, "conference");
  window_driver_show (driver, 1200, 800);
  take_files (driver, looks);
  take_bare (driver, looks);
  window_driver_close (driver);

  window_driver_add (driver, conference);
  g_settings_set_string (driver->settings, "page", "schedule");
  window_driver_show (driver, 1200, 800);
  take_drop (driver, looks);
  take_hidden (driver, looks);
  take_undo (driver, looks);
  take_removed (driver, looks);
  window_driver_close (driver);
}
