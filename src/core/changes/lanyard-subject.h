/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-programme.h"

G_BEGIN_DECLS

/* What is compared of a talk, a session or a break, all borrowed from it. */
typedef struct
{
  LanyardKind        kind;
  const char        *key;
  const char        *title;
  gboolean           is_cancelled;
  gboolean           has_place; /* whether it has no more than one time and room */
  gint64             start;
  gint64             end;
  LanyardRoom       *room;      /* or NULL */
  LanyardSession    *session;   /* or NULL */
  GPtrArray         *credits;   /* NULL if nobody can speak in it */
  const char        *description;
  LanyardTextFormat  description_format;
  GPtrArray         *links;     /* NULL if they are not known */
} LanyardSubject;

GHashTable     *lanyard_subject_index_blocks (LanyardProgramme *programme);
LanyardSubject  lanyard_subject_of_item      (LanyardItem      *item,
                                              gboolean          has_texts);
LanyardSubject  lanyard_subject_of_session   (GHashTable       *blocks,
                                              LanyardSession   *session);

G_END_DECLS
