/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells whether two programmes are of one conference, before they become one,
 * or one of them takes the place of the other. Called by the importers' entry,
 * in the thread that reads, and by the window; pure. */

#include "config.h"

#include "lanyard-same-conference.h"

static void
add_title (GHashTable *titles,
           gpointer    item)
{
  g_hash_table_add (titles, g_utf8_casefold (lanyard_item_get_title (item), -1));
}

/* Whether most of what one programme has is in the other one as well. */
static gboolean
shares_most (GPtrArray *talks,
             GPtrArray *others)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_shared = 0;

  for (guint i = 0; i < talks->len; i++)
    add_title (titles, g_ptr_array_index (talks, i));
  for (guint i = 0; i < others->len; i++)
    {
      g_autofree char *title = g_utf8_casefold (lanyard_item_get_title (g_ptr_array_index (others, i)), -1);

      n_shared += g_hash_table_contains (titles, title);
    }
  return 2 * n_shared > others->len;
}

/**
 * lanyard_programme_is_of_same:
 * @first: a programme
 * @other: another one, perhaps in another format
 *
 * Says whether two programmes are of one conference: they say so, have one
 * name, or share most talks.
 *
 * Returns: %TRUE if they are, as far as can be told
 */
gboolean
lanyard_programme_is_of_same (LanyardProgramme *first,
                              LanyardProgramme *other)
{
  const LanyardConferenceFields *a;
  const LanyardConferenceFields *b;
  g_autofree char *title = NULL;
  g_autofree char *other_title = NULL;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (first), FALSE);
  g_return_val_if_fail (LANYARD_IS_PROGRAMME (other), FALSE);

  a = lanyard_conference_get_fields (lanyard_programme_get_conference (first));
  b = lanyard_conference_get_fields (lanyard_programme_get_conference (other));
  title = g_utf8_casefold (a->title, -1);
  other_title = g_utf8_casefold (b->title, -1);
  return (a->feed_id != NULL && g_strcmp0 (a->feed_id, b->feed_id) == 0) || g_str_equal (title, other_title) ||
         shares_most (lanyard_programme_get_talks (first), lanyard_programme_get_talks (other));
}
