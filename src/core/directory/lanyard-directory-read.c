/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes in, directory out. Three kinds are told apart by what is in them:
 * Giggity's menu (an object with "schedules"; one conference of it may stand
 * alone), Kongress's list (an array whose elements have "icalUrl"), and Confy's
 * menu (an array whose elements have "url"). A conference that makes no sense
 * is left out, and the others stay. Pure; any thread. */

#include "config.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "formats/lanyard-format.h"
#include "formats/lanyard-json.h"
#include "lanyard-directory-private.h"
#include "lanyard-directory.h"
#include "lanyard-json5.h"

/* Nobody scrolls through more, and each costs memory. */
#define MOST_LISTINGS 10000

/*
 * Reads a day such as "2026-10-05", of which anything may follow. Returns its
 * Julian day number, 0 if it is none.
 */
guint
lanyard_directory_parse_day (const char *text)
{
  int year, month, day;

  if (text == NULL || sscanf (text, "%4d-%2d-%2d", &year, &month, &day) != 3 || year < 1970 || month < 1 || day < 1 ||
      !g_date_valid_dmy (day, month, year))
    return 0;
  return g_date_get_julian (&(GDate) { .dmy = TRUE, .day = day, .month = month, .year = year });
}

/*
 * Says whether this can be opened: an address of the web, or a place on a map.
 */
gboolean
lanyard_directory_is_address (const char *text)
{
  g_autoptr (GUri) uri = text != NULL ? g_uri_parse (text, G_URI_FLAGS_ENCODED, NULL) : NULL;
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";

  if (g_str_equal (scheme, "geo"))
    return TRUE;
  return (g_str_equal (scheme, "http") || g_str_equal (scheme, "https")) && g_uri_get_host (uri) != NULL &&
         *g_uri_get_host (uri) != '\0';
}

/*
 * Makes the address of a map with a mark at a position, in degrees. NULL if
 * there is no such position.
 */
char *
lanyard_directory_dup_map (double latitude,
                           double longitude)
{
  char latitude_text[G_ASCII_DTOSTR_BUF_SIZE];
  char longitude_text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180) ||
      (latitude == 0 && longitude == 0))
    return NULL;
  g_ascii_formatd (latitude_text, sizeof latitude_text, "%.6f", latitude);
  g_ascii_formatd (longitude_text, sizeof longitude_text, "%.6f", longitude);
  return g_strdup_printf ("https://www.openstreetmap.org/?mlat=%s&mlon=%s#map=19/%s/%s", latitude_text, longitude_text,
                          latitude_text, longitude_text);
}

static LanyardListing *
read_listing (JsonObject   *object, /* nullable */
              GStringChunk *strings)
{
  if (object == NULL)
    return NULL;
  if (lanyard_json_get_string (object, "icalUrl") != NULL)
    return lanyard_directory_read_kongress (object, strings);
  return lanyard_directory_read_menu_entry (object, strings);
}

static GPtrArray *
read_listings (JsonArray    *array,
               GStringChunk *strings)
{
  GPtrArray *listings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lanyard_json_length (array) && listings->len < MOST_LISTINGS; i++)
    {
      LanyardListing *listing = read_listing (lanyard_json_nth_object (array, i), strings);

      if (listing != NULL)
        g_ptr_array_add (listings, listing);
    }
  return listings;
}

static GPtrArray *
read_root (JsonNode     *root,
           GStringChunk *strings)
{
  JsonObject *object = lanyard_json_node_object (root);
  GPtrArray *listings;
  LanyardListing *listing;

  if (root != NULL && JSON_NODE_HOLDS_ARRAY (root))
    return read_listings (json_node_get_array (root), strings);
  if (object == NULL)
    return NULL;
  if (lanyard_json_get_array (object, "schedules") != NULL)
    return read_listings (lanyard_json_get_array (object, "schedules"), strings);
  listing = read_listing (object, strings);
  if (listing == NULL)
    return NULL;
  listings = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (listings, listing);
  return listings;
}

/**
 * lanyard_directory_read:
 * @document: the bytes of a directory, JSON5
 * @error: return location for a #LanyardFormatError
 *
 * Reads a directory of any of the kinds that there are. The kinds are not
 * specified anywhere but in the programs that use them: Giggity's
 * "menu-schema.json", Kongress's "conference-data.json", Confy's "usermenu.json".
 *
 * Returns: (transfer full) (nullable): the directory, %NULL with @error set if
 *   there is no conference in it
 */
LanyardDirectory *
lanyard_directory_read (GBytes  *document,
                        GError **error)
{
  g_autoptr (GStringChunk) strings = g_string_chunk_new (4096);
  g_autoptr (GBytes) json = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) listings = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  json = lanyard_json5_to_json (document, error);
  if (json == NULL)
    return NULL;
  root = lanyard_json_parse (json, NULL);
  listings = read_root (root, strings);
  if (listings == NULL || listings->len == 0)
    {
      g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE,
                           _("This is not a directory of conferences; check its address in the preferences."));
      return NULL;
    }
  return lanyard_directory_new (listings);
}
