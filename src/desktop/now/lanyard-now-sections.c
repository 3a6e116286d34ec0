/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in which section of Now & Next. The page asks it. Main thread. */

#include "config.h"

#include "lanyard-now-sections.h"

static GPtrArray *
list_items (GPtrArray *entries)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (items, ((const LanyardNowEntry *) g_ptr_array_index (entries, i))->item);
  return items;
}

static GPtrArray *
list_recordings (LanyardNow      *now,
                 LanyardNowLinks *links,
                 gboolean         yours)
{
  GPtrArray *entries = lanyard_now_get_entries (now);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      const LanyardNowEntry *entry = g_ptr_array_index (entries, i);

      if (lanyard_now_entry_is_yours (entry) == yours && lanyard_now_links_has_recording (links, entry->item))
        g_ptr_array_add (items, entry->item);
    }
  return items;
}

/**
 * lanyard_now_section_list:
 * @section: which section
 * @now: what of the programme may be there
 * @moment: where in the conference we are, of entries of @now
 * @links: where there are recordings
 *
 * Lists what stands in a section. Recordings are for after the last day, when a
 * talk that was cancelled is no news any more.
 *
 * Returns: (transfer container) (element-type LanyardItem): the items, which
 *   @now has
 */
GPtrArray *
lanyard_now_section_list (LanyardNowSection    section,
                          LanyardNow          *now,
                          const LanyardMoment *moment,
                          LanyardNowLinks     *links)
{
  gboolean is_over;

  g_return_val_if_fail (now != NULL && moment != NULL && links != NULL, NULL);

  is_over = moment->phase == LANYARD_MOMENT_AFTER;
  switch (section)
    {
    case LANYARD_NOW_RUNNING:
      return is_over ? g_ptr_array_new () : list_items (moment->running);
    case LANYARD_NOW_NEXT:
      return list_items (moment->next);
    case LANYARD_NOW_NEXT_OF_PLAN:
      return list_items (moment->next_of_plan);
    case LANYARD_NOW_YOUR_RECORDINGS:
    case LANYARD_NOW_RECORDINGS:
    default:
      return is_over ? list_recordings (now, links, section == LANYARD_NOW_YOUR_RECORDINGS) : g_ptr_array_new ();
    }
}
