/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What FTS5 offers to C: the tokenizer with which the index was made, so that
 * the words that a search found can be marked in a text without asking the
 * index once more; and a function that rates what was found.
 * Called by the search, on the store's worker thread. */

#include "config.h"

#include "lanyard-database-private.h"
#include "lanyard-store.h"
#include "lanyard-tokenizer.h"

/* The longest text in which words are marked; what comes after that is found,
 * but not shown. */
#define MAX_TEXT 100000

#define MAX_GROUPS 32

struct _LanyardTokenizer
{
  fts5_tokenizer functions;
  Fts5Tokenizer *handle; /* owned */
};

typedef struct
{
  GArray *tokens; /* borrowed */
  GString *words; /* borrowed */
} Split;

static gboolean
find_api (LanyardDatabase  *database,
          fts5_api        **api,
          GError          **error)
{
  sqlite3_stmt *statement = NULL;

  *api = NULL;
  if (sqlite3_prepare_v2 (database->handle, "SELECT fts5 (?1)", -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, (void *) api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  if (*api != NULL)
    return TRUE;

  lanyard_database_set_error (database, error);
  return FALSE;
}

/* A place and how good it is there: how near to the beginning, or in a long
 * text how often. The lower the better. */
static int
rate_phrase (const Fts5ExtensionApi *api,
             Fts5Context            *context,
             int                     phrase)
{
  Fts5PhraseIter iter;
  int column;
  int offset;
  int n_found = 0;

  if (api->xPhraseFirst (context, phrase, &iter, &column, &offset) != SQLITE_OK || column < 0)
    return G_MAXINT;
  if (column < LANYARD_MATCH_IN_TEXT)
    return column << 8 | MIN (offset, 0xff);

  while (column >= 0 && n_found < 0xff)
    {
      n_found++;
      api->xPhraseNext (context, &iter, &column, &offset);
    }
  return LANYARD_MATCH_IN_TEXT << 8 | (0xff - n_found);
}

/* rating (search, GROUPS): the columns of the index stand in the order of
 * LanyardMatchPlace, so that the first one in which a phrase stands is the best
 * place. GROUPS has a letter for each phrase: of those with the same letter
 * any one will do, and of the groups the worst counts. */
static void
rating_cb (const Fts5ExtensionApi  *api,
           Fts5Context             *context,
           sqlite3_context         *result,
           int                      n_values,
           sqlite3_value          **values)
{
  int ratings[MAX_GROUPS];
  const char *groups = n_values == 1 ? (const char *) sqlite3_value_text (values[0]) : NULL;
  int n_phrases = groups != NULL ? MIN (sqlite3_value_bytes (values[0]), api->xPhraseCount (context)) : 0;
  int worst = 0;

  for (guint i = 0; i < MAX_GROUPS; i++)
    ratings[i] = -1;
  for (int i = 0; i < n_phrases; i++)
    {
      int *rating = &ratings[(groups[i] - 'a') & (MAX_GROUPS - 1)];
      int of_phrase = rate_phrase (api, context, i);

      *rating = *rating == -1 ? of_phrase : MIN (*rating, of_phrase);
    }
  for (guint i = 0; i < MAX_GROUPS; i++)
    if (ratings[i] != G_MAXINT)
      worst = MAX (worst, ratings[i]);
  sqlite3_result_int (result, worst);
}

static int
token_cb (void       *user_data,
          int         flags,
          const char *word,
          int         length,
          int         start,
          int         end)
{
  Split *split = user_data;
  LanyardToken token = { .start = start, .end = end, .word = split->words->len };

  g_string_append_len (split->words, word, length);
  g_string_append_c (split->words, '\0');
  g_array_append_val (split->tokens, token);
  return SQLITE_OK;
}

/*
 * lanyard_tokenizer_new:
 *
 * Makes a tokenizer that splits and folds as the index does.
 */
LanyardTokenizer *
lanyard_tokenizer_new (LanyardDatabase  *database,
                       GError          **error)
{
  static const char *arguments[] = { "remove_diacritics", "2" };
  g_autoptr (LanyardTokenizer) self = g_new0 (LanyardTokenizer, 1);
  fts5_api *api;
  void *user_data;

  if (!find_api (database, &api, error))
    return NULL;
  if (api->xFindTokenizer (api, "unicode61", &user_data, &self->functions) != SQLITE_OK ||
      self->functions.xCreate (user_data, arguments, G_N_ELEMENTS (arguments), &self->handle) != SQLITE_OK)
    {
      g_set_error_literal (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_FAILED, "unicode61");
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
lanyard_tokenizer_free (LanyardTokenizer *self)
{
  if (self->handle != NULL)
    self->functions.xDelete (self->handle);
  g_free (self);
}

/*
 * lanyard_tokenizer_split:
 * @text: a text
 * @tokens: (element-type LanyardToken): where to append its words
 * @words: where to append them folded, each with a NUL
 *
 * Splits a text into words.
 */
void
lanyard_tokenizer_split (LanyardTokenizer *self,
                         const char       *text,
                         GArray           *tokens,
                         GString          *words)
{
  Split split = { .tokens = tokens, .words = words };

  self->functions.xTokenize (self->handle, &split, FTS5_TOKENIZE_DOCUMENT, text, strnlen (text, MAX_TEXT), token_cb);
}

/* Teaches a connection the function that rates what a search found. */
gboolean
lanyard_tokenizer_add_rating (LanyardDatabase  *database,
                              GError          **error)
{
  fts5_api *api;

  if (!find_api (database, &api, error))
    return FALSE;
  if (api->xCreateFunction (api, "rating", NULL, rating_cb, NULL) == SQLITE_OK)
    return TRUE;

  lanyard_database_set_error (database, error);
  return FALSE;
}
