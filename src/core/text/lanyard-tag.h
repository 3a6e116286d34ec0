/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-rich-text.h"

G_BEGIN_DECLS

typedef enum
{
  LANYARD_MEANING_TEXT,     /* none: what is inside counts */
  LANYARD_MEANING_HIDDEN,   /* not even what is inside counts */
  LANYARD_MEANING_VOID,     /* there is nothing inside, and it means nothing */
  LANYARD_MEANING_STYLE,
  LANYARD_MEANING_LINK,
  LANYARD_MEANING_QUOTED,
  LANYARD_MEANING_BREAK,
  LANYARD_MEANING_IMAGE,
  LANYARD_MEANING_RULE,     /* from here on: blocks */
  LANYARD_MEANING_BLOCK,
  LANYARD_MEANING_TERM,
  LANYARD_MEANING_HEADING,
  LANYARD_MEANING_LIST,
  LANYARD_MEANING_ITEM,
  LANYARD_MEANING_QUOTE,
  LANYARD_MEANING_CODE,
  LANYARD_MEANING_TABLE,
  LANYARD_MEANING_ROW,
  LANYARD_MEANING_CELL,
} LanyardMeaning;

typedef struct
{
  const char *name;
  LanyardMeaning meaning;
  int value; /* a style, a heading's level, 1 for a numbered list or a heading's cell */
} LanyardTag;

const LanyardTag *lanyard_tag_find    (const char *name);
const LanyardTag *lanyard_tag_find_at (const char *at);

G_END_DECLS
