/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a conference is, read from any address that an attendee has of it: a
 * page of the event, an export, a short one. Nothing is fetched for it. The
 * feeds, sync, the window and the command line call it; any thread.
 *
 * Of an Indico, everything before the first word of its own in a path is where
 * it is mounted. Other servers are known by lanyard-usual-feeds.c. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "lanyard-address-private.h"
#include "lanyard-address.h"
#include "lanyard-net-error.h"
#include "lanyard-usual-feeds.h"

/* Digits of the largest number an event can have. */
#define LONGEST_NUMBER 10

G_DEFINE_BOXED_TYPE (LanyardAddress, lanyard_address, lanyard_address_ref, lanyard_address_unref)

static void
lanyard_address_clear (gpointer data)
{
  LanyardAddress *self = data;

  g_clear_pointer (&self->origin, g_free);
  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->event, g_free);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->page, g_free);
}

/* A path without empty parts, "." and "..". */
static GStrv
split_path (const char *path)
{
  g_auto (GStrv) raw = g_strsplit (path, "/", -1);
  GPtrArray *parts = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  for (guint i = 0; raw[i] != NULL; i++)
    if (strcmp (raw[i], "..") == 0)
      g_ptr_array_set_size (parts, MAX ((int) parts->len - 1, 0));
    else if (*raw[i] != '\0' && strcmp (raw[i], ".") != 0)
      g_ptr_array_add (parts, g_strdup (raw[i]));
  return (GStrv) g_ptr_array_free (parts, FALSE);
}

static char *
join_path (const char *origin,
           GStrv       parts,
           guint       n_parts)
{
  GString *url = g_string_new (origin);

  for (guint i = 0; i < n_parts; i++)
    g_string_append_printf (url, "/%s", parts[i]);
  return g_string_free_and_steal (url);
}

/* The number that a part is, up to a suffix such as ".json"; NULL if it is
 * none. */
static char *
dup_number (const char *part)
{
  gsize length;

  if (part == NULL)
    return NULL;
  while (part[0] == '0')
    part++;
  length = strspn (part, "0123456789");
  if (length == 0 || length > LONGEST_NUMBER || (part[length] != '\0' && part[length] != '.'))
    return NULL;
  return g_strndup (part, length);
}

/* One parameter of a query, decoded. */
static char *
dup_parameter (const char *query,
               const char *name)
{
  GUriParamsIter iter;
  char *key, *value;

  if (query == NULL)
    return NULL;
  g_uri_params_iter_init (&iter, query, -1, "&;", G_URI_PARAMS_WWW_FORM);
  while (g_uri_params_iter_next (&iter, &key, &value, NULL))
    {
      gboolean is_it = g_ascii_strcasecmp (key, name) == 0;

      g_free (key);
      if (is_it)
        return value;
      g_free (value);
    }
  return NULL;
}

static gboolean
is_secret (const char *parameter)
{
  static const char * const secrets[] = {
    "ak", "apikey", "api_key", "signature", "timestamp", "token", "user_token", "access_token", "oauth_token", "key"
  };
  g_autofree char *key = g_uri_unescape_segment (parameter, parameter + strcspn (parameter, "="), NULL);

  if (key == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    if (g_ascii_strcasecmp (key, secrets[i]) == 0)
      return TRUE;
  return FALSE;
}

/* A query without what tells who somebody is. */
static char *
dup_public_query (const char *query)
{
  g_auto (GStrv) parameters = g_strsplit_set (query != NULL ? query : "", "&;", -1);
  GString *kept = g_string_new (NULL);

  for (guint i = 0; parameters[i] != NULL; i++)
    if (*parameters[i] != '\0' && !is_secret (parameters[i]))
      g_string_append_printf (kept, "%c%s", kept->len == 0 ? '?' : '&', parameters[i]);
  return g_string_free_and_steal (kept);
}

/* The event's number if the part at @i and what follows it tell it:
 * event/20, export/event/20.json, export/timetable/20.json,
 * conferenceDisplay.py?confId=20. */
static char *
dup_event_at (GStrv       parts,
              guint       i,
              const char *query)
{
  g_autofree char *number = NULL;

  if (strcmp (parts[i], "event") == 0)
    return dup_number (parts[i + 1]);
  if (strcmp (parts[i], "export") == 0 && parts[i + 1] != NULL &&
      g_strv_contains ((const char * const[]) { "event", "timetable", "attachments", "note", NULL }, parts[i + 1]))
    return dup_number (parts[i + 2]);
  if (!g_str_has_suffix (parts[i], ".py"))
    return NULL;
  number = dup_parameter (query, "confId");
  return dup_number (number);
}

/* Whether a part is the first of a page of Indico's that is not an event's, or
 * of one whose number only the server knows. */
static gboolean
is_page_of_indico (const char *part)
{
  static const char * const pages[] = {
    "event", "e", "category", "categories", "export", "login", "logout", "user", "register", "search", "rooms", "contact", NULL
  };

  return g_strv_contains (pages, part) || g_str_has_suffix (part, ".py");
}

/* Finds where Indico is mounted, and the event as far as the path tells it. */
static void
find_event (LanyardAddress *self,
            GUri           *uri)
{
  const char *query = g_uri_get_query (uri);
  g_auto (GStrv) parts = split_path (g_uri_get_path (uri));
  guint n_parts = g_strv_length (parts);
  guint n_base = n_parts;
  g_autofree char *public_query = NULL;
  g_autofree char *page = NULL;

  for (guint i = 0; i < n_parts && self->event == NULL; i++)
    {
      self->event = dup_event_at (parts, i, query);
      if (self->event != NULL || (n_base == n_parts && is_page_of_indico (parts[i])))
        n_base = i;
    }

  self->base = join_path (self->origin, parts, n_base);
  public_query = dup_public_query (query);
  page = join_path (self->origin, parts, n_parts);
  self->page = g_strconcat (page, n_parts == 0 || g_str_has_suffix (g_uri_get_path (uri), "/") ? "/" : "", public_query, NULL);
  self->url = self->event != NULL ? g_strconcat (self->base, "/event/", self->event, NULL) : g_strdup (self->page);
}

/* A page to log in at knows where on the same server one wanted to go. */
static void
find_event_after_login (LanyardAddress *self,
                        GUri           *uri)
{
  g_autofree char *next = NULL;
  g_autoptr (GUri) page = NULL;

  if (strstr (g_uri_get_path (uri), "/login") == NULL)
    return;
  next = dup_parameter (g_uri_get_query (uri), "next");
  if (next == NULL || next[0] != '/' || next[1] == '/')
    return;
  page = g_uri_parse_relative (uri, next, G_URI_FLAGS_ENCODED, NULL);
  if (page == NULL)
    return;

  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->page, g_free);
  find_event (self, page);
}

/* The host as it is compared, in brackets if it has colons; NULL if it is not
 * a server's name or number. */
static char *
dup_host (GUri *uri)
{
  const char *host = g_uri_get_host (uri);
  g_autofree char *ascii = host != NULL ? g_hostname_to_ascii (host) : NULL;
  g_autofree char *lower = NULL;

  if (ascii == NULL)
    return NULL;
  lower = g_ascii_strdown (ascii, -1);
  if (strchr (lower, ':') != NULL)
    return g_hostname_is_ip_address (lower) && strchr (lower, '%') == NULL ? g_strdup_printf ("[%s]", lower) : NULL;

  if (strstr (lower, "..") != NULL)
    return NULL;
  if (g_str_has_suffix (lower, "."))
    lower[strlen (lower) - 1] = '\0';
  if (*lower == '\0' || *lower == '.' || *lower == '-' || strlen (lower) > 253 ||
      strspn (lower, "abcdefghijklmnopqrstuvwxyz0123456789.-_") != strlen (lower))
    return NULL;
  return g_steal_pointer (&lower);
}

static char *
dup_origin (GUri *uri)
{
  g_autofree char *host = dup_host (uri);
  g_autofree char *scheme = g_ascii_strdown (g_uri_get_scheme (uri), -1);
  int port = g_uri_get_port (uri);

  if (host == NULL || port == 0)
    return NULL;
  if (port == -1 || port == (strcmp (scheme, "https") == 0 ? 443 : 80))
    return g_strdup_printf ("%s://%s", scheme, host);
  return g_strdup_printf ("%s://%s:%d", scheme, host, port);
}

static LanyardAddress *
address_from_uri (GUri    *uri,
                  GError **error)
{
  g_autoptr (LanyardAddress) self = NULL;

  if (g_uri_get_userinfo (uri) != NULL)
    {
      g_set_error_literal (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_ADDRESS,
                           _("The address has a user’s name or a password in it; paste it without, and sign in instead."));
      return NULL;
    }

  self = g_atomic_rc_box_new0 (LanyardAddress);
  self->origin = dup_origin (uri);
  if (self->origin == NULL)
    {
      g_set_error_literal (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_ADDRESS,
                           _("The address does not name a server; check how it begins."));
      return NULL;
    }

  find_event (self, uri);
  if (self->event == NULL)
    find_event_after_login (self, uri);
  return g_steal_pointer (&self);
}

/**
 * lanyard_address_parse:
 * @text: what somebody typed, pasted, dropped or clicked
 * @error: return location for an error
 *
 * Reads an address of a conference: any page of the event, with or without its
 * fragment, its timetable, a session's or a talk's page, an export, an address
 * of Indico 1 (`/conferenceDisplay.py?confId=20`), a short one (`/e/linux`), one
 * in a `lanyard:` address, with or without a scheme (then https, or http for
 * this computer), on a server that is mounted under a path, or a page to log in
 * at on the way to one of these. What is around it in a mail is left out, and
 * so is what tells who somebody is: API keys, signatures, tokens.
 *
 * Returns: (transfer full): the address, or %NULL with
 *   %LANYARD_NET_ERROR_ADDRESS
 */
LanyardAddress *
lanyard_address_parse (const char  *text,
                       GError     **error)
{
  g_autofree char *address = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  address = lanyard_address_dup_web_address (text, error);
  if (address == NULL)
    return NULL;

  uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL)
    {
      g_set_error_literal (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_ADDRESS,
                           _("The address is damaged; copy it again from the conference’s web page."));
      return NULL;
    }
  return address_from_uri (uri, error);
}

/**
 * lanyard_address_ref:
 * @self: an address
 *
 * Keeps an address. Any thread.
 *
 * Returns: (transfer full): the same
 */
LanyardAddress *
lanyard_address_ref (LanyardAddress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_address_unref:
 * @self: (transfer full): an address
 *
 * Lets an address go. Any thread.
 */
void
lanyard_address_unref (LanyardAddress *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, lanyard_address_clear);
}

/* A page as such servers name theirs; a document may as well be a file. */
static gboolean
tells_conference (LanyardAddress *address)
{
  g_autoptr (GPtrArray) offers = lanyard_offers_new ();

  if (strlen (address->page) <= strlen (address->origin) + 1 || !lanyard_usual_feeds_add (address, offers))
    return FALSE;
  lanyard_offers_sort (offers);
  return ((const LanyardOffer *) g_ptr_array_index (offers, 0))->source == LANYARD_OFFER_USUAL;
}

/**
 * lanyard_address_is_likely:
 * @text: an argument of a command line
 *
 * Tells an address from a file's name: what says itself that it is an address
 * is one, and what has no scheme only if it tells both a server and a
 * conference there.
 *
 * Returns: whether it is rather an address
 */
gboolean
lanyard_address_is_likely (const char *text)
{
  g_autoptr (LanyardAddress) address = NULL;
  g_autofree char *bare = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  bare = g_strstrip (g_strdup (text));
  if (lanyard_address_has_scheme (bare[0] == '<' ? bare + 1 : bare))
    return TRUE;
  if (bare[0] == '/' || bare[0] == '.' || bare[0] == '~')
    return FALSE;

  address = lanyard_address_parse (bare, NULL);
  return address != NULL &&
         (address->event != NULL || strstr (address->url, "/e/") != NULL || tells_conference (address));
}
