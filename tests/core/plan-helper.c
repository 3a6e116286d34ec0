/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts small programmes and plans together for the tests of plans, conflicts,
 * gaps and days. */

#include "config.h"

#include "plan-helper.h"

PlanMaker *
plan_maker_new (const char *name)
{
  PlanMaker *self = g_new0 (PlanMaker, 1);

  self->name = g_strdup (name);
  self->sessions = g_ptr_array_new_with_free_func (g_object_unref);
  self->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  self->talks = g_ptr_array_new_with_free_func (g_object_unref);
  self->breaks = g_ptr_array_new_with_free_func (g_object_unref);
  self->own_entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->picks = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_pick_unref);
  self->rooms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

void
plan_maker_free (PlanMaker *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->talks);
  g_ptr_array_unref (self->breaks);
  g_ptr_array_unref (self->own_entries);
  g_ptr_array_unref (self->picks);
  g_hash_table_unref (self->rooms);
  g_hash_table_unref (self->persons);
  g_clear_object (&self->programme);
  g_free (self);
}

static LanyardRoom *
find_room (PlanMaker  *self,
           const char *name)
{
  LanyardRoom *room;

  if (name == NULL)
    return NULL;
  room = g_hash_table_lookup (self->rooms, name);
  if (room == NULL)
    {
      room = lanyard_room_new (name, NULL);
      g_hash_table_insert (self->rooms, g_strdup (name), room);
    }
  return room;
}

static LanyardPerson *
find_person (PlanMaker  *self,
             const char *name)
{
  LanyardPerson *person = g_hash_table_lookup (self->persons, name);

  if (person == NULL)
    {
      person = lanyard_person_new (name, name, NULL, NULL);
      g_hash_table_insert (self->persons, g_strdup (name), person);
    }
  return person;
}

LanyardSession *
plan_maker_add_session (PlanMaker  *self,
                        const char *key)
{
  LanyardSession *session = lanyard_session_new (&(LanyardSessionFields) { .key = key, .title = key });

  g_ptr_array_add (self->sessions, session);
  return session;
}

LanyardBlock *
plan_maker_add_block (PlanMaker      *self,
                      const char     *key,
                      LanyardSession *session,
                      const char     *room,
                      gint64          start,
                      gint64          end)
{
  LanyardItemFields fields = {
    .key = key,
    .title = key,
    .session = session,
    .room = find_room (self, room),
    .start = start,
    .end = end,
  };
  LanyardBlock *block = lanyard_block_new (&fields, NULL);

  g_ptr_array_add (self->blocks, block);
  return block;
}

LanyardTalk *
plan_maker_add_talk (PlanMaker      *self,
                     const PlanTalk *talk)
{
  const char *const keywords[] = { talk->keyword, NULL };
  g_autoptr (GPtrArray) credits = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_credit_unref);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_link_unref);
  LanyardTalk *made;

  if (talk->speaker != NULL)
    g_ptr_array_add (credits, lanyard_credit_new (find_person (self, talk->speaker), LANYARD_ROLE_SPEAKER));
  if (talk->recording != NULL)
    g_ptr_array_add (links, lanyard_link_new (talk->recording, NULL, LANYARD_LINK_RECORDING, NULL, 0));
  made = lanyard_talk_new (&(LanyardTalkFields) {
    .item = {
      .key = talk->key,
      .title = talk->title != NULL ? talk->title : talk->key,
      .room = find_room (self, talk->room),
      .start = talk->start,
      .end = talk->end,
      .session = talk->session,
      .is_cancelled = talk->is_cancelled,
    },
    .block = talk->block,
    .duration = talk->duration,
    .credits = credits,
    .links = links,
    .keywords = keywords,
  });
  g_ptr_array_add (self->talks, made);
  return made;
}

void
plan_maker_add_break (PlanMaker      *self,
                      const char     *key,
                      LanyardSession *session,
                      LanyardBlock   *block,
                      gint64          start,
                      gint64          end)
{
  LanyardItemFields fields = { .key = key, .title = key, .session = session, .start = start, .end = end };

  g_ptr_array_add (self->breaks, lanyard_break_new (&fields, block, NULL));
}

void
plan_maker_add_own (PlanMaker      *self,
                    const char     *uuid,
                    LanyardOwnKind  kind,
                    const char     *place,
                    gint64          start,
                    gint64          end)
{
  g_ptr_array_add (self->own_entries, lanyard_own_entry_new (&(LanyardOwnEntryFields) {
                                        .uuid = uuid,
                                        .kind = kind,
                                        .title = uuid,
                                        .place = place,
                                        .start = start,
                                        .end = end,
                                      }));
}

void
plan_maker_pick (PlanMaker    *self,
                 LanyardKind   kind,
                 const char   *key,
                 LanyardLevel  level)
{
  g_ptr_array_add (self->picks, lanyard_pick_new (kind, key, level, 0));
}

/* With the picks and own entries so far; the programme is that of the first. */
LanyardPlan *
plan_maker_make (PlanMaker *self)
{
  g_autoptr (LanyardConference) conference =
      lanyard_conference_new (&(LanyardConferenceFields) { .title = self->name, .zone = "UTC" });
  g_autoptr (LanyardDecisions) decisions = lanyard_decisions_new (self->picks, NULL, self->own_entries);

  if (self->programme == NULL)
    self->programme = lanyard_programme_new (&(LanyardProgrammeFields) {
      .conference = conference,
      .sessions = self->sessions,
      .blocks = self->blocks,
      .talks = self->talks,
      .breaks = self->breaks,
    });
  return lanyard_plan_new (self->programme, decisions);
}

LanyardPlanEntry *
plan_find_entry (LanyardPlan *plan,
                 const char  *key)
{
  GPtrArray *entries = lanyard_plan_get_entries (plan);

  for (guint i = 0; i < entries->len; i++)
    {
      LanyardPlanEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (lanyard_item_get_key (entry->item), key))
        return entry;
    }
  return NULL;
}
