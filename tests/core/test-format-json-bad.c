/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Schedules in JSON as networks, disks and people leave them: there is a sound
 * programme or one sentence, soon. */

#include "config.h"

#include "format-abuse.h"

static const char * const own[] = { "emf", "fosdem-matrix", "indico", "open-event", "pretalx", "schedule-json" };

static const char * const shared[] = {
  "klimacamp2015/schedule.json", "other/emf-2018-schedule.json", "other/fossasia2016-openevent-sessions.json",
  "pretalx/pyconfr-2024-schedule.json", "schedule-json/fosdem-json-democon.json", "schedule-json/frab-camp2019.json",
  "schedule-json/hub-schedule2.json", "schedule-json/pretalx-anyconf.json", "schedule-json/pretalx-democon.json",
};

static void
test_own (gconstpointer data)
{
  static const FormatNesting nesting = { .open = "[", .close = "]" };
  g_autoptr (GBytes) document = format_abuse_load (data);

  format_abuse (document, &nesting);
}

static void
test_shared (gconstpointer data)
{
  const char *folder = g_getenv ("LANYARD_SHARED_DATA");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, data, NULL) : NULL;
  g_autoptr (GBytes) document = NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the shared data is not here");
      return;
    }
  document = format_abuse_load (path);
  format_abuse_truncate (document, 1000);
  format_abuse_flip (document, 5);
}

/* A hundred thousand rooms: time that grows with the size alone. */
static void
test_many_rooms (void)
{
  g_autoptr (GString) text = g_string_new ("{\"schedule\":{\"conference\":{\"title\":\"T\",\"days\":[{\"date\":\"2031-03-08\",\"rooms\":{");

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "%s\"Room %u\":[{\"id\":%u,\"title\":\"T\",\"start\":\"10:00\"}]", i > 0 ? "," : "", i, i);
  g_string_append (text, "}}]}}}");
  format_abuse_read (text->str, text->len);
}

/* As many tracks, and as many speakers and links in one talk. */
static void
test_many_others (void)
{
  g_autoptr (GString) text = g_string_new ("{\"schedule\":{\"conference\":{\"title\":\"T\",\"tracks\":[");

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "%s{\"name\":\"Track %u\",\"slug\":\"t%u\"}", i > 0 ? "," : "", i, i);
  g_string_append (text, "],\"days\":[{\"date\":\"2031-03-08\",\"rooms\":{\"A\":[{\"id\":1,\"title\":\"T\",\"persons\":[");
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "%s\"Person %u\"", i > 0 ? "," : "", i);
  g_string_append (text, "],\"links\":[");
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "%s\"https://x.example/%u\"", i > 0 ? "," : "", i);
  g_string_append (text, "]}]}}]}}}");
  format_abuse_read (text->str, text->len);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    format_abuse_add_tests ("/json-bad/own", own[i], test_own);
  for (gsize i = 0; i < G_N_ELEMENTS (shared); i++)
    {
      g_autofree char *path = g_strconcat ("/json-bad/shared/", shared[i], NULL);

      g_test_add_data_func (path, shared[i], test_shared);
    }
  g_test_add_func ("/json-bad/many-rooms", test_many_rooms);
  g_test_add_func ("/json-bad/many-others", test_many_others);
  return g_test_run ();
}
