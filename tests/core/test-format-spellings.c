/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Times and durations in all their spellings, and JSON told by its members. */

#include "config.h"

#include "formats/lanyard-feed-time.h"
#include "formats/lanyard-json.h"

static void
test_durations (void)
{
  static const struct
  {
    const char *text;
    int seconds; /* -1 where it is none */
  } cases[] = {
    { "00:30", 1800 },       { "1:30", 5400 },        { "01:30", 5400 },     { "01:30:00", 5400 },  { "00:20:30", 1230 },
    { "45", 2700 },          { " 45 ", 2700 },        { "0", 0 },            { "00:00", 0 },        { "26:00", 93600 },
    { "1:02:30", 95400 },    { "2:00:00", 172800 },   { "PT45M", 2700 },     { "PT1H30M", 5400 },   { "P1DT2H", 93600 },
    { "P1W", 604800 },       { "PT30S", 30 },         { "6944:11:40", -1 },  { "1:2:3:4", -1 },     { "1:75", -1 },
    { "", -1 },              { ":", -1 },             { "1:", -1 },          { ":30", -1 },         { "-1:00", -1 },
    { "half an hour", -1 },  { "P", -1 },             { "PT", 0 },           { "P1H", -1 },         { "99999999", -1 },
    { "999999", -1 },        { "800:00", -1 },        { "1:30 h", -1 },      { "1.5", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint seconds = 7;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (lanyard_feed_duration_read (cases[i].text, &seconds), ==, cases[i].seconds >= 0);
      g_assert_cmpint (seconds, ==, cases[i].seconds >= 0 ? cases[i].seconds : 7);
    }
  g_assert_false (lanyard_feed_duration_read (NULL, NULL));
}

/* All that are times mean the same one here, 2031-03-08 10:00 UTC. */
static void
test_stamps (void)
{
  static const char * const good[] = {
    "2031-03-08T10:00:00Z", "2031-03-08T10:00:00+00:00", "2031-03-08T12:00:00+02:00", "2031-03-08T12:00+0200",
    "2031-03-08T07:30-02:30", "2031-03-08 10:00:00", " 2031-03-08T10:00 ", "2031-03-08T10:00:00.250Z",
    "2031-03-08t12:00:00+02", "2031-03-08 12:00:00 +02:00", "2031-03-09T00:00:00+14:00",
  };
  static const char * const bad[] = {
    "", "soon", "2031-02-29T10:00", "2031-13-01T10:00", "2031-00-01T10:00", "20310308T100000", "2031-03-08T25:00",
    "2031-03-08T10:60", "2031-03-08T10", "2031-03-08T10:00+2", "2031-03-08T10:00:00+02:00 or so", "1100-03-08T10:00",
    "9999-03-08T10:00", "2031-3-8T10:00", "2031-03-08T10:00+99:00", "02031-03-08T10:00",
  };
  g_autoptr (LanyardDraft) draft = lanyard_draft_new ();
  LanyardFeedStamp stamp;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i]);
      g_assert_true (lanyard_feed_stamp_read (good[i], &stamp));
      g_assert_true (stamp.has_clock);
      g_assert_cmpint (lanyard_feed_stamp_resolve (&stamp, draft, NULL), ==, 1930730400);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (lanyard_feed_stamp_read (bad[i], &stamp));
    }
  g_assert_false (lanyard_feed_stamp_read (NULL, &stamp));
  g_assert_true (lanyard_feed_stamp_read ("2031-03-08", &stamp));
  g_assert_false (stamp.has_clock);
}

static void
test_clocks (void)
{
  int clock;

  g_assert_true (lanyard_feed_clock_read ("9:05", &clock));
  g_assert_cmpint (clock, ==, 32700);
  g_assert_true (lanyard_feed_clock_read ("23:59:59", &clock));
  g_assert_cmpint (clock, ==, 86399);
  g_assert_false (lanyard_feed_clock_read ("24:00", &clock));
  g_assert_false (lanyard_feed_clock_read ("10", &clock));
  g_assert_false (lanyard_feed_clock_read ("10:00 am", &clock));
  g_assert_false (lanyard_feed_clock_read (NULL, &clock));
}

static gboolean
sniff (const char *text,
       const char *path,
       const char *other)
{
  const char * const paths[] = { path, other, NULL };
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return lanyard_json_sniff (bytes, paths);
}

static gboolean
sniff_either (const char *text,
              const char *path,
              const char *other)
{
  const char * const paths[] = { "a", path, "", "a", other, NULL };
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return lanyard_json_sniff (bytes, paths);
}

static void
test_sniff (void)
{
  static const char *text = "\xef\xbb\xbf \n{'a':{'b':[{'c':1,'x':'{\\'d\\':1}'},{'e\\\\':[[{'f':2}]]}],'g':'h'},'i':null,'j':{}}";

  g_assert_true (sniff (text, "a", NULL));
  g_assert_true (sniff (text, "a.b", "a.g"));
  g_assert_true (sniff (text, "a.b[].c", "i"));
  g_assert_true (sniff (text, "a.b[].x", "j"));
  g_assert_true (sniff (text, "*.c", "*.i"));
  g_assert_true (sniff (text, "*.f", NULL));
  g_assert_false (sniff (text, "b", NULL));
  g_assert_false (sniff (text, "a.c", NULL));
  g_assert_false (sniff (text, "h", NULL));
  g_assert_false (sniff (text, "*.d", NULL));
  g_assert_false (sniff (text, "a", "z"));
  g_assert_true (sniff ("[{'a':1,'b':[1,2", "[].a", "[].b"));
  g_assert_true (sniff_either (text, "z", "i"));
  g_assert_true (sniff_either (text, "i", "z"));
  g_assert_false (sniff_either (text, "y", "z"));
  g_assert_false (sniff ("'a':1", "a", NULL));
  g_assert_false (sniff ("", "a", NULL));
  g_assert_false (sniff ("{'a", "a", NULL));
  g_assert_false (sniff ("]]]}{'a':1}", "a", NULL));
}

/* What a sniffer is given may be anything, and large: a string of nothing but
 * escapes, brackets without end, a name without end. */
static void
test_sniff_speed (void)
{
  static const char * const pieces[] = { "\\\\", "[", "{\"a\":", "]", "\"a\",", "a", "\"" };
  const char * const paths[] = { "*.never", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new ("{\"");
      g_autoptr (GBytes) bytes = NULL;
      gint64 began;

      while (text->len < 4 * 1024 * 1024)
        g_string_append (text, pieces[i]);
      bytes = g_bytes_new (text->str, text->len);
      began = g_get_monotonic_time ();
      g_assert_false (lanyard_json_sniff (bytes, paths));
      g_assert_cmpint (g_get_monotonic_time () - began, <, G_USEC_PER_SEC / 4);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format-spellings/durations", test_durations);
  g_test_add_func ("/format-spellings/stamps", test_stamps);
  g_test_add_func ("/format-spellings/clocks", test_clocks);
  g_test_add_func ("/format-spellings/sniff", test_sniff);
  g_test_add_func ("/format-spellings/sniff-speed", test_sniff_speed);
  return g_test_run ();
}
