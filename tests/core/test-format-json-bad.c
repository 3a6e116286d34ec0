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

static LanyardProgramme *
read_bytes (const char *data,
            gsize       size)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  LanyardProgramme *programme;

  g_ptr_array_add (documents, g_bytes_new (data, size));
  programme = lanyard_format_read (documents, &(LanyardReadOptions) { .zone = "UTC" }, &error);
  g_assert_no_error (error);
  return programme;
}

static void
assert_read (const char *data,
             gsize       size,
             const char *title,
             gboolean    is_mended)
{
  g_autoptr (LanyardProgramme) programme = read_bytes (data, size);
  LanyardTalk *talk = lanyard_programme_find_talk (programme, "1");

  g_assert_nonnull (talk);
  g_assert_cmpstr (lanyard_item_get_title (LANYARD_ITEM (talk)), ==, title);
  g_assert_cmpuint (lanyard_programme_get_remarks (programme)->counts[LANYARD_REMARK_MENDED], ==, is_mended);
}

static const char * const frames[] = {
  "{\"schedule\":{\"conference\":{\"title\":\"T\",\"days\":[{\"date\":\"2031-03-08\",\"rooms\":{\"A\":"
  "[{\"id\":1,\"title\":\"%s\",\"start\":\"10:00\"}]}}]}}}",
  "{\"additionalInfo\":{},\"results\":[{\"id\":\"7\",\"title\":\"T\",\"timezone\":\"UTC\",\"contributions\":"
  "[{\"db_id\":1,\"title\":\"%s\"}]}]}",
};

/* JSON is UTF-8. What programs on Windows make of it when they save it is read
 * all the same; where something had to be guessed, it is said. */
static void
test_encodings (void)
{
  static const struct
  {
    const char *charset;
    const char *mark;
    gboolean is_mended;
  } cases[] = {
    { "UTF-8", "", FALSE }, { "UTF-8", "\xef\xbb\xbf", FALSE }, { "UTF-16LE", "\xff\xfe", FALSE },
    { "UTF-16BE", "\xfe\xff", FALSE }, { "WINDOWS-1252", "", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (frames) * G_N_ELEMENTS (cases); i++)
    {
      gsize n = i / G_N_ELEMENTS (frames);
      g_autoptr (GString) title = g_string_new (frames[i % G_N_ELEMENTS (frames)]);
      g_autoptr (GString) whole = g_string_new (cases[n].mark);
      g_autofree char *text = NULL;
      gsize size;

      g_string_replace (title, "%s", "Öl für 5 €", 0);
      text = g_convert (title->str, -1, cases[n].charset, "UTF-8", NULL, &size, NULL);
      g_string_append_len (whole, text, (gssize) size);
      assert_read (whole->str, whole->len, "Öl für 5 €", cases[n].is_mended);
    }
}

/* What had to be repaired is said: a character that is not whole, or that may
 * not stand in JSON. */
static void
test_mended (void)
{
  static const struct
  {
    const char *raw;
    const char *title;
    gboolean is_mended;
  } cases[] = {
    { "a\\u00e9", "aé", FALSE }, { "a\\ud83d\\ude00", "a😀", FALSE }, { "a\\ud83d", "a\xef\xbf\xbd", TRUE },
    { "é\xc3", "é\xef\xbf\xbd", TRUE }, { "a\nb", "a b", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (frames) * G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (frames[i % G_N_ELEMENTS (frames)]);
      gsize n = i / G_N_ELEMENTS (frames);

      g_string_replace (text, "%s", cases[n].raw, 0);
      assert_read (text->str, text->len, cases[n].title, cases[n].is_mended);
    }
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
  g_test_add_func ("/json-bad/encodings", test_encodings);
  g_test_add_func ("/json-bad/mended", test_mended);
  g_test_add_func ("/json-bad/many-rooms", test_many_rooms);
  g_test_add_func ("/json-bad/many-others", test_many_others);
  return g_test_run ();
}
