/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells, on standard error, that a backup has taken the place of a damaged
 * database, whichever command met it. Called by the context; main thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

#include "lanyard-cli-await.h"
#include "lanyard-cli-output.h"
#include "lanyard-cli-rescue.h"
#include "lanyard-cli-text.h"
#include "text/lanyard-sentences.h"

static void
rescued_cb (LanyardStore  *store,
            LanyardRescue *rescue)
{
  g_autoptr (LanyardZone) zone = lanyard_zone_new_local ();
  g_autofree char *sentence = lanyard_rescue_dup_sentence (rescue, zone);
  /* Translators: %s is a file's name */
  g_autofree char *place = g_strdup_printf (_("The damaged file is “%s”."), rescue->damaged_path);
  g_autofree char *both = lanyard_join_sentences (sentence, place);
  g_autofree char *line = lanyard_cli_text_dup_line (both);
  g_autofree char *encoded = lanyard_cli_output_dup_encoded (line);

  fprintf (stderr, "lanyard-cli: %s\n", encoded);
}

/**
 * lanyard_cli_rescue_follow:
 * @store: a store that is not open yet
 *
 * Tells what is done about a damaged database whenever that happens.
 */
void
lanyard_cli_rescue_follow (LanyardStore *store)
{
  g_return_if_fail (LANYARD_IS_STORE (store));

  g_signal_connect (store, "rescued", G_CALLBACK (rescued_cb), NULL);
}

/**
 * lanyard_cli_rescue_forget:
 * @store: a store that has been opened
 * @cancellable: (nullable): to cancel it
 *
 * Once a person has read it, it need not be told again. A script's output may
 * never be read.
 */
void
lanyard_cli_rescue_forget (LanyardStore *store,
                           GCancellable *cancellable)
{
  g_auto (LanyardCliAwait) await = { .cancellable = cancellable };

  g_return_if_fail (LANYARD_IS_STORE (store));

  if (lanyard_store_get_rescue (store) == NULL || !isatty (STDERR_FILENO))
    return;
  lanyard_store_forget_rescue_async (store, cancellable, lanyard_cli_await_cb, &await);
  lanyard_store_forget_rescue_finish (store, lanyard_cli_await_run (&await), NULL);
}
