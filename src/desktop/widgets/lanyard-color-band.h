/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/lanyard-session.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_COLOR_BAND (lanyard_color_band_get_type ())
G_DECLARE_FINAL_TYPE (LanyardColorBand, lanyard_color_band, LANYARD, COLOR_BAND, GtkWidget)

void lanyard_color_band_set_session (LanyardColorBand *self,
                                     LanyardSession   *session);

G_END_DECLS
