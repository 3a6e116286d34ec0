/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed into the search field, and what the store finds for it, in
 * groups: the group with the best match comes first. A new word cancels the
 * query before it. Lists are spliced where they differ, so that rows which stay
 * are not made anew. Used by the search page, main thread; the store searches
 * on its own. */

#include "config.h"

#include "lanyard-search.h"

/* So many are asked for of each kind, and so many shown until all are wanted. */
#define MAX_RESULTS 100
#define FIRST_TALKS 8
#define FIRST_OTHERS 4

typedef struct
{
  GPtrArray *matches; /* owned, of LanyardMatch (owned), the best first */
  GListStore *shown;  /* owned, of LanyardResult */
  gboolean shows_all;
} Group;

struct _LanyardSearch
{
  GObject parent_instance;
  LanyardOpenConference *open; /* owned */
  GCancellable *searching;     /* owned, nullable: ends the query under way */
  char *words;                 /* owned */
  gboolean everywhere;
  Group groups[LANYARD_N_MATCH_KINDS];
  GListStore *order;           /* owned, of GListModel: the groups that have something, the best first */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardSearch, lanyard_search, G_TYPE_OBJECT)

static void
splice_difference (GListStore *store,
                   GPtrArray  *results)
{
  GListModel *model = G_LIST_MODEL (store);
  guint n_old = g_list_model_get_n_items (model);
  guint n_same = 0;

  while (n_same < MIN (n_old, results->len))
    {
      g_autoptr (LanyardResult) old = g_list_model_get_item (model, n_same);

      if (!lanyard_result_equal (old, g_ptr_array_index (results, n_same)))
        break;
      n_same++;
    }
  if (n_same < n_old || n_same < results->len)
    g_list_store_splice (store, n_same, n_old - n_same, results->pdata + n_same, results->len - n_same);
}

/* An offer to show one more would take the place of that one. */
static void
show_group (LanyardSearch    *self,
            LanyardMatchKind  kind)
{
  Group *group = &self->groups[kind];
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_first = kind == LANYARD_MATCH_TALK ? FIRST_TALKS : FIRST_OTHERS;
  guint n_found = group->matches->len;
  guint n_shown = group->shows_all || n_found <= n_first + 1 ? n_found : n_first;
  gboolean is_capped = n_found >= MAX_RESULTS;

  for (guint i = 0; i < n_shown; i++)
    g_ptr_array_add (results, lanyard_result_new (kind, g_ptr_array_index (group->matches, i), n_found, is_capped));
  if (n_shown < n_found)
    g_ptr_array_add (results, lanyard_result_new (kind, NULL, n_found, is_capped));
  splice_difference (group->shown, results);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const Group *groups = user_data;
  const int *kind = a;
  const int *other = b;
  const LanyardMatch *best = g_ptr_array_index (groups[*kind].matches, 0);
  const LanyardMatch *best_other = g_ptr_array_index (groups[*other].matches, 0);

  return best->place != best_other->place ? (int) best->place - (int) best_other->place : *kind - *other;
}

static gboolean
is_ordered_as (LanyardSearch *self,
               GPtrArray     *stores)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->order)) != stores->len)
    return FALSE;
  for (guint i = 0; i < stores->len; i++)
    {
      g_autoptr (GObject) store = g_list_model_get_item (G_LIST_MODEL (self->order), i);

      if (store != stores->pdata[i])
        return FALSE;
    }
  return TRUE;
}

static void
order_groups (LanyardSearch *self)
{
  g_autoptr (GPtrArray) stores = g_ptr_array_new ();
  int kinds[LANYARD_N_MATCH_KINDS];
  gsize n_kinds = 0;

  for (int kind = 0; kind < LANYARD_N_MATCH_KINDS; kind++)
    if (self->groups[kind].matches->len > 0)
      kinds[n_kinds++] = kind;
  g_sort_array (kinds, n_kinds, sizeof kinds[0], compare_groups, self->groups);
  for (gsize i = 0; i < n_kinds; i++)
    g_ptr_array_add (stores, self->groups[kinds[i]].shown);
  if (!is_ordered_as (self, stores))
    g_list_store_splice (self->order, 0, g_list_model_get_n_items (G_LIST_MODEL (self->order)), stores->pdata,
                         stores->len);
}

static void
take_matches (LanyardSearch *self,
              GPtrArray     *matches)
{
  for (int kind = 0; kind < LANYARD_N_MATCH_KINDS; kind++)
    g_ptr_array_set_size (self->groups[kind].matches, 0);
  for (guint i = 0; matches != NULL && i < matches->len; i++)
    {
      LanyardMatch *match = g_ptr_array_index (matches, i);

      g_ptr_array_add (self->groups[match->kind].matches, lanyard_match_ref (match));
    }
  for (int kind = 0; kind < LANYARD_N_MATCH_KINDS; kind++)
    show_group (self, kind);
  order_groups (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LanyardSearch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matches = lanyard_store_search_finish (LANYARD_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->open == NULL)
    return;
  g_clear_object (&self->searching);
  if (error != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
  else
    take_matches (self, matches);
}

static void
search (LanyardSearch *self)
{
  const char *uuid = lanyard_open_conference_get_uuid (self->open);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (*self->words == '\0' || (uuid == NULL && !self->everywhere))
    {
      take_matches (self, NULL);
      return;
    }
  self->searching = g_cancellable_new ();
  lanyard_store_search_async (lanyard_open_conference_get_store (self->open), self->everywhere ? NULL : uuid,
                              self->words, lanyard_open_conference_get_now (self->open), MAX_RESULTS, self->searching,
                              found_cb, g_object_ref (self));
}

static void
programme_changed_cb (LanyardSearch *self)
{
  if (*self->words != '\0')
    search (self);
}

static void
lanyard_search_dispose (GObject *object)
{
  LanyardSearch *self = LANYARD_SEARCH (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (lanyard_search_parent_class)->dispose (object);
}

static void
lanyard_search_finalize (GObject *object)
{
  LanyardSearch *self = LANYARD_SEARCH (object);

  for (int kind = 0; kind < LANYARD_N_MATCH_KINDS; kind++)
    {
      g_clear_pointer (&self->groups[kind].matches, g_ptr_array_unref);
      g_clear_object (&self->groups[kind].shown);
    }
  g_clear_object (&self->order);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (lanyard_search_parent_class)->finalize (object);
}

static void
lanyard_search_class_init (LanyardSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lanyard_search_dispose;
  object_class->finalize = lanyard_search_finalize;

  /**
   * LanyardSearch::changed:
   * @self: the search
   *
   * The results are those of the words, as they are now.
   */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LanyardSearch::failed:
   * @self: the search
   * @sentence: what went wrong, to be shown
   *
   * The store could not search.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lanyard_search_init (LanyardSearch *self)
{
  self->words = g_strdup ("");
  self->order = g_list_store_new (G_TYPE_LIST_MODEL);
  for (int kind = 0; kind < LANYARD_N_MATCH_KINDS; kind++)
    {
      self->groups[kind].matches = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_match_unref);
      self->groups[kind].shown = g_list_store_new (LANYARD_TYPE_RESULT);
    }
}

/**
 * lanyard_search_new:
 * @open: the conference in which to search, and the way to all of them
 *
 * Makes a search for nothing yet. It searches anew when the programme changes.
 *
 * Returns: (transfer full): a search
 */
LanyardSearch *
lanyard_search_new (LanyardOpenConference *open)
{
  LanyardSearch *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_SEARCH, NULL);
  self->open = g_object_ref (open);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * lanyard_search_set_words:
 * @self: a search
 * @words: what was typed
 *
 * Searches for something else. "changed" says when it is found.
 */
void
lanyard_search_set_words (LanyardSearch *self,
                          const char    *words)
{
  g_autofree char *stripped = NULL;

  g_return_if_fail (LANYARD_IS_SEARCH (self));
  g_return_if_fail (words != NULL);

  stripped = g_strstrip (g_strdup (words));
  if (!g_set_str (&self->words, stripped))
    return;
  for (int kind = 0; kind < LANYARD_N_MATCH_KINDS; kind++)
    self->groups[kind].shows_all = FALSE;
  search (self);
}

/**
 * lanyard_search_get_words:
 * @self: a search
 *
 * Gets what is searched for.
 *
 * Returns: (transfer none): the words, nothing before or after them
 */
const char *
lanyard_search_get_words (LanyardSearch *self)
{
  g_return_val_if_fail (LANYARD_IS_SEARCH (self), NULL);

  return self->words;
}

/**
 * lanyard_search_set_everywhere:
 * @self: a search
 * @everywhere: whether to search all conferences
 *
 * Chooses where to search.
 */
void
lanyard_search_set_everywhere (LanyardSearch *self,
                               gboolean       everywhere)
{
  g_return_if_fail (LANYARD_IS_SEARCH (self));

  if (self->everywhere == !!everywhere)
    return;
  self->everywhere = !!everywhere;
  search (self);
}

/**
 * lanyard_search_get_everywhere:
 * @self: a search
 *
 * Gets where is searched.
 *
 * Returns: whether in all conferences
 */
gboolean
lanyard_search_get_everywhere (LanyardSearch *self)
{
  g_return_val_if_fail (LANYARD_IS_SEARCH (self), FALSE);

  return self->everywhere;
}

/**
 * lanyard_search_show_all:
 * @self: a search
 * @kind: of which kind
 *
 * Shows all that was found of a kind, until something else is searched for.
 */
void
lanyard_search_show_all (LanyardSearch    *self,
                         LanyardMatchKind  kind)
{
  g_return_if_fail (LANYARD_IS_SEARCH (self));

  self->groups[kind].shows_all = TRUE;
  show_group (self, kind);
}

/**
 * lanyard_search_get_groups:
 * @self: a search
 *
 * Gets what is shown: a list model of #LanyardResult for each kind of which
 * something was found.
 *
 * Returns: (transfer none): the groups
 */
GListModel *
lanyard_search_get_groups (LanyardSearch *self)
{
  g_return_val_if_fail (LANYARD_IS_SEARCH (self), NULL);

  return G_LIST_MODEL (self->order);
}

/**
 * lanyard_search_get_n_found:
 * @self: a search
 *
 * Counts what was found, shown or not.
 *
 * Returns: the number
 */
guint
lanyard_search_get_n_found (LanyardSearch *self)
{
  guint n_found = 0;

  g_return_val_if_fail (LANYARD_IS_SEARCH (self), 0);

  for (int kind = 0; kind < LANYARD_N_MATCH_KINDS; kind++)
    n_found += self->groups[kind].matches->len;
  return n_found;
}

/**
 * lanyard_search_is_capped:
 * @self: a search
 *
 * Gets whether there may be more than lanyard_search_get_n_found() says.
 *
 * Returns: whether the number is only the least
 */
gboolean
lanyard_search_is_capped (LanyardSearch *self)
{
  g_return_val_if_fail (LANYARD_IS_SEARCH (self), FALSE);

  for (int kind = 0; kind < LANYARD_N_MATCH_KINDS; kind++)
    if (self->groups[kind].matches->len >= MAX_RESULTS)
      return TRUE;
  return FALSE;
}

/**
 * lanyard_search_is_busy:
 * @self: a search
 *
 * Gets whether the results are still those of the words before.
 *
 * Returns: whether "changed" is yet to come
 */
gboolean
lanyard_search_is_busy (LanyardSearch *self)
{
  g_return_val_if_fail (LANYARD_IS_SEARCH (self), FALSE);

  return self->searching != NULL;
}
