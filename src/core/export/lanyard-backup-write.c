/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a backup file; src/cli/JSON.md says what is in it. Pure; any thread. */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "lanyard-backup-names.h"
#include "lanyard-backup-json.h"

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_time (JsonBuilder *builder,
          const char  *name,
          gint64       instant)
{
  g_autoptr (GDateTime) time = instant != LANYARD_NO_TIME ? g_date_time_new_from_unix_utc (instant) : NULL;
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  add_string (builder, name, text);
}

static void
begin_list (JsonBuilder *builder,
            const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
add_what (JsonBuilder *builder,
          LanyardKind  kind,
          const char  *key)
{
  add_string (builder, "kind", lanyard_backup_kind_get_name (kind));
  add_string (builder, "key", key);
}

static void
add_picks (JsonBuilder *builder,
           GPtrArray   *picks)
{
  begin_list (builder, "picks");
  for (guint i = 0; i < picks->len; i++)
    {
      const LanyardPick *pick = g_ptr_array_index (picks, i);

      json_builder_begin_object (builder);
      add_what (builder, pick->kind, pick->key);
      add_string (builder, "level", lanyard_backup_level_get_name (pick->level));
      add_time (builder, "picked_at", pick->picked_at);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_marks (JsonBuilder  *builder,
           LanyardMarks  marks)
{
  begin_list (builder, "marks");
  for (guint mark = LANYARD_MARK_SEEN; mark <= LANYARD_MARK_WATCH_LATER; mark <<= 1)
    if ((marks & mark) != 0)
      json_builder_add_string_value (builder, lanyard_backup_mark_get_name (mark));
  json_builder_end_array (builder);
}

static void
add_notes (JsonBuilder *builder,
           GPtrArray   *notes)
{
  begin_list (builder, "notes");
  for (guint i = 0; i < notes->len; i++)
    {
      const LanyardNote *note = g_ptr_array_index (notes, i);

      json_builder_begin_object (builder);
      add_what (builder, note->kind, note->key);
      add_string (builder, "text", note->text);
      add_marks (builder, note->marks);
      add_time (builder, "changed_at", note->changed_at);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_entries (JsonBuilder *builder,
             GPtrArray   *entries)
{
  begin_list (builder, "entries");
  for (guint i = 0; i < entries->len; i++)
    {
      const LanyardOwnEntryFields *entry = lanyard_own_entry_get_fields (g_ptr_array_index (entries, i));

      json_builder_begin_object (builder);
      add_string (builder, "uuid", entry->uuid);
      add_string (builder, "kind", lanyard_own_kind_get_name (entry->kind));
      add_string (builder, "title", entry->title);
      add_time (builder, "start", entry->start);
      add_time (builder, "end", entry->end);
      add_string (builder, "zone", entry->zone);
      add_string (builder, "place", entry->place);
      add_string (builder, "people", entry->people);
      add_string (builder, "note", entry->note);
      add_time (builder, "changed_at", entry->changed_at);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_targets (JsonBuilder *builder,
             GPtrArray   *targets)
{
  begin_list (builder, "targets");
  for (guint i = 0; i < targets->len; i++)
    {
      const LanyardBackupTarget *target = g_ptr_array_index (targets, i);
      g_auto (GStrv) persons = g_strsplit (target->persons != NULL ? target->persons : "", "\n", -1);

      json_builder_begin_object (builder);
      add_what (builder, target->kind, target->key);
      add_string (builder, "title", target->title);
      add_string (builder, "url", target->url);
      add_time (builder, "start", target->start);
      begin_list (builder, "speakers");
      for (char **person = persons; *person != NULL; person++)
        json_builder_add_string_value (builder, *person);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* In one order, so that the same choices are the same file. */
static void
add_choices (JsonBuilder *builder,
             GHashTable  *choices)
{
  g_autoptr (GPtrArray) names = g_hash_table_get_keys_as_ptr_array (choices);

  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  json_builder_set_member_name (builder, "choices");
  json_builder_begin_object (builder);
  for (guint i = 0; i < names->len; i++)
    add_string (builder, g_ptr_array_index (names, i), g_hash_table_lookup (choices, g_ptr_array_index (names, i)));
  json_builder_end_object (builder);
}

static void
add_conference (JsonBuilder                   *builder,
                const LanyardBackupConference *conference)
{
  json_builder_begin_object (builder);
  add_string (builder, "uuid", conference->uuid);
  add_string (builder, "feed_id", conference->feed_id);
  add_string (builder, "feed_url", conference->feed_url);
  add_string (builder, "title", conference->title);
  add_string (builder, "zone", conference->zone);
  add_string (builder, "url", conference->url);
  add_time (builder, "start", conference->start);
  add_time (builder, "end", conference->end);
  add_picks (builder, lanyard_decisions_get_picks (conference->decisions));
  add_notes (builder, lanyard_decisions_get_notes (conference->decisions));
  add_entries (builder, lanyard_decisions_get_entries (conference->decisions));
  add_targets (builder, conference->targets);
  add_choices (builder, conference->choices);
  json_builder_end_object (builder);
}

/**
 * lanyard_backup_to_json:
 * @backup: a backup
 *
 * Writes a backup file.
 *
 * Returns: (transfer full): its bytes
 */
GBytes *
lanyard_backup_to_json (LanyardBackup *backup)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonGenerator) generator = NULL;
  g_autoptr (JsonNode) root = NULL;
  char *text;
  gsize length;

  g_return_val_if_fail (backup != NULL, NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "lanyard_backup");
  json_builder_add_int_value (builder, LANYARD_BACKUP_SHAPE);
  add_time (builder, "made_at", backup->made_at);
  begin_list (builder, "conferences");
  for (guint i = 0; i < backup->conferences->len; i++)
    add_conference (builder, g_ptr_array_index (backup->conferences, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  generator = json_generator_new ();
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  text = json_generator_to_data (generator, &length);
  return g_bytes_new_take (text, length);
}
