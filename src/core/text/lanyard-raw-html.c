/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the scraps of HTML that are in Markdown: a lone <br>, half a table, an
 * end without a beginning. An HTML parser would want a document; this passes
 * tags on as they come, in one pass from left to right. The Markdown reader is
 * its only caller. Any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-entities.h"
#include "lanyard-raw-html.h"

/* Names of elements are shorter, and nobody needs more attributes. */
#define MAX_NAME 24
#define MAX_ATTRIBUTES 32

typedef struct
{
  const char *end;        /* after the tag */
  char name[MAX_NAME];
  gboolean is_end;        /* </name> */
  GPtrArray *attributes;  /* owned; names and values in turn, and a final NULL */
} RawTag;

static void
raw_tag_clear (RawTag *tag)
{
  g_clear_pointer (&tag->attributes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RawTag, raw_tag_clear)

static void
append_character (GString *decoded,
                  gunichar character)
{
  if (character == 0 || character > 0x10ffff || (character >= 0xd800 && character < 0xe000))
    character = 0xfffd;

  g_string_append_unichar (decoded, character);
}

/* The length of the reference at @text, 0 if it is only an ampersand. */
static gsize
decode_reference (const char *text,
                  gsize       length,
                  GString    *decoded)
{
  char name[MAX_NAME + 16];
  gsize n = 1;
  gunichar character;

  while (n < length && n < sizeof name && text[n] != ';' && (g_ascii_isalnum (text[n]) || (n == 1 && text[n] == '#')))
    n++;
  if (n == length || n == sizeof name || text[n] != ';' || n < 2)
    return 0;

  memcpy (name, text + 1, n - 1);
  name[n - 1] = '\0';
  if (name[0] == '#')
    {
      gboolean is_hexadecimal = name[1] == 'x' || name[1] == 'X';
      const char *digits = name + (is_hexadecimal ? 2 : 1);
      guint64 number;

      if (!g_ascii_string_to_unsigned (digits, is_hexadecimal ? 16 : 10, 0, G_MAXUINT32, &number, NULL))
        return 0;
      append_character (decoded, (gunichar) number);
      return n + 1;
    }

  character = lanyard_entity_get_character (name);
  if (character == 0)
    return 0;
  append_character (decoded, character);
  return n + 1;
}

static const char *
skip_spaces (const char *at)
{
  while (g_ascii_isspace (*at))
    at++;

  return at;
}

static void
take_attribute (RawTag     *tag,
                const char *name,
                gsize       name_length,
                const char *value,
                gsize       value_length)
{
  GString *decoded;

  if (tag->attributes->len >= 2 * MAX_ATTRIBUTES)
    return;

  decoded = g_string_new (NULL);
  lanyard_raw_html_decode (value, value_length, decoded);
  g_ptr_array_add (tag->attributes, g_strndup (name, name_length));
  g_ptr_array_add (tag->attributes, g_string_free (decoded, FALSE));
}

/* Reads name="value", name='value', name=value or name. Returns: after it,
 * NULL if it is not finished */
static const char *
read_attribute (RawTag     *tag,
                const char *at)
{
  const char *name = at, *value;
  gsize name_length, value_length;

  at += strcspn (at, " \t\n=>/");
  name_length = (gsize) (at - name);
  at = skip_spaces (at);
  if (*at != '=')
    {
      take_attribute (tag, name, name_length, "", 0);
      return at;
    }

  at = skip_spaces (at + 1);
  if (*at == '"' || *at == '\'')
    {
      value = at + 1;
      at = strchr (value, *at);
      if (at == NULL)
        return NULL;
      value_length = (gsize) (at - value);
      at++;
    }
  else
    {
      value = at;
      value_length = strcspn (value, " \t\n>");
      at += value_length;
    }

  take_attribute (tag, name, name_length, value, value_length);
  return at;
}

typedef enum
{
  READ_TAG,
  READ_NO_TAG,
  READ_UNFINISHED,
} ReadResult;

static ReadResult
read_tag (const char *at,
          RawTag     *tag)
{
  gsize length = 0;

  at++;
  tag->is_end = *at == '/';
  at += tag->is_end ? 1 : 0;
  if (!g_ascii_isalpha (*at))
    return READ_NO_TAG;

  while (g_ascii_isalnum (at[length]) || at[length] == '-')
    length++;
  if (length >= MAX_NAME || strchr (" \t\n/>", at[length]) == NULL)
    return READ_NO_TAG;
  memcpy (tag->name, at, length);
  tag->name[length] = '\0';
  at += length;

  tag->attributes = g_ptr_array_new_with_free_func (g_free);
  while (at != NULL && *at != '\0' && *at != '>')
    {
      if (g_ascii_isspace (*at) || *at == '/' || *at == '=')
        at++;
      else
        at = read_attribute (tag, at);
    }
  if (at == NULL || *at == '\0')
    return READ_UNFINISHED;

  g_ptr_array_add (tag->attributes, NULL);
  tag->end = at + 1;
  return READ_TAG;
}

static void
add_text (LanyardTextBuilder *builder,
          const char         *text,
          gsize               length)
{
  g_autoptr (GString) decoded = g_string_sized_new (length);

  lanyard_raw_html_decode (text, length, decoded);
  lanyard_text_builder_add_text (builder, decoded->str, decoded->len);
}

/* Comments, declarations, processing instructions. Returns: after it, NULL if
 * there is none at @at */
static const char *
skip_silent (const char *at)
{
  const char *end;

  /* Not g_str_has_prefix(), which measures all that follows. */
  if (strncmp (at, "<!--", 4) == 0)
    {
      end = strstr (at + 4, "-->");
      return end != NULL ? end + 3 : at + strlen (at);
    }
  if (at[1] != '!' && at[1] != '?')
    return NULL;

  end = strchr (at, '>');
  return end != NULL ? end + 1 : at + strlen (at);
}

/* The content of a script or a style sheet is thrown away. Returns: where its
 * end tag is, or the end of @html */
static const char *
skip_raw (const char *html,
          const char *name)
{
  gsize length = strlen (name);

  for (const char *at = strstr (html, "</"); at != NULL; at = strstr (at + 2, "</"))
    if (g_ascii_strncasecmp (at + 2, name, length) == 0)
      return at;

  return html + strlen (html);
}

/* Returns: after what was at @at, which is a '<' */
static const char *
read_markup (const char         *at,
             LanyardTextBuilder *builder,
             LanyardTags        *tags)
{
  g_auto (RawTag) tag = { NULL, };
  const char *silent = skip_silent (at);

  if (silent != NULL)
    return silent;

  switch (read_tag (at, &tag))
    {
    case READ_NO_TAG:
      add_text (builder, at, 1);
      return at + 1;
    case READ_UNFINISHED:
      /* Nothing after it can be markup, and looking for it again and again
       * would take for ever. */
      add_text (builder, at, strlen (at));
      return at + strlen (at);
    case READ_TAG:
    default:
      break;
    }

  /* <list_head> in a kernel developer's abstract is no element. */
  if (!lanyard_tags_is_known (tag.name, NULL))
    add_text (builder, at, (gsize) (tag.end - at));
  else if (tag.is_end)
    lanyard_tags_close (tags, tag.name);
  else
    lanyard_tags_open (tags, tag.name, (const char * const *) tag.attributes->pdata);

  return tag.end;
}

/* Reads raw HTML, of which elements may stay open in @tags. */
void
lanyard_raw_html_read (const char         *html,
                       LanyardTextBuilder *builder,
                       LanyardTags        *tags)
{
  const char *at = html;

  while (*at != '\0')
    {
      const char *raw = lanyard_tags_get_raw_name (tags);
      gsize length;

      if (raw != NULL)
        at = skip_raw (at, raw);
      length = strcspn (at, "<");
      add_text (builder, at, length);
      at += length;
      if (*at == '<')
        at = read_markup (at, builder, tags);
    }
}

/* Writes @text with its character references replaced to @decoded. */
void
lanyard_raw_html_decode (const char *text,
                         gsize       length,
                         GString    *decoded)
{
  gsize i = 0;

  while (i < length)
    {
      const char *ampersand = memchr (text + i, '&', length - i);
      gsize plain = ampersand != NULL ? (gsize) (ampersand - text) - i : length - i;
      gsize reference;

      g_string_append_len (decoded, text + i, (gssize) plain);
      i += plain;
      if (i == length)
        return;

      reference = decode_reference (text + i, length - i, decoded);
      if (reference == 0)
        g_string_append_c (decoded, '&');
      i += MAX (reference, 1);
    }
}
