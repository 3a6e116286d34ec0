/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the Indico importer share. "Fill" means: where an earlier
 * document has not said it already. Documents are read best first, so that the
 * order in which they are handed over decides nothing. */

#pragma once

#include "lanyard-draft.h"
#include "lanyard-json-text.h"

G_BEGIN_DECLS

typedef struct
{
  LanyardDraft *draft; /* where all goes */
  const char   *base;  /* nullable: the server's address, without a slash at its end */
} LanyardIndicoReader;

/* What a document holds, best first. */
typedef enum
{
  LANYARD_INDICO_SESSIONS,
  LANYARD_INDICO_SUBCONTRIBUTIONS,
  LANYARD_INDICO_CONTRIBUTIONS,
  LANYARD_INDICO_EVENT,
  LANYARD_INDICO_TIMETABLE,
} LanyardIndicoDetail;

#define LANYARD_INDICO_N_DETAILS (LANYARD_INDICO_TIMETABLE + 1)

typedef struct
{
  GBytes              *bytes;   /* borrowed */
  LanyardIndicoDetail  detail;
  gint64               made_at; /* UTC seconds, 0 if unknown */
} LanyardIndicoDocument;

/* lanyard-indico-order.c */
GArray           *lanyard_indico_sort_documents   (GPtrArray            *documents);

/* lanyard-indico-fields.c */
const char       *lanyard_indico_id               (LanyardIndicoReader  *reader,
                                                   JsonObject           *object,
                                                   const char           *name);
const char       *lanyard_indico_line             (LanyardIndicoReader  *reader,
                                                   JsonObject           *object,
                                                   const char           *name);
void              lanyard_indico_fill_line        (LanyardIndicoReader  *reader,
                                                   JsonObject           *object,
                                                   const char           *name,
                                                   const char          **field);
void              lanyard_indico_fill_block       (LanyardIndicoReader  *reader,
                                                   JsonObject           *object,
                                                   const char           *name,
                                                   const char          **field);
void              lanyard_indico_fill_description (LanyardIndicoReader  *reader,
                                                   JsonObject           *object,
                                                   const char          **field,
                                                   LanyardTextFormat    *format);
void              lanyard_indico_fill_minutes     (LanyardIndicoReader  *reader,
                                                   JsonObject           *object,
                                                   const char          **field);
void              lanyard_indico_fill_url         (LanyardIndicoReader  *reader,
                                                   JsonObject           *object,
                                                   const char           *name,
                                                   const char          **field);
void              lanyard_indico_fill_times       (LanyardIndicoReader  *reader,
                                                   JsonObject           *object,
                                                   gint64               *start,
                                                   gint64               *end);
void              lanyard_indico_fill_duration    (JsonObject           *object,
                                                   guint                *duration);
void              lanyard_indico_fill_room        (LanyardIndicoReader  *reader,
                                                   JsonObject           *object,
                                                   LanyardDraftRoom    **field);
void              lanyard_indico_fill_color       (LanyardIndicoReader  *reader,
                                                   JsonObject           *object,
                                                   const char          **field);
const char       *lanyard_indico_absolute_url     (LanyardIndicoReader  *reader,
                                                   const char           *url);

/* lanyard-indico-persons.c */
void              lanyard_indico_add_credits      (LanyardIndicoReader  *reader,
                                                   JsonObject           *object,
                                                   const char           *name,
                                                   LanyardRole           role,
                                                   GArray              **credits);

/* lanyard-indico-links.c */
void              lanyard_indico_fill_links       (LanyardIndicoReader  *reader,
                                                   JsonObject           *object,
                                                   GPtrArray           **links);

/* lanyard-indico-talk.c */
const char       *lanyard_indico_url_number       (LanyardIndicoReader  *reader,
                                                   JsonObject           *object,
                                                   const char           *before);
void              lanyard_indico_read_talk        (LanyardIndicoReader  *reader,
                                                   JsonObject           *object,
                                                   LanyardDraftSession  *session,
                                                   LanyardDraftBlock    *block);
void              lanyard_indico_skip             (LanyardIndicoReader  *reader,
                                                   LanyardKind           kind,
                                                   JsonObject           *object,
                                                   guint                 index);

/* lanyard-indico-event.c and lanyard-indico-timetable.c */
void              lanyard_indico_read_event       (LanyardIndicoReader  *reader,
                                                   JsonObject           *event,
                                                   LanyardJsonText       blocks,
                                                   LanyardJsonText       contributions);
void              lanyard_indico_read_timetable   (LanyardIndicoReader  *reader,
                                                   LanyardJsonText       days);

G_END_DECLS
