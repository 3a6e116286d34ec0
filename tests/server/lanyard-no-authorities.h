/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From now on it is no warning that the system trusts no authority. */
void lanyard_no_authorities_allow (void);

G_END_DECLS
