/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The options that say which items are wanted. What is typed is part of a name
 * and may fit several; what fits none is an error rather than an empty list.
 * Called by `talks` and `search`; main thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-cli-day.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-filter.h"
#include "lanyard-cli-names.h"
#include "lanyard-cli-text.h"

static gboolean
contains_folded (const char *text,
                 const char *folded_part)
{
  g_autofree char *folded = lanyard_cli_text_dup_folded (text);

  return strstr (folded, folded_part) != NULL;
}

/* "de" also means "de-AT" and "de_CH". */
static gboolean
is_language_meant (const char *language,
                   const char *folded)
{
  g_autofree char *folded_language = lanyard_cli_text_dup_folded (language);

  return g_str_has_prefix (folded_language, folded) && !g_ascii_isalnum (folded_language[strlen (folded)]);
}

static gboolean
is_session_meant (LanyardSession *session,
                  const char     *text,
                  const char     *folded)
{
  g_autofree char *id = lanyard_cli_id_dup (LANYARD_KIND_SESSION, lanyard_session_get_key (session));

  return g_str_equal (id, text) || g_str_equal (lanyard_session_get_key (session), text) ||
         contains_folded (lanyard_session_get_title (session), folded);
}

static gboolean
set_not_found (LanyardFilterField   field,
               const char          *text,
               GError             **error)
{
  switch (field)
    {
    case LANYARD_FILTER_SESSION:
      /* Translators: %s is what was typed */
      g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND, _("There is no session “%s”."), text);
      break;
    case LANYARD_FILTER_ROOM:
      /* Translators: %s is what was typed */
      g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND, _("There is no room “%s”."), text);
      break;
    case LANYARD_FILTER_TYPE:
      /* Translators: %s is what was typed */
      g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND, _("No talk is of the type “%s”."), text);
      break;
    case LANYARD_FILTER_LANGUAGE:
      /* Translators: %s is what was typed */
      g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND, _("No talk is in the language “%s”."), text);
      break;
    case LANYARD_FILTER_KEYWORD:
      /* Translators: %s is what was typed */
      g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND, _("No talk has the keyword “%s”."), text);
      break;
    default:
      g_return_val_if_reached (FALSE);
    }
  return FALSE;
}

static void
add_value (LanyardCliFilter   *self,
           LanyardFilterField  field,
           const char         *value)
{
  g_autoptr (LanyardFilter) before = g_steal_pointer (&self->filter);

  self->filter = lanyard_filter_with_value (before, field, value, TRUE);
}

/* Sessions are all that there are, for one without talks is no mistake. */
static gboolean
add_sessions (LanyardCliFilter *self,
              LanyardCliView   *view,
              const char       *line,
              const char       *folded)
{
  GPtrArray *sessions = lanyard_programme_get_sessions (view->programme);
  gboolean is_found = FALSE;

  for (guint i = 0; i < sessions->len; i++)
    if (is_session_meant (g_ptr_array_index (sessions, i), line, folded))
      {
        add_value (self, LANYARD_FILTER_SESSION, lanyard_session_get_key (g_ptr_array_index (sessions, i)));
        is_found = TRUE;
      }
  return is_found;
}

static gboolean
add_values (LanyardCliFilter   *self,
            LanyardCliView     *view,
            LanyardFilterField  field,
            const char         *folded)
{
  g_autoptr (GPtrArray) values = lanyard_programme_dup_filter_values (view->programme, field);
  gboolean is_found = FALSE;

  for (guint i = 0; i < values->len; i++)
    {
      const LanyardFilterValue *value = g_ptr_array_index (values, i);
      gboolean is_meant = field == LANYARD_FILTER_LANGUAGE ? is_language_meant (value->value, folded)
                                                           : contains_folded (value->label, folded);

      if (is_meant)
        add_value (self, field, value->value);
      is_found |= is_meant;
    }
  return is_found;
}

static gboolean
take_typed (LanyardCliFilter    *self,
            LanyardCliView      *view,
            LanyardFilterField   field,
            GError             **error)
{
  for (guint i = 0; self->typed[field] != NULL && self->typed[field][i] != NULL; i++)
    {
      g_autofree char *line = lanyard_cli_text_dup_line (self->typed[field][i]);
      g_autofree char *folded = lanyard_cli_text_dup_folded (line);
      gboolean is_found = field == LANYARD_FILTER_SESSION ? add_sessions (self, view, line, folded)
                                                          : add_values (self, view, field, folded);

      if (!is_found)
        return set_not_found (field, line, error);
    }
  return TRUE;
}

static gboolean
take_hours (LanyardCliFilter  *self,
            GError           **error)
{
  g_autoptr (LanyardFilter) before = NULL;
  int from_minute = 0;
  int until_minute = LANYARD_CLI_MINUTES_OF_DAY;

  if ((self->from != NULL && !lanyard_cli_day_parse_minute (self->from, &from_minute, error)) ||
      (self->until != NULL && !lanyard_cli_day_parse_minute (self->until, &until_minute, error)))
    return FALSE;

  before = g_steal_pointer (&self->filter);
  self->filter = lanyard_filter_with_hours (before, from_minute % LANYARD_CLI_MINUTES_OF_DAY, until_minute);
  return TRUE;
}

static gboolean
take_flags (LanyardCliFilter  *self,
            GError           **error)
{
  g_autoptr (LanyardFilter) before = g_steal_pointer (&self->filter);
  g_autoptr (LanyardFilter) with_picks = lanyard_filter_with_picks (before, self->is_starred);
  g_autoptr (LanyardFilter) with_decided = NULL;
  LanyardFilterDecided decided;

  if (!lanyard_cli_decided_parse (&self->decided, &decided, error))
    return FALSE;
  with_decided = lanyard_filter_with_decided (with_picks, decided);
  self->filter = lanyard_filter_with_still_to_come (with_decided, self->is_to_come);
  return TRUE;
}

/**
 * lanyard_cli_filter_clear:
 * @self: a filter
 *
 * Frees what a filter has.
 */
void
lanyard_cli_filter_clear (LanyardCliFilter *self)
{
  g_clear_pointer (&self->day, g_free);
  for (guint i = 0; i < LANYARD_N_FILTER_FIELDS; i++)
    g_clear_pointer (&self->typed[i], g_strfreev);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->until, g_free);
  lanyard_cli_decided_clear (&self->decided);
  g_clear_pointer (&self->filter, lanyard_filter_unref);
}

/**
 * lanyard_cli_filter_fill_entries:
 * @self: where options are put
 * @entries: (array fixed-size=13) (out caller-allocates): the options
 *
 * Fills in the options to filter by. Those with names may be given again, and
 * then any of them will do.
 */
void
lanyard_cli_filter_fill_entries (LanyardCliFilter *self,
                                 GOptionEntry     *entries)
{
  const GOptionEntry filled[LANYARD_CLI_N_FILTER_ENTRIES - LANYARD_CLI_N_DECIDED_ENTRIES] = {
    { "day", 0, 0, G_OPTION_ARG_FILENAME, &self->day,
      N_("Only that day: a date, a number (1 is the first day), or today"), N_("DAY") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &self->from,
      N_("Only what begins at TIME of the day or later"), N_("TIME") },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &self->until,
      N_("Only what begins before TIME of the day"), N_("TIME") },
    { "session", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->typed[LANYARD_FILTER_SESSION],
      N_("Only sessions with TEXT in their titles"), N_("TEXT") },
    { "room", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->typed[LANYARD_FILTER_ROOM],
      N_("Only rooms with TEXT in their names"), N_("TEXT") },
    { "type", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->typed[LANYARD_FILTER_TYPE],
      N_("Only talks with TEXT in their types"), N_("TEXT") },
    { "language", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->typed[LANYARD_FILTER_LANGUAGE],
      N_("Only talks in LANGUAGE"), N_("LANGUAGE") },
    { "keyword", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->typed[LANYARD_FILTER_KEYWORD],
      N_("Only talks with TEXT in a keyword"), N_("TEXT") },
    { "starred", 0, 0, G_OPTION_ARG_NONE, &self->is_starred, N_("Only what is starred"), NULL },
    { "still-to-come", 0, 0, G_OPTION_ARG_NONE, &self->is_to_come, N_("Only what is not over yet"), NULL },
  };

  memcpy (entries, filled, sizeof filled);
  lanyard_cli_decided_fill_entries (&self->decided, entries + G_N_ELEMENTS (filled));
}

/**
 * lanyard_cli_filter_is_typed:
 * @self: a filter
 *
 * Says whether any of the options was typed.
 *
 * Returns: %TRUE if so
 */
gboolean
lanyard_cli_filter_is_typed (LanyardCliFilter *self)
{
  for (guint i = 0; i < LANYARD_N_FILTER_FIELDS; i++)
    if (self->typed[i] != NULL)
      return TRUE;
  return self->day != NULL || self->from != NULL || self->until != NULL || self->is_starred || self->is_to_come ||
         lanyard_cli_decided_is_typed (&self->decided);
}

/**
 * lanyard_cli_filter_prepare:
 * @self: a filter
 * @context: the run
 * @view: the conference that is filtered
 * @error: return location for an error
 *
 * Understands what was typed.
 *
 * Returns: %FALSE with @error set when something is not in the programme, or
 *   no day or time
 */
gboolean
lanyard_cli_filter_prepare (LanyardCliFilter   *self,
                            LanyardCliContext  *context,
                            LanyardCliView     *view,
                            GError            **error)
{
  self->filter = lanyard_filter_new ();
  for (guint i = 0; i < LANYARD_N_FILTER_FIELDS; i++)
    if (!take_typed (self, view, i, error))
      return FALSE;
  return take_flags (self, error) && take_hours (self, error) && lanyard_cli_context_find_now (context, &self->now, error) &&
         lanyard_cli_day_parse (context, view, self->day, &self->day_number, error);
}

/**
 * lanyard_cli_filter_is_on_day:
 * @self: a filter that is prepared
 * @view: the conference
 * @item: an item of it
 *
 * Says whether an item is on the day that is wanted.
 *
 * Returns: %TRUE if so
 */
gboolean
lanyard_cli_filter_is_on_day (LanyardCliFilter *self,
                              LanyardCliView   *view,
                              LanyardItem      *item)
{
  if (self->day_number == LANYARD_CLI_ANY_DAY)
    return TRUE;
  return lanyard_item_is_scheduled (item) &&
         lanyard_zone_get_day (view->zone, lanyard_item_get_start (item)) == self->day_number;
}

/**
 * lanyard_cli_filter_matches:
 * @self: a filter that is prepared
 * @view: the conference
 * @item: an item of it
 *
 * Says whether an item is wanted.
 *
 * Returns: %TRUE if so
 */
gboolean
lanyard_cli_filter_matches (LanyardCliFilter *self,
                            LanyardCliView   *view,
                            LanyardItem      *item)
{
  return lanyard_cli_filter_is_on_day (self, view, item) &&
         lanyard_filter_matches (self->filter, item, view->plan, view->zone, self->now);
}
