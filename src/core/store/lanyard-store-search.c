/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Full-text search over talks, sessions, breaks, persons and rooms. The index
 * is gone through once, for numbers alone; what is best of it is then read, and
 * the words are marked in that.
 * What the index lacks is put into it before. The public functions are called in
 * any thread with a main context, the static ones on the worker thread. */

#include "config.h"

#include <string.h>

#include "lanyard-store-index.h"
#include "lanyard-store-marker.h"
#include "lanyard-store-names.h"
#include "lanyard-store-private.h"

/* Texts come in the order of the places, after conference and key and before
 * the format of the last one. */
#define FIRST_TEXT 2

/* A rating has the place above these bits, see lanyard-tokenizer.c. */
#define PLACE_SHIFT 8

/* What the index found. */
typedef struct
{
  gint64 id;
  gint64 start;
  gint64 end;
  guint rating;
  LanyardMatchKind kind;
  gboolean is_past;
} Hit;

typedef struct
{
  const LanyardStoreRequest *request; /* borrowed */
  LanyardTokenizer *tokenizer;        /* owned */
  LanyardStoreQuery *query;           /* owned */
  LanyardStoreMarker *marker;         /* owned */
  GArray *hits;                       /* owned, of Hit */
  GPtrArray *matches;                 /* owned, of LanyardMatch */
  GHashTable *persons;                /* owned: those found already */
  gboolean is_incomplete;             /* the index lacks something */
  guint n_matches[LANYARD_N_MATCH_KINDS];
} Search;

G_DEFINE_BOXED_TYPE (LanyardMatch, lanyard_match, lanyard_match_ref, lanyard_match_unref)

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->marker, lanyard_store_marker_free);
  g_clear_pointer (&self->query, lanyard_store_query_free);
  g_clear_pointer (&self->tokenizer, lanyard_tokenizer_free);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_clear_pointer (&self->persons, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

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

#define OF_CONFERENCES                                                        \
  "f.conference IN (SELECT id FROM conferences"                               \
  "  WHERE removed_at IS NULL AND (?1 IS NULL OR uuid = ?1))"

/* The joins are crossed so that the index leads and the rest only follows. */
static const char by_words[] =
    "SELECT f.id, f.kind, f.start, f.\"end\", rating (search, ?3)"
    "  FROM search CROSS JOIN finds f ON f.id = search.rowid"
    "  WHERE search MATCH ?2 AND " OF_CONFERENCES;

/* No index knows symbols: all texts are gone through. */
static const char by_symbol[] =
    "SELECT f.id, f.kind, f.start, f.\"end\","
    "    CASE WHEN instr (d.title, ?2) THEN 0 << 8 WHEN instr (d.persons, ?2) THEN 1 << 8"
    "      WHEN instr (d.session, ?2) THEN 2 << 8 WHEN instr (d.room, ?2) THEN 3 << 8"
    "      WHEN instr (d.words, ?2) THEN 4 << 8 WHEN instr (d.description, ?2) THEN 5 << 8 END AS rating"
    "  FROM finds f CROSS JOIN documents d ON d.id = f.id"
    "  WHERE rating IS NOT NULL AND " OF_CONFERENCES;

static LanyardStatement *
select_hits (const Search     *self,
             LanyardDatabase  *database,
             GError          **error)
{
  gboolean has_words = *self->query->match != '\0';
  LanyardStatement *statement = lanyard_statement_new (database, has_words ? by_words : by_symbol, error);

  if (statement == NULL)
    return NULL;

  lanyard_statement_bind_text (statement, self->request->uuid);
  lanyard_statement_bind_text (statement,
                               has_words ? self->query->match : g_ptr_array_index (self->query->symbols, 0));
  if (has_words)
    lanyard_statement_bind_text (statement, self->query->groups);
  return statement;
}

static gboolean
find_hits (Search           *self,
           LanyardDatabase  *database,
           GError          **error)
{
  g_autoptr (LanyardStatement) row = select_hits (self, database, error);
  g_autoptr (GError) failure = NULL;

  if (row == NULL)
    return FALSE;

  while (lanyard_statement_next (row, &failure))
    {
      Hit hit = {
        .id = lanyard_statement_get_number (row, 0),
        .kind = lanyard_store_match_kind_of_name (lanyard_statement_get_text (row, 1)),
        .start = lanyard_statement_get_time (row, 2),
        .end = lanyard_statement_get_time (row, 3),
        .rating = lanyard_statement_get_number (row, 4),
      };

      hit.is_past = hit.end != LANYARD_NO_TIME && hit.end <= self->request->instant;
      g_array_append_val (self->hits, hit);
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

/* The best place first, and of one place what is past last; then what was found
 * nearer to the beginning or more often; then what begins first, or of what is
 * past what was last. What has no time yet is to come, at some time. */
static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *left = a;
  const Hit *right = b;
  int order = compare_numbers (left->rating >> PLACE_SHIFT, right->rating >> PLACE_SHIFT);

  if (order == 0)
    order = left->is_past - right->is_past;
  if (order == 0)
    order = compare_numbers (left->rating, right->rating);
  if (order == 0 && (left->start == LANYARD_NO_TIME) != (right->start == LANYARD_NO_TIME))
    order = left->start == LANYARD_NO_TIME ? 1 : -1;
  if (order == 0)
    order = left->is_past ? compare_numbers (right->start, left->start) : compare_numbers (left->start, right->start);
  return order != 0 ? order : compare_numbers (left->id, right->id);
}

/* Whether a text has something to the letter, but for case. Folding is slow,
 * so it is first asked for the character that makes it so special. */
static gboolean
has_literal (const char *text,
             const char *literal)
{
  const char *special = literal;
  g_autofree char *low = NULL;

  while (*special != '\0' && g_unichar_isalnum (g_utf8_get_char (special)))
    special = g_utf8_next_char (special);
  if (strchr (text, *special) == NULL)
    return FALSE;

  low = g_utf8_strdown (text, -1);
  return strstr (low, literal) != NULL;
}

/* The first place that has it. */
static gboolean
find_literal (LanyardStatement  *row,
              const char        *literal,
              LanyardMatchPlace *place)
{
  for (guint i = LANYARD_MATCH_IN_TITLE; i <= LANYARD_MATCH_IN_TEXT; i++)
    {
      const char *text = lanyard_statement_get_text (row, FIRST_TEXT + i);

      if (text != NULL && has_literal (text, literal))
        {
          *place = MAX (*place, i);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
has_literals (const Search      *self,
              LanyardStatement  *row,
              LanyardMatchPlace *place)
{
  for (guint i = 0; i < self->query->literals->len; i++)
    if (!find_literal (row, g_ptr_array_index (self->query->literals, i), place))
      return FALSE;
  return TRUE;
}

/* A feed may have one person under several keys. */
static gboolean
is_known_person (Search           *self,
                 const Hit        *hit,
                 LanyardStatement *row)
{
  const char *affiliation = lanyard_statement_get_text (row, FIRST_TEXT + LANYARD_MATCH_IN_WORDS);

  if (hit->kind != LANYARD_MATCH_PERSON)
    return FALSE;
  return !g_hash_table_add (self->persons,
                            g_strjoin ("\n", lanyard_statement_need_text (row, 0),
                                       lanyard_statement_need_text (row, FIRST_TEXT),
                                       affiliation != NULL ? affiliation : "", NULL));
}

static LanyardMatch *
read_match (const Search      *self,
            const Hit         *hit,
            LanyardMatchPlace  place,
            LanyardStatement  *row)
{
  LanyardMatch *match = g_atomic_rc_box_new0 (LanyardMatch);
  LanyardTextFormat format = LANYARD_TEXT_PLAIN;

  if (place == LANYARD_MATCH_IN_TEXT)
    format = lanyard_store_text_format_of_name (lanyard_statement_get_text (row, FIRST_TEXT + place + 1));
  match->uuid = g_strdup (lanyard_statement_need_text (row, 0));
  match->kind = hit->kind;
  match->place = place;
  match->key = g_strdup (lanyard_statement_need_text (row, 1));
  match->title = g_strdup (lanyard_statement_need_text (row, FIRST_TEXT));
  match->marked_title = lanyard_store_marker_mark (self->marker, match->title);
  if (place != LANYARD_MATCH_IN_TITLE)
    match->snippet = lanyard_store_marker_snip (self->marker, lanyard_statement_get_text (row, FIRST_TEXT + place),
                                                format);
  match->start = hit->start;
  match->end = hit->end;
  return match;
}

static LanyardStatement *
select_document (LanyardDatabase  *database,
                 GError          **error)
{
  return lanyard_statement_new (database,
                                "SELECT c.uuid, d.key, d.title, d.persons, d.session, d.room, d.words, d.description,"
                                "    d.description_format"
                                "  FROM documents d CROSS JOIN conferences c ON c.id = d.conference"
                                "  WHERE d.id = ?1",
                                error);
}

static gboolean
take_hit (Search            *self,
          const Hit         *hit,
          LanyardStatement  *row,
          GError           **error)
{
  LanyardMatchPlace place = MIN (hit->rating >> PLACE_SHIFT, LANYARD_MATCH_IN_TEXT);
  g_autoptr (GError) failure = NULL;

  lanyard_statement_bind_number (row, hit->id);
  while (lanyard_statement_next (row, &failure))
    if (has_literals (self, row, &place) && !is_known_person (self, hit, row))
      {
        g_ptr_array_add (self->matches, read_match (self, hit, place, row));
        self->n_matches[hit->kind]++;
      }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const LanyardMatch *left = *(const LanyardMatch *const *) a;
  const LanyardMatch *right = *(const LanyardMatch *const *) b;

  return (int) left->place - (int) right->place;
}

/* Reads the best of what was found. What is there to the letter may stand in
 * another place than its words. */
static gboolean
read_matches (Search           *self,
              LanyardDatabase  *database,
              GError          **error)
{
  g_autoptr (LanyardStatement) row = select_document (database, error);

  if (row == NULL)
    return FALSE;

  for (guint i = 0; i < self->hits->len; i++)
    {
      const Hit *hit = &g_array_index (self->hits, Hit, i);

      if (self->n_matches[hit->kind] < self->request->limit && !take_hit (self, hit, row, error))
        return FALSE;
    }
  if (self->query->literals->len > 0)
    g_ptr_array_sort (self->matches, compare_places);
  return TRUE;
}

static gboolean
search_in_one_state (LanyardDatabase  *database,
                     gpointer          user_data,
                     GError          **error)
{
  Search *self = user_data;
  gint64 is_lacking;

  if (!lanyard_database_get_number (database, LANYARD_STORE_INDEX_LACKS, &is_lacking, error))
    return FALSE;
  self->is_incomplete = is_lacking != 0;
  if (self->is_incomplete)
    return TRUE;
  if (!find_hits (self, database, error))
    return FALSE;
  g_array_sort (self->hits, compare_hits);
  return read_matches (self, database, error);
}

/* Another process may have stored something after the index was complete. */
static gboolean
search_in_all (Search           *self,
               LanyardDatabase  *database,
               GError          **error)
{
  do
    if (!lanyard_store_index_complete (database, error) ||
        !lanyard_database_read (database, search_in_one_state, self, error))
      return FALSE;
  while (self->is_incomplete);
  return TRUE;
}

static gpointer
search (LanyardDatabase            *database,
        const LanyardStoreRequest  *request,
        GError                    **error)
{
  g_auto (Search) self = { .request = request };

  if ((self.tokenizer = lanyard_tokenizer_new (database, error)) == NULL)
    return NULL;

  self.query = lanyard_store_query_new (request->words, self.tokenizer);
  self.marker = lanyard_store_marker_new (self.query, self.tokenizer);
  self.hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  self.matches = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_match_unref);
  self.persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!lanyard_store_query_is_empty (self.query) &&
      !search_in_all (&self, database, error))
    return NULL;
  return g_steal_pointer (&self.matches);
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
 * descriptions of talks, sessions and breaks, and the persons and rooms. All
 * words must be found, each from the beginning of a word, without regard to
 * case and accents; ß and ss are one. What has a + or a # in it, an emoji or
 * another symbol is found to the letter. One that is cancelled makes way for
 * the next at once.
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
 * Ends searching. The best matches of all kinds come first: by where they were
 * found, then what is past after what is to come. Nothing typed, or nothing but
 * punctuation, finds nothing.
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
