/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"
#include "lanyard-selection.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SELECTION_BAR (lanyard_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSelectionBar, lanyard_selection_bar, LANYARD, SELECTION_BAR, AdwBin)

GtkWidget *lanyard_selection_bar_new (LanyardOpenConference *open,
                                      LanyardSelection      *selection);

G_END_DECLS
