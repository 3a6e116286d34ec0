/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli refresh`: asks the servers what is new. One conference that
 * cannot be refreshed does not hinder the others. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-online.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-json-model.h"
#include "lanyard-cli-news.h"
#include "lanyard-cli-store.h"
#include "lanyard-cli-sync.h"
#include "lanyard-cli-text.h"

static void
add_uuid (GPtrArray  *uuids,
          const char *uuid)
{
  if (!g_ptr_array_find_with_equal_func (uuids, uuid, g_str_equal, NULL))
    g_ptr_array_add (uuids, g_strdup (uuid));
}

/* All that have a feed: who added a conference from files did not ask for
 * anything to be fetched, until he names that conference. */
static gboolean
choose_all (LanyardCliContext  *context,
            GPtrArray          *uuids,
            GError            **error)
{
  g_autoptr (GPtrArray) conferences = lanyard_cli_context_list_conferences (context, error);

  if (conferences == NULL)
    return FALSE;

  for (guint i = 0; i < conferences->len; i++)
    {
      const char *uuid = lanyard_conference_get_uuid (g_ptr_array_index (conferences, i));
      gboolean has_feed;

      if (!lanyard_cli_store_has_feed (context, uuid, &has_feed, error))
        return FALSE;
      if (has_feed)
        add_uuid (uuids, uuid);
    }
  if (uuids->len > 0)
    return TRUE;

  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND,
               /* Translators: %s is a command to type, the same in every language */
               _("No conference was added from an address; “%s” adds one."), "lanyard-cli add ADDRESS");
  return FALSE;
}

static gboolean
choose (LanyardCliContext  *context,
        char              **names,
        GPtrArray          *uuids,
        GError            **error)
{
  const char * const current[] = { lanyard_cli_context_get_conference_name (context), NULL };
  const char * const *name = *names != NULL ? (const char * const *) names : current;

  do
    {
      g_autoptr (LanyardConference) conference = lanyard_cli_context_ref_conference (context, *name, error);

      if (conference == NULL)
        return FALSE;
      add_uuid (uuids, lanyard_conference_get_uuid (conference));
    }
  while (*name != NULL && *++name != NULL);
  return TRUE;
}

static gboolean
add_json (LanyardCliContext          *context,
          LanyardCliJson             *json,
          const LanyardCliRefreshed  *refreshed,
          LanyardConference          *conference,
          GError                    **error)
{
  g_autoptr (GPtrArray) picks = lanyard_cli_store_list_picks (context, refreshed->uuid, error);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (picks == NULL)
    return FALSE;

  lanyard_cli_json_begin_object (json, NULL);
  lanyard_cli_json_add_conference (json, "conference", conference, picks->len);
  lanyard_cli_json_add_boolean (json, "is_unchanged", refreshed->refresh != NULL && refreshed->refresh->is_unchanged);
  lanyard_cli_news_add_json (json, refreshed->refresh != NULL ? refreshed->refresh->changes : none);
  lanyard_cli_json_add_number (json, "n_skipped", refreshed->refresh != NULL ? refreshed->refresh->n_skipped : 0);
  lanyard_cli_json_add_string (json, "error", refreshed->error != NULL ? refreshed->error->message : NULL);
  lanyard_cli_json_end_object (json);
  return TRUE;
}

/* Says of one of several which it was that failed. */
static void
add_failure (LanyardCliContext *context,
             LanyardConference *conference,
             const GError      *error)
{
  g_autofree char *title = lanyard_cli_text_dup_line (lanyard_conference_get_title (conference));
  GError *failure = g_error_copy (error);

  g_prefix_error (&failure, "%s: ", title);
  lanyard_cli_context_take_failure (context, failure);
}

static gboolean
tell (LanyardCliContext  *context,
      GPtrArray          *ended,
      GError            **error)
{
  g_autoptr (LanyardZone) zone = lanyard_cli_context_ref_zone (context, NULL);
  g_autoptr (LanyardCliJson) json = lanyard_cli_context_is_json (context) ? lanyard_cli_json_new (zone) : NULL;
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);

  if (json != NULL)
    lanyard_cli_json_begin_list (json, "refreshed");
  for (guint i = 0; i < ended->len; i++)
    {
      const LanyardCliRefreshed *refreshed = g_ptr_array_index (ended, i);
      g_autoptr (LanyardConference) conference = lanyard_cli_context_ref_conference (context, refreshed->uuid, error);

      if (conference == NULL || (json != NULL && !add_json (context, json, refreshed, conference, error)))
        return FALSE;
      if (refreshed->error != NULL)
        add_failure (context, conference, refreshed->error);
      else if (json == NULL)
        lanyard_cli_news_print (output, conference, refreshed->refresh->changes, refreshed->refresh->n_skipped);
    }
  if (json != NULL)
    {
      lanyard_cli_json_end_list (json);
      lanyard_cli_json_print (json, output);
    }
  return TRUE;
}

/* Of the only one, the whole command fails as any other does. */
static gboolean
check_only (GPtrArray  *ended,
            GError    **error)
{
  const LanyardCliRefreshed *only = g_ptr_array_index (ended, 0);

  if (ended->len > 1 || only->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (only->error));
  return FALSE;
}

/**
 * lanyard_cli_refresh_run:
 * @context: the run
 * @argc: number of words, the command's name included
 * @argv: the words
 * @error: return location for an error
 *
 * Asks the servers of conferences what is new.
 *
 * Returns: %FALSE with @error set if it failed
 */
gboolean
lanyard_cli_refresh_run (LanyardCliContext  *context,
                         int                 argc,
                         char              **argv,
                         GError            **error)
{
  gboolean wants_all = FALSE, accepts_shrink = FALSE;
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &wants_all, N_("Refresh all conferences that have an address"), NULL },
    { "accept-shrink", 0, 0, G_OPTION_ARG_NONE, &accepts_shrink,
      N_("Keep the new programme even if many talks are missing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) ended = NULL;
  LanyardRefreshFlags flags = LANYARD_REFRESH_BY_HAND;

  if (!lanyard_cli_command_parse (&lanyard_cli_refresh, context, entries, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_refresh, argc, argv, 0, wants_all ? 0 : -1, error))
    return FALSE;

  if (!(wants_all ? choose_all (context, uuids, error) : choose (context, argv + 1, uuids, error)))
    return FALSE;
  if (accepts_shrink)
    flags |= LANYARD_REFRESH_ACCEPT_SHRINK;
  ended = lanyard_cli_sync_refresh (context, uuids, flags, error);
  return ended != NULL && check_only (ended, error) && tell (context, ended, error);
}
