/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Standard output: gathered while a command works, written when it has
 * succeeded, so that a command that fails prints nothing by half. Knows
 * whether a person or a program reads, how wide the terminal is and how its
 * characters are encoded. Owned by the context; main thread. */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "lanyard-cli-output.h"

#define USUAL_WIDTH 80

struct _LanyardCliOutput
{
  GString *text;
  gboolean is_terminal;
  gboolean is_raw;
  gboolean has_bold;
  int      width;
};

static int
find_width (void)
{
  struct winsize size = { 0 };
  const char *columns = g_getenv ("COLUMNS");
  guint64 width;

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
  if (columns != NULL && g_ascii_string_to_unsigned (columns, 10, 1, G_MAXUINT16, &width, NULL))
    return (int) width;
  return USUAL_WIDTH;
}

/**
 * lanyard_cli_output_new:
 *
 * Makes an empty output.
 *
 * Returns: (transfer full): an output
 */
LanyardCliOutput *
lanyard_cli_output_new (void)
{
  LanyardCliOutput *self = g_new0 (LanyardCliOutput, 1);

  self->text = g_string_new (NULL);
  self->is_terminal = isatty (STDOUT_FILENO);
  self->has_bold = self->is_terminal && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
  self->width = self->is_terminal ? find_width () : 0;
  return self;
}

/**
 * lanyard_cli_output_free:
 * @self: (transfer full): an output
 *
 * Frees an output; what was not written is lost.
 */
void
lanyard_cli_output_free (LanyardCliOutput *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * lanyard_cli_output_is_terminal:
 * @self: an output
 *
 * Says whether a person reads it.
 *
 * Returns: %TRUE on a terminal
 */
gboolean
lanyard_cli_output_is_terminal (LanyardCliOutput *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_terminal;
}

/**
 * lanyard_cli_output_get_width:
 * @self: an output
 *
 * Gets how wide the terminal is.
 *
 * Returns: a number of columns, 0 if it is not a terminal
 */
int
lanyard_cli_output_get_width (LanyardCliOutput *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

/**
 * lanyard_cli_output_add:
 * @self: an output
 * @text: text that is safe to print
 *
 * Adds text as it is.
 */
void
lanyard_cli_output_add (LanyardCliOutput *self,
                        const char       *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  g_string_append (self->text, text);
}

/**
 * lanyard_cli_output_add_line:
 * @self: an output
 * @line: one line that is safe to print
 *
 * Adds a line and ends it.
 */
void
lanyard_cli_output_add_line (LanyardCliOutput *self,
                             const char       *line)
{
  lanyard_cli_output_add (self, line);
  lanyard_cli_output_add (self, "\n");
}

/**
 * lanyard_cli_output_add_bold:
 * @self: an output
 * @text: part of a line that is safe to print
 *
 * Adds text that stands out where the terminal can do so.
 */
void
lanyard_cli_output_add_bold (LanyardCliOutput *self,
                             const char       *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  if (self->has_bold)
    g_string_append_printf (self->text, "\033[1m%s\033[0m", text);
  else
    g_string_append (self->text, text);
}

/**
 * lanyard_cli_output_add_marked:
 * @self: an output
 * @text: text that is safe to print, with marks
 *
 * Adds text of which what is between the marks stands out.
 */
void
lanyard_cli_output_add_marked (LanyardCliOutput *self,
                               const char       *text)
{
  g_autoptr (GString) marked = g_string_new (text);

  g_return_if_fail (self != NULL);

  g_string_replace (marked, LANYARD_CLI_BOLD_BEGINS, self->has_bold ? "\033[1m" : "", 0);
  g_string_replace (marked, LANYARD_CLI_BOLD_ENDS, self->has_bold ? "\033[0m" : "", 0);
  lanyard_cli_output_add (self, marked->str);
}

/**
 * lanyard_cli_output_add_json:
 * @self: an output
 * @json: a JSON document
 *
 * Adds a document, which is written in UTF-8 whatever the locale says, as
 * RFC 8259 wants.
 */
void
lanyard_cli_output_add_json (LanyardCliOutput *self,
                             const char       *json)
{
  g_return_if_fail (self != NULL);

  self->is_raw = TRUE;
  lanyard_cli_output_add_line (self, json);
}

/**
 * lanyard_cli_output_add_bytes:
 * @self: an output
 * @bytes: a file
 *
 * Adds a file, which is written as it is.
 */
void
lanyard_cli_output_add_bytes (LanyardCliOutput *self,
                              GBytes           *bytes)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (bytes != NULL);

  self->is_raw = TRUE;
  g_string_append_len (self->text, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

/**
 * lanyard_cli_output_write:
 * @self: an output
 * @error: return location for an error
 *
 * Writes all that was added. When whoever reads has gone, that is
 * %G_IO_ERROR_BROKEN_PIPE, about which there is nothing to say.
 *
 * Returns: %FALSE with @error set when it could not be written
 */
gboolean
lanyard_cli_output_write (LanyardCliOutput  *self,
                          GError           **error)
{
  g_autofree char *encoded = NULL;
  const char *text;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!self->is_raw)
    encoded = lanyard_cli_output_dup_encoded (self->text->str);
  text = encoded != NULL ? encoded : self->text->str;

  errno = 0;
  fwrite (text, 1, encoded != NULL ? strlen (encoded) : self->text->len, stdout);
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                   /* Translators: %s is the system's reason */
                   _("The output could not be written: %s"), g_strerror (code));
      return FALSE;
    }
  g_string_truncate (self->text, 0);
  return TRUE;
}

/**
 * lanyard_cli_output_dup_encoded:
 * @text: text in UTF-8
 *
 * Says as much of a text as the terminal's encoding can.
 *
 * Returns: (transfer full): text in the locale's encoding
 */
char *
lanyard_cli_output_dup_encoded (const char *text)
{
  const char *charset;
  g_autofree char *target = NULL;
  char *encoded;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_get_charset (&charset))
    return g_strdup (text);

  target = g_strconcat (charset, "//TRANSLIT", NULL);
  encoded = g_convert (text, -1, target, "UTF-8", NULL, NULL, NULL);
  return encoded != NULL ? encoded : g_str_to_ascii (text, "C");
}
