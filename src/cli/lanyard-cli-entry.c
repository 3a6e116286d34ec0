/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli entry`: adds, removes and lists entries of your own: meetings,
 * dinners, the hallway. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-choice.h"
#include "lanyard-cli-command.h"
#include "lanyard-cli-entry-times.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-items.h"
#include "lanyard-cli-json-model.h"
#include "lanyard-cli-names.h"
#include "lanyard-cli-store.h"
#include "lanyard-cli-text.h"

#include "time/lanyard-time-format.h"

enum
{
  COLUMN_DAY,
  COLUMN_START,
  COLUMN_END,
  COLUMN_TIME,
  COLUMN_PLACE,
  COLUMN_KIND,
  COLUMN_TITLE,
  COLUMN_PEOPLE,
  COLUMN_ID,
};

static const LanyardCliColumn columns[] = {
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { N_("TIME"), LANYARD_CLI_COLUMN_TERMINAL, 0, 0 },
  { N_("PLACE"), LANYARD_CLI_COLUMN_FLEXIBLE, 8, 2 },
  { N_("KIND"), 0, 0, 4 },
  { N_("TITLE"), LANYARD_CLI_COLUMN_FLEXIBLE, 20, 0 },
  { N_("PEOPLE"), LANYARD_CLI_COLUMN_FLEXIBLE, 10, 3 },
  { N_("ID"), LANYARD_CLI_COLUMN_FLEXIBLE, 12, 1 },
};

/* What may be typed about a new entry. */
typedef struct
{
  LanyardCliEntryTimes times;
  char *kind;
  char *place;
  char *people;
  char *note;
} Options;

static void
options_clear (Options *self)
{
  lanyard_cli_entry_times_clear (&self->times);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->people, g_free);
  g_clear_pointer (&self->note, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
are_any (const Options *self)
{
  return self->times.day != NULL || self->times.from != NULL || self->times.until != NULL || self->kind != NULL ||
         self->place != NULL || self->people != NULL || self->note != NULL;
}

static gboolean
parse_kind (const char      *text,
            LanyardOwnKind  *kind,
            GError         **error)
{
  g_autofree char *line = lanyard_cli_text_dup_line (text);

  if (lanyard_own_kind_from_name (line, kind))
    return TRUE;

  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
               /* Translators: the first %s is what was typed, the second a list of words to type */
               _("“%s” is no kind of entry; there are %s."), line, "meeting, meal, hallway, travel, other");
  return FALSE;
}

static LanyardOwnEntry *
make_entry (LanyardCliContext  *context,
            LanyardCliView     *view,
            const char         *word,
            Options            *options,
            GError            **error)
{
  g_autofree char *title = lanyard_cli_text_dup_line (word);
  g_autofree char *place = lanyard_cli_text_dup_line (options->place);
  g_autofree char *people = lanyard_cli_text_dup_line (options->people);
  g_autofree char *note = lanyard_cli_text_dup_lines (options->note);
  LanyardOwnEntryFields fields = {
    .kind = LANYARD_OWN_OTHER,
    .title = title,
    .zone = lanyard_zone_get_id (view->zone),
    .place = place,
    .people = people,
    .note = note,
  };

  if (*title == '\0')
    {
      g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE, _("An entry needs a title."));
      return NULL;
    }
  if ((options->kind != NULL && !parse_kind (options->kind, &fields.kind, error)) ||
      !lanyard_cli_entry_times_parse (&options->times, context, view, &fields.start, &fields.end, error))
    return NULL;
  return lanyard_own_entry_new (&fields);
}

static void
print_json (LanyardCliContext *context,
            LanyardCliView    *view,
            const char        *name,
            GPtrArray         *entries)
{
  g_autoptr (LanyardCliJson) json = lanyard_cli_view_new_json (view);

  lanyard_cli_json_begin_list (json, name);
  for (guint i = 0; i < entries->len; i++)
    lanyard_cli_json_add_item (json, NULL, entries->pdata[i]);
  lanyard_cli_json_end_list (json);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

static void
print_added (LanyardCliContext *context,
             LanyardCliView    *view,
             LanyardItem       *item)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  g_autofree char *title = lanyard_cli_text_dup_line (lanyard_item_get_title (item));
  g_autofree char *day = lanyard_format_day (lanyard_zone_get_day (view->zone, lanyard_item_get_start (item)),
                                             LANYARD_DAY_SHORT);
  g_autofree char *range = lanyard_format_time_range (view->zone, lanyard_item_get_start (item),
                                                      lanyard_item_get_end (item));
  g_autofree char *zone = lanyard_format_zone (view->zone, lanyard_item_get_start (item));
  /* Translators: a title, a day, times and their zone */
  g_autofree char *sentence = g_strdup_printf (_("Added “%s”: %s, %s, %s."), title, day, range, zone);

  lanyard_cli_output_add_line (output, sentence);
}

static gboolean
add (LanyardCliContext  *context,
     LanyardCliView     *view,
     char              **words,
     Options            *options,
     GError            **error)
{
  g_autoptr (LanyardOwnEntry) entry = make_entry (context, view, words[0], options, error);
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autoptr (LanyardDecisions) decisions = NULL;
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  const char *uuid = lanyard_conference_get_uuid (view->conference);

  if (entry == NULL)
    return FALSE;
  lanyard_edit_put_entry (edit, entry);
  if (!lanyard_cli_store_apply (context, uuid, edit, error))
    return FALSE;

  if (!lanyard_cli_context_is_json (context))
    {
      print_added (context, view, LANYARD_ITEM (entry));
      return TRUE;
    }
  decisions = lanyard_cli_store_load_decisions (context, uuid, error);
  if (decisions == NULL)
    return FALSE;
  g_ptr_array_add (added, lanyard_decisions_find_entry (decisions, lanyard_item_get_key (LANYARD_ITEM (entry))));
  print_json (context, view, "added", added);
  return TRUE;
}

static gboolean
is_meant (LanyardItem *item,
          const char  *text)
{
  g_autofree char *id = lanyard_cli_id_dup (LANYARD_KIND_OWN, lanyard_item_get_key (item));
  g_autofree char *folded = lanyard_cli_text_dup_folded (text);
  g_autofree char *title = lanyard_cli_text_dup_folded (lanyard_item_get_title (item));

  return g_str_equal (id, text) || g_str_equal (lanyard_item_get_key (item), text) || g_str_equal (title, folded);
}

static LanyardItem *
find_entry (LanyardCliView  *view,
            const char      *word,
            GError         **error)
{
  GPtrArray *entries = lanyard_decisions_get_entries (view->decisions);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = lanyard_cli_text_dup_line (word);
  LanyardItem *found = NULL;

  for (guint i = 0; i < entries->len; i++)
    if (is_meant (entries->pdata[i], line))
      {
        g_autofree char *title = lanyard_cli_text_dup_line (lanyard_item_get_title (entries->pdata[i]));
        g_autofree char *id = lanyard_cli_id_dup (LANYARD_KIND_OWN, lanyard_item_get_key (entries->pdata[i]));

        found = entries->pdata[i];
        g_ptr_array_add (candidates, g_strdup_printf ("%s  %s", id, title));
      }
  if (candidates->len == 1)
    return found;

  if (candidates->len == 0)
    g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND,
                 /* Translators: %s is what was typed */
                 _("There is no entry “%s”."), line);
  else
    lanyard_cli_choice_set_ambiguous (error, line, candidates);
  return NULL;
}

static gboolean
remove_entries (LanyardCliContext  *context,
                LanyardCliView     *view,
                char              **words,
                GError            **error)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();

  for (char **word = words; *word != NULL; word++)
    {
      LanyardItem *entry = find_entry (view, *word, error);

      if (entry == NULL)
        return FALSE;
      g_ptr_array_add (removed, entry);
      lanyard_edit_remove_entry (edit, lanyard_item_get_key (entry));
    }
  if (!lanyard_cli_store_apply (context, lanyard_conference_get_uuid (view->conference), edit, error))
    return FALSE;

  if (lanyard_cli_context_is_json (context))
    {
      print_json (context, view, "removed", removed);
      return TRUE;
    }
  for (guint i = 0; i < removed->len; i++)
    {
      g_autofree char *title = lanyard_cli_text_dup_line (lanyard_item_get_title (removed->pdata[i]));
      /* Translators: %s is a title */
      g_autofree char *sentence = g_strdup_printf (_("Removed “%s”."), title);

      lanyard_cli_output_add_line (output, sentence);
    }
  return TRUE;
}

static void
add_row (LanyardCliTable *table,
         LanyardCliView  *view,
         LanyardItem     *item,
         gboolean         is_terminal)
{
  const LanyardOwnEntryFields *fields = lanyard_own_entry_get_fields (LANYARD_OWN_ENTRY (item));
  g_autofree char *id = lanyard_cli_id_dup (LANYARD_KIND_OWN, fields->uuid);

  if (is_terminal)
    {
      g_autofree char *range = lanyard_format_time_range (view->zone, fields->start, fields->end);

      lanyard_cli_table_set_cell (table, COLUMN_TIME, range);
    }
  else
    lanyard_cli_items_set_instant (table, COLUMN_DAY, view->zone, fields->start, fields->end);
  lanyard_cli_table_set_cell (table, COLUMN_PLACE, fields->place);
  lanyard_cli_table_set_cell (table, COLUMN_KIND, lanyard_own_kind_get_name (fields->kind));
  lanyard_cli_table_set_cell (table, COLUMN_TITLE, fields->title);
  lanyard_cli_table_set_cell (table, COLUMN_PEOPLE, fields->people);
  lanyard_cli_table_set_cell (table, COLUMN_ID, id);
  lanyard_cli_table_end_row (table);
}

static void
list_entries (LanyardCliContext *context,
              LanyardCliView    *view)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  gboolean is_terminal = lanyard_cli_output_is_terminal (output);
  GPtrArray *entries = lanyard_decisions_get_entries (view->decisions);
  g_autoptr (LanyardCliTable) table = NULL;
  guint day = 0;

  if (lanyard_cli_context_is_json (context))
    {
      g_autoptr (LanyardCliJson) json = lanyard_cli_view_new_json (view);

      lanyard_cli_view_add_json_entries (view, json);
      lanyard_cli_json_print (json, output);
      return;
    }
  table = lanyard_cli_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < entries->len; i++)
    {
      lanyard_cli_items_add_day (table, view, entries->pdata[i], &day);
      add_row (table, view, entries->pdata[i], is_terminal);
    }
  lanyard_cli_view_print_zone (view, output);
  lanyard_cli_table_print (table, output);
  if (entries->len == 0 && is_terminal)
    lanyard_cli_output_add_line (output, _("There are no entries of your own yet."));
}

static gboolean
refuse (const char  *word,
        GError     **error)
{
  g_autofree char *line = lanyard_cli_text_dup_line (word);

  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
               /* Translators: the first %s is what was typed, the second a command to type */
               _("“%s” is not what can be done with entries, or not with these options; see “%s”."), line,
               "lanyard-cli entry --help");
  return FALSE;
}

static gboolean
run_action (LanyardCliContext  *context,
            int                 argc,
            char              **argv,
            Options            *options,
            GError            **error)
{
  gboolean is_add = g_str_equal (argv[1], "add");
  gboolean is_remove = g_str_equal (argv[1], "remove");
  g_autoptr (LanyardCliView) view = NULL;

  if ((!is_add && !is_remove && !g_str_equal (argv[1], "list")) || (!is_add && are_any (options)))
    return refuse (argv[1], error);
  if (!lanyard_cli_command_check_words (&lanyard_cli_entry, argc, argv, is_add || is_remove ? 2 : 1,
                                        is_remove ? -1 : is_add ? 2 : 1, error))
    return FALSE;

  view = lanyard_cli_view_new (context, FALSE, error);
  if (view == NULL)
    return FALSE;
  if (is_add)
    return add (context, view, argv + 2, options, error);
  if (is_remove)
    return remove_entries (context, view, argv + 2, error);
  list_entries (context, view);
  return TRUE;
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  g_auto (Options) options = { { NULL } };
  const GOptionEntry entries[] = {
    { "day", 0, 0, G_OPTION_ARG_FILENAME, &options.times.day,
      N_("On which day: a date, a number (1 is the first day), or today"), N_("DAY") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options.times.from, N_("When it begins, such as 12:30"), N_("TIME") },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &options.times.until,
      N_("When it ends, an hour later if not given"), N_("TIME") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &options.kind, N_("meeting, meal, hallway, travel or other"), N_("KIND") },
    { "place", 0, 0, G_OPTION_ARG_FILENAME, &options.place, N_("Where it is"), N_("PLACE") },
    { "people", 0, 0, G_OPTION_ARG_FILENAME, &options.people, N_("With whom"), N_("NAMES") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &options.note, N_("More about it"), N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };

  return lanyard_cli_command_parse (&lanyard_cli_entry, context, entries, &argc, &argv, error) &&
         lanyard_cli_command_check_words (&lanyard_cli_entry, argc, argv, 1, -1, error) &&
         run_action (context, argc, argv, &options, error);
}

const LanyardCliCommand lanyard_cli_entry = {
  .name = "entry",
  .words = N_("add TITLE | remove ID|TITLE… | list"),
  .summary = N_("Add, remove or list entries of your own"),
  .run = run,
};
