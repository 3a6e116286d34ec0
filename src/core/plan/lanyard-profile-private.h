/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a profile is put together while the people of a programme are
 * recognised; it does not change afterwards. */

#pragma once

#include "lanyard-profile.h"

G_BEGIN_DECLS

LanyardProfile *lanyard_profile_new         (LanyardPerson  *person);
void            lanyard_profile_add_person  (LanyardProfile *self,
                                             LanyardPerson  *person);
void            lanyard_profile_add_talk    (LanyardProfile *self,
                                             LanyardTalk    *talk,
                                             LanyardRole     role);
void            lanyard_profile_add_session (LanyardProfile *self,
                                             LanyardSession *session);
void            lanyard_profile_add_role    (LanyardProfile *self,
                                             LanyardRole     role);
void            lanyard_profile_settle      (LanyardProfile *self);
int             lanyard_profile_compare     (LanyardProfile *a,
                                             LanyardProfile *b);

char           *lanyard_fold_name           (const char     *name);

G_END_DECLS
