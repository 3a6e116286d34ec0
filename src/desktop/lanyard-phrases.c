/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What several pages say in the same words: when something is, what a session
 * holds, what a link leads to. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-phrases.h"
#include "time/lanyard-time-format.h"

static char *
when_in (LanyardZone     *zone,
         LanyardItem     *item,
         LanyardDayStyle  style)
{
  gint64 start = lanyard_item_get_start (item);
  g_autofree char *day = lanyard_format_day (lanyard_zone_get_day (zone, start), style);
  g_autofree char *range = lanyard_format_time_range (zone, start, lanyard_item_get_end (item));

  /* Translators: a day, then a range of times: "Monday 5 October, 10:00–10:30" */
  return g_strdup_printf (C_("day and times", "%s, %s"), day, range);
}

/**
 * lanyard_phrase_when:
 * @open: the conference
 * @item: an item
 *
 * Says when something is, in the zone that was chosen.
 *
 * Returns: (transfer full): "Monday 5 October, 10:00–10:30"
 */
char *
lanyard_phrase_when (LanyardOpenConference *open,
                     LanyardItem           *item)
{
  if (!lanyard_item_is_scheduled (item))
    return g_strdup (_("Not scheduled yet"));
  return when_in (lanyard_open_conference_get_zone (open), item, LANYARD_DAY_LONG);
}

/**
 * lanyard_phrase_when_elsewhere:
 * @open: the conference
 * @item: an item
 *
 * Says when something is in the second zone, with the day where that is
 * another one.
 *
 * Returns: (transfer full) (nullable): "17:00–17:30 in Tokyo", %NULL if there is no second zone
 */
char *
lanyard_phrase_when_elsewhere (LanyardOpenConference *open,
                               LanyardItem           *item)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (open);
  LanyardZone *second = lanyard_open_conference_get_compared_zone (open);
  gint64 start = lanyard_item_get_start (item);
  g_autofree char *city = NULL;
  g_autofree char *when = NULL;

  if (second == NULL || !lanyard_item_is_scheduled (item))
    return NULL;

  city = lanyard_zone_dup_city (second);
  if (lanyard_zone_get_day (zone, start) == lanyard_zone_get_day (second, start))
    when = lanyard_format_time_range (second, start, lanyard_item_get_end (item));
  else
    when = when_in (second, item, LANYARD_DAY_MEDIUM);
  /* Translators: a time, then the city in whose zone it is: "17:00–17:30 in Tokyo" */
  return g_strdup_printf (C_("times and city", "%s in %s"), when, city);
}

/**
 * lanyard_phrase_how_soon:
 * @open: the conference
 * @item: an item
 *
 * Says how soon something begins, or how long it still lasts, now.
 *
 * Returns: (transfer full) (nullable): "in 3 days", "12 min left" or "over",
 *   %NULL if it has no time
 */
char *
lanyard_phrase_how_soon (LanyardOpenConference *open,
                         LanyardItem           *item)
{
  gint64 now = lanyard_open_conference_get_now (open);
  gint64 start = lanyard_item_get_start (item);
  gint64 end = lanyard_item_get_end (item);

  if (!lanyard_item_is_scheduled (item))
    return NULL;
  if (now < start)
    return lanyard_format_time_until (start - now);
  if (now < end)
    return lanyard_format_time_left (end - now);
  /* Translators: of a talk that has ended, beside its time */
  return g_strdup (C_("talk", "over"));
}

static char *
when_it_meets (LanyardOpenConference *open,
               LanyardSession        *session)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *when = NULL;
  g_autofree char *where = NULL;
  LanyardRoom *room;
  LanyardItem *first;

  blocks = lanyard_programme_dup_session_blocks (lanyard_open_conference_get_programme (open), session);
  if (blocks->len == 0)
    return g_strdup (_("Not scheduled yet"));

  first = g_ptr_array_index (blocks, 0);
  if (!lanyard_item_is_scheduled (first))
    return g_strdup (_("Not scheduled yet"));
  when = when_in (lanyard_open_conference_get_zone (open), first, LANYARD_DAY_MEDIUM);
  room = lanyard_item_get_room (first);
  where = room == NULL
              ? g_steal_pointer (&when)
              /* Translators: a time, then a room */
              : g_strdup_printf (C_("time and room", "%s · %s"), when, lanyard_room_get_name (room));
  if (blocks->len == 1)
    return g_steal_pointer (&where);
  return g_strdup_printf (
      /* Translators: %s is when and where a microconference begins, %u how many more times it meets */
      g_dngettext (GETTEXT_PACKAGE, "%s, and %u more time", "%s, and %u more times", blocks->len - 1),
      where, blocks->len - 1);
}

/**
 * lanyard_phrase_session:
 * @open: the conference
 * @session: a session
 *
 * Says when and where a session meets: of its first block if it has several;
 * and whether it is cancelled.
 *
 * Returns: (transfer full): "Wed 7 Oct, 10:00–13:30 · Club E"
 */
char *
lanyard_phrase_session (LanyardOpenConference *open,
                        LanyardSession        *session)
{
  g_autofree char *when = when_it_meets (open, session);

  if (!lanyard_session_is_cancelled (session))
    return g_steal_pointer (&when);
  /* Translators: %s is when and where a microconference was to be */
  return g_strdup_printf (C_("session", "Cancelled · %s"), when);
}

static guint
count_picked (LanyardOpenConference *open,
              GPtrArray             *items)
{
  guint n_picked = 0;

  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);

      if (!lanyard_item_is_cancelled (item) &&
          lanyard_level_is_picked (
              lanyard_open_conference_get_level (open, lanyard_item_get_kind (item), lanyard_item_get_key (item))))
        n_picked++;
    }
  return n_picked;
}

/**
 * lanyard_phrase_session_talks:
 * @open: the conference
 * @session: a session
 *
 * Says how many talks a session has, cancelled ones left out, and how many of
 * them are starred.
 *
 * Returns: (transfer full): "7 talks, 2 starred" or "No talks yet"
 */
char *
lanyard_phrase_session_talks (LanyardOpenConference *open,
                              LanyardSession        *session)
{
  g_autoptr (GPtrArray) items =
      lanyard_programme_dup_session_items (lanyard_open_conference_get_programme (open), session);
  guint n_picked = count_picked (open, items);
  guint n_talks = 0;
  g_autofree char *talks = NULL;

  for (guint i = 0; i < items->len; i++)
    if (LANYARD_IS_TALK (g_ptr_array_index (items, i)) && !lanyard_item_is_cancelled (g_ptr_array_index (items, i)))
      n_talks++;

  if (n_talks == 0)
    return g_strdup (_("No talks yet"));
  talks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u talk", "%u talks", n_talks), n_talks);
  if (n_picked == 0)
    return g_steal_pointer (&talks);
  return g_strdup_printf (
      /* Translators: %s is "7 talks" */
      g_dngettext (GETTEXT_PACKAGE, "%s, %u starred", "%s, %u starred", n_picked), talks, n_picked);
}

/**
 * lanyard_phrase_sessions:
 * @programme: (nullable): a programme
 *
 * Gets what the conference calls its sessions.
 *
 * Returns: (transfer none): the title of the page that lists them
 */
const char *
lanyard_phrase_sessions (LanyardProgramme *programme)
{
  if (programme != NULL && lanyard_programme_has_microconferences (programme))
    return _("Microconferences");
  return _("Tracks");
}

/**
 * lanyard_phrase_link:
 * @kind: a kind of link
 *
 * Names what a link leads to, for links without a title.
 *
 * Returns: (transfer none): a word
 */
const char *
lanyard_phrase_link (LanyardLinkKind kind)
{
  switch (kind)
    {
    case LANYARD_LINK_SLIDES: return _("Slides");
    case LANYARD_LINK_RECORDING: return _("Recording");
    case LANYARD_LINK_STREAM: return _("Live Stream");
    case LANYARD_LINK_CHAT: return _("Chat");
    case LANYARD_LINK_PAD: return _("Shared Notes");
    case LANYARD_LINK_FEEDBACK: return _("Give Feedback");
    case LANYARD_LINK_FILE: return _("File");
    case LANYARD_LINK_WEB: return _("Web Page");
    default: g_return_val_if_reached (NULL);
    }
}

/**
 * lanyard_phrase_file:
 * @link: a link to a file
 *
 * Says what type a file has and how large it is, as far as that is known.
 *
 * Returns: (transfer full): "PDF, 1.2 MB", "PDF" or "File"
 */
char *
lanyard_phrase_file (LanyardLink *link)
{
  g_autofree char *ending = lanyard_link_dup_ending (link);
  g_autofree char *type = ending != NULL ? g_ascii_strup (ending, -1) : g_strdup (_("File"));
  g_autofree char *size = NULL;

  if (link->size == 0)
    return g_steal_pointer (&type);
  size = g_format_size (link->size);
  /* Translators: the type of a file, then its size: "PDF, 1.2 MB" */
  return g_strdup_printf (C_("type and size", "%s, %s"), type, size);
}

/**
 * lanyard_phrase_link_icon:
 * @kind: a kind of link
 *
 * Gets the icon of what a link leads to.
 *
 * Returns: (transfer none): an icon's name
 */
const char *
lanyard_phrase_link_icon (LanyardLinkKind kind)
{
  switch (kind)
    {
    case LANYARD_LINK_SLIDES: return "lanyard-slides-symbolic";
    case LANYARD_LINK_RECORDING: return "lanyard-recording-symbolic";
    case LANYARD_LINK_STREAM: return "lanyard-recording-symbolic";
    case LANYARD_LINK_CHAT: return "lanyard-chat-symbolic";
    case LANYARD_LINK_PAD: return "lanyard-pad-symbolic";
    case LANYARD_LINK_FEEDBACK: return "lanyard-note-symbolic";
    case LANYARD_LINK_FILE: return "lanyard-slides-symbolic";
    case LANYARD_LINK_WEB: return "lanyard-zone-symbolic";
    default: g_return_val_if_reached (NULL);
    }
}

/**
 * lanyard_phrase_dates:
 * @conference: a conference
 *
 * Says on which days a conference is, in its own zone, and where.
 *
 * Returns: (transfer full): "5–7 October 2026"
 */
char *
lanyard_phrase_dates (LanyardConference *conference)
{
  const LanyardConferenceFields *fields = lanyard_conference_get_fields (conference);
  g_autoptr (LanyardZone) zone = lanyard_zone_new (fields->zone);

  if (fields->start == LANYARD_NO_TIME || zone == NULL)
    return g_strdup ("");
  return lanyard_format_day_range (lanyard_zone_get_day (zone, fields->start),
                                   lanyard_zone_get_day (zone, MAX (fields->end - 1, fields->start)));
}
