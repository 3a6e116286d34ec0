/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans for somebody else and from them: files, links, text and QR codes, and
 * what is no such thing. */

#include "config.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "export/lanyard-qr.h"
#include "export/lanyard-shared-plan.h"
#include "model/lanyard-own-entry.h"

#define NOW 1790000000
#define FEED "https://events.example.org/event/77/"
#define LINK "https://ggt.gaa.st/#url=https%3A%2F%2Fevents.example.org%2Fevent%2F77%2Fevent.ics%3Fdetail%3Dcontributions&see="

/* As another program would write it: zlib of
 * ["indico-contribution-3105@events.example.org", 3104, "not-there"]. */
#define IDS "eJyLVsrMS8lMztdNzs8rKcpMKi3JzM_TNTY0MHVILUvNKynWS61IzC3ISdXLL0pX0lEAypjoKCjl5ZfolmSkFqUqxQIADLsWVQ"

typedef struct
{
  LanyardProgramme *programme;
  LanyardPlan *plan;
  LanyardExtract *extract;
} Fixture;

static void
add_talk (GPtrArray      *talks,
          const char     *key,
          const char     *title,
          gint64          start,
          LanyardSession *session,
          LanyardBlock   *block)
{
  g_ptr_array_add (talks, lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = key, .title = title, .start = start,
              .end = start != LANYARD_NO_TIME ? start + 1800 : LANYARD_NO_TIME, .session = session },
    .block = block,
  }));
}

static LanyardProgramme *
make_programme (const char *feed_id)
{
  g_autoptr (LanyardConference) conference = lanyard_conference_new (&(LanyardConferenceFields) {
    .uuid = "0f9d2c1e-0000-4000-8000-000000000000", .feed_id = feed_id, .title = "Wattlebird", .zone = "Europe/Prague",
  });
  g_autoptr (LanyardSession) session = lanyard_session_new (&(LanyardSessionFields) { .key = "7", .title = "Rust MC" });
  g_autoptr (LanyardBlock) block = lanyard_block_new (&(LanyardItemFields) {
    .key = "701", .title = "Rust MC", .start = NOW, .end = NOW + 7200, .session = session,
  }, NULL);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) breaks = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (sessions, session);
  g_ptr_array_add (blocks, block);
  add_talk (talks, "3104", "Copy on write", NOW, session, block);
  add_talk (talks, "3105", "Read & copy, update", NOW + 1800, session, block);
  add_talk (talks, "3106", "Left alone", NOW + 3600, session, block);
  add_talk (talks, "3107", "Elsewhere", NOW + 86400, NULL, NULL);
  add_talk (talks, "3108", "Sometime", LANYARD_NO_TIME, NULL, NULL);
  g_ptr_array_add (breaks, lanyard_break_new (&(LanyardItemFields) {
    .key = "Lunch/1", .title = "Lunch", .start = NOW + 7200, .end = NOW + 10800,
  }, NULL, NULL));
  return lanyard_programme_new (&(LanyardProgrammeFields) {
    .conference = conference, .sessions = sessions, .blocks = blocks, .talks = talks, .breaks = breaks,
  });
}

/* The session but for one talk, a maybe, a break, what has no time and an own
 * entry. */
static LanyardPlan *
make_plan (LanyardProgramme *programme)
{
  g_autoptr (GPtrArray) picks = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_pick_unref);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LanyardDecisions) decisions = NULL;

  g_ptr_array_add (picks, lanyard_pick_new (LANYARD_KIND_SESSION, "7", LANYARD_LEVEL_GOING, NOW));
  g_ptr_array_add (picks, lanyard_pick_new (LANYARD_KIND_TALK, "3106", LANYARD_LEVEL_LEFT_OUT, NOW));
  g_ptr_array_add (picks, lanyard_pick_new (LANYARD_KIND_TALK, "3107", LANYARD_LEVEL_MAYBE, NOW));
  g_ptr_array_add (picks, lanyard_pick_new (LANYARD_KIND_TALK, "3108", LANYARD_LEVEL_GOING, NOW));
  g_ptr_array_add (picks, lanyard_pick_new (LANYARD_KIND_BREAK, "Lunch/1", LANYARD_LEVEL_GOING, NOW));
  g_ptr_array_add (entries, lanyard_own_entry_new (&(LanyardOwnEntryFields) {
    .title = "Secret dinner", .start = NOW + 20000, .end = NOW + 25000, .people = "Ada",
  }));
  decisions = lanyard_decisions_new (picks, NULL, entries);
  return lanyard_plan_new (programme, decisions);
}

static void
set_up_with (Fixture    *fixture,
             const char *feed_id)
{
  g_autoptr (GPtrArray) items = NULL;

  fixture->programme = make_programme (feed_id);
  fixture->plan = make_plan (fixture->programme);
  items = lanyard_extract_dup_plan_items (fixture->plan);
  fixture->extract = lanyard_extract_new (&(LanyardExtractFields) {
    .programme = fixture->programme, .plan = fixture->plan, .items = items,
  });
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_with (fixture, FEED);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->extract, lanyard_extract_unref);
  g_clear_object (&fixture->plan);
  g_clear_object (&fixture->programme);
}

/* "theirs/yours title" of each, a line each. */
static char *
describe (Fixture           *fixture,
          LanyardPlan       *plan,
          LanyardSharedPlan *shared,
          guint              n_unknown)
{
  static const char *const levels = "-mgx";
  guint n_found = 0;
  g_autoptr (GPtrArray) both = lanyard_shared_plan_compare (shared, fixture->programme, plan, &n_found);
  GString *lines = g_string_new (NULL);

  g_assert_cmpuint (n_found, ==, n_unknown);
  for (guint i = 0; i < both->len; i++)
    {
      const LanyardTheirs *theirs = g_ptr_array_index (both, i);

      g_string_append_printf (lines, "%c/%c %s\n", levels[theirs->theirs], levels[theirs->yours], theirs->title);
    }
  return g_string_free_and_steal (lines);
}

static LanyardPlan *
make_empty_plan (LanyardProgramme *programme)
{
  g_autoptr (LanyardDecisions) decisions = lanyard_decisions_new (NULL, NULL, NULL);

  return lanyard_plan_new (programme, decisions);
}

static void
test_file (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *json = lanyard_shared_plan_write (fixture->extract);
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardSharedPlan) shared = lanyard_shared_plan_new (bytes, &error);
  g_autoptr (LanyardPlan) nothing = make_empty_plan (fixture->programme);
  g_autofree char *beside_nothing = NULL;
  g_autofree char *beside_itself = NULL;

  g_assert_no_error (error);
  g_assert_null (strstr (json, "Secret"));
  g_assert_cmpstr (lanyard_shared_plan_get_title (shared), ==, "Wattlebird");
  g_assert_true (lanyard_shared_plan_is_of (shared, lanyard_programme_get_conference (fixture->programme)));
  g_assert_cmpuint (lanyard_shared_plan_get_n_picks (shared), ==, 4);
  beside_nothing = describe (fixture, nothing, shared, 0);
  g_assert_cmpstr (beside_nothing, ==, "g/- Rust MC\ng/- Lunch\nm/- Elsewhere\ng/- Sometime\n");
  beside_itself = describe (fixture, fixture->plan, shared, 0);
  g_assert_cmpstr (beside_itself, ==, "g/g Rust MC\ng/g Lunch\nm/m Elsewhere\ng/g Sometime\n");
}

/* What was renumbered is known by its page or its title. */
static void
test_renumbered (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char json[] =
      "\357\273\277{\"lanyard\": 1, \"shared\": \"plan\", \"new\": [], \"picks\": ["
      "{\"kind\": \"talk\", \"key\": \"1\", \"level\": \"going\", \"title\": \"Elsewhere\"},"
      "{\"kind\": \"session\", \"key\": \"1\", \"level\": \"maybe\", \"title\": \"Rust MC\"},"
      "{\"kind\": \"talk\", \"key\": \"1\", \"level\": \"going\", \"title\": \"Nowhere\"},"
      "{\"kind\": \"own\", \"key\": \"1\", \"level\": \"going\"}, {\"kind\": 7}, 7, null]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardSharedPlan) shared = lanyard_shared_plan_new (bytes, &error);
  g_autofree char *lines = NULL;

  g_assert_no_error (error);
  lines = describe (fixture, fixture->plan, shared, 1);
  g_assert_cmpstr (lines, ==, "m/g Rust MC\n-/g Lunch\ng/m Elsewhere\n-/g Sometime\n");
}

/* Giggity has no sessions: the talks of the picked one, but for what is left out. */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *link = lanyard_shared_plan_write_link (fixture->extract);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardSharedPlan) shared = lanyard_shared_plan_new_for_link (link, &error);
  g_autoptr (LanyardPlan) nothing = make_empty_plan (fixture->programme);
  g_autofree char *lines = NULL;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (link, LINK));
  g_assert_null (strpbrk (link + strlen (LINK), "+/="));
  g_assert_true (lanyard_shared_plan_is_of (shared, lanyard_programme_get_conference (fixture->programme)));
  lines = describe (fixture, nothing, shared, 0);
  g_assert_cmpstr (lines, ==, "g/- Copy on write\ng/- Read & copy, update\ng/- Elsewhere\ng/- Sometime\n");
}

static void
test_link_of_others (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardSharedPlan) shared = lanyard_shared_plan_new_for_link ("  " LINK IDS "&del=x\n", &error);
  g_autofree char *lines = NULL;

  g_assert_no_error (error);
  lines = describe (fixture, fixture->plan, shared, 1);
  g_assert_cmpstr (lines, ==, "g/g Copy on write\ng/g Read & copy, update\n-/g Lunch\n-/m Elsewhere\n-/g Sometime\n");
}

/* What has no address has no link, and what has no talk neither. */
static void
test_no_link (void)
{
  Fixture fixture = { NULL };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (LanyardExtract) empty = NULL;

  set_up_with (&fixture, "indico:77");
  g_assert_null (lanyard_shared_plan_write_link (fixture.extract));
  tear_down (&fixture, NULL);

  set_up (&fixture, NULL);
  empty = lanyard_extract_new (&(LanyardExtractFields) { .programme = fixture.programme, .items = none });
  g_assert_null (lanyard_shared_plan_write_link (empty));
  tear_down (&fixture, NULL);
}

static void
test_bad_links (void)
{
  static const char *const links[] = {
    "", "https://lpc.events/", "https://ggt.gaa.st/#url=https%3A%2F%2Fx", "https://ggt.gaa.st/#see=" IDS,
    LINK "eJyLVsrMS8lMztdNzs8rKcpM", LINK "!!!!", LINK, LINK "a", LINK "eJyrVspOrVSyUlBKSSxJVKoFACW7BL4",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lanyard_shared_plan_new_for_link (links[i], &error));
      if (i < 4)
        g_assert_error (error, LANYARD_SHARED_PLAN_ERROR, LANYARD_SHARED_PLAN_ERROR_FOREIGN);
      else
        g_assert_error (error, LANYARD_SHARED_PLAN_ERROR, LANYARD_SHARED_PLAN_ERROR_DAMAGED);
    }
}

static void
test_bomb (void)
{
  g_autofree char *blanks = g_strnfill (50 * 1000 * 1000, ' ');
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autoptr (GBytes) plain = g_bytes_new_static (blanks, strlen (blanks));
  g_autoptr (GBytes) small = g_converter_convert_bytes (G_CONVERTER (compressor), plain, NULL);
  g_autofree char *see = g_base64_encode (g_bytes_get_data (small, NULL), g_bytes_get_size (small));
  g_autofree char *link = g_strconcat (LINK, see, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (lanyard_shared_plan_new_for_link (link, &error));
  g_assert_error (error, LANYARD_SHARED_PLAN_ERROR, LANYARD_SHARED_PLAN_ERROR_DAMAGED);
}

static void
assert_refused (const char *json,
                int         code)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;

  g_assert_null (lanyard_shared_plan_new (bytes, &error));
  g_assert_error (error, LANYARD_SHARED_PLAN_ERROR, code);
}

static void
test_bad_files (void)
{
  g_autofree char *deep = g_strnfill (1000, '[');
  g_autofree char *huge = g_strnfill (9 * 1000 * 1000, ' ');

  assert_refused ("{}", LANYARD_SHARED_PLAN_ERROR_FOREIGN);
  assert_refused ("[1, 2]", LANYARD_SHARED_PLAN_ERROR_FOREIGN);
  assert_refused ("{\"lanyard\": \"1\", \"shared\": \"plan\"}", LANYARD_SHARED_PLAN_ERROR_FOREIGN);
  assert_refused ("{\"lanyard\": 1, \"conference\": {}}", LANYARD_SHARED_PLAN_ERROR_FOREIGN);
  assert_refused ("{\"lanyard\": 2, \"shared\": \"plan\"}", LANYARD_SHARED_PLAN_ERROR_NEWER);
  assert_refused ("{\"lanyard\": 1, \"shared\": \"pl", LANYARD_SHARED_PLAN_ERROR_DAMAGED);
  assert_refused ("", LANYARD_SHARED_PLAN_ERROR_DAMAGED);
  assert_refused ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", LANYARD_SHARED_PLAN_ERROR_FOREIGN);
  assert_refused (deep, LANYARD_SHARED_PLAN_ERROR_TOO_LARGE);
  assert_refused (huge, LANYARD_SHARED_PLAN_ERROR_TOO_LARGE);
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (LanyardZone) zone = lanyard_zone_new ("Europe/Prague");
  g_autofree char *text = lanyard_shared_plan_write_text (fixture->extract, zone);

  g_assert_cmpstr (text, ==,
                   "Wattlebird\nTimes in Europe/Prague (CEST)\n\n"
                   "Monday 21 September 2026\n16:13–18:13  Rust MC\n18:13–19:13  Lunch\n\n"
                   "Tuesday 22 September 2026\n16:13–16:43  Elsewhere (maybe)\n\n"
                   "Not Scheduled Yet\nSometime\n");
}

/* A grey picture of it, four pixels a module, for a reader that is not ours. */
static void
write_picture (LanyardQr  *code,
               const char *path)
{
  guint whole = (lanyard_qr_get_width (code) + 2 * LANYARD_QR_MARGIN) * 4;
  g_autoptr (GString) picture = g_string_new (NULL);

  g_string_printf (picture, "P5 %u %u 255\n", whole, whole);
  for (guint y = 0; y < whole; y++)
    for (guint x = 0; x < whole; x++)
      g_string_append_c (picture, lanyard_qr_is_dark (code, x / 4 - LANYARD_QR_MARGIN, y / 4 - LANYARD_QR_MARGIN) ? '\0' : '\xff');
  g_assert_true (g_file_set_contents (path, picture->str, (gssize) picture->len, NULL));
}

static void
test_code (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *reader = g_find_program_in_path ("zbarimg");
  g_autofree char *link = lanyard_shared_plan_write_link (fixture->extract);
  g_autoptr (LanyardQr) code = lanyard_qr_new (link);
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "code.pgm", NULL);
  const char *argv[] = { reader, "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", path, NULL };
  g_autofree char *output = NULL;
  g_autofree char *lines = lanyard_qr_dup_lines (code);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_utf8_validate (lines, -1, NULL));
  g_assert_true (g_str_has_prefix (lines, "████"));
  if (reader == NULL)
    {
      g_test_skip ("zbarimg is not installed");
      return;
    }
  write_picture (code, path);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL,
                               NULL, &error));
  g_assert_no_error (error);
  g_strchomp (output);
  g_assert_cmpstr (output, ==, link);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_too_long_for_a_code (void)
{
  g_autofree char *text = g_strnfill (3000, 'a');

  g_assert_null (lanyard_qr_new (text));
  g_assert_null (lanyard_qr_new (""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/shared-plan/file", Fixture, NULL, set_up, test_file, tear_down);
  g_test_add ("/shared-plan/renumbered", Fixture, NULL, set_up, test_renumbered, tear_down);
  g_test_add ("/shared-plan/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/shared-plan/link-of-others", Fixture, NULL, set_up, test_link_of_others, tear_down);
  g_test_add_func ("/shared-plan/no-link", test_no_link);
  g_test_add_func ("/shared-plan/bad-links", test_bad_links);
  g_test_add_func ("/shared-plan/bomb", test_bomb);
  g_test_add_func ("/shared-plan/bad-files", test_bad_files);
  g_test_add ("/shared-plan/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/shared-plan/code", Fixture, NULL, set_up, test_code, tear_down);
  g_test_add_func ("/shared-plan/too-long-for-a-code", test_too_long_for_a_code);

  return g_test_run ();
}
