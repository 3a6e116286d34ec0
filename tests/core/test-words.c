/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which words of a text a search means. */

#include "config.h"

#include <string.h>

#include "text/lanyard-words.h"

/* `marked` is the text with what is found in brackets. */
static void
assert_marked (const char *text,
               const char *words,
               const char *marked)
{
  g_autoptr (GArray) ranges = lanyard_words_find (text, words);
  g_autoptr (GString) found = g_string_new (text);

  for (guint i = ranges->len; i > 0; i--)
    {
      const LanyardWordRange *range = &g_array_index (ranges, LanyardWordRange, i - 1);

      g_string_insert_c (found, (gssize) range->end, ']');
      g_string_insert_c (found, (gssize) range->begin, '[');
    }
  g_assert_cmpstr (found->str, ==, marked);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *words;
    const char *marked;
  } cases[] = {
    { "Copy on write, ten years on", "write", "Copy on [write], ten years on" },
    { "Copy on write, ten years on", "on WRI", "Copy [on] [write], ten years [on]" },
    { "Rewriting writers", "writ", "Rewriting [writers]" },
    { "Emre Yıldırım met José and Zoë", "jose ZOE", "Emre Yıldırım met [José] and [Zoë]" },
    { "jose and zoe", "José ZOË", "[jose] and [zoe]" },
    { "Jose\xcc\x81 is decomposed", "josé", "[Jose\xcc\x81] is decomposed" },
    { "Donaudampfschifffahrt, Straße", "strasse", "Donaudampfschifffahrt, [Straße]" },
    { "C++ and C", "c++", "[C++] and C" },
    { "C# and Copper", "c#", "[C#] and Copper" },
    { "it's its it’s", "it's", "[it's] its [it’s]" },
    { "sched_ext and sched-ext schedule", "sched_ext", "[sched_ext] and [sched-ext] schedule" },
    { "a \"quoted\" word", "\"quoted\"", "a \"[quoted]\" word" },
    { "birds 🐦 sing", "🐦", "birds 🐦 sing" },
    { "nothing here", "", "nothing here" },
    { "nothing here", "   ", "nothing here" },
    { "", "word", "" },
    { "ΣΊΣΥΦΟΣ", "σισυφος", "[ΣΊΣΥΦΟΣ]" },
    { "שלום עולם", "שלום", "[שלום] עולם" },
    { "5.10 kernel", "5.1", "[5.10] kernel" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_marked (cases[i].text, cases[i].words, cases[i].marked);
}

/* What is typed may be anything. */
static void
test_invalid (void)
{
  assert_marked ("plain text", "\xff\xfe", "plain text");
  assert_marked ("plain text", NULL, "plain text");
  assert_marked ("plain text", "\xcc\x81", "plain text");
  assert_marked ("+++ ###", "+++", "+++ ###");
}

static void
test_long (void)
{
  g_autofree char *text = g_strnfill (200000, 'a');
  g_autofree char *word = g_strnfill (20000, 'a');
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (GArray) ranges = lanyard_words_find (text, word);

  g_assert_cmpuint (ranges->len, ==, 1);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/words", test_words);
  g_test_add_func ("/words/invalid", test_invalid);
  g_test_add_func ("/words/long", test_long);
  return g_test_run ();
}
