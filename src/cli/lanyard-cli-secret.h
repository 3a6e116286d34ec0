/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A string whose memory is cleared. */
typedef char LanyardCliSecret;

LanyardCliSecret *lanyard_cli_secret_read (const char        *question,
                                           GError           **error);
void              lanyard_cli_secret_free (LanyardCliSecret  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardCliSecret, lanyard_cli_secret_free)

G_END_DECLS
