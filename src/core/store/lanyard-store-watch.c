/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Notices that somebody wrote to the database's files, so that the window
 * learns what the command line does, without asking again and again.
 *
 * A file that was written is no proof of a change: SQLite writes the log
 * first, waits for the disk, and only then lets others see it, through shared
 * memory that no monitor reports. So each event is followed by a few looks
 * at growing distances, then by silence.
 *
 * Used by LanyardStore, in the main context in which it was made. */

#include "config.h"

#include "lanyard-store-watch.h"

#define RATE_LIMIT_MS 100

/* How long after an event to look: soon for the eye, late for a slow disk. */
static const guint delays_ms[] = { 30, 120, 350 };

struct _LanyardStoreWatch
{
  GFileMonitor *monitor; /* owned, nullable: where it cannot be watched */
  GMainContext *context; /* owned */
  char *name;            /* owned: the database's, without its folder */
  GSource *timer;        /* owned, nullable */
  guint n_looks;         /* since the last event */
  LanyardStoreWatchFunc func;
  gpointer user_data;
};

static void schedule (LanyardStoreWatch *self);

static void
stop_timer (LanyardStoreWatch *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static gboolean
timer_cb (gpointer user_data)
{
  LanyardStoreWatch *self = user_data;

  stop_timer (self);
  self->n_looks++;
  if (self->n_looks < G_N_ELEMENTS (delays_ms))
    schedule (self);
  self->func (self->user_data);
  return G_SOURCE_REMOVE;
}

static void
schedule (LanyardStoreWatch *self)
{
  g_assert (self->timer == NULL);

  self->timer = g_timeout_source_new (delays_ms[self->n_looks]);
  g_source_set_callback (self->timer, timer_cb, self, NULL);
  g_source_set_static_name (self->timer, "lanyard-store-watch");
  g_source_attach (self->timer, self->context);
}

static void
changed_cb (LanyardStoreWatch *self,
            GFile             *file)
{
  g_autofree char *name = g_file_get_basename (file);

  if (!g_str_has_prefix (name, self->name))
    return;

  /* While events keep coming the first look stays due: an import that lasts
   * must not put it off for ever. */
  if (self->timer != NULL && self->n_looks == 0)
    return;

  stop_timer (self);
  self->n_looks = 0;
  schedule (self);
}

/*
 * lanyard_store_watch_new:
 * @path: the database's file
 * @func: called in the thread-default main context of now
 *
 * Begins to watch. The folder is watched, for the log comes and goes.
 */
LanyardStoreWatch *
lanyard_store_watch_new (const char            *path,
                         LanyardStoreWatchFunc  func,
                         gpointer               user_data)
{
  LanyardStoreWatch *self = g_new0 (LanyardStoreWatch, 1);
  g_autofree char *folder_path = g_path_get_dirname (path);
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);

  self->context = g_main_context_ref_thread_default ();
  self->name = g_path_get_basename (path);
  self->func = func;
  self->user_data = user_data;
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    {
      g_file_monitor_set_rate_limit (self->monitor, RATE_LIMIT_MS);
      g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (changed_cb), self);
    }
  return self;
}

void
lanyard_store_watch_free (LanyardStoreWatch *self)
{
  stop_timer (self);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  g_main_context_unref (self->context);
  g_free (self->name);
  g_free (self);
}
