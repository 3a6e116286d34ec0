/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands about accounts share. Main thread. */

#include "config.h"

#include "lanyard-cli-account.h"
#include "lanyard-cli-error.h"

/**
 * lanyard_cli_account_parse_server:
 * @word: what was typed
 * @error: return location for an error
 *
 * Finds the server that is meant by its own address, or by that of anything on
 * it.
 *
 * Returns: (transfer full) (nullable): the address, %NULL with @error set if it
 *   is none
 */
LanyardAddress *
lanyard_cli_account_parse_server (const char  *word,
                                  GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  LanyardAddress *address = lanyard_address_parse (word, &local_error);

  if (address == NULL)
    g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE, local_error->message);
  return address;
}

/**
 * lanyard_cli_account_get_kind:
 * @kind: a kind
 *
 * Returns: its name, never translated
 */
const char *
lanyard_cli_account_get_kind (LanyardCredentialKind kind)
{
  return kind == LANYARD_CREDENTIAL_API_KEY ? "api-key" : "token";
}

/**
 * lanyard_cli_account_add_json:
 * @json: a document
 * @name: (nullable): the member's name, %NULL in a list
 * @origin: the server
 * @kind: how it knows who asks
 * @user: (nullable): whose it is
 *
 * Writes an account.
 */
void
lanyard_cli_account_add_json (LanyardCliJson        *json,
                              const char            *name,
                              const char            *origin,
                              LanyardCredentialKind  kind,
                              const char            *user)
{
  lanyard_cli_json_begin_object (json, name);
  lanyard_cli_json_add_string (json, "origin", origin);
  lanyard_cli_json_add_string (json, "kind", lanyard_cli_account_get_kind (kind));
  lanyard_cli_json_add_string (json, "user", user);
  lanyard_cli_json_end_object (json);
}
