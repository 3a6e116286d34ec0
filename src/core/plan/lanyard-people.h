/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-profile.h"

G_BEGIN_DECLS

/* Everybody in a programme; never changes. */
typedef struct _LanyardPeople LanyardPeople;

LanyardPeople  *lanyard_people_get          (LanyardProgramme *programme);
GPtrArray      *lanyard_people_get_profiles (LanyardPeople    *self);
LanyardProfile *lanyard_people_find         (LanyardPeople    *self,
                                             const char       *key);

G_END_DECLS
