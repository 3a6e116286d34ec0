/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a feed's address to its documents, for those who preview a conference
 * and those who refresh one: the account, if there is one, and the download.
 * Called by fibers on the main thread. */

#include "config.h"

#include <string.h>

#include "lanyard-fiber.h"
#include "lanyard-sync-private.h"

#include "formats/lanyard-format.h"
#include "net/lanyard-document-feed.h"
#include "net/lanyard-indico-feed.h"

static void
bytes_arrived_cb (guint64  n_bytes,
                  guint64  n_total,
                  gpointer user_data)
{
  LanyardSyncListener *listener = user_data;

  listener->n_bytes = listener->n_before + n_bytes;
  lanyard_sync_report (listener, n_bytes > 0 ? LANYARD_SYNC_DOWNLOADING : LANYARD_SYNC_CONNECTING);
}

/*
 * Lists what is there, on a fiber.
 */
GPtrArray *
lanyard_sync_list_conferences (LanyardSync   *self,
                               GCancellable  *cancellable,
                               GError       **error)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_list_conferences_async (self->store, cancellable, lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  return lanyard_store_list_conferences_finish (self->store, result, error);
}

/*
 * Looks up where a conference's programme comes from, on a fiber.
 */
LanyardFeed *
lanyard_sync_find_feed (LanyardSync   *self,
                        const char    *uuid,
                        GCancellable  *cancellable,
                        GError       **error)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_find_feed_async (self->store, uuid, cancellable, lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  return lanyard_store_find_feed_finish (self->store, result, error);
}

/*
 * Looks up the account for a server, on a fiber.
 */
LanyardCredential *
lanyard_sync_find_credential (LanyardSync   *self,
                              const char    *origin,
                              GCancellable  *cancellable,
                              GError       **error)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_keyring_find_async (self->keyring, origin, cancellable, lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  return lanyard_keyring_find_finish (self->keyring, result, error);
}

/*
 * Says whether somebody who can be asked to unlock the keyring, or to allow it,
 * would help.
 */
gboolean
lanyard_sync_wants_keyring (const GError *keyring_error,
                            const GError *failure)
{
  if (keyring_error == NULL || keyring_error->domain != LANYARD_KEYRING_ERROR ||
      keyring_error->code == LANYARD_KEYRING_ERROR_NO_SERVICE)
    return FALSE;

  return g_error_matches (failure, LANYARD_NET_ERROR, LANYARD_NET_ERROR_UNAUTHORIZED) ||
         g_error_matches (failure, LANYARD_NET_ERROR, LANYARD_NET_ERROR_FORBIDDEN) ||
         g_error_matches (failure, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_AUTHORISED);
}

/*
 * Tells a listener how far it is.
 */
void
lanyard_sync_report (const LanyardSyncListener *listener,
                     LanyardSyncStep            step)
{
  if (listener->func != NULL)
    listener->func (step, listener->n_bytes, listener->data);
}

/* An event's own address is that of an Indico, which has three documents. */
static LanyardDownload *
ask (LanyardSync          *self,
     LanyardAddress       *address,
     const char           *url,
     const char           *validators,
     gboolean              by_hand,
     LanyardCredential    *credential,
     LanyardSyncListener  *listener,
     GCancellable         *cancellable,
     gint64               *retry_at,
     GError              **error)
{
  DexPromise *answer = dex_promise_new ();
  gboolean is_indico = address->event != NULL && g_str_equal (address->url, url);
  g_autoptr (GAsyncResult) result = NULL;

  if (is_indico)
    lanyard_indico_feed_download_async (self->fetcher, address, credential, validators, by_hand, bytes_arrived_cb,
                                        listener, cancellable, lanyard_fiber_await_cb, dex_ref (answer));
  else
    lanyard_document_feed_download_async (self->fetcher, url, credential, validators, by_hand, bytes_arrived_cb,
                                          listener, cancellable, lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  return is_indico ? lanyard_indico_feed_download_finish (result, retry_at, error)
                   : lanyard_document_feed_download_finish (result, retry_at, error);
}

/*
 * Fetches what is at one feed's address, with the account that there is for
 * its server. A keyring that cannot be read does not hinder what everybody may
 * see; only when the server wants an account is it the reason.
 */
LanyardDownload *
lanyard_sync_download (LanyardSync          *self,
                       const char           *url,
                       const char           *validators,
                       gboolean              by_hand,
                       LanyardSyncListener  *listener,
                       GCancellable         *cancellable,
                       gint64               *retry_at,
                       GError              **error)
{
  g_autoptr (LanyardAddress) address = lanyard_address_parse (url, error);
  g_autoptr (GError) keyring_error = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (LanyardCredential) credential = NULL;
  g_autoptr (LanyardDownload) download = NULL;

  if (address == NULL)
    return NULL;

  credential = lanyard_sync_find_credential (self, address->origin, cancellable, &keyring_error);
  download = ask (self, address, url, validators, by_hand, credential, listener, cancellable, retry_at, &failure);
  if (download != NULL && !download->is_unmodified && lanyard_sync_is_event_calendar (address, url) &&
      !lanyard_sync_add_calendars (self, address, download, credential, by_hand, cancellable, retry_at, &failure))
    g_clear_pointer (&download, lanyard_download_free);
  listener->n_before = listener->n_bytes;
  if (lanyard_sync_wants_keyring (keyring_error, failure))
    g_propagate_error (error, g_steal_pointer (&keyring_error));
  else if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return g_steal_pointer (&download);
}

/* What was as it was is needed after all if something else is new. */
static gboolean
complete (LanyardSync          *self,
          GPtrArray            *downloads,
          LanyardSyncListener  *listener,
          GCancellable         *cancellable,
          gint64               *retry_at,
          GError              **error)
{
  gboolean is_unmodified = TRUE;

  for (guint i = 0; i < downloads->len; i++)
    is_unmodified &= ((const LanyardDownload *) g_ptr_array_index (downloads, i))->is_unmodified;

  for (guint i = 0; i < downloads->len && !is_unmodified; i++)
    {
      LanyardDownload *download = g_ptr_array_index (downloads, i);
      LanyardDownload *whole;

      if (!download->is_unmodified)
        continue;
      whole = lanyard_sync_download (self, download->url, NULL, FALSE, listener, cancellable, retry_at, error);
      if (whole == NULL)
        return FALSE;
      downloads->pdata[i] = whole;
      lanyard_download_free (download);
    }
  return TRUE;
}

/*
 * Fetches what is at all addresses of a feed, one after the other.
 */
GPtrArray *
lanyard_sync_download_feed (LanyardSync          *self,
                            const LanyardFeed    *feed,
                            gboolean              by_hand,
                            LanyardSyncListener  *listener,
                            GCancellable         *cancellable,
                            gint64               *retry_at,
                            GError              **error)
{
  g_autoptr (GPtrArray) downloads = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_download_free);
  g_auto (GStrv) urls = lanyard_feed_split_url (feed->url);
  g_auto (GStrv) validators = g_strsplit (feed->validators != NULL ? feed->validators : "", "\n", -1);
  gboolean has_validators = g_strv_length (validators) == g_strv_length (urls);

  for (guint i = 0; urls[i] != NULL; i++)
    {
      const char *told = has_validators && *validators[i] != '\0' ? validators[i] : NULL;
      LanyardDownload *download =
          lanyard_sync_download (self, urls[i], told, by_hand, listener, cancellable, retry_at, error);

      if (download == NULL)
        return NULL;
      g_ptr_array_add (downloads, download);
    }
  if (!complete (self, downloads, listener, cancellable, retry_at, error))
    return NULL;
  return g_steal_pointer (&downloads);
}

/*
 * Says where downloads came from and what was told with them, to be kept.
 */
LanyardFeed *
lanyard_sync_make_feed (GPtrArray  *downloads,
                        const char *digest)
{
  g_autoptr (GStrvBuilder) urls = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) validators = g_strv_builder_new ();
  g_auto (GStrv) all_urls = NULL;
  g_auto (GStrv) all_validators = NULL;
  g_autofree char *url = NULL;
  g_autofree char *told = NULL;

  for (guint i = 0; i < downloads->len; i++)
    {
      const LanyardDownload *download = g_ptr_array_index (downloads, i);

      g_strv_builder_add (urls, download->url);
      g_strv_builder_add (validators, download->validators != NULL ? download->validators : "");
    }
  all_urls = g_strv_builder_end (urls);
  all_validators = g_strv_builder_end (validators);
  url = lanyard_feed_join_urls ((const char * const *) all_urls);
  told = g_strjoinv ("\n", all_validators);
  return lanyard_feed_new (url, *told != '\0' && strspn (told, "\n") < strlen (told) ? told : NULL, digest);
}
