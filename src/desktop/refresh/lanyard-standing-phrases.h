/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-standing.h"

G_BEGIN_DECLS

char *lanyard_phrase_standing (LanyardStanding *standing);
char *lanyard_phrase_offline   (LanyardStanding *standing);

G_END_DECLS
