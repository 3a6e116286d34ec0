/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A request on its way to the worker thread, which owns what is in it. Called
 * by the worker; any thread. */

#include "config.h"

#include "lanyard-store-private.h"

/* Private: @copy owns all, and has nothing yet. */
void
lanyard_store_request_copy (LanyardStoreRequest       *copy,
                            const LanyardStoreRequest *request)
{
  *copy = *request;
  copy->uuid = g_strdup (request->uuid);
  copy->key = g_strdup (request->key);
  copy->name = g_strdup (request->name);
  copy->value = g_strdup (request->value);
  copy->words = g_strdup (request->words);
  if (request->programme != NULL)
    g_object_ref (request->programme);
  if (request->feed != NULL)
    lanyard_feed_ref (request->feed);
  if (request->edit != NULL)
    lanyard_edit_ref (request->edit);
  if (request->backup != NULL)
    lanyard_backup_ref (request->backup);
}

/* Private: lets go of what a copy owns. */
void
lanyard_store_request_clear (LanyardStoreRequest *copy)
{
  g_free ((char *) copy->uuid);
  g_free ((char *) copy->key);
  g_free ((char *) copy->name);
  g_free ((char *) copy->value);
  g_free ((char *) copy->words);
  g_clear_object (&copy->programme);
  g_clear_pointer (&copy->feed, lanyard_feed_unref);
  g_clear_pointer (&copy->edit, lanyard_edit_unref);
  g_clear_pointer (&copy->backup, lanyard_backup_unref);
}
