/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LanyardRemark:
 * @LANYARD_REMARK_SKIPPED: an entry that could not be read and was left out
 * @LANYARD_REMARK_NO_START: a talk without a readable start, listed as not scheduled
 * @LANYARD_REMARK_NO_DURATION: a talk whose length is not given, or not to be read
 * @LANYARD_REMARK_NO_ZONE: the feed names no zone, and its times were taken for those of the
 *   zone that it was read with (the user's word, the conference's so far, the
 *   directory's) or else of UTC; counted once
 * @LANYARD_REMARK_SAME_ID: a talk with the id of another one; both are kept
 * @LANYARD_REMARK_MENDED: the file is not well-formed and was read as far as
 *   possible; counted once
 * @LANYARD_REMARK_CUT_OFF: the file ends before its end; counted once
 * @LANYARD_REMARK_ALL_DAY: an entry for a whole day, without a time, listed as not scheduled
 * @LANYARD_REMARK_REPEATS: an entry that repeats more often than can be listed
 *
 * What the reading of a feed had to skip or to repair.
 */
typedef enum
{
  LANYARD_REMARK_SKIPPED,
  LANYARD_REMARK_NO_START,
  LANYARD_REMARK_NO_DURATION,
  LANYARD_REMARK_NO_ZONE,
  LANYARD_REMARK_SAME_ID,
  LANYARD_REMARK_MENDED,
  LANYARD_REMARK_CUT_OFF,
  LANYARD_REMARK_ALL_DAY,
  LANYARD_REMARK_REPEATS,
} LanyardRemark;

#define LANYARD_N_REMARKS (LANYARD_REMARK_REPEATS + 1)

/**
 * LanyardRemarks:
 * @counts: how often, by #LanyardRemark
 *
 * What there is to remark on the reading of a feed. It is told once, when a
 * conference is added, and not kept.
 */
typedef struct
{
  guint counts[LANYARD_N_REMARKS];
} LanyardRemarks;

const char  *lanyard_remark_get_name       (LanyardRemark         remark);
gboolean     lanyard_remarks_is_empty      (const LanyardRemarks *self);
char       **lanyard_remarks_dup_sentences (const LanyardRemarks *self);
char        *lanyard_remarks_dup_summary   (const LanyardRemarks *self,
                                            guint                 n_talks);

G_END_DECLS
