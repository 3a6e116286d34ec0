/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stores a programme, from files or from an address: one transaction in which
 * the conference is recognised, the old programme compared with the new one
 * and replaced, what differs noted, and all that is the user's own kept. The
 * steps have files of their own.
 * The public functions are called in any thread with a main context, the
 * static ones on the worker thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-store-names.h"
#include "lanyard-store-private.h"
#include "lanyard-store-rows.h"
#include "lanyard-store-save-private.h"

typedef struct
{
  const LanyardStoreRequest *request; /* borrowed */
  gint64 conference;                  /* the number of its row, 0 for a new one */
  gboolean was_waiting;               /* there is a row, but it has never had a programme */
  LanyardProgramme *old_programme;    /* owned, nullable: what is stored, whole */
  LanyardStoreMerge *merge;           /* owned, nullable */
  LanyardSaved *saved;                /* borrowed */
} Saving;

static void
saving_clear (Saving *self)
{
  g_clear_pointer (&self->merge, lanyard_store_merge_free);
  g_clear_object (&self->old_programme);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Saving, saving_clear)

/* A refresh is of one conference, which somebody may have removed meanwhile.
 * What is added is known by its feed's address, or else by what its programme
 * says; one that was removed is only found where no other is. */
static gboolean
recognise (Saving           *self,
           LanyardDatabase  *database,
           GError          **error)
{
  LanyardConference *conference = lanyard_programme_get_conference (self->request->programme);
  const LanyardFeed *feed = self->request->feed;
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;

  if (self->request->uuid != NULL)
    {
      self->saved->uuid = g_strdup (self->request->uuid);
      return lanyard_store_find_conference (database, self->request->uuid, &self->conference, error);
    }

  row = lanyard_statement_new (database,
                               "SELECT id, uuid, removed_at IS NOT NULL, imported_at IS NULL FROM conferences"
                               "  WHERE feed_id = ?1 OR id IN (SELECT conference FROM feeds WHERE url = ?2)"
                               "  ORDER BY removed_at IS NOT NULL, feed_id = ?1, id LIMIT 1",
                               error);
  if (row == NULL)
    return FALSE;

  lanyard_statement_bind_text (row, lanyard_conference_get_fields (conference)->feed_id);
  lanyard_statement_bind_text (row, feed != NULL ? feed->url : NULL);
  if (lanyard_statement_next (row, &failure))
    {
      self->conference = lanyard_statement_get_number (row, 0);
      self->saved->uuid = g_strdup (lanyard_statement_need_text (row, 1));
      self->saved->is_new = lanyard_statement_get_number (row, 2) != 0;
      self->was_waiting = lanyard_statement_get_number (row, 3) != 0;
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

static const char insert_conference[] =
    "INSERT INTO conferences (uuid, feed_id, title, start, \"end\", zone, venue, address, url, description,"
    "    description_format, organizer, language, label, label_message, is_cancelled, n_talks, n_sessions,"
    "    n_skipped, imported_at, revision, picks_revision)"
    "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, 1, 0)";

/* Never a replacement: the row's number is what picks hang on. A feed id that
 * another conference has stays with that. */
static const char update_conference[] =
    "UPDATE conferences SET"
    "    feed_id = CASE WHEN EXISTS (SELECT 1 FROM conferences o WHERE o.feed_id = ?2 AND o.uuid <> ?1)"
    "      THEN feed_id ELSE ?2 END,"
    "    title = ?3, start = ?4, \"end\" = ?5, zone = ?6, venue = ?7, address = ?8, url = ?9, description = ?10,"
    "    description_format = ?11, organizer = ?12, language = ?13, label = ?14, label_message = ?15,"
    "    is_cancelled = ?16, n_talks = ?17, n_sessions = ?18, n_skipped = ?19, imported_at = ?20,"
    "    revision = revision + 1, removed_at = NULL"
    "  WHERE uuid = ?1";

static gboolean
save_conference (Saving           *self,
                 LanyardDatabase  *database,
                 GError          **error)
{
  g_autoptr (LanyardStatement) statement = NULL;

  statement = lanyard_statement_new (database, self->conference == 0 ? insert_conference : update_conference, error);
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

static GError *
make_shrinks_error (LanyardStoreMerge *merge)
{
  const LanyardComparison *comparison = merge->comparison;

  return g_error_new (LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_SHRINKS,
                      /* Translators: the first number is of talks that are there now, the second of those that
                       * were there before, the third of those of the second that are missing, which the plural
                       * is for */
                      ngettext ("The new programme has %u talks where %u were, and %u of those is missing; the "
                                "old one was kept. Accept the new one if the organisers really took it out.",
                                "The new programme has %u talks where %u were, and %u of those are missing; the "
                                "old one was kept. Accept the new one if the organisers really took them out.",
                                comparison->n_lost_talks),
                      lanyard_programme_get_talks (merge->new_programme)->len, comparison->n_old_talks,
                      comparison->n_lost_talks);
}

/* Compares with what is stored. Who adds a removed conference again has not
 * got the old programme before their eyes, and is not asked about it. */
static gboolean
merge (Saving           *self,
       LanyardDatabase  *database,
       GError          **error)
{
  LanyardSaveFlags flags = self->request->flags;

  self->old_programme = lanyard_store_read_programme (database, self->conference, TRUE, error);
  if (self->old_programme == NULL)
    return FALSE;

  self->merge = lanyard_store_merge_new (self->old_programme, self->request->programme);
  if ((flags & LANYARD_SAVE_ACCEPT_SHRINK) == 0 && !self->saved->is_new &&
      lanyard_comparison_shrinks (self->merge->comparison))
    {
      g_propagate_error (error, make_shrinks_error (self->merge));
      return FALSE;
    }
  if (!lanyard_store_read_decided (database, self->conference, self->merge, error))
    return FALSE;

  lanyard_store_merge_complete (self->merge);
  return TRUE;
}

static gboolean
save_origin (Saving           *self,
             LanyardDatabase  *database,
             GError          **error)
{
  if (self->request->feed == NULL && (self->request->flags & LANYARD_SAVE_OTHER_FEED))
    return lanyard_store_forget_feed_row (database, self->conference, error);
  if (self->request->feed == NULL)
    return lanyard_store_forget_documents (database, self->conference, error);
  return lanyard_store_save_feed_row (database, self->conference, self->request->feed, error);
}

static gboolean
save_new (Saving           *self,
          LanyardDatabase  *database,
          GError          **error)
{
  self->saved->changes = g_ptr_array_new_with_free_func (g_object_unref);
  return save_conference (self, database, error) &&
         lanyard_store_save_structure (database, self->conference, self->request->programme, error) &&
         lanyard_store_save_documents (database, self->conference, self->request->programme, error) &&
         lanyard_store_save_finds (database, self->conference, error) &&
         lanyard_store_remind_decided (database, self->conference, error) &&
         save_origin (self, database, error);
}

/* Who says in which zone the times are, of a feed that does not, has moved them;
 * the organisers have not. */
static gboolean
is_in_other_zone (Saving *self)
{
  LanyardProgramme *programme = self->request->programme;

  return lanyard_programme_get_remarks (programme)->counts[LANYARD_REMARK_NO_ZONE] > 0 &&
         g_strcmp0 (lanyard_conference_get_zone (lanyard_programme_get_conference (self->old_programme)),
                    lanyard_conference_get_zone (lanyard_programme_get_conference (programme))) != 0;
}

static GPtrArray *
list_news (Saving *self)
{
  if ((self->request->flags & LANYARD_SAVE_OTHER_FEED) || is_in_other_zone (self))
    return g_ptr_array_new_with_free_func (g_object_unref);
  return lanyard_store_merge_list_changes (self->merge, self->saved->uuid, self->request->instant);
}

static gboolean
save_next (Saving           *self,
           LanyardDatabase  *database,
           GError          **error)
{
  g_autoptr (GPtrArray) changes = list_news (self);

  return lanyard_store_move_decided (database, self->conference, self->merge, error) &&
         save_conference (self, database, error) &&
         lanyard_store_save_structure (database, self->conference, self->merge->programme, error) &&
         lanyard_store_save_documents (database, self->conference, self->merge->programme, error) &&
         lanyard_store_save_finds (database, self->conference, error) &&
         lanyard_store_remind_decided (database, self->conference, error) &&
         (self->saved->changes = lanyard_store_note_changes (database, self->conference, changes, error)) != NULL &&
         save_origin (self, database, error);
}

/* Files that are imported by hand are noted even if nothing in them is new,
 * for the conference says when it was imported. */
static gboolean
is_unchanged (Saving *self)
{
  return self->request->feed != NULL && !self->saved->is_new &&
         lanyard_store_is_same_programme (self->old_programme, self->merge->programme);
}

static gboolean
save_programme (LanyardDatabase  *database,
                gpointer          user_data,
                GError          **error)
{
  Saving *self = user_data;

  if (!recognise (self, database, error))
    return FALSE;
  if (self->conference == 0 || self->was_waiting)
    return save_new (self, database, error);
  if (!merge (self, database, error))
    return FALSE;
  if (!is_unchanged (self))
    return save_next (self, database, error);

  self->saved->changes = g_ptr_array_new_with_free_func (g_object_unref);
  return save_origin (self, database, error);
}

static gpointer
answer_save (LanyardDatabase            *database,
             const LanyardStoreRequest  *request,
             GError                    **error)
{
  g_autoptr (LanyardSaved) saved = g_new0 (LanyardSaved, 1);
  g_auto (Saving) saving = { .request = request, .saved = saved };

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
 * that was removed comes back. What differs is noted as a refresh notes it, but
 * whoever chose the files is not asked whether so many talks may go. The
 * conference keeps the address that it may have.
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
 * @uuid: (nullable): the conference that is refreshed, %NULL to add one
 * @programme: what the feed gave; its conference has a feed id
 * @feed: (nullable): where it came from, and what to know at the next refresh; %NULL only to have a
 *   conference come from files again, with %LANYARD_SAVE_OTHER_FEED
 * @now: when it came, UTC seconds
 * @flags: how to save it
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Stores what an address gave, durably and as a whole or not at all. In a
 * refresh both address and feed id may have changed. Who adds what is there
 * already refreshes it: it is recognised by the feed's address, or else by its
 * feed id. What differs from the stored programme is added to
 * the history; picks follow what they were made for to its new key, and what
 * was picked and is not there any more stays, cancelled. A programme without
 * any difference writes nothing.
 */
void
lanyard_store_save_feed_async (LanyardStore        *self,
                               const char          *uuid,
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
  g_return_if_fail (feed != NULL || (uuid != NULL && (flags & LANYARD_SAVE_OTHER_FEED)));

  lanyard_store_post (self, lanyard_store_save_feed_async, answer_save,
                      &(LanyardStoreRequest) {
                        .uuid = uuid,
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
 *   more than a third of the talks and that was not accepted,
 *   %LANYARD_STORE_ERROR_NOT_FOUND if the conference that was refreshed is not
 *   there any more
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
