/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Completes one person of an outline with what their page shows and lists do
 * not: the biography.
 * The public functions are called in any thread with a main context, the
 * static ones on the worker thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-store-names.h"
#include "lanyard-store-private.h"

typedef struct
{
  const char *uuid;      /* borrowed */
  const char *key;       /* borrowed */
  LanyardPerson *person; /* owned */
} Completion;

static gboolean
load_person (LanyardDatabase  *database,
             gpointer          user_data,
             GError          **error)
{
  Completion *self = user_data;
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 conference;

  if (!lanyard_store_find_conference (database, self->uuid, &conference, error))
    return FALSE;

  row = lanyard_statement_new (database,
                               "SELECT p.key, p.name, p.affiliation, p.email, d.description, d.description_format"
                               "  FROM persons p CROSS JOIN documents d"
                               "    ON d.conference = p.conference AND d.kind = 'person' AND d.key = p.key"
                               "  WHERE p.conference = ?1 AND p.key = ?2",
                               error);
  if (row == NULL)
    return FALSE;

  lanyard_statement_bind_number (row, conference);
  lanyard_statement_bind_text (row, self->key);
  if (lanyard_statement_next (row, &failure))
    self->person = lanyard_person_new_whole (lanyard_statement_need_text (row, 0), lanyard_statement_need_text (row, 1),
                                             lanyard_statement_get_text (row, 2), lanyard_statement_get_text (row, 3),
                                             lanyard_statement_get_text (row, 4),
                                             lanyard_store_text_format_of_name (lanyard_statement_get_text (row, 5)));
  else if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND, _("There is no such person."));
  return self->person != NULL;
}

static gpointer
answer_person (LanyardDatabase            *database,
               const LanyardStoreRequest  *request,
               GError                    **error)
{
  Completion completion = { .uuid = request->uuid, .key = request->key };

  if (lanyard_database_read (database, load_person, &completion, error))
    return completion.person;

  g_clear_object (&completion.person);
  return NULL;
}

/**
 * lanyard_store_load_person_async:
 * @self: a store
 * @uuid: a conference
 * @key: a person of its programme
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Loads one person with the biography, which an outline does not have.
 */
void
lanyard_store_load_person_async (LanyardStore        *self,
                                 const char          *uuid,
                                 const char          *key,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (uuid != NULL);
  g_return_if_fail (key != NULL);

  lanyard_store_post (self, lanyard_store_load_person_async, answer_person,
                      &(LanyardStoreRequest) { .uuid = uuid, .key = key }, g_object_unref,
                      cancellable, callback, user_data);
}

/**
 * lanyard_store_load_person_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is none, or none any more
 *
 * Ends loading.
 *
 * Returns: (transfer full) (nullable): a person, or %NULL if it failed
 */
LanyardPerson *
lanyard_store_load_person_finish (LanyardStore  *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_load_person_async, error);
}
