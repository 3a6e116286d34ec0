/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program that asks servers and the keyring for `lanyard-cli`. That one
 * becomes it: it takes the same words, and loads what the network needs. Main
 * thread. */

#include "config.h"

#include "lanyard-cli-main.h"
#include "lanyard-cli-online.h"

/* A command under the name that it has there, with what does it here. */
static LanyardCliCommand
done_here (const LanyardCliCommand *command,
           gboolean               (*run) (LanyardCliContext *, int, char **, GError **))
{
  return (LanyardCliCommand) { command->name, command->words, command->summary, run };
}

int
main (int   argc,
      char *argv[])
{
  const LanyardCliCommand add = done_here (&lanyard_cli_add, lanyard_cli_add_addresses);
  const LanyardCliCommand refresh = done_here (&lanyard_cli_refresh, lanyard_cli_refresh_run);
  const LanyardCliCommand directory = done_here (&lanyard_cli_directory, lanyard_cli_directory_run);
  const LanyardCliCommand login = done_here (&lanyard_cli_login, lanyard_cli_login_run);
  const LanyardCliCommand logout = done_here (&lanyard_cli_logout, lanyard_cli_logout_run);
  const LanyardCliCommand accounts = done_here (&lanyard_cli_accounts, lanyard_cli_accounts_run);
  const LanyardCliCommand * const commands[] = { &add, &refresh, &directory, &login, &logout, &accounts };

  lanyard_cli_main (commands, G_N_ELEMENTS (commands), argc, argv);
}
