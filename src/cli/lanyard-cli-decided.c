/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The options that keep only what somebody decided something about: by level,
 * mark and note. Several are alternatives, as they are in the window. Called by
 * the filter and by `plan`; main thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-cli-decided.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-text.h"

/* What can be typed, and what it means. */
typedef struct
{
  const char *name;
  LanyardFilterDecided decided;
} Word;

static const Word levels[] = {
  { "going", LANYARD_FILTER_GOING },
  { "maybe", LANYARD_FILTER_MAYBE },
  { NULL, LANYARD_FILTER_DECIDED_NOTHING },
};

static const Word marks[] = {
  { "seen", LANYARD_FILTER_SEEN },
  { "watch-later", LANYARD_FILTER_WATCH_LATER },
  { NULL, LANYARD_FILTER_DECIDED_NOTHING },
};

static gboolean
take_words (char                  **typed,
            const char             *option,
            const Word             *words,
            LanyardFilterDecided   *decided,
            GError                **error)
{
  for (guint i = 0; typed != NULL && typed[i] != NULL; i++)
    {
      const Word *word = words;
      g_autofree char *line = NULL;

      while (word->name != NULL && !g_str_equal (word->name, typed[i]))
        word++;
      *decided |= word->decided;
      if (word->name != NULL)
        continue;
      line = lanyard_cli_text_dup_line (typed[i]);
      g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
                   /* Translators: an option, two words that can be typed, and what was typed; all the same in every language */
                   _("“%s” takes “%s” or “%s”, not “%s”."), option, words[0].name, words[1].name, line);
      return FALSE;
    }
  return TRUE;
}

/**
 * lanyard_cli_decided_clear:
 * @self: options
 *
 * Frees what was typed.
 */
void
lanyard_cli_decided_clear (LanyardCliDecided *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->levels, g_strfreev);
  g_clear_pointer (&self->marks, g_strfreev);
}

/**
 * lanyard_cli_decided_fill_entries:
 * @self: where options are put
 * @entries: (array fixed-size=3) (out caller-allocates): the options
 *
 * Fills in the options.
 */
void
lanyard_cli_decided_fill_entries (LanyardCliDecided *self,
                                  GOptionEntry      *entries)
{
  const GOptionEntry filled[LANYARD_CLI_N_DECIDED_ENTRIES] = {
    { "level", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->levels,
      N_("Only what is starred as LEVEL: going, maybe"), N_("LEVEL") },
    { "mark", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->marks,
      N_("Only what is marked as MARK: seen, watch-later"), N_("MARK") },
    { "noted", 0, 0, G_OPTION_ARG_NONE, &self->is_noted, N_("Only what has a note"), NULL },
  };

  g_return_if_fail (self != NULL && entries != NULL);

  memcpy (entries, filled, sizeof filled);
}

/**
 * lanyard_cli_decided_is_typed:
 * @self: options
 *
 * Says whether any of them was typed.
 *
 * Returns: %TRUE if so
 */
gboolean
lanyard_cli_decided_is_typed (LanyardCliDecided *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->levels != NULL || self->marks != NULL || self->is_noted;
}

/**
 * lanyard_cli_decided_parse:
 * @self: options
 * @decided: (out): of what at least one must be decided
 * @error: return location for an error
 *
 * Understands what was typed.
 *
 * Returns: %FALSE with @error set when a word is neither a level nor a mark
 */
gboolean
lanyard_cli_decided_parse (LanyardCliDecided     *self,
                           LanyardFilterDecided  *decided,
                           GError               **error)
{
  g_return_val_if_fail (self != NULL && decided != NULL, FALSE);

  *decided = self->is_noted ? LANYARD_FILTER_NOTED : LANYARD_FILTER_DECIDED_NOTHING;
  return take_words (self->levels, "--level", levels, decided, error) &&
         take_words (self->marks, "--mark", marks, decided, error);
}
