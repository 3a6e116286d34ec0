/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where `lanyard-cli export` puts what it made: into a file, all at once, or
 * on standard output. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "export/lanyard-export-file.h"
#include "export/lanyard-shared-plan.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-export.h"

/**
 * lanyard_cli_export_finish:
 * @self: what was asked for
 * @context: the run
 * @bytes: what was made
 * @error: return location for an error
 *
 * Writes the file. Pages are not written to a terminal.
 *
 * Returns: %FALSE with @error set when it cannot be written
 */
gboolean
lanyard_cli_export_finish (LanyardCliExport   *self,
                           LanyardCliContext  *context,
                           GBytes             *bytes,
                           GError            **error)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  if (self->path == NULL && self->format == LANYARD_CLI_FORMAT_PDF && lanyard_cli_output_is_terminal (output))
    {
      g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
                           _("A terminal cannot show pages; say --output=FILE."));
      return FALSE;
    }
  if (self->path == NULL)
    {
      lanyard_cli_output_add_bytes (output, bytes);
      return TRUE;
    }
  return lanyard_export_file_write (self->path, bytes, error);
}

/**
 * lanyard_cli_export_dup_link:
 * @self: what was asked for
 * @error: return location for an error
 *
 * Makes the link for Giggity.
 *
 * Returns: (transfer full) (nullable): the link, %NULL with @error set if there
 *   is nothing to link to
 */
char *
lanyard_cli_export_dup_link (LanyardCliExport  *self,
                             GError           **error)
{
  char *link;

  g_return_val_if_fail (self != NULL, NULL);

  link = lanyard_shared_plan_write_link (g_ptr_array_index (self->extracts, 0));
  if (link == NULL)
    g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_FAILED,
                         _("There is nothing that Giggity could take: no talks, or a conference without an address."));
  return link;
}
