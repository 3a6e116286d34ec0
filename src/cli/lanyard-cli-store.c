/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store's calls, each waited for to its end: a command does one thing
 * after the other and has nothing else to do meanwhile. Called by the
 * commands; main thread. */

#include "config.h"

#include "lanyard-cli-await.h"
#include "lanyard-cli-store.h"

#include "sync/lanyard-gather.h"

/* The store, opened, for a call that Ctrl+C ends. */
static LanyardStore *
begin (LanyardCliContext  *context,
       LanyardCliAwait    *await,
       GError            **error)
{
  await->cancellable = lanyard_cli_context_get_cancellable (context);
  return lanyard_cli_context_open_store (context, error);
}

/**
 * lanyard_cli_store_list_picks:
 * @context: the run
 * @uuid: a conference's uuid
 * @error: return location for an error
 *
 * Lists the picks of a conference.
 *
 * Returns: (transfer container) (element-type LanyardPick) (nullable): the picks,
 *   %NULL with @error set when the store fails
 */
GPtrArray *
lanyard_cli_store_list_picks (LanyardCliContext  *context,
                              const char         *uuid,
                              GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  LanyardStore *store;

  g_return_val_if_fail (context != NULL, NULL);

  store = begin (context, &await, error);
  if (store == NULL)
    return NULL;
  lanyard_store_list_picks_async (store, uuid, await.cancellable, lanyard_cli_await_cb, &await);
  return lanyard_store_list_picks_finish (store, lanyard_cli_await_run (&await), error);
}

/**
 * lanyard_cli_store_load_hidden:
 * @context: the run
 * @uuid: a conference's uuid
 * @error: return location for an error
 *
 * Loads what of a conference the user never wants to see.
 *
 * Returns: (transfer full) (nullable): what is hidden for good, %NULL with
 *   @error set when the store fails
 */
LanyardFilter *
lanyard_cli_store_load_hidden (LanyardCliContext  *context,
                               const char         *uuid,
                               GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  g_autoptr (GHashTable) choices = NULL;
  LanyardStore *store;

  g_return_val_if_fail (context != NULL, NULL);

  store = begin (context, &await, error);
  if (store == NULL)
    return NULL;
  lanyard_store_list_choices_async (store, uuid, await.cancellable, lanyard_cli_await_cb, &await);
  choices = lanyard_store_list_choices_finish (store, lanyard_cli_await_run (&await), error);
  return choices != NULL ? lanyard_filter_new_parse (g_hash_table_lookup (choices, "hidden")) : NULL;
}

/**
 * lanyard_cli_store_load_decisions:
 * @context: the run
 * @uuid: a conference's uuid
 * @error: return location for an error
 *
 * Loads what is decided about a conference.
 *
 * Returns: (transfer full) (nullable): the decisions, %NULL with @error set
 *   when the store fails
 */
LanyardDecisions *
lanyard_cli_store_load_decisions (LanyardCliContext  *context,
                                  const char         *uuid,
                                  GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  LanyardStore *store;

  g_return_val_if_fail (context != NULL, NULL);

  store = begin (context, &await, error);
  if (store == NULL)
    return NULL;
  lanyard_store_load_decisions_async (store, uuid, await.cancellable, lanyard_cli_await_cb, &await);
  return lanyard_store_load_decisions_finish (store, lanyard_cli_await_run (&await), error);
}

/**
 * lanyard_cli_store_load_outline:
 * @context: the run
 * @uuid: a conference's uuid
 * @error: return location for an error
 *
 * Loads what lists need of a programme.
 *
 * Returns: (transfer full) (nullable): the programme without its talks' long texts,
 *   %NULL with @error set when the store fails
 */
LanyardProgramme *
lanyard_cli_store_load_outline (LanyardCliContext  *context,
                                const char         *uuid,
                                GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  LanyardStore *store;

  g_return_val_if_fail (context != NULL, NULL);

  store = begin (context, &await, error);
  if (store == NULL)
    return NULL;
  lanyard_store_load_outline_async (store, uuid, await.cancellable, lanyard_cli_await_cb, &await);
  return lanyard_store_load_outline_finish (store, lanyard_cli_await_run (&await), error);
}

/**
 * lanyard_cli_store_load_whole:
 * @context: the run
 * @uuid: a conference's uuid
 * @error: return location for an error
 *
 * Loads all of a programme.
 *
 * Returns: (transfer full) (nullable): the programme,
 *   %NULL with @error set when the store fails
 */
LanyardProgramme *
lanyard_cli_store_load_whole (LanyardCliContext  *context,
                              const char         *uuid,
                              GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  LanyardStore *store;

  g_return_val_if_fail (context != NULL, NULL);

  store = begin (context, &await, error);
  if (store == NULL)
    return NULL;
  lanyard_store_load_whole_async (store, uuid, await.cancellable, lanyard_cli_await_cb, &await);
  return lanyard_store_load_whole_finish (store, lanyard_cli_await_run (&await), error);
}

/**
 * lanyard_cli_store_load_talk:
 * @context: the run
 * @outline: a programme as lanyard_cli_store_load_outline() gives it
 * @key: a talk's key
 * @error: return location for an error
 *
 * Loads all of one talk.
 *
 * Returns: (transfer full) (nullable): the talk,
 *   %NULL with @error set when the store fails
 */
LanyardTalk *
lanyard_cli_store_load_talk (LanyardCliContext  *context,
                             LanyardProgramme   *outline,
                             const char         *key,
                             GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  LanyardStore *store;

  g_return_val_if_fail (context != NULL, NULL);

  store = begin (context, &await, error);
  if (store == NULL)
    return NULL;
  lanyard_store_load_talk_async (store, outline, key, await.cancellable, lanyard_cli_await_cb, &await);
  return lanyard_store_load_talk_finish (store, lanyard_cli_await_run (&await), error);
}

/**
 * lanyard_cli_store_has_feed:
 * @context: the run
 * @uuid: a conference's uuid
 * @has_feed: (out): whether it was added from an address
 * @error: return location for an error
 *
 * Finds out where a conference came from.
 *
 * Returns: %FALSE with @error set when the store fails
 */
gboolean
lanyard_cli_store_has_feed (LanyardCliContext  *context,
                            const char         *uuid,
                            gboolean           *has_feed,
                            GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  g_autoptr (LanyardFeed) feed = NULL;
  g_autoptr (GError) failure = NULL;
  LanyardStore *store;

  g_return_val_if_fail (context != NULL && has_feed != NULL, FALSE);

  store = begin (context, &await, error);
  if (store == NULL)
    return FALSE;
  lanyard_store_find_feed_async (store, uuid, await.cancellable, lanyard_cli_await_cb, &await);
  feed = lanyard_store_find_feed_finish (store, lanyard_cli_await_run (&await), &failure);
  if (failure != NULL && !g_error_matches (failure, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  *has_feed = feed != NULL;
  return TRUE;
}

/**
 * lanyard_cli_store_remove:
 * @context: the run
 * @uuid: a conference's uuid
 * @error: return location for an error
 *
 * Removes a conference.
 *
 * Returns: %FALSE with @error set when the store fails
 */
gboolean
lanyard_cli_store_remove (LanyardCliContext  *context,
                          const char         *uuid,
                          GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  LanyardStore *store;

  g_return_val_if_fail (context != NULL, FALSE);

  store = begin (context, &await, error);
  if (store == NULL)
    return FALSE;
  lanyard_store_remove_conference_async (store, uuid, await.cancellable, lanyard_cli_await_cb, &await);
  return lanyard_store_remove_conference_finish (store, lanyard_cli_await_run (&await), error);
}

/**
 * lanyard_cli_store_restore:
 * @context: the run
 * @uuid: a conference's uuid
 * @error: return location for an error
 *
 * Brings a conference back that was removed.
 *
 * Returns: %FALSE with @error set when there is none, or the store fails
 */
gboolean
lanyard_cli_store_restore (LanyardCliContext  *context,
                           const char         *uuid,
                           GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  LanyardStore *store;

  g_return_val_if_fail (context != NULL, FALSE);

  store = begin (context, &await, error);
  if (store == NULL)
    return FALSE;
  lanyard_store_restore_conference_async (store, uuid, await.cancellable, lanyard_cli_await_cb, &await);
  return lanyard_store_restore_conference_finish (store, lanyard_cli_await_run (&await), error);
}

/**
 * lanyard_cli_store_forget:
 * @context: the run
 * @uuid: a conference's uuid
 * @error: return location for an error
 *
 * Deletes a conference for good, with all that was decided about it.
 *
 * Returns: %FALSE with @error set when the store fails
 */
gboolean
lanyard_cli_store_forget (LanyardCliContext  *context,
                          const char         *uuid,
                          GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  LanyardStore *store;

  g_return_val_if_fail (context != NULL, FALSE);

  store = begin (context, &await, error);
  if (store == NULL)
    return FALSE;
  lanyard_store_forget_conference_async (store, uuid, await.cancellable, lanyard_cli_await_cb, &await);
  return lanyard_store_forget_conference_finish (store, lanyard_cli_await_run (&await), error);
}

/**
 * lanyard_cli_store_list_changes:
 * @context: the run
 * @uuid: a conference's uuid
 * @since: UTC seconds: noticed then or later, or %LANYARD_NO_TIME for all
 * @error: return location for an error
 *
 * Lists what refreshes found to be different.
 *
 * Returns: (transfer container) (element-type LanyardChange) (nullable): the changes,
 *   %NULL with @error set when the store fails
 */
GPtrArray *
lanyard_cli_store_list_changes (LanyardCliContext  *context,
                                const char         *uuid,
                                gint64              since,
                                GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  LanyardStore *store;

  g_return_val_if_fail (context != NULL, NULL);

  store = begin (context, &await, error);
  if (store == NULL)
    return NULL;
  lanyard_store_list_changes_async (store, uuid, since, await.cancellable, lanyard_cli_await_cb, &await);
  return lanyard_store_list_changes_finish (store, lanyard_cli_await_run (&await), error);
}

/**
 * lanyard_cli_store_gather:
 * @context: the run
 * @error: return location for an error
 *
 * Loads the plans of all conferences.
 *
 * Returns: (transfer full) (element-type LanyardExtract) (nullable): the plans,
 *   %NULL with @error set when the store fails
 */
GPtrArray *
lanyard_cli_store_gather (LanyardCliContext  *context,
                          GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  LanyardStore *store;

  g_return_val_if_fail (context != NULL, NULL);

  store = begin (context, &await, error);
  if (store == NULL)
    return NULL;
  lanyard_gather_async (store, NULL, LANYARD_GATHER_PLANNED, await.cancellable, lanyard_cli_await_cb, &await);
  return lanyard_gather_finish (store, lanyard_cli_await_run (&await), error);
}

/**
 * lanyard_cli_store_search:
 * @context: the run
 * @uuid: (nullable): a conference's uuid, %NULL for all conferences
 * @words: what to look for
 * @limit: how many matches of each kind at most
 * @error: return location for an error
 *
 * Searches.
 *
 * Returns: (transfer container) (element-type LanyardMatch) (nullable): the matches, best first,
 *   %NULL with @error set when the store fails
 */
GPtrArray *
lanyard_cli_store_search (LanyardCliContext  *context,
                          const char         *uuid,
                          const char         *words,
                          guint               limit,
                          GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  LanyardStore *store;
  gint64 now;

  g_return_val_if_fail (context != NULL, NULL);

  store = begin (context, &await, error);
  if (store == NULL || !lanyard_cli_context_find_now (context, &now, error))
    return NULL;
  lanyard_store_search_async (store, uuid, words, now, limit, await.cancellable, lanyard_cli_await_cb, &await);
  return lanyard_store_search_finish (store, lanyard_cli_await_run (&await), error);
}

/**
 * lanyard_cli_store_apply:
 * @context: the run
 * @uuid: a conference's uuid
 * @edit: what to decide
 * @error: return location for an error
 *
 * Decides something, all of it or nothing.
 *
 * Returns: %FALSE with @error set when the store fails
 */
gboolean
lanyard_cli_store_apply (LanyardCliContext  *context,
                         const char         *uuid,
                         LanyardEdit        *edit,
                         GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  LanyardStore *store;
  gint64 now;

  g_return_val_if_fail (context != NULL, FALSE);

  store = begin (context, &await, error);
  if (store == NULL || !lanyard_cli_context_find_now (context, &now, error))
    return FALSE;
  lanyard_store_apply_async (store, uuid, edit, now, await.cancellable, lanyard_cli_await_cb, &await);
  return lanyard_store_apply_finish (store, lanyard_cli_await_run (&await), error);
}
