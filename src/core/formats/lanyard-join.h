/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-programme.h"

G_BEGIN_DECLS

LanyardProgramme *lanyard_programme_join (GPtrArray *programmes);

G_END_DECLS
