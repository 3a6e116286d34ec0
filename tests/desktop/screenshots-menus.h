/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screenshots-looks.h"

G_BEGIN_DECLS

void screenshots_take_menus (const Looks  *looks,
                             WindowDriver *driver);

G_END_DECLS
