/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void        lanyard_recent_searches_add      (const char *words);
void        lanyard_recent_searches_clear    (void);
gboolean    lanyard_recent_searches_show     (GtkListBox *list);
const char *lanyard_recent_searches_of_row   (GtkListBoxRow *row);

G_END_DECLS
