/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A description for a terminal or a mail: bullets, numbers, indents, tables in
 * columns, addresses written out. Any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-rich-text.h"

#define INDENT 2
#define CODE_INDENT "    "

/* The columns that a text takes on a terminal. */
static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      width += g_unichar_iszerowidth (character) ? 0 : g_unichar_iswide (character) ? 2 : 1;
    }

  return width;
}

static void
append_repeated (GString    *plain,
                 const char *text,
                 guint       n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (plain, text);
}

/* Whether who reads @text has read where it leads. */
static gboolean
says_address (const char *text,
              const char *href)
{
  static const char * const schemes[] = { "", "https://", "http://", "mailto:", "tel:" };
  g_autofree char *bare = g_strdup (href);

  if (g_str_has_suffix (bare, "/"))
    bare[strlen (bare) - 1] = '\0';

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      gsize length = strlen (schemes[i]);

      if (g_str_has_prefix (href, schemes[i]) &&
          (g_str_equal (text, href + length) || g_strcmp0 (text, strlen (bare) > length ? bare + length : NULL) == 0))
        return TRUE;
    }

  return FALSE;
}

/* The text of runs, with each link's address behind it. */
static char *
write_runs (GPtrArray *runs)
{
  GString *text = g_string_new (NULL);
  gsize link_start = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const LanyardTextRun *run = runs->pdata[i];
      const LanyardTextRun *next = i + 1 < runs->len ? runs->pdata[i + 1] : NULL;

      g_string_append (text, run->text);
      if (run->href != NULL && (next == NULL || g_strcmp0 (next->href, run->href) != 0) &&
          !says_address (text->str + link_start, run->href))
        g_string_append_printf (text, " <%s>", run->href);
      if (next != NULL && g_strcmp0 (next->href, run->href) != 0)
        link_start = text->len;
    }

  return g_string_free (text, FALSE);
}

/* What each of a node's lines begins with, without its bullet. */
static char *
make_indent (const LanyardTextNode *node)
{
  GString *indent = g_string_new (NULL);

  append_repeated (indent, "> ", node->quote_depth);
  append_repeated (indent, " ", INDENT * node->list_depth);
  return g_string_free (indent, FALSE);
}

static void
end_line (GString *plain)
{
  while (plain->len > 0 && plain->str[plain->len - 1] == ' ')
    g_string_truncate (plain, plain->len - 1);
  g_string_append_c (plain, '\n');
}

static void
append_lines (GString    *plain,
              const char *text,
              const char *first_indent,
              const char *indent)
{
  const char *line = text;

  while (TRUE)
    {
      gsize length = strcspn (line, "\n");

      g_string_append (plain, line == text ? first_indent : indent);
      g_string_append_len (plain, line, (gssize) length);
      end_line (plain);
      if (line[length] == '\0')
        return;
      line += length + 1;
    }
}

/* The bullet hangs in the item's own indent, or reaches out of it. */
static void
append_item (GString               *plain,
             const LanyardTextNode *node,
             const char            *text,
             const char            *indent)
{
  g_autofree char *bullet = node->ordinal < 0 ? g_strdup ("•") : g_strdup_printf ("%d.", node->ordinal);
  g_autofree char *outer = g_strndup (indent, strlen (indent) - MIN (strlen (indent), INDENT));
  g_autofree char *first = g_strdup_printf ("%s%s ", outer, bullet);
  g_autofree char *rest = NULL;

  rest = g_strdup_printf ("%s%*s", outer, (int) measure (bullet) + 1, "");
  append_lines (plain, text, first, rest);
}

static void
append_heading (GString               *plain,
                const LanyardTextNode *node,
                const char            *text,
                const char            *indent)
{
  append_lines (plain, text, indent, indent);
  g_string_append (plain, indent);
  append_repeated (plain, node->level == 1 ? "=" : "-", measure (text));
  g_string_append_c (plain, '\n');
}

static void
append_code (GString    *plain,
             const char *text,
             const char *indent)
{
  g_autofree char *inner = g_strconcat (indent, CODE_INDENT, NULL);

  append_lines (plain, text, inner, inner);
}

static char *
write_cell (const LanyardTextNode *node,
            guint                  index)
{
  return g_strdelimit (write_runs (node->cells->pdata[index]), "\n", ' ');
}

static void
append_row (GString           *plain,
            const char * const *cells,
            const guint       *widths,
            guint              n_columns)
{
  for (guint column = 0; column < n_columns; column++)
    {
      g_string_append (plain, cells[column]);
      if (column + 1 < n_columns)
        append_repeated (plain, " ", widths[column] - measure (cells[column]) + 2);
    }
  end_line (plain);
}

static void
append_table (GString               *plain,
              const LanyardTextNode *node,
              const char            *indent)
{
  g_auto (GStrv) cells = g_new0 (char *, node->cells->len + 1);
  g_autofree guint *widths = g_new0 (guint, node->n_columns);

  for (guint i = 0; i < node->cells->len; i++)
    {
      cells[i] = write_cell (node, i);
      widths[i % node->n_columns] = MAX (widths[i % node->n_columns], measure (cells[i]));
    }

  for (guint i = 0; i < node->cells->len; i += node->n_columns)
    {
      g_string_append (plain, indent);
      append_row (plain, (const char * const *) cells + i, widths, node->n_columns);
      if (i > 0 || !node->has_header)
        continue;
      g_string_append (plain, indent);
      for (guint column = 0; column < node->n_columns; column++)
        {
          append_repeated (plain, "-", widths[column]);
          g_string_append (plain, column + 1 < node->n_columns ? "  " : "\n");
        }
    }
}

static void
append_node (GString               *plain,
             const LanyardTextNode *node)
{
  g_autofree char *indent = make_indent (node);
  g_autofree char *text = write_runs (node->runs);

  switch (node->kind)
    {
    case LANYARD_NODE_PARAGRAPH:
      append_lines (plain, text, indent, indent);
      break;
    case LANYARD_NODE_HEADING:
      append_heading (plain, node, text, indent);
      break;
    case LANYARD_NODE_ITEM:
      append_item (plain, node, text, indent);
      break;
    case LANYARD_NODE_CODE:
      append_code (plain, text, indent);
      break;
    case LANYARD_NODE_TABLE:
      append_table (plain, node, indent);
      break;
    case LANYARD_NODE_RULE:
      append_lines (plain, "---", indent, indent);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Items follow one another closely, all else is parted by a blank line. */
static gboolean
are_close (const LanyardTextNode *node,
           const LanyardTextNode *next)
{
  return next->kind == LANYARD_NODE_ITEM && next->quote_depth == node->quote_depth &&
         (node->kind == LANYARD_NODE_ITEM || next->list_depth <= node->list_depth) && node->list_depth > 0;
}

/**
 * lanyard_rich_text_dup_plain:
 * @self: a text
 *
 * Writes a description for a terminal.
 *
 * A link's address follows in angle brackets, unless it is the link's text.
 *
 * Returns: (transfer full): lines, each ended with a newline; empty for a text
 *   in which nothing is written
 */
char *
lanyard_rich_text_dup_plain (LanyardRichText *self)
{
  GString *plain;
  guint n_nodes;

  g_return_val_if_fail (LANYARD_IS_RICH_TEXT (self), NULL);

  plain = g_string_new (NULL);
  n_nodes = lanyard_rich_text_get_n_nodes (self);
  for (guint i = 0; i < n_nodes; i++)
    {
      const LanyardTextNode *node = lanyard_rich_text_get_node (self, i);

      if (i > 0 && !are_close (lanyard_rich_text_get_node (self, i - 1), node))
        g_string_append_c (plain, '\n');
      append_node (plain, node);
    }

  return g_string_free (plain, FALSE);
}
