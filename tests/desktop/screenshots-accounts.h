/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "network-driver.h"

G_BEGIN_DECLS

void screenshots_take_accounts (const char *folder,
                                const char *look,
                                int         width,
                                int         height);

G_END_DECLS
