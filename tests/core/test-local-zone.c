/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "time/lanyard-local-zone.h"

/* As timedated sets a zone: a new link, renamed over the old one. */
static void
link_zone (const char *path,
           const char *id)
{
  g_autofree char *target = g_strconcat ("../usr/share/zoneinfo/", id, NULL);
  g_autofree char *new_path = g_strconcat (path, ".new", NULL);

  g_assert_no_errno (symlink (target, new_path));
  g_assert_no_errno (g_rename (new_path, path));
}

static void
notify_cb (LanyardLocalZone *local,
           GParamSpec       *pspec,
           guint            *n_changes)
{
  (*n_changes)++;
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_assert_not_reached ();
}

static void
wait_for_zone (LanyardLocalZone *local,
               const char       *id)
{
  guint patience = g_timeout_add_seconds (20, give_up_cb, NULL);

  while (!g_str_equal (lanyard_zone_get_id (lanyard_local_zone_get_zone (local)), id))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

static void
test_link_replaced (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lanyard-local-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "localtime", NULL);
  g_autoptr (LanyardLocalZone) local = NULL;
  g_autoptr (LanyardZone) zone = NULL;
  guint n_changes = 0;

  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  link_zone (path, "Europe/Prague");
  local = lanyard_local_zone_new (path);
  g_signal_connect (local, "notify::zone", G_CALLBACK (notify_cb), &n_changes);
  g_assert_cmpstr (lanyard_zone_get_id (lanyard_local_zone_get_zone (local)), ==, "Europe/Prague");

  link_zone (path, "Asia/Tokyo");
  wait_for_zone (local, "Asia/Tokyo");
  g_assert_cmpuint (n_changes, ==, 1);

  g_object_get (local, "zone", &zone, NULL);
  g_assert_true (zone == lanyard_local_zone_get_zone (local));

  link_zone (path, "Canada/Newfoundland");
  wait_for_zone (local, "Canada/Newfoundland");
  g_assert_cmpuint (n_changes, ==, 2);

  g_remove (path);
  g_rmdir (folder);
}

static void
test_gone_before_bus (void)
{
  g_autoptr (LanyardLocalZone) local = lanyard_local_zone_new ("/nonexistent/localtime");

  g_assert_cmpstr (lanyard_zone_get_id (lanyard_local_zone_get_zone (local)), ==, "UTC");
  g_clear_object (&local);
  for (int i = 0; i < 10; i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_system_bus (void)
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusConnection) service = NULL;
  g_autoptr (LanyardLocalZone) local = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *daemon = g_find_program_in_path ("dbus-daemon");

  if (daemon == NULL)
    {
      g_test_skip ("there is no dbus-daemon");
      return;
    }

  g_test_dbus_up (bus);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (bus), TRUE);
  service = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (bus),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL,
      &error);
  g_assert_no_error (error);
  g_bus_own_name_on_connection (service, "org.freedesktop.timedate1", G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL,
                                NULL);

  local = lanyard_local_zone_new ("/nonexistent/localtime");
  for (int i = 0; i < 100 && !g_str_equal (lanyard_zone_get_id (lanyard_local_zone_get_zone (local)), "Asia/Tokyo"); i++)
    {
      /* Nonsense is passed over. */
      g_dbus_connection_emit_signal (
          service, NULL, "/org/freedesktop/timedate1", "org.freedesktop.DBus.Properties", "PropertiesChanged",
          g_variant_new_parsed ("('org.freedesktop.timedate1', {'Timezone': <'No/Where'>}, @as [])"), NULL);
      g_dbus_connection_emit_signal (
          service, NULL, "/org/freedesktop/timedate1", "org.freedesktop.DBus.Properties", "PropertiesChanged",
          g_variant_new_parsed ("('org.freedesktop.timedate1', {'Timezone': <'Asia/Tokyo'>}, @as [])"), NULL);
      g_usleep (20 * 1000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_cmpstr (lanyard_zone_get_id (lanyard_local_zone_get_zone (local)), ==, "Asia/Tokyo");

  g_clear_object (&local);
  g_clear_object (&service);
  g_test_dbus_stop (bus);
}

static void
assert_local (const char *variable,
              const char *id)
{
  g_autoptr (LanyardZone) zone = NULL;

  g_setenv ("TZ", variable, TRUE);
  zone = lanyard_zone_new_local ();
  g_setenv ("TZ", "UTC", TRUE);
  g_assert_cmpstr (lanyard_zone_get_id (zone), ==, id);
}

static void
test_variable (void)
{
  assert_local ("Europe/Prague", "Europe/Prague");
  assert_local (":Asia/Tokyo", "Asia/Tokyo");
  assert_local ("/usr/share/zoneinfo/Asia/Kolkata", "Asia/Kolkata");
  assert_local (":/usr/share/zoneinfo/posix/Asia/Kolkata", "Asia/Kolkata");
  assert_local ("Canada/Newfoundland", "Canada/Newfoundland");
  assert_local ("", "UTC");
}

/* Systems without links copy the zone's file. */
static void
test_copied_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lanyard-local-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "localtime", NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents ("/usr/share/zoneinfo/Asia/Tokyo", &content, &length, NULL));
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  assert_local (path, "Asia/Tokyo");

  g_remove (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  /* First: GLib keeps a process's first connection to the system bus. The tests
   * after it also show that the program outlives the bus. */
  g_test_add_func ("/local-zone/system-bus", test_system_bus);
  g_test_add_func ("/local-zone/link-replaced", test_link_replaced);
  g_test_add_func ("/local-zone/gone-before-bus", test_gone_before_bus);
  g_test_add_func ("/local-zone/variable", test_variable);
  g_test_add_func ("/local-zone/copied-file", test_copied_file);
  return g_test_run ();
}
