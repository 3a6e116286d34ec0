/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of signing in and of the preferences, with a real keyring and a
 * real server. */

#include "config.h"

#include <libintl.h>

#include "accounts/lanyard-sign-in-dialog.h"
#include "screenshots-accounts.h"

#define TOKEN "indp_4hHnFzMYcYRSvHGCiMMPqcX5bOWaxOv2PvkuQnJQ"

static AdwDialog *
present_sign_in (NetworkDriver *driver,
                 const char    *address)
{
  LanyardSync *sync = lanyard_lazy_sync_get (driver->window->sync);
  AdwDialog *dialog =
    lanyard_sign_in_dialog_new (lanyard_sync_get_fetcher (sync), lanyard_sync_get_keyring (sync), address);

  adw_dialog_present (dialog, GTK_WIDGET (driver->window->window));
  window_driver_settle ();
  return dialog;
}

static void
sign_in (NetworkDriver *driver,
         AdwDialog     *dialog,
         const char    *token)
{
  GtkWidget *row = window_driver_find (GTK_WIDGET (dialog), ADW_TYPE_PASSWORD_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), token);
  network_driver_press (driver, "Sign In");
}

static void
take_sign_in (NetworkDriver *driver,
              const Looks   *looks)
{
  AdwDialog *dialog = present_sign_in (driver, "https://lpc.events/event/20/");
  g_autofree char *refused = NULL;

  looks_take (looks, driver->window, "sign-in");
  adw_dialog_force_close (dialog);

  dialog = present_sign_in (driver, lanyard_indico_server_get_base (driver->server));
  lanyard_indico_server_set_token (driver->server, TOKEN, "read:user", "Guinea", "Pig");
  sign_in (driver, dialog, TOKEN);
  refused = g_strdup_printf (dgettext (GETTEXT_PACKAGE, "This token may not read programmes; create one with the scope “%s”."), "read:legacy_api");
  network_driver_wait_text (driver, refused);
  looks_take (looks, driver->window, "sign-in-error");

  lanyard_indico_server_set_token (driver->server, TOKEN, "read:legacy_api read:user", "Guinea", "Pig");
  sign_in (driver, dialog, TOKEN);
  network_driver_wait_text (driver, "Signed In");
  looks_take (looks, driver->window, "signed-in");
  adw_dialog_force_close (dialog);
  window_driver_settle ();

  dialog = present_sign_in (driver, NULL);
  looks_take (looks, driver->window, "sign-in-anywhere");
  adw_dialog_force_close (dialog);
  window_driver_settle ();
}

void
screenshots_take_accounts (const Looks *looks)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  LanyardFetcher *fetcher = lanyard_sync_get_fetcher (lanyard_lazy_sync_get (driver->window->sync));
  const LanyardLimits patient = { 60000, 60000, 60000, 1 << 22, 60000, 1 << 22, 5, 0, 1, 1 };

  /* A picture keeps the server waiting. */
  lanyard_fetcher_set_limits (fetcher, &patient);
  network_driver_show (driver, 1600, 1000);
  take_sign_in (driver, looks);
  network_driver_activate (driver, "win.preferences", NULL);
  network_driver_wait_text (driver, "Guinea Pig");
  looks_take (looks, driver->window, "preferences");
  network_driver_press (driver, "Sign Out");
  network_driver_wait_text (driver, "Undo");
  looks_take (looks, driver->window, "preferences-signed-out");
}
