/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LANYARD_INITIAL_NONE:
 *
 * Under what names stand that begin with no letter.
 */
#define LANYARD_INITIAL_NONE "#"

char *lanyard_initial_of_name (const char *name);

G_END_DECLS
