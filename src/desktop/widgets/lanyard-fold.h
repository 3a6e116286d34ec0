/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_FOLD (lanyard_fold_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFold, lanyard_fold, LANYARD, FOLD, GtkWidget)

gboolean lanyard_fold_get_folded (LanyardFold *self);

G_END_DECLS
