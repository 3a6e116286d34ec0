/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps a calendar file as the plans are. A change begins a short wait, in
 * which others may follow; then the plans are fetched, and a thread writes the
 * file if it would differ. The program that shows windows has one of these;
 * main thread, but for what touches the disk. */

#include "config.h"

#include "lanyard-gather.h"
#include "lanyard-living-calendar.h"

#include "export/lanyard-export-file.h"

/* Another process's change is noticed within a second, and the file has to be
 * written within two. */
#define WAIT_MS 400

struct _LanyardLivingCalendar
{
  GObject parent_instance;

  LanyardStore *store;           /* owned */
  char *path;                    /* owned, nullable: no file is kept */
  char *name;                    /* owned, nullable: what the calendar is called */
  LanyardIcalSettings settings;  /* its name is the one above */
  GCancellable *writing;         /* owned, nullable: while the file is made */
  gboolean is_stale;             /* something changed while the file was made */
  guint wait;                    /* source, 0 if there is none */
  char *complaint;               /* owned, nullable: what was said last */
};

enum
{
  SIGNAL_WRITTEN,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardLivingCalendar, lanyard_living_calendar, G_TYPE_OBJECT)

/* What a thread writes. */
typedef struct
{
  GPtrArray *extracts;          /* owned */
  char *path;                   /* owned */
  char *name;                   /* owned, nullable */
  LanyardIcalSettings settings;
} Errand;

static void begin_writing (LanyardLivingCalendar *self);

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_ptr_array_unref (errand->extracts);
  g_free (errand->path);
  g_free (errand->name);
  g_free (errand);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  const Errand *errand = task_data;
  g_autoptr (GBytes) calendar = lanyard_ical_export (errand->extracts, &errand->settings, NULL);
  GError *error = NULL;

  if (lanyard_export_file_write (errand->path, calendar, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The same complaint is made once. */
static void
complain (LanyardLivingCalendar *self,
          const GError          *error)
{
  if (g_strcmp0 (self->complaint, error->message) == 0)
    return;
  g_set_str (&self->complaint, error->message);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  LanyardLivingCalendar *self = LANYARD_LIVING_CALENDAR (source);
  g_autoptr (GError) error = NULL;
  gboolean is_written = g_task_propagate_boolean (G_TASK (result), &error);

  g_clear_object (&self->writing);
  if (is_written)
    g_clear_pointer (&self->complaint, g_free);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    complain (self, error);
  if (self->is_stale)
    begin_writing (self);
  else if (is_written)
    g_signal_emit (self, signals[SIGNAL_WRITTEN], 0);
}

static void
gathered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  LanyardLivingCalendar *self = g_task_get_source_object (task);
  Errand *errand = g_task_get_task_data (task);
  GError *error = NULL;

  errand->extracts = lanyard_gather_finish (LANYARD_STORE (source), result, &error);
  if (errand->extracts != NULL)
    {
      errand->path = g_strdup (self->path);
      errand->name = g_strdup (self->name);
      errand->settings = self->settings;
      errand->settings.name = errand->name;
      g_task_run_in_thread (task, write_in_thread);
      return;
    }
  errand->extracts = g_ptr_array_new ();
  g_task_return_error (task, error);
}

static void
begin_writing (LanyardLivingCalendar *self)
{
  GTask *task;

  self->is_stale = self->writing != NULL;
  if (self->is_stale || self->path == NULL)
    return;
  self->writing = g_cancellable_new ();
  task = g_task_new (self, self->writing, written_cb, NULL);
  g_task_set_source_tag (task, begin_writing);
  g_task_set_task_data (task, g_new0 (Errand, 1), errand_free);
  lanyard_gather_async (self->store, NULL, LANYARD_GATHER_PLANNED, self->writing, gathered_cb, task);
}

static void
waited_cb (gpointer user_data)
{
  LanyardLivingCalendar *self = user_data;

  self->wait = 0;
  begin_writing (self);
}

/* Not put off by what follows, so that somebody who stars and stars gets a file. */
static void
changed_cb (LanyardLivingCalendar *self)
{
  if (self->path != NULL && self->wait == 0)
    self->wait = g_timeout_add_once (WAIT_MS, waited_cb, self);
}

static void
lanyard_living_calendar_dispose (GObject *object)
{
  LanyardLivingCalendar *self = LANYARD_LIVING_CALENDAR (object);

  g_clear_handle_id (&self->wait, g_source_remove);
  g_clear_object (&self->writing);
  g_clear_object (&self->store);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->complaint, g_free);

  G_OBJECT_CLASS (lanyard_living_calendar_parent_class)->dispose (object);
}

static void
lanyard_living_calendar_class_init (LanyardLivingCalendarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_living_calendar_dispose;

  /**
   * LanyardLivingCalendar::written:
   * @self: a living calendar
   *
   * The file holds what the plans hold, whether or not it had to be written.
   */
  signals[SIGNAL_WRITTEN] = g_signal_new ("written", LANYARD_TYPE_LIVING_CALENDAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  /**
   * LanyardLivingCalendar::failed:
   * @self: a living calendar
   * @error: why; its message is a sentence for people
   *
   * The file could not be written. Emitted again only when the reason is
   * another, or after it went well in between.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", LANYARD_TYPE_LIVING_CALENDAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
lanyard_living_calendar_init (LanyardLivingCalendar *self)
{
}

/**
 * lanyard_living_calendar_new:
 * @store: an open store
 *
 * Makes one that keeps no file yet.
 *
 * Returns: (transfer full): a living calendar
 */
LanyardLivingCalendar *
lanyard_living_calendar_new (LanyardStore *store)
{
  LanyardLivingCalendar *self;

  g_return_val_if_fail (LANYARD_IS_STORE (store), NULL);

  self = g_object_new (LANYARD_TYPE_LIVING_CALENDAR, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "conferences-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "decisions-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * lanyard_living_calendar_keep:
 * @self: a living calendar
 * @path: (nullable): the file to keep from now on, %NULL for none
 * @settings: how it is written
 *
 * Says which file is kept. It is written at once if it differs.
 */
void
lanyard_living_calendar_keep (LanyardLivingCalendar     *self,
                              const char                *path,
                              const LanyardIcalSettings *settings)
{
  g_return_if_fail (LANYARD_IS_LIVING_CALENDAR (self));
  g_return_if_fail (settings != NULL);

  g_set_str (&self->path, path);
  g_set_str (&self->name, settings->name);
  self->settings = *settings;
  self->settings.name = self->name;
  g_clear_pointer (&self->complaint, g_free);
  g_clear_handle_id (&self->wait, g_source_remove);
  g_cancellable_cancel (self->writing);
  begin_writing (self);
}
