/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/lanyard-programme.h"

G_BEGIN_DECLS

void lanyard_remarks_label_show (GtkLabel         *label,
                                 LanyardProgramme *programme,
                                 gboolean          is_zone_said);

G_END_DECLS
