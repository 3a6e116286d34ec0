/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"
#include "../refresh/lanyard-lazy-sync.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_LISTED_LINKS (lanyard_listed_links_get_type ())
G_DECLARE_FINAL_TYPE (LanyardListedLinks, lanyard_listed_links, LANYARD, LISTED_LINKS, AdwPreferencesGroup)

void lanyard_listed_links_show (LanyardListedLinks    *self,
                                LanyardOpenConference *open,
                                LanyardLazySync       *sync);

G_END_DECLS
