/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A star, as the store gives it and the plan takes it. Any thread. */

#include "config.h"

#include "lanyard-pick.h"

G_DEFINE_BOXED_TYPE (LanyardPick, lanyard_pick, lanyard_pick_ref, lanyard_pick_unref)

static void
lanyard_pick_clear (gpointer data)
{
  LanyardPick *self = data;

  g_clear_pointer (&self->key, g_free);
}

/**
 * lanyard_pick_new:
 * @kind: what is picked: a talk, a session or a break
 * @key: which of that kind
 * @level: how much it is wanted
 * @picked_at: when, UTC seconds
 *
 * Makes a pick.
 *
 * Returns: (transfer full): a pick
 */
LanyardPick *
lanyard_pick_new (LanyardKind   kind,
                  const char   *key,
                  LanyardLevel  level,
                  gint64        picked_at)
{
  LanyardPick *self;

  g_return_val_if_fail (kind != LANYARD_KIND_BLOCK, NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (level != LANYARD_LEVEL_NONE, NULL);

  self = g_atomic_rc_box_new0 (LanyardPick);
  self->kind = kind;
  self->key = g_strdup (key);
  self->level = level;
  self->picked_at = picked_at;
  return self;
}

/**
 * lanyard_pick_ref:
 * @self: a pick
 *
 * Keeps a pick.
 *
 * Returns: (transfer full): @self
 */
LanyardPick *
lanyard_pick_ref (LanyardPick *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_pick_unref:
 * @self: (transfer full): a pick
 *
 * Lets a pick go.
 */
void
lanyard_pick_unref (LanyardPick *self)
{
  g_atomic_rc_box_release_full (self, lanyard_pick_clear);
}
