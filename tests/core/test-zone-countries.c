/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which country a zone is: in full words, in the language of the locale where
 * the system knows them in it, and found by all its names. */

#include "config.h"

#include <locale.h>

#include <string.h>

#include <glib/gstdio.h>

#include "time/lanyard-zone-index.h"

/* 5 October 2026, noon in UTC. */
#define NOW G_GINT64_CONSTANT (1791201600)

static void
assert_country (LanyardZoneIndex *index,
                const char       *id,
                const char       *expected)
{
  LanyardZonePlace *place = lanyard_zone_index_find_id (index, id);

  g_assert_nonnull (place);
  g_assert_cmpstr (lanyard_zone_place_get_country (place), ==, expected);
}

static void
assert_found (LanyardZoneIndex *index,
              const char       *typed,
              const char       *id)
{
  g_autoptr (GPtrArray) found = lanyard_zone_index_find (index, typed);

  g_test_message ("%s", typed);
  g_assert_true (g_ptr_array_find (found, lanyard_zone_index_find_id (index, id), NULL));
}

static void
test_words (void)
{
  static const struct
  {
    const char *id;
    const char *country;
  } cases[] = {
    { "Europe/Berlin", "Germany" },
    { "Europe/London", "United Kingdom" },
    { "Indian/Kerguelen", "French Southern Territories" },
    { "Asia/Seoul", "South Korea" },
    { "Asia/Pyongyang", "North Korea" },
    { "Africa/Kinshasa", "Democratic Republic of the Congo" },
    { "Africa/Bangui", "Central African Republic" },
    { "America/Grand_Turk", "Turks and Caicos Islands" },
    { "America/Port_of_Spain", "Trinidad and Tobago" },
    { "America/St_Lucia", "Saint Lucia" },
    { "Pacific/Apia", "Samoa" },
    { "Pacific/Pago_Pago", "American Samoa" },
    { "UTC", NULL },
  };
  g_autoptr (LanyardZoneIndex) index = lanyard_zone_index_new (NOW);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_country (index, cases[i].id, cases[i].country);
  assert_found (index, "united k", "Europe/London");
  assert_found (index, "Britain", "Europe/London");
  assert_found (index, "korea", "Asia/Seoul");
}

/* Of a whole system, none is short for anything. */
static void
test_no_abbreviation (void)
{
  g_autoptr (LanyardZoneIndex) index = lanyard_zone_index_new (NOW);
  g_autoptr (GPtrArray) places = lanyard_zone_index_find (index, "");

  for (guint i = 0; i < places->len; i++)
    {
      const char *country = lanyard_zone_place_get_country (g_ptr_array_index (places, i));

      if (country != NULL && (g_str_has_prefix (country, "St ") || strpbrk (country, ".&") != NULL))
        g_error ("“%s” is short for something", country);
    }
}

static void
test_german (void)
{
  g_autoptr (LanyardZoneIndex) index = NULL;

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("there is no locale de_DE.UTF-8");
      return;
    }
  index = lanyard_zone_index_new (NOW);
  assert_country (index, "Europe/Berlin", "Deutschland");
  assert_country (index, "Europe/London", "Vereinigtes Königreich");
  assert_country (index, "Asia/Seoul", "Südkorea");
  assert_found (index, "südk", "Asia/Seoul");
  assert_found (index, "south korea", "Asia/Seoul");
  assert_found (index, "britain", "Europe/London");
  /* What is not translated, and what iso-codes does not have. */
  assert_country (index, "Asia/Tokyo", "Japan");
  assert_country (index, "Indian/Kerguelen", "French Southern Territories");
  setlocale (LC_ALL, "C.UTF-8");
}

/* What iso-codes installs: its table, and a catalogue for each language. */
static void
install_iso_codes (const char *folder)
{
  g_autofree char *json = g_test_build_filename (G_TEST_DIST, "data", "countries", "iso_3166-1.json", NULL);
  g_autofree char *po = g_test_build_filename (G_TEST_DIST, "data", "countries", "de.po", NULL);
  g_autofree char *tables = g_build_filename (folder, "iso-codes", "json", NULL);
  g_autofree char *table = g_build_filename (tables, "iso_3166-1.json", NULL);
  g_autofree char *catalogues = g_build_filename (folder, "locale", "de", "LC_MESSAGES", NULL);
  g_autofree char *catalogue = g_build_filename (catalogues, "iso_3166.mo", NULL);
  const char *const command[] = { "msgfmt", "-o", catalogue, po, NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (tables, 0755));
  g_assert_no_errno (g_mkdir_with_parents (catalogues, 0755));
  g_file_get_contents (json, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (table, text, -1, NULL));
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
remove_iso_codes (const char *folder)
{
  static const char *const paths[] = { "iso-codes/json/iso_3166-1.json", "iso-codes/json", "iso-codes",
                                       "locale/de/LC_MESSAGES/iso_3166.mo", "locale/de/LC_MESSAGES", "locale/de", "locale", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *path = g_build_filename (folder, paths[i], NULL);

      g_assert_no_errno (g_remove (path));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("lanyard-countries-XXXXXX", NULL);
  int failures;

  /* Before anything looks where the system's data are. */
  g_setenv ("XDG_DATA_DIRS", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  install_iso_codes (folder);

  g_test_add_func ("/zone-countries/words", test_words);
  g_test_add_func ("/zone-countries/no-abbreviation", test_no_abbreviation);
  g_test_add_func ("/zone-countries/german", test_german);
  failures = g_test_run ();
  remove_iso_codes (folder);
  return failures;
}
