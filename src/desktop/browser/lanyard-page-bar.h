/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_PAGE_BAR (lanyard_page_bar_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPageBar, lanyard_page_bar, LANYARD, PAGE_BAR, AdwBin)

void lanyard_page_bar_set_page     (LanyardPageBar *self,
                                    const char     *page);
void lanyard_page_bar_set_n_unseen (LanyardPageBar *self,
                                    guint           n_unseen);

G_END_DECLS
