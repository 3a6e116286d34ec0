/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a token, or an API key and its secret, that somebody has typed to an
 * account in the keyring: it is tested first, and kept only if it is good.
 * Called by the command line and the window, in their main thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-sign-in.h"

/* No server gives out anything as long. */
#define LONGEST_SECRET 1024

/* The task's data. */
typedef struct
{
  LanyardKeyring    *keyring;    /* owned */
  LanyardCredential *credential; /* owned, nullable: what is tested */
  LanyardIdentity   *identity;   /* owned, nullable: whose it is */
} SignIn;

static void
sign_in_free (gpointer data)
{
  SignIn *self = data;

  g_clear_object (&self->keyring);
  g_clear_pointer (&self->credential, lanyard_credential_unref);
  g_clear_pointer (&self->identity, lanyard_identity_free);
  g_free (self);
}

/* Printable ASCII without blanks, as all servers make them; so that nothing
 * else than one word can get into a request. */
static gboolean
is_secret (const char *text)
{
  gsize length = strlen (text);

  for (const char *letter = text; *letter != '\0'; letter++)
    if (!g_ascii_isgraph (*letter))
      return FALSE;
  return length > 0 && length <= LONGEST_SECRET;
}

/* Blanks around it come along when it is copied. */
static char *
dup_stripped (const char *text)
{
  return text != NULL ? g_strstrip (g_strdup (text)) : NULL;
}

static void
clear_secret (char *text)
{
  if (text != NULL)
    explicit_bzero (text, strlen (text));
  g_free (text);
}

typedef char Secret;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Secret, clear_secret)

static LanyardCredential *
new_credential (LanyardAddress         *address,
                LanyardCredentialKind   kind,
                const char             *key,
                const char             *secret,
                GError                **error)
{
  g_autoptr (Secret) stripped_key = dup_stripped (key);
  g_autoptr (Secret) stripped_secret = dup_stripped (secret);

  if (kind == LANYARD_CREDENTIAL_TOKEN && !is_secret (stripped_secret))
    {
      g_set_error_literal (error, LANYARD_SIGN_IN_ERROR, LANYARD_SIGN_IN_ERROR_NOT_A_SECRET,
                           _("This is not a token; copy the whole token from the server’s page, "
                             "one word without spaces."));
      return NULL;
    }
  if (kind == LANYARD_CREDENTIAL_API_KEY && (!is_secret (stripped_key) || !is_secret (stripped_secret)))
    {
      g_set_error_literal (error, LANYARD_SIGN_IN_ERROR, LANYARD_SIGN_IN_ERROR_NOT_A_SECRET,
                           _("An API key and its secret are needed; copy both from your profile on the server, "
                             "each one word without spaces."));
      return NULL;
    }
  return lanyard_credential_new (kind, address->origin, NULL,
                                 kind == LANYARD_CREDENTIAL_API_KEY ? stripped_key : NULL, stripped_secret);
}

static GError *
new_missing_scope (const SignIn *self)
{
  if (self->credential->kind == LANYARD_CREDENTIAL_TOKEN)
    return g_error_new (LANYARD_SIGN_IN_ERROR, LANYARD_SIGN_IN_ERROR_MISSING_SCOPE,
                        /* Translators: %s is the name of a right, not to be translated */
                        _("This token may not read programmes; create one with the scope “%s”."), "read:legacy_api");
  return g_error_new_literal (LANYARD_SIGN_IN_ERROR, LANYARD_SIGN_IN_ERROR_MISSING_SCOPE,
                              _("This API key may not read programmes; ask the server’s administrators why."));
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  SignIn *self = g_task_get_task_data (task);

  if (lanyard_keyring_keep_finish (LANYARD_KEYRING (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&self->identity), (GDestroyNotify) lanyard_identity_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
keep (GTask *task)
{
  SignIn *self = g_task_get_task_data (task);
  const LanyardCredential *tested = self->credential;
  const char *user = self->identity->name != NULL ? self->identity->name : self->identity->email;
  g_autoptr (LanyardCredential) credential =
    lanyard_credential_new (tested->kind, tested->origin, user, tested->key, tested->secret);

  lanyard_keyring_keep_async (self->keyring, credential, g_task_get_cancellable (task), kept_cb, g_object_ref (task));
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  SignIn *self = g_task_get_task_data (task);

  self->identity = lanyard_indico_feed_check_finish (result, &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (!self->identity->reads_programmes)
    g_task_return_error (task, new_missing_scope (self));
  else
    keep (task);
}

/**
 * lanyard_sign_in_async:
 * @fetcher: asks the server
 * @keyring: keeps the account
 * @address: the server, or a conference on it
 * @kind: what it is
 * @key: (nullable): the API key, for this kind
 * @secret: the token, or the API key's secret; blanks around it do not count
 * @cancellable: (nullable): to stop
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Tests a token or an API key with the server and keeps it if it may read
 * programmes. An account that was kept before stays if this one is not good.
 */
void
lanyard_sign_in_async (LanyardFetcher        *fetcher,
                       LanyardKeyring        *keyring,
                       LanyardAddress        *address,
                       LanyardCredentialKind  kind,
                       const char            *key,
                       const char            *secret,
                       GCancellable          *cancellable,
                       GAsyncReadyCallback    callback,
                       gpointer               user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  SignIn *self;

  g_return_if_fail (LANYARD_IS_FETCHER (fetcher));
  g_return_if_fail (LANYARD_IS_KEYRING (keyring));
  g_return_if_fail (address != NULL);
  g_return_if_fail (secret != NULL);
  g_return_if_fail (key != NULL || kind == LANYARD_CREDENTIAL_TOKEN);

  self = g_new0 (SignIn, 1);
  self->keyring = g_object_ref (keyring);
  self->credential = new_credential (address, kind, key, secret, &error);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_sign_in_async);
  g_task_set_task_data (task, self, sign_in_free);
  if (self->credential != NULL)
    lanyard_indico_feed_check_async (fetcher, address, self->credential, cancellable, checked_cb, g_object_ref (task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * lanyard_sign_in_finish:
 * @result: the result
 * @error: return location for an error of LANYARD_SIGN_IN_ERROR,
 *   LANYARD_NET_ERROR, LANYARD_KEYRING_ERROR or G_IO_ERROR_CANCELLED, with one
 *   sentence each
 *
 * Ends lanyard_sign_in_async().
 *
 * Returns: (transfer full) (nullable): whose account it is
 */
LanyardIdentity *
lanyard_sign_in_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
