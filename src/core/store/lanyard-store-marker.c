/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks the words that a search found in a text, and cuts the best line out of
 * a long one. The text is split as the index splits it, so that what was found
 * is what is marked. Called by the search, on the store's worker thread. */

#include "config.h"

#include <string.h>

#include "lanyard-store-marker.h"
#include "lanyard-store.h"

/* How many words a line has, and how many of them before what was found. */
#define MAX_WORDS 24
#define MAX_WORDS_BEFORE 5

/* How many bytes of what is no word are shown between two words. */
#define MAX_GAP 200

#define MARK_BEGIN 0xe000
#define MARK_END 0xe001

/* What is known of a word: the groups of the phrases it is of, and whether it
 * continues the one of the word before. */
typedef struct
{
  guint groups;
  gboolean is_joined;
} Mark;

struct _LanyardStoreMarker
{
  const LanyardStoreQuery *query; /* borrowed */
  LanyardTokenizer *tokenizer;    /* borrowed */
  GArray *tokens;                 /* owned, of LanyardToken: those of the text at hand */
  GArray *marks;                  /* owned, of Mark: one a token */
  GString *words;                 /* owned */
};

static const LanyardToken *
get_token (LanyardStoreMarker *self,
           guint               i)
{
  return &g_array_index (self->tokens, LanyardToken, i);
}

static Mark *
get_mark (LanyardStoreMarker *self,
          guint               i)
{
  return &g_array_index (self->marks, Mark, i);
}

static gboolean
has_tail (const char *text,
          const char *tail)
{
  g_autofree char *end = NULL;

  if (g_str_has_prefix (text, tail))
    return TRUE;
  end = g_utf8_strdown (text, MIN (strlen (text), strlen (tail)));
  return g_str_equal (end, tail);
}

static gboolean
stands_at (LanyardStoreMarker       *self,
           const LanyardStorePhrase *phrase,
           const char               *text,
           guint                     first)
{
  guint last = phrase->words->len - 1;

  if (first + last >= self->tokens->len)
    return FALSE;
  for (guint i = 0; i <= last; i++)
    {
      const char *word = self->words->str + get_token (self, first + i)->word;
      const char *wanted = g_ptr_array_index (phrase->words, i);

      if (i == last && phrase->is_prefix ? !g_str_has_prefix (word, wanted) : !g_str_equal (word, wanted))
        return FALSE;
    }
  return phrase->tail == NULL || has_tail (text + get_token (self, first + last)->end, phrase->tail);
}

static void
mark_phrase (LanyardStoreMarker       *self,
             const LanyardStorePhrase *phrase,
             const char               *text)
{
  for (guint i = 0; i < self->tokens->len; i++)
    if (stands_at (self, phrase, text, i))
      {
        guint last = i + phrase->words->len - 1;

        for (guint j = i; j <= last; j++)
          {
            get_mark (self, j)->groups |= 1u << phrase->group;
            get_mark (self, j)->is_joined |= j > i;
          }
        if (phrase->tail != NULL)
          g_array_index (self->tokens, LanyardToken, last).end += strlen (phrase->tail);
      }
}

static int
compare_tokens (gconstpointer a,
                gconstpointer b)
{
  const LanyardToken *left = a;
  const LanyardToken *right = b;

  return (left->start > right->start) - (left->start < right->start);
}

/* Symbols are no words to the tokenizer. */
static void
add_symbols (LanyardStoreMarker *self,
             const char         *text)
{
  guint n_symbols = self->query->symbols->len;

  for (guint i = 0; i < n_symbols; i++)
    {
      const char *symbol = g_ptr_array_index (self->query->symbols, i);
      guint word = self->words->len;

      g_string_append_len (self->words, symbol, strlen (symbol) + 1);
      for (const char *at = strstr (text, symbol); at != NULL; at = strstr (at + strlen (symbol), symbol))
        {
          LanyardToken token = { .start = at - text, .end = at - text + strlen (symbol), .word = word };

          g_array_append_val (self->tokens, token);
        }
    }
  if (n_symbols > 0)
    g_array_sort (self->tokens, compare_tokens);
}

static void
mark_symbols (LanyardStoreMarker *self)
{
  for (guint i = 0; self->query->symbols->len > 0 && i < self->tokens->len; i++)
    {
      const char *word = self->words->str + get_token (self, i)->word;

      if (g_ptr_array_find_with_equal_func (self->query->symbols, word, g_str_equal, NULL))
        get_mark (self, i)->groups |= 1u << 31;
    }
}

static void
split (LanyardStoreMarker *self,
       const char         *text)
{
  g_array_set_size (self->tokens, 0);
  g_string_truncate (self->words, 0);
  lanyard_tokenizer_split (self->tokenizer, text, self->tokens, self->words);
  add_symbols (self, text);

  g_array_set_size (self->marks, 0);
  g_array_set_size (self->marks, self->tokens->len);
  for (guint i = 0; i < self->query->phrases->len; i++)
    mark_phrase (self, g_ptr_array_index (self->query->phrases, i), text);
  mark_symbols (self);
}

/* The line with the most of what was typed, and of those the first. */
static guint
find_best_line (LanyardStoreMarker *self)
{
  guint best = 0;
  int best_n_groups = 0;

  if (self->tokens->len <= MAX_WORDS)
    return 0;

  for (guint i = 0; i < self->tokens->len; i++)
    if (get_mark (self, i)->groups != 0)
      {
        guint first = MIN (i - MIN (i, MAX_WORDS_BEFORE), self->tokens->len - MAX_WORDS);
        guint groups = 0;

        for (guint j = first; j < first + MAX_WORDS; j++)
          groups |= get_mark (self, j)->groups;
        if (__builtin_popcount (groups) > best_n_groups)
          {
            best = first;
            best_n_groups = __builtin_popcount (groups);
          }
      }
  return best;
}

/* Appends text as one line, without marks that it may have of its own. */
static void
append_tidy (GString    *line,
             const char *text,
             gsize       length)
{
  for (const char *c = text; c < text + length; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == MARK_BEGIN || character == MARK_END)
        continue;
      if (!g_unichar_isspace (character))
        g_string_append_unichar (line, character);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
}

static char *
write_line (LanyardStoreMarker *self,
            const char         *text,
            guint               first,
            guint               n_tokens)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint end = first + n_tokens;
  gsize at = 0;

  if (first > 0)
    {
      g_string_append (line, "…");
      at = get_token (self, first)->start;
    }
  for (guint i = first; i < end; i++)
    {
      const LanyardToken *token = get_token (self, i);
      gboolean is_marked = get_mark (self, i)->groups != 0;
      gboolean is_joined = is_marked && i > first && get_mark (self, i)->is_joined;
      gboolean goes_on = is_marked && i + 1 < end && get_mark (self, i + 1)->is_joined;

      if (token->start > at)
        append_tidy (line, text + at, MIN (token->start - at, MAX_GAP));
      if (is_marked && !is_joined)
        g_string_append (line, LANYARD_MATCH_BEGIN);
      append_tidy (line, text + MAX (at, token->start), token->end - MIN (token->end, MAX (at, token->start)));
      if (is_marked && !goes_on)
        g_string_append (line, LANYARD_MATCH_END);
      at = MAX (at, token->end);
    }
  if (end < self->tokens->len)
    g_string_append (line, "…");
  else
    append_tidy (line, text + at, strnlen (text + at, MAX_GAP));
  return g_strchomp (g_string_free_and_steal (g_steal_pointer (&line)));
}

/*
 * lanyard_store_marker_new:
 * @query: what was found; borrowed
 * @tokenizer: the index's; borrowed
 *
 * Makes a marker, for as many texts as one likes.
 */
LanyardStoreMarker *
lanyard_store_marker_new (const LanyardStoreQuery *query,
                          LanyardTokenizer        *tokenizer)
{
  LanyardStoreMarker *self = g_new0 (LanyardStoreMarker, 1);

  self->query = query;
  self->tokenizer = tokenizer;
  self->tokens = g_array_new (FALSE, FALSE, sizeof (LanyardToken));
  self->marks = g_array_new (FALSE, TRUE, sizeof (Mark));
  self->words = g_string_new (NULL);
  return self;
}

void
lanyard_store_marker_free (LanyardStoreMarker *self)
{
  g_array_unref (self->tokens);
  g_array_unref (self->marks);
  g_string_free (self->words, TRUE);
  g_free (self);
}

/* Marks a text as a whole. */
char *
lanyard_store_marker_mark (LanyardStoreMarker *self,
                           const char         *text)
{
  split (self, text);
  return write_line (self, text, 0, self->tokens->len);
}

/* Blanks out what is between "<" and ">"; to read HTML properly would take
 * longer than all the rest. */
static char *
dup_without_tags (const char *html)
{
  char *text = g_strdup (html);

  for (char *tag = strchr (text, '<'); tag != NULL; tag = strchr (tag + 1, '<'))
    if (g_ascii_isalpha (tag[1]) || tag[1] == '/' || tag[1] == '!')
      {
        gsize length = strcspn (tag, ">");

        if (tag[length] == '\0')
          break;
        memset (tag, ' ', length + 1);
      }
  return text;
}

/* Marks the best line of a text. */
char *
lanyard_store_marker_snip (LanyardStoreMarker *self,
                           const char         *given_text,
                           LanyardTextFormat   format)
{
  g_autofree char *plain = format == LANYARD_TEXT_HTML ? dup_without_tags (given_text) : NULL;
  const char *text = plain != NULL ? plain : given_text;

  split (self, text);
  return write_line (self, text, find_best_line (self), MIN (self->tokens->len, MAX_WORDS));
}
