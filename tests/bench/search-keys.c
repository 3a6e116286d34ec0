/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Types queries into a search, key by key, as the window does: each key asks
 * the store anew, and its time lasts until the results are in the main loop.
 * All is typed a few times, each time into a store that has just been opened.
 * Prints the median and the longest time of a key in milliseconds, of each key
 * the best of its times, since others have the processor as well; and the
 * longest time until a key was answered that came while the one before it was
 * still asking.
 *
 * Usage: search-keys DATABASE QUERY… */

#include "config.h"

#include <string.h>

#include "store/lanyard-store.h"

#define N_ROUNDS 5
#define MAX_RESULTS 50
#define NOW G_GINT64_CONSTANT (1791162000) /* 2026-10-05T01:00:00Z */

typedef struct
{
  GArray *times;     /* owned, of gint64: microseconds, one a key */
  GArray *hurried;   /* owned, likewise: with the key before it cancelled */
  guint   n_results; /* of the last key */
} Bench;

static void
call_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **taken = user_data;

  *taken = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static gint64
time_key (Bench        *bench,
          LanyardStore *store,
          const char   *typed)
{
  gint64 started_at = g_get_monotonic_time ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) matches = NULL;
  g_autoptr (GError) error = NULL;

  lanyard_store_search_async (store, NULL, typed, NOW, MAX_RESULTS, NULL, call_cb, &result);
  matches = lanyard_store_search_finish (store, wait_for (&result), &error);
  if (matches == NULL)
    g_error ("%s", error->message);
  bench->n_results = matches->len;
  return g_get_monotonic_time () - started_at;
}

/* A key, and a little later the next one, which cancels what the first asked. */
static gint64
time_hurried_key (Bench        *bench,
                  LanyardStore *store,
                  const char   *before,
                  const char   *typed)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) cancelled = NULL;
  gint64 duration;

  lanyard_store_search_async (store, NULL, before, NOW, MAX_RESULTS, cancellable, call_cb, &cancelled);
  g_usleep (500);
  g_cancellable_cancel (cancellable);
  duration = time_key (bench, store, typed);
  wait_for (&cancelled);
  return duration;
}

static void
keep_best (GArray *times,
           guint   index,
           gint64  duration)
{
  if (index == times->len)
    g_array_append_val (times, duration);
  else if (duration < g_array_index (times, gint64, index))
    g_array_index (times, gint64, index) = duration;
}

static void
type_all (Bench        *bench,
          LanyardStore *store,
          char        **queries)
{
  guint n_keys = 0;
  guint n_hurried = 0;

  for (guint i = 0; queries[i] != NULL; i++)
    {
      g_autofree char *before = NULL;

      for (const char *c = g_utf8_next_char (queries[i]);; c = g_utf8_next_char (c))
        {
          g_autofree char *typed = g_strndup (queries[i], c - queries[i]);

          keep_best (bench->times, n_keys++, time_key (bench, store, typed));
          if (before != NULL)
            keep_best (bench->hurried, n_hurried++, time_hurried_key (bench, store, before, typed));
          g_set_str (&before, typed);
          if (*c == '\0')
            break;
        }
      if (bench->n_results == 0)
        g_error ("“%s” is not in the programme", queries[i]);
    }
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 *left = a;
  const gint64 *right = b;

  return (*left > *right) - (*left < *right);
}

/* The time below which a part of them is, in milliseconds. */
static double
get_time (GArray *times,
          double  part)
{
  if (times->len == 0)
    return 0;
  return (double) g_array_index (times, gint64, (guint) ((times->len - 1) * part)) / 1000;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) hurried = g_array_new (FALSE, FALSE, sizeof (gint64));
  Bench bench = { .times = times, .hurried = hurried };

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (LanyardStore) store = lanyard_store_new (argv[1]);
      g_autoptr (GAsyncResult) opened = NULL;

      lanyard_store_open_async (store, NULL, call_cb, &opened);
      if (!lanyard_store_open_finish (store, wait_for (&opened), NULL))
        g_error ("the database cannot be opened");
      type_all (&bench, store, argv + 2);
    }

  g_array_sort (times, compare_times);
  g_array_sort (hurried, compare_times);
  g_print ("%.3f %.3f %.3f\n", get_time (times, 0.5), get_time (times, 1), get_time (hurried, 1));
  return 0;
}
