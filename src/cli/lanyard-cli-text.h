/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  lanyard_cli_text_is_harmful (gunichar    c);
char     *lanyard_cli_text_dup_line   (const char *text);
char     *lanyard_cli_text_dup_lines  (const char *text);
int       lanyard_cli_text_get_width  (const char *text);
char     *lanyard_cli_text_dup_cut    (const char *text,
                                       int         width);
char     *lanyard_cli_text_dup_wrapped (const char *text,
                                        int         width,
                                        int         indent);
char     *lanyard_cli_text_dup_folded (const char *text);

G_END_DECLS
