/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The frame that all JSON of the program shares, and how single values are
 * written in it. The model's objects are in lanyard-cli-json-model.c. Made by
 * every command that knows --json; main thread. */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "lanyard-cli-json.h"

#include "lanyard-cli-names.h"
#include "lanyard-cli-text.h"

#include "time/lanyard-time-format.h"

#define SHAPE 1

struct _LanyardCliJson
{
  JsonBuilder *builder; /* owned */
  LanyardZone *zone;    /* owned */
  LanyardPlan *plan;    /* owned, nullable */
  LanyardDecisions *decisions; /* owned, nullable */
  gboolean     is_whole;
};

/* json-glib writes most characters as they are, as RFC 8259 allows. To a
 * terminal some are commands or turn lines round; escaped they are not, and
 * say the same. */
static char *
dup_harmless (const char *json)
{
  GString *harmless = g_string_sized_new (strlen (json));
  const char *copied = json;

  for (const char *at = json; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\n' || !lanyard_cli_text_is_harmful (c))
        continue;
      g_string_append_len (harmless, copied, at - copied);
      g_string_append_printf (harmless, "\\u%04x", c);
      copied = g_utf8_next_char (at);
    }
  g_string_append (harmless, copied);
  return g_string_free_and_steal (harmless);
}

/* "Z" is how everybody writes the offset of UTC. */
static char *
dup_utc (gint64 instant)
{
  g_autoptr (LanyardZone) utc = lanyard_zone_new_utc ();
  g_autofree char *text = lanyard_format_iso8601 (utc, instant);
  const char *offset = g_str_has_suffix (text, "+00:00") ? "+00:00" : "Z";

  return g_strdup_printf ("%.*sZ", (int) (strlen (text) - strlen (offset)), text);
}

static void
set_name (LanyardCliJson *self,
          const char     *name)
{
  if (name != NULL)
    json_builder_set_member_name (self->builder, name);
}

/**
 * lanyard_cli_json_new:
 * @zone: the zone in which local times are written
 *
 * Begins a document.
 *
 * Returns: (transfer full): a document
 */
LanyardCliJson *
lanyard_cli_json_new (LanyardZone *zone)
{
  LanyardCliJson *self;

  g_return_val_if_fail (zone != NULL, NULL);

  self = g_new0 (LanyardCliJson, 1);
  self->builder = json_builder_new_immutable ();
  self->zone = lanyard_zone_ref (zone);

  json_builder_begin_object (self->builder);
  lanyard_cli_json_add_number (self, "lanyard", SHAPE);
  lanyard_cli_json_add_string (self, "zone", lanyard_zone_get_id (zone));
  return self;
}

/**
 * lanyard_cli_json_free:
 * @self: (transfer full): a document
 *
 * Frees a document.
 */
void
lanyard_cli_json_free (LanyardCliJson *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->builder);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->decisions, lanyard_decisions_unref);
  lanyard_zone_unref (self->zone);
  g_free (self);
}

/**
 * lanyard_cli_json_set_plan:
 * @self: a document
 * @plan: whose picks are told of talks, sessions and breaks
 *
 * Sets the plan.
 */
void
lanyard_cli_json_set_plan (LanyardCliJson *self,
                           LanyardPlan    *plan)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (LANYARD_IS_PLAN (plan));

  g_set_object (&self->plan, plan);
}

/**
 * lanyard_cli_json_set_whole:
 * @self: a document
 * @is_whole: whether talks come with all that is known of them
 *
 * Sets whether talks are written with descriptions, minutes, parts and links,
 * which an outline does not know.
 */
void
lanyard_cli_json_set_whole (LanyardCliJson *self,
                            gboolean        is_whole)
{
  g_return_if_fail (self != NULL);

  self->is_whole = is_whole;
}

/**
 * lanyard_cli_json_is_whole:
 * @self: a document
 *
 * Says whether talks are written with all that is known of them.
 *
 * Returns: %TRUE if they are
 */
gboolean
lanyard_cli_json_is_whole (LanyardCliJson *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_whole;
}

/**
 * lanyard_cli_json_set_decisions:
 * @self: a document
 * @decisions: whose notes and marks are told of talks, sessions and breaks
 *
 * Sets the decisions.
 */
void
lanyard_cli_json_set_decisions (LanyardCliJson   *self,
                                LanyardDecisions *decisions)
{
  g_return_if_fail (self != NULL && decisions != NULL);

  lanyard_decisions_ref (decisions);
  g_clear_pointer (&self->decisions, lanyard_decisions_unref);
  self->decisions = decisions;
}

/**
 * lanyard_cli_json_get_decisions:
 * @self: a document
 *
 * Gets the decisions.
 *
 * Returns: (transfer none) (nullable): the decisions
 */
LanyardDecisions *
lanyard_cli_json_get_decisions (LanyardCliJson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->decisions;
}

/**
 * lanyard_cli_json_get_plan:
 * @self: a document
 *
 * Gets the plan.
 *
 * Returns: (transfer none) (nullable): the plan
 */
LanyardPlan *
lanyard_cli_json_get_plan (LanyardCliJson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->plan;
}

/**
 * lanyard_cli_json_print:
 * @self: a document
 * @output: where to
 *
 * Ends the document and prints it: indented for people, else on one line.
 */
void
lanyard_cli_json_print (LanyardCliJson   *self,
                        LanyardCliOutput *output)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;
  g_autofree char *harmless = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (output != NULL);

  json_builder_end_object (self->builder);
  root = json_builder_get_root (self->builder);
  g_clear_object (&self->builder);
  json = json_to_string (root, lanyard_cli_output_is_terminal (output));
  g_clear_pointer (&root, json_node_unref);
  harmless = dup_harmless (json);
  g_clear_pointer (&json, g_free);
  lanyard_cli_output_add_json (output, harmless);
}

/**
 * lanyard_cli_json_begin_list:
 * @self: a document
 * @name: (nullable): the member's name, %NULL inside a list
 *
 * Begins a list.
 */
void
lanyard_cli_json_begin_list (LanyardCliJson *self,
                             const char     *name)
{
  g_return_if_fail (self != NULL);

  set_name (self, name);
  json_builder_begin_array (self->builder);
}

/**
 * lanyard_cli_json_end_list:
 * @self: a document
 *
 * Ends a list.
 */
void
lanyard_cli_json_end_list (LanyardCliJson *self)
{
  g_return_if_fail (self != NULL);

  json_builder_end_array (self->builder);
}

/**
 * lanyard_cli_json_begin_object:
 * @self: a document
 * @name: (nullable): the member's name, %NULL inside a list
 *
 * Begins an object.
 */
void
lanyard_cli_json_begin_object (LanyardCliJson *self,
                               const char     *name)
{
  g_return_if_fail (self != NULL);

  set_name (self, name);
  json_builder_begin_object (self->builder);
}

/**
 * lanyard_cli_json_end_object:
 * @self: a document
 *
 * Ends an object.
 */
void
lanyard_cli_json_end_object (LanyardCliJson *self)
{
  g_return_if_fail (self != NULL);

  json_builder_end_object (self->builder);
}

/**
 * lanyard_cli_json_add_string:
 * @self: a document
 * @name: (nullable): the member's name, %NULL inside a list
 * @value: (nullable): a string
 *
 * Adds a string, or null.
 */
void
lanyard_cli_json_add_string (LanyardCliJson *self,
                             const char     *name,
                             const char     *value)
{
  g_return_if_fail (self != NULL);

  set_name (self, name);
  if (value != NULL)
    json_builder_add_string_value (self->builder, value);
  else
    json_builder_add_null_value (self->builder);
}

/**
 * lanyard_cli_json_add_number:
 * @self: a document
 * @name: the member's name
 * @value: a whole number
 *
 * Adds a number.
 */
void
lanyard_cli_json_add_number (LanyardCliJson *self,
                             const char     *name,
                             gint64          value)
{
  g_return_if_fail (self != NULL);

  set_name (self, name);
  json_builder_add_int_value (self->builder, value);
}

/**
 * lanyard_cli_json_add_boolean:
 * @self: a document
 * @name: the member's name
 * @value: true or false
 *
 * Adds a truth value.
 */
void
lanyard_cli_json_add_boolean (LanyardCliJson *self,
                              const char     *name,
                              gboolean        value)
{
  g_return_if_fail (self != NULL);

  set_name (self, name);
  json_builder_add_boolean_value (self->builder, value);
}

/**
 * lanyard_cli_json_add_instant:
 * @self: a document
 * @name: the member's name
 * @instant: UTC seconds, or %LANYARD_NO_TIME
 *
 * Adds an instant in UTC and in the document's zone, or null.
 */
void
lanyard_cli_json_add_instant (LanyardCliJson *self,
                              const char     *name,
                              gint64          instant)
{
  g_autofree char *utc = NULL;
  g_autofree char *local = NULL;

  g_return_if_fail (self != NULL);

  if (instant == LANYARD_NO_TIME)
    {
      lanyard_cli_json_add_string (self, name, NULL);
      return;
    }

  utc = dup_utc (instant);
  local = lanyard_format_iso8601 (self->zone, instant);
  lanyard_cli_json_begin_object (self, name);
  lanyard_cli_json_add_string (self, "utc", utc);
  lanyard_cli_json_add_string (self, "local", local);
  lanyard_cli_json_add_string (self, "zone", lanyard_zone_get_id (self->zone));
  lanyard_cli_json_end_object (self);
}

/**
 * lanyard_cli_json_add_id:
 * @self: a document
 * @name: (nullable): the member's name, %NULL inside a list
 * @kind: what it is
 * @key: its key
 *
 * Adds an id such as "talk:1891".
 */
void
lanyard_cli_json_add_id (LanyardCliJson *self,
                         const char     *name,
                         LanyardKind     kind,
                         const char     *key)
{
  g_autofree char *id = lanyard_cli_id_dup (kind, key);

  lanyard_cli_json_add_string (self, name, id);
}
