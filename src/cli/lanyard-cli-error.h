/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LANYARD_CLI_ERROR (lanyard_cli_error_quark ())

/**
 * LanyardCliError:
 * @LANYARD_CLI_ERROR_FAILED: it could not be done
 * @LANYARD_CLI_ERROR_USAGE: the command line is wrong, or says too little
 * @LANYARD_CLI_ERROR_NOT_FOUND: what it names is not there
 *
 * Why a command failed, where no part of the core says so.
 */
typedef enum
{
  LANYARD_CLI_ERROR_FAILED,
  LANYARD_CLI_ERROR_USAGE,
  LANYARD_CLI_ERROR_NOT_FOUND,
} LanyardCliError;

/**
 * LanyardCliStatus:
 * @LANYARD_CLI_STATUS_DONE: done
 * @LANYARD_CLI_STATUS_FAILED: failed
 * @LANYARD_CLI_STATUS_USAGE: wrong usage
 * @LANYARD_CLI_STATUS_NOT_FOUND: not found
 * @LANYARD_CLI_STATUS_OFFLINE: the network is needed and not there
 * @LANYARD_CLI_STATUS_NOT_AUTHORISED: another account or right is needed
 *
 * The program's exit statuses. Scripts rely on the numbers.
 */
typedef enum
{
  LANYARD_CLI_STATUS_DONE = 0,
  LANYARD_CLI_STATUS_FAILED = 1,
  LANYARD_CLI_STATUS_USAGE = 2,
  LANYARD_CLI_STATUS_NOT_FOUND = 3,
  LANYARD_CLI_STATUS_OFFLINE = 4,
  LANYARD_CLI_STATUS_NOT_AUTHORISED = 5,
} LanyardCliStatus;

GQuark           lanyard_cli_error_quark      (void);
LanyardCliStatus lanyard_cli_error_get_status (const GError *error);

G_END_DECLS
