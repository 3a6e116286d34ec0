/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The links of a talk or of a part of one: files as rows, from which they can
 * be kept; what can only be visited as buttons, or as rows within a list. Called
 * by the sheet of an item; main thread. */

#include "config.h"

#include "../lanyard-phrases.h"
#include "../widgets/lanyard-link-button.h"
#include "../widgets/lanyard-link-labels.h"
#include "lanyard-attachment-row.h"
#include "lanyard-fact-row.h"
#include "lanyard-link-rows.h"
#include "text/lanyard-rich-text.h"

static GPtrArray *
pick_links (GPtrArray *links,
            gboolean   are_files)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    if (lanyard_link_is_file (g_ptr_array_index (links, i)) == are_files)
      g_ptr_array_add (picked, g_ptr_array_index (links, i));
  return picked;
}

/**
 * lanyard_link_rows_add_files:
 * @list: a boxed list
 * @links: (element-type LanyardLink): links
 * @place: where their files are kept
 *
 * Appends a row for each link to a file.
 *
 * Returns: how many
 */
guint
lanyard_link_rows_add_files (GtkListBox             *list,
                             GPtrArray              *links,
                             const LanyardLinkPlace *place)
{
  g_autoptr (GPtrArray) files = pick_links (links, TRUE);
  g_auto (GStrv) labels = lanyard_link_labels_dup (files);

  for (guint i = 0; i < files->len; i++)
    {
      LanyardLink *link = g_ptr_array_index (files, i);
      g_autoptr (LanyardAttachment) attachment =
          lanyard_sync_ref_attachment (lanyard_lazy_sync_get (place->sync), place->uuid, link);

      gtk_list_box_append (list, lanyard_attachment_row_new (link, labels[i], attachment));
    }
  return files->len;
}

static void
open_link_cb (GtkWidget   *row,
              LanyardLink *link)
{
  lanyard_link_open (link, row);
}

static void
link_unref_closure (gpointer  data,
                    GClosure *closure)
{
  lanyard_link_unref (data);
}

/**
 * lanyard_link_rows_add_pages:
 * @list: a boxed list
 * @links: (element-type LanyardLink): links
 *
 * Appends a row for each link that leads to no file.
 *
 * Returns: how many
 */
guint
lanyard_link_rows_add_pages (GtkListBox *list,
                             GPtrArray  *links)
{
  g_autoptr (GPtrArray) pages = pick_links (links, FALSE);
  g_auto (GStrv) labels = lanyard_link_labels_dup (pages);

  for (guint i = 0; i < pages->len; i++)
    {
      LanyardLink *link = g_ptr_array_index (pages, i);
      GtkWidget *row = lanyard_fact_row_new (lanyard_phrase_link_icon (link->kind), labels[i], link->url);

      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), lanyard_url_is_safe (link->url));
      g_signal_connect_data (row, "activated", G_CALLBACK (open_link_cb), lanyard_link_ref (link), link_unref_closure,
                             G_CONNECT_DEFAULT);
      gtk_list_box_append (list, row);
    }
  return pages->len;
}

/**
 * lanyard_link_buttons_add:
 * @box: a box for buttons
 * @links: (element-type LanyardLink): links
 *
 * Appends a button for each link that leads to no file.
 *
 * Returns: how many
 */
guint
lanyard_link_buttons_add (AdwWrapBox *box,
                          GPtrArray  *links)
{
  g_autoptr (GPtrArray) pages = pick_links (links, FALSE);
  g_auto (GStrv) labels = lanyard_link_labels_dup (pages);

  for (guint i = 0; i < pages->len; i++)
    adw_wrap_box_append (box, lanyard_link_button_new_with_label (g_ptr_array_index (pages, i), labels[i]));
  return pages->len;
}
