/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The calls that go to the network, as commands make them: each waits for its
 * answer, says on a terminal how far it is, and ends at Ctrl+C. Called by `add`
 * and `refresh`; main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-await.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-progress.h"
#include "lanyard-cli-sync.h"
#include "lanyard-cli-text.h"

#include "net/lanyard-address.h"

typedef struct
{
  LanyardCliProgress progress;
  GArray            *n_bytes; /* owned, of guint64: one a conference */
  guint              n_left;
} Watch;

typedef struct
{
  Watch          *watch; /* borrowed */
  guint           index;
  LanyardCliAwait await;
} Call;

static void
watch_clear (Watch *self)
{
  lanyard_cli_progress_clear (&self->progress);
  g_clear_pointer (&self->n_bytes, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Watch, watch_clear)

static void
call_free (gpointer data)
{
  Call *self = data;

  lanyard_cli_await_clear (&self->await);
  g_free (self);
}

/* What asks servers, made when it is first needed. */
static LanyardSync *
open_sync (LanyardCliContext  *context,
           GError            **error)
{
  g_autoptr (LanyardFetcher) fetcher = NULL;
  g_autoptr (LanyardKeyring) keyring = NULL;
  g_autoptr (LanyardClock) clock = NULL;
  LanyardStore *store;

  if (lanyard_cli_context_get_sync (context) != NULL)
    return lanyard_cli_context_get_sync (context);

  store = lanyard_cli_context_open_store (context, error);
  clock = store != NULL ? lanyard_clock_new_from_environment (error) : NULL;
  if (clock == NULL)
    return NULL;
  fetcher = lanyard_fetcher_new ();
  keyring = lanyard_keyring_new ();
  lanyard_cli_context_take_sync (context, lanyard_sync_new (store, fetcher, keyring, clock));
  return lanyard_cli_context_get_sync (context);
}

static void
progress_cb (LanyardSyncStep step,
             guint64         n_bytes,
             gpointer        user_data)
{
  lanyard_cli_progress_show_step (user_data, step, n_bytes);
}

static void
one_of_many_cb (LanyardSyncStep step,
                guint64         n_bytes,
                gpointer        user_data)
{
  const Call *call = user_data;
  Watch *watch = call->watch;
  guint64 sum = 0;

  g_array_index (watch->n_bytes, guint64, call->index) = n_bytes;
  for (guint i = 0; i < watch->n_bytes->len; i++)
    sum += g_array_index (watch->n_bytes, guint64, i);

  if (watch->n_bytes->len == 1)
    lanyard_cli_progress_show_step (&watch->progress, step, n_bytes);
  else
    lanyard_cli_progress_show_many (&watch->progress, watch->n_left, sum);
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Call *call = user_data;

  call->watch->n_left--;
  lanyard_cli_await_cb (source, result, &call->await);
}

/* They go on together; waiting for one lets the others go on, too. */
static GPtrArray *
begin_all (LanyardSync         *sync,
           GPtrArray           *uuids,
           LanyardRefreshFlags  flags,
           GCancellable        *cancellable,
           Watch               *watch)
{
  GPtrArray *calls = g_ptr_array_new_with_free_func (call_free);

  for (guint i = 0; i < uuids->len; i++)
    {
      Call *call = g_new0 (Call, 1);

      call->watch = watch;
      call->index = i;
      call->await.cancellable = cancellable;
      g_ptr_array_add (calls, call);
      lanyard_sync_refresh_async (sync, g_ptr_array_index (uuids, i), flags, one_of_many_cb, call, cancellable,
                                  ended_cb, call);
    }
  return calls;
}

/**
 * lanyard_cli_refreshed_free:
 * @self: (transfer full): how a refresh ended
 *
 * Frees it.
 */
void
lanyard_cli_refreshed_free (LanyardCliRefreshed *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->uuid);
  g_clear_pointer (&self->refresh, lanyard_refresh_free);
  g_clear_error (&self->error);
  g_free (self);
}

/* A feed is wanted by a word for its kind, or by its address. */
static gboolean
check_feed (const char  *feed,
            GError     **error)
{
  LanyardOfferKind kind;
  g_autoptr (LanyardAddress) address = lanyard_address_parse (feed, NULL);
  g_autofree char *word = lanyard_cli_text_dup_line (feed);

  if (address != NULL || lanyard_offer_kind_from_word (feed, &kind))
    return TRUE;
  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
               /* Translators: %s is what was typed; the words after it are typed as they are here */
               _("There is no kind of feed “%s”; name indico, pretalx, xml, json, xcal or ical, or the feed’s address."),
               word);
  return FALSE;
}

/**
 * lanyard_cli_sync_preview:
 * @context: the run
 * @address: (nullable): a conference's address, as it was typed; %NULL where
 *   somebody has this program add the sample, which is not at any
 * @wish: (nullable): what is known or wanted of it
 * @error: return location for an error
 *
 * Finds out which conference is at an address.
 *
 * Returns: (transfer full) (nullable): the conference, %NULL with @error set
 *   when there is none or the server does not tell
 */
LanyardPreview *
lanyard_cli_sync_preview (LanyardCliContext  *context,
                          const char         *address,
                          const LanyardWish  *wish,
                          GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  g_auto (LanyardCliProgress) progress = { 0 };
  LanyardSync *sync;

  g_return_val_if_fail (context != NULL, NULL);

  if (address == NULL)
    {
      g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
                   /* Translators: %s is a command to type */
                   _("Something is missing; “%s” says what."), "lanyard-cli add --help");
      return NULL;
    }
  if (wish != NULL && wish->feed != NULL && !check_feed (wish->feed, error))
    return NULL;
  sync = open_sync (context, error);
  if (sync == NULL)
    return NULL;
  lanyard_cli_progress_init (&progress);
  await.cancellable = lanyard_cli_context_get_cancellable (context);
  lanyard_sync_preview_async (sync, address, wish, progress_cb, &progress, await.cancellable, lanyard_cli_await_cb, &await);
  return lanyard_sync_preview_finish (sync, lanyard_cli_await_run (&await), error);
}

/**
 * lanyard_cli_sync_list_offers:
 * @context: the run
 * @address: a conference's address, as it was typed
 * @error: return location for an error
 *
 * Finds out where there may be feeds of a conference.
 *
 * Returns: (transfer full) (element-type LanyardOffer) (nullable): the feeds,
 *   %NULL with @error set when the server does not tell
 */
GPtrArray *
lanyard_cli_sync_list_offers (LanyardCliContext  *context,
                              const char         *address,
                              GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  LanyardSync *sync;

  g_return_val_if_fail (context != NULL, NULL);

  sync = open_sync (context, error);
  if (sync == NULL)
    return NULL;
  await.cancellable = lanyard_cli_context_get_cancellable (context);
  lanyard_sync_list_offers_async (sync, address, await.cancellable, lanyard_cli_await_cb, &await);
  return lanyard_sync_list_offers_finish (sync, lanyard_cli_await_run (&await), error);
}

/**
 * lanyard_cli_sync_add:
 * @context: the run
 * @preview: what lanyard_cli_sync_preview() found
 * @error: return location for an error
 *
 * Adds the conference, or refreshes it if it is there already.
 *
 * Returns: (transfer full) (nullable): what came of it, %NULL with @error set
 *   when nothing did
 */
LanyardSaved *
lanyard_cli_sync_add (LanyardCliContext  *context,
                      LanyardPreview     *preview,
                      GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  g_auto (LanyardCliProgress) progress = { 0 };
  LanyardSync *sync;

  g_return_val_if_fail (context != NULL, NULL);

  sync = open_sync (context, error);
  if (sync == NULL)
    return NULL;
  lanyard_cli_progress_init (&progress);
  lanyard_cli_progress_show_step (&progress, LANYARD_SYNC_SAVING, 0);
  await.cancellable = lanyard_cli_context_get_cancellable (context);
  lanyard_sync_add_async (sync, preview, await.cancellable, lanyard_cli_await_cb, &await);
  return lanyard_sync_add_finish (sync, lanyard_cli_await_run (&await), error);
}

/**
 * lanyard_cli_sync_refresh:
 * @context: the run
 * @uuids: (element-type utf8): conferences
 * @flags: how
 * @error: return location for an error
 *
 * Refreshes conferences, all at once.
 *
 * Returns: (transfer container) (element-type LanyardCliRefreshed) (nullable):
 *   how each of them ended, %NULL with @error set when none was begun, or at Ctrl+C
 */
GPtrArray *
lanyard_cli_sync_refresh (LanyardCliContext    *context,
                          GPtrArray            *uuids,
                          LanyardRefreshFlags   flags,
                          GError              **error)
{
  g_autoptr (GPtrArray) ended = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_cli_refreshed_free);
  g_autoptr (GPtrArray) calls = NULL;
  g_auto (Watch) watch = { .n_left = uuids->len };
  GCancellable *cancellable;
  LanyardSync *sync;

  g_return_val_if_fail (context != NULL, NULL);

  sync = open_sync (context, error);
  if (sync == NULL)
    return NULL;
  lanyard_cli_progress_init (&watch.progress);
  watch.n_bytes = g_array_sized_new (FALSE, TRUE, sizeof (guint64), uuids->len);
  g_array_set_size (watch.n_bytes, uuids->len);
  cancellable = lanyard_cli_context_get_cancellable (context);
  calls = begin_all (sync, uuids, flags, cancellable, &watch);

  for (guint i = 0; i < calls->len; i++)
    {
      Call *call = g_ptr_array_index (calls, i);
      LanyardCliRefreshed *refreshed = g_new0 (LanyardCliRefreshed, 1);

      refreshed->uuid = g_strdup (g_ptr_array_index (uuids, i));
      refreshed->refresh = lanyard_sync_refresh_finish (sync, lanyard_cli_await_run (&call->await), &refreshed->error);
      g_ptr_array_add (ended, refreshed);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&ended);
}
