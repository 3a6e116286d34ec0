/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that one import produced, in timetable order, and the look-ups
 * that every reader needs. A programme comes from a format or from the store
 * and never changes afterwards. Any thread. */

#include "config.h"

#include "lanyard-programme.h"

struct _LanyardProgramme
{
  GObject parent_instance;
  LanyardConference *conference; /* owned */
  GPtrArray *sessions;           /* owned, of LanyardSession, by title */
  GPtrArray *blocks;             /* owned, of LanyardBlock, in timetable order */
  GPtrArray *talks;              /* owned, of LanyardTalk, in timetable order */
  GPtrArray *breaks;             /* owned, of LanyardBreak, in timetable order */
  GHashTable *sessions_by_key;   /* owned; borrows keys and values */
  GHashTable *talks_by_key;      /* owned; borrows keys and values */
  GHashTable *breaks_by_key;     /* owned; borrows keys and values */
  guint n_skipped;
  LanyardRemarks remarks;
};

G_DEFINE_FINAL_TYPE (LanyardProgramme, lanyard_programme, G_TYPE_OBJECT)

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return lanyard_item_compare (*(LanyardItem **) a, *(LanyardItem **) b);
}

static int
compare_sessions (gconstpointer a,
                  gconstpointer b)
{
  LanyardSession *left = *(LanyardSession **) a;
  LanyardSession *right = *(LanyardSession **) b;
  int order = g_strcmp0 (lanyard_session_get_title (left), lanyard_session_get_title (right));

  if (order == 0)
    order = g_strcmp0 (lanyard_session_get_key (left), lanyard_session_get_key (right));
  return order;
}

static GPtrArray *
copy_sorted (GPtrArray    *array,
             GCompareFunc  compare)
{
  GPtrArray *copy = g_ptr_array_new_full (array != NULL ? array->len : 0, g_object_unref);

  for (guint i = 0; array != NULL && i < array->len; i++)
    g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (array, i)));
  g_ptr_array_sort (copy, compare);
  return copy;
}

static GHashTable *
index_items (GPtrArray *items)
{
  GHashTable *by_key = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);

      g_hash_table_insert (by_key, (gpointer) lanyard_item_get_key (item), item);
    }
  return by_key;
}

static GHashTable *
index_sessions (GPtrArray *sessions)
{
  GHashTable *by_key = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sessions->len; i++)
    {
      LanyardSession *session = g_ptr_array_index (sessions, i);

      g_hash_table_insert (by_key, (gpointer) lanyard_session_get_key (session), session);
    }
  return by_key;
}

static void
lanyard_programme_finalize (GObject *object)
{
  LanyardProgramme *self = LANYARD_PROGRAMME (object);

  g_clear_pointer (&self->sessions_by_key, g_hash_table_unref);
  g_clear_pointer (&self->talks_by_key, g_hash_table_unref);
  g_clear_pointer (&self->breaks_by_key, g_hash_table_unref);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->talks, g_ptr_array_unref);
  g_clear_pointer (&self->breaks, g_ptr_array_unref);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (lanyard_programme_parent_class)->finalize (object);
}

static void
lanyard_programme_class_init (LanyardProgrammeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_programme_finalize;
}

static void
lanyard_programme_init (LanyardProgramme *self)
{
}

static void
add_items_of_session (GPtrArray      *found,
                      GPtrArray      *items,
                      LanyardSession *session)
{
  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);

      if (lanyard_item_get_session (item) == session)
        g_ptr_array_add (found, g_object_ref (item));
    }
}

/**
 * lanyard_programme_new:
 * @fields: what it is made of
 *
 * Makes a programme.
 *
 * Returns: (transfer full): a programme
 */
LanyardProgramme *
lanyard_programme_new (const LanyardProgrammeFields *fields)
{
  LanyardProgramme *self;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (LANYARD_IS_CONFERENCE (fields->conference), NULL);

  self = g_object_new (LANYARD_TYPE_PROGRAMME, NULL);
  self->conference = g_object_ref (fields->conference);
  self->sessions = copy_sorted (fields->sessions, compare_sessions);
  self->blocks = copy_sorted (fields->blocks, compare_items);
  self->talks = copy_sorted (fields->talks, compare_items);
  self->breaks = copy_sorted (fields->breaks, compare_items);
  self->sessions_by_key = index_sessions (self->sessions);
  self->talks_by_key = index_items (self->talks);
  self->breaks_by_key = index_items (self->breaks);
  self->n_skipped = fields->n_skipped;
  self->remarks = fields->remarks;
  self->remarks.counts[LANYARD_REMARK_SKIPPED] = fields->n_skipped;
  return self;
}

/**
 * lanyard_programme_get_conference:
 * @self: a programme
 *
 * Gets whose programme it is.
 *
 * Returns: (transfer none): the conference
 */
LanyardConference *
lanyard_programme_get_conference (LanyardProgramme *self)
{
  g_return_val_if_fail (LANYARD_IS_PROGRAMME (self), NULL);

  return self->conference;
}

/**
 * lanyard_programme_get_sessions:
 * @self: a programme
 *
 * Gets the sessions by title.
 *
 * Returns: (transfer none) (element-type LanyardSession): the sessions; do not modify
 */
GPtrArray *
lanyard_programme_get_sessions (LanyardProgramme *self)
{
  g_return_val_if_fail (LANYARD_IS_PROGRAMME (self), NULL);

  return self->sessions;
}

/**
 * lanyard_programme_get_blocks:
 * @self: a programme
 *
 * Gets the blocks in timetable order.
 *
 * Returns: (transfer none) (element-type LanyardBlock): the blocks; do not modify
 */
GPtrArray *
lanyard_programme_get_blocks (LanyardProgramme *self)
{
  g_return_val_if_fail (LANYARD_IS_PROGRAMME (self), NULL);

  return self->blocks;
}

/**
 * lanyard_programme_get_talks:
 * @self: a programme
 *
 * Gets the talks in timetable order, those without a time last.
 *
 * Returns: (transfer none) (element-type LanyardTalk): the talks; do not modify
 */
GPtrArray *
lanyard_programme_get_talks (LanyardProgramme *self)
{
  g_return_val_if_fail (LANYARD_IS_PROGRAMME (self), NULL);

  return self->talks;
}

/**
 * lanyard_programme_get_breaks:
 * @self: a programme
 *
 * Gets the breaks in timetable order.
 *
 * Returns: (transfer none) (element-type LanyardBreak): the breaks; do not modify
 */
GPtrArray *
lanyard_programme_get_breaks (LanyardProgramme *self)
{
  g_return_val_if_fail (LANYARD_IS_PROGRAMME (self), NULL);

  return self->breaks;
}

/**
 * lanyard_programme_get_n_skipped:
 * @self: a programme
 *
 * Gets how many entries of the feed could not be read.
 *
 * Returns: a number, usually 0
 */
guint
lanyard_programme_get_n_skipped (LanyardProgramme *self)
{
  g_return_val_if_fail (LANYARD_IS_PROGRAMME (self), 0);

  return self->n_skipped;
}

/**
 * lanyard_programme_get_remarks:
 * @self: a programme
 *
 * Gets what the reading of its feed skipped or repaired. What the store gives
 * has forgotten all but the number of entries that were skipped.
 *
 * Returns: (transfer none): the remarks
 */
const LanyardRemarks *
lanyard_programme_get_remarks (LanyardProgramme *self)
{
  g_return_val_if_fail (LANYARD_IS_PROGRAMME (self), NULL);

  return &self->remarks;
}

/**
 * lanyard_programme_find_session:
 * @self: a programme
 * @key: a session's key
 *
 * Looks a session up.
 *
 * Returns: (transfer none) (nullable): the session, or %NULL if there is none
 */
LanyardSession *
lanyard_programme_find_session (LanyardProgramme *self,
                                const char       *key)
{
  g_return_val_if_fail (LANYARD_IS_PROGRAMME (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->sessions_by_key, key);
}

/**
 * lanyard_programme_find_talk:
 * @self: a programme
 * @key: a talk's key
 *
 * Looks a talk up.
 *
 * Returns: (transfer none) (nullable): the talk, or %NULL if there is none
 */
LanyardTalk *
lanyard_programme_find_talk (LanyardProgramme *self,
                             const char       *key)
{
  g_return_val_if_fail (LANYARD_IS_PROGRAMME (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->talks_by_key, key);
}

/**
 * lanyard_programme_find_break:
 * @self: a programme
 * @key: a break's key
 *
 * Looks a break up.
 *
 * Returns: (transfer none) (nullable): the break, or %NULL if there is none
 */
LanyardBreak *
lanyard_programme_find_break (LanyardProgramme *self,
                              const char       *key)
{
  g_return_val_if_fail (LANYARD_IS_PROGRAMME (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->breaks_by_key, key);
}

/**
 * lanyard_programme_dup_session_blocks:
 * @self: a programme
 * @session: one of its sessions
 *
 * Gets when and where a session meets, in timetable order.
 *
 * Returns: (transfer full) (element-type LanyardBlock): the blocks
 */
GPtrArray *
lanyard_programme_dup_session_blocks (LanyardProgramme *self,
                                      LanyardSession   *session)
{
  GPtrArray *found;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (self), NULL);
  g_return_val_if_fail (LANYARD_IS_SESSION (session), NULL);

  found = g_ptr_array_new_with_free_func (g_object_unref);
  add_items_of_session (found, self->blocks, session);
  return found;
}

/**
 * lanyard_programme_dup_session_items:
 * @self: a programme
 * @session: one of its sessions
 *
 * Gets a session's talks and breaks in timetable order, talks without a time
 * last.
 *
 * Returns: (transfer full) (element-type LanyardItem): talks and breaks
 */
GPtrArray *
lanyard_programme_dup_session_items (LanyardProgramme *self,
                                     LanyardSession   *session)
{
  GPtrArray *found;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (self), NULL);
  g_return_val_if_fail (LANYARD_IS_SESSION (session), NULL);

  found = g_ptr_array_new_with_free_func (g_object_unref);
  add_items_of_session (found, self->talks, session);
  add_items_of_session (found, self->breaks, session);
  g_ptr_array_sort (found, compare_items);
  return found;
}

/**
 * lanyard_programme_has_microconferences:
 * @self: a programme
 *
 * Says whether the conference calls its sessions microconferences: whether
 * the titles of at least two of them end in "MC".
 *
 * Returns: %TRUE if it does
 */
gboolean
lanyard_programme_has_microconferences (LanyardProgramme *self)
{
  guint n_found = 0;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (self), FALSE);

  for (guint i = 0; i < self->sessions->len && n_found < 2; i++)
    if (g_str_has_suffix (lanyard_session_get_title (g_ptr_array_index (self->sessions, i)), "MC"))
      n_found++;

  return n_found == 2;
}
