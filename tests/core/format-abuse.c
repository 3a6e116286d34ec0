/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is done to a document, reading it ends soon and comes to one of two
 * things: a sound programme, or an error of LANYARD_FORMAT_ERROR that is a
 * sentence. See format-abuse.h. */

#include "format-abuse.h"

#include <string.h>

#include "time/lanyard-zone.h"

/* No document of a test is worth more time than this, in microseconds, even
 * with a sanitizer on a busy machine. */
#define LONGEST_READING (20 * G_USEC_PER_SEC)

static void
assert_text (const char *text)
{
  if (text != NULL)
    g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
assert_credits (GPtrArray *credits)
{
  for (guint i = 0; i < credits->len; i++)
    {
      const LanyardCredit *credit = g_ptr_array_index (credits, i);

      g_assert_nonnull (lanyard_person_get_key (credit->person));
      g_assert_cmpstr (lanyard_person_get_name (credit->person), !=, "");
      assert_text (lanyard_person_get_name (credit->person));
      assert_text (lanyard_person_get_biography (credit->person, NULL));
    }
}

static void
assert_links (GPtrArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      const LanyardLink *link = g_ptr_array_index (links, i);

      assert_text (link->title);
      assert_text (link->url);
      g_assert_nonnull (g_uri_peek_scheme (link->url));
    }
}

static void
assert_item (LanyardItem *item,
             GHashTable  *keys)
{
  gint64 start = lanyard_item_get_start (item);
  gint64 end = lanyard_item_get_end (item);

  g_assert_true (g_hash_table_add (keys, (gpointer) lanyard_item_get_key (item)));
  assert_text (lanyard_item_get_key (item));
  assert_text (lanyard_item_get_title (item));
  g_assert_cmpstr (lanyard_item_get_title (item), !=, "");
  if (start == LANYARD_NO_TIME)
    {
      g_assert_cmpint (end, ==, LANYARD_NO_TIME);
      return;
    }
  g_assert_cmpint (end, >=, start);
  g_assert_cmpint (end - start, <=, 366 * 24 * 60 * 60);
}

static void
assert_items (GPtrArray *items)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    assert_item (g_ptr_array_index (items, i), keys);
}

/* Whether what was read can be stored and shown. */
static void
assert_sound (LanyardProgramme *programme)
{
  const LanyardConferenceFields *conference =
      lanyard_conference_get_fields (lanyard_programme_get_conference (programme));
  GPtrArray *sessions = lanyard_programme_get_sessions (programme);
  GPtrArray *talks = lanyard_programme_get_talks (programme);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (LanyardZone) zone = NULL;

  g_assert_nonnull (conference->title);
  g_assert_nonnull (conference->feed_id);
  assert_text (conference->title);
  assert_text (conference->feed_id);
  zone = lanyard_zone_new (conference->zone);
  g_assert_nonnull (zone);
  for (guint i = 0; i < sessions->len; i++)
    {
      const LanyardSessionFields *session = lanyard_session_get_fields (g_ptr_array_index (sessions, i));

      g_assert_true (g_hash_table_add (keys, (gpointer) session->key));
      assert_text (session->title);
      assert_text (session->description);
    }
  assert_items (lanyard_programme_get_blocks (programme));
  assert_items (lanyard_programme_get_breaks (programme));
  assert_items (talks);
  for (guint i = 0; i < talks->len; i++)
    {
      const LanyardTalkFields *talk = lanyard_talk_get_fields (g_ptr_array_index (talks, i));

      assert_text (talk->subtitle);
      assert_text (talk->description);
      assert_text (talk->url);
      assert_credits (talk->credits);
      assert_links (talk->links);
    }
}

/* Reads bytes, whatever they are, and asserts that what comes of it is sound. */
void
format_abuse_read (const void *data,
                   gsize       size)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (GError) error = NULL;
  gint64 began = g_get_monotonic_time ();

  g_ptr_array_add (documents, g_bytes_new (data, size));
  programme = lanyard_format_read (documents, NULL, &error);
  g_assert_cmpint (g_get_monotonic_time () - began, <, LONGEST_READING);
  if (programme != NULL)
    {
      g_assert_no_error (error);
      assert_sound (programme);
      return;
    }
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, LANYARD_FORMAT_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* Loads a document that must be there. */
GBytes *
format_abuse_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

/* Cuts the document off at every @step-th byte. */
void
format_abuse_truncate (GBytes *document,
                       gsize   step)
{
  gsize size;
  const char *data = g_bytes_get_data (document, &size);

  for (gsize length = 0; length < size; length += step)
    format_abuse_read (data, length);
}

/* Changes, removes and repeats bytes, the same ones whenever a test of one
 * seed is run. */
void
format_abuse_flip (GBytes *document,
                   guint   n_rounds)
{
  gsize size;
  const char *data = g_bytes_get_data (document, &size);
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < n_rounds && size > 0; round++)
    {
      g_autoptr (GString) bytes = g_string_new_len (data, size);
      int n_changes = g_rand_int_range (rand, 1, 30);

      for (int i = 0; i < n_changes && bytes->len > 0; i++)
        {
          gsize at = g_rand_int_range (rand, 0, (gint32) bytes->len);
          gsize wanted = g_rand_int_range (rand, 1, 60);
          gsize length = MIN (bytes->len - at, wanted);
          g_autofree char *piece = g_strndup (bytes->str + at, length);

          switch (g_rand_int_range (rand, 0, 4))
            {
            case 0: bytes->str[at] = (char) g_rand_int_range (rand, 0, 256); break;
            case 1: bytes->str[at] ^= (char) (1 << g_rand_int_range (rand, 0, 8)); break;
            case 2: g_string_erase (bytes, at, length); break;
            default: g_string_insert (bytes, at, piece); break;
            }
        }
      format_abuse_read (bytes->str, bytes->len);
    }
}

static void
read_converted (GBytes     *document,
                const char *charset)
{
  gsize size, n_written;
  const char *data = g_bytes_get_data (document, &size);
  g_autofree char *converted = g_convert_with_fallback (data, size, charset, "UTF-8", "?", NULL, &n_written, NULL);

  if (converted != NULL)
    format_abuse_read (converted, n_written);
}

/* Writes the document in other encodings than it says, which is UTF-8, and
 * with what editors put before it. */
void
format_abuse_encode (GBytes *document)
{
  gsize size;
  const char *data = g_bytes_get_data (document, &size);
  g_autoptr (GString) marked = g_string_new ("\xef\xbb\xbf");
  g_autoptr (GString) zeros = g_string_new_len (data, size);

  read_converted (document, "UTF-16LE");
  read_converted (document, "UTF-16BE");
  read_converted (document, "UTF-16");
  read_converted (document, "UTF-32");
  read_converted (document, "ISO-8859-1");
  read_converted (document, "SHIFT_JIS");
  read_converted (document, "EBCDIC-US");
  format_abuse_read (g_string_append_len (marked, data, size)->str, size + 3);
  for (gsize at = 0; at < zeros->len; at += 997)
    zeros->str[at] = '\0';
  format_abuse_read (zeros->str, zeros->len);
}

/* Puts 100,000 levels into the middle, with and without their ends. */
void
format_abuse_nest (GBytes              *document,
                   const FormatNesting *nesting)
{
  const guint n_levels = 100000;
  gsize size;
  const char *data = g_bytes_get_data (document, &size);
  g_autoptr (GString) bytes = g_string_new_len (data, size / 2);

  for (guint i = 0; i < n_levels; i++)
    g_string_append (bytes, nesting->open);
  format_abuse_read (bytes->str, bytes->len);
  for (guint i = 0; i < n_levels && nesting->close != NULL; i++)
    g_string_append (bytes, nesting->close);
  g_string_append_len (bytes, data + size / 2, size - size / 2);
  format_abuse_read (bytes->str, bytes->len);
}

/* Does all of it, for some seconds at most: a large document is cut off and
 * flipped less often. @nesting may be NULL. */
void
format_abuse (GBytes              *document,
              const FormatNesting *nesting)
{
  gsize size = g_bytes_get_size (document);

  format_abuse_truncate (document, size < 20 * 1000 ? 97 : size < 200 * 1000 ? 1000 : size / 40);
  format_abuse_flip (document, size < 100 * 1000 ? 300 : 10);
  format_abuse_encode (document);
  if (nesting != NULL)
    format_abuse_nest (document, nesting);
}

void
format_abuse_add_tests (const char    *prefix,
                        const char    *folder,
                        GTestDataFunc  test)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test_path = g_strdup_printf ("%s/%s/%s", prefix, folder, name);

      if (!g_str_has_suffix (name, ".md"))
        g_test_add_data_func_full (test_path, g_build_filename (path, name, NULL), test, g_free);
    }
}
