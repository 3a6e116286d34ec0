/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-item.h"

G_BEGIN_DECLS

/**
 * LanyardPickable:
 * @kind: a talk, a session or a break
 * @key: which of that kind
 * @title: what it is called
 *
 * Something that can be starred.
 */
typedef struct
{
  LanyardKind kind;
  char       *key;   /* owned */
  char       *title; /* owned */
} LanyardPickable;

LanyardPickable *lanyard_pickable_new          (LanyardKind      kind,
                                                const char      *key,
                                                const char      *title);
LanyardPickable *lanyard_pickable_new_of_item  (LanyardItem     *item);
GPtrArray       *lanyard_pickables_new         (void);
void             lanyard_pickable_free         (LanyardPickable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardPickable, lanyard_pickable_free)

G_END_DECLS
