/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What adding files and adding addresses have in common: the words that are
 * typed, and what is told afterwards. Called by `add` in the two programs that
 * do it; main thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-cli-addition.h"
#include "lanyard-cli-command.h"
#include "lanyard-cli-dates.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-json-model.h"
#include "lanyard-cli-news.h"
#include "lanyard-cli-sheet.h"
#include "lanyard-cli-store.h"
#include "lanyard-cli-text.h"

#include "net/lanyard-address.h"

/* What the store says about the conference now: its uuid, its revision, and
 * the picks that came back with it. */
static gboolean
look_up (LanyardCliContext  *context,
         LanyardCliAddition  *addition,
         GError            **error)
{
  g_autoptr (GPtrArray) picks = NULL;

  addition->conference = lanyard_cli_context_ref_conference (context, addition->import->uuid, error);
  if (addition->conference == NULL)
    return FALSE;
  picks = lanyard_cli_store_list_picks (context, addition->import->uuid, error);
  addition->n_picks = picks != NULL ? picks->len : 0;
  return picks != NULL;
}

static void
add_details (LanyardCliSheet          *sheet,
             const LanyardCliAddition *addition)
{
  const LanyardConferenceFields *fields = lanyard_conference_get_fields (addition->conference);
  g_autoptr (GPtrArray) persons = lanyard_programme_dup_persons (addition->import->programme);
  g_autoptr (GPtrArray) rooms = lanyard_programme_dup_rooms (addition->import->programme);

  lanyard_cli_sheet_add_number (sheet, _("Blocks"), lanyard_programme_get_blocks (addition->import->programme)->len);
  lanyard_cli_sheet_add_number (sheet, _("Persons"), persons->len);
  lanyard_cli_sheet_add_number (sheet, _("Rooms"), rooms->len);
  lanyard_cli_sheet_add (sheet, _("Venue"), fields->venue);
  lanyard_cli_sheet_add (sheet, _("Page"), fields->url);
  lanyard_cli_sheet_add (sheet, _("ID"), addition->import->uuid);
}

/* What the reading had to skip or to repair: "1,078 talks; 1 had no readable
 * start and is listed as not scheduled"; but for the zone, which print_zone()
 * tells. */
static void
print_remarks (LanyardCliOutput *output,
               LanyardProgramme *programme)
{
  LanyardRemarks remarks = *lanyard_programme_get_remarks (programme);
  g_autofree char *summary = NULL;

  remarks.counts[LANYARD_REMARK_NO_ZONE] = 0;
  if (lanyard_remarks_is_empty (&remarks))
    return;
  summary = lanyard_remarks_dup_summary (&remarks, lanyard_programme_get_talks (programme)->len);
  lanyard_cli_output_add_line (output, summary);
}

/* Wrong times are worse than missing ones, so that this is said in any case. */
static void
print_zone (LanyardCliOutput         *output,
            const LanyardCliAddition *addition)
{
  g_autofree char *sentence = NULL;

  if (addition->zone != NULL || !lanyard_import_lacks_zone (addition->import->programme))
    return;
  /* Translators: %s is a zone, such as Europe/Prague; --zone=ZONE is typed as it is here */
  sentence = g_strdup_printf (_("The schedule names no time zone; its times are taken for those of %s. "
                                "If they are not, add it again with --zone=ZONE."),
                              lanyard_conference_get_zone (addition->conference));
  lanyard_cli_output_add_line (output, sentence);
}

/* The remarks that there are, by their names. */
static void
add_remarks (LanyardCliJson   *json,
             LanyardProgramme *programme)
{
  const LanyardRemarks *remarks = lanyard_programme_get_remarks (programme);

  lanyard_cli_json_begin_object (json, "remarks");
  for (guint i = 0; i < LANYARD_N_REMARKS; i++)
    if (remarks->counts[i] > 0)
      lanyard_cli_json_add_number (json, lanyard_remark_get_name (i), remarks->counts[i]);
  lanyard_cli_json_end_object (json);
}

static void
print_summary (LanyardCliContext        *context,
               const LanyardCliAddition *addition)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  g_autoptr (LanyardCliSheet) sheet = lanyard_cli_sheet_new ();
  g_autofree char *title = lanyard_cli_text_dup_line (lanyard_conference_get_title (addition->conference));
  g_autofree char *dates = lanyard_cli_dates_dup (addition->conference);
  g_autofree char *sentence = NULL;
  guint n_skipped = lanyard_programme_get_n_skipped (addition->import->programme);

  if (addition->import->is_new)
    /* Translators: %s is a conference's title */
    sentence = g_strdup_printf (_("Added “%s”."), title);
  else
    /* Translators: %s is a conference's title */
    sentence = g_strdup_printf (_("Replaced the programme of “%s”."), title);

  lanyard_cli_sheet_add (sheet, _("Dates"), dates);
  lanyard_cli_sheet_add (sheet, _("Zone"), lanyard_conference_get_zone (addition->conference));
  lanyard_cli_sheet_add_number (sheet, _("Sessions"), lanyard_programme_get_sessions (addition->import->programme)->len);
  lanyard_cli_sheet_add_number (sheet, _("Talks"), lanyard_programme_get_talks (addition->import->programme)->len);
  lanyard_cli_sheet_add_number (sheet, _("Breaks"), lanyard_programme_get_breaks (addition->import->programme)->len);
  if (addition->feed != NULL)
    lanyard_cli_sheet_add (sheet, _("Read from"), addition->feed->url);
  if (addition->n_picks > 0)
    lanyard_cli_sheet_add_number (sheet, _("Picks"), addition->n_picks);
  if (n_skipped > 0)
    /* Translators: how many entries could not be read */
    lanyard_cli_sheet_add_number (sheet, _("Skipped"), n_skipped);
  if (addition->is_verbose)
    add_details (sheet, addition);

  lanyard_cli_output_add_line (output, sentence);
  lanyard_cli_sheet_print (sheet, output);
  print_zone (output, addition);
  if (addition->is_verbose)
    print_remarks (output, addition->import->programme);
}

/* An address that was added before is only refreshed. */
static void
print_known (LanyardCliContext        *context,
             const LanyardCliAddition *addition)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  g_autofree char *title = lanyard_cli_text_dup_line (lanyard_conference_get_title (addition->conference));
  /* Translators: %s is a conference's title */
  g_autofree char *sentence = g_strdup_printf (_("“%s” was added before."), title);

  lanyard_cli_output_add_line (output, sentence);
  lanyard_cli_news_print (output, addition->conference, addition->changes, 0);
}

static void
print_json (LanyardCliContext        *context,
            const LanyardCliAddition *addition)
{
  g_autoptr (LanyardZone) zone = lanyard_cli_context_ref_zone (context, addition->conference);
  g_autoptr (LanyardCliJson) json = lanyard_cli_json_new (zone);

  lanyard_cli_json_add_conference (json, "conference", addition->conference, addition->n_picks);
  if (addition->feed != NULL)
    lanyard_cli_json_add_feeds (json, addition->feed);
  lanyard_cli_json_add_boolean (json, "is_new", addition->import->is_new);
  lanyard_cli_json_add_number (json, "n_breaks", lanyard_programme_get_breaks (addition->import->programme)->len);
  lanyard_cli_json_add_number (json, "n_skipped", lanyard_programme_get_n_skipped (addition->import->programme));
  add_remarks (json, addition->import->programme);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

/* A file that is there is a file, whatever it is called; what has another
 * scheme is an address, even if nothing can be fetched with that. */
static gboolean
is_address (const char *word)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (word);
  gboolean has_scheme = strstr (word, "://") != NULL && !g_str_has_prefix (word, "file:");

  return (has_scheme || lanyard_address_is_likely (word)) && !g_file_query_exists (file, NULL);
}

static guint
count_addresses (char **words)
{
  guint n_addresses = 0;

  for (char **word = words; *word != NULL; word++)
    n_addresses += is_address (*word);
  return n_addresses;
}

static gboolean
check_zone (const char  *name,
            GError     **error)
{
  g_autoptr (LanyardZone) zone = name != NULL ? lanyard_zone_new (name) : NULL;
  g_autofree char *line = NULL;

  if (name == NULL || zone != NULL)
    return TRUE;

  line = lanyard_cli_text_dup_line (name);
  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
               _("There is no time zone “%s”; write one such as Europe/Prague."), line);
  return FALSE;
}

/* What is of use only where something is fetched, and what can be. */
static gboolean
check_words (LanyardCliAddition  *self,
             char               **words,
             GError             **error)
{
  guint n_addresses = count_addresses (words);

  self->is_fetched = n_addresses > 0;
  if (self->is_list && (!self->is_fetched || words[1] != NULL))
    g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE, _("Name one address to list its feeds."));
  else if (self->feed_word != NULL && !self->is_fetched)
    g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
                         _("Only what has an address has a feed to choose."));
  else if (self->is_fetched && n_addresses < g_strv_length (words))
    g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
                         _("Add addresses by themselves, without files."));
  else
    return TRUE;
  return FALSE;
}

/**
 * lanyard_cli_addition_clear:
 * @self: what somebody wanted to add
 *
 * Frees what it has.
 */
void
lanyard_cli_addition_clear (LanyardCliAddition *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->feed_word, g_free);
  g_clear_pointer (&self->zone, g_free);
  g_clear_pointer (&self->import, lanyard_import_free);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->feed, lanyard_feed_unref);
  g_clear_object (&self->conference);
}

/**
 * lanyard_cli_addition_parse:
 * @self: (inout): nothing yet
 * @context: the run
 * @argc: (inout): number of words, the command's name included
 * @argv: (inout): the words; the options are removed
 * @error: return location for an error
 *
 * Reads what is to be added.
 *
 * Returns: %FALSE with @error set when the words are wrong
 */
gboolean
lanyard_cli_addition_parse (LanyardCliAddition   *self,
                            LanyardCliContext    *context,
                            int                  *argc,
                            char               ***argv,
                            GError              **error)
{
  gboolean is_sample = FALSE;
  const GOptionEntry entries[] = {
    { "feed", 0, 0, G_OPTION_ARG_STRING, &self->feed_word,
      N_("Read this feed: indico, pretalx, xml, json, xcal, ical, or its address"), N_("FEED") },
    { "list-feeds", 0, 0, G_OPTION_ARG_NONE, &self->is_list, N_("Only list where there may be feeds"), NULL },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &is_sample, N_("Add the Linux Plumbers Conference 2026, which comes along"),
      NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &self->is_verbose, N_("Say more about what was added"), NULL },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &self->zone,
      N_("Take times for those of this zone where the schedule names none"), N_("ZONE") },
    G_OPTION_ENTRY_NULL,
  };

  g_return_val_if_fail (self != NULL, FALSE);

  return lanyard_cli_command_parse (&lanyard_cli_add, context, entries, argc, argv, error) &&
         lanyard_cli_command_check_words (&lanyard_cli_add, *argc, *argv, is_sample ? 0 : 1, is_sample ? 0 : -1, error) &&
         check_words (self, *argv + 1, error) && check_zone (self->zone, error);
}

/**
 * lanyard_cli_addition_finish:
 * @self: what was added
 * @context: the run
 * @error: return location for an error
 *
 * Tells what came of it.
 *
 * Returns: %FALSE with @error set when the store fails
 */
gboolean
lanyard_cli_addition_finish (LanyardCliAddition  *self,
                             LanyardCliContext   *context,
                             GError             **error)
{
  g_return_val_if_fail (self != NULL && self->import != NULL, FALSE);

  if (!look_up (context, self, error))
    return FALSE;

  if (lanyard_cli_context_is_json (context))
    print_json (context, self);
  else if (self->changes != NULL)
    print_known (context, self);
  else
    print_summary (context, self);
  lanyard_cli_context_keep (context, g_steal_pointer (&self->import));
  return TRUE;
}
