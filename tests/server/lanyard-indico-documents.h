/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What an answer has of an event. */
typedef enum
{
  LANYARD_INDICO_DETAIL_EVENTS,
  LANYARD_INDICO_DETAIL_CONTRIBUTIONS,
  LANYARD_INDICO_DETAIL_SESSIONS,
  LANYARD_INDICO_DETAIL_TIMETABLE,
  LANYARD_INDICO_N_DETAILS,
} LanyardIndicoDetail;

/* Where an event is served. */
typedef struct
{
  const char *base;
  const char *prefix;
  const char *event;
} LanyardIndicoPlace;

/* An event's documents, ready to be put between the head and the foot of an
 * answer. */
typedef struct
{
  char       *title;
  GBytes     *results[LANYARD_INDICO_N_DETAILS]; /* owned; NULL for what there is not */
  GBytes     *bodies[LANYARD_INDICO_N_DETAILS];  /* owned; whole answers, of documents that are no exports */
  GHashTable *contributions;                     /* "3104" to its title */
  GHashTable *sessions;                          /* "181" to its title */
} LanyardIndicoDocuments;

LanyardIndicoDocuments *lanyard_indico_documents_new  (const LanyardIndicoPlace *place,
                                                       GBytes                   *sessions,
                                                       GBytes                   *contributions,
                                                       GBytes                   *timetable);
void                    lanyard_indico_documents_free (LanyardIndicoDocuments   *self);
/* JSON as Indico writes it: pure ASCII, each slash with a backslash. */
char                   *lanyard_indico_escape_json    (const char               *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardIndicoDocuments, lanyard_indico_documents_free)

G_END_DECLS
