/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-text-builder.h"

G_BEGIN_DECLS

typedef struct _LanyardTags LanyardTags;

LanyardTags *lanyard_tags_new          (LanyardTextBuilder *builder);
void         lanyard_tags_free         (LanyardTags        *self);
void         lanyard_tags_open         (LanyardTags        *self,
                                        const char         *name,
                                        const char * const *attributes);
void         lanyard_tags_close        (LanyardTags        *self,
                                        const char         *name);
guint        lanyard_tags_get_depth    (LanyardTags        *self);
void         lanyard_tags_end_inline   (LanyardTags        *self,
                                        guint               depth,
                                        gboolean            ends_raw);
const char  *lanyard_tags_get_raw_name (LanyardTags        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardTags, lanyard_tags_free)

G_END_DECLS
