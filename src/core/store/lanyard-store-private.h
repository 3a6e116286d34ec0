/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the files of the store, each of which knows one subject, hand their work
 * to the worker thread. */

#pragma once

#include "lanyard-database.h"
#include "lanyard-store.h"

G_BEGIN_DECLS

/*
 * LanyardStoreRequest:
 * @uuid: (nullable): which conference
 * @key: (nullable): which talk, session or break, or a feed id
 * @name: (nullable): which choice
 * @value: (nullable): what is chosen
 * @words: (nullable): what to search
 * @programme: (nullable): what to save, or the outline to complete
 * @feed: (nullable): where @programme came from
 * @edit: (nullable): what to decide
 * @backup: (nullable): what to restore
 * @flags: how to save
 * @instant: when, or since when, UTC seconds
 * @last_id: the last one that is meant
 * @limit: how many results at most
 *
 * What somebody asks of the store; each request uses what it needs.
 */
typedef struct
{
  const char       *uuid;
  const char       *key;
  const char       *name;
  const char       *value;
  const char       *words;
  LanyardProgramme *programme;
  LanyardFeed      *feed;
  LanyardEdit      *edit;
  LanyardBackup    *backup;
  LanyardSaveFlags  flags;
  gint64            instant;
  gint64            last_id;
  guint             limit;
} LanyardStoreRequest;

void lanyard_store_request_copy  (LanyardStoreRequest       *copy,
                                  const LanyardStoreRequest *request);
void lanyard_store_request_clear (LanyardStoreRequest       *copy);

/* Does what is asked on the worker thread. The answer is never %NULL but with
 * an error; who has nothing to tell answers GINT_TO_POINTER (TRUE). */
typedef gpointer (*LanyardStoreFunc) (LanyardDatabase            *database,
                                      const LanyardStoreRequest  *request,
                                      GError                    **error);

void     lanyard_store_post            (LanyardStore               *self,
                                        gpointer                    source_tag,
                                        LanyardStoreFunc            func,
                                        const LanyardStoreRequest  *request,
                                        GDestroyNotify              free_answer,
                                        GCancellable               *cancellable,
                                        GAsyncReadyCallback         callback,
                                        gpointer                    user_data);
gpointer lanyard_store_finish          (LanyardStore               *self,
                                        GAsyncResult               *result,
                                        gpointer                    source_tag,
                                        GError                    **error);
gboolean lanyard_store_find_conference (LanyardDatabase            *database,
                                        const char                 *uuid,
                                        gint64                     *conference,
                                        GError                    **error);
gboolean lanyard_store_find_kept_conference (LanyardDatabase       *database,
                                             const char            *uuid,
                                             gint64                *conference,
                                             GError               **error);
gboolean lanyard_store_purge           (LanyardDatabase            *database,
                                        GError                    **error);

G_END_DECLS
