/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all commands of one run share: the options that every command knows,
 * the store, the clock, the output. Made by main () and given to the command;
 * main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-await.h"
#include "lanyard-cli-context.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-rescue.h"
#include "lanyard-cli-text.h"

#include "time/lanyard-clock.h"

struct _LanyardCliContext
{
  LanyardCliOutput *output;   /* owned */
  GCancellable     *cancellable; /* owned */
  LanyardStore     *store;    /* owned, nullable until it is needed */
  gboolean          has_changed; /* whether plans or programmes in it are others now */
  LanyardSync      *sync;     /* owned, nullable until it is needed */
  GPtrArray        *failures; /* owned, of GError: what went wrong on the way */
  GPtrArray        *kept;     /* owned, of LanyardImport: what nobody needs any more */
  char    *zone_name;         /* owned, nullable */
  char    *conference_name;   /* owned, nullable */
  gboolean is_json;
};

static void
replace (char **option,
         char  *value)
{
  if (value == NULL)
    return;
  g_free (*option);
  *option = value;
}

/* A zone that does not exist is a mistake even where no time is shown. */
static gboolean
check_zone_name (const char  *name,
                 GError     **error)
{
  g_autoptr (LanyardZone) zone = NULL;

  if (name == NULL || g_str_equal (name, "local") || g_str_equal (name, "conference"))
    return TRUE;

  zone = lanyard_zone_new (name);
  if (zone == NULL)
    {
      g_autofree char *line = lanyard_cli_text_dup_line (name);

      g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
                   /* Translators: %s is what was typed */
                   _("There is no time zone “%s”; write one such as Europe/Prague, or local, or conference."),
                   line);
      return FALSE;
    }
  return TRUE;
}

/**
 * lanyard_cli_context_new:
 *
 * Begins a run.
 *
 * Returns: (transfer full): a context
 */
LanyardCliContext *
lanyard_cli_context_new (void)
{
  LanyardCliContext *self = g_new0 (LanyardCliContext, 1);

  self->output = lanyard_cli_output_new ();
  self->cancellable = g_cancellable_new ();
  self->failures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_import_free);
  return self;
}

/**
 * lanyard_cli_context_close:
 * @self: a context
 *
 * Ends a run and closes the store. What else the context has stays until it is
 * freed, or the process ends.
 */
void
lanyard_cli_context_close (LanyardCliContext *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->sync);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
}

/**
 * lanyard_cli_context_free:
 * @self: (transfer full): a context
 *
 * Ends a run, closes the store and frees the context.
 */
void
lanyard_cli_context_free (LanyardCliContext *self)
{
  g_return_if_fail (self != NULL);

  lanyard_cli_context_close (self);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->failures);
  g_ptr_array_unref (self->kept);
  g_free (self->zone_name);
  g_free (self->conference_name);
  lanyard_cli_output_free (self->output);
  g_free (self);
}

/**
 * lanyard_cli_context_parse:
 * @self: a context
 * @command: (nullable): the command's name with its words, as the help shows
 *   it; %NULL to read what stands before the command
 * @summary: what the help says
 * @entries: the command's own options, ended by an empty one
 * @argc: (inout): number of words
 * @argv: (inout): the words, the first of which is skipped; those read are removed
 * @error: return location for an error
 *
 * Reads a command's options and those that all commands know. Asked for help,
 * it prints it and ends the program.
 *
 * Returns: %FALSE with @error set when an option is wrong
 */
gboolean
lanyard_cli_context_parse (LanyardCliContext   *self,
                           const char          *command,
                           const char          *summary,
                           const GOptionEntry  *entries,
                           int                 *argc,
                           char              ***argv,
                           GError             **error)
{
  char *zone_name = NULL, *conference_name = NULL;
  const GOptionEntry shared[] = {
    { "conference", 0, 0, G_OPTION_ARG_FILENAME, &conference_name,
      N_("Which conference: part of its title, or the start of its id"), N_("NAME") },
    { "tz", 0, 0, G_OPTION_ARG_FILENAME, &zone_name,
      N_("Show times in ZONE: local, conference, or a name such as Asia/Tokyo"), N_("ZONE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->is_json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = NULL;
  gboolean done;

  g_return_val_if_fail (self != NULL, FALSE);

  /* Translators: words of a command line, as the help shows them */
  options = g_option_context_new (command != NULL ? command : _("COMMAND …"));
  g_option_context_set_translation_domain (options, GETTEXT_PACKAGE);
  if (command == NULL)
    {
      g_option_context_set_strict_posix (options, TRUE);
      g_option_context_set_description (options, summary);
    }
  else
    g_option_context_set_summary (options, summary);
  g_option_context_add_main_entries (options, entries, NULL);
  g_option_context_add_main_entries (options, shared, NULL);

  done = g_option_context_parse (options, argc, argv, error);
  replace (&self->zone_name, zone_name);
  replace (&self->conference_name, conference_name);
  return done && check_zone_name (self->zone_name, error);
}

/**
 * lanyard_cli_context_is_json:
 * @self: a context
 *
 * Says whether JSON is asked for.
 *
 * Returns: %TRUE if it is
 */
gboolean
lanyard_cli_context_is_json (LanyardCliContext *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_json;
}

/**
 * lanyard_cli_context_get_output:
 * @self: a context
 *
 * Gets where to print.
 *
 * Returns: (transfer none): the output
 */
LanyardCliOutput *
lanyard_cli_context_get_output (LanyardCliContext *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->output;
}

/**
 * lanyard_cli_context_get_cancellable:
 * @self: a context
 *
 * Gets what Ctrl+C cancels.
 *
 * Returns: (transfer none): a cancellable for every call of the run
 */
GCancellable *
lanyard_cli_context_get_cancellable (LanyardCliContext *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cancellable;
}

/**
 * lanyard_cli_context_find_now:
 * @self: a context
 * @now: (out): return location for the time, UTC seconds
 * @error: return location for an error
 *
 * Asks the clock, or what stands in for it.
 *
 * Returns: %FALSE with @error set when LANYARD_NOW is not a time
 */
gboolean
lanyard_cli_context_find_now (LanyardCliContext  *self,
                              gint64             *now,
                              GError            **error)
{
  g_autoptr (LanyardClock) clock = NULL;

  g_return_val_if_fail (self != NULL && now != NULL, FALSE);

  clock = lanyard_clock_new_from_environment (error);
  if (clock == NULL)
    return FALSE;
  *now = lanyard_clock_get_now (clock);
  return TRUE;
}

static void
changed_cb (LanyardCliContext *self)
{
  self->has_changed = TRUE;
}

/**
 * lanyard_cli_context_open_store:
 * @self: a context
 * @error: return location for an error
 *
 * Opens the store when it is first needed.
 *
 * Returns: (transfer none) (nullable): the store, %NULL with @error set when
 *   it cannot be opened
 */
LanyardStore *
lanyard_cli_context_open_store (LanyardCliContext  *self,
                                GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (LanyardStore) store = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->store != NULL)
    return self->store;

  path = lanyard_store_dup_default_path ();
  store = lanyard_store_new (path);
  lanyard_store_set_hasty (store);
  lanyard_cli_rescue_follow (store);
  g_signal_connect_swapped (store, "conferences-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (store, "decisions-changed", G_CALLBACK (changed_cb), self);
  await.cancellable = self->cancellable;
  lanyard_store_open_async (store, self->cancellable, lanyard_cli_await_cb, &await);
  if (!lanyard_store_open_finish (store, lanyard_cli_await_run (&await), error))
    return NULL;
  lanyard_cli_rescue_forget (store, self->cancellable);
  self->store = g_steal_pointer (&store);
  return self->store;
}

/**
 * lanyard_cli_context_get_changed_store:
 * @self: a context
 *
 * Gets the store if this run has changed plans or programmes in it.
 *
 * Returns: (transfer none) (nullable): the store, %NULL if nothing has changed
 */
LanyardStore *
lanyard_cli_context_get_changed_store (LanyardCliContext *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->has_changed ? self->store : NULL;
}

/**
 * lanyard_cli_context_take_sync:
 * @self: a context
 * @sync: (transfer full): what asks servers
 *
 * Keeps it for the commands that go to the network.
 */
void
lanyard_cli_context_take_sync (LanyardCliContext *self,
                               LanyardSync       *sync)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (sync != NULL && self->sync == NULL);

  self->sync = sync;
}

/**
 * lanyard_cli_context_get_sync:
 * @self: a context
 *
 * Gets what asks servers.
 *
 * Returns: (transfer none) (nullable): it, %NULL before there is one
 */
LanyardSync *
lanyard_cli_context_get_sync (LanyardCliContext *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sync;
}

/**
 * lanyard_cli_context_keep:
 * @self: a context
 * @import: (transfer full): what nobody needs any more
 *
 * Keeps a programme to the end, where the system takes it all at once: it takes
 * long to free it piece by piece.
 */
void
lanyard_cli_context_keep (LanyardCliContext *self,
                          LanyardImport     *import)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (import != NULL);

  g_ptr_array_add (self->kept, import);
}

/**
 * lanyard_cli_context_take_failure:
 * @self: a context
 * @failure: (transfer full): what went wrong
 *
 * Keeps what went wrong with one of several things, while the others went
 * well: it is told, and decides how the program ends, after the output.
 */
void
lanyard_cli_context_take_failure (LanyardCliContext *self,
                                  GError            *failure)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (failure != NULL);

  g_ptr_array_add (self->failures, failure);
}

/**
 * lanyard_cli_context_get_failures:
 * @self: a context
 *
 * Gets what went wrong on the way.
 *
 * Returns: (transfer none) (element-type GError): the failures
 */
GPtrArray *
lanyard_cli_context_get_failures (LanyardCliContext *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->failures;
}

/**
 * lanyard_cli_context_get_conference_name:
 * @self: a context
 *
 * Gets what `--conference` says.
 *
 * Returns: (transfer none) (nullable): a name, %NULL if it was not given
 */
const char *
lanyard_cli_context_get_conference_name (LanyardCliContext *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->conference_name;
}

/**
 * lanyard_cli_context_set_conference_name:
 * @self: a context
 * @name: a name
 *
 * Takes a name that a command was given as a word for what `--conference` says.
 */
void
lanyard_cli_context_set_conference_name (LanyardCliContext *self,
                                         const char        *name)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  g_set_str (&self->conference_name, name);
}

/**
 * lanyard_cli_context_ref_zone:
 * @self: a context
 * @conference: (nullable): whose zone "conference" means
 *
 * Finds the zone in which times are shown. A conference whose zone nobody
 * knows is shown in UTC.
 *
 * Returns: (transfer full): the zone
 */
LanyardZone *
lanyard_cli_context_ref_zone (LanyardCliContext *self,
                              LanyardConference *conference)
{
  LanyardZone *zone;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->zone_name == NULL || g_str_equal (self->zone_name, "local"))
    return lanyard_zone_new_local ();
  if (!g_str_equal (self->zone_name, "conference"))
    return lanyard_zone_new (self->zone_name);
  if (conference == NULL)
    return lanyard_zone_new_local ();

  zone = lanyard_zone_new (lanyard_conference_get_zone (conference));
  return zone != NULL ? zone : lanyard_zone_new_utc ();
}
