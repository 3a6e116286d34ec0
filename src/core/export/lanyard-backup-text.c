/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is in a backup, and what came of restoring it, in words; window and
 * command line say the same. Any thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-backup-text.h"

static void
add_picks (GPtrArray *counts,
           guint      n)
{
  if (n > 0)
    g_ptr_array_add (counts, g_strdup_printf (ngettext ("%u pick", "%u picks", n), n));
}

static void
add_notes (GPtrArray *counts,
           guint      n)
{
  if (n > 0)
    g_ptr_array_add (counts, g_strdup_printf (ngettext ("%u note", "%u notes", n), n));
}

static void
add_marks (GPtrArray *counts,
           guint      n)
{
  if (n > 0)
    /* Translators: talks that are marked as seen, or to be watched later */
    g_ptr_array_add (counts, g_strdup_printf (ngettext ("%u mark", "%u marks", n), n));
}

static void
add_entries (GPtrArray *counts,
             guint      n)
{
  if (n > 0)
    /* Translators: entries of your own in the plan: a meeting, a dinner */
    g_ptr_array_add (counts, g_strdup_printf (ngettext ("%u entry of your own", "%u entries of your own", n), n));
}

static void
add_choices (GPtrArray *counts,
             guint      n)
{
  if (n > 0)
    /* Translators: what somebody chose for a conference: a filter, what is hidden, an order */
    g_ptr_array_add (counts, g_strdup_printf (ngettext ("%u choice of what is shown", "%u choices of what is shown", n), n));
}

static char *
join (GPtrArray  *counts,
      const char *otherwise)
{
  if (counts->len == 0)
    return g_strdup (otherwise);
  g_ptr_array_add (counts, NULL);
  return g_strjoinv (" · ", (char **) counts->pdata);
}

/**
 * lanyard_backup_dup_summary:
 * @backup: a backup
 *
 * Says how much is in it: "12 picks · 1 note".
 *
 * Returns: (transfer full): the counts
 */
char *
lanyard_backup_dup_summary (LanyardBackup *backup)
{
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (g_free);
  guint n_picks = 0;
  guint n_notes = 0;
  guint n_marks = 0;
  guint n_entries = 0;

  g_return_val_if_fail (backup != NULL, NULL);

  for (guint i = 0; i < backup->conferences->len; i++)
    {
      const LanyardBackupConference *conference = g_ptr_array_index (backup->conferences, i);
      GPtrArray *notes = lanyard_decisions_get_notes (conference->decisions);

      n_picks += lanyard_decisions_get_picks (conference->decisions)->len;
      n_entries += lanyard_decisions_get_entries (conference->decisions)->len;
      for (guint k = 0; k < notes->len; k++)
        {
          const LanyardNote *note = g_ptr_array_index (notes, k);

          n_notes += note->text != NULL;
          n_marks += note->marks != LANYARD_MARKS_NONE;
        }
    }
  add_picks (counts, n_picks);
  add_notes (counts, n_notes);
  add_marks (counts, n_marks);
  add_entries (counts, n_entries);
  return join (counts, _("Nothing is in it yet"));
}

/**
 * lanyard_backup_result_dup_summary:
 * @result: what came of restoring a conference
 *
 * Says how much is new: "12 picks · 1 note".
 *
 * Returns: (transfer full): the counts
 */
char *
lanyard_backup_result_dup_summary (const LanyardBackupResult *result)
{
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (result != NULL, NULL);

  add_picks (counts, result->n_picks);
  add_notes (counts, result->n_notes);
  add_marks (counts, result->n_marks);
  add_entries (counts, result->n_entries);
  add_choices (counts, result->n_choices);
  if (result->is_waiting && counts->len > 0)
    /* Translators: after what is kept of a conference that is not in Lanyard */
    g_ptr_array_add (counts, g_strdup (_("kept until you add this conference")));
  return join (counts, _("Nothing new"));
}
