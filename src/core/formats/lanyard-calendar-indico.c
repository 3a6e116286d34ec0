/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Indico's own calendars, which are all there is where a server keeps its JSON
 * to itself. An event has three, by scope: itself, its contributions, its
 * session blocks; read together they make a programme in which the same things
 * have the same keys as in that of the JSON. Only breaks are in none, and
 * which session a talk is in is said nowhere: it is the one whose block it lies
 * in. lanyard-calendar.c calls it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "text/lanyard-rich-text.h"

#include "lanyard-calendar-private.h"
#include "lanyard-feed-text.h"
#include "lanyard-indico.h"

/* What a UID says. Those of the old export ("indico-contribution-18-1") have
 * the event's number before a number that is not the one that lasts. */
typedef struct
{
  gboolean is_event;
  gboolean is_block;
  gboolean is_old;
  char    *number; /* owned: of the event or the block; of a contribution, if it is not old */
  char    *event;  /* owned, nullable: the event's number, if that is known */
} Identity;

static void
identity_clear (Identity *self)
{
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->event, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Identity, identity_clear)

/* A number of digits at @at; NULL if there is none. */
static char *
dup_number (const char **at)
{
  gsize length = strspn (*at, "0123456789");
  char *number = length > 0 && length < 19 ? g_strndup (*at, length) : NULL;

  *at += length;
  return number;
}

static gboolean
read_uid (const char *uid,
          Identity   *identity)
{
  static const char * const kinds[] = { "indico-event-", "indico-contribution-", "indico-session-block-", "indico-session-" };
  gsize kind = 0;

  while (kind < G_N_ELEMENTS (kinds) && (uid == NULL || !g_str_has_prefix (uid, kinds[kind])))
    kind++;
  if (kind == G_N_ELEMENTS (kinds))
    return FALSE;

  uid += strlen (kinds[kind]);
  identity->is_event = kind == 0;
  identity->is_block = kind >= 2;
  identity->number = dup_number (&uid);
  if (*uid == '-')
    {
      uid++;
      identity->is_old = TRUE;
      identity->event = g_steal_pointer (&identity->number);
      identity->number = dup_number (&uid);
    }
  else if (identity->is_event)
    identity->event = g_strdup (identity->number);
  return identity->number != NULL && *uid == '@';
}

/* Whether all entries are Indico's. */
gboolean
lanyard_calendar_is_indico (LanyardCalendarReader *reader)
{
  for (guint i = 0; i < reader->events->len; i++)
    {
      LanyardCalendarEvent *event = g_ptr_array_index (reader->events, i);
      g_auto (Identity) identity = { 0 };

      if (!read_uid (event->uid, &identity))
        return FALSE;
    }
  return reader->events->len > 0;
}

/* The number that follows @before in an address. */
static const char *
url_number (LanyardCalendarReader *reader,
            const char            *url,
            const char            *before)
{
  const char *at = url != NULL ? g_strrstr (url, before) : NULL;
  gsize n_digits;

  if (at == NULL)
    return NULL;
  at += strlen (before);
  n_digits = strspn (at, "0123456789");
  return n_digits > 0 ? g_string_chunk_insert_len (reader->draft->strings, at, n_digits) : NULL;
}

static const char *
without_quotes (LanyardCalendarReader *reader,
                const char            *name)
{
  gsize length = strlen (name);

  if (length < 3 || name[0] != '"' || strchr (name + 1, '"') != name + length - 1)
    return name;
  return g_string_chunk_insert_len (reader->draft->strings, name + 1, length - 2);
}

/* The room of a place: "Room 1 (Castle)", or "Castle Room 1" in the old export.
 * The venue alone is no room. */
static LanyardDraftRoom *
find_room (LanyardCalendarReader *reader,
           const char            *location)
{
  const char *venue = reader->draft->conference.venue;
  g_autofree char *ending = venue != NULL ? g_strconcat (" (", venue, ")", NULL) : NULL;
  const char *name = location;

  if (location == NULL || g_strcmp0 (location, venue) == 0)
    return NULL;
  if (ending != NULL && g_str_has_suffix (location, ending))
    name = g_string_chunk_insert_len (reader->draft->strings, location, strlen (location) - strlen (ending));
  else if (venue != NULL && g_str_has_prefix (location, venue) && location[strlen (venue)] == ' ')
    name = location + strlen (venue) + 1;
  return lanyard_draft_ensure_room (reader->draft, without_quotes (reader, name), venue);
}

/* The venue where no entry says it: what most places have in brackets at their
 * end, or are. */
static void
guess_venue (LanyardCalendarReader *reader)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *venue = NULL;
  guint most = 1;

  if (reader->draft->conference.venue != NULL)
    return;
  for (guint i = 0; i < reader->events->len; i++)
    {
      const char *location = ((LanyardCalendarEvent *) g_ptr_array_index (reader->events, i))->location;
      const char *open = location != NULL && g_str_has_suffix (location, ")") ? g_strrstr (location, " (") : NULL;
      char *name;
      guint n;

      if (open == NULL)
        continue;
      name = g_strndup (open + 2, strlen (open) - 3);
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) + 1;
      g_hash_table_insert (counts, name, GUINT_TO_POINTER (n));
      if (n > most)
        {
          most = n;
          venue = open;
        }
    }
  if (venue != NULL)
    reader->draft->conference.venue = g_string_chunk_insert_len (reader->draft->strings, venue + 2, strlen (venue) - 3);
}

static void
add_conference (LanyardCalendarReader *reader,
                LanyardCalendarEvent  *event)
{
  LanyardConferenceFields *conference = &reader->draft->conference;
  GArray *chairs = NULL;

  lanyard_calendar_take_speakers (reader, event, &chairs);
  lanyard_calendar_tidy (reader, event);
  for (guint i = 0; chairs != NULL && i < chairs->len; i++)
    lanyard_draft_add_credit (&reader->draft->chairs, g_array_index (chairs, LanyardDraftCredit, i).person,
                              LANYARD_ROLE_CHAIR);
  g_clear_pointer (&chairs, g_array_unref);
  conference->title = event->title;
  conference->start = event->start;
  conference->end = event->end;
  conference->venue = event->location;
  conference->url = event->url;
  conference->description = event->description;
  conference->description_format = LANYARD_TEXT_MARKDOWN;
}

/* What two titles of one session's blocks begin with, up to what tells them
 * apart: "Refereed Track: Day 1" and "… Day 2". */
static const char *
join_titles (LanyardCalendarReader *reader,
             const char            *known,
             const char            *title)
{
  gsize same = 0;

  if (known == NULL || strcmp (known, title) == 0)
    return title;
  while (known[same] != '\0' && known[same] == title[same])
    same++;
  if (known[same] == '\0')
    return known;
  for (gsize at = same; at > 0; at--)
    if (known[at - 1] == ':' && title[at - 1] == ':')
      return g_string_chunk_insert_len (reader->draft->strings, known, at - 1);
  return known;
}

static void
add_block (LanyardCalendarReader *reader,
           LanyardCalendarEvent  *event,
           const char            *number)
{
  const char *key = url_number (reader, event->url, "/sessions/");
  LanyardDraftSession *session;
  LanyardDraftBlock *block;

  if (event->title == NULL || key == NULL)
    {
      lanyard_calendar_skip (reader->draft);
      return;
    }
  session = lanyard_draft_ensure_session (reader->draft, key);
  block = lanyard_draft_ensure_block (reader->draft, number, session);
  lanyard_calendar_take_speakers (reader, event, &block->leads);
  for (guint i = 0; block->leads != NULL && i < block->leads->len; i++)
    g_array_index (block->leads, LanyardDraftCredit, i).role = LANYARD_ROLE_LEAD;
  lanyard_calendar_tidy (reader, event);
  session->fields.title = join_titles (reader, session->fields.title, event->title);
  session->fields.url = event->url;
  if (session->fields.description == NULL && event->description != NULL)
    {
      session->fields.description = event->description;
      session->fields.description_format = lanyard_text_format_guess (event->description);
    }
  block->title = event->title;
  block->start = event->start;
  block->end = event->end;
  block->room = find_room (reader, event->location);
}

static void
add_talk (LanyardCalendarReader *reader,
          LanyardCalendarEvent  *event,
          const Identity        *identity)
{
  const char *key = identity->is_old ? url_number (reader, event->url, "/contributions/") : identity->number;
  LanyardDraftTalk *talk;

  if (event->title == NULL)
    {
      lanyard_calendar_skip (reader->draft);
      return;
    }
  talk = lanyard_draft_ensure_talk (reader->draft, key != NULL ? key : event->uid);
  if (talk->fields.item.title != NULL)
    return;
  lanyard_calendar_take_speakers (reader, event, &talk->credits);
  lanyard_calendar_tidy (reader, event);
  lanyard_calendar_fill_talk (reader, talk, event);
  talk->room = find_room (reader, event->location);
}

static int
compare_blocks (gconstpointer a,
                gconstpointer b)
{
  const LanyardDraftBlock *left = *(LanyardDraftBlock **) a;
  const LanyardDraftBlock *right = *(LanyardDraftBlock **) b;

  if (left->room != right->room)
    return strcmp (left->room->name, right->room->name);
  return left->start != right->start ? (left->start > right->start ? 1 : -1) : strcmp (left->key, right->key);
}

/* The block in a talk's room that began last before it, if the talk ends in
 * it. @blocks are in order of room and start. */
static LanyardDraftBlock *
find_block (GPtrArray              *blocks,
            const LanyardDraftTalk *talk)
{
  guint low = 0;
  guint high = blocks->len;
  LanyardDraftBlock *block;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order;

      block = g_ptr_array_index (blocks, middle);
      order = strcmp (block->room->name, talk->room->name);
      if (order < 0 || (order == 0 && block->start <= talk->fields.item.start))
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return NULL;
  block = g_ptr_array_index (blocks, low - 1);
  return block->room == talk->room && talk->fields.item.start < block->end && talk->fields.item.end <= block->end ? block
                                                                                                               : NULL;
}

static void
join_blocks (LanyardCalendarReader *reader)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

  for (guint i = 0; i < reader->draft->blocks->len; i++)
    {
      LanyardDraftBlock *block = g_ptr_array_index (reader->draft->blocks, i);

      if (block->room != NULL && block->start != LANYARD_NO_TIME)
        g_ptr_array_add (blocks, block);
    }
  g_ptr_array_sort (blocks, compare_blocks);
  for (guint i = 0; i < reader->draft->talks->len; i++)
    {
      LanyardDraftTalk *talk = g_ptr_array_index (reader->draft->talks, i);

      if (talk->room != NULL && talk->fields.item.start != LANYARD_NO_TIME)
        talk->block = find_block (blocks, talk);
    }
}

/* "Event 18 at lpc.events", of "https://lpc.events/event/18/", as the JSON's
 * importer calls what has no name. */
static const char *
make_title (LanyardCalendarReader *reader,
            const char            *address)
{
  const char *host = strstr (address, "://") != NULL ? strstr (address, "://") + 3 : NULL;
  const char *page = host != NULL ? g_strrstr (host, "/event/") : NULL;
  g_autofree char *title = NULL;

  if (page == NULL)
    /* Translators: a conference whose name is unknown; %s is its number */
    title = g_strdup_printf (_("Event %s"), address + strlen ("indico:"));
  else
    {
      g_autofree char *server = g_strndup (host, page - host);
      g_autofree char *number = g_strndup (page + strlen ("/event/"), strspn (page + strlen ("/event/"), "0123456789"));

      /* Translators: a conference whose name is unknown; the first %s is its number, the second its server */
      title = g_strdup_printf (_("Event %s at %s"), number, server);
    }
  return g_string_chunk_insert (reader->draft->strings, title);
}

/* The event's address is its identity, as in the JSON; it begins that of
 * everything in it. */
static void
identify (LanyardCalendarReader *reader,
          const char            *number)
{
  LanyardConferenceFields *conference = &reader->draft->conference;
  g_autofree char *address = NULL;

  for (guint i = 0; address == NULL && i < reader->events->len; i++)
    address = lanyard_indico_dup_event_address (((LanyardCalendarEvent *) g_ptr_array_index (reader->events, i))->url);
  if (address == NULL)
    address = g_strconcat ("indico:", number != NULL ? number : "", NULL);
  conference->feed_id = g_string_chunk_insert (reader->draft->strings, address);
  if (conference->url == NULL && strstr (address, "://") != NULL)
    conference->url = conference->feed_id;
  if (conference->title == NULL)
    conference->title = reader->title != NULL ? reader->title : make_title (reader, address);
}

/* Makes a programme of entries that are all Indico's. The event comes first,
 * for it names the venue that stands in the others' places. */
void
lanyard_calendar_add_indico (LanyardCalendarReader *reader)
{
  g_autofree char *number = NULL;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < reader->events->len; i++)
        {
          LanyardCalendarEvent *event = g_ptr_array_index (reader->events, i);
          g_auto (Identity) identity = { 0 };

          if (!read_uid (event->uid, &identity) || identity.is_event != (pass == 0))
            continue;
          if (number == NULL)
            number = g_strdup (identity.event);
          if (identity.is_event)
            add_conference (reader, event);
          else if (identity.is_block)
            add_block (reader, event, identity.number);
          else
            add_talk (reader, event, &identity);
        }
      guess_venue (reader);
    }
  join_blocks (reader);
  identify (reader, number);
}
