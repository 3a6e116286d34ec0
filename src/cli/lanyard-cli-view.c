/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One conference with what is decided about it, in the zone that was asked for. Made by
 * every command that shows a programme or changes picks; main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-json-model.h"
#include "lanyard-cli-names.h"
#include "lanyard-cli-store.h"
#include "lanyard-cli-view.h"

/* What is the first and the last of a conference's instants: as its dates
 * say, or as its programme does where it has no dates. */
static gint64
find_instant (LanyardCliView *self,
              gboolean        is_last)
{
  const LanyardConferenceFields *fields = lanyard_conference_get_fields (self->conference);
  gint64 instant = is_last ? fields->end : fields->start;
  GPtrArray *talks = lanyard_programme_get_talks (self->programme);

  if (instant == LANYARD_NO_TIME && talks->len > 0)
    instant = lanyard_item_get_start (g_ptr_array_index (talks, 0));
  return instant != LANYARD_NO_TIME ? instant : 0;
}

/* Where the clocks are changed during the conference both short names are
 * said. */
static char *
dup_zone_line (LanyardCliView *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  const char *id;

  id = lanyard_zone_get_id (self->zone);
  first = lanyard_zone_dup_abbreviation (self->zone, find_instant (self, FALSE));
  last = lanyard_zone_dup_abbreviation (self->zone, find_instant (self, TRUE));
  if (g_str_equal (first, last) && g_str_equal (first, id))
    /* Translators: %s is a time zone without a name of its own, such as UTC */
    return g_strdup_printf (_("Times in %s"), id);
  if (g_str_equal (first, last))
    /* Translators: a time zone and its short name: "Times in Asia/Tokyo (JST)" */
    return g_strdup_printf (_("Times in %s (%s)"), id, first);
  /* Translators: "Times in Europe/Prague (CEST, then CET)" */
  return g_strdup_printf (_("Times in %s (%s, then %s)"), id, first, last);
}

/**
 * lanyard_cli_view_new:
 * @context: the run
 * @is_whole: whether talks' descriptions are needed, too
 * @error: return location for an error
 *
 * Loads the conference that the command line means.
 *
 * Returns: (transfer full) (nullable): a view, %NULL with @error set when
 *   there is no such conference or the store fails
 */
LanyardCliView *
lanyard_cli_view_new (LanyardCliContext  *context,
                      gboolean            is_whole,
                      GError            **error)
{
  g_autoptr (LanyardConference) chosen = NULL;

  g_return_val_if_fail (context != NULL, NULL);

  chosen = lanyard_cli_context_ref_conference (context, lanyard_cli_context_get_conference_name (context), error);
  return chosen != NULL ? lanyard_cli_view_new_of (context, chosen, is_whole, error) : NULL;
}

/**
 * lanyard_cli_view_new_of:
 * @context: the run
 * @conference: a conference of the store
 * @is_whole: whether talks' descriptions are needed, too
 * @error: return location for an error
 *
 * Loads a conference.
 *
 * Returns: (transfer full) (nullable): a view, %NULL with @error set when the
 *   store fails
 */
LanyardCliView *
lanyard_cli_view_new_of (LanyardCliContext  *context,
                         LanyardConference  *conference,
                         gboolean            is_whole,
                         GError            **error)
{
  g_autoptr (LanyardCliView) self = g_new0 (LanyardCliView, 1);
  const char *uuid;

  g_return_val_if_fail (context != NULL && conference != NULL, NULL);

  uuid = lanyard_conference_get_uuid (conference);
  if (is_whole)
    self->programme = lanyard_cli_store_load_whole (context, uuid, error);
  else
    self->programme = lanyard_cli_store_load_outline (context, uuid, error);
  self->decisions = self->programme != NULL ? lanyard_cli_store_load_decisions (context, uuid, error) : NULL;
  if (self->decisions == NULL)
    return NULL;

  self->conference = lanyard_programme_get_conference (self->programme);
  self->plan = lanyard_plan_new (self->programme, self->decisions);
  self->zone = lanyard_cli_context_ref_zone (context, self->conference);
  return g_steal_pointer (&self);
}

/**
 * lanyard_cli_view_free:
 * @self: (transfer full): a view
 *
 * Frees a view.
 */
void
lanyard_cli_view_free (LanyardCliView *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->programme);
  g_clear_pointer (&self->decisions, lanyard_decisions_unref);
  g_clear_pointer (&self->fits, lanyard_fits_free);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->zone, lanyard_zone_unref);
  g_free (self);
}

/**
 * lanyard_cli_view_print_zone:
 * @self: a view
 * @output: where to
 *
 * Prints in which zone the times below are; to a program as a comment.
 */
void
lanyard_cli_view_print_zone (LanyardCliView   *self,
                             LanyardCliOutput *output)
{
  g_autofree char *line = dup_zone_line (self);

  if (!lanyard_cli_output_is_terminal (output))
    lanyard_cli_output_add (output, "# ");
  lanyard_cli_output_add_line (output, line);
}

/**
 * lanyard_cli_view_new_json:
 * @self: a view
 *
 * Begins a JSON document about the conference.
 *
 * Returns: (transfer full): a document
 */
LanyardCliJson *
lanyard_cli_view_new_json (LanyardCliView *self)
{
  LanyardCliJson *json;

  g_return_val_if_fail (self != NULL, NULL);

  json = lanyard_cli_json_new (self->zone);
  lanyard_cli_view_set_json (self, json);
  lanyard_cli_json_add_conference (json, "conference", self->conference, lanyard_plan_get_n_picks (self->plan));
  return json;
}

/**
 * lanyard_cli_view_add_json_notes:
 * @self: a view
 * @json: a document about the conference
 *
 * Adds the list of notes and marks.
 */
void
lanyard_cli_view_add_json_notes (LanyardCliView *self,
                                 LanyardCliJson *json)
{
  GPtrArray *notes;

  g_return_if_fail (self != NULL && json != NULL);

  notes = lanyard_decisions_get_notes (self->decisions);
  lanyard_cli_json_begin_list (json, "notes");
  for (guint i = 0; i < notes->len; i++)
    {
      const LanyardNote *note = g_ptr_array_index (notes, i);

      lanyard_cli_json_add_note (json, note, lanyard_programme_find_title (self->programme, note->kind, note->key));
    }
  lanyard_cli_json_end_list (json);
}

/**
 * lanyard_cli_view_add_json_entries:
 * @self: a view
 * @json: a document about the conference
 *
 * Adds the list of own entries.
 */
void
lanyard_cli_view_add_json_entries (LanyardCliView *self,
                                   LanyardCliJson *json)
{
  GPtrArray *entries;

  g_return_if_fail (self != NULL && json != NULL);

  entries = lanyard_decisions_get_entries (self->decisions);
  lanyard_cli_json_begin_list (json, "entries");
  for (guint i = 0; i < entries->len; i++)
    lanyard_cli_json_add_item (json, NULL, entries->pdata[i]);
  lanyard_cli_json_end_list (json);
}

/**
 * lanyard_cli_view_set_json:
 * @self: a view
 * @json: a document
 *
 * Makes what is added to the document from now on be of this conference.
 */
void
lanyard_cli_view_set_json (LanyardCliView *self,
                           LanyardCliJson *json)
{
  g_return_if_fail (self != NULL && json != NULL);

  lanyard_cli_json_set_plan (json, self->plan);
  lanyard_cli_json_set_decisions (json, self->decisions);
}

/**
 * lanyard_cli_view_get_mark:
 * @self: a view
 * @kind: what it is
 * @key: its key
 * @item: (nullable): it, unless it is a session
 * @is_terminal: whether a person reads the mark
 *
 * Gets the mark of what is picked: a star, "?" for maybe, "–" for what is left
 * out, "·" for what belongs to a picked session. A block has its session's. A
 * program gets words.
 *
 * Returns: (transfer none): the mark, "" for what is not picked
 */
const char *
lanyard_cli_view_get_mark (LanyardCliView *self,
                           LanyardKind     kind,
                           const char     *key,
                           LanyardItem    *item,
                           gboolean        is_terminal)
{
  LanyardSession *session = item != NULL ? lanyard_item_get_session (item) : NULL;
  LanyardLevel level;

  g_return_val_if_fail (self != NULL, NULL);

  if (kind == LANYARD_KIND_BLOCK && session != NULL)
    level = lanyard_plan_get_level (self->plan, LANYARD_KIND_SESSION, lanyard_session_get_key (session));
  else
    level = lanyard_plan_get_level (self->plan, kind, key);
  if (level != LANYARD_LEVEL_NONE && !is_terminal)
    return lanyard_cli_level_get_name (level);
  if (level == LANYARD_LEVEL_GOING)
    return "★";
  if (level == LANYARD_LEVEL_MAYBE)
    return "?";
  if (level == LANYARD_LEVEL_LEFT_OUT)
    return "–";
  if (item != NULL && lanyard_plan_covers (self->plan, item))
    return is_terminal ? "·" : "covered";
  return "";
}
