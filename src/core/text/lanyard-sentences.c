/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole sentences one after another, as a language parts them: Japanese has no
 * space there. Any thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-sentences.h"

/**
 * lanyard_join_sentences:
 * @first: one sentence or several, each with its full stop
 * @second: likewise
 *
 * Puts sentences together that a person reads in one go.
 *
 * Returns: (transfer full): the sentences
 */
char *
lanyard_join_sentences (const char *first,
                        const char *second)
{
  g_return_val_if_fail (first != NULL, NULL);
  g_return_val_if_fail (second != NULL, NULL);

  /* Translators: two whole sentences, each with its full stop, and what stands between them */
  return g_strdup_printf (C_("sentences", "%1$s %2$s"), first, second);
}
