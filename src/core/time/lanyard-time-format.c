/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Times and zones as people read them; lanyard-day-format.c has the days. Every
 * pattern is translatable; whether the clock has 12 or 24 hours is GNOME's
 * setting, or the locale's word. The window, the command line and the exports
 * call it, on any thread. */

#include "config.h"

#include <langinfo.h>
#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "lanyard-time-format.h"
#include "lanyard-zone-private.h"
#include "model/lanyard-enums.h"

static GDateTime *
make_date_time (LanyardZone *zone,
                gint64       instant)
{
  gint64 shown = CLAMP (instant, LANYARD_FIRST_INSTANT, LANYARD_LAST_INSTANT);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (shown);

  return g_date_time_to_timezone (utc, lanyard_zone_get_time_zone (zone));
}

/* C libraries write the 12-hour clock's pattern with %I, %l, %p or %r. */
static gboolean
locale_has_12_hours (void)
{
  const char *pattern = nl_langinfo (T_FMT);

  return strstr (pattern, "%I") != NULL || strstr (pattern, "%l") != NULL ||
         strstr (pattern, "%p") != NULL || strstr (pattern, "%r") != NULL;
}

/* What somebody chose in GNOME's settings, as its schema calls it; %NULL if
 * they left it to the locale, or have another desktop. Read once: a change
 * counts from the next start. */
static const char *
get_chosen_clock (void)
{
  static gsize is_read = 0;
  static const char *chosen = NULL;

  if (g_once_init_enter (&is_read))
    {
      const char *desktop = g_getenv ("XDG_CURRENT_DESKTOP");
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema = NULL;

      if (desktop != NULL && strstr (desktop, "GNOME") != NULL && source != NULL)
        schema = g_settings_schema_source_lookup (source, "org.gnome.desktop.interface", TRUE);
      if (schema != NULL && g_settings_schema_has_key (schema, "clock-format"))
        {
          g_autoptr (GSettings) settings = g_settings_new_full (schema, NULL, NULL);
          g_autoptr (GVariant) value = g_settings_get_user_value (settings, "clock-format");

          chosen = value != NULL ? g_intern_string (g_variant_get_string (value, NULL)) : NULL;
        }
      g_once_init_leave (&is_read, 1);
    }
  return chosen;
}

static char *
format_difference_in_hours (const char *here,
                            const char *there,
                            int         hours,
                            gboolean    ahead)
{
  if (ahead)
    /* Translators: two places and the hours between their clocks: “Tokyo is 7 hours ahead of Prague”. */
    return g_strdup_printf (ngettext ("%1$s is %2$d hour ahead of %3$s",
                                      "%1$s is %2$d hours ahead of %3$s", (gulong) hours),
                            here, hours, there);

  /* Translators: two places and the hours between their clocks: “Prague is 7 hours behind Tokyo”. */
  return g_strdup_printf (ngettext ("%1$s is %2$d hour behind %3$s",
                                    "%1$s is %2$d hours behind %3$s", (gulong) hours),
                          here, hours, there);
}

static char *
format_difference_in_minutes (const char *here,
                              const char *there,
                              int         minutes,
                              gboolean    ahead)
{
  if (ahead)
    /* Translators: two places and the minutes between their clocks. */
    return g_strdup_printf (ngettext ("%1$s is %2$d minute ahead of %3$s",
                                      "%1$s is %2$d minutes ahead of %3$s", (gulong) minutes),
                            here, minutes, there);

  /* Translators: two places and the minutes between their clocks. */
  return g_strdup_printf (ngettext ("%1$s is %2$d minute behind %3$s",
                                    "%1$s is %2$d minutes behind %3$s", (gulong) minutes),
                          here, minutes, there);
}

static char *
format_difference_in_both (const char *here,
                           const char *there,
                           int         hours,
                           int         minutes,
                           gboolean    ahead)
{
  if (ahead)
    /* Translators: two places, the hours and the minutes between their clocks. The minutes are 15, 30 or 45;
     * the plural goes by the hours. “Kolkata is 3 hours and 30 minutes ahead of Prague”. */
    return g_strdup_printf (ngettext ("%1$s is %2$d hour and %3$d minutes ahead of %4$s",
                                      "%1$s is %2$d hours and %3$d minutes ahead of %4$s", (gulong) hours),
                            here, hours, minutes, there);

  /* Translators: two places, the hours and the minutes between their clocks. The minutes are 15, 30 or 45;
   * the plural goes by the hours. “Prague is 3 hours and 30 minutes behind Kolkata”. */
  return g_strdup_printf (ngettext ("%1$s is %2$d hour and %3$d minutes behind %4$s",
                                    "%1$s is %2$d hours and %3$d minutes behind %4$s", (gulong) hours),
                          here, hours, minutes, there);
}

static int
get_difference (LanyardZone *here,
                LanyardZone *there,
                gint64       instant)
{
  return lanyard_zone_get_offset (here, instant) - lanyard_zone_get_offset (there, instant);
}

/* The first instant at which the difference is not that of @first; it is
 * another at @last. */
static gint64
find_change (LanyardZone *here,
             LanyardZone *there,
             gint64       first,
             gint64       last)
{
  int difference = get_difference (here, there, first);

  while (last - first > 1)
    {
      gint64 middle = first + (last - first) / 2;

      if (get_difference (here, there, middle) == difference)
        first = middle;
      else
        last = middle;
    }
  return last;
}

/**
 * lanyard_format_has_12_hours:
 *
 * Tells whether times of day are written with twelve hours and a half of the
 * day, as the locale does or GNOME is set. Where there are no words for the
 * halves, 12 hours would be unclear. Times then differ in width.
 *
 * Returns: whether they are
 */
gboolean
lanyard_format_has_12_hours (void)
{
  const char *chosen = get_chosen_clock ();

  if (chosen == NULL)
    return locale_has_12_hours ();
  return g_str_equal (chosen, "12h") && nl_langinfo (AM_STR)[0] != '\0';
}

/**
 * lanyard_format_time:
 * @zone: the zone to show
 * @instant: seconds since 1970 in UTC, or %LANYARD_NO_TIME
 *
 * Writes the time of day: "10:00", or "2:30 PM" where the locale does so
 * or GNOME is set so.
 *
 * Returns: (transfer full): the time, empty for %LANYARD_NO_TIME
 */
char *
lanyard_format_time (LanyardZone *zone,
                     gint64       instant)
{
  g_autoptr (GDateTime) date_time = NULL;

  g_return_val_if_fail (zone != NULL, NULL);

  if (instant == LANYARD_NO_TIME)
    return g_strdup ("");

  date_time = make_date_time (zone, instant);
  if (lanyard_format_has_12_hours ())
    /* Translators: a time of day on a 12-hour clock, “2:30 PM”, as g_date_time_format() writes it.
     * xgettext:no-c-format */
    return g_date_time_format (date_time, C_ ("time", "%-I:%M %p"));

  /* Translators: a time of day on a 24-hour clock, “14:30”, as g_date_time_format() writes it.
   * xgettext:no-c-format */
  return g_date_time_format (date_time, C_ ("time", "%H:%M"));
}

/**
 * lanyard_format_time_range:
 * @zone: the zone to show
 * @start: seconds since 1970 in UTC, or %LANYARD_NO_TIME
 * @end: seconds since 1970 in UTC, or %LANYARD_NO_TIME
 *
 * Writes from when to when: "10:00–10:30". Where the end is on another day in
 * @zone, that day is named: "22:00–01:00 (Tue 6)". An end at midnight is still
 * of its day.
 *
 * Returns: (transfer full): the times; only the start if there is no end,
 *   empty if there is no start
 */
char *
lanyard_format_time_range (LanyardZone *zone,
                           gint64       start,
                           gint64       end)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (zone != NULL, NULL);

  from = lanyard_format_time (zone, start);
  if (start == LANYARD_NO_TIME || end == LANYARD_NO_TIME || end <= start)
    return g_steal_pointer (&from);

  to = lanyard_format_time (zone, end);
  if (lanyard_zone_get_day (zone, start) == lanyard_zone_get_day (zone, end - 1))
    /* Translators: from one time of a day to another: “10:00–10:30”. */
    return g_strdup_printf (C_ ("times", "%1$s–%2$s"), from, to);

  day = lanyard_format_day (lanyard_zone_get_day (zone, end), LANYARD_DAY_SHORT);
  /* Translators: from one time to another on the day in brackets: “22:00–01:00 (Tue 6)”. */
  return g_strdup_printf (C_ ("times", "%1$s–%2$s (%3$s)"), from, to, day);
}

/**
 * lanyard_format_duration:
 * @seconds: a length of time; what is left of a minute counts as one
 *
 * Writes how long something takes: "30 min", "1 h 30 min".
 *
 * Returns: (transfer full): the duration
 */
char *
lanyard_format_duration (gint64 seconds)
{
  gint64 rounded = MAX (seconds, 0) / 60 + (MAX (seconds, 0) % 60 > 0 ? 1 : 0);
  guint minutes = (guint) MIN (rounded, G_MAXUINT);

  if (minutes < 60)
    /* Translators: a duration in minutes. */
    return g_strdup_printf (C_ ("duration", "%u min"), minutes);
  if (minutes % 60 == 0)
    /* Translators: a duration in hours. */
    return g_strdup_printf (C_ ("duration", "%u h"), minutes / 60);

  /* Translators: a duration in hours and minutes. */
  return g_strdup_printf (C_ ("duration", "%1$u h %2$u min"), minutes / 60, minutes % 60);
}

/**
 * lanyard_format_time_left:
 * @seconds: until something ends
 *
 * Says how long something still lasts.
 *
 * Returns: (transfer full): "25 min left"
 */
char *
lanyard_format_time_left (gint64 seconds)
{
  g_autofree char *duration = lanyard_format_duration (seconds);

  /* Translators: until something ends: “25 min left”. */
  return g_strdup_printf (_ ("%s left"), duration);
}

/**
 * lanyard_format_time_until:
 * @seconds: until something begins
 *
 * Says how soon something begins, from one day on in days.
 *
 * Returns: (transfer full): "in 25 min", "in 3 days"
 */
char *
lanyard_format_time_until (gint64 seconds)
{
  guint n_days = (guint) ((MAX (seconds, 0) + LANYARD_SECONDS_A_DAY / 2) / LANYARD_SECONDS_A_DAY);
  g_autofree char *duration = NULL;

  if (seconds >= LANYARD_SECONDS_A_DAY)
    /* Translators: until something begins. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %u day", "in %u days", n_days), n_days);

  duration = lanyard_format_duration (seconds);
  /* Translators: until something begins: “in 25 min”. */
  return g_strdup_printf (_ ("in %s"), duration);
}

/**
 * lanyard_format_zone:
 * @zone: a zone
 * @instant: seconds since 1970 in UTC, for summer or winter time
 *
 * Names a zone beside times: "Prague time (CEST)".
 *
 * Returns: (transfer full): the name
 */
char *
lanyard_format_zone (LanyardZone *zone,
                     gint64       instant)
{
  g_autofree char *city = NULL;
  g_autofree char *abbreviation = NULL;

  g_return_val_if_fail (zone != NULL, NULL);

  city = lanyard_zone_dup_city (zone);
  if (g_str_has_prefix (city, "UTC"))
    return g_steal_pointer (&city);

  abbreviation = lanyard_zone_dup_abbreviation (zone, instant);
  /* Translators: the place whose time is shown and its zone's short name: “Prague time (CEST)”. */
  return g_strdup_printf (_ ("%1$s time (%2$s)"), city, abbreviation);
}

/**
 * lanyard_format_zone_offset:
 * @zone: a zone
 * @instant: seconds since 1970 in UTC
 *
 * Writes how far a zone's clock is from UTC: "UTC+05:30".
 *
 * Returns: (transfer full): the distance
 */
char *
lanyard_format_zone_offset (LanyardZone *zone,
                            gint64       instant)
{
  g_return_val_if_fail (zone != NULL, NULL);

  return lanyard_zone_format_offset (lanyard_zone_get_offset (zone, instant));
}

/**
 * lanyard_format_zone_difference:
 * @here: a zone
 * @there: another zone
 * @instant: seconds since 1970 in UTC: when to compare them
 *
 * Says in a sentence how @here's clock differs from @there's: "Prague is 7
 * hours behind Tokyo".
 *
 * Returns: (transfer full): the sentence, without a full stop
 */
char *
lanyard_format_zone_difference (LanyardZone *here,
                                LanyardZone *there,
                                gint64       instant)
{
  g_autofree char *here_city = NULL;
  g_autofree char *there_city = NULL;
  int difference, hours, minutes;

  g_return_val_if_fail (here != NULL && there != NULL, NULL);

  here_city = lanyard_zone_dup_city (here);
  there_city = lanyard_zone_dup_city (there);
  difference = get_difference (here, there, instant);
  hours = ABS (difference) / 3600;
  minutes = ABS (difference) / 60 % 60;

  if (hours == 0 && minutes == 0)
    /* Translators: two places whose clocks agree. */
    return g_strdup_printf (_ ("%1$s has the same time as %2$s"), here_city, there_city);
  if (minutes == 0)
    return format_difference_in_hours (here_city, there_city, hours, difference > 0);
  if (hours == 0)
    return format_difference_in_minutes (here_city, there_city, minutes, difference > 0);
  return format_difference_in_both (here_city, there_city, hours, minutes, difference > 0);
}

/**
 * lanyard_format_zone_difference_between:
 * @here: a zone
 * @there: another zone
 * @first: seconds since 1970 in UTC: when to compare them first
 * @last: the same: until when
 *
 * Says how @here's clock differs from @there's during a stretch of time in
 * which one of them may be put forward or back: then it says both, and from
 * which of @here's days on the second is true.
 *
 * Returns: (transfer full): "Prague is 7 hours behind Tokyo", or two such
 *   sentences
 */
char *
lanyard_format_zone_difference_between (LanyardZone *here,
                                        LanyardZone *there,
                                        gint64       first,
                                        gint64       last)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *day = NULL;
  int difference;

  g_return_val_if_fail (here != NULL && there != NULL, NULL);

  before = lanyard_format_zone_difference (here, there, first);
  difference = get_difference (here, there, first);
  if (get_difference (here, there, last) == difference)
    return g_steal_pointer (&before);

  after = lanyard_format_zone_difference (here, there, last);
  day = lanyard_format_day (lanyard_zone_get_day (here, find_change (here, there, first, last)), LANYARD_DAY_MEDIUM);
  /* Translators: how the clocks of two places differ, before and after one of them is put forward or back:
   * “Prague is 7 hours behind Tokyo. From Sun 25 Oct: Prague is 8 hours behind Tokyo”. */
  return g_strdup_printf (_ ("%1$s. From %2$s: %3$s"), before, day, after);
}
