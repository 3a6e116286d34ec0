/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of the text builder: one node each, whatever is nested in them.
 * Called by the readers of Markdown and of HTML. Any thread. */

#include "config.h"

#include "lanyard-text-builder-private.h"

/* A table in a cell becomes lines of that cell. */
void
lanyard_text_builder_open_table (LanyardTextBuilder *self)
{
  lanyard_text_builder_end_node (self);
  if (self->table != NULL)
    self->n_tables++;
  else if (!lanyard_text_builder_is_in_code (self) && self->n_hidden == 0)
    {
      self->n_tables = 1;
      self->table = lanyard_text_table_new (MAX_CELLS - self->n_cells);
    }
}

void
lanyard_text_builder_close_table (LanyardTextBuilder *self)
{
  LanyardTextNode *node;

  if (self->table == NULL || --self->n_tables > 0)
    {
      lanyard_text_builder_end_node (self);
      return;
    }

  lanyard_text_table_close_cell (self->table);
  lanyard_text_builder_end_node (self);
  node = lanyard_text_builder_make_node (self, LANYARD_NODE_TABLE);
  if (lanyard_text_table_end (self->table, node))
    {
      self->n_cells += node->cells->len;
      lanyard_text_builder_add_waiting_item (self);
      lanyard_text_builder_add_node (self, node);
    }
  else
    lanyard_text_node_free (node);
  g_clear_pointer (&self->table, lanyard_text_table_free);
}

void
lanyard_text_builder_open_row (LanyardTextBuilder *self)
{
  if (self->table != NULL && self->n_tables == 1)
    lanyard_text_table_open_row (self->table);
  else
    lanyard_text_builder_end_node (self);
}

void
lanyard_text_builder_open_cell (LanyardTextBuilder *self,
                                gboolean            is_header)
{
  if (self->table != NULL && self->n_tables == 1)
    {
      lanyard_text_table_open_cell (self->table, is_header);
      self->is_cut |= lanyard_text_table_is_full (self->table);
    }
  else if (lanyard_text_builder_is_in_cell (self))
    lanyard_text_builder_add_text (self, " ", 1);
  else
    lanyard_text_builder_end_node (self);
}

void
lanyard_text_builder_close_cell (LanyardTextBuilder *self)
{
  if (self->table != NULL && self->n_tables == 1)
    lanyard_text_table_close_cell (self->table);
}
