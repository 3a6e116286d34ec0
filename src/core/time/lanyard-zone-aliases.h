/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *lanyard_zone_alias_get_target (const char *name);
const char *lanyard_zone_alias_get_name   (guint       index);

G_END_DECLS
