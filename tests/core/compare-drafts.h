/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Programmes made by hand, so that two of them can be compared. */

#pragma once

#include "model/lanyard-programme.h"

#define HOUR 3600
#define TEN G_GINT64_CONSTANT (1791194400) /* 2026-10-05 10:00 UTC */

/* A programme in the making. */
typedef struct
{
  GPtrArray *sessions; /* owned */
  GPtrArray *blocks;   /* owned */
  GPtrArray *talks;    /* owned */
  GPtrArray *breaks;   /* owned */
} Draft;

/* What the tests say of a talk, in the order in which they say it. */
typedef struct
{
  const char *key;
  const char *title;
  gint64 start;
  const char *room;
  const char *speakers; /* with semicolons */
  const char *description;
  LanyardTextFormat format;
  const char *url;
  const char *link;
  LanyardSession *session;
  gboolean is_cancelled;
} TalkFacts;

static inline Draft *
draft_new (void)
{
  Draft *self = g_new0 (Draft, 1);

  self->sessions = g_ptr_array_new_with_free_func (g_object_unref);
  self->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  self->talks = g_ptr_array_new_with_free_func (g_object_unref);
  self->breaks = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

static inline LanyardProgramme *
draft_finish (Draft *self)
{
  g_autoptr (LanyardConference) conference = NULL;
  LanyardProgramme *programme;

  conference = lanyard_conference_new (&(LanyardConferenceFields) { .title = "Conference", .zone = "UTC" });
  programme = lanyard_programme_new (&(LanyardProgrammeFields) {
    .conference = conference,
    .sessions = self->sessions,
    .blocks = self->blocks,
    .talks = self->talks,
    .breaks = self->breaks,
  });
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->talks);
  g_ptr_array_unref (self->breaks);
  g_free (self);
  return programme;
}

static inline GPtrArray *
make_speakers (const char *names)
{
  GPtrArray *credits = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_credit_unref);
  g_auto (GStrv) each = g_strsplit (names != NULL ? names : "", ";", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autoptr (LanyardPerson) person = lanyard_person_new (each[i], each[i], NULL, NULL);

      g_ptr_array_add (credits, lanyard_credit_new (person, LANYARD_ROLE_SPEAKER));
    }
  return credits;
}

static inline GPtrArray *
make_links (const char *url)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_link_unref);

  if (url != NULL)
    g_ptr_array_add (links, lanyard_link_new (url, NULL, LANYARD_LINK_WEB, NULL, 0));
  return links;
}

static inline void
add_talk (Draft           *draft,
          const TalkFacts *facts)
{
  g_autoptr (LanyardRoom) room = facts->room != NULL ? lanyard_room_new (facts->room, NULL) : NULL;
  g_autoptr (GPtrArray) credits = make_speakers (facts->speakers);
  g_autoptr (GPtrArray) links = make_links (facts->link);

  g_ptr_array_add (draft->talks, lanyard_talk_new (&(LanyardTalkFields) {
    .item = {
      .key = facts->key,
      .title = facts->title != NULL ? facts->title : facts->key,
      .start = facts->start,
      .end = facts->start == LANYARD_NO_TIME ? LANYARD_NO_TIME : facts->start + HOUR / 2,
      .room = room,
      .session = facts->session,
      .is_cancelled = facts->is_cancelled,
    },
    .description = facts->description,
    .description_format = facts->format,
    .url = facts->url,
    .credits = credits,
    .links = links,
  }));
}

static inline LanyardSession *
add_session (Draft      *draft,
             const char *key,
             const char *title,
             const char *description)
{
  LanyardSession *session = lanyard_session_new (&(LanyardSessionFields) {
    .key = key,
    .title = title,
    .description = description,
  });

  g_ptr_array_add (draft->sessions, session);
  return session;
}

static inline void
add_block (Draft          *draft,
           const char     *key,
           LanyardSession *session,
           gint64          start,
           const char     *room_name)
{
  g_autoptr (LanyardRoom) room = lanyard_room_new (room_name, NULL);

  g_ptr_array_add (draft->blocks, lanyard_block_new (&(LanyardItemFields) {
    .key = key,
    .title = lanyard_session_get_title (session),
    .start = start,
    .end = start + 3 * HOUR,
    .room = room,
    .session = session,
  }, NULL));
}

static inline void
add_break (Draft      *draft,
           const char *key,
           const char *title,
           gint64      start)
{
  g_ptr_array_add (draft->breaks, lanyard_break_new (&(LanyardItemFields) {
    .key = key,
    .title = title,
    .start = start,
    .end = start + HOUR / 2,
  }, NULL, NULL));
}
