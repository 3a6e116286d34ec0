/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the search share. */

#include "config.h"

#include "search-helper.h"

/* One session in one room; each talk takes half an hour, one after the other. */
LanyardProgramme *
make_texts (const char     *feed_id,
            const TalkText *texts,
            guint           n_texts)
{
  g_autoptr (LanyardConference) conference =
      lanyard_conference_new (&(LanyardConferenceFields) { .feed_id = feed_id, .title = "Texts", .zone = "UTC" });
  g_autoptr (LanyardSession) session = lanyard_session_new (&(LanyardSessionFields) {
    .key = "s", .title = "Toolchains MC", .description = "Everything about linkers",
  });
  g_autoptr (LanyardRoom) room = lanyard_room_new ("Großer Saal", NULL);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (sessions, session);
  for (guint i = 0; i < n_texts; i++)
    {
      g_autoptr (LanyardPerson) person = lanyard_person_new (texts[i].person != NULL ? texts[i].person : "-",
                                                             texts[i].person != NULL ? texts[i].person : "-",
                                                             "Example Labs", NULL);
      g_autoptr (GPtrArray) credits = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_credit_unref);

      g_ptr_array_add (credits, lanyard_credit_new (person, LANYARD_ROLE_SPEAKER));
      g_ptr_array_add (talks, lanyard_talk_new (&(LanyardTalkFields) {
        .item = {
          .key = texts[i].key,
          .title = texts[i].title,
          .start = i * 1800,
          .end = (i + 1) * 1800,
          .session = session,
          .room = room,
        },
        .description = texts[i].description,
        .credits = credits,
      }));
    }
  return lanyard_programme_new (&(LanyardProgrammeFields) {
    .conference = conference, .sessions = sessions, .talks = talks,
  });
}

void
save_texts (LanyardStore   *store,
            const char     *feed_id,
            const TalkText *texts,
            guint           n_texts)
{
  g_autoptr (LanyardProgramme) programme = make_texts (feed_id, texts, n_texts);

  g_free (save_programme (store, programme, NULL));
}

static void
call_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **taken = user_data;

  *taken = g_object_ref (result);
}

GPtrArray *
search_at (LanyardStore *store,
           const char   *words,
           gint64        now,
           guint         limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *matches;

  lanyard_store_search_async (store, NULL, words, now, limit, NULL, call_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  matches = lanyard_store_search_finish (store, result, &error);
  g_assert_no_error (error);
  return matches;
}
