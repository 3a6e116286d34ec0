/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses that may be a conference's feed, before anybody has asked them.
 * What knows where servers have feeds makes them, sync tries them, and window
 * and command line show them. Pure; any thread. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lanyard-address.h"
#include "lanyard-offer.h"

G_DEFINE_BOXED_TYPE (LanyardOffer, lanyard_offer, lanyard_offer_ref, lanyard_offer_unref)

static const struct
{
  const char *word;
  const char *name;
} kinds[] = {
  [LANYARD_OFFER_INDICO] = { "indico", "Indico" },
  [LANYARD_OFFER_PRETALX] = { "pretalx", "pretalx" },
  [LANYARD_OFFER_XML] = { "xml", N_("Schedule XML") },
  [LANYARD_OFFER_JSON] = { "json", N_("Schedule JSON") },
  [LANYARD_OFFER_XCAL] = { "xcal", "xCal" },
  [LANYARD_OFFER_ICALENDAR] = { "ical", "iCalendar" },
  [LANYARD_OFFER_OTHER] = { "other", N_("Another Format") },
};

static void
offer_clear (gpointer data)
{
  LanyardOffer *self = data;

  g_clear_pointer (&self->url, g_free);
}

/**
 * lanyard_offer_new:
 * @url: where it is
 * @kind: what it seems to be
 * @source: why it may be there
 *
 * Makes an offer.
 *
 * Returns: (transfer full): an offer
 */
LanyardOffer *
lanyard_offer_new (const char         *url,
                   LanyardOfferKind    kind,
                   LanyardOfferSource  source)
{
  LanyardOffer *self;

  g_return_val_if_fail (url != NULL, NULL);

  self = g_atomic_rc_box_new0 (LanyardOffer);
  self->url = g_strdup (url);
  self->kind = kind;
  self->source = source;
  return self;
}

/**
 * lanyard_offer_ref:
 * @self: an offer
 *
 * Keeps an offer.
 *
 * Returns: (transfer full): the same
 */
LanyardOffer *
lanyard_offer_ref (LanyardOffer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_offer_unref:
 * @self: (transfer full): an offer
 *
 * Lets an offer go.
 */
void
lanyard_offer_unref (LanyardOffer *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, offer_clear);
}

/**
 * lanyard_offers_new:
 *
 * Makes an empty list of offers.
 *
 * Returns: (transfer full) (element-type LanyardOffer): a list
 */
GPtrArray *
lanyard_offers_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_offer_unref);
}

/**
 * lanyard_offers_add:
 * @offers: (element-type LanyardOffer): a list
 * @url: where it is
 * @kind: what it seems to be
 * @source: why it may be there
 *
 * Adds an offer, unless its address is in the list already.
 */
void
lanyard_offers_add (GPtrArray          *offers,
                    const char         *url,
                    LanyardOfferKind    kind,
                    LanyardOfferSource  source)
{
  g_return_if_fail (offers != NULL);
  g_return_if_fail (url != NULL);

  if (lanyard_offers_find (offers, url) == NULL)
    g_ptr_array_add (offers, lanyard_offer_new (url, kind, source));
}

/**
 * lanyard_offers_find:
 * @offers: (element-type LanyardOffer): a list
 * @url: an address
 *
 * Finds the offer of an address.
 *
 * Returns: (transfer none) (nullable): the offer
 */
LanyardOffer *
lanyard_offers_find (GPtrArray  *offers,
                     const char *url)
{
  g_return_val_if_fail (offers != NULL, NULL);
  g_return_val_if_fail (url != NULL, NULL);

  for (guint i = 0; i < offers->len; i++)
    {
      LanyardOffer *offer = g_ptr_array_index (offers, i);

      if (g_str_equal (offer->url, url))
        return offer;
    }
  return NULL;
}

static int
compare_offers (gconstpointer a,
                gconstpointer b)
{
  const LanyardOffer *left = *(const LanyardOffer * const *) a;
  const LanyardOffer *right = *(const LanyardOffer * const *) b;

  if (left->source != right->source)
    return left->source < right->source ? -1 : 1;
  return (left->kind > right->kind) - (left->kind < right->kind);
}

/**
 * lanyard_offers_sort:
 * @offers: (element-type LanyardOffer): a list
 *
 * Brings a list into the order in which its offers are tried: the surest first,
 * and of those as sure the one that says most.
 */
void
lanyard_offers_sort (GPtrArray *offers)
{
  g_return_if_fail (offers != NULL);

  g_ptr_array_sort (offers, compare_offers);
}

/**
 * lanyard_offer_kind_guess:
 * @url: an address
 *
 * Guesses from an address alone what is there. Endings are as servers have
 * them; `.frab` is EMF's.
 *
 * Returns: what it seems to be, %LANYARD_OFFER_OTHER if nothing tells
 */
LanyardOfferKind
lanyard_offer_kind_guess (const char *url)
{
  static const struct
  {
    const char *part;
    LanyardOfferKind kind;
  } endings[] = {
    { "/widgets/schedule.json", LANYARD_OFFER_PRETALX },
    { "/widget/v1.json", LANYARD_OFFER_PRETALX },
    { "/widget/v2.json", LANYARD_OFFER_PRETALX },
    { ".xml", LANYARD_OFFER_XML },
    { ".frab", LANYARD_OFFER_XML },
    { "/schedule/xml", LANYARD_OFFER_XML },
    { "/schedule/xml-tz", LANYARD_OFFER_XML },
    { ".json", LANYARD_OFFER_JSON },
    { ".xcal", LANYARD_OFFER_XCAL },
    { "/schedule/xcal", LANYARD_OFFER_XCAL },
    { ".ics", LANYARD_OFFER_ICALENDAR },
    { ".ical", LANYARD_OFFER_ICALENDAR },
    { "/schedule/ical", LANYARD_OFFER_ICALENDAR },
  };
  g_autofree char *path = NULL;
  g_autofree char *query = NULL;
  gsize length;

  g_return_val_if_fail (url != NULL, LANYARD_OFFER_OTHER);

  path = g_ascii_strdown (url, (gssize) strcspn (url, "?#"));
  query = g_ascii_strdown (url + strcspn (url, "?"), -1);
  length = strlen (path);
  while (length > 0 && path[length - 1] == '/')
    path[--length] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (path, endings[i].part))
      return endings[i].kind;
  if (strstr (query, "format=xml") != NULL)
    return LANYARD_OFFER_XML;
  return strstr (query, "format=ics") != NULL ? LANYARD_OFFER_ICALENDAR : LANYARD_OFFER_OTHER;
}

/**
 * lanyard_offer_kind_of_feed:
 * @url: the address of a feed, as it is stored
 *
 * Guesses what a feed is from its address: the address of an event is that of
 * an Indico.
 *
 * Returns: what it seems to be, %LANYARD_OFFER_OTHER if nothing tells
 */
LanyardOfferKind
lanyard_offer_kind_of_feed (const char *url)
{
  LanyardOfferKind kind = lanyard_offer_kind_guess (url);
  g_autoptr (LanyardAddress) address = kind == LANYARD_OFFER_OTHER ? lanyard_address_parse (url, NULL) : NULL;

  return address != NULL && address->event != NULL ? LANYARD_OFFER_INDICO : kind;
}

/**
 * lanyard_offer_kind_get_name:
 * @kind: a kind of feed
 *
 * Gets what people call it.
 *
 * Returns: (transfer none): a name, translated
 */
const char *
lanyard_offer_kind_get_name (LanyardOfferKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kinds), NULL);

  return _(kinds[kind].name);
}

/**
 * lanyard_offer_kind_get_word:
 * @kind: a kind of feed
 *
 * Gets the word for it of the command line.
 *
 * Returns: (transfer none): a word, never translated
 */
const char *
lanyard_offer_kind_get_word (LanyardOfferKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].word;
}

/**
 * lanyard_offer_kind_from_word:
 * @word: a word
 * @kind: (out): the kind of feed
 *
 * Understands the command line's word for a kind of feed.
 *
 * Returns: whether there is such a kind
 */
gboolean
lanyard_offer_kind_from_word (const char       *word,
                              LanyardOfferKind *kind)
{
  g_return_val_if_fail (word != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (word, kinds[i].word) == 0)
      {
        *kind = (LanyardOfferKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * lanyard_offer_source_get_word:
 * @source: why there may be a feed
 *
 * Gets the word for it of the command line.
 *
 * Returns: (transfer none): a word, never translated
 */
const char *
lanyard_offer_source_get_word (LanyardOfferSource source)
{
  static const char * const words[] = {
    [LANYARD_OFFER_ASKED] = "asked",
    [LANYARD_OFFER_LINKED] = "linked",
    [LANYARD_OFFER_USUAL] = "usual",
    [LANYARD_OFFER_GUESSED] = "guessed",
  };

  g_return_val_if_fail ((gsize) source < G_N_ELEMENTS (words), NULL);

  return words[source];
}
