/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-programme.h"

G_BEGIN_DECLS

gboolean lanyard_programme_is_of_same (LanyardProgramme *first,
                                       LanyardProgramme *other);

G_END_DECLS
