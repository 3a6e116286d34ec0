/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line. Each command is in a file of its own. Main thread. */

#include "config.h"

#include "lanyard-cli-main.h"

static const LanyardCliCommand * const commands[] = {
  &lanyard_cli_add,
  &lanyard_cli_refresh,
  &lanyard_cli_remove,
  &lanyard_cli_directory,
  &lanyard_cli_conferences,
  &lanyard_cli_sessions,
  &lanyard_cli_talks,
  &lanyard_cli_show,
  &lanyard_cli_star,
  &lanyard_cli_unstar,
  &lanyard_cli_note,
  &lanyard_cli_mark,
  &lanyard_cli_unmark,
  &lanyard_cli_entry,
  &lanyard_cli_plan,
  &lanyard_cli_export,
  &lanyard_cli_import,
  &lanyard_cli_compare,
  &lanyard_cli_now,
  &lanyard_cli_changes,
  &lanyard_cli_search,
  &lanyard_cli_login,
  &lanyard_cli_logout,
  &lanyard_cli_accounts,
};

int
main (int   argc,
      char *argv[])
{
  lanyard_cli_main (commands, G_N_ELEMENTS (commands), argc, argv);
}
