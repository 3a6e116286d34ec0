/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-block.h"
#include "lanyard-item.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_TALK (lanyard_talk_get_type ())
G_DECLARE_FINAL_TYPE (LanyardTalk, lanyard_talk, LANYARD, TALK, LanyardItem)

#define LANYARD_TYPE_PART (lanyard_part_get_type ())

/**
 * LanyardPart:
 * @key: what tells it from the other parts of its talk
 * @title: its name
 * @duration: seconds, 0 if unknown
 * @credits: (element-type LanyardCredit): who does it
 * @links: (element-type LanyardLink): its links
 *
 * A talk inside a talk (Indico: subcontribution); never changes.
 */
typedef struct
{
  char      *key;
  char      *title;
  guint      duration;
  GPtrArray *credits;
  GPtrArray *links;
} LanyardPart;

GType        lanyard_part_get_type (void);
LanyardPart *lanyard_part_new      (const char  *key,
                                    const char  *title,
                                    guint        duration,
                                    GPtrArray   *credits,
                                    GPtrArray   *links);
LanyardPart *lanyard_part_ref      (LanyardPart *self);
void         lanyard_part_unref    (LanyardPart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardPart, lanyard_part_unref)

/**
 * LanyardTalkFields:
 * @item: key, title, time, room and session
 * @block: (nullable): the block it is in
 * @duration: seconds, 0 if unknown; also known of talks without a time
 * @subtitle: (nullable): what stands below its title
 * @description: (nullable): the abstract; %NULL in an outline
 * @description_format: how @description is written
 * @minutes: (nullable): the organisers' minutes, HTML; %NULL in an outline
 * @url: (nullable): its page
 * @type: (nullable): what kind of talk it is
 * @track: (nullable): the track's name, where that is not the session
 * @code: (nullable): a short code of the organisers'
 * @language: (nullable): in which language it is given, as the organisers write it
 * @board: (nullable): a poster's board
 * @keywords: (nullable): words for it
 * @is_unrecorded: whether the speakers do not want it to be recorded
 * @credits: (nullable) (element-type LanyardCredit): speakers, then authors
 * @parts: (nullable) (element-type LanyardPart): the talks inside it
 * @links: (nullable) (element-type LanyardLink): slides, recording and so on
 *
 * What a talk is made of; everything is copied.
 */
typedef struct
{
  LanyardItemFields   item;
  LanyardBlock       *block;
  guint               duration;
  const char         *subtitle;
  const char         *description;
  LanyardTextFormat   description_format;
  const char         *minutes;
  const char         *url;
  const char         *type;
  const char         *track;
  const char         *code;
  const char         *language;
  const char         *board;
  const char * const *keywords;
  gboolean            is_unrecorded;
  GPtrArray          *credits;
  GPtrArray          *parts;
  GPtrArray          *links;
} LanyardTalkFields;

LanyardTalk             *lanyard_talk_new        (const LanyardTalkFields *fields);
const LanyardTalkFields *lanyard_talk_get_fields (LanyardTalk             *self);

G_END_DECLS
