/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* for memmem */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "accounts-helper.h"
#include "accounts/lanyard-sign-in-dialog.h"

/* Ends the program itself: to report it would be to log it. */
void
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

void
read_logs (void)
{
  g_log_set_writer_func (read_along, NULL, NULL);
}

/* --- the keyring, waited for ------------------------------------------------- */

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

LanyardCredential *
find_account (NetworkDriver *driver,
              const char    *origin)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LanyardCredential *credential;

  lanyard_keyring_find_async (get_keyring (driver), origin, NULL, window_driver_keep_result_cb, &result);
  credential = lanyard_keyring_find_finish (get_keyring (driver), window_driver_wait_for (&result), &error);
  g_assert_no_error (error);
  return credential;
}

void
keep_account (NetworkDriver *driver,
              const char    *origin,
              const char    *user)
{
  g_autoptr (LanyardCredential) credential =
    lanyard_credential_new (LANYARD_CREDENTIAL_TOKEN, origin, user, NULL, TOKEN);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lanyard_keyring_keep_async (get_keyring (driver), credential, NULL, window_driver_keep_result_cb, &result);
  lanyard_keyring_keep_finish (get_keyring (driver), window_driver_wait_for (&result), &error);
  g_assert_no_error (error);
}

void
forget_account (NetworkDriver *driver,
                const char    *origin)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_keyring_forget_async (get_keyring (driver), origin, NULL, window_driver_keep_result_cb, &result);
  lanyard_keyring_forget_finish (get_keyring (driver), window_driver_wait_for (&result), NULL);
}

/* --- the window -------------------------------------------------------------- */

const char *
get_base (NetworkDriver *driver)
{
  return lanyard_indico_server_get_base (driver->server);
}

NetworkDriver *
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

AdwDialog *
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

GtkWidget *
get_row (NetworkDriver *driver,
         GType          type,
         const char    *title)
{
  GtkWidget *row = find_row (network_driver_get_dialog (driver), type, title);

  if (row == NULL)
    g_error ("There is no row “%s”", title);
  return row;
}

void
type_into (NetworkDriver *driver,
           const char    *title,
           const char    *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_row (driver, ADW_TYPE_ENTRY_ROW, title)), text);
}
