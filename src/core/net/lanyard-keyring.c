/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The accounts' secrets, in the Secret Service through libsecret: one item for
 * each server. All waiting is asynchronous, as the service may have to ask for
 * a password first. Called by the sync layer, the command line and the window,
 * in any main context. */

#include "config.h"

#include <string.h>

#include "lanyard-keyring-private.h"
#include "lanyard-secret-service.h"

struct _LanyardKeyring
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (LanyardKeyring, lanyard_keyring, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
request_free (gpointer data)
{
  LanyardKeyringRequest *request = data;

  g_free (request->origin);
  g_clear_pointer (&request->credential, lanyard_credential_unref);
  g_clear_object (&request->item);
  lanyard_keyring_items_free (request->outdated);
  g_clear_pointer (&request->cancelled, g_source_unref);
  g_free (request);
}

/*< private >
 * lanyard_keyring_request_end:
 * @task: a request
 *
 * To be asked before the task returns.
 *
 * Returns: whether somebody still waits for it
 */
gboolean
lanyard_keyring_request_end (GTask *task)
{
  LanyardKeyringRequest *request = g_task_get_task_data (task);

  if (request->is_over)
    return FALSE;
  request->is_over = TRUE;
  if (request->cancelled != NULL)
    g_source_destroy (request->cancelled);
  return TRUE;
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);

  if (lanyard_keyring_request_end (task))
    g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

/* libsecret is not told of it: it forgets to call back when it is cancelled
 * while people are asked for the password. */
static void
watch_for_cancel (GTask *task)
{
  LanyardKeyringRequest *request = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (cancellable == NULL)
    return;
  request->cancelled = g_cancellable_source_new (cancellable);
  g_source_set_callback (request->cancelled, G_SOURCE_FUNC (cancelled_cb), task, NULL);
  g_source_attach (request->cancelled, g_task_get_context (task));
}

/*< private >
 * lanyard_keyring_request_new:
 * @self: a keyring
 * @origin: (nullable): the server it is about
 * @cancellable: (nullable): to stop
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Returns: (transfer full): a task that has a LanyardKeyringRequest
 */
GTask *
lanyard_keyring_request_new (LanyardKeyring      *self,
                             const char          *origin,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  LanyardKeyringRequest *request = g_new0 (LanyardKeyringRequest, 1);

  request->origin = g_strdup (origin);
  g_task_set_task_data (task, request, request_free);
  watch_for_cancel (task);
  return task;
}

static void
reached_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  LanyardKeyringRequest *request = g_task_get_task_data (task);

  if (!lanyard_secret_service_reach_finish (result, &error))
    {
      if (lanyard_keyring_request_end (task))
        g_task_return_error (task, g_steal_pointer (&error));
    }
  else if (!request->is_over)
    request->begin (task);
}

/*< private >
 * lanyard_keyring_request_begin:
 * @task: a request
 * @begin: what to do
 *
 * Calls @begin once the service is there.
 */
void
lanyard_keyring_request_begin (GTask  *task,
                               void  (*begin) (GTask *task))
{
  LanyardKeyringRequest *request = g_task_get_task_data (task);

  request->begin = begin;
  lanyard_secret_service_reach_async (g_task_get_cancellable (task), reached_cb, g_object_ref (task));
}

/*< private >
 * lanyard_keyring_request_search:
 * @task: a request
 * @flags: whether to unlock
 * @callback: called with the result of secret_password_searchv() and a
 *   reference to @task
 *
 * Looks for the items of the request's origin.
 */
void
lanyard_keyring_request_search (GTask               *task,
                                SecretSearchFlags    flags,
                                GAsyncReadyCallback  callback)
{
  LanyardKeyringRequest *request = g_task_get_task_data (task);
  g_autoptr (GHashTable) attributes = lanyard_keyring_item_attributes_of_origin (request->origin);

  secret_password_searchv (&lanyard_keyring_schema, attributes, SECRET_SEARCH_ALL | flags,
                           NULL, callback, g_object_ref (task));
}

static void
lock_explained_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  lanyard_secret_service_explain_lock_finish (result, &error);
  if (lanyard_keyring_request_end (task))
    g_task_return_error (task, g_steal_pointer (&error));
}

/*< private >
 * lanyard_keyring_request_return_locked:
 * @task: a request
 *
 * Ends a request that failed because the keyring stayed locked.
 */
void
lanyard_keyring_request_return_locked (GTask *task)
{
  lanyard_secret_service_explain_lock_async (g_task_get_cancellable (task), lock_explained_cb, g_object_ref (task));
}

/*< private >
 * lanyard_keyring_request_return_failure:
 * @task: a request
 * @error: what libsecret said
 *
 * Ends a request that failed.
 */
void
lanyard_keyring_request_return_failure (GTask        *task,
                                        const GError *error)
{
  if (lanyard_secret_service_is_locked (error))
    lanyard_keyring_request_return_locked (task);
  else if (lanyard_keyring_request_end (task))
    g_task_return_error (task, lanyard_secret_service_explain (error));
}

/*< private >
 * lanyard_keyring_request_return_changed:
 * @task: a request
 *
 * Ends a request that kept or deleted something.
 */
void
lanyard_keyring_request_return_changed (GTask *task)
{
  LanyardKeyringRequest *request = g_task_get_task_data (task);

  g_signal_emit (g_task_get_source_object (task), signals[CHANGED], 0, request->origin);
  if (lanyard_keyring_request_end (task))
    g_task_return_boolean (task, TRUE);
}

static void
secret_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretValue) value = NULL;
  LanyardKeyringRequest *request = g_task_get_task_data (task);
  g_autoptr (LanyardCredential) credential = NULL;

  value = secret_retrievable_retrieve_secret_finish (SECRET_RETRIEVABLE (source), result, &error);
  if (error != NULL)
    {
      lanyard_keyring_request_return_failure (task, error);
      return;
    }
  if (value != NULL)
    credential = lanyard_keyring_item_new_credential (request->item, value);
  if (lanyard_keyring_request_end (task))
    g_task_return_pointer (task, g_steal_pointer (&credential), (GDestroyNotify) lanyard_credential_unref);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  LanyardKeyringRequest *request = g_task_get_task_data (task);
  GList *items = g_list_sort (secret_password_search_finish (result, &error), lanyard_keyring_item_compare_age);

  if (error != NULL)
    lanyard_keyring_request_return_failure (task, error);
  else if (lanyard_keyring_items_are_locked (items))
    lanyard_keyring_request_return_locked (task);
  else if (items != NULL)
    {
      request->item = g_object_ref (items->data);
      secret_retrievable_retrieve_secret (request->item, NULL, secret_read_cb, g_object_ref (task));
    }
  else if (lanyard_keyring_request_end (task))
    g_task_return_pointer (task, NULL, NULL);
  lanyard_keyring_items_free (items);
}

static void
begin_to_find (GTask *task)
{
  lanyard_keyring_request_search (task, SECRET_SEARCH_UNLOCK, found_cb);
}

static int
compare_origins (gconstpointer first,
                 gconstpointer second)
{
  const LanyardCredential *first_credential = *(LanyardCredential * const *) first;
  const LanyardCredential *second_credential = *(LanyardCredential * const *) second;

  return strcmp (first_credential->origin, second_credential->origin);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) credentials = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_credential_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GList *items = g_list_sort (secret_password_search_finish (result, &error), lanyard_keyring_item_compare_age);

  if (error != NULL)
    {
      lanyard_keyring_request_return_failure (task, error);
      return;
    }
  for (GList *item = items; item != NULL; item = item->next)
    {
      g_autoptr (LanyardCredential) credential = lanyard_keyring_item_new_credential (item->data, NULL);

      if (credential != NULL && !g_hash_table_contains (seen, credential->origin))
        {
          g_hash_table_add (seen, credential->origin);
          g_ptr_array_add (credentials, g_steal_pointer (&credential));
        }
    }
  lanyard_keyring_items_free (items);
  g_ptr_array_sort (credentials, compare_origins);
  if (lanyard_keyring_request_end (task))
    g_task_return_pointer (task, g_steal_pointer (&credentials), (GDestroyNotify) g_ptr_array_unref);
}

static void
begin_to_list (GTask *task)
{
  lanyard_keyring_request_search (task, SECRET_SEARCH_NONE, listed_cb);
}

static void
lanyard_keyring_class_init (LanyardKeyringClass *klass)
{
  /**
   * LanyardKeyring::changed:
   * @self: a keyring
   * @origin: the server
   *
   * A secret of this server was kept or forgotten through @self.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lanyard_keyring_init (LanyardKeyring *self)
{
}

/**
 * lanyard_keyring_new:
 *
 * Makes a keyring. Nothing is asked of the service yet.
 *
 * Returns: (transfer full): a keyring
 */
LanyardKeyring *
lanyard_keyring_new (void)
{
  return g_object_new (LANYARD_TYPE_KEYRING, NULL);
}

/**
 * lanyard_keyring_find_async:
 * @self: a keyring
 * @origin: a server: scheme, host and port
 * @cancellable: (nullable): to stop waiting
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Looks for the credential of a server. People may be asked to unlock the
 * keyring, but only if there is something of this server in it.
 */
void
lanyard_keyring_find_async (LanyardKeyring      *self,
                            const char          *origin,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LANYARD_IS_KEYRING (self));
  g_return_if_fail (origin != NULL);

  task = lanyard_keyring_request_new (self, origin, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_keyring_find_async);
  lanyard_keyring_request_begin (task, begin_to_find);
}

/**
 * lanyard_keyring_find_finish:
 * @self: a keyring
 * @result: the result
 * @error: return location for a LanyardKeyringError or G_IO_ERROR_CANCELLED
 *
 * Ends lanyard_keyring_find_async().
 *
 * Returns: (transfer full) (nullable): the credential; %NULL without an error
 *   if there is none for this server
 */
LanyardCredential *
lanyard_keyring_find_finish (LanyardKeyring  *self,
                             GAsyncResult    *result,
                             GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lanyard_keyring_list_async:
 * @self: a keyring
 * @cancellable: (nullable): to stop waiting
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Lists the servers with a credential and whose it is. Nobody is asked to
 * unlock the keyring, and no secret is read.
 */
void
lanyard_keyring_list_async (LanyardKeyring      *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LANYARD_IS_KEYRING (self));

  task = lanyard_keyring_request_new (self, NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_keyring_list_async);
  lanyard_keyring_request_begin (task, begin_to_list);
}

/**
 * lanyard_keyring_list_finish:
 * @self: a keyring
 * @result: the result
 * @error: return location for a LanyardKeyringError or G_IO_ERROR_CANCELLED
 *
 * Ends lanyard_keyring_list_async().
 *
 * Returns: (transfer full) (nullable) (element-type LanyardCredential): the
 *   credentials by origin, each with an empty key and secret
 */
GPtrArray *
lanyard_keyring_list_finish (LanyardKeyring  *self,
                             GAsyncResult    *result,
                             GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
