/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeping a credential, and forgetting it. Called by those who sign in and
 * out, in any main context. */

#include "config.h"

#include "lanyard-keyring-private.h"

static void remove_outdated (GTask *task);

static void
outdated_removed_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (secret_password_clear_finish (result, &error) || error == NULL)
    remove_outdated (task);
  else
    lanyard_keyring_request_return_failure (task, error);
}

static void
remove_outdated (GTask *task)
{
  LanyardKeyringRequest *request = g_task_get_task_data (task);
  g_autoptr (SecretRetrievable) item = NULL;
  g_autoptr (GHashTable) attributes = NULL;

  if (request->outdated == NULL)
    {
      lanyard_keyring_request_return_changed (task);
      return;
    }
  item = request->outdated->data;
  request->outdated = g_list_delete_link (request->outdated, request->outdated);
  attributes = secret_retrievable_get_attributes (item);
  secret_password_clearv (NULL, attributes, NULL, outdated_removed_cb, g_object_ref (task));
}

static void
kept_found_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  LanyardKeyringRequest *request = g_task_get_task_data (task);
  GList *items = secret_password_search_finish (result, &error);

  if (error != NULL)
    {
      lanyard_keyring_request_return_failure (task, error);
      return;
    }
  for (GList *item = items; item != NULL; item = item->next)
    if (!lanyard_keyring_item_is_of (item->data, request->credential))
      request->outdated = g_list_prepend (request->outdated, g_object_ref (item->data));
  lanyard_keyring_items_free (items);
  remove_outdated (task);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (secret_password_store_finish (result, &error))
    lanyard_keyring_request_search (task, SECRET_SEARCH_NONE, kept_found_cb);
  else
    lanyard_keyring_request_return_failure (task, error);
}

static void
begin_to_keep (GTask *task)
{
  LanyardKeyringRequest *request = g_task_get_task_data (task);
  g_autoptr (GHashTable) attributes = lanyard_keyring_item_attributes (request->credential);
  g_autoptr (SecretValue) value = lanyard_keyring_item_new_value (request->credential);
  g_autofree char *label = lanyard_keyring_item_dup_label (request->credential);

  secret_password_storev_binary (&lanyard_keyring_schema, attributes, SECRET_COLLECTION_DEFAULT, label, value,
                                 NULL, kept_cb, g_object_ref (task));
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (secret_password_clear_finish (result, &error) || error == NULL)
    lanyard_keyring_request_return_changed (task);
  else
    lanyard_keyring_request_return_failure (task, error);
}

static void
forgettable_found_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) attributes = NULL;
  LanyardKeyringRequest *request = g_task_get_task_data (task);
  GList *items = secret_password_search_finish (result, &error);

  if (error != NULL)
    lanyard_keyring_request_return_failure (task, error);
  else if (lanyard_keyring_items_are_locked (items))
    lanyard_keyring_request_return_locked (task);
  else if (items != NULL)
    {
      attributes = lanyard_keyring_item_attributes_of_origin (request->origin);
      secret_password_clearv (&lanyard_keyring_schema, attributes, NULL, forgotten_cb, g_object_ref (task));
    }
  else if (lanyard_keyring_request_end (task))
    g_task_return_boolean (task, FALSE);
  lanyard_keyring_items_free (items);
}

static void
begin_to_forget (GTask *task)
{
  lanyard_keyring_request_search (task, SECRET_SEARCH_UNLOCK, forgettable_found_cb);
}

/**
 * lanyard_keyring_keep_async:
 * @self: a keyring
 * @credential: what to keep
 * @cancellable: (nullable): to stop waiting
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Keeps a credential; another one of the same origin gives way when the new
 * one is safe. People may be asked to unlock the keyring.
 */
void
lanyard_keyring_keep_async (LanyardKeyring      *self,
                            LanyardCredential   *credential,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  LanyardKeyringRequest *request;

  g_return_if_fail (LANYARD_IS_KEYRING (self));
  g_return_if_fail (credential != NULL);

  task = lanyard_keyring_request_new (self, credential->origin, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_keyring_keep_async);
  request = g_task_get_task_data (task);
  request->credential = lanyard_credential_ref (credential);
  lanyard_keyring_request_begin (task, begin_to_keep);
}

/**
 * lanyard_keyring_keep_finish:
 * @self: a keyring
 * @result: the result
 * @error: return location for a LanyardKeyringError or G_IO_ERROR_CANCELLED
 *
 * Ends lanyard_keyring_keep_async().
 *
 * Returns: whether it is kept
 */
gboolean
lanyard_keyring_keep_finish (LanyardKeyring  *self,
                             GAsyncResult    *result,
                             GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lanyard_keyring_forget_async:
 * @self: a keyring
 * @origin: a server: scheme, host and port
 * @cancellable: (nullable): to stop waiting
 * @callback: called when it is forgotten
 * @user_data: for @callback
 *
 * Deletes the credential of a server. People may be asked to unlock the
 * keyring.
 */
void
lanyard_keyring_forget_async (LanyardKeyring      *self,
                              const char          *origin,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LANYARD_IS_KEYRING (self));
  g_return_if_fail (origin != NULL);

  task = lanyard_keyring_request_new (self, origin, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_keyring_forget_async);
  lanyard_keyring_request_begin (task, begin_to_forget);
}

/**
 * lanyard_keyring_forget_finish:
 * @self: a keyring
 * @result: the result
 * @error: return location for a LanyardKeyringError or G_IO_ERROR_CANCELLED
 *
 * Ends lanyard_keyring_forget_async().
 *
 * Returns: whether something was deleted; %FALSE without an error if there was
 *   nothing of this server
 */
gboolean
lanyard_keyring_forget_finish (LanyardKeyring  *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
