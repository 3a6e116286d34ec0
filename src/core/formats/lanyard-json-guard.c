/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One cheap walk over a JSON document before json-glib sees it, since that one
 * recurses, refuses a whole programme for half an emoji in one title, and may
 * be shown one entry at a time. The walk finds how deep the document is nested,
 * whether it is all there and each bracket, comma and colon in its place, and
 * mends what can be mended without moving a byte. Called by lanyard-json.c and
 * lanyard-json-text.c, in the thread that imports. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "lanyard-format.h"
#include "lanyard-json.h"
#include "lanyard-refusal.h"

/* What may come next. */
typedef enum
{
  ONE_VALUE,      /* and nothing else: behind a colon, or a comma in an array */
  FIRST_VALUE,    /* or the end of the array */
  ONE_NAME,
  FIRST_NAME,     /* or the end of the object */
  COLON,
  COMMA,          /* or the end of what it is in */
} Expectation;

typedef struct
{
  guint depth;
  guint deepest;
  guint64 objects;        /* for each bracket that is open, innermost lowest, whether it is an object's */
  Expectation expected;
  gboolean is_closed;     /* the outermost bracket has its partner */
  gboolean is_misshapen;  /* something is where it may not be */
  gboolean is_ascii;
  gboolean needs_mending;
} Walk;

G_STATIC_ASSERT (LANYARD_JSON_MAX_DEPTH <= 64);

static void
walk_value (Walk *walk)
{
  if (walk->expected != ONE_VALUE && walk->expected != FIRST_VALUE)
    walk->is_misshapen = TRUE;
  walk->expected = COMMA;
}

static void
walk_name_or_string (Walk *walk)
{
  if (walk->expected == ONE_NAME || walk->expected == FIRST_NAME)
    walk->expected = COLON;
  else
    walk_value (walk);
}

static void
walk_opening (Walk *walk,
              char  bracket)
{
  walk_value (walk);
  walk->expected = bracket == '{' ? FIRST_NAME : FIRST_VALUE;
  walk->objects = walk->objects << 1 | (bracket == '{');
  walk->depth++;
  walk->deepest = MAX (walk->deepest, walk->depth);
}

static void
walk_closing (Walk *walk,
              char  bracket)
{
  Expectation first = bracket == '}' ? FIRST_NAME : FIRST_VALUE;

  if (walk->depth == 0 || (walk->expected != COMMA && walk->expected != first) ||
      (walk->objects & 1) != (bracket == '}'))
    walk->is_misshapen = TRUE;
  walk->expected = COMMA;
  walk->objects >>= 1;
  if (walk->depth > 0 && --walk->depth == 0)
    walk->is_closed = TRUE;
}

static void
walk_comma (Walk *walk)
{
  if (walk->depth == 0 || walk->expected != COMMA)
    walk->is_misshapen = TRUE;
  walk->expected = walk->objects & 1 ? ONE_NAME : ONE_VALUE;
}

static void
walk_colon (Walk *walk)
{
  if (walk->expected != COLON)
    walk->is_misshapen = TRUE;
  walk->expected = ONE_VALUE;
}

static gboolean
is_hex (const guint8 *digits)
{
  return g_ascii_isxdigit (digits[0]) && g_ascii_isxdigit (digits[1]) &&
         g_ascii_isxdigit (digits[2]) && g_ascii_isxdigit (digits[3]);
}

/* Whether at @at there is "\uXXXX" whose first digits are d and one of @second. */
static gboolean
is_surrogate (const guint8 *at,
              const guint8 *end,
              const char   *second)
{
  return end - at >= 6 && at[0] == '\\' && at[1] == 'u' && (at[2] | 0x20) == 'd' &&
         at[3] != '\0' && strchr (second, at[3]) != NULL && is_hex (at + 2);
}

/* Looks at one escape, of which @at is the backslash; returns its length, which
 * never takes in a quote that ends the string. A surrogate without its partner
 * becomes U+FFFD. U+0000, at which C would cut the string off, becomes U+0001,
 * which is removed later like all others of its kind. */
static gsize
walk_escape (Walk         *walk,
             const guint8 *at,
             const guint8 *end,
             guint8       *mend)
{
  const char *instead = NULL;

  if (end - at < 6 || at[1] != 'u' || !is_hex (at + 2))
    return 2;
  if (is_surrogate (at, end, "89abAB") && is_surrogate (at + 6, end, "cdefCDEF"))
    return 12;
  if (is_surrogate (at, end, "89abcdefABCDEF"))
    instead = "fffd";
  else if (memcmp (at + 2, "0000", 4) == 0)
    instead = "0001";

  if (instead != NULL)
    {
      walk->needs_mending = TRUE;
      if (mend != NULL)
        memcpy (mend + 2, instead, 4);
    }
  return 6;
}

/* Walks over a string, of which @at is the first character; returns where it
 * ends. Raw control characters, which JSON forbids there, become blanks. */
static const guint8 *
walk_string (Walk         *walk,
             const guint8 *at,
             const guint8 *end,
             guint8       *mend)
{
  guint8 seen = 0;

  while (at < end && *at != '"')
    {
      gsize step = 1;

      if (*at == '\\')
        step = walk_escape (walk, at, end, mend);
      else if (*at < 0x20)
        {
          walk->needs_mending = TRUE;
          if (mend != NULL)
            *mend = ' ';
        }
      seen |= *at;
      step = MIN (step, (gsize) (end - at));
      at += step;
      if (mend != NULL)
        mend += step;
    }
  if (seen & 0x80)
    walk->is_ascii = FALSE;
  return at;
}

static inline gboolean
is_in_word (guint8 c)
{
  return c > ' ' && c != ',' && c != ':' && c != '{' && c != '}' && c != '[' && c != ']' && c != '"';
}

/* Walks over a number or a word such as null, of which json-glib would leave out
 * a byte order mark; returns its last character. */
static const guint8 *
walk_word (Walk         *walk,
           const guint8 *at,
           const guint8 *end)
{
  guint8 seen = *at;

  walk_value (walk);
  while (++at < end && is_in_word (*at))
    seen |= *at;
  if (seen & 0x80)
    walk->is_misshapen = TRUE;
  return at - 1;
}

/* Walks over the whole; where @mend is given, a copy of the same bytes, it is
 * mended on the way. */
static Walk
walk_over (const guint8 *data,
           gsize         size,
           guint8       *mend)
{
  Walk walk = { .is_ascii = TRUE };
  const guint8 *end = data + size;

  for (const guint8 *at = data; at < end && walk.deepest <= LANYARD_JSON_MAX_DEPTH; at++)
    switch (*at)
      {
      case '"':
        walk_name_or_string (&walk);
        at = walk_string (&walk, at + 1, end, mend != NULL ? mend + (at + 1 - data) : NULL);
        if (at == end)
          return walk;
        break;
      case '{':
      case '[':
        walk_opening (&walk, *at);
        break;
      case '}':
      case ']':
        walk_closing (&walk, *at);
        break;
      case ',':
        walk_comma (&walk);
        break;
      case ':':
        walk_colon (&walk);
        break;
      case ' ':
      case '\t':
      case '\r':
      case '\n':
        break;
      default:
        at = walk_word (&walk, at, end);
        break;
      }
  return walk;
}

static GBytes *
without_byte_order_mark (GBytes *document)
{
  gsize size;
  const char *data = g_bytes_get_data (document, &size);

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return g_bytes_new_from_bytes (document, 3, size - 3);
  return g_bytes_ref (document);
}

static GBytes *
as_valid_utf8 (GBytes *document)
{
  gsize size;
  const char *data = g_bytes_get_data (document, &size);
  char *valid;

  if (g_utf8_validate_len (data, size, NULL))
    return g_bytes_ref (document);
  valid = g_utf8_make_valid (data, size);
  return g_bytes_new_take (valid, strlen (valid));
}

/* Gives the document as json-glib can take it: bounded in size and depth,
 * closed, well-shaped, valid UTF-8 without stray surrogates. */
GBytes *
lanyard_json_guard (GBytes  *document,
                    GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) valid = NULL;
  guint8 *mended;
  Walk walk;

  g_assert (document != NULL);

  if (g_bytes_get_size (document) > LANYARD_JSON_MAX_SIZE)
    {
      g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_TOO_LARGE,
                           _("The file is too large to be a programme; check that it is the right one."));
      return NULL;
    }

  bytes = without_byte_order_mark (document);
  walk = walk_over (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  if (walk.deepest > LANYARD_JSON_MAX_DEPTH)
    {
      g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_TOO_LARGE,
                           _("The file is nested too deeply to be a programme; check that it is the right one."));
      return NULL;
    }
  if (!walk.is_closed)
    {
      g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_MALFORMED,
                           _("The programme breaks off before its end; download it again."));
      return NULL;
    }

  if (walk.is_misshapen)
    {
      lanyard_refusal_set_damaged (error);
      return NULL;
    }

  valid = walk.is_ascii ? g_bytes_ref (bytes) : as_valid_utf8 (bytes);
  if (!walk.needs_mending)
    return g_steal_pointer (&valid);

  mended = g_memdup2 (g_bytes_get_data (valid, NULL), g_bytes_get_size (valid));
  walk_over (g_bytes_get_data (valid, NULL), g_bytes_get_size (valid), mended);
  return g_bytes_new_take (mended, g_bytes_get_size (valid));
}
