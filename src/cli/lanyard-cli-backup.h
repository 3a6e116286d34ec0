/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-context.h"

G_BEGIN_DECLS

GBytes *lanyard_cli_backup_make (LanyardCliContext  *context,
                                 GError            **error);

G_END_DECLS
