/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which order the page of sessions lists them. Main thread. */

#include "config.h"

#include "lanyard-session-order.h"

/* A session that is starred as a whole comes before any number of its talks. */
#define WHOLE_SESSION 100000

static const char * const names[] = { "time", "name", "picks" };

/**
 * lanyard_session_order_parse:
 * @name: (nullable): an order's name
 *
 * Finds an order by its name.
 *
 * Returns: the order, that of time for a name that none has
 */
LanyardSessionOrder
lanyard_session_order_parse (const char *name)
{
  for (guint order = 0; order < G_N_ELEMENTS (names); order++)
    if (g_strcmp0 (name, names[order]) == 0)
      return order;
  return LANYARD_SESSION_ORDER_TIME;
}

/**
 * lanyard_session_order_get_name:
 * @order: an order
 *
 * Gets what an order is called where it is kept.
 *
 * Returns: (transfer none): its name
 */
const char *
lanyard_session_order_get_name (LanyardSessionOrder order)
{
  g_return_val_if_fail (order < G_N_ELEMENTS (names), names[0]);

  return names[order];
}

static void
add_new (GPtrArray      *ordered,
         GHashTable     *seen,
         LanyardSession *session)
{
  if (session != NULL && g_hash_table_add (seen, session))
    g_ptr_array_add (ordered, g_object_ref (session));
}

/* Blocks are in timetable order, so that the order in which sessions turn up
 * among them is that of their first blocks; those without a block come after
 * them, those without anything last. */
static GPtrArray *
sort_by_time (LanyardProgramme *programme)
{
  GPtrArray *const lists[] = { lanyard_programme_get_blocks (programme), lanyard_programme_get_talks (programme) };
  GPtrArray *sessions = lanyard_programme_get_sessions (programme);
  GPtrArray *ordered = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (gsize list = 0; list < G_N_ELEMENTS (lists); list++)
    for (guint i = 0; i < lists[list]->len; i++)
      if (lanyard_item_is_scheduled (g_ptr_array_index (lists[list], i)))
        add_new (ordered, seen, lanyard_item_get_session (g_ptr_array_index (lists[list], i)));
  for (guint i = 0; i < sessions->len; i++)
    add_new (ordered, seen, g_ptr_array_index (sessions, i));
  return ordered;
}

static GHashTable *
count_picks (GPtrArray   *sessions,
             LanyardPlan *plan)
{
  GPtrArray *entries = lanyard_plan_get_entries (plan);
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const LanyardPlanEntry *entry = g_ptr_array_index (entries, i);
      LanyardSession *session = lanyard_item_get_session (entry->item);

      if (session != NULL && lanyard_item_get_kind (entry->item) != LANYARD_KIND_BLOCK)
        g_hash_table_insert (counts, session, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, session)) + 1));
    }
  for (guint i = 0; i < sessions->len; i++)
    {
      LanyardSession *session = g_ptr_array_index (sessions, i);
      guint level = lanyard_plan_get_level (plan, LANYARD_KIND_SESSION, lanyard_session_get_key (session));
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, session));

      g_hash_table_insert (counts, session, GUINT_TO_POINTER (count + level * WHOLE_SESSION));
    }
  return counts;
}

static int
compare_counts (gconstpointer a,
                gconstpointer b,
                gpointer      counts)
{
  guint left = GPOINTER_TO_UINT (g_hash_table_lookup (counts, *(gpointer *) a));
  guint right = GPOINTER_TO_UINT (g_hash_table_lookup (counts, *(gpointer *) b));

  return (left < right) - (left > right);
}

/**
 * lanyard_session_order_sort:
 * @order: an order
 * @programme: a programme
 * @plan: (nullable): what is picked of it
 *
 * Lists the sessions of a programme.
 *
 * Returns: (transfer full) (element-type LanyardSession): all of them in order
 */
GPtrArray *
lanyard_session_order_sort (LanyardSessionOrder  order,
                            LanyardProgramme    *programme,
                            LanyardPlan         *plan)
{
  GPtrArray *sessions;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), NULL);

  if (order == LANYARD_SESSION_ORDER_NAME)
    return g_ptr_array_copy (lanyard_programme_get_sessions (programme), (GCopyFunc) g_object_ref, NULL);

  sessions = sort_by_time (programme);
  if (order == LANYARD_SESSION_ORDER_PICKS && plan != NULL)
    {
      g_autoptr (GHashTable) counts = count_picks (sessions, plan);

      g_ptr_array_sort_with_data (sessions, compare_counts, counts);
    }
  return sessions;
}
