/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done to XML before libxml2 sees it. All of it becomes UTF-8 and begins
 * at its root element, without what servers print before it and without a
 * document type. What turns out not to be well-formed is mended as far as bytes
 * can tell: bare "&" and "<", control characters, HTML in texts and its entities.
 * lanyard-frab.c and lanyard-xcal.c call it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include "text/lanyard-entities.h"

#include "lanyard-xml-mend.h"

/* How much of a document its declaration and what precedes its root may take. */
#define HEAD (64 * 1024)

/* libxml2 gives up at ten million bytes in one place, of which a little may be
 * what is before it. */
#define LONGEST_PIECE (9 * 1024 * 1024)

/* The encoding by the first bytes, or else as declared; NULL for UTF-8. */
static char *
dup_encoding (const char *data,
              gsize       size)
{
  g_autofree char *head = g_strndup (data, MIN (size, 200));
  const char *at;
  char quote[2] = { 0 };
  g_autofree char *name = NULL;

  if (size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "<\0", 2) == 0))
    return g_strdup ("UTF-16LE");
  if (size >= 2 && (memcmp (data, "\xfe\xff", 2) == 0 || memcmp (data, "\0<", 2) == 0))
    return g_strdup ("UTF-16BE");

  at = strstr (head, "<?xml");
  at = at != NULL ? strstr (at, "encoding=") : NULL;
  if (at == NULL || strlen (at) < strlen ("encoding='x'"))
    return NULL;
  quote[0] = at[strlen ("encoding=")];
  at += strlen ("encoding=") + 1;
  name = g_strndup (at, strcspn (at, quote));
  if (g_ascii_strncasecmp (name, "utf", 3) == 0 || g_ascii_strcasecmp (name, "us-ascii") == 0)
    return NULL;
  return g_steal_pointer (&name);
}

/* What Windows writes between 0x80 and 0x9f, as Unicode. */
static gunichar
from_windows (guint8 byte)
{
  static const guint16 characters[32] = {
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd,
    0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
  };

  return byte >= 0x80 && byte < 0xa0 ? characters[byte - 0x80] : byte;
}

/* Bytes that are no UTF-8 were Latin-1 once, or what Windows makes of it. */
static GBytes *
mend_encoding (const char *data,
               gsize       size)
{
  GString *text = g_string_sized_new (size + size / 8);
  const char *end = data + size;

  while (data < end)
    {
      const char *valid_end;

      g_utf8_validate_len (data, (gsize) (end - data), &valid_end);
      g_string_append_len (text, data, valid_end - data);
      data = valid_end;
      if (data < end)
        {
          if (*data != '\0')
            g_string_append_unichar (text, from_windows ((guint8) *data));
          data++;
        }
    }
  return g_string_free_to_bytes (text);
}

/* Gives the document in UTF-8; @is_mended is set if that took a guess. */
GBytes *
lanyard_xml_decode (GBytes   *document,
                    gboolean *is_mended)
{
  gsize size;
  const char *data = g_bytes_get_data (document, &size);
  g_autofree char *encoding = data != NULL ? dup_encoding (data, size) : NULL;

  if (encoding != NULL)
    {
      gsize n_written;
      char *text = g_convert (data, (gssize) size, "UTF-8", encoding, NULL, &n_written, NULL);

      if (text != NULL)
        return g_bytes_new_take (text, n_written);
    }
  if (data == NULL || g_utf8_validate_len (data, size, NULL))
    return g_bytes_ref (document);
  *is_mended = TRUE;
  return mend_encoding (data, size);
}

/* Where the root element begins, if it has that name: past a byte order mark,
 * declarations, comments, and whatever a broken server printed. */
static const char *
find_element (const char *data,
              gsize       size,
              const char *name)
{
  const char *end = data + MIN (size, HEAD);
  g_autofree char *tag = g_strconcat ("<", name, NULL);
  gsize length = strlen (tag);
  const char *at = data;

  while ((at = memchr (at, '<', (gsize) (end - at))) != NULL)
    {
      if (end - at > 4 && memcmp (at, "<!--", 4) == 0)
        {
          const char *close = memmem (at + 4, (gsize) (end - at) - 4, "-->", 3);

          if (close == NULL)
            return NULL;
          at = close;
        }
      else if ((gsize) (end - at) > length && memcmp (at, tag, length) == 0 && at[length] != '\0' &&
               strchr (" \t\r\n>/", at[length]) != NULL)
        return at;
      at++;
    }
  return NULL;
}

/* Gives what begins at the root element; NULL where that has another name. */
GBytes *
lanyard_xml_find_root (GBytes     *text,
                       const char *name)
{
  gsize size;
  const char *data = g_bytes_get_data (text, &size);
  const char *root = data != NULL ? find_element (data, size, name) : NULL;

  return root != NULL ? g_bytes_new_from_bytes (text, (gsize) (root - data), size - (gsize) (root - data)) : NULL;
}

static const char *
find_tag (const char *at,
          const char *end)
{
  return at < end ? memchr (at, '<', (gsize) (end - at)) : NULL;
}

/* Copies the reference at @at, an ampersand, as XML knows it: by its number, if
 * that is one of a character, or as one of five names. HTML's other names become
 * characters, and what is no reference the ampersand that it is. Returns: after it */
static const char *
mend_reference (const char *at,
                const char *end,
                GString    *mended)
{
  static const char * const known[] = { "amp", "lt", "gt", "quot", "apos", NULL };
  gsize length = 0;
  g_autofree char *name = NULL;
  gunichar replacement;
  guint64 number;

  while (at + 1 + length < end && length < 32 && (g_ascii_isalnum (at[1 + length]) || (length == 0 && at[1] == '#')))
    length++;
  name = g_strndup (at + 1, length);
  if (length == 0 || at + 1 + length == end || at[1 + length] != ';')
    {
      g_string_append (mended, "&amp;");
      return at + 1;
    }
  if (name[0] == '#')
    {
      number = name[1] == 'x' ? g_ascii_strtoull (name + 2, NULL, 16) : g_ascii_strtoull (name + 1, NULL, 10);
      if (number >= 0x20 && number <= 0x10ffff && g_unichar_validate ((gunichar) number) && (number & 0xfffe) != 0xfffe)
        g_string_append_printf (mended, "&#%" G_GUINT64_FORMAT ";", number);
      else
        g_string_append_c (mended, ' ');
      return at + length + 2;
    }
  replacement = lanyard_entity_get_character (name);
  if (g_strv_contains (known, name))
    g_string_append_printf (mended, "&%s;", name);
  else if (replacement != 0)
    g_string_append_unichar (mended, replacement);
  else
    g_string_append_printf (mended, "&amp;%s;", name);
  return at + length + 2;
}

/* Copies what begins with "<" at @at. Returns: after it */
static const char *
mend_angle (const char *at,
            const char *end,
            GString    *mended)
{
  const char *close = NULL;

  g_assert (at != NULL && at < end);

  if (end - at > 9 && memcmp (at, "<![CDATA[", 9) == 0)
    {
      close = memmem (at, (gsize) (end - at), "]]>", 3);
      close = close != NULL ? close + 3 : end;
    }
  else if (end - at > 4 && memcmp (at, "<!--", 4) == 0)
    {
      close = memmem (at + 4, (gsize) (end - at) - 4, "-->", 3);
      return close != NULL ? close + 3 : end;
    }
  else if (end - at > 1 && (g_ascii_isalpha (at[1]) || at[1] == '_' || (at[1] == '/' && end - at > 2 && g_ascii_isalpha (at[2]))))
    close = at + 1;

  if (close == NULL)
    {
      g_string_append (mended, "&lt;");
      return at + 1;
    }
  for (; at < close; at++)
    if ((guint8) *at >= 0x20 || strchr ("\t\r\n", *at) != NULL)
      g_string_append_c (mended, *at == '\0' ? ' ' : *at);
  return close;
}

/* Whether at @at there is that name of an element. */
static gboolean
is_name (const char *at,
         const char *end,
         const char *name)
{
  gsize length = strlen (name);

  return end - at > (gssize) length && memcmp (at, name, length) == 0 && at[length] != '\0' &&
         strchr (" \t\r\n/>", at[length]) != NULL;
}

/* The name at @at if it is that of an element with a long text, else NULL. */
static const char *
find_text_name (const char *at,
                const char *end)
{
  static const char * const names[] = { "abstract", "biography", "description", "extended_biography" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (is_name (at, end, names[i]))
      return names[i];
  return NULL;
}

/* Where the text called @name ends, of which @at is in the midst; NULL if that is
 * not before the next one begins, or if there is no HTML in it. */
static const char *
find_end_of_html (const char *at,
                  const char *end,
                  const char *name)
{
  gboolean has_tags = FALSE;

  for (; (at = find_tag (at, end)) != NULL; at++)
    {
      gboolean is_closing = at + 1 < end && at[1] == '/';
      const char *inner = at + (is_closing ? 2 : 1);
      const char *other = find_text_name (inner, end);

      if (other != NULL)
        return has_tags && is_closing && other == name ? at : NULL;
      if (is_name (inner, end, "event") || (end - inner > 8 && memcmp (inner, "![CDATA[", 8) == 0))
        return NULL;
      has_tags |= inner < end && g_ascii_isalpha (*inner);
    }
  return NULL;
}

/* Escapes HTML that nobody escaped, up to @end: it need not be well-formed, and
 * what it opens would take the rest of the document with it. */
static void
escape_html (const char *at,
             const char *end,
             GString    *mended)
{
  g_autoptr (GString) reference = g_string_new (NULL);

  while (at < end)
    if (*at == '&')
      {
        g_string_truncate (reference, 0);
        at = mend_reference (at, end, reference);
        g_string_append (mended, reference->str[0] == '&' ? "&amp;" : "");
        g_string_append (mended, reference->str + (reference->str[0] == '&'));
      }
    else
      {
        if (*at == '<')
          g_string_append (mended, "&lt;");
        else
          g_string_append_c (mended, (guint8) *at >= 0x20 || *at == '\n' ? *at : ' ');
        at++;
      }
}

/* Copies a text with HTML in it, of which @at is the "<". Returns: where it ends,
 * NULL if it is none */
static const char *
mend_html (const char *at,
           const char *end,
           GString    *mended)
{
  const char *name = find_text_name (at + 1, end);
  const char *begin = at;
  const char *close;

  if (name == NULL)
    return NULL;
  do
    begin++;
  while (begin < end && *begin != '>' && *begin != '<');
  if (begin == end || *begin != '>' || begin[-1] == '/')
    return NULL;
  begin++;
  close = find_end_of_html (begin, end, name);
  if (close == NULL)
    return NULL;
  g_string_append_len (mended, at, begin - at);
  escape_html (begin, close, mended);
  return close;
}

/* Gives XML that is not well-formed with fewer mistakes in it. */
GBytes *
lanyard_xml_mend (GBytes *text)
{
  gsize size;
  const char *at = g_bytes_get_data (text, &size);
  const char *end;
  GString *mended;

  if (at == NULL)
    return g_bytes_ref (text);
  end = at + size;
  mended = g_string_sized_new (size + size / 16);
  while (at < end)
    {
      const char *from = at;

      while (at < end && *at != '&' && *at != '<' && ((guint8) *at >= 0x20 || *at == '\n'))
        at++;
      g_string_append_len (mended, from, at - from);
      if (at == end)
        break;
      if (*at == '&')
        at = mend_reference (at, end, mended);
      else if (*at == '<')
        {
          const char *after = mend_html (at, end, mended);

          at = after != NULL ? after : mend_angle (at, end, mended);
        }
      else
        g_string_append_c (mended, *at == '\t' || *at == '\r' ? *at : ' '), at++;
    }
  return g_string_free_to_bytes (mended);
}

/* How many attributes the tag at @at has, of what is before the next one. */
static guint
count_attributes (const char *at,
                  const char *next)
{
  guint n_attributes = 0;
  char quote = '\0';

  for (at++; at < next && (quote != '\0' || *at != '>'); at++)
    if (quote != '\0')
      quote = *at == quote ? '\0' : quote;
    else if (*at == '"' || *at == '\'')
      quote = *at;
    else
      n_attributes += *at == '=';
  return n_attributes;
}

/* Whether some tag has more attributes than anybody writes. */
gboolean
lanyard_xml_has_endless_tag (GBytes *text)
{
  gsize size;
  const char *data = g_bytes_get_data (text, &size);
  const char *end = data != NULL ? data + size : NULL;

  for (const char *at = find_tag (data, end), *next; at != NULL; at = next)
    {
      const char *stop = (next = find_tag (at + 1, end)) != NULL ? next : end;

      if (stop - at > LANYARD_XML_MAX_ATTRIBUTES && g_ascii_isalpha (at[1]) &&
          count_attributes (at, stop) > LANYARD_XML_MAX_ATTRIBUTES)
        return TRUE;
    }
  return FALSE;
}

/* Where the tag or the section of CDATA at @at ends. */
static const char *
find_piece_end (const char *at,
                const char *end)
{
  static const char begin[] = "<![CDATA[";
  char quote = '\0';

  if ((gsize) (end - at) >= strlen (begin) && memcmp (at, begin, strlen (begin)) == 0)
    {
      const char *close = memmem (at, (gsize) (end - at), "]]>", 3);

      return close != NULL ? close : end;
    }
  for (at++; at < end && *at != '<' && (quote != '\0' || *at != '>'); at++)
    if (quote != '\0')
      quote = *at == quote ? '\0' : quote;
    else if (*at == '"' || *at == '\'')
      quote = *at;
  return at;
}

/* Whether some tag or section of CDATA is as long as libxml2 takes none. */
gboolean
lanyard_xml_has_long_piece (GBytes *text)
{
  gsize size;
  const char *data = g_bytes_get_data (text, &size);
  const char *end = data != NULL ? data + size : NULL;

  for (const char *at = find_tag (data, end), *stop; at != NULL; at = find_tag (stop, end))
    {
      stop = find_piece_end (at, end);
      if (stop - at > LONGEST_PIECE)
        return TRUE;
    }
  return FALSE;
}
