/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/lanyard-enums.h"

G_BEGIN_DECLS

GMenuModel *lanyard_outgoing_menu_new         (LanyardKind  kind,
                                               const char  *key);
GMenuModel *lanyard_outgoing_menu_new_section (LanyardKind  kind,
                                               const char  *key);

G_END_DECLS
