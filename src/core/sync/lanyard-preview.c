/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows what is at an address: asks the server and changes nothing; what it has
 * found, lanyard-addition.c stores. Called by the programs; main thread. */

#include "config.h"

#include <string.h>

#include "lanyard-fiber.h"
#include "lanyard-import.h"
#include "lanyard-sync-private.h"

#include "net/lanyard-usual-feeds.h"

typedef struct
{
  LanyardSync         *sync;     /* borrowed from the task */
  GTask               *task;     /* owned */
  char                *text;     /* owned; what somebody typed */
  LanyardWish          wish;     /* owns its fields */
  LanyardSyncListener  listener;
  LanyardPreview      *preview;  /* owned, NULL until it is known */
  GError              *error;    /* owned, nullable */
} Previewing;

G_DEFINE_BOXED_TYPE (LanyardPreview, lanyard_preview, lanyard_preview_ref, lanyard_preview_unref)

static LanyardPreview *
preview_new (LanyardProgramme *programme,
             LanyardFeed      *feed,
             GPtrArray        *offers,
             const char       *uuid,
             const char       *zone)
{
  LanyardPreview *self = g_atomic_rc_box_new0 (LanyardPreview);

  self->programme = g_object_ref (programme);
  self->feed = lanyard_feed_ref (feed);
  self->offers = offers != NULL ? g_ptr_array_ref (offers) : lanyard_offers_new ();
  self->uuid = g_strdup (uuid);
  self->zone = g_strdup (zone);
  return self;
}

static void
preview_clear (gpointer data)
{
  LanyardPreview *self = data;

  g_clear_object (&self->programme);
  g_clear_pointer (&self->feed, lanyard_feed_unref);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->zone, g_free);
}

static void
wish_init (LanyardWish       *self,
           const LanyardWish *wish)
{
  self->feed = g_strdup (wish->feed);
  self->offers = wish->offers != NULL ? g_ptr_array_ref (wish->offers) : NULL;
  self->others = wish->others != NULL && wish->others[0] != NULL ? (const char *const *) g_strdupv ((char **) wish->others) : NULL;
  self->zone = g_strdup (wish->zone);
}

static void
wish_clear (LanyardWish *self)
{
  g_free ((char *) self->feed);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_strfreev ((char **) self->others);
  g_free ((char *) self->zone);
}

/* --- what is there already */

/* Two ways to write one address differ in the scheme and the last slash. */
static gboolean
is_same_address (const char *first,
                 const char *second)
{
  const char *first_rest = first != NULL ? strstr (first, "://") : NULL;
  const char *second_rest = second != NULL ? strstr (second, "://") : NULL;
  gsize first_length, second_length;

  if (first_rest == NULL || second_rest == NULL)
    return FALSE;

  first_length = strlen (first_rest) - g_str_has_suffix (first_rest, "/");
  second_length = strlen (second_rest) - g_str_has_suffix (second_rest, "/");
  return first_length == second_length && strncmp (first_rest, second_rest, first_length) == 0;
}

static gboolean
has_address (LanyardConference *conference,
             LanyardFeed       *feed,
             GPtrArray         *urls)
{
  g_auto (GStrv) feed_urls = feed != NULL ? lanyard_feed_split_url (feed->url) : g_new0 (char *, 1);

  for (guint i = 0; i < urls->len; i++)
    {
      const char *url = g_ptr_array_index (urls, i);

      if (is_same_address (lanyard_conference_get_fields (conference)->feed_id, url))
        return TRUE;
      for (char **feed_url = feed_urls; *feed_url != NULL; feed_url++)
        if (is_same_address (*feed_url, url))
          return TRUE;
    }
  return FALSE;
}

/* The conference that has one of the addresses, or says the same of itself;
 * nothing if there is none. */
static gboolean
find_known (LanyardSync        *sync,
            GPtrArray          *urls,
            const char         *feed_id,
            GCancellable       *cancellable,
            LanyardConference **known,
            LanyardFeed       **known_feed,
            GError            **error)
{
  g_autoptr (GPtrArray) conferences = lanyard_sync_list_conferences (sync, cancellable, error);

  if (conferences == NULL)
    return FALSE;

  for (guint i = 0; i < conferences->len; i++)
    {
      LanyardConference *conference = g_ptr_array_index (conferences, i);
      const LanyardConferenceFields *fields = lanyard_conference_get_fields (conference);
      g_autoptr (LanyardFeed) feed = lanyard_sync_find_feed (sync, fields->uuid, cancellable, NULL);

      if (g_strcmp0 (fields->feed_id, feed_id) == 0 || has_address (conference, feed, urls))
        {
          *known = g_object_ref (conference);
          *known_feed = g_steal_pointer (&feed);
          break;
        }
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* What is there already is shown as it is, without asking anybody. */
static LanyardPreview *
preview_known (LanyardSync        *sync,
               LanyardConference  *conference,
               LanyardFeed        *known_feed,
               const char         *url,
               GCancellable       *cancellable,
               GError            **error)
{
  const char *uuid = lanyard_conference_get_uuid (conference);
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (LanyardFeed) feed = NULL;

  lanyard_store_load_outline_async (sync->store, uuid, cancellable, lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  programme = lanyard_store_load_outline_finish (sync->store, result, error);
  if (programme == NULL)
    return NULL;

  feed = lanyard_feed_new (known_feed != NULL ? known_feed->url : url, NULL, NULL);
  return preview_new (programme, feed, NULL, uuid, NULL);
}

/* Where the conference may be known to be, as far as the address tells. */
static GPtrArray *
list_places (LanyardAddress *address)
{
  g_autoptr (GPtrArray) offers = lanyard_offers_new ();
  GPtrArray *places = g_ptr_array_new_with_free_func (g_free);

  lanyard_usual_feeds_add (address, offers);
  g_ptr_array_add (places, g_strdup (address->url));
  g_ptr_array_add (places, g_strdup (address->page));
  for (guint i = 0; i < offers->len; i++)
    g_ptr_array_add (places, g_strdup (((const LanyardOffer *) g_ptr_array_index (offers, i))->url));
  return places;
}

/* --- what is not there yet */

/* Finds the feed of one address, and what it gave. */
static gboolean
search (Previewing         *self,
        const char         *text,
        const LanyardWish  *wish,
        LanyardFeedSearch  *found,
        GError            **error)
{
  g_autoptr (LanyardAddress) address = lanyard_address_parse (text, error);

  if (address == NULL)
    return FALSE;
  found->sync = self->sync;
  found->wish = wish;
  found->place = text;
  found->listener = &self->listener;
  found->cancellable = g_task_get_cancellable (self->task);
  return lanyard_feed_search_run (found, address, error);
}

static LanyardReading *
read_together (Previewing  *self,
               GPtrArray   *downloads,
               const char  *zone,
               GError     **error)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_sync_report (&self->listener, LANYARD_SYNC_READING);
  lanyard_sync_read_async (self->sync, downloads, zone, self->text, NULL,
                           g_task_get_cancellable (self->task), lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  return lanyard_sync_read_finish (result, error);
}

/* Adds what the other addresses give to what the first one gave. One that is an
 * offer is that of the feed itself, else it is that of a page. */
static gboolean
add_others (Previewing         *self,
            LanyardFeedSearch  *found,
            GPtrArray          *downloads,
            GError            **error)
{
  for (guint i = 0; self->wish.others != NULL && self->wish.others[i] != NULL; i++)
    {
      const char *url = self->wish.others[i];
      gboolean is_feed = self->wish.offers != NULL && lanyard_offers_find (self->wish.offers, url) != NULL;
      const LanyardWish wish = {
        .feed = is_feed ? url : NULL,
        .offers = is_feed ? self->wish.offers : NULL,
        .zone = self->wish.zone,
      };
      g_auto (LanyardFeedSearch) other = { 0 };

      if (!search (self, url, &wish, &other, error))
        return FALSE;
      g_ptr_array_add (downloads, g_steal_pointer (&other.download));
    }
  if (downloads->len == 1)
    return TRUE;

  g_clear_pointer (&found->reading, lanyard_reading_free);
  found->reading = read_together (self, downloads, self->wish.zone, error);
  return found->reading != NULL;
}

/* The zone that a conference had before it was removed: it comes back in that
 * one. NULL if there was none. */
static char *
dup_former_zone (Previewing *self,
                 const char *feed_id)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *zone = NULL;

  lanyard_store_find_zone_async (self->sync->store, feed_id, g_task_get_cancellable (self->task), lanyard_fiber_await_cb,
                                 dex_ref (answer));
  result = lanyard_fiber_await (answer);
  zone = lanyard_store_find_zone_finish (self->sync->store, result, NULL);
  return lanyard_import_knows_zone (zone) ? g_steal_pointer (&zone) : NULL;
}

/* What names no zone is of the one that the conference has, if nobody says
 * another one. A refresh would leave it there as well. */
static gboolean
keep_zone (Previewing         *self,
           LanyardFeedSearch  *found,
           GPtrArray          *downloads,
           LanyardConference  *known,
           GError            **error)
{
  LanyardConference *conference = lanyard_programme_get_conference (found->reading->programme);
  g_autofree char *zone = NULL;

  if (self->wish.zone != NULL || !lanyard_import_lacks_zone (found->reading->programme))
    return TRUE;
  zone = known != NULL ? g_strdup (lanyard_conference_get_zone (known))
                       : dup_former_zone (self, lanyard_conference_get_fields (conference)->feed_id);
  if (zone == NULL || g_strcmp0 (zone, lanyard_conference_get_zone (conference)) == 0)
    return TRUE;

  g_clear_pointer (&found->reading, lanyard_reading_free);
  found->reading = read_together (self, downloads, zone, error);
  return found->reading != NULL;
}

static LanyardPreview *
preview_found (Previewing  *self,
               GError     **error)
{
  g_autoptr (GPtrArray) downloads = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_download_free);
  g_autoptr (GPtrArray) urls = g_ptr_array_new_with_free_func (g_free);
  g_auto (LanyardFeedSearch) found = { 0 };
  g_autoptr (LanyardConference) known = NULL;
  g_autoptr (LanyardFeed) known_feed = NULL;
  g_autoptr (LanyardFeed) feed = NULL;
  LanyardConference *conference;

  if (!search (self, self->text, &self->wish, &found, error))
    return NULL;
  g_ptr_array_add (urls, g_strdup (found.download->url));
  g_ptr_array_add (downloads, g_steal_pointer (&found.download));
  if (!add_others (self, &found, downloads, error))
    return NULL;

  conference = lanyard_programme_get_conference (found.reading->programme);
  if (!find_known (self->sync, urls, lanyard_conference_get_fields (conference)->feed_id,
                   g_task_get_cancellable (self->task), &known, &known_feed, error) ||
      !keep_zone (self, &found, downloads, known, error))
    return NULL;

  feed = lanyard_sync_make_feed (downloads, found.reading->digest);
  return preview_new (found.reading->programme, feed, found.offers,
                      known != NULL ? lanyard_conference_get_uuid (known) : NULL, self->wish.zone);
}

/* Of what is there, those feeds are read that it has. */
static void
wish_feeds (LanyardWish *self,
            LanyardFeed *feed)
{
  g_auto (GStrv) urls = lanyard_feed_split_url (feed->url);

  self->offers = lanyard_offers_new ();
  for (guint i = 0; urls[i] != NULL; i++)
    lanyard_offers_add (self->offers, urls[i], lanyard_offer_kind_guess (urls[i]), LANYARD_OFFER_ASKED);
  self->feed = g_strdup (urls[0]);
  if (urls[0] != NULL && urls[1] != NULL)
    self->others = (const char *const *) g_strdupv (urls + 1);
}

/* Who wants a certain feed, or several, or knows the zone, wants it also of what
 * is there. */
static LanyardPreview *
preview (Previewing  *self,
         GError     **error)
{
  GCancellable *cancellable = g_task_get_cancellable (self->task);
  g_autoptr (LanyardAddress) address = lanyard_address_parse (self->text, error);
  g_autoptr (LanyardConference) known = NULL;
  g_autoptr (LanyardFeed) known_feed = NULL;
  g_autoptr (GPtrArray) places = NULL;

  if (address == NULL)
    return NULL;
  if (self->wish.feed == NULL && self->wish.others == NULL)
    {
      places = list_places (address);
      if (!find_known (self->sync, places, NULL, cancellable, &known, &known_feed, error))
        return NULL;
    }
  if (known != NULL && self->wish.zone == NULL)
    return preview_known (self->sync, known, known_feed, address->url, cancellable, error);
  if (known_feed != NULL)
    wish_feeds (&self->wish, known_feed);

  lanyard_sync_report (&self->listener, LANYARD_SYNC_CONNECTING);
  return preview_found (self, error);
}

static void
preview_fiber (gpointer data)
{
  Previewing *self = data;

  self->preview = preview (self, &self->error);
}

static void
previewed (gpointer data)
{
  Previewing *self = data;

  if (self->preview != NULL)
    g_task_return_pointer (self->task, self->preview, (GDestroyNotify) lanyard_preview_unref);
  else
    g_task_return_error (self->task, self->error);
  g_object_unref (self->task);
  wish_clear (&self->wish);
  g_free (self->text);
  g_free (self);
}

/* --- public */

/**
 * lanyard_preview_ref:
 * @self: a preview
 *
 * Adds a reference.
 *
 * Returns: (transfer full): @self
 */
LanyardPreview *
lanyard_preview_ref (LanyardPreview *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_preview_unref:
 * @self: (transfer full): a preview
 *
 * Drops a reference.
 */
void
lanyard_preview_unref (LanyardPreview *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, preview_clear);
}

/**
 * lanyard_sync_preview_async:
 * @self: what refreshes
 * @address: whatever address of a conference somebody has
 * @wish: (nullable): what is known or wanted of the conference, and of its feed
 * @progress: (nullable) (scope async): told how far it is until @callback is called
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds out which conference is at an address: by the best of its feeds, if
 * nothing else is wished. Nothing is stored. If it can be told from the address
 * that it is there already, nobody is asked, and the preview has an outline of
 * what is stored.
 */
void
lanyard_sync_preview_async (LanyardSync             *self,
                            const char              *address,
                            const LanyardWish       *wish,
                            LanyardSyncProgressFunc  progress,
                            gpointer                 progress_data,
                            GCancellable            *cancellable,
                            GAsyncReadyCallback      callback,
                            gpointer                 user_data)
{
  Previewing *previewing;

  g_return_if_fail (LANYARD_IS_SYNC (self));
  g_return_if_fail (address != NULL);

  previewing = g_new0 (Previewing, 1);
  previewing->sync = self;
  previewing->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (previewing->task, lanyard_sync_preview_async);
  previewing->text = g_strdup (address);
  if (wish != NULL)
    wish_init (&previewing->wish, wish);
  previewing->listener.func = progress;
  previewing->listener.data = progress_data;
  lanyard_fiber_start (preview_fiber, previewed, previewing);
}

/**
 * lanyard_sync_preview_finish:
 * @self: what refreshes
 * @result: what the callback was given
 * @error: why it failed: a #LanyardNetError, #LanyardFormatError,
 *   #LanyardStoreError, #LanyardKeyringError or %G_IO_ERROR_CANCELLED
 *
 * Ends a preview.
 *
 * Returns: (transfer full) (nullable): the conference
 */
LanyardPreview *
lanyard_sync_preview_finish (LanyardSync   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
