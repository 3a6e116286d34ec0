/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli remove`: takes a conference away. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-json-model.h"
#include "lanyard-cli-store.h"
#include "lanyard-cli-text.h"

/* How long the store keeps the picks of a removed conference. */
#define DAYS_KEPT 30

static void
print_sentence (LanyardCliContext *context,
                LanyardConference *conference,
                guint              n_picks)
{
  g_autofree char *title = lanyard_cli_text_dup_line (lanyard_conference_get_title (conference));
  g_autofree char *sentence = NULL;

  if (n_picks == 0)
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
print_json (LanyardCliContext *context,
            LanyardConference *conference,
            guint              n_picks)
{
  g_autoptr (LanyardZone) zone = lanyard_cli_context_ref_zone (context, conference);
  g_autoptr (LanyardCliJson) json = lanyard_cli_json_new (zone);

  lanyard_cli_json_add_conference (json, "removed", conference, n_picks);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  g_autoptr (LanyardConference) conference = NULL;
  g_autoptr (GPtrArray) picks = NULL;
  const char *uuid;

  if (!lanyard_cli_command_parse (&lanyard_cli_remove, context, NULL, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_remove, argc, argv, 1, 1, error))
    return FALSE;

  conference = lanyard_cli_context_ref_conference (context, argv[1], error);
  if (conference == NULL)
    return FALSE;
  uuid = lanyard_conference_get_uuid (conference);
  picks = lanyard_cli_store_list_picks (context, uuid, error);
  if (picks == NULL || !lanyard_cli_store_remove (context, uuid, error))
    return FALSE;

  if (lanyard_cli_context_is_json (context))
    print_json (context, conference, picks->len);
  else
    print_sentence (context, conference, picks->len);
  return TRUE;
}

const LanyardCliCommand lanyard_cli_remove = {
  .name = "remove",
  .words = N_("CONFERENCE"),
  .summary = N_("Remove a conference"),
  .run = run,
};
