/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps the calendar file that the window was told to keep, when a command has
 * changed something: calendar programs follow it whether or not a window is
 * open. The settings are read only then, for most runs change nothing. Called at
 * the end of a run, after its output; main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-calendar.h"

#include "sync/lanyard-living-calendar.h"

/* What is waited for. */
typedef struct
{
  GMainLoop *loop;            /* owned */
  LanyardCliContext *context; /* borrowed */
} Keeping;

static void
failed_cb (LanyardLivingCalendar *calendar,
           const GError          *error,
           Keeping               *keeping)
{
  lanyard_cli_context_take_failure (keeping->context, g_error_copy (error));
  g_main_loop_quit (keeping->loop);
}

/* NULL where the window is not installed, whose settings they are. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, APP_ID, TRUE) : NULL;

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
keep (LanyardCliContext *context,
      LanyardStore      *store,
      const char        *path,
      int                alarm)
{
  g_autoptr (LanyardLivingCalendar) calendar = lanyard_living_calendar_new (store);
  const LanyardIcalSettings settings = { .name = _("Lanyard"), .alarm = alarm };
  Keeping keeping = { g_main_loop_new (NULL, FALSE), context };
  gulong interrupted;

  g_signal_connect_swapped (calendar, "written", G_CALLBACK (g_main_loop_quit), keeping.loop);
  g_signal_connect (calendar, "failed", G_CALLBACK (failed_cb), &keeping);
  interrupted = g_cancellable_connect (lanyard_cli_context_get_cancellable (context), G_CALLBACK (g_main_loop_quit),
                                       keeping.loop, NULL);
  lanyard_living_calendar_keep (calendar, path, &settings);
  if (!g_cancellable_is_cancelled (lanyard_cli_context_get_cancellable (context)))
    g_main_loop_run (keeping.loop);
  g_cancellable_disconnect (lanyard_cli_context_get_cancellable (context), interrupted);
  g_main_loop_unref (keeping.loop);
}

/**
 * lanyard_cli_calendar_keep:
 * @context: a run at its end
 *
 * Writes the calendar file anew if there is to be one, the run has changed
 * anything that is in it, and it would differ. That it cannot be written is one
 * of the run's failures.
 */
void
lanyard_cli_calendar_keep (LanyardCliContext *context)
{
  LanyardStore *store;
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *path = NULL;

  g_return_if_fail (context != NULL);

  store = lanyard_cli_context_get_changed_store (context);
  if (store == NULL)
    return;
  settings = open_settings ();
  path = settings != NULL ? g_settings_get_string (settings, "calendar-file") : NULL;
  if (path != NULL && *path != '\0')
    keep (context, store, path, g_settings_get_int (settings, "calendar-alarm"));
}
