/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The other calendars of an Indico's event, where one of them is the feed
 * because the server keeps the exports to itself: the event, its sessions and
 * its talks are in one each, and together they say nearly what the exports do.
 * Called by lanyard-sync-download.c, on fibers of the main thread. */

#include "config.h"

#include <string.h>

#include "lanyard-fiber.h"
#include "lanyard-sync-private.h"

#include "net/lanyard-document-feed.h"

/* What a calendar begins with. A server that has none of a scope may answer
 * with anything. */
#define MARK "BEGIN:VCALENDAR"

static gboolean
is_calendar (GBytes *document)
{
  gsize size;
  const char *data = g_bytes_get_data (document, &size);

  return size > strlen (MARK) && memcmp (data, MARK, strlen (MARK)) == 0;
}

/* Whether a server says for good that it does not have it. Trouble that may
 * pass is none of this: a refresh would lose all sessions over it. */
static gboolean
is_refusal (const GError *error)
{
  return error->domain == LANYARD_NET_ERROR &&
         (error->code == LANYARD_NET_ERROR_NOT_FOUND || error->code == LANYARD_NET_ERROR_FORBIDDEN ||
          error->code == LANYARD_NET_ERROR_UNAUTHORIZED || error->code == LANYARD_NET_ERROR_STATUS ||
          error->code == LANYARD_NET_ERROR_LOGIN_WALL || error->code == LANYARD_NET_ERROR_REDIRECTS);
}

static LanyardDownload *
fetch (LanyardSync        *self,
       const char         *url,
       LanyardCredential  *credential,
       gboolean            by_hand,
       GCancellable       *cancellable,
       gint64             *retry_at,
       GError            **error)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_document_feed_download_async (self->fetcher, url, credential, NULL, by_hand, NULL, NULL, cancellable,
                                        lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  return lanyard_document_feed_download_finish (result, retry_at, error);
}

/*
 * Whether an address is that of one of an event's calendars.
 */
gboolean
lanyard_sync_is_event_calendar (LanyardAddress *address,
                                const char     *url)
{
  g_autofree char *calendar = g_strconcat (address->event != NULL ? address->url : "", "/event.ics", NULL);

  return address->event != NULL && g_str_has_prefix (url, calendar) &&
         (url[strlen (calendar)] == '\0' || url[strlen (calendar)] == '?');
}

/*
 * Adds the other calendars of an event to the download of one. What the server
 * said of that one holds for none of the others, so it is forgotten.
 */
gboolean
lanyard_sync_add_calendars (LanyardSync        *self,
                            LanyardAddress     *address,
                            LanyardDownload    *download,
                            LanyardCredential  *credential,
                            gboolean            by_hand,
                            GCancellable       *cancellable,
                            gint64             *retry_at,
                            GError            **error)
{
  static const char * const scopes[] = { "", "?scope=session", "?scope=contribution" };

  g_clear_pointer (&download->validators, g_free);
  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_autofree char *url = g_strconcat (address->url, "/event.ics", scopes[i], NULL);
      g_autoptr (LanyardDownload) other = NULL;
      g_autoptr (GError) failure = NULL;

      if (g_str_equal (url, download->url))
        continue;
      other = fetch (self, url, credential, by_hand, cancellable, retry_at, &failure);
      if (other == NULL && !is_refusal (failure))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (other != NULL && other->documents->len == 1 && is_calendar (g_ptr_array_index (other->documents, 0)))
        g_ptr_array_add (download->documents, g_bytes_ref (g_ptr_array_index (other->documents, 0)));
    }
  return TRUE;
}
