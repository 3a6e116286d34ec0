/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the importers of pretalx's widget and of its REST interface share. */

#pragma once

#include "lanyard-feed-json.h"

G_BEGIN_DECLS

typedef struct
{
  LanyardFeedReader  feed;
  GHashTable        *rooms;     /* owned: LanyardDraftRoom by number */
  GHashTable        *persons;   /* owned: LanyardDraftPerson by code */
  const char        *event_url; /* nullable, the draft's: "https://host/event/" */
  const char        *slug;      /* nullable, the draft's: "event" */
} LanyardPretalxReader;

/* lanyard-pretalx-kinds.c */
gboolean            lanyard_pretalx_is_submission   (JsonObject                *object);
gboolean            lanyard_pretalx_is_speaker      (JsonObject                *object);
gboolean            lanyard_pretalx_is_slot         (JsonObject                *object);
gboolean            lanyard_pretalx_is_room         (JsonObject                *object);
gboolean            lanyard_pretalx_is_track        (JsonObject                *object);
gboolean            lanyard_pretalx_is_event        (JsonObject                *object);
gboolean            lanyard_pretalx_is_talk_text    (LanyardJsonText            text);

/* lanyard-pretalx-pages.c */
gboolean            lanyard_pretalx_lacks_pages     (GPtrArray                 *documents);

/* lanyard-pretalx.c and lanyard-pretalx-submission.c */
void                lanyard_pretalx_open            (LanyardPretalxReader      *reader,
                                                     const LanyardReadOptions  *options);
void                lanyard_pretalx_reader_clear    (LanyardPretalxReader      *reader);
void                lanyard_pretalx_read_room       (LanyardPretalxReader      *reader,
                                                     JsonObject                *room);
void                lanyard_pretalx_read_track      (LanyardPretalxReader      *reader,
                                                     JsonObject                *track);
LanyardDraftPerson *lanyard_pretalx_read_speaker    (LanyardPretalxReader      *reader,
                                                     JsonObject                *speaker);
LanyardDraftRoom   *lanyard_pretalx_find_room       (LanyardPretalxReader      *reader,
                                                     JsonObject                *object);
void                lanyard_pretalx_add_speakers    (LanyardPretalxReader      *reader,
                                                     JsonArray                 *speakers,
                                                     LanyardDraftTalk          *talk);
LanyardDraftTalk   *lanyard_pretalx_add_talk        (LanyardPretalxReader      *reader,
                                                     JsonObject                *object,
                                                     const char                *title,
                                                     const char                *start);
void                lanyard_pretalx_add_break       (LanyardPretalxReader      *reader,
                                                     JsonObject                *slot,
                                                     const char                *title,
                                                     gint64                     start,
                                                     guint                      index);
void                lanyard_pretalx_fill_slot       (LanyardPretalxReader      *reader,
                                                     LanyardDraftTalk          *talk,
                                                     JsonObject                *slot);
void                lanyard_pretalx_read_submission (LanyardPretalxReader      *reader,
                                                     JsonObject                *submission,
                                                     JsonObject                *slot,
                                                     guint                      index);
LanyardProgramme   *lanyard_pretalx_close           (LanyardPretalxReader      *reader,
                                                     GError                   **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LanyardPretalxReader, lanyard_pretalx_reader_clear)

G_END_DECLS
