/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The small print at the end of a talk's sheet: type, language, keywords and
 * the like. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-fact-row.h"
#include "lanyard-item-properties.h"
#include "time/lanyard-time-format.h"

static guint
add_property (GtkListBox *list,
              const char *title,
              const char *value)
{
  if (value == NULL || *value == '\0')
    return 0;
  gtk_list_box_append (list, lanyard_fact_row_new_property (title, value));
  return 1;
}

/**
 * lanyard_item_properties_show:
 * @list: a boxed list, hidden if there is nothing to show
 * @talk: (nullable): a talk
 *
 * Shows what is known about a talk besides what everybody wants to know.
 */
void
lanyard_item_properties_show (GtkListBox  *list,
                              LanyardTalk *talk)
{
  const LanyardTalkFields *fields = talk != NULL ? lanyard_talk_get_fields (talk) : NULL;
  g_autofree char *keywords = NULL;
  g_autofree char *duration = NULL;
  guint n = 0;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  gtk_list_box_remove_all (list);
  if (fields != NULL)
    {
      if (fields->keywords != NULL)
        /* Translators: what stands between the keywords of a talk */
        keywords = g_strjoinv (C_("list of keywords", ", "), (GStrv) fields->keywords);
      if (fields->duration > 0 && !lanyard_item_is_scheduled (LANYARD_ITEM (talk)))
        duration = lanyard_format_duration (fields->duration);
      n += add_property (list, _("Type"), fields->type);
      n += add_property (list, _("Track"), fields->track);
      n += add_property (list, _("Language"), fields->language);
      n += add_property (list, _("Length"), duration);
      n += add_property (list, _("Keywords"), keywords);
      n += add_property (list, _("Code"), fields->code);
      n += add_property (list, _("Board"), fields->board);
      n += add_property (list, _("Recording"), fields->is_unrecorded ? _("Not wanted by the speakers") : NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (list), n > 0);
}
