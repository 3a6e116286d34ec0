/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signing in and out in the window, and the preferences, with a real keyring
 * and a real server. Whatever is logged is read along, for no secret may be in
 * it. */

#include "config.h"

#include <string.h>

#include "accounts-helper.h"
#include "accounts/lanyard-sign-in-dialog.h"

static gboolean
can_sign_in (NetworkDriver *driver)
{
  return gtk_widget_is_sensitive (network_driver_find_button (driver, "Sign In"));
}

static void
signed_in_cb (LanyardSignInDialog *dialog,
              const char          *origin,
              gpointer             user_data)
{
  g_ptr_array_add (user_data, g_strdup (origin));
}

/* --- signing in ------------------------------------------------------------------ */

/* In the database and all else in the folder, and in the settings. */
static void
assert_nothing_written (NetworkDriver *driver)
{
  g_autoptr (GDir) folder = g_dir_open (driver->window->folder, 0, NULL);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;
  guint n_files = 0;

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (driver->window->folder, name, NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (g_file_get_contents (path, &content, &length, NULL))
        {
          assert_private (content, length);
          n_files++;
        }
    }
  g_assert_cmpuint (n_files, >, 0);

  g_object_get (driver->window->settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GVariant) value = g_settings_get_value (driver->window->settings, keys[i]);
      g_autofree char *text = g_variant_print (value, TRUE);

      assert_private (text, strlen (text));
    }
}

static void
test_sign_in (void)
{
  g_autoptr (NetworkDriver) driver = new_driver ();
  g_autofree char *address = network_driver_dup_address (driver, "/event/20/");
  g_autofree char *page = network_driver_dup_address (driver, "/user/tokens/");
  g_autofree char *title = g_strdup_printf ("Sign In to %s", strstr (get_base (driver), "127"));
  g_autofree char *done = g_strdup_printf ("To %s as Guinea Pig", strstr (get_base (driver), "127"));
  g_autoptr (GPtrArray) origins = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LanyardCredential) credential = NULL;
  AdwDialog *dialog = show_dialog (driver, address);

  g_signal_connect (dialog, "signed-in", G_CALLBACK (signed_in_cb), origins);
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, title);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (driver, ADW_TYPE_ACTION_ROW,
                                                                         "_Open the Token Page"))),
                   ==, page);
  network_driver_wait_text (driver, "read:legacy_api");
  network_driver_wait_text (driver, "read:user");
  g_assert_false (can_sign_in (driver));
  g_assert_null (network_driver_find_text (driver, "Cancel"));

  type_into (driver, "Token", "  " TOKEN "\n");
  g_assert_true (can_sign_in (driver));
  network_driver_press (driver, "Sign In");
  g_assert_false (can_sign_in (driver));
  network_driver_wait_text (driver, "Signed In");
  network_driver_wait_text (driver, done);
  window_driver_sweep (GTK_WIDGET (dialog), "signed in");
  g_assert_cmpuint (origins->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (origins, 0), ==, get_base (driver));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (driver, ADW_TYPE_ENTRY_ROW, "Token"))), ==, "");

  credential = find_account (driver, get_base (driver));
  g_assert_cmpstr (credential->secret, ==, TOKEN);
  g_assert_cmpstr (credential->user, ==, "Guinea Pig");
  network_driver_press (driver, "Done");
  network_driver_wait_dialog_gone (driver);

  lanyard_indico_server_set_restricted (driver->server, NETWORK_DRIVER_EVENT, TRUE);
  network_driver_add (driver);
  assert_nothing_written (driver);
  forget_account (driver, get_base (driver));
}

static void
assert_problem (NetworkDriver *driver,
                const char    *sentence)
{
  g_autoptr (LanyardCredential) credential = NULL;
  GtkWidget *label;

  network_driver_wait_text (driver, sentence);
  label = network_driver_find_text (driver, sentence);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_ROLE_ALERT);
  g_assert_true (can_sign_in (driver));
  credential = find_account (driver, get_base (driver));
  g_assert_null (credential);
}

static void
test_problems (void)
{
  g_autoptr (NetworkDriver) driver = new_driver ();
  const char *host = strstr (get_base (driver), "127");
  g_autofree char *unknown = g_strdup_printf (
    "“%s” does not accept your token; it may have been revoked, so sign in with a new one.", host);
  const char *missing = "This token may not read programmes; create one with the scope “read:legacy_api”.";

  show_dialog (driver, get_base (driver));
  type_into (driver, "Token", "indp_unknown");
  network_driver_press (driver, "Sign In");
  assert_problem (driver, unknown);

  type_into (driver, "Token", OTHER_TOKEN);
  g_assert_null (network_driver_find_text (driver, unknown));
  network_driver_press (driver, "Sign In");
  assert_problem (driver, missing);

  type_into (driver, "Token", "two words");
  network_driver_press (driver, "Sign In");
  assert_problem (driver, "This is not a token; copy the whole token from the server’s page, "
                          "one word without spaces.");

  lanyard_indico_server_set_token (driver->server, TOKEN, NULL, NULL, NULL);
  type_into (driver, "Token", TOKEN);
  network_driver_press (driver, "Sign In");
  assert_problem (driver, unknown);
}

static void
test_api_key (void)
{
  g_autoptr (NetworkDriver) driver = new_driver ();
  g_autoptr (LanyardCredential) credential = NULL;
  GtkWidget *expander;

  show_dialog (driver, get_base (driver));
  expander = get_row (driver, ADW_TYPE_EXPANDER_ROW, "API Key");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
  window_driver_settle ();
  type_into (driver, "Token", TOKEN);
  g_assert_false (can_sign_in (driver));
  type_into (driver, "API Key", API_KEY);
  type_into (driver, "Secret", SECRET);
  network_driver_press (driver, "Sign In");
  network_driver_wait_text (driver, "Signed In");
  credential = find_account (driver, get_base (driver));
  g_assert_cmpint (credential->kind, ==, LANYARD_CREDENTIAL_API_KEY);
  g_assert_cmpstr (credential->key, ==, API_KEY);
  g_assert_cmpstr (credential->secret, ==, SECRET);
  forget_account (driver, get_base (driver));
}

/* With the button, and by closing the dialog. */
static void
test_cancel (void)
{
  g_autoptr (NetworkDriver) driver = new_driver ();
  g_autoptr (LanyardCredential) credential = NULL;

  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_SILENCE, "", 0, NULL);
  show_dialog (driver, get_base (driver));
  type_into (driver, "Token", TOKEN);
  network_driver_press (driver, "Sign In");
  network_driver_press (driver, "Cancel");
  network_driver_wait_gone (driver, "Cancel");
  g_assert_true (can_sign_in (driver));
  network_driver_press (driver, "Sign In");
  g_assert_true (adw_dialog_close (ADW_DIALOG (network_driver_get_dialog (driver))));
  network_driver_wait_dialog_gone (driver);
  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_NONE, "", 0, NULL);
  credential = find_account (driver, get_base (driver));
  g_assert_null (credential);
}

static void
test_typed_server (void)
{
  g_autoptr (NetworkDriver) driver = new_driver ();
  GtkWidget *page;

  show_dialog (driver, NULL);
  page = get_row (driver, ADW_TYPE_ACTION_ROW, "_Open the Token Page");
  type_into (driver, "Token", TOKEN);
  g_assert_false (can_sign_in (driver));
  g_assert_false (gtk_widget_is_sensitive (page));
  type_into (driver, "Address of the Server or a Conference", "lpc.events");
  g_assert_true (gtk_widget_is_sensitive (page));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (page)), ==, ELSEWHERE "/user/tokens/");
  type_into (driver, "Address of the Server or a Conference", get_base (driver));
  network_driver_press (driver, "Sign In");
  network_driver_wait_text (driver, "Signed In");
  forget_account (driver, get_base (driver));
}

/* --- preferences ------------------------------------------------------------------ */

static void
show_preferences (NetworkDriver *driver)
{
  network_driver_activate (driver, "win.preferences", NULL);
  window_driver_settle ();
  window_driver_sweep (network_driver_get_dialog (driver), "preferences");
}

static void
test_accounts (void)
{
  g_autoptr (NetworkDriver) driver = new_driver ();
  g_autoptr (LanyardCredential) undone = NULL;
  g_autoptr (LanyardCredential) gone = NULL;
  GtkWidget *button;

  keep_account (driver, ELSEWHERE, "Guinea & Pig");
  show_preferences (driver);
  network_driver_wait_text (driver, "lpc.events");
  network_driver_wait_text (driver, "Guinea & Pig");
  button = network_driver_find_button (driver, "Sign Out");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Sign out of lpc.events");

  network_driver_press (driver, "Sign Out");
  network_driver_wait_text (driver, "Signed out of lpc.events");
  network_driver_wait_gone (driver, "lpc.events");
  network_driver_press (driver, "Undo");
  network_driver_wait_text (driver, "lpc.events");
  undone = find_account (driver, ELSEWHERE);
  g_assert_cmpstr (undone->secret, ==, TOKEN);
  g_assert_cmpstr (undone->user, ==, "Guinea & Pig");

  network_driver_press (driver, "Sign Out");
  network_driver_wait_gone (driver, "lpc.events");
  gone = find_account (driver, ELSEWHERE);
  g_assert_null (gone);
}

/* From the preferences to the dialog and back to a longer list. */
static void
test_add_account (void)
{
  g_autoptr (NetworkDriver) driver = new_driver ();

  show_preferences (driver);
  g_signal_emit_by_name (get_row (driver, ADW_TYPE_BUTTON_ROW, "_Add Account…"), "activated");
  window_driver_settle ();
  g_assert_true (LANYARD_IS_SIGN_IN_DIALOG (network_driver_get_dialog (driver)));
  type_into (driver, "Address of the Server or a Conference", get_base (driver));
  type_into (driver, "Token", TOKEN);
  network_driver_press (driver, "Sign In");
  network_driver_press (driver, "Done");
  network_driver_wait_text (driver, strstr (get_base (driver), "127"));
  network_driver_wait_text (driver, "Guinea Pig");
  forget_account (driver, get_base (driver));
}

static guint
get_selected (NetworkDriver *driver,
              const char    *title)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (get_row (driver, ADW_TYPE_COMBO_ROW, title)));
}

static void
test_refreshing (void)
{
  g_autoptr (NetworkDriver) driver = new_driver ();
  GSettings *settings = driver->window->settings;
  const char *before = "_Before a Conference";
  const char *during = "_During a Conference";

  g_settings_reset (settings, "refresh-age-before");
  g_settings_set_int (settings, "refresh-age-during", 1700);
  show_preferences (driver);
  network_driver_wait_text (driver, "Every Day");
  network_driver_wait_text (driver, "Every 30 Minutes");
  g_assert_cmpint (g_settings_get_int (settings, "refresh-age-during"), ==, 1700);

  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (driver, ADW_TYPE_COMBO_ROW, before)), 4);
  g_assert_cmpint (g_settings_get_int (settings, "refresh-age-before"), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (driver, ADW_TYPE_COMBO_ROW, during)), 0);
  g_assert_cmpint (g_settings_get_int (settings, "refresh-age-during"), ==, 600);
  g_settings_set_int (settings, "refresh-age-before", 3600);
  g_assert_cmpuint (get_selected (driver, before), ==, 0);
  g_settings_set_int (settings, "refresh-age-during", 0);
  g_assert_cmpuint (get_selected (driver, during), ==, 3);
  g_settings_reset (settings, "refresh-age-before");
  g_settings_reset (settings, "refresh-age-during");
}

/* --- without a keyring ------------------------------------------------------------- */

static void
test_no_keyring (void)
{
  g_autoptr (NetworkDriver) driver = new_driver ();
  const char *sentence = "There is no keyring on this computer to keep your account in; "
                         "install one, such as GNOME Keyring or KeePassXC, and try again.";

  show_preferences (driver);
  network_driver_wait_text (driver, sentence);
  adw_dialog_force_close (ADW_DIALOG (network_driver_get_dialog (driver)));
  network_driver_wait_dialog_gone (driver);

  show_dialog (driver, get_base (driver));
  type_into (driver, "Token", TOKEN);
  network_driver_press (driver, "Sign In");
  network_driver_wait_text (driver, sentence);
  adw_dialog_force_close (ADW_DIALOG (network_driver_get_dialog (driver)));
  network_driver_wait_dialog_gone (driver);
  network_driver_add (driver);
}

int
main (int   argc,
      char *argv[])
{
  const char *state = g_getenv ("LANYARD_TEST_KEYRING");

  g_setenv ("G_MESSAGES_DEBUG", "all", TRUE);
  read_logs ();
  network_driver_init_test (&argc, &argv);
  g_assert_nonnull (state);

  if (g_str_equal (state, "unlocked"))
    {
      g_test_add_func ("/accounts/sign-in", test_sign_in);
      g_test_add_func ("/accounts/problems", test_problems);
      g_test_add_func ("/accounts/api-key", test_api_key);
      g_test_add_func ("/accounts/cancel", test_cancel);
      g_test_add_func ("/accounts/typed-server", test_typed_server);
      g_test_add_func ("/accounts/preferences", test_accounts);
      g_test_add_func ("/accounts/add-account", test_add_account);
      g_test_add_func ("/accounts/refreshing", test_refreshing);
    }
  else
    g_test_add_func ("/accounts/no-keyring", test_no_keyring);
  return g_test_run ();
}
