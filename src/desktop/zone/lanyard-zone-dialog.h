/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_ZONE_DIALOG (lanyard_zone_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LanyardZoneDialog, lanyard_zone_dialog, LANYARD, ZONE_DIALOG, AdwDialog)

AdwDialog *lanyard_zone_dialog_new (GSettings *settings,
                                    gint64     now);

G_END_DECLS
