/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lanyard-saving.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_EXPORT_DIALOG (lanyard_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LanyardExportDialog, lanyard_export_dialog, LANYARD, EXPORT_DIALOG, AdwDialog)

/* "saved" (const char *sentence): says what became of it, after it closed. */
AdwDialog *lanyard_export_dialog_new (LanyardOutgoing *outgoing,
                                      GSettings       *settings);

G_END_DECLS
