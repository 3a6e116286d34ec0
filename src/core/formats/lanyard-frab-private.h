/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the importer of frab's and Pentabarf's XML share. All
 * strings are the draft's. */

#pragma once

#include "lanyard-feed-json.h"

G_BEGIN_DECLS

/* The elements that say something, by their names in lower case. */
typedef enum
{
  LANYARD_FRAB_OTHER,
  LANYARD_FRAB_ABSTRACT,
  LANYARD_FRAB_ACRONYM,
  LANYARD_FRAB_ATTACHMENT,
  LANYARD_FRAB_BASE_URL,
  LANYARD_FRAB_BIOGRAPHY,
  LANYARD_FRAB_CITY,
  LANYARD_FRAB_CODE,
  LANYARD_FRAB_CONFERENCE,
  LANYARD_FRAB_DATE,
  LANYARD_FRAB_DAY,
  LANYARD_FRAB_DAY_CHANGE,
  LANYARD_FRAB_DESCRIPTION,
  LANYARD_FRAB_DURATION,
  LANYARD_FRAB_END,
  LANYARD_FRAB_EVENT,
  LANYARD_FRAB_FEEDBACK_URL,
  LANYARD_FRAB_GENERATOR,
  LANYARD_FRAB_GUID,
  LANYARD_FRAB_ID,
  LANYARD_FRAB_LANGUAGE,
  LANYARD_FRAB_LINK,
  LANYARD_FRAB_NAME,
  LANYARD_FRAB_OPTOUT,
  LANYARD_FRAB_ORIGIN_URL,
  LANYARD_FRAB_PERSON,
  LANYARD_FRAB_RECORDING,
  LANYARD_FRAB_ROOM,
  LANYARD_FRAB_SCHEDULE,
  LANYARD_FRAB_START,
  LANYARD_FRAB_SUBTITLE,
  LANYARD_FRAB_TIME_ZONE_NAME,
  LANYARD_FRAB_TITLE,
  LANYARD_FRAB_TRACK,
  LANYARD_FRAB_TRACKS,
  LANYARD_FRAB_TYPE,
  LANYARD_FRAB_URL,
  LANYARD_FRAB_VENUE,
} LanyardFrabTag;

/* One "day", as it says of itself; all nullable. */
typedef struct
{
  const char *date;
  const char *start;
  const char *end;
} LanyardFrabDay;

/* One "event" while it is read; all strings nullable. */
typedef struct
{
  LanyardFeedIds  ids;
  const char     *date;
  const char     *start;
  const char     *end;
  const char     *duration;
  const char     *room;
  const char     *title;
  const char     *subtitle;
  const char     *track;
  const char     *track_slug;
  const char     *type;
  const char     *language;
  const char     *abstract;
  const char     *description;
  const char     *feedback_url;
  const char     *origin_url;
  gboolean        is_unrecorded;
  GArray         *credits; /* owned, nullable, of LanyardDraftCredit */
  GPtrArray      *links;   /* owned, nullable, of LanyardLink */
} LanyardFrabEvent;

/* An entry whose times wait for the zone, which may be told last. */
typedef struct
{
  LanyardDraftTalk     *talk;  /* NULL for a break, which is made when it has a time */
  LanyardDraftBreak     entry; /* what is known of that */
  const LanyardFrabDay *day;   /* nullable */
  const char           *date;  /* these four are nullable */
  const char           *start;
  const char           *end;
  const char           *duration;
} LanyardFrabTimes;

/* A link, attachment or person while it is read; all nullable. */
typedef struct
{
  LanyardFeedIds ids;
  const char    *address;
  const char    *type;
  const char    *name;
  const char    *biography;
} LanyardFrabThing;

typedef struct
{
  LanyardFeedReader  feed;
  GArray            *tags;        /* owned, of guint8: the open elements, outermost first */
  GArray            *offsets;     /* owned, of gsize: where in text theirs begins */
  GString           *text;        /* owned: what is written in them so far */
  guint              n_raw;       /* how many elements inside a text are open */
  const char        *base_url;    /* nullable, as these are */
  const char        *acronym;
  const char        *zone_name;
  const char        *start;
  const char        *end;
  const char        *day_change;
  const char        *room;        /* around the event */
  gboolean           is_wafer;
  gboolean           is_in_event;
  gboolean           is_deep;     /* nested too deeply to go on */
  LanyardFrabDay    *day;         /* nullable, of days */
  GPtrArray         *days;        /* owned, of LanyardFrabDay */
  LanyardFrabEvent   event;
  LanyardFrabThing   thing;
  guint              n_events;
  GArray            *times;       /* owned, of LanyardFrabTimes */
  GHashTable        *slugs;       /* owned: of the list of tracks, by name */
  GHashTable        *colors;      /* owned: likewise */
  GHashTable        *biographies; /* owned: of the list of persons, by id */
  GHashTable        *mentions;    /* owned: ids of persons, by LanyardDraftPerson */
  GHashTable        *known;       /* owned, nullable: keys of an earlier document's talks */
  LanyardFeedStamp   sample;      /* a time of the feed that says how far from UTC it is */
} LanyardFrabReader;

/* How the parsing of one document went. */
typedef enum
{
  LANYARD_FRAB_WELL_FORMED,
  LANYARD_FRAB_ILL_FORMED,
  LANYARD_FRAB_TOO_DEEP,
} LanyardFrabOutcome;

/* lanyard-frab-parse.c */
LanyardFrabOutcome lanyard_frab_parse          (LanyardFrabReader         *reader,
                                                GBytes                    *text,
                                                gboolean                   recovers);

/* lanyard-frab-elements.c */
void               lanyard_frab_open_element   (LanyardFrabReader         *reader,
                                                const char                *name,
                                                const char * const        *attributes);
void               lanyard_frab_close_element  (LanyardFrabReader         *reader,
                                                const char                *name);

/* lanyard-frab-event.c */
void               lanyard_frab_event_clear    (LanyardFrabEvent          *event);
void               lanyard_frab_add_event      (LanyardFrabReader         *reader);
void               lanyard_frab_add_person     (LanyardFrabReader         *reader);
void               lanyard_frab_tell_persons   (LanyardFrabReader         *reader);

/* lanyard-frab-times.c */
void               lanyard_frab_note_sample    (LanyardFrabReader         *reader,
                                                const char                *text);
void               lanyard_frab_settle_times   (LanyardFrabReader         *reader);

G_END_DECLS
