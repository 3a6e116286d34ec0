/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli accounts`: the servers that you are signed in to. No secret is
 * read for it, and nobody is asked to unlock anything. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-account.h"
#include "lanyard-cli-await.h"
#include "lanyard-cli-command.h"
#include "lanyard-cli-online.h"
#include "lanyard-cli-table.h"

#include "net/lanyard-keyring.h"

enum
{
  COLUMN_SERVER,
  COLUMN_USER,
  COLUMN_KIND,
};

static const LanyardCliColumn columns[] = {
  { N_("SERVER"), 0, 0, 0 },
  { N_("USER"), LANYARD_CLI_COLUMN_FLEXIBLE, 8, 0 },
  { N_("KIND"), 0, 0, 1 },
};

static GPtrArray *
list_accounts (LanyardCliContext  *context,
               GError            **error)
{
  g_autoptr (LanyardKeyring) keyring = lanyard_keyring_new ();
  g_auto (LanyardCliAwait) await = { .cancellable = lanyard_cli_context_get_cancellable (context) };

  lanyard_keyring_list_async (keyring, await.cancellable, lanyard_cli_await_cb, &await);
  return lanyard_keyring_list_finish (keyring, lanyard_cli_await_run (&await), error);
}

static void
print_list (LanyardCliContext *context,
            GPtrArray         *accounts)
{
  g_autoptr (LanyardCliTable) table = lanyard_cli_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < accounts->len; i++)
    {
      LanyardCredential *account = g_ptr_array_index (accounts, i);

      lanyard_cli_table_set_cell (table, COLUMN_SERVER, account->origin);
      lanyard_cli_table_set_cell (table, COLUMN_USER, account->user);
      lanyard_cli_table_set_cell (table, COLUMN_KIND, lanyard_cli_account_get_kind (account->kind));
      lanyard_cli_table_end_row (table);
    }
  lanyard_cli_table_print (table, lanyard_cli_context_get_output (context));
}

static void
print_json (LanyardCliContext *context,
            GPtrArray         *accounts)
{
  g_autoptr (LanyardZone) zone = lanyard_cli_context_ref_zone (context, NULL);
  g_autoptr (LanyardCliJson) json = lanyard_cli_json_new (zone);

  lanyard_cli_json_begin_list (json, "accounts");
  for (guint i = 0; i < accounts->len; i++)
    {
      LanyardCredential *account = g_ptr_array_index (accounts, i);

      lanyard_cli_account_add_json (json, NULL, account->origin, account->kind, account->user);
    }
  lanyard_cli_json_end_list (json);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

/**
 * lanyard_cli_accounts_run:
 * @context: the run
 * @argc: number of words, the command's name included
 * @argv: the words
 * @error: return location for an error
 *
 * Lists the servers that somebody is signed in to.
 *
 * Returns: %FALSE with @error set if it failed
 */
gboolean
lanyard_cli_accounts_run (LanyardCliContext  *context,
                          int                 argc,
                          char              **argv,
                          GError            **error)
{
  g_autoptr (GPtrArray) accounts = NULL;

  if (!lanyard_cli_command_parse (&lanyard_cli_accounts, context, NULL, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_accounts, argc, argv, 0, 0, error))
    return FALSE;

  accounts = list_accounts (context, error);
  if (accounts == NULL)
    return FALSE;
  if (lanyard_cli_context_is_json (context))
    print_json (context, accounts);
  else
    print_list (context, accounts);
  return TRUE;
}
