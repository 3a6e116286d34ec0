/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

void lanyard_conference_counts_show (GtkListBox            *list,
                                     LanyardOpenConference *open);

G_END_DECLS
