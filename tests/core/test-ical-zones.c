/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Calendars of three conferences, each on a night in which its clocks change:
 * by an hour back, by an hour back far away, by half an hour on. Each entry's
 * title says when it is, so that any reader can be asked. "--write FILE" keeps
 * the calendar for readers that are written otherwise. */

#include "config.h"

#include <libical/ical.h>

#include "export/lanyard-ical.h"
#include "model/lanyard-own-entry.h"

#define HALF_AN_HOUR 1800

typedef struct
{
  const char *zone;
  gint64      change; /* UTC seconds */
} Night;

static const Night nights[] = {
  { "Europe/Prague", 1792890000 },        /* 25 October 2026 01:00 UTC */
  { "America/New_York", 1793512800 },     /* 1 November 2026 06:00 UTC */
  { "Australia/Lord_Howe", 1791041400 },  /* 3 October 2026 15:30 UTC */
};

static char *
make_title (gint64 start,
            gint64 end)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, start, end);
}

static LanyardTalk *
make_talk (gint64 start,
           gint64 end)
{
  g_autofree char *title = make_title (start, end);

  return lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = title, .title = title, .start = start, .end = end },
  });
}

/* Every quarter of an hour from a day before the change to a day after, half
 * an hour each, and one that lasts over all of it. One own entry is in a zone
 * of its own. */
static LanyardExtract *
make_extract (const Night *night)
{
  g_autoptr (LanyardConference) conference = lanyard_conference_new (&(LanyardConferenceFields) {
    .uuid = night->zone, .feed_id = night->zone, .title = night->zone, .zone = night->zone, .imported_at = 1790000000,
  });
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autofree char *title = make_title (night->change, night->change + 60);

  for (gint64 start = night->change - 86400; start < night->change + 86400; start += HALF_AN_HOUR / 2)
    g_ptr_array_add (talks, make_talk (start, start + HALF_AN_HOUR));
  g_ptr_array_add (talks, make_talk (night->change - 86400, night->change + 86400));
  programme = lanyard_programme_new (&(LanyardProgrammeFields) { .conference = conference, .talks = talks });
  for (guint i = 0; i < talks->len; i++)
    g_ptr_array_add (items, g_object_ref (g_ptr_array_index (talks, i)));
  g_ptr_array_add (items, lanyard_own_entry_new (&(LanyardOwnEntryFields) {
    .title = title, .start = night->change, .end = night->change + 60, .zone = "Asia/Kolkata", .changed_at = 1790000000,
  }));
  return lanyard_extract_new (&(LanyardExtractFields) { .programme = programme, .items = items });
}

static char *
export_nights (gboolean has_zones)
{
  g_autoptr (GPtrArray) extracts = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_extract_unref);
  const LanyardIcalSettings settings = { .alarm = LANYARD_ICAL_NO_ALARM, .has_zones = has_zones };
  g_autoptr (GBytes) bytes = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (nights); i++)
    g_ptr_array_add (extracts, make_extract (&nights[i]));
  bytes = lanyard_ical_export (extracts, &settings, NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gint64
get_instant (icalcomponent     *calendar,
             icalcomponent     *event,
             icalproperty_kind  kind)
{
  icalproperty *property = icalcomponent_get_first_property (event, kind);
  struct icaltimetype time = icalvalue_get_datetime (icalproperty_get_value (property));
  icalparameter *zone = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);

  if (zone == NULL)
    {
      g_assert_true (icaltime_is_utc (time));
      return icaltime_as_timet (time);
    }
  return icaltime_as_timet_with_zone (time, icalcomponent_get_timezone (calendar, icalparameter_get_tzid (zone)));
}

static void
test_nights (gconstpointer has_zones)
{
  g_autofree char *text = export_nights (GPOINTER_TO_INT (has_zones));
  icalcomponent *calendar = icalparser_parse_string (text);
  guint n_events = 0;

  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VTIMEZONE_COMPONENT), ==,
                   GPOINTER_TO_INT (has_zones) ? 4 : 0);
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      g_autofree char *read = make_title (get_instant (calendar, event, ICAL_DTSTART_PROPERTY),
                                          get_instant (calendar, event, ICAL_DTEND_PROPERTY));

      g_assert_cmpstr (read, ==, icalcomponent_get_summary (event));
      n_events++;
    }
  g_assert_cmpuint (n_events, ==, 3 * (192 + 2));
  icalcomponent_free (calendar);
}

static int
write_to (const char *path)
{
  g_autofree char *text = export_nights (TRUE);

  return g_file_set_contents (path, text, -1, NULL) ? 0 : 1;
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_to (argv[2]);

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/ical-zones/utc", GINT_TO_POINTER (FALSE), test_nights);
  g_test_add_data_func ("/ical-zones/zoned", GINT_TO_POINTER (TRUE), test_nights);

  return g_test_run ();
}
