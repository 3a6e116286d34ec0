/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A group of talks with a name, a description and leads: a microconference,
 * a track, a devroom. When and where it meets is in its blocks. Any thread. */

#include "config.h"

#include "lanyard-fields.h"
#include "lanyard-session.h"

struct _LanyardSession
{
  GObject parent_instance;
  LanyardSessionFields fields; /* all owned */
};

G_DEFINE_FINAL_TYPE (LanyardSession, lanyard_session, G_TYPE_OBJECT)

static void
lanyard_session_finalize (GObject *object)
{
  LanyardSessionFields *fields = &LANYARD_SESSION (object)->fields;

  lanyard_fields_clear_string (&fields->key);
  lanyard_fields_clear_string (&fields->title);
  lanyard_fields_clear_string (&fields->code);
  lanyard_fields_clear_string (&fields->type);
  lanyard_fields_clear_string (&fields->description);
  lanyard_fields_clear_string (&fields->minutes);
  lanyard_fields_clear_string (&fields->color);
  lanyard_fields_clear_string (&fields->url);
  g_clear_pointer (&fields->leads, g_ptr_array_unref);
  g_clear_pointer (&fields->links, g_ptr_array_unref);

  G_OBJECT_CLASS (lanyard_session_parent_class)->finalize (object);
}

static void
lanyard_session_class_init (LanyardSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_session_finalize;
}

static void
lanyard_session_init (LanyardSession *self)
{
}

/**
 * lanyard_session_new:
 * @fields: what it is made of
 *
 * Makes a session.
 *
 * Returns: (transfer full): a session
 */
LanyardSession *
lanyard_session_new (const LanyardSessionFields *fields)
{
  LanyardSession *self;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->key != NULL, NULL);
  g_return_val_if_fail (fields->title != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_SESSION, NULL);
  self->fields = *fields;
  lanyard_fields_own_string (&self->fields.key);
  lanyard_fields_own_string (&self->fields.title);
  lanyard_fields_own_string (&self->fields.code);
  lanyard_fields_own_string (&self->fields.type);
  lanyard_fields_own_string (&self->fields.description);
  lanyard_fields_own_string (&self->fields.minutes);
  lanyard_fields_own_string (&self->fields.color);
  lanyard_fields_own_string (&self->fields.url);
  lanyard_fields_own_array (&self->fields.leads);
  lanyard_fields_own_array (&self->fields.links);
  return self;
}

/**
 * lanyard_session_get_fields:
 * @self: a session
 *
 * Gets all that the session is made of. @leads and @links are never %NULL.
 *
 * Returns: (transfer none): the fields, owned by @self
 */
const LanyardSessionFields *
lanyard_session_get_fields (LanyardSession *self)
{
  g_return_val_if_fail (LANYARD_IS_SESSION (self), NULL);

  return &self->fields;
}

/**
 * lanyard_session_get_key:
 * @self: a session
 *
 * Gets what tells it from the other sessions of its programme.
 *
 * Returns: (transfer none): the key
 */
const char *
lanyard_session_get_key (LanyardSession *self)
{
  g_return_val_if_fail (LANYARD_IS_SESSION (self), NULL);

  return self->fields.key;
}

/**
 * lanyard_session_get_title:
 * @self: a session
 *
 * Gets the name.
 *
 * Returns: (transfer none): the title
 */
const char *
lanyard_session_get_title (LanyardSession *self)
{
  g_return_val_if_fail (LANYARD_IS_SESSION (self), NULL);

  return self->fields.title;
}

/**
 * lanyard_session_is_cancelled:
 * @self: a session
 *
 * Says whether it has vanished from the feed and is only kept because it is
 * picked.
 *
 * Returns: %TRUE if it has
 */
gboolean
lanyard_session_is_cancelled (LanyardSession *self)
{
  g_return_val_if_fail (LANYARD_IS_SESSION (self), FALSE);

  return self->fields.is_cancelled;
}
