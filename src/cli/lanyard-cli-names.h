/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-enums.h"
#include "store/lanyard-store.h"

G_BEGIN_DECLS

const char *lanyard_cli_kind_get_name        (LanyardKind        kind);
char       *lanyard_cli_id_dup               (LanyardKind        kind,
                                              const char        *key);
const char *lanyard_cli_match_kind_get_name  (LanyardMatchKind   kind);
const char *lanyard_cli_match_place_get_name (LanyardMatchPlace  place);
char       *lanyard_cli_match_dup_id         (const LanyardMatch *match);
const char *lanyard_cli_level_get_name       (LanyardLevel       level);
char       *lanyard_cli_marks_dup_names      (LanyardMarks       marks,
                                              gboolean           is_terminal);
const char *lanyard_cli_role_get_name        (LanyardRole        role);
const char *lanyard_cli_text_format_get_name (LanyardTextFormat  format);

G_END_DECLS
