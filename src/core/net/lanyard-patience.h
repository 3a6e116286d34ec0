/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LanyardPatienceEnd:
 * @LANYARD_PATIENCE_LASTS: not at its end
 * @LANYARD_PATIENCE_CONNECTING: connecting took too long
 * @LANYARD_PATIENCE_SILENCE: no byte came for too long
 * @LANYARD_PATIENCE_TOTAL: the whole took too long
 *
 * What a server was too slow in.
 */
typedef enum
{
  LANYARD_PATIENCE_LASTS,
  LANYARD_PATIENCE_CONNECTING,
  LANYARD_PATIENCE_SILENCE,
  LANYARD_PATIENCE_TOTAL,
} LanyardPatienceEnd;

typedef struct _LanyardPatience LanyardPatience;

LanyardPatience   *lanyard_patience_new             (gint64              deadline,
                                                     GCancellable       *cancellable);
void               lanyard_patience_stop            (LanyardPatience    *self);
void               lanyard_patience_free            (LanyardPatience    *self);
GCancellable      *lanyard_patience_get_cancellable (LanyardPatience    *self);
LanyardPatienceEnd lanyard_patience_get_end         (LanyardPatience    *self);
void               lanyard_patience_wait            (LanyardPatience    *self,
                                                     LanyardPatienceEnd  end,
                                                     guint               ms);
void               lanyard_patience_rest            (LanyardPatience    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardPatience, lanyard_patience_free)

G_END_DECLS
