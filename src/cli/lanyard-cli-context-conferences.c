/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which conference a run is about. Called by the commands; main thread. */

#include "config.h"

#include "lanyard-cli-await.h"
#include "lanyard-cli-choice.h"
#include "lanyard-cli-context.h"

/**
 * lanyard_cli_context_list_conferences:
 * @self: a context
 * @error: return location for an error
 *
 * Lists the stored conferences.
 *
 * Returns: (transfer container) (element-type LanyardConference) (nullable):
 *   the conferences, %NULL with @error set when the store fails
 */
GPtrArray *
lanyard_cli_context_list_conferences (LanyardCliContext  *self,
                                      GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  LanyardStore *store;

  g_return_val_if_fail (self != NULL, NULL);

  store = lanyard_cli_context_open_store (self, error);
  if (store == NULL)
    return NULL;
  await.cancellable = lanyard_cli_context_get_cancellable (self);
  lanyard_store_list_conferences_async (store, await.cancellable, lanyard_cli_await_cb, &await);
  return lanyard_store_list_conferences_finish (store, lanyard_cli_await_run (&await), error);
}

/**
 * lanyard_cli_context_ref_conference:
 * @self: a context
 * @name: (nullable): which, as a person says it; %NULL to choose
 * @error: return location for an error
 *
 * Finds the conference that a command is about.
 *
 * Returns: (transfer full) (nullable): the conference, %NULL with @error set
 *   when there is none or several fit
 */
LanyardConference *
lanyard_cli_context_ref_conference (LanyardCliContext  *self,
                                    const char         *name,
                                    GError            **error)
{
  g_autoptr (GPtrArray) conferences = NULL;
  LanyardConference *chosen;
  gint64 now;

  g_return_val_if_fail (self != NULL, NULL);

  if (!lanyard_cli_context_find_now (self, &now, error))
    return NULL;
  conferences = lanyard_cli_context_list_conferences (self, error);
  if (conferences == NULL)
    return NULL;

  if (name != NULL)
    chosen = lanyard_cli_choice_find (conferences, name, error);
  else
    chosen = lanyard_cli_choice_find_current (conferences, now, error);
  return chosen != NULL ? g_object_ref (chosen) : NULL;
}
