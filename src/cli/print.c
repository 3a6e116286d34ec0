/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program that draws for `lanyard-cli export`, pages and QR codes. That one
 * becomes it: it takes the same words, and loads what drawing needs. Main
 * thread. */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "lanyard-cli-day.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-export.h"
#include "lanyard-cli-main.h"

#include "export/lanyard-qr.h"
#include "pages/lanyard-pages.h"
#include "plan/lanyard-day.h"

static LanyardPaper
find_paper (const LanyardCliExport *export)
{
  if (g_strcmp0 (export->paper, "letter") == 0)
    return LANYARD_PAPER_LETTER;
  return g_strcmp0 (export->paper, "pocket") == 0 ? LANYARD_PAPER_POCKET : LANYARD_PAPER_A4;
}

static LanyardPages *
make_pages (const LanyardCliExport *export)
{
  LanyardPaper paper = find_paper (export);
  LanyardExtract *extract;
  double width, height;

  lanyard_paper_get_size (paper, export->is_grid && paper != LANYARD_PAPER_POCKET, &width, &height);
  if (export->view == NULL)
    return lanyard_pages_new_plans (export->extracts, export->zone, _("My Plan"), width, height);
  extract = g_ptr_array_index (export->extracts, 0);
  if (export->is_grid)
    return lanyard_pages_new_grid (extract, export->view->zone,
                                   export->day != LANYARD_CLI_ANY_DAY ? export->day : LANYARD_DAY_NONE, width, height);
  if (export->session != NULL)
    return lanyard_pages_new_session (extract, export->session, export->view->zone, width, height);
  return lanyard_pages_new_list (extract, export->view->zone, export->title, width, height);
}

static GBytes *
draw_pages (LanyardCliExport  *export,
            GError           **error)
{
  g_autoptr (LanyardPages) pages = make_pages (export);

  if (lanyard_pages_are_read_from_the_right ())
    lanyard_pages_mirror (pages);
  return lanyard_pages_dup_pdf (pages, error);
}

static GBytes *
draw_code (LanyardCliExport  *export,
           GError           **error)
{
  g_autofree char *link = lanyard_cli_export_dup_link (export, error);
  g_autoptr (LanyardQr) code = link != NULL ? lanyard_qr_new (link) : NULL;
  g_autofree char *lines = NULL;
  char *both;

  if (link != NULL && code == NULL)
    g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_FAILED,
                         _("This is too much for a QR code; take fewer talks."));
  if (code == NULL)
    return NULL;
  lines = lanyard_qr_dup_lines (code);
  both = g_strdup_printf ("%s%s\n", lines, link);
  return g_bytes_new_take (both, strlen (both));
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  g_autoptr (LanyardCliExport) export = lanyard_cli_export_parse (context, argc, argv, error);
  g_autoptr (GBytes) drawn = NULL;

  if (export == NULL)
    return FALSE;
  drawn = export->format == LANYARD_CLI_FORMAT_PDF ? draw_pages (export, error) : draw_code (export, error);
  return drawn != NULL && lanyard_cli_export_finish (export, context, drawn, error);
}

static const LanyardCliCommand lanyard_cli_print = {
  .name = "export",
  .words = N_("[ID|TITLE…]"),
  .summary = N_("Take your plan elsewhere: calendar, text, link or paper"),
  .run = run,
};

int
main (int   argc,
      char *argv[])
{
  const LanyardCliCommand * const commands[] = { &lanyard_cli_print };

  lanyard_cli_main (commands, G_N_ELEMENTS (commands), argc, argv);
}
