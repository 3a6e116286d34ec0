/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way back from what was decided at this window: each conference has a
 * history of its own, which waits while another one is shown and is looked
 * through when a new programme may mean other things by the same keys.
 * Main thread. */

#include "config.h"

#include "lanyard-open-conference-private.h"

typedef struct
{
  LanyardUndo *undo; /* owned */
  guint revision;    /* of the programme that its keys are of */
} History;

static void
history_free (gpointer data)
{
  History *history = data;

  g_clear_pointer (&history->undo, lanyard_undo_free);
  g_free (history);
}

/* What a key meant, and what it means now. */
typedef struct
{
  LanyardProgramme *before; /* borrowed */
  LanyardProgramme *now;    /* borrowed */
} Programmes;

/* What has vanished is still what it was. */
static gboolean
is_another (LanyardKind  kind,
            const char  *key,
            gpointer     user_data)
{
  const Programmes *programmes = user_data;
  const char *title = lanyard_programme_find_title (programmes->now, kind, key);

  return title != NULL && g_strcmp0 (title, lanyard_programme_find_title (programmes->before, kind, key)) != 0;
}

static guint
get_revision (LanyardOpenConference *self)
{
  return lanyard_conference_get_fields (lanyard_programme_get_conference (self->programme))->revision;
}

/* Private: has no histories yet. */
void
lanyard_open_conference_init_histories (LanyardOpenConference *self)
{
  self->histories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, history_free);
}

/* Private: the history of the conference that is shown, %NULL if none is. */
LanyardUndo *
lanyard_open_conference_get_history (LanyardOpenConference *self)
{
  const char *uuid = lanyard_open_conference_get_shown_uuid (self);
  History *history;

  if (uuid == NULL)
    return NULL;
  history = g_hash_table_lookup (self->histories, uuid);
  if (history == NULL)
    {
      history = g_new0 (History, 1);
      history->undo = lanyard_undo_new ();
      history->revision = get_revision (self);
      g_hash_table_insert (self->histories, g_strdup (uuid), history);
    }
  return history->undo;
}

/* Private: a programme was loaded; @before is the one of the same conference
 * that was shown until now, or %NULL for another conference's. */
void
lanyard_open_conference_review_history (LanyardOpenConference *self,
                                        LanyardProgramme      *before)
{
  const char *uuid = lanyard_open_conference_get_shown_uuid (self);
  History *history = g_hash_table_lookup (self->histories, uuid);
  Programmes programmes = { before, self->programme };

  if (history == NULL || history->revision == get_revision (self))
    return;
  if (before == NULL)
    {
      g_hash_table_remove (self->histories, uuid);
      return;
    }
  history->revision = get_revision (self);
  lanyard_undo_forget_where (history->undo, is_another, &programmes);
}

/**
 * lanyard_open_conference_can_undo:
 * @self: an open conference
 *
 * Says whether there is something to take back.
 *
 * Returns: %TRUE if there is
 */
gboolean
lanyard_open_conference_can_undo (LanyardOpenConference *self)
{
  LanyardUndo *history;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), FALSE);

  history = lanyard_open_conference_get_history (self);
  return history != NULL && lanyard_undo_can_go_back (history);
}

/**
 * lanyard_open_conference_can_redo:
 * @self: an open conference
 *
 * Says whether there is something to decide again.
 *
 * Returns: %TRUE if there is
 */
gboolean
lanyard_open_conference_can_redo (LanyardOpenConference *self)
{
  LanyardUndo *history;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), FALSE);

  history = lanyard_open_conference_get_history (self);
  return history != NULL && lanyard_undo_can_go_forth (history);
}

/**
 * lanyard_open_conference_get_undo_label:
 * @self: an open conference
 *
 * Gets what undo takes back.
 *
 * Returns: (transfer none) (nullable): the label of an edit
 */
const char *
lanyard_open_conference_get_undo_label (LanyardOpenConference *self)
{
  LanyardUndo *history;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), NULL);

  history = lanyard_open_conference_get_history (self);
  return history != NULL ? lanyard_undo_get_back_label (history) : NULL;
}

/**
 * lanyard_open_conference_get_redo_label:
 * @self: an open conference
 *
 * Gets what redo does again.
 *
 * Returns: (transfer none) (nullable): the label of an edit
 */
const char *
lanyard_open_conference_get_redo_label (LanyardOpenConference *self)
{
  LanyardUndo *history;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), NULL);

  history = lanyard_open_conference_get_history (self);
  return history != NULL ? lanyard_undo_get_forth_label (history) : NULL;
}
