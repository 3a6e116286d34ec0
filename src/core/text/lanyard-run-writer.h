/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-rich-text.h"

G_BEGIN_DECLS

typedef struct _LanyardRunWriter LanyardRunWriter;

LanyardTextRun   *lanyard_text_run_new            (const char        *text,
                                                   gsize              length,
                                                   LanyardRunStyle    style,
                                                   char              *href);
void              lanyard_text_run_free           (LanyardTextRun    *run);

LanyardRunWriter *lanyard_run_writer_new          (gboolean           verbatim);
void              lanyard_run_writer_free         (LanyardRunWriter  *self);
void              lanyard_run_writer_set_style    (LanyardRunWriter  *self,
                                                   LanyardRunStyle    style,
                                                   char              *href);
void              lanyard_run_writer_add_text     (LanyardRunWriter  *self,
                                                   const char        *text,
                                                   gsize              length);
void              lanyard_run_writer_add_break    (LanyardRunWriter  *self);
void              lanyard_run_writer_add_boundary (LanyardRunWriter  *self);
void              lanyard_run_writer_add_mark     (LanyardRunWriter  *self);
gboolean          lanyard_run_writer_ends_line    (LanyardRunWriter  *self);
gboolean          lanyard_run_writer_is_empty     (LanyardRunWriter  *self);
GPtrArray        *lanyard_run_writer_end          (LanyardRunWriter  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardRunWriter, lanyard_run_writer_free)

G_END_DECLS
