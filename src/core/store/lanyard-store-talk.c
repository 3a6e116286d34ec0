/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Completes one talk of an outline with what its page shows and lists do not:
 * description, minutes, parts and links. Everything else, and every object
 * that the talk refers to, is the outline's.
 * The public functions are called in any thread with a main context, the
 * static ones on the worker thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-store-names.h"
#include "lanyard-store-private.h"
#include "lanyard-store-rows.h"

/* A greater number is a damaged one, and not worth an array of that size. */
#define MAX_PERSONS 1000000

typedef struct
{
  LanyardProgramme *outline; /* borrowed */
  const char *key;           /* borrowed */
  LanyardTalk *talk;         /* owned */
} Completion;

static LanyardPerson *
find_person (LanyardProgramme *outline,
             const char       *key)
{
  GPtrArray *talks = lanyard_programme_get_talks (outline);

  for (guint i = 0; i < talks->len; i++)
    {
      GPtrArray *credits = lanyard_talk_get_fields (g_ptr_array_index (talks, i))->credits;

      for (guint j = 0; j < credits->len; j++)
        {
          const LanyardCredit *credit = g_ptr_array_index (credits, j);

          if (g_str_equal (lanyard_person_get_key (credit->person), key))
            return credit->person;
        }
    }
  return NULL;
}

static LanyardPerson *
ref_person (LanyardProgramme *outline,
            LanyardStatement *row)
{
  LanyardPerson *person = find_person (outline, lanyard_statement_need_text (row, 1));

  if (person != NULL)
    return g_object_ref (person);
  return lanyard_person_new (lanyard_statement_need_text (row, 1), lanyard_statement_need_text (row, 2),
                             lanyard_statement_get_text (row, 3), lanyard_statement_get_text (row, 4));
}

static void
unref_person (gpointer person)
{
  g_clear_object ((GObject **) &person);
}

/* Who is credited in the parts of one talk, at the places of their numbers. */
static GPtrArray *
load_persons (Completion       *self,
              LanyardDatabase  *database,
              gint64            conference,
              gint64            talk,
              GError          **error)
{
  g_autoptr (GPtrArray) persons = g_ptr_array_new_with_free_func (unref_person);
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;

  row = lanyard_statement_new (database,
                               "SELECT DISTINCT p.number, p.key, p.name, p.affiliation, p.email FROM parts"
                               "  CROSS JOIN credits c ON c.conference = parts.conference"
                               "    AND c.owner_kind = 'part' AND c.owner = parts.number"
                               "  CROSS JOIN persons p ON p.conference = parts.conference AND p.number = c.person"
                               "  WHERE parts.conference = ?1 AND parts.talk = ?2",
                               error);
  if (row == NULL)
    return NULL;

  lanyard_statement_bind_number (row, conference);
  lanyard_statement_bind_number (row, talk);
  while (lanyard_statement_next (row, &failure))
    {
      guint64 number = lanyard_statement_get_number (row, 0);

      if (number >= MAX_PERSONS)
        continue;
      if (number >= persons->len)
        g_ptr_array_set_size (persons, number + 1);
      persons->pdata[number] = ref_person (self->outline, row);
    }
  if (failure == NULL)
    return g_steal_pointer (&persons);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
complete (Completion        *self,
          LanyardDatabase   *database,
          gint64             conference,
          LanyardStatement  *row,
          GError           **error)
{
  gint64 number = lanyard_statement_get_number (row, 0);
  LanyardTalkFields fields = *lanyard_talk_get_fields (lanyard_programme_find_talk (self->outline, self->key));
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (LanyardStoreOwned) parts_of = NULL;
  g_autoptr (LanyardStoreOwned) links_of = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GError) failure = NULL;

  if ((persons = load_persons (self, database, conference, number, error)) == NULL ||
      (parts_of = lanyard_store_owned_new_parts (database, conference, number, persons, error)) == NULL ||
      (links_of = lanyard_store_owned_new_links (database, conference, "talk", number, error)) == NULL)
    return FALSE;

  parts = lanyard_store_owned_take (parts_of, number, &failure);
  links = lanyard_store_owned_take (links_of, number, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  fields.description = lanyard_statement_get_text (row, 1);
  fields.description_format = lanyard_store_text_format_of_name (lanyard_statement_get_text (row, 2));
  fields.minutes = lanyard_statement_get_text (row, 3);
  fields.parts = parts;
  fields.links = links;
  self->talk = lanyard_talk_new (&fields);
  return TRUE;
}

static gboolean
load_talk (LanyardDatabase  *database,
           gpointer          user_data,
           GError          **error)
{
  Completion *self = user_data;
  const char *uuid = lanyard_conference_get_uuid (lanyard_programme_get_conference (self->outline));
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 conference;

  if (!lanyard_store_find_conference (database, uuid, &conference, error))
    return FALSE;

  row = lanyard_statement_new (database,
                               "SELECT t.number, d.description, d.description_format, d.minutes"
                               "  FROM talks t CROSS JOIN documents d"
                               "    ON d.conference = t.conference AND d.kind = 'talk' AND d.key = t.key"
                               "  WHERE t.conference = ?1 AND t.key = ?2",
                               error);
  if (row == NULL)
    return FALSE;

  lanyard_statement_bind_number (row, conference);
  lanyard_statement_bind_text (row, self->key);
  if (lanyard_programme_find_talk (self->outline, self->key) != NULL &&
      lanyard_statement_next (row, &failure))
    return complete (self, database, conference, row, error);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND,
                         _("There is no such talk."));
  return FALSE;
}

static gpointer
answer_talk (LanyardDatabase            *database,
             const LanyardStoreRequest  *request,
             GError                    **error)
{
  Completion completion = { .outline = request->programme, .key = request->key };

  if (lanyard_database_read (database, load_talk, &completion, error))
    return completion.talk;

  g_clear_object (&completion.talk);
  return NULL;
}

/**
 * lanyard_store_load_talk_async:
 * @self: a store
 * @outline: a programme that the store loaded
 * @key: one of its talks
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Loads one talk with everything. Its session, block, room and persons are
 * the objects of @outline.
 */
void
lanyard_store_load_talk_async (LanyardStore        *self,
                               LanyardProgramme    *outline,
                               const char          *key,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (LANYARD_IS_PROGRAMME (outline));
  g_return_if_fail (lanyard_conference_get_uuid (lanyard_programme_get_conference (outline)) != NULL);
  g_return_if_fail (key != NULL);

  lanyard_store_post (self, lanyard_store_load_talk_async, answer_talk,
                      &(LanyardStoreRequest) { .programme = outline, .key = key }, g_object_unref,
                      cancellable, callback, user_data);
}

/**
 * lanyard_store_load_talk_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is none, or none any more
 *
 * Ends loading.
 *
 * Returns: (transfer full) (nullable): a talk, or %NULL if it failed
 */
LanyardTalk *
lanyard_store_load_talk_finish (LanyardStore  *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_load_talk_async, error);
}
