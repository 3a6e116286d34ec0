/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a backup file; src/cli/JSON.md says what is in it. What it says is
 * either understood from beginning to end or refused: half a backup would be
 * taken for a whole one. Pure; any thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "formats/lanyard-format.h"
#include "formats/lanyard-json.h"
#include "lanyard-backup-json.h"
#include "lanyard-backup-names.h"

G_DEFINE_QUARK (lanyard-backup-error-quark, lanyard_backup_error)

static gboolean
refuse (LanyardBackupError   code,
        const char          *sentence,
        GError             **error)
{
  g_set_error_literal (error, LANYARD_BACKUP_ERROR, code, sentence);
  return FALSE;
}

static gboolean
refuse_damaged (GError **error)
{
  return refuse (LANYARD_BACKUP_ERROR_DAMAGED, _("This backup is damaged or cut off, and nothing of it was restored."),
                 error);
}

/* A member that must be there, and not be empty. */
static gboolean
read_text (JsonObject  *object,
           const char  *name,
           const char **text)
{
  *text = lanyard_json_get_string (object, name);
  return *text != NULL && **text != '\0';
}

/* A member that may be null, but nothing else than a string. */
static gboolean
read_optional_text (JsonObject  *object,
                    const char  *name,
                    const char **text)
{
  JsonNode *node = json_object_get_member (object, name);

  *text = lanyard_json_get_string (object, name);
  return *text != NULL || node == NULL || JSON_NODE_HOLDS_NULL (node);
}

static gboolean
read_time (JsonObject *object,
           const char *name,
           gint64     *instant)
{
  const char *text = lanyard_json_get_string (object, name);
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  if (time == NULL)
    return FALSE;
  *instant = g_date_time_to_unix (time);
  return TRUE;
}

static gboolean
read_optional_time (JsonObject *object,
                    const char *name,
                    gint64     *instant)
{
  const char *text;

  *instant = LANYARD_NO_TIME;
  return read_optional_text (object, name, &text) && (text == NULL || read_time (object, name, instant));
}

static gboolean
read_what (JsonObject   *object,
           LanyardKind  *kind,
           const char  **key)
{
  return lanyard_backup_kind_from_name (lanyard_json_get_string (object, "kind"), kind) &&
         read_text (object, "key", key);
}

static gboolean
read_pick (JsonObject *object,
           GPtrArray  *picks)
{
  LanyardKind kind;
  LanyardLevel level;
  const char *key;
  gint64 picked_at;

  if (!read_what (object, &kind, &key) || !read_time (object, "picked_at", &picked_at) ||
      !lanyard_backup_level_from_name (lanyard_json_get_string (object, "level"), &level))
    return FALSE;

  g_ptr_array_add (picks, lanyard_pick_new (kind, key, level, picked_at));
  return TRUE;
}

static gboolean
read_marks (JsonObject   *object,
            LanyardMarks *marks)
{
  JsonArray *list = lanyard_json_get_array (object, "marks");

  *marks = LANYARD_MARKS_NONE;
  for (guint i = 0; i < lanyard_json_length (list); i++)
    {
      LanyardMarks mark;

      if (!lanyard_backup_mark_from_name (lanyard_json_nth_string (list, i), &mark))
        return FALSE;
      *marks |= mark;
    }
  return list != NULL;
}

static gboolean
read_note (JsonObject *object,
           GPtrArray  *notes)
{
  LanyardMarks marks;
  LanyardKind kind;
  const char *key;
  const char *text;
  gint64 changed_at;

  if (!read_what (object, &kind, &key) || !read_optional_text (object, "text", &text) ||
      !read_marks (object, &marks) || !read_time (object, "changed_at", &changed_at))
    return FALSE;

  g_ptr_array_add (notes, lanyard_note_new (kind, key, text, marks, changed_at));
  return TRUE;
}

static gboolean
read_entry (JsonObject *object,
            GPtrArray  *entries)
{
  LanyardOwnEntryFields fields = { .kind = LANYARD_OWN_OTHER };
  const char *kind;

  if (!read_text (object, "uuid", &fields.uuid) || !read_text (object, "kind", &kind) ||
      !read_text (object, "title", &fields.title) || !read_time (object, "start", &fields.start) ||
      !read_time (object, "end", &fields.end) || fields.end < fields.start ||
      !read_optional_text (object, "zone", &fields.zone) || !read_optional_text (object, "place", &fields.place) ||
      !read_optional_text (object, "people", &fields.people) || !read_optional_text (object, "note", &fields.note) ||
      !read_time (object, "changed_at", &fields.changed_at) || !lanyard_own_kind_from_name (kind, &fields.kind))
    return FALSE;

  g_ptr_array_add (entries, lanyard_own_entry_new (&fields));
  return TRUE;
}

static gboolean
read_target (JsonObject *object,
             GPtrArray  *targets)
{
  JsonArray *speakers = lanyard_json_get_array (object, "speakers");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) persons = NULL;
  g_autofree char *lines = NULL;
  LanyardKind kind;
  const char *key;
  const char *title;
  const char *url;
  gint64 start;

  if (!read_what (object, &kind, &key) || !read_optional_text (object, "title", &title) ||
      !read_optional_text (object, "url", &url) || !read_optional_time (object, "start", &start) || speakers == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (speakers); i++)
    {
      if (lanyard_json_nth_string (speakers, i) == NULL)
        return FALSE;
      g_strv_builder_add (builder, lanyard_json_nth_string (speakers, i));
    }
  persons = g_strv_builder_end (builder);
  lines = *persons != NULL ? g_strjoinv ("\n", persons) : NULL;
  g_ptr_array_add (targets, lanyard_backup_target_new (kind, key, title, url, start, lines));
  return TRUE;
}

/* Reads what a list has; each must be as @read expects it. */
static gboolean
read_list (JsonObject *object,
           const char *name,
           gboolean  (*read) (JsonObject *object,
                              GPtrArray  *things),
           GPtrArray  *things)
{
  JsonArray *list = lanyard_json_get_array (object, name);

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (lanyard_json_nth_object (list, i) == NULL || !read (lanyard_json_nth_object (list, i), things))
      return FALSE;
  return TRUE;
}

static gboolean
read_decisions (JsonObject              *object,
                LanyardBackupConference *conference)
{
  g_autoptr (GPtrArray) picks = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_pick_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_note_unref);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  if (!read_list (object, "picks", read_pick, picks) || !read_list (object, "notes", read_note, notes) ||
      !read_list (object, "entries", read_entry, entries))
    return FALSE;
  conference->decisions = lanyard_decisions_new (picks, notes, entries);
  return TRUE;
}

/* Files of the first Lanyards have none. */
static gboolean
read_choices (JsonObject *object,
              GHashTable *choices)
{
  JsonNode *node = json_object_get_member (object, "choices");
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &value))
    {
      const char *text = lanyard_json_get_string (json_node_get_object (node), name);

      if (text == NULL || *name == '\0')
        return FALSE;
      g_hash_table_insert (choices, g_strdup (name), g_strdup (text));
    }
  return TRUE;
}

/* The uuid names folders, so that nothing else may be in its place. */
static gboolean
read_conference (JsonObject *object,
                 GPtrArray  *conferences)
{
  g_autoptr (LanyardBackupConference) conference = lanyard_backup_conference_new ();
  const char *uuid;
  const char *feed_id;
  const char *feed_url;
  const char *title;
  const char *zone;
  const char *url;

  if (!read_text (object, "uuid", &uuid) || !g_uuid_string_is_valid (uuid) ||
      !read_text (object, "feed_id", &feed_id) || !read_optional_text (object, "feed_url", &feed_url) ||
      !read_optional_text (object, "title", &title) || title == NULL || !read_text (object, "zone", &zone) ||
      !read_optional_text (object, "url", &url) || !read_optional_time (object, "start", &conference->start) ||
      !read_optional_time (object, "end", &conference->end) || !read_decisions (object, conference) ||
      !read_list (object, "targets", read_target, conference->targets) ||
      !read_choices (object, conference->choices))
    return FALSE;

  conference->uuid = g_strdup (uuid);
  conference->feed_id = g_strdup (feed_id);
  conference->feed_url = g_strdup (feed_url);
  conference->title = g_strdup (title);
  conference->zone = g_strdup (zone);
  conference->url = g_strdup (url);
  g_ptr_array_add (conferences, g_steal_pointer (&conference));
  return TRUE;
}

/* Something else than an object that says it is a backup is something else;
 * what begins like one and cannot be parsed is a damaged one. */
static JsonNode *
parse (GBytes  *bytes,
       GError **error)
{
  static const char mark[] = "\"lanyard_backup\"";
  g_autoptr (GError) failure = NULL;
  JsonNode *root = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length <= LANYARD_BACKUP_MOST_BYTES)
    root = lanyard_json_parse (bytes, &failure);
  if (root != NULL)
    return root;

  if (failure == NULL)
    refuse (LANYARD_BACKUP_ERROR_TOO_LARGE, _("This file is too large to be a backup."), error);
  else if (length > 0 && g_strstr_len (data, MIN (length, 200), mark) != NULL)
    refuse_damaged (error);
  else
    refuse (LANYARD_BACKUP_ERROR_FOREIGN, _("This file is not a backup that Lanyard has written."), error);
  return NULL;
}

static gboolean
check_shape (JsonObject  *object,
             GError     **error)
{
  double shape;

  if (object == NULL || !lanyard_json_get_number (object, "lanyard_backup", &shape))
    return refuse (LANYARD_BACKUP_ERROR_FOREIGN, _("This file is not a backup that Lanyard has written."), error);
  if (shape > LANYARD_BACKUP_SHAPE)
    return refuse (LANYARD_BACKUP_ERROR_NEWER,
                   _("This backup was written by a newer Lanyard. Please update this one."), error);
  return shape == LANYARD_BACKUP_SHAPE || refuse_damaged (error);
}

/**
 * lanyard_backup_from_json:
 * @bytes: a file's contents
 * @error: why it failed: a #LanyardBackupError
 *
 * Reads a backup file.
 *
 * Returns: (transfer full) (nullable): the backup, or %NULL if it is none, or
 *   not whole
 */
LanyardBackup *
lanyard_backup_from_json (GBytes  *bytes,
                          GError **error)
{
  g_autoptr (GPtrArray) conferences = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;
  gint64 made_at;

  g_return_val_if_fail (bytes != NULL, NULL);

  root = parse (bytes, error);
  if (root == NULL)
    return NULL;
  object = lanyard_json_node_object (root);
  if (!check_shape (object, error))
    return NULL;

  conferences = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_backup_conference_free);
  if (!read_time (object, "made_at", &made_at) || !read_list (object, "conferences", read_conference, conferences))
    {
      refuse_damaged (error);
      return NULL;
    }
  return lanyard_backup_new (made_at, conferences);
}
