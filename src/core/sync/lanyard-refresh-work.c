/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One refresh from top to bottom: ask the server, compare, read, store. Called
 * by lanyard-refresh.c, which knows who waits for it, on a fiber of the main
 * thread. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lanyard-fiber.h"
#include "lanyard-refresh-private.h"

#include "formats/lanyard-format.h"

/* A server that wants more patience than this means something else. */
#define LONGEST_WAIT (24 * 60 * 60)

static LanyardConference *
find_conference (LanyardRun  *self,
                 GError     **error)
{
  g_autoptr (GPtrArray) conferences = lanyard_sync_list_conferences (self->sync, self->cancellable, error);

  if (conferences == NULL)
    return NULL;

  for (guint i = 0; i < conferences->len; i++)
    if (g_str_equal (lanyard_conference_get_uuid (g_ptr_array_index (conferences, i)), self->uuid))
      return g_object_ref (g_ptr_array_index (conferences, i));

  g_set_error_literal (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND,
                       _("This conference has been removed."));
  return NULL;
}

/* Files that a server exported say where they are from. Nobody has asked to
 * fetch anything from there until somebody refreshes by hand. */
static LanyardAddress *
guess_address (const LanyardConferenceFields *fields)
{
  const char * const places[] = { fields->feed_id, fields->url };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (LanyardAddress) address = NULL;

      if (places[i] != NULL && strstr (places[i], "://") != NULL)
        address = lanyard_address_parse (places[i], NULL);
      if (address != NULL && address->event != NULL)
        return g_steal_pointer (&address);
    }
  return NULL;
}

/* Where to ask, and what was told there. An address that somebody has just
 * given need not be the one that was asked before. */
static LanyardFeed *
choose_feed (LanyardRun         *self,
             LanyardConference  *conference,
             LanyardFeed        *stored,
             GError            **error)
{
  g_autoptr (LanyardAddress) address = NULL;

  if (stored != NULL && (self->url == NULL || g_str_equal (self->url, stored->url)))
    return lanyard_feed_ref (stored);
  if (self->url != NULL)
    return lanyard_feed_new (self->url, NULL, NULL);

  if (self->flags & LANYARD_REFRESH_BY_HAND)
    address = guess_address (lanyard_conference_get_fields (conference));
  if (address != NULL)
    return lanyard_feed_new (address->url, NULL, NULL);
  g_set_error_literal (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_ADDRESS,
                       _("This conference was added from files that do not say where it is; add its address."));
  return NULL;
}

/* A server that has asked for patience is not asked at all. */
static gboolean
check_patience (LanyardRun  *self,
                GError     **error)
{
  gint64 now = lanyard_clock_get_now (self->sync->clock);
  LanyardCheck check = lanyard_checks_get (self->sync->checks, self->uuid);
  guint n_minutes;

  if (check.retry_at <= now)
    return TRUE;

  n_minutes = (guint) ((check.retry_at - now + 59) / 60);
  g_set_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_RATE_LIMITED,
               ngettext ("The server does not want to be asked again yet; try again in %u minute.",
                         "The server does not want to be asked again yet; try again in %u minutes.", n_minutes),
               n_minutes);
  return FALSE;
}

/* Where the feed names no zone, the times stay in that of the conference. */
static LanyardReading *
read_downloads (LanyardRun         *self,
                GPtrArray          *downloads,
                LanyardConference  *conference,
                LanyardFeed        *feed,
                GError            **error)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) failure = NULL;
  LanyardReading *reading;

  lanyard_sync_report (&self->listener, LANYARD_SYNC_READING);
  lanyard_sync_read_async (self->sync, downloads, lanyard_conference_get_zone (conference), NULL, feed->digest,
                           self->cancellable, lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  reading = lanyard_sync_read_finish (result, &failure);

  if (g_error_matches (failure, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_PUBLISHED))
    g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_PUBLISHED,
                         _("The organisers do not publish the programme at the moment; your copy is kept."));
  else if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return reading;
}

static LanyardSaved *
save (LanyardRun            *self,
      GPtrArray             *downloads,
      const LanyardReading  *reading,
      GError               **error)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LanyardFeed) feed = lanyard_sync_make_feed (downloads, reading->digest);
  LanyardSaveFlags flags = LANYARD_SAVE_NONE;

  if (self->flags & LANYARD_REFRESH_ACCEPT_SHRINK)
    flags |= LANYARD_SAVE_ACCEPT_SHRINK;
  lanyard_sync_report (&self->listener, LANYARD_SYNC_SAVING);
  lanyard_store_save_feed_async (self->sync->store, self->uuid, reading->programme, feed,
                                 lanyard_clock_get_now (self->sync->clock), flags, self->cancellable,
                                 lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  return lanyard_store_save_feed_finish (self->sync->store, result, error);
}

static LanyardRefresh *
refresh_new (LanyardRun *self)
{
  LanyardRefresh *refresh = g_new0 (LanyardRefresh, 1);

  refresh->uuid = g_strdup (self->uuid);
  refresh->changes = g_ptr_array_new_with_free_func (g_object_unref);
  refresh->is_unchanged = TRUE;
  return refresh;
}

/* What to do with what the server said. */
static LanyardRefresh *
digest (LanyardRun         *self,
        GPtrArray          *downloads,
        LanyardConference  *conference,
        LanyardFeed        *feed,
        GError            **error)
{
  g_autoptr (LanyardRefresh) refresh = refresh_new (self);
  g_autoptr (LanyardReading) reading = NULL;
  g_autoptr (LanyardSaved) saved = NULL;

  if (((const LanyardDownload *) g_ptr_array_index (downloads, 0))->is_unmodified)
    return g_steal_pointer (&refresh);

  reading = read_downloads (self, downloads, conference, feed, error);
  if (reading == NULL)
    return NULL;
  if (reading->programme == NULL)
    return g_steal_pointer (&refresh);

  saved = save (self, downloads, reading, error);
  if (saved == NULL)
    return NULL;

  refresh->is_unchanged = FALSE;
  refresh->n_skipped = lanyard_programme_get_n_skipped (reading->programme);
  lanyard_reading_free_in_thread (g_steal_pointer (&reading));
  g_clear_pointer (&refresh->changes, g_ptr_array_unref);
  refresh->changes = g_steal_pointer (&saved->changes);
  return g_steal_pointer (&refresh);
}

/* Whether the server answered and it was an answer, even if not a welcome one. */
static gboolean
is_answer (const GError *failure)
{
  return failure == NULL || g_error_matches (failure, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_SHRINKS) ||
         g_error_matches (failure, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_PUBLISHED);
}

/*
 * Keeps that a conference's server was asked, and what came of it.
 * @retry_at is when it wants to be asked again, by the system's clock.
 */
void
lanyard_sync_note_asked (LanyardSync  *self,
                         const char   *uuid,
                         const GError *failure,
                         gint64        retry_at)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;
  LanyardCheck check = lanyard_checks_get (self->checks, uuid);

  check.asked_at = lanyard_clock_get_now (self->clock);
  check.retry_at = LANYARD_NO_TIME;
  check.n_failures = is_answer (failure) ? 0 : check.n_failures + 1;
  if (failure == NULL)
    check.checked_at = check.asked_at;
  else if (retry_at > 0)
    check.retry_at = check.asked_at + CLAMP (retry_at - g_get_real_time () / G_USEC_PER_SEC, 0, LONGEST_WAIT);

  lanyard_checks_set_async (self->checks, uuid, &check, lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
}

static LanyardRefresh *
ask (LanyardRun         *self,
     LanyardConference  *conference,
     gint64             *retry_at,
     GError            **error)
{
  g_autoptr (LanyardFeed) stored = lanyard_sync_find_feed (self->sync, self->uuid, self->cancellable, NULL);
  g_autoptr (LanyardFeed) feed = choose_feed (self, conference, stored, error);
  g_autoptr (GPtrArray) downloads = NULL;

  if (feed == NULL)
    return NULL;

  lanyard_sync_report (&self->listener, LANYARD_SYNC_CONNECTING);
  downloads = lanyard_sync_download_feed (self->sync, feed, (self->flags & LANYARD_REFRESH_BY_HAND) != 0,
                                          &self->listener, self->cancellable, retry_at, error);
  return downloads != NULL ? digest (self, downloads, conference, feed, error) : NULL;
}

/*
 * Refreshes, on a fiber.
 */
LanyardRefresh *
lanyard_run_work (LanyardRun  *self,
                  GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (LanyardConference) conference = find_conference (self, &failure);
  LanyardRefresh *refresh = NULL;
  gint64 retry_at = 0;

  if (conference != NULL && !check_patience (self, error))
    return NULL;
  if (conference != NULL)
    refresh = ask (self, conference, &retry_at, &failure);

  if (g_error_matches (failure, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND))
    lanyard_checks_forget (self->sync->checks, self->uuid);
  else if (!g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lanyard_sync_note_asked (self->sync, self->uuid, failure, retry_at);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return refresh;
}
