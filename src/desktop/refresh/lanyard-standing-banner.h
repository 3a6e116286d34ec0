/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lanyard-standing.h"

G_BEGIN_DECLS

GtkWidget *lanyard_standing_banner_new (LanyardStanding *standing);

G_END_DECLS
