/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-freshness.h"

G_BEGIN_DECLS

char *lanyard_phrase_freshness (LanyardFreshness *freshness);
char *lanyard_phrase_offline   (LanyardFreshness *freshness);

G_END_DECLS
