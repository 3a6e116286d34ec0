/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keyring with the real thing behind it, in the state that
 * LANYARD_TEST_KEYRING names. The service is asked behind the keyring's back,
 * so that what it says of itself is not believed. */

#include "config.h"

#include "keyring-fixture.h"

#define PROMPTER "org.gnome.keyring.SystemPrompter"

/* --- unlocked ------------------------------------------------------------------- */

static void
test_keep_and_find (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (LanyardCredential) nothing = NULL;
  g_autoptr (LanyardCredential) found = NULL;
  g_autoptr (GError) error = NULL;

  nothing = find (fixture, ORIGIN, &error);
  g_assert_no_error (error);
  g_assert_null (nothing);

  keep_token (fixture, ORIGIN, "Guinea Pig", "indp_abc");
  g_assert_cmpuint (fixture->changed->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->changed, 0), ==, ORIGIN);

  found = find (fixture, ORIGIN, &error);
  g_assert_no_error (error);
  g_assert_nonnull (found);
  g_assert_cmpint (found->kind, ==, LANYARD_CREDENTIAL_TOKEN);
  g_assert_cmpstr (found->origin, ==, ORIGIN);
  g_assert_cmpstr (found->user, ==, "Guinea Pig");
  g_assert_cmpstr (found->secret, ==, "indp_abc");
  g_assert_null (found->key);
}

static void
test_api_key (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (LanyardCredential) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (keep (fixture, LANYARD_CREDENTIAL_API_KEY, ORIGIN, NULL, "the-key", "the-secret", &error));
  g_assert_no_error (error);
  assert_n_items (fixture, 1);

  found = find (fixture, ORIGIN, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->kind, ==, LANYARD_CREDENTIAL_API_KEY);
  g_assert_cmpstr (found->key, ==, "the-key");
  g_assert_cmpstr (found->secret, ==, "the-secret");
  g_assert_null (found->user);
}

static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  const char *origins[] = { "http://127.0.0.1:8080", "https://indico.cern.ch", "https://lpc.events" };
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = G_N_ELEMENTS (origins); i > 0; i--)
    keep_token (fixture, origins[i - 1], "Guinea Pig", origins[i - 1]);
  listed = list (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, G_N_ELEMENTS (origins));
  for (guint i = 0; i < listed->len; i++)
    {
      LanyardCredential *credential = g_ptr_array_index (listed, i);
      g_autoptr (LanyardCredential) found = find (fixture, origins[i], &error);

      g_assert_cmpstr (credential->origin, ==, origins[i]);
      g_assert_cmpstr (credential->user, ==, "Guinea Pig");
      g_assert_cmpstr (credential->secret, ==, "");
      g_assert_cmpstr (found->secret, ==, origins[i]);
    }
  g_assert_true (forget (fixture, origins[1], &error));
  g_clear_pointer (&listed, g_ptr_array_unref);
  listed = list (fixture, &error);
  g_assert_cmpuint (listed->len, ==, 2);
}

/* Another user, another kind, another token: one item. */
static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (LanyardCredential) token = NULL;
  g_autoptr (LanyardCredential) key = NULL;
  g_autoptr (GError) error = NULL;

  keep_token (fixture, "https://other.example.org", "Somebody", "other");
  keep_token (fixture, ORIGIN, "Guinea Pig", "first");
  keep_token (fixture, ORIGIN, "Guinea Pig", "second");
  g_assert_true (keep (fixture, LANYARD_CREDENTIAL_API_KEY, ORIGIN, NULL, "key", "third", &error));
  key = find (fixture, ORIGIN, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (key->secret, ==, "third");

  keep_token (fixture, ORIGIN, "Another Pig", "fourth");
  token = find (fixture, ORIGIN, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (token->secret, ==, "fourth");
  g_assert_cmpstr (token->user, ==, "Another Pig");
  assert_n_items (fixture, 2);
}

/* Two items for one server: it is one account, and one again when it is kept. */
static void
test_leftovers (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (LanyardCredential) found = NULL;
  g_autoptr (LanyardCredential) strange = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;

  add_item (fixture, "token", "Somebody Else");
  keep_token (fixture, "https://other.example.org", "Guinea Pig", "other");
  add_item (fixture, "token", "Nobody");
  assert_n_items (fixture, 3);
  listed = list (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 2);
  found = find (fixture, ORIGIN, &error);
  g_assert_cmpstr (found->secret, ==, "of-another-hand");

  keep_token (fixture, ORIGIN, "Guinea Pig", "indp_abc");
  assert_n_items (fixture, 2);
  g_assert_true (forget (fixture, ORIGIN, &error));
  add_item (fixture, "passkey", "Guinea Pig");
  strange = find (fixture, ORIGIN, &error);
  g_assert_no_error (error);
  g_assert_null (strange);
  g_assert_true (forget (fixture, ORIGIN, &error));
}

static void
test_forget (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (LanyardCredential) found = NULL;
  g_autoptr (GError) error = NULL;

  keep_token (fixture, ORIGIN, "Guinea Pig", "indp_abc");
  g_assert_true (forget (fixture, ORIGIN, &error));
  g_assert_no_error (error);
  assert_n_items (fixture, 0);
  g_assert_cmpuint (fixture->changed->len, ==, 2);

  found = find (fixture, ORIGIN, &error);
  g_assert_null (found);
  g_assert_no_error (error);
  g_assert_false (forget (fixture, ORIGIN, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->changed->len, ==, 2);
}

/* What anybody sees who looks at the keyring without opening the item. */
static void
test_what_shows (Fixture       *fixture,
                 gconstpointer  data)
{
  g_auto (GStrv) items = NULL;
  g_autoptr (GVariant) label = NULL;
  g_autoptr (GVariant) attributes = NULL;
  g_autofree char *printed = NULL;
  const char *value;

  g_assert_true (keep (fixture, LANYARD_CREDENTIAL_API_KEY, ORIGIN, "Guinea Pig", "the-key", "the-secret", NULL));
  items = dup_items (fixture);
  label = property_of (fixture, items[0], "org.freedesktop.Secret.Item", "Label");
  g_assert_cmpstr (g_variant_get_string (label, NULL), ==, "Lanyard’s account at lpc.events");

  attributes = property_of (fixture, items[0], "org.freedesktop.Secret.Item", "Attributes");
  g_assert_true (g_variant_lookup (attributes, "origin", "&s", &value));
  g_assert_cmpstr (value, ==, ORIGIN);
  g_assert_true (g_variant_lookup (attributes, "kind", "&s", &value));
  g_assert_cmpstr (value, ==, "api-key");
  g_assert_true (g_variant_lookup (attributes, "user", "&s", &value));
  g_assert_cmpstr (value, ==, "Guinea Pig");
  g_assert_true (g_variant_lookup (attributes, "xdg:schema", "&s", &value));
  g_assert_cmpstr (value, ==, APP_ID ".Account");
  printed = g_variant_print (attributes, FALSE);
  g_assert_null (strstr (printed, "the-key"));
  g_assert_null (strstr (printed, "the-secret"));
}

/* --- locked ------------------------------------------------------------------- */

static void
assert_locked (Fixture *fixture,
               int      code)
{
  g_autoptr (LanyardCredential) found = NULL;
  g_autoptr (GError) find_error = NULL;
  g_autoptr (GError) keep_error = NULL;
  g_autoptr (GError) forget_error = NULL;
  g_auto (GStrv) items = NULL;
  g_auto (GStrv) items_after = NULL;

  items = dup_items (fixture);
  found = find (fixture, ORIGIN, &find_error);
  g_assert_error (find_error, LANYARD_KEYRING_ERROR, code);
  g_assert_null (found);
  g_assert_false (keep (fixture, LANYARD_CREDENTIAL_TOKEN, ORIGIN, "Another Pig", NULL, "indp_new", &keep_error));
  g_assert_error (keep_error, LANYARD_KEYRING_ERROR, code);
  g_assert_null (strstr (keep_error->message, "indp_"));
  g_assert_false (forget (fixture, ORIGIN, &forget_error));
  g_assert_error (forget_error, LANYARD_KEYRING_ERROR, code);
  items_after = dup_items (fixture);
  g_assert_cmpstrv (items, items_after);
  g_assert_cmpuint (fixture->changed->len, ==, 1);
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (LanyardCredential) nothing = NULL;
  g_autoptr (LanyardCredential) found = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;

  keep_token (fixture, ORIGIN, "Guinea Pig", "indp_abc");
  lock (fixture);
  assert_locked (fixture, LANYARD_KEYRING_ERROR_LOCKED);

  /* Without asking for anything: who is signed in where, and that there is
   * nothing of another server. */
  listed = list (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 1);
  g_assert_cmpstr (((LanyardCredential *) g_ptr_array_index (listed, 0))->user, ==, "Guinea Pig");
  nothing = find (fixture, "https://elsewhere.example.org", &error);
  g_assert_no_error (error);
  g_assert_null (nothing);

  unlock (fixture);
  found = find (fixture, ORIGIN, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->secret, ==, "indp_abc");
}

static void
answer (GDBusConnection *bus,
        const char      *sender,
        const char      *callback,
        const char      *answer)
{
  g_dbus_connection_call (bus, sender, callback, "org.gnome.keyring.internal.Prompter.Callback", "PromptReady",
                          g_variant_new ("(s@a{sv}s)", answer, g_variant_new ("a{sv}", NULL), ""), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

/* A prompter of the tests' own, in place of a dialog. */
typedef struct
{
  GCancellable *cancellable; /* borrowed, nullable: cancelled instead of an answer */
  guint object_id;
  guint n_questions;
} Prompter;

static void
prompter_cb (GDBusConnection       *bus,
             const char            *sender,
             const char            *path,
             const char            *interface,
             const char            *method,
             GVariant              *parameters,
             GDBusMethodInvocation *invocation,
             gpointer               user_data)
{
  Prompter *prompter = user_data;
  g_autoptr (GVariant) callback = g_variant_get_child_value (parameters, 0);

  g_dbus_method_invocation_return_value (invocation, NULL);
  if (g_str_equal (method, "BeginPrompting"))
    answer (bus, sender, g_variant_get_string (callback, NULL), "");
  else if (g_str_equal (method, "PerformPrompt"))
    {
      prompter->n_questions += 1;
      if (prompter->cancellable != NULL)
        g_cancellable_cancel (prompter->cancellable);
      else
        answer (bus, sender, g_variant_get_string (callback, NULL), "no");
    }
}

static void
ask_bus (Fixture    *fixture,
         const char *method,
         GVariant   *parameters)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_sync (fixture->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                 method, parameters, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);
}

static void
begin_prompter (Fixture  *fixture,
                Prompter *prompter)
{
  const char *xml = "<node><interface name='org.gnome.keyring.internal.Prompter'>"
                    "<method name='BeginPrompting'><arg type='o' direction='in'/></method>"
                    "<method name='PerformPrompt'><arg type='o' direction='in'/><arg type='s' direction='in'/>"
                    "<arg type='a{sv}' direction='in'/><arg type='s' direction='in'/></method>"
                    "<method name='StopPrompting'><arg type='o' direction='in'/></method></interface></node>";
  static const GDBusInterfaceVTable vtable = { .method_call = prompter_cb };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, &error);

  g_assert_no_error (error);
  prompter->object_id = g_dbus_connection_register_object (fixture->bus, "/org/gnome/keyring/Prompter",
                                                           node->interfaces[0], &vtable, prompter, NULL, &error);
  g_assert_no_error (error);
  ask_bus (fixture, "RequestName", g_variant_new ("(su)", PROMPTER, 0));
}

static void
end_prompter (Fixture  *fixture,
              Prompter *prompter)
{
  g_dbus_connection_unregister_object (fixture->bus, prompter->object_id);
  ask_bus (fixture, "ReleaseName", g_variant_new ("(s)", PROMPTER));
}

/* Somebody is asked, and says no. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  Prompter prompter = { 0 };

  begin_prompter (fixture, &prompter);
  keep_token (fixture, ORIGIN, "Guinea Pig", "indp_abc");
  lock (fixture);
  assert_locked (fixture, LANYARD_KEYRING_ERROR_REFUSED);
  g_assert_cmpuint (prompter.n_questions, ==, 3);
  unlock (fixture);
  end_prompter (fixture, &prompter);
}

/* Somebody is asked, and does something else meanwhile. */
static void
test_unanswered (Fixture       *fixture,
                 gconstpointer  data)
{
  Prompter prompter = { .cancellable = fixture->cancellable };
  g_autoptr (LanyardCredential) found = NULL;
  g_autoptr (GError) error = NULL;

  keep_token (fixture, ORIGIN, "Guinea Pig", "indp_abc");
  begin_prompter (fixture, &prompter);
  lock (fixture);
  found = find (fixture, ORIGIN, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (found);
  g_assert_cmpuint (prompter.n_questions, ==, 1);
  end_prompter (fixture, &prompter);
  unlock (fixture);
}

/* --- cancelled ------------------------------------------------------------------- */

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (LanyardCredential) found = NULL;

  for (guint n_turns = 0; n_turns < 2; n_turns++)
    {
      g_autoptr (GError) find_error = NULL;
      g_autoptr (GError) keep_error = NULL;
      g_autoptr (GError) list_error = NULL;
      g_autoptr (GError) forget_error = NULL;

      /* before it begins, and while it is under way */
      g_cancellable_reset (fixture->cancellable);
      if (n_turns == 0)
        g_cancellable_cancel (fixture->cancellable);
      else
        /* in front of the answer, should that be there already */
        g_idle_add_full (G_PRIORITY_HIGH, cancel_cb, fixture->cancellable, NULL);
      found = find (fixture, ORIGIN, &find_error);
      g_assert_error (find_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_false (keep (fixture, LANYARD_CREDENTIAL_TOKEN, ORIGIN, NULL, NULL, "indp_abc", &keep_error));
      g_assert_error (keep_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      listed = list (fixture, &list_error);
      g_assert_error (list_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_false (forget (fixture, ORIGIN, &forget_error));
      g_assert_error (forget_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

/* --- no keyring ------------------------------------------------------------------- */

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 began_at = g_get_monotonic_time ();
  g_autoptr (LanyardCredential) found = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) find_error = NULL;
  g_autoptr (GError) list_error = NULL;

  found = find (fixture, ORIGIN, &find_error);
  g_assert_error (find_error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_NO_SERVICE);
  listed = list (fixture, &list_error);
  g_assert_error (list_error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_NO_SERVICE);
  /* Two calls, and at most five seconds for each. */
  g_assert_cmpint (g_get_monotonic_time () - began_at, <, 15 * G_USEC_PER_SEC);

  if (g_str_equal (data, "none"))
    {
      g_autoptr (GError) keep_error = NULL;
      g_autoptr (GError) forget_error = NULL;

      g_assert_false (keep (fixture, LANYARD_CREDENTIAL_TOKEN, ORIGIN, NULL, NULL, "indp_abc", &keep_error));
      g_assert_error (keep_error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_NO_SERVICE);
      g_assert_null (strstr (keep_error->message, "indp_"));
      g_assert_false (forget (fixture, ORIGIN, &forget_error));
      g_assert_error (forget_error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_NO_SERVICE);
      g_assert_cmpint (g_get_monotonic_time () - began_at, <, 2 * G_USEC_PER_SEC);
    }
}

int
main (int   argc,
      char *argv[])
{
  const char *state = g_getenv ("LANYARD_TEST_KEYRING");

  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (state);

  if (g_str_equal (state, "unlocked") || g_str_equal (state, "file"))
    {
      g_test_add ("/keyring/keep-and-find", Fixture, state, set_up, test_keep_and_find, tear_down);
      g_test_add ("/keyring/api-key", Fixture, state, set_up, test_api_key, tear_down);
      g_test_add ("/keyring/several", Fixture, state, set_up, test_several, tear_down);
      g_test_add ("/keyring/replace", Fixture, state, set_up, test_replace, tear_down);
      g_test_add ("/keyring/forget", Fixture, state, set_up, test_forget, tear_down);
    }
  else
    g_test_add ("/keyring/missing", Fixture, state, set_up, test_missing, tear_down);
  if (g_str_equal (state, "unlocked"))
    {
      g_test_add ("/keyring/leftovers", Fixture, state, set_up, test_leftovers, tear_down);
      g_test_add ("/keyring/what-shows", Fixture, state, set_up, test_what_shows, tear_down);
      g_test_add ("/keyring/locked", Fixture, state, set_up, test_locked, tear_down);
      g_test_add ("/keyring/refused", Fixture, state, set_up, test_refused, tear_down);
      g_test_add ("/keyring/cancelled", Fixture, state, set_up, test_cancelled, tear_down);
      g_test_add ("/keyring/unanswered", Fixture, state, set_up, test_unanswered, tear_down);
    }
  return g_test_run ();
}
