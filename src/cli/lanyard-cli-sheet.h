/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-output.h"

G_BEGIN_DECLS

typedef struct _LanyardCliSheet LanyardCliSheet;

LanyardCliSheet *lanyard_cli_sheet_new        (void);
void             lanyard_cli_sheet_free       (LanyardCliSheet  *self);
void             lanyard_cli_sheet_add        (LanyardCliSheet  *self,
                                               const char       *label,
                                               const char       *value);
void             lanyard_cli_sheet_add_number (LanyardCliSheet  *self,
                                               const char       *label,
                                               guint             number);
void             lanyard_cli_sheet_add_text   (LanyardCliSheet  *self,
                                               const char       *text);
void             lanyard_cli_sheet_print      (LanyardCliSheet  *self,
                                               LanyardCliOutput *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardCliSheet, lanyard_cli_sheet_free)

G_END_DECLS
