/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "keyring-fixture.h"

#define SECRETS "org.freedesktop.secrets"
#define SECRETS_PATH "/org/freedesktop/secrets"
#define DEFAULT_PATH "/org/freedesktop/secrets/aliases/default"

static void
changed_cb (LanyardKeyring *keyring,
            const char     *origin,
            gpointer        user_data)
{
  Fixture *fixture = user_data;

  g_ptr_array_add (fixture->changed, g_strdup (origin));
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->result = g_object_ref (result);
}

static GAsyncResult *
wait_for (Fixture *fixture)
{
  g_clear_object (&fixture->result);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return fixture->result;
}

/* --- the keyring's own functions, waited for -------------------------------- */

gboolean
keep (Fixture               *fixture,
      LanyardCredentialKind  kind,
      const char            *origin,
      const char            *user,
      const char            *key,
      const char            *secret,
      GError               **error)
{
  g_autoptr (LanyardCredential) credential = lanyard_credential_new (kind, origin, user, key, secret);

  lanyard_keyring_keep_async (fixture->keyring, credential, fixture->cancellable, done_cb, fixture);
  return lanyard_keyring_keep_finish (fixture->keyring, wait_for (fixture), error);
}

void
keep_token (Fixture    *fixture,
            const char *origin,
            const char *user,
            const char *token)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (keep (fixture, LANYARD_CREDENTIAL_TOKEN, origin, user, NULL, token, &error));
  g_assert_no_error (error);
}

LanyardCredential *
find (Fixture     *fixture,
      const char  *origin,
      GError     **error)
{
  lanyard_keyring_find_async (fixture->keyring, origin, fixture->cancellable, done_cb, fixture);
  return lanyard_keyring_find_finish (fixture->keyring, wait_for (fixture), error);
}

gboolean
forget (Fixture     *fixture,
        const char  *origin,
        GError     **error)
{
  lanyard_keyring_forget_async (fixture->keyring, origin, fixture->cancellable, done_cb, fixture);
  return lanyard_keyring_forget_finish (fixture->keyring, wait_for (fixture), error);
}

GPtrArray *
list (Fixture  *fixture,
      GError  **error)
{
  lanyard_keyring_list_async (fixture->keyring, fixture->cancellable, done_cb, fixture);
  return lanyard_keyring_list_finish (fixture->keyring, wait_for (fixture), error);
}

/* --- the service, behind its back --------------------------------------------- */

static GVariant *
ask_service (Fixture    *fixture,
             const char *path,
             const char *interface,
             const char *method,
             GVariant   *parameters)
{
  g_autoptr (GError) error = NULL;
  GVariant *reply = g_dbus_connection_call_sync (fixture->bus, SECRETS, path, interface, method, parameters, NULL,
                                                 G_DBUS_CALL_FLAGS_NONE, 10000, NULL, &error);

  g_assert_no_error (error);
  return reply;
}

GVariant *
property_of (Fixture    *fixture,
             const char *path,
             const char *interface,
             const char *name)
{
  g_autoptr (GVariant) reply = ask_service (fixture, path, "org.freedesktop.DBus.Properties", "Get",
                                            g_variant_new ("(ss)", interface, name));
  GVariant *value;

  g_variant_get (reply, "(v)", &value);
  return value;
}

/* Paths of all items of the default collection. */
GStrv
dup_items (Fixture *fixture)
{
  g_autoptr (GVariant) items = property_of (fixture, DEFAULT_PATH, "org.freedesktop.Secret.Collection", "Items");

  return g_variant_dup_objv (items, NULL);
}

void
assert_n_items (Fixture *fixture,
                guint    n_items)
{
  g_auto (GStrv) items = NULL;
  g_autoptr (GPtrArray) listed = NULL;

  if (g_str_equal (g_getenv ("LANYARD_TEST_KEYRING"), "file"))
    {
      listed = list (fixture, NULL);
      g_assert_cmpuint (listed->len, ==, n_items);
      return;
    }
  items = dup_items (fixture);
  g_assert_cmpuint (g_strv_length (items), ==, n_items);
}

void
lock (Fixture *fixture)
{
  const char * const paths[] = { DEFAULT_PATH, NULL };
  g_autoptr (GVariant) reply = ask_service (fixture, SECRETS_PATH, "org.freedesktop.Secret.Service", "Lock",
                                            g_variant_new ("(^ao)", paths));
  g_autoptr (GVariant) locked = property_of (fixture, DEFAULT_PATH, "org.freedesktop.Secret.Collection", "Locked");

  g_assert_true (g_variant_get_boolean (locked));
}

static char *
dup_session (Fixture *fixture)
{
  g_autoptr (GVariant) output = NULL;
  g_autoptr (GVariant) reply = ask_service (fixture, SECRETS_PATH, "org.freedesktop.Secret.Service", "OpenSession",
                                            g_variant_new ("(sv)", "plain", g_variant_new_string ("")));
  char *session;

  g_variant_get (reply, "(vo)", &output, &session);
  return session;
}

static GVariant *
new_secret (Fixture    *fixture,
            const char *text)
{
  g_autofree char *session = dup_session (fixture);

  return g_variant_new ("(o@ay@ays)", session, g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, "", 0, 1),
                        g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, text, strlen (text), 1), "text/plain");
}

/* GNOME's keyring lets those in who know the password. */
void
unlock (Fixture *fixture)
{
  g_autoptr (GVariant) reply =
    ask_service (fixture, SECRETS_PATH, "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface",
                 "UnlockWithMasterPassword",
                 g_variant_new ("(o@(oayays))", DEFAULT_PATH, new_secret (fixture, "a password")));
}

/* As an interrupted keep leaves it, or another version of Lanyard. */
void
add_item (Fixture    *fixture,
          const char *kind,
          const char *user)
{
  GVariantBuilder attributes, properties;
  g_autoptr (GVariant) reply = NULL;

  g_variant_builder_init (&attributes, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&attributes, "{ss}", "origin", ORIGIN);
  g_variant_builder_add (&attributes, "{ss}", "kind", kind);
  g_variant_builder_add (&attributes, "{ss}", "user", user);
  g_variant_builder_add (&attributes, "{ss}", "xdg:schema", APP_ID ".Account");
  g_variant_builder_init (&properties, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&properties, "{sv}", "org.freedesktop.Secret.Item.Attributes",
                         g_variant_builder_end (&attributes));
  reply = ask_service (fixture, DEFAULT_PATH, "org.freedesktop.Secret.Collection", "CreateItem",
                       g_variant_new ("(a{sv}@(oayays)b)", &properties, new_secret (fixture, "of-another-hand"), FALSE));
}

/* --- set up ------------------------------------------------------------------- */

void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->keyring = lanyard_keyring_new ();
  fixture->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  fixture->cancellable = g_cancellable_new ();
  fixture->changed = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (fixture->keyring, "changed", G_CALLBACK (changed_cb), fixture);
}

void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) left = NULL;

  if (g_str_equal (data, "unlocked") || g_str_equal (data, "file"))
    {
      g_autoptr (GError) error = NULL;

      g_cancellable_reset (fixture->cancellable);
      left = list (fixture, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < left->len; i++)
        g_assert_true (forget (fixture, ((LanyardCredential *) g_ptr_array_index (left, i))->origin, NULL));
    }
  g_clear_object (&fixture->keyring);
  g_clear_object (&fixture->bus);
  g_clear_object (&fixture->cancellable);
  g_clear_object (&fixture->result);
  g_clear_pointer (&fixture->changed, g_ptr_array_unref);
}
