/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signing in and out in the window, and the preferences, with a real keyring
 * and a real server. Whatever is logged is read along, for no secret may be in
 * it. */

#define _GNU_SOURCE /* for memmem */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "accounts/lanyard-sign-in-dialog.h"
#include "network-driver.h"

#define TOKEN "indp_4hHnFzMYcYRSvHGCiMMPqcX5bOWaxOv2PvkuQnJQ"
#define OTHER_TOKEN "indp_ZZZZFzMYcYRSvHGCiMMPqcX5bOWaxOv2PvkuQnJQ"
#define API_KEY "00000000-1111-2222-3333-444444444444"
#define SECRET "55555555-6666-7777-8888-999999999999"
#define ELSEWHERE "https://lpc.events"

/* Ends the program itself: to report it would be to log it. */
static void
assert_private (const char *bytes,
                gsize       length)
{
  const char *secrets[] = { TOKEN, OTHER_TOKEN, SECRET };

  for (gsize i = 0; i < G_N_ELEMENTS (secrets); i++)
    if (memmem (bytes, length, secrets[i], strlen (secrets[i])) != NULL)
      abort ();
}

static GLogWriterOutput
read_along (GLogLevelFlags    level,
            const GLogField  *fields,
            gsize             n_fields,
            gpointer          user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (fields[i].length < 0)
      assert_private (fields[i].value, strlen (fields[i].value));
  if (level & (G_LOG_LEVEL_DEBUG | G_LOG_LEVEL_INFO))
    return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, user_data);
}

/* --- the keyring, waited for ---------------------------------------------------- */

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static LanyardSync *
get_sync (NetworkDriver *driver)
{
  return lanyard_lazy_sync_get (driver->window->sync);
}

static LanyardKeyring *
get_keyring (NetworkDriver *driver)
{
  return lanyard_sync_get_keyring (get_sync (driver));
}

static LanyardCredential *
find_account (NetworkDriver *driver,
              const char    *origin)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LanyardCredential *credential;

  lanyard_keyring_find_async (get_keyring (driver), origin, NULL, keep_result_cb, &result);
  credential = lanyard_keyring_find_finish (get_keyring (driver), wait_for (&result), &error);
  g_assert_no_error (error);
  return credential;
}

static void
keep_account (NetworkDriver *driver,
              const char    *origin,
              const char    *user)
{
  g_autoptr (LanyardCredential) credential =
    lanyard_credential_new (LANYARD_CREDENTIAL_TOKEN, origin, user, NULL, TOKEN);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lanyard_keyring_keep_async (get_keyring (driver), credential, NULL, keep_result_cb, &result);
  lanyard_keyring_keep_finish (get_keyring (driver), wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
forget_account (NetworkDriver *driver,
                const char    *origin)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_keyring_forget_async (get_keyring (driver), origin, NULL, keep_result_cb, &result);
  lanyard_keyring_forget_finish (get_keyring (driver), wait_for (&result), NULL);
}

/* --- the window ------------------------------------------------------------------ */

static const char *
get_base (NetworkDriver *driver)
{
  return lanyard_indico_server_get_base (driver->server);
}

static NetworkDriver *
new_driver (void)
{
  NetworkDriver *driver = network_driver_new ();

  lanyard_indico_server_set_token (driver->server, TOKEN, "read:legacy_api read:user", "Guinea", "Pig");
  lanyard_indico_server_set_token (driver->server, OTHER_TOKEN, "read:user", "Another", "Pig");
  lanyard_indico_server_set_api_key (driver->server, API_KEY, SECRET);
  /* Where nobody has copied anything, GTK loses who asks for it. */
  gdk_clipboard_set_text (gdk_display_get_clipboard (gdk_display_get_default ()), "nothing");
  network_driver_show (driver, 800, 900);
  return driver;
}

static AdwDialog *
show_dialog (NetworkDriver *driver,
             const char    *address)
{
  AdwDialog *dialog =
    lanyard_sign_in_dialog_new (lanyard_sync_get_fetcher (get_sync (driver)), get_keyring (driver), address);

  adw_dialog_present (dialog, GTK_WIDGET (driver->window->window));
  window_driver_settle ();
  window_driver_sweep (GTK_WIDGET (dialog), "sign in");
  return dialog;
}

static GtkWidget *
find_row (GtkWidget  *widget,
          GType       type,
          const char *title)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, type, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_row (NetworkDriver *driver,
         GType          type,
         const char    *title)
{
  GtkWidget *row = find_row (network_driver_get_dialog (driver), type, title);

  if (row == NULL)
    g_error ("There is no row “%s”", title);
  return row;
}

static void
type (NetworkDriver *driver,
      const char    *title,
      const char    *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_row (driver, ADW_TYPE_ENTRY_ROW, title)), text);
}

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

  type (driver, "Token", "  " TOKEN "\n");
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
  type (driver, "Token", "indp_unknown");
  network_driver_press (driver, "Sign In");
  assert_problem (driver, unknown);

  type (driver, "Token", OTHER_TOKEN);
  g_assert_null (network_driver_find_text (driver, unknown));
  network_driver_press (driver, "Sign In");
  assert_problem (driver, missing);

  type (driver, "Token", "two words");
  network_driver_press (driver, "Sign In");
  assert_problem (driver, "This is not a token; copy the whole token from the server’s page, "
                          "one word without spaces.");

  lanyard_indico_server_set_token (driver->server, TOKEN, NULL, NULL, NULL);
  type (driver, "Token", TOKEN);
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
  type (driver, "Token", TOKEN);
  g_assert_false (can_sign_in (driver));
  type (driver, "API Key", API_KEY);
  type (driver, "Secret", SECRET);
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
  type (driver, "Token", TOKEN);
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
  type (driver, "Token", TOKEN);
  g_assert_false (can_sign_in (driver));
  g_assert_false (gtk_widget_is_sensitive (page));
  type (driver, "Address of the Server or a Conference", "lpc.events");
  g_assert_true (gtk_widget_is_sensitive (page));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (page)), ==, ELSEWHERE "/user/tokens/");
  type (driver, "Address of the Server or a Conference", get_base (driver));
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
  type (driver, "Address of the Server or a Conference", get_base (driver));
  type (driver, "Token", TOKEN);
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
  type (driver, "Token", TOKEN);
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
  g_log_set_writer_func (read_along, NULL, NULL);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  network_driver_init ();
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
