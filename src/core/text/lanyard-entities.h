/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gunichar lanyard_entity_get_character (const char *name);

G_END_DECLS
