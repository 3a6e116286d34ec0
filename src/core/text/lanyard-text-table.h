/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-run-writer.h"

G_BEGIN_DECLS

typedef struct _LanyardTextTable LanyardTextTable;

LanyardTextTable *lanyard_text_table_new        (guint             max_cells);
void              lanyard_text_table_free       (LanyardTextTable *self);
void              lanyard_text_table_open_row   (LanyardTextTable *self);
void              lanyard_text_table_open_cell  (LanyardTextTable *self,
                                                 gboolean          is_header);
void              lanyard_text_table_close_cell (LanyardTextTable *self);
LanyardRunWriter *lanyard_text_table_get_writer (LanyardTextTable *self);
gboolean          lanyard_text_table_is_full    (LanyardTextTable *self);
gboolean          lanyard_text_table_end        (LanyardTextTable *self,
                                                 LanyardTextNode  *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardTextTable, lanyard_text_table_free)

G_END_DECLS
