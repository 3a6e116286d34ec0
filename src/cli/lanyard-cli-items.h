/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-table.h"
#include "lanyard-cli-view.h"

G_BEGIN_DECLS

LanyardCliTable *lanyard_cli_items_new_table    (void);
LanyardCliTable *lanyard_cli_items_new_table_of_all (void);
void             lanyard_cli_items_set_conference (LanyardCliTable   *table,
                                                   LanyardConference *conference,
                                                   gboolean           is_terminal);
void             lanyard_cli_items_add_row      (LanyardCliTable  *table,
                                                 LanyardCliView   *view,
                                                 LanyardItem      *item,
                                                 const char       *remark,
                                                 gboolean          is_terminal);
void             lanyard_cli_items_add_list     (LanyardCliTable  *table,
                                                 LanyardCliView   *view,
                                                 GPtrArray        *items,
                                                 gboolean          is_terminal);
void             lanyard_cli_items_add_day      (LanyardCliTable  *table,
                                                 LanyardCliView   *view,
                                                 LanyardItem      *item,
                                                 guint            *day);
void             lanyard_cli_items_set_instant  (LanyardCliTable  *table,
                                                 guint             first_column,
                                                 LanyardZone      *zone,
                                                 gint64            start,
                                                 gint64            end);
char            *lanyard_cli_items_dup_title    (const char       *title,
                                                 gboolean          is_cancelled);
char            *lanyard_cli_items_dup_names    (GPtrArray        *credits);

G_END_DECLS
