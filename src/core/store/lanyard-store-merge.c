/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings the stored programme and a new one together: which keys became which,
 * what vanished, and which of the changes concern what is yours. Nothing is
 * read or written here.
 * Called by saving, on the store's worker thread. */

#include "config.h"

#include "lanyard-store-merge.h"

static GHashTable *
key_set_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GHashTable *
key_map_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static GHashTable *
copy_keys (GHashTable *keys)
{
  GHashTable *copy = key_map_new ();
  GHashTableIter iter;
  gpointer old_key;
  gpointer new_key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &old_key, &new_key))
    g_hash_table_insert (copy, g_strdup (old_key), g_strdup (new_key));
  return copy;
}

static gpointer
find (LanyardProgramme *programme,
      LanyardKind       kind,
      const char       *key)
{
  switch (kind)
    {
    case LANYARD_KIND_TALK:
      return lanyard_programme_find_talk (programme, key);
    case LANYARD_KIND_SESSION:
      return lanyard_programme_find_session (programme, key);
    case LANYARD_KIND_BREAK:
      return lanyard_programme_find_break (programme, key);
    case LANYARD_KIND_BLOCK:
    case LANYARD_KIND_OWN:
    default:
      return NULL;
    }
}

/* A key for what vanished while something else got its own. */
static char *
make_free_key (LanyardStoreMerge *self,
               LanyardKind        kind,
               const char        *key)
{
  for (guint i = 2;; i++)
    {
      g_autofree char *free_key = g_strdup_printf ("%s~%u", key, i);

      if (find (self->old_programme, kind, free_key) == NULL && find (self->new_programme, kind, free_key) == NULL)
        return g_steal_pointer (&free_key);
    }
}

static void
note_vanished (LanyardStoreMerge *self,
               LanyardKind        kind,
               GHashTable        *taken,
               const char        *key)
{
  gboolean is_taken = g_hash_table_contains (taken, key);

  if (g_hash_table_contains (self->moves[kind], key) ||
      (!is_taken && find (self->new_programme, kind, key) != NULL))
    return;

  g_hash_table_add (self->vanished[kind], g_strdup (key));
  if (is_taken)
    g_hash_table_insert (self->moves[kind], g_strdup (key), make_free_key (self, kind, key));
}

static void
find_vanished_items (LanyardStoreMerge *self,
                     LanyardKind        kind,
                     GPtrArray         *old_items)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer new_key;

  g_hash_table_iter_init (&iter, self->moves[kind]);
  while (g_hash_table_iter_next (&iter, NULL, &new_key))
    g_hash_table_add (taken, new_key);

  for (guint i = 0; i < old_items->len; i++)
    note_vanished (self, kind, taken,
                   kind == LANYARD_KIND_SESSION ? lanyard_session_get_key (g_ptr_array_index (old_items, i))
                                                : lanyard_item_get_key (g_ptr_array_index (old_items, i)));
}

static const char *
get_session_key (LanyardItem *item)
{
  LanyardSession *session = item != NULL ? lanyard_item_get_session (item) : NULL;

  return session != NULL ? lanyard_session_get_key (session) : NULL;
}

/* Whether what has @new_key now is among the old @keys. */
static gboolean
is_among (LanyardStoreMerge *self,
          GHashTable        *keys,
          GHashTable        *old_keys,
          LanyardKind        kind,
          const char        *new_key)
{
  const char *old_key = g_hash_table_lookup (old_keys, new_key);

  if (old_key != NULL)
    return g_hash_table_contains (keys, old_key);
  return g_hash_table_contains (keys, new_key) && !g_hash_table_contains (self->moves[kind], new_key);
}

/* Turns a table of keys round; borrows from it. */
static GHashTable *
invert (GHashTable *keys)
{
  GHashTable *inverse = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer old_key;
  gpointer new_key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &old_key, &new_key))
    g_hash_table_insert (inverse, new_key, old_key);
  return inverse;
}

/* It is mine if I picked it, wrote or marked something about it, or picked the
 * session that it is in or was in; not if I left it out. */
static gboolean
is_mine (LanyardStoreMerge          *self,
         GHashTable                **old_keys,
         const LanyardChangeFields  *change)
{
  LanyardKind kind = change->item_kind;
  const char *old_key = g_hash_table_lookup (old_keys[kind], change->key);
  const char *old_session = NULL;
  const char *new_session = NULL;

  if (is_among (self, self->left_out[kind], old_keys[kind], kind, change->key))
    return FALSE;
  if (is_among (self, self->picked[kind], old_keys[kind], kind, change->key) ||
      is_among (self, self->noted[kind], old_keys[kind], kind, change->key))
    return TRUE;
  if (kind == LANYARD_KIND_SESSION)
    return FALSE;

  if (change->kind != LANYARD_CHANGE_NEW)
    old_session = get_session_key (find (self->old_programme, kind, old_key != NULL ? old_key : change->key));
  if (change->kind != LANYARD_CHANGE_CANCELLED)
    new_session = get_session_key (find (self->new_programme, kind, change->key));
  return (old_session != NULL && g_hash_table_contains (self->picked[LANYARD_KIND_SESSION], old_session)) ||
         (new_session != NULL &&
          is_among (self, self->picked[LANYARD_KIND_SESSION], old_keys[LANYARD_KIND_SESSION], LANYARD_KIND_SESSION,
                    new_session));
}

/*
 * lanyard_store_merge_new:
 * @old_programme: what is stored, whole; borrowed for as long as the result lives
 * @new_programme: what the feed gave; borrowed likewise
 *
 * Compares two programmes. What is decided is to be added to the result, which
 * is then completed.
 */
LanyardStoreMerge *
lanyard_store_merge_new (LanyardProgramme *old_programme,
                         LanyardProgramme *new_programme)
{
  LanyardStoreMerge *self = g_new0 (LanyardStoreMerge, 1);

  self->old_programme = old_programme;
  self->new_programme = new_programme;
  self->comparison = lanyard_compare_programmes (old_programme, new_programme);
  for (guint kind = 0; kind < LANYARD_STORE_N_KINDS; kind++)
    {
      self->picked[kind] = key_set_new ();
      self->left_out[kind] = key_set_new ();
      self->noted[kind] = key_set_new ();
      self->vanished[kind] = key_set_new ();
    }
  self->moves[LANYARD_KIND_TALK] = copy_keys (self->comparison->new_talk_keys);
  self->moves[LANYARD_KIND_SESSION] = copy_keys (self->comparison->new_session_keys);
  self->moves[LANYARD_KIND_BLOCK] = key_map_new ();
  self->moves[LANYARD_KIND_BREAK] = copy_keys (self->comparison->new_break_keys);
  find_vanished_items (self, LANYARD_KIND_TALK, lanyard_programme_get_talks (old_programme));
  find_vanished_items (self, LANYARD_KIND_SESSION, lanyard_programme_get_sessions (old_programme));
  find_vanished_items (self, LANYARD_KIND_BREAK, lanyard_programme_get_breaks (old_programme));
  return self;
}

void
lanyard_store_merge_free (LanyardStoreMerge *self)
{
  for (guint kind = 0; kind < LANYARD_STORE_N_KINDS; kind++)
    {
      g_hash_table_unref (self->picked[kind]);
      g_hash_table_unref (self->left_out[kind]);
      g_hash_table_unref (self->noted[kind]);
      g_hash_table_unref (self->moves[kind]);
      g_hash_table_unref (self->vanished[kind]);
    }
  lanyard_comparison_free (self->comparison);
  g_clear_object (&self->programme);
  g_free (self);
}

/* Makes the programme that is to be stored, once it is known what is decided. */
void
lanyard_store_merge_complete (LanyardStoreMerge *self)
{
  g_assert (self->programme == NULL);

  self->programme = lanyard_store_merge_keep_decided (self);
}

/* Gets what has been stored under @old_key is stored under from now on. */
const char *
lanyard_store_merge_get_new_key (LanyardStoreMerge *self,
                                 LanyardKind        kind,
                                 const char        *old_key)
{
  const char *new_key = g_hash_table_lookup (self->moves[kind], old_key);

  return new_key != NULL ? new_key : old_key;
}

gboolean
lanyard_store_merge_has_moves (LanyardStoreMerge *self)
{
  for (guint kind = 0; kind < LANYARD_STORE_N_KINDS; kind++)
    if (g_hash_table_size (self->moves[kind]) > 0)
      return TRUE;
  return FALSE;
}

/*
 * lanyard_store_merge_list_changes:
 * @uuid: the conference
 * @noticed_at: when, UTC seconds
 *
 * Lists what differs, ready to be noted.
 *
 * Returns: (transfer full) (element-type LanyardChange): the changes
 */
GPtrArray *
lanyard_store_merge_list_changes (LanyardStoreMerge *self,
                                  const char        *uuid,
                                  gint64             noticed_at)
{
  GPtrArray *found = self->comparison->changes;
  GPtrArray *changes = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTable *old_keys[LANYARD_STORE_N_KINDS];

  for (guint kind = 0; kind < LANYARD_STORE_N_KINDS; kind++)
    old_keys[kind] = invert (self->moves[kind]);

  for (guint i = 0; i < found->len; i++)
    {
      LanyardChangeFields fields = *lanyard_change_get_fields (g_ptr_array_index (found, i));

      if (fields.kind == LANYARD_CHANGE_CANCELLED)
        fields.key = lanyard_store_merge_get_new_key (self, fields.item_kind, fields.key);
      fields.uuid = uuid;
      fields.noticed_at = noticed_at;
      fields.is_mine = is_mine (self, old_keys, &fields);
      g_ptr_array_add (changes, lanyard_change_new (&fields));
    }

  for (guint kind = 0; kind < LANYARD_STORE_N_KINDS; kind++)
    g_hash_table_unref (old_keys[kind]);
  return changes;
}
