/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void lanyard_row_button_add (AdwActionRow *row,
                             const char   *icon_name,
                             const char   *label,
                             GCallback     clicked,
                             gpointer      object);

G_END_DECLS
