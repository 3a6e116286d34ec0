/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the tests of what a refresh does to the store: small schedules in which
 * every talk is spelled out, and the calls that concern feeds and changes. */

#pragma once

#include "store-helper.h"

G_BEGIN_DECLS

#define FEED_URL "https://example.org/event/1/"

/*
 * ScheduleTalk:
 * @key: %NULL ends the list
 * @title: its key if %NULL
 * @url: (nullable): its page
 * @speaker: "Ada" if %NULL
 * @room: (nullable): where
 * @session: (nullable): the key and title of its session, which has one block
 * @start: minutes after the beginning; lasts half an hour
 * @description: (nullable): about it
 */
typedef struct
{
  const char *key;
  const char *title;
  const char *url;
  const char *speaker;
  const char *room;
  const char *session;
  int         start;
  const char *description;
} ScheduleTalk;

/*
 * ScheduleBreak:
 * @key: %NULL ends the list
 * @title: its title
 * @start: minutes after the beginning; lasts half an hour
 */
typedef struct
{
  const char *key;
  const char *title;
  int         start;
} ScheduleBreak;

/*
 * Schedule:
 * @feed_id: %FEED_URL if %NULL
 * @talks: the talks
 * @session: (nullable): a session that needs no talks
 * @breaks: (nullable): the breaks
 */
typedef struct
{
  const char          *feed_id;
  const ScheduleTalk  *talks;
  const char          *session;
  const ScheduleBreak *breaks;
} Schedule;

gint64            schedule_time     (int                minutes);
LanyardProgramme *make_schedule     (const Schedule    *schedule);

LanyardSaved     *try_save_feed     (LanyardStore      *store,
                                     const char        *uuid,
                                     LanyardProgramme  *programme,
                                     LanyardFeed       *feed,
                                     gint64             now,
                                     LanyardSaveFlags   flags,
                                     GError           **error);
LanyardSaved     *save_feed         (LanyardStore      *store,
                                     LanyardProgramme  *programme,
                                     gint64             now);
LanyardSaved     *refresh           (LanyardStore      *store,
                                     const Schedule    *schedule,
                                     gint64             now);
LanyardFeed      *find_feed         (LanyardStore      *store,
                                     const char        *uuid,
                                     GError           **error);
GPtrArray        *list_changes      (LanyardStore      *store,
                                     const char        *uuid,
                                     gint64             since);
gboolean          see_changes       (LanyardStore      *store,
                                     const char        *uuid,
                                     gint64             last_id,
                                     GError           **error);

/* Every change in one line each: kind, of what, key, and "mine" where it is. */
char             *describe_changes  (GPtrArray         *changes);

/* Everything in a programme by its keys, cancelled ones with a "!". */
char             *describe_stored   (LanyardStore      *store,
                                     const char        *uuid);
char             *describe_picks    (LanyardStore      *store,
                                     const char        *uuid);

G_END_DECLS
