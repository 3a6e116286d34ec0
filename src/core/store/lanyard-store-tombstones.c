/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps what something was decided about and has vanished from the feed: talks,
 * breaks, and sessions with their blocks stay in the programme, cancelled,
 * until no pick, note or mark is left of them or they come back.
 * Called by merging, on the store's worker thread. */

#include "config.h"

#include "lanyard-store-merge.h"

typedef struct
{
  LanyardStoreMerge *merge; /* borrowed */
  GHashTable *rooms;        /* owned; name to room of the new programme */
  GHashTable *persons;      /* owned; key to person of the new programme */
  GHashTable *buried;       /* owned; old session to its tombstone; borrows both */
  GHashTable *block_keys;   /* owned; those of the new programme */
  GPtrArray *sessions;      /* owned, as these are: new ones and tombstones */
  GPtrArray *blocks;
  GPtrArray *talks;
  GPtrArray *breaks;
} Keeper;

static GPtrArray *
copy_objects (GPtrArray *objects)
{
  return g_ptr_array_copy (objects, (GCopyFunc) (GCallback) g_object_ref, NULL);
}

static void
keeper_init (Keeper            *self,
             LanyardStoreMerge *merge)
{
  LanyardProgramme *programme = merge->new_programme;
  g_autoptr (GPtrArray) rooms = lanyard_programme_dup_rooms (programme);
  g_autoptr (GPtrArray) persons = lanyard_programme_dup_credited (programme);

  self->merge = merge;
  self->sessions = copy_objects (lanyard_programme_get_sessions (programme));
  self->blocks = copy_objects (lanyard_programme_get_blocks (programme));
  self->talks = copy_objects (lanyard_programme_get_talks (programme));
  self->breaks = copy_objects (lanyard_programme_get_breaks (programme));
  self->buried = g_hash_table_new (NULL, NULL);
  self->rooms = g_hash_table_new (g_str_hash, g_str_equal);
  self->persons = g_hash_table_new (g_str_hash, g_str_equal);
  self->block_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < rooms->len; i++)
    g_hash_table_insert (self->rooms, (gpointer) lanyard_room_get_name (rooms->pdata[i]), rooms->pdata[i]);
  for (guint i = 0; i < persons->len; i++)
    g_hash_table_insert (self->persons, (gpointer) lanyard_person_get_key (persons->pdata[i]), persons->pdata[i]);
  for (guint i = 0; i < self->blocks->len; i++)
    g_hash_table_add (self->block_keys, g_strdup (lanyard_item_get_key (self->blocks->pdata[i])));
}

static void
keeper_clear (Keeper *self)
{
  g_clear_pointer (&self->rooms, g_hash_table_unref);
  g_clear_pointer (&self->persons, g_hash_table_unref);
  g_clear_pointer (&self->buried, g_hash_table_unref);
  g_clear_pointer (&self->block_keys, g_hash_table_unref);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->talks, g_ptr_array_unref);
  g_clear_pointer (&self->breaks, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keeper, keeper_clear)

static gboolean
is_kept (LanyardStoreMerge *merge,
         LanyardKind        kind,
         const char        *old_key)
{
  return g_hash_table_contains (merge->vanished[kind], old_key) &&
         (g_hash_table_contains (merge->picked[kind], old_key) ||
          g_hash_table_contains (merge->left_out[kind], old_key) ||
          g_hash_table_contains (merge->noted[kind], old_key));
}

static gboolean
has_kept (LanyardStoreMerge *merge)
{
  for (guint kind = 0; kind < LANYARD_STORE_N_KINDS; kind++)
    {
      GHashTableIter iter;
      gpointer key;

      g_hash_table_iter_init (&iter, merge->vanished[kind]);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        if (is_kept (merge, kind, key))
          return TRUE;
    }
  return FALSE;
}

/* Whoever is still in the programme is credited as they are there. */
static GPtrArray *
renew_credits (Keeper    *self,
               GPtrArray *old_credits)
{
  GPtrArray *credits = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_credit_unref);

  for (guint i = 0; i < old_credits->len; i++)
    {
      const LanyardCredit *credit = g_ptr_array_index (old_credits, i);
      LanyardPerson *person = g_hash_table_lookup (self->persons, lanyard_person_get_key (credit->person));

      g_ptr_array_add (credits, lanyard_credit_new (person != NULL ? person : credit->person, credit->role));
    }
  return credits;
}

static LanyardRoom *
renew_room (Keeper      *self,
            LanyardRoom *old_room)
{
  LanyardRoom *room = old_room != NULL ? g_hash_table_lookup (self->rooms, lanyard_room_get_name (old_room)) : NULL;

  return room != NULL ? room : old_room;
}

/* %NULL for a session that has vanished and is not kept. */
static LanyardSession *
renew_session (Keeper         *self,
               LanyardSession *old_session)
{
  LanyardStoreMerge *merge = self->merge;
  const char *old_key;

  if (old_session == NULL)
    return NULL;

  old_key = lanyard_session_get_key (old_session);
  if (g_hash_table_contains (merge->vanished[LANYARD_KIND_SESSION], old_key))
    return g_hash_table_lookup (self->buried, old_session);
  return lanyard_programme_find_session (merge->new_programme,
                                         lanyard_store_merge_get_new_key (merge, LANYARD_KIND_SESSION, old_key));
}

static LanyardItemFields
bury_item (Keeper      *self,
           LanyardItem *item)
{
  return (LanyardItemFields) {
    .key = lanyard_store_merge_get_new_key (self->merge, lanyard_item_get_kind (item), lanyard_item_get_key (item)),
    .title = lanyard_item_get_title (item),
    .start = lanyard_item_get_start (item),
    .end = lanyard_item_get_end (item),
    .room = renew_room (self, lanyard_item_get_room (item)),
    .session = renew_session (self, lanyard_item_get_session (item)),
    .is_cancelled = TRUE,
  };
}

static void
keep_sessions (Keeper *self)
{
  LanyardStoreMerge *merge = self->merge;
  GPtrArray *sessions = lanyard_programme_get_sessions (merge->old_programme);

  for (guint i = 0; i < sessions->len; i++)
    {
      LanyardSession *session = g_ptr_array_index (sessions, i);
      LanyardSessionFields fields = *lanyard_session_get_fields (session);
      g_autoptr (GPtrArray) leads = NULL;

      if (!is_kept (merge, LANYARD_KIND_SESSION, fields.key))
        continue;

      leads = renew_credits (self, fields.leads);
      fields.key = lanyard_store_merge_get_new_key (merge, LANYARD_KIND_SESSION, fields.key);
      fields.leads = leads;
      fields.is_cancelled = TRUE;
      g_ptr_array_add (self->sessions, lanyard_session_new (&fields));
      g_hash_table_insert (self->buried, session, self->sessions->pdata[self->sessions->len - 1]);
    }
}

/* Nobody picks a block, so its key may change. */
static void
keep_block (Keeper       *self,
            LanyardBlock *block)
{
  LanyardItemFields fields = bury_item (self, LANYARD_ITEM (block));
  g_autoptr (GPtrArray) leads = renew_credits (self, lanyard_block_get_leads (block));
  g_autofree char *key = g_strdup (fields.key);

  while (!g_hash_table_add (self->block_keys, g_strdup (key)))
    {
      char *longer_key = g_strconcat (key, "~", NULL);

      g_free (key);
      key = longer_key;
    }
  fields.key = key;
  g_ptr_array_add (self->blocks, lanyard_block_new (&fields, leads));
}

static void
keep_blocks (Keeper *self)
{
  GPtrArray *blocks = lanyard_programme_get_blocks (self->merge->old_programme);

  for (guint i = 0; i < blocks->len; i++)
    if (g_hash_table_contains (self->buried, lanyard_item_get_session (g_ptr_array_index (blocks, i))))
      keep_block (self, g_ptr_array_index (blocks, i));
}

static void
keep_talks (Keeper *self)
{
  GPtrArray *talks = lanyard_programme_get_talks (self->merge->old_programme);

  for (guint i = 0; i < talks->len; i++)
    {
      LanyardTalk *talk = g_ptr_array_index (talks, i);
      LanyardTalkFields fields = *lanyard_talk_get_fields (talk);
      g_autoptr (GPtrArray) credits = NULL;

      if (!is_kept (self->merge, LANYARD_KIND_TALK, fields.item.key))
        continue;

      credits = renew_credits (self, fields.credits);
      fields.item = bury_item (self, LANYARD_ITEM (talk));
      fields.block = NULL;
      fields.credits = credits;
      g_ptr_array_add (self->talks, lanyard_talk_new (&fields));
    }
}

static void
keep_breaks (Keeper *self)
{
  GPtrArray *breaks = lanyard_programme_get_breaks (self->merge->old_programme);

  for (guint i = 0; i < breaks->len; i++)
    {
      LanyardBreak *brk = g_ptr_array_index (breaks, i);
      LanyardItemFields fields;

      if (!is_kept (self->merge, LANYARD_KIND_BREAK, lanyard_item_get_key (LANYARD_ITEM (brk))))
        continue;

      fields = bury_item (self, LANYARD_ITEM (brk));
      g_ptr_array_add (self->breaks, lanyard_break_new (&fields, NULL, lanyard_break_get_description (brk)));
    }
}

/*
 * lanyard_store_merge_keep_decided:
 *
 * Adds to the new programme what is decided about and has vanished from it.
 *
 * Returns: (transfer full): the new programme, or one with tombstones
 */
LanyardProgramme *
lanyard_store_merge_keep_decided (LanyardStoreMerge *self)
{
  g_auto (Keeper) keeper = { NULL };

  if (!has_kept (self))
    return g_object_ref (self->new_programme);

  keeper_init (&keeper, self);
  keep_sessions (&keeper);
  keep_blocks (&keeper);
  keep_talks (&keeper);
  keep_breaks (&keeper);
  return lanyard_programme_new (&(LanyardProgrammeFields) {
    .conference = lanyard_programme_get_conference (self->new_programme),
    .sessions = keeper.sessions,
    .blocks = keeper.blocks,
    .talks = keeper.talks,
    .breaks = keeper.breaks,
    .n_skipped = lanyard_programme_get_n_skipped (self->new_programme),
  });
}
