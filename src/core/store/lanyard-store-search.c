/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Full-text search over talks and sessions. What is typed is never taken for
 * FTS5's query language: each word becomes a quoted phrase, matched from the
 * beginning of words as one types.
 * The public functions are called in any thread with a main context, the
 * static ones on the worker thread. */

#include "config.h"

#include <string.h>

#include "lanyard-store-names.h"
#include "lanyard-store-private.h"

/* Nobody types more; FTS5 refuses queries that are too deep. */
#define MAX_WORDS 16
#define MAX_CHARACTERS 200

#define MARK_BEGIN 0xe000
#define MARK_END 0xe001

typedef struct
{
  char *match;         /* owned: the query in FTS5's language */
  GPtrArray *literals; /* owned: what must be there to the letter, lower case */
} Query;

G_DEFINE_BOXED_TYPE (LanyardMatch, lanyard_match, lanyard_match_ref, lanyard_match_unref)

static void
query_clear (Query *query)
{
  g_clear_pointer (&query->match, g_free);
  g_clear_pointer (&query->literals, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, query_clear)

static void
match_clear (gpointer data)
{
  LanyardMatch *self = data;

  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->marked_title, g_free);
  g_clear_pointer (&self->snippet, g_free);
}

static gboolean
has_letter (const char *word)
{
  for (const char *c = word; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

/* The index knows letters and digits only: to it C++ is C, and so would be
 * everything that begins with a c. Such words are looked for whole, and then
 * once more to the letter. */
static void
add_word (Query      *query,
          GString    *match,
          const char *word)
{
  gboolean is_literal = strpbrk (word, "+#") != NULL;
  gboolean is_whole = is_literal && !g_ascii_isalnum (word[strlen (word) - 1]);
  g_auto (GStrv) pieces = NULL;
  g_autofree char *quoted = NULL;

  if (!has_letter (word))
    return;

  pieces = g_strsplit (word, "\"", -1);
  quoted = g_strjoinv ("\"\"", pieces);
  g_string_append_printf (match, "%s\"%s\"%s", match->len > 0 ? " " : "", quoted, is_whole ? "" : "*");
  if (is_literal)
    g_ptr_array_add (query->literals, g_utf8_strdown (word, -1));
}

static void
query_init (Query      *query,
            const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_autofree char *text = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_CHARACTERS));
  g_autoptr (GString) match = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  for (char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isspace (g_utf8_get_char (c)))
      memset (c, ' ', g_utf8_next_char (c) - c);

  query->literals = g_ptr_array_new_with_free_func (g_free);
  words = g_strsplit (text, " ", -1);
  for (guint i = 0, n_words = 0; words[i] != NULL && n_words < MAX_WORDS; i++)
    if (*words[i] != '\0')
      {
        add_word (query, match, words[i]);
        n_words++;
      }
  query->match = g_string_free (g_steal_pointer (&match), FALSE);
}

static gboolean
has_literals (const Query      *query,
              LanyardStatement *row,
              int               first_column,
              int               n_columns)
{
  g_autoptr (GString) texts = NULL;
  g_autofree char *low = NULL;

  if (query->literals->len == 0)
    return TRUE;

  texts = g_string_new (NULL);
  for (int i = 0; i < n_columns; i++)
    if (!lanyard_statement_is_null (row, first_column + i))
      {
        g_string_append (texts, lanyard_statement_get_text (row, first_column + i));
        g_string_append_c (texts, '\n');
      }
  low = g_utf8_strdown (texts->str, texts->len);
  for (guint i = 0; i < query->literals->len; i++)
    if (strstr (low, g_ptr_array_index (query->literals, i)) == NULL)
      return FALSE;
  return TRUE;
}

/* Makes one line of a snippet, in which the marks come in pairs even where
 * the text has such characters of its own. */
static char *
tidy_snippet (const char *snippet)
{
  g_autoptr (GString) tidy = g_string_sized_new (strlen (snippet) + 4);
  gboolean is_marked = FALSE;
  gboolean is_space = TRUE;

  for (const char *c = snippet; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == MARK_BEGIN || character == MARK_END)
        {
          if (is_marked == (character == MARK_BEGIN))
            continue;
          is_marked = !is_marked;
        }
      else if (g_unichar_isspace (character))
        {
          if (!is_space)
            g_string_append_c (tidy, ' ');
          is_space = TRUE;
          continue;
        }
      else
        is_space = FALSE;
      g_string_append_unichar (tidy, character);
    }
  if (is_marked)
    g_string_append_unichar (tidy, MARK_END);

  return g_strchomp (g_string_free (g_steal_pointer (&tidy), FALSE));
}

static LanyardMatch *
read_match (LanyardStatement *row)
{
  LanyardMatch *match = g_atomic_rc_box_new0 (LanyardMatch);

  match->uuid = g_strdup (lanyard_statement_get_text (row, 0));
  if (lanyard_store_kind_of_name (lanyard_statement_get_text (row, 1)) == LANYARD_KIND_SESSION)
    match->kind = LANYARD_MATCH_SESSION;
  match->place = LANYARD_MATCH_IN_TEXT;
  match->start = LANYARD_NO_TIME;
  match->end = LANYARD_NO_TIME;
  match->key = g_strdup (lanyard_statement_get_text (row, 2));
  match->title = g_strdup (lanyard_statement_get_text (row, 3));
  match->marked_title = g_strdup (match->title);
  match->snippet = tidy_snippet (lanyard_statement_get_text (row, 4));
  return match;
}

/* The joins are crossed so that the index ranks and the rest only follows. */
static LanyardStatement *
select_matches (LanyardDatabase  *database,
                const Query      *query,
                const char       *uuid,
                GError          **error)
{
  LanyardStatement *statement;

  statement = lanyard_statement_new (
      database,
      "SELECT c.uuid, d.kind, d.key, d.title,"
      "    snippet (search, -1, char (0xe000), char (0xe001), '…', 24),"
      "    d.persons, d.session, d.room, d.words, d.description"
      "  FROM search CROSS JOIN documents d ON d.id = search.rowid"
      "    CROSS JOIN conferences c ON c.id = d.conference"
      "  WHERE search MATCH ?1 AND c.removed_at IS NULL AND (?2 IS NULL OR c.uuid = ?2)"
      "  ORDER BY rank",
      error);
  if (statement == NULL)
    return NULL;

  lanyard_statement_bind_text (statement, query->match);
  lanyard_statement_bind_text (statement, uuid);
  return statement;
}

static gpointer
search (LanyardDatabase            *database,
        const LanyardStoreRequest  *request,
        GError                    **error)
{
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_match_unref);
  g_auto (Query) query = { NULL };
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;

  query_init (&query, request->words);
  if (*query.match == '\0')
    return g_steal_pointer (&matches);
  if ((row = select_matches (database, &query, request->uuid, error)) == NULL)
    return NULL;

  while (matches->len < request->limit && lanyard_statement_next (row, &failure))
    if (has_literals (&query, row, 3, 1) || has_literals (&query, row, 5, 5))
      g_ptr_array_add (matches, read_match (row));
  if (failure == NULL)
    return g_steal_pointer (&matches);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * lanyard_match_ref:
 * @self: a match
 *
 * Keeps a match.
 *
 * Returns: (transfer full): @self
 */
LanyardMatch *
lanyard_match_ref (LanyardMatch *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_match_unref:
 * @self: (transfer full): a match
 *
 * Lets a match go.
 */
void
lanyard_match_unref (LanyardMatch *self)
{
  g_atomic_rc_box_release_full (self, match_clear);
}

/**
 * lanyard_store_search_async:
 * @self: a store
 * @uuid: (nullable): a conference, or %NULL for all
 * @words: what was typed, anything at all
 * @now: what is past, UTC seconds; it comes after what is to come
 * @limit: how many results of each kind at most
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Searches the titles, persons, sessions, rooms, keywords, parts and
 * descriptions of talks and sessions. All words must be found, each from the
 * beginning of a word, without regard to case and accents.
 */
void
lanyard_store_search_async (LanyardStore        *self,
                            const char          *uuid,
                            const char          *words,
                            gint64               now,
                            guint                limit,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (words != NULL);

  lanyard_store_post (self, lanyard_store_search_async, search,
                      &(LanyardStoreRequest) { .uuid = uuid, .words = words, .instant = now, .limit = limit },
                      (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * lanyard_store_search_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed
 *
 * Ends searching. The best matches come first: a word in the title counts
 * most. Nothing typed, or nothing but punctuation, finds nothing.
 *
 * Returns: (transfer full) (element-type LanyardMatch) (nullable): the
 *   matches, or %NULL if it failed
 */
GPtrArray *
lanyard_store_search_finish (LanyardStore  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_search_async, error);
}
