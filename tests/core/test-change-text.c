/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changes say in words, in one zone and in another. */

#include "config.h"

#include "changes/lanyard-change-text.h"

#define NONE LANYARD_NO_TIME
#define MINUTE 60
#define TEN (G_GINT64_CONSTANT (1791187200)) /* 2026-10-05 10:00 in Prague, 17:00 in Tokyo */
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

typedef struct
{
  LanyardChangeKind kind;
  const char *old_text;
  const char *new_text;
  gint64 old_start;
  gint64 old_end;
  gint64 new_start;
  gint64 new_end;
  const char *sentence;
  const char *elsewhere;
} Case;

static const Case cases[] = {
  { LANYARD_CHANGE_NEW, NULL, NULL, NONE, NONE, TEN, TEN + HOUR,
    "New in the programme, on Mon 5 Oct, 10:00–11:00", "17:00–18:00 in Tokyo" },
  { LANYARD_CHANGE_NEW, NULL, NULL, NONE, NONE, NONE, NONE, "New in the programme, without a time yet", NULL },
  { LANYARD_CHANGE_CANCELLED, NULL, NULL, TEN + 8 * HOUR, TEN + 9 * HOUR, NONE, NONE,
    "Cancelled; it was on Mon 5 Oct, 18:00–19:00", "Tue 6 Oct, 01:00–02:00 in Tokyo" },
  { LANYARD_CHANGE_CANCELLED, NULL, NULL, NONE, NONE, NONE, NONE, "Cancelled; it had no time yet", NULL },
  { LANYARD_CHANGE_RESTORED, NULL, NULL, NONE, NONE, TEN, TEN + HOUR,
    "Back in the programme, on Mon 5 Oct, 10:00–11:00", "17:00–18:00 in Tokyo" },
  { LANYARD_CHANGE_RESTORED, NULL, NULL, NONE, NONE, NONE, NONE, "Back in the programme, without a time yet", NULL },
  { LANYARD_CHANGE_TIME, NULL, NULL, TEN, TEN + 30 * MINUTE, TEN + HOUR, TEN + 90 * MINUTE,
    "Moved from Mon 5 Oct, 10:00–10:30 to 11:00–11:30", "17:00–17:30 to 18:00–18:30 in Tokyo" },
  { LANYARD_CHANGE_TIME, NULL, NULL, TEN, TEN + HOUR, TEN + DAY, TEN + DAY + HOUR,
    "Moved from Mon 5 Oct, 10:00–11:00 to Tue 6 Oct, 10:00–11:00",
    "Mon 5 Oct, 17:00–18:00 to Tue 6 Oct, 17:00–18:00 in Tokyo" },
  { LANYARD_CHANGE_TIME, NULL, NULL, TEN, TEN + HOUR, TEN + 7 * HOUR, TEN + 8 * HOUR,
    "Moved from Mon 5 Oct, 10:00–11:00 to 17:00–18:00",
    "Mon 5 Oct, 17:00–18:00 to Tue 6 Oct, 00:00–01:00 in Tokyo" },
  { LANYARD_CHANGE_TIME, NULL, NULL, TEN + 8 * HOUR, TEN + 9 * HOUR, TEN + 9 * HOUR, TEN + 10 * HOUR,
    "Moved from Mon 5 Oct, 18:00–19:00 to 19:00–20:00", "Tue 6 Oct, 01:00–02:00 to 02:00–03:00 in Tokyo" },
  { LANYARD_CHANGE_TIME, NULL, NULL, TEN, TEN + 30 * MINUTE, TEN, TEN + HOUR,
    "Longer: Mon 5 Oct, 10:00–11:00; it was to end at 10:30", "17:00–17:30 to 17:00–18:00 in Tokyo" },
  { LANYARD_CHANGE_TIME, NULL, NULL, TEN, TEN + 30 * MINUTE, TEN, TEN + 20 * MINUTE,
    "Shorter: Mon 5 Oct, 10:00–10:20; it was to end at 10:30", "17:00–17:30 to 17:00–17:20 in Tokyo" },
  { LANYARD_CHANGE_TIME, NULL, NULL, NONE, NONE, TEN, TEN + HOUR,
    "Now on Mon 5 Oct, 10:00–11:00; it had no time before", "17:00–18:00 in Tokyo" },
  { LANYARD_CHANGE_TIME, NULL, NULL, TEN, TEN + HOUR, NONE, NONE,
    "Without a time now; it was on Mon 5 Oct, 10:00–11:00", "17:00–18:00 in Tokyo" },
  { LANYARD_CHANGE_ROOM, "Hall A", "Hall B", NONE, NONE, NONE, NONE, "Now in Hall B, was in Hall A", NULL },
  { LANYARD_CHANGE_ROOM, NULL, "Hall B", NONE, NONE, NONE, NONE, "Now in Hall B; it had no room before", NULL },
  { LANYARD_CHANGE_ROOM, "Hall A", NULL, NONE, NONE, NONE, NONE, "Without a room now; it was in Hall A", NULL },
  { LANYARD_CHANGE_TITLE, "Rust", "More %s Rust", NONE, NONE, NONE, NONE, "Now called “More %s Rust”, was “Rust”", NULL },
  { LANYARD_CHANGE_SPEAKERS, "Ada", "Ada, Bob", NONE, NONE, NONE, NONE, "Now given by Ada, Bob, was by Ada", NULL },
  { LANYARD_CHANGE_SPEAKERS, NULL, "Ada", NONE, NONE, NONE, NONE, "Now given by Ada", NULL },
  { LANYARD_CHANGE_SPEAKERS, "Ada", NULL, NONE, NONE, NONE, NONE, "Without a speaker now, was given by Ada", NULL },
  { LANYARD_CHANGE_SESSION, "Rust MC", "BPF Track", NONE, NONE, NONE, NONE,
    "Now part of “BPF Track”, was part of “Rust MC”", NULL },
  { LANYARD_CHANGE_SESSION, NULL, "BPF Track", NONE, NONE, NONE, NONE, "Now part of “BPF Track”", NULL },
  { LANYARD_CHANGE_SESSION, "Rust MC", NULL, NONE, NONE, NONE, NONE, "No longer part of “Rust MC”", NULL },
  { LANYARD_CHANGE_DESCRIPTION, NULL, NULL, NONE, NONE, NONE, NONE, "The description has changed", NULL },
  { LANYARD_CHANGE_LINKS, NULL, NULL, NONE, NONE, NONE, NONE, "The links have changed", NULL },
};

static void
test_sentences (void)
{
  g_autoptr (LanyardZone) prague = lanyard_zone_new ("Europe/Prague");
  g_autoptr (LanyardZone) tokyo = lanyard_zone_new ("Asia/Tokyo");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LanyardChange) change = lanyard_change_new (&(LanyardChangeFields) {
        .kind = cases[i].kind,
        .key = "1",
        .title = "Title",
        .old_text = cases[i].old_text,
        .new_text = cases[i].new_text,
        .old_start = cases[i].old_start,
        .old_end = cases[i].old_end,
        .new_start = cases[i].new_start,
        .new_end = cases[i].new_end,
      });
      g_autofree char *sentence = lanyard_change_dup_sentence (change, prague);
      g_autofree char *elsewhere = lanyard_change_dup_time_elsewhere (change, prague, tokyo);

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
      g_assert_cmpstr (elsewhere, ==, cases[i].elsewhere);
    }
}

static void
assert_heading (gint64      noticed_at,
                const char *zone_id,
                const char *expected)
{
  g_autoptr (LanyardZone) zone = lanyard_zone_new (zone_id);
  g_autofree char *heading = lanyard_change_dup_heading (noticed_at, TEN, zone);

  g_assert_cmpstr (heading, ==, expected);
}

static void
test_headings (void)
{
  assert_heading (TEN - 2 * HOUR, "Europe/Prague", "Today, 08:00");
  assert_heading (TEN - 12 * HOUR, "Europe/Prague", "Yesterday, 22:00");
  assert_heading (TEN - 12 * HOUR, "Asia/Tokyo", "Today, 05:00");
  assert_heading (TEN - 5 * DAY, "Europe/Prague", "Wednesday 30 September, 10:00");
}

/* Berlin's clocks are Prague's: a second line would say the same. */
static void
test_same_clocks (void)
{
  g_autoptr (LanyardZone) prague = lanyard_zone_new ("Europe/Prague");
  g_autoptr (LanyardZone) berlin = lanyard_zone_new ("Europe/Berlin");
  g_autoptr (LanyardChange) change = lanyard_change_new (&(LanyardChangeFields) {
    .kind = LANYARD_CHANGE_TIME,
    .key = "1",
    .title = "Title",
    .old_start = TEN,
    .old_end = TEN + HOUR,
    .new_start = TEN + HOUR,
    .new_end = TEN + 2 * HOUR,
  });

  g_assert_null (lanyard_change_dup_time_elsewhere (change, prague, berlin));
}

static void
test_kinds (void)
{
  for (guint i = LANYARD_CHANGE_NEW; i <= LANYARD_CHANGE_LINKS; i++)
    g_assert_nonnull (lanyard_change_kind_title ((LanyardChangeKind) i));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change-text/sentences", test_sentences);
  g_test_add_func ("/change-text/headings", test_headings);
  g_test_add_func ("/change-text/same-clocks", test_same_clocks);
  g_test_add_func ("/change-text/kinds", test_kinds);

  return g_test_run ();
}
