/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the program that is typed to one that takes the same words and loads
 * what most commands do without: fonts, or what speaks with servers. Called by
 * commands before they do anything; main thread. */

#include "config.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "lanyard-cli-become.h"
#include "lanyard-cli-error.h"

/* Beside this program where it was built, in its own folder where it is
 * installed. */
static char *
find_program (const char *name)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  return g_build_filename (LIBEXECDIR, name, NULL);
}

/**
 * lanyard_cli_become:
 * @program: the name of another program of Lanyard
 * @error: return location for an error
 *
 * Becomes another program, with all words that were typed.
 *
 * Returns: %FALSE with @error set if that fails; not at all else
 */
gboolean
lanyard_cli_become (const char  *program,
                    GError     **error)
{
  g_autofree char *path = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  gsize size = 0;

  g_return_val_if_fail (program != NULL, FALSE);

  path = find_program (program);
  if (g_file_get_contents ("/proc/self/cmdline", &words, &size, NULL))
    for (char *at = words; at < words + size; at += strlen (at) + 1)
      g_ptr_array_add (argv, at);
  g_ptr_array_add (argv, NULL);
  execv (path, (char **) argv->pdata);
  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_FAILED,
               /* Translators: the first %s is a program's name, the second the system's reason */
               _("The program “%s” could not be started: %s"), path, g_strerror (errno));
  return FALSE;
}
