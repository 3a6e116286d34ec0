/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

GStrv lanyard_link_labels_dup (GPtrArray *links);

G_END_DECLS
