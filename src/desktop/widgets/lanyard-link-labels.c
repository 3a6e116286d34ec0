/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the buttons of several links say, so that no two say the same. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "lanyard-link-labels.h"

static const char *
get_name (GPtrArray *links,
          guint      i)
{
  const LanyardLink *link = g_ptr_array_index (links, i);

  return link->title != NULL && *link->title != '\0' ? link->title : lanyard_phrase_link (link->kind);
}

/**
 * lanyard_link_labels_dup:
 * @links: (element-type LanyardLink): links that are shown together
 *
 * Names each link by its title, or else by what it leads to; those of the same
 * name get numbers.
 *
 * Returns: (transfer full): as many labels as links: "Chat", "Slides 1", "Slides 2"
 */
GStrv
lanyard_link_labels_dup (GPtrArray *links)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();

  for (guint i = 0; i < links->len; i++)
    {
      const char *name = get_name (links, i);
      guint number = 0;
      guint n_same = 0;

      for (guint j = 0; j < links->len; j++)
        if (g_str_equal (get_name (links, j), name))
          {
            n_same++;
            number += j <= i;
          }
      if (n_same == 1)
        g_strv_builder_add (labels, name);
      else
        /* Translators: the name of a link and its number, where several have the same name: "Slides 2" */
        g_strv_builder_take (labels, g_strdup_printf (C_("link", "%s %u"), name, number));
    }
  return g_strv_builder_end (labels);
}
