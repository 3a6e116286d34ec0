/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_NOTHING_PAGE (lanyard_nothing_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardNothingPage, lanyard_nothing_page, LANYARD, NOTHING_PAGE, AdwBin)

GtkWidget *lanyard_nothing_page_new           (void);
void       lanyard_nothing_page_set_other_day (LanyardNothingPage *self,
                                               gboolean            has_other,
                                               guint               day);

G_END_DECLS
