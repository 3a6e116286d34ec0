/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which talk of the new programme is which of the old one; likewise of sessions
 * and breaks. Things are joined by one trait after the other, the best first,
 * and only where it tells them from all others: a wrong pair would move
 * somebody's star. What is cancelled comes after what is not. For the comparison
 * of programmes. Any thread; in time linear in the number of things, but for the
 * sorting of series. */

#include "config.h"

#include <string.h>

#include "lanyard-pairs.h"

#include "lanyard-same.h"

/* Something that is likely the same in two programmes. @dup gives NULL for a
 * thing without it. With @is_name, two things that have the same do not have
 * it, even if one of them has found its pair: an address that half the talks
 * have is nobody's. Without, only what is left counts: of a talk that is given
 * several times, all but the one that moved have found theirs. */
typedef struct
{
  char *(*dup) (gpointer thing);
  gboolean is_name;
} Trait;

struct _LanyardPairs
{
  GPtrArray *old_things; /* owned */
  GPtrArray *new_things; /* owned */
  GHashTable *new_of;    /* owned: old thing -> new thing, both borrowed */
  GHashTable *old_of;    /* owned: new thing -> old thing, both borrowed */
};

void
lanyard_pairs_free (LanyardPairs *self)
{
  g_ptr_array_unref (self->old_things);
  g_ptr_array_unref (self->new_things);
  g_hash_table_unref (self->new_of);
  g_hash_table_unref (self->old_of);
  g_free (self);
}

static gboolean
is_cancelled (gpointer thing)
{
  return LANYARD_IS_SESSION (thing) ? lanyard_session_is_cancelled (thing) : lanyard_item_is_cancelled (thing);
}

/* The things that are cancelled, or those that are not, by their trait; NULL
 * where two have it. */
static GHashTable *
index_things (GPtrArray   *things,
              gboolean     of_cancelled,
              GHashTable  *joined,
              const Trait *trait)
{
  GHashTable *by_trait = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < things->len; i++)
    {
      gpointer thing = g_ptr_array_index (things, i);
      char *its_trait = NULL;

      if (is_cancelled (thing) == of_cancelled && (trait->is_name || !g_hash_table_contains (joined, thing)))
        its_trait = trait->dup (thing);
      if (its_trait != NULL)
        {
          gboolean is_taken = g_hash_table_contains (by_trait, its_trait);

          g_hash_table_replace (by_trait, its_trait, is_taken ? NULL : thing);
        }
    }
  return by_trait;
}

static void
join_by (LanyardPairs *self,
         gboolean      of_cancelled,
         const Trait  *trait)
{
  g_autoptr (GHashTable) old_by_trait = index_things (self->old_things, of_cancelled, self->new_of, trait);
  g_autoptr (GHashTable) new_by_trait = index_things (self->new_things, FALSE, self->old_of, trait);
  GHashTableIter iter;
  gpointer its_trait;
  gpointer old_thing;

  g_hash_table_iter_init (&iter, old_by_trait);
  while (g_hash_table_iter_next (&iter, &its_trait, &old_thing))
    {
      gpointer new_thing = g_hash_table_lookup (new_by_trait, its_trait);

      if (old_thing == NULL || new_thing == NULL || g_hash_table_contains (self->new_of, old_thing) ||
          g_hash_table_contains (self->old_of, new_thing))
        continue;
      g_hash_table_insert (self->new_of, old_thing, new_thing);
      g_hash_table_insert (self->old_of, new_thing, old_thing);
    }
}

/* --- series ------------------------------------------------------------------ */

/* What repeats in a calendar is known by its series and when it is by the rule:
 * "UID/SECONDS". That is no more than this from when it takes place. */
#define LONGEST_WAY ((gint64) 366 * 24 * 60 * 60)

/* Gives the series that an item is of; NULL where its key names none. */
static char *
dup_series (LanyardItem *item)
{
  const char *key = lanyard_item_get_key (item);
  const char *slash = strrchr (key, '/');
  gint64 start = lanyard_item_get_start (item);
  gint64 seconds;

  if (slash == NULL || start == LANYARD_NO_TIME || !g_ascii_string_to_signed (slash + 1, 10, 0, G_MAXUINT32, &seconds, NULL) ||
      ABS (seconds - start) > LONGEST_WAY)
    return NULL;
  return g_strndup (key, slash - key);
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  gint64 first = lanyard_item_get_start ((LanyardItem *) a);
  gint64 second = lanyard_item_get_start ((LanyardItem *) b);

  return (first > second) - (first < second);
}

/* Lists what has found no pair and is not cancelled by series, in order of
 * time. What is no series may have been one, or may become one. */
static GHashTable *
group_by_series (GPtrArray  *things,
                 GHashTable *joined)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer group;

  for (guint i = 0; i < things->len; i++)
    {
      g_autofree char *series = NULL;

      if (is_cancelled (things->pdata[i]) || g_hash_table_contains (joined, things->pdata[i]))
        continue;
      series = dup_series (things->pdata[i]);
      if (series == NULL)
        series = g_strdup (lanyard_item_get_key (things->pdata[i]));
      group = g_hash_table_lookup (groups, series);
      if (group == NULL)
        g_hash_table_insert (groups, g_steal_pointer (&series), group = g_ptr_array_new ());
      g_ptr_array_add (group, things->pdata[i]);
    }
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    g_ptr_array_sort_values (group, compare_starts);
  return groups;
}

/* How far apart two items are, in seconds. */
static gint64
get_distance (LanyardItem *a,
              LanyardItem *b)
{
  gint64 first = lanyard_item_get_start (a);
  gint64 second = lanyard_item_get_start (b);

  return first == LANYARD_NO_TIME || second == LANYARD_NO_TIME ? 0 : ABS (first - second);
}

/* Joins what is left of one series in order, and where one side has more of it
 * than the other, to what is near: a talk that became a series is the time of
 * it that is nearest. */
static void
join_one_series (LanyardPairs *self,
                 GPtrArray    *old_items,
                 GPtrArray    *new_items)
{
  gboolean has_fewer_new = new_items->len < old_items->len;
  GPtrArray *few = has_fewer_new ? new_items : old_items;
  GPtrArray *many = has_fewer_new ? old_items : new_items;
  guint n_spare = many->len - few->len;

  for (guint i = 0, j = 0; i < few->len; i++, j++)
    {
      gpointer old_item;
      gpointer new_item;

      for (; n_spare > 0 && get_distance (few->pdata[i], many->pdata[j + 1]) < get_distance (few->pdata[i], many->pdata[j]); j++)
        n_spare--;
      old_item = has_fewer_new ? many->pdata[j] : few->pdata[i];
      new_item = has_fewer_new ? few->pdata[i] : many->pdata[j];
      g_hash_table_insert (self->new_of, old_item, new_item);
      g_hash_table_insert (self->old_of, new_item, old_item);
    }
}

/* A rule that gives other times than before gives all of them other keys. */
static void
join_series (LanyardPairs *self)
{
  g_autoptr (GHashTable) old_groups = group_by_series (self->old_things, self->new_of);
  g_autoptr (GHashTable) new_groups = group_by_series (self->new_things, self->old_of);
  GHashTableIter iter;
  gpointer series;
  gpointer old_items;

  g_hash_table_iter_init (&iter, old_groups);
  while (g_hash_table_iter_next (&iter, &series, &old_items))
    {
      GPtrArray *new_items = g_hash_table_lookup (new_groups, series);

      if (new_items != NULL)
        join_one_series (self, old_items, new_items);
    }
}

/* --- traits ------------------------------------------------------------------ */

static LanyardPairs *
make_pairs (GPtrArray   *old_things,
            GPtrArray   *new_things,
            const Trait *traits,
            guint        n_traits)
{
  LanyardPairs *self = g_new0 (LanyardPairs, 1);

  self->old_things = g_ptr_array_ref (old_things);
  self->new_things = g_ptr_array_ref (new_things);
  self->new_of = g_hash_table_new (NULL, NULL);
  self->old_of = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n_traits; i++)
    {
      join_by (self, FALSE, &traits[i]);
      join_by (self, TRUE, &traits[i]);
    }
  return self;
}

static char *
dup_item_key (gpointer thing)
{
  return g_strdup (lanyard_item_get_key (thing));
}

static char *
dup_item_title (gpointer thing)
{
  return lanyard_same_dup_key (lanyard_item_get_title (thing));
}

static char *
dup_talk_url (gpointer thing)
{
  const char *url = lanyard_talk_get_fields (thing)->url;

  return url != NULL ? lanyard_same_dup_url (url) : NULL;
}

/* What nobody speaks in, an opening say, is told from its namesakes by its
 * session. */
static char *
dup_talk_title (gpointer thing)
{
  LanyardSession *session = lanyard_item_get_session (thing);
  g_autofree char *title = dup_item_title (thing);
  g_autofree char *names = lanyard_same_dup_names (lanyard_talk_get_fields (thing)->credits, LANYARD_ROLE_SPEAKER);
  g_autofree char *group = NULL;

  if (*names == '\0' && session != NULL)
    group = lanyard_same_dup_key (lanyard_session_get_title (session));
  return g_strjoin ("\n", title, names, group, NULL);
}

/* With a key that may mean something else after the feed was numbered anew. */
static char *
join_key (const char *key,
          char       *trait)
{
  g_autofree char *its_trait = trait;

  return its_trait != NULL ? g_strjoin ("\n", key, its_trait, NULL) : NULL;
}

static char *
dup_talk_key_and_url (gpointer thing)
{
  return join_key (lanyard_item_get_key (thing), dup_talk_url (thing));
}

static char *
dup_talk_key_and_title (gpointer thing)
{
  return join_key (lanyard_item_get_key (thing), dup_item_title (thing));
}

static char *
dup_talk_title_and_start (gpointer thing)
{
  g_autofree char *title = dup_talk_title (thing);

  return g_strdup_printf ("%" G_GINT64_FORMAT "\n%s", lanyard_item_get_start (thing), title);
}

static char *
dup_session_key (gpointer thing)
{
  return g_strdup (lanyard_session_get_key (thing));
}

static char *
dup_session_url (gpointer thing)
{
  const char *url = lanyard_session_get_fields (thing)->url;

  return url != NULL ? lanyard_same_dup_url (url) : NULL;
}

static char *
dup_session_title (gpointer thing)
{
  return lanyard_same_dup_key (lanyard_session_get_title (thing));
}

static char *
dup_session_key_and_url (gpointer thing)
{
  return join_key (lanyard_session_get_key (thing), dup_session_url (thing));
}

static char *
dup_session_key_and_title (gpointer thing)
{
  return join_key (lanyard_session_get_key (thing), dup_session_title (thing));
}

/* When and where a break is, which tells it from others that it is not parallel
 * to. */
static char *
dup_break_place (gpointer thing)
{
  LanyardRoom *room = lanyard_item_get_room (thing);

  if (!lanyard_item_is_scheduled (thing))
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "\n%s",
                          lanyard_item_get_start (thing), lanyard_item_get_end (thing),
                          room != NULL ? lanyard_room_get_name (room) : "");
}

static char *
dup_break_title_and_place (gpointer thing)
{
  g_autofree char *title = dup_item_title (thing);
  g_autofree char *place = dup_break_place (thing);

  return place != NULL ? g_strjoin ("\n", title, place, NULL) : NULL;
}

/* Joins the talks of two programmes: by key where nothing speaks against it,
 * by address, title and speakers, and these with the start, then by what is
 * left of the keys, and last by series. A feed that numbers its talks anew
 * gives old keys to other talks. */
LanyardPairs *
lanyard_pairs_new_talks (LanyardProgramme *old_programme,
                         LanyardProgramme *new_programme)
{
  static const Trait traits[] = {
    { dup_talk_key_and_url, TRUE },
    { dup_talk_key_and_title, TRUE },
    { dup_talk_url, TRUE },
    { dup_talk_title, FALSE },
    { dup_talk_title_and_start, FALSE },
    { dup_item_key, TRUE },
  };
  LanyardPairs *self = make_pairs (lanyard_programme_get_talks (old_programme), lanyard_programme_get_talks (new_programme),
                                   traits, G_N_ELEMENTS (traits));

  join_series (self);
  return self;
}

/* Joins the sessions of two programmes, as talks are. */
LanyardPairs *
lanyard_pairs_new_sessions (LanyardProgramme *old_programme,
                            LanyardProgramme *new_programme)
{
  static const Trait traits[] = {
    { dup_session_key_and_url, TRUE },
    { dup_session_key_and_title, TRUE },
    { dup_session_url, TRUE },
    { dup_session_title, FALSE },
    { dup_session_key, TRUE },
  };

  return make_pairs (lanyard_programme_get_sessions (old_programme), lanyard_programme_get_sessions (new_programme),
                     traits, G_N_ELEMENTS (traits));
}

/* Joins the breaks of two programmes. Their keys count the namesakes of a day,
 * so that one more coffee break in the morning gives another key to that of the
 * afternoon: what did not move at all comes first. */
LanyardPairs *
lanyard_pairs_new_breaks (LanyardProgramme *old_programme,
                          LanyardProgramme *new_programme)
{
  static const Trait traits[] = {
    { dup_break_title_and_place, FALSE },
    { dup_item_key, TRUE },
    { dup_item_title, FALSE },
    { dup_break_place, FALSE },
  };

  return make_pairs (lanyard_programme_get_breaks (old_programme), lanyard_programme_get_breaks (new_programme),
                     traits, G_N_ELEMENTS (traits));
}

gpointer
lanyard_pairs_get_new (LanyardPairs *self,
                       gpointer      old_thing)
{
  return g_hash_table_lookup (self->new_of, old_thing);
}

gpointer
lanyard_pairs_get_old (LanyardPairs *self,
                       gpointer      new_thing)
{
  return g_hash_table_lookup (self->old_of, new_thing);
}
