/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where servers have the feed of the conference that a page is of, as the
 * page's address alone tells: each kind of server has its own way to name its
 * pages. Called by sync; pure, any thread.
 *
 * Only addresses that leave no doubt are taken for those of a kind of server,
 * so that nobody is asked for what they cannot have. For all others the page
 * itself is asked first, and what some servers have comes last. */

#include "config.h"

#include <string.h>

#include "lanyard-usual-feeds.h"

/* An address in the parts that the rules look at, and where offers go. */
typedef struct
{
  const char         *origin;  /* borrowed */
  const char         *host;    /* borrowed: with the port if there is one */
  GStrv               parts;   /* owned: of the path */
  guint               n_parts;
  GPtrArray          *offers;  /* borrowed */
  LanyardOfferSource  source;
} Page;

static void
page_clear (Page *self)
{
  g_clear_pointer (&self->parts, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

static void
page_init (Page               *self,
           LanyardAddress     *address,
           GPtrArray          *offers,
           LanyardOfferSource  source)
{
  const char *path = address->page + strlen (address->origin);
  g_autofree char *bare = g_strndup (path, strcspn (path, "?#"));
  g_auto (GStrv) raw = g_strsplit (bare, "/", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; raw[i] != NULL; i++)
    if (*raw[i] != '\0')
      g_strv_builder_add (builder, raw[i]);
  self->origin = address->origin;
  self->host = strstr (address->origin, "://") + strlen ("://");
  self->parts = g_strv_builder_end (builder);
  self->n_parts = g_strv_length (self->parts);
  self->offers = offers;
  self->source = source;
}

/* The part at @i, "" past the end. */
static const char *
part (const Page *self,
      guint       i)
{
  return i < self->n_parts ? self->parts[i] : "";
}

/* Offers what is at the first @n_base parts and then at each of @suffixes. */
static void
offer (const Page         *self,
       const char         *origin,
       guint               n_base,
       const char * const *suffixes)
{
  g_autoptr (GString) base = g_string_new (origin);

  for (guint i = 0; i < n_base; i++)
    g_string_append_printf (base, "/%s", part (self, i));
  for (; *suffixes != NULL; suffixes++)
    {
      g_autofree char *url = g_strconcat (base->str, *suffixes, NULL);

      lanyard_offers_add (self->offers, url, lanyard_offer_kind_guess (url), self->source);
    }
}

static gboolean
is_one_of (const char         *text,
           const char * const *words)
{
  for (; *words != NULL; words++)
    if (g_ascii_strcasecmp (text, *words) == 0)
      return TRUE;
  return FALSE;
}

/* Whether the host is @name, or below it. */
static gboolean
is_at (const Page *self,
       const char *name)
{
  const char *at = g_str_has_suffix (self->host, name) ? self->host + strlen (self->host) - strlen (name) : NULL;

  return at != NULL && (at == self->host || at[-1] == '.');
}

static gboolean
is_year (const char *text)
{
  return strlen (text) == 4 && strspn (text, "0123456789") == 4 && (g_str_has_prefix (text, "19") || g_str_has_prefix (text, "20"));
}

/* A talk's or speaker's code in pretalx: six or more of its alphabet. */
static gboolean
is_code (const char *text)
{
  return strlen (text) >= 6 && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == strlen (text);
}

/* "12-a-slug", as wafer calls its talks. */
static gboolean
is_numbered_slug (const char *text)
{
  gsize n_digits = strspn (text, "0123456789");

  return n_digits > 0 && text[n_digits] == '-';
}

/* --- the rules: each says whether it knows such an address ------------------ */

static const char * const pretalx_feeds[] = {
  "/schedule/widgets/schedule.json", "/schedule/widget/v2.json", "/schedule/export/schedule.xml",
  "/schedule/export/schedule.json", "/schedule/export/schedule.ics", NULL
};

static gboolean
looks_like_pretalx (const Page *self)
{
  return strstr (self->host, "pretalx") != NULL || g_str_has_prefix (self->host, "cfp.");
}

/* One of its feeds tells where the others are: "schedule/export/schedule.xml". */
static gboolean
is_feed_of_pretalx (const Page *self,
                    guint       i)
{
  static const char * const folders[] = { "export", "widget", "widgets", NULL };

  return g_str_equal (part (self, i), "schedule") && is_one_of (part (self, i + 1), folders) && i + 3 == self->n_parts;
}

/* BASE/EVENT/talk/CODE/, BASE/EVENT/schedule/ …; on a host of its own name also
 * BASE/EVENT/. */
static gboolean
know_pretalx (const Page *self)
{
  static const char * const pages[] = { "talk", "speaker", "schedule", "featured", "sneak", "cfp", NULL };
  guint n_base = looks_like_pretalx (self) && self->n_parts == 1 ? 1 : 0;

  for (guint i = 1; i < self->n_parts && n_base == 0; i++)
    if (is_one_of (self->parts[i], pages) &&
        (looks_like_pretalx (self) || is_code (part (self, i + 1)) || is_feed_of_pretalx (self, i)))
      n_base = i;
  if (n_base > 0)
    offer (self, self->origin, n_base, pretalx_feeds);
  return n_base > 0;
}

/* https://fosdem.org/2026/schedule/event/…; without a year the current one. */
static gboolean
know_fosdem (const Page *self)
{
  static const char * const feeds[] = { "/schedule/xml", "/schedule/xcal", "/schedule/ical", NULL };

  if (!is_at (self, "fosdem.org"))
    return FALSE;
  offer (self, self->origin, is_year (part (self, 0)) ? 1 : 0, feeds);
  return TRUE;
}

/* https://NAME.sched.com/event/… */
static gboolean
know_sched (const Page *self)
{
  static const char * const feeds[] = { "/all.ics", NULL };

  if ((!is_at (self, "sched.com") && !is_at (self, "sched.org")) || g_str_has_prefix (self->host, "sched.") ||
      g_str_has_prefix (self->host, "www."))
    return FALSE;
  offer (self, self->origin, 0, feeds);
  return TRUE;
}

/* DebConf's own servers, or BASE/talks/12-a-slug/ anywhere. */
static gboolean
know_wafer (const Page *self)
{
  static const char * const feeds[] = { "/schedule/pentabarf.xml", "/schedule/schedule.ics", NULL };
  gboolean is_known = is_at (self, "debconf.org");
  guint n_base = 0;

  for (guint i = 0; i + 1 < self->n_parts && !is_known; i++)
    if (g_str_equal (self->parts[i], "talks") && is_numbered_slug (self->parts[i + 1]))
      {
        is_known = TRUE;
        n_base = i;
      }
  if (is_known)
    offer (self, self->origin, n_base, feeds);
  return is_known;
}

/* BASE/conferences/NAME/program/proposals/12, BASE/conferences/NAME/schedule … */
static gboolean
know_osem (const Page *self)
{
  static const char * const pages[] = { "program", "schedule", "register", "", NULL };
  static const char * const feeds[] = { "/schedule.xml", "/schedule.ics", NULL };

  for (guint i = 0; i + 1 < self->n_parts; i++)
    if (g_str_equal (self->parts[i], "conferences") && is_one_of (part (self, i + 2), pages))
      {
        offer (self, self->origin, i + 2, feeds);
        return TRUE;
      }
  return FALSE;
}

/* A running frab: BASE/en/NAME/public/events/12; and what it exports:
 * BASE/events/12.html, BASE/speakers/3.html, BASE/schedule/1.html. */
static gboolean
know_frab (const Page *self)
{
  static const char * const pages[] = { "events", "speakers", "schedule", NULL };
  static const char * const feeds[] = { "/schedule.xml", "/schedule.json", "/schedule.xcal", "/schedule.ics", NULL };

  for (guint i = 0; i < self->n_parts; i++)
    {
      const char *next = part (self, i + 1);
      gboolean is_running = i >= 2 && g_str_equal (self->parts[i], "public") && strlen (self->parts[i - 2]) == 2;
      gboolean is_exported = is_one_of (self->parts[i], pages) && g_ascii_isdigit (next[0]) && g_str_has_suffix (next, ".html");

      if (is_running || is_exported)
        {
          offer (self, self->origin, is_running ? i + 1 : i, feeds);
          return TRUE;
        }
    }
  return FALSE;
}

/* The Chaos Computer Club: a page of the hub is of what its API exports, and
 * the Fahrplan's own server has a feed beside each Fahrplan. */
static gboolean
know_ccc (const Page *self)
{
  static const char * const feeds[] = { "/schedule.xml", "/schedule.json", NULL };

  if (g_str_equal (self->host, "events.ccc.de") && is_year (part (self, 1)))
    {
      offer (self, "https://api.events.ccc.de", 2, feeds);
      return TRUE;
    }
  if (!g_str_equal (self->host, "fahrplan.events.ccc.de") || g_ascii_strcasecmp (part (self, 2), "fahrplan") != 0)
    return FALSE;
  offer (self, self->origin, 3, feeds);
  return TRUE;
}

/* Servers of one conference, or of a few: what their first part is, NULL for
 * any, how many parts are the conference's, and what follows. */
static gboolean
know_single_server (const Page *self)
{
  static const struct
  {
    const char *host;
    const char *first;
    guint n_base;
    const char *feeds[3];
  } servers[] = {
    { "bornhack.dk", NULL, 1, { "/program/frab.xml" } },
    { "datatracker.ietf.org", "meeting", 2, { "/agenda.ics" } },
    { "emfcamp.org", "schedule", 2, { ".frab", ".json" } },
    { "postgresql.eu", "events", 2, { "/schedule.xml" } },
    { "postgresql.us", "events", 2, { "/schedule.xml" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (servers); i++)
    if (is_at (self, servers[i].host) && self->n_parts >= servers[i].n_base &&
        (servers[i].first == NULL || g_str_equal (part (self, 0), servers[i].first)))
      {
        offer (self, self->origin, servers[i].n_base, servers[i].feeds);
        return TRUE;
      }
  return FALSE;
}

/* --- public ------------------------------------------------------------------ */

static void
add_indico (LanyardAddress *address,
            GPtrArray      *offers)
{
  g_autofree char *calendar = g_strconcat (address->url, "/event.ics?scope=contribution", NULL);

  lanyard_offers_add (offers, address->url, LANYARD_OFFER_INDICO, LANYARD_OFFER_USUAL);
  lanyard_offers_add (offers, calendar, LANYARD_OFFER_ICALENDAR, LANYARD_OFFER_USUAL);
}

/**
 * lanyard_usual_feeds_add:
 * @address: the address of a page of a conference, or of a feed
 * @offers: (element-type LanyardOffer): where to add to
 *
 * Adds where the conference's feeds are, if the address alone tells: it is an
 * event of an Indico, a document itself, or a page as pretalx, FOSDEM, Sched,
 * wafer, OSEM, frab and others name theirs.
 *
 * Returns: whether the address tells, so that its page need not be asked
 */
gboolean
lanyard_usual_feeds_add (LanyardAddress *address,
                         GPtrArray      *offers)
{
  static gboolean (* const rules[]) (const Page *) = {
    know_ccc, know_fosdem, know_sched, know_single_server, know_frab, know_osem, know_wafer, know_pretalx
  };
  LanyardOfferKind kind;
  gboolean is_document;
  g_auto (Page) page = { 0 };

  g_return_val_if_fail (address != NULL, FALSE);
  g_return_val_if_fail (offers != NULL, FALSE);

  kind = lanyard_offer_kind_guess (address->page);
  is_document = kind != LANYARD_OFFER_OTHER;
  if (address->event != NULL)
    {
      add_indico (address, offers);
      return TRUE;
    }

  if (is_document)
    lanyard_offers_add (offers, address->page, kind, LANYARD_OFFER_ASKED);
  page_init (&page, address, offers, LANYARD_OFFER_USUAL);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i](&page))
      return TRUE;
  return is_document;
}

/**
 * lanyard_usual_feeds_guess:
 * @address: the address of a page of which nothing is known
 * @offers: (element-type LanyardOffer): where to add to
 *
 * Adds where some servers have their feeds: few, for each costs the server a
 * request.
 */
void
lanyard_usual_feeds_guess (LanyardAddress *address,
                           GPtrArray      *offers)
{
  static const char * const pages[] = {
    "schedule", "talk", "talks", "speaker", "speakers", "program", "programme", "programm", "agenda", "sessions",
    "timetable", NULL
  };
  static const char * const feeds[] = {
    "/schedule/widgets/schedule.json", "/schedule/export/schedule.xml", "/schedule.xml", "/schedule/pentabarf.xml",
    "/schedule.json", "/schedule.ics", NULL
  };
  g_auto (Page) page = { 0 };
  guint n_base = 0;

  g_return_if_fail (address != NULL);
  g_return_if_fail (offers != NULL);

  page_init (&page, address, offers, LANYARD_OFFER_GUESSED);
  while (n_base < page.n_parts && !is_one_of (page.parts[n_base], pages))
    n_base++;
  if (n_base > 0 && n_base == page.n_parts && strchr (page.parts[n_base - 1], '.') != NULL)
    n_base--;
  offer (&page, page.origin, n_base, feeds);
}
