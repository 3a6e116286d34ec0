/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How else somebody can hear a talk for which they have no time: at another
 * time, or as a recording. Any thread. */

#include "config.h"

#include "lanyard-alternative.h"
#include "lanyard-people.h"
#include "lanyard-plan-entry-private.h"

G_DEFINE_BOXED_TYPE (LanyardAlternative, lanyard_alternative, lanyard_alternative_ref, lanyard_alternative_unref)

static void
clear_alternative (gpointer data)
{
  LanyardAlternative *self = data;

  g_clear_object (&self->talk);
  g_clear_pointer (&self->link, lanyard_link_unref);
}

/* A title without what differs by hand: case, and how many blanks there are. */
static char *
fold_title (LanyardTalk *talk)
{
  g_autofree char *folded = g_utf8_casefold (lanyard_item_get_title (LANYARD_ITEM (talk)), -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  GString *title = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", words[i]);
  return g_string_free_and_steal (title);
}

static gboolean
is_same_title (LanyardTalk *a,
               LanyardTalk *b)
{
  g_autofree char *left = fold_title (a);
  g_autofree char *right = fold_title (b);

  return g_str_equal (left, right);
}

static gboolean
is_at_another_time (LanyardItem *talk,
                    LanyardItem *other)
{
  if (!lanyard_item_is_scheduled (other) || lanyard_item_is_cancelled (other))
    return FALSE;
  if (!lanyard_item_is_scheduled (talk))
    return TRUE;
  if (lanyard_item_get_start (talk) < lanyard_item_get_start (other))
    return lanyard_plan_item_get_end (talk) <= lanyard_item_get_start (other);
  return lanyard_item_get_start (talk) != lanyard_item_get_start (other) &&
         lanyard_plan_item_get_end (other) <= lanyard_item_get_start (talk);
}

/* Whether somebody is going nowhere else while @repeat runs; they do not need
 * @talk then. */
static gboolean
is_free (GPtrArray   *entries,
         LanyardItem *talk,
         LanyardItem *repeat)
{
  gint64 start = lanyard_item_get_start (repeat);
  gint64 end = lanyard_plan_item_get_end (repeat);

  for (guint i = 0; i < entries->len; i++)
    {
      LanyardPlanEntry *entry = g_ptr_array_index (entries, i);

      if (entry->level == LANYARD_LEVEL_GOING && entry->item != talk && entry->item != repeat &&
          !lanyard_plan_item_stands_on (repeat, entry->item) && lanyard_plan_entry_is_busy (entry, start, end))
        return FALSE;
    }
  return TRUE;
}

static void
add_alternative (GPtrArray                *found,
                 const LanyardAlternative *fields)
{
  LanyardAlternative *alternative = g_atomic_rc_box_new (LanyardAlternative);

  *alternative = *fields;
  if (fields->talk != NULL)
    g_object_ref (fields->talk);
  if (fields->link != NULL)
    lanyard_link_ref (fields->link);
  g_ptr_array_add (found, alternative);
}

static gboolean
is_found (GPtrArray   *found,
          LanyardTalk *talk)
{
  for (guint i = 0; i < found->len; i++)
    if (((LanyardAlternative *) found->pdata[i])->talk == talk)
      return TRUE;
  return FALSE;
}

static void
add_repeats (GPtrArray      *found,
             LanyardProfile *speaker,
             LanyardTalk    *talk,
             GPtrArray      *entries)
{
  GPtrArray *talks = lanyard_profile_get_talks (speaker);

  for (guint i = 0; i < talks->len; i++)
    {
      LanyardTalk *other = g_ptr_array_index (talks, i);

      if (!g_str_equal (lanyard_item_get_key (LANYARD_ITEM (other)), lanyard_item_get_key (LANYARD_ITEM (talk))) &&
          is_same_title (talk, other) && is_at_another_time (LANYARD_ITEM (talk), LANYARD_ITEM (other)) &&
          !is_found (found, other))
        add_alternative (found, &(LanyardAlternative) {
                                  .kind = LANYARD_ALTERNATIVE_REPEAT,
                                  .talk = other,
                                  .is_free = is_free (entries, LANYARD_ITEM (talk), LANYARD_ITEM (other)),
                                });
    }
}

static int
compare_alternatives (gconstpointer a,
                      gconstpointer b)
{
  const LanyardAlternative *left = *(LanyardAlternative **) a;
  const LanyardAlternative *right = *(LanyardAlternative **) b;

  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  if (left->is_free != right->is_free)
    return left->is_free ? -1 : 1;
  return left->talk != NULL ? lanyard_item_compare (LANYARD_ITEM (left->talk), LANYARD_ITEM (right->talk)) : 0;
}

/**
 * lanyard_alternative_ref:
 * @self: an alternative
 *
 * Keeps it.
 *
 * Returns: (transfer full): @self
 */
LanyardAlternative *
lanyard_alternative_ref (LanyardAlternative *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_alternative_unref:
 * @self: (transfer full): an alternative
 *
 * Lets it go.
 */
void
lanyard_alternative_unref (LanyardAlternative *self)
{
  g_atomic_rc_box_release_full (self, clear_alternative);
}

/**
 * lanyard_alternatives_find:
 * @programme: a programme
 * @talk: a talk of it, whole if recordings are to be found
 * @entries: (element-type LanyardPlanEntry): what is in the plan, or in several
 *
 * Finds the same talk at another time, which is one with the same title by one
 * of the same speakers, and recordings.
 *
 * Returns: (transfer full) (element-type LanyardAlternative): repeats for which
 *   there is time, then other repeats, then recordings
 */
GPtrArray *
lanyard_alternatives_find (LanyardProgramme *programme,
                           LanyardTalk      *talk,
                           GPtrArray        *entries)
{
  const LanyardTalkFields *fields;
  GPtrArray *found;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (LANYARD_IS_TALK (talk), NULL);
  g_return_val_if_fail (entries != NULL, NULL);

  found = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_alternative_unref);
  fields = lanyard_talk_get_fields (talk);
  for (guint i = 0; fields->credits != NULL && i < fields->credits->len; i++)
    {
      const LanyardCredit *credit = g_ptr_array_index (fields->credits, i);
      LanyardProfile *speaker = NULL;

      if (credit->role == LANYARD_ROLE_SPEAKER)
        speaker = lanyard_people_find (lanyard_people_get (programme), lanyard_person_get_key (credit->person));
      if (speaker != NULL)
        add_repeats (found, speaker, talk, entries);
    }
  for (guint i = 0; fields->links != NULL && i < fields->links->len; i++)
    {
      LanyardLink *link = g_ptr_array_index (fields->links, i);

      if (link->kind == LANYARD_LINK_RECORDING)
        add_alternative (found, &(LanyardAlternative) { .kind = LANYARD_ALTERNATIVE_RECORDING, .link = link });
    }
  g_ptr_array_sort (found, compare_alternatives);
  return found;
}
