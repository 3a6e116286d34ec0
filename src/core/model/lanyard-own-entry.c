/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something of your own in the plan: a meeting, dinner, the hallway. It is an
 * item, so that lists, conflicts and calendars take it as any other; its key
 * is its uuid and its room is made of its place. Any thread. */

#include "config.h"

#include "lanyard-fields.h"
#include "lanyard-own-entry.h"

struct _LanyardOwnEntry
{
  LanyardItem parent_instance;
  LanyardOwnEntryFields fields; /* all owned */
};

G_DEFINE_FINAL_TYPE (LanyardOwnEntry, lanyard_own_entry, LANYARD_TYPE_ITEM)

static const char *const names[] = {
  [LANYARD_OWN_MEETING] = "meeting",
  [LANYARD_OWN_MEAL] = "meal",
  [LANYARD_OWN_HALLWAY] = "hallway",
  [LANYARD_OWN_TRAVEL] = "travel",
  [LANYARD_OWN_OTHER] = "other",
};

static void
lanyard_own_entry_finalize (GObject *object)
{
  LanyardOwnEntry *self = LANYARD_OWN_ENTRY (object);

  lanyard_fields_clear_string (&self->fields.uuid);
  lanyard_fields_clear_string (&self->fields.title);
  lanyard_fields_clear_string (&self->fields.zone);
  lanyard_fields_clear_string (&self->fields.place);
  lanyard_fields_clear_string (&self->fields.people);
  lanyard_fields_clear_string (&self->fields.note);

  G_OBJECT_CLASS (lanyard_own_entry_parent_class)->finalize (object);
}

static void
lanyard_own_entry_class_init (LanyardOwnEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_own_entry_finalize;
  LANYARD_ITEM_CLASS (klass)->kind = LANYARD_KIND_OWN;
}

static void
lanyard_own_entry_init (LanyardOwnEntry *self)
{
}

/* An empty text says as much as none, and is kept as none. */
static void
own_text (const char **field)
{
  if (*field != NULL && **field == '\0')
    *field = NULL;
  lanyard_fields_own_string (field);
}

/**
 * lanyard_own_kind_get_name:
 * @kind: what an own entry is
 *
 * Gets what the kind is called in the database, in JSON and on the command line.
 *
 * Returns: (transfer none): a name
 */
const char *
lanyard_own_kind_get_name (LanyardOwnKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (names), NULL);

  return names[kind];
}

/**
 * lanyard_own_kind_from_name:
 * @name: a name
 * @kind: (out): the kind of that name
 *
 * Finds the kind that is called so.
 *
 * Returns: %FALSE if there is none
 */
gboolean
lanyard_own_kind_from_name (const char     *name,
                            LanyardOwnKind *kind)
{
  g_return_val_if_fail (name != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * lanyard_own_entry_new:
 * @fields: what it is made of
 *
 * Makes an own entry.
 *
 * Returns: (transfer full): an own entry
 */
LanyardOwnEntry *
lanyard_own_entry_new (const LanyardOwnEntryFields *fields)
{
  LanyardOwnEntry *self;
  g_autoptr (LanyardRoom) room = NULL;
  g_autofree char *new_uuid = NULL;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->kind < LANYARD_N_OWN_KINDS, NULL);
  g_return_val_if_fail (fields->title != NULL && *fields->title != '\0', NULL);
  g_return_val_if_fail (fields->start != LANYARD_NO_TIME && fields->start <= fields->end, NULL);

  self = g_object_new (LANYARD_TYPE_OWN_ENTRY, NULL);
  self->fields = *fields;
  if (fields->uuid == NULL)
    self->fields.uuid = new_uuid = g_uuid_string_random ();
  lanyard_fields_own_string (&self->fields.uuid);
  lanyard_fields_own_string (&self->fields.title);
  own_text (&self->fields.zone);
  own_text (&self->fields.place);
  own_text (&self->fields.people);
  own_text (&self->fields.note);

  if (self->fields.place != NULL)
    room = lanyard_room_new (self->fields.place, NULL);
  lanyard_item_set_fields (LANYARD_ITEM (self), &(LanyardItemFields) {
                                                  .key = self->fields.uuid,
                                                  .title = self->fields.title,
                                                  .start = self->fields.start,
                                                  .end = self->fields.end,
                                                  .room = room,
                                                });
  return self;
}

/**
 * lanyard_own_entry_get_fields:
 * @self: an own entry
 *
 * Gets all that it is made of. The uuid is never %NULL.
 *
 * Returns: (transfer none): the fields
 */
const LanyardOwnEntryFields *
lanyard_own_entry_get_fields (LanyardOwnEntry *self)
{
  g_return_val_if_fail (LANYARD_IS_OWN_ENTRY (self), NULL);

  return &self->fields;
}

/**
 * lanyard_own_entry_new_moved:
 * @self: an own entry
 * @start: UTC seconds
 * @end: UTC seconds, not before @start
 *
 * Makes the same entry at another time.
 *
 * Returns: (transfer full): an own entry with the uuid of @self
 */
LanyardOwnEntry *
lanyard_own_entry_new_moved (LanyardOwnEntry *self,
                             gint64           start,
                             gint64           end)
{
  LanyardOwnEntryFields fields;

  g_return_val_if_fail (LANYARD_IS_OWN_ENTRY (self), NULL);

  fields = self->fields;
  fields.start = start;
  fields.end = end;
  return lanyard_own_entry_new (&fields);
}

/**
 * lanyard_own_entry_equal:
 * @a: an own entry
 * @b: an own entry
 *
 * Says whether both are the same entry and say the same, whenever they were
 * changed.
 *
 * Returns: %TRUE if they are equal
 */
gboolean
lanyard_own_entry_equal (LanyardOwnEntry *a,
                         LanyardOwnEntry *b)
{
  const LanyardOwnEntryFields *left;
  const LanyardOwnEntryFields *right;

  g_return_val_if_fail (LANYARD_IS_OWN_ENTRY (a), FALSE);
  g_return_val_if_fail (LANYARD_IS_OWN_ENTRY (b), FALSE);

  left = &a->fields;
  right = &b->fields;
  return left->kind == right->kind && left->start == right->start && left->end == right->end &&
         g_str_equal (left->uuid, right->uuid) &&
         g_str_equal (left->title, right->title) &&
         g_strcmp0 (left->zone, right->zone) == 0 &&
         g_strcmp0 (left->place, right->place) == 0 &&
         g_strcmp0 (left->people, right->people) == 0 &&
         g_strcmp0 (left->note, right->note) == 0;
}
