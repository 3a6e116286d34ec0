/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "network-driver.h"
#include "screenshots-looks.h"

G_BEGIN_DECLS

void screenshots_take_accounts (const Looks *looks);

G_END_DECLS
