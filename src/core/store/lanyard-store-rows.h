/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-database.h"
#include "model/lanyard-programme.h"

G_BEGIN_DECLS

/* What lanyard_store_rows_read_conference() expects to be selected. */
#define LANYARD_STORE_CONFERENCE_COLUMNS                                       \
  "uuid, feed_id, title, start, \"end\", zone, venue, address, url,"           \
  " description, description_format, organizer, language, label,"              \
  " label_message, is_cancelled, n_talks, n_sessions, imported_at, revision"
#define LANYARD_STORE_N_CONFERENCE_COLUMNS 20

typedef struct _LanyardStoreOwned LanyardStoreOwned;

LanyardConference *lanyard_store_rows_read_conference (LanyardStatement   *row,
                                                       GPtrArray          *chairs,
                                                       GPtrArray          *links);
GPtrArray         *lanyard_store_rows_read_rooms      (LanyardDatabase    *database,
                                                       gint64              conference,
                                                       GError            **error);
GPtrArray         *lanyard_store_rows_read_persons    (LanyardDatabase    *database,
                                                       gint64              conference,
                                                       gboolean            whole,
                                                       GError            **error);
LanyardProgramme  *lanyard_store_read_programme       (LanyardDatabase    *database,
                                                       gint64              conference,
                                                       gboolean            whole,
                                                       GError            **error);

LanyardStoreOwned *lanyard_store_owned_new_credits    (LanyardDatabase    *database,
                                                       gint64              conference,
                                                       const char         *owner_kind,
                                                       gint64              first_owner,
                                                       GPtrArray          *persons,
                                                       GError            **error);
LanyardStoreOwned *lanyard_store_owned_new_links      (LanyardDatabase    *database,
                                                       gint64              conference,
                                                       const char         *owner_kind,
                                                       gint64              first_owner,
                                                       GError            **error);
LanyardStoreOwned *lanyard_store_owned_new_parts      (LanyardDatabase    *database,
                                                       gint64              conference,
                                                       gint64              first_owner,
                                                       GPtrArray          *persons,
                                                       GError            **error);
GPtrArray         *lanyard_store_owned_take           (LanyardStoreOwned  *self,
                                                       gint64              owner,
                                                       GError            **error);
void               lanyard_store_owned_free           (LanyardStoreOwned  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardStoreOwned, lanyard_store_owned_free)

G_END_DECLS
