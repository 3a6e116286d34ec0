/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON as people write it by hand, made strict. Private to the directory. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *lanyard_json5_to_json (GBytes  *document,
                               GError **error);

G_END_DECLS
