/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a credential is written down as an item of the keyring, and read again.
 * Called by the keyring only, in any main context. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-keyring-private.h"
#include "lanyard-origin.h"

#define ATTRIBUTE_KIND "kind"
#define ATTRIBUTE_ORIGIN "origin"
#define ATTRIBUTE_USER "user"

const SecretSchema lanyard_keyring_schema = {
  APP_ID ".Account",
  SECRET_SCHEMA_NONE,
  {
    { ATTRIBUTE_ORIGIN, SECRET_SCHEMA_ATTRIBUTE_STRING },
    { ATTRIBUTE_KIND, SECRET_SCHEMA_ATTRIBUTE_STRING },
    { ATTRIBUTE_USER, SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

static const char *
name_of_kind (LanyardCredentialKind kind)
{
  return kind == LANYARD_CREDENTIAL_API_KEY ? "api-key" : "token";
}

static gboolean
find_kind (const char            *name,
           LanyardCredentialKind *kind)
{
  *kind = g_strcmp0 (name, "api-key") == 0 ? LANYARD_CREDENTIAL_API_KEY : LANYARD_CREDENTIAL_TOKEN;
  return g_strcmp0 (name, name_of_kind (*kind)) == 0;
}

/*< private >
 * lanyard_keyring_item_attributes:
 * @credential: a credential
 *
 * Returns: (transfer full): by which the item of exactly this kind and user is found
 */
GHashTable *
lanyard_keyring_item_attributes (const LanyardCredential *credential)
{
  return secret_attributes_build (&lanyard_keyring_schema,
                                  ATTRIBUTE_ORIGIN, credential->origin,
                                  ATTRIBUTE_KIND, name_of_kind (credential->kind),
                                  ATTRIBUTE_USER, credential->user != NULL ? credential->user : "",
                                  NULL);
}

/*< private >
 * lanyard_keyring_item_attributes_of_origin:
 * @origin: (nullable): a server
 *
 * Returns: (transfer full): by which its items are found, or all items of ours
 */
GHashTable *
lanyard_keyring_item_attributes_of_origin (const char *origin)
{
  if (origin == NULL)
    return secret_attributes_build (&lanyard_keyring_schema, NULL);
  return secret_attributes_build (&lanyard_keyring_schema, ATTRIBUTE_ORIGIN, origin, NULL);
}

/*< private >
 * lanyard_keyring_item_dup_label:
 * @credential: a credential
 *
 * Returns: (transfer full): what the keyring's own window shows
 */
char *
lanyard_keyring_item_dup_label (const LanyardCredential *credential)
{
  g_autofree char *host = lanyard_origin_dup_readable (credential->origin);

  /* Translators: %s is a server, such as lpc.events */
  return g_strdup_printf (_("Lanyard’s account at %s"), host);
}

/*< private >
 * lanyard_keyring_item_new_value:
 * @credential: a credential
 *
 * Returns: (transfer full): what is secret of it: a token by itself, an API key
 *   and its secret as two lines
 */
SecretValue *
lanyard_keyring_item_new_value (const LanyardCredential *credential)
{
  g_autofree char *text = NULL;
  SecretValue *value;

  if (credential->kind == LANYARD_CREDENTIAL_TOKEN)
    return secret_value_new (credential->secret, -1, "text/plain");

  text = g_strconcat (credential->key, "\n", credential->secret, NULL);
  value = secret_value_new (text, -1, "text/plain");
  secret_password_wipe (text);
  return value;
}

/*< private >
 * lanyard_keyring_item_new_credential:
 * @item: an item
 * @value: (nullable): its secret, %NULL to leave that out
 *
 * Returns: (transfer full) (nullable): the credential, %NULL if the item is
 *   none that Lanyard understands
 */
LanyardCredential *
lanyard_keyring_item_new_credential (SecretRetrievable *item,
                                     SecretValue       *value)
{
  g_autoptr (GHashTable) attributes = secret_retrievable_get_attributes (item);
  const char *origin = g_hash_table_lookup (attributes, ATTRIBUTE_ORIGIN);
  const char *user = g_hash_table_lookup (attributes, ATTRIBUTE_USER);
  const char *text = value != NULL ? secret_value_get_text (value) : "\n";
  g_autofree char *key = NULL;
  LanyardCredentialKind kind;
  const char *line_end;

  if (origin == NULL || text == NULL || !find_kind (g_hash_table_lookup (attributes, ATTRIBUTE_KIND), &kind))
    return NULL;
  if (user != NULL && *user == '\0')
    user = NULL;
  if (kind == LANYARD_CREDENTIAL_TOKEN)
    return lanyard_credential_new (kind, origin, user, NULL, value != NULL ? text : "");

  line_end = strchr (text, '\n');
  if (line_end == NULL)
    return NULL;
  key = g_strndup (text, line_end - text);
  return lanyard_credential_new (kind, origin, user, key, line_end + 1);
}

/*< private >
 * lanyard_keyring_item_is_of:
 * @item: an item of the same origin
 * @credential: a credential
 *
 * Returns: whether keeping @credential has written @item
 */
gboolean
lanyard_keyring_item_is_of (SecretRetrievable       *item,
                            const LanyardCredential *credential)
{
  g_autoptr (GHashTable) attributes = secret_retrievable_get_attributes (item);
  const char *user = credential->user != NULL ? credential->user : "";

  return g_strcmp0 (g_hash_table_lookup (attributes, ATTRIBUTE_KIND), name_of_kind (credential->kind)) == 0 &&
         g_strcmp0 (g_hash_table_lookup (attributes, ATTRIBUTE_USER), user) == 0;
}

/*< private >
 * lanyard_keyring_item_compare_age:
 * @first: an item
 * @second: an item
 *
 * Should keeping have been interrupted, an origin has two items for a while;
 * the newest counts.
 *
 * Returns: below 0 if @first is newer, above 0 if @second is
 */
int
lanyard_keyring_item_compare_age (gconstpointer first,
                                  gconstpointer second)
{
  guint64 first_modified = secret_retrievable_get_modified ((SecretRetrievable *) first);
  guint64 second_modified = secret_retrievable_get_modified ((SecretRetrievable *) second);

  return (first_modified < second_modified) - (first_modified > second_modified);
}

/*< private >
 * lanyard_keyring_items_are_locked:
 * @items: (element-type SecretRetrievable): items
 *
 * Returns: whether any of them cannot be read
 */
gboolean
lanyard_keyring_items_are_locked (GList *items)
{
  for (GList *item = items; item != NULL; item = item->next)
    if (SECRET_IS_ITEM (item->data) && secret_item_get_locked (item->data))
      return TRUE;
  return FALSE;
}

/*< private >
 * lanyard_keyring_items_free:
 * @items: (element-type SecretRetrievable) (transfer full): items
 *
 * Lets them go.
 */
void
lanyard_keyring_items_free (GList *items)
{
  g_list_free_full (items, g_object_unref);
}
