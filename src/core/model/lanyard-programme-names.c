/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who, where and what in a programme: its persons and rooms, which stand
 * nowhere but in its talks, blocks and sessions, and titles by key. Any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-programme.h"

static void
add_persons (GPtrArray  *persons,
             GHashTable *known,
             GPtrArray  *credits)
{
  for (guint i = 0; i < credits->len; i++)
    {
      const LanyardCredit *credit = g_ptr_array_index (credits, i);

      if (g_hash_table_add (known, credit->person))
        g_ptr_array_add (persons, g_object_ref (credit->person));
    }
}

/* A person and the key by which they are ordered: comparing the names
 * themselves costs more than all else with thousands of persons. */
typedef struct
{
  LanyardPerson *person; /* borrowed */
  char *collation;       /* owned */
} PersonByName;

static void
person_by_name_clear (gpointer data)
{
  PersonByName *entry = data;

  g_free (entry->collation);
}

static int
compare_persons (gconstpointer a,
                 gconstpointer b)
{
  const PersonByName *left = a;
  const PersonByName *right = b;
  int order = strcmp (left->collation, right->collation);

  if (order == 0)
    order = strcmp (lanyard_person_get_key (left->person), lanyard_person_get_key (right->person));
  return order;
}

static int
compare_rooms (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (lanyard_room_get_name (*(LanyardRoom **) a),
                         lanyard_room_get_name (*(LanyardRoom **) b));
}

static void
add_rooms (GHashTable *rooms,
           GPtrArray  *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      LanyardRoom *room = lanyard_item_get_room (g_ptr_array_index (items, i));

      if (room != NULL)
        g_hash_table_add (rooms, room);
    }
}

/**
 * lanyard_programme_dup_credited:
 * @self: a programme
 *
 * Gets everybody who is credited anywhere, in the order of what they are credited
 * for: talks, sessions, blocks, the conference.
 *
 * Returns: (transfer full) (element-type LanyardPerson): the persons
 */
GPtrArray *
lanyard_programme_dup_credited (LanyardProgramme *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) persons = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *talks;
  GPtrArray *sessions;
  GPtrArray *blocks;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (self), NULL);

  talks = lanyard_programme_get_talks (self);
  sessions = lanyard_programme_get_sessions (self);
  blocks = lanyard_programme_get_blocks (self);
  for (guint i = 0; i < talks->len; i++)
    {
      const LanyardTalkFields *talk = lanyard_talk_get_fields (g_ptr_array_index (talks, i));

      add_persons (persons, known, talk->credits);
      for (guint j = 0; j < talk->parts->len; j++)
        {
          const LanyardPart *part = g_ptr_array_index (talk->parts, j);

          add_persons (persons, known, part->credits);
        }
    }
  for (guint i = 0; i < sessions->len; i++)
    add_persons (persons, known, lanyard_session_get_fields (g_ptr_array_index (sessions, i))->leads);
  for (guint i = 0; i < blocks->len; i++)
    add_persons (persons, known, lanyard_block_get_leads (g_ptr_array_index (blocks, i)));
  add_persons (persons, known, lanyard_conference_get_fields (lanyard_programme_get_conference (self))->chairs);

  return g_steal_pointer (&persons);
}

/**
 * lanyard_programme_dup_persons:
 * @self: a programme
 *
 * Gets everybody who is credited anywhere, by name: for whoever reads it, as the
 * order costs more than the rest.
 *
 * Returns: (transfer full) (element-type LanyardPerson): the persons
 */
GPtrArray *
lanyard_programme_dup_persons (LanyardProgramme *self)
{
  g_autoptr (GPtrArray) persons = lanyard_programme_dup_credited (self);
  g_autoptr (GArray) by_name = NULL;

  g_return_val_if_fail (persons != NULL, NULL);

  by_name = g_array_sized_new (FALSE, FALSE, sizeof (PersonByName), persons->len);
  g_array_set_clear_func (by_name, person_by_name_clear);
  for (guint i = 0; i < persons->len; i++)
    {
      LanyardPerson *person = g_ptr_array_index (persons, i);
      PersonByName entry = { person, g_utf8_collate_key (lanyard_person_get_name (person), -1) };

      g_array_append_val (by_name, entry);
    }
  g_array_sort (by_name, compare_persons);
  for (guint i = 0; i < by_name->len; i++)
    persons->pdata[i] = g_array_index (by_name, PersonByName, i).person;
  return g_steal_pointer (&persons);
}

/**
 * lanyard_programme_dup_rooms:
 * @self: a programme
 *
 * Gets all rooms in which something is, by name.
 *
 * Returns: (transfer full) (element-type LanyardRoom): the rooms
 */
GPtrArray *
lanyard_programme_dup_rooms (LanyardProgramme *self)
{
  g_autoptr (GHashTable) rooms = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) found = NULL;
  GPtrArray *sorted;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (self), NULL);

  add_rooms (rooms, lanyard_programme_get_talks (self));
  add_rooms (rooms, lanyard_programme_get_blocks (self));
  add_rooms (rooms, lanyard_programme_get_breaks (self));

  found = g_hash_table_get_keys_as_ptr_array (rooms);
  sorted = g_ptr_array_new_full (found->len, g_object_unref);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (sorted, g_object_ref (g_ptr_array_index (found, i)));
  g_ptr_array_sort (sorted, compare_rooms);
  return sorted;
}

/**
 * lanyard_programme_find_title:
 * @self: a programme
 * @kind: what kind of thing: a talk, a session or a break
 * @key: which of that kind
 *
 * Finds what something is called that somebody has decided about.
 *
 * Returns: (transfer none) (nullable): a title, %NULL for what is not in the programme
 */
const char *
lanyard_programme_find_title (LanyardProgramme *self,
                              LanyardKind       kind,
                              const char       *key)
{
  LanyardSession *session;
  LanyardItem *item = NULL;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  if (kind == LANYARD_KIND_SESSION)
    {
      session = lanyard_programme_find_session (self, key);
      return session != NULL ? lanyard_session_get_title (session) : NULL;
    }
  if (kind == LANYARD_KIND_TALK)
    item = (LanyardItem *) lanyard_programme_find_talk (self, key);
  else if (kind == LANYARD_KIND_BREAK)
    item = (LanyardItem *) lanyard_programme_find_break (self, key);
  return item != NULL ? lanyard_item_get_title (item) : NULL;
}
