/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which entries a plan has, and when each asks for somebody: picks, the blocks
 * of picked sessions, own entries. Part of the plan; any thread. */

#include "config.h"

#include "lanyard-plan-entry-private.h"
#include "lanyard-plan-private.h"

/* What a plan is made with. */
typedef struct
{
  LanyardPlan *plan;             /* borrowed */
  LanyardConference *conference; /* borrowed */
  GHashTable *sessions;          /* borrowed: picked LanyardSession, borrowed -> LanyardLevel */
  GHashTable *with_blocks;       /* borrowed: set of those that have blocks, borrowed */
  GHashTable *elsewhere;         /* borrowed: LanyardBlock, borrowed -> GArray of LanyardStretch, owned */
  GPtrArray *loose;              /* borrowed: picked or left out items that know no block, borrowed */
} Making;

static LanyardLevel
level_of (LanyardPlan *self,
          LanyardItem *item)
{
  return lanyard_plan_get_level (self, lanyard_item_get_kind (item), lanyard_item_get_key (item));
}

static LanyardItem *
find_item (LanyardProgramme  *programme,
           const LanyardPick *pick)
{
  switch (pick->kind)
    {
    case LANYARD_KIND_TALK:
      return (LanyardItem *) lanyard_programme_find_talk (programme, pick->key);
    case LANYARD_KIND_BREAK:
      return (LanyardItem *) lanyard_programme_find_break (programme, pick->key);
    case LANYARD_KIND_SESSION:
    case LANYARD_KIND_BLOCK:
    case LANYARD_KIND_OWN:
    default:
      return NULL;
    }
}

static LanyardBlock *
block_of (LanyardItem *item)
{
  return LANYARD_IS_TALK (item) ? lanyard_talk_get_fields (LANYARD_TALK (item))->block
                                : lanyard_break_get_block (LANYARD_BREAK (item));
}

static void
add_stretch (GArray      *stretches,
             LanyardItem *item)
{
  LanyardStretch stretch = { lanyard_item_get_start (item), lanyard_plan_item_get_end (item) };

  g_array_append_val (stretches, stretch);
}

/* While a talk of a picked session runs that is left out, or is decided upon by
 * itself, its block asks for nobody. */
static void
note_elsewhere (Making      *making,
                LanyardItem *item)
{
  LanyardBlock *block = block_of (item);
  GArray *stretches;

  if (!lanyard_item_is_scheduled (item) || lanyard_item_is_cancelled (item))
    return;
  if (block == NULL)
    {
      g_ptr_array_add (making->loose, item);
      return;
    }
  stretches = g_hash_table_lookup (making->elsewhere, block);
  if (stretches == NULL)
    {
      stretches = g_array_new (FALSE, FALSE, sizeof (LanyardStretch));
      g_hash_table_insert (making->elsewhere, block, stretches);
    }
  add_stretch (stretches, item);
}

/* A pick of something that the programme no longer has adds nothing. */
static void
add_pick (Making            *making,
          const LanyardPick *pick)
{
  LanyardPlan *self = making->plan;
  LanyardItem *item = find_item (self->programme, pick);

  if (item == NULL)
    return;
  if (lanyard_item_get_session (item) != NULL &&
      g_hash_table_contains (making->sessions, lanyard_item_get_session (item)))
    note_elsewhere (making, item);
  if (lanyard_level_is_picked (pick->level))
    g_ptr_array_add (self->entries, lanyard_plan_entry_new (item, making->conference, pick->level,
                                                            lanyard_plan_covers (self, item), NULL));
}

static gboolean
find_session_level (Making       *making,
                    LanyardItem  *item,
                    LanyardLevel *level)
{
  LanyardSession *session = lanyard_item_get_session (item);
  gpointer value;

  if (session == NULL || !g_hash_table_lookup_extended (making->sessions, session, NULL, &value))
    return FALSE;
  *level = GPOINTER_TO_UINT (value);
  return TRUE;
}

static void
add_block (Making       *making,
           LanyardBlock *block,
           LanyardLevel  level)
{
  g_autoptr (GArray) elsewhere = NULL;
  GArray *known = g_hash_table_lookup (making->elsewhere, block);

  if (known != NULL)
    elsewhere = g_array_ref (known);
  for (guint i = 0; i < making->loose->len; i++)
    if (lanyard_plan_item_stands_on (making->loose->pdata[i], LANYARD_ITEM (block)))
      {
        if (elsewhere == NULL)
          elsewhere = g_array_new (FALSE, FALSE, sizeof (LanyardStretch));
        add_stretch (elsewhere, making->loose->pdata[i]);
      }
  g_ptr_array_add (making->plan->entries, lanyard_plan_entry_new (LANYARD_ITEM (block), making->conference, level, TRUE,
                                                                  elsewhere));
}

/* A session stands in the plan as its blocks. */
static void
add_blocks (Making *making)
{
  GPtrArray *blocks = lanyard_programme_get_blocks (making->plan->programme);
  LanyardLevel level;

  for (guint i = 0; i < blocks->len; i++)
    if (find_session_level (making, blocks->pdata[i], &level))
      {
        g_hash_table_add (making->with_blocks, lanyard_item_get_session (blocks->pdata[i]));
        add_block (making, blocks->pdata[i], level);
      }
}

/* Whether an item runs when its session meets in no block. */
static gboolean
is_astray (Making      *making,
           LanyardItem *item)
{
  GPtrArray *blocks = lanyard_programme_get_blocks (making->plan->programme);

  if (block_of (item) != NULL || !lanyard_item_is_scheduled (item) || lanyard_item_is_cancelled (item))
    return FALSE;
  for (guint i = 0; i < blocks->len; i++)
    if (lanyard_item_get_session (blocks->pdata[i]) == lanyard_item_get_session (item) &&
        lanyard_item_is_scheduled (blocks->pdata[i]) &&
        lanyard_item_get_start (blocks->pdata[i]) < lanyard_plan_item_get_end (item) &&
        lanyard_item_get_start (item) < lanyard_item_get_end (blocks->pdata[i]))
      return FALSE;
  return TRUE;
}

/* A session that has no blocks, because its feed knows none, stands in the plan
 * as its talks and breaks; one that has blocks, also as those that are beside
 * them. */
static void
add_covered (Making    *making,
             GPtrArray *items)
{
  LanyardLevel level;

  for (guint i = 0; i < items->len; i++)
    if (find_session_level (making, items->pdata[i], &level) &&
        level_of (making->plan, items->pdata[i]) == LANYARD_LEVEL_NONE &&
        (!g_hash_table_contains (making->with_blocks, lanyard_item_get_session (items->pdata[i])) ||
         is_astray (making, items->pdata[i])))
      g_ptr_array_add (making->plan->entries,
                       lanyard_plan_entry_new (items->pdata[i], making->conference, level, TRUE, NULL));
}

static void
note_sessions (Making    *making,
               GPtrArray *picks)
{
  for (guint i = 0; i < picks->len; i++)
    {
      const LanyardPick *pick = g_ptr_array_index (picks, i);
      LanyardSession *session = NULL;

      if (pick->kind == LANYARD_KIND_SESSION && lanyard_level_is_picked (pick->level))
        session = lanyard_programme_find_session (making->plan->programme, pick->key);
      if (session != NULL)
        g_hash_table_insert (making->sessions, session, GUINT_TO_POINTER (pick->level));
    }
}

/* Private: fills a plan that knows its levels with entries, in any order. */
void
lanyard_plan_make_entries (LanyardPlan *self)
{
  GPtrArray *picks = lanyard_decisions_get_picks (self->decisions);
  GPtrArray *own_entries = lanyard_decisions_get_entries (self->decisions);
  g_autoptr (GHashTable) sessions = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) with_blocks = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) elsewhere = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) loose = g_ptr_array_new ();
  Making making = {
    self, lanyard_programme_get_conference (self->programme), sessions, with_blocks, elsewhere, loose,
  };

  note_sessions (&making, picks);
  for (guint i = 0; i < picks->len; i++)
    add_pick (&making, g_ptr_array_index (picks, i));
  if (g_hash_table_size (sessions) > 0)
    {
      add_blocks (&making);
      add_covered (&making, lanyard_programme_get_talks (self->programme));
      add_covered (&making, lanyard_programme_get_breaks (self->programme));
    }
  for (guint i = 0; i < own_entries->len; i++)
    g_ptr_array_add (self->entries, lanyard_plan_entry_new (own_entries->pdata[i], making.conference,
                                                            LANYARD_LEVEL_GOING, FALSE, NULL));
}
