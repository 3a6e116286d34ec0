/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What there is on the page of the plan in words: an entry for a screen reader,
 * a free stretch, how many conflicts. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-item-words.h"
#include "lanyard-plan-phrases.h"
#include "time/lanyard-time-format.h"

/**
 * lanyard_phrase_own_kind:
 * @kind: a kind of own entry
 *
 * Names what an own entry is.
 *
 * Returns: (transfer none): the name
 */
const char *
lanyard_phrase_own_kind (LanyardOwnKind kind)
{
  switch (kind)
    {
    case LANYARD_OWN_MEETING: return C_("own entry", "Meeting");
    case LANYARD_OWN_MEAL: return C_("own entry", "Meal");
    case LANYARD_OWN_HALLWAY: return C_("own entry", "Hallway");
    case LANYARD_OWN_TRAVEL: return C_("own entry", "Travel");
    case LANYARD_OWN_OTHER: return C_("own entry", "Other");
    default: g_return_val_if_reached ("");
    }
}

static void
add_fact (GPtrArray *facts,
          char      *fact)
{
  if (fact != NULL && *fact != '\0')
    g_ptr_array_add (facts, fact);
  else
    g_free (fact);
}

static char *
dup_people (LanyardItem *item)
{
  if (LANYARD_IS_OWN_ENTRY (item))
    return g_strdup (lanyard_own_entry_get_fields (LANYARD_OWN_ENTRY (item))->people);
  return lanyard_item_dup_speakers (item);
}

static void
add_conflicts (GPtrArray        *facts,
               LanyardPlanEntry *entry,
               GPtrArray        *conflicts)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      LanyardConflict *conflict = g_ptr_array_index (conflicts, i);
      const char *title;

      if (conflict->first != entry && conflict->second != entry)
        continue;
      title = lanyard_item_get_title (lanyard_conflict_get_other (conflict, entry)->item);
      if (conflict->kind == LANYARD_CONFLICT_OVERLAP)
        /* Translators: said after the title of a talk; %s is the title of another one */
        g_ptr_array_add (facts, g_strdup_printf (_("overlaps “%s”"), title));
      else
        /* Translators: said after the title of a talk, of another one in another room; %s is its title */
        g_ptr_array_add (facts, g_strdup_printf (_("too close to “%s”"), title));
    }
}

/**
 * lanyard_phrase_plan_entry:
 * @open: the conference that the window shows
 * @entry: an entry of its plan, or of that of another one
 * @conflicts: (element-type LanyardConflict): where to look for those of the entry
 *
 * Says in one line what there is to say of an entry.
 *
 * Returns: (transfer full): time, title, kind, place, people, level, conflicts
 */
char *
lanyard_phrase_plan_entry (LanyardOpenConference *open,
                           LanyardPlanEntry      *entry,
                           GPtrArray             *conflicts)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  LanyardItem *item = entry->item;
  LanyardZone *zone = lanyard_open_conference_get_zone (open);

  add_fact (facts, lanyard_format_time_range (zone, lanyard_item_get_start (item), lanyard_item_get_end (item)));
  add_fact (facts, lanyard_item_dup_second_time (open, item));
  add_fact (facts, g_strdup (lanyard_item_get_title (item)));
  if (lanyard_item_is_cancelled (item))
    add_fact (facts, g_strdup (_("cancelled")));
  if (LANYARD_IS_OWN_ENTRY (item))
    add_fact (facts, g_strdup (lanyard_phrase_own_kind (lanyard_own_entry_get_fields (LANYARD_OWN_ENTRY (item))->kind)));
  else
    add_fact (facts, g_strdup (entry->level == LANYARD_LEVEL_MAYBE ? C_("level", "maybe") : C_("level", "going")));
  add_conflicts (facts, entry, conflicts);
  add_fact (facts, lanyard_item_dup_place (open, item, LANYARD_ITEM_ROW_NONE));
  add_fact (facts, dup_people (item));
  if (g_strcmp0 (lanyard_conference_get_uuid (entry->conference), lanyard_open_conference_get_uuid (open)) != 0)
    add_fact (facts, g_strdup (lanyard_conference_get_title (entry->conference)));
  g_ptr_array_add (facts, NULL);
  /* Translators: what stands between the facts about a talk that a screen reader says */
  return g_strjoinv (C_("list of facts", ", "), (char **) facts->pdata);
}

/**
 * lanyard_phrase_gap:
 * @open: the conference whose zone counts
 * @gap: a free stretch
 *
 * Says how long somebody is free.
 *
 * Returns: (transfer full): "30 min free, 11:30–12:00"
 */
char *
lanyard_phrase_gap (LanyardOpenConference *open,
                    LanyardGap            *gap)
{
  g_autofree char *duration = lanyard_format_duration (gap->end - gap->start);
  g_autofree char *range = lanyard_format_time_range (lanyard_open_conference_get_zone (open), gap->start, gap->end);

  /* Translators: how long one is free, and when: "30 min free, 11:30–12:00" */
  return g_strdup_printf (_("%1$s free, %2$s"), duration, range);
}

/**
 * lanyard_phrase_gap_with_fits:
 * @gap: a free stretch
 * @n_fits: how many talks fit there
 *
 * Says how long somebody is free, and how much they could do then.
 *
 * Returns: (transfer full): "2 h free · 5 talks fit"
 */
char *
lanyard_phrase_gap_with_fits (LanyardGap *gap,
                              guint       n_fits)
{
  g_autofree char *duration = lanyard_format_duration (gap->end - gap->start);
  g_autofree char *fits = NULL;

  if (n_fits == 0)
    /* Translators: how long one is free: "30 min free" */
    return g_strdup_printf (_("%s free"), duration);
  fits = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u talk fits", "%u talks fit", n_fits), n_fits);
  /* Translators: how long one is free, and how much fits there: "2 h free · 5 talks fit" */
  return g_strdup_printf (_("%1$s free · %2$s"), duration, fits);
}

/**
 * lanyard_phrase_conflict_of:
 * @open: the conference whose zone counts
 * @conflict: a conflict
 * @entry: one of its two entries, which need not be named
 *
 * Says what an entry is in conflict with, and for how long.
 *
 * Returns: (transfer full): "Overlaps “Lunch” for 15 min"
 */
char *
lanyard_phrase_conflict_of (LanyardOpenConference *open,
                            LanyardConflict       *conflict,
                            LanyardPlanEntry      *entry)
{
  const char *title = lanyard_item_get_title (lanyard_conflict_get_other (conflict, entry)->item);
  g_autofree char *duration = NULL;

  if (conflict->kind == LANYARD_CONFLICT_ROOM_CHANGE)
    return lanyard_conflict_dup_description (conflict, lanyard_open_conference_get_zone (open));
  if (conflict->end < conflict->start + 60)
    /* Translators: %s is the title of something in My Plan that runs at the same time */
    return g_strdup_printf (_("Overlaps “%s”"), title);
  duration = lanyard_format_duration (conflict->end - conflict->start);
  /* Translators: a title and a duration: "Overlaps “Lunch” for 15 min" */
  return g_strdup_printf (_("Overlaps “%1$s” for %2$s"), title, duration);
}

static char *
dup_first_title (GPtrArray *conflicts)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      LanyardConflict *conflict = g_ptr_array_index (conflicts, i);

      if (conflict->level == LANYARD_LEVEL_GOING)
        return lanyard_conflict_dup_title (conflict);
    }
  return NULL;
}

/**
 * lanyard_phrase_conflicts:
 * @conflicts: (element-type LanyardConflict): the conflicts of a plan
 * @brief: whether there is little room
 *
 * Says what is in conflict among what somebody is going to: one conflict by
 * name if there is room for that, several by number.
 *
 * Returns: (transfer full) (nullable): a sentence, %NULL if there is nothing to say
 */
char *
lanyard_phrase_conflicts (GPtrArray *conflicts,
                          gboolean   brief)
{
  guint n_overlaps = lanyard_conflicts_count (conflicts, LANYARD_CONFLICT_OVERLAP, LANYARD_LEVEL_GOING);
  guint n_changes = lanyard_conflicts_count (conflicts, LANYARD_CONFLICT_ROOM_CHANGE, LANYARD_LEVEL_GOING);
  g_autofree char *overlaps = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u overlap", "%u overlaps", n_overlaps),
                                               n_overlaps);
  g_autofree char *changes = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u room change with too little time",
                                                           "%u room changes with too little time", n_changes),
                                              n_changes);

  if (n_overlaps + n_changes == 1 && !brief)
    return dup_first_title (conflicts);
  if (n_overlaps > 0 && n_changes > 0)
    /* Translators: numbers of two kinds of conflicts: "2 overlaps · 1 change of rooms in too little time" */
    return g_strdup_printf (_("%1$s · %2$s"), overlaps, changes);
  if (n_overlaps > 0)
    return g_steal_pointer (&overlaps);
  return n_changes > 0 ? g_steal_pointer (&changes) : NULL;
}

/**
 * lanyard_phrase_empty_plan:
 * @programme: (nullable): a programme
 *
 * Says how something comes into the plan, in the conference's own words.
 *
 * Returns: (transfer none): a sentence
 */
const char *
lanyard_phrase_empty_plan (LanyardProgramme *programme)
{
  if (programme != NULL && lanyard_programme_has_microconferences (programme))
    return _("Star talks, breaks or whole microconferences, and they appear here in order of time.");
  return _("Star talks, breaks or whole tracks, and they appear here in order of time.");
}
