/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The help of this source as it is installed, for a test's own user. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void help_install (void);

G_END_DECLS
