/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-database.h"

G_BEGIN_DECLS

typedef struct _LanyardTokenizer LanyardTokenizer;

/*
 * LanyardToken:
 * @start: the byte of the text at which the word begins
 * @end: the byte behind its last one
 * @word: the byte of the words at which it stands folded
 *
 * A word of a text.
 */
typedef struct
{
  guint start;
  guint end;
  guint word;
} LanyardToken;

LanyardTokenizer *lanyard_tokenizer_new        (LanyardDatabase   *database,
                                                GError           **error);
void              lanyard_tokenizer_free       (LanyardTokenizer  *self);
void              lanyard_tokenizer_split      (LanyardTokenizer  *self,
                                                const char        *text,
                                                GArray            *tokens,
                                                GString           *words);
gboolean          lanyard_tokenizer_add_rating (LanyardDatabase   *database,
                                                GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardTokenizer, lanyard_tokenizer_free)

G_END_DECLS
