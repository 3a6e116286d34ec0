/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A programme while it is read: what several documents say of one thing comes
 * together here before the immutable model is made of it. Private to the
 * formats. */

#pragma once

#include "model/lanyard-programme.h"
#include "time/lanyard-zone.h"

G_BEGIN_DECLS

typedef struct
{
  const char  *name;
  const char  *venue;
  LanyardRoom *room; /* owned, once made */
} LanyardDraftRoom;

typedef struct
{
  const char    *key;
  const char    *name;
  const char    *affiliation;
  const char    *email;
  const char    *biography; /* nullable; the longest that was read */
  LanyardTextFormat biography_format;
  const GArray  *credited_in; /* nullable, borrowed, not looked into: where last */
  LanyardCredit *credits[LANYARD_ROLE_CHAIR + 1]; /* owned, once made */
  LanyardPerson *person;                          /* owned, once made */
} LanyardDraftPerson;

typedef struct
{
  LanyardDraftPerson *person;
  LanyardRole         role;
} LanyardDraftCredit;

typedef struct
{
  LanyardSessionFields  fields; /* without leads and links */
  GArray               *leads;  /* owned, nullable, of LanyardDraftCredit */
  GPtrArray            *links;  /* owned, nullable, of LanyardLink */
  LanyardSession       *session; /* owned, once made */
} LanyardDraftSession;

typedef struct
{
  const char          *key;
  const char          *title; /* nullable: the session's */
  gint64               start;
  gint64               end;
  LanyardDraftRoom    *room;    /* nullable */
  LanyardDraftSession *session;
  GArray              *leads;   /* owned, nullable, of LanyardDraftCredit */
  LanyardBlock        *block;   /* owned, once made */
} LanyardDraftBlock;

typedef struct
{
  const char *key;
  const char *title;
  guint       duration;
  GArray     *credits; /* owned, nullable, of LanyardDraftCredit */
  GPtrArray  *links;   /* owned, nullable, of LanyardLink */
} LanyardDraftPart;

typedef struct
{
  LanyardTalkFields    fields;        /* strings, times and duration only */
  LanyardDraftRoom    *room;          /* nullable */
  LanyardDraftSession *session;       /* nullable */
  const char          *session_title; /* nullable: where only that is known */
  LanyardDraftBlock   *block;         /* nullable */
  GPtrArray           *keywords;      /* owned, nullable, of strings */
  GArray              *credits;       /* owned, nullable, of LanyardDraftCredit */
  GPtrArray           *parts;         /* owned, nullable, of LanyardDraftPart */
  GPtrArray           *links;         /* owned, nullable, of LanyardLink */
} LanyardDraftTalk;

typedef struct
{
  const char          *title;
  const char          *description; /* nullable */
  gint64               start;
  gint64               end;
  LanyardDraftRoom    *room;        /* nullable */
  LanyardDraftBlock   *block;       /* nullable */
  char                *key;         /* owned, once made */
} LanyardDraftBreak;

/* All strings in a draft are the draft's, but for those said to be owned. */
typedef struct
{
  GStringChunk            *strings;    /* owned */
  LanyardConferenceFields  conference; /* without chairs and links */
  GArray                  *chairs;     /* owned, nullable, of LanyardDraftCredit */
  GPtrArray               *links;      /* owned, nullable, of LanyardLink */
  GPtrArray               *sessions;   /* owned, of LanyardDraftSession */
  GPtrArray               *blocks;     /* owned, of LanyardDraftBlock */
  GPtrArray               *talks;      /* owned, of LanyardDraftTalk */
  GPtrArray               *breaks;     /* owned, of LanyardDraftBreak */
  GHashTable              *sessions_by_key;
  GHashTable              *blocks_by_key;
  GHashTable              *talks_by_key;
  GHashTable              *rooms;           /* owned, by name */
  GHashTable              *persons;         /* owned, by key */
  GHashTable              *persons_by_name; /* by name and affiliation */
  GHashTable              *skipped;         /* what could not be read */
  LanyardRemarks           remarks;         /* all others */
  GHashTable              *same_keys;       /* owned; how many talks ask for a key, of those that share it */
  GHashTable              *zones;           /* owned, by name; %NULL for unknown ones */
  const char              *last_zone_name;
  LanyardZone             *last_zone;
} LanyardDraft;

LanyardDraft        *lanyard_draft_new            (void);
void                 lanyard_draft_free           (LanyardDraft         *self);
LanyardDraftSession *lanyard_draft_ensure_session (LanyardDraft         *self,
                                                   const char           *key);
LanyardDraftBlock   *lanyard_draft_ensure_block   (LanyardDraft         *self,
                                                   const char           *key,
                                                   LanyardDraftSession  *session);
LanyardDraftTalk    *lanyard_draft_ensure_talk    (LanyardDraft         *self,
                                                   const char           *key);
void                 lanyard_draft_talk_free      (gpointer              data);
LanyardDraftTalk    *lanyard_draft_add_talk       (LanyardDraft         *self,
                                                   const char           *key,
                                                   const char           *difference);
LanyardDraftSession *lanyard_draft_ensure_track   (LanyardDraft         *self,
                                                   const char           *slug,
                                                   const char           *name);
LanyardDraftBreak   *lanyard_draft_add_break      (LanyardDraft         *self);
LanyardDraftPart    *lanyard_draft_talk_add_part  (LanyardDraftTalk     *talk);
LanyardDraftRoom    *lanyard_draft_ensure_room    (LanyardDraft         *self,
                                                   const char           *name,
                                                   const char           *venue);
LanyardDraftPerson  *lanyard_draft_ensure_person  (LanyardDraft         *self,
                                                   const char           *key,
                                                   const char           *name,
                                                   const char           *affiliation,
                                                   const char           *email);
void                 lanyard_draft_add_credit     (GArray              **credits,
                                                   LanyardDraftPerson   *person,
                                                   LanyardRole           role);
void                 lanyard_draft_person_tell    (LanyardDraft         *self,
                                                   LanyardDraftPerson   *person,
                                                   const char           *biography);
void                 lanyard_draft_skip           (LanyardDraft         *self,
                                                   LanyardKind           kind,
                                                   const char           *key);
void                 lanyard_draft_remark         (LanyardDraft         *self,
                                                   LanyardRemark         remark);
void                 lanyard_draft_remark_once    (LanyardDraft         *self,
                                                   LanyardRemark         remark);
const char          *lanyard_draft_make_key       (LanyardDraft         *self,
                                                   const char           *title,
                                                   const char           *start);
void                 lanyard_draft_identify       (LanyardDraft         *self,
                                                   const char           *base_url,
                                                   const char           *acronym);
LanyardZone         *lanyard_draft_get_zone       (LanyardDraft         *self,
                                                   const char           *name);
LanyardProgramme    *lanyard_draft_finish         (LanyardDraft         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardDraft, lanyard_draft_free)

G_END_DECLS
