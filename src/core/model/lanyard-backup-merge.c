/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a backup comes back without loss: nothing that is here is taken away.
 * What is not here is added, of two decisions about the same the newer one
 * counts, and two notes become one. To restore twice is to restore once.
 * Called by the store; any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-backup.h"

/**
 * lanyard_backup_result_new:
 * @title: a conference's title
 *
 * Makes a result in which nothing has been counted.
 *
 * Returns: (transfer full): a result
 */
LanyardBackupResult *
lanyard_backup_result_new (const char *title)
{
  LanyardBackupResult *self = g_new0 (LanyardBackupResult, 1);

  self->title = g_strdup (title);
  return self;
}

/**
 * lanyard_backup_result_free:
 * @self: (transfer full): a result
 *
 * Frees it.
 */
void
lanyard_backup_result_free (LanyardBackupResult *self)
{
  g_free (self->title);
  g_free (self);
}

/**
 * lanyard_backup_result_is_news:
 * @self: a result
 *
 * Says whether anything has changed.
 *
 * Returns: %TRUE if so
 */
gboolean
lanyard_backup_result_is_news (const LanyardBackupResult *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_picks + self->n_notes + self->n_marks + self->n_entries + self->n_choices > 0;
}

static guint
pick_hash (gconstpointer data)
{
  const LanyardPick *pick = data;

  return g_str_hash (pick->key) * 31 + pick->kind;
}

static gboolean
picks_are_about_the_same (gconstpointer a,
                          gconstpointer b)
{
  const LanyardPick *left = a;
  const LanyardPick *right = b;

  return left->kind == right->kind && g_str_equal (left->key, right->key);
}

static void
merge_picks (LanyardDecisions    *here,
             LanyardDecisions    *there,
             LanyardEdit         *edit,
             LanyardBackupResult *result)
{
  GPtrArray *mine = lanyard_decisions_get_picks (here);
  GPtrArray *theirs = lanyard_decisions_get_picks (there);
  g_autoptr (GHashTable) known = g_hash_table_new (pick_hash, picks_are_about_the_same);

  for (guint i = 0; i < mine->len; i++)
    g_hash_table_add (known, g_ptr_array_index (mine, i));

  for (guint i = 0; i < theirs->len; i++)
    {
      const LanyardPick *pick = g_ptr_array_index (theirs, i);
      const LanyardPick *before = g_hash_table_lookup (known, pick);

      if (before != NULL && (before->level == pick->level || before->picked_at >= pick->picked_at))
        {
          result->n_unchanged++;
          continue;
        }
      lanyard_edit_add_step (edit, &(LanyardEditStep) {
                                     .step = LANYARD_STEP_LEVEL,
                                     .kind = pick->kind,
                                     .key = pick->key,
                                     .value.level = pick->level,
                                     .changed_at = pick->picked_at,
                                   });
      result->n_picks++;
    }
}

/* Both, unless one has all of the other; NULL if that is the one here. */
static char *
merge_texts (const char *here,
             const char *there)
{
  if (there == NULL || (here != NULL && strstr (here, there) != NULL))
    return NULL;
  if (here == NULL || strstr (there, here) != NULL)
    return g_strdup (there);
  return g_strconcat (here, "\n\n", there, NULL);
}

static void
merge_note (LanyardDecisions    *here,
            const LanyardNote   *note,
            LanyardEdit         *edit,
            LanyardBackupResult *result)
{
  g_autofree char *text = merge_texts (lanyard_decisions_get_note (here, note->kind, note->key), note->text);
  LanyardMarks before = lanyard_decisions_get_marks (here, note->kind, note->key);
  LanyardEditStep step = { .kind = note->kind, .key = note->key, .changed_at = note->changed_at };

  if (text != NULL)
    {
      step.step = LANYARD_STEP_NOTE;
      step.value.text = text;
      lanyard_edit_add_step (edit, &step);
      result->n_notes++;
    }
  else if (note->text != NULL)
    {
      result->n_unchanged++;
    }

  if ((before | note->marks) != before)
    {
      step.step = LANYARD_STEP_MARKS;
      step.value = (LanyardDecided) { .marks = before | note->marks };
      lanyard_edit_add_step (edit, &step);
      result->n_marks++;
    }
  else if (note->marks != LANYARD_MARKS_NONE)
    {
      result->n_unchanged++;
    }
}

static void
merge_entry (LanyardDecisions    *here,
             LanyardOwnEntry     *entry,
             LanyardEdit         *edit,
             LanyardBackupResult *result)
{
  const LanyardOwnEntryFields *fields = lanyard_own_entry_get_fields (entry);
  LanyardOwnEntry *before = lanyard_decisions_find_entry (here, fields->uuid);

  if (before != NULL && (lanyard_own_entry_equal (before, entry) ||
                         lanyard_own_entry_get_fields (before)->changed_at >= fields->changed_at))
    {
      result->n_unchanged++;
      return;
    }
  lanyard_edit_add_step (edit, &(LanyardEditStep) {
                                 .step = LANYARD_STEP_ENTRY,
                                 .kind = LANYARD_KIND_OWN,
                                 .key = (char *) fields->uuid,
                                 .value.entry = entry,
                                 .changed_at = fields->changed_at,
                               });
  result->n_entries++;
}

/**
 * lanyard_backup_make_edit:
 * @here: what is decided about a conference
 * @there: what a backup has decided about it
 * @result: is told how much it is
 *
 * Finds out what is to be done so that all of @there is here, too. A pick that
 * was taken back here comes back; where both have one, the newer one counts.
 *
 * Returns: (transfer full): an edit, which keeps what is unknown
 */
LanyardEdit *
lanyard_backup_make_edit (LanyardDecisions    *here,
                          LanyardDecisions    *there,
                          LanyardBackupResult *result)
{
  LanyardEdit *edit;
  GPtrArray *notes;
  GPtrArray *entries;

  g_return_val_if_fail (here != NULL && there != NULL && result != NULL, NULL);

  edit = lanyard_edit_new ();
  lanyard_edit_set_keeps_unknown (edit, TRUE);
  merge_picks (here, there, edit, result);
  notes = lanyard_decisions_get_notes (there);
  for (guint i = 0; i < notes->len; i++)
    merge_note (here, g_ptr_array_index (notes, i), edit, result);
  entries = lanyard_decisions_get_entries (there);
  for (guint i = 0; i < entries->len; i++)
    merge_entry (here, g_ptr_array_index (entries, i), edit, result);
  return edit;
}
