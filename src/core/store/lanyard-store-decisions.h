/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How rows become decisions. */

#pragma once

#include "lanyard-store-private.h"

G_BEGIN_DECLS

#define LANYARD_STORE_ENTRY_COLUMNS "uuid, kind, title, start, \"end\", zone, place, people, text, changed_at"

LanyardMarks     lanyard_store_read_marks (LanyardStatement *row,
                                           int               column);
LanyardOwnEntry *lanyard_store_read_entry (LanyardStatement *row);

G_END_DECLS
