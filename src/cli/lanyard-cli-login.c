/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli login`: tests a token with its server and keeps it in the
 * keyring. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-account.h"
#include "lanyard-cli-await.h"
#include "lanyard-cli-command.h"
#include "lanyard-cli-online.h"
#include "lanyard-cli-secret.h"
#include "lanyard-cli-text.h"

#include "net/lanyard-sign-in.h"

static char *
dup_question (LanyardAddress *address,
              const char     *key)
{
  g_autofree char *page = NULL;

  if (key != NULL)
    /* Translators: %s is a server’s address */
    return g_strdup_printf (_("Secret of the API key for %s:"), address->origin);

  page = lanyard_indico_feed_dup_token_page (address);
  /* Translators: the %s are the address of a page, the name of a right, and another name of a right */
  return g_strdup_printf (_("Create a token at %s with the scopes %s (to read programmes) and %s (to show whose it is).\n"
                            "Token:"),
                          page, "read:legacy_api", "read:user");
}

static void
print_sentence (LanyardCliContext     *context,
                const LanyardAddress  *address,
                const LanyardIdentity *identity)
{
  const char *user = identity->name != NULL ? identity->name : identity->email;
  g_autofree char *line = user != NULL ? lanyard_cli_text_dup_line (user) : NULL;
  g_autofree char *sentence = NULL;

  if (line != NULL)
    /* Translators: the first %s is a server’s address, the second a person’s name */
    sentence = g_strdup_printf (_("Signed in to %s as %s."), address->origin, line);
  else
    /* Translators: %s is a server’s address */
    sentence = g_strdup_printf (_("Signed in to %s; it does not say as whom."), address->origin);
  lanyard_cli_output_add_line (lanyard_cli_context_get_output (context), sentence);
}

static void
print_json (LanyardCliContext     *context,
            const LanyardAddress  *address,
            LanyardCredentialKind  kind,
            const LanyardIdentity *identity)
{
  g_autoptr (LanyardZone) zone = lanyard_cli_context_ref_zone (context, NULL);
  g_autoptr (LanyardCliJson) json = lanyard_cli_json_new (zone);

  lanyard_cli_account_add_json (json, "account", address->origin, kind,
                                identity->name != NULL ? identity->name : identity->email);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

static LanyardIdentity *
sign_in (LanyardCliContext      *context,
         LanyardAddress         *address,
         LanyardCredentialKind   kind,
         const char             *key,
         const char             *secret,
         GError                **error)
{
  g_autoptr (LanyardFetcher) fetcher = lanyard_fetcher_new ();
  g_autoptr (LanyardKeyring) keyring = lanyard_keyring_new ();
  g_auto (LanyardCliAwait) await = { .cancellable = lanyard_cli_context_get_cancellable (context) };

  lanyard_sign_in_async (fetcher, keyring, address, kind, key, secret, await.cancellable, lanyard_cli_await_cb,
                         &await);
  return lanyard_sign_in_finish (lanyard_cli_await_run (&await), error);
}

/**
 * lanyard_cli_login_run:
 * @context: the run
 * @argc: number of words, the command's name included
 * @argv: the words
 * @error: return location for an error
 *
 * Signs in to a server.
 *
 * Returns: %FALSE with @error set if it failed
 */
gboolean
lanyard_cli_login_run (LanyardCliContext  *context,
                       int                 argc,
                       char              **argv,
                       GError            **error)
{
  g_autofree char *key = NULL;
  const GOptionEntry entries[] = {
    { "api-key", 0, 0, G_OPTION_ARG_STRING, &key, N_("Sign in with this API key, to a server older than Indico 3.0"),
      N_("KEY") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (LanyardAddress) address = NULL;
  g_autoptr (LanyardIdentity) identity = NULL;
  g_autoptr (LanyardCliSecret) secret = NULL;
  g_autofree char *question = NULL;
  LanyardCredentialKind kind;

  if (!lanyard_cli_command_parse (&lanyard_cli_login, context, entries, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_login, argc, argv, 1, 1, error))
    return FALSE;

  address = lanyard_cli_account_parse_server (argv[1], error);
  if (address == NULL)
    return FALSE;
  kind = key != NULL ? LANYARD_CREDENTIAL_API_KEY : LANYARD_CREDENTIAL_TOKEN;
  question = dup_question (address, key);
  secret = lanyard_cli_secret_read (question, error);
  if (secret == NULL)
    return FALSE;
  identity = sign_in (context, address, kind, key, secret, error);
  if (identity == NULL)
    return FALSE;

  if (lanyard_cli_context_is_json (context))
    print_json (context, address, kind, identity);
  else
    print_sentence (context, address, identity);
  return TRUE;
}
