/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sync/lanyard-sync.h"

G_BEGIN_DECLS

/**
 * LanyardCliProgress:
 * @is_terminal: whether there is somebody to see it
 * @shown: (owned) (nullable): what the line says now
 *
 * One line that says what is going on. Lives on the stack.
 */
typedef struct
{
  gboolean  is_terminal;
  char     *shown;
} LanyardCliProgress;

void lanyard_cli_progress_init      (LanyardCliProgress *self);
void lanyard_cli_progress_show_step (LanyardCliProgress *self,
                                     LanyardSyncStep     step,
                                     guint64             n_bytes);
void lanyard_cli_progress_show_many (LanyardCliProgress *self,
                                     guint               n_left,
                                     guint64             n_bytes);
void lanyard_cli_progress_clear     (LanyardCliProgress *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LanyardCliProgress, lanyard_cli_progress_clear)

G_END_DECLS
