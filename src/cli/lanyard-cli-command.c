/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all commands do with their words before they do their own work. Called
 * by the commands' run functions; main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-text.h"

/**
 * lanyard_cli_command_parse:
 * @self: a command
 * @context: the run
 * @entries: (nullable): its own options, ended by an empty one
 * @argc: (inout): number of words, the command's name included
 * @argv: (inout): the words
 * @error: return location for an error
 *
 * Reads the options; the words that are none are left.
 *
 * Returns: %FALSE with @error set when an option is wrong
 */
gboolean
lanyard_cli_command_parse (const LanyardCliCommand   *self,
                           LanyardCliContext         *context,
                           const GOptionEntry        *entries,
                           int                       *argc,
                           char                    ***argv,
                           GError                   **error)
{
  const GOptionEntry none[] = { G_OPTION_ENTRY_NULL };
  g_autofree char *program = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  /* The help says how to call the program by this name. */
  program = g_strdup_printf ("lanyard-cli %s", self->name);
  g_set_prgname (program);
  return lanyard_cli_context_parse (context, self->words != NULL ? _(self->words) : "", _(self->summary),
                                    entries != NULL ? entries : none, argc, argv, error);
}

/**
 * lanyard_cli_command_check_words:
 * @self: a command
 * @argc: number of words that are left, the command's name included
 * @argv: the words
 * @least: how many must follow the name
 * @most: how many may, or -1 for any number
 * @error: return location for an error
 *
 * Checks that there are neither too few words nor too many.
 *
 * Returns: %FALSE with @error set if there are
 */
gboolean
lanyard_cli_command_check_words (const LanyardCliCommand  *self,
                                 int                       argc,
                                 char                    **argv,
                                 int                       least,
                                 int                       most,
                                 GError                  **error)
{
  g_autofree char *help = NULL;
  int n_words = argc - 1;

  g_return_val_if_fail (self != NULL, FALSE);

  help = g_strdup_printf ("lanyard-cli %s --help", self->name);
  if (n_words < least)
    {
      g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
                   /* Translators: %s is a command to type */
                   _("Something is missing; “%s” says what."), help);
      return FALSE;
    }
  if (most >= 0 && n_words > most)
    {
      g_autofree char *word = lanyard_cli_text_dup_line (argv[most + 1]);

      g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
                   /* Translators: the first %s is a word that was typed, the second a command to type */
                   _("“%s” is one word too many; see “%s”."), word, help);
      return FALSE;
    }
  return TRUE;
}
