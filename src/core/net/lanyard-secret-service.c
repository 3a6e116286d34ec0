/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What libsecret does not tell: quickly whether there is a Secret Service at
 * all, and why a keyring stayed locked. Called by the keyring only, in any
 * main context. */

#include "config.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

#include "lanyard-keyring.h"
#include "lanyard-secret-service.h"

#define BUS_NAME "org.freedesktop.DBus"
#define BUS_PATH "/org/freedesktop/DBus"
#define SERVICE_NAME "org.freedesktop.secrets"
#define GNOME_KEYRING_NAME "org.gnome.keyring"
#define GNOME_PROMPTER_NAME "org.gnome.keyring.SystemPrompter"

/* How long a service may take to start. The bus itself waits for minutes. */
#define START_MS 5000

static GError *
new_no_service (void)
{
  return g_error_new_literal (LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_NO_SERVICE,
                              _("There is no keyring on this computer to keep your account in; "
                                "install one, such as GNOME Keyring or KeePassXC, and try again."));
}

/* Where libsecret finds itself in a sandbox it keeps a file instead, with a key
 * from the Secret portal, and no service is to be started. */
static gboolean
is_needed (void)
{
  const char *backend = g_getenv ("SECRET_BACKEND");

  if (backend != NULL && *backend != '\0')
    return g_str_equal (backend, "service");
  return !g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) && g_getenv ("SNAP_NAME") == NULL;
}

static gboolean
has_owner_finish (GObject      *source,
                  GAsyncResult *result)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  gboolean has_owner = FALSE;

  if (reply != NULL)
    g_variant_get (reply, "(b)", &has_owner);
  return has_owner;
}

static void
has_owner_async (GDBusConnection     *bus,
                 const char          *name,
                 GAsyncReadyCallback  callback,
                 GTask               *task)
{
  g_dbus_connection_call (bus, BUS_NAME, BUS_PATH, BUS_NAME, "NameHasOwner", g_variant_new ("(s)", name),
                          G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, START_MS,
                          g_task_get_cancellable (task), callback, g_object_ref (task));
}

static void
started_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (reply != NULL)
    g_task_return_boolean (task, TRUE);
  else if (!g_task_return_error_if_cancelled (task))
    g_task_return_error (task, new_no_service ());
}

/* A service that is there need not be one that the bus could start. */
static void
service_known_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  if (has_owner_finish (source, result))
    g_task_return_boolean (task, TRUE);
  else if (!g_task_return_error_if_cancelled (task))
    g_dbus_connection_call (G_DBUS_CONNECTION (source), BUS_NAME, BUS_PATH, BUS_NAME, "StartServiceByName",
                            g_variant_new ("(su)", SERVICE_NAME, 0), G_VARIANT_TYPE ("(u)"), G_DBUS_CALL_FLAGS_NONE,
                            START_MS, g_task_get_cancellable (task), started_cb, g_object_ref (task));
}

static void
bus_found_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus != NULL)
    has_owner_async (bus, SERVICE_NAME, service_known_cb, task);
  else if (!g_task_return_error_if_cancelled (task))
    g_task_return_error (task, new_no_service ());
}

/*< private >
 * lanyard_secret_service_reach_async:
 * @cancellable: (nullable): to stop
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Makes sure that the Secret Service runs, where one is needed.
 */
void
lanyard_secret_service_reach_async (GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, lanyard_secret_service_reach_async);
  if (is_needed ())
    g_bus_get (G_BUS_TYPE_SESSION, cancellable, bus_found_cb, g_object_ref (task));
  else
    g_task_return_boolean (task, TRUE);
}

/*< private >
 * lanyard_secret_service_reach_finish:
 * @result: the result
 * @error: return location for a LanyardKeyringError or G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE with @error set if there is none
 */
gboolean
lanyard_secret_service_reach_finish (GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/*< private >
 * lanyard_secret_service_is_locked:
 * @error: of libsecret
 *
 * Returns: whether the keyring is locked, or its question was dismissed
 */
gboolean
lanyard_secret_service_is_locked (const GError *error)
{
  return g_error_matches (error, SECRET_ERROR, SECRET_ERROR_IS_LOCKED);
}

/*< private >
 * lanyard_secret_service_explain:
 * @error: of libsecret, other than that the keyring is locked
 *
 * Says it so that people know what to do. The original may hold anything and
 * is told to nobody.
 *
 * Returns: (transfer full): a LanyardKeyringError, or a copy of
 *   G_IO_ERROR_CANCELLED
 */
GError *
lanyard_secret_service_explain (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (error);
  if (g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) ||
      g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER))
    return new_no_service ();
  return g_error_new_literal (LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_FAILED,
                              _("The keyring did not do what it was asked; log out, log in again, and try once more."));
}

static void
return_lock (GTask    *task,
             gboolean  was_asked)
{
  if (g_task_return_error_if_cancelled (task))
    return;
  if (was_asked)
    g_task_return_new_error_literal (task, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_REFUSED,
                                     _("The keyring stayed locked; try again and unlock it when you are asked."));
  else
    g_task_return_new_error_literal (task, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_LOCKED,
                                     _("The keyring is locked, and nothing here can ask you to unlock it; "
                                       "unlock it in your desktop and try again."));
}

static void
prompter_known_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  return_lock (task, has_owner_finish (source, result));
}

static void
gnome_known_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  if (has_owner_finish (source, result))
    has_owner_async (G_DBUS_CONNECTION (source), GNOME_PROMPTER_NAME, prompter_known_cb, task);
  else
    return_lock (task, TRUE);
}

static void
lock_bus_found_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus != NULL)
    has_owner_async (bus, GNOME_KEYRING_NAME, gnome_known_cb, task);
  else
    return_lock (task, TRUE);
}

/*< private >
 * lanyard_secret_service_explain_lock_async:
 * @cancellable: (nullable): to stop
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Finds out why the keyring stayed locked. The protocol tells a question that
 * was dismissed and one that nobody could show by the same answer. GNOME's
 * keyring leaves its questions to another program, which is still there after
 * it was used; other keyrings ask on their own.
 */
void
lanyard_secret_service_explain_lock_async (GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, lanyard_secret_service_explain_lock_async);
  g_bus_get (G_BUS_TYPE_SESSION, cancellable, lock_bus_found_cb, g_object_ref (task));
}

/*< private >
 * lanyard_secret_service_explain_lock_finish:
 * @result: the result
 * @error: return location for the reason
 *
 * Returns: always %FALSE, with @error set to LANYARD_KEYRING_ERROR_LOCKED,
 *   LANYARD_KEYRING_ERROR_REFUSED or G_IO_ERROR_CANCELLED
 */
gboolean
lanyard_secret_service_explain_lock_finish (GAsyncResult  *result,
                                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
