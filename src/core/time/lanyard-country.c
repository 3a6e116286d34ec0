/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which country each zone is, by the tables that come with the system's
 * zones. They are for programs: short, and in English. Full words are put in
 * here; other languages come from iso-codes, which has a catalogue of its own
 * for each, where that is installed. Asked by the index of zones, any thread. */

#include "config.h"

#include <libintl.h>
#include <string.h>

#include <json-glib/json-glib.h>

#include "lanyard-country.h"
#include "lanyard-zone-private.h"

#define ISO_DOMAIN "iso_3166"
#define ISO_TABLE "iso-codes/json/iso_3166-1.json"

/* What is short for something in the table of countries, or turned round to be
 * sorted. */
static const struct
{
  const char *code;
  const char *name;
} full_names[] = {
  { "AS", "American Samoa" },
  { "BL", "Saint Barthélemy" },
  { "CD", "Democratic Republic of the Congo" },
  { "CF", "Central African Republic" },
  { "CG", "Republic of the Congo" },
  { "GB", "United Kingdom" },
  { "KP", "North Korea" },
  { "KR", "South Korea" },
  { "MF", "Saint Martin" },
  { "MM", "Myanmar" },
  { "ST", "São Tomé and Príncipe" },
  { "SX", "Sint Maarten" },
  { "SZ", "Eswatini" },
  { "TC", "Turks and Caicos Islands" },
  { "TF", "French Southern Territories" },
  { "UM", "United States Minor Outlying Islands" },
  { "US", "United States" },
  { "VC", "Saint Vincent and the Grenadines" },
  { "VG", "British Virgin Islands" },
  { "VI", "United States Virgin Islands" },
  { "WS", "Samoa" },
};

static void
lanyard_country_free (LanyardCountry *self)
{
  g_free (self->name);
  g_free (self->other_names);
  g_free (self);
}

/* --- other languages --------------------------------------------------------- */

/* The folder of data in which iso-codes is, NULL if it is in none. */
static const char *
find_iso_codes (void)
{
  for (const char *const *folder = g_get_system_data_dirs (); *folder != NULL; folder++)
    {
      g_autofree char *table = g_build_filename (*folder, ISO_TABLE, NULL);

      if (g_file_test (table, G_FILE_TEST_IS_REGULAR))
        return *folder;
    }
  return NULL;
}

static const char *
get_text (JsonObject *object,
          const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static void
add_translation (JsonNode   *node,
                 GHashTable *names)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *code = object != NULL ? get_text (object, "alpha_2") : NULL;
  const char *name = object != NULL ? get_text (object, "common_name") : NULL;
  const char *translated;

  if (name == NULL && object != NULL)
    name = get_text (object, "name");
  if (code == NULL || name == NULL)
    return;
  translated = dgettext (ISO_DOMAIN, name);
  /* In English ours are plainer. */
  if (!g_str_equal (translated, name))
    g_hash_table_insert (names, g_strdup (code), g_strdup (translated));
}

/* From codes to names in the language of the locale; empty if that has none. */
static GHashTable *
read_translations (void)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *folder = find_iso_codes ();
  g_autofree char *path = folder != NULL ? g_build_filename (folder, ISO_TABLE, NULL) : NULL;
  g_autofree char *catalogues = folder != NULL ? g_build_filename (folder, "locale", NULL) : NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  JsonNode *table;

  if (path == NULL || !json_parser_load_from_file (parser, path, NULL))
    return names;
  bindtextdomain (ISO_DOMAIN, catalogues);
  bind_textdomain_codeset (ISO_DOMAIN, "UTF-8");
  root = json_parser_get_root (parser);
  table = JSON_NODE_HOLDS_OBJECT (root) ? json_object_get_member (json_node_get_object (root), "3166-1") : NULL;
  if (table != NULL && JSON_NODE_HOLDS_ARRAY (table))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (table)); i++)
      add_translation (json_array_get_element (json_node_get_array (table), i), names);
  return names;
}

/* --- full words --------------------------------------------------------------- */

static char *
dup_full_name (const char *code,
               const char *name)
{
  g_autoptr (GString) full = g_string_new (name);

  for (gsize i = 0; i < G_N_ELEMENTS (full_names); i++)
    if (g_str_equal (full_names[i].code, code))
      return g_strdup (full_names[i].name);
  g_string_replace (full, " & ", " and ", 0);
  if (g_str_has_prefix (full->str, "St "))
    g_string_replace (full, "St ", "Saint ", 1);
  return g_string_free_and_steal (g_steal_pointer (&full));
}

static LanyardCountry *
make_country (const char *code,
              const char *name,
              GHashTable *translations)
{
  LanyardCountry *self = g_new0 (LanyardCountry, 1);
  g_autofree char *full = dup_full_name (code, name);
  const char *translated = g_hash_table_lookup (translations, code);

  self->name = g_strdup (translated != NULL ? translated : full);
  self->other_names = g_strjoin (" ", full, name, NULL);
  return self;
}

/* --- tables -------------------------------------------------------------------- */

static char **
read_lines (const char *name)
{
  g_autofree char *table = lanyard_zone_dup_table (name);

  return g_strsplit (table != NULL ? table : "", "\n", -1);
}

/* Columns of iso3166.tab: code, English name. */
static GHashTable *
read_names (void)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) lines = read_lines ("iso3166.tab");

  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) columns = g_strsplit (*line, "\t", -1);

      if (**line != '#' && g_strv_length (columns) >= 2)
        g_hash_table_insert (names, g_strdup (columns[0]), g_strdup (columns[1]));
    }
  return names;
}

/**
 * lanyard_countries_map:
 *
 * Reads in which country each of the system's zones is.
 *
 * Returns: (transfer full) (element-type utf8 LanyardCountry): by zones' ids;
 *   empty if the system does not say
 */
GHashTable *
lanyard_countries_map (void)
{
  GHashTable *countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) lanyard_country_free);
  g_autoptr (GHashTable) names = read_names ();
  g_autoptr (GHashTable) translations = read_translations ();
  g_auto (GStrv) lines = read_lines ("zone.tab");

  for (char **line = lines; *line != NULL; line++)
    {
      /* Country, coordinates, name, perhaps a comment. */
      g_auto (GStrv) columns = g_strsplit (*line, "\t", -1);
      const char *name;

      if (**line == '#' || g_strv_length (columns) < 3)
        continue;
      name = g_hash_table_lookup (names, columns[0]);
      if (name != NULL)
        g_hash_table_insert (countries, g_strdup (columns[2]), make_country (columns[0], name, translations));
    }
  return countries;
}
