/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/lanyard-link.h"

G_BEGIN_DECLS

char    *lanyard_attachment_files_dup_path  (const char   *uuid,
                                             LanyardLink  *link);
char    *lanyard_attachment_files_dup_part  (const char   *path);
gboolean lanyard_attachment_files_prepare   (const char   *path,
                                             GError      **error);
gboolean lanyard_attachment_files_keep      (const char   *path,
                                             GError      **error);
void     lanyard_attachment_files_drop_part (const char   *path);
gboolean lanyard_attachment_files_remove    (const char   *path,
                                             GError      **error);
void     lanyard_attachment_files_sweep     (GHashTable   *uuids);

G_END_DECLS
