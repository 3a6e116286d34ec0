/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-tokenizer.h"

G_BEGIN_DECLS

/*
 * LanyardStorePhrase:
 * @words: owned, of char: what must stand side by side, folded
 * @is_prefix: whether the last one need only begin so
 * @tail: (nullable): owned: what no index knows and must follow, lower case
 * @group: which word that was typed it is for
 *
 * What is looked for in a text.
 */
typedef struct
{
  GPtrArray *words;
  gboolean   is_prefix;
  char      *tail;
  guint      group;
} LanyardStorePhrase;

/*
 * LanyardStoreQuery:
 * @match: owned: in FTS5's language, empty for nothing
 * @groups: owned: one letter a phrase, which says whose it is
 * @phrases: owned, of LanyardStorePhrase: the same for marking
 * @literals: owned, of char: what must be there to the letter, lower case
 * @symbols: owned, of char: those of the literals without any letter
 *
 * What was typed, understood.
 */
typedef struct
{
  char      *match;
  char      *groups;
  GPtrArray *phrases;
  GPtrArray *literals;
  GPtrArray *symbols;
} LanyardStoreQuery;

LanyardStoreQuery *lanyard_store_query_new      (const char              *typed,
                                                 LanyardTokenizer        *tokenizer);
void               lanyard_store_query_free     (LanyardStoreQuery       *self);
gboolean           lanyard_store_query_is_empty (const LanyardStoreQuery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardStoreQuery, lanyard_store_query_free)

G_END_DECLS
