/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-checks.h"

#include "model/lanyard-conference.h"

G_BEGIN_DECLS

typedef struct _LanyardSync LanyardSync;
typedef struct _LanyardFreshness LanyardFreshness;

/*
 * LanyardAges:
 * @before: how old a programme may be before the conference, seconds, 0 for any age
 * @during: likewise during the conference
 *
 * When a programme is too old.
 */
typedef struct
{
  gint64 before;
  gint64 during;
} LanyardAges;

LanyardFreshness *lanyard_freshness_new      (LanyardSync                   *sync);
void              lanyard_freshness_free     (LanyardFreshness              *self);
void              lanyard_freshness_set_ages (LanyardFreshness              *self,
                                              LanyardAges                    ages);
gint64            lanyard_freshness_get_due  (LanyardFreshness              *self,
                                              LanyardConference             *conference);
gint64            lanyard_freshness_find_due (const LanyardConferenceFields *conference,
                                              const LanyardCheck            *check,
                                              LanyardAges                    ages,
                                              gint64                         now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardFreshness, lanyard_freshness_free)

G_END_DECLS
