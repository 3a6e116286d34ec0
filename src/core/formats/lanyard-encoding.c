/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes UTF-8 of text that is something else: UTF-16, which Windows' own
 * programs save with a mark before it, and Latin-1, which nothing marks. Called
 * in the thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-encoding.h"

/* Gives a document in UTF-16 with its mark as UTF-8; any other one, and one that
 * is not whole, as it is. */
GBytes *
lanyard_encoding_unmark (GBytes *document)
{
  gsize size;
  const char *data = g_bytes_get_data (document, &size);
  char *text = NULL;

  if (size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    text = g_convert (data, (gssize) size, "UTF-8", "UTF-16", NULL, &size, NULL);
  return text != NULL ? g_bytes_new_take (text, size) : g_bytes_ref (document);
}

/* Whether text that is no UTF-8 has nothing of it either: then it is another
 * encoding, rather than UTF-8 from which something is missing. */
static gboolean
is_other_encoding (const char *text,
                   gsize       length)
{
  const char *end = text + length;

  for (const char *at = text; at < end; at++)
    {
      gunichar c = (guchar) *at < 0x80 ? *at : g_utf8_get_char_validated (at, end - at);

      if (c == (gunichar) -2 || (c >= 0x80 && c < 0x110000))
        return FALSE;
    }
  return TRUE;
}

/* Gives text that is not valid as UTF-8. What is in no Unicode encoding is most
 * likely in that of Windows, of which Latin-1 is a part; in what is, something
 * is missing. */
char *
lanyard_encoding_mend (const char *text,
                       gsize       length,
                       gsize      *n_written)
{
  char *mended = NULL;

  if (is_other_encoding (text, length))
    {
      mended = g_convert (text, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, n_written, NULL);
      if (mended == NULL)
        mended = g_convert (text, (gssize) length, "UTF-8", "ISO-8859-1", NULL, n_written, NULL);
    }
  if (mended == NULL)
    {
      mended = g_utf8_make_valid (text, (gssize) length);
      *n_written = strlen (mended);
    }
  return mended;
}
