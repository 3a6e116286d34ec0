/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli logout`: deletes the token of a server from the keyring. Main
 * thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-account.h"
#include "lanyard-cli-await.h"
#include "lanyard-cli-command.h"
#include "lanyard-cli-online.h"
#include "lanyard-cli-error.h"

#include "net/lanyard-keyring.h"

static gboolean
forget (LanyardCliContext  *context,
        const char         *origin,
        GError            **error)
{
  g_autoptr (LanyardKeyring) keyring = lanyard_keyring_new ();
  g_auto (LanyardCliAwait) await = { .cancellable = lanyard_cli_context_get_cancellable (context) };
  g_autoptr (GError) local_error = NULL;

  lanyard_keyring_forget_async (keyring, origin, await.cancellable, lanyard_cli_await_cb, &await);
  if (lanyard_keyring_forget_finish (keyring, lanyard_cli_await_run (&await), &local_error))
    return TRUE;

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND,
                 /* Translators: the first %s is a server’s address, the second a command to type */
                 _("You are not signed in to %s; “%s” lists where you are."), origin, "lanyard-cli accounts");
  return FALSE;
}

static void
print_done (LanyardCliContext *context,
            const char        *origin)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);

  if (lanyard_cli_context_is_json (context))
    {
      g_autoptr (LanyardZone) zone = lanyard_cli_context_ref_zone (context, NULL);
      g_autoptr (LanyardCliJson) json = lanyard_cli_json_new (zone);

      lanyard_cli_json_add_string (json, "signed_out", origin);
      lanyard_cli_json_print (json, output);
    }
  else
    {
      /* Translators: %s is a server’s address */
      g_autofree char *sentence = g_strdup_printf (_("Signed out of %s."), origin);

      lanyard_cli_output_add_line (output, sentence);
    }
}

/**
 * lanyard_cli_logout_run:
 * @context: the run
 * @argc: number of words, the command's name included
 * @argv: the words
 * @error: return location for an error
 *
 * Signs out of a server.
 *
 * Returns: %FALSE with @error set if it failed
 */
gboolean
lanyard_cli_logout_run (LanyardCliContext  *context,
                        int                 argc,
                        char              **argv,
                        GError            **error)
{
  g_autoptr (LanyardAddress) address = NULL;

  if (!lanyard_cli_command_parse (&lanyard_cli_logout, context, NULL, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_logout, argc, argv, 1, 1, error))
    return FALSE;

  address = lanyard_cli_account_parse_server (argv[1], error);
  if (address == NULL || !forget (context, address->origin, error))
    return FALSE;
  print_done (context, address->origin);
  return TRUE;
}
