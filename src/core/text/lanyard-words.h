/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LanyardWordRange:
 * @begin: the first byte
 * @end: the byte after the last one
 *
 * Where a word stands in a text.
 */
typedef struct
{
  gsize begin;
  gsize end;
} LanyardWordRange;

GArray *lanyard_words_find (const char *text,
                            const char *words);

G_END_DECLS
