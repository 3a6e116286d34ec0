/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An item of a list in words: who, how long, where, when elsewhere, how much is
 * left of it; and all of that in one line for a screen reader. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-item-words.h"
#include "lanyard-picking.h"
#include "time/lanyard-time-format.h"

/**
 * lanyard_item_dup_speakers:
 * @item: an item
 *
 * Lists who speaks.
 *
 * Returns: (transfer full) (nullable): names, %NULL if nobody is known
 */
char *
lanyard_item_dup_speakers (LanyardItem *item)
{
  if (!LANYARD_IS_TALK (item))
    return NULL;
  return lanyard_credits_dup_names (lanyard_talk_get_fields (LANYARD_TALK (item))->credits, LANYARD_ROLE_SPEAKER);
}

static const char *
get_session_title (LanyardItem         *item,
                   LanyardItemRowFlags  flags)
{
  LanyardSession *session = lanyard_item_get_session (item);

  if (session == NULL || (flags & LANYARD_ITEM_ROW_IN_SESSION) != 0 ||
      lanyard_item_get_kind (item) == LANYARD_KIND_BLOCK)
    return NULL;
  return lanyard_session_get_title (session);
}

/* Also of a talk without a time, if it is known. */
static char *
dup_length (LanyardItem *item)
{
  gint64 seconds = 0;

  if (lanyard_item_is_scheduled (item) && lanyard_item_get_end (item) != LANYARD_NO_TIME)
    seconds = lanyard_item_get_end (item) - lanyard_item_get_start (item);
  else if (LANYARD_IS_TALK (item))
    seconds = lanyard_talk_get_fields (LANYARD_TALK (item))->duration;
  return seconds > 0 ? lanyard_format_duration (seconds) : NULL;
}

/* Where in its room a poster hangs. */
static char *
dup_board (LanyardItem *item)
{
  const char *board = LANYARD_IS_TALK (item) ? lanyard_talk_get_fields (LANYARD_TALK (item))->board : NULL;

  /* Translators: %s is the number of a poster's board */
  return board != NULL ? g_strdup_printf (_("Board %s"), board) : NULL;
}

static void
add_fact (GPtrArray *facts,
          char      *fact)
{
  if (fact != NULL)
    g_ptr_array_add (facts, fact);
}

static char *
join_facts (GPtrArray  *facts,
            const char *separator)
{
  g_ptr_array_add (facts, NULL);
  return g_strjoinv (separator, (char **) facts->pdata);
}

/* What somebody noted down about an item, besides its star. */
static void
add_decided (GPtrArray             *facts,
             LanyardOpenConference *open,
             LanyardItem           *item)
{
  g_autoptr (LanyardPickable) pickable = lanyard_pickable_new_of_item (item);
  LanyardMarks marks;

  if (pickable == NULL)
    return;
  marks = lanyard_picking_get_marks (open, pickable);
  if ((marks & LANYARD_MARK_SEEN) != 0)
    add_fact (facts, g_strdup (C_("mark of a talk", "Seen")));
  if ((marks & LANYARD_MARK_WATCH_LATER) != 0)
    add_fact (facts, g_strdup (C_("mark of a talk", "Watch later")));
  if (lanyard_decisions_get_note (lanyard_open_conference_get_decisions (open), pickable->kind, pickable->key) != NULL)
    add_fact (facts, g_strdup (C_("mark of a talk", "Note")));
}

/**
 * lanyard_item_dup_place:
 * @open: the conference
 * @item: an item
 * @flags: what to leave out
 *
 * Says what somebody decided about it, how long and where it is. The room comes
 * last: it is what may be cut off.
 *
 * Returns: (transfer full): "Seen · 30 min · Rust MC · Club E"; may be empty
 */
char *
lanyard_item_dup_place (LanyardOpenConference *open,
                        LanyardItem           *item,
                        LanyardItemRowFlags    flags)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  LanyardRoom *room = (flags & LANYARD_ITEM_ROW_IN_ROOM) == 0 ? lanyard_item_get_room (item) : NULL;

  if ((flags & LANYARD_ITEM_ROW_ELSEWHERE) == 0 && lanyard_item_get_level (open, item) == LANYARD_LEVEL_LEFT_OUT)
    add_fact (facts, g_strdup (C_("mark of a talk", "Left out")));
  if ((flags & LANYARD_ITEM_ROW_ELSEWHERE) == 0)
    add_decided (facts, open, item);
  add_fact (facts, dup_length (item));
  add_fact (facts, g_strdup (get_session_title (item, flags)));
  add_fact (facts, room != NULL ? g_strdup (lanyard_room_get_name (room)) : NULL);
  add_fact (facts, dup_board (item));
  /* Translators: what stands between a talk's length, its session and its room */
  return join_facts (facts, C_("facts of a talk", " · "));
}

/**
 * lanyard_item_dup_second_time:
 * @open: the conference
 * @item: an item
 *
 * Says when it is in the other zone, where two are shown.
 *
 * Returns: (transfer full) (nullable): "17:00–17:30 in Tokyo", %NULL if one zone is shown
 */
char *
lanyard_item_dup_second_time (LanyardOpenConference *open,
                              LanyardItem           *item)
{
  LanyardZone *second = lanyard_open_conference_get_second_zone (open);
  g_autofree char *range = NULL;
  g_autofree char *city = NULL;

  if (second == NULL || !lanyard_item_is_scheduled (item))
    return NULL;
  range = lanyard_format_time_range (second, lanyard_item_get_start (item), lanyard_item_get_end (item));
  city = lanyard_zone_dup_city (second);
  /* Translators: a time in another zone, "17:00 in Tokyo" */
  return g_strdup_printf (C_("time and city", "%s in %s"), range, city);
}

/**
 * lanyard_item_dup_time_left:
 * @open: the conference
 * @item: an item that is on now
 *
 * Says how long it still runs.
 *
 * Returns: (transfer full): "12 min left"
 */
char *
lanyard_item_dup_time_left (LanyardOpenConference *open,
                            LanyardItem           *item)
{
  return lanyard_format_time_left (lanyard_item_get_end (item) - lanyard_open_conference_get_now (open));
}

/* After the last day everything is over, and nothing needs to step back. */
static gboolean
is_conference_over (LanyardOpenConference *open)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (open);

  return programme == NULL || lanyard_conference_get_fields (lanyard_programme_get_conference (programme))->end <
                                  lanyard_open_conference_get_now (open);
}

/**
 * lanyard_item_get_phase:
 * @open: the conference
 * @item: an item
 *
 * Gets how an item stands to the present. When the whole conference is over,
 * nothing needs to step back for what is still to come.
 *
 * Returns: the phase
 */
LanyardPhase
lanyard_item_get_phase (LanyardOpenConference *open,
                        LanyardItem           *item)
{
  gint64 now = lanyard_open_conference_get_now (open);

  if (!lanyard_item_is_scheduled (item) || lanyard_item_get_start (item) > now)
    return LANYARD_PHASE_COMING;
  if (lanyard_item_get_end (item) > now)
    return LANYARD_PHASE_RUNNING;
  return is_conference_over (open) ? LANYARD_PHASE_COMING : LANYARD_PHASE_OVER;
}

/**
 * lanyard_item_get_level:
 * @open: the conference
 * @item: an item
 *
 * Gets how much an item is wanted; of a block, its session. What somebody put
 * into the plan themselves is wanted.
 *
 * Returns: the level
 */
LanyardLevel
lanyard_item_get_level (LanyardOpenConference *open,
                        LanyardItem           *item)
{
  g_autoptr (LanyardPickable) pickable = lanyard_pickable_new_of_item (item);

  if (pickable == NULL)
    return lanyard_item_get_kind (item) == LANYARD_KIND_OWN ? LANYARD_LEVEL_GOING : LANYARD_LEVEL_NONE;
  return lanyard_picking_get_level (open, pickable);
}

static const char *
name_of_level (LanyardOpenConference *open,
               LanyardItem           *item)
{
  g_autoptr (LanyardPickable) pickable = lanyard_pickable_new_of_item (item);

  switch (lanyard_item_get_level (open, item))
    {
    case LANYARD_LEVEL_GOING: return _("in My Plan");
    case LANYARD_LEVEL_MAYBE: return _("in My Plan as maybe");
    case LANYARD_LEVEL_LEFT_OUT: return _("left out of My Plan");
    case LANYARD_LEVEL_NONE:
      return pickable != NULL && lanyard_picking_is_in_picked (open, pickable) ? _("in My Plan with its session") : NULL;
    default: g_return_val_if_reached (NULL);
    }
}

/**
 * lanyard_item_dup_accessible_label:
 * @open: the conference
 * @item: an item
 * @flags: what to leave out
 *
 * Says in one line what a row shows, so that a screen reader need not read
 * its labels one by one.
 *
 * Returns: (transfer full): time, length, title, people, session, room,
 *   whether it runs, whether it is picked and how it is marked
 */
char *
lanyard_item_dup_accessible_label (LanyardOpenConference *open,
                                   LanyardItem           *item,
                                   LanyardItemRowFlags    flags)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  LanyardRoom *room;

  g_return_val_if_fail (LANYARD_IS_ITEM (item), NULL);

  room = (flags & LANYARD_ITEM_ROW_IN_ROOM) == 0 ? lanyard_item_get_room (item) : NULL;
  if (lanyard_item_is_scheduled (item))
    add_fact (facts, lanyard_format_time_range (lanyard_open_conference_get_zone (open), lanyard_item_get_start (item),
                                                lanyard_item_get_end (item)));
  add_fact (facts, lanyard_item_dup_second_time (open, item));
  add_fact (facts, dup_length (item));
  add_fact (facts, g_strdup (lanyard_item_get_title (item)));
  if (lanyard_item_is_cancelled (item))
    add_fact (facts, g_strdup (_("cancelled")));
  else if (lanyard_item_get_phase (open, item) == LANYARD_PHASE_RUNNING)
    add_fact (facts, lanyard_item_dup_time_left (open, item));
  add_fact (facts, lanyard_item_dup_speakers (item));
  add_fact (facts, g_strdup (get_session_title (item, flags)));
  add_fact (facts, room != NULL ? g_strdup (lanyard_room_get_name (room)) : NULL);
  if ((flags & LANYARD_ITEM_ROW_ELSEWHERE) == 0)
    {
      add_fact (facts, g_strdup (name_of_level (open, item)));
      add_decided (facts, open, item);
    }
  /* Translators: what stands between the facts about a talk that a screen reader says */
  return join_facts (facts, C_("list of facts", ", "));
}

/* The beginning of an item's hour, as it is in the zone of the times. */
static gint64
hour_of (LanyardOpenConference *open,
         LanyardItem           *item)
{
  gint64 start = lanyard_item_get_start (item);
  gint64 wall = start + lanyard_zone_get_offset (lanyard_open_conference_get_zone (open), start);

  return start - ((wall % 3600) + 3600) % 3600;
}

/**
 * lanyard_item_dup_hour:
 * @open: the conference
 * @item: one that has a time
 *
 * Says the hour in which an item begins.
 *
 * Returns: (transfer full): "10:00"
 */
char *
lanyard_item_dup_hour (LanyardOpenConference *open,
                       LanyardItem           *item)
{
  return lanyard_format_time (lanyard_open_conference_get_zone (open), hour_of (open, item));
}

/**
 * lanyard_item_dup_second_hour:
 * @open: the conference
 * @item: one that has a time
 *
 * Says the same hour in the second zone, where it may begin at half past.
 *
 * Returns: (transfer full) (nullable): "17:00 in Tokyo", %NULL if only one zone is shown
 */
char *
lanyard_item_dup_second_hour (LanyardOpenConference *open,
                              LanyardItem           *item)
{
  LanyardZone *second = lanyard_open_conference_get_second_zone (open);
  g_autofree char *time = NULL;
  g_autofree char *city = NULL;

  if (second == NULL)
    return NULL;
  time = lanyard_format_time (second, hour_of (open, item));
  city = lanyard_zone_dup_city (second);
  /* Translators: a time in another zone, "17:00 in Tokyo" */
  return g_strdup_printf (C_("time and city", "%s in %s"), time, city);
}
