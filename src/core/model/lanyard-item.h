/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "lanyard-enums.h"
#include "lanyard-room.h"
#include "lanyard-session.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ITEM (lanyard_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (LanyardItem, lanyard_item, LANYARD, ITEM, GObject)

struct _LanyardItemClass
{
  GObjectClass parent_class;

  LanyardKind  kind;
};

/**
 * LanyardItemFields:
 * @key: what tells it from the others of its kind in the programme
 * @title: its name
 * @start: UTC seconds, or %LANYARD_NO_TIME
 * @end: UTC seconds, or %LANYARD_NO_TIME
 * @room: (nullable): where
 * @session: (nullable): the session it belongs to
 * @is_cancelled: whether it has vanished from the feed and is only kept for who picked it
 *
 * What talks, blocks and breaks have in common.
 */
typedef struct
{
  const char     *key;
  const char     *title;
  gint64          start;
  gint64          end;
  LanyardRoom    *room;
  LanyardSession *session;
  gboolean        is_cancelled;
} LanyardItemFields;

LanyardKind     lanyard_item_get_kind     (LanyardItem *self);
const char     *lanyard_item_get_key      (LanyardItem *self);
const char     *lanyard_item_get_title    (LanyardItem *self);
gint64          lanyard_item_get_start    (LanyardItem *self);
gint64          lanyard_item_get_end      (LanyardItem *self);
gboolean        lanyard_item_is_scheduled (LanyardItem *self);
LanyardRoom    *lanyard_item_get_room     (LanyardItem *self);
LanyardSession *lanyard_item_get_session  (LanyardItem *self);
gboolean        lanyard_item_is_cancelled (LanyardItem *self);
int             lanyard_item_compare      (LanyardItem *a,
                                           LanyardItem *b);

/*< private >*/
void            lanyard_item_set_fields   (LanyardItem             *self,
                                           const LanyardItemFields *fields);

G_END_DECLS
