/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of saving a programme, each of which has a file of its own. */

#pragma once

#include "lanyard-database.h"
#include "lanyard-store-merge.h"
#include "model/lanyard-feed.h"

G_BEGIN_DECLS

gboolean   lanyard_store_save_structure    (LanyardDatabase    *database,
                                            gint64              conference,
                                            LanyardProgramme   *programme,
                                            GError            **error);
gboolean   lanyard_store_save_documents    (LanyardDatabase    *database,
                                            gint64              conference,
                                            LanyardProgramme   *programme,
                                            GError            **error);
gboolean   lanyard_store_save_finds        (LanyardDatabase    *database,
                                            gint64              conference,
                                            GError            **error);
gboolean   lanyard_store_save_feed_row     (LanyardDatabase    *database,
                                            gint64              conference,
                                            const LanyardFeed  *feed,
                                            GError            **error);
gboolean   lanyard_store_forget_documents  (LanyardDatabase    *database,
                                            gint64              conference,
                                            GError            **error);
gboolean   lanyard_store_forget_feed_row   (LanyardDatabase    *database,
                                            gint64              conference,
                                            GError            **error);
gboolean   lanyard_store_read_decided      (LanyardDatabase    *database,
                                            gint64              conference,
                                            LanyardStoreMerge  *merge,
                                            GError            **error);
gboolean   lanyard_store_move_decided      (LanyardDatabase    *database,
                                            gint64              conference,
                                            LanyardStoreMerge  *merge,
                                            GError            **error);
gboolean   lanyard_store_remind_decided    (LanyardDatabase    *database,
                                            gint64              conference,
                                            GError            **error);
GPtrArray *lanyard_store_note_changes      (LanyardDatabase    *database,
                                            gint64              conference,
                                            GPtrArray          *changes,
                                            GError            **error);
gboolean   lanyard_store_is_same_programme (LanyardProgramme   *a,
                                            LanyardProgramme   *b);

G_END_DECLS
