/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lanyard-outgoing.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SHARE_DIALOG (lanyard_share_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LanyardShareDialog, lanyard_share_dialog, LANYARD, SHARE_DIALOG, AdwDialog)

AdwDialog *lanyard_share_dialog_new (LanyardOutgoing *outgoing);

G_END_DECLS
