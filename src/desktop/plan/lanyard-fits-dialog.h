/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lanyard-shown-plan.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_FITS_DIALOG (lanyard_fits_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFitsDialog, lanyard_fits_dialog, LANYARD, FITS_DIALOG, AdwDialog)

AdwDialog *lanyard_fits_dialog_new (LanyardShownPlan *plan,
                                    gint64            start,
                                    gint64            end);

G_END_DECLS
