/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody decided about the open conference, and the plan made of it. An
 * edit counts here at once and goes to the store right after. Main thread. */

#include "config.h"

#include "lanyard-open-conference-private.h"

/* A request for the decisions. */
typedef struct
{
  LanyardOpenConference *self; /* owned */
  char *uuid;                  /* owned: the conference that was shown */
  guint n_changes;             /* as it was when they were asked for */
} Request;

static void
request_free (Request *request)
{
  g_clear_object (&request->self);
  g_clear_pointer (&request->uuid, g_free);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
decisions_loaded_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  LanyardOpenConference *self = request->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardDecisions) decisions =
      lanyard_store_load_decisions_finish (LANYARD_STORE (source), result, &error);

  if (decisions == NULL)
    lanyard_open_conference_report (self, error);
  else if (g_strcmp0 (request->uuid, lanyard_open_conference_get_shown_uuid (self)) == 0 &&
           !lanyard_open_conference_is_outdated (self, request->n_changes) &&
           !lanyard_decisions_equal (self->decisions, decisions))
    lanyard_open_conference_take_decisions (self, decisions);
}

/* Asks the store afterwards, for another Lanyard may have decided meanwhile,
 * or the store may not have kept it. */
static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LanyardOpenConference) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_writes--;
  if (!lanyard_store_apply_finish (LANYARD_STORE (source), result, &error))
    lanyard_open_conference_report (self, error);
  if (self->n_writes == 0 && self->programme != NULL)
    lanyard_open_conference_load_decisions (self);
}

/* Does an edit here and in the store; the history knows of it already. */
static void
do_edit (LanyardOpenConference *self,
         LanyardEdit           *edit,
         const char            *label,
         LanyardEditDirection   direction)
{
  gint64 now = lanyard_clock_get_now (self->clock);
  g_autoptr (LanyardDecisions) decisions = lanyard_decisions_apply (self->decisions, edit, now);

  self->n_writes++;
  self->n_changes++;
  lanyard_store_apply_async (self->store, lanyard_open_conference_get_shown_uuid (self), edit, now, NULL, applied_cb,
                             g_object_ref (self));
  lanyard_open_conference_take_decisions (self, decisions);
  lanyard_open_conference_tell_edit (self, label, direction);
}

/* Private: whether somebody here decided something since @n_changes was read,
 * while the store was asked. The write's end asks again, so that the answer
 * can be dropped. */
gboolean
lanyard_open_conference_is_outdated (LanyardOpenConference *self,
                                     guint                  n_changes)
{
  return self->n_writes > 0 || self->n_changes != n_changes;
}

/* Private: has other decisions, and makes the plan anew of the programme and
 * them. */
void
lanyard_open_conference_take_decisions (LanyardOpenConference *self,
                                        LanyardDecisions      *decisions)
{
  LanyardUndo *history = lanyard_open_conference_get_history (self);

  lanyard_decisions_ref (decisions);
  g_clear_pointer (&self->decisions, lanyard_decisions_unref);
  self->decisions = decisions;
  if (history != NULL)
    lanyard_undo_forget_stale (history, decisions);

  g_clear_object (&self->plan);
  if (self->programme != NULL)
    self->plan = lanyard_plan_new (self->programme, decisions);
  lanyard_open_conference_notify_decisions (self);
}

/* Private: asks the store for the decisions again. */
void
lanyard_open_conference_load_decisions (LanyardOpenConference *self)
{
  Request *request = g_new0 (Request, 1);

  request->self = g_object_ref (self);
  request->uuid = g_strdup (lanyard_open_conference_get_shown_uuid (self));
  request->n_changes = self->n_changes;
  lanyard_store_load_decisions_async (self->store, request->uuid, self->loading, decisions_loaded_cb, request);
}

/**
 * lanyard_open_conference_get_decisions:
 * @self: an open conference
 *
 * Gets what is decided about the conference.
 *
 * Returns: (transfer none): decisions, empty ones until there is a programme
 */
LanyardDecisions *
lanyard_open_conference_get_decisions (LanyardOpenConference *self)
{
  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), NULL);

  return self->decisions;
}

/**
 * lanyard_open_conference_apply:
 * @self: an open conference
 * @edit: what to decide
 * @label: (nullable): what was decided then, a sentence for people, such as "Added to My Plan"
 *
 * Decides something. The plan shows it at once and "edited" tells of it;
 * should the store fail to keep it, the plan goes back and "failed" says why.
 * An edit that changes nothing is none.
 */
void
lanyard_open_conference_apply (LanyardOpenConference *self,
                               LanyardEdit           *edit,
                               const char            *label)
{
  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (self));
  g_return_if_fail (self->programme != NULL);
  g_return_if_fail (edit != NULL);

  if (lanyard_undo_add (lanyard_open_conference_get_history (self), self->decisions, edit, label,
                        lanyard_clock_get_now (self->clock)))
    do_edit (self, edit, label, LANYARD_EDIT_DONE);
}

/**
 * lanyard_open_conference_apply_to:
 * @self: an open conference
 * @uuid: which conference
 * @edit: what to decide
 * @label: (nullable): what was decided then, a sentence for people
 *
 * Decides something about a conference that may no longer be the one that is
 * shown: what was typed right before another one was chosen is kept, but has
 * no way back then.
 */
void
lanyard_open_conference_apply_to (LanyardOpenConference *self,
                                  const char            *uuid,
                                  LanyardEdit           *edit,
                                  const char            *label)
{
  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (self));
  g_return_if_fail (uuid != NULL);
  g_return_if_fail (edit != NULL);

  if (g_strcmp0 (uuid, lanyard_open_conference_get_shown_uuid (self)) == 0)
    {
      lanyard_open_conference_apply (self, edit, label);
      return;
    }
  self->n_writes++;
  lanyard_store_apply_async (self->store, uuid, edit, lanyard_clock_get_now (self->clock), NULL, applied_cb,
                             g_object_ref (self));
}

/**
 * lanyard_open_conference_undo:
 * @self: an open conference
 *
 * Takes back what was decided last at this window, as far as nobody else
 * decided otherwise since.
 */
void
lanyard_open_conference_undo (LanyardOpenConference *self)
{
  LanyardUndo *history;
  g_autoptr (LanyardEdit) edit = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (self));

  history = lanyard_open_conference_get_history (self);
  edit = history != NULL ? lanyard_undo_back (history, self->decisions, &label) : NULL;
  if (edit != NULL)
    do_edit (self, edit, label, LANYARD_EDIT_UNDONE);
}

/**
 * lanyard_open_conference_redo:
 * @self: an open conference
 *
 * Decides again what was taken back last.
 */
void
lanyard_open_conference_redo (LanyardOpenConference *self)
{
  LanyardUndo *history;
  g_autoptr (LanyardEdit) edit = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (self));

  history = lanyard_open_conference_get_history (self);
  edit = history != NULL ? lanyard_undo_forth (history, self->decisions, &label) : NULL;
  if (edit != NULL)
    do_edit (self, edit, label, LANYARD_EDIT_REDONE);
}

/**
 * lanyard_open_conference_get_level:
 * @self: an open conference
 * @kind: what kind of thing
 * @key: which of that kind
 *
 * Gets the level of one thing itself.
 *
 * Returns: the level
 */
LanyardLevel
lanyard_open_conference_get_level (LanyardOpenConference *self,
                                   LanyardKind            kind,
                                   const char            *key)
{
  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), LANYARD_LEVEL_NONE);

  return lanyard_decisions_get_level (self->decisions, kind, key);
}

/**
 * lanyard_open_conference_set_level:
 * @self: an open conference
 * @kind: what kind of thing: a talk, a session or a break
 * @key: which of that kind
 * @level: the new level
 *
 * Picks something or lets it go, a short form of
 * [method@OpenConference.apply].
 */
void
lanyard_open_conference_set_level (LanyardOpenConference *self,
                                   LanyardKind            kind,
                                   const char            *key,
                                   LanyardLevel           level)
{
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  LanyardLevel before;

  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (self));

  before = lanyard_open_conference_get_level (self, kind, key);
  if (before == level)
    return;
  lanyard_edit_set_level (edit, kind, key, level);
  lanyard_open_conference_apply (self, edit, NULL);
  lanyard_open_conference_tell_level (self, kind, key, before, level);
}
