/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan for somebody else, as a file that Lanyard reads and as text that
 * people read. What is private stays here: notes and own entries. Window and
 * command line call it; any thread. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "lanyard-extract-text.h"
#include "lanyard-ical-private.h"
#include "lanyard-shared-plan-private.h"

#include "plan/lanyard-day.h"
#include "time/lanyard-time-format.h"

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
add_instant (JsonBuilder *builder,
             const char  *name,
             gint64       instant,
             LanyardZone *zone)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *in_utc = NULL;
  g_autofree char *local = NULL;

  json_builder_set_member_name (builder, name);
  if (instant == LANYARD_NO_TIME)
    {
      json_builder_add_null_value (builder);
      return;
    }
  time = g_date_time_new_from_unix_utc (instant);
  in_utc = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
  local = lanyard_format_iso8601 (zone, instant);
  json_builder_begin_object (builder);
  add_string (builder, "utc", in_utc);
  add_string (builder, "local", local);
  add_string (builder, "zone", lanyard_zone_get_id (zone));
  json_builder_end_object (builder);
}

static void
add_pick (JsonBuilder  *builder,
          LanyardKind   kind,
          const char   *key,
          LanyardLevel  level,
          const char   *title,
          const char   *url,
          gint64        start,
          LanyardZone  *zone)
{
  g_autofree char *id = g_strdup_printf ("%s:%s", lanyard_shared_kind_get_name (kind), key);

  json_builder_begin_object (builder);
  add_string (builder, "kind", lanyard_shared_kind_get_name (kind));
  add_string (builder, "id", id);
  add_string (builder, "key", key);
  add_string (builder, "level", level == LANYARD_LEVEL_MAYBE ? "maybe" : "going");
  add_string (builder, "title", title);
  add_string (builder, "url", url);
  add_instant (builder, "start", start, zone);
  json_builder_end_object (builder);
}

/* What stands for a session as a whole is the session. */
static void
add_item (JsonBuilder    *builder,
          GHashTable     *sessions,
          LanyardExtract *extract,
          LanyardItem    *item,
          LanyardZone    *zone)
{
  LanyardPlan *plan = lanyard_extract_get_fields (extract)->plan;
  LanyardKind kind = lanyard_item_get_kind (item);
  const char *key = lanyard_item_get_key (item);
  LanyardSession *session = lanyard_item_get_session (item);
  LanyardLevel level = lanyard_extract_get_level (extract, item);

  if (session != NULL &&
      (kind == LANYARD_KIND_BLOCK ||
       (plan != NULL && level != LANYARD_LEVEL_NONE && lanyard_plan_get_level (plan, kind, key) == LANYARD_LEVEL_NONE)))
    {
      if (g_hash_table_add (sessions, session))
        add_pick (builder, LANYARD_KIND_SESSION, lanyard_session_get_key (session), level,
                  lanyard_session_get_title (session), lanyard_session_get_fields (session)->url,
                  lanyard_item_get_start (item), zone);
      return;
    }
  add_pick (builder, kind, key, level, lanyard_item_get_title (item), lanyard_ical_get_url (item),
            lanyard_item_get_start (item), zone);
}

/**
 * lanyard_shared_plan_write:
 * @extract: what is shared
 *
 * Writes a file that lanyard_shared_plan_new() reads; src/cli/JSON.md says what
 * is in it. Times are those of the conference's zone.
 *
 * Returns: (transfer full): JSON
 */
char *
lanyard_shared_plan_write (LanyardExtract *extract)
{
  const LanyardExtractFields *fields;
  const LanyardConferenceFields *conference;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GHashTable) sessions = g_hash_table_new (NULL, NULL);
  g_autoptr (LanyardZone) zone = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (extract != NULL, NULL);

  fields = lanyard_extract_get_fields (extract);
  conference = lanyard_conference_get_fields (lanyard_programme_get_conference (fields->programme));
  zone = conference->zone != NULL ? lanyard_zone_new (conference->zone) : NULL;
  if (zone == NULL)
    zone = lanyard_zone_new_utc ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "lanyard");
  json_builder_add_int_value (builder, 1);
  add_string (builder, "zone", lanyard_zone_get_id (zone));
  add_string (builder, "shared", "plan");
  json_builder_set_member_name (builder, "conference");
  json_builder_begin_object (builder);
  add_string (builder, "title", conference->title);
  add_string (builder, "feed_id", conference->feed_id);
  add_string (builder, "url", conference->url);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "picks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fields->items->len; i++)
    if (lanyard_item_get_kind (g_ptr_array_index (fields->items, i)) != LANYARD_KIND_OWN)
      add_item (builder, sessions, extract, g_ptr_array_index (fields->items, i), zone);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

static char *
dup_line (LanyardExtract *extract,
          LanyardItem    *item,
          LanyardZone    *zone)
{
  g_autofree char *summary = lanyard_ical_dup_summary (item);
  g_autofree char *who = lanyard_extract_dup_who (item);
  g_autofree char *where = lanyard_extract_dup_where (item);
  GString *line = g_string_new (NULL);

  if (lanyard_item_is_scheduled (item))
    {
      g_autofree char *range =
          lanyard_format_time_range (zone, lanyard_item_get_start (item), lanyard_item_get_end (item));

      g_string_append_printf (line, "%s  ", range);
    }
  g_string_append (line, summary);
  if (lanyard_item_is_cancelled (item))
    /* Translators: after a title: it does not take place */
    g_string_append_printf (line, " (%s)", _("cancelled"));
  else if (lanyard_extract_get_level (extract, item) == LANYARD_LEVEL_MAYBE)
    /* Translators: after a title: somebody may go there */
    g_string_append_printf (line, " (%s)", _("maybe"));
  if (who != NULL)
    g_string_append_printf (line, " · %s", who);
  if (where != NULL)
    g_string_append_printf (line, " · %s", where);
  return g_string_free_and_steal (line);
}

/**
 * lanyard_shared_plan_write_text:
 * @extract: what is shared
 * @zone: the zone of its times, which the text names
 *
 * Writes what somebody reads in a message: the days, and a line for each item.
 *
 * Returns: (transfer full): plain text, ending with a line's end
 */
char *
lanyard_shared_plan_write_text (LanyardExtract *extract,
                                LanyardZone    *zone)
{
  const LanyardExtractFields *fields;
  g_autofree char *zone_line = NULL;
  GString *text = g_string_new (NULL);
  guint day = G_MAXUINT;

  g_return_val_if_fail (extract != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  fields = lanyard_extract_get_fields (extract);
  zone_line = lanyard_extract_dup_zone_line (extract, zone);
  g_string_append_printf (text, "%s\n%s\n",
                          lanyard_conference_get_title (lanyard_programme_get_conference (fields->programme)),
                          zone_line);
  for (guint i = 0; i < fields->items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (fields->items, i);
      g_autofree char *line = NULL;

      if (lanyard_item_get_kind (item) == LANYARD_KIND_OWN)
        continue;
      if (lanyard_extract_get_day (item, zone) != day)
        {
          g_autofree char *heading = NULL;

          day = lanyard_extract_get_day (item, zone);
          heading = lanyard_extract_dup_day (day);
          g_string_append_printf (text, "\n%s\n", heading);
        }
      line = dup_line (extract, item, zone);
      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free_and_steal (text);
}
