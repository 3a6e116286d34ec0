/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What things of a draft are known by where their feed gives them no lasting
 * name: talks without an id, tracks, and the conference itself, which must be
 * the same one whatever format it is read from. The importers call it, in the
 * thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-draft.h"
#include "lanyard-feed-text.h"

/* Makes a key of what a talk is called and when it begins, which is all that
 * is left where there is neither an id nor an address. @start is the feed's
 * own spelling, or NULL. */
const char *
lanyard_draft_make_key (LanyardDraft *self,
                        const char   *title,
                        const char   *start)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *key = NULL;

  g_checksum_update (sum, (const guchar *) title, strlen (title) + 1);
  g_checksum_update (sum, (const guchar *) (start != NULL ? start : ""), start != NULL ? strlen (start) : 0);
  key = g_strdup_printf ("h:%.16s", g_checksum_get_string (sum));
  return g_string_chunk_insert (self->strings, key);
}

/* What servers write for talks in no track. */
static gboolean
is_no_track (const char *name)
{
  static const char * const none[] = {
    "-", "--", "n/a", "no track", "none", "null", "undefined", "without track", NULL
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_strv_contains (none, lower);
}

/* Gives the session that stands for a track; NULL where it is none. The key is
 * "track:" and the slug, or else the name. @name may be NULL where only the
 * slug is known yet. */
LanyardDraftSession *
lanyard_draft_ensure_track (LanyardDraft *self,
                            const char   *slug,
                            const char   *name)
{
  g_autofree char *key = NULL;
  LanyardDraftSession *session;

  slug = lanyard_feed_text_line (self->strings, slug);
  name = lanyard_feed_text_line (self->strings, name);
  if (slug == NULL)
    slug = name;
  if (slug == NULL || is_no_track (slug) || (name != NULL && is_no_track (name)))
    return NULL;

  key = g_strconcat ("track:", slug, NULL);
  session = lanyard_draft_ensure_session (self, key);
  if (session->fields.title == NULL)
    session->fields.title = name;
  return session;
}

/* The host of an address, in lower case, without "www."; NULL if it has none. */
static char *
dup_host (const char *address)
{
  g_autoptr (GUri) uri = address != NULL ? g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  g_autofree char *lower = host != NULL && *host != '\0' ? g_ascii_strdown (host, -1) : NULL;

  if (lower == NULL)
    return NULL;
  return g_strdup (g_str_has_prefix (lower, "www.") ? lower + strlen ("www.") : lower);
}

/* The year of the conference in its own zone, 0 if nothing in it has a time. */
static int
find_year (LanyardDraft *self)
{
  gint64 start = self->conference.start;
  LanyardZone *zone = lanyard_draft_get_zone (self, self->conference.zone != NULL ? self->conference.zone : "UTC");
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  for (guint i = 0; self->conference.start == LANYARD_NO_TIME && i < self->talks->len; i++)
    {
      const LanyardDraftTalk *talk = g_ptr_array_index (self->talks, i);

      if (talk->fields.item.start != LANYARD_NO_TIME && (start == LANYARD_NO_TIME || talk->fields.item.start < start))
        start = talk->fields.item.start;
    }
  utc = start != LANYARD_NO_TIME ? g_date_time_new_from_unix_utc (start) : NULL;
  if (utc == NULL)
    return 0;
  local = zone != NULL ? g_date_time_to_timezone (utc, lanyard_zone_get_time_zone (zone)) : g_date_time_ref (utc);
  return g_date_time_get_year (local);
}

static gboolean
has_digit (const char *text)
{
  return text[strcspn (text, "0123456789")] != '\0';
}

/* Gives the conference its identity, by which it is recognised when it is
 * added again, in this format or another one: "schedule:HOST/ACRONYM", of what
 * there is; without an acronym the title; with the year where no digit tells
 * which of the years it is. The conference must have a title by now, and all
 * talks their times. */
void
lanyard_draft_identify (LanyardDraft *self,
                        const char   *base_url,
                        const char   *acronym)
{
  g_autofree char *host = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GString) id = g_string_new ("schedule:");
  int year = find_year (self);

  g_assert (self->conference.title != NULL);

  acronym = lanyard_feed_text_line (self->strings, acronym);
  if (acronym != NULL)
    host = dup_host (base_url);
  name = g_utf8_strdown (acronym != NULL ? acronym : self->conference.title, -1);
  if (host != NULL)
    g_string_append_printf (id, "%s/", host);
  g_string_append (id, name);
  if (year != 0 && !has_digit (name))
    g_string_append_printf (id, "/%d", year);
  self->conference.feed_id = g_string_chunk_insert (self->strings, id->str);
}
