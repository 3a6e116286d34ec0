/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Directories of conferences: the kinds that there are, by hand and broken, what
 * is found in them by words and by addresses, and what they say about rooms. */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "directory/lanyard-directory.h"
#include "formats/lanyard-format.h"
#include "model/lanyard-link.h"
#include "time/lanyard-zone.h"

#define TODAY "2026-10-06"

static guint
day (const char *text)
{
  GDate date;
  int year, month, number;

  g_assert_cmpint (sscanf (text, "%d-%d-%d", &year, &month, &number), ==, 3);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, number, month, year);
  return g_date_get_julian (&date);
}

static LanyardDirectory *
read_text (const char *text)
{
  g_autoptr (GBytes) document = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  LanyardDirectory *directory = lanyard_directory_read (document, &error);

  g_assert_no_error (error);
  return directory;
}

static const LanyardListingFields *
get_nth (LanyardDirectory *directory,
         guint             nth)
{
  GPtrArray *listings = lanyard_directory_get_listings (directory);

  g_assert_cmpuint (nth, <, listings->len);
  return lanyard_listing_get_fields (listings->pdata[nth]);
}

#define MENU                                                                                                            \
  "\xef\xbb\xbf// by hand\n{ version: 2026010100, /* of\n all */ 'schedules': [\n"                                       \
  "  { \"id\": \"wattle_2026\", \"version\": +1, \"url\": \"https://pretalx.example.org/wattle-2026/schedule/export/schedule.xml\",\n" \
  "    title: 'Wattlebird \"26\"', start: '2026-10-05', end: '2026-10-07', timezone: 'Australia/Brisbane',\n"            \
  "    city: 'Brisbane', refresh_interval: 0x708,\n"                                                                    \
  "    metadata: { icon: 'https://example.org/x.png', c3nav_base: 'https://nav.example.org/',\n"                        \
  "      links: [ { url: 'https://example.org/', title: 'Website' }, { url: 'javascript:x' }, 5, ],\n"                  \
  "      rooms: [ { name: 'K\\\\..*', show_name: 'K building', latlon: [50.8146969, 4.3817676,], },\n"                  \
  "        { name: 'Hall 1', c3nav_slug: 'hall/1', latlon: [1, 2] }, { name: '(', show_name: 'Odd' }, { },\n"          \
  "        { name: 'H\\\\..*', show_name: 'H.*', latlon: [1, 2] }, { name: 'J', show_name: 'J\\\\.1' } ], },\n"         \
  "  },\n"                                                                                                              \
  "  { url: 'https://example.org/past.ics', title: 'Pást', start: '2019-11-07', end: '2018-11-08' },\n"                 \
  "  { url: 'ftp://example.org/', title: 'No address' }, { url: 'https://example.org/' }, null, [],\n"                  \
  "  { url: 'https://example.org/someday', title: 'Someday', start: 'soon', end: 7 },\n"                                \
  "  { url: 'https://example.org/next.json', title: 'Next', start: '2026-12-01T09:00', end: '2026-12-02' },\n"          \
  "] } // end"

static void
test_menu (void)
{
  g_autoptr (LanyardDirectory) directory = read_text (MENU);
  const LanyardListingFields *first = get_nth (directory, 0);
  const LanyardListingFields *past = get_nth (directory, 1);

  g_assert_cmpuint (lanyard_directory_get_listings (directory)->len, ==, 4);
  g_assert_cmpstr (first->id, ==, "wattle_2026");
  g_assert_cmpstr (first->title, ==, "Wattlebird \"26\"");
  g_assert_cmpstr (first->address, ==, "https://pretalx.example.org/wattle-2026/schedule/export/schedule.xml");
  g_assert_cmpuint (first->first_day, ==, day ("2026-10-05"));
  g_assert_cmpuint (first->last_day, ==, day ("2026-10-07"));
  g_assert_cmpstr (first->zone, ==, "Australia/Brisbane");
  g_assert_cmpstr (first->city, ==, "Brisbane");
  g_assert_cmpuint (first->links->len, ==, 1);
  g_assert_cmpstr (((LanyardLink *) first->links->pdata[0])->title, ==, "Website");
  /* One that ends before it begins is held against its first day. */
  g_assert_cmpuint (past->first_day, ==, day ("2019-11-07"));
  g_assert_cmpuint (past->last_day, ==, day ("2019-11-07"));
  g_assert_cmpuint (get_nth (directory, 2)->first_day, ==, 0);
  g_assert_cmpuint (get_nth (directory, 3)->first_day, ==, day ("2026-12-01"));
}

static void
assert_sign (LanyardListing *listing,
             const char     *room,
             const char     *shown_name,
             const char     *map)
{
  LanyardRoomSign *sign = lanyard_listing_find_sign (listing, room);

  g_assert_nonnull (sign);
  g_assert_cmpstr (lanyard_room_sign_get_shown_name (sign), ==, shown_name);
  g_assert_cmpstr (lanyard_room_sign_get_map (sign), ==, map);
}

static void
test_rooms (void)
{
  g_autoptr (LanyardDirectory) directory = read_text (MENU);
  LanyardListing *listing = lanyard_directory_get_listings (directory)->pdata[0];

  assert_sign (listing, "K.1.105", "K building",
               "https://www.openstreetmap.org/?mlat=50.814697&mlon=4.381768#map=19/50.814697/4.381768");
  assert_sign (listing, "Hall 1", NULL, "https://nav.example.org/l/hall%2F1/");
  assert_sign (listing, "(", "Odd", NULL);
  /* What nobody calls anything is no name. */
  assert_sign (listing, "H.1301", NULL, "https://www.openstreetmap.org/?mlat=1.000000&mlon=2.000000#map=19/1.000000/2.000000");
  assert_sign (listing, "J", NULL, NULL);
  g_assert_null (lanyard_listing_find_sign (listing, "Hall 10"));
  g_assert_null (lanyard_listing_find_sign (listing, "UK.1"));
  g_assert_null (lanyard_listing_find_sign (listing, "Kx"));
}

/* A pattern that goes back and forth for years has an end. */
static void
test_evil_pattern (void)
{
  g_autoptr (LanyardRoomSign) sign = lanyard_room_sign_new ("(a+)+(a+)+(a+)+b", NULL, NULL);
  g_autofree char *name = g_strnfill (2000, 'a');
  gint64 began = g_get_monotonic_time ();

  g_assert_false (lanyard_room_sign_matches (sign, name));
  g_assert_cmpint (g_get_monotonic_time () - began, <, G_USEC_PER_SEC);
}

/* The first is as Kongress has it now, the second as it had it once. */
static void
test_kongress (void)
{
  g_autoptr (LanyardDirectory) directory =
      read_text ("[ { \"id\": \"oc26\", \"name\": \"Otter Conference\", \"description\": \"…\", "
                 "\"days\": [\"2026-10-06\", \"2026-10-05\", \"tomorrow\"], "
                 "\"icalUrl\": \"https://conf.example.org/event/3/event.ics?detail=contributions\", "
                 "\"venueImageUrl\": \"\", \"venueLatitude\": 60.1875, \"venueLongitude\": 24.821, "
                 "\"venueOsmUrl\": \"https://www.openstreetmap.org/?mlat=60.1875&mlon=24.821\", "
                 "\"timeZoneId\": \"Europe/Helsinki\" },"
                 "  { \"id\": \"oc20\", \"name\": \"Old\", \"days\": [], \"icalUrl\": \"https://example.org/a.ics\", "
                 "\"venueLatitude\": \"S33.5\", \"venueLongitude\": \"W70.25\", \"venueOsmUrl\": \"\" },"
                 "  { \"name\": \"None\", \"icalUrl\": \"nowhere\" } ]");
  const LanyardListingFields *first = get_nth (directory, 0);
  const LanyardListingFields *second = get_nth (directory, 1);

  g_assert_cmpuint (lanyard_directory_get_listings (directory)->len, ==, 2);
  g_assert_cmpstr (first->title, ==, "Otter Conference");
  g_assert_cmpstr (first->zone, ==, "Europe/Helsinki");
  g_assert_cmpuint (first->first_day, ==, day ("2026-10-05"));
  g_assert_cmpuint (first->last_day, ==, day ("2026-10-06"));
  g_assert_cmpstr (((LanyardLink *) first->links->pdata[0])->url, ==,
                   "https://www.openstreetmap.org/?mlat=60.1875&mlon=24.821");
  g_assert_cmpstr (((LanyardLink *) second->links->pdata[0])->url, ==,
                   "https://www.openstreetmap.org/?mlat=-33.500000&mlon=-70.250000#map=19/-33.500000/-70.250000");
}

static void
test_confy (void)
{
  g_autoptr (LanyardDirectory) directory =
      read_text ("[{\"url\": \"https://example.org/schedule.xml\", \"title\": \"Mine\", \"start\": \"2026-01-31\", "
                 "\"end\": \"2026-02-01\", \"user\": true}]");

  g_assert_cmpuint (lanyard_directory_get_listings (directory)->len, ==, 1);
  g_assert_cmpstr (get_nth (directory, 0)->title, ==, "Mine");
  g_assert_cmpuint (get_nth (directory, 0)->last_day, ==, day ("2026-02-01"));
}

/* One conference alone, as Giggity's menu is put together of. */
static void
test_fragment (void)
{
  g_autoptr (LanyardDirectory) directory =
      read_text ("{ \"version\": 1, \"url\": \"http://example.org/x.ics\", \"title\": \"Alone\", \"start\": \"2026-01-31\", "
                 "\"end\": \"2026-02-01\", }");

  g_assert_cmpuint (lanyard_directory_get_listings (directory)->len, ==, 1);
  g_assert_cmpstr (get_nth (directory, 0)->title, ==, "Alone");
}

static void
test_bad (void)
{
  static const char *const bad[] = {
    "", "{}", "[]", "null", "<html><title>Log in</title></html>", "{\"schedules\": []}", "{\"schedules\": [",
    "{\"schedules\": [{\"title\": \"x\"}]}", "'", "/*", "//", "\\", "{'a\\", "[\"\\x4", "[,,,]", "[[[[[[[[",
    "{\"_type\": \"HTTPAPIResult\", \"results\": []}", "\xff\xfe[\0", "[{\"url\": 5, \"title\": {}}]",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) document = g_bytes_new_static (bad[i], strlen (bad[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (lanyard_directory_read (document, &error));
      g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE);
    }
}

/* Cut anywhere, or with any byte wrong, it is read or refused. */
static void
test_abuse (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261005);
  gsize length = strlen (MENU);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_static (MENU, i);
      g_autoptr (LanyardDirectory) directory = lanyard_directory_read (cut, NULL);
    }
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *copy = g_strdup (MENU);
      g_autoptr (GBytes) flipped = NULL;
      g_autoptr (LanyardDirectory) directory = NULL;

      for (guint j = 0; j < 3; j++)
        copy[g_rand_int_range (random, 0, length)] = g_rand_int_range (random, 0, 256);
      flipped = g_bytes_new (copy, length);
      directory = lanyard_directory_read (flipped, NULL);
      if (directory != NULL)
        g_assert_cmpuint (lanyard_directory_get_listings (directory)->len, >, 0);
    }
}

static char *
join_titles (LanyardDirectory *directory,
             const char       *text)
{
  g_autoptr (GPtrArray) found = lanyard_directory_find_words (directory, text, day (TODAY));
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "", lanyard_listing_get_fields (found->pdata[i])->title);
  return g_string_free_and_steal (titles);
}

static void
test_find_words (void)
{
  static const struct
  {
    const char *text;
    const char *titles;
  } searches[] = {
    { "", "Wattlebird \"26\", Next, Pást, Someday" },
    { "  ", "Wattlebird \"26\", Next, Pást, Someday" },
    { "WATTLE", "Wattlebird \"26\"" },
    { "past", "Pást" },
    { "pást 2019", "Pást" },
    { "past 2020", "" },
    { "brisbane", "Wattlebird \"26\"" },
    { "australia wattle 2026", "Wattlebird \"26\"" },
    { "2026", "Wattlebird \"26\", Next" },
    { "attle", "" },
  };
  g_autoptr (LanyardDirectory) directory = read_text (MENU);

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *titles = join_titles (directory, searches[i].text);

      g_assert_cmpstr (titles, ==, searches[i].titles);
    }
}

static void
test_phases (void)
{
  LanyardListingFields fields = { .title = "A", .address = "https://example.org/", .first_day = day ("2026-10-05"),
                                  .last_day = day ("2026-10-07") };
  g_autoptr (LanyardListing) listing = lanyard_listing_new (&fields);
  g_autoptr (LanyardListing) undated = NULL;

  g_assert_cmpint (lanyard_listing_get_phase (listing, day ("2026-10-04")), ==, LANYARD_LISTING_COMING);
  g_assert_cmpint (lanyard_listing_get_phase (listing, day ("2026-10-05")), ==, LANYARD_LISTING_RUNNING);
  g_assert_cmpint (lanyard_listing_get_phase (listing, day ("2026-10-07")), ==, LANYARD_LISTING_RUNNING);
  g_assert_cmpint (lanyard_listing_get_phase (listing, day ("2026-10-08")), ==, LANYARD_LISTING_OVER);
  fields.first_day = 0;
  undated = lanyard_listing_new (&fields);
  g_assert_cmpint (lanyard_listing_get_phase (undated, day (TODAY)), ==, LANYARD_LISTING_UNDATED);
}

static void
test_find_address (void)
{
  static const struct
  {
    const char *address;
    const char *id; /* NULL if there is none */
  } searches[] = {
    { "https://lpc.events/event/20/", "lpc_2026" },
    { "https://lpc.events/event/20/event.ics?detail=contributions", "lpc_2026" },
    { "https://lpc.events/event/20/contributions/2101/", "lpc_2026" },
    { "https://lpc.events/event/2/", "lpc_2018" },
    { "https://lpc.events/event/200/", NULL },
    { "https://lpc.events/", NULL },
    { "https://fosdem.org/2026/schedule/xml", "fosdem_2026" },
    { "https://www.fosdem.org/2026/schedule/event/ABCDEF/", "fosdem_2026" },
    { "https://fosdem.org/2026", "fosdem_2026" },
    { "https://pretalx.com/nixcon-2022/schedule/widgets/schedule.json", "nixcon_2022" },
    { "https://pretalx.com/nixcon-2022/talk/ABC/", "nixcon_2022" },
    { "https://pretalx.com/nixcon-2023/talk/ABC/", NULL },
    { "https://wikimedia.eventyay.com/talk/wikimania2025/talk/XYZ/", "wikimania_2025" },
    { "https://wikimedia.eventyay.com/talk/other/schedule/", NULL },
    { "https://osseu2025.sched.com/", "oss_eu_2025" },
    { "https://www.sfscon.it/?calendar=2025&format=xml", "sfscon_2025" },
    { "https://www.sfscon.it/?calendar=2024&format=xml", "sfscon_2024" },
    { "https://www.sfscon.it/", NULL },
    { "nonsense", NULL },
    { "", NULL },
  };
  g_autoptr (LanyardDirectory) directory = lanyard_directory_new_built_in ();

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      LanyardListing *listing = lanyard_directory_find_address (directory, searches[i].address);

      g_test_message ("%s", searches[i].address);
      g_assert_cmpstr (listing != NULL ? lanyard_listing_get_fields (listing)->id : NULL, ==, searches[i].id);
    }
}

/* Of both, the first is right and the second fills its gaps. */
static void
test_together (void)
{
  g_autoptr (LanyardDirectory) built_in = lanyard_directory_new_built_in ();
  g_autoptr (LanyardDirectory) fetched =
      read_text ("{ schedules: [ { id: 'theirs', title: 'LPC', start: '2026-10-05', end: '2026-10-08', "
                 "url: 'https://lpc.events/event/20/event.ics?detail=contributions' }, "
                 "{ id: 'new', title: 'New', url: 'https://example.org/new.ics' } ] }");
  g_autoptr (LanyardDirectory) both = lanyard_directory_new_together (fetched, built_in);
  const LanyardListingFields *fields =
      lanyard_listing_get_fields (lanyard_directory_find_address (both, "https://lpc.events/event/20"));

  g_assert_cmpuint (lanyard_directory_get_listings (both)->len, ==,
                    lanyard_directory_get_listings (built_in)->len + 1);
  g_assert_cmpstr (fields->title, ==, "LPC");
  g_assert_cmpuint (fields->last_day, ==, day ("2026-10-08"));
  g_assert_cmpstr (fields->city, ==, "Prague");
  g_assert_cmpstr (fields->zone, ==, "Europe/Prague");
}

static void
test_built_in (void)
{
  static const int lpc[] = { 2, 4, 7, 11, 16, 17, 18, 19, 20 };
  g_autoptr (LanyardDirectory) directory = lanyard_directory_new_built_in ();
  GPtrArray *listings = lanyard_directory_get_listings (directory);

  g_assert_cmpuint (listings->len, >, 100);
  for (guint i = 0; i < listings->len; i++)
    {
      const LanyardListingFields *fields = lanyard_listing_get_fields (listings->pdata[i]);
      g_autoptr (LanyardZone) zone = lanyard_zone_new (fields->zone);

      g_test_message ("%s", fields->title);
      g_assert_nonnull (zone);
      g_assert_nonnull (fields->city);
      g_assert_cmpuint (fields->first_day, >, day ("2012-01-01"));
      g_assert_cmpuint (fields->last_day - fields->first_day, <, 15);
      g_assert_true (lanyard_directory_find_address (directory, fields->address) == listings->pdata[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lpc); i++)
    {
      g_autofree char *address = g_strdup_printf ("https://lpc.events/event/%d/", lpc[i]);
      g_autofree char *title = g_strdup_printf ("Linux Plumbers Conference %d", 2018 + (int) i);
      LanyardListing *listing = lanyard_directory_find_address (directory, address);

      g_assert_nonnull (listing);
      g_assert_cmpstr (lanyard_listing_get_fields (listing)->title, ==, title);
    }
}

/* Every conference of a real menu, where there is one. */
static void
test_real_menu (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("LANYARD_SHARED_DATA"), "giggity-menu", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n_read = 0;

  if (folder == NULL)
    {
      g_test_skip ("There is no folder of real menus");
      return;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *contents = NULL;
      g_autoptr (LanyardDirectory) directory = NULL;

      g_assert_true (g_file_get_contents (file, &contents, NULL, NULL));
      g_test_message ("%s", name);
      directory = read_text (contents);
      g_assert_cmpuint (get_nth (directory, 0)->first_day, >, 0);
      g_assert_cmpuint (lanyard_directory_get_listings (directory)->len, ==, 1);
      n_read++;
    }
  g_assert_cmpuint (n_read, >, 250);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/directory/menu", test_menu);
  g_test_add_func ("/directory/rooms", test_rooms);
  g_test_add_func ("/directory/evil-pattern", test_evil_pattern);
  g_test_add_func ("/directory/kongress", test_kongress);
  g_test_add_func ("/directory/confy", test_confy);
  g_test_add_func ("/directory/fragment", test_fragment);
  g_test_add_func ("/directory/bad", test_bad);
  g_test_add_func ("/directory/abuse", test_abuse);
  g_test_add_func ("/directory/find-words", test_find_words);
  g_test_add_func ("/directory/phases", test_phases);
  g_test_add_func ("/directory/find-address", test_find_address);
  g_test_add_func ("/directory/together", test_together);
  g_test_add_func ("/directory/built-in", test_built_in);
  g_test_add_func ("/directory/real-menu", test_real_menu);
  return g_test_run ();
}
