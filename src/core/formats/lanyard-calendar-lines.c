/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The repair pass in front of libical: makes whole lines of iCalendar's bytes
 * (RFC 5545 3.1), as they are found in the wild. Lines end in LF, CR LF or
 * CR CR LF, or are not folded at all; characters are cut in two by folding, or
 * are Latin-1 or UTF-16; texts have bare line ends in them; something stands
 * before the calendar and after it. lanyard-calendar.c calls it, in the thread
 * that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-calendar-private.h"
#include "lanyard-encoding.h"

typedef struct
{
  LanyardCalendarText *text;     /* borrowed */
  GString             *line;     /* owned: what has been unfolded so far */
  guint                n_blank;  /* empty lines since then */
  gsize                indent;   /* blanks before each line, where a whole calendar is indented */
} Reader;

/* Adds one UTF-16 unit, or the pair that it begins; returns how many it took. */
static gsize
append_unit (GString      *utf8,
             const guint8 *at,
             gsize         n_left,
             gboolean      is_big)
{
  guint unit = is_big ? at[0] << 8 | at[1] : at[1] << 8 | at[0];
  guint next = 0;

  if (n_left >= 2)
    next = is_big ? at[2] << 8 | at[3] : at[3] << 8 | at[2];
  if (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000)
    {
      g_string_append_unichar (utf8, 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00));
      return 2;
    }
  if (unit >= 0xd800 && unit < 0xe000)
    unit = 0xfffd;
  if (unit != 0)
    g_string_append_unichar (utf8, unit);
  return 1;
}

static GBytes *
decode_utf16 (const guint8 *data,
              gsize         size,
              gboolean      is_big)
{
  GString *utf8 = g_string_sized_new (size / 2);

  for (gsize i = 0; i + 1 < size;)
    i += 2 * append_unit (utf8, data + i, (size - i) / 2, is_big);
  return g_string_free_to_bytes (utf8);
}

static GBytes *
without_zeros (const guint8 *data,
               gsize         size)
{
  GString *clean = g_string_sized_new (size);

  for (gsize i = 0; i < size; i++)
    if (data[i] != 0)
      g_string_append_c (clean, data[i]);
  return g_string_free_to_bytes (clean);
}

/* The bytes as 8 bits a character, without zeros and byte order marks. */
static GBytes *
decode (GBytes *document)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (document, &size);

  if (size >= 2 && ((data[0] == 0xff && data[1] == 0xfe) || (data[0] == 0xfe && data[1] == 0xff)))
    return decode_utf16 (data + 2, size - 2, data[0] == 0xfe);
  if (size >= 4 && (data[0] == 0) != (data[1] == 0) && (data[2] == 0) == (data[0] == 0) && (data[3] == 0) == (data[1] == 0))
    return decode_utf16 (data, size, data[0] == 0);
  if (size > 0 && memchr (data, 0, size) != NULL)
    return without_zeros (data, size);
  return g_bytes_ref (document);
}

/* The line as UTF-8; NULL where it is that already. */
static char *
dup_valid (Reader *reader)
{
  gsize length;

  if (g_utf8_validate_len (reader->line->str, reader->line->len, NULL))
    return NULL;
  reader->text->is_mended = TRUE;
  return lanyard_encoding_mend (reader->line->str, reader->line->len, &length);
}

/* What follows "BEGIN:" or "END:", if the line is one; it is cut to that. */
static char *
find_name (char       *line,
           const char *mark)
{
  if (g_ascii_strncasecmp (line, mark, strlen (mark)) != 0)
    return NULL;
  return g_strstrip (line + strlen (mark));
}

/* The line is whole. */
static void
flush (Reader *reader)
{
  g_autofree char *valid = NULL;
  char *line;
  char *name;

  reader->n_blank = 0;
  if (reader->line->len == 0)
    return;
  valid = dup_valid (reader);
  line = valid != NULL ? valid : reader->line->str;
  if ((name = find_name (line, "BEGIN:")) != NULL)
    lanyard_calendar_text_open (reader->text, name);
  else if ((name = find_name (line, "END:")) != NULL)
    lanyard_calendar_text_close (reader->text, name);
  else
    lanyard_calendar_text_add (reader->text, line);
  g_string_truncate (reader->line, 0);
}

static gboolean
is_property (const char *at,
             gsize       length)
{
  gsize name_length = 0;

  while (name_length < length && (g_ascii_isalnum (at[name_length]) || at[name_length] == '-'))
    name_length++;
  return name_length > 0 && name_length < length && (at[name_length] == ':' || at[name_length] == ';') &&
         lanyard_calendar_property_is_known (at, name_length);
}

static gboolean
is_mark (const char *at,
         gsize       length)
{
  return (length > 6 && g_ascii_strncasecmp (at, "BEGIN:", 6) == 0) ||
         (length > 4 && g_ascii_strncasecmp (at, "END:", 4) == 0);
}

/* A line that neither is a property nor continues one is the rest of a text
 * whose line end was not escaped. Outside of any it is nothing. */
static void
append_stray (Reader     *reader,
              const char *at,
              gsize       length)
{
  if (reader->line->len == 0)
    return;
  reader->text->is_mended = TRUE;
  for (guint i = 0; i <= MIN (reader->n_blank, 1); i++)
    g_string_append (reader->line, "\\n");
  reader->n_blank = 0;
  for (gsize i = 0; i < length; i++)
    {
      if (at[i] == '\\')
        g_string_append_c (reader->line, '\\');
      g_string_append_c (reader->line, at[i]);
    }
}

static void
read_line (Reader     *reader,
           const char *at,
           gsize       length)
{
  for (gsize i = 0; i < reader->indent && length > 0 && (*at == ' ' || *at == '\t'); i++, at++)
    length--;

  if (length == 0)
    reader->n_blank++;
  else if ((*at == ' ' || *at == '\t') && reader->line->len > 0)
    {
      g_string_append_len (reader->line, at + 1, length - 1);
      reader->n_blank = 0;
    }
  else if (is_property (at, length))
    {
      flush (reader);
      g_string_append_len (reader->line, at, length);
      if (is_mark (at, length))
        flush (reader);
    }
  else
    append_stray (reader, at, length);
}

/* How far the first calendar is indented, which all its lines are then. */
static gsize
find_indent (const char *data,
             gsize       size)
{
  const char *mark = memmem (data, size, "BEGIN:VCALENDAR", strlen ("BEGIN:VCALENDAR"));
  gsize indent = 0;

  if (mark == NULL)
    return 0;
  while (mark > data && (mark[-1] == ' ' || mark[-1] == '\t'))
    {
      mark--;
      indent++;
    }
  return mark == data || mark[-1] == '\n' || mark[-1] == '\r' ? indent : 0;
}

/* Reads iCalendar. Whatever the bytes are, this takes time and memory in
 * proportion to their number. */
void
lanyard_calendar_read_lines (GBytes              *document,
                             LanyardCalendarText *text)
{
  g_autoptr (GBytes) bytes = decode (document);
  gsize size;
  const char *at = g_bytes_get_data (bytes, &size);
  const char *end = at + size;
  Reader reader = { .text = text, .line = g_string_new (NULL) };

  if (size >= 3 && memcmp (at, "\xef\xbb\xbf", 3) == 0)
    at += 3;
  reader.indent = size > 0 ? find_indent (at, end - at) : 0;
  while (at < end)
    {
      const char *stop = at;

      while (stop < end && *stop != '\r' && *stop != '\n')
        stop++;
      read_line (&reader, at, stop - at);
      while (stop < end && *stop == '\r')
        stop++;
      if (stop < end && *stop == '\n')
        stop++;
      at = stop;
    }
  flush (&reader);
  lanyard_calendar_text_end (text);
  g_string_free (reader.line, TRUE);
}
