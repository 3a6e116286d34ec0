/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A paragraph's runs, for a label and for search. Any thread. */

#include "config.h"

#include "lanyard-rich-text.h"

/* What Pango calls each style, the outermost first. The highlight lets the
 * background shine through, so that it is right on light and on dark. */
static const struct
{
  LanyardRunStyle style;
  const char *open;
  const char *close;
} elements[] = {
  { LANYARD_RUN_MARK, "<span bgcolor=\"#f5c211\" bgalpha=\"40%\">", "</span>" },
  { LANYARD_RUN_BOLD, "<b>", "</b>" },
  { LANYARD_RUN_ITALIC, "<i>", "</i>" },
  { LANYARD_RUN_STRIKE, "<s>", "</s>" },
  { LANYARD_RUN_UNDERLINE, "<u>", "</u>" },
  { LANYARD_RUN_SUPERSCRIPT, "<sup>", "</sup>" },
  { LANYARD_RUN_SUBSCRIPT, "<sub>", "</sub>" },
  { LANYARD_RUN_CODE, "<tt>", "</tt>" },
};

static void
append_run (GString              *markup,
            const LanyardTextRun *run)
{
  g_autofree char *escaped = g_markup_escape_text (run->text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if ((run->style & elements[i].style) != 0)
      g_string_append (markup, elements[i].open);

  g_string_append (markup, escaped);

  for (guint i = G_N_ELEMENTS (elements); i > 0; i--)
    if ((run->style & elements[i - 1].style) != 0)
      g_string_append (markup, elements[i - 1].close);
}

/**
 * lanyard_text_runs_dup_markup:
 * @runs: (element-type LanyardTextRun): runs of a node or a cell
 *
 * Writes runs in the markup of GtkLabel: Pango's, and `<a href="…">`. A link
 * of several styles is one link.
 *
 * Returns: (transfer full): well-formed markup
 */
char *
lanyard_text_runs_dup_markup (GPtrArray *runs)
{
  GString *markup;
  const char *href = NULL;

  g_return_val_if_fail (runs != NULL, NULL);

  markup = g_string_new (NULL);
  for (guint i = 0; i < runs->len; i++)
    {
      const LanyardTextRun *run = runs->pdata[i];

      if (g_strcmp0 (href, run->href) != 0)
        {
          if (href != NULL)
            g_string_append (markup, "</a>");
          if (run->href != NULL)
            {
              g_autofree char *escaped = g_markup_escape_text (run->href, -1);

              g_string_append_printf (markup, "<a href=\"%s\">", escaped);
            }
        }
      href = run->href;
      append_run (markup, run);
    }
  if (href != NULL)
    g_string_append (markup, "</a>");

  return g_string_free (markup, FALSE);
}

/**
 * lanyard_text_runs_dup_plain:
 * @runs: (element-type LanyardTextRun): runs of a node or a cell
 *
 * Gets the text alone, without what links lead to.
 *
 * Returns: (transfer full): the text
 */
char *
lanyard_text_runs_dup_plain (GPtrArray *runs)
{
  GString *text;

  g_return_val_if_fail (runs != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < runs->len; i++)
    g_string_append (text, ((const LanyardTextRun *) runs->pdata[i])->text);

  return g_string_free (text, FALSE);
}
