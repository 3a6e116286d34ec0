/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the list of rooms and the page of one of them say in the same words. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-room-phrases.h"
#include "time/lanyard-time-format.h"

/* What is further away than this is told by day and time. */
#define NEAR (12 * 60 * 60)

/**
 * lanyard_phrase_left:
 * @open: the conference
 * @entry: what runs
 *
 * Says how long it still lasts, if the programme says when it ends.
 *
 * Returns: (transfer full): "12 min left", or "" if nobody knows
 */
char *
lanyard_phrase_left (LanyardOpenConference *open,
                     const LanyardNowEntry *entry)
{
  if (!entry->has_end)
    return g_strdup ("");
  return lanyard_format_time_left (entry->end - lanyard_open_conference_get_now (open));
}

/**
 * lanyard_phrase_until:
 * @open: the conference
 * @entry: what comes
 *
 * Says when it begins: how soon, or on which day.
 *
 * Returns: (transfer full): "in 12 min" or "Tue 6 Oct, 10:00"
 */
char *
lanyard_phrase_until (LanyardOpenConference *open,
                      const LanyardNowEntry *entry)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (open);
  gint64 now = lanyard_open_conference_get_now (open);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (entry->start - now < NEAR)
    return lanyard_format_time_until (entry->start - now);
  day = lanyard_format_day (lanyard_zone_get_day (zone, entry->start), LANYARD_DAY_MEDIUM);
  time = lanyard_format_time (zone, entry->start);
  /* Translators: a day, then a time: "Tue 6 Oct, 10:00" */
  return g_strdup_printf (C_("day and time", "%1$s, %2$s"), day, time);
}

/**
 * lanyard_phrase_running:
 * @open: the conference
 * @entry: what runs
 *
 * Says what is on and how long it still lasts.
 *
 * Returns: (transfer full): "Now: Rust-BPF updates, 12 min left"
 */
char *
lanyard_phrase_running (LanyardOpenConference *open,
                        const LanyardNowEntry *entry)
{
  g_autofree char *left = lanyard_phrase_left (open, entry);

  if (*left == '\0')
    /* Translators: %s is the title of a talk that is on */
    return g_strdup_printf (_("Now: %s"), lanyard_item_get_title (entry->item));
  /* Translators: the title of a talk that is on, then how long it still lasts: "Now: Rust, 12 min left" */
  return g_strdup_printf (_("Now: %1$s, %2$s"), lanyard_item_get_title (entry->item), left);
}

/**
 * lanyard_phrase_next:
 * @open: the conference
 * @entry: what comes
 *
 * Says what comes next and when it begins.
 *
 * Returns: (transfer full): "Next: Rust-BPF updates, in 12 min"
 */
char *
lanyard_phrase_next (LanyardOpenConference *open,
                     const LanyardNowEntry *entry)
{
  g_autofree char *until = lanyard_phrase_until (open, entry);

  /* Translators: the title of the next talk, then when it begins: "Next: Rust, in 12 min" */
  return g_strdup_printf (_("Next: %1$s, %2$s"), lanyard_item_get_title (entry->item), until);
}

static void
add_fact (GPtrArray  *facts,
          const char *fact)
{
  g_ptr_array_add (facts, g_strdup (fact));
}

static void
add_entry (GPtrArray             *facts,
           char                  *phrase, /* owned */
           const LanyardNowEntry *entry)
{
  g_ptr_array_add (facts, phrase);
  if (lanyard_now_entry_is_yours (entry))
    add_fact (facts, _("in My Plan"));
}

/**
 * lanyard_phrase_room:
 * @room: a room
 * @open: the conference
 * @moment: (nullable): what there is in it
 * @hidden: whether somebody hides it
 *
 * Says in one line what a row of the list of rooms shows.
 *
 * Returns: (transfer full): name, place, what is on and what comes next
 */
char *
lanyard_phrase_room (LanyardRoom             *room,
                     LanyardOpenConference   *open,
                     const LanyardRoomMoment *moment,
                     gboolean                 hidden)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *place =
      lanyard_open_conference_dup_place (open, lanyard_room_get_name (room), lanyard_room_get_venue (room));

  add_fact (facts, lanyard_room_get_name (room));
  if (place != NULL)
    add_fact (facts, place);
  if (hidden)
    add_fact (facts, _("hidden"));
  if (moment != NULL && moment->running != NULL)
    add_entry (facts, lanyard_phrase_running (open, moment->running), moment->running);
  if (moment != NULL && moment->next != NULL)
    add_entry (facts, lanyard_phrase_next (open, moment->next), moment->next);
  if (moment == NULL && !hidden)
    add_fact (facts, _("No more talks"));
  g_ptr_array_add (facts, NULL);
  /* Translators: what stands between the facts about a talk that a screen reader says */
  return g_strjoinv (C_("list of facts", ", "), (char **) facts->pdata);
}
