/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What fits a gap of a plan: fallbacks first, then what has most in common with
 * what is picked. Looking through a programme for what its talks have in common
 * is done once; each gap then looks at the talks of its time alone. The page of
 * the plan and the command line ask for it. Any thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-fit.h"
#include "lanyard-people.h"
#include "lanyard-plan-entry-private.h"

struct _LanyardFits
{
  LanyardPlan *plan;     /* owned */
  LanyardFilter *hidden; /* owned, nullable */
  GHashTable *sessions;  /* owned: set of LanyardSession, borrowed, of which something is picked */
  GHashTable *speakers;  /* owned: LanyardTalk, borrowed -> GPtrArray of names, borrowed, of who speaks in picks, too */
  GHashTable *keywords;  /* owned: set of keywords of picks, folded */
};

G_DEFINE_BOXED_TYPE (LanyardFit, lanyard_fit, lanyard_fit_ref, lanyard_fit_unref)

static void
clear_fit (gpointer data)
{
  LanyardFit *self = data;

  g_clear_object (&self->item);
  g_clear_object (&self->conference);
  g_clear_pointer (&self->shared, g_free);
}

static LanyardLevel
level_of (LanyardFits *self,
          LanyardItem *item)
{
  return lanyard_plan_get_level (self->plan, lanyard_item_get_kind (item), lanyard_item_get_key (item));
}

static void
note_profile (LanyardFits    *self,
              LanyardProfile *profile,
              LanyardTalk    *picked)
{
  GPtrArray *talks = lanyard_profile_get_talks (profile);

  for (guint i = 0; i < talks->len; i++)
    {
      GPtrArray *names = g_hash_table_lookup (self->speakers, talks->pdata[i]);

      if (talks->pdata[i] == picked)
        continue;
      if (names == NULL)
        {
          names = g_ptr_array_new ();
          g_hash_table_insert (self->speakers, talks->pdata[i], names);
        }
      if (!g_ptr_array_find (names, lanyard_profile_get_name (profile), NULL))
        g_ptr_array_add (names, (gpointer) lanyard_profile_get_name (profile));
    }
}

static void
note_picked (LanyardFits   *self,
             LanyardPeople *people,
             LanyardTalk   *talk)
{
  const LanyardTalkFields *fields = lanyard_talk_get_fields (talk);

  for (guint i = 0; fields->credits != NULL && i < fields->credits->len; i++)
    {
      const LanyardCredit *credit = g_ptr_array_index (fields->credits, i);
      LanyardProfile *profile = NULL;

      if (credit->role == LANYARD_ROLE_SPEAKER)
        profile = lanyard_people_find (people, lanyard_person_get_key (credit->person));
      if (profile != NULL)
        note_profile (self, profile, talk);
    }
  for (gsize i = 0; fields->keywords != NULL && fields->keywords[i] != NULL; i++)
    g_hash_table_add (self->keywords, g_utf8_casefold (fields->keywords[i], -1));
}

static void
note_picks (LanyardFits *self)
{
  LanyardProgramme *programme = lanyard_plan_get_programme (self->plan);
  LanyardPeople *people = lanyard_people_get (programme);
  GPtrArray *entries = lanyard_plan_get_entries (self->plan);
  GPtrArray *talks = lanyard_programme_get_talks (programme);

  for (guint i = 0; i < entries->len; i++)
    {
      LanyardSession *session = lanyard_item_get_session (((LanyardPlanEntry *) entries->pdata[i])->item);

      if (session != NULL)
        g_hash_table_add (self->sessions, session);
    }
  for (guint i = 0; i < talks->len; i++)
    if (lanyard_level_is_picked (level_of (self, talks->pdata[i])) || lanyard_plan_covers (self->plan, talks->pdata[i]))
      note_picked (self, people, talks->pdata[i]);
}

/* The first keyword that is shared, and how many are. */
static const char *
find_keyword (LanyardFits *self,
              LanyardItem *item,
              guint       *n_shared)
{
  const char *const *keywords = LANYARD_IS_TALK (item) ? lanyard_talk_get_fields (LANYARD_TALK (item))->keywords : NULL;
  const char *found = NULL;

  for (gsize i = 0; keywords != NULL && keywords[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (keywords[i], -1);

      if (!g_hash_table_contains (self->keywords, folded))
        continue;
      found = found != NULL ? found : keywords[i];
      (*n_shared)++;
    }
  return found;
}

/* The best reason comes last. */
static void
find_reason (LanyardFits *self,
             LanyardFit  *fit)
{
  LanyardSession *session = lanyard_item_get_session (fit->item);
  const GPtrArray *names = g_hash_table_lookup (self->speakers, fit->item);
  const char *shared = find_keyword (self, fit->item, &fit->n_shared);

  fit->reason = shared != NULL ? LANYARD_FIT_KEYWORD : LANYARD_FIT_TIME;
  if (names != NULL)
    {
      fit->reason = LANYARD_FIT_SPEAKER;
      fit->n_shared += names->len;
      shared = names->pdata[0];
    }
  if (session != NULL && g_hash_table_contains (self->sessions, session))
    {
      fit->reason = LANYARD_FIT_SESSION;
      fit->n_shared++;
      shared = lanyard_session_get_title (session);
    }
  fit->shared = g_strdup (shared);
}

static gboolean
is_tight (LanyardItem *item,
          LanyardGap  *gap,
          gint64       room_change)
{
  if (gap->before != NULL && lanyard_item_get_start (item) - gap->start < room_change &&
      lanyard_plan_items_change_room (gap->before->item, item))
    return TRUE;
  return gap->after != NULL && gap->end - lanyard_plan_item_get_end (item) < room_change &&
         lanyard_plan_items_change_room (item, gap->after->item);
}

static gboolean
fits (LanyardItem *item,
      LanyardGap  *gap)
{
  return lanyard_item_is_scheduled (item) && !lanyard_item_is_cancelled (item) &&
         lanyard_item_get_start (item) >= gap->start && lanyard_item_get_start (item) < gap->end &&
         lanyard_plan_item_get_end (item) <= gap->end;
}

/* What an array of fits is made with. */
typedef struct
{
  LanyardFits *fits; /* borrowed */
  LanyardGap *gap;   /* borrowed */
  gint64 room_change;
  GPtrArray *found;  /* borrowed, of LanyardFit */
} Making;

static void
add_fit (Making      *making,
         LanyardItem *item,
         gboolean     is_maybe)
{
  LanyardFit *fit = g_atomic_rc_box_new0 (LanyardFit);

  fit->item = g_object_ref (item);
  fit->conference =
      g_object_ref (lanyard_programme_get_conference (lanyard_plan_get_programme (making->fits->plan)));
  fit->is_tight = is_tight (item, making->gap, making->room_change);
  find_reason (making->fits, fit);
  if (is_maybe)
    {
      fit->reason = LANYARD_FIT_MAYBE;
      g_clear_pointer (&fit->shared, g_free);
    }
  g_ptr_array_add (making->found, fit);
}

static void
add_maybes (Making *making)
{
  GPtrArray *entries = lanyard_plan_get_entries (making->fits->plan);

  for (guint i = 0; i < entries->len; i++)
    {
      LanyardPlanEntry *entry = g_ptr_array_index (entries, i);

      if (entry->level == LANYARD_LEVEL_MAYBE && entry->busy->len > 0 && fits (entry->item, making->gap))
        add_fit (making, entry->item, TRUE);
    }
}

/* A talk of a session that is a fallback is one, too, unless it comes with its
 * block. */
static void
add_talk (Making      *making,
          LanyardTalk *talk)
{
  LanyardPlan *plan = making->fits->plan;
  LanyardItem *item = LANYARD_ITEM (talk);
  LanyardBlock *block = lanyard_talk_get_fields (talk)->block;
  LanyardSession *session = lanyard_item_get_session (item);

  if (!fits (item, making->gap) || level_of (making->fits, item) != LANYARD_LEVEL_NONE)
    return;
  if (!lanyard_plan_covers (plan, item))
    {
      if (making->fits->hidden == NULL || !lanyard_filter_hides (making->fits->hidden, item))
        add_fit (making, item, FALSE);
    }
  else if (block != NULL && !fits (LANYARD_ITEM (block), making->gap) &&
           lanyard_plan_get_level (plan, LANYARD_KIND_SESSION, lanyard_session_get_key (session)) ==
               LANYARD_LEVEL_MAYBE)
    add_fit (making, item, TRUE);
}

/* The number of the first talk that does not begin before @instant. */
static guint
find_first (GPtrArray *talks,
            gint64     instant)
{
  guint first = 0;
  guint last = talks->len;

  while (first < last)
    {
      guint middle = first + (last - first) / 2;
      LanyardItem *talk = g_ptr_array_index (talks, middle);

      if (lanyard_item_is_scheduled (talk) && lanyard_item_get_start (talk) < instant)
        first = middle + 1;
      else
        last = middle;
    }
  return first;
}

static int
compare_fits (gconstpointer a,
              gconstpointer b)
{
  return lanyard_fit_compare (*(LanyardFit **) a, *(LanyardFit **) b);
}

/**
 * lanyard_fit_ref:
 * @self: a fit
 *
 * Keeps it.
 *
 * Returns: (transfer full): @self
 */
LanyardFit *
lanyard_fit_ref (LanyardFit *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_fit_unref:
 * @self: (transfer full): a fit
 *
 * Lets it go.
 */
void
lanyard_fit_unref (LanyardFit *self)
{
  g_atomic_rc_box_release_full (self, clear_fit);
}

/**
 * lanyard_fit_dup_reason:
 * @self: a fit
 *
 * Says why it is offered.
 *
 * Returns: (transfer full) (nullable): a few words, %NULL if there is no more
 *   reason than that it runs then
 */
char *
lanyard_fit_dup_reason (LanyardFit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->reason)
    {
    case LANYARD_FIT_MAYBE:
      return g_strdup (_("Maybe"));
    case LANYARD_FIT_SESSION:
      /* Translators: %s is the title of a session of which something is in the plan already */
      return g_strdup_printf (_("Same session: %s"), self->shared);
    case LANYARD_FIT_SPEAKER:
      /* Translators: %s is the name of somebody who also speaks in what is in the plan already */
      return g_strdup_printf (_("Same speaker: %s"), self->shared);
    case LANYARD_FIT_KEYWORD:
      /* Translators: %s is a keyword of something that is in the plan already */
      return g_strdup_printf (_("Same keyword: %s"), self->shared);
    case LANYARD_FIT_TIME:
    default:
      return NULL;
    }
}

/**
 * lanyard_fit_compare:
 * @a: a fit
 * @b: a fit
 *
 * Orders by the reason, the best first, then by how much is shared, then those
 * that leave time to change rooms before those that do not, then by time. What
 * fits a gap in several conferences can be put together so.
 *
 * Returns: less than, equal to or greater than zero
 */
int
lanyard_fit_compare (LanyardFit *a,
                     LanyardFit *b)
{
  if (a->reason != b->reason)
    return a->reason < b->reason ? -1 : 1;
  if (a->n_shared != b->n_shared)
    return a->n_shared > b->n_shared ? -1 : 1;
  if (a->is_tight != b->is_tight)
    return a->is_tight ? 1 : -1;
  return lanyard_item_compare (a->item, b->item);
}

/**
 * lanyard_fits_new:
 * @plan: the plan of a conference
 * @hidden: (nullable): what is not to be offered
 *
 * Finds what the picks have in common with the other talks.
 *
 * Returns: (transfer full): what can be asked
 */
LanyardFits *
lanyard_fits_new (LanyardPlan   *plan,
                  LanyardFilter *hidden)
{
  LanyardFits *self;

  g_return_val_if_fail (LANYARD_IS_PLAN (plan), NULL);

  self = g_new0 (LanyardFits, 1);
  self->plan = g_object_ref (plan);
  self->hidden = hidden != NULL ? lanyard_filter_ref (hidden) : NULL;
  self->sessions = g_hash_table_new (NULL, NULL);
  self->speakers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->keywords = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  note_picks (self);
  return self;
}

/**
 * lanyard_fits_free:
 * @self: (transfer full): what could be asked
 *
 * Frees it.
 */
void
lanyard_fits_free (LanyardFits *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->plan);
  g_clear_pointer (&self->hidden, lanyard_filter_unref);
  g_hash_table_unref (self->sessions);
  g_hash_table_unref (self->speakers);
  g_hash_table_unref (self->keywords);
  g_free (self);
}

/**
 * lanyard_fits_dup_for_gap:
 * @self: what can be asked
 * @gap: a gap
 * @room_change: how many seconds somebody needs between two different rooms
 *
 * Lists what begins and ends within a gap: fallbacks, and talks that are neither
 * picked nor left out nor hidden nor cancelled.
 *
 * Returns: (transfer full) (element-type LanyardFit): what fits, the best first
 */
GPtrArray *
lanyard_fits_dup_for_gap (LanyardFits *self,
                          LanyardGap  *gap,
                          gint64       room_change)
{
  GPtrArray *talks;
  Making making;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (gap != NULL, NULL);

  making = (Making) {
    self, gap, room_change, g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_fit_unref),
  };
  add_maybes (&making);
  talks = lanyard_programme_get_talks (lanyard_plan_get_programme (self->plan));
  for (guint i = find_first (talks, gap->start); i < talks->len; i++)
    {
      if (!lanyard_item_is_scheduled (talks->pdata[i]) || lanyard_item_get_start (talks->pdata[i]) >= gap->end)
        break;
      add_talk (&making, talks->pdata[i]);
    }
  g_ptr_array_sort (making.found, compare_fits);
  return making.found;
}
