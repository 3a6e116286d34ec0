/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli add`: reads a programme from an address or from files and stores
 * it. Nothing is changed unless all of it can be read. Main thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-dates.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-feeds.h"
#include "lanyard-cli-json-model.h"
#include "lanyard-cli-news.h"
#include "lanyard-cli-sheet.h"
#include "lanyard-cli-store.h"
#include "lanyard-cli-sync.h"
#include "lanyard-cli-text.h"

#include "formats/lanyard-format.h"
#include "net/lanyard-address.h"

typedef struct
{
  LanyardImport     *import;     /* owned */
  LanyardConference *conference; /* owned, as it is stored */
  guint              n_picks;
  GPtrArray         *changes;    /* owned, nullable: what changed in one that was there already */
  LanyardFeed       *feed;       /* owned, nullable: where it was read from */
} Addition;

static void
addition_clear (Addition *addition)
{
  g_clear_pointer (&addition->import, lanyard_import_free);
  g_clear_object (&addition->conference);
  g_clear_pointer (&addition->changes, g_ptr_array_unref);
  g_clear_pointer (&addition->feed, lanyard_feed_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Addition, addition_clear)

/* What the store says about the conference now: its uuid, its revision, and
 * the picks that came back with it. */
static gboolean
look_up (LanyardCliContext  *context,
         Addition           *addition,
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
add_number (LanyardCliSheet *sheet,
            const char      *label,
            guint            number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  lanyard_cli_sheet_add (sheet, label, text);
}

static void
add_details (LanyardCliSheet *sheet,
             const Addition  *addition)
{
  const LanyardConferenceFields *fields = lanyard_conference_get_fields (addition->conference);
  g_autoptr (GPtrArray) persons = lanyard_programme_dup_persons (addition->import->programme);
  g_autoptr (GPtrArray) rooms = lanyard_programme_dup_rooms (addition->import->programme);

  add_number (sheet, _("Blocks"), lanyard_programme_get_blocks (addition->import->programme)->len);
  add_number (sheet, _("Persons"), persons->len);
  add_number (sheet, _("Rooms"), rooms->len);
  lanyard_cli_sheet_add (sheet, _("Venue"), fields->venue);
  lanyard_cli_sheet_add (sheet, _("Page"), fields->url);
  lanyard_cli_sheet_add (sheet, _("ID"), addition->import->uuid);
}

/* What the reading had to skip or to repair: "1,078 talks; 1 had no readable
 * start and is listed as not scheduled". */
static void
print_remarks (LanyardCliOutput *output,
               LanyardProgramme *programme)
{
  const LanyardRemarks *remarks = lanyard_programme_get_remarks (programme);
  g_autofree char *summary = NULL;

  if (lanyard_remarks_is_empty (remarks))
    return;
  summary = lanyard_remarks_dup_summary (remarks, lanyard_programme_get_talks (programme)->len);
  lanyard_cli_output_add_line (output, summary);
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
print_summary (LanyardCliContext *context,
               const Addition    *addition,
               gboolean           is_verbose)
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
  add_number (sheet, _("Sessions"), lanyard_programme_get_sessions (addition->import->programme)->len);
  add_number (sheet, _("Talks"), lanyard_programme_get_talks (addition->import->programme)->len);
  add_number (sheet, _("Breaks"), lanyard_programme_get_breaks (addition->import->programme)->len);
  if (addition->feed != NULL)
    lanyard_cli_sheet_add (sheet, _("Read from"), addition->feed->url);
  if (addition->n_picks > 0)
    add_number (sheet, _("Picks"), addition->n_picks);
  if (n_skipped > 0)
    /* Translators: how many entries could not be read */
    add_number (sheet, _("Skipped"), n_skipped);
  if (is_verbose)
    add_details (sheet, addition);

  lanyard_cli_output_add_line (output, sentence);
  lanyard_cli_sheet_print (sheet, output);
  if (is_verbose)
    print_remarks (output, addition->import->programme);
}

/* An address that was added before is only refreshed. */
static void
print_known (LanyardCliContext *context,
             const Addition    *addition)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  g_autofree char *title = lanyard_cli_text_dup_line (lanyard_conference_get_title (addition->conference));
  /* Translators: %s is a conference's title */
  g_autofree char *sentence = g_strdup_printf (_("“%s” was added before."), title);

  lanyard_cli_output_add_line (output, sentence);
  lanyard_cli_news_print (output, addition->conference, addition->changes, 0);
}

static void
print_json (LanyardCliContext *context,
            const Addition    *addition)
{
  g_autoptr (LanyardZone) zone = lanyard_cli_context_ref_zone (context, addition->conference);
  g_autoptr (LanyardCliJson) json = lanyard_cli_json_new (zone);

  lanyard_cli_json_add_conference (json, "conference", addition->conference, addition->n_picks);
  if (addition->feed != NULL)
    lanyard_cli_feeds_add_json (json, addition->feed);
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

static gboolean
has_address (char **words)
{
  for (char **word = words; *word != NULL; word++)
    if (is_address (*word))
      return TRUE;
  return FALSE;
}

static GFile *
find_file (const char  *word,
           GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (word);
  g_autofree char *name = lanyard_cli_text_dup_line (word);

  if (!g_file_query_exists (file, NULL))
    g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND,
                 /* Translators: %s is a file's name as it was typed */
                 _("There is no file “%s”."), name);
  else
    return g_steal_pointer (&file);
  return NULL;
}

static GPtrArray *
find_files (char   **words,
            GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (char **word = words; *word != NULL; word++)
    {
      GFile *file = find_file (*word, error);

      if (file == NULL)
        return NULL;
      g_ptr_array_add (files, file);
    }
  return g_steal_pointer (&files);
}

static GPtrArray *
find_sample (GError **error)
{
  g_autoptr (GPtrArray) files = lanyard_import_list_sample ();

  if (g_file_query_exists (g_ptr_array_index (files, 0), NULL))
    return g_steal_pointer (&files);

  g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND, _("The sample is not installed."));
  return NULL;
}

/* What was read from an address, told like what was read from files. */
static LanyardImport *
import_preview (LanyardCliContext  *context,
                LanyardPreview     *preview,
                Addition           *addition,
                GError            **error)
{
  g_autoptr (LanyardSaved) saved = lanyard_cli_sync_add (context, preview, error);
  g_autoptr (LanyardImport) done = NULL;

  if (saved == NULL)
    return NULL;

  done = g_new0 (LanyardImport, 1);
  done->uuid = g_steal_pointer (&saved->uuid);
  done->is_new = saved->is_new;
  done->programme = saved->is_new ? g_object_ref (preview->programme)
                                  : lanyard_cli_store_load_outline (context, done->uuid, error);
  if (done->programme == NULL)
    return NULL;
  if (!saved->is_new)
    addition->changes = g_steal_pointer (&saved->changes);
  addition->feed = lanyard_feed_ref (preview->feed);
  return g_steal_pointer (&done);
}

/* Several addresses are those of one conference's feeds. */
static LanyardImport *
import_addresses (LanyardCliContext  *context,
                  char              **words,
                  const char         *feed,
                  Addition           *addition,
                  GError            **error)
{
  const LanyardWish wish = { .feed = feed, .others = (const char *const *) words + 1 };
  g_autoptr (LanyardPreview) preview = NULL;

  for (char **word = words; *word != NULL; word++)
    if (!is_address (*word))
      {
        g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
                             _("Add addresses by themselves, without files."));
        return NULL;
      }

  preview = lanyard_cli_sync_preview (context, words[0], &wish, error);
  return preview != NULL ? import_preview (context, preview, addition, error) : NULL;
}

/* Where it cannot be a question which file is wrong, the error names it. */
static LanyardImport *
import_files (LanyardCliContext  *context,
              char              **words,
              GError            **error)
{
  g_autoptr (GPtrArray) files = *words != NULL ? find_files (words, error) : find_sample (error);
  g_autoptr (GError) local_error = NULL;
  LanyardImport *done;

  if (files == NULL)
    return NULL;

  done = lanyard_cli_store_import (context, files, &local_error);
  if (local_error != NULL && local_error->domain == LANYARD_FORMAT_ERROR && g_strv_length (words) == 1)
    {
      g_autofree char *name = lanyard_cli_text_dup_line (words[0]);

      g_prefix_error (&local_error, "%s: ", name);
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return done;
}

/* What is of use only where something is fetched. */
static gboolean
check_feed_options (char       **words,
                    const char  *feed,
                    gboolean     is_list,
                    GError     **error)
{
  if ((feed == NULL && !is_list) || (has_address (words) && (!is_list || words[1] == NULL)))
    return TRUE;
  g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
                       is_list ? _("Name one address to list its feeds.")
                               : _("Only what has an address has a feed to choose."));
  return FALSE;
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  gboolean is_sample = FALSE, is_verbose = FALSE, is_list = FALSE;
  g_autofree char *feed = NULL;
  const GOptionEntry entries[] = {
    { "feed", 0, 0, G_OPTION_ARG_STRING, &feed,
      N_("Read this feed: indico, pretalx, xml, json, xcal, ical, or its address"), N_("FEED") },
    { "list-feeds", 0, 0, G_OPTION_ARG_NONE, &is_list, N_("Only list where there may be feeds"), NULL },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &is_sample, N_("Add the Linux Plumbers Conference 2026, which comes along"),
      NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &is_verbose, N_("Say more about what was added"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (Addition) addition = { 0 };

  if (!lanyard_cli_command_parse (&lanyard_cli_add, context, entries, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_add, argc, argv, is_sample ? 0 : 1, is_sample ? 0 : -1, error) ||
      !check_feed_options (argv + 1, feed, is_list, error))
    return FALSE;
  if (is_list)
    return lanyard_cli_feeds_list (context, argv[1], error);

  addition.import = has_address (argv + 1) ? import_addresses (context, argv + 1, feed, &addition, error)
                                           : import_files (context, argv + 1, error);
  if (addition.import == NULL || !look_up (context, &addition, error))
    return FALSE;

  if (lanyard_cli_context_is_json (context))
    print_json (context, &addition);
  else if (addition.changes != NULL)
    print_known (context, &addition);
  else
    print_summary (context, &addition, is_verbose);
  lanyard_cli_context_keep (context, g_steal_pointer (&addition.import));
  return TRUE;
}

const LanyardCliCommand lanyard_cli_add = {
  .name = "add",
  .words = N_("ADDRESS…|FILE…|FOLDER"),
  .summary = N_("Add a conference, or replace its programme"),
  .run = run,
};
