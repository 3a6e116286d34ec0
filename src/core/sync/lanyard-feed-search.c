/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks for the feed of the conference that an address is of: where such
 * servers usually have it, else what the page links to, else where some servers
 * have it. Few addresses are asked, one after the other, and the first that
 * gives a programme is taken. Called by lanyard-preview.c, on a fiber of the
 * main thread. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lanyard-fiber.h"
#include "lanyard-sync-private.h"

#include "formats/lanyard-format.h"
#include "net/lanyard-content.h"
#include "net/lanyard-page-feeds.h"
#include "net/lanyard-usual-feeds.h"

/* How many addresses are asked for one conference. */
#define MOST_ASKED 8

/* --- the page ---------------------------------------------------------------- */

typedef struct
{
  GBytes    *body;   /* owned */
  char      *url;    /* owned */
  GPtrArray *offers; /* owned, of LanyardOffer */
} PageReading;

static void
page_reading_free (gpointer data)
{
  PageReading *self = data;

  g_bytes_unref (self->body);
  g_free (self->url);
  g_ptr_array_unref (self->offers);
  g_free (self);
}

static void
read_page_in_thread (GTask        *task,
                     gpointer      source,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  const PageReading *self = task_data;

  lanyard_page_feeds_add (self->body, self->url, self->offers);
  g_task_return_pointer (task, g_ptr_array_ref (self->offers), (GDestroyNotify) g_ptr_array_unref);
}

/* What a page links to. */
static void
add_linked (LanyardFeedSearch *self,
            LanyardResponse   *response)
{
  DexPromise *answer = dex_promise_new ();
  PageReading *reading = g_new0 (PageReading, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, lanyard_fiber_await_cb, dex_ref (answer));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) linked = NULL;

  reading->body = g_bytes_ref (response->body);
  reading->url = g_strdup (response->url);
  reading->offers = lanyard_offers_new ();
  g_task_set_source_tag (task, add_linked);
  g_task_set_task_data (task, reading, page_reading_free);
  g_task_run_in_thread (task, read_page_in_thread);
  result = lanyard_fiber_await (answer);
  linked = g_task_propagate_pointer (G_TASK (result), NULL);

  for (guint i = 0; linked != NULL && i < linked->len; i++)
    {
      const LanyardOffer *offer = g_ptr_array_index (linked, i);

      lanyard_offers_add (self->offers, offer->url, offer->kind, offer->source);
    }
}

static LanyardResponse *
fetch_page (LanyardFeedSearch  *self,
            const char         *url,
            GError            **error)
{
  DexPromise *answer = dex_promise_new ();
  const LanyardRequest request = { .url = url, .wants_page = TRUE };
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_fetcher_fetch_async (self->sync->fetcher, &request, NULL, NULL, self->cancellable, lanyard_fiber_await_cb,
                               dex_ref (answer));
  result = lanyard_fiber_await (answer);
  return lanyard_fetcher_fetch_finish (self->sync->fetcher, result, NULL, error);
}

static gboolean
understand_page (LanyardFeedSearch  *self,
                 LanyardResponse    *response,
                 GError            **error)
{
  g_autoptr (LanyardAddress) last = lanyard_address_parse (response->url, error);

  if (last == NULL)
    return FALSE;
  if (lanyard_content_is_page (response->body))
    add_linked (self, response);
  else
    lanyard_offers_add (self->offers, last->page, lanyard_offer_kind_guess (last->page), LANYARD_OFFER_ASKED);

  /* Only in the end one may know whose page it is: a short address leads there. */
  if (!lanyard_usual_feeds_add (last, self->offers) && !response->is_indico)
    lanyard_usual_feeds_guess (last, self->offers);
  if (response->is_indico && self->offers->len == 0)
    {
      g_set_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_ADDRESS,
                   _("This page of “%s” is not a conference’s; open the conference there, and paste its address."),
                   strstr (last->origin, "://") + strlen ("://"));
      return FALSE;
    }
  lanyard_offers_sort (self->offers);
  return TRUE;
}

/* Adds what the page at the address tells. No account is used: it may be good
 * for the feeds and not for pages. */
static gboolean
look_at_page (LanyardFeedSearch  *self,
              LanyardAddress     *address,
              GError            **error)
{
  g_autoptr (LanyardResponse) response = fetch_page (self, address->page, error);

  self->has_seen_page = TRUE;
  return response != NULL && understand_page (self, response, error);
}

/* --- the feeds --------------------------------------------------------------- */

static gboolean
is_one_of (const GError *error,
           GQuark        domain,
           const int    *codes,
           gsize         n_codes)
{
  for (gsize i = 0; i < n_codes; i++)
    if (g_error_matches (error, domain, codes[i]))
      return TRUE;
  return FALSE;
}

/* Whether a failure means that there is no feed, so that there may be one
 * elsewhere, and not that all of them would fail alike. */
static gboolean
is_refusal (const GError *error)
{
  static const int of_net[] = {
    LANYARD_NET_ERROR_UNAUTHORIZED, LANYARD_NET_ERROR_FORBIDDEN, LANYARD_NET_ERROR_NOT_FOUND, LANYARD_NET_ERROR_STATUS,
    LANYARD_NET_ERROR_LOGIN_WALL, LANYARD_NET_ERROR_REDIRECTS
  };
  static const int of_formats[] = {
    LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE, LANYARD_FORMAT_ERROR_WEB_PAGE, LANYARD_FORMAT_ERROR_MALFORMED,
    LANYARD_FORMAT_ERROR_NOT_FOUND, LANYARD_FORMAT_ERROR_NOT_AUTHORISED, LANYARD_FORMAT_ERROR_REFUSED
  };

  return is_one_of (error, LANYARD_NET_ERROR, of_net, G_N_ELEMENTS (of_net)) ||
         is_one_of (error, LANYARD_FORMAT_ERROR, of_formats, G_N_ELEMENTS (of_formats));
}

static gboolean
is_wanted (LanyardFeedSearch  *self,
           const LanyardOffer *offer)
{
  LanyardOfferKind kind;

  if (self->wish->feed == NULL)
    return TRUE;
  if (lanyard_offer_kind_from_word (self->wish->feed, &kind))
    return offer->kind == kind;
  return g_str_equal (offer->url, self->wanted);
}

/* What a server has sent on is offered where it is in the end. */
static void
take (LanyardFeedSearch  *self,
      guint               i,
      LanyardDownload    *download,
      LanyardReading     *reading)
{
  LanyardOffer *offer = g_ptr_array_index (self->offers, i);

  self->download = download;
  self->reading = reading;
  if (g_str_equal (offer->url, download->url))
    return;
  self->offers->pdata[i] = lanyard_offer_new (download->url, offer->kind, offer->source);
  lanyard_offer_unref (offer);
}

static gboolean
try_offer (LanyardFeedSearch  *self,
           guint               i,
           GError            **error)
{
  const LanyardOffer *offer = g_ptr_array_index (self->offers, i);
  DexPromise *answer;
  g_autoptr (GPtrArray) downloads = g_ptr_array_new ();
  g_autoptr (LanyardDownload) download = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  LanyardReading *reading;
  gint64 retry_at;

  download = lanyard_sync_download (self->sync, offer->url, NULL, FALSE, self->listener, self->cancellable, &retry_at, error);
  if (download == NULL)
    return FALSE;

  answer = dex_promise_new ();
  g_ptr_array_add (downloads, download);
  lanyard_sync_report (self->listener, LANYARD_SYNC_READING);
  lanyard_sync_read_async (self->sync, downloads, self->wish->zone, self->place, NULL, self->cancellable,
                           lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  reading = lanyard_sync_read_finish (result, error);
  if (reading == NULL)
    return FALSE;
  take (self, i, g_steal_pointer (&download), reading);
  return TRUE;
}

/* Whether a refusal is what somebody should hear: of what they asked for, or of
 * a server that is there, and not that a usual place has nothing. */
static gboolean
is_worth_telling (LanyardFeedSearch  *self,
                  const LanyardOffer *offer,
                  const GError       *failure)
{
  if (self->wish->feed != NULL || offer->source == LANYARD_OFFER_ASKED || offer->kind == LANYARD_OFFER_INDICO)
    return TRUE;
  return offer->source != LANYARD_OFFER_GUESSED &&
         !g_error_matches (failure, LANYARD_NET_ERROR, LANYARD_NET_ERROR_NOT_FOUND);
}

/* Tries what has not been tried yet. Fails only where no other offer would
 * help. */
static gboolean
try_offers (LanyardFeedSearch  *self,
            GError            **error)
{
  for (guint i = 0; i < self->offers->len && self->reading == NULL; i++)
    {
      const LanyardOffer *offer = g_ptr_array_index (self->offers, i);
      g_autoptr (GError) failure = NULL;

      if (!is_wanted (self, offer) || g_hash_table_size (self->tried) == MOST_ASKED ||
          !g_hash_table_add (self->tried, g_strdup (offer->url)) || try_offer (self, i, &failure))
        continue;
      if (!is_refusal (failure))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (self->refusal == NULL && is_worth_telling (self, offer, failure))
        self->refusal = g_steal_pointer (&failure);
    }
  return TRUE;
}

/* --- how it begins and ends -------------------------------------------------- */

static void
begin (LanyardFeedSearch *self)
{
  self->offers = lanyard_offers_new ();
  self->tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; self->wish->offers != NULL && i < self->wish->offers->len; i++)
    {
      const LanyardOffer *offer = g_ptr_array_index (self->wish->offers, i);

      lanyard_offers_add (self->offers, offer->url, offer->kind, offer->source);
    }
}

/* An address that was asked for is one of the offers: as it is, if an earlier
 * preview had it, else without what tells who somebody is. */
static gboolean
add_wanted (LanyardFeedSearch  *self,
            GError            **error)
{
  g_autoptr (LanyardAddress) address = NULL;
  LanyardOfferKind kind;

  if (self->wish->feed == NULL || lanyard_offer_kind_from_word (self->wish->feed, &kind))
    return TRUE;
  if (lanyard_offers_find (self->offers, self->wish->feed) != NULL)
    {
      self->wanted = g_strdup (self->wish->feed);
      return TRUE;
    }
  address = lanyard_address_parse (self->wish->feed, error);
  if (address == NULL)
    return FALSE;

  kind = lanyard_offer_kind_guess (address->page);
  if (kind == LANYARD_OFFER_OTHER && address->event != NULL)
    kind = LANYARD_OFFER_INDICO;
  self->wanted = g_strdup (kind == LANYARD_OFFER_INDICO ? address->url : address->page);
  lanyard_offers_add (self->offers, self->wanted, kind, LANYARD_OFFER_ASKED);
  return TRUE;
}

/* Whether the page may tell of other feeds: that of an event in an Indico has
 * said all if there is an Indico, and what is not there as a document is no page. */
static gboolean
may_page_help (LanyardFeedSearch *self,
               LanyardAddress    *address)
{
  gboolean is_missing = g_error_matches (self->refusal, LANYARD_NET_ERROR, LANYARD_NET_ERROR_NOT_FOUND);

  if (self->reading != NULL || self->has_seen_page || self->wish->offers != NULL)
    return FALSE;
  return address->event != NULL ? is_missing : !is_missing || !g_hash_table_contains (self->tried, address->page);
}

static void
set_nothing_found (LanyardFeedSearch  *self,
                   LanyardAddress     *address,
                   GError            **error)
{
  const char *host = strstr (address->origin, "://") + strlen ("://");

  if (self->refusal != NULL)
    g_propagate_error (error, g_steal_pointer (&self->refusal));
  else if (self->wish->feed != NULL)
    g_set_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_NOT_FOUND,
                 _("“%s” does not offer the programme in this format; choose another one."), host);
  else
    g_set_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_ADDRESS,
                 _("No programme was found at this address of “%s”, or none is published yet; paste that of the "
                   "conference’s schedule, or of its file as XML, JSON or iCalendar."),
                 host);
}

/*
 * Finds out where there may be feeds, and asks no more than the page.
 */
gboolean
lanyard_feed_search_list (LanyardFeedSearch  *self,
                          LanyardAddress     *address,
                          GError            **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean is_known;

  begin (self);
  is_known = lanyard_usual_feeds_add (address, self->offers);
  if (lanyard_offer_kind_guess (address->page) == LANYARD_OFFER_OTHER && address->event == NULL)
    look_at_page (self, address, &failure);
  lanyard_offers_sort (self->offers);
  if (is_known || failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/*
 * Finds the feed that is wanted, or the best, and reads it.
 */
gboolean
lanyard_feed_search_run (LanyardFeedSearch  *self,
                         LanyardAddress     *address,
                         GError            **error)
{
  g_autoptr (GError) failure = NULL;

  begin (self);
  if (!add_wanted (self, error))
    return FALSE;
  if (lanyard_usual_feeds_add (address, self->offers) || self->wish->feed != NULL)
    {
      lanyard_offers_sort (self->offers);
      if (!try_offers (self, error))
        return FALSE;
    }
  if (may_page_help (self, address))
    {
      if (look_at_page (self, address, &failure))
        {
          if (!try_offers (self, error))
            return FALSE;
        }
      else if (self->refusal == NULL)
        g_propagate_error (&self->refusal, g_steal_pointer (&failure));
    }

  if (self->reading == NULL)
    set_nothing_found (self, address, error);
  return self->reading != NULL;
}

void
lanyard_feed_search_clear (LanyardFeedSearch *self)
{
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_pointer (&self->tried, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->download, lanyard_download_free);
  g_clear_pointer (&self->reading, lanyard_reading_free);
  g_clear_error (&self->refusal);
}
