/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One difference between two programmes of a conference: made where they are
 * compared, given a number and a time by the store, listed by the window and
 * the command line. Never changes. Any thread. */

#include "config.h"

#include "lanyard-change.h"
#include "lanyard-fields.h"

struct _LanyardChange
{
  GObject parent_instance;
  LanyardChangeFields fields; /* all owned */
};

G_DEFINE_FINAL_TYPE (LanyardChange, lanyard_change, G_TYPE_OBJECT)

/* As the database and scripts know them, by their number. */
static const char * const names[] = {
  [LANYARD_CHANGE_NEW] = "new",
  [LANYARD_CHANGE_CANCELLED] = "cancelled",
  [LANYARD_CHANGE_RESTORED] = "restored",
  [LANYARD_CHANGE_TIME] = "time",
  [LANYARD_CHANGE_ROOM] = "room",
  [LANYARD_CHANGE_TITLE] = "title",
  [LANYARD_CHANGE_SPEAKERS] = "speakers",
  [LANYARD_CHANGE_SESSION] = "session",
  [LANYARD_CHANGE_DESCRIPTION] = "description",
  [LANYARD_CHANGE_LINKS] = "links",
};

static void
lanyard_change_finalize (GObject *object)
{
  LanyardChange *self = LANYARD_CHANGE (object);

  lanyard_fields_clear_string (&self->fields.uuid);
  lanyard_fields_clear_string (&self->fields.key);
  lanyard_fields_clear_string (&self->fields.title);
  lanyard_fields_clear_string (&self->fields.old_text);
  lanyard_fields_clear_string (&self->fields.new_text);

  G_OBJECT_CLASS (lanyard_change_parent_class)->finalize (object);
}

static void
lanyard_change_class_init (LanyardChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_change_finalize;
}

static void
lanyard_change_init (LanyardChange *self)
{
}

/**
 * lanyard_change_new:
 * @fields: what it is made of; key and title are required
 *
 * Makes a change.
 *
 * Returns: (transfer full): a change
 */
LanyardChange *
lanyard_change_new (const LanyardChangeFields *fields)
{
  LanyardChange *self;

  g_return_val_if_fail (fields != NULL && fields->key != NULL && fields->title != NULL, NULL);
  g_return_val_if_fail (fields->item_kind != LANYARD_KIND_BLOCK, NULL);

  self = g_object_new (LANYARD_TYPE_CHANGE, NULL);
  self->fields = *fields;
  lanyard_fields_own_string (&self->fields.uuid);
  lanyard_fields_own_string (&self->fields.key);
  lanyard_fields_own_string (&self->fields.title);
  lanyard_fields_own_string (&self->fields.old_text);
  lanyard_fields_own_string (&self->fields.new_text);
  return self;
}

/**
 * lanyard_change_get_fields:
 * @self: a change
 *
 * Gets all that the change is made of.
 *
 * Returns: (transfer none): the fields, owned by @self
 */
const LanyardChangeFields *
lanyard_change_get_fields (LanyardChange *self)
{
  g_return_val_if_fail (LANYARD_IS_CHANGE (self), NULL);

  return &self->fields;
}

/**
 * lanyard_change_compare:
 * @a: a change
 * @b: a change
 *
 * Orders as changes are read: the newest refresh first, and of one refresh
 * what is mine first. A stable sort leaves the rest as it was.
 *
 * Returns: less than, equal to or greater than zero
 */
int
lanyard_change_compare (LanyardChange *a,
                        LanyardChange *b)
{
  g_return_val_if_fail (LANYARD_IS_CHANGE (a) && LANYARD_IS_CHANGE (b), 0);

  if (a->fields.noticed_at != b->fields.noticed_at)
    return a->fields.noticed_at > b->fields.noticed_at ? -1 : 1;
  return (b->fields.is_mine != FALSE) - (a->fields.is_mine != FALSE);
}

/**
 * lanyard_change_kind_name:
 * @kind: a kind
 *
 * Names a kind for the database and for scripts, never for people.
 *
 * Returns: (transfer none): the name
 */
const char *
lanyard_change_kind_name (LanyardChangeKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (names), NULL);

  return names[kind];
}

/**
 * lanyard_change_kind_from_name:
 * @name: a name that lanyard_change_kind_name() gave
 * @kind: (out): the kind
 *
 * Finds the kind of a name.
 *
 * Returns: whether there is one; @kind is not set otherwise
 */
gboolean
lanyard_change_kind_from_name (const char        *name,
                               LanyardChangeKind *kind)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      {
        *kind = (LanyardChangeKind) i;
        return TRUE;
      }

  return FALSE;
}
