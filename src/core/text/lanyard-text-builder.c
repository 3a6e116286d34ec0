/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the flat list of nodes from nested events. The readers of Markdown, of
 * HTML and of plain text tell it what opens and closes; it forgives whatever
 * does not match, and bounds what a text can make it keep. Any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-text-builder-private.h"
#include "lanyard-url.h"

LanyardTextNode *
lanyard_text_builder_make_node (LanyardTextBuilder *self,
                                LanyardNodeKind     kind)
{
  LanyardTextNode *node = g_new0 (LanyardTextNode, 1);

  node->kind = kind;
  node->ordinal = -1;
  node->list_depth = self->lists->len;
  node->quote_depth = MIN (self->n_quotes, MAX_DEPTH);
  return node;
}

/* Takes @node. */
void
lanyard_text_builder_add_node (LanyardTextBuilder *self,
                               LanyardTextNode    *node)
{
  if (node->runs == NULL)
    node->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_text_run_free);

  if (self->nodes->len < MAX_NODES)
    g_ptr_array_add (self->nodes, node);
  else
    {
      self->is_cut = TRUE;
      lanyard_text_node_free (node);
    }
}

static LanyardTextList *
get_waiting_list (LanyardTextBuilder *self)
{
  LanyardTextList *list;

  if (self->lists->len == 0)
    return NULL;

  list = &g_array_index (self->lists, LanyardTextList, self->lists->len - 1);
  return list->has_item ? list : NULL;
}

static void
make_item (LanyardTextBuilder *self,
           LanyardTextNode    *node)
{
  LanyardTextList *list = get_waiting_list (self);

  if (list == NULL)
    return;

  node->kind = LANYARD_NODE_ITEM;
  node->ordinal = list->ordinal;
  list->has_item = FALSE;
}

/* Where an item begins with something that has no bullet of its own, an empty
 * one carries it. */
void
lanyard_text_builder_add_waiting_item (LanyardTextBuilder *self)
{
  LanyardTextNode *node;

  if (get_waiting_list (self) == NULL)
    return;

  node = lanyard_text_builder_make_node (self, LANYARD_NODE_ITEM);
  make_item (self, node);
  lanyard_text_builder_add_node (self, node);
}

static LanyardRunStyle
get_style (LanyardTextBuilder *self)
{
  LanyardRunStyle style = 0;

  for (guint i = 0; i < N_STYLES; i++)
    if (self->styles[i] > 0)
      style |= (LanyardRunStyle) (1 << i);

  return style;
}

/* Returns: (transfer none): where text goes now */
static LanyardRunWriter *
get_writer (LanyardTextBuilder *self)
{
  LanyardRunWriter *writer = self->table != NULL ? lanyard_text_table_get_writer (self->table) : NULL;

  if (writer == NULL)
    writer = self->writer;
  if (writer == NULL)
    {
      self->node = lanyard_text_builder_make_node (self, self->heading_level > 0 ? LANYARD_NODE_HEADING : LANYARD_NODE_PARAGRAPH);
      make_item (self, self->node);
      if (self->node->kind == LANYARD_NODE_HEADING)
        self->node->level = self->heading_level;
      writer = self->writer = lanyard_run_writer_new (FALSE);
    }

  lanyard_run_writer_set_style (writer, get_style (self), self->href);
  return writer;
}

static gboolean
is_blank (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;

  return TRUE;
}

LanyardTextBuilder *
lanyard_text_builder_new (const char *base_url)
{
  LanyardTextBuilder *self = g_new0 (LanyardTextBuilder, 1);

  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_text_node_free);
  self->lists = g_array_new (FALSE, FALSE, sizeof (LanyardTextList));
  self->base_url = g_strdup (base_url);
  return self;
}

void
lanyard_text_builder_free (LanyardTextBuilder *self)
{
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->node, lanyard_text_node_free);
  g_clear_pointer (&self->writer, lanyard_run_writer_free);
  g_clear_pointer (&self->table, lanyard_text_table_free);
  g_array_unref (self->lists);
  g_free (self->base_url);
  g_clear_pointer (&self->href, g_ref_string_release);
  g_free (self);
}

/* Closes all that is open. @is_cut: whether there would have been more to read.
 * Returns: (transfer full): the nodes */
GPtrArray *
lanyard_text_builder_end (LanyardTextBuilder *self,
                          gboolean            is_cut)
{
  self->n_tables = 1;
  lanyard_text_builder_close_table (self);
  lanyard_text_builder_close_code (self);
  lanyard_text_builder_end_node (self);

  if (is_cut || self->is_cut)
    {
      LanyardTextNode *node = g_new0 (LanyardTextNode, 1);

      node->ordinal = -1;
      node->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_text_run_free);
      g_ptr_array_add (node->runs, lanyard_text_run_new ("…", strlen ("…"), 0, NULL));
      g_ptr_array_add (self->nodes, node);
    }

  return g_steal_pointer (&self->nodes);
}

void
lanyard_text_builder_add_text (LanyardTextBuilder *self,
                               const char         *text,
                               gsize               length)
{
  if (self->n_hidden > 0)
    return;
  if (self->writer == NULL && !lanyard_text_builder_is_in_cell (self) && is_blank (text, length))
    return;

  lanyard_run_writer_add_text (get_writer (self), text, length);
}

/* Two breaks in a row are how old HTML parts paragraphs. */
void
lanyard_text_builder_add_break (LanyardTextBuilder *self)
{
  if (self->n_hidden > 0 || (self->writer == NULL && !lanyard_text_builder_is_in_cell (self)))
    return;

  if (lanyard_text_builder_is_in_code (self) || !lanyard_run_writer_ends_line (get_writer (self)))
    lanyard_run_writer_add_break (get_writer (self));
  else
    lanyard_text_builder_end_node (self);
}

/* "==": highlights what is between two of them. */
void
lanyard_text_builder_add_mark (LanyardTextBuilder *self)
{
  if (self->n_hidden == 0)
    lanyard_run_writer_add_mark (get_writer (self));
}

void
lanyard_text_builder_add_rule (LanyardTextBuilder *self)
{
  lanyard_text_builder_end_node (self);
  if (self->n_hidden > 0 || lanyard_text_builder_is_in_cell (self) || lanyard_text_builder_is_in_code (self))
    return;

  lanyard_text_builder_add_waiting_item (self);
  lanyard_text_builder_add_node (self, lanyard_text_builder_make_node (self, LANYARD_NODE_RULE));
}

void
lanyard_text_builder_open_style (LanyardTextBuilder *self,
                                 LanyardRunStyle     style)
{
  for (guint i = 0; i < N_STYLES; i++)
    if (((guint) style & (1u << i)) != 0)
      self->styles[i]++;
}

void
lanyard_text_builder_close_style (LanyardTextBuilder *self,
                                  LanyardRunStyle     style)
{
  for (guint i = 0; i < N_STYLES; i++)
    if (((guint) style & (1u << i)) != 0 && self->styles[i] > 0)
      self->styles[i]--;
}

/* Whether nothing more can be kept, so that reading on is in vain. */
gboolean
lanyard_text_builder_is_full (LanyardTextBuilder *self)
{
  return self->is_cut;
}

/* A link that leads nowhere, or somewhere unsafe, is text. */
void
lanyard_text_builder_open_link (LanyardTextBuilder *self,
                                const char         *href)
{
  g_autofree char *url = href != NULL ? lanyard_url_resolve (href, self->base_url) : NULL;

  g_clear_pointer (&self->href, g_ref_string_release);
  if (url == NULL)
    return;

  self->hrefs_size += strlen (url);
  if (self->hrefs_size <= MAX_HREFS)
    self->href = g_ref_string_new (url);
}

void
lanyard_text_builder_close_link (LanyardTextBuilder *self)
{
  g_clear_pointer (&self->href, g_ref_string_release);
}

gboolean
lanyard_text_builder_is_in_link (LanyardTextBuilder *self)
{
  return self->href != NULL;
}

/* Until it is closed, nothing is written. */
void
lanyard_text_builder_open_hidden (LanyardTextBuilder *self)
{
  self->n_hidden++;
}

void
lanyard_text_builder_close_hidden (LanyardTextBuilder *self)
{
  if (self->n_hidden > 0)
    self->n_hidden--;
}

/* What comes next is another paragraph; in a cell, another line. */
void
lanyard_text_builder_end_node (LanyardTextBuilder *self)
{
  if (lanyard_text_builder_is_in_cell (self))
    {
      lanyard_run_writer_add_boundary (get_writer (self));
      return;
    }
  if (self->node == NULL || lanyard_text_builder_is_in_code (self))
    return;

  self->node->runs = lanyard_run_writer_end (self->writer);
  g_clear_pointer (&self->writer, lanyard_run_writer_free);
  if (self->node->runs->len > 0 || self->node->kind == LANYARD_NODE_ITEM)
    lanyard_text_builder_add_node (self, g_steal_pointer (&self->node));
  else
    g_clear_pointer (&self->node, lanyard_text_node_free);
}

/* In lists and tables headings are no more than bold. */
void
lanyard_text_builder_open_heading (LanyardTextBuilder *self,
                                   guint               level)
{
  lanyard_text_builder_end_node (self);
  if (self->lists->len > 0 || self->table != NULL)
    {
      self->n_bold_headings++;
      lanyard_text_builder_open_style (self, LANYARD_RUN_BOLD);
    }
  else
    self->heading_level = CLAMP (level, 1, 6);
}

void
lanyard_text_builder_close_heading (LanyardTextBuilder *self)
{
  lanyard_text_builder_end_node (self);
  if (self->n_bold_headings > 0)
    {
      self->n_bold_headings--;
      lanyard_text_builder_close_style (self, LANYARD_RUN_BOLD);
    }
  else
    self->heading_level = 0;
}

/* In a cell, code is no more than a style. */
void
lanyard_text_builder_open_code (LanyardTextBuilder *self)
{
  lanyard_text_builder_end_node (self);
  if (lanyard_text_builder_is_in_cell (self))
    lanyard_text_builder_open_style (self, LANYARD_RUN_CODE);
  if (lanyard_text_builder_is_in_cell (self) || lanyard_text_builder_is_in_code (self) || self->n_hidden > 0)
    return;

  lanyard_text_builder_add_waiting_item (self);
  self->node = lanyard_text_builder_make_node (self, LANYARD_NODE_CODE);
  self->writer = lanyard_run_writer_new (TRUE);
}

void
lanyard_text_builder_close_code (LanyardTextBuilder *self)
{
  if (lanyard_text_builder_is_in_cell (self))
    {
      lanyard_text_builder_close_style (self, LANYARD_RUN_CODE);
      lanyard_text_builder_end_node (self);
    }
  if (!lanyard_text_builder_is_in_code (self))
    return;

  self->node->runs = lanyard_run_writer_end (self->writer);
  g_clear_pointer (&self->writer, lanyard_run_writer_free);
  if (self->node->runs->len > 0)
    lanyard_text_builder_add_node (self, g_steal_pointer (&self->node));
  else
    g_clear_pointer (&self->node, lanyard_text_node_free);
}

void
lanyard_text_builder_open_quote (LanyardTextBuilder *self)
{
  lanyard_text_builder_end_node (self);
  self->n_quotes++;
}

void
lanyard_text_builder_close_quote (LanyardTextBuilder *self)
{
  lanyard_text_builder_end_node (self);
  if (self->n_quotes > 0)
    self->n_quotes--;
}

/* @first_ordinal is -1 for bullets. */
void
lanyard_text_builder_open_list (LanyardTextBuilder *self,
                                int                 first_ordinal)
{
  LanyardTextList list = { .next = first_ordinal };

  lanyard_text_builder_end_node (self);
  if (self->lists->len < MAX_DEPTH)
    g_array_append_val (self->lists, list);
  else
    self->n_deeper_lists++;
}

void
lanyard_text_builder_close_list (LanyardTextBuilder *self)
{
  lanyard_text_builder_end_node (self);
  if (self->n_deeper_lists > 0)
    self->n_deeper_lists--;
  else if (self->lists->len > 0)
    g_array_set_size (self->lists, self->lists->len - 1);
}

void
lanyard_text_builder_open_item (LanyardTextBuilder *self)
{
  LanyardTextList *list;

  lanyard_text_builder_end_node (self);
  if (self->lists->len == 0)
    return;

  list = &g_array_index (self->lists, LanyardTextList, self->lists->len - 1);
  list->has_item = TRUE;
  list->ordinal = list->next;
  if (list->next >= 0 && list->next < G_MAXINT)
    list->next++;
  if (!lanyard_text_builder_is_in_cell (self))
    return;

  /* A cell has no nodes; the bullet is a character there. */
  list->has_item = FALSE;
  if (list->ordinal < 0)
    lanyard_text_builder_add_text (self, "• ", strlen ("• "));
  else
    {
      g_autofree char *number = g_strdup_printf ("%d. ", list->ordinal);

      lanyard_text_builder_add_text (self, number, strlen (number));
    }
}

void
lanyard_text_node_free (LanyardTextNode *node)
{
  g_clear_pointer (&node->runs, g_ptr_array_unref);
  g_clear_pointer (&node->cells, g_ptr_array_unref);
  g_free (node);
}
