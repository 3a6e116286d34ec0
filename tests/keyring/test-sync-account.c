/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Restricted conferences, with a real keyring and without one. */

#include "config.h"

#include "../core/sync-helper.h"

#include "formats/lanyard-format.h"

#define TOKEN "indp_of-nobody-for-tests-only-0000000000000000"

static gboolean
has_keyring (void)
{
  return g_strcmp0 (g_getenv ("LANYARD_TEST_KEYRING"), "unlocked") == 0;
}

static void
keep_token (SyncFixture *fixture)
{
  g_autoptr (LanyardCredential) credential =
      lanyard_credential_new (LANYARD_CREDENTIAL_TOKEN, lanyard_indico_server_get_base (fixture->server), "Guinea Pig",
                              NULL, TOKEN);
  g_auto (Call) call = { 0 };
  g_autoptr (GError) error = NULL;

  lanyard_keyring_keep_async (fixture->keyring, credential, NULL, call_cb, &call);
  lanyard_keyring_keep_finish (fixture->keyring, call_wait (&call), &error);
  g_assert_no_error (error);
}

/* Without the account nobody is told that it is there; with it all is. */
static void
test_restricted (SyncFixture   *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;
  g_autoptr (LanyardRefresh) refreshed = NULL;

  lanyard_indico_server_set_token (fixture->server, TOKEN, "read:legacy_api read:user", "Guinea", "Pig");
  lanyard_indico_server_set_restricted (fixture->server, EVENT, TRUE);
  g_assert_null (preview (fixture, fixture->address, &error));
  g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  if (!has_keyring ())
    return;

  keep_token (fixture);
  uuid = add (fixture);
  refreshed = refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND, &error);
  g_assert_no_error (error);
  g_assert_true (refreshed->is_unchanged);

  /* A revoked one is an error, and the programme stays. */
  lanyard_indico_server_set_token (fixture->server, TOKEN, NULL, NULL, NULL);
  g_assert_null (refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND, &error));
  g_assert_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_UNAUTHORIZED);
}

/* What everybody may see needs no keyring. */
static void
test_public (SyncFixture   *fixture,
             gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);

  g_assert_nonnull (uuid);
}

static void
add_tests (void)
{
  g_test_add ("/sync/account/public", SyncFixture, NULL, sync_fixture_set_up, test_public, sync_fixture_tear_down);
  g_test_add ("/sync/account/restricted", SyncFixture, NULL, sync_fixture_set_up, test_restricted,
              sync_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return run_tests_with_own_state (add_tests, argc, argv);
}
