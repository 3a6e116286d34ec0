/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What fills a timetable besides talks: blocks, the stretches of time that a
 * session has in a room, and breaks, inside a block or outside. Any thread. */

#include "config.h"

#include "lanyard-block.h"
#include "lanyard-fields.h"

struct _LanyardBlock
{
  LanyardItem parent_instance;
  GPtrArray *leads; /* owned, of LanyardCredit */
};

G_DEFINE_FINAL_TYPE (LanyardBlock, lanyard_block, LANYARD_TYPE_ITEM)

struct _LanyardBreak
{
  LanyardItem parent_instance;
  LanyardBlock *block; /* owned, nullable */
  char *description;   /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (LanyardBreak, lanyard_break, LANYARD_TYPE_ITEM)

static void
lanyard_block_finalize (GObject *object)
{
  LanyardBlock *self = LANYARD_BLOCK (object);

  g_clear_pointer (&self->leads, g_ptr_array_unref);

  G_OBJECT_CLASS (lanyard_block_parent_class)->finalize (object);
}

static void
lanyard_block_class_init (LanyardBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_block_finalize;
  LANYARD_ITEM_CLASS (klass)->kind = LANYARD_KIND_BLOCK;
}

static void
lanyard_block_init (LanyardBlock *self)
{
}

static void
lanyard_break_finalize (GObject *object)
{
  LanyardBreak *self = LANYARD_BREAK (object);

  g_clear_object (&self->block);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (lanyard_break_parent_class)->finalize (object);
}

static void
lanyard_break_class_init (LanyardBreakClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_break_finalize;
  LANYARD_ITEM_CLASS (klass)->kind = LANYARD_KIND_BREAK;
}

static void
lanyard_break_init (LanyardBreak *self)
{
}

/**
 * lanyard_block_new:
 * @item: key, title, time, room and session; the session is required
 * @leads: (nullable) (element-type LanyardCredit): who leads this block
 *
 * Makes a block.
 *
 * Returns: (transfer full): a block
 */
LanyardBlock *
lanyard_block_new (const LanyardItemFields *item,
                   GPtrArray               *leads)
{
  LanyardBlock *self;

  g_return_val_if_fail (item != NULL && item->key != NULL && item->title != NULL, NULL);
  g_return_val_if_fail (LANYARD_IS_SESSION (item->session), NULL);

  self = g_object_new (LANYARD_TYPE_BLOCK, NULL);
  lanyard_item_set_fields (LANYARD_ITEM (self), item);
  self->leads = leads;
  lanyard_fields_own_array (&self->leads);
  return self;
}

/**
 * lanyard_block_get_leads:
 * @self: a block
 *
 * Gets who leads this block, which may be fewer than lead its session.
 *
 * Returns: (transfer none) (element-type LanyardCredit): the leads
 */
GPtrArray *
lanyard_block_get_leads (LanyardBlock *self)
{
  g_return_val_if_fail (LANYARD_IS_BLOCK (self), NULL);

  return self->leads;
}

/**
 * lanyard_break_new:
 * @item: key, title, time and room; the session is its block's
 * @block: (nullable): the block it is in
 * @description: (nullable): more about it, Markdown
 *
 * Makes a break.
 *
 * Returns: (transfer full): a break
 */
LanyardBreak *
lanyard_break_new (const LanyardItemFields *item,
                   LanyardBlock            *block,
                   const char              *description)
{
  LanyardBreak *self;

  g_return_val_if_fail (item != NULL && item->key != NULL && item->title != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_BREAK, NULL);
  lanyard_item_set_fields (LANYARD_ITEM (self), item);
  g_set_object (&self->block, block);
  self->description = g_strdup (description);
  return self;
}

/**
 * lanyard_break_get_block:
 * @self: a break
 *
 * Gets the block that the break is in.
 *
 * Returns: (transfer none) (nullable): the block, %NULL if everybody has it
 */
LanyardBlock *
lanyard_break_get_block (LanyardBreak *self)
{
  g_return_val_if_fail (LANYARD_IS_BREAK (self), NULL);

  return self->block;
}

/**
 * lanyard_break_get_description:
 * @self: a break
 *
 * Gets more about it.
 *
 * Returns: (transfer none) (nullable): Markdown
 */
const char *
lanyard_break_get_description (LanyardBreak *self)
{
  g_return_val_if_fail (LANYARD_IS_BREAK (self), NULL);

  return self->description;
}
