/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a token or an API key is good, and whose it is: who one is is asked
 * first, and then an export. Called when somebody signs in; main thread. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "lanyard-indico-feed-private.h"

/* What tells who one is has five members. */
#define LONGEST_USER 4096

/* An event that no Indico has: its export is empty, and still needs the right
 * to read exports. */
#define NO_EVENT "0"

/* The task's data. */
typedef struct
{
  LanyardFetcher    *fetcher;    /* owned */
  LanyardAddress    *address;    /* owned */
  LanyardCredential *credential; /* owned */
  LanyardIdentity   *identity;   /* owned */
  gboolean           knows_no_users;
} Check;

static void
check_free (gpointer data)
{
  Check *self = data;

  g_clear_pointer (&self->identity, lanyard_identity_free);
  g_clear_pointer (&self->credential, lanyard_credential_unref);
  g_clear_pointer (&self->address, lanyard_address_unref);
  g_clear_object (&self->fetcher);
  g_free (self);
}

/* --- the export ------------------------------------------------------------ */

static gboolean
is_refusal (const GError *error)
{
  return g_error_matches (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_FORBIDDEN) ||
         g_error_matches (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_STATUS);
}

static void
export_came_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Check *self = g_task_get_task_data (task);
  gboolean is_token = self->credential->kind == LANYARD_CREDENTIAL_TOKEN;
  g_autofree char *host = lanyard_indico_feed_dup_host (self->address);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) response = lanyard_fetcher_fetch_finish (LANYARD_FETCHER (source), result, NULL, &error);

  if (g_error_matches (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_NOT_FOUND))
    g_task_return_new_error (task, LANYARD_NET_ERROR, LANYARD_NET_ERROR_NOT_FOUND,
                             _("“%s” has no Indico at this address; check it."), host);
  else if (self->knows_no_users && (response != NULL || is_refusal (error)))
    g_task_return_new_error (task, LANYARD_NET_ERROR, LANYARD_NET_ERROR_NOT_FOUND,
                             _("The Indico of “%s” is older than 3.0 and has no tokens; sign in with an API key and its secret."),
                             host);
  else if (is_refusal (error) && !is_token)
    g_task_return_new_error (task, LANYARD_NET_ERROR, LANYARD_NET_ERROR_UNAUTHORIZED,
                             _("“%s” does not accept this API key with this secret; copy both again from your profile there."),
                             host);
  else if (response != NULL || g_error_matches (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_FORBIDDEN))
    {
      self->identity->reads_programmes = response != NULL;
      g_task_return_pointer (task, g_steal_pointer (&self->identity), (GDestroyNotify) lanyard_identity_free);
    }
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
ask_for_export (GTask *task)
{
  Check *self = g_task_get_task_data (task);
  const char *event = self->address->event != NULL ? self->address->event : NO_EVENT;
  g_autofree char *path = g_strdup_printf ("/export/event/%s.json", event);
  g_autofree char *url = lanyard_indico_feed_dup_export (self->address, path, "", self->credential);
  const LanyardRequest request = { .url = url, .credential = self->credential, .wants_json = TRUE };

  lanyard_fetcher_fetch_async (self->fetcher, &request, NULL, NULL, g_task_get_cancellable (task), export_came_cb,
                               g_object_ref (task));
}

/* --- the user -------------------------------------------------------------- */

static char *
dup_member (JsonObject *user,
            const char *name)
{
  JsonNode *node = json_object_get_member (user, name);
  const char *text = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  return text != NULL ? g_strstrip (g_strdup (text)) : NULL;
}

/* Reads who one is. Nobody is `null`. */
static gboolean
read_user (LanyardIdentity *identity,
           GBytes          *body)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *first_name = NULL;
  g_autofree char *last_name = NULL;
  JsonNode *root;
  JsonObject *user;
  gsize size;
  const char *data = g_bytes_get_data (body, &size);

  if (size == 0 || size > LONGEST_USER || !json_parser_load_from_data (parser, data, (gssize) size, NULL))
    return FALSE;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;

  user = json_node_get_object (root);
  first_name = dup_member (user, "first_name");
  last_name = dup_member (user, "last_name");
  identity->name = g_strstrip (g_strjoin (" ", first_name != NULL ? first_name : "", last_name, NULL));
  if (*identity->name == '\0')
    g_clear_pointer (&identity->name, g_free);
  identity->email = dup_member (user, "email");
  return TRUE;
}

/* A token that lacks read:user is as good as any, only that nobody knows whose
 * it is. */
static void
user_came_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Check *self = g_task_get_task_data (task);
  g_autofree char *host = lanyard_indico_feed_dup_host (self->address);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) response = lanyard_fetcher_fetch_finish (LANYARD_FETCHER (source), result, NULL, &error);

  self->knows_no_users = g_error_matches (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_NOT_FOUND);
  if (response != NULL && !read_user (self->identity, response->body))
    g_task_return_new_error (task, LANYARD_NET_ERROR, LANYARD_NET_ERROR_UNAUTHORIZED,
                             _("“%s” does not take notice of this token; check the address, and the token."), host);
  else if (response != NULL || self->knows_no_users ||
           g_error_matches (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_FORBIDDEN))
    ask_for_export (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
ask_for_user (GTask *task)
{
  Check *self = g_task_get_task_data (task);
  g_autofree char *url = g_strconcat (self->address->base, "/api/user/", NULL);
  const LanyardRequest request = { .url = url, .credential = self->credential, .wants_json = TRUE };

  lanyard_fetcher_fetch_async (self->fetcher, &request, NULL, NULL, g_task_get_cancellable (task), user_came_cb,
                               g_object_ref (task));
}

/* --- for all --------------------------------------------------------------- */

/**
 * lanyard_identity_free:
 * @self: (transfer full): an identity
 *
 * Frees an identity.
 */
void
lanyard_identity_free (LanyardIdentity *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->email, g_free);
  g_free (self);
}

/**
 * lanyard_indico_feed_check_async:
 * @fetcher: what fetches
 * @address: the server, or a conference on it
 * @credential: what is tested; for @address's server
 * @cancellable: (nullable): to stop
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Tests a token or an API key.
 */
void
lanyard_indico_feed_check_async (LanyardFetcher      *fetcher,
                                 LanyardAddress      *address,
                                 LanyardCredential   *credential,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Check *self;

  g_return_if_fail (LANYARD_IS_FETCHER (fetcher));
  g_return_if_fail (address != NULL);
  g_return_if_fail (credential != NULL);
  g_return_if_fail (g_str_equal (credential->origin, address->origin));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  self = g_new0 (Check, 1);
  self->fetcher = g_object_ref (fetcher);
  self->address = lanyard_address_ref (address);
  self->credential = lanyard_credential_ref (credential);
  self->identity = g_new0 (LanyardIdentity, 1);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_indico_feed_check_async);
  g_task_set_task_data (task, self, check_free);
  if (credential->kind == LANYARD_CREDENTIAL_TOKEN)
    ask_for_user (task);
  else
    ask_for_export (task);
}

/**
 * lanyard_indico_feed_check_finish:
 * @result: what the callback got
 * @error: return location for an error of %LANYARD_NET_ERROR, or
 *   %G_IO_ERROR_CANCELLED: %LANYARD_NET_ERROR_UNAUTHORIZED if the server does
 *   not know the token or key, %LANYARD_NET_ERROR_TLS if it would be sent where
 *   others can read it, %LANYARD_NET_ERROR_NOT_FOUND if the server has no tokens
 *   or is no Indico
 *
 * Ends lanyard_indico_feed_check_async().
 *
 * Returns: (transfer full) (nullable): whose it is: without a name where the
 *   token lacks the scope `read:user`, or for an API key; and not to read
 *   programmes with where it lacks `read:legacy_api`
 */
LanyardIdentity *
lanyard_indico_feed_check_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lanyard_indico_feed_dup_token_page:
 * @address: the server, or a conference on it
 *
 * Tells where somebody makes a token for this server.
 *
 * Returns: (transfer full): the page's address
 */
char *
lanyard_indico_feed_dup_token_page (LanyardAddress *address)
{
  g_return_val_if_fail (address != NULL, NULL);

  return g_strconcat (address->base, "/user/tokens/", NULL);
}
