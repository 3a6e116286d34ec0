/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Invents programmes and decisions with all that makes a plan difficult: blocks
 * in parallel, talks in them that are left out, picked or have no block, what is
 * cancelled, has no length or no time. */

#include "config.h"

#include "plan-invention.h"

#define N_ROOMS 3

static const char *const room_names[N_ROOMS] = { "Hall", "Club", "Cellar" };

static const char *
make_key (GPtrArray  *keys,
          const char *kind)
{
  g_ptr_array_add (keys, g_strdup_printf ("%s%u", kind, keys->len));
  return g_ptr_array_index (keys, keys->len - 1);
}

static const char *
random_room (GRand *rand)
{
  int number = g_rand_int_range (rand, 0, N_ROOMS + 1);

  return number < N_ROOMS ? room_names[number] : NULL;
}

static void
random_time (GRand  *rand,
             gint64 *start,
             gint64 *end)
{
  *start = g_rand_int_range (rand, 0, PLAN_INVENTION_HORIZON - 30);
  *end = *start + (g_rand_int_range (rand, 0, 10) == 0 ? 0 : g_rand_int_range (rand, 1, 30));
  if (g_rand_int_range (rand, 0, 15) == 0)
    *start = *end = LANYARD_NO_TIME;
}

static void
random_talk (PlanMaker      *maker,
             GRand          *rand,
             GPtrArray      *keys,
             LanyardSession *session,
             LanyardBlock   *block)
{
  PlanTalk talk = {
    .key = make_key (keys, "talk"),
    .room = random_room (rand),
    .session = session,
    .block = block,
    .is_cancelled = g_rand_int_range (rand, 0, 8) == 0,
  };

  random_time (rand, &talk.start, &talk.end);
  plan_maker_add_talk (maker, &talk);
}

static void
random_session (PlanMaker *maker,
                GRand     *rand,
                GPtrArray *keys)
{
  LanyardSession *session = plan_maker_add_session (maker, make_key (keys, "session"));
  int n_blocks = g_rand_int_range (rand, 0, 3);
  gint64 start;
  gint64 end;

  for (int i = 0; i < n_blocks; i++)
    {
      LanyardBlock *block;

      random_time (rand, &start, &end);
      block = plan_maker_add_block (maker, make_key (keys, "block"), session, random_room (rand), start, end);
      for (int j = g_rand_int_range (rand, 0, 4); j > 0; j--)
        random_talk (maker, rand, keys, session, block);
      random_time (rand, &start, &end);
      plan_maker_add_break (maker, make_key (keys, "break"), session, block, start, end);
    }
  for (int i = g_rand_int_range (rand, 0, 3); i > 0; i--)
    random_talk (maker, rand, keys, session, NULL);
}

static void
random_picks (PlanMaker   *maker,
              GRand       *rand,
              GPtrArray   *items,
              LanyardKind  kind)
{
  for (guint i = 0; i < items->len; i++)
    {
      LanyardLevel level = g_rand_int_range (rand, LANYARD_LEVEL_NONE, LANYARD_LEVEL_LEFT_OUT + 1);
      const char *key = kind == LANYARD_KIND_SESSION ? lanyard_session_get_key (items->pdata[i])
                                                     : lanyard_item_get_key (items->pdata[i]);

      if (level != LANYARD_LEVEL_NONE && (kind != LANYARD_KIND_SESSION || level != LANYARD_LEVEL_LEFT_OUT))
        plan_maker_pick (maker, kind, key, level);
    }
}

/* A small programme and what somebody might decide about it; all of it happens
 * within a minute and a half. @keys keeps the keys, which are unique in it. */
PlanMaker *
plan_maker_invent (GRand      *rand,
                   GPtrArray  *keys,
                   const char *name)
{
  PlanMaker *maker = plan_maker_new (name);
  gint64 start;
  gint64 end;

  for (int i = 0; i < 2; i++)
    random_session (maker, rand, keys);
  for (int i = 0; i < 4; i++)
    random_talk (maker, rand, keys, NULL, NULL);
  random_time (rand, &start, &end);
  plan_maker_add_break (maker, make_key (keys, "break"), NULL, NULL, start, end);
  for (int i = 0; i < 2; i++)
    {
      do
        random_time (rand, &start, &end);
      while (start == LANYARD_NO_TIME);
      plan_maker_add_own (maker, make_key (keys, "own"),
                          g_rand_boolean (rand) ? LANYARD_OWN_TRAVEL : LANYARD_OWN_MEETING, random_room (rand), start,
                          end);
    }
  random_picks (maker, rand, maker->sessions, LANYARD_KIND_SESSION);
  random_picks (maker, rand, maker->talks, LANYARD_KIND_TALK);
  random_picks (maker, rand, maker->breaks, LANYARD_KIND_BREAK);
  return maker;
}
