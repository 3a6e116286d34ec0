/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/lanyard-extract.h"

#include "lanyard-cli-view.h"

G_BEGIN_DECLS

/**
 * LanyardCliFormat:
 * @LANYARD_CLI_FORMAT_ICS: a calendar
 * @LANYARD_CLI_FORMAT_JSON: a plan that Lanyard reads
 * @LANYARD_CLI_FORMAT_TEXT: plain text
 * @LANYARD_CLI_FORMAT_GIGGITY: a link for the app of that name
 * @LANYARD_CLI_FORMAT_PDF: pages to print
 * @LANYARD_CLI_FORMAT_BACKUP: all that is yours, of all conferences
 *
 * What `lanyard-cli export` makes.
 */
typedef enum
{
  LANYARD_CLI_FORMAT_ICS,
  LANYARD_CLI_FORMAT_JSON,
  LANYARD_CLI_FORMAT_TEXT,
  LANYARD_CLI_FORMAT_GIGGITY,
  LANYARD_CLI_FORMAT_PDF,
  LANYARD_CLI_FORMAT_BACKUP,
} LanyardCliFormat;

/**
 * LanyardCliExport:
 * @view: (transfer full) (nullable): the conference, %NULL for all of them
 * @zone: (transfer full) (nullable): in which times are shown, of all of them
 * @format: what is made
 * @extracts: (transfer full) (element-type LanyardExtract): what is in it
 * @day: the only day, or %LANYARD_CLI_ANY_DAY
 * @session: (transfer none) (nullable): what was named, if that is one session
 * @title: (transfer full): what is above it on paper
 * @alarm: minutes before each entry of a calendar, or %LANYARD_ICAL_NO_ALARM
 * @has_zones: whether a calendar has zones instead of UTC
 * @is_grid: whether pages are rooms and hours
 * @has_code: whether the link is shown as a QR code, too
 * @paper: (transfer full) (nullable): the name of a paper
 * @path: (transfer full) (nullable): the file, %NULL for standard output
 *
 * What `lanyard-cli export` was asked for.
 */
typedef struct
{
  LanyardCliView   *view;
  LanyardZone      *zone;
  LanyardCliFormat  format;
  GPtrArray        *extracts;
  guint             day;
  LanyardSession   *session;
  char             *title;
  int               alarm;
  gboolean          has_zones;
  gboolean          is_grid;
  gboolean          has_code;
  char             *paper;
  char             *path;
} LanyardCliExport;

LanyardCliExport *lanyard_cli_export_parse       (LanyardCliContext  *context,
                                                  int                 argc,
                                                  char              **argv,
                                                  GError            **error);
void              lanyard_cli_export_free        (LanyardCliExport   *self);
gboolean          lanyard_cli_export_finish      (LanyardCliExport   *self,
                                                  LanyardCliContext  *context,
                                                  GBytes             *bytes,
                                                  GError            **error);
char             *lanyard_cli_export_dup_link    (LanyardCliExport   *self,
                                                  GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardCliExport, lanyard_cli_export_free)

G_END_DECLS
