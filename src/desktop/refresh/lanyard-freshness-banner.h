/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lanyard-freshness.h"

G_BEGIN_DECLS

GtkWidget *lanyard_freshness_banner_new (LanyardFreshness *freshness);

G_END_DECLS
