/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was chosen for the open conference: small texts that the store keeps by
 * name, two of which are filters. They come together with the programme, so
 * that no page shows first what is hidden; a choice made here counts at once
 * and goes to the store right after. Main thread. */

#include "config.h"

#include "lanyard-open-conference-private.h"

#define FILTER_CHOICE "filter"
#define HIDDEN_CHOICE "hidden"

/* A request for the choices. */
typedef struct
{
  LanyardOpenConference *self; /* owned */
  char *uuid;                  /* owned: the conference that was shown */
  guint n_chosen;              /* as it was when the choices were asked for */
} Request;

static void
request_free (Request *request)
{
  g_clear_object (&request->self);
  g_clear_pointer (&request->uuid, g_free);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* Reads one of the filters anew; whether it means something else now. */
static gboolean
update_filter (LanyardOpenConference  *self,
               LanyardFilter         **filter,
               const char             *name)
{
  const char *text = g_hash_table_lookup (self->choices, name);
  g_autoptr (LanyardFilter) before = g_steal_pointer (filter);

  *filter = lanyard_filter_new_parse (text);
  return !lanyard_filter_equal (before, *filter);
}

static void
notify_choice (LanyardOpenConference *self,
               const char            *name)
{
  if (g_str_equal (name, FILTER_CHOICE) && update_filter (self, &self->filter, name))
    g_object_notify (G_OBJECT (self), "filter");
  if (g_str_equal (name, HIDDEN_CHOICE) && update_filter (self, &self->hidden, name))
    g_object_notify (G_OBJECT (self), "hidden");
  g_signal_emit_by_name (self, "choice-changed", name);
}

static void
list_different (GHashTable *names,
                GHashTable *choices,
                GHashTable *others)
{
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  g_hash_table_iter_init (&iter, choices);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (g_strcmp0 (value, g_hash_table_lookup (others, name)) != 0)
      g_hash_table_add (names, g_strdup (name));
}

static void
choices_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) choices = lanyard_store_list_choices_finish (LANYARD_STORE (source), result, &error);
  LanyardOpenConference *self = request->self;

  if (choices == NULL)
    lanyard_open_conference_report (self, error);
  else if (lanyard_open_conference_may_take_choices (self, request->uuid, request->n_chosen))
    lanyard_open_conference_take_choices (self, choices);
}

static void
load_choices (LanyardOpenConference *self)
{
  Request *request = g_new0 (Request, 1);

  request->self = g_object_ref (self);
  request->uuid = g_strdup (lanyard_open_conference_get_shown_uuid (self));
  request->n_chosen = self->n_chosen;
  lanyard_store_list_choices_async (self->store, request->uuid, self->loading, choices_listed_cb, request);
}

/* Asks the store afterwards, for another Lanyard may have chosen meanwhile,
 * or the store may not have kept it. */
static void
choice_set_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (LanyardOpenConference) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_choice_writes--;
  if (!lanyard_store_set_choice_finish (LANYARD_STORE (source), result, &error))
    lanyard_open_conference_report (self, error);
  if (self->n_choice_writes == 0 && self->programme != NULL)
    load_choices (self);
}

/* Private: has no choices yet. */
void
lanyard_open_conference_init_choices (LanyardOpenConference *self)
{
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->filter = lanyard_filter_new ();
  self->hidden = lanyard_filter_new ();
}

/* Private: whether what the store has of a conference is news here: it is of
 * the one that is shown, and nothing was chosen here since it was asked for,
 * which the end of that write will ask for again. */
gboolean
lanyard_open_conference_may_take_choices (LanyardOpenConference *self,
                                          const char            *uuid,
                                          guint                  n_chosen)
{
  return g_strcmp0 (uuid, lanyard_open_conference_get_shown_uuid (self)) == 0 && self->n_choice_writes == 0 && self->n_chosen == n_chosen;
}

/* Private: takes what the store has, and tells what differs. */
void
lanyard_open_conference_take_choices (LanyardOpenConference *self,
                                      GHashTable            *choices)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) before = g_steal_pointer (&self->choices);
  GHashTableIter iter;
  gpointer name;

  list_different (names, before, choices);
  list_different (names, choices, before);
  self->choices = g_hash_table_ref (choices);

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    notify_choice (self, name);
}

/* Private: another Lanyard chose something for a conference. */
void
lanyard_open_conference_choices_changed_cb (LanyardStore          *store,
                                            const char            *uuid,
                                            LanyardOpenConference *self)
{
  g_assert (LANYARD_IS_OPEN_CONFERENCE (self));

  if (self->programme != NULL && self->n_choice_writes == 0 && g_strcmp0 (uuid, lanyard_open_conference_get_shown_uuid (self)) == 0)
    load_choices (self);
}

/**
 * lanyard_open_conference_get_choice:
 * @self: an open conference
 * @name: what is chosen about it
 *
 * Gets what was chosen for the conference.
 *
 * Returns: (transfer none) (nullable): the value, %NULL if nothing was chosen
 */
const char *
lanyard_open_conference_get_choice (LanyardOpenConference *self,
                                    const char            *name)
{
  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_hash_table_lookup (self->choices, name);
}

/**
 * lanyard_open_conference_set_choice:
 * @self: an open conference
 * @name: what is chosen about it
 * @value: (nullable): a small text, or %NULL to forget what was chosen
 *
 * Chooses something for the conference, for good. "choice-changed" says so at
 * once; should the store fail to keep it, it goes back and "failed" says why.
 */
void
lanyard_open_conference_set_choice (LanyardOpenConference *self,
                                    const char            *name,
                                    const char            *value)
{
  g_autofree char *kept_name = g_strdup (name);

  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (self));
  g_return_if_fail (self->programme != NULL);
  g_return_if_fail (name != NULL);

  if (g_strcmp0 (g_hash_table_lookup (self->choices, name), value) == 0)
    return;

  self->n_choice_writes++;
  self->n_chosen++;
  lanyard_store_set_choice_async (self->store, lanyard_open_conference_get_shown_uuid (self), name, value, NULL, choice_set_cb, g_object_ref (self));
  if (value != NULL)
    g_hash_table_insert (self->choices, g_strdup (name), g_strdup (value));
  else
    g_hash_table_remove (self->choices, name);
  notify_choice (self, kept_name);
}

static void
set_filter_choice (LanyardOpenConference *self,
                   const char            *name,
                   LanyardFilter         *filter)
{
  g_autofree char *text = lanyard_filter_is_empty (filter) ? NULL : lanyard_filter_to_string (filter);

  lanyard_open_conference_set_choice (self, name, text);
}

/**
 * lanyard_open_conference_get_filter:
 * @self: an open conference
 *
 * Gets what the schedule is narrowed down to.
 *
 * Returns: (transfer none): a filter, an empty one for everything
 */
LanyardFilter *
lanyard_open_conference_get_filter (LanyardOpenConference *self)
{
  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), NULL);

  return self->filter;
}

/**
 * lanyard_open_conference_set_filter:
 * @self: an open conference
 * @filter: what to narrow the schedule down to
 *
 * Narrows the schedule down, and keeps that for the conference.
 */
void
lanyard_open_conference_set_filter (LanyardOpenConference *self,
                                    LanyardFilter         *filter)
{
  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (self));
  g_return_if_fail (filter != NULL);

  set_filter_choice (self, FILTER_CHOICE, filter);
}

/**
 * lanyard_open_conference_get_hidden:
 * @self: an open conference
 *
 * Gets what is hidden for good, see [method@Filter.hides].
 *
 * Returns: (transfer none): a filter, an empty one for nothing
 */
LanyardFilter *
lanyard_open_conference_get_hidden (LanyardOpenConference *self)
{
  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), NULL);

  return self->hidden;
}

/**
 * lanyard_open_conference_set_hidden:
 * @self: an open conference
 * @hidden: what to hide
 *
 * Hides sessions, rooms, types and so on for good, or shows them again.
 */
void
lanyard_open_conference_set_hidden (LanyardOpenConference *self,
                                    LanyardFilter         *hidden)
{
  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (self));
  g_return_if_fail (hidden != NULL);

  set_filter_choice (self, HIDDEN_CHOICE, hidden);
}
