/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-view.h"

G_BEGIN_DECLS

/**
 * LanyardCliStretch:
 * @start: UTC seconds
 * @end: UTC seconds, or %LANYARD_NO_TIME
 *
 * A stretch of time in which a session meets.
 */
typedef struct
{
  gint64 start;
  gint64 end;
} LanyardCliStretch;

GArray *lanyard_cli_stretches_new       (LanyardCliView *view,
                                         LanyardSession *session);
char   *lanyard_cli_stretches_dup_rooms (LanyardCliView *view,
                                         LanyardSession *session);
guint   lanyard_cli_stretches_count_talks (LanyardCliView *view,
                                           LanyardSession *session);

G_END_DECLS
