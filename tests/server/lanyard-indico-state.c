/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a test server knows: events, who may see them, what was answered before
 * and what shall go wrong. Whoever calls holds the lock of the state: the
 * server's thread while it answers, a test's while it changes something.
 */

#include "config.h"

#include "lanyard-indico-state.h"

static void
event_free (gpointer data)
{
  LanyardIndicoEvent *event = data;

  g_clear_pointer (&event->documents, lanyard_indico_documents_free);
  g_free (event);
}

static void
token_free (gpointer data)
{
  LanyardIndicoToken *token = data;

  g_strfreev (token->scopes);
  g_free (token->first_name);
  g_free (token->last_name);
  g_free (token);
}

static void
cached_free (gpointer data)
{
  LanyardIndicoCached *cached = data;

  g_free (cached->results);
  g_free (cached);
}

void
lanyard_indico_trouble_free (LanyardIndicoTrouble *self)
{
  g_free (self->part);
  g_free (self->elsewhere);
  g_free (self);
}

void
lanyard_indico_state_init (LanyardIndicoState *self)
{
  g_mutex_init (&self->lock);
  self->events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, event_free);
  self->shortcuts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, token_free);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, cached_free);
  self->troubles = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_indico_trouble_free);
  self->requests = g_ptr_array_new_with_free_func (g_free);
}

void
lanyard_indico_state_clear (LanyardIndicoState *self)
{
  g_hash_table_unref (self->events);
  g_hash_table_unref (self->shortcuts);
  g_hash_table_unref (self->tokens);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->cache);
  g_ptr_array_unref (self->troubles);
  g_ptr_array_unref (self->requests);
  g_free (self->base);
  g_free (self->prefix);
  g_mutex_clear (&self->lock);
}

gint64
lanyard_indico_state_get_now (LanyardIndicoState *self)
{
  return g_get_real_time () / G_USEC_PER_SEC + self->seconds_passed;
}

LanyardIndicoEvent *
lanyard_indico_state_need_event (LanyardIndicoState *self,
                                 const char         *event)
{
  LanyardIndicoEvent *known = g_hash_table_lookup (self->events, event);

  if (known == NULL)
    {
      known = g_new0 (LanyardIndicoEvent, 1);
      g_hash_table_insert (self->events, g_strdup (event), known);
    }
  return known;
}

LanyardIndicoEvent *
lanyard_indico_state_find_event (LanyardIndicoState *self,
                                 const char         *event)
{
  LanyardIndicoEvent *known = g_hash_table_lookup (self->events, event);

  return known != NULL && known->documents != NULL ? known : NULL;
}

void
lanyard_indico_state_set_token (LanyardIndicoState *self,
                                const char         *token,
                                const char         *scopes,
                                const char         *first_name,
                                const char         *last_name)
{
  LanyardIndicoToken *known;

  if (scopes == NULL)
    {
      g_hash_table_remove (self->tokens, token);
      return;
    }
  known = g_new0 (LanyardIndicoToken, 1);
  known->scopes = g_strsplit (scopes, " ", -1);
  known->first_name = g_strdup (first_name != NULL ? first_name : "");
  known->last_name = g_strdup (last_name != NULL ? last_name : "");
  g_hash_table_insert (self->tokens, g_strdup (token), known);
}

static gboolean
is_about_part (gconstpointer trouble,
               gconstpointer part)
{
  return g_str_equal (((const LanyardIndicoTrouble *) trouble)->part, part);
}

void
lanyard_indico_state_set_trouble (LanyardIndicoState *self,
                                  LanyardFault        fault,
                                  const char         *part,
                                  guint               times,
                                  const char         *elsewhere)
{
  LanyardIndicoTrouble *trouble;
  guint index;

  part = part != NULL ? part : "";
  if (fault == LANYARD_FAULT_NONE && *part == '\0')
    g_ptr_array_set_size (self->troubles, 0);
  else if (g_ptr_array_find_with_equal_func (self->troubles, part, is_about_part, &index))
    g_ptr_array_remove_index (self->troubles, index);
  if (fault == LANYARD_FAULT_NONE)
    return;
  trouble = g_new0 (LanyardIndicoTrouble, 1);
  trouble->fault = fault;
  trouble->part = g_strdup (part);
  trouble->times_left = times;
  trouble->elsewhere = g_strdup (elsewhere);
  g_ptr_array_add (self->troubles, trouble);
}

LanyardIndicoTrouble *
lanyard_indico_state_take_trouble (LanyardIndicoState *self,
                                   const char         *address)
{
  for (guint i = 0; i < self->troubles->len; i++)
    {
      LanyardIndicoTrouble *trouble = g_ptr_array_index (self->troubles, i);
      LanyardIndicoTrouble *due;

      if (strstr (address, trouble->part) == NULL)
        continue;
      due = g_new0 (LanyardIndicoTrouble, 1);
      due->fault = trouble->fault;
      due->part = g_strdup (trouble->part);
      due->elsewhere = g_strdup (trouble->elsewhere);
      if (trouble->times_left > 0 && --trouble->times_left == 0)
        g_ptr_array_remove_index (self->troubles, i);
      return due;
    }
  return NULL;
}

LanyardIndicoCached *
lanyard_indico_state_find_cached (LanyardIndicoState *self,
                                  const char         *key)
{
  LanyardIndicoCached *cached = g_hash_table_lookup (self->cache, key);

  if (cached == NULL || lanyard_indico_state_get_now (self) - cached->made_at >= LANYARD_INDICO_CACHE_SECONDS)
    return NULL;
  return cached;
}

LanyardIndicoCached *
lanyard_indico_state_cache (LanyardIndicoState *self,
                            const char         *key,
                            char               *results,
                            guint               count)
{
  LanyardIndicoCached *cached = g_new0 (LanyardIndicoCached, 1);

  cached->results = results;
  cached->count = count;
  cached->made_at = lanyard_indico_state_get_now (self);
  g_hash_table_insert (self->cache, g_strdup (key), cached);
  return cached;
}
