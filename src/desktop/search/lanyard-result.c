/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one row of the results shows: a match, or the offer to show all of its
 * kind. It knows how many there are of the kind, for the heading above it.
 * Made by LanyardSearch, never changes. Main thread. */

#include "config.h"

#include "lanyard-result.h"

struct _LanyardResult
{
  GObject parent_instance;
  LanyardMatchKind kind;
  LanyardMatch *match; /* owned, nullable: the offer to show all */
  guint n_found;
  gboolean is_capped;
};

G_DEFINE_FINAL_TYPE (LanyardResult, lanyard_result, G_TYPE_OBJECT)

static void
lanyard_result_finalize (GObject *object)
{
  LanyardResult *self = LANYARD_RESULT (object);

  g_clear_pointer (&self->match, lanyard_match_unref);

  G_OBJECT_CLASS (lanyard_result_parent_class)->finalize (object);
}

static void
lanyard_result_class_init (LanyardResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_result_finalize;
}

static void
lanyard_result_init (LanyardResult *self)
{
}

/**
 * lanyard_result_new:
 * @kind: of what kind
 * @match: (nullable): what was found, %NULL for the offer to show all
 * @n_found: how many of the kind were found
 * @is_capped: whether there are more than @n_found
 *
 * Makes a result.
 *
 * Returns: (transfer full): a result
 */
LanyardResult *
lanyard_result_new (LanyardMatchKind  kind,
                    LanyardMatch     *match,
                    guint             n_found,
                    gboolean          is_capped)
{
  LanyardResult *self = g_object_new (LANYARD_TYPE_RESULT, NULL);

  self->kind = kind;
  self->match = match != NULL ? lanyard_match_ref (match) : NULL;
  self->n_found = n_found;
  self->is_capped = is_capped;
  return self;
}

/**
 * lanyard_result_get_kind:
 * @self: a result
 *
 * Gets of what kind it is.
 *
 * Returns: the kind
 */
LanyardMatchKind
lanyard_result_get_kind (LanyardResult *self)
{
  g_return_val_if_fail (LANYARD_IS_RESULT (self), LANYARD_MATCH_TALK);

  return self->kind;
}

/**
 * lanyard_result_get_match:
 * @self: a result
 *
 * Gets what was found.
 *
 * Returns: (transfer none) (nullable): the match, %NULL if this is the offer to
 *   show all of its kind
 */
LanyardMatch *
lanyard_result_get_match (LanyardResult *self)
{
  g_return_val_if_fail (LANYARD_IS_RESULT (self), NULL);

  return self->match;
}

/**
 * lanyard_result_get_n_found:
 * @self: a result
 *
 * Gets how many of its kind were found.
 *
 * Returns: the number
 */
guint
lanyard_result_get_n_found (LanyardResult *self)
{
  g_return_val_if_fail (LANYARD_IS_RESULT (self), 0);

  return self->n_found;
}

/**
 * lanyard_result_is_capped:
 * @self: a result
 *
 * Gets whether there may be more of its kind than were asked for.
 *
 * Returns: whether the number is only the least
 */
gboolean
lanyard_result_is_capped (LanyardResult *self)
{
  g_return_val_if_fail (LANYARD_IS_RESULT (self), FALSE);

  return self->is_capped;
}

static gboolean
are_equal_matches (const LanyardMatch *match,
                   const LanyardMatch *other)
{
  return match->kind == other->kind && match->place == other->place && match->start == other->start &&
         match->end == other->end && g_str_equal (match->uuid, other->uuid) && g_str_equal (match->key, other->key) &&
         g_strcmp0 (match->marked_title, other->marked_title) == 0 && g_strcmp0 (match->snippet, other->snippet) == 0;
}

/**
 * lanyard_result_equal:
 * @self: a result
 * @other: another one
 *
 * Finds out whether two results look the same, so that a row need not change.
 *
 * Returns: whether they do
 */
gboolean
lanyard_result_equal (LanyardResult *self,
                      LanyardResult *other)
{
  g_return_val_if_fail (LANYARD_IS_RESULT (self) && LANYARD_IS_RESULT (other), FALSE);

  if (self->kind != other->kind || self->n_found != other->n_found || self->is_capped != other->is_capped)
    return FALSE;
  if (self->match == NULL || other->match == NULL)
    return self->match == other->match;
  return are_equal_matches (self->match, other->match);
}
