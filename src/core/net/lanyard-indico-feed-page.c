/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The number of an event of which there is only a short address, or one of
 * Indico 0.x: the page is asked for, and where that leads in the end tells.
 * Called by the feed; main thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-indico-feed-private.h"

static void
page_came_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  gint64 *retry_at = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (LanyardResponse) response = lanyard_fetcher_fetch_finish (LANYARD_FETCHER (source), result, retry_at, &error);
  g_autoptr (LanyardAddress) address = NULL;
  g_autofree char *host = NULL;

  if (response != NULL)
    address = lanyard_address_parse (response->url, &error);
  if (address == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (address->event != NULL)
    {
      g_task_return_pointer (task, g_steal_pointer (&address), (GDestroyNotify) lanyard_address_unref);
      return;
    }

  host = lanyard_indico_feed_dup_host (address);
  g_task_return_new_error (task, LANYARD_NET_ERROR, LANYARD_NET_ERROR_ADDRESS,
                           response->is_indico
                               ? _("This page of “%s” is not a conference's; open the conference there, and paste its address.")
                               : _("“%s” is not an Indico server, so nothing can be fetched from it; "
                                   "paste the address of the conference's page on its Indico server."),
                           host);
}

/* A token is not sent: it may be good for the exports and not for pages. A page
 * that needs an account leads to one to log in at, which tells the event too. */
void
lanyard_indico_feed_find_event_async (LanyardFetcher      *fetcher,
                                      LanyardAddress      *address,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  const LanyardRequest request = { .url = address->url };

  g_assert (address->event == NULL);

  g_task_set_source_tag (task, lanyard_indico_feed_find_event_async);
  g_task_set_task_data (task, g_new0 (gint64, 1), g_free);
  lanyard_fetcher_fetch_async (fetcher, &request, NULL, NULL, cancellable, page_came_cb, g_object_ref (task));
}

/* @retry_at: (out): when the server wants to be asked again, 0 if it did not say */
LanyardAddress *
lanyard_indico_feed_find_event_finish (GAsyncResult  *result,
                                       gint64        *retry_at,
                                       GError       **error)
{
  g_assert (g_task_is_valid (result, NULL));

  *retry_at = *(gint64 *) g_task_get_task_data (G_TASK (result));
  return g_task_propagate_pointer (G_TASK (result), error);
}
