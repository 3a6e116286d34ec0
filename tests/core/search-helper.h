/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the tests of the search: programmes of a few texts, and a search at some
 * time. */

#pragma once

#include "store-helper.h"

G_BEGIN_DECLS

#define BEGIN LANYARD_MATCH_BEGIN
#define END LANYARD_MATCH_END

/*
 * TalkText:
 * @key: the talk's
 * @title: the talk's
 * @person: (nullable): who speaks
 * @description: the talk's
 *
 * What a talk is found by.
 */
typedef struct
{
  const char *key;
  const char *title;
  const char *person;
  const char *description;
} TalkText;

LanyardProgramme *make_texts (const char     *feed_id,
                              const TalkText *texts,
                              guint           n_texts);
void              save_texts (LanyardStore   *store,
                              const char     *feed_id,
                              const TalkText *texts,
                              guint           n_texts);
GPtrArray        *search_at  (LanyardStore   *store,
                              const char     *words,
                              gint64          now,
                              guint           limit);

G_END_DECLS
