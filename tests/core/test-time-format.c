/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "model/lanyard-enums.h"
#include "time/lanyard-clock.h"
#include "time/lanyard-time-format.h"

static gint64
parse (const char *text)
{
  gint64 instant;

  if (!lanyard_parse_iso8601 (text, NULL, &instant))
    g_error ("%s is no time", text);

  return instant;
}

/* Takes @text. */
static void
assert_text (char       *text,
             const char *expected)
{
  g_autofree char *owned = text;

  g_assert_cmpstr (owned, ==, expected);
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
test_time (void)
{
  g_autoptr (LanyardZone) prague = lanyard_zone_new ("Europe/Prague");
  g_autoptr (LanyardZone) kolkata = lanyard_zone_new ("Asia/Kolkata");

  assert_text (lanyard_format_time (prague, parse ("2026-10-05T08:00:00Z")), "10:00");
  assert_text (lanyard_format_time (kolkata, parse ("2026-10-05T08:00:00Z")), "13:30");
  assert_text (lanyard_format_time (prague, parse ("1969-07-20T20:17:40Z")), "21:17");
  assert_text (lanyard_format_time (prague, LANYARD_NO_TIME), "");
}

static void
test_time_range (void)
{
  g_autoptr (LanyardZone) prague = lanyard_zone_new ("Europe/Prague");
  g_autoptr (LanyardZone) tokyo = lanyard_zone_new ("Asia/Tokyo");
  gint64 start = parse ("2026-10-05T10:00:00+02:00");
  gint64 evening = parse ("2026-10-05T22:00:00+02:00");

  assert_text (lanyard_format_time_range (prague, start, start + 1800), "10:00–10:30");
  assert_text (lanyard_format_time_range (prague, evening, evening + 3 * 3600), "22:00–01:00 (Tue 6)");
  assert_text (lanyard_format_time_range (prague, evening, evening + 2 * 3600), "22:00–00:00");
  assert_text (lanyard_format_time_range (tokyo, evening, evening + 3 * 3600), "05:00–08:00");
  assert_text (lanyard_format_time_range (prague, start, LANYARD_NO_TIME), "10:00");
  assert_text (lanyard_format_time_range (prague, start, start), "10:00");
  assert_text (lanyard_format_time_range (prague, LANYARD_NO_TIME, start), "");

  /* From 01:30 summer time to 02:30 winter time are two hours. */
  assert_text (lanyard_format_time_range (prague, parse ("2026-10-24T23:30:00Z"), parse ("2026-10-25T01:30:00Z")),
               "01:30–02:30");
}

static void
test_day (void)
{
  guint day = get_day_number (2026, 10, 5);

  assert_text (lanyard_format_day (day, LANYARD_DAY_SHORT), "Mon 5");
  assert_text (lanyard_format_day (day, LANYARD_DAY_MEDIUM), "Mon 5 Oct");
  assert_text (lanyard_format_day (day, LANYARD_DAY_LONG), "Monday 5 October");
  assert_text (lanyard_format_day (day, LANYARD_DAY_FULL), "Monday 5 October 2026");
  assert_text (lanyard_format_day (get_day_number (1969, 12, 31), LANYARD_DAY_FULL), "Wednesday 31 December 1969");
}

static void
test_day_range (void)
{
  assert_text (lanyard_format_day_range (get_day_number (2026, 10, 5), get_day_number (2026, 10, 7)),
               "5–7 October 2026");
  assert_text (lanyard_format_day_range (get_day_number (2026, 9, 30), get_day_number (2026, 10, 2)),
               "30 September – 2 October 2026");
  assert_text (lanyard_format_day_range (get_day_number (2026, 12, 30), get_day_number (2027, 1, 2)),
               "30 December 2026 – 2 January 2027");
  assert_text (lanyard_format_day_range (get_day_number (2026, 10, 5), get_day_number (2026, 10, 5)),
               "5 October 2026");
  assert_text (lanyard_format_day_range (get_day_number (2026, 10, 5), get_day_number (2026, 10, 1)),
               "5 October 2026");
}

static void
test_days_out_of_range (void)
{
  g_autofree char *low = lanyard_format_day (0, LANYARD_DAY_FULL);
  g_autofree char *high = lanyard_format_day (G_MAXUINT, LANYARD_DAY_FULL);

  g_assert_true (g_str_has_suffix (low, "January 1") || g_str_has_suffix (low, "January 0001"));
  g_assert_true (g_str_has_suffix (high, "31 December 9998"));
}

static void
test_duration (void)
{
  assert_text (lanyard_format_duration (1800), "30 min");
  assert_text (lanyard_format_duration (3600), "1 h");
  assert_text (lanyard_format_duration (5400), "1 h 30 min");
  assert_text (lanyard_format_duration (26 * 3600 + 300), "26 h 5 min");
  assert_text (lanyard_format_duration (1), "1 min");
  assert_text (lanyard_format_duration (0), "0 min");
  assert_text (lanyard_format_duration (-60), "0 min");
}

static void
test_iso8601_written (void)
{
  g_autoptr (LanyardZone) prague = lanyard_zone_new ("Europe/Prague");
  g_autoptr (LanyardZone) utc = lanyard_zone_new_utc ();
  g_autoptr (LanyardZone) liberia = lanyard_zone_new ("Africa/Monrovia");
  gint64 instant = parse ("2026-10-05T08:00:00Z");
  g_autofree char *odd = NULL;

  assert_text (lanyard_format_iso8601 (prague, instant), "2026-10-05T10:00:00+02:00");
  assert_text (lanyard_format_iso8601 (utc, instant), "2026-10-05T08:00:00+00:00");
  assert_text (lanyard_format_iso8601 (utc, -1), "1969-12-31T23:59:59+00:00");
  assert_text (lanyard_format_iso8601 (utc, LANYARD_NO_TIME), "");
  assert_text (lanyard_format_iso8601 (utc, G_MAXINT64), "9998-12-31T23:59:59+00:00");
  assert_text (lanyard_format_iso8601 (utc, G_MININT64 + 1), "0001-01-02T00:00:00+00:00");

  /* Liberia was 44 minutes and 30 seconds behind until 1972. */
  g_assert_cmpint (lanyard_zone_get_offset (liberia, 0), ==, -2670);
  odd = lanyard_format_iso8601 (liberia, 0);
  g_assert_cmpint (parse (odd), ==, 0);
}

static void
test_iso8601_read (void)
{
  g_autoptr (LanyardZone) prague = lanyard_zone_new ("Europe/Prague");
  gint64 expected = parse ("2026-10-05T08:00:00Z");
  static const char * const same[] = {
    "2026-10-05T10:00:00+02:00", "2026-10-05 10:00:00+0200", "2026-10-05T10:00+02", "20261005T100000+0200",
    "2026-10-05t08:00:00z", "2026-10-05T08:00:00.123456Z", "2026-10-05T08:00:00,5Z", "2026-10-05T08:00Z",
    "2026-10-05T10:00:00", "2026-10-05 10:00", "20261005T1000", "20261005T080000Z",
  };
  static const char * const wrong[] = {
    "", "2026", "2026-10", "2026-10-5", "2026-1005", "2026-10-05T", "2026-10-05T10", "2026-10-05T10:0",
    "2026-10-05T10:00:0", "2026-10-05T10:00:00.", "2026-10-05T10:00:00 ", "2026-10-05T10:00:00x",
    "2026-10-05T10:00:00+02:00x", "2026-10-05T10:00:00+2", "2026-10-05T10:00:00UTC+02:00", "2026-02-30T10:00:00Z",
    "2026-10-05T25:00:00Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "now", "-026-10-05T10:00:00Z",
    "2026-10-05T10:00:00Europe/Prague", "２０２６-10-05T10:00:00Z",
  };
  gint64 instant;

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      instant = 0;
      if (!lanyard_parse_iso8601 (same[i], prague, &instant) || instant != expected)
        g_error ("%s is read wrongly", same[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      instant = 42;
      if (lanyard_parse_iso8601 (wrong[i], prague, &instant) || instant != 42)
        g_error ("%s is taken for a time", wrong[i]);
    }

  g_assert_false (lanyard_parse_iso8601 ("2026-10-05T10:00:00", NULL, &instant));
  g_assert_true (lanyard_parse_iso8601 ("2026-10-05", prague, &instant));
  g_assert_cmpint (instant, ==, parse ("2026-10-04T22:00:00Z"));
}

static void
test_zone (void)
{
  g_autoptr (LanyardZone) prague = lanyard_zone_new ("Europe/Prague");
  g_autoptr (LanyardZone) buenos_aires = lanyard_zone_new ("America/Argentina/Buenos_Aires");
  g_autoptr (LanyardZone) utc = lanyard_zone_new_utc ();
  g_autoptr (LanyardZone) offset = lanyard_zone_new ("-03:30");

  assert_text (lanyard_format_zone (prague, parse ("2026-10-05T08:00:00Z")), "Prague time (CEST)");
  assert_text (lanyard_format_zone (prague, parse ("2026-12-05T08:00:00Z")), "Prague time (CET)");
  assert_text (lanyard_format_zone (buenos_aires, 0), "Buenos Aires time (UTC−03:00)");
  assert_text (lanyard_format_zone (utc, 0), "UTC");
  assert_text (lanyard_format_zone (offset, 0), "UTC−03:30");
}

static void
assert_difference (const char *here,
                   const char *there,
                   const char *expected)
{
  g_autoptr (LanyardZone) here_zone = lanyard_zone_new (here);
  g_autoptr (LanyardZone) there_zone = lanyard_zone_new (there);

  assert_text (lanyard_format_zone_difference (here_zone, there_zone, parse ("2026-10-05T08:00:00Z")), expected);
}

static void
test_zone_difference (void)
{
  assert_difference ("Europe/Prague", "Asia/Tokyo", "Prague is 7 hours behind Tokyo");
  assert_difference ("Asia/Tokyo", "Europe/Prague", "Tokyo is 7 hours ahead of Prague");
  assert_difference ("Europe/Prague", "Europe/London", "Prague is 1 hour ahead of London");
  assert_difference ("Europe/London", "Europe/Prague", "London is 1 hour behind Prague");
  assert_difference ("Asia/Kolkata", "Europe/Prague", "Kolkata is 3 hours and 30 minutes ahead of Prague");
  assert_difference ("UTC", "Canada/Newfoundland", "UTC is 2 hours and 30 minutes ahead of Newfoundland");
  assert_difference ("Canada/Newfoundland", "America/New_York", "Newfoundland is 1 hour and 30 minutes ahead of New York");
  assert_difference ("America/New_York", "Canada/Newfoundland", "New York is 1 hour and 30 minutes behind Newfoundland");
  assert_difference ("Asia/Kathmandu", "Asia/Kolkata", "Kathmandu is 15 minutes ahead of Kolkata");
  assert_difference ("Asia/Kolkata", "Asia/Kathmandu", "Kolkata is 15 minutes behind Kathmandu");
  assert_difference ("Europe/Prague", "Europe/Berlin", "Prague has the same time as Berlin");
}

static void
assert_difference_between (const char *here,
                           const char *there,
                           const char *first,
                           const char *last,
                           const char *expected)
{
  g_autoptr (LanyardZone) here_zone = lanyard_zone_new (here);
  g_autoptr (LanyardZone) there_zone = lanyard_zone_new (there);

  assert_text (lanyard_format_zone_difference_between (here_zone, there_zone, parse (first), parse (last)), expected);
}

/* A clock that is put back while a conference lasts: on 25 October 2026 in
 * Prague, on 1 November in New York, on 4 October (by half an hour) on Lord
 * Howe Island. */
static void
test_zone_difference_changes (void)
{
  assert_difference_between ("Europe/Prague", "Asia/Tokyo", "2026-10-05T08:00:00Z", "2026-10-07T16:00:00Z",
                             "Prague is 7 hours behind Tokyo");
  assert_difference_between ("Europe/Prague", "Asia/Tokyo", "2026-10-24T08:00:00Z", "2026-10-26T16:00:00Z",
                             "Prague is 7 hours behind Tokyo. From Sun 25 Oct: Prague is 8 hours behind Tokyo");
  assert_difference_between ("Asia/Kolkata", "Europe/Prague", "2026-10-24T08:00:00Z", "2026-10-26T16:00:00Z",
                             "Kolkata is 3 hours and 30 minutes ahead of Prague. From Sun 25 Oct: "
                             "Kolkata is 4 hours and 30 minutes ahead of Prague");
  assert_difference_between ("Europe/Prague", "Europe/Berlin", "2026-10-24T08:00:00Z", "2026-10-26T16:00:00Z",
                             "Prague has the same time as Berlin");
  assert_difference_between ("America/New_York", "Europe/London", "2026-10-31T08:00:00Z", "2026-11-02T16:00:00Z",
                             "New York is 4 hours behind London. From Sun 1 Nov: New York is 5 hours behind London");
  assert_difference_between ("Australia/Lord_Howe", "Australia/Brisbane", "2026-10-02T08:00:00Z",
                             "2026-10-06T08:00:00Z",
                             "Lord Howe is 30 minutes ahead of Brisbane. From Sun 4 Oct: "
                             "Lord Howe is 1 hour ahead of Brisbane");
  assert_difference_between ("Europe/Prague", "Asia/Kathmandu", "2026-10-05T08:00:00Z", "2026-10-05T08:00:00Z",
                             "Prague is 3 hours and 45 minutes behind Kathmandu");
}

static void
test_clock (void)
{
  g_autoptr (LanyardClock) stopped = lanyard_clock_new_stopped (42);
  g_autoptr (LanyardClock) running = lanyard_clock_new_system ();
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;
  gint64 now = lanyard_clock_get_now (running);

  g_assert_cmpint (lanyard_clock_get_now (stopped), ==, 42);
  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time () / G_USEC_PER_SEC);
}

static void
assert_clock (const char *variable,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardClock) clock = NULL;

  g_setenv ("LANYARD_NOW", variable, TRUE);
  clock = lanyard_clock_new_from_environment (&error);
  g_unsetenv ("LANYARD_NOW");

  g_assert_no_error (error);
  g_assert_cmpint (lanyard_clock_get_now (clock), ==, parse (expected));
}

static void
test_clock_of_environment (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardClock) running = NULL;
  g_autoptr (LanyardClock) none = NULL;

  g_unsetenv ("LANYARD_NOW");
  running = lanyard_clock_new_from_environment (&error);
  g_assert_no_error (error);
  g_assert_cmpint (lanyard_clock_get_now (running), >, parse ("2025-01-01T00:00:00Z"));

  g_setenv ("TZ", "America/St_Johns", TRUE);
  assert_clock ("2026-10-05T10:00:00+02:00", "2026-10-05T08:00:00Z");
  assert_clock ("2026-10-05T10:00:00", "2026-10-05T12:30:00Z");
  g_setenv ("TZ", "UTC", TRUE);

  g_setenv ("LANYARD_NOW", "to\xffmorrow", TRUE);
  none = lanyard_clock_new_from_environment (&error);
  g_unsetenv ("LANYARD_NOW");
  g_assert_null (none);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_nonnull (strstr (error->message, "LANYARD_NOW"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-format/time", test_time);
  g_test_add_func ("/time-format/time-range", test_time_range);
  g_test_add_func ("/time-format/day", test_day);
  g_test_add_func ("/time-format/day-range", test_day_range);
  g_test_add_func ("/time-format/days-out-of-range", test_days_out_of_range);
  g_test_add_func ("/time-format/duration", test_duration);
  g_test_add_func ("/time-format/iso8601-written", test_iso8601_written);
  g_test_add_func ("/time-format/iso8601-read", test_iso8601_read);
  g_test_add_func ("/time-format/zone", test_zone);
  g_test_add_func ("/time-format/zone-difference", test_zone_difference);
  g_test_add_func ("/time-format/zone-difference-changes", test_zone_difference_changes);
  g_test_add_func ("/time-format/clock", test_clock);
  g_test_add_func ("/time-format/clock-of-environment", test_clock_of_environment);
  return g_test_run ();
}
