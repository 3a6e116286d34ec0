/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text on a terminal: harmless, measured, cut and wrapped. */

#include "config.h"

#include "lanyard-cli-text.h"

static void
assert_line (const char *text,
             const char *expected)
{
  g_autofree char *line = lanyard_cli_text_dup_line (text);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_control_characters_go (void)
{
  assert_line (NULL, "");
  assert_line ("\033]0;owned\007\033[31mred", "]0;owned[31mred");
  assert_line ("C1: \xC2\x9B" "31m", "C1: 31m");
  assert_line ("a\tb\r\nc\xE2\x80\xA8" "d\x7F", "a b c d");
  assert_line ("\xE2\x80\xAE" "evil\xE2\x80\xAC", "evil");
  assert_line ("not \xFF UTF-8", "not \xEF\xBF\xBD UTF-8");
}

static void
test_lines_stay (void)
{
  g_autofree char *lines = lanyard_cli_text_dup_lines ("one\r\ntwo\n\n\033[2Jthree\n");

  g_assert_cmpstr (lines, ==, "one\ntwo\n\n[2Jthree");
}

static void
test_width (void)
{
  g_assert_cmpint (lanyard_cli_text_get_width (""), ==, 0);
  g_assert_cmpint (lanyard_cli_text_get_width ("abc"), ==, 3);
  g_assert_cmpint (lanyard_cli_text_get_width ("縦書き"), ==, 6);
  g_assert_cmpint (lanyard_cli_text_get_width ("e\xCC\x81t\xC3\xA9"), ==, 3);
  g_assert_cmpint (lanyard_cli_text_get_width ("a\xE2\x80\x8B" "b"), ==, 2);
  g_assert_cmpint (lanyard_cli_text_get_width ("🐧"), ==, 2);
}

static void
assert_cut (const char *text,
            int         width,
            const char *expected)
{
  g_autofree char *cut = lanyard_cli_text_dup_cut (text, width);

  g_assert_cmpstr (cut, ==, expected);
  g_assert_cmpint (lanyard_cli_text_get_width (cut), <=, width);
}

static void
test_cut (void)
{
  assert_cut ("abc", 3, "abc");
  assert_cut ("abcd", 3, "ab…");
  assert_cut ("ab cd", 4, "ab…");
  assert_cut ("縦書きと", 8, "縦書きと");
  assert_cut ("縦書きと", 7, "縦書き…");
  assert_cut ("縦書きと", 6, "縦書…");
  /* A combining mark is never torn from its letter. */
  assert_cut ("e\xCC\x81" "bc", 2, "e\xCC\x81…");
  assert_cut ("abc", 1, "…");
  assert_cut ("abc", 0, "");
}

static void
assert_wrapped (const char *text,
                int         width,
                int         indent,
                const char *expected)
{
  g_autofree char *wrapped = lanyard_cli_text_dup_wrapped (text, width, indent);

  g_assert_cmpstr (wrapped, ==, expected);
}

static void
test_wrapped (void)
{
  assert_wrapped ("one two three", 7, 0, "one two\nthree\n");
  assert_wrapped ("one two three", 8, 2, "  one two\n  three\n");
  assert_wrapped ("one\n\ntwo", 9, 0, "one\n\ntwo\n");
  assert_wrapped ("• one two three", 9, 0, "• one two\n  three\n");
  assert_wrapped ("10. one two", 8, 0, "10. one\n    two\n");
  assert_wrapped ("2 one two", 5, 0, "2 one\ntwo\n");
  assert_wrapped ("abcdefgh", 3, 0, "abc\ndef\ngh\n");
  assert_wrapped ("see https://example.org/abc now", 8, 0, "see\nhttps://example.org/abc\nnow\n");
  assert_wrapped ("縦書きと", 5, 0, "縦書\nきと\n");
  assert_wrapped ("縦書", 1, 0, "縦\n書\n");
}

static void
test_folded (void)
{
  g_autofree char *composed = lanyard_cli_text_dup_folded ("CAF\xC3\x89");
  g_autofree char *decomposed = lanyard_cli_text_dup_folded ("cafe\xCC\x81");

  g_assert_cmpstr (composed, ==, decomposed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/control-characters-go", test_control_characters_go);
  g_test_add_func ("/text/lines-stay", test_lines_stay);
  g_test_add_func ("/text/width", test_width);
  g_test_add_func ("/text/cut", test_cut);
  g_test_add_func ("/text/wrapped", test_wrapped);
  g_test_add_func ("/text/folded", test_folded);

  return g_test_run ();
}
