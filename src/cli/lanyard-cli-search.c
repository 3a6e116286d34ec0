/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli search`: finds words in titles, names and abstracts. Main
 * thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-filter.h"
#include "lanyard-cli-items.h"
#include "lanyard-cli-json-model.h"
#include "lanyard-cli-names.h"
#include "lanyard-cli-store.h"
#include "lanyard-cli-text.h"

#include "time/lanyard-time-format.h"

#define MOST_MATCHES 200

/* With a filter it is looked at more, of which most may be left out. */
#define MOST_FILTERED_MATCHES 20000

enum
{
  COLUMN_DAY,
  COLUMN_START,
  COLUMN_END,
  COLUMN_WHEN,
  COLUMN_TITLE,
  COLUMN_CONFERENCE,
  COLUMN_ID,
  COLUMN_SNIPPET,
};

static const LanyardCliColumn columns[] = {
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { N_("WHEN"), LANYARD_CLI_COLUMN_TERMINAL, 0, 2 },
  { N_("TITLE"), LANYARD_CLI_COLUMN_FLEXIBLE, 16, 0 },
  { N_("CONFERENCE"), LANYARD_CLI_COLUMN_FLEXIBLE, 10, 3 },
  { N_("ID"), LANYARD_CLI_COLUMN_FLEXIBLE, 11, 1 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
};

typedef struct
{
  LanyardCliView *view;        /* owned; NULL when all conferences are searched */
  GPtrArray      *conferences; /* owned; NULL when one is searched */
  GPtrArray      *matches;     /* owned, of LanyardMatch */
} Search;

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->view, lanyard_cli_view_free);
  g_clear_pointer (&search->conferences, g_ptr_array_unref);
  g_clear_pointer (&search->matches, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static const char *
get_conference_title (const Search       *search,
                      const LanyardMatch *match)
{
  for (guint i = 0; search->conferences != NULL && i < search->conferences->len; i++)
    {
      LanyardConference *conference = g_ptr_array_index (search->conferences, i);

      if (g_str_equal (lanyard_conference_get_uuid (conference), match->uuid))
        return lanyard_conference_get_title (conference);
    }
  return NULL;
}

/* A snippet has marks around the words that were found. */
static char *
dup_unmarked (const char *snippet)
{
  g_autoptr (GString) text = g_string_new (snippet);

  g_string_replace (text, LANYARD_CLI_BOLD_BEGINS, "", 0);
  g_string_replace (text, LANYARD_CLI_BOLD_ENDS, "", 0);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static LanyardItem *
find_item (LanyardCliView     *view,
           const LanyardMatch *match)
{
  if (match->kind == LANYARD_MATCH_TALK)
    return (LanyardItem *) lanyard_programme_find_talk (view->programme, match->key);
  if (match->kind == LANYARD_MATCH_BREAK)
    return (LanyardItem *) lanyard_programme_find_break (view->programme, match->key);
  return NULL;
}

static char *
dup_when (LanyardCliView *view,
          LanyardItem    *item)
{
  gint64 start = lanyard_item_get_start (item);
  g_autofree char *day = lanyard_format_day (lanyard_zone_get_day (view->zone, start), LANYARD_DAY_SHORT);
  g_autofree char *range = lanyard_format_time_range (view->zone, start, lanyard_item_get_end (item));

  /* Translators: a day and a time: "Mon 5, 10:00–10:30" */
  return g_strdup_printf (C_("day and times", "%s, %s"), day, range);
}

static void
set_time (LanyardCliTable    *table,
          LanyardCliView     *view,
          const LanyardMatch *match)
{
  LanyardItem *item = find_item (view, match);
  g_autofree char *when = NULL;

  if (item == NULL || !lanyard_item_is_scheduled (item))
    return;

  when = dup_when (view, item);
  lanyard_cli_table_set_cell (table, COLUMN_WHEN, when);
  lanyard_cli_items_set_instant (table, COLUMN_DAY, view->zone, lanyard_item_get_start (item),
                                 lanyard_item_get_end (item));
}

static void
add_row (LanyardCliTable    *table,
         const Search       *search,
         const LanyardMatch *match)
{
  g_autofree char *id = lanyard_cli_match_dup_id (match);
  g_autofree char *snippet = match->snippet != NULL ? dup_unmarked (match->snippet) : NULL;

  if (search->view != NULL)
    set_time (table, search->view, match);
  lanyard_cli_table_set_cell (table, COLUMN_TITLE, match->title);
  lanyard_cli_table_set_cell (table, COLUMN_CONFERENCE, get_conference_title (search, match));
  lanyard_cli_table_set_cell (table, COLUMN_ID, id != NULL ? id : lanyard_cli_match_kind_get_name (match->kind));
  lanyard_cli_table_set_cell (table, COLUMN_SNIPPET, snippet);
  lanyard_cli_table_end_row (table);
  if (match->snippet != NULL)
    lanyard_cli_table_add_note (table, match->snippet);
}

static void
print_list (LanyardCliContext *context,
            const Search      *search)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  g_autoptr (LanyardCliTable) table = lanyard_cli_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < search->matches->len; i++)
    add_row (table, search, g_ptr_array_index (search->matches, i));
  if (search->view != NULL)
    lanyard_cli_view_print_zone (search->view, output);
  lanyard_cli_table_print (table, output);
}

static void
add_json_match (LanyardCliJson     *json,
                const LanyardMatch *match)
{
  g_autofree char *id = lanyard_cli_match_dup_id (match);
  g_autofree char *snippet = match->snippet != NULL ? dup_unmarked (match->snippet) : NULL;

  lanyard_cli_json_begin_object (json, NULL);
  lanyard_cli_json_add_string (json, "conference_uuid", match->uuid);
  lanyard_cli_json_add_string (json, "kind", lanyard_cli_match_kind_get_name (match->kind));
  lanyard_cli_json_add_string (json, "id", id);
  lanyard_cli_json_add_string (json, "key", match->key);
  lanyard_cli_json_add_string (json, "title", match->title);
  lanyard_cli_json_add_instant (json, "start", match->start);
  lanyard_cli_json_add_instant (json, "end", match->end);
  lanyard_cli_json_add_string (json, "place", lanyard_cli_match_place_get_name (match->place));
  lanyard_cli_json_add_string (json, "snippet", snippet);
  lanyard_cli_json_end_object (json);
}

static void
print_json (LanyardCliContext *context,
            const Search      *search)
{
  g_autoptr (LanyardZone) zone = NULL;
  g_autoptr (LanyardCliJson) json = NULL;

  if (search->view != NULL)
    json = lanyard_cli_view_new_json (search->view);
  else
    {
      zone = lanyard_cli_context_ref_zone (context, NULL);
      json = lanyard_cli_json_new (zone);
    }
  lanyard_cli_json_begin_list (json, "matches");
  for (guint i = 0; i < search->matches->len; i++)
    add_json_match (json, g_ptr_array_index (search->matches, i));
  lanyard_cli_json_end_list (json);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

/* Only talks and breaks can be held against a filter. */
static void
keep_filtered (Search           *search,
               LanyardCliFilter *filter)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_match_unref);

  for (guint i = 0; i < search->matches->len && kept->len < MOST_MATCHES; i++)
    {
      LanyardMatch *match = g_ptr_array_index (search->matches, i);
      LanyardItem *item = find_item (search->view, match);

      if (item != NULL && lanyard_cli_filter_matches (filter, search->view, item))
        g_ptr_array_add (kept, lanyard_match_ref (match));
    }
  g_ptr_array_unref (search->matches);
  search->matches = g_steal_pointer (&kept);
}

static gboolean
find_matches (Search             *search,
              LanyardCliContext  *context,
              const char         *words,
              LanyardCliFilter   *filter,
              GError            **error)
{
  gboolean is_filtered = lanyard_cli_filter_is_typed (filter);
  const char *uuid = NULL;

  if (search->view != NULL)
    uuid = lanyard_conference_get_uuid (search->view->conference);
  search->matches = lanyard_cli_store_search (context, uuid, words,
                                              is_filtered ? MOST_FILTERED_MATCHES : MOST_MATCHES, error);
  if (search->matches == NULL)
    return FALSE;
  if (is_filtered)
    keep_filtered (search, filter);
  if (search->matches->len > 0)
    return TRUE;

  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND,
               /* Translators: %s is what was typed */
               _("Nothing was found for “%s”."), words);
  return FALSE;
}

/* Whose talks are searched: those of one conference, or all. */
static gboolean
load (Search             *search,
      LanyardCliContext  *context,
      gboolean            is_everywhere,
      LanyardCliFilter   *filter,
      GError            **error)
{
  if (is_everywhere && lanyard_cli_filter_is_typed (filter))
    {
      g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
                   /* Translators: %s is an option, the same in every language */
                   _("With “%s” nothing can be filtered."), "--all-conferences");
      return FALSE;
    }
  if (is_everywhere)
    return (search->conferences = lanyard_cli_context_list_conferences (context, error)) != NULL;
  return (search->view = lanyard_cli_view_new (context, FALSE, error)) != NULL &&
         lanyard_cli_filter_prepare (filter, context, search->view, error);
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  g_auto (LanyardCliFilter) filter = { 0 };
  gboolean is_everywhere = FALSE;
  GOptionEntry entries[LANYARD_CLI_N_FILTER_ENTRIES + 2] = {
    [LANYARD_CLI_N_FILTER_ENTRIES] = { "all-conferences", 0, 0, G_OPTION_ARG_NONE, &is_everywhere,
                                       N_("Search all conferences"), NULL },
  };
  g_autofree char *joined = NULL;
  g_autofree char *words = NULL;
  g_auto (Search) search = { 0 };

  lanyard_cli_filter_fill_entries (&filter, entries);
  if (!lanyard_cli_command_parse (&lanyard_cli_search, context, entries, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_search, argc, argv, 1, -1, error))
    return FALSE;

  joined = g_strjoinv (" ", argv + 1);
  words = lanyard_cli_text_dup_line (joined);
  if (!load (&search, context, is_everywhere, &filter, error) || !find_matches (&search, context, words, &filter, error))
    return FALSE;

  if (lanyard_cli_context_is_json (context))
    print_json (context, &search);
  else
    print_list (context, &search);
  return TRUE;
}

const LanyardCliCommand lanyard_cli_search = {
  .name = "search",
  .words = N_("WORDS…"),
  .summary = N_("Search titles, names, rooms and descriptions"),
  .run = run,
};
