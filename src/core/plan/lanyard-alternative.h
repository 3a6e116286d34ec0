/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-plan-entry.h"

G_BEGIN_DECLS

/**
 * LanyardAlternativeKind:
 * @LANYARD_ALTERNATIVE_REPEAT: the same talk at another time
 * @LANYARD_ALTERNATIVE_RECORDING: a recording, to be watched afterwards
 *
 * How else somebody can hear a talk.
 */
typedef enum
{
  LANYARD_ALTERNATIVE_REPEAT,
  LANYARD_ALTERNATIVE_RECORDING,
} LanyardAlternativeKind;

#define LANYARD_TYPE_ALTERNATIVE (lanyard_alternative_get_type ())

/**
 * LanyardAlternative:
 * @kind: what it is
 * @talk: (nullable): the same talk at another time
 * @is_free: whether somebody is going nowhere else then
 * @link: (nullable): the recording
 *
 * Another way to hear a talk; never changes.
 */
typedef struct
{
  LanyardAlternativeKind  kind;
  LanyardTalk            *talk;
  gboolean                is_free;
  LanyardLink            *link;
} LanyardAlternative;

GType               lanyard_alternative_get_type (void);
LanyardAlternative *lanyard_alternative_ref      (LanyardAlternative *self);
void                lanyard_alternative_unref    (LanyardAlternative *self);
GPtrArray          *lanyard_alternatives_find    (LanyardProgramme   *programme,
                                                  LanyardTalk        *talk,
                                                  GPtrArray          *entries);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardAlternative, lanyard_alternative_unref)

G_END_DECLS
