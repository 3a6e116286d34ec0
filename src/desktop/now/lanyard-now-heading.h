/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_NOW_HEADING (lanyard_now_heading_get_type ())
G_DECLARE_FINAL_TYPE (LanyardNowHeading, lanyard_now_heading, LANYARD, NOW_HEADING, AdwBin)

GtkWidget *lanyard_now_heading_new (void);
void       lanyard_now_heading_set (LanyardNowHeading *self,
                                    const char        *heading,
                                    const char        *title,
                                    const char        *description);

G_END_DECLS
