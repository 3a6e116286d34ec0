/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LanyardOfferKind:
 * @LANYARD_OFFER_INDICO: the export of an Indico
 * @LANYARD_OFFER_PRETALX: what pretalx makes its own schedule page of; it has breaks
 * @LANYARD_OFFER_XML: a schedule as XML: frab, Pentabarf, pretalx, wafer and others
 * @LANYARD_OFFER_JSON: a schedule as JSON
 * @LANYARD_OFFER_XCAL: a calendar as XML
 * @LANYARD_OFFER_ICALENDAR: a calendar
 * @LANYARD_OFFER_OTHER: something that only its content tells
 *
 * What a feed seems to be, best first: how much such feeds say.
 */
typedef enum
{
  LANYARD_OFFER_INDICO,
  LANYARD_OFFER_PRETALX,
  LANYARD_OFFER_XML,
  LANYARD_OFFER_JSON,
  LANYARD_OFFER_XCAL,
  LANYARD_OFFER_ICALENDAR,
  LANYARD_OFFER_OTHER,
} LanyardOfferKind;

/**
 * LanyardOfferSource:
 * @LANYARD_OFFER_ASKED: it is the very address that somebody gave
 * @LANYARD_OFFER_LINKED: the page links to it
 * @LANYARD_OFFER_USUAL: servers like this one usually have it there
 * @LANYARD_OFFER_GUESSED: some servers have it there
 *
 * Why there may be a feed, the surest first.
 */
typedef enum
{
  LANYARD_OFFER_ASKED,
  LANYARD_OFFER_LINKED,
  LANYARD_OFFER_USUAL,
  LANYARD_OFFER_GUESSED,
} LanyardOfferSource;

#define LANYARD_TYPE_OFFER (lanyard_offer_get_type ())

/**
 * LanyardOffer:
 * @url: where it is
 * @kind: what it seems to be
 * @source: why it may be there
 *
 * An address that may be a conference's feed; never changes.
 */
typedef struct
{
  char               *url;
  LanyardOfferKind    kind;
  LanyardOfferSource  source;
} LanyardOffer;

GType              lanyard_offer_get_type      (void);
LanyardOffer      *lanyard_offer_new           (const char         *url,
                                                LanyardOfferKind    kind,
                                                LanyardOfferSource  source);
LanyardOffer      *lanyard_offer_ref           (LanyardOffer       *self);
void               lanyard_offer_unref         (LanyardOffer       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardOffer, lanyard_offer_unref)

GPtrArray         *lanyard_offers_new          (void);
void               lanyard_offers_add          (GPtrArray          *offers,
                                                const char         *url,
                                                LanyardOfferKind    kind,
                                                LanyardOfferSource  source);
LanyardOffer      *lanyard_offers_find         (GPtrArray          *offers,
                                                const char         *url);
void               lanyard_offers_sort         (GPtrArray          *offers);

LanyardOfferKind   lanyard_offer_kind_guess    (const char         *url);
LanyardOfferKind   lanyard_offer_kind_of_feed  (const char         *url);
const char        *lanyard_offer_kind_get_name (LanyardOfferKind    kind);
const char        *lanyard_offer_kind_get_word (LanyardOfferKind    kind);
gboolean           lanyard_offer_kind_from_word (const char        *word,
                                                 LanyardOfferKind  *kind);
const char        *lanyard_offer_source_get_word (LanyardOfferSource source);

G_END_DECLS
