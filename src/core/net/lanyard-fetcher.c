/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The only thing that opens a connection. */

#include "config.h"

#include "lanyard-fetcher.h"

struct _LanyardFetcher
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (LanyardFetcher, lanyard_fetcher, G_TYPE_OBJECT)

static void
lanyard_fetcher_class_init (LanyardFetcherClass *klass)
{
}

static void
lanyard_fetcher_init (LanyardFetcher *self)
{
}

LanyardFetcher *
lanyard_fetcher_new (void)
{
  return g_object_new (LANYARD_TYPE_FETCHER, NULL);
}

void
lanyard_fetcher_set_limits (LanyardFetcher      *self,
                            const LanyardLimits *limits)
{
}

void
lanyard_fetcher_set_tls_database (LanyardFetcher *self,
                                  GTlsDatabase   *database)
{
}

void
lanyard_fetcher_fetch_async (LanyardFetcher       *self,
                             const LanyardRequest *request,
                             LanyardProgressFunc   progress,
                             gpointer              progress_data,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "");
}

LanyardResponse *
lanyard_fetcher_fetch_finish (LanyardFetcher  *self,
                              GAsyncResult    *result,
                              gint64          *retry_at,
                              GError         **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
