/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "lanyard-enums.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CONFERENCE (lanyard_conference_get_type ())
G_DECLARE_FINAL_TYPE (LanyardConference, lanyard_conference, LANYARD, CONFERENCE, GObject)

/**
 * LanyardConferenceFields:
 * @uuid: (nullable): our own id, given by the store; %NULL before it is stored
 * @feed_id: what the feed is known by wherever its bytes come from; for Indico the event's address
 * @title: its name
 * @start: first instant, UTC seconds, or %LANYARD_NO_TIME
 * @end: last instant, UTC seconds, or %LANYARD_NO_TIME
 * @zone: the zone it is held in, as the feed spells it
 * @venue: (nullable): the building or place
 * @address: (nullable): street and town, may have several lines
 * @url: (nullable): its page
 * @description: (nullable): what it is about
 * @description_format: how @description is written
 * @organizer: (nullable): who holds it
 * @language: (nullable): its language's code
 * @label: (nullable): a mark such as "Cancelled" or "Postponed"
 * @label_message: (nullable): what the mark means
 * @is_cancelled: whether the mark says that it does not take place
 * @chairs: (nullable) (element-type LanyardCredit): who chairs it
 * @links: (nullable) (element-type LanyardLink): its links
 * @n_talks: how many talks its programme has
 * @n_sessions: how many sessions its programme has
 * @imported_at: when its programme was read, UTC seconds, or %LANYARD_NO_TIME
 * @revision: grows with each new programme that is stored
 *
 * What a conference is made of; everything is copied.
 */
typedef struct
{
  const char        *uuid;
  const char        *feed_id;
  const char        *title;
  gint64             start;
  gint64             end;
  const char        *zone;
  const char        *venue;
  const char        *address;
  const char        *url;
  const char        *description;
  LanyardTextFormat  description_format;
  const char        *organizer;
  const char        *language;
  const char        *label;
  const char        *label_message;
  gboolean           is_cancelled;
  GPtrArray         *chairs;
  GPtrArray         *links;
  guint              n_talks;
  guint              n_sessions;
  gint64             imported_at;
  guint              revision;
} LanyardConferenceFields;

LanyardConference             *lanyard_conference_new        (const LanyardConferenceFields *fields);
const LanyardConferenceFields *lanyard_conference_get_fields (LanyardConference             *self);
const char                    *lanyard_conference_get_uuid   (LanyardConference             *self);
const char                    *lanyard_conference_get_title  (LanyardConference             *self);
const char                    *lanyard_conference_get_zone   (LanyardConference             *self);

G_END_DECLS
