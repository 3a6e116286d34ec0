/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The thread that owns the database connection, and the queue of what it is
 * to do. Requests are done one after the other in the order in which they
 * came; their answers travel back to the main context that asked.
 *
 * The thread never drops the last reference to a task, and through it to the
 * store: it would then have to wait for itself. It hands everything back and
 * lets the asking thread let go.
 *
 * When nobody has asked for anything for a while, it puts into the index what
 * that lacks, and makes the backup that is due, which it also does at the end.
 * Where a request meets damage, the database is rescued and the request done
 * again.
 *
 * Made, fed and stopped by LanyardStore in its own thread; what is marked so
 * below belongs to the worker thread alone. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-store-care.h"
#include "lanyard-store-index.h"
#include "lanyard-store-rescue.h"
#include "lanyard-store-worker.h"

/* For how long nobody may have asked for anything before a backup is made. */
#define IDLE (10 * G_TIME_SPAN_SECOND)

/* For how long before what is searched is indexed. */
#define SHORTLY_IDLE (1 * G_TIME_SPAN_SECOND)

struct _LanyardStoreWorker
{
  GThread *thread;                 /* owned */
  GAsyncQueue *queue;              /* owned, of Job */
  char *path;                      /* owned */
  LanyardStoreTeller *teller;      /* owned */

  LanyardDatabase *database;       /* worker thread only; owned, NULL until opened */
  LanyardStoreChanges *changes;    /* worker thread only; owned, NULL until opened */
  gboolean is_hasty;               /* set before it is opened: does nothing that was not asked for but a backup of changes */
  gboolean closes_early;           /* set before it is stopped: leaves the log to who opens the file next */
  gboolean wants_index;            /* worker thread only: something was done since the index was complete */
  gboolean wants_backup;           /* worker thread only: something was done since it was last looked after */
  gboolean cannot_rescue;          /* worker thread only: it was tried once, in vain */
};

typedef enum
{
  JOB_REQUEST,
  JOB_CHECK,
  JOB_STOP,
} JobKind;

typedef struct
{
  JobKind kind;
  GTask *task;                 /* owned */
  LanyardStoreFunc func;       /* NULL to open */
  LanyardStoreRequest request; /* all owned */
  GDestroyNotify free_answer;
  gpointer answer;             /* owned, through free_answer */
  GError *error;               /* owned */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->answer != NULL && job->free_answer != NULL)
    job->free_answer (job->answer);
  g_clear_error (&job->error);
  g_clear_object (&job->task);
  lanyard_store_request_clear (&job->request);
  g_free (job);
}

static gboolean
answer_cb (gpointer user_data)
{
  Job *job = user_data;

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->answer), job->free_answer);
  return G_SOURCE_REMOVE;
}

/* On the worker thread: from here on. */

static void
look_for_changes (LanyardStoreWorker *self)
{
  LanyardStoreNews *news = lanyard_store_changes_look (self->changes, self->database);

  if (news != NULL)
    lanyard_store_teller_tell (self->teller, news, NULL);
}

/* Opens the file that is there now, in place of what has been open. */
static gboolean
reopen (LanyardStoreWorker  *self,
        GCancellable        *cancellable,
        GError             **error)
{
  LanyardRescue *rescue;

  g_clear_pointer (&self->database, lanyard_database_close);
  self->database = lanyard_store_care_open (self->path, cancellable, error);
  if (self->database == NULL)
    return FALSE;

  if (self->changes == NULL)
    self->changes = lanyard_store_changes_new ();
  else
    lanyard_store_changes_doubt (self->changes);
  rescue = lanyard_store_rescue_load (self->path);
  if (rescue != NULL)
    lanyard_store_teller_tell (self->teller, NULL, rescue);
  return TRUE;
}

/* Has what is damaged replaced, if @error says that it is; whether it is worth
 * to try again what failed. */
static gboolean
rescue (LanyardStoreWorker *self,
        const GError       *error)
{
  g_autoptr (GError) failure = NULL;

  if (self->cannot_rescue || !g_error_matches (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_DAMAGED))
    return FALSE;

  g_clear_pointer (&self->database, lanyard_database_abandon);
  if (lanyard_store_rescue (self->path, &failure))
    return TRUE;

  g_info ("%s", failure->message);
  self->cannot_rescue = TRUE;
  return FALSE;
}

static gpointer
open_database (LanyardStoreWorker  *self,
               GCancellable        *cancellable,
               GError             **error)
{
  g_autoptr (GError) failure = NULL;

  if (self->database != NULL || reopen (self, cancellable, &failure) ||
      (rescue (self, failure) && reopen (self, cancellable, error)))
    return GINT_TO_POINTER (TRUE);

  if (error != NULL && *error == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* As good as it goes: a file that cannot be rescued may have more to tell. */
static gboolean
rescue_and_reopen (LanyardStoreWorker *self,
                   const GError       *error)
{
  gboolean had_database = self->database != NULL;
  gboolean is_rescued = rescue (self, error);

  return (self->database != NULL || !had_database || reopen (self, NULL, NULL)) && is_rescued;
}

static int
has_jobs_cb (gpointer user_data)
{
  LanyardStoreWorker *self = user_data;

  return g_async_queue_length (self->queue) > 0;
}

/* Whoever asks for something meanwhile comes first. */
static void
look_after_when_idle (LanyardStoreWorker *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  if (self->database == NULL || lanyard_database_was_replaced (self->database))
    return;

  lanyard_database_set_interrupt (self->database, has_jobs_cb, self);
  is_done = lanyard_store_care_back_up (self->database, &error);
  lanyard_database_set_interrupt (self->database, NULL, NULL);
  self->wants_backup = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  if (is_done || self->wants_backup)
    return;
  if (rescue_and_reopen (self, error))
    look_for_changes (self);
  else
    g_info ("No backup was made: %s", error->message);
}

/* It is done in steps, of which none begins while somebody waits. */
static void
index_when_idle (LanyardStoreWorker *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_complete = FALSE;

  self->wants_index = FALSE;
  if (self->database == NULL || lanyard_database_was_replaced (self->database))
    return;

  while (!is_complete && g_async_queue_length (self->queue) <= 0)
    if (!lanyard_store_index_advance (self->database, &is_complete, &error))
      {
        if (rescue_and_reopen (self, error))
          look_for_changes (self);
        else
          g_info ("The search index was not completed: %s", error->message);
        return;
      }
}

/* The last one to close it makes the backup that is due: a command line has no
 * time to be idle. In haste it is left to who changes something. */
static void
look_after_at_end (LanyardStoreWorker *self)
{
  g_autoptr (GError) error = NULL;

  if (self->database != NULL && self->wants_backup &&
      (!self->is_hasty || lanyard_database_get_n_changes (self->database) > 0) &&
      !lanyard_database_was_replaced (self->database) &&
      !lanyard_store_care_back_up (self->database, &error) && !rescue (self, error))
    g_info ("No backup was made: %s", error->message);
}

static gpointer
ask_database (LanyardStoreWorker *self,
              Job                *job)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);
  gpointer answer;
  gint64 n_changes;

  if (self->database == NULL)
    {
      g_set_error_literal (&job->error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_FAILED,
                           _("The database is not open."));
      return NULL;
    }

  n_changes = lanyard_database_get_n_changes (self->database);
  lanyard_database_set_cancellable (self->database, cancellable);
  answer = job->func (self->database, &job->request, &job->error);

  /* What has been written has been written, however late it was cancelled. */
  if (lanyard_database_get_n_changes (self->database) != n_changes)
    g_task_set_check_cancellable (job->task, FALSE);
  return answer;
}

static gpointer
do_request (LanyardStoreWorker *self,
            Job                *job)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);
  gpointer answer;

  if (g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    return NULL;
  if (job->func == NULL)
    return open_database (self, cancellable, &job->error);

  answer = ask_database (self, job);
  if (answer == NULL && rescue_and_reopen (self, job->error))
    {
      g_clear_error (&job->error);
      answer = ask_database (self, job);
    }
  return answer;
}

/* Another process has rescued the database, or somebody has put another file
 * in its place. */
static void
follow_replacement (LanyardStoreWorker *self)
{
  if (self->database == NULL || !lanyard_database_was_replaced (self->database))
    return;
  g_clear_pointer (&self->database, lanyard_database_close);
  open_database (self, NULL, NULL);
}

static void
work_on (LanyardStoreWorker *self,
         Job                *job)
{
  follow_replacement (self);
  self->wants_index = !self->is_hasty;
  if (job->kind == JOB_REQUEST)
    {
      self->wants_backup = TRUE;
      job->answer = do_request (self, job);
      g_assert ((job->answer == NULL) == (job->error != NULL));
    }

  /* Before the answer, so that whoever gets it has heard of the change. */
  if (self->database != NULL)
    {
      lanyard_database_set_cancellable (self->database, NULL);
      look_for_changes (self);
    }

  if (job->kind == JOB_REQUEST)
    lanyard_store_attach (g_task_get_context (job->task), answer_cb, job, job_free);
  else
    job_free (job);
}

static Job *
wait_for_job (LanyardStoreWorker *self)
{
  Job *job = NULL;

  if (self->wants_index)
    {
      job = g_async_queue_timeout_pop (self->queue, SHORTLY_IDLE);
      if (job == NULL)
        index_when_idle (self);
      return job;
    }
  if (self->wants_backup)
    {
      job = g_async_queue_timeout_pop (self->queue, IDLE);
      if (job == NULL)
        look_after_when_idle (self);
    }
  return job != NULL || self->wants_backup ? job : g_async_queue_pop (self->queue);
}

static gpointer
work (gpointer user_data)
{
  LanyardStoreWorker *self = user_data;
  Job *job;

  while ((job = wait_for_job (self)) == NULL || job->kind != JOB_STOP)
    if (job != NULL)
      work_on (self, job);

  job_free (job);
  look_after_at_end (self);
  g_clear_pointer (&self->changes, lanyard_store_changes_free);
  g_clear_pointer (&self->database, self->closes_early ? lanyard_database_close_early : lanyard_database_close);
  return NULL;
}

/* On the store's thread again. */

static void
push_bare (LanyardStoreWorker *self,
           JobKind             kind)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  g_async_queue_push (self->queue, job);
}

/*
 * lanyard_store_worker_new:
 * @store: who is told of changes; not kept
 * @path: the database's file
 * @changed: called in the thread-default main context of the caller
 * @rescued: called likewise
 *
 * Starts the thread. The file is opened by a request without a function.
 */
LanyardStoreWorker *
lanyard_store_worker_new (LanyardStore            *store,
                          const char              *path,
                          LanyardStoreChangedFunc  changed,
                          LanyardStoreRescuedFunc  rescued)
{
  LanyardStoreWorker *self = g_new0 (LanyardStoreWorker, 1);

  self->queue = g_async_queue_new ();
  self->path = g_strdup (path);
  self->teller = lanyard_store_teller_new (store, changed, rescued);
  self->thread = g_thread_new ("lanyard-store", work, self);
  return self;
}

/* Waits until all requests are done and the file is closed, then frees. */
void
lanyard_store_worker_stop (LanyardStoreWorker *self)
{
  push_bare (self, JOB_STOP);
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  g_free (self->path);
  lanyard_store_teller_free (self->teller);
  g_free (self);
}

/*
 * lanyard_store_worker_push:
 * @task: (transfer full): returns the answer
 * @func: (nullable): what to do, %NULL to open the file
 * @request: (nullable): what @func is told; copied
 * @free_answer: (nullable): frees what @func answers
 *
 * Adds a request to the queue.
 */
void
lanyard_store_worker_push (LanyardStoreWorker        *self,
                           GTask                     *task,
                           LanyardStoreFunc           func,
                           const LanyardStoreRequest *request,
                           GDestroyNotify             free_answer)
{
  Job *job = g_new0 (Job, 1);

  job->kind = JOB_REQUEST;
  job->task = task;
  job->func = func;
  job->free_answer = free_answer;
  if (request != NULL)
    lanyard_store_request_copy (&job->request, request);
  g_async_queue_push (self->queue, job);
}

/* Before it is opened: at its end, only who changed something makes a backup. */
void
lanyard_store_worker_set_hasty (LanyardStoreWorker *self)
{
  self->is_hasty = TRUE;
}

/* Before it is stopped: what was written stays in the log. */
void
lanyard_store_worker_close_early (LanyardStoreWorker *self)
{
  self->closes_early = TRUE;
}

/* Has the thread look whether another process has changed something. */
void
lanyard_store_worker_check (LanyardStoreWorker *self)
{
  push_bare (self, JOB_CHECK);
}
