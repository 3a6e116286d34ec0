/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lanyard-help-book.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_HELP_DIALOG (lanyard_help_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LanyardHelpDialog, lanyard_help_dialog, LANYARD, HELP_DIALOG, AdwDialog)

AdwDialog  *lanyard_help_dialog_new      (LanyardHelpBook   *book,
                                          const char        *target);
const char *lanyard_help_dialog_get_page (LanyardHelpDialog *self);

G_END_DECLS
