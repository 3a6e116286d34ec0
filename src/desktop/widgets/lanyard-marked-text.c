/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows a text in which the store has marked the words that were found: bold,
 * and on a ground of their own for who does not see that. Used by the results
 * of a search, main thread. */

#include "config.h"

#include <string.h>

#include "lanyard-highlight.h"
#include "lanyard-marked-text.h"
#include "store/lanyard-store.h"

static void
mark_range (PangoAttrList *attributes,
            gsize          begin,
            gsize          end)
{
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  weight->start_index = (guint) begin;
  weight->end_index = (guint) end;
  pango_attr_list_insert (attributes, weight);
  lanyard_highlight_add (attributes, begin, end);
}

/* Takes the marks out, into @attributes unless that is %NULL. */
static char *
take_marks_out (const char    *marked,
                PangoAttrList *attributes)
{
  const gsize length = strlen (LANYARD_MATCH_BEGIN);
  GString *plain = g_string_sized_new (strlen (marked));
  gsize begin = 0;

  for (const char *c = marked; *c != '\0';)
    {
      if (strncmp (c, LANYARD_MATCH_BEGIN, length) == 0)
        {
          begin = plain->len;
          c += length;
        }
      else if (strncmp (c, LANYARD_MATCH_END, length) == 0)
        {
          if (attributes != NULL)
            mark_range (attributes, begin, plain->len);
          c += length;
        }
      else
        g_string_append_c (plain, *c++);
    }
  return g_string_free (plain, FALSE);
}

/**
 * lanyard_marked_text_show:
 * @marked: a text of a #LanyardMatch
 * @label: where to show it
 *
 * Shows a text with what was found marked.
 */
void
lanyard_marked_text_show (const char *marked,
                          GtkLabel   *label)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *plain = NULL;

  g_return_if_fail (marked != NULL);
  g_return_if_fail (GTK_IS_LABEL (label));

  attributes = pango_attr_list_new ();
  plain = take_marks_out (marked, attributes);
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_label (label, plain);
}

/**
 * lanyard_marked_text_strip:
 * @marked: a text of a #LanyardMatch
 *
 * Takes the marks out of a text.
 *
 * Returns: (transfer full): the text alone
 */
char *
lanyard_marked_text_strip (const char *marked)
{
  g_return_val_if_fail (marked != NULL, NULL);

  return take_marks_out (marked, NULL);
}
