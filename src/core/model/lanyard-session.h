/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "lanyard-enums.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SESSION (lanyard_session_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSession, lanyard_session, LANYARD, SESSION, GObject)

/**
 * LanyardSessionFields:
 * @key: what tells it from the other sessions of the programme
 * @title: its name
 * @code: (nullable): a short code of the organisers'
 * @type: (nullable): what kind of session it is
 * @description: (nullable): what it is about
 * @description_format: how @description is written
 * @minutes: (nullable): the organisers' minutes, HTML
 * @color: (nullable): "#rrggbb" of its band
 * @is_poster: whether it is a poster session
 * @url: (nullable): its page
 * @leads: (nullable) (element-type LanyardCredit): who leads it
 * @links: (nullable) (element-type LanyardLink): its links
 * @is_cancelled: whether it has vanished from the feed and is only kept for who picked it
 *
 * What a session is made of; everything is copied.
 */
typedef struct
{
  const char        *key;
  const char        *title;
  const char        *code;
  const char        *type;
  const char        *description;
  LanyardTextFormat  description_format;
  const char        *minutes;
  const char        *color;
  gboolean           is_poster;
  const char        *url;
  GPtrArray         *leads;
  GPtrArray         *links;
  gboolean           is_cancelled;
} LanyardSessionFields;

LanyardSession             *lanyard_session_new        (const LanyardSessionFields *fields);
const LanyardSessionFields *lanyard_session_get_fields (LanyardSession             *self);
const char                 *lanyard_session_get_key    (LanyardSession             *self);
const char                 *lanyard_session_get_title  (LanyardSession             *self);
gboolean                    lanyard_session_is_cancelled (LanyardSession           *self);

G_END_DECLS
