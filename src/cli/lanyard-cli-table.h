/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-output.h"

G_BEGIN_DECLS

/**
 * LanyardCliColumnFlags:
 * @LANYARD_CLI_COLUMN_TERMINAL: only for people
 * @LANYARD_CLI_COLUMN_PIPE: only for programs
 * @LANYARD_CLI_COLUMN_FLEXIBLE: may be cut to fit the terminal
 * @LANYARD_CLI_COLUMN_NUMBER: aligned at its end
 *
 * What is special about a column.
 */
typedef enum
{
  LANYARD_CLI_COLUMN_TERMINAL = 1 << 0,
  LANYARD_CLI_COLUMN_PIPE = 1 << 1,
  LANYARD_CLI_COLUMN_FLEXIBLE = 1 << 2,
  LANYARD_CLI_COLUMN_NUMBER = 1 << 3,
} LanyardCliColumnFlags;

/**
 * LanyardCliColumn:
 * @title: its heading on a terminal, marked for translation
 * @flags: what is special about it
 * @least: to how many columns of a terminal it may be cut, if flexible
 * @rank: the column of the highest rank is the first to go where the terminal
 *   is too narrow; 0 stays
 *
 * A column of a table.
 */
typedef struct
{
  const char            *title;
  LanyardCliColumnFlags  flags;
  int                    least;
  guint                  rank;
} LanyardCliColumn;

typedef struct _LanyardCliTable LanyardCliTable;

LanyardCliTable *lanyard_cli_table_new         (const LanyardCliColumn *columns,
                                                guint                   n_columns);
void             lanyard_cli_table_free        (LanyardCliTable        *self);
void             lanyard_cli_table_set_cell    (LanyardCliTable        *self,
                                                guint                   column,
                                                const char             *text);
void             lanyard_cli_table_set_number  (LanyardCliTable        *self,
                                                guint                   column,
                                                guint                   number);
void             lanyard_cli_table_end_row     (LanyardCliTable        *self);
void             lanyard_cli_table_add_heading (LanyardCliTable        *self,
                                                const char             *text);
void             lanyard_cli_table_add_note    (LanyardCliTable        *self,
                                                const char             *text);
void             lanyard_cli_table_print       (LanyardCliTable        *self,
                                                LanyardCliOutput       *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardCliTable, lanyard_cli_table_free)

G_END_DECLS
