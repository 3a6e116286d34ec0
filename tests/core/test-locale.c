/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Times, days, weekdays, numbers and sorting as the locales of German, American
 * English, Japanese and Egyptian Arabic have them. The locales are compiled for
 * the tests: LOCPATH says where. What a translation may put differently, such as
 * the order of day and month, is looked for in parts. */

#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include <gio/gio.h>

#include "model/lanyard-enums.h"
#include "plan/lanyard-room-order.h"
#include "store/lanyard-rescue.h"
#include "time/lanyard-time-format.h"

static gint64
parse (const char *text)
{
  gint64 instant;

  g_assert_true (lanyard_parse_iso8601 (text, NULL, &instant));
  return instant;
}

static guint
get_day_number (GDateDay   day,
                GDateMonth month,
                GDateYear  year)
{
  g_autoptr (GDate) date = g_date_new_dmy (day, month, year);

  return g_date_get_julian (date);
}

/* Skips the test where the locale could not be compiled. */
static gboolean
set_locale (const char *name)
{
  if (setlocale (LC_ALL, name) != NULL)
    return TRUE;
  g_test_skip_printf ("there is no locale %s", name);
  return FALSE;
}

/* Without the characters that say in which direction a text runs, which
 * Arabic has around numbers. Takes @text. */
static char *
strip_marks (char *text)
{
  static const char *const marks[] = { "\u200e", "\u200f", "\u061c", "\u2066", "\u2067", "\u2068", "\u2069", "\u202f", "\u00a0" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_auto (GStrv) parts = g_strsplit (text, marks[i], -1);

      g_free (text);
      text = g_strjoinv ("", parts);
    }
  return text;
}

/* Takes @text. */
static void
assert_text (char       *text,
             const char *expected)
{
  g_autofree char *owned = text;

  g_assert_cmpstr (owned, ==, expected);
}

/* Takes @text. */
static void
assert_has (char       *text,
            const char *part)
{
  g_autofree char *stripped = strip_marks (text);

  if (strstr (stripped, part) == NULL)
    g_error ("“%s” is not in “%s”", part, stripped);
}

static void
assert_rooms (const char *const *names,
              const char        *expected)
{
  g_autoptr (LanyardConference) conference = lanyard_conference_new (&(LanyardConferenceFields) { .title = "C", .zone = "UTC" });
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (GPtrArray) rooms = NULL;
  g_autoptr (GString) sorted = g_string_new (NULL);

  for (gint64 i = 0; names[i] != NULL; i++)
    {
      g_autoptr (LanyardRoom) room = lanyard_room_new (names[i], NULL);

      g_ptr_array_add (talks, lanyard_talk_new (&(LanyardTalkFields) {
        .item = { .key = names[i], .title = names[i], .start = 100 * i, .end = 100 * i + 50, .room = room },
      }));
    }
  programme = lanyard_programme_new (&(LanyardProgrammeFields) { .conference = conference, .talks = talks });
  rooms = lanyard_room_order_sort (programme, NULL);
  for (guint i = 0; i < rooms->len; i++)
    g_string_append_printf (sorted, "%s%s", i > 0 ? "|" : "", lanyard_room_get_name (rooms->pdata[i]));
  g_assert_cmpstr (sorted->str, ==, expected);
}

/* What a locale has for the same times and days; those of a conference are from
 * so many days after Monday, 5 October 2026, to so many. */
typedef struct
{
  const char *locale;
  const char *afternoon;      /* 14:30 */
  const char *after_midnight; /* 00:05 */
  const char *morning;        /* 9:00 to 9:30 */
  const char *styles[LANYARD_DAY_FULL + 1];
  struct
  {
    int         first;
    int         last;
    const char *text;
  } ranges[4];
  const char *number;         /* 1078 */
  const char *rooms[6];
  const char *sorted_rooms;
} Expected;

static void
assert_expected (const Expected *expected)
{
  g_autoptr (LanyardZone) zone = lanyard_zone_new ("Europe/Prague");
  guint monday = get_day_number (5, 10, 2026);

  if (!set_locale (expected->locale))
    return;
  assert_text (lanyard_format_time (zone, parse ("2026-10-05T14:30:00+02:00")), expected->afternoon);
  assert_text (lanyard_format_time (zone, parse ("2026-10-05T00:05:00+02:00")), expected->after_midnight);
  assert_text (lanyard_format_time_range (zone, parse ("2026-10-05T09:00:00+02:00"), parse ("2026-10-05T09:30:00+02:00")),
               expected->morning);
  for (LanyardDayStyle style = 0; style <= LANYARD_DAY_FULL; style++)
    assert_text (lanyard_format_day (monday, style), expected->styles[style]);
  for (gsize i = 0; i < G_N_ELEMENTS (expected->ranges); i++)
    assert_text (lanyard_format_day_range (monday + expected->ranges[i].first, monday + expected->ranges[i].last),
                 expected->ranges[i].text);
  assert_text (g_strdup_printf ("%'u", 1078u), expected->number);
  assert_rooms (expected->rooms, expected->sorted_rooms);
}

static void
test_german (void)
{
  assert_expected (&(Expected) {
    .locale = "de_DE.UTF-8",
    .afternoon = "14:30",
    .after_midnight = "00:05",
    .morning = "09:00–09:30",
    .styles = { "Mo 5.", "Mo 5. Okt", "Montag, 5. Oktober", "Montag, 5. Oktober 2026" },
    .ranges = {
      { 0, 0, "5. Oktober 2026" },
      { 0, 2, "5.–7. Oktober 2026" },
      { -5, -3, "30. September – 2. Oktober 2026" },
      { 86, 88, "30. Dezember 2026 – 1. Januar 2027" },
    },
    .number = "1.078",
    .rooms = { "Zimmer", "Ähre", "Raum 10", "Raum 2", "Aula" },
    .sorted_rooms = "Ähre|Aula|Raum 2|Raum 10|Zimmer",
  });
}

static void
test_american (void)
{
  assert_expected (&(Expected) {
    .locale = "en_US.UTF-8",
    .afternoon = "2:30 PM",
    .after_midnight = "12:05 AM",
    .morning = "9:00 AM–9:30 AM",
    .styles = { "Mon 5", "Mon, Oct 5", "Monday, October 5", "Monday, October 5, 2026" },
    .ranges = {
      { 0, 0, "October 5, 2026" },
      { 0, 2, "October 5–7, 2026" },
      { -5, -3, "September 30 – October 2, 2026" },
      { 86, 88, "December 30, 2026 – January 1, 2027" },
    },
    .number = "1,078",
    .rooms = { "Zoo", "Émile", "apple", "Foyer" },
    .sorted_rooms = "apple|Émile|Foyer|Zoo",
  });
}

static void
test_japanese (void)
{
  g_autoptr (LanyardZone) zone = lanyard_zone_new ("Asia/Tokyo");
  const char *const names[] = { "第10会議室", "第2会議室", "大ホール", NULL };
  guint monday = get_day_number (5, 10, 2026);

  if (!set_locale ("ja_JP.UTF-8"))
    return;
  assert_has (lanyard_format_time (zone, parse ("2026-10-05T14:30:00+09:00")), "14:30");
  assert_has (lanyard_format_day (monday, LANYARD_DAY_SHORT), "月");
  assert_has (lanyard_format_day (monday, LANYARD_DAY_FULL), "10月");
  assert_has (lanyard_format_day (monday, LANYARD_DAY_FULL), "月)");
  assert_has (lanyard_format_day_range (monday, monday + 2), "2026");
  assert_text (g_strdup_printf ("%'u", 1078u), "1,078");
  assert_rooms (names, "大ホール|第2会議室|第10会議室");
}

/* Japanese has no space between sentences. */
static void
test_sentences (void)
{
  g_autoptr (LanyardZone) zone = lanyard_zone_new ("Asia/Tokyo");
  g_autoptr (LanyardRescue) rescue = lanyard_rescue_new ("lanyard.db.damaged", parse ("2026-10-05T14:30:00+09:00"), 2);
  g_autofree char *sentences = NULL;

  if (!set_locale ("ja_JP.UTF-8"))
    return;
  sentences = lanyard_rescue_dup_sentence (rescue, zone);
  g_test_message ("%s", sentences);
  g_assert_nonnull (strstr (sentences, "。"));
  g_assert_null (strstr (sentences, "。 "));
}

/* Twelve hours, with the word for the afternoon; whichever digits the locale has. */
static void
test_arabic (void)
{
  g_autoptr (LanyardZone) zone = lanyard_zone_new ("Africa/Cairo");
  const char *const names[] = { "قاعة ب", "قاعة أ", "بهو", NULL };
  guint monday = get_day_number (5, 10, 2026);

  if (!set_locale ("ar_EG.UTF-8"))
    return;
  assert_has (lanyard_format_time (zone, parse ("2026-10-05T14:30:00+03:00")), "2:30");
  assert_has (lanyard_format_time (zone, parse ("2026-10-05T14:30:00+03:00")), "م");
  assert_has (lanyard_format_time (zone, parse ("2026-10-05T09:30:00+03:00")), "ص");
  assert_has (lanyard_format_day (monday, LANYARD_DAY_FULL), "الاثنين");
  assert_has (lanyard_format_day (monday, LANYARD_DAY_FULL), "أكتوبر");
  assert_rooms (names, "بهو|قاعة أ|قاعة ب");
}

static void
set_clock (const char *format)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.gnome.desktop.interface");

  g_assert_true (g_settings_set_string (settings, "clock-format", format));
}

static void
test_gnome_has_12_hours (void)
{
  g_autoptr (LanyardZone) zone = lanyard_zone_new ("Europe/Prague");

  set_clock ("12h");
  if (!set_locale ("ja_JP.UTF-8"))
    return;
  assert_has (lanyard_format_time (zone, parse ("2026-10-05T14:30:00+02:00")), "2:30");
  assert_has (lanyard_format_time (zone, parse ("2026-10-05T14:30:00+02:00")), "午後");
  /* German has no words for the halves of a day. */
  if (set_locale ("de_DE.UTF-8"))
    assert_text (lanyard_format_time (zone, parse ("2026-10-05T14:30:00+02:00")), "14:30");
}

static void
test_gnome_has_24_hours (void)
{
  g_autoptr (LanyardZone) zone = lanyard_zone_new ("Europe/Prague");

  set_clock ("24h");
  if (set_locale ("en_US.UTF-8"))
    assert_text (lanyard_format_time (zone, parse ("2026-10-05T14:30:00+02:00")), "14:30");
}

/* What is chosen in GNOME goes before the locale; it is read once a process. */
static void
test_gnome (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source != NULL ? g_settings_schema_source_lookup (source, "org.gnome.desktop.interface", TRUE) : NULL;

  if (schema == NULL)
    {
      g_test_skip ("there are no schemas of GNOME");
      return;
    }
  g_setenv ("XDG_CURRENT_DESKTOP", "GNOME", TRUE);
  g_test_trap_subprocess ("/locale/subprocess/gnome-12-hours", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_subprocess ("/locale/subprocess/gnome-24-hours", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("LANYARD_TEST_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  g_test_add_func ("/locale/german", test_german);
  g_test_add_func ("/locale/american", test_american);
  g_test_add_func ("/locale/japanese", test_japanese);
  g_test_add_func ("/locale/sentences", test_sentences);
  g_test_add_func ("/locale/arabic", test_arabic);
  g_test_add_func ("/locale/gnome", test_gnome);
  g_test_add_func ("/locale/subprocess/gnome-12-hours", test_gnome_has_12_hours);
  g_test_add_func ("/locale/subprocess/gnome-24-hours", test_gnome_has_24_hours);
  return g_test_run ();
}
