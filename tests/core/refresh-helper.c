/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "refresh-helper.h"

#define FIRST_START 1600000000
#define DURATION 1800

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **taken = user_data;

  *taken = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static LanyardSession *
add_session (LanyardProgrammeFields *programme,
             const char             *name)
{
  LanyardSession *session;

  for (guint i = 0; i < programme->sessions->len; i++)
    if (g_str_equal (lanyard_session_get_key (programme->sessions->pdata[i]), name))
      return programme->sessions->pdata[i];

  session = lanyard_session_new (&(LanyardSessionFields) { .key = name, .title = name });
  g_ptr_array_add (programme->sessions, session);
  g_ptr_array_add (programme->blocks, lanyard_block_new (&(LanyardItemFields) {
    .key = name,
    .title = name,
    .start = FIRST_START,
    .end = FIRST_START + 4 * DURATION,
    .session = session,
  }, NULL));
  return session;
}

static void
add_talk (LanyardProgrammeFields *programme,
          const ScheduleTalk     *talk)
{
  const char *speaker = talk->speaker != NULL ? talk->speaker : "Ada";
  g_autoptr (LanyardPerson) person = lanyard_person_new (speaker, speaker, NULL, NULL);
  g_autoptr (LanyardRoom) room = talk->room != NULL ? lanyard_room_new (talk->room, NULL) : NULL;
  g_autoptr (GPtrArray) credits = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_credit_unref);

  g_ptr_array_add (credits, lanyard_credit_new (person, LANYARD_ROLE_SPEAKER));
  g_ptr_array_add (programme->talks, lanyard_talk_new (&(LanyardTalkFields) {
    .item = {
      .key = talk->key,
      .title = talk->title != NULL ? talk->title : talk->key,
      .start = schedule_time (talk->start),
      .end = schedule_time (talk->start) + DURATION,
      .room = room,
      .session = talk->session != NULL ? add_session (programme, talk->session) : NULL,
    },
    .duration = DURATION,
    .url = talk->url,
    .description = talk->description,
    .credits = credits,
  }));
}

gint64
schedule_time (int minutes)
{
  return FIRST_START + minutes * 60;
}

LanyardProgramme *
make_schedule (const Schedule *schedule)
{
  g_autoptr (LanyardConference) conference = NULL;
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) breaks = g_ptr_array_new_with_free_func (g_object_unref);
  LanyardProgrammeFields programme = { .sessions = sessions, .blocks = blocks, .talks = talks, .breaks = breaks };

  conference = lanyard_conference_new (&(LanyardConferenceFields) {
    .feed_id = schedule->feed_id != NULL ? schedule->feed_id : FEED_URL,
    .title = "Conference",
    .zone = "Asia/Kolkata",
    .start = FIRST_START,
    .end = FIRST_START + 86400,
  });
  programme.conference = conference;
  for (const ScheduleTalk *talk = schedule->talks; talk->key != NULL; talk++)
    add_talk (&programme, talk);
  if (schedule->session != NULL)
    add_session (&programme, schedule->session);
  for (const ScheduleBreak *brk = schedule->breaks; brk != NULL && brk->key != NULL; brk++)
    g_ptr_array_add (breaks, lanyard_break_new (&(LanyardItemFields) {
      .key = brk->key,
      .title = brk->title,
      .start = schedule_time (brk->start),
      .end = schedule_time (brk->start) + DURATION,
    }, NULL, NULL));
  return lanyard_programme_new (&programme);
}

LanyardSaved *
try_save_feed (LanyardStore      *store,
               const char        *uuid,
               LanyardProgramme  *programme,
               LanyardFeed       *feed,
               gint64             now,
               LanyardSaveFlags   flags,
               GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_save_feed_async (store, uuid, programme, feed, now, flags, NULL, take_result_cb, &result);
  return lanyard_store_save_feed_finish (store, wait_for (&result), error);
}

LanyardSaved *
save_feed (LanyardStore     *store,
           LanyardProgramme *programme,
           gint64            now)
{
  LanyardConference *conference = lanyard_programme_get_conference (programme);
  g_autoptr (LanyardFeed) feed = lanyard_feed_new (lanyard_conference_get_fields (conference)->feed_id, NULL, "abc");
  g_autoptr (GError) error = NULL;
  LanyardSaved *saved = try_save_feed (store, NULL, programme, feed, now, LANYARD_SAVE_ACCEPT_SHRINK, &error);

  g_assert_no_error (error);
  g_assert_true (g_uuid_string_is_valid (saved->uuid));
  g_assert_nonnull (saved->changes);
  return saved;
}

LanyardSaved *
refresh (LanyardStore   *store,
         const Schedule *schedule,
         gint64          now)
{
  g_autoptr (LanyardProgramme) programme = make_schedule (schedule);

  return save_feed (store, programme, now);
}

LanyardFeed *
find_feed (LanyardStore  *store,
           const char    *uuid,
           GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_find_feed_async (store, uuid, NULL, take_result_cb, &result);
  return lanyard_store_find_feed_finish (store, wait_for (&result), error);
}

GPtrArray *
list_changes (LanyardStore *store,
              const char   *uuid,
              gint64        since)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *changes;

  lanyard_store_list_changes_async (store, uuid, since, NULL, take_result_cb, &result);
  changes = lanyard_store_list_changes_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  return changes;
}

gboolean
see_changes (LanyardStore  *store,
             const char    *uuid,
             gint64         last_id,
             GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_see_changes_async (store, uuid, last_id, NULL, take_result_cb, &result);
  return lanyard_store_see_changes_finish (store, wait_for (&result), error);
}

static const char *
name_kind (LanyardKind kind)
{
  return kind == LANYARD_KIND_TALK ? "talk" : kind == LANYARD_KIND_SESSION ? "session" : "break";
}

char *
describe_changes (GPtrArray *changes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const LanyardChangeFields *fields = lanyard_change_get_fields (changes->pdata[i]);

      g_string_append_printf (text, "%s%s %s %s%s", i > 0 ? "\n" : "", lanyard_change_kind_name (fields->kind),
                              name_kind (fields->item_kind), fields->key, fields->is_mine ? " mine" : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_items (GString   *text,
              GPtrArray *items)
{
  g_string_append (text, " |");
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (text, " %s%s", lanyard_item_get_key (items->pdata[i]),
                            lanyard_item_is_cancelled (items->pdata[i]) ? "!" : "");
}

static char *
describe_programme (LanyardProgramme *programme)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *sessions = lanyard_programme_get_sessions (programme);

  for (guint i = 0; i < sessions->len; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", lanyard_session_get_key (sessions->pdata[i]),
                            lanyard_session_is_cancelled (sessions->pdata[i]) ? "!" : "");
  append_items (text, lanyard_programme_get_blocks (programme));
  append_items (text, lanyard_programme_get_talks (programme));
  append_items (text, lanyard_programme_get_breaks (programme));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
describe_stored (LanyardStore *store,
                 const char   *uuid)
{
  g_autoptr (LanyardProgramme) outline = load_outline (store, uuid, NULL);
  g_autoptr (LanyardProgramme) whole = load_whole (store, uuid, NULL);
  g_autofree char *short_text = describe_programme (outline);
  char *text = describe_programme (whole);

  g_assert_cmpstr (short_text, ==, text);
  return text;
}

char *
describe_picks (LanyardStore *store,
                const char   *uuid)
{
  g_autoptr (GPtrArray) picks = list_picks (store, uuid, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < picks->len; i++)
    {
      const LanyardPick *pick = g_ptr_array_index (picks, i);

      g_ptr_array_add (lines, g_strdup_printf ("%s %s %s", name_kind (pick->kind), pick->key,
                                               pick->level == LANYARD_LEVEL_GOING ? "going" : "maybe"));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) (GCallback) g_strcmp0);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
