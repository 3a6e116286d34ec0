/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which order documents are read: what they hold is told before they are
 * parsed, so that only one tree is in memory at a time. lanyard-indico.c calls
 * it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-indico-private.h"

static const char *
find_bytes (GBytes     *bytes,
            const char *what)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return data != NULL ? memmem (data, size, what, strlen (what)) : NULL;
}

/* What a document holds, before it is parsed, so that only one tree is in
 * memory at a time. It decides nothing but the order of reading. */
static LanyardIndicoDetail
find_detail (GBytes *bytes)
{
  static const struct
  {
    const char *fossil;
    LanyardIndicoDetail detail;
  } fossils[] = {
    { "conferenceMetadataWithSessions\"", LANYARD_INDICO_SESSIONS },
    { "conferenceMetadataWithSubContribs\"", LANYARD_INDICO_SUBCONTRIBUTIONS },
    { "conferenceMetadataWithContribs\"", LANYARD_INDICO_CONTRIBUTIONS },
  };

  if (find_bytes (bytes, "\"conferenceMetadata") == NULL)
    return find_bytes (bytes, "\"entryType\"") != NULL ? LANYARD_INDICO_TIMETABLE : LANYARD_INDICO_EVENT;
  for (gsize i = 0; i < G_N_ELEMENTS (fossils); i++)
    if (find_bytes (bytes, fossils[i].fossil) != NULL)
      return fossils[i].detail;
  return LANYARD_INDICO_EVENT;
}

/* The server's "ts", which stands near the beginning in 3.x, at the end in 2.x. */
static gint64
find_made_at (GBytes *bytes)
{
  const char *at = find_bytes (bytes, "\"ts\":");
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char digits[16] = { 0 };

  if (at == NULL)
    return 0;
  at += strlen ("\"ts\":");
  memcpy (digits, at, MIN (sizeof digits - 1, (gsize) (data + size - at)));
  return g_ascii_strtoll (digits, NULL, 10);
}

/* Best first, newest first; the rest only makes the order certain. */
static int
compare_documents (gconstpointer a,
                   gconstpointer b)
{
  const LanyardIndicoDocument *left = a;
  const LanyardIndicoDocument *right = b;

  if (left->detail != right->detail)
    return left->detail < right->detail ? -1 : 1;
  if (left->made_at != right->made_at)
    return left->made_at > right->made_at ? -1 : 1;
  if (g_bytes_get_size (left->bytes) != g_bytes_get_size (right->bytes))
    return g_bytes_get_size (left->bytes) > g_bytes_get_size (right->bytes) ? -1 : 1;
  return g_bytes_compare (left->bytes, right->bytes);
}

/* Gives the documents in the order in which they are to be read. */
GArray *
lanyard_indico_sort_documents (GPtrArray *documents)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (LanyardIndicoDocument), documents->len);

  for (guint i = 0; i < documents->len; i++)
    {
      GBytes *bytes = g_ptr_array_index (documents, i);
      LanyardIndicoDocument document = { bytes, find_detail (bytes), find_made_at (bytes) };

      g_array_append_val (sorted, document);
    }
  g_array_sort (sorted, compare_documents);
  return sorted;
}
