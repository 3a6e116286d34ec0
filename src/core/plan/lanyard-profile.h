/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-programme.h"

G_BEGIN_DECLS

/**
 * LanyardTalkOverlap:
 * @first: (transfer none): the one that begins first
 * @second: (transfer none): the other
 * @start: when both run, UTC seconds
 * @end: until when, UTC seconds
 *
 * Two talks that ask the same speaker to be in two places.
 */
typedef struct
{
  LanyardTalk *first;
  LanyardTalk *second;
  gint64       start;
  gint64       end;
} LanyardTalkOverlap;

#define LANYARD_TYPE_PROFILE (lanyard_profile_get_type ())
G_DECLARE_FINAL_TYPE (LanyardProfile, lanyard_profile, LANYARD, PROFILE, GObject)

const char *lanyard_profile_get_key         (LanyardProfile *self);
const char *lanyard_profile_get_name        (LanyardProfile *self);
const char *lanyard_profile_get_affiliation (LanyardProfile *self);
const char *lanyard_profile_get_email       (LanyardProfile *self);
const char *lanyard_profile_get_initial     (LanyardProfile *self);
gboolean    lanyard_profile_has_role        (LanyardProfile *self,
                                             LanyardRole     role);
GPtrArray  *lanyard_profile_get_talks       (LanyardProfile *self);
GPtrArray  *lanyard_profile_get_authored    (LanyardProfile *self);
GPtrArray  *lanyard_profile_get_sessions    (LanyardProfile *self);
GPtrArray  *lanyard_profile_dup_overlaps    (LanyardProfile *self);
gboolean    lanyard_profile_matches         (LanyardProfile *self,
                                             const char     *words);
gboolean    lanyard_profile_begins_with     (LanyardProfile *self,
                                             const char     *typed);

G_END_DECLS
