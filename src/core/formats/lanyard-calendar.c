/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The calendar importer's entry: iCalendar (RFC 5545) and xCal, which take the
 * same way from here on. The bytes become clean components, libical reads
 * these, and what is in them becomes talks and breaks. lanyard-format.c calls
 * it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "lanyard-calendar-private.h"
#include "lanyard-calendar.h"
#include "lanyard-feed-text.h"
#include "lanyard-refusal.h"

/* How far into a document its beginning may be, for some have another file's
 * beginning before it. */
#define HEAD 1024

/* Longest description of a calendar that may be its name, in bytes. */
#define LONGEST_TITLE 120

/* What is long enough to be a whole conference, in seconds, and not a talk. */
#define WHOLE_DAY (20 * 60 * 60)

static void
event_free (gpointer data)
{
  lanyard_calendar_event_free (data);
}

/* A document's beginning in lower case, UTF-16 or not. */
static char *
dup_head (GBytes *document)
{
  gsize size;
  const char *data = g_bytes_get_data (document, &size);
  GString *head = g_string_sized_new (HEAD);

  for (gsize i = 0; i < MIN (size, 2 * HEAD) && head->len < HEAD; i++)
    if (data[i] != '\0')
      g_string_append_c (head, g_ascii_tolower (data[i]));
  return g_string_free_and_steal (head);
}

/**
 * lanyard_calendar_sniff:
 * @document: bytes
 *
 * Says whether bytes look like iCalendar: a calendar or an entry begins in a
 * line of its own, soon if not at once.
 *
 * Returns: %TRUE if they do
 */
gboolean
lanyard_calendar_sniff (GBytes *document)
{
  static const char * const marks[] = { "begin:vcalendar", "begin:vevent" };
  g_autofree char *head = NULL;

  g_return_val_if_fail (document != NULL, FALSE);

  head = dup_head (document);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    for (const char *at = strstr (head, marks[i]); at != NULL; at = strstr (at + 1, marks[i]))
      {
        const char *before = at;

        while (before > head && (before[-1] == ' ' || before[-1] == '\t'))
          before--;
        if (before == head || before[-1] == '\n' || before[-1] == '\r' || (guchar) before[-1] >= 0x80)
          return TRUE;
      }
  return FALSE;
}

/* What a calendar says of itself. */
typedef struct
{
  const char *title;       /* nullable */
  const char *description; /* nullable */
  const char *url;         /* nullable */
  char       *zone;        /* owned, nullable */
} Head;

static void
read_head_property (LanyardCalendarReader *reader,
                    Head                  *head,
                    const char            *name,
                    icalproperty          *property)
{
  const icalvalue *value = icalproperty_get_value (property);
  const char *text = NULL;
  const char *line;

  if (value != NULL && icalvalue_isa (value) == ICAL_TEXT_VALUE)
    text = icalvalue_get_text (value);
  else if (value != NULL && icalvalue_isa (value) == ICAL_X_VALUE)
    text = icalvalue_get_x (value);
  else if (value != NULL && icalvalue_isa (value) == ICAL_URI_VALUE)
    text = icalvalue_get_uri (value);
  line = lanyard_calendar_line (reader, text);
  if (line == NULL)
    return;

  if (strcmp (name, "X-WR-TIMEZONE") == 0)
    head->zone = head->zone != NULL ? head->zone : g_strdup (line);
  else if (strcmp (name, "NAME") == 0 || strcmp (name, "X-WR-CALNAME") == 0 || strcmp (name, "SUMMARY") == 0)
    head->title = head->title != NULL ? head->title : line;
  else if (strcmp (name, "X-WR-CALDESC") == 0 || strcmp (name, "DESCRIPTION") == 0)
    head->description = head->description != NULL ? head->description
                                                  : lanyard_feed_text_block (reader->draft->strings, text);
  else if (strcmp (name, "URL") == 0)
    head->url = head->url != NULL ? head->url : lanyard_calendar_url (reader, text);
}

/* What is left of a calendar's name without the word that it is one: "XConf
 * 2031 Schedule"; NULL where nothing is. */
static const char *
find_title (LanyardCalendarReader *reader,
            const char            *name)
{
  static const char * const words[] = { "calendar", "conference", "events", "program", "programme", "schedule" };
  g_autofree char *rest = name != NULL ? g_strdup (name) : NULL;
  gboolean is_shorter = rest != NULL;

  while (is_shorter)
    {
      is_shorter = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        {
          gsize length = strlen (words[i]);
          gsize size = strlen (rest);

          /* A conference's name may well end in the second of them. */
          if (size < length || g_ascii_strcasecmp (rest + size - length, words[i]) != 0 ||
              (size > length && (rest[size - length - 1] != ' ' || strcmp (words[i], "conference") == 0)))
            continue;
          rest[size - length] = '\0';
          g_strchomp (rest);
          is_shorter = TRUE;
        }
    }
  return lanyard_feed_text_line (reader->draft->strings, rest);
}

/* The host that an address or the end of a UID names. */
static const char *
find_host (LanyardCalendarReader *reader)
{
  const LanyardCalendarEvent *event = reader->events->len > 0 ? g_ptr_array_index (reader->events, 0) : NULL;
  const char *address = event != NULL && event->url != NULL ? event->url : reader->address;
  g_autoptr (GUri) uri = address != NULL ? g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL) : NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return NULL;
  return g_string_chunk_insert (reader->draft->strings, g_uri_get_host (uri));
}

static void
read_head (LanyardCalendarReader *reader,
           const char            *text,
           Head                  *head)
{
  icalcomponent *component = icalcomponent_new_from_string (text);

  if (component == NULL)
    return;
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_ANY_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_ANY_PROPERTY))
    {
      gboolean is_own = icalproperty_isa (property) == ICAL_X_PROPERTY;
      const char *name = is_own ? icalproperty_get_x_name (property) : icalproperty_get_property_name (property);

      if (name != NULL)
        read_head_property (reader, head, name, property);
    }
  icalcomponent_free (component);

  head->title = find_title (reader, head->title);
  if (head->title == NULL && head->description != NULL && strlen (head->description) <= LONGEST_TITLE &&
      strchr (head->description, '\n') == NULL)
    head->title = find_title (reader, head->description);
}

/* One organizer of everything organises the conference. */
static void
find_organizer (LanyardCalendarReader *reader)
{
  for (guint i = 0; i < reader->events->len; i++)
    {
      const char *organizer = ((LanyardCalendarEvent *) g_ptr_array_index (reader->events, i))->organizer;

      if (organizer == NULL || (i > 0 && g_strcmp0 (organizer, reader->organizer) != 0))
        {
          reader->organizer = NULL;
          return;
        }
      reader->organizer = organizer;
    }
}

/* Whether an entry is the conference itself, which some have in the calendar:
 * it would lie over every day. */
static gboolean
is_conference (LanyardCalendarReader *reader,
               LanyardCalendarEvent  *event)
{
  gint64 end = event->end != LANYARD_NO_TIME ? event->end : event->start + event->duration;

  if (reader->title == NULL || event->title == NULL || g_ascii_strcasecmp (reader->title, event->title) != 0)
    return FALSE;
  return event->start == LANYARD_NO_TIME || end - event->start >= WHOLE_DAY;
}

/* Whether the same entry, not only one of the same UID, has been there. */
static gboolean
is_repeated (GHashTable           *seen,
             LanyardCalendarEvent *event)
{
  g_autofree char *all = NULL;

  if (event->uid == NULL)
    return FALSE;
  all = g_strdup_printf ("%s\n%" G_GINT64_FORMAT "\n%s\n%s\n%s", event->uid, event->recurrence,
                         event->when != NULL ? event->when : "", event->title != NULL ? event->title : "",
                         event->location != NULL ? event->location : "");
  return !g_hash_table_add (seen, g_steal_pointer (&all));
}

/* The conference's acronym: frab's calendars have it as the organizer of
 * everything, others in UIDs: "pretalx-democon-ABCDEF@host",
 * "4@democon@pentabarf.org". */
static char *
dup_acronym (LanyardCalendarReader *reader)
{
  static const char pretalx[] = "^pretalx-(.+)-[A-Z0-9]+@";
  static const char pentabarf[] = "^[^@]+@([^@]+)@pentabarf\\.org$";
  const LanyardCalendarEvent *event = reader->events->len > 0 ? g_ptr_array_index (reader->events, 0) : NULL;

  for (guint i = 0; event != NULL && event->uid != NULL && i < 2; i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (i == 0 ? pretalx : pentabarf, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (regex, event->uid, G_REGEX_MATCH_DEFAULT, &match))
        return g_match_info_fetch (match, 1);
    }
  if (reader->organizer != NULL && strpbrk (reader->organizer, " .:/") == NULL)
    return g_strdup (reader->organizer);
  return NULL;
}

static void
fill_conference (LanyardCalendarReader *reader,
                 const Head            *head)
{
  LanyardConferenceFields *conference = &reader->draft->conference;
  g_autofree char *acronym = dup_acronym (reader);
  const char *host = find_host (reader);
  const LanyardCalendarEvent *first = reader->events->len > 0 ? g_ptr_array_index (reader->events, 0) : NULL;

  conference->title = head->title;
  if (conference->title == NULL)
    conference->title = acronym != NULL ? g_string_chunk_insert (reader->draft->strings, acronym) : host;
  if (conference->title == NULL)
    /* Translators: the name of a conference whose calendar tells none */
    conference->title = g_string_chunk_insert (reader->draft->strings, _("Unnamed Conference"));
  if (g_strcmp0 (reader->organizer, acronym) != 0)
    conference->organizer = reader->organizer;
  conference->url = head->url;
  if (head->description != NULL && g_strcmp0 (find_title (reader, head->description), head->title) != 0)
    {
      conference->description = head->description;
      conference->description_format = LANYARD_TEXT_MARKDOWN;
    }
  lanyard_draft_identify (reader->draft, first != NULL && first->url != NULL ? first->url : reader->address, acronym);
}

/* Reads the entries, and then makes of them what they are, for which all must
 * have been read. */
static void
read_events (LanyardCalendarReader     *reader,
             const LanyardCalendarText *text)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < text->events->len; i++)
    {
      LanyardCalendarEvent *event;

      event = lanyard_calendar_event_new (reader, ((GString *) g_ptr_array_index (text->events, i))->str);
      if (event == NULL)
        lanyard_calendar_skip (reader->draft);
      else if (is_repeated (seen, event))
        lanyard_calendar_event_free (event);
      else
        g_ptr_array_add (reader->events, event);
    }
}

/* The zone that the programme is in: the calendar's own, else that of most of
 * its times, else the one that was given. UTC is what producers write who know
 * none. */
static const char *
choose_zone (LanyardCalendarReader *reader,
             const char            *given)
{
  const char *floating = reader->zones->floating;
  const char *common = lanyard_calendar_zones_get_common (reader->zones);
  gboolean is_utc = floating != NULL && (strcmp (floating, "UTC") == 0 || strcmp (floating, "Etc/UTC") == 0);

  if (floating != NULL && !reader->zones->is_given && !is_utc)
    return floating;
  if (common != NULL)
    return g_string_chunk_insert (reader->draft->strings, common);
  return given != NULL && lanyard_draft_get_zone (reader->draft, given) != NULL
             ? g_string_chunk_insert (reader->draft->strings, given)
             : floating;
}

static void
make_items (LanyardCalendarReader *reader,
            const Head            *head)
{
  reader->title = head->title;
  find_organizer (reader);
  if (lanyard_calendar_is_indico (reader))
    {
      lanyard_calendar_add_indico (reader);
      return;
    }
  lanyard_calendar_expand (reader);
  for (guint i = 0; i < reader->events->len; i++)
    {
      LanyardCalendarEvent *event = g_ptr_array_index (reader->events, i);

      if (!is_conference (reader, event))
        lanyard_calendar_add_event (reader, event);
      else if (event->start != LANYARD_NO_TIME)
        {
          reader->draft->conference.start = event->start;
          reader->draft->conference.end = event->end;
        }
    }
  fill_conference (reader, head);
}

static void
remark_on_text (LanyardDraft              *draft,
                const LanyardCalendarText *text)
{
  if (text->is_cut_off)
    lanyard_draft_remark_once (draft, LANYARD_REMARK_CUT_OFF);
  else if (text->is_mended)
    lanyard_draft_remark_once (draft, LANYARD_REMARK_MENDED);
  for (guint i = 0; i < text->n_lost; i++)
    lanyard_calendar_skip (draft);
}

static gboolean
has_items (LanyardDraft               *draft,
           const LanyardCalendarText  *text,
           GError                    **error)
{
  if (draft->talks->len > 0 || draft->blocks->len > 0 || draft->breaks->len > 0)
    return TRUE;
  if (text->is_cut_off || text->is_mended || g_hash_table_size (draft->skipped) > 0)
    lanyard_refusal_set_damaged (error);
  else if (text->events->len > 0)
    g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE,
                         _("This calendar has the conference itself, but not its programme; choose that of its contributions."));
  else
    g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_PUBLISHED,
                         _("This calendar has no entries; the programme may not be published yet, try again later."));
  return FALSE;
}

/**
 * lanyard_calendar_read:
 * @documents: (element-type GBytes): a conference's calendars, in any order
 * @options: what they do not say themselves: the zone of times without one,
 *   and where they came from
 * @error: return location for an error
 *
 * Reads iCalendar and xCal.
 *
 * A talk is known by its UID, and where that repeats by UID and start; Indico's
 * by the same numbers as in its JSON. The first category becomes the session.
 * What repeats is there each time, known by its UID and that time. A day
 * without a time is not scheduled; its date is the talk's subtitle.
 *
 * Returns: (transfer full): the programme, or %NULL with an error of
 *   %LANYARD_FORMAT_ERROR; %LANYARD_FORMAT_ERROR_NOT_PUBLISHED where a calendar
 *   has no entries
 */
LanyardProgramme *
lanyard_calendar_read (GPtrArray                 *documents,
                       const LanyardReadOptions  *options,
                       GError                   **error)
{
  g_autoptr (LanyardDraft) draft = lanyard_draft_new ();
  g_autoptr (LanyardCalendarText) text = lanyard_calendar_text_new ();
  g_autoptr (LanyardCalendarZones) zones = NULL;
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (event_free);
  LanyardCalendarReader reader = { .draft = draft, .address = options->address, .events = events };
  Head head = { NULL };

  g_return_val_if_fail (documents != NULL && documents->len > 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  for (guint i = 0; i < documents->len; i++)
    {
      GBytes *document = g_ptr_array_index (documents, i);

      if (lanyard_xcal_sniff (document))
        lanyard_xcal_read_elements (document, text);
      else
        lanyard_calendar_read_lines (document, text);
    }
  g_string_append (text->head, "END:VCALENDAR\r\n");
  read_head (&reader, text->head->str, &head);
  reader.zones = zones = lanyard_calendar_zones_new (draft, text->zones, head.zone != NULL ? head.zone : options->named_zone,
                                                     options->zone);
  g_free (head.zone);
  read_events (&reader, text);
  draft->conference.zone = choose_zone (&reader, options->zone);
  make_items (&reader, &head);
  remark_on_text (draft, text);
  return has_items (draft, text, error) ? lanyard_draft_finish (draft) : NULL;
}
