/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Refreshing from the window, against a real server: by hand and by itself,
 * with and without a network, and when far too much is gone. */

#include "config.h"

#include "network-driver.h"

#define LATER "2026-10-02T11:00:00Z"
#define QUESTION "Use New Programme?"
#define HELD_BACK "The new programme lacks many talks and was held back"

static NetworkDriver *
driver_with_conference (void)
{
  NetworkDriver *driver = network_driver_new ();

  g_settings_set_int (driver->window->settings, "refresh-age-during", 0);
  g_settings_set_int (driver->window->settings, "refresh-age-before", 0);
  network_driver_show (driver, 1200, 800);
  network_driver_add (driver);
  network_driver_wait_text (driver, "Checked just now");
  return driver;
}

/* Two hours later, on its own from then on. */
static void
open_later (NetworkDriver *driver)
{
  network_driver_pass_time (driver, LATER);
  g_settings_set_int (driver->window->settings, "refresh-age-during", 1800);
  network_driver_show (driver, 1200, 800);
}

static guint
count_talks (NetworkDriver *driver)
{
  return lanyard_programme_get_talks (lanyard_open_conference_get_programme (driver->window->open))->len;
}

static void
test_by_hand (void)
{
  g_autoptr (NetworkDriver) driver = driver_with_conference ();

  network_driver_activate (driver, "win.refresh", NULL);
  network_driver_wait_text (driver, "Nothing new");

  network_driver_serve (driver, "changed");
  network_driver_activate (driver, "win.refresh", NULL);
  network_driver_wait_text (driver, "Show");
}

/* What is older than it may be is fetched as the window opens. */
static void
test_by_itself (void)
{
  g_autoptr (NetworkDriver) driver = driver_with_conference ();
  g_autoptr (LanyardProgramme) before = NULL;

  network_driver_serve (driver, "changed");
  network_driver_pass_time (driver, LATER);
  network_driver_show (driver, 1200, 800);
  network_driver_wait_text (driver, "Checked 2 hours ago");
  before = g_object_ref (lanyard_open_conference_get_programme (driver->window->open));

  g_settings_set_int (driver->window->settings, "refresh-age-during", 1800);
  network_driver_wait_text (driver, "Checked just now");
  while (lanyard_open_conference_get_programme (driver->window->open) == before)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (network_driver_find_text (driver, "Show"));
}

static void
test_cancel (void)
{
  g_autoptr (NetworkDriver) driver = driver_with_conference ();

  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_SILENCE, "", 0, NULL);
  network_driver_activate (driver, "win.refresh", NULL);
  network_driver_wait_text (driver, "Refreshing…");
  network_driver_activate (driver, "win.cancel-refresh", NULL);
  network_driver_wait_text (driver, "Checked just now");
  g_assert_null (network_driver_find_text (driver, "Try Again"));
  g_assert_null (network_driver_find_text (driver, "Nothing new"));
}

/* A failure is told where it was asked for: by hand in a banner, else in the
 * foot alone. */
static void
test_failures (void)
{
  g_autoptr (NetworkDriver) driver = driver_with_conference ();

  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_SILENCE, "", 0, NULL);
  network_driver_activate (driver, "win.refresh", NULL);
  network_driver_wait_sentence (driver, "“%s” went silent; try again later.");
  g_assert_nonnull (network_driver_find_button (driver, "Try Again"));

  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_NONE, "", 0, NULL);
  network_driver_press (driver, "Try Again");
  network_driver_wait_text (driver, "Nothing new");
  network_driver_wait_gone (driver, "Try Again");

  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_SILENCE, "", 0, NULL);
  open_later (driver);
  network_driver_wait_sentence (driver, "“%s” went silent; try again later.");
  g_assert_nonnull (network_driver_find_text (driver, "Checked 2 hours ago"));
  g_assert_null (network_driver_find_text (driver, "Try Again"));
}

static void
test_offline (void)
{
  g_autoptr (NetworkDriver) driver = driver_with_conference ();

  network_driver_pass_time (driver, LATER);
  network_driver_show (driver, 1200, 800);
  network_driver_set_online (FALSE);
  network_driver_wait_text (driver, "Working offline; the programme is from 2 hours ago");
  network_driver_wait_text (driver, "Offline copy, fetched 2 hours ago");

  /* Everything else goes on. */
  network_driver_activate (driver, "win.page", "sessions");
  network_driver_wait_text (driver, "Filesystems and Storage MC");
  network_driver_wait_text (driver, "Working offline; the programme is from 2 hours ago");

  /* A server that can be reached all the same is believed. */
  network_driver_press (driver, "Try Again");
  network_driver_wait_gone (driver, "Try Again");
  network_driver_wait_text (driver, "Checked just now");

  g_clear_object (&driver->server);
  network_driver_activate (driver, "win.refresh", NULL);
  network_driver_wait_text (driver, "Working offline; the programme is from a moment ago");
  network_driver_set_online (TRUE);
  network_driver_wait_gone (driver, "Working offline; the programme is from a moment ago");
}

/* The network is there, and with it what was due. */
static void
test_network_returns (void)
{
  g_autoptr (NetworkDriver) driver = driver_with_conference ();

  network_driver_set_online (FALSE);
  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_BROKEN, "", 0, NULL);
  open_later (driver);
  network_driver_wait_text (driver, "Offline copy, fetched 2 hours ago");
  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_NONE, "", 0, NULL);
  network_driver_set_online (TRUE);
  network_driver_wait_text (driver, "Checked just now");
}

static void
test_held_back (void)
{
  g_autoptr (NetworkDriver) driver = driver_with_conference ();

  network_driver_serve (driver, "halved");
  network_driver_activate (driver, "win.refresh", NULL);
  network_driver_wait_text (driver, QUESTION);
  network_driver_press (driver, "Keep Old");
  network_driver_wait_gone (driver, QUESTION);
  g_assert_cmpuint (count_talks (driver), ==, 35);
  g_assert_null (network_driver_find_text (driver, HELD_BACK));

  /* One that came by itself asks nothing by itself. */
  open_later (driver);
  network_driver_wait_text (driver, HELD_BACK);
  g_assert_null (network_driver_find_text (driver, QUESTION));
  g_assert_cmpuint (count_talks (driver), ==, 35);
  network_driver_press (driver, "Review…");
  network_driver_press (driver, "Use New");
  network_driver_wait_gone (driver, HELD_BACK);
  network_driver_wait_text (driver, "Show");
}

/* Removed while it is being refreshed: nothing is said of it, and it can be
 * brought back. */
static void
test_removed_meanwhile (void)
{
  g_autoptr (NetworkDriver) driver = driver_with_conference ();
  g_autofree char *uuid = g_strdup (lanyard_open_conference_get_uuid (driver->window->open));

  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_SLOW, "", 0, NULL);
  network_driver_activate (driver, "win.refresh", NULL);
  network_driver_wait_text (driver, "Refreshing…");
  network_driver_activate (driver, "win.remove-conference", NULL);
  network_driver_wait_text (driver, "Plan Your Conference");
  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_NONE, "", 0, NULL);
  while (lanyard_sync_is_refreshing (lanyard_lazy_sync_get (driver->window->sync), uuid))
    g_main_context_iteration (NULL, TRUE);
  window_driver_settle ();
  g_assert_null (lanyard_open_conference_get_programme (driver->window->open));

  network_driver_activate (driver, "win.restore-conference", uuid);
  while (lanyard_open_conference_get_programme (driver->window->open) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_talks (driver), ==, 35);
}

static void
test_from_files (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();

  window_driver_add (driver->window, g_getenv ("LANYARD_TEST_CONFERENCE"));
  network_driver_show (driver, 1200, 800);
  network_driver_wait_text (driver, "Read from files just now");
  window_driver_sweep (GTK_WIDGET (driver->window->window), "foot");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  network_driver_init_test (&argc, &argv);

  g_test_add_func ("/refresh/by-hand", test_by_hand);
  g_test_add_func ("/refresh/by-itself", test_by_itself);
  g_test_add_func ("/refresh/cancel", test_cancel);
  g_test_add_func ("/refresh/failures", test_failures);
  g_test_add_func ("/refresh/offline", test_offline);
  g_test_add_func ("/refresh/network-returns", test_network_returns);
  g_test_add_func ("/refresh/held-back", test_held_back);
  g_test_add_func ("/refresh/removed-meanwhile", test_removed_meanwhile);
  g_test_add_func ("/refresh/from-files", test_from_files);

  return g_test_run ();
}
