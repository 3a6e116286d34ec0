/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What there is to filter by: the values that one item has, and all that a
 * programme has, with how often. Used by the filter itself and by whoever
 * offers the values; any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-filter-private.h"

static void
value_free (LanyardFilterValue *value)
{
  g_free (value->value);
  g_free (value->label);
  g_free (value);
}

static const char *
get_single_value (LanyardItem        *item,
                  LanyardFilterField  field)
{
  LanyardSession *session = lanyard_item_get_session (item);
  LanyardRoom *room = lanyard_item_get_room (item);

  switch (field)
    {
    case LANYARD_FILTER_SESSION:
      return session != NULL ? lanyard_session_get_key (session) : NULL;
    case LANYARD_FILTER_ROOM:
      return room != NULL ? lanyard_room_get_name (room) : NULL;
    case LANYARD_FILTER_TYPE:
      return LANYARD_IS_TALK (item) ? lanyard_talk_get_fields (LANYARD_TALK (item))->type : NULL;
    case LANYARD_FILTER_LANGUAGE:
      return LANYARD_IS_TALK (item) ? lanyard_talk_get_fields (LANYARD_TALK (item))->language : NULL;
    case LANYARD_FILTER_KEYWORD:
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

/*
 * lanyard_filter_list_item_values:
 * @single: where to put a value that is the only one
 *
 * Lists what an item has of a field.
 *
 * Returns: (transfer none): the values, which live as long as @item and @single
 */
const char * const *
lanyard_filter_list_item_values (LanyardItem        *item,
                                 LanyardFilterField  field,
                                 const char         *single[2])
{
  if (field == LANYARD_FILTER_KEYWORD && LANYARD_IS_TALK (item) &&
      lanyard_talk_get_fields (LANYARD_TALK (item))->keywords != NULL)
    return lanyard_talk_get_fields (LANYARD_TALK (item))->keywords;

  single[0] = get_single_value (item, field);
  single[1] = NULL;
  return single;
}

static void
count_item (GHashTable         *found,
            LanyardItem        *item,
            LanyardFilterField  field)
{
  const char *single[2];
  const char * const *values = lanyard_filter_list_item_values (item, field, single);

  for (guint i = 0; values[i] != NULL; i++)
    {
      LanyardFilterValue *value = g_hash_table_lookup (found, values[i]);

      if (value == NULL)
        {
          value = g_new0 (LanyardFilterValue, 1);
          value->value = g_strdup (values[i]);
          value->label = g_strdup (field == LANYARD_FILTER_SESSION
                                     ? lanyard_session_get_title (lanyard_item_get_session (item))
                                     : values[i]);
          g_hash_table_insert (found, value->value, value);
        }
      value->n_items++;
    }
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const LanyardFilterValue *left = *(const LanyardFilterValue *const *) a;
  const LanyardFilterValue *right = *(const LanyardFilterValue *const *) b;
  int order = g_utf8_collate (left->label, right->label);

  return order != 0 ? order : strcmp (left->value, right->value);
}

/**
 * lanyard_programme_dup_filter_values:
 * @programme: a programme
 * @field: a field
 *
 * Lists what the talks and breaks of a programme can be told apart by.
 *
 * Returns: (transfer full) (element-type LanyardFilterValue): the values by
 *   label; empty where the programme says nothing of it
 */
GPtrArray *
lanyard_programme_dup_filter_values (LanyardProgramme   *programme,
                                     LanyardFilterField  field)
{
  g_autoptr (GHashTable) found = NULL;
  GPtrArray *values;
  GPtrArray *talks;
  GPtrArray *breaks;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (field < LANYARD_N_FILTER_FIELDS, NULL);

  found = g_hash_table_new (g_str_hash, g_str_equal);
  talks = lanyard_programme_get_talks (programme);
  for (guint i = 0; i < talks->len; i++)
    count_item (found, g_ptr_array_index (talks, i), field);
  breaks = lanyard_programme_get_breaks (programme);
  for (guint i = 0; i < breaks->len; i++)
    count_item (found, g_ptr_array_index (breaks, i), field);

  values = g_hash_table_get_values_as_ptr_array (found);
  g_ptr_array_set_free_func (values, (GDestroyNotify) value_free);
  g_ptr_array_sort (values, compare_values);
  return values;
}

/**
 * lanyard_filter_without:
 * @self: what is hidden for good
 * @item: a talk, a block or a break
 *
 * Takes away whatever hides an item, so that it is seen again, and its like.
 *
 * Returns: (transfer full): a filter that does not hide @item
 */
LanyardFilter *
lanyard_filter_without (LanyardFilter *self,
                        LanyardItem   *item)
{
  g_autoptr (LanyardFilter) nothing = lanyard_filter_new ();
  g_autoptr (LanyardFilter) rest = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (LANYARD_IS_ITEM (item), NULL);

  rest = lanyard_filter_ref (self);
  for (guint i = 0; i < LANYARD_N_FILTER_FIELDS; i++)
    for (const char *const *value = lanyard_filter_get_values (self, i); *value != NULL; value++)
      {
        g_autoptr (LanyardFilter) only = lanyard_filter_with_value (nothing, i, *value, TRUE);
        g_autoptr (LanyardFilter) before = NULL;

        if (!lanyard_filter_hides (only, item))
          continue;
        before = g_steal_pointer (&rest);
        rest = lanyard_filter_with_value (before, i, *value, FALSE);
      }
  return g_steal_pointer (&rest);
}
