/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One conference as Kongress's list has it: days instead of a first and a last
 * one, a calendar, and where the venue is. Called by lanyard-directory-read.c. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "formats/lanyard-feed-text.h"
#include "formats/lanyard-json.h"
#include "lanyard-directory-private.h"
#include "model/lanyard-link.h"

/* Days come in no order. */
static void
find_days (JsonArray *days, /* nullable */
           guint     *first,
           guint     *last)
{
  for (guint i = 0; i < lanyard_json_length (days); i++)
    {
      guint day = lanyard_directory_parse_day (lanyard_json_nth_string (days, i));

      if (day == 0)
        continue;
      *first = *first == 0 ? day : MIN (*first, day);
      *last = MAX (*last, day);
    }
}

/* Degrees are numbers, or text such as "50.81"; older lists have "N50.81". */
static double
get_degrees (JsonObject *object,
             const char *name)
{
  const char *text = lanyard_json_get_string (object, name);
  double degrees = 0;

  if (text == NULL)
    return lanyard_json_get_number (object, name, &degrees) ? degrees : 0;
  if (*text == 'S' || *text == 'W')
    return -g_ascii_strtod (text + 1, NULL);
  return g_ascii_strtod (*text == 'N' || *text == 'E' ? text + 1 : text, NULL);
}

static void
add_link (GPtrArray  *links,
          const char *url, /* nullable */
          const char *title)
{
  if (lanyard_directory_is_address (url))
    g_ptr_array_add (links, lanyard_link_new (url, title, lanyard_link_guess_kind (url, title, NULL), NULL, 0));
}

static GPtrArray *
read_links (JsonObject *object)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_link_unref);
  const char *map = lanyard_json_get_string (object, "venueOsmUrl");
  g_autofree char *made =
      lanyard_directory_dup_map (get_degrees (object, "venueLatitude"), get_degrees (object, "venueLongitude"));

  add_link (links, lanyard_directory_is_address (map) ? map : made, _("Map"));
  add_link (links, lanyard_json_get_string (object, "venueImageUrl"), _("Plan of the Venue"));
  return links;
}

/*
 * Reads one conference. NULL if it has no name, or no address that leads
 * anywhere.
 */
LanyardListing *
lanyard_directory_read_kongress (JsonObject   *object,
                                 GStringChunk *strings)
{
  g_autoptr (GPtrArray) links = read_links (object);
  LanyardListingFields fields = {
    .id = lanyard_feed_text_line (strings, lanyard_json_get_string (object, "id")),
    .title = lanyard_feed_text_line (strings, lanyard_json_get_string (object, "name")),
    .address = lanyard_json_get_string (object, "icalUrl"),
    .zone = lanyard_feed_text_line (strings, lanyard_json_get_string (object, "timeZoneId")),
    .links = links,
  };

  if (fields.title == NULL || !lanyard_directory_is_address (fields.address) ||
      g_str_has_prefix (fields.address, "geo:"))
    return NULL;
  find_days (lanyard_json_get_array (object, "days"), &fields.first_day, &fields.last_day);
  return lanyard_listing_new (&fields);
}
