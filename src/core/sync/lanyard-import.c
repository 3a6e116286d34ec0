/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From files to a stored programme, in two steps: reads them and has them
 * understood, then saves what came of it. The window and the command line share
 * it. Called on the main thread; reading and parsing happen on a thread of
 * GTask's pool. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "formats/lanyard-format.h"
#include "lanyard-import.h"

/* A programme of 12,000 talks is 33 MB in its largest document. What is much
 * larger is something else, and is refused before it fills the memory. */
#define LARGEST_FILE (64 * 1024 * 1024)

struct _LanyardImportSource
{
  GPtrArray *files;     /* owned, of GFile; without folders once they were read */
  GPtrArray *documents; /* owned, of GBytes, one for each file; NULL until they were read */
};

typedef struct
{
  LanyardImportSource *source; /* owned */
  char                *zone;   /* owned, nullable */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  lanyard_import_source_unref (reading->source);
  g_free (reading->zone);
  g_free (reading);
}

/* Adds the files of a folder that have one of the endings. */
static gboolean
add_files_of (GFile               *folder,
              const char * const  *endings,
              GPtrArray           *files,
              GCancellable        *cancellable,
              GError             **error)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                                                    G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (children == NULL)
    return FALSE;

  for (;;)
    {
      GFileInfo *info;
      GFile *child;

      if (!g_file_enumerator_iterate (children, &info, &child, cancellable, error))
        return FALSE;
      if (info == NULL)
        return TRUE;
      for (guint i = 0; endings[i] != NULL; i++)
        if (g_str_has_suffix (g_file_info_get_name (info), endings[i]))
          g_ptr_array_add (files, g_object_ref (child));
    }
}

/* Adds what is in a folder. One conference in several formats is read from
 * those files that say most: what Indico exports is JSON. */
static gboolean
add_folder (GFile         *folder,
            GPtrArray     *files,
            GCancellable  *cancellable,
            GError       **error)
{
  static const char * const endings[][4] = { { ".json" }, { ".xml", ".frab" }, { ".xcal" }, { ".ics", ".ical" } };
  guint n_before = files->len;
  g_autofree char *name = g_file_get_parse_name (folder);

  for (gsize i = 0; i < G_N_ELEMENTS (endings) && files->len == n_before; i++)
    if (!add_files_of (folder, endings[i], files, cancellable, error))
      return FALSE;
  if (files->len > n_before)
    return TRUE;

  g_set_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE,
               _("There are no schedule files in “%s”. Choose the folder with the files that the server exported."),
               name);
  return FALSE;
}

/* Reads all of a file, which is thought to be so large; of a pipe nobody knows.
 * At once, for GIO would read small pieces of it. */
static GBytes *
read_at_once (GFile         *file,
              gsize          size,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) data = g_byte_array_new ();
  gsize wanted = size + 1;
  gsize n_read;

  if (stream == NULL)
    return NULL;

  do
    {
      guint at = data->len;

      g_byte_array_set_size (data, (guint) (at + wanted));
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data->data + at, wanted, &n_read, cancellable, error))
        return NULL;
      g_byte_array_set_size (data, (guint) (at + n_read));
      if (n_read < wanted)
        return g_byte_array_free_to_bytes (g_steal_pointer (&data));
      wanted = MAX (wanted, 64 * 1024);
    }
  while (data->len <= LARGEST_FILE);

  g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_TOO_LARGE,
                       _("The file is too large to be a programme; check that it is the right one."));
  return NULL;
}

static GBytes *
read_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *name = g_file_get_parse_name (file);

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > LARGEST_FILE)
    {
      g_set_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_TOO_LARGE,
                   _("“%s” is too large to be a schedule."), name);
      return NULL;
    }
  return read_at_once (file, (gsize) g_file_info_get_size (info), cancellable, error);
}

static GPtrArray *
list_documents (GPtrArray     *files,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);

      if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_DIRECTORY)
        g_ptr_array_add (found, g_object_ref (file));
      else if (!add_folder (file, found, cancellable, error))
        return NULL;
    }
  return g_steal_pointer (&found);
}

/* Where several files were read, says which one it is that cannot be. */
static void
name_file (GPtrArray  *files,
           GPtrArray  *documents,
           GError    **error)
{
  for (guint i = 0; documents->len > 1 && i < documents->len; i++)
    {
      g_autoptr (GPtrArray) alone = g_ptr_array_new ();
      g_autoptr (LanyardProgramme) programme = NULL;
      g_autoptr (GError) failure = NULL;
      g_autofree char *name = g_file_get_parse_name (g_ptr_array_index (files, i));

      g_ptr_array_add (alone, g_ptr_array_index (documents, i));
      programme = lanyard_format_read (alone, NULL, &failure);
      if (failure != NULL && g_str_equal (failure->message, (*error)->message))
        {
          g_prefix_error (error, "%s: ", name);
          return;
        }
    }
}

/* Reads the files once: what comes through a pipe cannot be had again. */
static gboolean
load (LanyardImportSource  *source,
      GCancellable         *cancellable,
      GError              **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) files = NULL;

  if (source->documents != NULL)
    return TRUE;

  files = list_documents (source->files, cancellable, error);
  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      GBytes *document = read_file (g_ptr_array_index (files, i), cancellable, error);

      if (document == NULL)
        return FALSE;
      g_ptr_array_add (documents, document);
    }
  if (files == NULL)
    return FALSE;

  g_ptr_array_unref (source->files);
  source->files = g_steal_pointer (&files);
  source->documents = g_steal_pointer (&documents);
  return TRUE;
}

static LanyardProgramme *
read_programme (const Reading  *reading,
                GCancellable   *cancellable,
                GError        **error)
{
  const LanyardReadOptions options = { .languages = g_get_language_names (), .zone = reading->zone };
  LanyardImportSource *source = reading->source;
  g_autoptr (GError) failure = NULL;
  LanyardProgramme *programme;

  if (!load (source, cancellable, error))
    return NULL;

  programme = lanyard_format_read (source->documents, &options, &failure);
  if (programme == NULL)
    {
      name_file (source->files, source->documents, &failure);
      g_propagate_error (error, g_steal_pointer (&failure));
    }
  return programme;
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  LanyardProgramme *programme = read_programme (task_data, cancellable, &error);

  if (programme != NULL)
    g_task_return_pointer (task, programme, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
programme_saved_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean is_new;
  g_autofree char *uuid = lanyard_store_save_programme_finish (LANYARD_STORE (source), result, &is_new, &error);
  LanyardImport *done;

  if (uuid == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  done = g_new0 (LanyardImport, 1);
  done->uuid = g_steal_pointer (&uuid);
  done->programme = g_object_ref (g_task_get_task_data (task));
  done->is_new = is_new;
  g_task_return_pointer (task, done, (GDestroyNotify) lanyard_import_free);
}

/**
 * lanyard_import_free:
 * @self: (transfer full): what came of an import
 *
 * Frees it.
 */
void
lanyard_import_free (LanyardImport *self)
{
  g_clear_pointer (&self->uuid, g_free);
  g_clear_object (&self->programme);
  g_free (self);
}

static void
source_clear (gpointer data)
{
  LanyardImportSource *self = data;

  g_ptr_array_unref (self->files);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
}

/**
 * lanyard_import_source_new:
 * @files: (element-type GFile): the documents of one event; a folder stands for its schedule files
 *
 * Makes something to import. Nothing is read yet.
 *
 * Returns: (transfer full): a source
 */
LanyardImportSource *
lanyard_import_source_new (GPtrArray *files)
{
  LanyardImportSource *self;

  g_return_val_if_fail (files != NULL && files->len > 0, NULL);

  self = g_atomic_rc_box_new0 (LanyardImportSource);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (self->files, g_object_ref (g_ptr_array_index (files, i)));
  return self;
}

/**
 * lanyard_import_source_ref:
 * @self: a source
 *
 * Adds a reference.
 *
 * Returns: (transfer full): @self
 */
LanyardImportSource *
lanyard_import_source_ref (LanyardImportSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_import_source_unref:
 * @self: (transfer full): a source
 *
 * Drops a reference.
 */
void
lanyard_import_source_unref (LanyardImportSource *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, source_clear);
}

/**
 * lanyard_import_read_async:
 * @source: the files; in one reading at a time
 * @zone: (nullable): the zone of the times where the files name none; UTC for %NULL
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads the files of one conference, and stores nothing.
 */
void
lanyard_import_read_async (LanyardImportSource *source,
                           const char          *zone,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  g_return_if_fail (source != NULL);

  reading = g_new0 (Reading, 1);
  reading->source = lanyard_import_source_ref (source);
  reading->zone = g_strdup (zone);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_import_read_async);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * lanyard_import_read_finish:
 * @result: what the callback got
 * @error: why it failed: a #LanyardFormatError or a #GIOErrorEnum
 *
 * Ends reading.
 *
 * Returns: (transfer full) (nullable): the programme
 */
LanyardProgramme *
lanyard_import_read_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lanyard_import_save_async:
 * @store: where to keep it
 * @programme: what was read
 * @now: what time it is, UTC seconds
 * @cancellable: (nullable): ends it; nothing is stored then
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Stores the programme of files.
 */
void
lanyard_import_save_async (LanyardStore        *store,
                           LanyardProgramme    *programme,
                           gint64               now,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (LANYARD_IS_STORE (store));
  g_return_if_fail (LANYARD_IS_PROGRAMME (programme));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_import_save_async);
  g_task_set_task_data (task, g_object_ref (programme), g_object_unref);
  lanyard_store_save_programme_async (store, programme, now, cancellable, programme_saved_cb, task);
}

/**
 * lanyard_import_save_finish:
 * @result: what the callback got
 * @error: why it failed: a #LanyardStoreError or %G_IO_ERROR_CANCELLED
 *
 * Ends storing.
 *
 * Returns: (transfer full) (nullable): what came of it
 */
LanyardImport *
lanyard_import_save_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lanyard_import_list_sample:
 *
 * Gets the files of the conference that comes with Lanyard. The variable
 * LANYARD_DATA_DIR names another place for them than where they are installed.
 *
 * Returns: (transfer full) (element-type GFile): its folder, to be imported
 */
GPtrArray *
lanyard_import_list_sample (void)
{
  const char *data = g_getenv ("LANYARD_DATA_DIR");
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_file_new_build_filename (data != NULL ? data : PKGDATADIR, "sample", NULL));
  return files;
}
