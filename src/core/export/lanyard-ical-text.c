/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an entry of a calendar says: its identity, what it is called, where it
 * is and what it is about. lanyard-ical.c writes it down. Any thread. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "lanyard-ical-private.h"

#include "model/lanyard-own-entry.h"
#include "text/lanyard-rich-text.h"

static gboolean
is_number (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

/* The server of an Indico event, whose programme's feed has such an id:
 * "https://host/base/event/20/". */
static char *
dup_indico_host (LanyardConference *conference)
{
  const char *feed_id = lanyard_conference_get_fields (conference)->feed_id;
  g_autoptr (GUri) uri = feed_id != NULL ? g_uri_parse (feed_id, G_URI_FLAGS_NONE, NULL) : NULL;

  if (uri == NULL || !g_regex_match_simple ("/event/[0-9]+/$", g_uri_get_path (uri), G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
    return NULL;
  return g_strdup (g_uri_get_host (uri));
}

static const char *
name_of_kind (LanyardKind kind)
{
  switch (kind)
    {
    case LANYARD_KIND_TALK: return "talk";
    case LANYARD_KIND_SESSION: return "session";
    case LANYARD_KIND_BLOCK: return "block";
    case LANYARD_KIND_BREAK: return "break";
    case LANYARD_KIND_OWN: return "own";
    default: g_return_val_if_reached (NULL);
    }
}

/* A pretalx event, whose feed is "https://host/EVENT/schedule/export/schedule.xml"
 * or another of its exports. */
static gboolean
find_pretalx (LanyardConference  *conference,
              char              **host,
              char              **event)
{
  const char *feed_id = lanyard_conference_get_fields (conference)->feed_id;
  g_autoptr (GUri) uri = feed_id != NULL ? g_uri_parse (feed_id, G_URI_FLAGS_NONE, NULL) : NULL;
  g_auto (GStrv) parts = uri != NULL ? g_strsplit (g_uri_get_path (uri), "/", 4) : NULL;

  if (parts == NULL || g_strv_length (parts) < 4 || *parts[1] == '\0' || !g_str_equal (parts[2], "schedule") ||
      !g_str_has_prefix (parts[3], "export/schedule.") || g_uri_get_host (uri) == NULL)
    return FALSE;
  *host = g_strdup (g_uri_get_host (uri));
  *event = g_strdup (parts[1]);
  return TRUE;
}

/* The same on every computer that reads the same feed. */
static char *
derive_uid (LanyardConference *conference,
            LanyardItem       *item)
{
  const LanyardConferenceFields *fields = lanyard_conference_get_fields (conference);
  const char *kind = name_of_kind (lanyard_item_get_kind (item));
  const char *whose = fields->feed_id != NULL ? fields->feed_id : fields->uuid;
  g_autofree char *id =
      g_strdup_printf ("%s\n%s\n%s", whose != NULL ? whose : fields->title, kind, lanyard_item_get_key (item));
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);

  return g_strdup_printf ("lanyard-%s-%.32s", kind, sum);
}

/* Private: what tells the entry from all others, now and in a later export.
 * Of what Indico or pretalx export themselves, what they say
 * (indico/modules/events/ical.py since 3.0, pretalx/schedule/ical.py), so that
 * a calendar that has both has one of them. */
char *
lanyard_ical_dup_uid (LanyardConference *conference,
                      LanyardItem       *item)
{
  const char *key = lanyard_item_get_key (item);
  LanyardKind kind = lanyard_item_get_kind (item);
  g_autofree char *host = dup_indico_host (conference);
  g_autofree char *event = NULL;
  const char *code = kind == LANYARD_KIND_TALK ? lanyard_talk_get_fields (LANYARD_TALK (item))->code : NULL;

  if (host != NULL && is_number (key) && kind == LANYARD_KIND_TALK)
    return g_strdup_printf ("indico-contribution-%s@%s", key, host);
  if (host != NULL && is_number (key) && kind == LANYARD_KIND_BLOCK)
    return g_strdup_printf ("indico-session-block-%s@%s", key, host);
  if (kind == LANYARD_KIND_OWN)
    return g_strdup_printf ("lanyard-own-%s", key);
  if (host == NULL && code != NULL && find_pretalx (conference, &host, &event))
    return g_strdup_printf ("pretalx-%s-%s@%s", event, code, host);
  return derive_uid (conference, item);
}

/* Private: the title; of a block with a title of its own the session's first. */
char *
lanyard_ical_dup_summary (LanyardItem *item)
{
  const char *title = lanyard_item_get_title (item);
  const char *session_title;

  if (!LANYARD_IS_BLOCK (item))
    return g_strdup (title);

  session_title = lanyard_session_get_title (lanyard_item_get_session (item));
  if (strstr (title, session_title) != NULL)
    return g_strdup (title);
  /* Translators: the name of a microconference, then of one of its stretches of time: “Rust MC: Afternoon” */
  return g_strdup_printf (C_("session and block", "%s: %s"), session_title, title);
}

/* Private: the room, and the place that the room is in; %NULL for neither. */
char *
lanyard_ical_dup_location (LanyardConference *conference,
                           LanyardItem       *item)
{
  LanyardRoom *room = lanyard_item_get_room (item);
  const char *venue = lanyard_conference_get_fields (conference)->venue;

  /* Dinner is not at the venue. */
  if (LANYARD_IS_OWN_ENTRY (item))
    return g_strdup (lanyard_own_entry_get_fields (LANYARD_OWN_ENTRY (item))->place);
  if (room != NULL && lanyard_room_get_venue (room) != NULL)
    venue = lanyard_room_get_venue (room);
  if (room == NULL)
    return g_strdup (venue);
  if (venue == NULL || g_str_equal (venue, lanyard_room_get_name (room)))
    return g_strdup (lanyard_room_get_name (room));
  /* Translators: a room, then the building or place that it is in */
  return g_strdup_printf (C_("room and venue", "%s, %s"), lanyard_room_get_name (room), venue);
}

static void
add_paragraph (GPtrArray *paragraphs,
               char      *text)
{
  if (text != NULL && *g_strchomp (text) != '\0')
    g_ptr_array_add (paragraphs, text);
  else
    g_free (text);
}

static char *
dup_plain (const char        *text,
           LanyardTextFormat  format,
           const char        *url)
{
  g_autoptr (LanyardRichText) rich = text != NULL ? lanyard_rich_text_new (text, format, url) : NULL;

  return rich != NULL ? lanyard_rich_text_dup_plain (rich) : NULL;
}

static char *
dup_people (GPtrArray   *credits,
            LanyardRole  role)
{
  g_autofree char *names = lanyard_credits_dup_names (credits, role);

  if (names == NULL)
    return NULL;
  if (role == LANYARD_ROLE_LEAD)
    /* Translators: %s is the names of those who lead a microconference */
    return g_strdup_printf (_("Led by %s"), names);
  /* Translators: %s is the names of those who give a talk */
  return g_strdup_printf (_("Speakers: %s"), names);
}

static void
describe_talk (GPtrArray   *paragraphs,
               LanyardTalk *talk)
{
  const LanyardTalkFields *fields = lanyard_talk_get_fields (talk);

  add_paragraph (paragraphs, dup_people (fields->credits, LANYARD_ROLE_SPEAKER));
  add_paragraph (paragraphs, dup_plain (fields->description, fields->description_format, fields->url));
}

/* The talks of a block, one a line, in their order, without those that
 * somebody does not want. */
static char *
list_talks (LanyardProgramme *programme,
            LanyardPlan      *plan,
            LanyardBlock     *block)
{
  GPtrArray *talks = lanyard_programme_get_talks (programme);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < talks->len; i++)
    {
      LanyardTalk *talk = g_ptr_array_index (talks, i);
      const LanyardTalkFields *fields = lanyard_talk_get_fields (talk);
      g_autofree char *names = NULL;

      if (fields->block != block || fields->item.is_cancelled)
        continue;
      if (plan != NULL &&
          lanyard_plan_get_level (plan, LANYARD_KIND_TALK, fields->item.key) == LANYARD_LEVEL_LEFT_OUT)
        continue;
      names = lanyard_credits_dup_names (fields->credits, LANYARD_ROLE_SPEAKER);
      g_string_append_printf (list, "• %s%s%s%s\n", fields->item.title, names != NULL ? " (" : "",
                              names != NULL ? names : "", names != NULL ? ")" : "");
    }
  return g_string_free_and_steal (g_steal_pointer (&list));
}

static void
describe_block (GPtrArray        *paragraphs,
                LanyardProgramme *programme,
                LanyardPlan      *plan,
                LanyardBlock     *block)
{
  const LanyardSessionFields *session = lanyard_session_get_fields (lanyard_item_get_session (LANYARD_ITEM (block)));
  GPtrArray *leads = lanyard_block_get_leads (block);

  add_paragraph (paragraphs, dup_people (leads->len > 0 ? leads : session->leads, LANYARD_ROLE_LEAD));
  add_paragraph (paragraphs, list_talks (programme, plan, block));
  add_paragraph (paragraphs, dup_plain (session->description, session->description_format, session->url));
}

static void
describe_own_entry (GPtrArray       *paragraphs,
                    LanyardOwnEntry *entry)
{
  const LanyardOwnEntryFields *fields = lanyard_own_entry_get_fields (entry);

  if (fields->people != NULL && *fields->people != '\0')
    /* Translators: %s is the names of those somebody meets */
    add_paragraph (paragraphs, g_strdup_printf (_("With %s"), fields->people));
  add_paragraph (paragraphs, dup_plain (fields->note, LANYARD_TEXT_MARKDOWN, NULL));
}

/* Private: who does it and what it is about, in plain text; empty for neither. */
char *
lanyard_ical_dup_description (LanyardProgramme *programme,
                              LanyardPlan      *plan,
                              LanyardItem      *item)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  if (LANYARD_IS_TALK (item))
    describe_talk (paragraphs, LANYARD_TALK (item));
  else if (LANYARD_IS_BLOCK (item))
    describe_block (paragraphs, programme, plan, LANYARD_BLOCK (item));
  else if (LANYARD_IS_OWN_ENTRY (item))
    describe_own_entry (paragraphs, LANYARD_OWN_ENTRY (item));
  else
    add_paragraph (paragraphs,
                   dup_plain (lanyard_break_get_description (LANYARD_BREAK (item)), LANYARD_TEXT_MARKDOWN, NULL));
  return paragraphs->len > 0 ? g_strjoinv ("\n\n", (char **) paragraphs->pdata) : g_strdup ("");
}

/* Private: the page of it, of a block the session's; %NULL for none. */
const char *
lanyard_ical_get_url (LanyardItem *item)
{
  if (LANYARD_IS_TALK (item))
    return lanyard_talk_get_fields (LANYARD_TALK (item))->url;
  if (LANYARD_IS_BLOCK (item))
    return lanyard_session_get_fields (lanyard_item_get_session (item))->url;
  return NULL;
}

/* Private: the text without what RFC 5545 3.3.11 has no place for: control
 * characters but for the end of a line. libical would write a tabulator as
 * "\t", which is no escape there. */
char *
lanyard_ical_clean (const char *text)
{
  GString *clean = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '\t')
        g_string_append_c (clean, ' ');
      else if (*at == '\n' || !g_ascii_iscntrl (*at))
        g_string_append_c (clean, *at);
    }
  return g_string_free_and_steal (clean);
}
