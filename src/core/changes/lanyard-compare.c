/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is different between two programmes of one conference, and what is the
 * same under another key. The store asks it before it saves a programme that
 * was read again. No clock, no input, no output; any thread; in time linear in
 * the size of the programmes. */

#include "config.h"

#include "lanyard-compare.h"

#include "lanyard-pairs.h"
#include "lanyard-same.h"
#include "lanyard-subject.h"

/* A change with its place in the timetable. */
typedef struct
{
  LanyardChange *change;  /* owned */
  gint64 start;
  guint ordinal;
} Found;

typedef struct
{
  GHashTable *old_blocks;  /* owned, as lanyard_subject_index_blocks() gives it */
  GHashTable *new_blocks;  /* owned, likewise */
  gboolean has_texts;      /* whether both sides are more than outlines */
  LanyardPairs *sessions;  /* owned */
  GArray *found;           /* owned, of Found */
} Comparer;

/* How many talks have something that an outline leaves out. */
static guint
count_texts (LanyardProgramme *programme)
{
  GPtrArray *talks = lanyard_programme_get_talks (programme);
  guint n_texts = 0;

  for (guint i = 0; i < talks->len; i++)
    {
      const LanyardTalkFields *talk = lanyard_talk_get_fields (g_ptr_array_index (talks, i));

      if (talk->description != NULL || talk->minutes != NULL || talk->links->len > 0 || talk->parts->len > 0)
        n_texts++;
    }
  return n_texts;
}

/* An outline looks like a programme in which nobody has written anything yet.
 * The next one tells which it was: abstracts come a few at a time, but where
 * more than a third of the talks have one at once, or none any more, they were
 * left out. */
static gboolean
know_texts (LanyardProgramme *old_programme,
            LanyardProgramme *new_programme)
{
  guint n_old = count_texts (old_programme);
  guint n_new = count_texts (new_programme);

  if (n_old == 0)
    return n_new <= lanyard_programme_get_talks (new_programme)->len / 3;
  return n_new > 0 || n_old <= lanyard_programme_get_talks (old_programme)->len / 3;
}

static void
comparer_clear (Comparer *self)
{
  g_clear_pointer (&self->old_blocks, g_hash_table_unref);
  g_clear_pointer (&self->new_blocks, g_hash_table_unref);
  g_clear_pointer (&self->sessions, lanyard_pairs_free);
  g_clear_pointer (&self->found, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparer, comparer_clear)

static LanyardChangeFields
begin_change (LanyardChangeKind     kind,
              const LanyardSubject *subject)
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
            const LanyardSubject      *subject)
{
  Found found = {
    .change = lanyard_change_new (fields),
    .start = subject->start,
    .ordinal = self->found->len,
  };

  g_array_append_val (self->found, found);
}

static void
add_found (Comparer             *self,
           LanyardChangeKind     kind,
           const LanyardSubject *subject)
{
  LanyardChangeFields fields = begin_change (kind, subject);

  fields.new_start = subject->start;
  fields.new_end = subject->end;
  add_change (self, &fields, subject);
}

/* Adds a change between two short texts, each of which may be absent. */
static void
add_text_change (Comparer             *self,
                 LanyardChangeKind     kind,
                 const LanyardSubject *subject,
                 const char           *old_text,
                 const char           *new_text)
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
compare_places (Comparer             *self,
                const LanyardSubject *old_subject,
                const LanyardSubject *new_subject)
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
compare_titles (Comparer             *self,
                const LanyardSubject *old_subject,
                const LanyardSubject *new_subject)
{
  if (!lanyard_same_text (old_subject->title, new_subject->title))
    add_text_change (self, LANYARD_CHANGE_TITLE, new_subject, old_subject->title, new_subject->title);
}

static void
compare_texts (Comparer             *self,
               const LanyardSubject *old_subject,
               const LanyardSubject *new_subject)
{
  gboolean is_renumbered = !g_str_equal (old_subject->key, new_subject->key);

  if (!lanyard_same_description (old_subject->description, old_subject->description_format,
                                 new_subject->description, new_subject->description_format))
    add_text_change (self, LANYARD_CHANGE_DESCRIPTION, new_subject, NULL, NULL);
  if (old_subject->links != NULL && !lanyard_same_links (old_subject->links, new_subject->links, !is_renumbered))
    add_text_change (self, LANYARD_CHANGE_LINKS, new_subject, NULL, NULL);
}

static void
compare_speakers (Comparer             *self,
                  const LanyardSubject *old_subject,
                  const LanyardSubject *new_subject)
{
  g_autofree char *old_key = NULL;
  g_autofree char *new_key = NULL;

  if (old_subject->credits == NULL)
    return;

  old_key = lanyard_same_dup_names (old_subject->credits, LANYARD_ROLE_SPEAKER);
  new_key = lanyard_same_dup_names (new_subject->credits, LANYARD_ROLE_SPEAKER);
  if (!g_str_equal (old_key, new_key))
    {
      g_autofree char *old_names = lanyard_credits_dup_names (old_subject->credits, LANYARD_ROLE_SPEAKER);
      g_autofree char *new_names = lanyard_credits_dup_names (new_subject->credits, LANYARD_ROLE_SPEAKER);

      add_text_change (self, LANYARD_CHANGE_SPEAKERS, new_subject, old_names, new_names);
    }
}

/* A session that was only renamed or renumbered is the same one. A break is
 * its block's, whose session says so itself. */
static void
compare_sessions (Comparer             *self,
                  const LanyardSubject *old_subject,
                  const LanyardSubject *new_subject)
{
  LanyardSession *old_session = old_subject->session;
  LanyardSession *new_session = new_subject->session;
  gpointer expected = old_session != NULL ? lanyard_pairs_get_new (self->sessions, old_session) : NULL;

  if (new_subject->kind != LANYARD_KIND_TALK || (expected == new_session && (expected != NULL || old_session == NULL)))
    return;

  add_text_change (self, LANYARD_CHANGE_SESSION, new_subject,
                   old_session != NULL ? lanyard_session_get_title (old_session) : NULL,
                   new_session != NULL ? lanyard_session_get_title (new_session) : NULL);
}

static void
compare_subjects (Comparer             *self,
                  const LanyardSubject *old_subject,
                  const LanyardSubject *new_subject)
{
  compare_places (self, old_subject, new_subject);
  compare_titles (self, old_subject, new_subject);
  compare_speakers (self, old_subject, new_subject);
  compare_sessions (self, old_subject, new_subject);
  compare_texts (self, old_subject, new_subject);
}

static void
note_key (GHashTable           *new_keys,
          const LanyardSubject *old_subject,
          const LanyardSubject *new_subject)
{
  if (!g_str_equal (old_subject->key, new_subject->key))
    g_hash_table_insert (new_keys, g_strdup (old_subject->key), g_strdup (new_subject->key));
}

/* What was cancelled before and is still not there has not changed. */
static void
add_lost (Comparer             *self,
          const LanyardSubject *subject)
{
  LanyardChangeFields fields = begin_change (LANYARD_CHANGE_CANCELLED, subject);

  if (subject->is_cancelled)
    return;
  fields.old_start = subject->start;
  fields.old_end = subject->end;
  add_change (self, &fields, subject);
}

static LanyardSubject
describe (Comparer   *self,
          GHashTable *blocks,
          gpointer    thing)
{
  return LANYARD_IS_SESSION (thing) ? lanyard_subject_of_session (blocks, thing)
                                    : lanyard_subject_of_item (thing, self->has_texts);
}

/* Goes through the sessions, talks or breaks of both sides. */
static void
walk (Comparer     *self,
      LanyardPairs *pairs,
      GPtrArray    *old_things,
      GPtrArray    *new_things,
      GHashTable   *new_keys)
{
  for (guint i = 0; i < old_things->len; i++)
    {
      LanyardSubject old_subject = describe (self, self->old_blocks, old_things->pdata[i]);
      gpointer new_thing = lanyard_pairs_get_new (pairs, old_things->pdata[i]);

      if (new_thing == NULL)
        add_lost (self, &old_subject);
      else
        {
          LanyardSubject new_subject = describe (self, self->new_blocks, new_thing);

          note_key (new_keys, &old_subject, &new_subject);
          if (old_subject.is_cancelled)
            add_found (self, LANYARD_CHANGE_RESTORED, &new_subject);
          else
            compare_subjects (self, &old_subject, &new_subject);
        }
    }
  for (guint i = 0; i < new_things->len; i++)
    if (lanyard_pairs_get_old (pairs, new_things->pdata[i]) == NULL)
      {
        LanyardSubject subject = describe (self, self->new_blocks, new_things->pdata[i]);

        add_found (self, LANYARD_CHANGE_NEW, &subject);
      }
}

static void
count_talks (LanyardComparison *comparison,
             LanyardPairs      *pairs,
             GPtrArray         *old_talks)
{
  for (guint i = 0; i < old_talks->len; i++)
    {
      if (lanyard_item_is_cancelled (old_talks->pdata[i]))
        continue;
      comparison->n_old_talks++;
      if (lanyard_pairs_get_new (pairs, old_talks->pdata[i]) == NULL)
        comparison->n_lost_talks++;
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
 * Finds what changed. A talk is the same if it has the same key and nothing
 * speaks against it; what is left on both sides then is the same by its
 * address, by title and speakers, or by these and the start, as long as it is
 * the only one. Sessions and breaks likewise. Differences in white space, markup, the order of speakers and of
 * links do not count.
 *
 * If either seems to be an outline, descriptions and links of talks are not
 * compared.
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

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (old_programme), NULL);
  g_return_val_if_fail (LANYARD_IS_PROGRAMME (new_programme), NULL);

  comparison = comparison_new ();
  self.old_blocks = lanyard_subject_index_blocks (old_programme);
  self.new_blocks = lanyard_subject_index_blocks (new_programme);
  self.has_texts = know_texts (old_programme, new_programme);
  self.found = g_array_new (FALSE, FALSE, sizeof (Found));
  self.sessions = lanyard_pairs_new_sessions (old_programme, new_programme);
  talks = lanyard_pairs_new_talks (old_programme, new_programme);
  breaks = lanyard_pairs_new_breaks (old_programme, new_programme);

  walk (&self, self.sessions, lanyard_programme_get_sessions (old_programme),
        lanyard_programme_get_sessions (new_programme), comparison->new_session_keys);
  walk (&self, talks, lanyard_programme_get_talks (old_programme),
        lanyard_programme_get_talks (new_programme), comparison->new_talk_keys);
  walk (&self, breaks, lanyard_programme_get_breaks (old_programme),
        lanyard_programme_get_breaks (new_programme), comparison->new_break_keys);
  count_talks (comparison, talks, lanyard_programme_get_talks (old_programme));

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
