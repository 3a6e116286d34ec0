/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-database.h"

G_BEGIN_DECLS

typedef struct _LanyardStoreChanges LanyardStoreChanges;

/*
 * LanyardStoreNews:
 * @conferences: whether a conference came, went or has a new programme
 * @picks: owned; the uuids of the conferences whose picks changed
 * @histories: owned; the uuids of those of which changes were noticed or seen
 * @choices: owned; the uuids of those for which something was chosen
 *
 * What has changed between two looks.
 */
typedef struct
{
  gboolean   conferences;
  char     **picks;
  char     **histories;
  char     **choices;
} LanyardStoreNews;

void                 lanyard_store_news_free    (LanyardStoreNews    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardStoreNews, lanyard_store_news_free)

LanyardStoreChanges *lanyard_store_changes_new  (void);
void                 lanyard_store_changes_free (LanyardStoreChanges *self);
void                 lanyard_store_changes_doubt (LanyardStoreChanges *self);
LanyardStoreNews    *lanyard_store_changes_look (LanyardStoreChanges *self,
                                                 LanyardDatabase     *database);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardStoreChanges, lanyard_store_changes_free)

G_END_DECLS
