/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows in columns. On a terminal they are aligned, fitted to its width and
 * stand under headings; through a pipe each row is one line of full text with
 * tabs between the cells. Made by the commands that list something; main
 * thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-table.h"
#include "lanyard-cli-text.h"

#define GAP 2

typedef enum
{
  ROW_CELLS,
  ROW_HEADING,
  ROW_NOTE,
} RowKind;

typedef struct
{
  RowKind kind;
  char  **cells; /* owned; of headings and notes one */
} Row;

struct _LanyardCliTable
{
  const LanyardCliColumn *columns; /* borrowed, as long as the program runs */
  guint   n_columns;
  GArray *rows; /* owned, of Row */
  char  **next; /* owned, the cells of the row that is being made */
};

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_clear_pointer (&row->cells, g_strfreev);
}

/* Every cell is a string, so that a row is a string vector. */
static char **
new_cells (guint n_cells)
{
  char **cells = g_new0 (char *, n_cells + 1);

  for (guint i = 0; i < n_cells; i++)
    cells[i] = g_strdup ("");
  return cells;
}

static void
add_row (LanyardCliTable *self,
         RowKind          kind,
         char           **cells)
{
  Row row = { .kind = kind, .cells = cells };

  g_array_append_val (self->rows, row);
}

static gboolean
is_shown (LanyardCliTable *self,
          guint            column,
          gboolean         is_terminal)
{
  LanyardCliColumnFlags hidden = is_terminal ? LANYARD_CLI_COLUMN_PIPE : LANYARD_CLI_COLUMN_TERMINAL;

  return (self->columns[column].flags & hidden) == 0;
}

/* gettext's answer to "" is the header of its file. */
static const char *
get_title (LanyardCliTable *self,
           guint            column)
{
  const char *title = self->columns[column].title;

  return *title != '\0' ? _(title) : title;
}

/* How wide each column would like to be: 0 where no row has anything. */
static void
measure (LanyardCliTable *self,
         int             *widths)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      widths[i] = 0;
      for (guint j = 0; is_shown (self, i, TRUE) && j < self->rows->len; j++)
        {
          const Row *row = &g_array_index (self->rows, Row, j);

          if (row->kind == ROW_CELLS)
            widths[i] = MAX (widths[i], lanyard_cli_text_get_width (row->cells[i]));
        }
      if (widths[i] > 0)
        widths[i] = MAX (widths[i], lanyard_cli_text_get_width (get_title (self, i)));
    }
}

static int
sum_up (LanyardCliTable *self,
        const int       *widths)
{
  int sum = 0;

  for (guint i = 0; i < self->n_columns; i++)
    if (widths[i] > 0)
      sum += widths[i] + (sum > 0 ? GAP : 0);
  return sum;
}

/* Takes from the widest columns that may be cut until the rest fits or none
 * may give more. */
static void
cut_columns (LanyardCliTable *self,
             int             *widths,
             int              width,
             gboolean         cuts_all)
{
  for (int excess = sum_up (self, widths) - width; excess > 0; excess--)
    {
      int widest = -1;

      for (guint i = 0; i < self->n_columns; i++)
        {
          gboolean is_flexible = (self->columns[i].flags & LANYARD_CLI_COLUMN_FLEXIBLE) != 0;
          int least = cuts_all ? 1 : self->columns[i].least;

          if ((is_flexible || cuts_all) && widths[i] > least && (widest < 0 || widths[i] > widths[widest]))
            widest = (int) i;
        }
      if (widest < 0)
        return;
      widths[widest]--;
    }
}

/* The next column to leave out, -1 if all that are left must stay. */
static int
find_dispensable (LanyardCliTable *self,
                  const int       *widths)
{
  int found = -1;

  for (guint i = 0; i < self->n_columns; i++)
    if (widths[i] > 0 && self->columns[i].rank > 0 &&
        (found < 0 || self->columns[i].rank > self->columns[found].rank))
      found = (int) i;
  return found;
}

static void
fit (LanyardCliTable *self,
     int             *widths,
     int              width)
{
  g_autofree int *wanted = NULL;

  measure (self, widths);
  wanted = g_memdup2 (widths, self->n_columns * sizeof *widths);

  cut_columns (self, widths, width, FALSE);
  while (sum_up (self, widths) > width)
    {
      int column = find_dispensable (self, widths);

      if (column < 0)
        {
          cut_columns (self, widths, width, TRUE);
          return;
        }
      wanted[column] = 0;
      for (guint i = 0; i < self->n_columns; i++)
        widths[i] = wanted[i];
      cut_columns (self, widths, width, FALSE);
    }
}

static char *
dup_padded (LanyardCliTable *self,
            guint            column,
            const char      *text,
            int              width)
{
  g_autofree char *cut = lanyard_cli_text_dup_cut (text, width);
  int missing = width - lanyard_cli_text_get_width (cut);

  if ((self->columns[column].flags & LANYARD_CLI_COLUMN_NUMBER) != 0)
    return g_strdup_printf ("%*s%s", missing, "", cut);
  return g_strdup_printf ("%s%*s", cut, missing, "");
}

static char *
dup_aligned (LanyardCliTable *self,
             char           **cells,
             const int       *widths)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    if (widths[i] > 0)
      {
        g_autofree char *cell = dup_padded (self, i, cells[i], widths[i]);

        if (line->len > 0)
          g_string_append_printf (line, "%*s", GAP, "");
        g_string_append (line, cell);
      }
  return g_strchomp (g_string_free_and_steal (line));
}

static void
print_titles (LanyardCliTable  *self,
              LanyardCliOutput *output,
              const int        *widths)
{
  g_auto (GStrv) titles = g_new0 (char *, self->n_columns + 1);
  g_autofree char *line = NULL;

  for (guint i = 0; i < self->n_columns; i++)
    titles[i] = g_strdup (get_title (self, i));
  line = dup_aligned (self, titles, widths);
  lanyard_cli_output_add_bold (output, line);
  lanyard_cli_output_add (output, "\n");
}

static void
print_aligned (LanyardCliTable  *self,
               LanyardCliOutput *output)
{
  g_autofree int *widths = g_new0 (int, self->n_columns);
  int width = lanyard_cli_output_get_width (output);

  fit (self, widths, width);
  print_titles (self, output, widths);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      g_autofree char *text = NULL;

      switch (row->kind)
        {
        case ROW_HEADING:
          text = lanyard_cli_text_dup_cut (row->cells[0], width);
          lanyard_cli_output_add (output, "\n");
          lanyard_cli_output_add_bold (output, text);
          lanyard_cli_output_add (output, "\n");
          break;

        case ROW_NOTE:
          text = lanyard_cli_text_dup_wrapped (row->cells[0], MAX (width - 2 * GAP, 1), 2 * GAP);
          lanyard_cli_output_add_marked (output, text);
          break;

        case ROW_CELLS:
        default:
          text = dup_aligned (self, row->cells, widths);
          lanyard_cli_output_add_line (output, text);
          break;
        }
    }
}

static void
print_plain (LanyardCliTable  *self,
             LanyardCliOutput *output)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      gboolean is_first = TRUE;

      if (row->kind != ROW_CELLS)
        continue;
      for (guint j = 0; j < self->n_columns; j++)
        if (is_shown (self, j, FALSE))
          {
            if (!is_first)
              lanyard_cli_output_add (output, "\t");
            lanyard_cli_output_add (output, row->cells[j]);
            is_first = FALSE;
          }
      lanyard_cli_output_add (output, "\n");
    }
}

/**
 * lanyard_cli_table_new:
 * @columns: (array length=n_columns): the columns, which outlive the table
 * @n_columns: how many there are
 *
 * Makes an empty table.
 *
 * Returns: (transfer full): a table
 */
LanyardCliTable *
lanyard_cli_table_new (const LanyardCliColumn *columns,
                       guint                   n_columns)
{
  LanyardCliTable *self;

  g_return_val_if_fail (columns != NULL && n_columns > 0, NULL);

  self = g_new0 (LanyardCliTable, 1);
  self->columns = columns;
  self->n_columns = n_columns;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->next = new_cells (n_columns);
  return self;
}

/**
 * lanyard_cli_table_free:
 * @self: (transfer full): a table
 *
 * Frees a table.
 */
void
lanyard_cli_table_free (LanyardCliTable *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->rows);
  g_strfreev (self->next);
  g_free (self);
}

/**
 * lanyard_cli_table_set_cell:
 * @self: a table
 * @column: which column
 * @text: (nullable): any text, made safe here
 *
 * Fills one cell of the row that is being made.
 */
void
lanyard_cli_table_set_cell (LanyardCliTable *self,
                            guint            column,
                            const char      *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (column < self->n_columns);

  g_free (self->next[column]);
  self->next[column] = lanyard_cli_text_dup_line (text);
}

/**
 * lanyard_cli_table_set_number:
 * @self: a table
 * @column: which column
 * @number: how many there are
 *
 * Fills one cell of the row that is being made with a number.
 */
void
lanyard_cli_table_set_number (LanyardCliTable *self,
                              guint            column,
                              guint            number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  lanyard_cli_table_set_cell (self, column, text);
}

/**
 * lanyard_cli_table_end_row:
 * @self: a table
 *
 * Ends the row that is being made and begins the next.
 */
void
lanyard_cli_table_end_row (LanyardCliTable *self)
{
  g_return_if_fail (self != NULL);

  add_row (self, ROW_CELLS, self->next);
  self->next = new_cells (self->n_columns);
}

/**
 * lanyard_cli_table_add_heading:
 * @self: a table
 * @text: any text
 *
 * Puts a heading above the rows that follow; on a terminal only.
 */
void
lanyard_cli_table_add_heading (LanyardCliTable *self,
                               const char      *text)
{
  char *cells[] = { NULL, NULL };
  g_autofree char *line = lanyard_cli_text_dup_line (text);

  g_return_if_fail (self != NULL);

  cells[0] = line;
  add_row (self, ROW_HEADING, g_strdupv (cells));
}

/**
 * lanyard_cli_table_add_note:
 * @self: a table
 * @text: any text; see lanyard_cli_output_add_marked()
 *
 * Puts a remark below the last row; on a terminal only.
 */
void
lanyard_cli_table_add_note (LanyardCliTable *self,
                            const char      *text)
{
  char *cells[] = { NULL, NULL };
  g_autofree char *line = lanyard_cli_text_dup_line (text);

  g_return_if_fail (self != NULL);

  cells[0] = line;
  add_row (self, ROW_NOTE, g_strdupv (cells));
}

/**
 * lanyard_cli_table_print:
 * @self: a table
 * @output: where to
 *
 * Prints the table; nothing if it has no rows.
 */
void
lanyard_cli_table_print (LanyardCliTable  *self,
                         LanyardCliOutput *output)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (output != NULL);

  if (self->rows->len == 0)
    return;
  if (lanyard_cli_output_is_terminal (output))
    print_aligned (self, output);
  else
    print_plain (self, output);
}
