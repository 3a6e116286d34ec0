/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the two halves of saving share: the programme's structure, and the
 * documents with the long texts. */

#pragma once

#include "lanyard-database.h"
#include "model/lanyard-feed.h"
#include "model/lanyard-programme.h"

G_BEGIN_DECLS

gboolean lanyard_store_save_structure (LanyardDatabase   *database,
                                       gint64             conference,
                                       LanyardProgramme  *programme,
                                       GError           **error);
gboolean lanyard_store_save_documents (LanyardDatabase   *database,
                                       gint64             conference,
                                       LanyardProgramme  *programme,
                                       GError           **error);
gboolean lanyard_store_save_feed_row  (LanyardDatabase   *database,
                                       gint64             conference,
                                       const LanyardFeed *feed,
                                       GError           **error);
gboolean lanyard_store_forget_documents (LanyardDatabase *database,
                                       gint64             conference,
                                       GError           **error);
GPtrArray *lanyard_store_note_changes (LanyardDatabase   *database,
                                       gint64             conference,
                                       GPtrArray         *changes,
                                       GError           **error);

G_END_DECLS
