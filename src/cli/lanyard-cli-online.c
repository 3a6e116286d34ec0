/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What `lanyard-cli` knows of the commands that ask servers or the keyring: what
 * they are called, and that a program of its own does them: to load what speaks
 * with servers was a quarter of the time in which any command starts. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-become.h"
#include "lanyard-cli-command.h"
#include "lanyard-cli-online.h"

/**
 * lanyard_cli_go_online:
 * @context: the run
 * @argc: number of words
 * @argv: the words; what was typed counts, whatever has been read of it
 * @error: return location for an error
 *
 * Becomes the program that asks servers.
 *
 * Returns: %FALSE with @error set if that fails; not at all else
 */
gboolean
lanyard_cli_go_online (LanyardCliContext  *context,
                       int                 argc,
                       char              **argv,
                       GError            **error)
{
  return lanyard_cli_become ("lanyard-online", error);
}

const LanyardCliCommand lanyard_cli_refresh = {
  .name = "refresh",
  .words = N_("[CONFERENCE…]"),
  .summary = N_("Ask the conference’s server what is new"),
  .run = lanyard_cli_go_online,
};

const LanyardCliCommand lanyard_cli_directory = {
  .name = "directory",
  .words = N_("[WORDS…]"),
  .summary = N_("List conferences that can be added"),
  .run = lanyard_cli_go_online,
};

const LanyardCliCommand lanyard_cli_login = {
  .name = "login",
  .words = N_("ADDRESS"),
  .summary = N_("Sign in to a server"),
  .run = lanyard_cli_go_online,
};

const LanyardCliCommand lanyard_cli_logout = {
  .name = "logout",
  .words = N_("ADDRESS"),
  .summary = N_("Sign out of a server"),
  .run = lanyard_cli_go_online,
};

const LanyardCliCommand lanyard_cli_accounts = {
  .name = "accounts",
  .summary = N_("List the servers you are signed in to"),
  .run = lanyard_cli_go_online,
};
