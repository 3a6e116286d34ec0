/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_FILTER_POPOVER (lanyard_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFilterPopover, lanyard_filter_popover, LANYARD, FILTER_POPOVER, GtkPopover)

GtkWidget *lanyard_filter_popover_new (LanyardOpenConference *open);

G_END_DECLS
