/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever has a place in the timetable: a talk, a block or a break. Lists
 * hold items, so that a coffee break stands between two talks. Any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-fields.h"
#include "lanyard-item.h"

typedef struct
{
  LanyardItemFields fields; /* all owned */
} LanyardItemPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LanyardItem, lanyard_item, G_TYPE_OBJECT)

static const LanyardItemFields *
fields_of (LanyardItem *self)
{
  LanyardItemPrivate *priv = lanyard_item_get_instance_private (self);

  return &priv->fields;
}

static void
lanyard_item_finalize (GObject *object)
{
  LanyardItemPrivate *priv = lanyard_item_get_instance_private (LANYARD_ITEM (object));

  lanyard_fields_clear_string (&priv->fields.key);
  lanyard_fields_clear_string (&priv->fields.title);
  g_clear_object (&priv->fields.room);
  g_clear_object (&priv->fields.session);

  G_OBJECT_CLASS (lanyard_item_parent_class)->finalize (object);
}

static void
lanyard_item_class_init (LanyardItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_item_finalize;
}

static void
lanyard_item_init (LanyardItem *self)
{
}

/* For the constructors of talks, blocks and breaks, once. */
void
lanyard_item_set_fields (LanyardItem             *self,
                         const LanyardItemFields *fields)
{
  LanyardItemPrivate *priv = lanyard_item_get_instance_private (self);

  g_assert (LANYARD_IS_ITEM (self));
  g_assert (priv->fields.key == NULL);

  priv->fields = *fields;
  lanyard_fields_own_string (&priv->fields.key);
  lanyard_fields_own_string (&priv->fields.title);
  if (fields->room != NULL)
    g_object_ref (fields->room);
  if (fields->session != NULL)
    g_object_ref (fields->session);
}

/**
 * lanyard_item_get_kind:
 * @self: an item
 *
 * Gets whether it is a talk, a block or a break.
 *
 * Returns: the kind
 */
LanyardKind
lanyard_item_get_kind (LanyardItem *self)
{
  g_return_val_if_fail (LANYARD_IS_ITEM (self), LANYARD_KIND_TALK);

  return LANYARD_ITEM_GET_CLASS (self)->kind;
}

/**
 * lanyard_item_get_key:
 * @self: an item
 *
 * Gets what tells it from the others of its kind in its programme.
 *
 * Returns: (transfer none): the key
 */
const char *
lanyard_item_get_key (LanyardItem *self)
{
  g_return_val_if_fail (LANYARD_IS_ITEM (self), NULL);

  return fields_of (self)->key;
}

/**
 * lanyard_item_get_title:
 * @self: an item
 *
 * Gets the name. A block without one of its own has its session's.
 *
 * Returns: (transfer none): the title
 */
const char *
lanyard_item_get_title (LanyardItem *self)
{
  g_return_val_if_fail (LANYARD_IS_ITEM (self), NULL);

  return fields_of (self)->title;
}

/**
 * lanyard_item_get_start:
 * @self: an item
 *
 * Gets when it begins.
 *
 * Returns: UTC seconds, or %LANYARD_NO_TIME
 */
gint64
lanyard_item_get_start (LanyardItem *self)
{
  g_return_val_if_fail (LANYARD_IS_ITEM (self), LANYARD_NO_TIME);

  return fields_of (self)->start;
}

/**
 * lanyard_item_get_end:
 * @self: an item
 *
 * Gets when it ends.
 *
 * Returns: UTC seconds, or %LANYARD_NO_TIME
 */
gint64
lanyard_item_get_end (LanyardItem *self)
{
  g_return_val_if_fail (LANYARD_IS_ITEM (self), LANYARD_NO_TIME);

  return fields_of (self)->end;
}

/**
 * lanyard_item_is_scheduled:
 * @self: an item
 *
 * Says whether it has a time yet.
 *
 * Returns: %TRUE if it has
 */
gboolean
lanyard_item_is_scheduled (LanyardItem *self)
{
  g_return_val_if_fail (LANYARD_IS_ITEM (self), FALSE);

  return fields_of (self)->start != LANYARD_NO_TIME;
}

/**
 * lanyard_item_get_room:
 * @self: an item
 *
 * Gets where it is.
 *
 * Returns: (transfer none) (nullable): the room
 */
LanyardRoom *
lanyard_item_get_room (LanyardItem *self)
{
  g_return_val_if_fail (LANYARD_IS_ITEM (self), NULL);

  return fields_of (self)->room;
}

/**
 * lanyard_item_get_session:
 * @self: an item
 *
 * Gets the session it belongs to.
 *
 * Returns: (transfer none) (nullable): the session
 */
LanyardSession *
lanyard_item_get_session (LanyardItem *self)
{
  g_return_val_if_fail (LANYARD_IS_ITEM (self), NULL);

  return fields_of (self)->session;
}

/**
 * lanyard_item_is_cancelled:
 * @self: an item
 *
 * Says whether it has vanished from the feed. Only what is picked is kept
 * then, or the block of a session that is.
 *
 * Returns: %TRUE if it has
 */
gboolean
lanyard_item_is_cancelled (LanyardItem *self)
{
  g_return_val_if_fail (LANYARD_IS_ITEM (self), FALSE);

  return fields_of (self)->is_cancelled;
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

/**
 * lanyard_item_compare:
 * @a: an item
 * @b: an item
 *
 * Orders as a timetable does: by start, then by room, end, title and key;
 * what has no time comes last. The order is total, so that lists stay still.
 *
 * Returns: less than, equal to or greater than zero
 */
int
lanyard_item_compare (LanyardItem *a,
                      LanyardItem *b)
{
  const LanyardItemFields *left = fields_of (a);
  const LanyardItemFields *right = fields_of (b);
  int order;

  if ((left->start == LANYARD_NO_TIME) != (right->start == LANYARD_NO_TIME))
    return left->start == LANYARD_NO_TIME ? 1 : -1;

  order = compare_numbers (left->start, right->start);
  if (order == 0 && left->room != right->room)
    order = g_strcmp0 (left->room != NULL ? lanyard_room_get_name (left->room) : NULL,
                       right->room != NULL ? lanyard_room_get_name (right->room) : NULL);
  if (order == 0)
    order = compare_numbers (left->end, right->end);
  if (order == 0)
    order = strcmp (left->title, right->title);
  if (order == 0)
    order = strcmp (left->key, right->key);
  return order;
}
