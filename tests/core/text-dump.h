/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/lanyard-rich-text.h"

/* A text's nodes in a line each, for tests to compare: the kind's letter, with
 * a heading's level, a list's depth and an item's number, a ">" for each quote
 * around it, and the runs as markup. */
static inline char *
dump_node (const LanyardTextNode *node)
{
  static const char kinds[] = "PHICTR";
  GString *line = g_string_new (NULL);
  g_autofree char *markup = lanyard_text_runs_dup_markup (node->runs);

  for (guint i = 0; i < node->quote_depth; i++)
    g_string_append_c (line, '>');
  g_string_append_c (line, kinds[node->kind]);
  if (node->level > 0)
    g_string_append_printf (line, "%u", node->level);
  if (node->list_depth > 0)
    g_string_append_printf (line, "@%u", node->list_depth);
  if (node->ordinal >= 0)
    g_string_append_printf (line, "#%d", node->ordinal);
  if (node->has_header)
    g_string_append_c (line, 'h');
  g_string_append_printf (line, " %s", markup);

  for (guint i = 0; node->cells != NULL && i < node->cells->len; i++)
    {
      g_autofree char *cell = lanyard_text_runs_dup_markup (node->cells->pdata[i]);

      g_string_append_printf (line, "%s%s", i == 0 ? "" : i % node->n_columns == 0 ? " / " : "|", cell);
    }

  return g_string_free (line, FALSE);
}

static inline char *
dump_text (const char        *text,
           LanyardTextFormat  format,
           const char        *base_url)
{
  g_autoptr (LanyardRichText) rich = lanyard_rich_text_new (text, format, base_url);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lanyard_rich_text_get_n_nodes (rich); i++)
    g_ptr_array_add (lines, dump_node (lanyard_rich_text_get_node (rich, i)));
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}
