/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One contribution, with or without a time, and the parts it may have.
 * Any thread. */

#include "config.h"

#include "lanyard-fields.h"
#include "lanyard-talk.h"

struct _LanyardTalk
{
  LanyardItem parent_instance;
  LanyardTalkFields fields; /* all owned, but for item, which the parent has */
};

G_DEFINE_FINAL_TYPE (LanyardTalk, lanyard_talk, LANYARD_TYPE_ITEM)

G_DEFINE_BOXED_TYPE (LanyardPart, lanyard_part, lanyard_part_ref, lanyard_part_unref)

static void
lanyard_part_clear (gpointer data)
{
  LanyardPart *self = data;

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->credits, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
}

static void
lanyard_talk_finalize (GObject *object)
{
  LanyardTalkFields *fields = &LANYARD_TALK (object)->fields;

  g_clear_object (&fields->block);
  lanyard_fields_clear_string (&fields->subtitle);
  lanyard_fields_clear_string (&fields->description);
  lanyard_fields_clear_string (&fields->minutes);
  lanyard_fields_clear_string (&fields->url);
  lanyard_fields_clear_string (&fields->type);
  lanyard_fields_clear_string (&fields->track);
  lanyard_fields_clear_string (&fields->code);
  lanyard_fields_clear_string (&fields->language);
  lanyard_fields_clear_string (&fields->board);
  g_strfreev ((char **) fields->keywords);
  g_clear_pointer (&fields->credits, g_ptr_array_unref);
  g_clear_pointer (&fields->parts, g_ptr_array_unref);
  g_clear_pointer (&fields->links, g_ptr_array_unref);

  G_OBJECT_CLASS (lanyard_talk_parent_class)->finalize (object);
}

static void
lanyard_talk_class_init (LanyardTalkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_talk_finalize;
  LANYARD_ITEM_CLASS (klass)->kind = LANYARD_KIND_TALK;
}

static void
lanyard_talk_init (LanyardTalk *self)
{
}

/**
 * lanyard_talk_new:
 * @fields: what it is made of
 *
 * Makes a talk.
 *
 * Returns: (transfer full): a talk
 */
LanyardTalk *
lanyard_talk_new (const LanyardTalkFields *fields)
{
  LanyardTalk *self;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->item.key != NULL && fields->item.title != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_TALK, NULL);
  lanyard_item_set_fields (LANYARD_ITEM (self), &fields->item);

  self->fields = *fields;
  self->fields.item = (LanyardItemFields) {
    .key = lanyard_item_get_key (LANYARD_ITEM (self)),
    .title = lanyard_item_get_title (LANYARD_ITEM (self)),
    .start = fields->item.start,
    .end = fields->item.end,
    .room = fields->item.room,
    .session = fields->item.session,
    .is_cancelled = fields->item.is_cancelled,
  };
  if (fields->block != NULL)
    g_object_ref (fields->block);
  lanyard_fields_own_string (&self->fields.subtitle);
  lanyard_fields_own_string (&self->fields.description);
  lanyard_fields_own_string (&self->fields.minutes);
  lanyard_fields_own_string (&self->fields.url);
  lanyard_fields_own_string (&self->fields.type);
  lanyard_fields_own_string (&self->fields.track);
  lanyard_fields_own_string (&self->fields.code);
  lanyard_fields_own_string (&self->fields.language);
  lanyard_fields_own_string (&self->fields.board);
  self->fields.keywords = (const char * const *) g_strdupv ((char **) fields->keywords);
  lanyard_fields_own_array (&self->fields.credits);
  lanyard_fields_own_array (&self->fields.parts);
  lanyard_fields_own_array (&self->fields.links);
  return self;
}

/**
 * lanyard_talk_get_fields:
 * @self: a talk
 *
 * Gets all that the talk is made of. The lists are never %NULL, but for
 * @keywords.
 *
 * Returns: (transfer none): the fields, owned by @self
 */
const LanyardTalkFields *
lanyard_talk_get_fields (LanyardTalk *self)
{
  g_return_val_if_fail (LANYARD_IS_TALK (self), NULL);

  return &self->fields;
}

/**
 * lanyard_part_new:
 * @key: what tells it from the other parts of its talk
 * @title: its name
 * @duration: seconds, 0 if unknown
 * @credits: (nullable) (element-type LanyardCredit): who does it
 * @links: (nullable) (element-type LanyardLink): its links
 *
 * Makes a part.
 *
 * Returns: (transfer full): a part
 */
LanyardPart *
lanyard_part_new (const char *key,
                  const char *title,
                  guint       duration,
                  GPtrArray  *credits,
                  GPtrArray  *links)
{
  LanyardPart *self;

  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_atomic_rc_box_new0 (LanyardPart);
  self->key = g_strdup (key);
  self->title = g_strdup (title);
  self->duration = duration;
  self->credits = credits;
  self->links = links;
  lanyard_fields_own_array (&self->credits);
  lanyard_fields_own_array (&self->links);
  return self;
}

/**
 * lanyard_part_ref:
 * @self: a part
 *
 * Keeps a part.
 *
 * Returns: (transfer full): @self
 */
LanyardPart *
lanyard_part_ref (LanyardPart *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_part_unref:
 * @self: (transfer full): a part
 *
 * Lets a part go.
 */
void
lanyard_part_unref (LanyardPart *self)
{
  g_atomic_rc_box_release_full (self, lanyard_part_clear);
}
