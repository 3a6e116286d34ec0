/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is chosen for the open conference: there with the programme, kept at
 * once, in step with other processes. */

#include "config.h"

#include <sqlite3.h>

#include "window-driver.h"

#define NOW "2026-10-02T10:10:00+09:30"

typedef struct
{
  WindowDriver *driver; /* owned */
  char *uuid;           /* owned: a conference without choices */
  char *other;          /* owned: one that has a filter */
  GString *heard;       /* owned: what changed, in order */
  char *at_programme;   /* owned, nullable: the filter when the programme changed */
} Fixture;

static char *
save_conference (LanyardStore *store,
                 const char   *feed_id)
{
  g_autoptr (LanyardConference) conference =
      lanyard_conference_new (&(LanyardConferenceFields) { .feed_id = feed_id, .title = feed_id, .zone = "UTC" });
  g_autoptr (LanyardProgramme) programme =
      lanyard_programme_new (&(LanyardProgrammeFields) { .conference = conference });
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_save_programme_async (store, programme, 0, NULL, window_driver_keep_result_cb, &result);
  return lanyard_store_save_programme_finish (store, window_driver_wait_for (&result), NULL, NULL);
}

static void
set_in_store (LanyardStore *store,
              const char   *uuid,
              const char   *name,
              const char   *value)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_set_choice_async (store, uuid, name, value, NULL, window_driver_keep_result_cb, &result);
  g_assert_true (lanyard_store_set_choice_finish (store, window_driver_wait_for (&result), NULL));
}

static void
assert_stored (LanyardStore *store,
               const char   *uuid,
               const char   *name,
               const char   *value)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GHashTable) choices = NULL;

  lanyard_store_list_choices_async (store, uuid, NULL, window_driver_keep_result_cb, &result);
  choices = lanyard_store_list_choices_finish (store, window_driver_wait_for (&result), NULL);
  g_assert_cmpstr (g_hash_table_lookup (choices, name), ==, value);
}

static void
programme_cb (Fixture *fixture)
{
  LanyardFilter *filter = lanyard_open_conference_get_filter (fixture->driver->open);

  g_clear_pointer (&fixture->at_programme, g_free);
  fixture->at_programme = lanyard_filter_to_string (filter);
}

static void
filter_cb (Fixture *fixture)
{
  g_string_append (fixture->heard, "[filter]");
}

static void
hidden_cb (Fixture *fixture)
{
  g_string_append (fixture->heard, "[hidden]");
}

static void
choice_changed_cb (LanyardOpenConference *open,
                   const char            *name,
                   Fixture               *fixture)
{
  g_string_append_printf (fixture->heard, "%s;", name);
}

static void
failed_cb (LanyardOpenConference *open,
           const char            *sentence,
           Fixture               *fixture)
{
  g_string_append (fixture->heard, "failed;");
}

static void
open_conference (Fixture    *fixture,
                 const char *uuid)
{
  WindowDriver *driver = fixture->driver;

  g_clear_object (&driver->open);
  driver->open = lanyard_open_conference_new (driver->store, driver->clock, driver->zone);
  g_signal_connect_swapped (driver->open, "notify::programme", G_CALLBACK (programme_cb), fixture);
  g_signal_connect_swapped (driver->open, "notify::filter", G_CALLBACK (filter_cb), fixture);
  g_signal_connect_swapped (driver->open, "notify::hidden", G_CALLBACK (hidden_cb), fixture);
  g_signal_connect (driver->open, "choice-changed", G_CALLBACK (choice_changed_cb), fixture);
  g_signal_connect (driver->open, "failed", G_CALLBACK (failed_cb), fixture);
  lanyard_open_conference_load (driver->open, uuid);
  window_driver_settle ();
}

static void
assert_heard (Fixture    *fixture,
              const char *expected)
{
  window_driver_settle ();
  g_assert_cmpstr (fixture->heard->str, ==, expected);
  g_string_truncate (fixture->heard, 0);
}

static void
assert_filter (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *text = lanyard_filter_to_string (lanyard_open_conference_get_filter (fixture->driver->open));

  g_assert_cmpstr (text, ==, expected);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->driver = window_driver_new (NOW);
  fixture->heard = g_string_new (NULL);
  fixture->uuid = save_conference (fixture->driver->store, "one");
  fixture->other = save_conference (fixture->driver->store, "other");
  set_in_store (fixture->driver->store, fixture->other, "filter", "{\"rooms\":[\"Hall\"]}");
  set_in_store (fixture->driver->store, fixture->other, "room-order", "b a");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  window_driver_free (fixture->driver);
  g_free (fixture->uuid);
  g_free (fixture->other);
  g_free (fixture->at_programme);
  g_string_free (fixture->heard, TRUE);
}

static LanyardFilter *
only_room (const char *name)
{
  g_autoptr (LanyardFilter) empty = lanyard_filter_new ();

  return lanyard_filter_with_value (empty, LANYARD_FILTER_ROOM, name, TRUE);
}

/* A page that draws the programme when it changes draws it filtered. */
static void
test_there_with_the_programme (Fixture       *fixture,
                               gconstpointer  data)
{
  open_conference (fixture, fixture->other);
  g_assert_cmpstr (fixture->at_programme, ==, "{\"rooms\":[\"Hall\"]}");
  g_assert_cmpstr (lanyard_open_conference_get_choice (fixture->driver->open, "room-order"), ==, "b a");
  g_assert_null (lanyard_open_conference_get_choice (fixture->driver->open, "hidden"));
  g_string_truncate (fixture->heard, 0);

  g_test_message ("Another conference has none, from the first moment");
  lanyard_open_conference_load (fixture->driver->open, fixture->uuid);
  assert_filter (fixture, "{\"rooms\":[\"Hall\"]}");
  window_driver_settle ();
  g_assert_cmpstr (fixture->at_programme, ==, "{}");
  g_assert_nonnull (strstr (fixture->heard->str, "[filter]"));
  g_assert_nonnull (strstr (fixture->heard->str, "room-order;"));
  g_string_truncate (fixture->heard, 0);

  lanyard_open_conference_load (fixture->driver->open, fixture->other);
  window_driver_settle ();
  lanyard_open_conference_close (fixture->driver->open);
  assert_filter (fixture, "{}");
}

static void
test_kept_at_once (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (LanyardFilter) hall = only_room ("Hall");
  g_autoptr (LanyardFilter) attic = only_room ("Attic");
  g_autoptr (LanyardFilter) empty = lanyard_filter_new ();

  open_conference (fixture, fixture->uuid);
  g_string_truncate (fixture->heard, 0);
  lanyard_open_conference_set_filter (fixture->driver->open, hall);
  assert_filter (fixture, "{\"rooms\":[\"Hall\"]}");
  g_assert_cmpstr (fixture->heard->str, ==, "[filter]filter;");
  lanyard_open_conference_set_filter (fixture->driver->open, hall);
  lanyard_open_conference_set_hidden (fixture->driver->open, attic);
  g_assert_true (lanyard_filter_equal (lanyard_open_conference_get_hidden (fixture->driver->open), attic));
  lanyard_open_conference_set_choice (fixture->driver->open, "now", "list");
  assert_heard (fixture, "[filter]filter;[hidden]hidden;now;");
  assert_stored (fixture->driver->store, fixture->uuid, "filter", "{\"rooms\":[\"Hall\"]}");
  assert_stored (fixture->driver->store, fixture->uuid, "now", "list");

  g_test_message ("An empty filter leaves nothing behind");
  lanyard_open_conference_set_filter (fixture->driver->open, empty);
  assert_heard (fixture, "[filter]filter;");
  assert_stored (fixture->driver->store, fixture->uuid, "filter", NULL);

  g_test_message ("It is there again");
  open_conference (fixture, fixture->uuid);
  g_assert_cmpstr (lanyard_open_conference_get_choice (fixture->driver->open, "now"), ==, "list");
}

/* The last of many quick changes is what stays, here and in the store. */
static void
test_many_at_once (Fixture       *fixture,
                   gconstpointer  data)
{
  open_conference (fixture, fixture->uuid);
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *value = g_strdup_printf ("%u", i);

      lanyard_open_conference_set_choice (fixture->driver->open, "order", value);
      if (i % 7 == 0)
        g_main_context_iteration (NULL, FALSE);
      g_assert_cmpstr (lanyard_open_conference_get_choice (fixture->driver->open, "order"), ==, value);
    }
  window_driver_settle ();
  g_assert_cmpstr (lanyard_open_conference_get_choice (fixture->driver->open, "order"), ==, "49");
  assert_stored (fixture->driver->store, fixture->uuid, "order", "49");
}

/* What is chosen while another conference is on its way is for the one that is
 * still shown. */
static void
test_while_another_is_loaded (Fixture       *fixture,
                              gconstpointer  data)
{
  open_conference (fixture, fixture->uuid);
  lanyard_open_conference_load (fixture->driver->open, fixture->other);
  lanyard_open_conference_set_choice (fixture->driver->open, "order", "mine");
  window_driver_settle ();
  g_assert_null (lanyard_open_conference_get_choice (fixture->driver->open, "order"));
  assert_filter (fixture, "{\"rooms\":[\"Hall\"]}");
  assert_stored (fixture->driver->store, fixture->uuid, "order", "mine");
  assert_stored (fixture->driver->store, fixture->other, "order", NULL);
}

static void
test_changed_by_another (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->driver->folder, "lanyard.db", NULL);
  g_autoptr (LanyardStore) store = lanyard_store_new (path);
  g_autoptr (GAsyncResult) result = NULL;
  gint64 deadline;

  lanyard_store_open_async (store, NULL, window_driver_keep_result_cb, &result);
  g_assert_true (lanyard_store_open_finish (store, window_driver_wait_for (&result), NULL));
  open_conference (fixture, fixture->uuid);
  set_in_store (store, fixture->uuid, "hidden", "{\"types\":[\"Poster\"]}");
  set_in_store (store, fixture->other, "filter", "{}");

  deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  while (lanyard_open_conference_get_choice (fixture->driver->open, "hidden") == NULL &&
         g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  assert_heard (fixture, "[hidden]hidden;");
  g_assert_true (lanyard_filter_has_value (lanyard_open_conference_get_hidden (fixture->driver->open),
                                           LANYARD_FILTER_TYPE, "Poster"));
}

/* What the disk does not take is not shown as if it had. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->driver->folder, "lanyard.db", NULL);
  sqlite3 *database;

  open_conference (fixture, fixture->other);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database,
                                 "CREATE TRIGGER no BEFORE UPDATE ON choices BEGIN SELECT RAISE (ABORT, 'no'); END",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);

  g_string_truncate (fixture->heard, 0);
  lanyard_open_conference_set_choice (fixture->driver->open, "room-order", "a b");
  g_assert_cmpstr (lanyard_open_conference_get_choice (fixture->driver->open, "room-order"), ==, "a b");
  assert_heard (fixture, "room-order;failed;room-order;");
  g_assert_cmpstr (lanyard_open_conference_get_choice (fixture->driver->open, "room-order"), ==, "b a");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/choices/there-with-the-programme", test_there_with_the_programme },
    { "/choices/kept-at-once", test_kept_at_once },
    { "/choices/many-at-once", test_many_at_once },
    { "/choices/while-another-is-loaded", test_while_another_is_loaded },
    { "/choices/changed-by-another", test_changed_by_another },
    { "/choices/refused", test_refused },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
