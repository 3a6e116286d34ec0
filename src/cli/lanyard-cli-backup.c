/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli export --backup`: all that is yours, of all conferences. Called
 * by the export command; main thread. */

#include "config.h"

#include "export/lanyard-backup-json.h"
#include "lanyard-cli-await.h"
#include "lanyard-cli-backup.h"

/**
 * lanyard_cli_backup_make:
 * @context: the run
 * @error: return location for an error
 *
 * Makes a backup file.
 *
 * Returns: (transfer full) (nullable): its bytes, %NULL with @error set when
 *   the store fails
 */
GBytes *
lanyard_cli_backup_make (LanyardCliContext  *context,
                         GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  g_autoptr (LanyardBackup) backup = NULL;
  LanyardStore *store;
  gint64 now;

  g_return_val_if_fail (context != NULL, NULL);

  store = lanyard_cli_context_open_store (context, error);
  if (store == NULL || !lanyard_cli_context_find_now (context, &now, error))
    return NULL;
  await.cancellable = lanyard_cli_context_get_cancellable (context);
  lanyard_store_collect_backup_async (store, now, await.cancellable, lanyard_cli_await_cb, &await);
  backup = lanyard_store_collect_backup_finish (store, lanyard_cli_await_run (&await), error);
  return backup != NULL ? lanyard_backup_to_json (backup) : NULL;
}
