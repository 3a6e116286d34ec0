/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-output.h"
#include "lanyard-cli-view.h"

G_BEGIN_DECLS

void lanyard_cli_show_sheet_print_conference (LanyardCliView   *view,
                                              LanyardCliOutput *output);
void lanyard_cli_show_sheet_print_session    (LanyardCliView   *view,
                                              LanyardSession   *session,
                                              LanyardCliOutput *output);
void lanyard_cli_show_sheet_print_talk       (LanyardCliView   *view,
                                              LanyardTalk      *talk,
                                              LanyardCliOutput *output);
void lanyard_cli_show_sheet_print_break      (LanyardCliView   *view,
                                              LanyardBreak     *a_break,
                                              LanyardCliOutput *output);

G_END_DECLS
