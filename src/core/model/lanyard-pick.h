/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "lanyard-enums.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_PICK (lanyard_pick_get_type ())

/**
 * LanyardPick:
 * @kind: what is picked: a talk, a session or a break
 * @key: which of that kind
 * @level: how much it is wanted, never %LANYARD_LEVEL_NONE
 * @picked_at: when, UTC seconds
 *
 * Your star on something; never changes.
 */
typedef struct
{
  LanyardKind   kind;
  char         *key;
  LanyardLevel  level;
  gint64        picked_at;
} LanyardPick;

GType        lanyard_pick_get_type (void);
LanyardPick *lanyard_pick_new      (LanyardKind   kind,
                                    const char   *key,
                                    LanyardLevel  level,
                                    gint64        picked_at);
LanyardPick *lanyard_pick_ref      (LanyardPick  *self);
void         lanyard_pick_unref    (LanyardPick  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardPick, lanyard_pick_unref)

G_END_DECLS
