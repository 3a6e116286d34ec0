/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "lanyard-credential.h"
#include "lanyard-net-error.h"
#include "lanyard-patience.h"

G_BEGIN_DECLS

/**
 * LanyardFailurePlace:
 * @host: what people call the server
 * @flags: what is wrong with its certificate
 * @has_answered: whether the head of an answer had come
 * @has_network: whether this computer has a network, as far as the system knows
 * @is_file: whether a file was asked for, and not a programme
 *
 * Where and when a connection failed. Borrows its fields.
 */
typedef struct
{
  const char *host;
  GTlsCertificateFlags flags;
  gboolean has_answered;
  gboolean has_network;
  gboolean is_file;
} LanyardFailurePlace;

GError *lanyard_failure_new_for_connection (const GError              *cause,
                                            const LanyardFailurePlace *place,
                                            gboolean                  *may_pass);
GError *lanyard_failure_new_for_proxy      (const char                *host);
GError *lanyard_failure_new_for_patience   (LanyardPatienceEnd         end,
                                            const char                *host,
                                            gboolean                  *may_pass);
GError *lanyard_failure_new_for_status     (guint                      status,
                                            const char                *host,
                                            LanyardCredential         *credential,
                                            GBytes                    *words,
                                            gint64                     wait,
                                            gboolean                  *may_pass);
GError *lanyard_failure_new_for_wall       (const char                *asked_host,
                                            const char                *host);

G_END_DECLS
