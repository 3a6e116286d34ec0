/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-programme.h"

G_BEGIN_DECLS

typedef struct _LanyardPairs LanyardPairs;

LanyardPairs *lanyard_pairs_new_talks    (LanyardProgramme *old_programme,
                                          LanyardProgramme *new_programme);
LanyardPairs *lanyard_pairs_new_sessions (LanyardProgramme *old_programme,
                                          LanyardProgramme *new_programme);
LanyardPairs *lanyard_pairs_new_breaks   (LanyardProgramme *old_programme,
                                          LanyardProgramme *new_programme);
gpointer      lanyard_pairs_get_new      (LanyardPairs     *self,
                                          gpointer          old_thing);
gpointer      lanyard_pairs_get_old      (LanyardPairs     *self,
                                          gpointer          new_thing);
void          lanyard_pairs_free         (LanyardPairs     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardPairs, lanyard_pairs_free)

G_END_DECLS
