/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks the words of a search in labels that are there already: as attributes
 * on top of their text, so that markup, links and selection stay. Main thread. */

#include "config.h"

#include "lanyard-highlight.h"
#include "text/lanyard-words.h"

/* The yellow of a marker; what it lies on shines through, light or dark. */
#define RED 0xf5f5
#define GREEN 0xc2c2
#define BLUE 0x1111
#define ALPHA 0x7000

static void
add_range (PangoAttrList          *attributes,
           const LanyardWordRange *range)
{
  PangoAttribute *color = pango_attr_background_new (RED, GREEN, BLUE);
  PangoAttribute *alpha = pango_attr_background_alpha_new (ALPHA);

  color->start_index = alpha->start_index = (guint) range->begin;
  color->end_index = alpha->end_index = (guint) range->end;
  pango_attr_list_insert (attributes, color);
  pango_attr_list_insert (attributes, alpha);
}

/**
 * lanyard_highlight_label:
 * @label: a label
 * @words: (nullable): what somebody typed into a search
 *
 * Marks the words of a search in a label, and nothing else any more.
 */
void
lanyard_highlight_label (GtkLabel   *label,
                         const char *words)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autoptr (GArray) ranges = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));

  ranges = lanyard_words_find (gtk_label_get_text (label), words);
  if (ranges->len > 0)
    attributes = pango_attr_list_new ();
  for (guint i = 0; i < ranges->len; i++)
    add_range (attributes, &g_array_index (ranges, LanyardWordRange, i));
  if (attributes != NULL || gtk_label_get_attributes (label) != NULL)
    gtk_label_set_attributes (label, attributes);
}

/**
 * lanyard_highlight_labels:
 * @widget: a widget
 * @words: (nullable): what somebody typed into a search
 *
 * Marks the words of a search in all labels of a widget.
 */
void
lanyard_highlight_labels (GtkWidget  *widget,
                          const char *words)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_LABEL (widget))
    {
      lanyard_highlight_label (GTK_LABEL (widget), words);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    lanyard_highlight_labels (child, words);
}
