/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LANYARD_NET_ERROR (lanyard_net_error_quark ())

/**
 * LanyardNetError:
 * @LANYARD_NET_ERROR_OFFLINE: this computer has no network
 * @LANYARD_NET_ERROR_UNKNOWN_HOST: nobody knows the server's name
 * @LANYARD_NET_ERROR_REFUSED: the server refuses or drops the connection
 * @LANYARD_NET_ERROR_TIMED_OUT: connecting, silence or the whole took too long
 * @LANYARD_NET_ERROR_TLS: the connection cannot be trusted; the message says why
 * @LANYARD_NET_ERROR_UNAUTHORIZED: the server wants an account, or another one (401)
 * @LANYARD_NET_ERROR_FORBIDDEN: the account may not see it (403)
 * @LANYARD_NET_ERROR_NOT_FOUND: there is no such page (404, 410)
 * @LANYARD_NET_ERROR_RATE_LIMITED: asked too often (429)
 * @LANYARD_NET_ERROR_SERVER: the server failed (5xx)
 * @LANYARD_NET_ERROR_STATUS: the server answered with another status that is no success
 * @LANYARD_NET_ERROR_TOO_LARGE: more bytes than a programme, or a file, may have
 * @LANYARD_NET_ERROR_INCOMPLETE: the answer ended too early or is garbled
 * @LANYARD_NET_ERROR_REDIRECTS: too many redirects, or one from https to http
 * @LANYARD_NET_ERROR_LOGIN_WALL: a web page came instead of data: a login, a captcha, a captive portal
 * @LANYARD_NET_ERROR_ADDRESS: this is not an address that can be fetched
 * @LANYARD_NET_ERROR_DISK: what came cannot be written down: no room, or no permission
 *
 * Why nothing came from the network. Each message is one translated sentence
 * that says what is wrong and what to do, and never holds a secret. What is
 * wrong with bytes that did come is a LanyardFormatError.
 */
typedef enum
{
  LANYARD_NET_ERROR_OFFLINE,
  LANYARD_NET_ERROR_UNKNOWN_HOST,
  LANYARD_NET_ERROR_REFUSED,
  LANYARD_NET_ERROR_TIMED_OUT,
  LANYARD_NET_ERROR_TLS,
  LANYARD_NET_ERROR_UNAUTHORIZED,
  LANYARD_NET_ERROR_FORBIDDEN,
  LANYARD_NET_ERROR_NOT_FOUND,
  LANYARD_NET_ERROR_RATE_LIMITED,
  LANYARD_NET_ERROR_SERVER,
  LANYARD_NET_ERROR_STATUS,
  LANYARD_NET_ERROR_TOO_LARGE,
  LANYARD_NET_ERROR_INCOMPLETE,
  LANYARD_NET_ERROR_REDIRECTS,
  LANYARD_NET_ERROR_LOGIN_WALL,
  LANYARD_NET_ERROR_ADDRESS,
  LANYARD_NET_ERROR_DISK,
} LanyardNetError;

GQuark lanyard_net_error_quark (void);

G_END_DECLS
