/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a feed gives the same as before, where its server does not say so.
 * Indico makes an export anew every ten minutes, with another time in it and
 * its lists in whatever order its database gives them; none of that is news.
 * Called by sync, in the thread that imports.
 *
 * The documents are written out again in one certain way, and that is hashed.
 * No tree is made of them for that: it would take as long as reading the
 * programme. This is the way:
 *
 *   - of an answer itself the time, the question's address and what is said
 *     about other events are left out; of what is in it nothing is, so stamps
 *     of when something was made or modified count;
 *   - members are in the order of their names, strings are as they read and
 *     not as they were escaped, numbers are what they are worth;
 *   - lists that Indico gives in no certain order are sorted, others are not,
 *     for the order of a talk's speakers is their order on the stage;
 *   - documents may come in any order. */

#include "config.h"

#include <string.h>

#include "lanyard-digest.h"
#include "lanyard-json.h"

/* A part of the text that is being written: a member or an element. */
typedef struct
{
  gsize start;
  gsize length;
} Stretch;

typedef struct
{
  const char *at;      /* what is read, a guarded document, and where that is */
  const char *end;
  GString    *text;    /* what is written */
  GString    *scratch; /* to sort in */
  GArray     *parts;   /* of the lists and objects that are being read, innermost last */
} Rewriter;

static gboolean rewrite_value (Rewriter *self,
                               gboolean  is_answer,
                               gboolean  is_unordered);

/* Whether a stretch of the text is one of @names. */
static gboolean
is_one_of (const Rewriter     *self,
           const Stretch      *name,
           const char * const *names)
{
  for (; *names != NULL; names++)
    if (strlen (*names) == name->length && memcmp (self->text->str + name->start, *names, name->length) == 0)
      return TRUE;
  return FALSE;
}

/* --- sorting --------------------------------------------------------------- */

static int
compare_stretches (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  const char *text = user_data;
  const Stretch *left = a;
  const Stretch *right = b;
  int order = memcmp (text + left->start, text + right->start, MIN (left->length, right->length));

  return order != 0 ? order : (left->length > right->length) - (left->length < right->length);
}

/* Puts the parts from the nth on, which end the text, into the order of what
 * they say. */
static void
sort_parts (Rewriter *self,
            guint     n)
{
  Stretch *parts = &g_array_index (self->parts, Stretch, n);
  guint n_parts = self->parts->len - n;
  gsize start;

  if (n_parts < 2)
    return;
  start = parts[0].start;
  g_sort_array (parts, n_parts, sizeof (Stretch), compare_stretches, self->text->str);
  g_string_truncate (self->scratch, 0);
  for (guint i = 0; i < n_parts; i++)
    g_string_append_len (self->scratch, self->text->str + parts[i].start, parts[i].length);
  g_assert (self->scratch->len == self->text->len - start);
  memcpy (self->text->str + start, self->scratch->str, self->scratch->len);
}

/* --- reading --------------------------------------------------------------- */

static void
skip_blanks (Rewriter *self)
{
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\t' || *self->at == '\r' || *self->at == '\n'))
    self->at++;
}

/* Goes past the character if it comes next. */
static gboolean
accept (Rewriter *self,
        char      c)
{
  skip_blanks (self);
  if (self->at == self->end || *self->at != c)
    return FALSE;
  self->at++;
  return TRUE;
}

/* The four digits of "\uXXXX", of which @at is the backslash; -1 if they are
 * not there. */
static int
read_unit (const Rewriter *self,
           const char     *at)
{
  int unit = 0;

  if (self->end - at < 6 || at[0] != '\\' || at[1] != 'u')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return -1;
      unit = 16 * unit + g_ascii_xdigit_value (at[i]);
    }
  return unit;
}

/* The document's guard has seen to it that surrogates come in pairs. */
static gboolean
rewrite_unicode_escape (Rewriter *self)
{
  int unit = read_unit (self, self->at);
  int second = unit >= 0xd800 && unit < 0xdc00 ? read_unit (self, self->at + 6) : -1;

  if (unit <= 0)
    return FALSE;
  self->at += second >= 0 ? 12 : 6;
  g_string_append_unichar (self->text, second >= 0 ? 0x10000 + ((gunichar) (unit - 0xd800) << 10) + (second - 0xdc00)
                                                   : (gunichar) unit);
  return TRUE;
}

static gboolean
rewrite_escape (Rewriter *self)
{
  static const char escapes[] = "\"\\/bfnrt";
  static const char characters[] = "\"\\/\b\f\n\r\t";
  const char *escape;

  if (self->end - self->at < 2)
    return FALSE;
  if (self->at[1] == 'u')
    return rewrite_unicode_escape (self);
  escape = memchr (escapes, self->at[1], strlen (escapes));
  if (escape == NULL)
    return FALSE;
  g_string_append_c (self->text, characters[escape - escapes]);
  self->at += 2;
  return TRUE;
}

/* No string has the zero byte in it that ends it here (the guard sees to that),
 * so that what is in one cannot be taken for what is around it. */
static gboolean
rewrite_string (Rewriter *self,
                Stretch  *string)
{
  if (!accept (self, '"'))
    return FALSE;
  g_string_append_c (self->text, '"');
  string->start = self->text->len;
  while (self->at < self->end && *self->at != '"')
    {
      const char *from = self->at;

      while (self->at < self->end && *self->at != '"' && *self->at != '\\')
        self->at++;
      g_string_append_len (self->text, from, self->at - from);
      if (self->at < self->end && *self->at == '\\' && !rewrite_escape (self))
        return FALSE;
    }
  string->length = self->text->len - string->start;
  g_string_append_c (self->text, '\0');
  return accept (self, '"');
}

static gboolean
rewrite_object (Rewriter *self,
                gboolean  is_answer)
{
  static const char * const volatile_members[] = { "ts", "url", "additionalInfo", NULL };
  static const char * const unordered[] = {
    "results", "sessions", "contributions", "conveners", "sessionConveners",
    "folders", "attachments", "files", "material", "resources", "references", NULL
  };
  guint n = self->parts->len;

  g_string_append_c (self->text, '{');
  if (!accept (self, '}'))
    {
      do
        {
          Stretch member = { .start = self->text->len };
          Stretch name = { 0 };

          if (!rewrite_string (self, &name) || !accept (self, ':') ||
              !rewrite_value (self, FALSE, is_one_of (self, &name, unordered)))
            return FALSE;
          if (is_answer && is_one_of (self, &name, volatile_members))
            g_string_truncate (self->text, member.start);
          member.length = self->text->len - member.start;
          g_array_append_val (self->parts, member);
        }
      while (accept (self, ','));
      if (!accept (self, '}'))
        return FALSE;
    }
  sort_parts (self, n);
  g_array_set_size (self->parts, n);
  g_string_append_c (self->text, '}');
  return TRUE;
}

static gboolean
rewrite_array (Rewriter *self,
               gboolean  is_unordered)
{
  guint n = self->parts->len;

  g_string_append_c (self->text, '[');
  if (!accept (self, ']'))
    {
      do
        {
          Stretch element = { .start = self->text->len };

          if (!rewrite_value (self, FALSE, FALSE))
            return FALSE;
          element.length = self->text->len - element.start;
          g_array_append_val (self->parts, element);
        }
      while (accept (self, ','));
      if (!accept (self, ']'))
        return FALSE;
    }
  if (is_unordered)
    sort_parts (self, n);
  g_array_set_size (self->parts, n);
  g_string_append_c (self->text, ']');
  return TRUE;
}

/* A number, true, false or null. */
static gboolean
rewrite_word (Rewriter *self)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  const char *from = self->at;
  g_autofree char *word = NULL;
  char *end;
  double number;

  while (self->at < self->end && (g_ascii_isalnum (*self->at) || *self->at == '+' || *self->at == '-' || *self->at == '.'))
    self->at++;
  word = g_strndup (from, self->at - from);
  if (g_str_equal (word, "true") || g_str_equal (word, "false") || g_str_equal (word, "null"))
    g_string_append_c (self->text, *word);
  else if (*word == '\0')
    return FALSE;
  else if (strspn (word, "-0123456789") == strlen (word))
    g_string_append_printf (self->text, "#%s;", word);
  else
    {
      number = g_ascii_strtod (word, &end);
      if (*end != '\0')
        return FALSE;
      g_string_append_printf (self->text, "#%s;", g_ascii_dtostr (buffer, sizeof buffer, number));
    }
  return TRUE;
}

/* @is_answer: whether it is a whole document
 * @is_unordered: whether the order in it means nothing, if it is a list */
static gboolean
rewrite_value (Rewriter *self,
               gboolean  is_answer,
               gboolean  is_unordered)
{
  Stretch string;

  skip_blanks (self);
  if (self->at == self->end)
    return FALSE;
  switch (*self->at)
    {
    case '"':
      return rewrite_string (self, &string);
    case '{':
      self->at++;
      return rewrite_object (self, is_answer);
    case '[':
      self->at++;
      return rewrite_array (self, is_unordered);
    default:
      return rewrite_word (self);
    }
}

/* The document in its one way; NULL if it is no JSON. */
static GString *
rewrite_document (GBytes *document)
{
  g_autoptr (GBytes) guarded = lanyard_json_guard (document, NULL, NULL);
  g_autoptr (GString) text = NULL;
  g_autoptr (GString) scratch = NULL;
  g_autoptr (GArray) parts = NULL;
  Rewriter rewriter;
  gsize size;

  if (guarded == NULL)
    return NULL;
  rewriter.at = g_bytes_get_data (guarded, &size);
  rewriter.end = rewriter.at + size;
  rewriter.text = text = g_string_sized_new (size);
  rewriter.scratch = scratch = g_string_new (NULL);
  rewriter.parts = parts = g_array_new (FALSE, FALSE, sizeof (Stretch));
  if (!rewrite_value (&rewriter, TRUE, FALSE))
    return NULL;
  skip_blanks (&rewriter);
  return rewriter.at == rewriter.end ? g_steal_pointer (&text) : NULL;
}

/* What is no JSON counts byte by byte. */
static char *
dup_document_digest (GBytes *document)
{
  g_autoptr (GString) text = rewrite_document (document);

  if (text == NULL)
    return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, document);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text->str, text->len);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * lanyard_documents_dup_digest:
 * @documents: (element-type GBytes): an event's export documents, in any order
 *
 * Makes a digest that is the same as long as the documents say the same,
 * however they are written: SHA-256 of their canonical content. Takes time, so
 * it is nothing for the main thread; any other.
 *
 * Returns: (transfer full): the digest, 64 hexadecimal digits
 */
char *
lanyard_documents_dup_digest (GPtrArray *documents)
{
  g_autoptr (GPtrArray) digests = NULL;
  g_autoptr (GChecksum) checksum = NULL;

  g_return_val_if_fail (documents != NULL, NULL);

  digests = g_ptr_array_new_full (documents->len, g_free);
  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (digests, dup_document_digest (g_ptr_array_index (documents, i)));
  g_ptr_array_sort (digests, compare_strings);

  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  for (guint i = 0; i < digests->len; i++)
    g_checksum_update (checksum, g_ptr_array_index (digests, i), -1);
  return g_strdup (g_checksum_get_string (checksum));
}
