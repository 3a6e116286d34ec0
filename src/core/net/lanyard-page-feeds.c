/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The feeds that a web page links to: as alternates of itself, which is what
 * `<link rel="alternate">` is for, or in its text. The page is read with
 * libxml2's forgiving parser, as events; nothing in it is executed or fetched.
 * Called by sync, on a thread of its own.
 *
 * The media type of the schedule's XML is registered with IANA:
 * application/vnd.c3voc.schedule+xml. */

#include "config.h"

#include <string.h>

#include <libxml/HTMLparser.h>

#include "lanyard-offer.h"
#include "lanyard-origin.h"
#include "lanyard-page-feeds.h"

/* How much of a page is read. Those of conferences have some hundred kilobytes. */
#define LONGEST_PAGE (1024 * 1024)

/* libxml2 takes time that grows with the square of the attributes of one tag,
 * and of the elements that are open. No tag that is of use here is that long. */
#define LONGEST_TAG 2048
#define MAX_OPEN 1000

/* Pages that link to more have them one a talk. */
#define MAX_FEEDS 12

typedef struct
{
  htmlParserCtxtPtr  context; /* borrowed */
  GUri              *base;    /* owned: what links are relative to */
  GUri              *page;    /* borrowed */
  GPtrArray         *offers;  /* borrowed */
  guint              n_open;
  guint              n_found;
} PageReader;

static const char *
get_attribute (const xmlChar **attributes,
               const char     *name)
{
  for (; attributes != NULL && attributes[0] != NULL; attributes += 2)
    if (g_ascii_strcasecmp ((const char *) attributes[0], name) == 0)
      return (const char *) attributes[1];
  return NULL;
}

/* Where a link leads, NULL if Lanyard does not go there for a page's sake: to
 * less privacy, or to this computer. */
static char *
dup_target (const PageReader *self,
            const char       *href)
{
  gboolean is_calendar = g_ascii_strncasecmp (href, "webcal://", strlen ("webcal://")) == 0;
  g_autofree char *web = is_calendar ? g_strconcat ("https://", href + strlen ("webcal://"), NULL) : g_strdup (href);
  g_autoptr (GUri) target = g_uri_parse_relative (self->base, g_strstrip (web), G_URI_FLAGS_ENCODED, NULL);
  g_autofree char *url = target != NULL ? g_uri_to_string (target) : NULL;
  g_autoptr (GUri) uri = url != NULL ? lanyard_origin_parse_url (url, NULL) : NULL;

  if (uri == NULL ||
      (g_str_equal (g_uri_get_scheme (self->page), "https") && g_str_equal (g_uri_get_scheme (uri), "http")) ||
      (lanyard_origin_is_loopback (uri) && !lanyard_origin_is_loopback (self->page)))
    return NULL;
  return g_uri_to_string (uri);
}

static gboolean
contains_any (const char         *text,
              const char * const *words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) != NULL)
      return TRUE;
  return FALSE;
}

/* What follows the server in an address, in small letters. */
static char *
dup_path (const char *url)
{
  const char *host = strstr (url, "://");
  const char *path = host != NULL ? strchr (host + strlen ("://"), '/') : NULL;

  return g_ascii_strdown (path != NULL ? path : "", -1);
}

/* Whether an address is that of one talk rather than of a whole schedule. That
 * of an event in an Indico is its conference's. */
static gboolean
is_of_one (const char *url)
{
  static const char * const parts[] = {
    "/talk/", "/talks/", "/event/", "/session/", "/sessions/", "/contribution", "/speaker", "/faved", "sitemap", NULL
  };
  g_autofree char *path = dup_path (url);

  return contains_any (path, parts) && strstr (path, "/event.ics") == NULL;
}

/* Whether an address is that of a whole schedule, as far as it tells: by the
 * names that people give them. */
static gboolean
is_schedule (const char *url)
{
  static const char * const names[] = {
    "schedule", "pentabarf", "fahrplan", "frab", "program", "agenda", "timetable", "calendar", "planning", "all.ics",
    "event.ics", "everything", NULL
  };
  g_autofree char *path = dup_path (url);

  return lanyard_offer_kind_guess (url) != LANYARD_OFFER_OTHER && contains_any (path, names) && !is_of_one (url);
}

/* What a media type of a link says that there is. FALSE if it is no schedule,
 * or not one for certain. */
static gboolean
find_kind (const char       *type,
           LanyardOfferKind *kind)
{
  static const struct
  {
    const char *type;
    LanyardOfferKind kind;
  } types[] = {
    { "application/vnd.c3voc.schedule+xml", LANYARD_OFFER_XML },
    { "application/vnd.c3voc.schedule+json", LANYARD_OFFER_JSON },
    { "application/calendar+xml", LANYARD_OFFER_XCAL },
    { "text/calendar", LANYARD_OFFER_ICALENDAR },
  };
  g_autofree char *bare = type != NULL ? g_strstrip (g_strndup (type, strcspn (type, ";"))) : NULL;

  for (gsize i = 0; bare != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (bare, types[i].type) == 0)
      {
        *kind = types[i].kind;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_alternate (const char *rel)
{
  g_auto (GStrv) words = g_strsplit_set (rel != NULL ? rel : "", " \t\n\f\r", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], "alternate") == 0)
      return TRUE;
  return FALSE;
}

/* A link in the text is taken by its name; an alternate also by its type. The
 * calendar of one talk is tried when nothing surer is left. */
static void
read_link (PageReader     *self,
           gboolean        is_head,
           const xmlChar **attributes)
{
  const char *href = get_attribute (attributes, "href");
  g_autofree char *url = href != NULL && self->n_found < MAX_FEEDS ? dup_target (self, href) : NULL;
  LanyardOfferKind kind;

  if (url == NULL || (is_head && !is_alternate (get_attribute (attributes, "rel"))))
    return;
  if (!find_kind (get_attribute (attributes, "type"), &kind))
    {
      if (!is_schedule (url))
        return;
      kind = lanyard_offer_kind_guess (url);
    }
  self->n_found++;
  lanyard_offers_add (self->offers, url, kind,
                      kind == LANYARD_OFFER_ICALENDAR && is_of_one (url) ? LANYARD_OFFER_GUESSED : LANYARD_OFFER_LINKED);
}

static void
read_base (PageReader     *self,
           const xmlChar **attributes)
{
  const char *href = get_attribute (attributes, "href");
  g_autoptr (GUri) base = href != NULL ? g_uri_parse_relative (self->page, href, G_URI_FLAGS_ENCODED, NULL) : NULL;

  if (base == NULL)
    return;
  g_uri_unref (self->base);
  self->base = g_steal_pointer (&base);
}

static void
start_element_cb (void           *user_data,
                  const xmlChar  *name,
                  const xmlChar **attributes)
{
  PageReader *self = user_data;

  if (self->n_open == MAX_OPEN)
    {
      xmlStopParser (self->context);
      return;
    }
  self->n_open++;
  if (strcmp ((const char *) name, "link") == 0 || strcmp ((const char *) name, "a") == 0)
    read_link (self, name[0] == 'l', attributes);
  else if (strcmp ((const char *) name, "base") == 0)
    read_base (self, attributes);
}

static void
end_element_cb (void          *user_data,
                const xmlChar *name)
{
  PageReader *self = user_data;

  self->n_open--;
}

/* Leaves out what is too long for a tag. */
static GString *
tame (const char *data,
      gsize       size)
{
  GString *tamed = g_string_sized_new (size);
  const char *end = data + size;

  while (data < end)
    {
      const char *tag = memchr (data, '<', (gsize) (end - data));
      const char *close;

      g_string_append_len (tamed, data, (tag != NULL ? tag : end) - data);
      if (tag == NULL)
        break;
      close = memchr (tag, '>', (gsize) (end - tag));
      if (close == NULL)
        break;
      if (close - tag < LONGEST_TAG)
        g_string_append_len (tamed, tag, close - tag + 1);
      data = close + 1;
    }
  return tamed;
}

/**
 * lanyard_page_feeds_add:
 * @page: a web page
 * @url: its address
 * @offers: (element-type LanyardOffer): where to add to
 *
 * Adds the feeds that a web page links to.
 */
void
lanyard_page_feeds_add (GBytes     *page,
                        const char *url,
                        GPtrArray  *offers)
{
  g_autoptr (GUri) uri = NULL;
  g_autofree char *valid = NULL;
  g_autoptr (GString) tamed = NULL;
  PageReader reader = { .offers = offers };
  htmlSAXHandler handler = { .startElement = start_element_cb, .endElement = end_element_cb };
  const char *data;
  gsize size;

  g_return_if_fail (page != NULL);
  g_return_if_fail (url != NULL);
  g_return_if_fail (offers != NULL);

  uri = lanyard_origin_parse_url (url, NULL);
  if (uri == NULL)
    return;
  data = g_bytes_get_data (page, &size);
  valid = g_utf8_make_valid (data != NULL ? data : "", (gssize) MIN (size, LONGEST_PAGE));
  tamed = tame (valid, strlen (valid));

  reader.page = uri;
  reader.base = g_uri_ref (uri);
  reader.context = htmlCreatePushParserCtxt (&handler, &reader, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (reader.context != NULL)
    {
      htmlCtxtUseOptions (reader.context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                              HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
      htmlParseChunk (reader.context, tamed->str, (int) tamed->len, 1);
      htmlFreeParserCtxt (reader.context);
    }
  g_uri_unref (reader.base);
}
