/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One table while it is read: rows of cells as they come, made rectangular at
 * the end. LanyardTextBuilder is its only caller. Any thread. */

#include "config.h"

#include "lanyard-text-table.h"

/* More columns than this nobody can read; their cells go on in the last one. */
#define MAX_COLUMNS 32

struct _LanyardTextTable
{
  GPtrArray *rows;          /* owned; each a GPtrArray of cells, each a GPtrArray of runs */
  LanyardRunWriter *writer; /* owned, nullable; of the open cell */
  guint n_columns;
  guint n_cells;            /* opened, wherever they went */
  guint n_data_cells;       /* of the first row: those that are no headings */
  guint max_cells;
};

LanyardTextTable *
lanyard_text_table_new (guint max_cells)
{
  LanyardTextTable *self = g_new0 (LanyardTextTable, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->max_cells = max_cells;
  return self;
}

void
lanyard_text_table_free (LanyardTextTable *self)
{
  g_clear_pointer (&self->writer, lanyard_run_writer_free);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
lanyard_text_table_open_row (LanyardTextTable *self)
{
  lanyard_text_table_close_cell (self);
  if (self->rows->len < self->max_cells)
    g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref));
}

void
lanyard_text_table_open_cell (LanyardTextTable *self,
                              gboolean          is_header)
{
  GPtrArray *row;

  lanyard_text_table_close_cell (self);
  if (self->rows->len == 0)
    lanyard_text_table_open_row (self);
  if (self->rows->len == 0 || lanyard_text_table_is_full (self))
    return;

  self->n_cells++;
  row = self->rows->pdata[self->rows->len - 1];
  if (row->len >= MAX_COLUMNS)
    return;

  if (self->rows->len == 1 && !is_header)
    self->n_data_cells++;
  self->writer = lanyard_run_writer_new (FALSE);
}

void
lanyard_text_table_close_cell (LanyardTextTable *self)
{
  GPtrArray *row;

  if (self->writer == NULL)
    return;

  row = self->rows->pdata[self->rows->len - 1];
  g_ptr_array_add (row, lanyard_run_writer_end (self->writer));
  self->n_columns = MAX (self->n_columns, row->len);
  g_clear_pointer (&self->writer, lanyard_run_writer_free);
}

/* Returns: (transfer none) (nullable): the open cell */
LanyardRunWriter *
lanyard_text_table_get_writer (LanyardTextTable *self)
{
  return self->writer;
}

/* Whether there were more cells than can be kept. */
gboolean
lanyard_text_table_is_full (LanyardTextTable *self)
{
  return self->n_cells >= self->max_cells;
}

/* Fills @node. Returns: whether anything is written in the table */
gboolean
lanyard_text_table_end (LanyardTextTable *self,
                        LanyardTextNode  *node)
{
  gboolean has_text = FALSE;

  lanyard_text_table_close_cell (self);

  node->n_columns = self->n_columns;
  node->has_header = self->rows->len > 0 && self->n_data_cells == 0;
  node->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->rows->len && node->cells->len + self->n_columns <= self->max_cells; i++)
    {
      GPtrArray *row = self->rows->pdata[i];

      if (row->len == 0)
        continue;
      for (guint column = 0; column < self->n_columns; column++)
        {
          GPtrArray *runs = column < row->len ? g_ptr_array_ref (row->pdata[column])
                                              : g_ptr_array_new_with_free_func (NULL);

          has_text |= runs->len > 0;
          g_ptr_array_add (node->cells, runs);
        }
    }

  return has_text;
}
