/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lanyard-help-book.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_HELP_SHEET (lanyard_help_sheet_get_type ())
G_DECLARE_FINAL_TYPE (LanyardHelpSheet, lanyard_help_sheet, LANYARD, HELP_SHEET, AdwNavigationPage)

AdwNavigationPage *lanyard_help_sheet_new      (LanyardHelpBook  *book,
                                                const char       *target);
const char        *lanyard_help_sheet_get_page (LanyardHelpSheet *self);

G_END_DECLS
