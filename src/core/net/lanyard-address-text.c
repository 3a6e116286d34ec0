/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first half of reading an address: from what somebody typed, pasted,
 * dropped or clicked to one clean http or https address. Mail and chat put
 * brackets, full stops and words around addresses, browsers leave "https://"
 * out, `lanyard:` addresses hold another one, and `webcal:` is what calendars
 * say for https. Called by lanyard-address.c;
 * any thread. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "lanyard-address-private.h"
#include "lanyard-net-error.h"
#include "text/lanyard-url.h"

/* What may stand around an address, but never begins or ends one. */
#define BEFORE "<(\"'`*“‘«„‚‹"
#define AFTER ">)\"'`*.,;:!”’»“‹›…"

#define NO_BREAK_SPACE 0xa0
#define ZERO_WIDTH_SPACE 0x200b
#define BYTE_ORDER_MARK 0xfeff

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == NO_BREAK_SPACE || c == ZERO_WIDTH_SPACE || c == BYTE_ORDER_MARK;
}

static gboolean
is_one_of (const char *characters,
           gunichar    c)
{
  return g_utf8_strchr (characters, -1, c) != NULL;
}

/* Without what stands around it. */
static char *
dup_bare (const char *start,
          const char *end)
{
  while (start < end && (is_blank (g_utf8_get_char (start)) || is_one_of (BEFORE, g_utf8_get_char (start))))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);

      if (!is_blank (g_utf8_get_char (last)) && !is_one_of (AFTER, g_utf8_get_char (last)))
        break;
      end = last;
    }
  return g_strndup (start, end - start);
}

/* The only word, else the first that says itself that it is an address. */
static char *
dup_address_word (const char *text)
{
  g_autofree char *bare = dup_bare (text, text + strlen (text));
  const char *start = bare;

  for (const char *at = bare;; at = g_utf8_next_char (at))
    {
      g_autofree char *word = NULL;

      if (*at != '\0' && !is_blank (g_utf8_get_char (at)))
        continue;
      if (*at == '\0' && start == bare)
        return g_steal_pointer (&bare);

      word = dup_bare (start, at);
      if (lanyard_address_has_scheme (word))
        return g_steal_pointer (&word);
      if (*at == '\0')
        return NULL;
      start = g_utf8_next_char (at);
    }
}

static gboolean
has_prefix (const char *text,
            const char *prefix)
{
  return g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}

/* What a `lanyard:` address leads to: another one as it is, with or without a
 * scheme, or with its colons and slashes escaped. Browsers drop the colon of
 * the second scheme in "lanyard://https://…". */
static char *
dup_inner_address (const char *address)
{
  g_autofree char *inner = NULL;

  address += strlen ("lanyard:");
  if (g_str_has_prefix (address, "//"))
    address += strlen ("//");

  if (strchr (address, '/') == NULL && strchr (address, '%') != NULL)
    inner = g_uri_unescape_string (address, NULL);
  if (inner == NULL)
    inner = g_strdup (address);

  if (has_prefix (inner, "https//"))
    return g_strconcat ("https://", inner + strlen ("https//"), NULL);
  if (has_prefix (inner, "http//"))
    return g_strconcat ("http://", inner + strlen ("http//"), NULL);
  return g_steal_pointer (&inner);
}

/* Whether it begins with a scheme, and not with a server and its port. */
static gboolean
begins_with_other_scheme (const char *text)
{
  gsize length = 0;

  if (!g_ascii_isalpha (text[0]))
    return FALSE;
  while (g_ascii_isalnum (text[length]) || (text[length] != '\0' && strchr ("+.-", text[length]) != NULL))
    length++;
  return text[length] == ':' && !g_ascii_isdigit (text[length + 1]);
}

/* Servers of this computer are seldom reached with https. */
static const char *
guess_scheme (const char *text)
{
  static const char * const local[] = { "localhost", "127.", "[::1]" };

  for (guint i = 0; i < G_N_ELEMENTS (local); i++)
    if (has_prefix (text, local[i]))
      return "http://";
  return "https://";
}

/* Whether what has no scheme begins with a server: "lpc.events",
 * "localhost:8080", "[::1]". */
static gboolean
begins_with_server (const char *text)
{
  gsize length = strcspn (text, "/?#");
  const char *dot = memchr (text, '.', length);

  return text[0] == '[' || has_prefix (text, "localhost") || (dot != NULL && dot > text && dot < text + length - 1);
}

static gboolean
has_only_visible_characters (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_blank (c) || c == '\\' || g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        return FALSE;
    }
  return TRUE;
}

static void
set_not_an_address (GError **error)
{
  g_set_error_literal (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_ADDRESS,
                       _("This is not the address of a web page; paste that of the conference, "
                         "such as https://lpc.events/event/20/."));
}

/* Adds the scheme where there is none. */
static char *
dup_with_scheme (const char  *text,
                 GError     **error)
{
  if (has_prefix (text, "https://") || has_prefix (text, "http://"))
    return g_strdup (text);
  if (has_prefix (text, "webcal://"))
    return g_strconcat ("https://", text + strlen ("webcal://"), NULL);
  if (begins_with_other_scheme (text))
    {
      g_set_error_literal (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_ADDRESS,
                           _("Only addresses that begin with https:// or http:// can be fetched; "
                             "paste that of the conference’s web page."));
      return NULL;
    }

  if (g_str_has_prefix (text, "//"))
    text += strlen ("//");
  if (!begins_with_server (text))
    {
      set_not_an_address (error);
      return NULL;
    }
  return g_strconcat (guess_scheme (text), text, NULL);
}

/* Whether an address says itself that it is one. */
gboolean
lanyard_address_has_scheme (const char *text)
{
  g_assert (text != NULL);

  return has_prefix (text, "https://") || has_prefix (text, "http://") || has_prefix (text, "lanyard:") ||
         has_prefix (text, "webcal://");
}

/* Finds the web address in a text, with its scheme and nothing around it. */
char *
lanyard_address_dup_web_address (const char  *text,
                                 GError     **error)
{
  g_autofree char *word = NULL;

  g_assert (text != NULL);

  if (strlen (text) > LANYARD_URL_MAX_LENGTH)
    {
      g_set_error_literal (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_ADDRESS,
                           _("This is too long to be an address; paste only that of the conference’s web page."));
      return NULL;
    }

  word = g_utf8_validate (text, -1, NULL) ? dup_address_word (text) : NULL;
  if (word != NULL && has_prefix (word, "lanyard:"))
    {
      g_autofree char *inner = dup_inner_address (word);

      g_free (word);
      word = g_utf8_validate (inner, -1, NULL) ? dup_bare (inner, inner + strlen (inner)) : NULL;
    }

  if (word == NULL || !has_only_visible_characters (word))
    {
      set_not_an_address (error);
      return NULL;
    }
  return dup_with_scheme (word, error);
}
