/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From errors of every part of the core to the program's exit status, so that
 * commands just pass errors on. Called by main () when a command has failed;
 * main thread. */

#include "config.h"

#include <gio/gio.h>

#include "lanyard-cli-error.h"

#include "formats/lanyard-format.h"
#include "net/lanyard-sign-in.h"
#include "store/lanyard-store.h"

typedef struct
{
  GQuark           domain;
  int              code;
  LanyardCliStatus status;
} StatusOfError;

G_DEFINE_QUARK (lanyard-cli-error-quark, lanyard_cli_error)

/**
 * lanyard_cli_error_get_status:
 * @error: why a command failed
 *
 * Finds the exit status that tells a script what kind of failure it was.
 *
 * Returns: the status, never %LANYARD_CLI_STATUS_DONE
 */
LanyardCliStatus
lanyard_cli_error_get_status (const GError *error)
{
  const StatusOfError statuses[] = {
    { LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE, LANYARD_CLI_STATUS_USAGE },
    { LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND, LANYARD_CLI_STATUS_NOT_FOUND },
    { LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_FOUND, LANYARD_CLI_STATUS_NOT_FOUND },
    { LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_AUTHORISED, LANYARD_CLI_STATUS_NOT_AUTHORISED },
    { LANYARD_NET_ERROR, LANYARD_NET_ERROR_UNAUTHORIZED, LANYARD_CLI_STATUS_NOT_AUTHORISED },
    { LANYARD_NET_ERROR, LANYARD_NET_ERROR_FORBIDDEN, LANYARD_CLI_STATUS_NOT_AUTHORISED },
    { LANYARD_SIGN_IN_ERROR, LANYARD_SIGN_IN_ERROR_NOT_A_SECRET, LANYARD_CLI_STATUS_USAGE },
    { LANYARD_SIGN_IN_ERROR, LANYARD_SIGN_IN_ERROR_UNKNOWN, LANYARD_CLI_STATUS_NOT_AUTHORISED },
    { LANYARD_SIGN_IN_ERROR, LANYARD_SIGN_IN_ERROR_MISSING_SCOPE, LANYARD_CLI_STATUS_NOT_AUTHORISED },
    { LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND, LANYARD_CLI_STATUS_NOT_FOUND },
    { G_IO_ERROR, G_IO_ERROR_NOT_FOUND, LANYARD_CLI_STATUS_NOT_FOUND },
  };

  g_return_val_if_fail (error != NULL, LANYARD_CLI_STATUS_FAILED);

  if (error->domain == G_OPTION_ERROR)
    return LANYARD_CLI_STATUS_USAGE;

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_error_matches (error, statuses[i].domain, statuses[i].code))
      return statuses[i].status;

  return LANYARD_CLI_STATUS_FAILED;
}
