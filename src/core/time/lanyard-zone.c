/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A time zone by its tzdata name, and the questions that programmes ask it.
 *
 * GTimeZone does the reckoning. What it does not do is here: old names on
 * systems that lack them, a plain "no" to an unknown name instead of UTC; and,
 * in lanyard-zone-wall.c, what wall clocks do.
 * Everything that reads or shows times calls it. Any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-zone-aliases.h"
#include "lanyard-zone-private.h"
#include "model/lanyard-enums.h"

struct _LanyardZone
{
  char *id;             /* owned, as it was asked for */
  char *name;           /* owned, the name it is known by today */
  GTimeZone *time_zone; /* owned */
};

G_DEFINE_BOXED_TYPE (LanyardZone, lanyard_zone, lanyard_zone_ref, lanyard_zone_unref)

static void
lanyard_zone_clear (gpointer data)
{
  LanyardZone *self = data;

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->time_zone, g_time_zone_unref);
}

/* Takes @time_zone. */
static LanyardZone *
make_zone (const char *id,
           const char *name,
           GTimeZone  *time_zone)
{
  LanyardZone *self = g_atomic_rc_box_new0 (LanyardZone);

  g_assert (time_zone != NULL);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->time_zone = time_zone;
  return self;
}

static int
read_two_digits (const char *text)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return -1;

  return 10 * (text[0] - '0') + text[1] - '0';
}

/* "+02:00", "-0330", "+02", each also after "UTC". */
static gboolean
parse_offset (const char *id,
              int        *offset)
{
  int hours, minutes = 0;
  const char *rest;

  if (g_str_has_prefix (id, "UTC"))
    id += strlen ("UTC");
  if (*id != '+' && *id != '-')
    return FALSE;

  hours = read_two_digits (id + 1);
  if (hours < 0)
    return FALSE;
  rest = id + 3;
  if (*rest != '\0')
    {
      rest += *rest == ':' ? 1 : 0;
      minutes = read_two_digits (rest);
      if (minutes < 0 || rest[2] != '\0')
        return FALSE;
    }
  if (hours > 18 || minutes > 59)
    return FALSE;

  *offset = (*id == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
  return TRUE;
}

static gboolean
is_utc_name (const char *name)
{
  static const char * const names[] = { "UTC", "Z", "GMT", "Etc/UTC", "Etc/GMT", NULL };

  return g_strv_contains (names, name);
}

/* Names come from the network, and GTimeZone would read any file for a path
 * and take any word with a digit for a POSIX rule. */
static gboolean
is_well_formed (const char *id)
{
  const char *slash = strchr (id, '/');

  if (strlen (id) > 64 || !g_ascii_isalpha (*id))
    return FALSE;
  for (const char *at = id; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("_+-/", *at) == NULL)
      return FALSE;
  for (const char *at = id; slash != NULL && at < slash; at++)
    if (!g_ascii_isalpha (*at))
      return FALSE;

  return TRUE;
}

/* Only names with a slash are asked for: those without one are all old, so
 * they are in our table, and GTimeZone would read EST5EDT as a POSIX rule. */
static GTimeZone *
load_from_system (const char *name)
{
  return strchr (name, '/') != NULL ? g_time_zone_new_identifier (name) : NULL;
}

static const char *
follow_aliases (const char *id)
{
  const char *target;

  while ((target = lanyard_zone_alias_get_target (id)) != NULL)
    id = target;

  return id;
}

/* Private: "UTC+05:30". */
char *
lanyard_zone_format_offset (int offset)
{
  int minutes = ABS (offset) / 60;

  if (offset == 0)
    return g_strdup ("UTC");

  /* U+2212 is the minus sign. */
  return g_strdup_printf ("UTC%s%02d:%02d", offset < 0 ? "\u2212" : "+", minutes / 60, minutes % 60);
}

/**
 * lanyard_zone_new:
 * @id: a name of the tz database ("Europe/Prague"), old or new, "UTC", "Z",
 *   "GMT" or an offset ("+02:00", "UTC-03:30")
 *
 * Looks up a zone.
 *
 * Old names are known on systems that lack them, too.
 *
 * Returns: (transfer full) (nullable): the zone, %NULL if there is none of
 *   that name
 */
LanyardZone *
lanyard_zone_new (const char *id)
{
  g_autofree char *name = NULL;
  GTimeZone *time_zone = NULL;
  const char *today;
  int offset;

  g_return_val_if_fail (id != NULL, NULL);

  if (parse_offset (id, &offset))
    {
      name = lanyard_zone_format_offset (offset);
      return make_zone (id, name, g_time_zone_new_offset (offset));
    }
  if (!is_well_formed (id) && !is_utc_name (id))
    return NULL;

  today = follow_aliases (id);
  if (is_utc_name (today))
    return make_zone (id, "UTC", g_time_zone_new_utc ());

  for (const char *at = id; at != NULL && time_zone == NULL; at = lanyard_zone_alias_get_target (at))
    time_zone = load_from_system (at);

  return time_zone != NULL ? make_zone (id, today, time_zone) : NULL;
}

/**
 * lanyard_zone_new_utc:
 *
 * Makes the zone that instants are counted in.
 *
 * Returns: (transfer full): UTC
 */
LanyardZone *
lanyard_zone_new_utc (void)
{
  return make_zone ("UTC", "UTC", g_time_zone_new_utc ());
}

/**
 * lanyard_zone_ref:
 * @self: a zone
 *
 * Keeps a zone.
 *
 * Returns: (transfer full): @self
 */
LanyardZone *
lanyard_zone_ref (LanyardZone *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_zone_unref:
 * @self: (transfer full): a zone
 *
 * Lets a zone go.
 */
void
lanyard_zone_unref (LanyardZone *self)
{
  g_atomic_rc_box_release_full (self, lanyard_zone_clear);
}

/**
 * lanyard_zone_equal:
 * @self: a zone
 * @other: another zone
 *
 * Compares two zones: under whatever names, do their clocks always agree
 * because they are the same zone?
 *
 * Returns: whether they are the same zone
 */
gboolean
lanyard_zone_equal (LanyardZone *self,
                    LanyardZone *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return g_str_equal (self->name, other->name);
}

/**
 * lanyard_zone_get_id:
 * @self: a zone
 *
 * Gets the name that the zone was asked for by.
 *
 * Returns: (transfer none): a name that lanyard_zone_new() knows
 */
const char *
lanyard_zone_get_id (LanyardZone *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * lanyard_zone_get_time_zone:
 * @self: a zone
 *
 * Gets what GDateTime reckons with.
 *
 * Returns: (transfer none): the zone's rules
 */
GTimeZone *
lanyard_zone_get_time_zone (LanyardZone *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->time_zone;
}

/**
 * lanyard_zone_dup_city:
 * @self: a zone
 *
 * Names the place that a zone is named after, for people: "Buenos Aires". A
 * zone without a place is named by its offset: "UTC+02:00".
 *
 * Returns: (transfer full): the name
 */
char *
lanyard_zone_dup_city (LanyardZone *self)
{
  const char *slash;
  g_autofree char *city = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (g_str_has_prefix (self->name, "Etc/"))
    return lanyard_zone_format_offset (lanyard_zone_get_offset (self, 0));

  slash = strrchr (self->id, '/');
  if (slash == NULL || g_str_has_prefix (self->name, "UTC"))
    slash = strrchr (self->name, '/');

  city = g_strdup (slash != NULL ? slash + 1 : self->name);
  return g_strdup (g_strdelimit (city, "_", ' '));
}

/**
 * lanyard_zone_dup_abbreviation:
 * @self: a zone
 * @instant: seconds since 1970 in UTC
 *
 * Gets the short name in force: "CEST". Many zones have only numbers ("-03");
 * those are written "UTC−03:00", which cannot be taken for anything else.
 *
 * Returns: (transfer full): the short name
 */
char *
lanyard_zone_dup_abbreviation (LanyardZone *self,
                               gint64       instant)
{
  const char *abbreviation;
  int interval;

  g_return_val_if_fail (self != NULL, NULL);

  instant = CLAMP (instant, LANYARD_FIRST_INSTANT, LANYARD_LAST_INSTANT);
  interval = g_time_zone_find_interval (self->time_zone, G_TIME_TYPE_UNIVERSAL, instant);
  abbreviation = g_time_zone_get_abbreviation (self->time_zone, interval);
  if (abbreviation != NULL && g_ascii_isalpha (*abbreviation))
    return g_strdup (abbreviation);

  return lanyard_zone_format_offset (lanyard_zone_get_offset (self, instant));
}

/**
 * lanyard_zone_get_offset:
 * @self: a zone
 * @instant: seconds since 1970 in UTC
 *
 * Gets how far the zone's wall clock is ahead of UTC.
 *
 * Returns: seconds, negative west of Greenwich
 */
int
lanyard_zone_get_offset (LanyardZone *self,
                         gint64       instant)
{
  int interval;

  g_return_val_if_fail (self != NULL, 0);

  instant = CLAMP (instant, LANYARD_FIRST_INSTANT, LANYARD_LAST_INSTANT);
  interval = g_time_zone_find_interval (self->time_zone, G_TIME_TYPE_UNIVERSAL, instant);
  return g_time_zone_get_offset (self->time_zone, interval);
}

/**
 * lanyard_zone_get_day:
 * @self: a zone
 * @instant: seconds since 1970 in UTC
 *
 * Gets the day that the zone's calendar shows.
 *
 * Returns: the day's number as GDate counts (1 January 1970 is 719163)
 */
guint
lanyard_zone_get_day (LanyardZone *self,
                      gint64       instant)
{
  gint64 wall, days;

  g_return_val_if_fail (self != NULL, 0);

  instant = CLAMP (instant, LANYARD_FIRST_INSTANT, LANYARD_LAST_INSTANT);
  wall = instant + lanyard_zone_get_offset (self, instant);
  days = wall / LANYARD_SECONDS_A_DAY - (wall % LANYARD_SECONDS_A_DAY < 0 ? 1 : 0);
  return (guint) (days + LANYARD_EPOCH_DAY);
}
