/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli remove`: takes a conference away. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-json-model.h"
#include "lanyard-cli-store.h"
#include "lanyard-cli-text.h"

/* How long the store keeps the picks of a removed conference that has neither
 * notes nor own entries. */
#define DAYS_KEPT 30

static void
print_sentence (LanyardCliContext *context,
                LanyardConference *conference,
                LanyardDecisions  *decisions)
{
  g_autofree char *title = lanyard_cli_text_dup_line (lanyard_conference_get_title (conference));
  g_autofree char *sentence = NULL;
  g_autofree char *command = g_strdup_printf ("lanyard-cli remove --for-good %s", lanyard_conference_get_uuid (conference));
  guint n_picks = lanyard_decisions_get_picks (decisions)->len;

  if (lanyard_decisions_get_notes (decisions)->len > 0 || lanyard_decisions_get_entries (decisions)->len > 0)
    sentence = g_strdup_printf (
      /* Translators: the first %s is a conference's title, the second a command to type */
      _("Removed “%s”; your picks, notes and own entries are kept until you add it again, or type “%s”."),
      title, command);
  else if (n_picks == 0)
    /* Translators: %s is a conference's title */
    sentence = g_strdup_printf (_("Removed “%s”."), title);
  else
    sentence = g_strdup_printf (
      /* Translators: a conference's title, a number of picks, a number of days */
      ngettext ("Removed “%s”; your %u pick is kept for %d days and returns when you add it again.",
                "Removed “%s”; your %u picks are kept for %d days and return when you add it again.", n_picks),
      title, n_picks, DAYS_KEPT);
  lanyard_cli_output_add_line (lanyard_cli_context_get_output (context), sentence);
}

static void
print_farewell (LanyardCliContext *context,
                LanyardConference *conference)
{
  g_autofree char *title = lanyard_cli_text_dup_line (lanyard_conference_get_title (conference));
  /* Translators: %s is a conference's title */
  g_autofree char *sentence = g_strdup_printf (_("Removed “%s” for good, with all you had decided."), title);

  lanyard_cli_output_add_line (lanyard_cli_context_get_output (context), sentence);
}

static void
print_json (LanyardCliContext *context,
            LanyardConference *conference,
            guint              n_picks)
{
  g_autoptr (LanyardZone) zone = lanyard_cli_context_ref_zone (context, conference);
  g_autoptr (LanyardCliJson) json = lanyard_cli_json_new (zone);

  lanyard_cli_json_add_conference (json, "removed", conference, n_picks);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

/* One that was removed already, and of which somebody has only the UUID, comes
 * back to be removed for good. */
static gboolean
bring_back (LanyardCliContext  *context,
            const char         *name,
            GError            **error)
{
  g_autoptr (GError) failure = NULL;

  if (!g_uuid_string_is_valid (name) || lanyard_cli_store_restore (context, name, &failure) ||
      g_error_matches (failure, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  gboolean is_for_good = FALSE;
  const GOptionEntry entries[] = {
    { "for-good", 0, 0, G_OPTION_ARG_NONE, &is_for_good, N_("And throw picks, notes and own entries away"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (LanyardConference) conference = NULL;
  g_autoptr (LanyardDecisions) decisions = NULL;
  const char *uuid;

  if (!lanyard_cli_command_parse (&lanyard_cli_remove, context, entries, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_remove, argc, argv, 1, 1, error))
    return FALSE;

  if (is_for_good && !bring_back (context, argv[1], error))
    return FALSE;
  conference = lanyard_cli_context_ref_conference (context, argv[1], error);
  if (conference == NULL)
    return FALSE;
  uuid = lanyard_conference_get_uuid (conference);
  decisions = lanyard_cli_store_load_decisions (context, uuid, error);
  if (decisions == NULL || !(is_for_good ? lanyard_cli_store_forget (context, uuid, error)
                                         : lanyard_cli_store_remove (context, uuid, error)))
    return FALSE;

  if (lanyard_cli_context_is_json (context))
    print_json (context, conference, lanyard_decisions_get_picks (decisions)->len);
  else if (is_for_good)
    print_farewell (context, conference);
  else
    print_sentence (context, conference, decisions);
  return TRUE;
}

const LanyardCliCommand lanyard_cli_remove = {
  .name = "remove",
  .words = N_("CONFERENCE"),
  .summary = N_("Remove a conference"),
  .run = run,
};
