/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lanyard-indico-feed.h"

void
lanyard_download_free (LanyardDownload *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->address, lanyard_address_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->validators, g_free);
  g_free (self);
}

void
lanyard_identity_free (LanyardIdentity *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->email, g_free);
  g_free (self);
}

void
lanyard_indico_feed_download_async (LanyardFetcher      *fetcher,
                                    LanyardAddress      *address,
                                    LanyardCredential   *credential,
                                    const char          *validators,
                                    gboolean             by_hand,
                                    LanyardProgressFunc  progress,
                                    gpointer             progress_data,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Not there yet");
}

LanyardDownload *
lanyard_indico_feed_download_finish (GAsyncResult  *result,
                                     gint64        *retry_at,
                                     GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
lanyard_indico_feed_check_async (LanyardFetcher      *fetcher,
                                 LanyardAddress      *address,
                                 LanyardCredential   *credential,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Not there yet");
}

LanyardIdentity *
lanyard_indico_feed_check_finish (GAsyncResult  *result,
                                  GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
lanyard_indico_feed_dup_token_page (LanyardAddress *address)
{
  g_return_val_if_fail (address != NULL, NULL);

  return g_strconcat (address->base, "/user/tokens/", NULL);
}
