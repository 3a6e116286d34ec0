/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "model/lanyard-enums.h"

G_BEGIN_DECLS

/**
 * LanyardRunStyle:
 * @LANYARD_RUN_BOLD: strong
 * @LANYARD_RUN_ITALIC: emphasis
 * @LANYARD_RUN_CODE: code within a line
 * @LANYARD_RUN_STRIKE: struck out
 * @LANYARD_RUN_UNDERLINE: underlined
 * @LANYARD_RUN_MARK: highlighted
 * @LANYARD_RUN_SUPERSCRIPT: raised
 * @LANYARD_RUN_SUBSCRIPT: lowered
 *
 * How a run of text stands out.
 */
typedef enum
{
  LANYARD_RUN_BOLD = 1 << 0,
  LANYARD_RUN_ITALIC = 1 << 1,
  LANYARD_RUN_CODE = 1 << 2,
  LANYARD_RUN_STRIKE = 1 << 3,
  LANYARD_RUN_UNDERLINE = 1 << 4,
  LANYARD_RUN_MARK = 1 << 5,
  LANYARD_RUN_SUPERSCRIPT = 1 << 6,
  LANYARD_RUN_SUBSCRIPT = 1 << 7,
} LanyardRunStyle;

/**
 * LanyardTextRun:
 * @text: the characters; "\n" is a line break
 * @style: how they stand out
 * @href: (nullable): an absolute address that is safe to open
 *
 * A stretch of text in one style.
 */
typedef struct
{
  char            *text;
  LanyardRunStyle  style;
  char            *href;
} LanyardTextRun;

/**
 * LanyardNodeKind:
 * @LANYARD_NODE_PARAGRAPH: a paragraph; in a list, what follows an item's first
 * @LANYARD_NODE_HEADING: a heading
 * @LANYARD_NODE_ITEM: the first paragraph of a list's item
 * @LANYARD_NODE_CODE: lines of code
 * @LANYARD_NODE_TABLE: a table
 * @LANYARD_NODE_RULE: a line across
 *
 * What a node is.
 */
typedef enum
{
  LANYARD_NODE_PARAGRAPH,
  LANYARD_NODE_HEADING,
  LANYARD_NODE_ITEM,
  LANYARD_NODE_CODE,
  LANYARD_NODE_TABLE,
  LANYARD_NODE_RULE,
} LanyardNodeKind;

/**
 * LanyardTextNode:
 * @kind: what it is
 * @level: of a heading, 1 to 6
 * @list_depth: how many lists it is in
 * @quote_depth: how many quotes it is in
 * @ordinal: of an item in a numbered list, else -1
 * @runs: (element-type LanyardTextRun): what is written; of a code node one run
 * @n_columns: of a table
 * @has_header: of a table: whether its first row is a heading
 * @cells: (nullable) (element-type GPtrArray): of a table: each cell's runs, row by row
 *
 * One paragraph, heading, item, table or the like. Nodes follow one another;
 * nesting is in their depths, so that a reader needs no recursion.
 */
typedef struct
{
  LanyardNodeKind  kind;
  guint            level;
  guint            list_depth;
  guint            quote_depth;
  int              ordinal;
  GPtrArray       *runs;
  guint            n_columns;
  gboolean         has_header;
  GPtrArray       *cells;
} LanyardTextNode;

#define LANYARD_TYPE_RICH_TEXT (lanyard_rich_text_get_type ())
G_DECLARE_FINAL_TYPE (LanyardRichText, lanyard_rich_text, LANYARD, RICH_TEXT, GObject)

LanyardRichText       *lanyard_rich_text_new         (const char        *text,
                                                      LanyardTextFormat  format,
                                                      const char        *base_url);
guint                  lanyard_rich_text_get_n_nodes (LanyardRichText   *self);
const LanyardTextNode *lanyard_rich_text_get_node    (LanyardRichText   *self,
                                                      guint              index);
char                  *lanyard_rich_text_dup_plain   (LanyardRichText   *self);
char                  *lanyard_text_runs_dup_markup  (GPtrArray         *runs);
char                  *lanyard_text_runs_dup_plain   (GPtrArray         *runs);

LanyardTextFormat      lanyard_text_format_guess     (const char        *text);
gboolean               lanyard_url_is_safe           (const char        *url);

G_END_DECLS
