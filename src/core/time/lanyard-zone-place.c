/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A place whose time somebody may want to see: its zone and all the names by
 * which people look for it. Made and asked by LanyardZoneIndex, shown by the
 * dialog that chooses a zone. Any thread, after its names are added. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "lanyard-zone-place.h"
#include "lanyard-zone-private.h"

/* Summer time is nowhere shorter, nor winter time. */
#define A_MONTH (30 * LANYARD_SECONDS_A_DAY)

struct _LanyardZonePlace
{
  GObject parent_instance;
  LanyardZone *zone;         /* owned */
  char *city;                /* owned */
  char *country;             /* owned, nullable */
  char *abbreviations;       /* owned */
  char *folded_city;         /* owned */
  char *folded_now;          /* owned: the abbreviation in force */
  char *folded_later;        /* owned: that of the other season */
  GPtrArray *folded_names;   /* owned, of char *: older names of the zone */
  char *folded_everything;   /* owned: names, country and region, with a space before each word */
};

G_DEFINE_FINAL_TYPE (LanyardZonePlace, lanyard_zone_place, G_TYPE_OBJECT)

static void
lanyard_zone_place_finalize (GObject *object)
{
  LanyardZonePlace *self = LANYARD_ZONE_PLACE (object);

  g_clear_pointer (&self->zone, lanyard_zone_unref);
  g_clear_pointer (&self->city, g_free);
  g_clear_pointer (&self->country, g_free);
  g_clear_pointer (&self->abbreviations, g_free);
  g_clear_pointer (&self->folded_city, g_free);
  g_clear_pointer (&self->folded_now, g_free);
  g_clear_pointer (&self->folded_later, g_free);
  g_clear_pointer (&self->folded_names, g_ptr_array_unref);
  g_clear_pointer (&self->folded_everything, g_free);

  G_OBJECT_CLASS (lanyard_zone_place_parent_class)->finalize (object);
}

static void
lanyard_zone_place_class_init (LanyardZonePlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_zone_place_finalize;
}

static void
lanyard_zone_place_init (LanyardZonePlace *self)
{
  self->folded_names = g_ptr_array_new_with_free_func (g_free);
}

/* The other one of a year, or the same again. */
static char *
dup_other_abbreviation (LanyardZone *zone,
                        const char  *abbreviation,
                        gint64       instant)
{
  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *other = lanyard_zone_dup_abbreviation (zone, instant + month * A_MONTH);

      if (!g_str_equal (other, abbreviation))
        return g_steal_pointer (&other);
    }
  return g_strdup (abbreviation);
}

static void
set_abbreviations (LanyardZonePlace *self,
                   gint64            instant)
{
  g_autofree char *now = lanyard_zone_dup_abbreviation (self->zone, instant);
  g_autofree char *later = dup_other_abbreviation (self->zone, now, instant);

  self->folded_now = lanyard_zone_place_fold (now);
  self->folded_later = lanyard_zone_place_fold (later);
  if (g_str_equal (now, later))
    self->abbreviations = g_steal_pointer (&now);
  else
    /* Translators: the short names of a zone, the one in force first: “CET, CEST”. */
    self->abbreviations = g_strdup_printf (C_ ("short names of a zone", "%1$s, %2$s"), now, later);
}

/* Does what was typed begin at the beginning of a word of @text? */
static gboolean
has_phrase (const char *text,
            const char *typed)
{
  g_autofree char *beginning = g_strconcat (" ", typed, NULL);

  return strstr (text, beginning) != NULL;
}

/* Does each word that was typed begin a word of @text? */
static gboolean
has_all_words (const char *text,
               const char *typed)
{
  g_auto (GStrv) words = g_strsplit (typed, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (!has_phrase (text, words[i]))
      return FALSE;
  return TRUE;
}

static gboolean
has_name_beginning (LanyardZonePlace *self,
                    const char       *folded)
{
  for (guint i = 0; i < self->folded_names->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (self->folded_names, i), folded))
      return TRUE;
  return FALSE;
}

/**
 * lanyard_zone_place_fold:
 * @text: a name, or what somebody typed
 *
 * Makes texts comparable: no accents, no capitals, one space for whatever
 * parts words, the hyphen for the minus sign before a number.
 *
 * Returns: (transfer full): the folded text
 */
char *
lanyard_zone_place_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autofree char *low = g_utf8_casefold (apart, -1);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *c = low; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gboolean is_sign = *c == '+' || ((*c == '-' || character == 0x2212) && g_ascii_isdigit (*g_utf8_next_char (c)));

      if (g_unichar_ismark (character))
        continue;
      if (is_sign)
        g_string_append_c (folded, *c == '+' ? '+' : '-');
      else if (g_unichar_isalnum (character) || *c == ':')
        g_string_append_unichar (folded, character);
      else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  return g_strchomp (g_string_free (g_steal_pointer (&folded), FALSE));
}

/**
 * lanyard_zone_place_new:
 * @zone: its zone
 * @country: (nullable): the country it is in
 * @instant: seconds since 1970 in UTC: when
 *
 * Makes a place that is found by city, country in two languages, region, and by
 * the short names of its zone in summer and winter around @instant.
 *
 * Returns: (transfer full): a place
 */
LanyardZonePlace *
lanyard_zone_place_new (LanyardZone          *zone,
                        const LanyardCountry *country,
                        gint64                instant)
{
  LanyardZonePlace *self;
  g_autofree char *everything = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (zone != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_ZONE_PLACE, NULL);
  self->zone = lanyard_zone_ref (zone);
  self->city = lanyard_zone_dup_city (zone);
  self->country = country != NULL ? g_strdup (country->name) : NULL;
  self->folded_city = lanyard_zone_place_fold (self->city);
  set_abbreviations (self, instant);
  everything = g_strjoin (" ", lanyard_zone_get_id (zone), self->abbreviations, self->country,
                          country != NULL ? country->other_names : NULL, NULL);
  folded = lanyard_zone_place_fold (everything);
  self->folded_everything = g_strconcat (" ", folded, NULL);
  return self;
}

/**
 * lanyard_zone_place_add_name:
 * @self: a place, not yet shared with other threads
 * @name: another id of its zone, "Asia/Calcutta"
 *
 * Adds a name by which it is found.
 */
void
lanyard_zone_place_add_name (LanyardZonePlace *self,
                             const char       *name)
{
  const char *slash;
  g_autofree char *folded = NULL;
  char *everything;

  g_return_if_fail (LANYARD_IS_ZONE_PLACE (self));
  g_return_if_fail (name != NULL);

  folded = lanyard_zone_place_fold (name);
  everything = g_strconcat (self->folded_everything, " ", folded, NULL);
  g_free (self->folded_everything);
  self->folded_everything = everything;
  slash = strrchr (name, '/');
  g_ptr_array_add (self->folded_names, lanyard_zone_place_fold (slash != NULL ? slash + 1 : name));
}

/**
 * lanyard_zone_place_get_n_names:
 * @self: a place
 *
 * Counts the older names. Much the most have places that stand for many.
 *
 * Returns: how many were added
 */
guint
lanyard_zone_place_get_n_names (LanyardZonePlace *self)
{
  g_return_val_if_fail (LANYARD_IS_ZONE_PLACE (self), 0);

  return self->folded_names->len;
}

/**
 * lanyard_zone_place_rank:
 * @self: a place
 * @folded: what was typed, folded by lanyard_zone_place_fold()
 *
 * Says how well it is what somebody looks for.
 *
 * Returns: 0 for the best, %LANYARD_ZONE_PLACE_RANK_ABBREVIATION if @folded is
 *   a short name of its zone, %LANYARD_ZONE_PLACE_NO_RANK if it is not meant
 */
guint
lanyard_zone_place_rank (LanyardZonePlace *self,
                         const char       *folded)
{
  g_return_val_if_fail (LANYARD_IS_ZONE_PLACE (self), LANYARD_ZONE_PLACE_NO_RANK);

  if (g_str_equal (self->folded_city, folded))
    return 0;
  if (g_str_equal (self->folded_now, folded) || g_str_equal (self->folded_later, folded))
    return LANYARD_ZONE_PLACE_RANK_ABBREVIATION;
  if (g_str_has_prefix (self->folded_city, folded))
    return 2;
  if (has_name_beginning (self, folded))
    return 3;
  if (g_str_has_prefix (self->folded_now, folded) || g_str_has_prefix (self->folded_later, folded))
    return 4;
  if (has_phrase (self->folded_everything, folded))
    return 5;
  return has_all_words (self->folded_everything, folded) ? 6 : LANYARD_ZONE_PLACE_NO_RANK;
}

/**
 * lanyard_zone_place_get_zone:
 * @self: a place
 *
 * Gets its zone.
 *
 * Returns: (transfer none): the zone
 */
LanyardZone *
lanyard_zone_place_get_zone (LanyardZonePlace *self)
{
  g_return_val_if_fail (LANYARD_IS_ZONE_PLACE (self), NULL);

  return self->zone;
}

/**
 * lanyard_zone_place_get_city:
 * @self: a place
 *
 * Gets what it is called.
 *
 * Returns: (transfer none): the city
 */
const char *
lanyard_zone_place_get_city (LanyardZonePlace *self)
{
  g_return_val_if_fail (LANYARD_IS_ZONE_PLACE (self), NULL);

  return self->city;
}

/**
 * lanyard_zone_place_get_country:
 * @self: a place
 *
 * Gets where it is.
 *
 * Returns: (transfer none) (nullable): the country's name, in the language of
 *   the locale if the system knows that
 */
const char *
lanyard_zone_place_get_country (LanyardZonePlace *self)
{
  g_return_val_if_fail (LANYARD_IS_ZONE_PLACE (self), NULL);

  return self->country;
}

/**
 * lanyard_zone_place_get_abbreviations:
 * @self: a place
 *
 * Gets the short names of its zone, so that it can be seen why it was found.
 *
 * Returns: (transfer none): "GMT, IST"
 */
const char *
lanyard_zone_place_get_abbreviations (LanyardZonePlace *self)
{
  g_return_val_if_fail (LANYARD_IS_ZONE_PLACE (self), NULL);

  return self->abbreviations;
}
