/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is going on while the network is asked: one line on a terminal, gone
 * when there is something to read; nothing where no person looks. On standard
 * error, so that the output may go elsewhere. Called while a command waits;
 * main thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

#include "lanyard-cli-output.h"
#include "lanyard-cli-progress.h"

/* To the first column, and away with what stood there. */
#define ERASE "\r\033[K"

static void
show (LanyardCliProgress *self,
      const char         *text)
{
  g_autofree char *encoded = NULL;

  if (!self->is_terminal || g_strcmp0 (self->shown, text) == 0)
    return;

  g_free (self->shown);
  self->shown = g_strdup (text);
  encoded = lanyard_cli_output_dup_encoded (text);
  fprintf (stderr, ERASE "%s", encoded);
  fflush (stderr);
}

/**
 * lanyard_cli_progress_init:
 * @self: (out): a progress line
 *
 * Makes a line that says nothing yet.
 */
void
lanyard_cli_progress_init (LanyardCliProgress *self)
{
  g_return_if_fail (self != NULL);

  self->is_terminal = isatty (STDERR_FILENO) && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
  self->shown = NULL;
}

/**
 * lanyard_cli_progress_show_step:
 * @self: a progress line
 * @step: what is done now
 * @n_bytes: how much has arrived
 *
 * Says how far one conference is.
 */
void
lanyard_cli_progress_show_step (LanyardCliProgress *self,
                                LanyardSyncStep     step,
                                guint64             n_bytes)
{
  g_autofree char *size = g_format_size (n_bytes);
  g_autofree char *text = NULL;

  g_return_if_fail (self != NULL);

  switch (step)
    {
    case LANYARD_SYNC_CONNECTING:
      show (self, _("Connecting…"));
      break;
    case LANYARD_SYNC_DOWNLOADING:
      /* Translators: %s is a size such as 1.2 MB */
      text = g_strdup_printf (_("Downloading… %s"), size);
      show (self, text);
      break;
    case LANYARD_SYNC_READING:
      show (self, _("Reading…"));
      break;
    case LANYARD_SYNC_SAVING:
      show (self, _("Saving…"));
      break;
    default:
      g_return_if_reached ();
    }
}

/**
 * lanyard_cli_progress_show_many:
 * @self: a progress line
 * @n_left: how many conferences are not done
 * @n_bytes: how much has arrived for all of them
 *
 * Says how far several conferences are.
 */
void
lanyard_cli_progress_show_many (LanyardCliProgress *self,
                                guint               n_left,
                                guint64             n_bytes)
{
  g_autofree char *size = g_format_size (n_bytes);
  g_autofree char *text = NULL;

  g_return_if_fail (self != NULL);

  /* Translators: %u is how many are not done yet, %s a size such as 1.2 MB */
  text = g_strdup_printf (ngettext ("%u conference to go… %s", "%u conferences to go… %s", n_left), n_left, size);
  show (self, text);
}

/**
 * lanyard_cli_progress_clear:
 * @self: a progress line
 *
 * Leaves the terminal as it was.
 */
void
lanyard_cli_progress_clear (LanyardCliProgress *self)
{
  g_return_if_fail (self != NULL);

  if (self->shown != NULL)
    {
      fputs (ERASE, stderr);
      fflush (stderr);
    }
  g_clear_pointer (&self->shown, g_free);
}
