/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of a conference on its way to this computer: with the account of its
 * own server if there is one, by the fetcher's rules, into a part that gets its
 * name when it is whole. Made by LanyardSync for the rows that show it; main
 * thread, but for what touches the disk. */

#include "config.h"

#include "lanyard-attachment-files.h"
#include "lanyard-attachment.h"
#include "lanyard-fiber.h"
#include "lanyard-sync-private.h"

#include "net/lanyard-origin.h"

struct _LanyardAttachment
{
  GObject parent_instance;

  LanyardSync *sync;         /* owned */
  LanyardLink *link;         /* owned */
  char *path;                /* owned: where the file lies when it is whole */
  LanyardAttachmentState state;
  GCancellable *fetching;    /* owned, nullable: ends what is on its way */
  guint64 n_bytes;           /* how much has arrived */
  guint64 n_total;           /* how much it will be, 0 if unknown */
  GError *failure;           /* owned, nullable: why the last try failed */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardAttachment, lanyard_attachment, G_TYPE_OBJECT)

typedef gboolean (*DiskFunc) (const char  *path,
                              GError     **error);

/* Something that is done on the disk. */
typedef struct
{
  DiskFunc func;
  char *path; /* owned */
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_free (errand->path);
  g_free (errand);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const Errand *errand = task_data;
  GError *error = NULL;

  if (errand->func (errand->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The thread may keep the task a moment longer, so that it has no part in the
 * attachment's life. */
static void
run_on_disk_async (LanyardAttachment   *self,
                   DiskFunc             func,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Errand *errand = g_new0 (Errand, 1);

  g_task_set_source_tag (task, run_on_disk_async);
  errand->func = func;
  errand->path = g_strdup (self->path);
  g_task_set_task_data (task, errand, errand_free);
  g_task_run_in_thread (task, run_in_thread);
}

static gboolean
run_on_disk (LanyardAttachment  *self,
             DiskFunc            func,
             GError            **error)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;

  run_on_disk_async (self, func, lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
emit_changed (LanyardAttachment *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_state (LanyardAttachment      *self,
           LanyardAttachmentState  state)
{
  self->state = state;
  emit_changed (self);
}

/* --- looking --------------------------------------------------------------- */

static gboolean
exists (const char  *path,
        GError     **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "Not here");
  return FALSE;
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LanyardAttachment) self = user_data;
  gboolean is_here = g_task_propagate_boolean (G_TASK (result), NULL);
  LanyardAttachmentState state = is_here ? LANYARD_ATTACHMENT_PRESENT : LANYARD_ATTACHMENT_ABSENT;

  if (self->state == LANYARD_ATTACHMENT_FETCHING || self->state == state)
    return;
  if (is_here)
    g_clear_error (&self->failure);
  set_state (self, state);
}

/* --- fetching -------------------------------------------------------------- */

static void
arrived_cb (guint64  n_bytes,
            guint64  n_total,
            gpointer user_data)
{
  LanyardAttachment *self = user_data;

  self->n_bytes = n_bytes;
  self->n_total = n_total != 0 ? n_total : self->link->size;
  emit_changed (self);
}

static gboolean
download (LanyardAttachment  *self,
          LanyardCredential  *credential,
          GError            **error)
{
  DexPromise *answer = dex_promise_new ();
  g_autofree char *part = lanyard_attachment_files_dup_part (self->path);
  g_autoptr (GFile) file = g_file_new_for_path (part);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LanyardResponse) response = NULL;
  LanyardRequest request = {
    .url = self->link->url,
    .credential = credential,
    .file = file,
    .refuses_pages = g_strcmp0 (self->link->content_type, "text/html") != 0,
  };

  lanyard_fetcher_fetch_async (self->sync->fetcher, &request, arrived_cb, self, self->fetching,
                               lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  response = lanyard_fetcher_fetch_finish (self->sync->fetcher, result, NULL, error);
  return response != NULL;
}

/* As for a programme: a keyring that cannot be read is the reason only where
 * the server wants an account. */
static gboolean
fetch (LanyardAttachment  *self,
       GError            **error)
{
  g_autoptr (GUri) uri = lanyard_origin_parse_url (self->link->url, error);
  g_autofree char *origin = uri != NULL ? lanyard_origin_dup (uri) : NULL;
  g_autoptr (LanyardCredential) credential = NULL;
  g_autoptr (GError) keyring_error = NULL;
  g_autoptr (GError) failure = NULL;

  if (uri == NULL || !run_on_disk (self, lanyard_attachment_files_prepare, error))
    return FALSE;
  credential = lanyard_sync_find_credential (self->sync, origin, self->fetching, &keyring_error);
  if (download (self, credential, &failure))
    return run_on_disk (self, lanyard_attachment_files_keep, error);

  if (lanyard_sync_wants_keyring (keyring_error, failure))
    g_propagate_error (error, g_steal_pointer (&keyring_error));
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
drop_part (const char  *path,
           GError     **error)
{
  lanyard_attachment_files_drop_part (path);
  return TRUE;
}

static void
fetch_fiber (gpointer data)
{
  LanyardAttachment *self = data;

  if (!fetch (self, &self->failure))
    run_on_disk (self, drop_part, NULL);
}

/* Who cancelled knows why it is not here. */
static void
fetched (gpointer data)
{
  g_autoptr (LanyardAttachment) self = data;

  if (g_error_matches (self->failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (&self->failure);
      g_clear_object (&self->fetching);
      set_state (self, LANYARD_ATTACHMENT_ABSENT);
      return;
    }
  g_clear_object (&self->fetching);
  set_state (self, self->failure != NULL ? LANYARD_ATTACHMENT_ABSENT : LANYARD_ATTACHMENT_PRESENT);
}

/* --- removing -------------------------------------------------------------- */

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LanyardAttachment) self = user_data;

  g_clear_error (&self->failure);
  if (g_task_propagate_boolean (G_TASK (result), &self->failure))
    set_state (self, LANYARD_ATTACHMENT_ABSENT);
  else
    emit_changed (self);
}

static void
lanyard_attachment_finalize (GObject *object)
{
  LanyardAttachment *self = LANYARD_ATTACHMENT (object);

  g_hash_table_remove (self->sync->attachments, self->path);
  /* Whoever comes back to the file wants to know why it is not here. */
  if (self->failure != NULL)
    g_hash_table_insert (self->sync->attachment_failures, g_strdup (self->path), g_steal_pointer (&self->failure));
  g_clear_object (&self->sync);
  g_clear_pointer (&self->link, lanyard_link_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->fetching);
  g_clear_error (&self->failure);

  G_OBJECT_CLASS (lanyard_attachment_parent_class)->finalize (object);
}

static void
lanyard_attachment_class_init (LanyardAttachmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_attachment_finalize;

  /**
   * LanyardAttachment::changed:
   * @self: an attachment
   *
   * Its state changed, or how much of it has arrived; at most about ten times
   * a second.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
lanyard_attachment_init (LanyardAttachment *self)
{
}

/**
 * lanyard_sync_ref_attachment:
 * @self: what fetches
 * @uuid: the conference
 * @link: a link to a file
 *
 * Gets what is known of a file, the same object for everybody. Whether it is
 * here is looked up, and told by `changed`.
 *
 * Returns: (transfer full): the attachment
 */
LanyardAttachment *
lanyard_sync_ref_attachment (LanyardSync *self,
                             const char  *uuid,
                             LanyardLink *link)
{
  g_autofree char *path = NULL;
  g_autofree char *failed_path = NULL;
  LanyardAttachment *attachment;

  g_return_val_if_fail (LANYARD_IS_SYNC (self), NULL);
  g_return_val_if_fail (uuid != NULL && link != NULL, NULL);

  path = lanyard_attachment_files_dup_path (uuid, link);
  attachment = g_hash_table_lookup (self->attachments, path);
  if (attachment != NULL)
    {
      lanyard_attachment_look (attachment);
      return g_object_ref (attachment);
    }

  attachment = g_object_new (LANYARD_TYPE_ATTACHMENT, NULL);
  attachment->sync = g_object_ref (self);
  attachment->link = lanyard_link_ref (link);
  attachment->path = g_steal_pointer (&path);
  g_hash_table_steal_extended (self->attachment_failures, attachment->path, (gpointer *) &failed_path,
                               (gpointer *) &attachment->failure);
  g_hash_table_insert (self->attachments, attachment->path, attachment);
  lanyard_attachment_look (attachment);
  return attachment;
}

/**
 * lanyard_attachment_get_state:
 * @self: an attachment
 *
 * Gets where the file is.
 *
 * Returns: the state
 */
LanyardAttachmentState
lanyard_attachment_get_state (LanyardAttachment *self)
{
  g_return_val_if_fail (LANYARD_IS_ATTACHMENT (self), LANYARD_ATTACHMENT_UNKNOWN);

  return self->state;
}

/**
 * lanyard_attachment_get_n_bytes:
 * @self: an attachment
 *
 * Gets how much of it has arrived.
 *
 * Returns: bytes
 */
guint64
lanyard_attachment_get_n_bytes (LanyardAttachment *self)
{
  g_return_val_if_fail (LANYARD_IS_ATTACHMENT (self), 0);

  return self->n_bytes;
}

/**
 * lanyard_attachment_get_n_total:
 * @self: an attachment
 *
 * Gets how much it will be.
 *
 * Returns: bytes, 0 if unknown
 */
guint64
lanyard_attachment_get_n_total (LanyardAttachment *self)
{
  g_return_val_if_fail (LANYARD_IS_ATTACHMENT (self), 0);

  return self->n_total;
}

/**
 * lanyard_attachment_get_failure:
 * @self: an attachment
 *
 * Gets why the last try to fetch or remove it failed.
 *
 * Returns: (transfer none) (nullable): a #LanyardNetError, a
 *   #LanyardKeyringError, or %NULL if nothing failed
 */
const GError *
lanyard_attachment_get_failure (LanyardAttachment *self)
{
  g_return_val_if_fail (LANYARD_IS_ATTACHMENT (self), NULL);

  return self->failure;
}

/**
 * lanyard_attachment_dup_file:
 * @self: an attachment
 *
 * Gets where the file lies, or would lie.
 *
 * Returns: (transfer full): a file, whole if it is there
 */
GFile *
lanyard_attachment_dup_file (LanyardAttachment *self)
{
  g_return_val_if_fail (LANYARD_IS_ATTACHMENT (self), NULL);

  return g_file_new_for_path (self->path);
}

/**
 * lanyard_attachment_look:
 * @self: an attachment
 *
 * Looks once more whether the file is here: whoever cleans the cache folder
 * does not ask.
 */
void
lanyard_attachment_look (LanyardAttachment *self)
{
  g_return_if_fail (LANYARD_IS_ATTACHMENT (self));

  run_on_disk_async (self, exists, looked_cb, g_object_ref (self));
}

/**
 * lanyard_attachment_fetch:
 * @self: an attachment
 *
 * Fetches the file, with the account of its own server. How it goes is told by
 * `changed`; what is on its way already goes on.
 */
void
lanyard_attachment_fetch (LanyardAttachment *self)
{
  g_return_if_fail (LANYARD_IS_ATTACHMENT (self));

  if (self->state == LANYARD_ATTACHMENT_FETCHING)
    return;
  g_clear_error (&self->failure);
  self->n_bytes = 0;
  self->n_total = self->link->size;
  self->fetching = g_cancellable_new ();
  set_state (self, LANYARD_ATTACHMENT_FETCHING);
  lanyard_fiber_start (fetch_fiber, fetched, g_object_ref (self));
}

/**
 * lanyard_attachment_cancel:
 * @self: an attachment
 *
 * Ends the fetching; nothing stays of it.
 */
void
lanyard_attachment_cancel (LanyardAttachment *self)
{
  g_return_if_fail (LANYARD_IS_ATTACHMENT (self));

  g_cancellable_cancel (self->fetching);
}

/**
 * lanyard_attachment_remove:
 * @self: an attachment
 *
 * Deletes the file that was fetched.
 */
void
lanyard_attachment_remove (LanyardAttachment *self)
{
  g_return_if_fail (LANYARD_IS_ATTACHMENT (self));

  if (self->state == LANYARD_ATTACHMENT_PRESENT)
    run_on_disk_async (self, lanyard_attachment_files_remove, removed_cb, g_object_ref (self));
}
