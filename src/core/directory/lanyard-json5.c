/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rewrites JSON5 as JSON: directories are edited by hand, with comments, a
 * comma after the last element, single quotes and names without any. What is
 * no JSON5 either comes out as it went in, for the parser to refuse. One walk
 * from front to back. Called by the reader of directories; any thread. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "formats/lanyard-format.h"
#include "formats/lanyard-json.h"
#include "lanyard-json5.h"

typedef struct
{
  const char *at;
  const char *end;
  GString *json;           /* owned */
  gboolean is_comma_owed;  /* one was read; whether it counts depends on what follows */
} Walk;

static gboolean
begins (const Walk *walk,
        const char *text)
{
  gsize length = strlen (text);

  return (gsize) (walk->end - walk->at) >= length && memcmp (walk->at, text, length) == 0;
}

static void
skip_until (Walk       *walk,
            const char *text)
{
  while (walk->at < walk->end && !begins (walk, text))
    walk->at++;
}

/* Returns whether there was a comment. */
static gboolean
skip_comment (Walk *walk)
{
  if (begins (walk, "//"))
    skip_until (walk, "\n");
  else if (begins (walk, "/*"))
    {
      walk->at += 2;
      skip_until (walk, "*/");
      walk->at += MIN (2, walk->end - walk->at);
    }
  else
    return FALSE;
  return TRUE;
}

/* Of an escape, @at is what follows the backslash. */
static void
add_escape (Walk *walk)
{
  char c = *walk->at++;

  if (strchr ("\"\\/bfnrtu", c) != NULL && c != '\0')
    g_string_append_printf (walk->json, "\\%c", c);
  else if (c == 'v')
    g_string_append (walk->json, "\\u000b");
  else if (c == 'x' && walk->end - walk->at >= 2)
    {
      g_string_append_printf (walk->json, "\\u00%.2s", walk->at);
      walk->at += 2;
    }
  else if (c == '\r' && walk->at < walk->end && *walk->at == '\n')
    walk->at++;
  else if (c != '\n' && c != '\r' && c != '\0')
    g_string_append_c (walk->json, c);
}

static void
add_string (Walk *walk,
            char  quote)
{
  g_string_append_c (walk->json, '"');
  walk->at++;
  while (walk->at < walk->end && *walk->at != quote)
    {
      char c = *walk->at++;

      if (c == '\\' && walk->at < walk->end)
        add_escape (walk);
      else if (c == '"')
        g_string_append (walk->json, "\\\"");
      else
        g_string_append_c (walk->json, c);
    }
  /* Where the end is missing it stays missing, so that the parser sees it. */
  if (walk->at < walk->end)
    {
      g_string_append_c (walk->json, '"');
      walk->at++;
    }
}

static gboolean
is_of_word (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '$' || c == '+' || c == '-' || c == '.' || (c & 0x80) != 0;
}

static gboolean
is_name (Walk *walk)
{
  const char *next = walk->at;

  while (next < walk->end && g_ascii_isspace (*next))
    next++;
  return next < walk->end && *next == ':';
}

/* JSON wants digits on both sides of the point, no plus, and no hexadecimals. */
static void
add_number (Walk       *walk,
            const char *word)
{
  const char *digits = word;

  if (*digits == '+' || *digits == '-')
    digits++;
  if (*word == '-')
    g_string_append_c (walk->json, '-');
  if (g_str_has_prefix (digits, "0x") || g_str_has_prefix (digits, "0X"))
    {
      g_string_append_printf (walk->json, "%" G_GUINT64_FORMAT, g_ascii_strtoull (digits, NULL, 16));
      return;
    }
  if (*digits == '.')
    g_string_append_c (walk->json, '0');
  g_string_append (walk->json, digits);
  if (g_str_has_suffix (digits, "."))
    g_string_append_c (walk->json, '0');
}

/* A name without quotes, a number, or one of the few words of JSON. */
static void
add_word (Walk *walk)
{
  const char *first = walk->at;
  g_autofree char *word = NULL;

  while (walk->at < walk->end && is_of_word (*walk->at))
    walk->at++;
  word = g_strndup (first, walk->at - first);
  if (is_name (walk))
    g_string_append_printf (walk->json, "\"%s\"", word);
  else if (strstr (word, "Infinity") != NULL || strstr (word, "NaN") != NULL)
    g_string_append (walk->json, "null");
  else if (g_ascii_isalpha (*word))
    g_string_append (walk->json, word);
  else
    add_number (walk, word);
}

/* A comma counts only if an element follows it. */
static void
settle_comma (Walk *walk)
{
  if (walk->is_comma_owed && *walk->at != '}' && *walk->at != ']')
    g_string_append_c (walk->json, ',');
  walk->is_comma_owed = FALSE;
}

static void
step (Walk *walk)
{
  char c = *walk->at;

  if (g_ascii_isspace (c))
    {
      g_string_append_c (walk->json, c);
      walk->at++;
      return;
    }
  if (skip_comment (walk))
    return;
  settle_comma (walk);
  if (c == ',')
    walk->is_comma_owed = TRUE;
  else if (c == '"' || c == '\'')
    {
      add_string (walk, c);
      return;
    }
  else if (is_of_word (c))
    {
      add_word (walk);
      return;
    }
  else
    g_string_append_c (walk->json, c);
  walk->at++;
}

/*
 * Makes JSON of JSON5, of which JSON is a part. Nothing is checked but the size.
 */
GBytes *
lanyard_json5_to_json (GBytes  *document,
                       GError **error)
{
  Walk walk = { 0 };
  gsize size;

  g_assert (document != NULL);

  walk.at = g_bytes_get_data (document, &size);
  walk.end = walk.at + size;
  if (size > LANYARD_JSON_MAX_SIZE)
    {
      g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_TOO_LARGE,
                           _("This is too large to be a directory of conferences; check its address."));
      return NULL;
    }
  if (begins (&walk, "\xef\xbb\xbf"))
    walk.at += strlen ("\xef\xbb\xbf");
  walk.json = g_string_sized_new (size + 1);
  while (walk.at < walk.end)
    step (&walk);
  return g_string_free_to_bytes (walk.json);
}
