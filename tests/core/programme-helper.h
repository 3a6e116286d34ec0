/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the tests of the store: programmes of any size. */

#pragma once

#include "model/lanyard-programme.h"

G_BEGIN_DECLS

/*
 * ProgrammeShape:
 * @feed_id: which conference, "https://example.org/event/1/" if %NULL
 * @mark: a word that stands in every title, "First" if %NULL
 * @n_talks: how many talks
 * @n_words: how long each description is
 * @first_talk: the number of the first talk; those below have vanished
 * @key_offset: what the keys of talks are higher than their numbers
 *
 * What programme to make: 12 talks a session, each with two speakers.
 */
typedef struct
{
  const char *feed_id;
  const char *mark;
  guint       n_talks;
  guint       n_words;
  guint       first_talk;
  guint       key_offset;
} ProgrammeShape;

LanyardProgramme *make_programme (const ProgrammeShape *shape);

G_END_DECLS
