/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ENTRY_DIALOG (lanyard_entry_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LanyardEntryDialog, lanyard_entry_dialog, LANYARD, ENTRY_DIALOG, AdwDialog)

AdwDialog *lanyard_entry_dialog_new       (LanyardOpenConference *open,
                                           gint64                 start,
                                           gint64                 end);
AdwDialog *lanyard_entry_dialog_new_of    (LanyardOpenConference *open,
                                           LanyardOwnEntry       *entry);

G_END_DECLS
