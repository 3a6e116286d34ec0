/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reading of a programme had to skip or to repair, below what is to be
 * taken of it. Used by the dialogs that show a programme first. Main thread. */

#include "config.h"

#include "lanyard-remarks-label.h"

/**
 * lanyard_remarks_label_show:
 * @label: a label, which is seen if there is anything to tell
 * @programme: a programme that has just been read
 * @is_zone_said: whether somebody has said in which zone its times are
 *
 * Tells each kind of remark in a line.
 */
void
lanyard_remarks_label_show (GtkLabel         *label,
                            LanyardProgramme *programme,
                            gboolean          is_zone_said)
{
  LanyardRemarks remarks;
  g_auto (GStrv) sentences = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (LANYARD_IS_PROGRAMME (programme));

  remarks = *lanyard_programme_get_remarks (programme);
  if (is_zone_said)
    remarks.counts[LANYARD_REMARK_NO_ZONE] = 0;
  sentences = lanyard_remarks_dup_sentences (&remarks);
  text = g_strjoinv ("\n", sentences);
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}
