/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was chosen for a conference: kept, told, and never lost. */

#include "config.h"

#include <string.h>

#include "store-helper.h"

typedef struct
{
  guint n_heard;
  char *uuid; /* owned */
} Heard;

static void
call_cb (GObject      *source,
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

static GHashTable *
list_choices (LanyardStore  *store,
              const char    *uuid,
              GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_list_choices_async (store, uuid, NULL, call_cb, &result);
  return lanyard_store_list_choices_finish (store, wait_for (&result), error);
}

static gboolean
set_choice (LanyardStore  *store,
            const char    *uuid,
            const char    *name,
            const char    *value,
            GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_set_choice_async (store, uuid, name, value, NULL, call_cb, &result);
  return lanyard_store_set_choice_finish (store, wait_for (&result), error);
}

static void
choose (StoreFixture *fixture,
        const char   *uuid,
        const char   *name,
        const char   *value)
{
  g_autoptr (GError) error = NULL;

  set_choice (fixture->store, uuid, name, value, &error);
  g_assert_no_error (error);
}

static void
assert_chosen (StoreFixture *fixture,
               const char   *uuid,
               const char   *name,
               const char   *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) choices = list_choices (fixture->store, uuid, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (g_hash_table_lookup (choices, name), ==, value);
}

static char *
save (StoreFixture *fixture,
      const char   *feed_id)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 12, .feed_id = feed_id });

  return save_programme (fixture->store, programme, NULL);
}

static void
choices_changed_cb (LanyardStore *store,
                    const char   *uuid,
                    Heard        *heard)
{
  heard->n_heard++;
  g_set_str (&heard->uuid, uuid);
}

static void
test_kept_per_conference (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autofree char *uuid = save (fixture, "one");
  g_autofree char *other = save (fixture, "other");
  g_autoptr (GHashTable) nothing = list_choices (fixture->store, uuid, NULL);

  g_assert_cmpuint (g_hash_table_size (nothing), ==, 0);
  choose (fixture, uuid, "filter", "{}");
  choose (fixture, uuid, "room-order", "");
  choose (fixture, uuid, "'; DROP TABLE choices; --", "'\"\n🦀");
  choose (fixture, other, "filter", "[]");
  choose (fixture, uuid, "filter", "{1}");

  store_fixture_reopen (fixture);
  assert_chosen (fixture, uuid, "filter", "{1}");
  assert_chosen (fixture, uuid, "room-order", "");
  assert_chosen (fixture, uuid, "'; DROP TABLE choices; --", "'\"\n🦀");
  assert_chosen (fixture, uuid, "hidden", NULL);
  assert_chosen (fixture, other, "filter", "[]");

  choose (fixture, uuid, "filter", NULL);
  choose (fixture, uuid, "never chosen", NULL);
  assert_chosen (fixture, uuid, "filter", NULL);
  assert_chosen (fixture, other, "filter", "[]");
}

static void
test_outlive_programme_and_removal (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autofree char *uuid = save (fixture, "one");
  g_autofree char *again = NULL;
  g_autofree char *added = NULL;
  g_autoptr (GError) error = NULL;

  choose (fixture, uuid, "hidden", "x");
  again = save (fixture, "one");
  g_assert_cmpstr (again, ==, uuid);
  assert_chosen (fixture, uuid, "hidden", "x");

  g_assert_true (remove_conference (fixture->store, uuid, NULL));
  g_assert_null (list_choices (fixture->store, uuid, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (set_choice (fixture->store, uuid, "hidden", "y", &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);
  g_assert_true (restore_conference (fixture->store, uuid, NULL));
  assert_chosen (fixture, uuid, "hidden", "x");

  g_test_message ("Added again instead of restored");
  g_assert_true (remove_conference (fixture->store, uuid, NULL));
  added = save (fixture, "one");
  assert_chosen (fixture, added, "hidden", "x");

  g_test_message ("What is deleted for good takes its choices with it");
  g_assert_true (remove_conference (fixture->store, uuid, NULL));
  run_sql (fixture->path, "UPDATE conferences SET removed_at = removed_at - 31 * 86400");
  store_fixture_reopen (fixture);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM choices"), ==, 0);
}

static void
wait_until_heard (Heard *heard,
                  guint  n_heard)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  while (heard->n_heard < n_heard && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (heard->n_heard, ==, n_heard);
}

static void
test_told (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autofree char *uuid = save (fixture, "one");
  g_autofree char *other = save (fixture, "other");
  Heard heard = { 0 };

  g_signal_connect (fixture->store, "choices-changed", G_CALLBACK (choices_changed_cb), &heard);
  choose (fixture, other, "filter", "a");
  g_assert_cmpuint (heard.n_heard, ==, 1);
  g_assert_cmpstr (heard.uuid, ==, other);

  g_test_message ("What was chosen already is no change");
  choose (fixture, other, "filter", "a");
  choose (fixture, other, "hidden", NULL);
  g_assert_cmpuint (heard.n_heard, ==, 1);
  choose (fixture, uuid, "filter", "a");
  choose (fixture, uuid, "filter", NULL);
  g_assert_cmpuint (heard.n_heard, ==, 3);
  g_assert_cmpstr (heard.uuid, ==, uuid);

  g_test_message ("Neither picks nor programmes are choices");
  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_GOING, NULL));
  g_free (save (fixture, "one"));
  g_assert_cmpuint (heard.n_heard, ==, 3);
  g_free (heard.uuid);
}

/* Another connection is to this one as another process is. */
static void
test_told_by_others (StoreFixture  *fixture,
                     gconstpointer  data)
{
  g_autofree char *uuid = save (fixture, "one");
  g_autoptr (LanyardStore) other = lanyard_store_new (fixture->path);
  Heard heard = { 0 };

  g_assert_true (open_store (other, NULL));
  g_signal_connect (fixture->store, "choices-changed", G_CALLBACK (choices_changed_cb), &heard);
  g_assert_true (set_choice (other, uuid, "filter", "from outside", NULL));
  wait_until_heard (&heard, 1);
  g_assert_cmpstr (heard.uuid, ==, uuid);
  assert_chosen (fixture, uuid, "filter", "from outside");
  g_free (heard.uuid);
}

static void
test_cancelled (StoreFixture  *fixture,
                            gconstpointer  data)
{
  g_autofree char *uuid = save (fixture, "one");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  lanyard_store_set_choice_async (fixture->store, uuid, "filter", "x", cancellable, call_cb, &result);
  g_assert_false (lanyard_store_set_choice_finish (fixture->store, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_chosen (fixture, uuid, "filter", NULL);
}

static void
test_long (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autofree char *uuid = save (fixture, "one");
  g_autofree char *long_text = g_strnfill (1000000, 'x');

  choose (fixture, uuid, "filter", long_text);
  assert_chosen (fixture, uuid, "filter", long_text);
}

static void
test_no_conference (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (set_choice (fixture->store, "no such", "filter", "x", &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (list_choices (fixture->store, "no such", &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);
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
    { "/store/choices/kept-per-conference", test_kept_per_conference },
    { "/store/choices/outlive-programme-and-removal", test_outlive_programme_and_removal },
    { "/store/choices/told", test_told },
    { "/store/choices/told-by-others", test_told_by_others },
    { "/store/choices/cancelled", test_cancelled },
    { "/store/choices/long", test_long },
    { "/store/choices/no-conference", test_no_conference },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);
  return g_test_run ();
}
