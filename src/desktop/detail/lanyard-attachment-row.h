/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "sync/lanyard-attachment.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ATTACHMENT_ROW (lanyard_attachment_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardAttachmentRow, lanyard_attachment_row, LANYARD, ATTACHMENT_ROW, AdwActionRow)

GtkWidget *lanyard_attachment_row_new (LanyardLink       *link,
                                       const char        *label,
                                       LanyardAttachment *attachment);

G_END_DECLS
