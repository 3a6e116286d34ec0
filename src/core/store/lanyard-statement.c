/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A prepared statement: parameters are bound in their order, columns are read
 * by number. Text that is bound is borrowed until the statement has run.
 * Called by the rest of the store, on the store's worker thread only. */

#include "config.h"

#include "lanyard-database-private.h"
#include "model/lanyard-enums.h"

struct _LanyardStatement
{
  LanyardDatabase *database; /* borrowed, outlives the statement */
  sqlite3_stmt    *handle;   /* owned */
  int              n_bound;
};

static void
check_bound (LanyardStatement *self,
             int               code)
{
  /* Nothing but a wrong number of parameters can go wrong here. */
  if (code != SQLITE_OK)
    g_critical ("%s: %s", sqlite3_sql (self->handle), sqlite3_errstr (code));
}

LanyardStatement *
lanyard_statement_new (LanyardDatabase  *database,
                       const char       *sql,
                       GError          **error)
{
  g_autoptr (LanyardStatement) self = g_new0 (LanyardStatement, 1);

  self->database = database;
  if (sqlite3_prepare_v2 (database->handle, sql, -1, &self->handle, NULL) == SQLITE_OK)
    return g_steal_pointer (&self);

  lanyard_database_set_error (database, error);
  return NULL;
}

void
lanyard_statement_free (LanyardStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

/* @text may be %NULL and must stay until the statement has run. */
void
lanyard_statement_bind_text (LanyardStatement *self,
                             const char       *text)
{
  check_bound (self, sqlite3_bind_text (self->handle, ++self->n_bound, text, -1, SQLITE_STATIC));
}

void
lanyard_statement_bind_number (LanyardStatement *self,
                               gint64            number)
{
  check_bound (self, sqlite3_bind_int64 (self->handle, ++self->n_bound, number));
}

/* @instant is in UTC seconds, or %LANYARD_NO_TIME, which is stored as NULL. */
void
lanyard_statement_bind_time (LanyardStatement *self,
                             gint64            instant)
{
  if (instant == LANYARD_NO_TIME)
    lanyard_statement_bind_null (self);
  else
    lanyard_statement_bind_number (self, instant);
}

void
lanyard_statement_bind_null (LanyardStatement *self)
{
  check_bound (self, sqlite3_bind_null (self->handle, ++self->n_bound));
}

/* Binds what is in a column of another statement's row. */
void
lanyard_statement_bind_column (LanyardStatement *self,
                               LanyardStatement *row,
                               int               column)
{
  check_bound (self, sqlite3_bind_value (self->handle, ++self->n_bound, sqlite3_column_value (row->handle, column)));
}

/* Runs the statement to its end and makes it ready for new parameters. */
gboolean
lanyard_statement_run (LanyardStatement  *self,
                       GError           **error)
{
  g_autoptr (GError) failure = NULL;

  while (lanyard_statement_next (self, &failure))
    ;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Goes to the next row, unless the request has been cancelled or the last row
 * was damaged. %FALSE without
 * an error means that there is none, and that the statement is ready for new
 * parameters. */
gboolean
lanyard_statement_next (LanyardStatement  *self,
                        GError           **error)
{
  gboolean is_stopped = g_cancellable_set_error_if_cancelled (self->database->cancellable, error) ||
                        lanyard_database_set_error_if_damaged (self->database, error);
  int code = is_stopped ? SQLITE_DONE : sqlite3_step (self->handle);

  if (code == SQLITE_ROW)
    return TRUE;

  if (code != SQLITE_DONE)
    lanyard_database_set_error (self->database, error);
  sqlite3_reset (self->handle);
  self->n_bound = 0;
  return FALSE;
}

gboolean
lanyard_statement_is_null (LanyardStatement *self,
                           int               column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

gboolean
lanyard_statement_is_text (LanyardStatement *self,
                           int               column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_TEXT;
}

/* Borrowed until the next row; %NULL for NULL. */
const char *
lanyard_statement_get_text (LanyardStatement *self,
                            int               column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/* Text of a column that may not be NULL, borrowed until the next row. Where it
 * is, the database is damaged: "?" is returned, and the next step of any
 * statement, or the end of the transaction, fails with
 * %LANYARD_STORE_ERROR_DAMAGED. */
const char *
lanyard_statement_need_text (LanyardStatement *self,
                             int               column)
{
  const char *text = lanyard_statement_get_text (self, column);

  if (text != NULL)
    return text;

  self->database->is_damaged = TRUE;
  return "?";
}

gint64
lanyard_statement_get_number (LanyardStatement *self,
                              int               column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/* UTC seconds; %LANYARD_NO_TIME for NULL. */
gint64
lanyard_statement_get_time (LanyardStatement *self,
                            int               column)
{
  if (lanyard_statement_is_null (self, column))
    return LANYARD_NO_TIME;
  return lanyard_statement_get_number (self, column);
}
