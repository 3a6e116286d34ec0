/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A programme of any size, as it was and as it is after all numbers and the
 * spelling of all descriptions have changed. */

#pragma once

#include "compare-drafts.h"

static inline LanyardProgramme *
make_large (guint    n_talks,
            gboolean is_renumbered)
{
  Draft *draft = draft_new ();

  for (guint i = 0; i < n_talks; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", is_renumbered ? i + n_talks : i);
      g_autofree char *title = g_strdup_printf ("Talk number %u", i);
      g_autofree char *speakers = g_strdup_printf ("Person %u;Person %u", i % 500, i % 700);
      g_autofree char *description = g_strdup_printf ("Words about %u%s", i, is_renumbered ? ".\n" : ".");

      add_talk (draft, &(TalkFacts) { key, title, TEN + i * 60, "Hall", speakers, description, LANYARD_TEXT_MARKDOWN });
    }
  return draft_finish (draft);
}
