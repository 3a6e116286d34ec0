/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screenshots-looks.h"

G_BEGIN_DECLS

void screenshots_take_search (WindowDriver *driver,
                              const Looks  *looks);
void screenshots_take_zones  (WindowDriver *driver,
                              const Looks  *looks);

G_END_DECLS
