/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-context.h"

G_BEGIN_DECLS

/* What a command does in `lanyard-cli` if it needs the network. */
gboolean lanyard_cli_go_online     (LanyardCliContext  *context,
                                    int                 argc,
                                    char              **argv,
                                    GError            **error);

/* What the other program does. */
gboolean lanyard_cli_add_addresses (LanyardCliContext  *context,
                                    int                 argc,
                                    char              **argv,
                                    GError            **error);
gboolean lanyard_cli_refresh_run   (LanyardCliContext  *context,
                                    int                 argc,
                                    char              **argv,
                                    GError            **error);
gboolean lanyard_cli_directory_run (LanyardCliContext  *context,
                                    int                 argc,
                                    char              **argv,
                                    GError            **error);
gboolean lanyard_cli_login_run     (LanyardCliContext  *context,
                                    int                 argc,
                                    char              **argv,
                                    GError            **error);
gboolean lanyard_cli_logout_run    (LanyardCliContext  *context,
                                    int                 argc,
                                    char              **argv,
                                    GError            **error);
gboolean lanyard_cli_accounts_run  (LanyardCliContext  *context,
                                    int                 argc,
                                    char              **argv,
                                    GError            **error);

G_END_DECLS
