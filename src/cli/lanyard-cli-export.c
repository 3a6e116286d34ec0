/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli export`: a plan, a few talks, a microconference or everything,
 * as a calendar, text, JSON, a link or pages. What is drawn is made by a program
 * of its own, for fonts take longer to load than all else. Main thread. */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "export/lanyard-ical.h"
#include "export/lanyard-shared-plan.h"
#include "lanyard-cli-backup.h"
#include "lanyard-cli-become.h"
#include "lanyard-cli-command.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-export.h"

static GBytes *
make_calendar (LanyardCliExport *self)
{
  const LanyardIcalSettings settings = {
    .name = self->view != NULL ? lanyard_conference_get_title (self->view->conference) : "Lanyard",
    .alarm = self->alarm,
    .has_zones = self->has_zones,
  };

  return lanyard_ical_export (self->extracts, &settings, NULL);
}

static GBytes *
make_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
make_file (LanyardCliExport   *self,
           LanyardCliContext  *context,
           GError            **error)
{
  g_autofree char *made = NULL;

  switch (self->format)
    {
    case LANYARD_CLI_FORMAT_ICS:
      return make_calendar (self);
    case LANYARD_CLI_FORMAT_JSON:
      made = lanyard_shared_plan_write (g_ptr_array_index (self->extracts, 0));
      return make_text (g_strconcat (made, "\n", NULL));
    case LANYARD_CLI_FORMAT_TEXT:
      return make_text (lanyard_shared_plan_write_text (g_ptr_array_index (self->extracts, 0), self->view->zone));
    case LANYARD_CLI_FORMAT_GIGGITY:
      made = lanyard_cli_export_dup_link (self, error);
      return made != NULL ? make_text (g_strconcat (made, "\n", NULL)) : NULL;
    case LANYARD_CLI_FORMAT_BACKUP:
      return lanyard_cli_backup_make (context, error);
    case LANYARD_CLI_FORMAT_PDF:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Asked before the store is opened, which would be for nothing. */
static gboolean
is_drawn (char **argv)
{
  for (char **word = argv; *word != NULL && !g_str_equal (*word, "--"); word++)
    if (g_str_equal (*word, "--pdf") || g_str_equal (*word, "--qr"))
      return TRUE;
  return FALSE;
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  g_autoptr (LanyardCliExport) self = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (is_drawn (argv))
    return lanyard_cli_become ("lanyard-print", error);

  self = lanyard_cli_export_parse (context, argc, argv, error);
  bytes = self != NULL ? make_file (self, context, error) : NULL;
  return bytes != NULL && lanyard_cli_export_finish (self, context, bytes, error);
}

const LanyardCliCommand lanyard_cli_export = {
  .name = "export",
  .words = N_("[ID|TITLE…]"),
  .summary = N_("Take your plan elsewhere: calendar, text, link or paper"),
  .run = run,
};
