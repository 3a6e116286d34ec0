/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean lanyard_cli_become (const char  *program,
                             GError     **error);

G_END_DECLS
