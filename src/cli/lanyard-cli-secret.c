/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a secret from standard input, and shows nothing of it where that is a
 * terminal. A secret is never an argument, which everybody on the computer
 * could read. Called by `login`; main thread. */

#define _GNU_SOURCE /* for ppoll */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "lanyard-cli-error.h"
#include "lanyard-cli-output.h"
#include "lanyard-cli-secret.h"

#define LONGEST 4096

/* Signals that end the program. The terminal must be put right before. */
static const int endings[] = { SIGHUP, SIGINT, SIGQUIT, SIGTERM };

/* How the terminal and the signals were, to be put back. */
typedef struct
{
  struct termios   terminal;
  sigset_t         signals;
  struct sigaction actions[G_N_ELEMENTS (endings)];
} Before;

static void
ignore_cb (int number)
{
  /* That it is called is enough: it wakes who waits for a line. */
}

/* From here on the signals come only while somebody waits for them. */
static gboolean
hide_typing (Before *before)
{
  struct sigaction action = { .sa_handler = ignore_cb };
  struct termios silent;
  sigset_t blocked;

  if (tcgetattr (STDIN_FILENO, &before->terminal) != 0)
    return FALSE;

  sigemptyset (&blocked);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      sigaddset (&blocked, endings[i]);
      sigaction (endings[i], &action, &before->actions[i]);
    }
  sigprocmask (SIG_BLOCK, &blocked, &before->signals);

  silent = before->terminal;
  silent.c_lflag &= ~(tcflag_t) (ECHO | ECHONL);
  /* Nobody would put the terminal right if it stopped here. */
  silent.c_cc[VSUSP] = _POSIX_VDISABLE;
  return tcsetattr (STDIN_FILENO, TCSAFLUSH, &silent) == 0;
}

static void
show_typing (const Before *before)
{
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &before->terminal);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    sigaction (endings[i], &before->actions[i], NULL);
  sigprocmask (SIG_SETMASK, &before->signals, NULL);
}

/* Waits for something to read, or for a signal. */
static gboolean
wait_for_input (const sigset_t  *signals,
                GError         **error)
{
  struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };

  if (signals == NULL || ppoll (&input, 1, NULL, signals) >= 0)
    return TRUE;
  if (errno == EINTR)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Interrupted."));
  else
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  return FALSE;
}

/* Reads up to the end of a line, and keeps nothing of it elsewhere. */
static gboolean
read_line (char            *line,
           const sigset_t  *signals,
           GError         **error)
{
  gsize length = 0;

  while (length < LONGEST)
    {
      gssize n_read;

      if (!wait_for_input (signals, error))
        return FALSE;
      n_read = read (STDIN_FILENO, line + length, 1);
      if (n_read < 0 && errno == EINTR)
        continue;
      if (n_read < 0)
        {
          g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
          return FALSE;
        }
      if (n_read == 0 || line[length] == '\n')
        {
          line[length] = '\0';
          return TRUE;
        }
      length++;
    }
  g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
                       _("The first line of standard input is too long to be a token or a secret."));
  return FALSE;
}

/* The question goes where errors go: standard output may be a file. */
static gboolean
ask (const char  *question,
     char        *line,
     GError     **error)
{
  g_autofree char *encoded = lanyard_cli_output_dup_encoded (question);
  Before before;
  gboolean done;

  if (!hide_typing (&before))
    {
      g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_FAILED,
                           _("The terminal cannot hide what is typed; give it on standard input instead."));
      return FALSE;
    }
  fprintf (stderr, "%s ", encoded);
  done = read_line (line, &before.signals, error);
  fputc ('\n', stderr);
  show_typing (&before);
  return done;
}

/**
 * lanyard_cli_secret_read:
 * @question: what to ask for on a terminal
 * @error: return location for an error
 *
 * Reads the first line of standard input.
 *
 * Returns: (transfer full) (nullable): the line, %NULL with @error set if there
 *   is none
 */
LanyardCliSecret *
lanyard_cli_secret_read (const char  *question,
                         GError     **error)
{
  g_autoptr (LanyardCliSecret) line = NULL;

  g_return_val_if_fail (question != NULL, NULL);

  line = g_malloc0 (LONGEST + 1);
  if (isatty (STDIN_FILENO) ? !ask (question, line, error) : !read_line (line, NULL, error))
    return NULL;
  if (*line != '\0')
    return g_steal_pointer (&line);

  g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
                       _("Nothing came on standard input; type or pipe the token, or the API key’s secret."));
  return NULL;
}

/**
 * lanyard_cli_secret_free:
 * @self: (transfer full) (nullable): a secret
 *
 * Clears it and frees it.
 */
void
lanyard_cli_secret_free (LanyardCliSecret *self)
{
  if (self != NULL)
    explicit_bzero (self, strlen (self));
  g_free (self);
}
