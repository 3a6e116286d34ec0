/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-store-query.h"
#include "model/lanyard-enums.h"

G_BEGIN_DECLS

typedef struct _LanyardStoreMarker LanyardStoreMarker;

LanyardStoreMarker *lanyard_store_marker_new      (const LanyardStoreQuery *query,
                                                   LanyardTokenizer        *tokenizer);
void                lanyard_store_marker_free     (LanyardStoreMarker      *self);
char               *lanyard_store_marker_mark     (LanyardStoreMarker      *self,
                                                   const char              *text);
char               *lanyard_store_marker_snip     (LanyardStoreMarker      *self,
                                                   const char              *given_text,
                                                   LanyardTextFormat        format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardStoreMarker, lanyard_store_marker_free)

G_END_DECLS
