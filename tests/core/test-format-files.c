/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Real conferences' files, which are not in the repository, each of which is in
 * one of the tables here: what Lanyard reads from a programme is compared with
 * what a short script of its format reads, which shares no code with Lanyard:
 * tests/core/facts/FORMAT-facts.py FILE prints
 *
 *   {"n_talks": 2, "n_sessions": 1, "n_rooms": 1, "n_persons": 1, "n_breaks": 0,
 *    "n_blocks": 0, "zone": "Europe/Berlin", "start": 1900000000, "end": 1900007200,
 *    "talks": [{"title": "A", "start": 1900000000, "end": 1900003600,
 *               "room": "Hall", "n_credits": 1}]}
 *
 * where what is null or missing is not compared, but a talk's start, which is
 * null if it has none. Each file is a line of the table, with how many talks
 * there are, counted by hand, so that not both are wrong together. */

#include <json-glib/json-glib.h>
#include <string.h>

#include "directory/lanyard-directory.h"
#include "format-abuse.h"

typedef struct
{
  const char *name;   /* below the shared data */
  const char *script; /* in tests/core/facts */
  guint n_talks;
  const char *zone;   /* nullable: what a directory says of it */
} File;

/* Two documents of one event say different things of it: Indico's sessions have
 * blocks and no breaks, its timetable has only what has a time. */
#define LARGE "indico-synthetic/large-1200-contributions."
#define LPC2020 "indico-synthetic/lpc2020-like.newfoundland."
#define LPC2024 "indico-synthetic/lpc2024-like."

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
  { "indico/xdc2021.contributions.json", "indico-facts.py", 37, NULL },
  { LARGE "event.sessions.indico-3.3.12.json", "indico-facts.py", 1200, NULL },
  { LARGE "timetable.indico-3.3.12.json", "indico-facts.py", 1200, NULL },
  { LPC2020 "event.sessions.indico-3.2.9.json", "indico-facts.py", 18, NULL },
  { LPC2020 "timetable.indico-3.2.9.json", "indico-facts.py", 18, NULL },
  { LPC2024 "event.contribution.indico-3.3.12.ics", "calendar-facts.py", 35, "Europe/Vienna" },
  { LPC2024 "event.contributions.indico-3.2.9.json", "indico-facts.py", 39, NULL },
  { LPC2024 "event.contributions.indico-3.3.12.json", "indico-facts.py", 38, NULL },
  { LPC2024 "event.contributions.tz-vienna.indico-3.3.12.json", "indico-facts.py", 38, NULL },
  { LPC2024 "event.session.indico-3.3.12.ics", "calendar-facts.py", 1, "Europe/Vienna" },
  { LPC2024 "event.sessions.as-attendee.indico-3.3.12.json", "indico-facts.py", 38, NULL },
  { LPC2024 "event.sessions.as-manager.indico-3.3.12.json", "indico-facts.py", 38, NULL },
  { LPC2024 "event.sessions.indico-3.2.9.json", "indico-facts.py", 38, NULL },
  { LPC2024 "event.sessions.indico-3.3.12.json", "indico-facts.py", 37, NULL },
  { LPC2024 "event.sessions.tz-vienna.indico-3.3.12.json", "indico-facts.py", 37, NULL },
  { LPC2024 "event.subcontributions.indico-3.3.12.json", "indico-facts.py", 38, NULL },
  { LPC2024 "legacy-export.contributions.indico-3.3.12.ics", "calendar-facts.py", 35, "Europe/Vienna" },
  { LPC2024 "legacy-export.sessions.indico-3.3.12.ics", "calendar-facts.py", 0, "Europe/Vienna" },
  { LPC2024 "timetable.as-attendee.indico-3.3.12.json", "indico-facts.py", 36, NULL },
  { LPC2024 "timetable.indico-3.2.9.json", "indico-facts.py", 35, NULL },
  { LPC2024 "timetable.indico-3.3.12.json", "indico-facts.py", 35, NULL },
  { "klimacamp2015/schedule.ics", "calendar-facts.py", 106, NULL },
  { "klimacamp2015/schedule.json", "json-facts.py", 106, NULL },
  { "klimacamp2015/schedule.xcal", "calendar-facts.py", 106, "Europe/Berlin" },
  { "lpc2026/event-contributions.json", "indico-facts.py", 295, NULL },
  { "lpc2026/event-sessions.json", "indico-facts.py", 295, NULL },
  { "lpc2026/timetable.json", "indico-facts.py", 295, NULL },
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

/* What is no programme, and why. */
static const struct
{
  const char *name;
  LanyardFormatError code;
} refusals[] = {
  /* Indico's answers without one, and with one that is not published. */
  { "indico-synthetic/api-user-anonymous.json", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
  { "indico-synthetic/api-user.json", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
  { "indico-synthetic/error-api-key-missing.403.json", LANYARD_FORMAT_ERROR_NOT_AUTHORISED },
  { "indico-synthetic/error-bad-timezone.400.json", LANYARD_FORMAT_ERROR_REFUSED },
  { "indico-synthetic/error-not-authenticated.403.json", LANYARD_FORMAT_ERROR_NOT_AUTHORISED },
  { "indico-synthetic/error-oauth-insufficient-scope.403.json", LANYARD_FORMAT_ERROR_NOT_AUTHORISED },
  { "indico-synthetic/error-oauth-invalid-token.401.json", LANYARD_FORMAT_ERROR_NOT_AUTHORISED },
  { "indico-synthetic/error-session-restricted.403.json", LANYARD_FORMAT_ERROR_NOT_AUTHORISED },
  { "indico-synthetic/error-xhr-404.json", LANYARD_FORMAT_ERROR_NOT_FOUND },
  { "indico-synthetic/event-not-found-or-no-access.json", LANYARD_FORMAT_ERROR_NOT_FOUND },
  { "indico-synthetic/timetable-not-found.json", LANYARD_FORMAT_ERROR_NOT_FOUND },
  { LPC2024 "event.event.indico-3.3.12.ics", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
  { LPC2024 "event.events.indico-3.2.9.json", LANYARD_FORMAT_ERROR_NOT_PUBLISHED },
  { LPC2024 "event.events.indico-3.3.12.json", LANYARD_FORMAT_ERROR_NOT_PUBLISHED },
  { LPC2024 "event.sessions.draft-timetable.indico-3.3.12.json", LANYARD_FORMAT_ERROR_NOT_PUBLISHED },
  { LPC2024 "timetable.draft-timetable.indico-3.3.12.json", LANYARD_FORMAT_ERROR_NOT_PUBLISHED },
  /* XML that begins as frab's does, with entries that no other conference has. */
  { "other/europython2014-schedule.xml", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
  /* What formats look like. */
  { "schemas/giggity-menu-schema.json", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
  { "schemas/matrix-confbot-FosdemJsonSchedule.schema.json", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
  { "schemas/matrix-confbot-JsonSchedule.schema.json", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
  { "schemas/voc-schedule-v1.schema.json", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
  { "schemas/voc-schedule-v2.schema.json", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
  { "schemas/voc-schedule-without-person.xml.xsd", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
  { "schemas/voc-schedule.xml.xsd", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
  /* What is said about the files, and what one of them was made of. */
  { "README.md", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
  { "lpc2026/README.md", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
  { "lpc2026/breaks.tsv", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
  { "lpc2026/facts.tsv", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
  { "lpc2026/leads.tsv", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
  { "lpc2026/session_ids.tsv", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
};

/* A list of conferences, of which each file is one. */
#define MENU "giggity-menu"

/* NULL, and the test is skipped, where the files are not. */
static char *
dup_path (const char *name)
{
  const char *folder = g_getenv ("LANYARD_SHARED_DATA");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_test_skip ("the shared data is not here");
  return NULL;
}

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
  assert_number (facts, "n_blocks", lanyard_programme_get_blocks (programme)->len);
  assert_number (facts, "n_rooms", rooms->len);
  assert_number (facts, "n_persons", persons->len);
  assert_number (facts, "start", start);
  assert_number (facts, "end", end);
  if (is_said (facts, "zone"))
    g_assert_cmpstr (conference->zone, ==, json_object_get_string_member (facts, "zone"));
  g_assert_cmpuint (json_array_get_length (talks), >=, lanyard_programme_get_talks (programme)->len > 0 ? 3 : 0);
  for (guint i = 0; i < json_array_get_length (talks); i++)
    assert_talk (programme, json_array_get_object_element (talks, i));
}

static void
test_file (gconstpointer data)
{
  const File *file = data;
  g_autofree char *path = dup_path (file->name);
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (JsonNode) facts = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  g_ptr_array_add (documents, format_abuse_load (path));
  programme = lanyard_format_read (documents, &(LanyardReadOptions) { .zone = file->zone }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, file->n_talks);
  facts = run_script (file->script, path, file->zone);
  assert_facts (programme, json_node_get_object (facts));
}

/* One sentence says what to do. */
static void
test_refusals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = dup_path (refusals[i].name);
      g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      g_autoptr (LanyardProgramme) programme = NULL;
      g_autoptr (GError) error = NULL;

      if (path == NULL)
        return;
      g_test_message ("%s", refusals[i].name);
      g_ptr_array_add (documents, format_abuse_load (path));
      programme = lanyard_format_read (documents, NULL, &error);
      g_assert_null (programme);
      g_assert_error (error, LANYARD_FORMAT_ERROR, (int) refusals[i].code);
      g_assert_cmpint (strlen (error->message), >, 20);
      g_assert_null (strchr (error->message, '\n'));
    }
}

/* The files as one menu, which is how Giggity's server gives them. */
static LanyardDirectory *
read_menu (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GString) menu = g_string_new ("{\"version\": 1, \"schedules\": [");
  g_autoptr (GBytes) document = NULL;
  g_autoptr (GError) error = NULL;
  LanyardDirectory *directory;
  const char *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *listing = NULL;

      g_assert_true (g_file_get_contents (file, &listing, NULL, NULL));
      g_string_append_printf (menu, "%s,\n", listing);
    }
  g_string_append (menu, "]}");
  document = g_bytes_new (menu->str, menu->len);
  directory = lanyard_directory_read (document, &error);
  g_assert_no_error (error);
  return directory;
}

static void
assert_listing (GPtrArray  *listings,
                JsonObject *facts)
{
  const char *address = json_object_get_string_member (facts, "address");

  for (guint i = 0; i < listings->len; i++)
    {
      const LanyardListingFields *listing = lanyard_listing_get_fields (g_ptr_array_index (listings, i));

      if (!g_str_equal (listing->address, address))
        continue;
      g_assert_cmpstr (listing->title, ==, json_object_get_string_member (facts, "title"));
      g_assert_cmpstr (listing->zone, ==, json_object_get_string_member_with_default (facts, "zone", NULL));
      assert_number (facts, "first_day", listing->first_day);
      assert_number (facts, "last_day", listing->last_day);
      assert_number (facts, "n_links", listing->links->len);
      return;
    }
  g_test_fail_printf ("%s is not there", address);
}

static void
test_menu (void)
{
  g_autofree char *path = dup_path (MENU);
  g_autoptr (LanyardDirectory) directory = NULL;
  g_autoptr (JsonNode) facts = NULL;
  GPtrArray *listings;
  JsonArray *expected;
  guint first_day = G_MAXUINT;
  guint last_day = 0;

  if (path == NULL)
    return;
  directory = read_menu (path);
  listings = lanyard_directory_get_listings (directory);
  for (guint i = 0; i < listings->len; i++)
    {
      const LanyardListingFields *listing = lanyard_listing_get_fields (g_ptr_array_index (listings, i));

      first_day = MIN (first_day, listing->first_day);
      last_day = MAX (last_day, listing->last_day);
    }
  facts = run_script ("directory-facts.py", path, NULL);
  expected = json_object_get_array_member (json_node_get_object (facts), "listings");
  assert_number (json_node_get_object (facts), "n_listings", listings->len);
  assert_number (json_node_get_object (facts), "first_day", first_day);
  assert_number (json_node_get_object (facts), "last_day", last_day);
  for (guint i = 0; i < json_array_get_length (expected); i++)
    assert_listing (listings, json_array_get_object_element (expected, i));
}

static gboolean
is_known (const char *name)
{
  if (g_str_has_prefix (name, MENU G_DIR_SEPARATOR_S) && g_str_has_suffix (name, ".json"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    if (g_str_equal (name, files[i].name))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (g_str_equal (name, refusals[i].name))
      return TRUE;
  return FALSE;
}

static void
assert_known (GFile *folder,
              GFile *top)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileEnumerator) children =
      g_file_enumerate_children (folder, "standard::name,standard::type", G_FILE_QUERY_INFO_NONE, NULL, &error);
  GFileInfo *info;
  GFile *child;

  g_assert_no_error (error);
  while (g_file_enumerator_iterate (children, &info, &child, NULL, &error) && info != NULL)
    {
      g_autofree char *name = g_file_get_relative_path (top, child);

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        assert_known (child, top);
      else if (!is_known (name))
        g_test_fail_printf ("%s is in no table", name);
    }
  g_assert_no_error (error);
}

static void
test_every_file (void)
{
  g_autofree char *path = dup_path ("");
  g_autoptr (GFile) top = path != NULL ? g_file_new_for_path (path) : NULL;

  if (top != NULL)
    assert_known (top, top);
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
  g_test_add_func ("/format-files/refusals", test_refusals);
  g_test_add_func ("/format-files/menu", test_menu);
  g_test_add_func ("/format-files/every-file", test_every_file);
  return g_test_run ();
}
