/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Understands what was typed into a search. It is never taken for FTS5's query
 * language: each word becomes a quoted phrase, matched from the beginning of
 * words as one types, and all must be found.
 *
 * Case and accents are folded by the index's tokenizer. It leaves letters alone
 * that are no accented ones, so a word is also looked for in another spelling:
 * with ss for ß and ß for ss, with i for ı. ø, ł and æ stay what they are.
 *
 * Called by the search, on the store's worker thread. */

#include "config.h"

#include <string.h>

#include "lanyard-store-query.h"

/* Nobody types more; FTS5 refuses queries that are too deep. */
#define MAX_WORDS 16
#define MAX_CHARACTERS 200

/* What asks a font for an emoji; it is no part of it. */
#define VARIATION_SELECTOR "\357\270\217"

typedef struct
{
  LanyardStoreQuery *query;    /* borrowed */
  LanyardTokenizer *tokenizer; /* borrowed */
  GString *match;              /* owned */
  GString *groups;             /* owned */
  guint n_groups;
} Parser;

static void
phrase_free (LanyardStorePhrase *phrase)
{
  g_clear_pointer (&phrase->words, g_ptr_array_unref);
  g_clear_pointer (&phrase->tail, g_free);
  g_free (phrase);
}

/* Emoji, arrows, dingbats: what stands for itself. */
static gboolean
has_symbol (const char *word)
{
  for (const char *c = word; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_type (g_utf8_get_char (c)) == G_UNICODE_OTHER_SYMBOL)
      return TRUE;
  return FALSE;
}

/* The index knows letters and digits only (and some emoji, by mistake): to it
 * C++ is C, and so would be everything that begins with a c. What is to be
 * found to the letter is therefore looked for whole where such a tail follows. */
static LanyardStorePhrase *
phrase_new (Parser     *self,
            const char *word,
            gboolean    is_literal)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (LanyardToken));
  g_autoptr (GString) words = g_string_new (NULL);
  LanyardStorePhrase *phrase;
  const char *tail;

  lanyard_tokenizer_split (self->tokenizer, word, tokens, words);
  if (tokens->len == 0)
    return NULL;

  phrase = g_new0 (LanyardStorePhrase, 1);
  phrase->words = g_ptr_array_new_with_free_func (g_free);
  phrase->group = self->n_groups;
  tail = word + g_array_index (tokens, LanyardToken, tokens->len - 1).end;
  phrase->is_prefix = !is_literal || *tail == '\0';
  if (!phrase->is_prefix)
    phrase->tail = g_utf8_strdown (tail, -1);
  for (guint i = 0; i < tokens->len; i++)
    g_ptr_array_add (phrase->words, g_strdup (words->str + g_array_index (tokens, LanyardToken, i).word));
  return phrase;
}

static void
add_spelling (Parser     *self,
              const char *word,
              gboolean    is_literal)
{
  LanyardStorePhrase *phrase = phrase_new (self, word, is_literal);
  g_auto (GStrv) pieces = NULL;
  g_autofree char *quoted = NULL;

  if (phrase == NULL)
    return;

  g_ptr_array_add (self->query->phrases, phrase);

  pieces = g_strsplit (word, "\"", -1);
  quoted = g_strjoinv ("\"\"", pieces);
  if (self->groups->len > 0 && self->groups->str[self->groups->len - 1] == 'a' + (char) self->n_groups)
    g_string_append (self->match, " OR ");
  g_string_append_printf (self->match, "\"%s\"%s", quoted, phrase->is_prefix ? "*" : "");
  g_string_append_c (self->groups, 'a' + self->n_groups);
}

static void
add_other_spelling (Parser     *self,
                    const char *low,
                    const char *letters,
                    const char *instead)
{
  g_autoptr (GString) other = g_string_new (low);

  if (g_string_replace (other, letters, instead, 0) > 0)
    add_spelling (self, other->str, FALSE);
}

static void
add_word (Parser     *self,
          const char *word)
{
  gboolean is_literal = strpbrk (word, "+#") != NULL || has_symbol (word);
  g_autofree char *low = g_utf8_strdown (word, -1);
  gsize n_groups_before = self->groups->len;
  gsize begin = self->match->len;

  add_spelling (self, word, is_literal);
  if (!is_literal)
    {
      add_other_spelling (self, low, "ß", "ss");
      add_other_spelling (self, low, "ss", "ß");
      add_other_spelling (self, low, "ı", "i");
    }
  if (self->groups->len > n_groups_before)
    {
      g_string_insert (self->match, begin, begin > 0 ? " AND (" : "(");
      g_string_append_c (self->match, ')');
      self->n_groups++;
    }
  else if (!has_symbol (word))
    return;

  if (!is_literal)
    return;
  if (g_str_has_suffix (low, VARIATION_SELECTOR))
    low[strlen (low) - strlen (VARIATION_SELECTOR)] = '\0';
  if (self->groups->len == n_groups_before)
    g_ptr_array_add (self->query->symbols, g_strdup (low));
  g_ptr_array_add (self->query->literals, g_steal_pointer (&low));
}

/*
 * lanyard_store_query_new:
 * @typed: anything at all
 *
 * Understands what was typed.
 */
LanyardStoreQuery *
lanyard_store_query_new (const char       *typed,
                         LanyardTokenizer *tokenizer)
{
  LanyardStoreQuery *self = g_new0 (LanyardStoreQuery, 1);
  Parser parser = {
    .query = self,
    .tokenizer = tokenizer,
    .match = g_string_new (NULL),
    .groups = g_string_new (NULL),
  };
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_autofree char *text = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_CHARACTERS));
  g_auto (GStrv) words = NULL;

  self->phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) phrase_free);
  self->literals = g_ptr_array_new_with_free_func (g_free);
  self->symbols = g_ptr_array_new_with_free_func (g_free);
  for (char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isspace (g_utf8_get_char (c)))
      memset (c, ' ', g_utf8_next_char (c) - c);

  words = g_strsplit (text, " ", -1);
  for (guint i = 0, n_words = 0; words[i] != NULL && n_words < MAX_WORDS; i++)
    if (*words[i] != '\0')
      {
        add_word (&parser, words[i]);
        n_words++;
      }
  self->match = g_string_free_and_steal (parser.match);
  self->groups = g_string_free_and_steal (parser.groups);
  return self;
}

void
lanyard_store_query_free (LanyardStoreQuery *self)
{
  g_free (self->match);
  g_free (self->groups);
  g_ptr_array_unref (self->phrases);
  g_ptr_array_unref (self->literals);
  g_ptr_array_unref (self->symbols);
  g_free (self);
}

/* Whether there is nothing to look for. */
gboolean
lanyard_store_query_is_empty (const LanyardStoreQuery *self)
{
  return *self->match == '\0' && self->symbols->len == 0;
}
