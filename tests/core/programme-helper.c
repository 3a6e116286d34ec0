/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "programme-helper.h"

#define N_TALKS_A_SESSION 12
#define FIRST_START 1600000000

static char *
make_description (const char *mark,
                  guint       seed,
                  guint       n_words)
{
  static const char *const words[] = {
    "kernel", "memory", "scheduler", "latency", "driver", "lock", "the", "of", "and", "trace", "device",
    "update", "boot", "network", "packet", "filter", "compiler", "a", "is", "plan", "queue", "thread"
  };
  GString *text = g_string_new (mark);

  for (guint i = 0; i < n_words; i++)
    {
      seed = seed * 1103515245 + 12345;
      g_string_append_printf (text, "%s%s%u", i % 12 == 11 ? ".\n" : " ", words[(seed >> 16) % G_N_ELEMENTS (words)],
                              (seed >> 20) % 4 == 0 ? (seed >> 22) % 500 : 0);
    }
  return g_string_free (text, FALSE);
}

static GPtrArray *
make_credits (guint number)
{
  GPtrArray *credits = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_credit_unref);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *key = g_strdup_printf ("person-%u", number / 2 + i);
      g_autofree char *name = g_strdup_printf ("Given%u Family%u", number / 2 + i, (number / 2 + i) % 100);
      g_autoptr (LanyardPerson) person = lanyard_person_new (key, name, "Example Institute", NULL);

      g_ptr_array_add (credits, lanyard_credit_new (person, LANYARD_ROLE_SPEAKER));
    }
  return credits;
}

static LanyardTalk *
make_talk (const ProgrammeShape *shape,
           guint                 number,
           LanyardSession       *session,
           LanyardBlock         *block,
           LanyardRoom          *room)
{
  g_autofree char *key = g_strdup_printf ("%u", number + shape->key_offset);
  g_autofree char *title = g_strdup_printf ("%s talk %u", shape->mark, number);
  g_autofree char *description = make_description (shape->mark, number, shape->n_words);
  g_autofree char *url = g_strdup_printf ("https://example.org/talk/%u", number);
  g_autoptr (GPtrArray) credits = make_credits (number);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_link_unref);

  g_ptr_array_add (links, lanyard_link_new (url, "Slides", LANYARD_LINK_SLIDES, "application/pdf", 1234));
  return lanyard_talk_new (&(LanyardTalkFields) {
    .item = {
      .key = key,
      .title = title,
      .start = FIRST_START + number * 1800,
      .end = FIRST_START + (number + 1) * 1800,
      .session = session,
      .room = room,
    },
    .block = block,
    .duration = 1800,
    .url = url,
    .description = description,
    .description_format = LANYARD_TEXT_MARKDOWN,
    .credits = credits,
    .links = links,
  });
}

static void
add_session (LanyardProgrammeFields *programme,
             const ProgrammeShape   *shape,
             guint                   first,
             guint                   n_talks)
{
  guint number = first / N_TALKS_A_SESSION;
  g_autofree char *key = g_strdup_printf ("s%u", number);
  g_autofree char *title = g_strdup_printf ("%s track %u", shape->mark, number);
  g_autofree char *room_name = g_strdup_printf ("Room %u", number % 8);
  g_autoptr (LanyardRoom) room = lanyard_room_new (room_name, "Congress Centre");
  LanyardSession *session = lanyard_session_new (&(LanyardSessionFields) {
    .key = key,
    .title = title,
    .description = "About it",
    .description_format = LANYARD_TEXT_MARKDOWN,
  });
  LanyardBlock *block = lanyard_block_new (&(LanyardItemFields) {
    .key = key,
    .title = title,
    .start = FIRST_START + first * 1800,
    .end = FIRST_START + (first + n_talks) * 1800,
    .session = session,
    .room = room,
  }, NULL);

  g_ptr_array_add (programme->sessions, session);
  g_ptr_array_add (programme->blocks, block);
  for (guint i = first; i < first + n_talks; i++)
    if (i >= shape->first_talk)
      g_ptr_array_add (programme->talks, make_talk (shape, i, session, block, room));
}

LanyardProgramme *
make_programme (const ProgrammeShape *wanted)
{
  ProgrammeShape shape = *wanted;
  g_autoptr (LanyardConference) conference = NULL;
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) breaks = g_ptr_array_new_with_free_func (g_object_unref);
  LanyardProgrammeFields programme = {
    .sessions = sessions,
    .blocks = blocks,
    .talks = talks,
    .breaks = breaks,
  };

  if (shape.mark == NULL)
    shape.mark = "First";
  if (shape.feed_id == NULL)
    shape.feed_id = "https://example.org/event/1/";

  conference = lanyard_conference_new (&(LanyardConferenceFields) {
    .feed_id = shape.feed_id,
    .title = shape.mark,
    .zone = "Asia/Kolkata",
    .start = FIRST_START,
    .end = FIRST_START + 5 * 86400,
  });
  programme.conference = conference;
  for (guint i = 0; i < shape.n_talks; i += N_TALKS_A_SESSION)
    add_session (&programme, &shape, i, MIN (N_TALKS_A_SESSION, shape.n_talks - i));
  g_ptr_array_add (breaks, lanyard_break_new (&(LanyardItemFields) {
    .key = "lunch",
    .title = "Lunch",
    .start = FIRST_START,
    .end = FIRST_START + 3600,
  }, NULL, "Soup"));
  return lanyard_programme_new (&programme);
}
