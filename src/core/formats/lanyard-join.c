/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes one programme of several, where a conference has more than one feed:
 * the main rooms and the assemblies, two servers of one event. Called by sync
 * in the thread that reads; pure.
 *
 * What the first programme says stays as it is. Of the others a talk that is
 * there already is left out: one of the same title, time and room, for another
 * format of the same server has keys of its own. What only happens to have the
 * same key gets another one, which depends on nothing but the order of the
 * feeds. Sessions and rooms of one name are one, for each format has its own
 * keys for sessions, too. */

#include "config.h"

#include <string.h>

#include "lanyard-join.h"

typedef struct
{
  guint       number;   /* of the feed that is added, from 2 on */
  GPtrArray  *sessions; /* owned, of LanyardSession, and so on */
  GPtrArray  *blocks;
  GPtrArray  *talks;
  GPtrArray  *breaks;
  GHashTable *keys;     /* owned: "KIND KEY" to borrowed object, of all of the above and of persons */
  GHashTable *places;   /* owned: "KIND START TITLE ROOM" to borrowed item of an earlier feed */
  GHashTable *titles;   /* owned: title, borrowed, to borrowed session of an earlier feed */
  GHashTable *mapped;   /* owned: object of the feed that is added to owned object that stands for it */
} Joint;

static void
joint_clear (Joint *self)
{
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->talks, g_ptr_array_unref);
  g_clear_pointer (&self->breaks, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->mapped, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Joint, joint_clear)

static void
joint_init (Joint *self)
{
  self->sessions = g_ptr_array_new_with_free_func (g_object_unref);
  self->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  self->talks = g_ptr_array_new_with_free_func (g_object_unref);
  self->breaks = g_ptr_array_new_with_free_func (g_object_unref);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->titles = g_hash_table_new (g_str_hash, g_str_equal);
  self->mapped = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

static gpointer
find (const Joint *self,
      const char  *kind,
      const char  *key)
{
  g_autofree char *name = g_strconcat (kind, " ", key, NULL);

  return g_hash_table_lookup (self->keys, name);
}

static void
remember (Joint      *self,
          const char *kind,
          const char *key,
          gpointer    object)
{
  g_hash_table_insert (self->keys, g_strconcat (kind, " ", key, NULL), object);
}

/* A key that nothing of this kind has yet. */
static char *
dup_free_key (const Joint *self,
              const char  *kind,
              const char  *key)
{
  g_autoptr (GString) unused = g_string_new (key);

  while (find (self, kind, unused->str) != NULL)
    g_string_append_printf (unused, "#%u", self->number);
  return g_string_free_and_steal (g_steal_pointer (&unused));
}

/* --- persons, rooms, sessions ------------------------------------------------ */

static gboolean
is_same_person (LanyardPerson *a,
                LanyardPerson *b)
{
  return strcmp (lanyard_person_get_name (a), lanyard_person_get_name (b)) == 0;
}

/* Two servers may have given one number to two people. */
static LanyardPerson *
map_person (Joint         *self,
            LanyardPerson *person)
{
  LanyardPerson *known = g_hash_table_lookup (self->mapped, person);
  g_autofree char *key = NULL;
  LanyardTextFormat format;
  const char *biography;

  if (known != NULL)
    return known;
  known = find (self, "person", lanyard_person_get_key (person));
  if (known != NULL && is_same_person (known, person))
    g_object_ref (known);
  else
    {
      key = dup_free_key (self, "person", lanyard_person_get_key (person));
      biography = lanyard_person_get_biography (person, &format);
      known = lanyard_person_new_whole (key, lanyard_person_get_name (person), lanyard_person_get_affiliation (person),
                                        lanyard_person_get_email (person), biography, format);
      remember (self, "person", key, known);
    }
  g_hash_table_insert (self->mapped, person, known);
  return known;
}

static GPtrArray *
map_credits (Joint     *self,
             GPtrArray *credits)
{
  GPtrArray *mapped = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_credit_unref);

  for (guint i = 0; i < credits->len; i++)
    {
      const LanyardCredit *credit = g_ptr_array_index (credits, i);

      g_ptr_array_add (mapped, lanyard_credit_new (map_person (self, credit->person), credit->role));
    }
  return mapped;
}

static LanyardRoom *
map_room (Joint       *self,
          LanyardRoom *room)
{
  LanyardRoom *known = room != NULL ? find (self, "room", lanyard_room_get_name (room)) : NULL;

  if (room == NULL || known != NULL)
    return known;
  remember (self, "room", lanyard_room_get_name (room), room);
  return room;
}

/* The same session of an earlier feed: by its key and title, or else by what it
 * is called. */
static LanyardSession *
find_same_session (const Joint                *self,
                   const LanyardSessionFields *fields)
{
  LanyardSession *known = find (self, "session", fields->key);

  if (known != NULL && strcmp (lanyard_session_get_title (known), fields->title) == 0)
    return known;
  return g_hash_table_lookup (self->titles, fields->title);
}

static LanyardSession *
map_session (Joint          *self,
             LanyardSession *session)
{
  LanyardSession *known = session != NULL ? g_hash_table_lookup (self->mapped, session) : NULL;
  LanyardSessionFields fields;
  g_autoptr (GPtrArray) leads = NULL;
  g_autofree char *key = NULL;

  if (session == NULL || known != NULL)
    return known;

  fields = *lanyard_session_get_fields (session);
  known = find_same_session (self, &fields);
  if (known != NULL)
    {
      g_hash_table_insert (self->mapped, session, g_object_ref (known));
      return known;
    }

  key = dup_free_key (self, "session", fields.key);
  leads = map_credits (self, fields.leads);
  fields.key = key;
  fields.leads = leads;
  known = lanyard_session_new (&fields);
  remember (self, "session", key, known);
  g_ptr_array_add (self->sessions, g_object_ref (known));
  g_hash_table_insert (self->mapped, session, known);
  return known;
}

static void
add_sessions (Joint     *self,
              GPtrArray *sessions)
{
  guint n_before = self->sessions->len;

  for (guint i = 0; i < sessions->len; i++)
    map_session (self, g_ptr_array_index (sessions, i));

  /* Only now, for one feed may have two of the same name. */
  for (guint i = n_before; i < self->sessions->len; i++)
    {
      LanyardSession *session = g_ptr_array_index (self->sessions, i);

      if (!g_hash_table_contains (self->titles, lanyard_session_get_title (session)))
        g_hash_table_insert (self->titles, (gpointer) lanyard_session_get_title (session), session);
    }
}

/* --- items ------------------------------------------------------------------- */

/* What an item is, with @key; borrows everything. */
static LanyardItemFields
map_item (Joint       *self,
          LanyardItem *item,
          const char  *key)
{
  return (LanyardItemFields) {
    .key = key,
    .title = lanyard_item_get_title (item),
    .start = lanyard_item_get_start (item),
    .end = lanyard_item_get_end (item),
    .room = map_room (self, lanyard_item_get_room (item)),
    .session = map_session (self, lanyard_item_get_session (item)),
    .is_cancelled = lanyard_item_is_cancelled (item),
  };
}

static gboolean
is_same_item (LanyardItem *a,
              LanyardItem *b)
{
  return lanyard_item_get_start (a) == lanyard_item_get_start (b) &&
         strcmp (lanyard_item_get_title (a), lanyard_item_get_title (b)) == 0;
}

/* --- what is there already --------------------------------------------------- */

static const char *
get_room_name (LanyardItem *item)
{
  LanyardRoom *room = lanyard_item_get_room (item);

  return room != NULL ? lanyard_room_get_name (room) : NULL;
}

/* @room is "" for none, NULL for any. */
static char *
dup_place (const char  *kind,
           LanyardItem *item,
           const char  *room)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %s%s%s", kind, lanyard_item_get_start (item),
                          lanyard_item_get_title (item), room != NULL ? "\n" : "", room != NULL ? room : "");
}

static LanyardItem *
find_at (const Joint *self,
         const char  *kind,
         LanyardItem *item,
         const char  *room)
{
  g_autofree char *place = dup_place (kind, item, room);

  return g_hash_table_lookup (self->places, place);
}

/* The same item of an earlier feed: by its key, or else by what it is called,
 * when it is, and where, if both say that. */
static LanyardItem *
find_same (const Joint *self,
           const char  *kind,
           LanyardItem *item)
{
  LanyardItem *known = find (self, kind, lanyard_item_get_key (item));
  const char *room = get_room_name (item);

  if (known != NULL && is_same_item (known, item))
    return known;
  if (room == NULL)
    return find_at (self, kind, item, NULL);
  known = find_at (self, kind, item, room);
  return known != NULL ? known : find_at (self, kind, item, "");
}

static void
note_place (Joint       *self,
            LanyardItem *item,
            char        *place)
{
  if (!g_hash_table_contains (self->places, place))
    g_hash_table_insert (self->places, place, item);
  else
    g_free (place);
}

/* Only now, for one feed may have two of the same name at the same time. */
static void
note_places (Joint      *self,
             const char *kind,
             GPtrArray  *items,
             guint       n_before)
{
  for (guint i = n_before; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);
      const char *room = get_room_name (item);

      note_place (self, item, dup_place (kind, item, room != NULL ? room : ""));
      note_place (self, item, dup_place (kind, item, NULL));
    }
}

static LanyardBlock *
map_block (Joint        *self,
           LanyardBlock *block)
{
  return block != NULL ? g_hash_table_lookup (self->mapped, block) : NULL;
}

static void
add_blocks (Joint     *self,
            GPtrArray *blocks)
{
  guint n_before = self->blocks->len;

  for (guint i = 0; i < blocks->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (blocks, i);
      LanyardItem *known = find_same (self, "block", item);
      g_autofree char *key = NULL;
      g_autoptr (GPtrArray) leads = NULL;
      LanyardItemFields fields;
      LanyardBlock *block;

      if (known != NULL)
        {
          g_hash_table_insert (self->mapped, item, g_object_ref (known));
          continue;
        }
      key = dup_free_key (self, "block", lanyard_item_get_key (item));
      leads = map_credits (self, lanyard_block_get_leads (LANYARD_BLOCK (item)));
      fields = map_item (self, item, key);
      block = lanyard_block_new (&fields, leads);
      remember (self, "block", key, block);
      g_ptr_array_add (self->blocks, g_object_ref (block));
      g_hash_table_insert (self->mapped, item, block);
    }
  note_places (self, "block", self->blocks, n_before);
}

static GPtrArray *
map_parts (Joint     *self,
           GPtrArray *parts)
{
  GPtrArray *mapped = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_part_unref);

  for (guint i = 0; i < parts->len; i++)
    {
      const LanyardPart *part = g_ptr_array_index (parts, i);
      g_autoptr (GPtrArray) credits = map_credits (self, part->credits);

      g_ptr_array_add (mapped, lanyard_part_new (part->key, part->title, part->duration, credits, part->links));
    }
  return mapped;
}

static void
add_talks (Joint     *self,
           GPtrArray *talks)
{
  guint n_before = self->talks->len;

  for (guint i = 0; i < talks->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (talks, i);
      LanyardTalkFields fields = *lanyard_talk_get_fields (LANYARD_TALK (item));
      g_autofree char *key = NULL;
      g_autoptr (GPtrArray) credits = NULL;
      g_autoptr (GPtrArray) parts = NULL;

      if (find_same (self, "talk", item) != NULL)
        continue;
      key = dup_free_key (self, "talk", lanyard_item_get_key (item));
      credits = map_credits (self, fields.credits);
      parts = map_parts (self, fields.parts);
      fields.item = map_item (self, item, key);
      fields.block = map_block (self, fields.block);
      fields.credits = credits;
      fields.parts = parts;
      g_ptr_array_add (self->talks, lanyard_talk_new (&fields));
      remember (self, "talk", key, g_ptr_array_index (self->talks, self->talks->len - 1));
    }
  note_places (self, "talk", self->talks, n_before);
}

static void
add_breaks (Joint     *self,
            GPtrArray *breaks)
{
  guint n_before = self->breaks->len;

  for (guint i = 0; i < breaks->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (breaks, i);
      LanyardBreak *source = LANYARD_BREAK (item);
      g_autofree char *key = NULL;
      LanyardItemFields fields;
      LanyardBreak *brk;

      if (find_same (self, "break", item) != NULL)
        continue;
      key = dup_free_key (self, "break", lanyard_item_get_key (item));
      fields = map_item (self, item, key);
      brk = lanyard_break_new (&fields, map_block (self, lanyard_break_get_block (source)),
                               lanyard_break_get_description (source));
      g_ptr_array_add (self->breaks, brk);
      remember (self, "break", key, brk);
    }
  note_places (self, "break", self->breaks, n_before);
}

/* --- the whole --------------------------------------------------------------- */

static void
add_programme (Joint            *self,
               LanyardProgramme *programme)
{
  self->number++;
  add_sessions (self, lanyard_programme_get_sessions (programme));
  add_blocks (self, lanyard_programme_get_blocks (programme));
  add_talks (self, lanyard_programme_get_talks (programme));
  add_breaks (self, lanyard_programme_get_breaks (programme));
}

/* The first one's, for as long as all of them last. */
static LanyardConference *
join_conferences (GPtrArray *programmes)
{
  LanyardConference *first = lanyard_programme_get_conference (g_ptr_array_index (programmes, 0));
  LanyardConferenceFields fields = *lanyard_conference_get_fields (first);

  for (guint i = 1; i < programmes->len; i++)
    {
      LanyardConference *conference = lanyard_programme_get_conference (g_ptr_array_index (programmes, i));
      const LanyardConferenceFields *other = lanyard_conference_get_fields (conference);

      if (other->start != LANYARD_NO_TIME && (fields.start == LANYARD_NO_TIME || other->start < fields.start))
        fields.start = other->start;
      if (other->end != LANYARD_NO_TIME && (fields.end == LANYARD_NO_TIME || other->end > fields.end))
        fields.end = other->end;
    }
  return lanyard_conference_new (&fields);
}

/**
 * lanyard_programme_join:
 * @programmes: (element-type LanyardProgramme): at least one; the first says what the conference is
 *
 * Makes one programme of those of several feeds.
 *
 * Returns: (transfer full): the programme of all of them
 */
LanyardProgramme *
lanyard_programme_join (GPtrArray *programmes)
{
  g_autoptr (LanyardConference) conference = NULL;
  g_auto (Joint) joint = { 0 };
  LanyardProgrammeFields fields = { 0 };

  g_return_val_if_fail (programmes != NULL && programmes->len > 0, NULL);

  conference = join_conferences (programmes);
  joint_init (&joint);
  for (guint i = 0; i < programmes->len; i++)
    {
      LanyardProgramme *programme = g_ptr_array_index (programmes, i);
      const LanyardRemarks *remarks = lanyard_programme_get_remarks (programme);

      add_programme (&joint, programme);
      fields.n_skipped += lanyard_programme_get_n_skipped (programme);
      for (guint kind = 0; kind < LANYARD_N_REMARKS; kind++)
        fields.remarks.counts[kind] += remarks->counts[kind];
    }
  fields.conference = conference;
  fields.sessions = joint.sessions;
  fields.blocks = joint.blocks;
  fields.talks = joint.talks;
  fields.breaks = joint.breaks;
  return lanyard_programme_new (&fields);
}
