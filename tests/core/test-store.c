/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is kept of a programme, and what of yours outlives the next one. */

#include "config.h"

#include "store-helper.h"

#define FEED "https://example.org/event/1/"

/* --- programmes ------------------------------------------------------------ */

static GPtrArray *
new_array (GDestroyNotify free_element,
           gpointer       element)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (free_element);

  g_ptr_array_add (array, element);
  return array;
}

#define CREDITS(person, role) new_array ((GDestroyNotify) lanyard_credit_unref, lanyard_credit_new (person, role))
#define LINKS(url, kind)                                                       \
  new_array ((GDestroyNotify) lanyard_link_unref, lanyard_link_new (url, "A link", kind, "text/plain", 42))

/* A programme in which no field is empty that can have something in it. */
static LanyardProgramme *
make_full_programme (void)
{
  static const char *const keywords[] = { "bpf", "two words", NULL };
  g_autoptr (LanyardPerson) ada = lanyard_person_new ("ada", "Ada Lovelace", "Engines Ltd", "ada@example.org");
  g_autoptr (LanyardPerson) bob = lanyard_person_new ("bob", "Bob", NULL, NULL);
  g_autoptr (LanyardRoom) room = lanyard_room_new ("Hall", "Centre");
  g_autoptr (GPtrArray) chairs = CREDITS (bob, LANYARD_ROLE_CHAIR);
  g_autoptr (GPtrArray) leads = CREDITS (ada, LANYARD_ROLE_LEAD);
  g_autoptr (GPtrArray) block_leads = CREDITS (bob, LANYARD_ROLE_LEAD);
  g_autoptr (GPtrArray) credits = CREDITS (ada, LANYARD_ROLE_SPEAKER);
  g_autoptr (GPtrArray) part_credits = CREDITS (bob, LANYARD_ROLE_COAUTHOR);
  g_autoptr (GPtrArray) page = LINKS ("https://example.org/page", LANYARD_LINK_WEB);
  g_autoptr (GPtrArray) chat = LINKS ("https://example.org/chat", LANYARD_LINK_CHAT);
  g_autoptr (GPtrArray) slides = LINKS ("https://example.org/slides", LANYARD_LINK_SLIDES);
  g_autoptr (GPtrArray) video = LINKS ("https://example.org/video", LANYARD_LINK_RECORDING);
  g_autoptr (GPtrArray) parts =
      new_array ((GDestroyNotify) lanyard_part_unref, lanyard_part_new ("p", "Part", 300, part_credits, video));
  g_autoptr (LanyardConference) conference = lanyard_conference_new (&(LanyardConferenceFields) {
    .feed_id = FEED, .title = "Full", .start = -86400, .end = 253402300799, .zone = "Canada/Newfoundland",
    .venue = "Venue", .address = "Street\nTown", .url = "https://example.org", .description = "<p>About</p>",
    .description_format = LANYARD_TEXT_HTML, .organizer = "They", .language = "en", .label = "Cancelled",
    .label_message = "Snow", .is_cancelled = TRUE, .chairs = chairs, .links = page,
  });
  g_autoptr (LanyardSession) session = lanyard_session_new (&(LanyardSessionFields) {
    .key = "s", .title = "Kernel MC", .code = "K1", .type = "Microconference", .description = "*About*",
    .description_format = LANYARD_TEXT_MARKDOWN, .minutes = "<p>Said</p>", .color = "#123456", .is_poster = TRUE,
    .url = "https://example.org/s", .leads = leads, .links = chat,
  });
  g_autoptr (LanyardBlock) block = lanyard_block_new (&(LanyardItemFields) {
    .key = "b", .title = "Morning", .start = 0, .end = 7200, .room = room, .session = session,
  }, block_leads);
  g_autoptr (LanyardTalk) talk = lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = "t", .title = "Talk", .start = 0, .end = 1800, .room = room, .session = session },
    .block = block, .duration = 1800, .description = "Long", .description_format = LANYARD_TEXT_MARKDOWN,
    .minutes = "<p>Decided</p>", .url = "https://example.org/t", .type = "Lightning", .track = "Track",
    .code = "T1", .board = "7", .keywords = keywords, .credits = credits, .parts = parts, .links = slides,
  });
  g_autoptr (LanyardTalk) bare = lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = "u", .title = "", .start = LANYARD_NO_TIME, .end = LANYARD_NO_TIME }, .duration = 600,
  });
  g_autoptr (LanyardBreak) brk = lanyard_break_new (&(LanyardItemFields) {
    .key = "c", .title = "Coffee", .start = 1800, .end = 2400, .room = room, .session = session,
  }, block, "Cake");
  g_autoptr (GPtrArray) sessions = new_array (NULL, session);
  g_autoptr (GPtrArray) blocks = new_array (NULL, block);
  g_autoptr (GPtrArray) talks = new_array (NULL, talk);
  g_autoptr (GPtrArray) breaks = new_array (NULL, brk);

  g_ptr_array_add (talks, bare);
  return lanyard_programme_new (&(LanyardProgrammeFields) {
    .conference = conference, .sessions = sessions, .blocks = blocks, .talks = talks, .breaks = breaks,
    .n_skipped = 3,
  });
}

static const LanyardTalkFields *
get_talk (LanyardProgramme *programme,
          const char       *key)
{
  LanyardTalk *talk = lanyard_programme_find_talk (programme, key);

  g_assert_nonnull (talk);
  return lanyard_talk_get_fields (talk);
}

static void
assert_credit (GPtrArray  *credits,
               const char *name,
               LanyardRole role)
{
  const LanyardCredit *credit;

  g_assert_cmpuint (credits->len, ==, 1);
  credit = credits->pdata[0];
  g_assert_cmpstr (lanyard_person_get_name (credit->person), ==, name);
  g_assert_cmpint (credit->role, ==, role);
}

static void
assert_link (GPtrArray       *links,
             const char      *url,
             LanyardLinkKind  kind)
{
  const LanyardLink *link;

  g_assert_cmpuint (links->len, ==, 1);
  link = links->pdata[0];
  g_assert_cmpstr (link->url, ==, url);
  g_assert_cmpstr (link->title, ==, "A link");
  g_assert_cmpstr (link->content_type, ==, "text/plain");
  g_assert_cmpint (link->kind, ==, kind);
  g_assert_cmpuint (link->size, ==, 42);
}

static void
assert_conference (LanyardConference *conference,
                   const char        *uuid)
{
  const LanyardConferenceFields *fields = lanyard_conference_get_fields (conference);

  g_assert_cmpstr (fields->uuid, ==, uuid);
  g_assert_cmpstr (fields->feed_id, ==, FEED);
  g_assert_cmpstr (fields->title, ==, "Full");
  g_assert_cmpint (fields->start, ==, -86400);
  g_assert_cmpint (fields->end, ==, 253402300799);
  g_assert_cmpstr (fields->zone, ==, "Canada/Newfoundland");
  g_assert_cmpstr (fields->venue, ==, "Venue");
  g_assert_cmpstr (fields->address, ==, "Street\nTown");
  g_assert_cmpstr (fields->url, ==, "https://example.org");
  g_assert_cmpstr (fields->description, ==, "<p>About</p>");
  g_assert_cmpint (fields->description_format, ==, LANYARD_TEXT_HTML);
  g_assert_cmpstr (fields->organizer, ==, "They");
  g_assert_cmpstr (fields->language, ==, "en");
  g_assert_cmpstr (fields->label, ==, "Cancelled");
  g_assert_cmpstr (fields->label_message, ==, "Snow");
  g_assert_true (fields->is_cancelled);
  g_assert_cmpuint (fields->n_talks, ==, 2);
  g_assert_cmpuint (fields->n_sessions, ==, 1);
  g_assert_cmpint (fields->imported_at, ==, 1000);
  g_assert_cmpuint (fields->revision, ==, 1);
}

static void
assert_session (LanyardSession *session)
{
  const LanyardSessionFields *fields;

  g_assert_nonnull (session);
  fields = lanyard_session_get_fields (session);
  g_assert_cmpstr (fields->title, ==, "Kernel MC");
  g_assert_cmpstr (fields->code, ==, "K1");
  g_assert_cmpstr (fields->type, ==, "Microconference");
  g_assert_cmpstr (fields->description, ==, "*About*");
  g_assert_cmpint (fields->description_format, ==, LANYARD_TEXT_MARKDOWN);
  g_assert_cmpstr (fields->minutes, ==, "<p>Said</p>");
  g_assert_cmpstr (fields->color, ==, "#123456");
  g_assert_true (fields->is_poster);
  g_assert_cmpstr (fields->url, ==, "https://example.org/s");
  assert_credit (fields->leads, "Ada Lovelace", LANYARD_ROLE_LEAD);
  assert_link (fields->links, "https://example.org/chat", LANYARD_LINK_CHAT);
}

static void
assert_talk_details (const LanyardTalkFields *fields)
{
  const LanyardPart *part;

  g_assert_cmpstr (fields->description, ==, "Long");
  g_assert_cmpint (fields->description_format, ==, LANYARD_TEXT_MARKDOWN);
  g_assert_cmpstr (fields->minutes, ==, "<p>Decided</p>");
  assert_link (fields->links, "https://example.org/slides", LANYARD_LINK_SLIDES);
  g_assert_cmpuint (fields->parts->len, ==, 1);
  part = fields->parts->pdata[0];
  g_assert_cmpstr (part->key, ==, "p");
  g_assert_cmpstr (part->title, ==, "Part");
  g_assert_cmpuint (part->duration, ==, 300);
  assert_credit (part->credits, "Bob", LANYARD_ROLE_COAUTHOR);
  assert_link (part->links, "https://example.org/video", LANYARD_LINK_RECORDING);
}

static void
assert_talk_outline (const LanyardTalkFields *fields)
{
  g_assert_cmpstr (fields->item.title, ==, "Talk");
  g_assert_cmpint (fields->item.start, ==, 0);
  g_assert_cmpint (fields->item.end, ==, 1800);
  g_assert_cmpstr (lanyard_room_get_name (fields->item.room), ==, "Hall");
  g_assert_cmpstr (lanyard_room_get_venue (fields->item.room), ==, "Centre");
  g_assert_cmpuint (fields->duration, ==, 1800);
  g_assert_cmpstr (fields->url, ==, "https://example.org/t");
  g_assert_cmpstr (fields->type, ==, "Lightning");
  g_assert_cmpstr (fields->track, ==, "Track");
  g_assert_cmpstr (fields->code, ==, "T1");
  g_assert_cmpstr (fields->board, ==, "7");
  g_assert_cmpuint (g_strv_length ((char **) fields->keywords), ==, 2);
  g_assert_cmpstr (fields->keywords[1], ==, "two words");
  assert_credit (fields->credits, "Ada Lovelace", LANYARD_ROLE_SPEAKER);
}

static void
test_whole (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_full_programme ();
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_autoptr (LanyardProgramme) whole = NULL;
  g_autoptr (GError) error = NULL;
  const LanyardConferenceFields *conference;
  const LanyardTalkFields *talk;
  LanyardBlock *block;
  LanyardBreak *brk;

  store_fixture_reopen (fixture);
  whole = load_whole (fixture->store, uuid, &error);
  g_assert_no_error (error);

  assert_conference (lanyard_programme_get_conference (whole), uuid);
  conference = lanyard_conference_get_fields (lanyard_programme_get_conference (whole));
  assert_credit (conference->chairs, "Bob", LANYARD_ROLE_CHAIR);
  assert_link (conference->links, "https://example.org/page", LANYARD_LINK_WEB);
  assert_session (lanyard_programme_find_session (whole, "s"));

  talk = get_talk (whole, "t");
  assert_talk_outline (talk);
  assert_talk_details (talk);
  block = lanyard_programme_get_blocks (whole)->pdata[0];
  g_assert_true (talk->block == block);
  g_assert_true (talk->item.session == lanyard_programme_find_session (whole, "s"));
  g_assert_cmpstr (lanyard_item_get_title (LANYARD_ITEM (block)), ==, "Morning");
  g_assert_true (lanyard_item_get_room (LANYARD_ITEM (block)) == talk->item.room);
  assert_credit (lanyard_block_get_leads (block), "Bob", LANYARD_ROLE_LEAD);

  brk = lanyard_programme_find_break (whole, "c");
  g_assert_true (lanyard_break_get_block (brk) == block);
  g_assert_cmpstr (lanyard_break_get_description (brk), ==, "Cake");
  g_assert_true (lanyard_item_get_session (LANYARD_ITEM (brk)) == talk->item.session);
  g_assert_cmpuint (lanyard_programme_get_n_skipped (whole), ==, 3);
}

static void
test_nothing_is_made_up (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_full_programme ();
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_autoptr (LanyardProgramme) whole = load_whole (fixture->store, uuid, NULL);
  const LanyardTalkFields *bare = get_talk (whole, "u");

  g_assert_cmpstr (bare->item.title, ==, "");
  g_assert_cmpint (bare->item.start, ==, LANYARD_NO_TIME);
  g_assert_cmpint (bare->item.end, ==, LANYARD_NO_TIME);
  g_assert_null (bare->item.room);
  g_assert_null (bare->item.session);
  g_assert_null (bare->block);
  g_assert_null (bare->description);
  g_assert_null (bare->minutes);
  g_assert_null (bare->keywords);
  g_assert_cmpuint (bare->duration, ==, 600);
  g_assert_cmpuint (bare->credits->len + bare->parts->len + bare->links->len, ==, 0);
}

static void
test_outline_and_talk (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_full_programme ();
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_autoptr (LanyardProgramme) outline = load_outline (fixture->store, uuid, NULL);
  g_autoptr (LanyardTalk) talk = NULL;
  g_autoptr (LanyardTalk) none = NULL;
  g_autoptr (GError) error = NULL;
  const LanyardTalkFields *listed = get_talk (outline, "t");
  const LanyardTalkFields *fields;
  const LanyardCredit *speaker;

  assert_talk_outline (listed);
  assert_session (listed->item.session);
  g_assert_null (listed->description);
  g_assert_null (listed->minutes);
  g_assert_cmpuint (listed->parts->len + listed->links->len, ==, 0);

  talk = load_talk (fixture->store, outline, "t", &error);
  g_assert_no_error (error);
  fields = lanyard_talk_get_fields (talk);
  assert_talk_outline (fields);
  assert_talk_details (fields);
  g_assert_true (fields->item.session == listed->item.session);
  g_assert_true (fields->item.room == listed->item.room);
  g_assert_true (fields->block == listed->block);
  speaker = fields->credits->pdata[0];
  g_assert_true (speaker->person == ((LanyardCredit *) listed->credits->pdata[0])->person);

  none = load_talk (fixture->store, outline, "no such", &error);
  g_assert_null (none);
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);
}

static void
test_objects_are_shared (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 60, .n_words = 3 });
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_autoptr (LanyardProgramme) outline = load_outline (fixture->store, uuid, NULL);
  g_autoptr (GPtrArray) rooms = lanyard_programme_dup_rooms (outline);
  g_autoptr (GPtrArray) persons = lanyard_programme_dup_persons (outline);
  GPtrArray *talks = lanyard_programme_get_talks (outline);

  g_assert_cmpuint (talks->len, ==, 60);
  g_assert_cmpuint (lanyard_programme_get_sessions (outline)->len, ==, 5);
  g_assert_cmpuint (lanyard_programme_get_blocks (outline)->len, ==, 5);
  g_assert_cmpuint (rooms->len, ==, 5);
  g_assert_cmpuint (persons->len, ==, 31);
  for (guint i = 0; i < talks->len; i++)
    {
      LanyardItem *before = lanyard_programme_get_talks (programme)->pdata[i];

      g_assert_cmpstr (lanyard_item_get_key (talks->pdata[i]), ==, lanyard_item_get_key (before));
      g_assert_cmpstr (lanyard_session_get_key (lanyard_item_get_session (talks->pdata[i])), ==,
                       lanyard_session_get_key (lanyard_item_get_session (before)));
    }
}

/* --- conferences ------------------------------------------------------------ */

static const LanyardConferenceFields *
get_conference (GPtrArray *conferences,
                guint      index)
{
  return lanyard_conference_get_fields (g_ptr_array_index (conferences, index));
}

static void
test_feed_tells_conferences_apart (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr (LanyardProgramme) first = make_programme (&(ProgrammeShape) { .n_talks = 3 });
  g_autoptr (LanyardProgramme) newer = make_programme (&(ProgrammeShape) { .n_talks = 5, .mark = "Newer" });
  g_autoptr (LanyardProgramme) other =
      make_programme (&(ProgrammeShape) { .n_talks = 1, .mark = "Other", .feed_id = "https://example.org/event/2/" });
  g_autofree char *uuid = NULL;
  g_autofree char *same = NULL;
  g_autofree char *different = NULL;
  g_autoptr (GPtrArray) conferences = NULL;
  g_autoptr (LanyardProgramme) outline = NULL;
  gboolean is_new = FALSE;

  uuid = save_programme (fixture->store, first, &is_new);
  g_assert_true (is_new);
  same = save_programme (fixture->store, newer, &is_new);
  g_assert_false (is_new);
  different = save_programme (fixture->store, other, &is_new);
  g_assert_true (is_new);
  g_assert_cmpstr (same, ==, uuid);
  g_assert_cmpstr (different, !=, uuid);

  conferences = list_conferences (fixture->store);
  g_assert_cmpuint (conferences->len, ==, 2);
  g_assert_cmpstr (get_conference (conferences, 0)->title, ==, "Newer");
  g_assert_cmpuint (get_conference (conferences, 0)->n_talks, ==, 5);
  g_assert_cmpuint (get_conference (conferences, 0)->revision, ==, 2);
  g_assert_cmpuint (get_conference (conferences, 1)->revision, ==, 1);

  outline = load_outline (fixture->store, uuid, NULL);
  g_assert_cmpuint (lanyard_programme_get_talks (outline)->len, ==, 5);
}

static void
test_removed_comes_back_with_picks (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 3 });
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_autofree char *again = NULL;
  g_autoptr (GPtrArray) conferences = NULL;
  g_autoptr (GPtrArray) picks = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_new = FALSE;

  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_GOING, NULL));
  g_assert_true (remove_conference (fixture->store, uuid, NULL));
  conferences = list_conferences (fixture->store);
  g_assert_cmpuint (conferences->len, ==, 0);
  g_assert_null (load_outline (fixture->store, uuid, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (remove_conference (fixture->store, uuid, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);

  g_assert_true (restore_conference (fixture->store, uuid, NULL));
  picks = list_picks (fixture->store, uuid, NULL);
  g_assert_cmpuint (picks->len, ==, 1);

  g_assert_true (remove_conference (fixture->store, uuid, NULL));
  again = save_programme (fixture->store, programme, &is_new);
  g_assert_cmpstr (again, ==, uuid);
  g_assert_true (is_new);
  g_clear_pointer (&picks, g_ptr_array_unref);
  picks = list_picks (fixture->store, uuid, NULL);
  g_assert_cmpuint (picks->len, ==, 1);
}

static void
test_removed_goes_after_a_month (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 3 });
  g_autoptr (LanyardProgramme) other = make_programme (&(ProgrammeShape) { .n_talks = 3, .feed_id = "other" });
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_autofree char *kept = save_programme (fixture->store, other, NULL);
  g_autoptr (GPtrArray) matches = NULL;

  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_GOING, NULL));
  g_assert_true (set_pick (fixture->store, kept, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_GOING, NULL));
  g_assert_true (remove_conference (fixture->store, uuid, NULL));
  g_assert_true (remove_conference (fixture->store, kept, NULL));
  run_sql (fixture->path, "UPDATE conferences SET removed_at = removed_at - 29 * 86400;"
                          "UPDATE conferences SET removed_at = removed_at - 2 * 86400 WHERE feed_id <> 'other'");
  store_fixture_reopen (fixture);

  g_assert_false (restore_conference (fixture->store, uuid, NULL));
  g_assert_true (restore_conference (fixture->store, kept, NULL));
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM picks"), ==, 1);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM talks"), ==, 3);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM documents"), ==, 4);
  matches = search (fixture->store, NULL, "talk", NULL);
  g_assert_cmpuint (matches->len, ==, 3);
}

/* --- picks ------------------------------------------------------------------- */

static const LanyardPick *
get_pick (GPtrArray  *picks,
          LanyardKind kind)
{
  for (guint i = 0; i < picks->len; i++)
    {
      const LanyardPick *pick = g_ptr_array_index (picks, i);

      if (pick->kind == kind)
        return pick;
    }
  g_assert_not_reached ();
}

static void
test_picks_of_every_kind (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_full_programme ();
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_autoptr (GPtrArray) picks = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *remembered = NULL;

  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_TALK, "t", LANYARD_LEVEL_GOING, NULL));
  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_SESSION, "s", LANYARD_LEVEL_MAYBE, NULL));
  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_BREAK, "c", LANYARD_LEVEL_GOING, NULL));
  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_BREAK, "c", LANYARD_LEVEL_NONE, NULL));
  g_assert_false (set_pick (fixture->store, uuid, LANYARD_KIND_TALK, "s", LANYARD_LEVEL_GOING, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (set_pick (fixture->store, "no such", LANYARD_KIND_TALK, "t", LANYARD_LEVEL_GOING, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);

  store_fixture_reopen (fixture);
  picks = list_picks (fixture->store, uuid, NULL);
  g_assert_cmpuint (picks->len, ==, 2);
  g_assert_cmpstr (get_pick (picks, LANYARD_KIND_TALK)->key, ==, "t");
  g_assert_cmpint (get_pick (picks, LANYARD_KIND_TALK)->level, ==, LANYARD_LEVEL_GOING);
  g_assert_cmpint (get_pick (picks, LANYARD_KIND_TALK)->picked_at, ==, 2000);
  g_assert_cmpint (get_pick (picks, LANYARD_KIND_SESSION)->level, ==, LANYARD_LEVEL_MAYBE);

  remembered = ask_sql_text (fixture->path,
                             "SELECT kind || ' ' || level || ' ' || title || ' ' || url || ' ' || persons"
                             "  FROM picks WHERE kind = 'talk'");
  g_assert_cmpstr (remembered, ==, "talk going Talk https://example.org/t Ada Lovelace");
}

/* Peers lose stars when a feed drops or renumbers a talk for a day. */
static void
test_pick_outlives_its_talk (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 3 });
  g_autoptr (LanyardProgramme) without = make_programme (&(ProgrammeShape) { .n_talks = 3, .first_talk = 1 });
  g_autoptr (LanyardProgramme) renamed = make_programme (&(ProgrammeShape) { .n_talks = 3, .mark = "Renamed" });
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_autofree char *title = NULL;
  g_autofree char *new_title = NULL;
  g_autoptr (GPtrArray) picks = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_TALK, "0", LANYARD_LEVEL_MAYBE, NULL));
  g_free (save_programme (fixture->store, without, NULL));
  picks = list_picks (fixture->store, uuid, NULL);
  g_assert_cmpuint (picks->len, ==, 1);
  title = ask_sql_text (fixture->path, "SELECT title FROM picks");
  g_assert_cmpstr (title, ==, "First talk 0");

  g_test_message ("It can be taken back, and that can be undone, though the talk is gone");
  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_TALK, "0", LANYARD_LEVEL_NONE, NULL));
  g_clear_pointer (&picks, g_ptr_array_unref);
  picks = list_picks (fixture->store, uuid, NULL);
  g_assert_cmpuint (picks->len, ==, 0);
  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_TALK, "0", LANYARD_LEVEL_GOING, NULL));

  g_test_message ("It comes back with the talk, and follows its name");
  g_free (save_programme (fixture->store, renamed, NULL));
  g_clear_pointer (&picks, g_ptr_array_unref);
  picks = list_picks (fixture->store, uuid, NULL);
  g_assert_cmpuint (picks->len, ==, 1);
  g_assert_cmpint (get_pick (picks, LANYARD_KIND_TALK)->level, ==, LANYARD_LEVEL_GOING);
  new_title = ask_sql_text (fixture->path, "SELECT title FROM picks");
  g_assert_cmpstr (new_title, ==, "Renamed talk 0");
}

static void
test_notes_and_own_entries_are_kept (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 3 });
  g_autoptr (LanyardProgramme) without = make_programme (&(ProgrammeShape) { .n_talks = 3, .first_talk = 2 });

  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);

  run_sql (fixture->path, "INSERT INTO notes (conference, kind, key, text, changed_at)"
                          "  SELECT id, 'talk', '0', 'Ask about locks', 5 FROM conferences;"
                          "INSERT INTO own_entries (conference, uuid, title, start, \"end\", changed_at)"
                          "  SELECT id, 'u', 'Dinner', 0, 60, 5 FROM conferences");
  g_free (save_programme (fixture->store, without, NULL));
  g_assert_true (remove_conference (fixture->store, uuid, NULL));
  g_free (save_programme (fixture->store, programme, NULL));

  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM notes"), ==, 1);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM own_entries"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (StoreFixture *, gconstpointer);
  } tests[] = {
    { "/store/whole", test_whole },
    { "/store/nothing-is-made-up", test_nothing_is_made_up },
    { "/store/outline-and-talk", test_outline_and_talk },
    { "/store/objects-are-shared", test_objects_are_shared },
    { "/store/feed-tells-conferences-apart", test_feed_tells_conferences_apart },
    { "/store/removed-comes-back-with-picks", test_removed_comes_back_with_picks },
    { "/store/removed-goes-after-a-month", test_removed_goes_after_a_month },
    { "/store/picks-of-every-kind", test_picks_of_every_kind },
    { "/store/pick-outlives-its-talk", test_pick_outlives_its_talk },
    { "/store/notes-and-own-entries-are-kept", test_notes_and_own_entries_are_kept },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);

  return g_test_run ();
}
