/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stores a programme: one transaction in which the old one is replaced, the
 * conference recognised by its feed, and all that is the user's own left
 * alone. The structure and the documents have files of their own.
 * The public functions are called in any thread with a main context, the
 * static ones on the worker thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-store-names.h"
#include "lanyard-store-private.h"
#include "lanyard-store-save-private.h"

typedef struct
{
  const LanyardStoreRequest *request; /* borrowed */
  gint64 conference;
  LanyardSaved *saved; /* owned */
} Saving;

static gboolean
recognise (Saving           *self,
           LanyardDatabase  *database,
           const char       *feed_id,
           GError          **error)
{
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;

  row = lanyard_statement_new (database,
                               "SELECT id, uuid, removed_at IS NOT NULL FROM conferences WHERE feed_id = ?1",
                               error);
  if (row == NULL)
    return FALSE;

  lanyard_statement_bind_text (row, feed_id);
  if (lanyard_statement_next (row, &failure))
    {
      self->conference = lanyard_statement_get_number (row, 0);
      self->saved->uuid = g_strdup (lanyard_statement_get_text (row, 1));
      self->saved->is_new = lanyard_statement_get_number (row, 2) != 0;
      return TRUE;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  self->saved->uuid = g_uuid_string_random ();
  self->saved->is_new = TRUE;
  return TRUE;
}

static void
bind_conference (LanyardStatement              *statement,
                 const LanyardConferenceFields *fields)
{
  lanyard_statement_bind_text (statement, fields->feed_id);
  lanyard_statement_bind_text (statement, fields->title);
  lanyard_statement_bind_time (statement, fields->start);
  lanyard_statement_bind_time (statement, fields->end);
  lanyard_statement_bind_text (statement, fields->zone);
  lanyard_statement_bind_text (statement, fields->venue);
  lanyard_statement_bind_text (statement, fields->address);
  lanyard_statement_bind_text (statement, fields->url);
  lanyard_statement_bind_text (statement, fields->description);
  lanyard_statement_bind_text (statement, lanyard_store_name_of_text_format (fields->description_format));
  lanyard_statement_bind_text (statement, fields->organizer);
  lanyard_statement_bind_text (statement, fields->language);
  lanyard_statement_bind_text (statement, fields->label);
  lanyard_statement_bind_text (statement, fields->label_message);
  lanyard_statement_bind_number (statement, fields->is_cancelled);
}

/* An update, never a replacement: the row's number is what picks hang on. */
static gboolean
save_conference (Saving           *self,
                 LanyardDatabase  *database,
                 GError          **error)
{
  g_autoptr (LanyardStatement) statement = NULL;

  statement = lanyard_statement_new (
      database,
      "INSERT INTO conferences (uuid, feed_id, title, start, \"end\", zone, venue, address, url, description,"
      "    description_format, organizer, language, label, label_message, is_cancelled, n_talks, n_sessions,"
      "    n_skipped, imported_at, revision, picks_revision)"
      "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, 1, 0)"
      "  ON CONFLICT (feed_id) DO UPDATE SET title = excluded.title, start = excluded.start,"
      "    \"end\" = excluded.\"end\", zone = excluded.zone, venue = excluded.venue, address = excluded.address,"
      "    url = excluded.url, description = excluded.description,"
      "    description_format = excluded.description_format, organizer = excluded.organizer,"
      "    language = excluded.language, label = excluded.label, label_message = excluded.label_message,"
      "    is_cancelled = excluded.is_cancelled, n_talks = excluded.n_talks, n_sessions = excluded.n_sessions,"
      "    n_skipped = excluded.n_skipped, imported_at = excluded.imported_at, revision = revision + 1,"
      "    removed_at = NULL",
      error);
  if (statement == NULL)
    return FALSE;

  lanyard_statement_bind_text (statement, self->saved->uuid);
  bind_conference (statement,
                   lanyard_conference_get_fields (lanyard_programme_get_conference (self->request->programme)));
  lanyard_statement_bind_number (statement, lanyard_programme_get_talks (self->request->programme)->len);
  lanyard_statement_bind_number (statement, lanyard_programme_get_sessions (self->request->programme)->len);
  lanyard_statement_bind_number (statement, lanyard_programme_get_n_skipped (self->request->programme));
  lanyard_statement_bind_time (statement, self->request->instant);
  if (!lanyard_statement_run (statement, error))
    return FALSE;

  if (self->conference == 0)
    self->conference = lanyard_database_get_last_id (database);
  return TRUE;
}

static GPtrArray *
list_picks (Saving           *self,
            LanyardDatabase  *database,
            GError          **error)
{
  g_autoptr (GPtrArray) picks = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_pick_unref);
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;

  row = lanyard_statement_new (database, "SELECT kind, key FROM picks WHERE conference = ?1", error);
  if (row == NULL)
    return NULL;

  lanyard_statement_bind_number (row, self->conference);
  while (lanyard_statement_next (row, &failure))
    g_ptr_array_add (picks, lanyard_pick_new (lanyard_store_kind_of_name (lanyard_statement_get_text (row, 0)),
                                              lanyard_statement_get_text (row, 1), LANYARD_LEVEL_GOING, 0));
  if (failure == NULL)
    return g_steal_pointer (&picks);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* So that a pick can still say what it was of, should that vanish one day. One
 * by one: only where conference, kind and key are given does the planner look
 * a target up instead of going through all of them. */
static gboolean
remind_picks (Saving           *self,
              LanyardDatabase  *database,
              GError          **error)
{
  g_autoptr (GPtrArray) picks = list_picks (self, database, error);
  g_autoptr (LanyardStatement) statement = NULL;

  if (picks == NULL)
    return FALSE;

  statement = lanyard_statement_new (
      database,
      "UPDATE picks SET title = t.title, url = t.url, start = t.start, persons = t.persons"
      "  FROM (SELECT * FROM targets WHERE conference = ?1 AND kind = ?2 AND key = ?3) t"
      "  WHERE picks.conference = ?1 AND picks.kind = ?2 AND picks.key = ?3",
      error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < picks->len; i++)
    {
      const LanyardPick *pick = g_ptr_array_index (picks, i);

      lanyard_statement_bind_number (statement, self->conference);
      lanyard_statement_bind_text (statement, lanyard_store_name_of_kind (pick->kind));
      lanyard_statement_bind_text (statement, pick->key);
      if (!lanyard_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_programme (LanyardDatabase  *database,
                gpointer          user_data,
                GError          **error)
{
  Saving *self = user_data;
  LanyardConference *conference = lanyard_programme_get_conference (self->request->programme);

  return recognise (self, database, lanyard_conference_get_fields (conference)->feed_id, error) &&
         save_conference (self, database, error) &&
         lanyard_store_save_structure (database, self->conference, self->request->programme, error) &&
         lanyard_store_save_documents (database, self->conference, self->request->programme, error) &&
         remind_picks (self, database, error) &&
         (self->request->feed == NULL ||
          lanyard_store_save_feed_row (database, self->conference, self->request->feed, error)) &&
         (self->saved->changes = g_ptr_array_new_with_free_func (g_object_unref)) != NULL;
}

static gpointer
answer_save (LanyardDatabase            *database,
             const LanyardStoreRequest  *request,
             GError                    **error)
{
  g_autoptr (LanyardSaved) saved = g_new0 (LanyardSaved, 1);
  Saving saving = { .request = request, .saved = saved };

  return lanyard_database_write (database, save_programme, &saving, error) ? g_steal_pointer (&saved) : NULL;
}

/**
 * lanyard_saved_free:
 * @self: (transfer full): what came of saving
 *
 * Frees it.
 */
void
lanyard_saved_free (LanyardSaved *self)
{
  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_free (self);
}

/**
 * lanyard_store_save_programme_async:
 * @self: a store
 * @programme: what a feed's import produced; its conference has a feed id
 * @imported_at: when the feed was read, UTC seconds
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Stores a programme, durably and as a whole or not at all. The conference is
 * recognised by its feed id: a programme of the same feed is replaced, our own
 * id, picks and notes are kept, even those whose talk has vanished, and one
 * that was removed comes back.
 */
void
lanyard_store_save_programme_async (LanyardStore        *self,
                                    LanyardProgramme    *programme,
                                    gint64               imported_at,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (LANYARD_IS_PROGRAMME (programme));
  g_return_if_fail (lanyard_conference_get_fields (lanyard_programme_get_conference (programme))->feed_id != NULL);

  lanyard_store_post (self, lanyard_store_save_programme_async, answer_save,
                      &(LanyardStoreRequest) {
                        .programme = programme,
                        .flags = LANYARD_SAVE_ACCEPT_SHRINK,
                        .instant = imported_at,
                      },
                      (GDestroyNotify) lanyard_saved_free, cancellable, callback, user_data);
}

/**
 * lanyard_store_save_programme_finish:
 * @self: a store
 * @result: what the callback was given
 * @is_new: (out) (optional): whether the conference was not in the list before,
 *   because it is new or had been removed
 * @error: why it failed
 *
 * Ends storing.
 *
 * Returns: (transfer full) (nullable): the conference's uuid, or %NULL if
 *   nothing was stored
 */
char *
lanyard_store_save_programme_finish (LanyardStore  *self,
                                     GAsyncResult  *result,
                                     gboolean      *is_new,
                                     GError       **error)
{
  g_autoptr (LanyardSaved) saved = NULL;

  saved = lanyard_store_finish (self, result, lanyard_store_save_programme_async, error);
  if (saved == NULL)
    return NULL;

  if (is_new != NULL)
    *is_new = saved->is_new;
  return g_steal_pointer (&saved->uuid);
}

/**
 * lanyard_store_save_feed_async:
 * @self: a store
 * @programme: what the feed gave; its conference has a feed id
 * @feed: where it came from, and what to know at the next refresh
 * @now: when it came, UTC seconds
 * @flags: how to save it
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Stores what an address gave, durably and as a whole or not at all. The
 * conference is recognised by the feed's address, or else by its feed id, and
 * either may have changed. What differs from the stored programme is added to
 * the history; picks follow what they were made for to its new key, and what
 * was picked and is not there any more stays, cancelled. A programme without
 * any difference writes nothing.
 */
void
lanyard_store_save_feed_async (LanyardStore        *self,
                               LanyardProgramme    *programme,
                               LanyardFeed         *feed,
                               gint64               now,
                               LanyardSaveFlags     flags,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (LANYARD_IS_PROGRAMME (programme));
  g_return_if_fail (lanyard_conference_get_fields (lanyard_programme_get_conference (programme))->feed_id != NULL);
  g_return_if_fail (feed != NULL);

  lanyard_store_post (self, lanyard_store_save_feed_async, answer_save,
                      &(LanyardStoreRequest) {
                        .programme = programme,
                        .feed = feed,
                        .flags = flags,
                        .instant = now,
                      },
                      (GDestroyNotify) lanyard_saved_free, cancellable, callback, user_data);
}

/**
 * lanyard_store_save_feed_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_SHRINKS if the programme loses
 *   more than a third of the talks and that was not accepted
 *
 * Ends storing.
 *
 * Returns: (transfer full) (nullable): what came of it, or %NULL if nothing
 *   was stored
 */
LanyardSaved *
lanyard_store_save_feed_finish (LanyardStore  *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_save_feed_async, error);
}
