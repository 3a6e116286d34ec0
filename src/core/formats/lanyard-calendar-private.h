/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the calendar importer share. A calendar is iCalendar or
 * xCal; both become the same clean components before libical sees them. */

#pragma once

#include <libical/ical.h>

#include "lanyard-draft.h"
#include "lanyard-format.h"

G_BEGIN_DECLS

/* A calendar taken apart: each component is text of its own, as RFC 5545 has
 * it but for folded lines, so that one that libical cannot read spoils no
 * other, and nothing is nested. */
typedef struct
{
  GString   *head;       /* owned: what the calendar says of itself */
  GPtrArray *zones;      /* owned, of GString: each a VTIMEZONE */
  GPtrArray *events;     /* owned, of GString: each a VEVENT */
  GString   *current;    /* borrowed, nullable: the component that is open */
  const char *observance; /* nullable: the part of a zone's description that is open */
  char      *left_out;   /* owned, nullable: the component that is being passed over */
  guint      depth;      /* how often that one is open */
  guint      n_lines;    /* of the component that is open */
  guint      n_head_lines;
  guint      n_begun;    /* calendars */
  guint      n_ended;
  guint      n_lost;     /* entries that break off */
  gboolean   is_mended;
  gboolean   is_cut_off;
} LanyardCalendarText;

/* lanyard-calendar-text.c */
LanyardCalendarText *lanyard_calendar_text_new      (void);
void                 lanyard_calendar_text_free     (LanyardCalendarText *self);
void                 lanyard_calendar_text_open     (LanyardCalendarText *self,
                                                     const char          *name);
void                 lanyard_calendar_text_close    (LanyardCalendarText *self,
                                                     const char          *name);
void                 lanyard_calendar_text_add      (LanyardCalendarText *self,
                                                     const char          *line);
void                 lanyard_calendar_text_end      (LanyardCalendarText *self);

/* lanyard-calendar-property.c */
gboolean             lanyard_calendar_property_is_known (const char      *name,
                                                         gsize            length);
gboolean             lanyard_calendar_property_append   (GString         *text,
                                                         const char      *line,
                                                         gsize            name_length);

/* lanyard-calendar-lines.c */
void                 lanyard_calendar_read_lines    (GBytes              *document,
                                                     LanyardCalendarText *text);

/* lanyard-xcal.c */
void                 lanyard_xcal_read_elements     (GBytes              *document,
                                                     LanyardCalendarText *text);

/* Who knows the times of a calendar. */
typedef struct
{
  LanyardDraft *draft;     /* borrowed */
  GHashTable   *names;     /* owned: what a calendar calls a zone -> that zone's name, or "" */
  GHashTable   *described; /* owned: what a calendar calls a zone -> GArray of its observances */
  GHashTable   *uses;      /* owned: a zone's name -> how many times are in it */
  const char   *floating;  /* nullable: the zone of times that name none */
  gboolean      is_given;  /* whether @floating is not the calendar's own word */
} LanyardCalendarZones;

/* lanyard-calendar-zones.c */
LanyardCalendarZones *lanyard_calendar_zones_new         (LanyardDraft         *draft,
                                                          GPtrArray            *texts,
                                                          const char           *own_zone,
                                                          const char           *given_zone);
void                  lanyard_calendar_zones_free        (LanyardCalendarZones *self);
gint64                lanyard_calendar_zones_resolve     (LanyardCalendarZones *self,
                                                          const char           *id,
                                                          struct icaltimetype   time);
const char           *lanyard_calendar_zones_get_common  (LanyardCalendarZones *self);

/* lanyard-calendar-observance.c */
GArray               *lanyard_calendar_observances_read  (icalcomponent        *zone);
gboolean              lanyard_calendar_observances_find  (GArray               *observances,
                                                          gint64                wall_time,
                                                          int                  *offset);

/* One entry of a calendar, before it is known what it means. Strings are the
 * draft's. */
typedef struct
{
  const char *uid;         /* nullable */
  const char *title;       /* nullable */
  const char *subtitle;    /* nullable */
  const char *description; /* nullable */
  gboolean    is_html;     /* whether the feed says that the description is HTML */
  const char *location;    /* nullable */
  const char *url;         /* nullable */
  const char *organizer;   /* nullable */
  const char *type;        /* nullable */
  const char *language;    /* nullable */
  const char *when;        /* nullable: the start, as the feed spells it */
  const char *day;         /* nullable: the day or days, where it is not at a time of these */
  const char *rule;        /* nullable: how it repeats */
  const char *zone_id;     /* nullable: what the start calls its zone */
  struct icaltimetype wall; /* the start, as a clock there shows it */
  gint64      start;
  gint64      end;
  gint64      recurrence;  /* which one of several of one UID it is, or LANYARD_NO_TIME */
  guint       duration;    /* seconds; 0 if unknown */
  gboolean    is_cancelled;
  gboolean    has_end;     /* whether it is known how long it takes */
  GArray     *added;       /* owned, nullable, of gint64: times at which it is besides */
  GArray     *left_out;    /* owned, nullable, of gint64: times at which it is not, or days: -20261002 */
  GPtrArray  *categories;  /* owned, nullable, of strings */
  GPtrArray  *attendees;   /* owned, nullable, of strings */
  GPtrArray  *links;       /* owned, nullable, of LanyardLink */
} LanyardCalendarEvent;

typedef struct
{
  LanyardDraft         *draft;     /* borrowed */
  LanyardCalendarZones *zones;     /* owned */
  const char           *address;   /* nullable: where the calendar came from */
  const char           *title;     /* nullable: what it calls itself */
  const char           *organizer; /* nullable: who organises everything in it */
  GPtrArray            *events;    /* owned, of LanyardCalendarEvent */
} LanyardCalendarReader;

/* lanyard-calendar-event.c */
LanyardCalendarEvent *lanyard_calendar_event_new    (LanyardCalendarReader *reader,
                                                     const char            *text);
void                  lanyard_calendar_event_free   (LanyardCalendarEvent  *self);
const char           *lanyard_calendar_line         (LanyardCalendarReader *reader,
                                                     const char            *text);
const char           *lanyard_calendar_url          (LanyardCalendarReader *reader,
                                                     const char            *url);

/* lanyard-calendar-persons.c */
void                  lanyard_calendar_take_speakers (LanyardCalendarReader *reader,
                                                      LanyardCalendarEvent  *event,
                                                      GArray               **credits);

/* lanyard-calendar-talk.c */
void                  lanyard_calendar_skip         (LanyardDraft          *draft);
void                  lanyard_calendar_tidy         (LanyardCalendarReader *reader,
                                                     LanyardCalendarEvent  *event);
void                  lanyard_calendar_fill_talk    (LanyardCalendarReader *reader,
                                                     LanyardDraftTalk      *talk,
                                                     LanyardCalendarEvent  *event);
void                  lanyard_calendar_add_event    (LanyardCalendarReader *reader,
                                                     LanyardCalendarEvent  *event);

/* lanyard-calendar-recurrence.c */
void                  lanyard_calendar_expand       (LanyardCalendarReader *reader);

/* lanyard-calendar-indico.c */
gboolean              lanyard_calendar_is_indico    (LanyardCalendarReader *reader);
void                  lanyard_calendar_add_indico   (LanyardCalendarReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardCalendarText, lanyard_calendar_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardCalendarZones, lanyard_calendar_zones_free)

G_END_DECLS
