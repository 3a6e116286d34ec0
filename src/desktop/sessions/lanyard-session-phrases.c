/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the pages of sessions say in words: when and where a session meets, and
 * what else its leads do. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "lanyard-session-phrases.h"
#include "plan/lanyard-session-lines.h"
#include "time/lanyard-time-format.h"

#define MOST_ROOMS 3

/* Of facts beside each other: a time, a time elsewhere, a room. */
static char *
join (char *first,
      char *second)
{
  g_autofree char *before = first;
  g_autofree char *after = second;

  if (before == NULL || after == NULL)
    return before != NULL ? g_steal_pointer (&before) : g_steal_pointer (&after);
  /* Translators: what stands between facts about a microconference: "Wed 7 Oct, 10:00–13:30 · Club E" */
  return g_strdup_printf (C_("facts", "%s · %s"), before, after);
}

static char *
join_lines (char *first,
            char *second)
{
  g_autofree char *before = first;
  g_autofree char *after = second;

  if (before == NULL || after == NULL)
    return before != NULL ? g_steal_pointer (&before) : g_steal_pointer (&after);
  return g_strconcat (before, "\n", after, NULL);
}

/* Where a feed knows no blocks, each day's talks stand for one. */
static void
add_days (GPtrArray        *meetings,
          LanyardProgramme *programme,
          LanyardSession   *session)
{
  g_autoptr (GPtrArray) lines = lanyard_programme_dup_session_lines (programme, session);

  for (guint i = 0; i < lines->len; i++)
    {
      const LanyardSessionLine *line = g_ptr_array_index (lines, i);

      if (line->kind == LANYARD_SESSION_LINE_STRETCH)
        g_ptr_array_add (meetings, lanyard_block_new (&(LanyardItemFields) {
          .key = "", .title = lanyard_session_get_title (session), .start = line->start, .end = line->end,
          .session = session,
        }, NULL));
    }
}

/* When a session meets, as blocks. */
static GPtrArray *
dup_meetings (LanyardOpenConference *open,
              LanyardSession        *session)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (open);
  GPtrArray *meetings = lanyard_programme_dup_session_blocks (programme, session);

  for (guint i = meetings->len; i > 0; i--)
    if (!lanyard_item_is_scheduled (g_ptr_array_index (meetings, i - 1)))
      g_ptr_array_remove_index (meetings, i - 1);
  if (meetings->len == 0)
    add_days (meetings, programme, session);
  return meetings;
}

static char *
dup_room (LanyardItem *block)
{
  LanyardRoom *room = lanyard_item_get_room (block);

  return room != NULL ? g_strdup (lanyard_room_get_name (room)) : NULL;
}

/**
 * lanyard_phrase_meeting:
 * @open: the conference
 * @block: a block with a time
 *
 * Says when a block is, in both zones where both are shown, and where.
 *
 * Returns: (transfer full): "Wed 7 Oct, 10:00–13:30 · Club E"
 */
char *
lanyard_phrase_meeting (LanyardOpenConference *open,
                        LanyardItem           *block)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (open);
  g_autofree char *day = lanyard_format_day (lanyard_zone_get_day (zone, lanyard_item_get_start (block)), LANYARD_DAY_MEDIUM);
  g_autofree char *range = lanyard_format_time_range (zone, lanyard_item_get_start (block), lanyard_item_get_end (block));
  char *when;

  /* Translators: a day, then a range of times: "Monday 5 October, 10:00–10:30" */
  when = g_strdup_printf (C_("day and times", "%s, %s"), day, range);
  if (lanyard_open_conference_get_second_zone (open) != NULL)
    when = join (when, lanyard_phrase_when_elsewhere (open, block));
  return join (when, dup_room (block));
}

/**
 * lanyard_phrase_meetings:
 * @open: the conference
 * @session: a session
 * @n_most: how many times to name at most
 *
 * Says when and where a session meets, a line each time.
 *
 * Returns: (transfer full): the lines
 */
char *
lanyard_phrase_meetings (LanyardOpenConference *open,
                         LanyardSession        *session,
                         guint                  n_most)
{
  g_autoptr (GPtrArray) meetings = dup_meetings (open, session);
  guint n_named = meetings->len <= n_most ? meetings->len : n_most - 1;
  char *lines = NULL;

  if (meetings->len == 0)
    return g_strdup (_("Not scheduled yet"));
  for (guint i = 0; i < n_named; i++)
    lines = join_lines (lines, lanyard_phrase_meeting (open, g_ptr_array_index (meetings, i)));
  if (n_named < meetings->len)
    /* Translators: %u is how many more times a microconference meets than those that are named above */
    lines = join_lines (lines, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more time", "and %u more times",
                                                             meetings->len - n_named),
                                                meetings->len - n_named));
  return lines;
}

/* "South Hall 1 A, Club E", %NULL for none, and for more than can be read. */
static char *
dup_rooms (GPtrArray *meetings)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (MOST_ROOMS + 1, NULL, TRUE);

  for (guint i = 0; i < meetings->len; i++)
    {
      LanyardRoom *room = lanyard_item_get_room (g_ptr_array_index (meetings, i));
      gpointer name = room != NULL ? (gpointer) lanyard_room_get_name (room) : NULL;

      if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, name);
    }
  if (names->len == 0)
    return NULL;
  if (names->len > MOST_ROOMS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u room", "%u rooms", names->len), names->len);
  /* Translators: what stands between the names of rooms */
  return g_strjoinv (C_("list of rooms", ", "), (char **) names->pdata);
}

static char *
dup_days (LanyardOpenConference *open,
          GPtrArray             *meetings)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (open);
  LanyardItem *first = g_ptr_array_index (meetings, 0);
  LanyardItem *last = g_ptr_array_index (meetings, meetings->len - 1);

  return lanyard_format_day_range (lanyard_zone_get_day (zone, lanyard_item_get_start (first)),
                                   lanyard_zone_get_day (zone, lanyard_item_get_start (last)));
}

/**
 * lanyard_phrase_session_when:
 * @open: the conference
 * @session: a session
 *
 * Says when and where a session meets, in one line: on which days if it does
 * so several times.
 *
 * Returns: (transfer full): "Wednesday 7 October, 10:00–13:30 · Club E"
 */
char *
lanyard_phrase_session_when (LanyardOpenConference *open,
                             LanyardSession        *session)
{
  g_autoptr (GPtrArray) meetings = dup_meetings (open, session);
  char *when;

  if (meetings->len == 0)
    return g_strdup (_("Not scheduled yet"));
  if (meetings->len == 1)
    return join (lanyard_phrase_when (open, g_ptr_array_index (meetings, 0)), dup_room (g_ptr_array_index (meetings, 0)));
  /* Translators: %u is how many times a microconference meets */
  when = join (dup_days (open, meetings),
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u time", "%u times", meetings->len), meetings->len));
  return join (when, dup_rooms (meetings));
}

/**
 * lanyard_phrase_session_elsewhere:
 * @open: the conference
 * @session: a session
 *
 * Says when a session meets in the other zone, if it meets once; else its
 * programme says so.
 *
 * Returns: (transfer full) (nullable): "17:00–20:30 in Tokyo"
 */
char *
lanyard_phrase_session_elsewhere (LanyardOpenConference *open,
                                  LanyardSession        *session)
{
  g_autoptr (GPtrArray) meetings = dup_meetings (open, session);

  return meetings->len == 1 ? lanyard_phrase_when_elsewhere (open, g_ptr_array_index (meetings, 0)) : NULL;
}

static char *
dup_other_sessions (LanyardProfile *profile,
                    LanyardSession *session)
{
  GPtrArray *sessions = lanyard_profile_get_sessions (profile);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  g_autofree char *list = NULL;

  for (guint i = 0; i < sessions->len; i++)
    if (g_ptr_array_index (sessions, i) != session)
      g_ptr_array_add (titles, (gpointer) lanyard_session_get_title (g_ptr_array_index (sessions, i)));
  if (titles->len == 0)
    return NULL;
  /* Translators: what stands between the names of microconferences */
  list = g_strjoinv (C_("list of microconferences", ", "), (char **) titles->pdata);
  /* Translators: %s is the other microconferences that somebody leads */
  return g_strdup_printf (_("Also leads %s"), list);
}

/**
 * lanyard_phrase_lead_elsewhere:
 * @profile: somebody who leads @session
 * @session: a session
 *
 * Says what else they lead, and how much they speak.
 *
 * Returns: (transfer full) (nullable): "Also leads Rust MC · Gives 2 talks"
 */
char *
lanyard_phrase_lead_elsewhere (LanyardProfile *profile,
                               LanyardSession *session)
{
  guint n_talks = lanyard_profile_get_talks (profile)->len;
  char *talks = NULL;

  if (n_talks > 0)
    /* Translators: of somebody who leads a microconference */
    talks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Gives %u talk", "Gives %u talks", n_talks), n_talks);
  return join (dup_other_sessions (profile, session), talks);
}
