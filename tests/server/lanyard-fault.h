/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * LanyardFault:
 * @LANYARD_FAULT_NONE: a good answer
 * @LANYARD_FAULT_SLOW: a few bytes at a time, slower than patience allows
 * @LANYARD_FAULT_SILENCE: the head, and then nothing
 * @LANYARD_FAULT_CUT: half of the body, then the connection closes
 * @LANYARD_FAULT_WRONG_LENGTH: a Content-Length that is not the body's
 * @LANYARD_FAULT_GZIP_BOMB: a small body that unpacks to hundreds of megabytes
 * @LANYARD_FAULT_ENDLESS: a body without an end
 * @LANYARD_FAULT_REDIRECT_LOOP: to itself
 * @LANYARD_FAULT_REDIRECT_ELSEWHERE: to another origin, see lanyard_fault_answer()
 * @LANYARD_FAULT_REDIRECT_DOWN: from https to http
 * @LANYARD_FAULT_CAPTIVE_PORTAL: 200 with a web page of a hotel
 * @LANYARD_FAULT_LOGIN_PAGE: 200 with a web page to log in at
 * @LANYARD_FAULT_TOO_MANY: 429 with Retry-After, 120 seconds if nothing else is said
 * @LANYARD_FAULT_BUSY: 503 with Retry-After, 1 second if nothing else is said
 * @LANYARD_FAULT_BROKEN: 500 with a web page
 * @LANYARD_FAULT_GONE: 404 with a web page
 *
 * How a server can misbehave.
 */
typedef enum
{
  LANYARD_FAULT_NONE,
  LANYARD_FAULT_SLOW,
  LANYARD_FAULT_SILENCE,
  LANYARD_FAULT_CUT,
  LANYARD_FAULT_WRONG_LENGTH,
  LANYARD_FAULT_GZIP_BOMB,
  LANYARD_FAULT_ENDLESS,
  LANYARD_FAULT_REDIRECT_LOOP,
  LANYARD_FAULT_REDIRECT_ELSEWHERE,
  LANYARD_FAULT_REDIRECT_DOWN,
  LANYARD_FAULT_CAPTIVE_PORTAL,
  LANYARD_FAULT_LOGIN_PAGE,
  LANYARD_FAULT_TOO_MANY,
  LANYARD_FAULT_BUSY,
  LANYARD_FAULT_BROKEN,
  LANYARD_FAULT_GONE,
} LanyardFault;

/* "slow", "gzip-bomb" and so on. */
gboolean lanyard_fault_from_name (const char        *name,
                                  LanyardFault      *fault);

/* Answers a message as the fault has it: HTTP/1.1 only where the connection is
 * cut. `elsewhere` is where a redirect goes, or the value of Retry-After. */
void     lanyard_fault_answer    (LanyardFault       fault,
                                  SoupServer        *server,
                                  SoupServerMessage *message,
                                  const char        *content_type,
                                  GBytes            *body,
                                  const char        *elsewhere);

G_END_DECLS
