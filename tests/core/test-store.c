/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is kept of a programme: everything. */

#include "config.h"

#include "store-helper.h"

#define FEED "https://example.org/event/1/"

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
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);

  return g_test_run ();
}
