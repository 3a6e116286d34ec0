/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The thread that owns the database connection, and the queue of what it is
 * to do. Requests are done one after the other in the order in which they
 * came; their answers travel back to the main context that asked.
 *
 * The thread never drops the last reference to a task, and through it to the
 * store: it would then have to wait for itself. It hands everything back and
 * lets the asking thread let go.
 *
 * Made, fed and stopped by LanyardStore in its own thread; what is marked so
 * below belongs to the worker thread alone. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-store-changes.h"
#include "lanyard-store-schema.h"
#include "lanyard-store-worker.h"
#include "lanyard-tokenizer.h"

/* Shared with the notices that are under way, which may outlive the worker. */
typedef struct
{
  GWeakRef store;
} StoreLink;

struct _LanyardStoreWorker
{
  GThread *thread;                 /* owned */
  GAsyncQueue *queue;              /* owned, of Job */
  char *path;                      /* owned */
  GMainContext *context;           /* owned: where changes are told */
  StoreLink *link;                 /* owned, atomic rc box */
  LanyardStoreChangedFunc changed;

  LanyardDatabase *database;       /* worker thread only; owned, NULL until opened */
  LanyardStoreChanges *changes;    /* worker thread only; owned, NULL until opened */
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

typedef struct
{
  StoreLink *link; /* owned */
  LanyardStoreChangedFunc changed;
  LanyardStoreNews *news; /* owned */
} Notice;

static void
store_link_clear (gpointer data)
{
  StoreLink *link = data;

  g_weak_ref_clear (&link->store);
}

static void
notice_free (gpointer data)
{
  Notice *notice = data;

  g_atomic_rc_box_release_full (notice->link, store_link_clear);
  lanyard_store_news_free (notice->news);
  g_free (notice);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->answer != NULL && job->free_answer != NULL)
    job->free_answer (job->answer);
  g_clear_error (&job->error);
  g_clear_object (&job->task);
  g_free ((char *) job->request.uuid);
  g_free ((char *) job->request.key);
  g_free ((char *) job->request.name);
  g_free ((char *) job->request.value);
  g_free ((char *) job->request.words);
  g_clear_object (&job->request.programme);
  g_clear_pointer (&job->request.feed, lanyard_feed_unref);
  g_clear_pointer (&job->request.edit, lanyard_edit_unref);
  g_free (job);
}

static void
attach (GMainContext   *context,
        GSourceFunc     func,
        gpointer        data,
        GDestroyNotify  free_data)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, free_data);
  g_source_set_static_name (source, "lanyard-store");
  g_source_attach (source, context);
}

static gboolean
tell_cb (gpointer user_data)
{
  const Notice *notice = user_data;
  g_autoptr (LanyardStore) store = g_weak_ref_get (&notice->link->store);

  if (store != NULL)
    notice->changed (store, notice->news);
  return G_SOURCE_REMOVE;
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
  Notice *notice;

  if (news == NULL)
    return;

  notice = g_new0 (Notice, 1);
  notice->link = g_atomic_rc_box_acquire (self->link);
  notice->changed = self->changed;
  notice->news = news;
  attach (self->context, tell_cb, notice, notice_free);
}

static gpointer
open_database (LanyardStoreWorker  *self,
               GCancellable        *cancellable,
               GError             **error)
{
  g_autoptr (LanyardDatabase) database = NULL;

  if (self->database != NULL)
    return GINT_TO_POINTER (TRUE);

  database = lanyard_database_open (self->path, cancellable, error);
  if (database == NULL ||
      !lanyard_tokenizer_add_rating (database, error) ||
      !lanyard_store_schema_prepare (database, error) ||
      !lanyard_store_purge (database, error))
    return NULL;

  self->database = g_steal_pointer (&database);
  self->changes = lanyard_store_changes_new ();
  return GINT_TO_POINTER (TRUE);
}

static gpointer
do_request (LanyardStoreWorker  *self,
            Job                 *job)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);
  gpointer answer;
  gint64 n_changes;

  if (g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    return NULL;
  if (job->func == NULL)
    return open_database (self, cancellable, &job->error);
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

static void
work_on (LanyardStoreWorker *self,
         Job                *job)
{
  if (job->kind == JOB_REQUEST)
    {
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
    attach (g_task_get_context (job->task), answer_cb, job, job_free);
  else
    job_free (job);
}

static gpointer
work (gpointer user_data)
{
  LanyardStoreWorker *self = user_data;
  Job *job;

  while ((job = g_async_queue_pop (self->queue))->kind != JOB_STOP)
    work_on (self, job);

  job_free (job);
  g_clear_pointer (&self->changes, lanyard_store_changes_free);
  g_clear_pointer (&self->database, lanyard_database_close);
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
 *
 * Starts the thread. The file is opened by a request without a function.
 */
LanyardStoreWorker *
lanyard_store_worker_new (LanyardStore            *store,
                          const char              *path,
                          LanyardStoreChangedFunc  changed)
{
  LanyardStoreWorker *self = g_new0 (LanyardStoreWorker, 1);

  self->queue = g_async_queue_new ();
  self->path = g_strdup (path);
  self->context = g_main_context_ref_thread_default ();
  self->link = g_atomic_rc_box_new0 (StoreLink);
  g_weak_ref_init (&self->link->store, store);
  self->changed = changed;
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
  g_main_context_unref (self->context);
  g_atomic_rc_box_release_full (self->link, store_link_clear);
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
    {
      job->request = *request;
      job->request.uuid = g_strdup (request->uuid);
      job->request.key = g_strdup (request->key);
      job->request.name = g_strdup (request->name);
      job->request.value = g_strdup (request->value);
      job->request.words = g_strdup (request->words);
      if (request->programme != NULL)
        g_object_ref (request->programme);
      if (request->feed != NULL)
        lanyard_feed_ref (request->feed);
      if (request->edit != NULL)
        lanyard_edit_ref (request->edit);
    }
  g_async_queue_push (self->queue, job);
}

/* Has the thread look whether another process has changed something. */
void
lanyard_store_worker_check (LanyardStoreWorker *self)
{
  push_bare (self, JOB_CHECK);
}
