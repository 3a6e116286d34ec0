/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "time/lanyard-zone.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_RESCUE (lanyard_rescue_get_type ())

/**
 * LanyardRescue:
 * @damaged_path: where the damaged database is now
 * @made_at: when the backup was made that has taken its place, UTC seconds, or
 *   %LANYARD_NO_TIME if there was none
 * @n_saved: how many picks, notes and own entries were read from the damaged
 *   database that the backup did not have, or had older
 *
 * What was done about a damaged database; never changes.
 */
typedef struct
{
  char   *damaged_path;
  gint64  made_at;
  guint   n_saved;
} LanyardRescue;

GType          lanyard_rescue_get_type     (void);
LanyardRescue *lanyard_rescue_new          (const char    *damaged_path,
                                            gint64         made_at,
                                            guint          n_saved);
LanyardRescue *lanyard_rescue_ref          (LanyardRescue *self);
void           lanyard_rescue_unref        (LanyardRescue *self);
char          *lanyard_rescue_dup_sentence (LanyardRescue *self,
                                            LanyardZone   *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardRescue, lanyard_rescue_unref)

G_END_DECLS
