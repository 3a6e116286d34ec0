/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-plan.h"
#include "time/lanyard-zone.h"

G_BEGIN_DECLS

/**
 * LanyardFilterField:
 * @LANYARD_FILTER_SESSION: the session, by key
 * @LANYARD_FILTER_ROOM: the room, by name
 * @LANYARD_FILTER_TYPE: the talk's type, as the programme spells it
 * @LANYARD_FILTER_LANGUAGE: the talk's language, as the programme spells it
 * @LANYARD_FILTER_KEYWORD: one of the talk's keywords
 *
 * By what items are told apart.
 */
typedef enum
{
  LANYARD_FILTER_SESSION,
  LANYARD_FILTER_ROOM,
  LANYARD_FILTER_TYPE,
  LANYARD_FILTER_LANGUAGE,
  LANYARD_FILTER_KEYWORD,
} LanyardFilterField;

#define LANYARD_N_FILTER_FIELDS (LANYARD_FILTER_KEYWORD + 1)

/**
 * LanyardFilterDecided:
 * @LANYARD_FILTER_DECIDED_NOTHING: whatever is decided
 * @LANYARD_FILTER_GOING: in the plan as decided, itself or with its session
 * @LANYARD_FILTER_MAYBE: in the plan as a maybe, likewise
 * @LANYARD_FILTER_SEEN: marked as seen
 * @LANYARD_FILTER_WATCH_LATER: marked to be watched later
 * @LANYARD_FILTER_NOTED: with a note
 *
 * By what somebody decided items are told apart. Several are alternatives.
 */
typedef enum /*< flags >*/
{
  LANYARD_FILTER_DECIDED_NOTHING = 0,
  LANYARD_FILTER_GOING = 1 << 0,
  LANYARD_FILTER_MAYBE = 1 << 1,
  LANYARD_FILTER_SEEN = 1 << 2,
  LANYARD_FILTER_WATCH_LATER = 1 << 3,
  LANYARD_FILTER_NOTED = 1 << 4,
} LanyardFilterDecided;

#define LANYARD_N_FILTER_DECIDED 5

/**
 * LanyardFilterValue:
 * @value: what a filter keeps
 * @label: what people read
 * @n_items: how many talks and breaks of the programme have it
 *
 * Something to filter by.
 */
typedef struct
{
  char  *value;
  char  *label;
  guint  n_items;
} LanyardFilterValue;

#define LANYARD_TYPE_FILTER (lanyard_filter_get_type ())

/* Which items somebody wants to see, or wants hidden; never changes. Values of
 * one field are alternatives, fields narrow each other down. */
typedef struct _LanyardFilter LanyardFilter;

GType          lanyard_filter_get_type          (void);
LanyardFilter *lanyard_filter_new               (void);
LanyardFilter *lanyard_filter_new_parse         (const char          *text);
char          *lanyard_filter_to_string         (LanyardFilter       *self);
LanyardFilter *lanyard_filter_ref               (LanyardFilter       *self);
void           lanyard_filter_unref             (LanyardFilter       *self);
gboolean       lanyard_filter_equal             (LanyardFilter       *self,
                                                 LanyardFilter       *other);
gboolean       lanyard_filter_is_empty          (LanyardFilter       *self);

LanyardFilter *lanyard_filter_with_value        (LanyardFilter       *self,
                                                 LanyardFilterField   field,
                                                 const char          *value,
                                                 gboolean             wanted);
gboolean       lanyard_filter_has_value         (LanyardFilter       *self,
                                                 LanyardFilterField   field,
                                                 const char          *value);
const char * const *lanyard_filter_get_values   (LanyardFilter       *self,
                                                 LanyardFilterField   field);
LanyardFilter *lanyard_filter_with_picks        (LanyardFilter       *self,
                                                 gboolean             only_picks);
gboolean       lanyard_filter_get_picks         (LanyardFilter       *self);
LanyardFilter *lanyard_filter_with_decided      (LanyardFilter       *self,
                                                 LanyardFilterDecided decided);
LanyardFilterDecided lanyard_filter_get_decided (LanyardFilter       *self);
LanyardFilter *lanyard_filter_with_still_to_come (LanyardFilter      *self,
                                                  gboolean            still_to_come);
gboolean       lanyard_filter_get_still_to_come (LanyardFilter       *self);
LanyardFilter *lanyard_filter_with_hours        (LanyardFilter       *self,
                                                 int                  from_minute,
                                                 int                  until_minute);
gboolean       lanyard_filter_get_hours         (LanyardFilter       *self,
                                                 int                 *from_minute,
                                                 int                 *until_minute);

gboolean       lanyard_filter_matches           (LanyardFilter       *self,
                                                 LanyardItem         *item,
                                                 LanyardPlan         *plan,
                                                 LanyardZone         *zone,
                                                 gint64               now);
gboolean       lanyard_filter_hides             (LanyardFilter       *self,
                                                 LanyardItem         *item);
GPtrArray     *lanyard_programme_dup_filter_values (LanyardProgramme   *programme,
                                                    LanyardFilterField  field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardFilter, lanyard_filter_unref)

G_END_DECLS
