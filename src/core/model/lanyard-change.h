/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "lanyard-enums.h"

G_BEGIN_DECLS

/**
 * LanyardChangeKind:
 * @LANYARD_CHANGE_NEW: it was not there before
 * @LANYARD_CHANGE_CANCELLED: it is not there any more
 * @LANYARD_CHANGE_RESTORED: it is there again
 * @LANYARD_CHANGE_TIME: it begins or ends at another time, or got or lost its time
 * @LANYARD_CHANGE_ROOM: it is in another room
 * @LANYARD_CHANGE_TITLE: it is called otherwise
 * @LANYARD_CHANGE_SPEAKERS: other people speak
 * @LANYARD_CHANGE_SESSION: it belongs to another session
 * @LANYARD_CHANGE_DESCRIPTION: its description says something else
 * @LANYARD_CHANGE_LINKS: it has other links
 *
 * What can change between two programmes of a conference.
 */
typedef enum
{
  LANYARD_CHANGE_NEW,
  LANYARD_CHANGE_CANCELLED,
  LANYARD_CHANGE_RESTORED,
  LANYARD_CHANGE_TIME,
  LANYARD_CHANGE_ROOM,
  LANYARD_CHANGE_TITLE,
  LANYARD_CHANGE_SPEAKERS,
  LANYARD_CHANGE_SESSION,
  LANYARD_CHANGE_DESCRIPTION,
  LANYARD_CHANGE_LINKS,
} LanyardChangeKind;

/**
 * LanyardChangeFields:
 * @id: the store's number for it, growing; 0 before it is stored
 * @uuid: (nullable): the conference; %NULL before it is stored
 * @kind: what changed
 * @item_kind: of what: a talk, a session or a break
 * @key: which of that kind, in the newest programme that has it
 * @title: its title in that programme
 * @noticed_at: when the refresh saw it, UTC seconds, or %LANYARD_NO_TIME before it is stored
 * @is_mine: whether it was picked then, itself or by its session
 * @is_seen: whether somebody looked at it
 * @old_text: (nullable): what it was: room, title, speakers with commas, or session
 * @new_text: (nullable): what it is now
 * @old_start: UTC seconds, or %LANYARD_NO_TIME; for %LANYARD_CHANGE_TIME, and when it was for %LANYARD_CHANGE_CANCELLED
 * @old_end: likewise
 * @new_start: UTC seconds, or %LANYARD_NO_TIME; for %LANYARD_CHANGE_TIME, and when it is for %LANYARD_CHANGE_NEW and %LANYARD_CHANGE_RESTORED
 * @new_end: likewise
 *
 * What a change is made of; everything is copied.
 */
typedef struct
{
  gint64             id;
  const char        *uuid;
  LanyardChangeKind  kind;
  LanyardKind        item_kind;
  const char        *key;
  const char        *title;
  gint64             noticed_at;
  gboolean           is_mine;
  gboolean           is_seen;
  const char        *old_text;
  const char        *new_text;
  gint64             old_start;
  gint64             old_end;
  gint64             new_start;
  gint64             new_end;
} LanyardChangeFields;

#define LANYARD_TYPE_CHANGE (lanyard_change_get_type ())
G_DECLARE_FINAL_TYPE (LanyardChange, lanyard_change, LANYARD, CHANGE, GObject)

LanyardChange             *lanyard_change_new        (const LanyardChangeFields *fields);
const LanyardChangeFields *lanyard_change_get_fields (LanyardChange             *self);
int                        lanyard_change_compare    (LanyardChange             *a,
                                                      LanyardChange             *b);
const char                *lanyard_change_kind_name  (LanyardChangeKind          kind);
gboolean                   lanyard_change_kind_from_name (const char        *name,
                                                          LanyardChangeKind *kind);

G_END_DECLS
