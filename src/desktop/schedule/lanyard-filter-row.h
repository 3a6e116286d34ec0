/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lanyard-filter-option.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_FILTER_ROW (lanyard_filter_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFilterRow, lanyard_filter_row, LANYARD, FILTER_ROW, AdwBin)

GtkWidget *lanyard_filter_row_new       (void);
void       lanyard_filter_row_bind      (LanyardFilterRow   *self,
                                         LanyardFilterOption *option,
                                         LanyardFilter       *filter);
char      *lanyard_filter_row_dup_label (LanyardFilterRow   *self);

G_END_DECLS
