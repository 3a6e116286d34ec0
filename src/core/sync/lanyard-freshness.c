/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Refreshes what has become too old: at first, when its time comes, and when
 * the network is back. Only conferences that have a feed; the others were added
 * from files, and nobody has asked to fetch anything. Made by LanyardSync when
 * a program wants it; main thread. */

#include "config.h"

#include "lanyard-attachment-files.h"
#include "lanyard-fiber.h"
#include "lanyard-freshness.h"
#include "lanyard-sync-private.h"

#define DAY (24 * 60 * 60)

/* What comes after a conference, slides and recordings, comes slowly. */
#define AGE_AFTER DAY
#define DAYS_AFTER 14

#define FIRST_PAUSE 60 /* s, after a failure; doubles with each */

/* Time passes while the machine sleeps, which a timer does not notice: so that
 * it looks at the clock often, and never in a hurry. */
#define LONGEST_TIMER 300 /* s */
#define SHORTEST_TIMER 10 /* s */

struct _LanyardFreshness
{
  LanyardSync     *sync;    /* borrowed; owns this */
  GNetworkMonitor *monitor; /* owned */
  GHashTable      *known;   /* owned, of uuids: those that were there when last looked */
  LanyardAges      ages;
  guint            timer_id;
  gboolean         has_network;
  gboolean         is_looking;
  gboolean         looks_again;   /* something happened while looking */
  gboolean         has_swept;     /* whether the files of removed conferences are gone */
  gboolean         past_failures; /* the network is back: failures may be over */
};

typedef struct
{
  LanyardSync      *sync;      /* owned, so that the other one stays */
  LanyardFreshness *freshness; /* borrowed */
  gint64            next;      /* when to look again, UTC seconds */
} Look;

static void look (LanyardFreshness *self);

/* How old the programme may be now. */
static gint64
find_age (const LanyardConferenceFields *conference,
          LanyardAges                    ages,
          gint64                         now)
{
  gint64 end = conference->end != LANYARD_NO_TIME ? conference->end : conference->start + DAY;

  if (conference->start == LANYARD_NO_TIME || now < conference->start)
    return ages.before;
  if (now <= end)
    return ages.during;
  return ages.before > 0 && now <= end + DAYS_AFTER * DAY ? AGE_AFTER : 0;
}

/*
 * lanyard_freshness_find_due:
 * @conference: a conference
 * @check: what is remembered of its refreshes
 * @ages: how old its programme may be
 * @now: what time it is, UTC seconds
 *
 * Finds when it is to be refreshed by itself.
 *
 * Returns: UTC seconds, not after @now if it is time, G_MAXINT64 for never
 */
gint64
lanyard_freshness_find_due (const LanyardConferenceFields *conference,
                            const LanyardCheck            *check,
                            LanyardAges                    ages,
                            gint64                         now)
{
  gint64 age = find_age (conference, ages, now);
  gint64 asked_at, due;

  if (age <= 0)
    return G_MAXINT64;
  if (check->asked_at == LANYARD_NO_TIME)
    return MAX (now, check->retry_at);

  /* A clock that was wrong, and went back, must not stop refreshes for years. */
  asked_at = MIN (check->asked_at, now);
  due = asked_at + age;
  if (check->n_failures > 0)
    due = asked_at + MIN (age, (gint64) FIRST_PAUSE << MIN (check->n_failures - 1, 20));
  else if (now < conference->start && ages.during > 0)
    due = MIN (due, MAX (conference->start, asked_at + ages.during));
  return MAX (due, check->retry_at);
}

static gboolean
timer_cb (gpointer user_data)
{
  LanyardFreshness *self = user_data;

  self->timer_id = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
set_timer (LanyardFreshness *self,
           gint64            wait)
{
  g_clear_handle_id (&self->timer_id, g_source_remove);
  self->timer_id = g_timeout_add_seconds ((guint) CLAMP (wait, SHORTEST_TIMER, LONGEST_TIMER), timer_cb, self);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardRefresh) refresh = lanyard_sync_refresh_finish (LANYARD_SYNC (source), result, &error);

  /* The signal `refreshed` tells whoever wants to know. */
  if (error != NULL)
    g_debug ("A conference was not refreshed: %s", error->message);
}

static void
look_at (Look              *self,
         LanyardConference *conference,
         gboolean           past_failures,
         gint64             now)
{
  const LanyardConferenceFields *fields = lanyard_conference_get_fields (conference);
  LanyardCheck check = lanyard_checks_get (self->sync->checks, fields->uuid);
  gint64 due = lanyard_freshness_find_due (fields, &check, self->freshness->ages, now);
  g_autoptr (LanyardFeed) feed = NULL;

  if (past_failures && check.n_failures > 0 && due != G_MAXINT64)
    due = MAX (now, check.retry_at);
  if (due == G_MAXINT64 || lanyard_sync_is_refreshing (self->sync, fields->uuid))
    return;
  if (due > now)
    {
      self->next = MIN (self->next, due);
      return;
    }

  feed = lanyard_sync_find_feed (self->sync, fields->uuid, NULL, NULL);
  if (feed != NULL)
    lanyard_sync_refresh_async (self->sync, fields->uuid, LANYARD_REFRESH_BY_ITSELF, NULL, NULL, NULL,
                                refreshed_cb, NULL);
}

static void
sweep_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  lanyard_attachment_files_sweep (task_data);
  g_task_return_boolean (task, TRUE);
}

/* The files of conferences that were removed. Once in a program's life, as long
 * as nobody can have changed their mind about a removal. */
static void
sweep_files (LanyardFreshness *self,
             GPtrArray        *conferences)
{
  g_autoptr (GTask) task = NULL;
  GHashTable *uuids;

  if (self->has_swept)
    return;
  self->has_swept = TRUE;
  uuids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < conferences->len; i++)
    g_hash_table_add (uuids, g_strdup (lanyard_conference_get_uuid (g_ptr_array_index (conferences, i))));
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, sweep_files);
  g_task_set_task_data (task, uuids, (GDestroyNotify) g_hash_table_unref);
  g_task_run_in_thread (task, sweep_in_thread);
}

/* Nothing is remembered of a conference that is gone. */
static void
forget_removed (LanyardFreshness *self,
                GPtrArray        *conferences)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->known);
  GHashTableIter iter;
  gpointer uuid;

  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < conferences->len; i++)
    g_hash_table_add (self->known, g_strdup (lanyard_conference_get_uuid (g_ptr_array_index (conferences, i))));

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &uuid, NULL))
    if (!g_hash_table_contains (self->known, uuid))
      lanyard_checks_forget (self->sync->checks, uuid);
}

static void
look_fiber (gpointer data)
{
  Look *self = data;
  gint64 now = lanyard_clock_get_now (self->sync->clock);
  gboolean past_failures = self->freshness->past_failures;
  g_autoptr (GPtrArray) conferences = lanyard_sync_list_conferences (self->sync, NULL, NULL);

  if (conferences == NULL)
    return;

  self->freshness->past_failures = FALSE;
  sweep_files (self->freshness, conferences);
  forget_removed (self->freshness, conferences);
  for (guint i = 0; i < conferences->len; i++)
    look_at (self, g_ptr_array_index (conferences, i), past_failures, now);
}

static void
looked (gpointer data)
{
  Look *self = data;
  LanyardFreshness *freshness = self->freshness;

  freshness->is_looking = FALSE;
  if (freshness->looks_again)
    look (freshness);
  else
    set_timer (freshness, self->next - lanyard_clock_get_now (self->sync->clock));
  g_object_unref (self->sync);
  g_free (self);
}

static void
look (LanyardFreshness *self)
{
  Look *looking;

  self->looks_again = self->is_looking;
  if (self->is_looking || (self->ages.before <= 0 && self->ages.during <= 0))
    return;

  self->is_looking = TRUE;
  looking = g_new0 (Look, 1);
  looking->sync = g_object_ref (self->sync);
  looking->freshness = self;
  looking->next = lanyard_clock_get_now (self->sync->clock) + LONGEST_TIMER;
  lanyard_fiber_start (look_fiber, looked, looking);
}

static void
network_changed_cb (GNetworkMonitor  *monitor,
                    gboolean          is_available,
                    LanyardFreshness *self)
{
  gboolean is_back = is_available && !self->has_network;

  self->has_network = is_available;
  if (!is_back)
    return;
  self->past_failures = TRUE;
  look (self);
}

/*
 * lanyard_freshness_new:
 * @sync: what refreshes
 *
 * Makes it; it does nothing until it is given ages.
 */
LanyardFreshness *
lanyard_freshness_new (LanyardSync *sync)
{
  LanyardFreshness *self = g_new0 (LanyardFreshness, 1);

  self->sync = sync;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->monitor = g_object_ref (g_network_monitor_get_default ());
  self->has_network = g_network_monitor_get_network_available (self->monitor);
  g_signal_connect (self->monitor, "network-changed", G_CALLBACK (network_changed_cb), self);
  g_signal_connect_swapped (sync->store, "conferences-changed", G_CALLBACK (look), self);
  return self;
}

/*
 * lanyard_freshness_free:
 * @self: it
 *
 * Stops it. Refreshes that it began go on.
 */
void
lanyard_freshness_free (LanyardFreshness *self)
{
  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_signal_handlers_disconnect_by_data (self->sync->store, self);
  g_clear_object (&self->monitor);
  g_hash_table_unref (self->known);
  g_free (self);
}

/*
 * lanyard_freshness_set_ages:
 * @self: it
 * @ages: how old programmes may be
 *
 * Looks at once whether any is too old, and from now on.
 */
void
lanyard_freshness_set_ages (LanyardFreshness *self,
                            LanyardAges       ages)
{
  self->ages = ages;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  look (self);
}

/*
 * lanyard_freshness_get_due:
 * @self: what keeps conferences fresh
 * @conference: a conference that is stored
 *
 * Finds when it is to be refreshed by itself, as things are.
 *
 * Returns: UTC seconds, G_MAXINT64 for never
 */
gint64
lanyard_freshness_get_due (LanyardFreshness  *self,
                           LanyardConference *conference)
{
  const LanyardConferenceFields *fields = lanyard_conference_get_fields (conference);
  LanyardCheck check = lanyard_checks_get (self->sync->checks, fields->uuid);

  return lanyard_freshness_find_due (fields, &check, self->ages, lanyard_clock_get_now (self->sync->clock));
}
