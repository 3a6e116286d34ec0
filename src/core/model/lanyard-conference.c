/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One event with a programme: what stands on its door. The talks are in its
 * LanyardProgramme, so that a list of conferences costs next to nothing.
 * Any thread. */

#include "config.h"

#include "lanyard-conference.h"
#include "lanyard-fields.h"

struct _LanyardConference
{
  GObject parent_instance;
  LanyardConferenceFields fields; /* all owned */
};

G_DEFINE_FINAL_TYPE (LanyardConference, lanyard_conference, G_TYPE_OBJECT)

static void
lanyard_conference_finalize (GObject *object)
{
  LanyardConferenceFields *fields = &LANYARD_CONFERENCE (object)->fields;

  lanyard_fields_clear_string (&fields->uuid);
  lanyard_fields_clear_string (&fields->feed_id);
  lanyard_fields_clear_string (&fields->title);
  lanyard_fields_clear_string (&fields->zone);
  lanyard_fields_clear_string (&fields->venue);
  lanyard_fields_clear_string (&fields->address);
  lanyard_fields_clear_string (&fields->url);
  lanyard_fields_clear_string (&fields->description);
  lanyard_fields_clear_string (&fields->organizer);
  lanyard_fields_clear_string (&fields->language);
  lanyard_fields_clear_string (&fields->label);
  lanyard_fields_clear_string (&fields->label_message);
  g_clear_pointer (&fields->chairs, g_ptr_array_unref);
  g_clear_pointer (&fields->links, g_ptr_array_unref);

  G_OBJECT_CLASS (lanyard_conference_parent_class)->finalize (object);
}

static void
lanyard_conference_class_init (LanyardConferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_conference_finalize;
}

static void
lanyard_conference_init (LanyardConference *self)
{
}

/**
 * lanyard_conference_new:
 * @fields: what it is made of
 *
 * Makes a conference.
 *
 * Returns: (transfer full): a conference
 */
LanyardConference *
lanyard_conference_new (const LanyardConferenceFields *fields)
{
  LanyardConference *self;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->title != NULL, NULL);
  g_return_val_if_fail (fields->zone != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_CONFERENCE, NULL);
  self->fields = *fields;
  lanyard_fields_own_string (&self->fields.uuid);
  lanyard_fields_own_string (&self->fields.feed_id);
  lanyard_fields_own_string (&self->fields.title);
  lanyard_fields_own_string (&self->fields.zone);
  lanyard_fields_own_string (&self->fields.venue);
  lanyard_fields_own_string (&self->fields.address);
  lanyard_fields_own_string (&self->fields.url);
  lanyard_fields_own_string (&self->fields.description);
  lanyard_fields_own_string (&self->fields.organizer);
  lanyard_fields_own_string (&self->fields.language);
  lanyard_fields_own_string (&self->fields.label);
  lanyard_fields_own_string (&self->fields.label_message);
  lanyard_fields_own_array (&self->fields.chairs);
  lanyard_fields_own_array (&self->fields.links);
  return self;
}

/**
 * lanyard_conference_get_fields:
 * @self: a conference
 *
 * Gets all that the conference is made of. @chairs and @links are never %NULL.
 *
 * Returns: (transfer none): the fields, owned by @self
 */
const LanyardConferenceFields *
lanyard_conference_get_fields (LanyardConference *self)
{
  g_return_val_if_fail (LANYARD_IS_CONFERENCE (self), NULL);

  return &self->fields;
}

/**
 * lanyard_conference_get_uuid:
 * @self: a conference
 *
 * Gets our own id, which stays when the feed's address or ids change.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL before it is stored
 */
const char *
lanyard_conference_get_uuid (LanyardConference *self)
{
  g_return_val_if_fail (LANYARD_IS_CONFERENCE (self), NULL);

  return self->fields.uuid;
}

/**
 * lanyard_conference_get_title:
 * @self: a conference
 *
 * Gets the name.
 *
 * Returns: (transfer none): the title
 */
const char *
lanyard_conference_get_title (LanyardConference *self)
{
  g_return_val_if_fail (LANYARD_IS_CONFERENCE (self), NULL);

  return self->fields.title;
}

/**
 * lanyard_conference_get_zone:
 * @self: a conference
 *
 * Gets the id of the zone it is held in, as the feed spells it.
 *
 * Returns: (transfer none): a zone's id, which the system may not know
 */
const char *
lanyard_conference_get_zone (LanyardConference *self)
{
  g_return_val_if_fail (LANYARD_IS_CONFERENCE (self), NULL);

  return self->fields.zone;
}
