/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What there is to remark on the reading of a feed, in words. The window and
 * the command line tell it once, when a conference is added. Any thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-remarks.h"

/**
 * lanyard_remark_get_name:
 * @remark: a kind of remark
 *
 * Names a kind for machines: in JSON.
 *
 * Returns: (transfer none): a stable, untranslated word
 */
const char *
lanyard_remark_get_name (LanyardRemark remark)
{
  switch (remark)
    {
    case LANYARD_REMARK_SKIPPED: return "skipped";
    case LANYARD_REMARK_NO_START: return "no-start";
    case LANYARD_REMARK_NO_DURATION: return "no-duration";
    case LANYARD_REMARK_NO_ZONE: return "no-zone";
    case LANYARD_REMARK_SAME_ID: return "same-id";
    case LANYARD_REMARK_MENDED: return "mended";
    case LANYARD_REMARK_CUT_OFF: return "cut-off";
    case LANYARD_REMARK_ALL_DAY: return "all-day";
    case LANYARD_REMARK_REPEATS: return "repeats";
    default: g_return_val_if_reached ("skipped");
    }
}

/* One remark as it follows the number of talks: "1 had no readable start". */
static char *
dup_clause (LanyardRemark remark,
            guint         n)
{
  switch (remark)
    {
    case LANYARD_REMARK_SKIPPED:
      return g_strdup_printf (ngettext ("%'u entry could not be read and was left out",
                                        "%'u entries could not be read and were left out", n), n);
    case LANYARD_REMARK_NO_START:
      return g_strdup_printf (ngettext ("%'u had no readable start and is listed as not scheduled",
                                        "%'u had no readable start and are listed as not scheduled", n), n);
    case LANYARD_REMARK_NO_DURATION:
      return g_strdup_printf (ngettext ("the length of %'u is not known",
                                        "the lengths of %'u are not known", n), n);
    case LANYARD_REMARK_NO_ZONE:
      return g_strdup (_("the schedule names no time zone, check the times"));
    case LANYARD_REMARK_SAME_ID:
      return g_strdup_printf (ngettext ("%'u has the number of another one",
                                        "%'u have the number of another one", n), n);
    case LANYARD_REMARK_MENDED:
      return g_strdup (_("the file is damaged and was read as far as possible"));
    case LANYARD_REMARK_CUT_OFF:
      return g_strdup (_("the file breaks off before its end"));
    case LANYARD_REMARK_ALL_DAY:
      return g_strdup_printf (ngettext ("%'u is for a whole day and is listed as not scheduled",
                                        "%'u are for whole days and are listed as not scheduled", n), n);
    case LANYARD_REMARK_REPEATS:
      return g_strdup_printf (ngettext ("%'u repeats too often to be listed each time",
                                        "%'u repeat too often to be listed each time", n), n);
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/* One remark as a sentence of its own. */
static char *
dup_sentence (LanyardRemark remark,
              guint         n)
{
  switch (remark)
    {
    case LANYARD_REMARK_SKIPPED:
      return g_strdup_printf (ngettext ("%'u entry could not be read and was left out.",
                                        "%'u entries could not be read and were left out.", n), n);
    case LANYARD_REMARK_NO_START:
      return g_strdup_printf (ngettext ("%'u talk had no readable start and is listed as not scheduled.",
                                        "%'u talks had no readable start and are listed as not scheduled.", n), n);
    case LANYARD_REMARK_NO_DURATION:
      return g_strdup_printf (ngettext ("The schedule does not tell how long %'u talk takes.",
                                        "The schedule does not tell how long %'u talks take.", n), n);
    case LANYARD_REMARK_NO_ZONE:
      return g_strdup (_("The schedule names no time zone; check that its times are right."));
    case LANYARD_REMARK_SAME_ID:
      return g_strdup_printf (ngettext ("%'u talk has the number of another one; both are listed.",
                                        "%'u talks have the numbers of other ones; all are listed.", n), n);
    case LANYARD_REMARK_MENDED:
      return g_strdup (_("The file is damaged and was read as far as possible; something may be missing."));
    case LANYARD_REMARK_CUT_OFF:
      return g_strdup (_("The file breaks off before its end; what comes after that is missing."));
    case LANYARD_REMARK_ALL_DAY:
      return g_strdup_printf (ngettext ("%'u entry is for a whole day, without a time, and is listed as not scheduled.",
                                        "%'u entries are for whole days, without a time, and are listed as not scheduled.",
                                        n), n);
    case LANYARD_REMARK_REPEATS:
      return g_strdup_printf (ngettext ("%'u entry repeats too often to be listed each time; only some of its times are there.",
                                        "%'u entries repeat too often to be listed each time; only some of their times are there.",
                                        n), n);
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/**
 * lanyard_remarks_is_empty:
 * @self: remarks
 *
 * Says whether there is nothing to remark.
 *
 * Returns: %TRUE if all was read as it should be
 */
gboolean
lanyard_remarks_is_empty (const LanyardRemarks *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < LANYARD_N_REMARKS; i++)
    if (self->counts[i] > 0)
      return FALSE;
  return TRUE;
}

/**
 * lanyard_remarks_dup_sentences:
 * @self: remarks
 *
 * Says the remarks, one sentence each.
 *
 * Returns: (transfer full) (array zero-terminated=1): the sentences
 */
char **
lanyard_remarks_dup_sentences (const LanyardRemarks *self)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < LANYARD_N_REMARKS; i++)
    if (self->counts[i] > 0)
      g_strv_builder_take (sentences, dup_sentence (i, self->counts[i]));
  return g_strv_builder_end (sentences);
}

/**
 * lanyard_remarks_dup_summary:
 * @self: remarks
 * @n_talks: how many talks the programme has
 *
 * Says in one line how many talks there are and what there is to remark.
 *
 * Returns: (transfer full): "1,078 talks; 1 had no readable start and is listed
 *   as not scheduled"
 */
char *
lanyard_remarks_dup_summary (const LanyardRemarks *self,
                             guint                 n_talks)
{
  g_autoptr (GString) summary = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  g_string_printf (summary, ngettext ("%'u talk", "%'u talks", n_talks), n_talks);
  for (guint i = 0; i < LANYARD_N_REMARKS; i++)
    if (self->counts[i] > 0)
      {
        g_autofree char *clause = dup_clause (i, self->counts[i]);

        /* Translators: what stands between the parts of "1,078 talks; 1 had no readable start" */
        g_string_append (summary, C_("list of remarks", "; "));
        g_string_append (summary, clause);
      }
  return g_string_free (g_steal_pointer (&summary), FALSE);
}
