/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"
#include "lanyard-result.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SEARCH (lanyard_search_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSearch, lanyard_search, LANYARD, SEARCH, GObject)

LanyardSearch *lanyard_search_new            (LanyardOpenConference *open);
void           lanyard_search_set_words      (LanyardSearch         *self,
                                              const char            *words);
const char    *lanyard_search_get_words      (LanyardSearch         *self);
void           lanyard_search_set_everywhere (LanyardSearch         *self,
                                              gboolean               everywhere);
gboolean       lanyard_search_get_everywhere (LanyardSearch         *self);
void           lanyard_search_show_all       (LanyardSearch         *self,
                                              LanyardMatchKind       kind);
GListModel    *lanyard_search_get_groups     (LanyardSearch         *self);
guint          lanyard_search_get_n_found    (LanyardSearch         *self);
gboolean       lanyard_search_is_capped      (LanyardSearch         *self);
gboolean       lanyard_search_is_busy        (LanyardSearch         *self);

G_END_DECLS
