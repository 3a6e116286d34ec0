/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of what is said about backups: what came back, what could not, and
 * that one has taken the place of a damaged database. */

#include "config.h"

#include <libintl.h>

#include "screenshots-backup.h"
#include "screenshots-opened.h"

static void
pick (WindowDriver *driver,
      LanyardLevel  level)
{
  LanyardTalk *talk = window_driver_find_talk (driver, "Copy on write, ten years on");

  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_TALK, lanyard_item_get_key (LANYARD_ITEM (talk)), level);
  window_driver_settle ();
}

static void
take_file (WindowDriver *driver,
           const Looks  *looks)
{
  g_autoptr (GFile) file = g_file_new_build_filename (driver->folder, "backup.json", NULL);
  g_autofree char *pick_words = g_strdup_printf (dngettext (GETTEXT_PACKAGE, "%u pick", "%u picks", 1), 1);
  g_autofree char *backed_up = g_strdup_printf (dgettext (GETTEXT_PACKAGE, "Backed up: %s"), pick_words);

  pick (driver, LANYARD_LEVEL_GOING);
  lanyard_window_back_up (driver->window, file);
  while (window_driver_find_text (GTK_WIDGET (driver->window), backed_up) == NULL)
    g_main_context_iteration (NULL, FALSE);
  pick (driver, LANYARD_LEVEL_NONE);
  lanyard_window_restore (driver->window, file);
  opened_await_dialog (driver);
  looks_take (looks, driver, "backup-restored");
  opened_close (driver);

  g_file_set_contents (g_file_peek_path (file), "{}", -1, NULL);
  lanyard_window_restore (driver->window, file);
  opened_await_dialog (driver);
  looks_take (looks, driver, "backup-refused");
  opened_close (driver);
}

static void
take_rescue (WindowDriver *driver,
             const Looks  *looks)
{
  window_driver_damage (driver);
  pick (driver, LANYARD_LEVEL_MAYBE);
  opened_await_dialog (driver);
  looks_take (looks, driver, "backup-rescued");
  opened_close (driver);
}

/* @conference is the folder of an invented one. */
void
screenshots_take_backup (const Looks *looks,
                         const char  *conference)
{
  g_autoptr (WindowDriver) driver = window_driver_new ("2026-10-02T09:00:00Z");

  window_driver_add (driver, conference);
  g_settings_reset (driver->settings, "page");
  window_driver_show (driver, 1200, 800);
  take_file (driver, looks);
  take_rescue (driver, looks);
  window_driver_close (driver);
}
