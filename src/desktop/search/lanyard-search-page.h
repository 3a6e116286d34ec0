/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SEARCH_PAGE (lanyard_search_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSearchPage, lanyard_search_page, LANYARD, SEARCH_PAGE, AdwBin)

GtkWidget  *lanyard_search_page_new          (LanyardOpenConference *open);
void        lanyard_search_page_begin        (LanyardSearchPage     *self);
gboolean    lanyard_search_page_forward_key  (LanyardSearchPage     *self,
                                              GtkEventControllerKey *controller);
const char *lanyard_search_page_get_words    (LanyardSearchPage     *self);

G_END_DECLS
