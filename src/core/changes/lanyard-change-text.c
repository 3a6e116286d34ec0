/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a change says in words, from what it was to what it is. Window and
 * command line show the same sentences. Any thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-change-text.h"

#include "time/lanyard-time-format.h"

static char *
dup_when (LanyardZone *zone,
          gint64       start,
          gint64       end)
{
  g_autofree char *day = lanyard_format_day (lanyard_zone_get_day (zone, start), LANYARD_DAY_MEDIUM);
  g_autofree char *range = lanyard_format_time_range (zone, start, end);

  /* Translators: a day, then a range of times: “Mon 5 Oct, 10:00–10:30” */
  return g_strdup_printf (C_ ("day and times", "%1$s, %2$s"), day, range);
}

static gboolean
are_on_one_day (LanyardZone *zone,
                gint64       a,
                gint64       b)
{
  return lanyard_zone_get_day (zone, a) == lanyard_zone_get_day (zone, b);
}

static char *
dup_new (const LanyardChangeFields *fields,
         LanyardZone               *zone)
{
  g_autofree char *when = NULL;

  if (fields->new_start == LANYARD_NO_TIME)
    return g_strdup (_ ("New in the programme, without a time yet"));

  when = dup_when (zone, fields->new_start, fields->new_end);
  /* Translators: %s is a day and times, “Mon 5 Oct, 10:00–10:30” */
  return g_strdup_printf (_ ("New in the programme, on %s"), when);
}

static char *
dup_cancelled (const LanyardChangeFields *fields,
               LanyardZone               *zone)
{
  g_autofree char *when = NULL;

  if (fields->old_start == LANYARD_NO_TIME)
    return g_strdup (_ ("Cancelled; it had no time yet"));

  when = dup_when (zone, fields->old_start, fields->old_end);
  /* Translators: %s is a day and times, “Mon 5 Oct, 10:00–10:30” */
  return g_strdup_printf (_ ("Cancelled; it was on %s"), when);
}

static char *
dup_restored (const LanyardChangeFields *fields,
              LanyardZone               *zone)
{
  g_autofree char *when = NULL;

  if (fields->new_start == LANYARD_NO_TIME)
    return g_strdup (_ ("Back in the programme, without a time yet"));

  when = dup_when (zone, fields->new_start, fields->new_end);
  /* Translators: %s is a day and times, “Mon 5 Oct, 10:00–10:30” */
  return g_strdup_printf (_ ("Back in the programme, on %s"), when);
}

static char *
dup_moved (const LanyardChangeFields *fields,
           LanyardZone               *zone)
{
  g_autofree char *from = dup_when (zone, fields->old_start, fields->old_end);
  g_autofree char *to = NULL;

  if (are_on_one_day (zone, fields->old_start, fields->new_start))
    {
      to = lanyard_format_time_range (zone, fields->new_start, fields->new_end);
      /* Translators: a day with times, then other times of the same day:
       * “Moved from Mon 5 Oct, 10:00–10:30 to 11:00–11:30” */
      return g_strdup_printf (C_ ("within a day", "Moved from %1$s to %2$s"), from, to);
    }

  to = dup_when (zone, fields->new_start, fields->new_end);
  /* Translators: two days with times: “Moved from Mon 5 Oct, 10:00–10:30 to Tue 6 Oct, 11:00–11:30” */
  return g_strdup_printf (C_ ("to another day", "Moved from %1$s to %2$s"), from, to);
}

static char *
dup_another_end (const LanyardChangeFields *fields,
                 LanyardZone               *zone)
{
  g_autofree char *when = dup_when (zone, fields->new_start, fields->new_end);
  g_autofree char *end = lanyard_format_time (zone, fields->old_end);

  if (fields->new_end > fields->old_end)
    /* Translators: a day with times, then a time: “Longer: Mon 5 Oct, 10:00–11:00; it was to end at 10:30” */
    return g_strdup_printf (_ ("Longer: %1$s; it was to end at %2$s"), when, end);

  /* Translators: a day with times, then a time: “Shorter: Mon 5 Oct, 10:00–10:20; it was to end at 10:30” */
  return g_strdup_printf (_ ("Shorter: %1$s; it was to end at %2$s"), when, end);
}

static char *
dup_time (const LanyardChangeFields *fields,
          LanyardZone               *zone)
{
  g_autofree char *when = NULL;

  if (fields->old_start == LANYARD_NO_TIME && fields->new_start == LANYARD_NO_TIME)
    return g_strdup (_ ("It has no time yet"));
  if (fields->old_start == LANYARD_NO_TIME)
    {
      when = dup_when (zone, fields->new_start, fields->new_end);
      /* Translators: %s is a day and times, “Mon 5 Oct, 10:00–10:30” */
      return g_strdup_printf (_ ("Now on %s; it had no time before"), when);
    }
  if (fields->new_start == LANYARD_NO_TIME)
    {
      when = dup_when (zone, fields->old_start, fields->old_end);
      /* Translators: %s is a day and times, “Mon 5 Oct, 10:00–10:30” */
      return g_strdup_printf (_ ("Without a time now; it was on %s"), when);
    }
  if (fields->old_start == fields->new_start && fields->old_end != LANYARD_NO_TIME &&
      fields->new_end != LANYARD_NO_TIME)
    return dup_another_end (fields, zone);
  return dup_moved (fields, zone);
}

static char *
dup_room (const LanyardChangeFields *fields)
{
  if (fields->old_text == NULL)
    /* Translators: %s is a room */
    return g_strdup_printf (C_ ("room", "Now in %s; it had no room before"), fields->new_text);
  if (fields->new_text == NULL)
    /* Translators: %s is a room */
    return g_strdup_printf (C_ ("room", "Without a room now; it was in %s"), fields->old_text);

  /* Translators: two rooms */
  return g_strdup_printf (C_ ("room", "Now in %1$s, was in %2$s"), fields->new_text, fields->old_text);
}

static char *
dup_speakers (const LanyardChangeFields *fields)
{
  if (fields->old_text == NULL)
    /* Translators: %s are names with commas between them */
    return g_strdup_printf (C_ ("speakers", "Now given by %s"), fields->new_text);
  if (fields->new_text == NULL)
    /* Translators: %s are names with commas between them */
    return g_strdup_printf (C_ ("speakers", "Without a speaker now, was given by %s"), fields->old_text);

  /* Translators: names with commas between them, twice */
  return g_strdup_printf (C_ ("speakers", "Now given by %1$s, was by %2$s"), fields->new_text, fields->old_text);
}

static char *
dup_session (const LanyardChangeFields *fields)
{
  if (fields->old_text == NULL)
    /* Translators: %s is a session’s title */
    return g_strdup_printf (C_ ("session", "Now part of “%s”"), fields->new_text);
  if (fields->new_text == NULL)
    /* Translators: %s is a session’s title */
    return g_strdup_printf (C_ ("session", "No longer part of “%s”"), fields->old_text);

  /* Translators: two sessions’ titles */
  return g_strdup_printf (C_ ("session", "Now part of “%1$s”, was part of “%2$s”"), fields->new_text,
                          fields->old_text);
}

/**
 * lanyard_change_kind_title:
 * @kind: a kind of change
 *
 * Names a kind for people: what an icon means, or a column of a table.
 *
 * Returns: (transfer none): one or two words
 */
const char *
lanyard_change_kind_title (LanyardChangeKind kind)
{
  switch (kind)
    {
    case LANYARD_CHANGE_NEW:
      return C_ ("change", "New");
    case LANYARD_CHANGE_CANCELLED:
      return C_ ("change", "Cancelled");
    case LANYARD_CHANGE_RESTORED:
      return C_ ("change", "Restored");
    case LANYARD_CHANGE_TIME:
      return C_ ("change", "Time");
    case LANYARD_CHANGE_ROOM:
      return C_ ("change", "Room");
    case LANYARD_CHANGE_TITLE:
      return C_ ("change", "Title");
    case LANYARD_CHANGE_SPEAKERS:
      return C_ ("change", "Speakers");
    case LANYARD_CHANGE_SESSION:
      return C_ ("change", "Session");
    case LANYARD_CHANGE_DESCRIPTION:
      return C_ ("change", "Description");
    case LANYARD_CHANGE_LINKS:
      return C_ ("change", "Links");
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * lanyard_change_dup_sentence:
 * @change: a change
 * @zone: the zone to show times in
 *
 * Says what changed: "Moved from Mon 5 Oct, 10:00–10:30 to 11:00–11:30", "Now
 * in Hall B, was in Hall A". What it is about, the title, stands elsewhere.
 *
 * Returns: (transfer full): a sentence without a full stop
 */
char *
lanyard_change_dup_sentence (LanyardChange *change,
                             LanyardZone   *zone)
{
  const LanyardChangeFields *fields;

  g_return_val_if_fail (LANYARD_IS_CHANGE (change), NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  fields = lanyard_change_get_fields (change);
  switch (fields->kind)
    {
    case LANYARD_CHANGE_NEW:
      return dup_new (fields, zone);
    case LANYARD_CHANGE_CANCELLED:
      return dup_cancelled (fields, zone);
    case LANYARD_CHANGE_RESTORED:
      return dup_restored (fields, zone);
    case LANYARD_CHANGE_TIME:
      return dup_time (fields, zone);
    case LANYARD_CHANGE_ROOM:
      return dup_room (fields);
    case LANYARD_CHANGE_TITLE:
      /* Translators: two titles */
      return g_strdup_printf (_ ("Now called “%1$s”, was “%2$s”"), fields->new_text, fields->old_text);
    case LANYARD_CHANGE_SPEAKERS:
      return dup_speakers (fields);
    case LANYARD_CHANGE_SESSION:
      return dup_session (fields);
    case LANYARD_CHANGE_DESCRIPTION:
      return g_strdup (_ ("The description has changed"));
    case LANYARD_CHANGE_LINKS:
      return g_strdup (_ ("The links have changed"));
    default:
      g_return_val_if_reached (NULL);
    }
}

/* One time in another zone, with its day where that is not the first zone's. */
static char *
dup_one_elsewhere (LanyardZone *zone,
                   LanyardZone *second_zone,
                   gint64       start,
                   gint64       end)
{
  g_autofree char *city = lanyard_zone_dup_city (second_zone);
  g_autofree char *when = NULL;

  if (lanyard_zone_get_day (zone, start) == lanyard_zone_get_day (second_zone, start))
    when = lanyard_format_time_range (second_zone, start, end);
  else
    when = dup_when (second_zone, start, end);
  /* Translators: a time, then the city in whose zone it is: “17:00–17:30 in Tokyo” */
  return g_strdup_printf (C_ ("times and city", "%1$s in %2$s"), when, city);
}

static char *
dup_move_elsewhere (const LanyardChangeFields *fields,
                    LanyardZone               *zone,
                    LanyardZone               *second_zone)
{
  gboolean is_within_day = are_on_one_day (second_zone, fields->old_start, fields->new_start);
  gboolean is_known_day = lanyard_zone_get_day (zone, fields->old_start) ==
                          lanyard_zone_get_day (second_zone, fields->old_start);
  g_autofree char *city = lanyard_zone_dup_city (second_zone);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (is_within_day && is_known_day)
    from = lanyard_format_time_range (second_zone, fields->old_start, fields->old_end);
  else
    from = dup_when (second_zone, fields->old_start, fields->old_end);
  if (is_within_day)
    to = lanyard_format_time_range (second_zone, fields->new_start, fields->new_end);
  else
    to = dup_when (second_zone, fields->new_start, fields->new_end);
  /* Translators: two times, with their days where needed, then the city in whose zone they are:
   * “17:00–17:30 to 18:00–18:30 in Tokyo” */
  return g_strdup_printf (_ ("%1$s to %2$s in %3$s"), from, to, city);
}

/* Whether the clocks of two zones show the same then; without a time they do. */
static gboolean
clocks_agree (LanyardZone *zone,
              LanyardZone *second_zone,
              gint64       instant)
{
  return instant == LANYARD_NO_TIME ||
         lanyard_zone_get_offset (zone, instant) == lanyard_zone_get_offset (second_zone, instant);
}

/**
 * lanyard_change_dup_time_elsewhere:
 * @change: a change
 * @zone: the zone of lanyard_change_dup_sentence()
 * @second_zone: another zone
 *
 * Says the times of a change in a second zone: "17:00–17:30 to 18:00–18:30 in
 * Tokyo", with days where they are not those of @zone.
 *
 * Returns: (transfer full) (nullable): the times, %NULL for a change without
 *   any, and where the clocks of both zones show the same
 */
char *
lanyard_change_dup_time_elsewhere (LanyardChange *change,
                                   LanyardZone   *zone,
                                   LanyardZone   *second_zone)
{
  const LanyardChangeFields *fields;

  g_return_val_if_fail (LANYARD_IS_CHANGE (change), NULL);
  g_return_val_if_fail (zone != NULL && second_zone != NULL, NULL);

  fields = lanyard_change_get_fields (change);
  if (clocks_agree (zone, second_zone, fields->old_start) && clocks_agree (zone, second_zone, fields->new_start))
    return NULL;
  if (fields->old_start != LANYARD_NO_TIME && fields->new_start != LANYARD_NO_TIME)
    return dup_move_elsewhere (fields, zone, second_zone);
  if (fields->new_start != LANYARD_NO_TIME)
    return dup_one_elsewhere (zone, second_zone, fields->new_start, fields->new_end);
  if (fields->old_start != LANYARD_NO_TIME)
    return dup_one_elsewhere (zone, second_zone, fields->old_start, fields->old_end);
  return NULL;
}

/**
 * lanyard_change_dup_heading:
 * @noticed_at: when a refresh noticed changes, UTC seconds
 * @now: what time it is, UTC seconds
 * @zone: the zone to show
 *
 * Says when changes were noticed: "Today, 14:05", "Yesterday, 9:30", "Monday 5
 * October, 14:05".
 *
 * Returns: (transfer full): a heading
 */
char *
lanyard_change_dup_heading (gint64       noticed_at,
                            gint64       now,
                            LanyardZone *zone)
{
  g_autofree char *time = NULL;
  g_autofree char *day = NULL;
  guint noticed_day;
  guint today;

  g_return_val_if_fail (zone != NULL, NULL);

  time = lanyard_format_time (zone, noticed_at);
  noticed_day = lanyard_zone_get_day (zone, noticed_at);
  today = lanyard_zone_get_day (zone, now);
  if (noticed_day == today)
    /* Translators: %s is a time of day */
    return g_strdup_printf (_ ("Today, %s"), time);
  if (noticed_day + 1 == today)
    /* Translators: %s is a time of day */
    return g_strdup_printf (_ ("Yesterday, %s"), time);

  day = lanyard_format_day (noticed_day, LANYARD_DAY_LONG);
  /* Translators: a day and a time: “Monday 5 October, 14:05” */
  return g_strdup_printf (C_ ("day and time", "%1$s, %2$s"), day, time);
}
