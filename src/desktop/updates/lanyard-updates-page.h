/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../refresh/lanyard-standing.h"
#include "lanyard-history.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_UPDATES_PAGE (lanyard_updates_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardUpdatesPage, lanyard_updates_page, LANYARD, UPDATES_PAGE, AdwBin)

void        lanyard_updates_page_set_history (LanyardUpdatesPage *self,
                                              LanyardHistory     *history,
                                              LanyardStanding    *standing);
GListModel *lanyard_updates_page_get_model   (LanyardUpdatesPage *self);

G_END_DECLS
