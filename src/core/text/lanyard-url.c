/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which addresses in other people's texts may be opened with a click. Any
 * thread. */

#include "config.h"

#include <string.h>

#include "lanyard-rich-text.h"
#include "lanyard-url.h"

#define URI_FLAGS ((GUriFlags) (G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED))

static gboolean
has_only_visible_characters (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if ((guchar) *at <= 0x20 || *at == 0x7f || *at == '\\')
      return FALSE;

  return TRUE;
}

static gboolean
is_web_address (const char *url)
{
  return g_ascii_strncasecmp (url, "http://", strlen ("http://")) == 0 ||
         g_ascii_strncasecmp (url, "https://", strlen ("https://")) == 0;
}

/* Whether an address of the web is a host of letters, a slash and what nobody
 * can mistake: most are, and need not be taken apart. */
static gboolean
is_plain_web_address (const char *url)
{
  static const guint8 is_plain[256] = {
    ['a' ... 'z'] = TRUE, ['A' ... 'Z'] = TRUE, ['0' ... '9'] = TRUE, ['/'] = TRUE, ['.'] = TRUE, ['_'] = TRUE,
    ['-'] = TRUE, ['~'] = TRUE, ['?'] = TRUE, ['&'] = TRUE, ['='] = TRUE, ['#'] = TRUE, ['+'] = TRUE,
    [','] = TRUE, [';'] = TRUE,
  };
  const char *host = strstr (url, "://") + strlen ("://");
  const char *at = host;

  while (g_ascii_isalnum (*at) || (at > host && (*at == '.' || *at == '-')))
    at++;
  if (at == host || *at != '/')
    return FALSE;
  while (is_plain[(guchar) *at])
    at++;
  return *at == '\0';
}

static gboolean
is_safe_web_address (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, URI_FLAGS, NULL);
  const char *path = uri != NULL ? g_uri_get_path (uri) : "";

  /* A name before the host is there to make another host look like it, and so
   * is what follows the host without a slash. */
  return uri != NULL && g_uri_get_userinfo (uri) == NULL && g_uri_get_host (uri) != NULL &&
         *g_uri_get_host (uri) != '\0' && (*path == '\0' || *path == '/');
}

/* A host of its own needs nothing but the scheme, and GLib trips over hosts
 * that end in the middle of nowhere when it joins them. */
static char *
resolve_relative (const char *href,
                  const char *base_url)
{
  const char *scheme = g_uri_peek_scheme (base_url);

  if (g_str_has_prefix (href, "//"))
    return scheme != NULL ? g_strconcat (scheme, ":", href, NULL) : NULL;
  return g_uri_resolve_relative (base_url, href, URI_FLAGS, NULL);
}

/**
 * lanyard_url_resolve:
 * @href: an address as it is written in a text
 * @base_url: (nullable): where the text is from
 *
 * Makes an address absolute.
 *
 * Returns: (transfer full) (nullable): the address, %NULL if it is not safe to
 *   open or leads nowhere without @base_url
 */
char *
lanyard_url_resolve (const char *href,
                     const char *base_url)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *absolute = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (href != NULL, NULL);

  if (strlen (href) > LANYARD_URL_MAX_LENGTH || !g_utf8_validate (href, -1, NULL))
    return NULL;

  trimmed = g_strstrip (g_strdup (href));
  words = g_strsplit (trimmed, " ", -1);
  escaped = g_strjoinv ("%20", words);

  if (g_uri_peek_scheme (escaped) != NULL)
    absolute = g_steal_pointer (&escaped);
  else if (base_url != NULL && *escaped != '\0' && has_only_visible_characters (escaped))
    absolute = resolve_relative (escaped, base_url);

  return absolute != NULL && lanyard_url_is_safe (absolute) ? g_steal_pointer (&absolute) : NULL;
}

/**
 * lanyard_url_is_safe:
 * @url: an absolute address
 *
 * Tells whether an address from somebody else's text may be opened: the web,
 * mail, a Matrix room, a telephone number, a place. Nothing that runs
 * (`javascript:`), holds its own content (`data:`) or reads a file, and nothing
 * with spaces, control characters or a user's name to hide what it is.
 *
 * Returns: whether it may
 */
gboolean
lanyard_url_is_safe (const char *url)
{
  static const char * const schemes[] = { "mailto:", "matrix:", "tel:", "geo:" };

  g_return_val_if_fail (url != NULL, FALSE);

  if (strlen (url) > LANYARD_URL_MAX_LENGTH)
    return FALSE;
  if (is_web_address (url) && is_plain_web_address (url))
    return TRUE;
  if (!g_utf8_validate (url, -1, NULL) || !has_only_visible_characters (url))
    return FALSE;
  if (is_web_address (url))
    return is_safe_web_address (url);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (url, schemes[i], strlen (schemes[i])) == 0)
      return url[strlen (schemes[i])] != '\0';

  return FALSE;
}
