/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the programs of the command line have in common: finds the command,
 * runs it and turns what happened into an exit status. Main thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#ifdef HAVE_MALLOPT
#include <malloc.h>
#endif
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "lanyard-cli-calendar.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-main.h"
#include "lanyard-cli-text.h"

/* What a program can do. */
typedef struct
{
  const LanyardCliCommand * const *commands; /* borrowed */
  gsize n_commands;
} Program;

static const LanyardCliCommand *
find_command (const Program  *program,
              const char     *name,
              GError        **error)
{
  g_autofree char *line = lanyard_cli_text_dup_line (name);

  for (gsize i = 0; i < program->n_commands; i++)
    if (g_str_equal (program->commands[i]->name, name))
      return program->commands[i];

  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
               /* Translators: the first %s is what was typed, the second a command to type */
               _("There is no command “%s”; “%s” lists them."), line, "lanyard-cli --help");
  return NULL;
}

static char *
dup_list_of_commands (const Program *program)
{
  GString *list = g_string_new (_("Commands:"));

  for (gsize i = 0; i < program->n_commands; i++)
    g_string_append_printf (list, "\n  %-15s%s", program->commands[i]->name, _(program->commands[i]->summary));

  g_string_append (list, "\n\n");
  /* Translators: %s is a command to type */
  g_string_append_printf (list, _("“%s” says more about one of them."), "lanyard-cli COMMAND --help");
  g_string_append (list, "\n\n");
  g_string_append (list, _("Exit status: 0 done, 1 failed, 2 wrong usage, 3 not found, 4 offline, 5 not authorised; the manual has the others."));
  return g_string_free_and_steal (list);
}

static gboolean
print_version (LanyardCliContext *context)
{
  lanyard_cli_output_add_line (lanyard_cli_context_get_output (context), "lanyard-cli " APP_VERSION);
  return TRUE;
}

static gboolean
run (const Program      *program,
     LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  gboolean wants_version = FALSE;
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &wants_version, N_("Print the version"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *list = dup_list_of_commands (program);
  const LanyardCliCommand *command;

  if (!lanyard_cli_context_parse (context, NULL, list, entries, &argc, &argv, error))
    return FALSE;
  if (wants_version)
    return print_version (context);
  if (argc < 2)
    {
      g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
                   /* Translators: %s is a command to type */
                   _("A command is missing; “%s” lists them."), "lanyard-cli --help");
      return FALSE;
    }

  command = find_command (program, argv[1], error);
  return command != NULL && command->run (context, argc - 1, argv + 1, error);
}

/* One sentence on standard error, except where there is nothing to say:
 * whoever read the output knows that he stopped reading. */
static void
complain (const GError *error)
{
  g_autofree char *lines = NULL;
  g_autofree char *locale = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  lines = lanyard_cli_text_dup_lines (error->message);
  locale = lanyard_cli_output_dup_encoded (lines);
  fprintf (stderr, "lanyard-cli: %s\n", locale);
}

/* Ends as a program ends that knows nothing of Ctrl+C, so that the shell that
 * started it stops, too. */
static void
end_interrupted (void)
{
  signal (SIGINT, SIG_DFL);
  raise (SIGINT);
}

/* After the output, so that on a terminal they stand below it. */
static LanyardCliStatus
tell_failures (GPtrArray *failures)
{
  for (guint i = 0; i < failures->len; i++)
    complain (g_ptr_array_index (failures, i));
  return failures->len > 0 ? lanyard_cli_error_get_status (g_ptr_array_index (failures, 0))
                           : LANYARD_CLI_STATUS_DONE;
}

/* What a programme takes is asked of the system in a few large pieces, and what
 * one thread has freed is there for another: threads that have memory of their
 * own ask for each page of it. */
static void
spare_calls (void)
{
#ifdef HAVE_MALLOPT
  mallopt (M_ARENA_MAX, 1);
  mallopt (M_TOP_PAD, 16 * 1024 * 1024);
#endif
}

static LanyardCliStatus
run_to_end (const Program      *program,
            LanyardCliContext  *context,
            int                 argc,
            char              **argv)
{
  g_autoptr (GError) error = NULL;

  if (run (program, context, argc, argv, &error) &&
      lanyard_cli_output_write (lanyard_cli_context_get_output (context), &error))
    {
      lanyard_cli_calendar_keep (context);
      return tell_failures (lanyard_cli_context_get_failures (context));
    }

  complain (error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    end_interrupted ();
  return lanyard_cli_error_get_status (error);
}

/**
 * lanyard_cli_main:
 * @commands: (array length=n_commands): what the program can do
 * @n_commands: how many that are
 * @argc: number of words
 * @argv: the words
 *
 * Is a program's main function, and ends it.
 */
void
lanyard_cli_main (const LanyardCliCommand * const  *commands,
                  gsize                             n_commands,
                  int                               argc,
                  char                            **argv)
{
  const Program program = { commands, n_commands };
  LanyardCliContext *context;
  LanyardCliStatus status;

  spare_calls ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("lanyard-cli");

  context = lanyard_cli_context_new ();
  status = run_to_end (&program, context, argc, argv);
  lanyard_cli_context_close (context);
  exit (status);
}
