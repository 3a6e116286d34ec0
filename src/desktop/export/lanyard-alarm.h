/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void lanyard_alarm_bind (AdwComboRow *row,
                         GSettings   *settings);

G_END_DECLS
