/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files of other programs, which people choose by mistake: each is told what it
 * looks like. */

#include "config.h"

#include <string.h>

#include "formats/lanyard-format.h"

#define BYTES(literal) literal, sizeof (literal) - 1

typedef struct
{
  const char *name;
  const char *data;
  gsize       size;
  const char *expected; /* in the sentence */
} Other;

static const Other others[] = {
  { "pdf", BYTES ("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"), "a document to read" },
  { "pdf-behind-blanks", BYTES ("\r\n%PDF-1.4\n"), "a document to read" },
  { "odt", BYTES ("PK\3\4\24\0\0\10\0\0\x8a\xb4\x75\x5d\x5e\xc6\x32\x0c\x27\0\0\0\x27\0\0\0\10\0\0\0"
                  "mimetypeapplication/vnd.oasis.opendocument.textPK\3\4"), "a document to read" },
  { "xlsx", BYTES ("PK\3\4\24\0\6\0\10\0\0\0\x21\0\x41\x37\x82\xcf\x6e\1\0\0\4\5\0\0\x13\0\10\2"
                   "[Content_Types].xml \xa2\4\2\x28\xa0"), "a document to read" },
  { "doc", BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0"), "a document to read" },
  { "zip", BYTES ("PK\3\4\24\0\0\0\10\0\x8a\xb4\x75\x5d\x5e\xc6\x32\x0c\x27\0\0\0\x27\0\0\0\14\0\0\0schedule.xml"),
    "a compressed file" },
  { "gzip", BYTES ("\x1f\x8b\10\0\0\0\0\0\0\3"), "a compressed file" },
  { "bzip2", BYTES ("BZh91AY&SY"), "a compressed file" },
  { "xz", BYTES ("\xfd" "7zXZ\0\0\4"), "a compressed file" },
  { "7z", BYTES ("7z\xbc\xaf\x27\x1c\0\4"), "a compressed file" },
  { "zstd", BYTES ("\x28\xb5\x2f\xfd\4\0"), "a compressed file" },
  { "rar", BYTES ("Rar!\x1a\7\1\0"), "a compressed file" },
  { "png", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "a picture" },
  { "jpeg", BYTES ("\xff\xd8\xff\xe0\0\20JFIF\0"), "a picture" },
  { "gif", BYTES ("GIF89a\1\0\1\0"), "a picture" },
  { "webp", BYTES ("RIFF\x1a\0\0\0WEBPVP8L"), "a picture" },
  { "sound", BYTES ("RIFF\x1a\0\0\0WAVEfmt "), "not a conference’s programme" },
  { "bytes", BYTES ("\1\2\3\4"), "not a conference’s programme" },
  { "letters-of-windows", BYTES ("Gr\xfc\xdf" "e aus Wien"), "not a conference’s programme" },
  { "text", BYTES ("Monday: PDF and PNG"), "plain text" },
  { "table", BYTES ("day\ttitle\r\n1\tÜber Seile\r\n"), "plain text" },
  { "json", BYTES ("{\"name\": \"lanyard\", \"version\": 1}"), "JSON" },
  { "json-array", BYTES ("[1, 2]"), "JSON" },
  { "json-nothing", BYTES ("[]"), "JSON" },
  { "menu-of-giggity", BYTES ("{\"version\": 1, \"schedules\": []}"), "a directory" },
  { "list-of-kongress", BYTES ("[{\"id\": \"x\", \"icalUrl\": \"https://x.example/x.ics\"}]"), "a directory" },
  { "menu-of-confy", BYTES ("[{\"url\": \"https://x.example/x.xml\", \"title\": \"X\", \"start\": \"2031-03-08\"}]"),
    "a directory" },
  { "page-of-windows", BYTES ("\xff\xfe<\0h\0t\0m\0l\0>\0"), "a web page" },
};

static void
test_other (gconstpointer data)
{
  const Other *other = data;
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (documents, g_bytes_new_static (other->data, other->size));
  programme = lanyard_format_read (documents, NULL, &error);
  g_assert_null (programme);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, other->expected));
}

/* What is looked at ends in the middle of a letter. */
static void
test_long_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, i == 0 ? "x" : "ü");
  test_other (&(Other) { "long-text", text->str, text->len, "plain text" });
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_strconcat ("/refusal/", others[i].name, NULL);

      g_test_add_data_func (path, &others[i], test_other);
    }
  g_test_add_func ("/refusal/long-text", test_long_text);
  return g_test_run ();
}
