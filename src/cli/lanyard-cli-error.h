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
 * @LANYARD_CLI_STATUS_UNKNOWN_HOST: nobody knows the server's name
 * @LANYARD_CLI_STATUS_REFUSED: the server refuses the connection
 * @LANYARD_CLI_STATUS_TIMED_OUT: the server takes too long
 * @LANYARD_CLI_STATUS_UNTRUSTED: the connection cannot be trusted
 * @LANYARD_CLI_STATUS_NOT_PUBLISHED: the organisers have not published the programme
 * @LANYARD_CLI_STATUS_WEB_PAGE: a web page came instead of a programme
 * @LANYARD_CLI_STATUS_NOT_A_SCHEDULE: something else came instead of a programme
 * @LANYARD_CLI_STATUS_TOO_LARGE: too large to be a programme
 * @LANYARD_CLI_STATUS_MALFORMED: cut off or damaged
 * @LANYARD_CLI_STATUS_RATE_LIMITED: the server was asked too often
 * @LANYARD_CLI_STATUS_SERVER_FAILED: the server failed
 * @LANYARD_CLI_STATUS_HELD_BACK: the new programme lacks many talks and was not kept
 * @LANYARD_CLI_STATUS_KEYRING: the keyring cannot be read or written
 * @LANYARD_CLI_STATUS_REDIRECTS: the server leads in a circle, or out of https
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
  LANYARD_CLI_STATUS_UNKNOWN_HOST = 6,
  LANYARD_CLI_STATUS_REFUSED = 7,
  LANYARD_CLI_STATUS_TIMED_OUT = 8,
  LANYARD_CLI_STATUS_UNTRUSTED = 9,
  LANYARD_CLI_STATUS_NOT_PUBLISHED = 10,
  LANYARD_CLI_STATUS_WEB_PAGE = 11,
  LANYARD_CLI_STATUS_NOT_A_SCHEDULE = 12,
  LANYARD_CLI_STATUS_TOO_LARGE = 13,
  LANYARD_CLI_STATUS_MALFORMED = 14,
  LANYARD_CLI_STATUS_RATE_LIMITED = 15,
  LANYARD_CLI_STATUS_SERVER_FAILED = 16,
  LANYARD_CLI_STATUS_HELD_BACK = 17,
  LANYARD_CLI_STATUS_KEYRING = 18,
  LANYARD_CLI_STATUS_REDIRECTS = 19,
} LanyardCliStatus;

GQuark           lanyard_cli_error_quark      (void);
LanyardCliStatus lanyard_cli_error_get_status (const GError *error);

G_END_DECLS
