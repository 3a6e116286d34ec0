/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a programme's days lasts into the next. */

#include "config.h"

#include "model/lanyard-talk.h"
#include "plan/lanyard-day.h"

#define HOUR 3600
#define MIDNIGHT 1790985600 /* the beginning of 3 October 2026 in UTC */

static LanyardTalk *
make_talk (const char *title,
           gint64      start,
           gint64      end)
{
  return lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = title, .title = title, .start = start, .end = end },
  });
}

static void
assert_lasting (GPtrArray   *days,
                LanyardZone *zone,
                guint        day,
                const char  *expected)
{
  g_autoptr (GPtrArray) items = lanyard_days_dup_lasting (days, zone, day);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append (titles, lanyard_item_get_title (items->pdata[i]));
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_lasting (void)
{
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) days = NULL;
  g_autoptr (LanyardConference) conference = lanyard_conference_new (
      &(LanyardConferenceFields) { .title = "C", .zone = "UTC", .start = MIDNIGHT, .end = MIDNIGHT + 48 * HOUR });
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (LanyardZone) utc = lanyard_zone_new ("UTC");
  g_autoptr (LanyardZone) tokyo = lanyard_zone_new ("Asia/Tokyo");
  g_autoptr (GPtrArray) days_there = NULL;
  guint day = lanyard_zone_get_day (utc, MIDNIGHT);

  g_ptr_array_add (talks, make_talk ("a", MIDNIGHT - 2 * HOUR, MIDNIGHT));
  g_ptr_array_add (talks, make_talk ("b", MIDNIGHT - HOUR, MIDNIGHT + 1));
  g_ptr_array_add (talks, make_talk ("c", MIDNIGHT - HOUR, MIDNIGHT + 30 * HOUR));
  g_ptr_array_add (talks, make_talk ("d", MIDNIGHT, MIDNIGHT + HOUR));
  g_ptr_array_add (talks, make_talk ("e", MIDNIGHT + 24 * HOUR, MIDNIGHT + 25 * HOUR));
  g_ptr_array_add (talks, make_talk ("f", LANYARD_NO_TIME, LANYARD_NO_TIME));
  programme = lanyard_programme_new (&(LanyardProgrammeFields) { .conference = conference, .talks = talks });
  days = lanyard_programme_dup_days (programme, utc);
  assert_lasting (days, utc, day - 1, "");
  assert_lasting (days, utc, day, "bc");
  assert_lasting (days, utc, day + 1, "c");
  assert_lasting (days, utc, day + 2, "");
  assert_lasting (days, utc, LANYARD_DAY_NONE, "");

  /* There, all of it begins in the morning. */
  days_there = lanyard_programme_dup_days (programme, tokyo);
  assert_lasting (days_there, tokyo, day, "");
  assert_lasting (days_there, tokyo, day + 1, "c");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/days/lasting", test_lasting);

  return g_test_run ();
}
