/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is different between two programmes of one conference, and what is the
 * same under another key. The store asks it before it saves a programme that
 * was read again. No clock, no input, no output; any thread; in time linear in
 * the size of the programmes. */

#include "config.h"

#include "lanyard-compare.h"

#include "lanyard-pairs.h"
#include "lanyard-same.h"

/* What talks, sessions and breaks have in common, borrowed from one of them. */
typedef struct
{
  LanyardKind kind;
  const char *key;
  const char *title;
  gboolean has_place;  /* whether it has not more than one time and room */
  gint64 start;
  gint64 end;
  LanyardRoom *room;   /* or NULL */
  const char *description;
  LanyardTextFormat description_format;
  GPtrArray *links;    /* or NULL, where links are not known */
} Subject;

/* One of the two programmes. */
typedef struct
{
  LanyardProgramme *programme;  /* borrowed */
  GHashTable *blocks;           /* owned: session -> its GPtrArray of blocks */
} Side;

/* A change with its place in the timetable. */
typedef struct
{
  LanyardChange *change;  /* owned */
  gint64 start;
  guint ordinal;
} Found;

typedef struct
{
  Side old_side;
  Side new_side;
  gboolean has_texts;      /* whether both sides have what an outline has not */
  LanyardPairs *sessions;  /* owned */
  GArray *found;           /* owned, of Found */
} Comparer;

static gboolean
has_texts (LanyardProgramme *programme)
{
  GPtrArray *talks = lanyard_programme_get_talks (programme);

  for (guint i = 0; i < talks->len; i++)
    {
      const LanyardTalkFields *talk = lanyard_talk_get_fields (g_ptr_array_index (talks, i));

      if (talk->description != NULL || talk->minutes != NULL || talk->links->len > 0 || talk->parts->len > 0)
        return TRUE;
    }
  return FALSE;
}

static void
side_init (Side             *self,
           LanyardProgramme *programme)
{
  GPtrArray *blocks = lanyard_programme_get_blocks (programme);

  self->programme = programme;
  self->blocks = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < blocks->len; i++)
    {
      LanyardSession *session = lanyard_item_get_session (g_ptr_array_index (blocks, i));
      GPtrArray *its_blocks = g_hash_table_lookup (self->blocks, session);

      if (its_blocks == NULL)
        {
          its_blocks = g_ptr_array_new ();
          g_hash_table_insert (self->blocks, session, its_blocks);
        }
      g_ptr_array_add (its_blocks, blocks->pdata[i]);
    }
}

static void
comparer_clear (Comparer *self)
{
  g_clear_pointer (&self->old_side.blocks, g_hash_table_unref);
  g_clear_pointer (&self->new_side.blocks, g_hash_table_unref);
  g_clear_pointer (&self->sessions, lanyard_pairs_free);
  g_clear_pointer (&self->found, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparer, comparer_clear)

static Subject
describe_item (LanyardItem *item)
{
  return (Subject) {
    .kind = lanyard_item_get_kind (item),
    .key = lanyard_item_get_key (item),
    .title = lanyard_item_get_title (item),
    .has_place = TRUE,
    .start = lanyard_item_get_start (item),
    .end = lanyard_item_get_end (item),
    .room = lanyard_item_get_room (item),
  };
}

static Subject
describe_talk (const Comparer *self,
               gpointer        thing)
{
  const LanyardTalkFields *talk = lanyard_talk_get_fields (thing);
  Subject subject = describe_item (thing);

  if (self->has_texts)
    {
      subject.description = talk->description;
      subject.description_format = talk->description_format;
      subject.links = talk->links;
    }
  return subject;
}

/* A session is when and where its first block is. With several blocks, which
 * of them moved would be a guess, and their talks tell of it anyway. */
static Subject
describe_session (const Side *side,
                  gpointer    thing)
{
  const LanyardSessionFields *session = lanyard_session_get_fields (thing);
  GPtrArray *blocks = g_hash_table_lookup (side->blocks, thing);
  LanyardItem *block = blocks != NULL ? g_ptr_array_index (blocks, 0) : NULL;

  return (Subject) {
    .kind = LANYARD_KIND_SESSION,
    .key = session->key,
    .title = session->title,
    .has_place = blocks == NULL || blocks->len == 1,
    .start = block != NULL ? lanyard_item_get_start (block) : LANYARD_NO_TIME,
    .end = block != NULL ? lanyard_item_get_end (block) : LANYARD_NO_TIME,
    .room = block != NULL ? lanyard_item_get_room (block) : NULL,
    .description = session->description,
    .description_format = session->description_format,
    .links = session->links,
  };
}

static LanyardChangeFields
begin_change (LanyardChangeKind  kind,
              const Subject     *subject)
{
  return (LanyardChangeFields) {
    .kind = kind,
    .item_kind = subject->kind,
    .key = subject->key,
    .title = subject->title,
    .noticed_at = LANYARD_NO_TIME,
    .old_start = LANYARD_NO_TIME,
    .old_end = LANYARD_NO_TIME,
    .new_start = LANYARD_NO_TIME,
    .new_end = LANYARD_NO_TIME,
  };
}

static void
add_change (Comparer                  *self,
            const LanyardChangeFields *fields,
            const Subject             *subject)
{
  Found found = {
    .change = lanyard_change_new (fields),
    .start = subject->start,
    .ordinal = self->found->len,
  };

  g_array_append_val (self->found, found);
}

static void
add_cancelled (Comparer      *self,
               const Subject *subject)
{
  LanyardChangeFields fields = begin_change (LANYARD_CHANGE_CANCELLED, subject);

  fields.old_start = subject->start;
  fields.old_end = subject->end;
  add_change (self, &fields, subject);
}

static void
add_new (Comparer          *self,
         LanyardChangeKind  kind,
         const Subject     *subject)
{
  LanyardChangeFields fields = begin_change (kind, subject);

  fields.new_start = subject->start;
  fields.new_end = subject->end;
  add_change (self, &fields, subject);
}

/* Adds a change between two short texts, each of which may be absent. */
static void
add_text_change (Comparer          *self,
                 LanyardChangeKind  kind,
                 const Subject     *subject,
                 const char        *old_text,
                 const char        *new_text)
{
  LanyardChangeFields fields = begin_change (kind, subject);

  fields.old_text = old_text;
  fields.new_text = new_text;
  add_change (self, &fields, subject);
}

static const char *
get_room_name (LanyardRoom *room)
{
  return room != NULL ? lanyard_room_get_name (room) : NULL;
}

static void
compare_places (Comparer      *self,
                const Subject *old_subject,
                const Subject *new_subject)
{
  const char *old_room = get_room_name (old_subject->room);
  const char *new_room = get_room_name (new_subject->room);

  if (!old_subject->has_place || !new_subject->has_place)
    return;

  if (old_subject->start != new_subject->start || old_subject->end != new_subject->end)
    {
      LanyardChangeFields fields = begin_change (LANYARD_CHANGE_TIME, new_subject);

      fields.old_start = old_subject->start;
      fields.old_end = old_subject->end;
      fields.new_start = new_subject->start;
      fields.new_end = new_subject->end;
      add_change (self, &fields, new_subject);
    }
  if (!lanyard_same_text (old_room, new_room))
    add_text_change (self, LANYARD_CHANGE_ROOM, new_subject, old_room, new_room);
}

static void
compare_titles (Comparer      *self,
                const Subject *old_subject,
                const Subject *new_subject)
{
  if (!lanyard_same_text (old_subject->title, new_subject->title))
    add_text_change (self, LANYARD_CHANGE_TITLE, new_subject, old_subject->title, new_subject->title);
}

static void
compare_texts (Comparer      *self,
               const Subject *old_subject,
               const Subject *new_subject)
{
  if (!lanyard_same_description (old_subject->description, old_subject->description_format,
                                 new_subject->description, new_subject->description_format))
    add_text_change (self, LANYARD_CHANGE_DESCRIPTION, new_subject, NULL, NULL);
  if (old_subject->links != NULL && !lanyard_same_links (old_subject->links, new_subject->links))
    add_text_change (self, LANYARD_CHANGE_LINKS, new_subject, NULL, NULL);
}

static void
compare_speakers (Comparer      *self,
                  const Subject *subject,
                  GPtrArray     *old_credits,
                  GPtrArray     *new_credits)
{
  g_autofree char *old_key = lanyard_same_dup_names (old_credits, LANYARD_ROLE_SPEAKER);
  g_autofree char *new_key = lanyard_same_dup_names (new_credits, LANYARD_ROLE_SPEAKER);

  if (!g_str_equal (old_key, new_key))
    {
      g_autofree char *old_names = lanyard_credits_dup_names (old_credits, LANYARD_ROLE_SPEAKER);
      g_autofree char *new_names = lanyard_credits_dup_names (new_credits, LANYARD_ROLE_SPEAKER);

      add_text_change (self, LANYARD_CHANGE_SPEAKERS, subject, old_names, new_names);
    }
}

/* A session that was only renamed or renumbered is the same one. */
static void
compare_sessions_of (Comparer       *self,
                     const Subject  *subject,
                     LanyardSession *old_session,
                     LanyardSession *new_session)
{
  gpointer expected = old_session != NULL ? lanyard_pairs_get_new (self->sessions, old_session) : NULL;

  if (expected == new_session && (expected != NULL || old_session == NULL))
    return;

  add_text_change (self, LANYARD_CHANGE_SESSION, subject,
                   old_session != NULL ? lanyard_session_get_title (old_session) : NULL,
                   new_session != NULL ? lanyard_session_get_title (new_session) : NULL);
}

static void
compare_talks (Comparer *self,
               gpointer  old_talk,
               gpointer  new_talk)
{
  Subject old_subject = describe_talk (self, old_talk);
  Subject new_subject = describe_talk (self, new_talk);

  compare_places (self, &old_subject, &new_subject);
  compare_titles (self, &old_subject, &new_subject);
  compare_speakers (self, &new_subject,
                    lanyard_talk_get_fields (old_talk)->credits, lanyard_talk_get_fields (new_talk)->credits);
  compare_sessions_of (self, &new_subject, lanyard_item_get_session (old_talk), lanyard_item_get_session (new_talk));
  compare_texts (self, &old_subject, &new_subject);
}

static void
compare_sessions (Comparer *self,
                  gpointer  old_session,
                  gpointer  new_session)
{
  Subject old_subject = describe_session (&self->old_side, old_session);
  Subject new_subject = describe_session (&self->new_side, new_session);

  compare_places (self, &old_subject, &new_subject);
  compare_titles (self, &old_subject, &new_subject);
  compare_texts (self, &old_subject, &new_subject);
}

static void
compare_breaks (Comparer *self,
                gpointer  old_break,
                gpointer  new_break)
{
  Subject old_subject = describe_item (old_break);
  Subject new_subject = describe_item (new_break);

  compare_places (self, &old_subject, &new_subject);
  compare_titles (self, &old_subject, &new_subject);
}

static void
note_key (GHashTable *new_keys,
          const char *old_key,
          const char *new_key)
{
  if (!g_str_equal (old_key, new_key))
    g_hash_table_insert (new_keys, g_strdup (old_key), g_strdup (new_key));
}

static void
walk_sessions (Comparer          *self,
               LanyardComparison *comparison)
{
  GPtrArray *old_sessions = lanyard_programme_get_sessions (self->old_side.programme);
  GPtrArray *new_sessions = lanyard_programme_get_sessions (self->new_side.programme);

  for (guint i = 0; i < old_sessions->len; i++)
    {
      Subject subject = describe_session (&self->old_side, old_sessions->pdata[i]);
      LanyardSession *new_session = lanyard_pairs_get_new (self->sessions, old_sessions->pdata[i]);

      if (new_session == NULL)
        {
          add_cancelled (self, &subject);
          continue;
        }
      note_key (comparison->new_session_keys, subject.key, lanyard_session_get_key (new_session));
      compare_sessions (self, old_sessions->pdata[i], new_session);
    }
  for (guint i = 0; i < new_sessions->len; i++)
    if (lanyard_pairs_get_old (self->sessions, new_sessions->pdata[i]) == NULL)
      {
        Subject subject = describe_session (&self->new_side, new_sessions->pdata[i]);

        add_new (self, LANYARD_CHANGE_NEW, &subject);
      }
}

/* Goes through talks or breaks. */
static void
walk_items (Comparer     *self,
            LanyardPairs *pairs,
            GPtrArray    *old_items,
            GPtrArray    *new_items,
            GHashTable   *new_keys,
            guint        *n_lost)
{
  for (guint i = 0; i < old_items->len; i++)
    {
      Subject subject = describe_item (old_items->pdata[i]);
      LanyardItem *new_item = lanyard_pairs_get_new (pairs, old_items->pdata[i]);

      if (new_item == NULL)
        {
          add_cancelled (self, &subject);
          (*n_lost)++;
          continue;
        }
      note_key (new_keys, subject.key, lanyard_item_get_key (new_item));
      if (subject.kind == LANYARD_KIND_TALK)
        compare_talks (self, old_items->pdata[i], new_item);
      else
        compare_breaks (self, old_items->pdata[i], new_item);
    }
  for (guint i = 0; i < new_items->len; i++)
    if (lanyard_pairs_get_old (pairs, new_items->pdata[i]) == NULL)
      {
        Subject subject = describe_item (new_items->pdata[i]);

        add_new (self, LANYARD_CHANGE_NEW, &subject);
      }
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *left = a;
  const Found *right = b;

  if ((left->start == LANYARD_NO_TIME) != (right->start == LANYARD_NO_TIME))
    return left->start == LANYARD_NO_TIME ? 1 : -1;
  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  return (left->ordinal > right->ordinal) - (left->ordinal < right->ordinal);
}

static GHashTable *
make_key_map (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static LanyardComparison *
comparison_new (void)
{
  LanyardComparison *self = g_new0 (LanyardComparison, 1);

  self->changes = g_ptr_array_new_with_free_func (g_object_unref);
  self->new_talk_keys = make_key_map ();
  self->new_session_keys = make_key_map ();
  self->new_break_keys = make_key_map ();
  return self;
}

/**
 * lanyard_compare_programmes:
 * @old_programme: what is stored, whole
 * @new_programme: what the feed gives now
 *
 * Finds what changed. A talk is the same if it has the same key; what is left
 * on both sides then is the same by its address, by title and speakers, or by
 * these and the start, as long as it is the only one. Sessions and breaks
 * likewise. Differences in white space, markup, the order of speakers and of
 * links do not count.
 *
 * If either is an outline, descriptions and links of talks are not compared.
 *
 * Returns: (transfer full): what differs
 */
LanyardComparison *
lanyard_compare_programmes (LanyardProgramme *old_programme,
                            LanyardProgramme *new_programme)
{
  g_auto (Comparer) self = { 0 };
  g_autoptr (LanyardPairs) talks = NULL;
  g_autoptr (LanyardPairs) breaks = NULL;
  LanyardComparison *comparison;
  guint n_lost_breaks = 0;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (old_programme), NULL);
  g_return_val_if_fail (LANYARD_IS_PROGRAMME (new_programme), NULL);

  comparison = comparison_new ();
  side_init (&self.old_side, old_programme);
  side_init (&self.new_side, new_programme);
  self.has_texts = has_texts (old_programme) && has_texts (new_programme);
  self.found = g_array_new (FALSE, FALSE, sizeof (Found));
  self.sessions = lanyard_pairs_new_sessions (old_programme, new_programme);
  talks = lanyard_pairs_new_talks (old_programme, new_programme);
  breaks = lanyard_pairs_new_breaks (old_programme, new_programme);

  walk_sessions (&self, comparison);
  comparison->n_old_talks = lanyard_programme_get_talks (old_programme)->len;
  walk_items (&self, talks, lanyard_programme_get_talks (old_programme), lanyard_programme_get_talks (new_programme),
              comparison->new_talk_keys, &comparison->n_lost_talks);
  walk_items (&self, breaks, lanyard_programme_get_breaks (old_programme), lanyard_programme_get_breaks (new_programme),
              comparison->new_break_keys, &n_lost_breaks);

  g_array_sort (self.found, compare_found);
  for (guint i = 0; i < self.found->len; i++)
    g_ptr_array_add (comparison->changes, g_array_index (self.found, Found, i).change);
  return comparison;
}

/**
 * lanyard_comparison_shrinks:
 * @self: a comparison
 *
 * Tells whether the new programme lost so much that it is rather broken than
 * changed: more than a third of the talks.
 *
 * Returns: whether somebody should be asked first
 */
gboolean
lanyard_comparison_shrinks (LanyardComparison *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_lost_talks > self->n_old_talks / 3.0;
}

/**
 * lanyard_comparison_free:
 * @self: (transfer full): a comparison
 *
 * Lets a comparison go.
 */
void
lanyard_comparison_free (LanyardComparison *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->changes);
  g_hash_table_unref (self->new_talk_keys);
  g_hash_table_unref (self->new_session_keys);
  g_hash_table_unref (self->new_break_keys);
  g_free (self);
}
