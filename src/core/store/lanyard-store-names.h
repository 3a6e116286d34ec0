/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-store.h"

G_BEGIN_DECLS

const char        *lanyard_store_name_of_kind        (LanyardKind        kind);
LanyardKind        lanyard_store_kind_of_name        (const char        *name);
const char        *lanyard_store_name_of_match_kind  (LanyardMatchKind   kind);
LanyardMatchKind   lanyard_store_match_kind_of_name  (const char        *name);
const char        *lanyard_store_name_of_level       (LanyardLevel       level);
LanyardLevel       lanyard_store_level_of_name       (const char        *name);
const char        *lanyard_store_name_of_role        (LanyardRole        role);
LanyardRole        lanyard_store_role_of_name        (const char        *name);
const char        *lanyard_store_name_of_text_format (LanyardTextFormat  format);
LanyardTextFormat  lanyard_store_text_format_of_name (const char        *name);
LanyardLinkKind    lanyard_store_link_kind_of_name   (const char        *name);

G_END_DECLS
