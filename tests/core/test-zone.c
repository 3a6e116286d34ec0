/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "model/lanyard-enums.h"
#include "time/lanyard-time-format.h"
#include "time/lanyard-zone-aliases.h"
#include "time/lanyard-zone.h"

/* What is written for an instant in a zone, offset and all. */
static void
assert_shown (const char *id,
              const char *utc,
              const char *expected)
{
  g_autoptr (LanyardZone) zone = lanyard_zone_new (id);
  g_autofree char *shown = NULL;
  gint64 instant;

  g_assert_nonnull (zone);
  g_assert_true (lanyard_parse_iso8601 (utc, NULL, &instant));
  shown = lanyard_format_iso8601 (zone, instant);
  g_assert_cmpstr (shown, ==, expected);
}

/* Where the wall clock time @wall of a zone is; %NULL: nowhere. */
static void
assert_resolved (const char *id,
                 int         year,
                 int         month,
                 int         day,
                 int         hour,
                 int         minute,
                 const char *expected)
{
  g_autoptr (LanyardZone) zone = lanyard_zone_new (id);
  g_autofree char *shown = NULL;

  g_assert_nonnull (zone);
  shown = lanyard_format_iso8601 (zone, lanyard_zone_resolve (zone, year, month, day, hour, minute, 0));
  g_assert_cmpstr (shown, ==, expected);
}

static guint
get_day_number (int year,
                int month,
                int day)
{
  g_autoptr (GDate) date = g_date_new_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return g_date_get_julian (date);
}

static void
assert_day_start (const char *id,
                  int         year,
                  int         month,
                  int         day,
                  const char *expected)
{
  g_autoptr (LanyardZone) zone = lanyard_zone_new (id);
  g_autofree char *shown = NULL;

  g_assert_nonnull (zone);
  shown = lanyard_format_iso8601 (zone, lanyard_zone_get_day_start (zone, get_day_number (year, month, day)));
  g_assert_cmpstr (shown, ==, expected);
}

static void
test_names (void)
{
  static const char * const unknown[] = {
    "", "Nowhere", "Europe/Nowhere", "europe", "CEST", "Foo5Bar", "GMT+5", "<+03>-3", "localtime", "posixrules",
    "/etc/localtime", "/usr/share/zoneinfo/Europe/Berlin", "../zoneinfo/Europe/Berlin", "Europe/../Europe/Berlin",
    "Europe", "Europe/", "+2", "+02:60", "+19:00", "+02:00x", "+02:0", "--02:00", "UTC2", "A5B/Berlin",
    "Europe/Berlin\n", " Europe/Berlin",
  };
  static const char * const known[] = {
    "UTC", "Z", "GMT", "Etc/UTC", "+02:00", "-0330", "+05", "UTC+02:00", "Europe/Prague", "Asia/Kolkata",
    "America/Argentina/Buenos_Aires", "America/Port-au-Prince", "Etc/GMT+5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_null (lanyard_zone_new (unknown[i]));

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (LanyardZone) zone = lanyard_zone_new (known[i]);

      g_assert_nonnull (zone);
      g_assert_cmpstr (lanyard_zone_get_id (zone), ==, known[i]);
    }
}

/* TZDIR is a folder that has each zone under its newest name alone, as on a
 * system without old names. GLib reads TZDIR anew for each name. */
static void
test_old_names_without_system (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lanyard-zones-XXXXXX", NULL);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  for (guint i = 0; (name = lanyard_zone_alias_get_name (i)) != NULL; i++)
    {
      const char *target = lanyard_zone_alias_get_target (name);
      g_autofree char *system_path = g_build_filename ("/usr/share/zoneinfo", target, NULL);
      g_autofree char *path = g_build_filename (folder, target, NULL);
      g_autofree char *parent = g_path_get_dirname (path);
      g_autofree char *content = NULL;
      gsize length;

      if (lanyard_zone_alias_get_target (target) != NULL || g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      g_assert_true (g_file_get_contents (system_path, &content, &length, NULL));
      g_assert_no_errno (g_mkdir_with_parents (parent, 0700));
      g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
      g_ptr_array_add (made, g_steal_pointer (&path));
      g_ptr_array_add (made, g_steal_pointer (&parent));
    }

  g_setenv ("TZDIR", folder, TRUE);
  for (guint i = 0; (name = lanyard_zone_alias_get_name (i)) != NULL; i++)
    {
      g_autoptr (LanyardZone) zone = lanyard_zone_new (name);

      if (zone == NULL)
        g_error ("%s leads nowhere", name);
      g_assert_cmpstr (lanyard_zone_get_id (zone), ==, name);
    }
  g_assert_null (lanyard_zone_new ("Europe/Nowhere"));
  assert_shown ("Canada/Newfoundland", "2026-07-01T12:00Z", "2026-07-01T09:30:00-02:30");
  assert_shown ("Canada/Atlantic", "2026-07-01T12:00Z", "2026-07-01T09:00:00-03:00");
  assert_shown ("US/Pacific", "2026-07-01T12:00Z", "2026-07-01T05:00:00-07:00");
  assert_shown ("US/Pacific-New", "2026-07-01T12:00Z", "2026-07-01T05:00:00-07:00");
  assert_shown ("US/Eastern", "2026-07-01T12:00Z", "2026-07-01T08:00:00-04:00");
  assert_shown ("GB", "2026-07-01T12:00Z", "2026-07-01T13:00:00+01:00");
  assert_shown ("Asia/Calcutta", "2026-07-01T12:00Z", "2026-07-01T17:30:00+05:30");
  assert_shown ("Europe/Kiev", "2026-07-01T12:00Z", "2026-07-01T15:00:00+03:00");
  assert_shown ("America/Buenos_Aires", "2026-07-01T12:00Z", "2026-07-01T09:00:00-03:00");
  assert_shown ("EST5EDT", "2026-07-01T12:00Z", "2026-07-01T08:00:00-04:00");
  g_unsetenv ("TZDIR");

  for (guint i = 0; i < made->len; i++)
    g_remove (made->pdata[i]);
  for (guint i = 0; i < made->len; i++)
    g_remove (made->pdata[i]);
  g_remove (folder);
}

static void
test_table_is_sorted (void)
{
  const char *name, *previous = "";

  for (guint i = 0; (name = lanyard_zone_alias_get_name (i)) != NULL; i++)
    {
      g_assert_cmpstr (previous, <, name);
      previous = name;
    }
}

static void
test_equality (void)
{
  g_autoptr (LanyardZone) old = lanyard_zone_new ("Canada/Newfoundland");
  g_autoptr (LanyardZone) new = lanyard_zone_new ("America/St_Johns");
  g_autoptr (LanyardZone) other = lanyard_zone_new ("America/Halifax");
  g_autoptr (LanyardZone) utc = lanyard_zone_new_utc ();
  g_autoptr (LanyardZone) zulu = lanyard_zone_new ("Zulu");
  g_autoptr (LanyardZone) zero = lanyard_zone_new ("+00:00");

  g_assert_true (lanyard_zone_equal (old, new));
  g_assert_false (lanyard_zone_equal (old, other));
  g_assert_true (lanyard_zone_equal (utc, zulu));
  g_assert_true (lanyard_zone_equal (utc, zero));
}

static void
test_half_hours (void)
{
  assert_shown ("Asia/Kolkata", "2026-10-05T04:30Z", "2026-10-05T10:00:00+05:30");
  assert_shown ("Asia/Kathmandu", "2026-10-05T04:15Z", "2026-10-05T10:00:00+05:45");
  assert_shown ("Canada/Newfoundland", "2026-10-05T12:30Z", "2026-10-05T10:00:00-02:30");
  assert_shown ("-03:30", "2026-10-05T13:30Z", "2026-10-05T10:00:00-03:30");
  assert_resolved ("Asia/Kolkata", 2026, 10, 5, 10, 0, "2026-10-05T10:00:00+05:30");
  assert_resolved ("Canada/Newfoundland", 2026, 12, 5, 10, 0, "2026-12-05T10:00:00-03:30");

  /* Daylight saving of half an hour. */
  assert_shown ("Australia/Lord_Howe", "2026-07-01T00:00Z", "2026-07-01T10:30:00+10:30");
  assert_shown ("Australia/Lord_Howe", "2026-12-01T00:00Z", "2026-12-01T11:00:00+11:00");
  assert_resolved ("Australia/Lord_Howe", 2026, 10, 4, 2, 15, "2026-10-04T02:45:00+11:00");
  assert_resolved ("Australia/Lord_Howe", 2026, 4, 5, 1, 45, "2026-04-05T01:45:00+11:00");
}

static void
test_daylight_saving_nights (void)
{
  assert_shown ("Europe/Berlin", "2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00");
  assert_shown ("Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00");
  assert_shown ("Europe/Berlin", "2026-10-25T00:59:59Z", "2026-10-25T02:59:59+02:00");
  assert_shown ("Europe/Berlin", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00+01:00");

  assert_resolved ("Europe/Berlin", 2026, 3, 29, 1, 59, "2026-03-29T01:59:00+01:00");
  assert_resolved ("Europe/Berlin", 2026, 3, 29, 2, 0, "2026-03-29T03:00:00+02:00");
  assert_resolved ("Europe/Berlin", 2026, 3, 29, 2, 30, "2026-03-29T03:30:00+02:00");
  assert_resolved ("Europe/Berlin", 2026, 3, 29, 3, 0, "2026-03-29T03:00:00+02:00");
  assert_resolved ("Europe/Berlin", 2026, 10, 25, 2, 30, "2026-10-25T02:30:00+02:00");
  assert_resolved ("Europe/Berlin", 2026, 10, 25, 3, 0, "2026-10-25T03:00:00+01:00");
  assert_resolved ("America/New_York", 2026, 11, 1, 1, 30, "2026-11-01T01:30:00-04:00");
}

static void
test_resolve_refuses (void)
{
  g_autoptr (LanyardZone) zone = lanyard_zone_new ("Europe/Prague");
  static const int wrong[][6] = {
    { 2026, 2, 29, 0, 0, 0 }, { 2026, 0, 1, 0, 0, 0 }, { 2026, 13, 1, 0, 0, 0 }, { 2026, 4, 31, 0, 0, 0 },
    { 2026, 1, 0, 0, 0, 0 }, { 0, 1, 1, 0, 0, 0 }, { 9999, 1, 1, 0, 0, 0 }, { -1, 1, 1, 0, 0, 0 },
    { 2026, 1, 1, 25, 0, 0 }, { 2026, 1, 1, -1, 0, 0 }, { 2026, 1, 1, 0, 60, 0 }, { 2026, 1, 1, 0, 0, 61 },
    { 2026, 1, 1, 24, 0, 1 }, { 2026, 1, 1, 24, 30, 0 }, { 67562, 1, 1, 0, 0, 0 }, { 2026, 257, 257, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (lanyard_zone_resolve (zone, wrong[i][0], wrong[i][1], wrong[i][2], wrong[i][3], wrong[i][4],
                                           wrong[i][5]), ==, LANYARD_NO_TIME);

  assert_resolved ("Europe/Prague", 2024, 2, 29, 24, 0, "2024-03-01T00:00:00+01:00");
  assert_resolved ("UTC", 1, 1, 2, 0, 0, "0001-01-02T00:00:00+00:00");
  assert_resolved ("UTC", 9998, 12, 31, 23, 59, "9998-12-31T23:59:00+00:00");
}

static void
test_days (void)
{
  g_autoptr (LanyardZone) prague = lanyard_zone_new ("Europe/Prague");
  g_autoptr (LanyardZone) tokyo = lanyard_zone_new ("Asia/Tokyo");
  g_autoptr (LanyardZone) utc = lanyard_zone_new_utc ();
  gint64 instant;

  g_assert_true (lanyard_parse_iso8601 ("2026-10-05T22:00:00Z", NULL, &instant));
  g_assert_cmpuint (lanyard_zone_get_day (prague, instant - 1), ==, get_day_number (2026, 10, 5));
  g_assert_cmpuint (lanyard_zone_get_day (prague, instant), ==, get_day_number (2026, 10, 6));
  g_assert_cmpuint (lanyard_zone_get_day (tokyo, instant), ==, get_day_number (2026, 10, 6));
  g_assert_cmpuint (lanyard_zone_get_day (utc, instant), ==, get_day_number (2026, 10, 5));

  g_assert_cmpuint (lanyard_zone_get_day (utc, 0), ==, get_day_number (1970, 1, 1));
  g_assert_cmpuint (lanyard_zone_get_day (utc, -1), ==, get_day_number (1969, 12, 31));
  g_assert_cmpuint (lanyard_zone_get_day (utc, -86400), ==, get_day_number (1969, 12, 31));
  g_assert_cmpuint (lanyard_zone_get_day (utc, -86401), ==, get_day_number (1969, 12, 30));

  /* Nothing overflows. */
  g_assert_cmpuint (lanyard_zone_get_day (utc, G_MAXINT64), ==, get_day_number (9998, 12, 31));
  g_assert_cmpuint (lanyard_zone_get_day (utc, G_MININT64), ==, get_day_number (1, 1, 2));
  g_assert_cmpint (lanyard_zone_get_offset (prague, G_MININT64), !=, 0);
}

static void
test_day_starts (void)
{
  assert_day_start ("Europe/Prague", 2026, 10, 5, "2026-10-05T00:00:00+02:00");
  assert_day_start ("Europe/Berlin", 2026, 3, 29, "2026-03-29T00:00:00+01:00");
  assert_day_start ("Europe/Berlin", 2026, 10, 25, "2026-10-25T00:00:00+02:00");
  assert_day_start ("Europe/Berlin", 2026, 10, 26, "2026-10-26T00:00:00+01:00");
  assert_day_start ("UTC", 1969, 12, 31, "1969-12-31T00:00:00+00:00");

  /* Midnight is skipped. */
  assert_day_start ("America/Sao_Paulo", 2018, 11, 4, "2018-11-04T01:00:00-02:00");
  assert_day_start ("Asia/Beirut", 2026, 3, 29, "2026-03-29T01:00:00+03:00");

  /* Midnight comes, and an hour or a minute later it is yesterday again. */
  assert_day_start ("America/Sao_Paulo", 2018, 2, 18, "2018-02-18T00:00:00-03:00");
  assert_day_start ("Canada/Newfoundland", 2009, 11, 1, "2009-11-01T00:00:00-02:30");

  /* Samoa had no 30 December 2011. */
  assert_day_start ("Pacific/Apia", 2011, 12, 29, "2011-12-29T00:00:00-10:00");
  assert_day_start ("Pacific/Apia", 2011, 12, 30, "2011-12-31T00:00:00+14:00");
  assert_day_start ("Pacific/Apia", 2011, 12, 31, "2011-12-31T00:00:00+14:00");
  assert_resolved ("Pacific/Apia", 2011, 12, 30, 10, 0, "2011-12-31T10:00:00+14:00");
}

/* Each day begins where the one before has ended, in every zone. */
static void
test_days_follow_one_another (void)
{
  g_auto (GStrv) ids = lanyard_zone_list_ids ();

  g_assert_cmpuint (g_strv_length (ids), >, 300);
  g_assert_true (g_strv_contains ((const char * const *) ids, "Europe/Prague"));
  g_assert_true (g_strv_contains ((const char * const *) ids, "UTC"));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (LanyardZone) zone = lanyard_zone_new (ids[i]);

      g_assert_nonnull (zone);
      for (guint day = get_day_number (2026, 1, 1); day < get_day_number (2027, 1, 1); day++)
        {
          gint64 start = lanyard_zone_get_day_start (zone, day);

          g_assert_cmpuint (lanyard_zone_get_day (zone, start), ==, day);
          g_assert_cmpuint (lanyard_zone_get_day (zone, start - 1), ==, day - 1);
        }
    }
}

static void
test_cities (void)
{
  static const struct
  {
    const char *id;
    const char *city;
    const char *abbreviation;
  } expected[] = {
    { "Europe/Prague", "Prague", "CEST" },
    { "America/Argentina/Buenos_Aires", "Buenos Aires", "UTC−03:00" },
    { "America/New_York", "New York", "EDT" },
    { "Canada/Newfoundland", "Newfoundland", "NDT" },
    { "Asia/Kathmandu", "Kathmandu", "UTC+05:45" },
    { "GB", "London", "BST" },
    { "Japan", "Tokyo", "JST" },
    { "UTC", "UTC", "UTC" },
    { "Z", "UTC", "UTC" },
    { "Etc/UTC", "UTC", "UTC" },
    { "Etc/GMT+5", "UTC−05:00", "UTC−05:00" },
    { "+02:00", "UTC+02:00", "UTC+02:00" },
    { "-0330", "UTC−03:30", "UTC−03:30" },
  };
  gint64 instant;

  g_assert_true (lanyard_parse_iso8601 ("2026-07-01T12:00:00Z", NULL, &instant));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (LanyardZone) zone = lanyard_zone_new (expected[i].id);
      g_autofree char *city = lanyard_zone_dup_city (zone);
      g_autofree char *abbreviation = lanyard_zone_dup_abbreviation (zone, instant);

      g_assert_cmpstr (city, ==, expected[i].city);
      g_assert_cmpstr (abbreviation, ==, expected[i].abbreviation);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  /* First, before GLib has any of the zones in its cache. */
  g_test_add_func ("/zone/old-names-without-system", test_old_names_without_system);
  g_test_add_func ("/zone/table-is-sorted", test_table_is_sorted);
  g_test_add_func ("/zone/names", test_names);
  g_test_add_func ("/zone/equality", test_equality);
  g_test_add_func ("/zone/half-hours", test_half_hours);
  g_test_add_func ("/zone/daylight-saving-nights", test_daylight_saving_nights);
  g_test_add_func ("/zone/resolve-refuses", test_resolve_refuses);
  g_test_add_func ("/zone/days", test_days);
  g_test_add_func ("/zone/day-starts", test_day_starts);
  g_test_add_func ("/zone/days-follow-one-another", test_days_follow_one_another);
  g_test_add_func ("/zone/cities", test_cities);
  return g_test_run ();
}
