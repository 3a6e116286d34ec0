/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-filter.h"
#include "lanyard-gap.h"
#include "lanyard-plan.h"

G_BEGIN_DECLS

/**
 * LanyardFitReason:
 * @LANYARD_FIT_MAYBE: it is a fallback already
 * @LANYARD_FIT_SESSION: it is in the session of something that is picked
 * @LANYARD_FIT_SPEAKER: somebody speaks in it who also speaks in something that is picked
 * @LANYARD_FIT_KEYWORD: it has a keyword of something that is picked
 * @LANYARD_FIT_TIME: it runs then
 *
 * Why something is offered for a gap, the best reason first.
 */
typedef enum
{
  LANYARD_FIT_MAYBE,
  LANYARD_FIT_SESSION,
  LANYARD_FIT_SPEAKER,
  LANYARD_FIT_KEYWORD,
  LANYARD_FIT_TIME,
} LanyardFitReason;

#define LANYARD_TYPE_FIT (lanyard_fit_get_type ())

/**
 * LanyardFit:
 * @item: the talk or, of a fallback, also the block or the break
 * @conference: whose it is
 * @reason: why it is offered
 * @shared: (nullable): what it shares: the title of a session, the name of a
 *   speaker, a keyword; %NULL if @reason needs no more words
 * @n_shared: how many sessions, speakers and keywords it shares
 * @is_tight: whether it leaves too little time to change rooms before or after
 *
 * Something that fits a gap; never changes.
 */
typedef struct
{
  LanyardItem       *item;
  LanyardConference *conference;
  LanyardFitReason   reason;
  char              *shared;
  guint              n_shared;
  gboolean           is_tight;
} LanyardFit;

GType        lanyard_fit_get_type   (void);
LanyardFit  *lanyard_fit_ref        (LanyardFit    *self);
void         lanyard_fit_unref      (LanyardFit    *self);
char        *lanyard_fit_dup_reason (LanyardFit    *self);
int          lanyard_fit_compare    (LanyardFit    *a,
                                     LanyardFit    *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardFit, lanyard_fit_unref)

/* What the picks of a plan have in common with the other talks, made ready to
 * be asked of many gaps; never changes. */
typedef struct _LanyardFits LanyardFits;

LanyardFits *lanyard_fits_new         (LanyardPlan   *plan,
                                       LanyardFilter *hidden);
void         lanyard_fits_free        (LanyardFits   *self);
GPtrArray   *lanyard_fits_dup_for_gap (LanyardFits   *self,
                                       LanyardGap    *gap,
                                       gint64         room_change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardFits, lanyard_fits_free)

G_END_DECLS
