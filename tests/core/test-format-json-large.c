/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON is read entry by entry, and how much of it at a time depends on its size:
 * a large document is read as a small one is, and one that breaks off is told
 * to be so. */

#include "config.h"

#include "feed-documents.h"
#include "indico-documents.h"

/* More than is parsed at a time. */
#define N_BLANKS 16500

/* NULL at the end of each conference. */
static const char * const conferences[][7] = {
  { "conference/sessions.json", NULL },
  { "conference/contributions.json", NULL },
  { "conference/timetable.json", NULL },
  { "emf/schedule.json", NULL },
  { "fosdem-matrix/matrix.json", NULL },
  { "open-event/sessions.json", NULL },
  { "pretalx/grid.json", NULL },
  { "pretalx/legacy.json", NULL },
  { "pretalx/submissions.json", NULL },
  { "pretalx/submissions.json", "pretalx/slots.json", "pretalx/rooms.json", "pretalx/speakers.json",
    "pretalx/tracks.json", "pretalx/event.json", NULL },
  { "pretalx/widget.json", NULL },
  { "schedule-json/flat.json", NULL },
  { "schedule-json/frab.json", NULL },
  { "schedule-json/pretalx.json", NULL },
};

/* The same document with many blanks in each list and object that ends in its
 * second half, by which they are large. Its beginning tells what it is. */
static GBytes *
with_blanks (GBytes *document)
{
  g_autofree char *blanks = g_strnfill (N_BLANKS, ' ');
  GString *text = g_string_new (NULL);
  gsize size;
  const char *data = g_bytes_get_data (document, &size);
  gboolean is_in_string = FALSE;

  for (const char *at = data; at < data + size; at++)
    {
      if (!is_in_string && (*at == '}' || *at == ']') && at >= data + size / 2)
        g_string_append_len (text, blanks, N_BLANKS);
      g_string_append_c (text, *at);
      if (is_in_string && *at == '\\')
        g_string_append_c (text, *++at);
      else if (*at == '"')
        is_in_string = !is_in_string;
    }
  return g_string_free_to_bytes (text);
}

static void
test_alike (gconstpointer data)
{
  g_autoptr (GPtrArray) small = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) large = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (LanyardProgramme) expected = NULL;
  g_autoptr (LanyardProgramme) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *dump = NULL;

  for (const char * const *name = data; *name != NULL; name++)
    {
      g_ptr_array_add (small, own_document (*name));
      g_ptr_array_add (large, with_blanks (g_ptr_array_index (small, small->len - 1)));
    }
  expected = lanyard_format_read (small, NULL, &error);
  g_assert_no_error (error);
  found = lanyard_format_read (large, NULL, &error);
  g_assert_no_error (error);

  wanted = dump_programme (expected);
  dump = dump_programme (found);
  g_assert_cmpstr (dump, ==, wanted);
  g_assert_cmpmem (lanyard_programme_get_remarks (found), sizeof (LanyardRemarks),
                   lanyard_programme_get_remarks (expected), sizeof (LanyardRemarks));
}

static void
assert_sentence (GBytes     *document,
                 const char *sentence)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (documents, document);
  programme = lanyard_format_read (documents, NULL, &error);
  g_assert_null (programme);
  g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_MALFORMED);
  g_assert_cmpstr (error->message, ==, sentence);
}

/* Wherever a file ends too early, it is told that it does, and what to do. */
static void
test_cut_off (gconstpointer data)
{
  const char * const *names = data;
  g_autoptr (GBytes) document = own_document (names[0]);
  gsize size;
  const char *text = g_bytes_get_data (document, &size);

  while (g_ascii_isspace (text[size - 1]))
    size--;
  for (gsize length = 1; length < size; length += MIN (MAX (1, size / 50), size - length))
    {
      g_autoptr (GBytes) part = g_bytes_new (text, length);

      g_test_message ("%" G_GSIZE_FORMAT " bytes", length);
      assert_sentence (part, "The programme breaks off before its end; download it again.");
    }
}

/* One entry among others that is no JSON. */
static void
test_damaged (gconstpointer data)
{
  static const char * const bad[] = { "[ {\"a\": nul}, ", "[ {\"a\": 01}, ", "[ {\"a\": \"\\q\"}, ", "[ {\"a\" 1}, ",
                                      "[ {\"a\": 1]}, ", "[ , ", "[ 1 2, " };
  const char * const *names = data;
  g_autoptr (GBytes) document = own_document (names[0]);
  gsize size;
  const char *text = g_bytes_get_data (document, &size);
  const char *bracket = memchr (text, '[', size);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GString) changed = g_string_new_len (text, bracket - text);
      g_autoptr (GBytes) bytes = NULL;

      g_string_append (changed, bad[i]);
      g_string_append_len (changed, bracket + 1, text + size - bracket - 1);
      bytes = g_bytes_new (changed->str, changed->len);
      g_test_message ("%s", bad[i]);
      assert_sentence (bytes, "The programme is damaged and cannot be read; download it again.");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (conferences); i++)
    {
      const char * const *names = conferences[i];
      g_autofree char *alike = g_strdup_printf ("/json-large/alike/%s%s", names[0], names[1] != NULL ? "+" : "");
      g_autofree char *cut_off = g_strconcat ("/json-large/cut-off/", names[0], NULL);
      g_autofree char *damaged = g_strconcat ("/json-large/damaged/", names[0], NULL);

      g_test_add_data_func (alike, names, test_alike);
      if (names[1] != NULL)
        continue;
      g_test_add_data_func (cut_off, names, test_cut_off);
      g_test_add_data_func (damaged, names, test_damaged);
    }
  return g_test_run ();
}
