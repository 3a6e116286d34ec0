/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli add`: reads a programme from files and stores it. Nothing is
 * changed unless all of it can be read. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-dates.h"
#include "lanyard-cli-feed.h"
#include "lanyard-cli-json-model.h"
#include "lanyard-cli-sheet.h"
#include "lanyard-cli-store.h"
#include "lanyard-cli-text.h"

#include "formats/lanyard-format.h"

typedef struct
{
  LanyardProgramme  *programme;  /* owned, as it was read */
  char              *uuid;       /* owned */
  LanyardConference *conference; /* owned, as it is stored */
  gboolean           is_new;
  guint              n_picks;
} Addition;

static void
addition_clear (Addition *addition)
{
  g_clear_object (&addition->programme);
  g_clear_object (&addition->conference);
  g_clear_pointer (&addition->uuid, g_free);
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

  addition->conference = lanyard_cli_context_ref_conference (context, addition->uuid, error);
  if (addition->conference == NULL)
    return FALSE;
  picks = lanyard_cli_store_list_picks (context, addition->uuid, error);
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
  g_autoptr (GPtrArray) persons = lanyard_programme_dup_persons (addition->programme);
  g_autoptr (GPtrArray) rooms = lanyard_programme_dup_rooms (addition->programme);

  add_number (sheet, _("Blocks"), lanyard_programme_get_blocks (addition->programme)->len);
  add_number (sheet, _("Persons"), persons->len);
  add_number (sheet, _("Rooms"), rooms->len);
  lanyard_cli_sheet_add (sheet, _("Venue"), fields->venue);
  lanyard_cli_sheet_add (sheet, _("Page"), fields->url);
  lanyard_cli_sheet_add (sheet, _("ID"), addition->uuid);
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
  guint n_skipped = lanyard_programme_get_n_skipped (addition->programme);

  if (addition->is_new)
    /* Translators: %s is a conference's title */
    sentence = g_strdup_printf (_("Added “%s”."), title);
  else
    /* Translators: %s is a conference's title */
    sentence = g_strdup_printf (_("Replaced the programme of “%s”."), title);

  lanyard_cli_sheet_add (sheet, _("Dates"), dates);
  lanyard_cli_sheet_add (sheet, _("Zone"), lanyard_conference_get_zone (addition->conference));
  add_number (sheet, _("Sessions"), lanyard_programme_get_sessions (addition->programme)->len);
  add_number (sheet, _("Talks"), lanyard_programme_get_talks (addition->programme)->len);
  add_number (sheet, _("Breaks"), lanyard_programme_get_breaks (addition->programme)->len);
  if (addition->n_picks > 0)
    add_number (sheet, _("Picks"), addition->n_picks);
  if (n_skipped > 0)
    /* Translators: how many entries could not be read */
    add_number (sheet, _("Skipped"), n_skipped);
  if (is_verbose)
    add_details (sheet, addition);

  lanyard_cli_output_add_line (output, sentence);
  lanyard_cli_sheet_print (sheet, output);
}

static void
print_json (LanyardCliContext *context,
            const Addition    *addition)
{
  g_autoptr (LanyardZone) zone = lanyard_cli_context_ref_zone (context, addition->conference);
  g_autoptr (LanyardCliJson) json = lanyard_cli_json_new (zone);

  lanyard_cli_json_add_conference (json, "conference", addition->conference, addition->n_picks);
  lanyard_cli_json_add_boolean (json, "is_new", addition->is_new);
  lanyard_cli_json_add_number (json, "n_breaks", lanyard_programme_get_breaks (addition->programme)->len);
  lanyard_cli_json_add_number (json, "n_skipped", lanyard_programme_get_n_skipped (addition->programme));
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

static LanyardProgramme *
read_programme (gboolean    is_sample,
                char      **words,
                GError    **error)
{
  g_autoptr (GPtrArray) documents = NULL;
  LanyardProgramme *programme;

  documents = is_sample ? lanyard_cli_feed_load_sample (error) : lanyard_cli_feed_load (words, error);
  programme = documents != NULL ? lanyard_format_read (documents, error) : NULL;
  if (programme == NULL && documents != NULL && !is_sample && words[1] == NULL)
    {
      g_autofree char *name = lanyard_cli_text_dup_line (words[0]);

      g_prefix_error (error, "%s: ", name);
    }
  return programme;
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  gboolean is_sample = FALSE, is_verbose = FALSE;
  const GOptionEntry entries[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, &is_sample, N_("Add the Linux Plumbers Conference 2026, which comes along"),
      NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &is_verbose, N_("Say more about what was added"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (Addition) addition = { 0 };

  if (!lanyard_cli_command_parse (&lanyard_cli_add, context, entries, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_add, argc, argv, is_sample ? 0 : 1, is_sample ? 0 : -1, error))
    return FALSE;

  addition.programme = read_programme (is_sample, argv + 1, error);
  if (addition.programme == NULL)
    return FALSE;
  addition.uuid = lanyard_cli_store_save (context, addition.programme, &addition.is_new, error);
  if (addition.uuid == NULL || !look_up (context, &addition, error))
    return FALSE;

  if (lanyard_cli_context_is_json (context))
    print_json (context, &addition);
  else
    print_summary (context, &addition, is_verbose);
  return TRUE;
}

const LanyardCliCommand lanyard_cli_add = {
  .name = "add",
  .words = N_("FILE…|FOLDER"),
  .summary = N_("Add a conference, or replace its programme"),
  .run = run,
};
