/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The zones of a calendar's times. What a calendar calls a zone is only a name
 * for something that it describes itself, yet most write the tz database's, and
 * many describe nothing; so the name counts first, with a path of the
 * producer's before it or without, then what the description says it is called
 * elsewhere, and only then the description. lanyard-calendar.c and
 * lanyard-calendar-event.c call it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-calendar-private.h"

static void
observances_free (gpointer data)
{
  g_array_unref (data);
}

static gboolean
is_known (LanyardCalendarZones *self,
          const char           *name)
{
  return name != NULL && *name != '\0' && lanyard_draft_get_zone (self->draft, name) != NULL;
}

/* The zone whose name stands at the end of an id, as "Europe/Berlin" does in
 * "/freeassociation.sourceforge.net/Europe/Berlin"; NULL if none does. */
static const char *
find_name_in (LanyardCalendarZones *self,
              const char           *id)
{
  if (is_known (self, id))
    return id;
  if (g_str_has_prefix (id, "GMT"))
    {
      g_autofree char *offset = g_strconcat ("UTC", id + strlen ("GMT"), NULL);

      return is_known (self, offset) ? g_string_chunk_insert (self->draft->strings, offset) : NULL;
    }
  for (const char *slash = strchr (id, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    if (strchr (slash + 1, '/') != NULL && is_known (self, slash + 1))
      return slash + 1;
  return NULL;
}

/* Reads what the calendar says of one zone. */
static void
read_description (LanyardCalendarZones *self,
                  const char           *text)
{
  icalcomponent *zone = icalcomponent_new_from_string (text);
  icalproperty *id_property = zone != NULL ? icalcomponent_get_first_property (zone, ICAL_TZID_PROPERTY) : NULL;
  const char *id = id_property != NULL ? icalproperty_get_tzid (id_property) : NULL;

  if (id != NULL)
    {
      const char *name = find_name_in (self, id);

      for (icalproperty *property = icalcomponent_get_first_property (zone, ICAL_X_PROPERTY); property != NULL && name == NULL;
           property = icalcomponent_get_next_property (zone, ICAL_X_PROPERTY))
        if (g_strcmp0 (icalproperty_get_x_name (property), "X-LIC-LOCATION") == 0 && icalproperty_get_x (property) != NULL)
          name = find_name_in (self, icalproperty_get_x (property));
      g_hash_table_replace (self->names, g_strdup (id), g_strdup (name != NULL ? name : ""));
      g_hash_table_replace (self->described, g_strdup (id), lanyard_calendar_observances_read (zone));
    }
  if (zone != NULL)
    icalcomponent_free (zone);
}

/* Finds the zone of times that name none: the calendar's own, else the only
 * one that it describes, else the one that was given. */
static void
choose_floating (LanyardCalendarZones *self,
                 const char           *own_zone,
                 const char           *given_zone)
{
  const char *name = own_zone != NULL ? find_name_in (self, own_zone) : NULL;

  if (name == NULL && g_hash_table_size (self->names) == 1)
    {
      GHashTableIter iter;
      gpointer only = NULL;

      g_hash_table_iter_init (&iter, self->names);
      g_hash_table_iter_next (&iter, NULL, &only);
      name = is_known (self, only) ? only : NULL;
    }
  if (name == NULL)
    {
      self->is_given = TRUE;
      name = is_known (self, given_zone) ? given_zone : NULL;
    }
  self->floating = name != NULL ? g_string_chunk_insert (self->draft->strings, name) : NULL;
}

/* Makes the zones of a calendar. @texts are its VTIMEZONEs, of GString;
 * @own_zone is what it says to be its zone, @given_zone what others say. */
LanyardCalendarZones *
lanyard_calendar_zones_new (LanyardDraft *draft,
                            GPtrArray    *texts,
                            const char   *own_zone,
                            const char   *given_zone)
{
  LanyardCalendarZones *self = g_new0 (LanyardCalendarZones, 1);

  self->draft = draft;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->described = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, observances_free);
  self->uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < texts->len; i++)
    read_description (self, ((GString *) g_ptr_array_index (texts, i))->str);
  choose_floating (self, own_zone, given_zone);
  return self;
}

/* Frees zones. */
void
lanyard_calendar_zones_free (LanyardCalendarZones *self)
{
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->described);
  g_hash_table_unref (self->uses);
  g_free (self);
}

static gint64
resolve_in (LanyardCalendarZones *self,
            const char           *name,
            struct icaltimetype   time)
{
  LanyardZone *zone = lanyard_draft_get_zone (self->draft, name);

  return lanyard_zone_resolve (zone, time.year, time.month, time.day, time.hour, time.minute, time.second);
}

static gint64
resolve_described (LanyardCalendarZones *self,
                   const char           *id,
                   struct icaltimetype   time)
{
  GArray *observances = g_hash_table_lookup (self->described, id);
  gint64 wall_time = resolve_in (self, "UTC", time);
  int offset;

  if (observances == NULL || wall_time == LANYARD_NO_TIME ||
      !lanyard_calendar_observances_find (observances, wall_time, &offset))
    return LANYARD_NO_TIME;
  return wall_time - offset;
}

static void
count_use (LanyardCalendarZones *self,
           const char           *name)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->uses, name));

  g_hash_table_replace (self->uses, g_strdup (name), GUINT_TO_POINTER (n + 1));
}

/* The name of the zone that a calendar calls @id; "" where it is only known by
 * its description, if at all. */
static const char *
find_name (LanyardCalendarZones *self,
           const char           *id)
{
  const char *name = g_hash_table_lookup (self->names, id);

  if (name == NULL)
    {
      name = find_name_in (self, id);
      g_hash_table_insert (self->names, g_strdup (id), g_strdup (name != NULL ? name : ""));
      name = g_hash_table_lookup (self->names, id);
    }
  return name;
}

/* The instant that a wall time means, UTC seconds, or LANYARD_NO_TIME. @id is
 * what the time calls its zone, NULL if nothing. */
gint64
lanyard_calendar_zones_resolve (LanyardCalendarZones *self,
                                const char           *id,
                                struct icaltimetype   time)
{
  if (icaltime_is_utc (time))
    return resolve_in (self, "UTC", time);

  if (id != NULL && *id != '\0')
    {
      const char *name = find_name (self, id);
      gint64 instant;

      if (*name != '\0')
        {
          count_use (self, name);
          return resolve_in (self, name, time);
        }
      instant = resolve_described (self, id, time);
      if (instant != LANYARD_NO_TIME)
        return instant;
    }
  if (self->is_given || (id != NULL && *id != '\0'))
    lanyard_draft_remark_once (self->draft, LANYARD_REMARK_NO_ZONE);
  return resolve_in (self, self->floating != NULL ? self->floating : "UTC", time);
}

/* The zone that most times are in, of those with a name; NULL if none is. */
const char *
lanyard_calendar_zones_get_common (LanyardCalendarZones *self)
{
  GHashTableIter iter;
  gpointer name, n;
  const char *common = NULL;
  guint most = 0;

  g_hash_table_iter_init (&iter, self->uses);
  while (g_hash_table_iter_next (&iter, &name, &n))
    if (GPOINTER_TO_UINT (n) > most || (GPOINTER_TO_UINT (n) == most && strcmp (name, common) < 0))
      {
        common = name;
        most = GPOINTER_TO_UINT (n);
      }
  return common;
}
