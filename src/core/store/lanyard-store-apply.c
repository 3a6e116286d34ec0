/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Does what an edit says, whole or not at all, and durably. It means the same
 * as lanyard_decisions_apply(), but on what is in the file by now: a step
 * that expects what another program has changed meanwhile does nothing.
 * The public functions are called in any thread with a main context, the
 * static ones on the worker thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-store-decisions.h"
#include "lanyard-store-names.h"

typedef struct
{
  const LanyardStoreRequest *request; /* borrowed */
  LanyardDatabase *database;          /* borrowed */
  gint64 conference;                  /* the number of its row */
  gboolean has_written;
} Applying;

/* What a row says, and what the step makes of it. */
typedef struct
{
  LanyardDecided decided; /* text and entry are owned */
  LanyardMarks marks;     /* of a note's row, whichever of both the step sets */
  char *text;             /* owned, nullable: likewise */
  gboolean is_stored;     /* whether there is a row */
} Current;

static void
current_clear (Current *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->decided.text, g_free);
  g_clear_object (&self->decided.entry);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Current, current_clear)

static const char *
get_reading_sql (LanyardStepKind step)
{
  switch (step)
    {
    case LANYARD_STEP_LEVEL:
      return "SELECT level FROM picks WHERE conference = ?1 AND key = ?2 AND kind = ?3";
    case LANYARD_STEP_NOTE:
    case LANYARD_STEP_MARKS:
      return "SELECT is_seen, is_to_watch, text FROM notes WHERE conference = ?1 AND key = ?2 AND kind = ?3";
    case LANYARD_STEP_ENTRY:
    default:
      return "SELECT " LANYARD_STORE_ENTRY_COLUMNS " FROM own_entries WHERE conference = ?1 AND uuid = ?2"
             "  AND title <> '' AND start <= \"end\"";
    }
}

static void
take_row (Current               *self,
          const LanyardEditStep *step,
          LanyardStatement      *row)
{
  switch (step->step)
    {
    case LANYARD_STEP_LEVEL:
      self->decided.level = lanyard_store_level_of_name (lanyard_statement_get_text (row, 0));
      break;
    case LANYARD_STEP_NOTE:
    case LANYARD_STEP_MARKS:
      self->decided.marks = self->marks = lanyard_store_read_marks (row, 0);
      self->text = g_strdup (lanyard_statement_get_text (row, 2));
      if (*self->text != '\0')
        self->decided.text = g_strdup (self->text);
      break;
    case LANYARD_STEP_ENTRY:
    default:
      self->decided.entry = lanyard_store_read_entry (row);
      break;
    }
}

static gboolean
read_current (Applying               *self,
              const LanyardEditStep  *step,
              Current                *current,
              GError                **error)
{
  g_autoptr (LanyardStatement) row = lanyard_statement_new (self->database, get_reading_sql (step->step), error);
  g_autoptr (GError) failure = NULL;

  if (row == NULL)
    return FALSE;

  lanyard_statement_bind_number (row, self->conference);
  lanyard_statement_bind_text (row, step->key);
  if (step->step != LANYARD_STEP_ENTRY)
    lanyard_statement_bind_text (row, lanyard_store_name_of_kind (step->kind));
  current->is_stored = lanyard_statement_next (row, &failure);
  if (current->is_stored)
    take_row (current, step, row);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
fail_as_unknown (GError **error)
{
  g_set_error_literal (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND,
                       _("There is no such talk, session or break."));
  return FALSE;
}

/* To take back what nobody knows would be a promise that is not kept: since a
 * refresh it may have another key, under which it is picked or noted still. */
static gboolean
check_known (Applying               *self,
             const LanyardEditStep  *step,
             const Current          *current,
             GError                **error)
{
  g_autoptr (LanyardStatement) target = NULL;
  g_autoptr (GError) failure = NULL;

  if (step->step == LANYARD_STEP_ENTRY || current->is_stored || lanyard_edit_get_keeps_unknown (self->request->edit))
    return TRUE;

  target = lanyard_statement_new (self->database,
                                  "SELECT 1 FROM targets WHERE conference = ?1 AND key = ?2 AND kind = ?3", error);
  if (target == NULL)
    return FALSE;

  lanyard_statement_bind_number (target, self->conference);
  lanyard_statement_bind_text (target, step->key);
  lanyard_statement_bind_text (target, lanyard_store_name_of_kind (step->kind));
  if (lanyard_statement_next (target, &failure))
    return TRUE;
  if (failure == NULL)
    return fail_as_unknown (error);

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gint64
get_time (Applying              *self,
          const LanyardEditStep *step)
{
  return step->changed_at != LANYARD_NO_TIME ? step->changed_at : self->request->instant;
}

/* Runs a statement about a target with what its row is to say. */
static gboolean
run_for_target (Applying               *self,
                const LanyardEditStep  *step,
                const Current          *next,
                const char             *sql,
                gint64                 *n_changes,
                GError                **error)
{
  g_autoptr (LanyardStatement) statement = lanyard_statement_new (self->database, sql, error);
  gint64 before = lanyard_database_get_n_changes (self->database);

  if (statement == NULL)
    return FALSE;

  lanyard_statement_bind_number (statement, self->conference);
  lanyard_statement_bind_text (statement, lanyard_store_name_of_kind (step->kind));
  lanyard_statement_bind_text (statement, step->key);
  lanyard_statement_bind_number (statement, get_time (self, step));
  if (step->step == LANYARD_STEP_LEVEL)
    {
      lanyard_statement_bind_text (statement, lanyard_store_name_of_level (step->value.level));
    }
  else
    {
      lanyard_statement_bind_text (statement, next->text != NULL ? next->text : "");
      lanyard_statement_bind_number (statement, (next->marks & LANYARD_MARK_SEEN) != 0);
      lanyard_statement_bind_number (statement, (next->marks & LANYARD_MARK_WATCH_LATER) != 0);
    }
  if (!lanyard_statement_run (statement, error))
    return FALSE;

  *n_changes += lanyard_database_get_n_changes (self->database) - before;
  return TRUE;
}

/* How a row is written: of what is in the programme, of what a row remembers
 * already, and of what nobody knows. A clock that was set back does not make
 * what is decided later look older. */
typedef struct
{
  const char *of_target;
  const char *of_row;
  const char *of_unknown;
} Writing;

static const Writing pick_writing = {
  .of_target = "INSERT INTO picks (conference, kind, key, picked_at, level, title, url, start, persons)"
               "  SELECT conference, kind, key, ?4, ?5, title, url, start, persons FROM targets"
               "  WHERE conference = ?1 AND kind = ?2 AND key = ?3"
               "  ON CONFLICT DO UPDATE SET level = excluded.level, picked_at = max (picked_at, excluded.picked_at),"
               "    title = excluded.title, url = excluded.url, start = excluded.start, persons = excluded.persons",
  .of_row = "UPDATE picks SET picked_at = max (picked_at, ?4), level = ?5"
            "  WHERE conference = ?1 AND kind = ?2 AND key = ?3",
  .of_unknown = "INSERT INTO picks (conference, kind, key, picked_at, level) VALUES (?1, ?2, ?3, ?4, ?5)",
};

static const Writing note_writing = {
  .of_target = "INSERT INTO notes (conference, kind, key, changed_at, text, is_seen, is_to_watch, title, url, start, persons)"
               "  SELECT conference, kind, key, ?4, ?5, ?6, ?7, title, url, start, persons FROM targets"
               "  WHERE conference = ?1 AND kind = ?2 AND key = ?3"
               "  ON CONFLICT DO UPDATE SET changed_at = max (changed_at, excluded.changed_at), text = excluded.text,"
               "    is_seen = excluded.is_seen, is_to_watch = excluded.is_to_watch,"
               "    title = excluded.title, url = excluded.url, start = excluded.start, persons = excluded.persons",
  .of_row = "UPDATE notes SET changed_at = max (changed_at, ?4), text = ?5, is_seen = ?6, is_to_watch = ?7"
            "  WHERE conference = ?1 AND kind = ?2 AND key = ?3",
  .of_unknown = "INSERT INTO notes (conference, kind, key, changed_at, text, is_seen, is_to_watch)"
                "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
};

/* Whether the row of what is not in the programme may be written. One that was
 * taken back before its talk vanished is there for undo. */
static gboolean
may_write_row (Applying               *self,
               const LanyardEditStep  *step,
               const LanyardDecided   *before)
{
  return step->has_expected || lanyard_edit_get_keeps_unknown (self->request->edit) ||
         before->level != LANYARD_LEVEL_NONE || before->text != NULL || before->marks != LANYARD_MARKS_NONE;
}

/* What is in the programme can be picked, what has vanished changed and taken back. */
static gboolean
write_about_target (Applying               *self,
                    const LanyardEditStep  *step,
                    const Current          *next,
                    GError                **error)
{
  const Writing *writing = step->step == LANYARD_STEP_LEVEL ? &pick_writing : &note_writing;
  gint64 n_changes = 0;

  if (!run_for_target (self, step, next, writing->of_target, &n_changes, error))
    return FALSE;
  if (n_changes == 0 && may_write_row (self, step, &next->decided) &&
      !run_for_target (self, step, next, writing->of_row, &n_changes, error))
    return FALSE;
  if (n_changes == 0 && lanyard_edit_get_keeps_unknown (self->request->edit) &&
      !run_for_target (self, step, next, writing->of_unknown, &n_changes, error))
    return FALSE;
  return n_changes > 0 || fail_as_unknown (error);
}

static gboolean
remove_entry (Applying               *self,
              const LanyardEditStep  *step,
              GError                **error)
{
  g_autoptr (LanyardStatement) statement = NULL;

  statement = lanyard_statement_new (self->database, "DELETE FROM own_entries WHERE conference = ?1 AND uuid = ?2", error);
  if (statement == NULL)
    return FALSE;

  lanyard_statement_bind_number (statement, self->conference);
  lanyard_statement_bind_text (statement, step->key);
  return lanyard_statement_run (statement, error);
}

static gboolean
put_entry (Applying               *self,
           const LanyardEditStep  *step,
           GError                **error)
{
  const LanyardOwnEntryFields *fields = lanyard_own_entry_get_fields (step->value.entry);
  g_autoptr (LanyardStatement) statement = NULL;

  statement = lanyard_statement_new (self->database,
                                     "INSERT INTO own_entries (conference, " LANYARD_STORE_ENTRY_COLUMNS ")"
                                     "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
                                     "  ON CONFLICT DO UPDATE SET kind = excluded.kind, title = excluded.title,"
                                     "    start = excluded.start, \"end\" = excluded.\"end\", zone = excluded.zone,"
                                     "    place = excluded.place, people = excluded.people, text = excluded.text,"
                                     "    changed_at = max (changed_at, excluded.changed_at)",
                                     error);
  if (statement == NULL)
    return FALSE;

  lanyard_statement_bind_number (statement, self->conference);
  lanyard_statement_bind_text (statement, fields->uuid);
  lanyard_statement_bind_text (statement, lanyard_own_kind_get_name (fields->kind));
  lanyard_statement_bind_text (statement, fields->title);
  lanyard_statement_bind_number (statement, fields->start);
  lanyard_statement_bind_number (statement, fields->end);
  lanyard_statement_bind_text (statement, fields->zone);
  lanyard_statement_bind_text (statement, fields->place);
  lanyard_statement_bind_text (statement, fields->people);
  lanyard_statement_bind_text (statement, fields->note);
  lanyard_statement_bind_number (statement, get_time (self, step));
  return lanyard_statement_run (statement, error);
}

static gboolean
write_step (Applying               *self,
            const LanyardEditStep  *step,
            Current                *current,
            GError                **error)
{
  switch (step->step)
    {
    case LANYARD_STEP_NOTE:
      g_set_str (&current->text, step->value.text);
      break;
    case LANYARD_STEP_MARKS:
      current->marks = step->value.marks;
      break;
    case LANYARD_STEP_ENTRY:
      return step->value.entry != NULL ? put_entry (self, step, error) : remove_entry (self, step, error);
    case LANYARD_STEP_LEVEL:
    default:
      break;
    }
  return write_about_target (self, step, current, error);
}

static gboolean
do_step (Applying               *self,
         const LanyardEditStep  *step,
         GError                **error)
{
  g_auto (Current) current = { 0 };

  if (!read_current (self, step, &current, error))
    return FALSE;
  if ((step->has_expected && !lanyard_decided_equal (step->step, &current.decided, &step->expected)) ||
      lanyard_decided_equal (step->step, &current.decided, &step->value))
    return check_known (self, step, &current, error);

  self->has_written = TRUE;
  return write_step (self, step, &current, error);
}

static gboolean
count_up (Applying  *self,
          GError   **error)
{
  g_autoptr (LanyardStatement) statement = NULL;

  statement = lanyard_statement_new (self->database,
                                     "UPDATE conferences SET picks_revision = picks_revision + 1 WHERE id = ?1",
                                     error);
  if (statement == NULL)
    return FALSE;
  lanyard_statement_bind_number (statement, self->conference);
  return lanyard_statement_run (statement, error);
}

/*
 * lanyard_store_apply_edit:
 * @request: with a conference, an edit, and when
 *
 * Does what the edit says, inside a transaction.
 */
gboolean
lanyard_store_apply_edit (LanyardDatabase            *database,
                          const LanyardStoreRequest  *request,
                          GError                    **error)
{
  Applying applying = { .request = request, .database = database };
  GPtrArray *steps = lanyard_edit_get_steps (request->edit);

  if (!lanyard_store_find_kept_conference (database, request->uuid, &applying.conference, error))
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    if (!do_step (&applying, g_ptr_array_index (steps, i), error))
      return FALSE;
  return !applying.has_written || count_up (&applying, error);
}

static gboolean
apply_in_transaction (LanyardDatabase  *database,
                      gpointer          user_data,
                      GError          **error)
{
  return lanyard_store_apply_edit (database, user_data, error);
}

static gpointer
apply (LanyardDatabase            *database,
       const LanyardStoreRequest  *request,
       GError                    **error)
{
  return GINT_TO_POINTER (lanyard_database_write (database, apply_in_transaction, (gpointer) request, error));
}

/**
 * lanyard_store_apply_async:
 * @self: a store
 * @uuid: a conference, also one that was removed while its plan is open
 * @edit: what to decide
 * @now: when, UTC seconds
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does what @edit says, all of it or nothing.
 */
void
lanyard_store_apply_async (LanyardStore        *self,
                           const char          *uuid,
                           LanyardEdit         *edit,
                           gint64               now,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (uuid != NULL);
  g_return_if_fail (edit != NULL);

  lanyard_store_post (self, lanyard_store_apply_async, apply,
                      &(LanyardStoreRequest) { .uuid = uuid, .edit = edit, .instant = now },
                      NULL, cancellable, callback, user_data);
}

/**
 * lanyard_store_apply_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is no such
 *   conference, or something in the edit is not in its programme
 *
 * Ends it.
 *
 * Returns: whether what was decided is on the disk
 */
gboolean
lanyard_store_apply_finish (LanyardStore  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_apply_async, error) != NULL;
}

/**
 * lanyard_store_set_pick_async:
 * @self: a store
 * @uuid: a conference
 * @kind: what is picked: a talk, a session or a break
 * @key: which of that kind
 * @level: how much it is wanted, %LANYARD_LEVEL_NONE to take the pick back
 * @picked_at: when, UTC seconds
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Picks something, changes how much it is wanted, or takes a pick back: a
 * short form of [method@LanyardStore.apply_async].
 */
void
lanyard_store_set_pick_async (LanyardStore        *self,
                              const char          *uuid,
                              LanyardKind          kind,
                              const char          *key,
                              LanyardLevel         level,
                              gint64               picked_at,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();

  g_return_if_fail (LANYARD_IS_STORE (self));

  lanyard_edit_set_level (edit, kind, key, level);
  lanyard_store_apply_async (self, uuid, edit, picked_at, cancellable, callback, user_data);
}

/**
 * lanyard_store_set_pick_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is no such
 *   conference, or nothing in its programme that could be picked so
 *
 * Ends picking.
 *
 * Returns: whether the pick is on the disk
 */
gboolean
lanyard_store_set_pick_finish (LanyardStore  *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return lanyard_store_apply_finish (self, result, error);
}
