/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Refreshes conferences together, as the window does, and watches its own main
 * loop and memory meanwhile. Prints the longest time between two turns of the
 * loop and the most CPU time that one turn took, in milliseconds (the rest is
 * that others had the processor), and how much memory was added at most, in
 * bytes.
 *
 * Usage: refresh-many add|refresh DATABASE ADDRESS… */

#include "config.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "sync/lanyard-sync.h"

typedef struct
{
  GMainLoop   *loop;
  LanyardSync *sync;
  guint        n_left;    /* refreshes that have not ended */
  gint64       ticked_at; /* monotonic */
  gint64       longest;   /* microseconds between two ticks */
  gint64       worked_at; /* CPU time of this thread at the last tick */
  gint64       most_work; /* microseconds of CPU time between two ticks */
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

/* Of the process, in bytes, as "VmRSS:   1234 kB" says. */
static gint64
get_memory (const char *field)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    g_error ("/proc is not there");
  line = strstr (status, field);
  return g_ascii_strtoll (line + strlen (field), NULL, 10) * 1024;
}

/* Lets VmHWM, the highest there was, begin anew. */
static void
forget_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  if (file == NULL || fputs ("5", file) < 0 || fclose (file) != 0)
    g_error ("the peak of memory cannot be reset");
}

static gint64
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gboolean
tick_cb (gpointer user_data)
{
  Bench *bench = user_data;
  gint64 now = g_get_monotonic_time ();
  gint64 work = get_work ();

  bench->most_work = MAX (bench->most_work, work - bench->worked_at);
  bench->worked_at = work;
  bench->longest = MAX (bench->longest, now - bench->ticked_at);
  bench->ticked_at = now;
  return G_SOURCE_CONTINUE;
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Bench *bench = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardRefresh) refreshed = lanyard_sync_refresh_finish (bench->sync, result, &error);

  if (error != NULL)
    g_error ("%s", error->message);
  if (--bench->n_left == 0)
    g_main_loop_quit (bench->loop);
}

static char *
add (Bench      *bench,
     const char *address)
{
  g_autoptr (GAsyncResult) previewed = NULL;
  g_autoptr (GAsyncResult) added = NULL;
  g_autoptr (LanyardPreview) preview = NULL;
  g_autoptr (LanyardSaved) saved = NULL;
  g_autoptr (GError) error = NULL;

  lanyard_sync_preview_async (bench->sync, address, NULL, NULL, NULL, NULL, call_cb, &previewed);
  preview = lanyard_sync_preview_finish (bench->sync, wait_for (&previewed), &error);
  if (preview == NULL)
    g_error ("%s", error->message);
  if (preview->uuid != NULL)
    return g_strdup (preview->uuid);

  lanyard_sync_add_async (bench->sync, preview, NULL, call_cb, &added);
  saved = lanyard_sync_add_finish (bench->sync, wait_for (&added), &error);
  if (saved == NULL)
    g_error ("%s", error->message);
  return g_strdup (saved->uuid);
}

static void
refresh_all (Bench     *bench,
             GPtrArray *uuids)
{
  bench->n_left = uuids->len;
  bench->longest = 0;
  bench->most_work = 0;
  bench->worked_at = get_work ();
  bench->ticked_at = g_get_monotonic_time ();
  for (guint i = 0; i < uuids->len; i++)
    lanyard_sync_refresh_async (bench->sync, g_ptr_array_index (uuids, i), LANYARD_REFRESH_BY_HAND, NULL, NULL, NULL,
                                refreshed_cb, bench);
  tick_cb (bench);
  g_main_loop_run (bench->loop);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (LanyardStore) store = lanyard_store_new (argv[2]);
  g_autoptr (LanyardFetcher) fetcher = lanyard_fetcher_new ();
  g_autoptr (LanyardKeyring) keyring = lanyard_keyring_new ();
  g_autoptr (LanyardClock) clock = lanyard_clock_new_system ();
  g_autoptr (LanyardSync) sync = lanyard_sync_new (store, fetcher, keyring, clock);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GAsyncResult) opened = NULL;
  Bench bench = { .loop = loop, .sync = sync };
  gint64 idle;

  lanyard_store_open_async (store, NULL, call_cb, &opened);
  if (!lanyard_store_open_finish (store, wait_for (&opened), NULL))
    g_error ("the database cannot be opened");
  for (int i = 3; i < argc; i++)
    g_ptr_array_add (uuids, add (&bench, argv[i]));
  if (g_str_equal (argv[1], "add"))
    return 0;

  /* Between two ticks the loop may sleep no longer than a millisecond. */
  g_timeout_add (1, tick_cb, &bench);
  idle = get_memory ("VmRSS:");
  forget_peak ();
  refresh_all (&bench, uuids);
  g_print ("%.3f %.3f %" G_GINT64_FORMAT "\n", (double) bench.longest / 1000, (double) bench.most_work / 1000,
           get_memory ("VmHWM:") - idle);
  return 0;
}
