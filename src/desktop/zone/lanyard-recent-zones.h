/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char **lanyard_recent_zones_list (GSettings  *settings);
void   lanyard_recent_zones_add  (GSettings  *settings,
                                  const char *id);

G_END_DECLS
