/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-rich-text.h"

G_BEGIN_DECLS

typedef struct _LanyardTextBuilder LanyardTextBuilder;

LanyardTextBuilder *lanyard_text_builder_new         (const char         *base_url);
void                lanyard_text_builder_free        (LanyardTextBuilder *self);
GPtrArray          *lanyard_text_builder_end         (LanyardTextBuilder *self,
                                                      gboolean            is_cut);
gboolean            lanyard_text_builder_is_full     (LanyardTextBuilder *self);

void                lanyard_text_builder_add_text    (LanyardTextBuilder *self,
                                                      const char         *text,
                                                      gsize               length);
void                lanyard_text_builder_add_break   (LanyardTextBuilder *self);
void                lanyard_text_builder_add_mark    (LanyardTextBuilder *self);
void                lanyard_text_builder_add_rule    (LanyardTextBuilder *self);
void                lanyard_text_builder_open_style  (LanyardTextBuilder *self,
                                                      LanyardRunStyle     style);
void                lanyard_text_builder_close_style (LanyardTextBuilder *self,
                                                      LanyardRunStyle     style);
void                lanyard_text_builder_open_link   (LanyardTextBuilder *self,
                                                      const char         *href);
void                lanyard_text_builder_close_link  (LanyardTextBuilder *self);
gboolean            lanyard_text_builder_is_in_link  (LanyardTextBuilder *self);
void                lanyard_text_builder_open_hidden (LanyardTextBuilder *self);
void                lanyard_text_builder_close_hidden (LanyardTextBuilder *self);

void                lanyard_text_builder_end_node    (LanyardTextBuilder *self);
void                lanyard_text_builder_open_heading (LanyardTextBuilder *self,
                                                      guint               level);
void                lanyard_text_builder_close_heading (LanyardTextBuilder *self);
void                lanyard_text_builder_open_code   (LanyardTextBuilder *self);
void                lanyard_text_builder_close_code  (LanyardTextBuilder *self);
void                lanyard_text_builder_open_quote  (LanyardTextBuilder *self);
void                lanyard_text_builder_close_quote (LanyardTextBuilder *self);
void                lanyard_text_builder_open_list   (LanyardTextBuilder *self,
                                                      int                 first_ordinal);
void                lanyard_text_builder_close_list  (LanyardTextBuilder *self);
void                lanyard_text_builder_open_item   (LanyardTextBuilder *self);
void                lanyard_text_builder_open_table  (LanyardTextBuilder *self);
void                lanyard_text_builder_close_table (LanyardTextBuilder *self);
void                lanyard_text_builder_open_row    (LanyardTextBuilder *self);
void                lanyard_text_builder_open_cell   (LanyardTextBuilder *self,
                                                      gboolean            is_header);
void                lanyard_text_builder_close_cell  (LanyardTextBuilder *self);

void                lanyard_text_node_free           (LanyardTextNode    *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardTextBuilder, lanyard_text_builder_free)

G_END_DECLS
