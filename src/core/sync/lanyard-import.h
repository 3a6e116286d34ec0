/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/lanyard-store.h"

G_BEGIN_DECLS

/**
 * LanyardImportSource:
 *
 * Files of one conference, with what is in them once they were read: they can
 * be understood anew without being read again. Reference counted.
 */
typedef struct _LanyardImportSource LanyardImportSource;

LanyardImportSource *lanyard_import_source_new   (GPtrArray           *files);
LanyardImportSource *lanyard_import_source_ref   (LanyardImportSource *self);
void                 lanyard_import_source_unref (LanyardImportSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardImportSource, lanyard_import_source_unref)

/**
 * LanyardImport:
 * @uuid: the conference's id
 * @programme: what was read
 * @is_new: whether the conference was not there before
 *
 * What came of an import.
 */
typedef struct
{
  char             *uuid;
  LanyardProgramme *programme;
  gboolean          is_new;
} LanyardImport;

void              lanyard_import_free             (LanyardImport        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardImport, lanyard_import_free)

void              lanyard_import_read_async       (LanyardImportSource  *source,
                                                   const char           *zone,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
LanyardProgramme *lanyard_import_read_finish      (GAsyncResult         *result,
                                                   GError              **error);
void              lanyard_import_save_async       (LanyardStore         *store,
                                                   LanyardProgramme     *programme,
                                                   gint64                now,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
LanyardImport    *lanyard_import_save_finish      (GAsyncResult         *result,
                                                   GError              **error);
GPtrArray        *lanyard_import_list_sample      (void);

/* lanyard-import-zone.c */
gboolean          lanyard_import_lacks_zone       (LanyardProgramme     *programme);
gboolean          lanyard_import_knows_zone       (const char           *zone);
void              lanyard_import_find_zone_async  (LanyardStore         *store,
                                                   LanyardProgramme     *programme,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
char             *lanyard_import_find_zone_finish (GAsyncResult         *result,
                                                   GError              **error);

G_END_DECLS
