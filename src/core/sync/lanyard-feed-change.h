/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-sync.h"

G_BEGIN_DECLS

/**
 * LanyardFeedChange:
 * @uuid: the conference
 * @programme: what the other feeds give
 * @feed: these feeds, to be stored with it
 * @old_programme: what is stored, whole
 * @old_feed: (nullable): where that came from, %NULL for files
 * @n_decided: how many talks, sessions and breaks somebody has picked or written about
 * @n_missing: how many of these the other feeds do not have
 *
 * A conference that may be read from other feeds than today. Nothing is changed
 * by making one. Reference counted.
 */
typedef struct
{
  char             *uuid;
  LanyardProgramme *programme;
  LanyardFeed      *feed;
  LanyardProgramme *old_programme;
  LanyardFeed      *old_feed;
  guint             n_decided;
  guint             n_missing;
} LanyardFeedChange;

#define LANYARD_TYPE_FEED_CHANGE (lanyard_feed_change_get_type ())
GType              lanyard_feed_change_get_type (void);
LanyardFeedChange *lanyard_feed_change_ref      (LanyardFeedChange *self);
void               lanyard_feed_change_unref    (LanyardFeedChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardFeedChange, lanyard_feed_change_unref)

void               lanyard_feed_change_prepare_async  (LanyardSync             *sync,
                                                       const char              *uuid,
                                                       const char *const       *urls,
                                                       LanyardSyncProgressFunc  progress,
                                                       gpointer                 progress_data,
                                                       GCancellable            *cancellable,
                                                       GAsyncReadyCallback      callback,
                                                       gpointer                 user_data);
LanyardFeedChange *lanyard_feed_change_prepare_finish (LanyardSync             *sync,
                                                       GAsyncResult            *result,
                                                       GError                 **error);
void               lanyard_feed_change_apply_async    (LanyardSync             *sync,
                                                       LanyardFeedChange       *change,
                                                       GAsyncReadyCallback      callback,
                                                       gpointer                 user_data);
void               lanyard_feed_change_undo_async     (LanyardSync             *sync,
                                                       LanyardFeedChange       *change,
                                                       GAsyncReadyCallback      callback,
                                                       gpointer                 user_data);
gboolean           lanyard_feed_change_finish         (LanyardSync             *sync,
                                                       GAsyncResult            *result,
                                                       GError                 **error);

G_END_DECLS
