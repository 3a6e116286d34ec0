/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Real conferences' files, which are not in the repository: what Lanyard reads
 * from each is compared with what a short script of its format reads, which
 * shares no code with Lanyard: tests/core/facts/FORMAT-facts.py FILE prints
 *
 *   {"n_talks": 2, "n_sessions": 1, "n_rooms": 1, "n_persons": 1, "n_breaks": 0,
 *    "zone": "Europe/Berlin", "start": 1900000000, "end": 1900007200,
 *    "talks": [{"title": "A", "start": 1900000000, "end": 1900003600,
 *               "room": "Hall", "n_credits": 1}]}
 *
 * where what is null or missing is not compared, but a talk's start, which is
 * null if it has none. Each file is a line of the table, with how many talks
 * there are, counted by hand, so that not both are wrong together. */

#include <json-glib/json-glib.h>

#include "format-abuse.h"

typedef struct
{
  const char *name;   /* below the shared data */
  const char *script; /* in tests/core/facts */
  guint n_talks;
  const char *zone;   /* nullable: what a directory says of it */
} File;

static const File files[] = {
  { "frab-xml/31c3.xml", "frab-facts.py", 138, "Europe/Berlin" },
  { "frab-xml/36c3_merged.xml", "frab-facts.py", 1351, NULL },
  { "frab-xml/debconf23.xml", "frab-facts.py", 85, NULL },
  { "frab-xml/fosdem-2013.xml", "frab-facts.py", 487, "Europe/Brussels" },
  { "frab-xml/fosdem-2018.xml", "frab-facts.py", 689, "Europe/Brussels" },
  { "frab-xml/fosdem-2024.xml", "frab-facts.py", 876, NULL },
  { "frab-xml/fosdem-2025.xml", "frab-facts.py", 1074, NULL },
  { "frab-xml/fosdem-2026.xml", "frab-facts.py", 883, NULL },
  { "frab-xml/fosdem_2021.xml", "frab-facts.py", 773, "Europe/Brussels" },
  { "frab-xml/oscal-webapp-TEST.xml", "frab-facts.py", 62, "Europe/Tirane" },
  { "ics/emf-2018.ics", "calendar-facts.py", 355, NULL },
  { "ics/emf-2022.ics", "calendar-facts.py", 326, NULL },
  { "ics/fosdem-2024-bookmarks-terts.ics", "calendar-facts.py", 16, "Europe/Brussels" },
  { "ics/kielux_2020.ics", "calendar-facts.py", 24, "Europe/Berlin" },
  { "ics/leap-festival.ics", "calendar-facts.py", 21, "Europe/London" },
  { "ics/linux_conf_au_2020.ics", "calendar-facts.py", 247, NULL },
  { "indico-synthetic/lpc2024-like.event.contribution.indico-3.3.12.ics", "calendar-facts.py", 35, "Europe/Vienna" },
  { "klimacamp2015/schedule.ics", "calendar-facts.py", 106, NULL },
  { "klimacamp2015/schedule.json", "json-facts.py", 106, NULL },
  { "klimacamp2015/schedule.xcal", "calendar-facts.py", 106, "Europe/Berlin" },
  { "other/emf-2018-schedule.json", "json-facts.py", 355, NULL },
  { "other/fossasia2016-openevent-sessions.json", "json-facts.py", 349, "Asia/Singapore" },
  { "pretalx/pyconfr-2024-schedule.json", "json-facts.py", 76, "Europe/Paris" },
  { "schedule-json/fosdem-json-democon.json", "json-facts.py", 3, NULL },
  { "schedule-json/frab-camp2019.json", "json-facts.py", 79, NULL },
  { "schedule-json/hub-schedule2.json", "json-facts.py", 2, NULL },
  { "schedule-json/invalid-example.json", "json-facts.py", 1, NULL },
  { "schedule-json/pretalx-anyconf.json", "json-facts.py", 2, NULL },
  { "schedule-json/pretalx-democon.json", "json-facts.py", 36, NULL },
};

/* What the script of the format says. */
static JsonNode *
run_script (const char *script,
            const char *path,
            const char *zone)
{
  g_autofree char *script_path = g_test_build_filename (G_TEST_DIST, "core", "facts", script, NULL);
  g_autoptr (GSubprocess) python = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *facts;

  python = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "python3", "-B", script_path, path, zone, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (python, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (python));
  facts = json_from_string (output, &error);
  g_assert_no_error (error);
  return facts;
}

static gboolean
is_said (JsonObject *facts,
         const char *name)
{
  return json_object_has_member (facts, name) && !json_object_get_null_member (facts, name);
}

static void
assert_number (JsonObject *facts,
               const char *name,
               gint64      number)
{
  if (!is_said (facts, name))
    return;
  if (json_object_get_int_member (facts, name) != number)
    g_test_message ("%s", name);
  g_assert_cmpint (number, ==, json_object_get_int_member (facts, name));
}

/* Whether it is this one; titles are not unique, with their starts they are. */
static gboolean
is_talk (LanyardItem *talk,
         const char  *title,
         gint64       start)
{
  return lanyard_item_get_start (talk) == start && g_str_equal (lanyard_item_get_title (talk), title);
}

static void
assert_talk (LanyardProgramme *programme,
             JsonObject       *facts)
{
  const char *title = json_object_get_string_member (facts, "title");
  gint64 start = is_said (facts, "start") ? json_object_get_int_member (facts, "start") : LANYARD_NO_TIME;
  GPtrArray *talks = lanyard_programme_get_talks (programme);

  for (guint i = 0; i < talks->len; i++)
    {
      LanyardItem *talk = g_ptr_array_index (talks, i);
      LanyardRoom *room = lanyard_item_get_room (talk);

      if (!is_talk (talk, title, start))
        continue;
      assert_number (facts, "end", lanyard_item_get_end (talk));
      assert_number (facts, "n_credits", lanyard_talk_get_fields (LANYARD_TALK (talk))->credits->len);
      if (is_said (facts, "room"))
        g_assert_cmpstr (room != NULL ? lanyard_room_get_name (room) : NULL, ==,
                         json_object_get_string_member (facts, "room"));
      return;
    }
  g_test_message ("%s at %" G_GINT64_FORMAT, title, start);
  g_test_fail ();
}

static void
assert_facts (LanyardProgramme *programme,
              JsonObject       *facts)
{
  const LanyardConferenceFields *conference =
      lanyard_conference_get_fields (lanyard_programme_get_conference (programme));
  JsonArray *talks = json_object_get_array_member (facts, "talks");
  g_autoptr (GPtrArray) rooms = lanyard_programme_dup_rooms (programme);
  g_autoptr (GPtrArray) persons = lanyard_programme_dup_persons (programme);
  gint64 start = G_MAXINT64;
  gint64 end = G_MININT64;

  for (guint i = 0; i < lanyard_programme_get_talks (programme)->len; i++)
    {
      LanyardItem *talk = g_ptr_array_index (lanyard_programme_get_talks (programme), i);

      if (lanyard_item_is_scheduled (talk))
        {
          start = MIN (start, lanyard_item_get_start (talk));
          end = MAX (end, lanyard_item_get_end (talk));
        }
    }
  assert_number (facts, "n_talks", lanyard_programme_get_talks (programme)->len);
  assert_number (facts, "n_sessions", lanyard_programme_get_sessions (programme)->len);
  assert_number (facts, "n_breaks", lanyard_programme_get_breaks (programme)->len);
  assert_number (facts, "n_rooms", rooms->len);
  assert_number (facts, "n_persons", persons->len);
  assert_number (facts, "start", start);
  assert_number (facts, "end", end);
  if (is_said (facts, "zone"))
    g_assert_cmpstr (conference->zone, ==, json_object_get_string_member (facts, "zone"));
  g_assert_cmpuint (json_array_get_length (talks), >=, 3);
  for (guint i = 0; i < json_array_get_length (talks); i++)
    assert_talk (programme, json_array_get_object_element (talks, i));
}

static void
test_file (gconstpointer data)
{
  const File *file = data;
  const char *folder = g_getenv ("LANYARD_SHARED_DATA");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, file->name, NULL) : NULL;
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (JsonNode) facts = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the shared data is not here");
      return;
    }
  g_ptr_array_add (documents, format_abuse_load (path));
  programme = lanyard_format_read (documents, &(LanyardReadOptions) { .zone = file->zone }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, file->n_talks);
  facts = run_script (file->script, path, file->zone);
  assert_facts (programme, json_node_get_object (facts));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/format-files/", files[i].name, NULL);

      g_test_add_data_func (path, &files[i], test_file);
    }
  return g_test_run ();
}
