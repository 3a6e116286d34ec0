/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a database and its statements know of each other. */

#pragma once

#include <sqlite3.h>

#include "lanyard-database.h"

G_BEGIN_DECLS

struct _LanyardDatabase
{
  sqlite3      *handle;      /* owned */
  char         *path;        /* owned */
  guint64       device;      /* which file @path was when it was opened … */
  guint64       inode;       /* … for another may have taken its place since */
  GCancellable *cancellable; /* owned, nullable: of what is being done now */
  gboolean      is_damaged;  /* a row was read that cannot be one of ours */
  gint64        n_aside;     /* rows that were changed and do not count */
};

void     lanyard_database_set_error            (LanyardDatabase  *self,
                                                GError          **error);
gboolean lanyard_database_set_error_if_damaged (LanyardDatabase  *self,
                                                GError          **error);

G_END_DECLS
