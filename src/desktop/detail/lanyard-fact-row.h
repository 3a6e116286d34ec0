/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *lanyard_fact_row_new          (const char *icon_name,
                                          const char *title,
                                          const char *subtitle);
GtkWidget *lanyard_fact_row_new_property (const char *title,
                                          const char *value);
void       lanyard_fact_row_set_action   (GtkWidget  *row,
                                          const char *action_name,
                                          GVariant   *target);

G_END_DECLS
